"""Where in a passage's text the query's words stand, from the tokens that matched.

A passage's payload keeps the offsets of its morphemes, so nothing is analysed a second time.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.korean.normalise import normalise
from indexer.search.senses import Sense

Span = tuple[int, int]


@lru_cache(maxsize=512)
def _letters_pattern(text: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, normalise(text).split())))


@dataclass(frozen=True, slots=True)
class Morphemes:
    """A passage as its payload keeps it: ``offsets`` are start, length, start, length … of its
    morphemes, ``stems`` those that are not spelled as in the text, by their number."""

    text: str
    offsets: Sequence[int]
    stems: Mapping[str, str]

    def places(self) -> frozenset[Span]:
        """Start and length of each morpheme."""
        return frozenset(zip(self.offsets[::2], self.offsets[1::2], strict=True))


def find_marks(passage: Morphemes, senses: Iterable[Sense]) -> tuple[Span, ...]:
    """Marks [start, end) in the passage's text, in order and apart.

    A morpheme of one syllable is marked only beside another of the same word.
    """
    plain = normalise(passage.text)
    places = passage.places()
    found: list[Span] = []
    for sense in senses:
        for run in sense.runs:
            found += _run(passage, plain, places, frozenset(run))
        for text in (*sense.exact, *sense.spelled):
            found += [match.span() for match in _letters_pattern(text).finditer(plain)]
    return joined(found)


def _run(
    passage: Morphemes, plain: str, places: frozenset[Span], wanted: frozenset[str]
) -> list[Span]:
    """Where the morphemes ``wanted`` stand: looked for by spelling, then held against the
    morphemes' places, which costs less than spelling out every morpheme."""
    spans = [
        (at, at + len(form))
        for form in wanted
        for at in _occurrences(plain, form)
        if (at, len(form)) in places
    ]
    spans += _stems(passage, wanted)
    if len(wanted) == 1:
        return spans
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    return [(a, b) for a, b in spans if b - a > 1 or a in ends or b in starts]


def _occurrences(plain: str, form: str) -> Iterator[int]:
    at = plain.find(form)
    while at >= 0:
        yield at
        at = plain.find(form, at + 1)


def _stems(passage: Morphemes, wanted: frozenset[str]) -> list[Span]:
    """Where morphemes stand that are not spelled as in the text."""
    numbers = (2 * int(number) for number, stem in passage.stems.items() if stem in wanted)
    offsets = passage.offsets
    return [(offsets[n], offsets[n] + offsets[n + 1]) for n in numbers]


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` in order, those that touch or overlap made one.

    >>> joined([(4, 6), (0, 2), (2, 3)])
    ((0, 3), (4, 6))
    """
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
