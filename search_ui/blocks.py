"""A leaf's passages as blocks that the reader shows: paragraphs, headings, tables. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from records.model import Passage
from search_ui.marking import Span

Numbered = tuple[int, Passage]
"""A passage with its index in the document."""


def blocks(
    passages: Iterable[Numbered], marks: Mapping[int, Sequence[Span]], first: Mapping[int, int]
) -> list[dict[str, Any]]:
    """The blocks in order. ``first`` is the number of each passage's first mark among all."""
    made: list[dict[str, Any]] = []
    for table, group in groupby(passages, key=lambda one: _table(one[1])):
        run = list(group)
        if table:
            made.append({"table": _rows(run, marks, first)})
        else:
            made += (_paragraph(one, marks, first) for one in run)
    return made


def _paragraph(
    one: Numbered, marks: Mapping[int, Sequence[Span]], first: Mapping[int, int]
) -> dict[str, Any]:
    passage = one[1]
    return _text(one, marks, first) | {
        "heading": passage.heading,
        "speaker": passage.speaker,
        "article": passage.article,
    }


def _text(
    one: Numbered, marks: Mapping[int, Sequence[Span]], first: Mapping[int, int]
) -> dict[str, Any]:
    index, passage = one
    return {
        "i": index,
        "text": passage.text,
        "marks": [list(span) for span in marks.get(index, ())],
        "first": first.get(index, 0),
    }


def _rows(
    run: Sequence[Numbered], marks: Mapping[int, Sequence[Span]], first: Mapping[int, int]
) -> list[list[dict[str, Any] | None]]:
    """A grid by the cells' own rows and columns; where a cell has nothing, None."""
    placed: dict[tuple[int, int], dict[str, Any]] = {}
    for one in run:
        spot = _spot(one[1])
        cell = _text(one, marks, first)
        placed.setdefault(spot, {"parts": []})["parts"].append(cell)
    rows = sorted({row for row, _ in placed})
    columns = range(1, max(column for _, column in placed) + 1)
    return [[placed.get((row, column)) for column in columns] for row in rows]


def _table(passage: Passage) -> str:
    return passage.cell.partition(".")[0] if passage.cell else ""


def _spot(passage: Passage) -> tuple[int, int]:
    _, row, column = (f"{passage.cell}.1.1").split(".")[:3]
    return int(row), int(column)
