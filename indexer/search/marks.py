"""Where in a passage's text the query's words stand, from the tokens that matched.

A passage's payload keeps the offsets of its morphemes, so nothing is analysed a second time.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
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

    def spans(self) -> list[Span]:
        """Where each morpheme stands."""
        twos = zip(self.offsets[::2], self.offsets[1::2], strict=True)
        return [(start, start + length) for start, length in twos]

    def forms(self, plain: str, spans: Iterable[Span]) -> list[str]:
        """Each morpheme; ``plain`` is the normalised text."""
        forms = [plain[start:end] for start, end in spans]
        for number, stem in self.stems.items():
            forms[int(number)] = stem
        return forms


def find_marks(passage: Morphemes, senses: Iterable[Sense]) -> tuple[Span, ...]:
    """Marks [start, end) in the passage's text, in order and apart.

    A morpheme of one syllable is marked only beside another of the same word.
    """
    plain = normalise(passage.text)
    spans = passage.spans()
    forms = passage.forms(plain, spans)
    found: list[Span] = []
    for sense in senses:
        for run in sense.runs:
            found += _run(forms, spans, frozenset(run))
        for text in (*sense.exact, *sense.spelled):
            found += [match.span() for match in _letters_pattern(text).finditer(plain)]
    return joined(found)


def _run(forms: list[str], spans: list[Span], wanted: frozenset[str]) -> list[Span]:
    at = [number for number, form in enumerate(forms) if form in wanted]
    there = set(at)
    alone = len(wanted) == 1
    return [spans[n] for n in at if alone or len(forms[n]) > 1 or {n - 1, n + 1} & there]


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
