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
from indexer.korean.letters import bigrams, join_streams, letters, letters_stream
from indexer.korean.model import Streams, Token
from records.model import Passage

LENGTH: Final = 600
"""Letters of a passage, about."""
_SENTENCE: Final = re.compile(r"\n+|(?<=[.?!다음함])[.)]?\s+")
_CELL: Final = " | "

Analysed = tuple[str, Streams]


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
    """A passage as results show it: its text, its place, and its tokens with their places in
    it. ``at`` is where it begins in its stretch, ``order`` the source passage it begins in."""

    text: str
    stretch: Stretch
    at: int
    order: int
    tokens: tuple[Token, ...] = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)
    """What was analysed apart: the cells, or the whole."""

    @property
    def offsets(self) -> list[int]:
        """Start and length of each morpheme, flat."""
        return [
            number for token in self.tokens for number in (token.start, token.end - token.start)
        ]


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
    """The parts of ``stretch`` with their streams."""
    return [(part, analyser.streams(part)) for part in stretch.parts]


def slices(stretch: Stretch, parts: Sequence[Analysed]) -> Iterator[Slice]:
    """The passages of one analysed stretch: a row whole, paragraphs cut to about `LENGTH`."""
    if stretch.cells:
        yield _whole_row(stretch, parts)
        return
    ((text, streams),) = parts
    tokens, first = streams.morphemes, 0
    for low, high in cuts(text):
        last = first
        while last < len(tokens) and tokens[last].start < high:
            last += 1
        own = tuple(Token(t.form, t.start - low, t.end - low) for t in tokens[first:last])
        yield Slice(text[low:high], stretch, low, _order(stretch, low), own, (text[low:high],))
        first = last


def _whole_row(stretch: Stretch, parts: Sequence[Analysed]) -> Slice:
    tokens: list[Token] = []
    for (at, _), (_, streams) in zip(stretch.starts, parts, strict=True):
        tokens += (Token(t.form, t.start + at, t.end + at) for t in streams.morphemes)
    return Slice(stretch.text, stretch, 0, stretch.starts[0][1], tuple(tokens), stretch.parts)


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
    every = [*titles, *body]
    forms = [_forms(streams.morphemes) for _, streams in every]
    values = (
        join_streams(forms[: len(titles)]),
        join_streams(forms),
        join_streams(streams.bigrams for _, streams in every),
        join_streams(streams.pairs for _, streams in every),
        letters_stream([text for text, _ in every], (streams.letters for _, streams in every)),
    )
    return dict(zip(DOCUMENT_TEXTS, values, strict=True))


def passage_texts(piece: Slice) -> dict[str, str]:
    """The text fields of a passage unit."""
    borders = [start for start, _ in piece.stretch.starts[1:]] if piece.stretch.cells else []
    values = (
        join_streams(_between(piece.tokens, borders)),
        join_streams(map(bigrams, piece.texts)),
        letters_stream(piece.texts, map(letters, piece.texts)),
    )
    return dict(zip(PASSAGE_TEXTS, values, strict=True))


def _between(tokens: Iterable[Token], borders: Sequence[int]) -> Iterator[list[str]]:
    for _, group in groupby(tokens, key=lambda token: bisect_right(borders, token.start)):
        yield _forms(group)


def _forms(tokens: Iterable[Token]) -> list[str]:
    return [token.form for token in tokens]
