"""Where in a passage's text the query's words stand, from the tokens that matched.

A passage's payload keeps the places of its morphemes, so nothing is analysed a second time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from indexer.korean.model import Token
from indexer.korean.normalise import normalise
from indexer.search.senses import Sense

Span = tuple[int, int]
_INFLECTED: Final = re.compile("Bi*")


@lru_cache(maxsize=512)
def _letters_pattern(text: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, normalise(text).split())))


@dataclass(frozen=True, slots=True)
class Morphemes:
    """A passage as its payload keeps it: ``shape`` says of each letter of ``text`` what it is,
    ``stems`` are the morphemes at each ``B``; see `indexer.korean.morphemes.Entry`."""

    text: str
    shape: str
    stems: str

    def stands(self, at: int, size: int) -> bool:
        """Is there a morpheme of ``size`` letters at ``at``, spelled as in the text?"""
        after = at + size
        spelled = self.shape.startswith("b" + "i" * (size - 1), at)
        return spelled and self.shape[after : after + 1] != "i"

    def inflected(self) -> Iterator[tuple[Span, Sequence[str]]]:
        """Where morphemes stand that are not spelled as in the text, and which ones."""
        places = (match.span() for match in _INFLECTED.finditer(self.shape))
        return zip(places, map(str.split, self.stems.split(" ")), strict=False)


def find_marks(passage: Morphemes, senses: Iterable[Sense]) -> tuple[Span, ...]:
    """Marks [start, end) in the passage's text, in order and apart.

    A morpheme of one syllable is marked only beside another of the same word.
    """
    plain = normalise(passage.text)
    found: list[Span] = []
    for sense in senses:
        for run in sense.runs:
            found += _run(passage, plain, frozenset(run))
        found += _spelled(plain, sense)
    return joined(found)


def _run(passage: Morphemes, plain: str, wanted: frozenset[str]) -> list[Span]:
    """Where the morphemes ``wanted`` stand: looked for by spelling, then held against the
    passage's shape, which costs less than spelling out every morpheme."""
    spans = [
        (at, at + len(form))
        for form in wanted
        for at in _occurrences(plain, form)
        if passage.stands(at, len(form))
    ]
    return _together(spans + _stems(passage, wanted), wanted)


def mark_tokens(text: str, tokens: Sequence[Token], senses: Iterable[Sense]) -> tuple[Span, ...]:
    """The same for a short text, as a title is, whose ``tokens`` are at hand."""
    plain = normalise(text)
    found: list[Span] = []
    for sense in senses:
        for run in sense.runs:
            wanted = frozenset(run)
            spans = [(one.start, one.end) for one in tokens if one.form in wanted]
            found += _together(spans, wanted)
        found += _spelled(plain, sense)
    return joined(found)


def _spelled(plain: str, sense: Sense) -> Iterator[Span]:
    """Where the words that match letter by letter stand."""
    for text in (*sense.exact, *sense.spelled):
        yield from (match.span() for match in _letters_pattern(text).finditer(plain))


def _together(spans: list[Span], wanted: frozenset[str]) -> list[Span]:
    """``spans`` without the syllables that stand alone where a word has several morphemes."""
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
    if wanted.isdisjoint(passage.stems.split()):
        return []
    return [span for span, forms in passage.inflected() if not wanted.isdisjoint(forms)]


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
