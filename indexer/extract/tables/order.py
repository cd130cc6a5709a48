"""The letters of a PDF's page in reading order: those of a cell together, the rest as they come.

The reader and the boxes of marks go by the same order, so that a mark is found where it is.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from indexer.extract.native import pdfium
from indexer.extract.tables.grid import Grid, grids
from indexer.extract.tables.rules import Turn, rules, turn_of

Spot = tuple[int, int, int]
"""Table of the page, row, column; all from 0."""


@dataclass(frozen=True, slots=True)
class Run:
    """The letters [first, last) of PDFium's own order, and the cell they stand in, if any."""

    first: int
    last: int
    spot: Spot | None = None


def runs(page: Any, textpage: Any) -> list[Run]:
    """Every letter of the page once. A table stands where its first letter came."""
    count = textpage.count_chars()
    found = grids(rules(page)) if count else []
    if not found:
        return [Run(0, count)]
    blanks = [chr(pdfium.raw.FPDFText_GetUnicode(textpage, at)).isspace() for at in range(count)]
    spots = _spots(textpage, blanks, found, turn_of(page))
    kept = _tables(spots, blanks)
    return list(_ordered(_cut([one if one and one[0] in kept else None for one in spots])))


def _spots(
    textpage: Any, blanks: Sequence[bool], found: Sequence[Grid], turn: Turn
) -> list[Spot | None]:
    """The cell of each letter. A blank, which may have no place of its own, is where the letter
    before it is."""
    spots: list[Spot | None] = []
    for at, blank in enumerate(blanks):
        spots.append((spots[-1] if spots else None) if blank else _spot(textpage, at, found, turn))
    return spots


def _spot(textpage: Any, at: int, found: Sequence[Grid], turn: Turn) -> Spot | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top):
        return None
    x, y = turn((left.value + right.value) / 2, (bottom.value + top.value) / 2)
    for table, grid in enumerate(found):
        if cell := grid.cell(x, y):
            return (table, *cell)
    return None


def _tables(spots: Sequence[Spot | None], blanks: Sequence[bool]) -> set[int]:
    """The grids with letters in two columns that leave words whole: others are frames and
    drawings, or squared paper under the text."""
    cells = {spot for spot in spots if spot}
    columns = Counter(table for table, _ in {(table, column) for table, _, column in cells})
    used, torn = Counter(table for table, _, _ in cells), Counter[int]()
    for at, (one, other) in enumerate(pairwise(spots)):
        if one and other and one != other and not (blanks[at] or blanks[at + 1]):
            torn[one[0]] += 1
    return {table for table in columns if columns[table] > 1 and torn[table] <= used[table] / 2}


def _cut(spots: Sequence[Spot | None]) -> list[Run]:
    made: list[Run] = []
    for spot, group in groupby(enumerate(spots), key=lambda one: one[1]):
        run = [at for at, _ in group]
        made.append(Run(run[0], run[-1] + 1, spot))
    return made


def _ordered(cut: Sequence[Run]) -> Iterator[Run]:
    """Runs as they come, but those of a table at once, row by row."""
    tables: dict[int, list[Run]] = {}
    for run in cut:
        if run.spot:
            tables.setdefault(run.spot[0], []).append(run)
    for run in cut:
        if run.spot is None:
            yield run
        else:
            own = tables.pop(run.spot[0], [])
            yield from sorted(own, key=lambda one: (one.spot or (), one.first))
