"""Which mark each box on a page's picture belongs to.

Boxes come needle by needle, each in reading order, one for every place where the letters stand,
marked or not. Here the same places are counted in the page's text.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from records.model import Passage
from search_ui.marking import Span

NEEDLES: Final = 50
"""Different marked words looked for on one page."""


def needles(passages: Sequence[Passage], marks: Mapping[int, Sequence[Span]]) -> tuple[str, ...]:
    """The different words marked in ``passages``; ``marks`` go by index in them."""
    found = {passages[index].text[start:end] for index, own in marks.items() for start, end in own}
    return tuple(sorted(found)[:NEEDLES])


def spots(
    passages: Sequence[Passage],
    marks: Mapping[int, Sequence[Span]],
    first: Mapping[int, int],
    wanted: Sequence[str],
) -> list[int]:
    """For each place of each word of ``wanted`` the number of the mark that begins there, or -1.

    >>> spots([Passage(0, "예산과 예산안")], {0: ((4, 6),)}, {0: 7}, ["예산"])
    [-1, 7]
    """
    text, numbers = _letters(passages, marks, first)
    return [numbers.get(at, -1) for needle in wanted for at in _places(text, _bare(needle))]


def _letters(
    passages: Sequence[Passage], marks: Mapping[int, Sequence[Span]], first: Mapping[int, int]
) -> tuple[str, dict[int, int]]:
    """All letters without spaces, and the mark that begins at each place in them."""
    text, numbers = "", {}
    for index, passage in enumerate(passages):
        for offset, (start, _) in enumerate(marks.get(index, ())):
            numbers[len(text) + len(_bare(passage.text[:start]))] = first[index] + offset
        text += _bare(passage.text)
    return text, numbers


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + len(needle))


def _bare(text: str) -> str:
    return "".join(letter.lower()[:1] for letter in text if letter.strip())
