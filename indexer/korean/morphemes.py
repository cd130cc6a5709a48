"""What one line of MeCab's answer means: which parts of a word are worth a token.

A line is ``surface TAB tag,meaning,final,reading,type,first,last,parts``, the surface with the
space before it, so that the surfaces of a text spell it. Words of content are kept, particles,
endings, punctuation and auxiliaries are not. A compound gives its parts at their own places and
not itself; an inflected form gives the stem (``따른`` → ``따르``).

A language repeats itself: a line is read once, and what an index needs of it is kept as strings
that only have to be joined.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from indexer.korean.letters import short

FORMAT: Final = r"%M\t%H\n"
"""MeCab's output format of such lines."""
BESIDE: Final = "\t"
"""Between two forms that stand at one place, in `Entry.stems`."""

Part = tuple[str, int, int]
"""A token's form with its place [start, end) inside the line's surface."""

_EMPTY_WORDS: Final = frozenset(
    ("SF", "SP", "SS", "SSO", "SSC", "SE", "SO", "SW", "SY", "SC", "IC", "VCP", "VCN", "VX")
)
_BOUND: Final = ("J", "EP", "XSN", "VCP")
"""Tags of what is written together with the word before it."""
_MOST_LINES: Final = 300_000


class Entry(NamedTuple):
    """A surface of ``size`` letters and its tokens, also as text ready to be joined.

    ``forms`` are the tokens' forms, a space after each. ``shape`` says of each letter what it is:
    ``b`` begins a token, ``B`` one whose form is not as it is spelled here, ``i`` goes on, ``.``
    is none. ``stems`` are the forms at each ``B``, a space after each.
    """

    size: int
    forms: str
    shape: str
    stems: str
    parts: tuple[Part, ...]


def is_content(tag: str) -> bool:
    """True for tags that carry meaning; XPN (비-, 미-, 무-, 불-) is one: it turns it round."""
    return tag not in _EMPTY_WORDS and not tag.startswith(("J", "E", "XS"))


def entry(surface: str, parts: Iterable[Part]) -> Entry:
    """What an index needs of ``parts`` of ``surface``, which lie apart or in one place.

    >>> entry(" 따른", [("따르", 1, 3)])
    Entry(size=3, forms='따르 ', shape='.Bi', stems='따르 ', parts=(('따르', 1, 3),))
    """
    kept = tuple(parts)
    shape, stems = ["."] * len(surface), []
    for (start, end), same in groupby(kept, key=itemgetter(1, 2)):
        forms = [form for form, _, _ in same]
        spelled = forms == [surface[start:end]]
        shape[start:end] = ("b" if spelled else "B") + "i" * (end - start - 1)
        stems += [] if spelled else [BESIDE.join(forms) + " "]
    joined = "".join(f"{form} " for form, _, _ in kept)
    return Entry(len(surface), joined, "".join(shape), "".join(stems), kept)


class Lines(dict[str, Entry]):
    """Lines read, kept. Forgets all when it holds too many.

    ``loose`` are those among them that no Korean writes: a particle or an ending after a space.
    """

    def __init__(self) -> None:
        super().__init__()
        self.loose: set[str] = set()

    def __missing__(self, line: str) -> Entry:
        if len(self) >= _MOST_LINES:
            self.clear()
            self.loose.clear()
        surface, _, feature = line.partition("\t")
        if surface.startswith(" ") and feature.startswith(_BOUND):
            self.loose.add(line)
        found = self[line] = entry(surface, _read(surface, feature.split(",")))
        return found


def _read(surface: str, fields: list[str]) -> Iterator[Part]:
    at, end = len(surface) - len(surface.lstrip(" ")), len(surface)
    if len(fields) >= 8 and fields[7] != "*":
        yield from _parts(surface, at, fields[7])
    elif is_content(fields[0].partition("+")[0]) and at < end:
        yield short(surface[at:]), at, end


def _parts(surface: str, at: int, expression: str) -> Iterator[Part]:
    """Parts of ``하/NNG/*+반기/NNG/*``; where they do not spell the surface, all of it."""
    parts = [part.split("/") for part in expression.split("+")]
    word = surface[at:]
    spelled = "".join(part[0] for part in parts) == word
    low = at
    for form, tag, *_ in parts:
        high = low + len(form)
        if is_content(tag) and form:
            yield (short(form), low, high) if spelled else (short(form), at, len(surface))
        low = high
