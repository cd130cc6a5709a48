"""A document's passages as stretches that are analysed once, and cut to passages of a screen.

A stretch is text that a phrase may run through: neighbouring passages of one page, article and
speaker. A table's row is one too, but with a border between its cells. The document's streams
are those of its stretches with borders between; the passages that results show are cut out of
them, about 600 letters each.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Final

from indexer.engines.seam import DOCUMENT_TEXTS, PASSAGE_TEXTS
from indexer.korean.analyser import Analyser
from indexer.korean.letters import bigram_stream, join_streams, letters_stream
from indexer.korean.reading import Reading
from records.model import Passage

LENGTH: Final = 600
"""Letters of a passage, about."""
_SENTENCE: Final = re.compile(r"\n+|(?<=[.?!다음함])[.)]?\s+")
_CELL: Final = " | "
_BETWEEN: Final = "." * len(_CELL)

Analysed = tuple[str, Reading]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One run of text. ``parts`` are its cells, or the one text of joined paragraphs;
    ``starts`` says where in it each source passage begins, as (offset, order)."""

    parts: tuple[str, ...]
    starts: tuple[tuple[int, int], ...]
    page: int | None = None
    article: str | None = None
    speaker: str | None = None
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return _CELL.join(self.parts)


@dataclass(frozen=True, slots=True)
class Slice:
    """A passage as results show it: its text, its place, and what was read, apart: the cells, or
    the whole. ``at`` is where it begins in its stretch, ``order`` the source passage it begins
    in."""

    text: str
    stretch: Stretch
    at: int
    order: int
    readings: tuple[Reading, ...] = field(repr=False)

    @property
    def shape(self) -> str:
        """Where in ``text`` its tokens stand, see `indexer.korean.morphemes.Entry`."""
        return _BETWEEN.join(reading.shape for reading in self.readings)

    @property
    def stems(self) -> str:
        """The forms that are not spelled as in ``text``, joined by a space."""
        return " ".join(stem for reading in self.readings for stem in reading.stems)


def stretches(passages: Iterable[Passage]) -> Iterator[Stretch]:
    """The stretches of ``passages`` in reading order; blank ones are left out."""
    filled = (passage for passage in passages if passage.text.strip())
    for _, group in groupby(filled, key=_place):
        run = list(group)
        yield _row(run) if run[0].cell else _paragraphs(run)


def _place(passage: Passage) -> tuple[object, ...]:
    row = passage.cell.rpartition(".")[0] if passage.cell else None
    return passage.page, passage.article, passage.speaker, row


def _row(run: Sequence[Passage]) -> Stretch:
    texts = tuple(passage.text for passage in run)
    cells = tuple(passage.cell or "" for passage in run)
    first = run[0]
    starts = _starts(run, len(_CELL))
    return Stretch(texts, starts, first.page, first.article, first.speaker, cells)


def _paragraphs(run: Sequence[Passage]) -> Stretch:
    text = "\n".join(passage.text for passage in run)
    first = run[0]
    return Stretch((text,), _starts(run, 1), first.page, first.article, first.speaker)


def _starts(run: Sequence[Passage], between: int) -> tuple[tuple[int, int], ...]:
    at, starts = 0, []
    for passage in run:
        starts.append((at, passage.order))
        at += len(passage.text) + between
    return tuple(starts)


def analysed(stretch: Stretch, analyser: Analyser) -> list[Analysed]:
    """The parts of ``stretch``, each read once."""
    return [(part, analyser.read(part)) for part in stretch.parts]


def slices(stretch: Stretch, parts: Sequence[Analysed]) -> Iterator[Slice]:
    """The passages of one analysed stretch: a row whole, paragraphs cut to about `LENGTH`."""
    readings = tuple(reading for _, reading in parts)
    if stretch.cells:
        yield Slice(stretch.text, stretch, 0, stretch.starts[0][1], readings)
        return
    (reading,) = readings
    for low, high in cuts(reading.text):
        own = reading.cut(low, high)
        yield Slice(own.text, stretch, low, _order(stretch, low), (own,))


def _order(stretch: Stretch, at: int) -> int:
    return stretch.starts[bisect_right(stretch.starts, at, key=itemgetter(0)) - 1][1]


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Borders of passages: at a line or a sentence near `LENGTH`, else at a space, else there.

    >>> list(cuts("가" * 1300))
    [(0, 600), (600, 1300)]
    """
    low = 0
    while len(text) - low > LENGTH * 4 // 3:
        window = text[low + LENGTH // 2 : low + LENGTH]
        ends = [found.end() for found in _SENTENCE.finditer(window)] or [window.rfind(" ") + 1]
        high = low + (LENGTH // 2 + ends[-1] if ends[-1] else LENGTH)
        yield low, high
        low = high
    yield low, len(text)


def document_texts(titles: Sequence[Analysed], body: Sequence[Analysed]) -> dict[str, str]:
    """The text fields of a document unit: title, and title with body."""
    every = [reading for _, reading in (*titles, *body)]
    values = (
        join_streams(reading.stream for _, reading in titles),
        join_streams(reading.stream for reading in every),
        join_streams(bigram_stream(reading.solid) for reading in every),
        join_streams(" ".join(reading.pairs) for reading in every),
        letters_stream([reading.plain for reading in every]),
    )
    return dict(zip(DOCUMENT_TEXTS, values, strict=True))


def passage_texts(piece: Slice) -> dict[str, str]:
    """The text fields of a passage unit."""
    values = (
        join_streams(reading.stream for reading in piece.readings),
        letters_stream([reading.plain for reading in piece.readings]),
    )
    return dict(zip(PASSAGE_TEXTS, values, strict=True))
