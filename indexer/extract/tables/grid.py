"""Grids of ruling lines: lines that cross make a table, what they enclose its cells. Pure.

A table may be open at its sides, as most are here; its ends are those of its lines. Cells that
no line divides are one, known by the first row and column of it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from indexer.extract.tables.rules import Rule

_NEAR: Final = 3.0
"""Points within which lines are one, or touch: a double line is one."""
_SHORTEST: Final = 8.0
_MOST_CROSSINGS: Final = 250_000
_MOST_CELLS: Final = 10_000
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where its columns and rows begin and end, and of each row and column (from 0)
    the cell it belongs to."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: dict[Spot, Spot] = field(repr=False)

    def cell(self, x: float, y: float) -> Spot | None:
        """The cell with the point in it, if the table has it."""
        row, column = bisect_right(self.down, y) - 1, bisect_right(self.across, x) - 1
        return self.cells.get((row, column))

    @property
    def size(self) -> float:
        """The square points that it takes up."""
        return (self.across[-1] - self.across[0]) * (self.down[-1] - self.down[0])


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The tables that the lines make, the smallest first: one within another comes before it."""
    every = list(rules)
    level = _joined(one for one in every if not one.upright)
    upright = _joined(one for one in every if one.upright)
    if len(level) * len(upright) > _MOST_CROSSINGS:
        return []
    found = (_grid(*group) for group in _groups(level, upright))
    return sorted((grid for grid in found if grid), key=lambda grid: grid.size)


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines in one place that touch are one; what is still short then is none."""
    every = list(rules)
    places = _ticks(one.at for one in every)
    made: list[Rule] = []
    for one in sorted(every, key=lambda one: (_nearest(places, one.at), one.start)):
        at = places[_nearest(places, one.at)]
        if made and made[-1].at == at and one.start <= made[-1].end + _NEAR:
            one = Rule(one.upright, at, made[-1].start, max(one.end, made.pop().end))
        made.append(Rule(one.upright, at, one.start, one.end))
    return [one for one in made if one.end - one.start >= _SHORTEST]


def _groups(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that hang together by touching, as level ones and upright ones."""
    left, loose = set(range(len(upright))), set(range(len(level)))
    while loose:
        rows, columns, new = set[int](), set[int](), {loose.pop()}
        while new:
            rows |= new
            met = {n for n in left if any(_touch(level[at], upright[n]) for at in new)}
            left -= met
            columns |= met
            new = {n for n in loose if any(_touch(level[n], upright[at]) for at in met)}
            loose -= new
        if columns:
            yield [level[n] for n in sorted(rows)], [upright[n] for n in sorted(columns)]


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """The table of lines that hang together; None for a frame without columns."""
    across = _ticks([*(one.at for one in upright), *_ends(level)])
    down = _ticks([*(one.at for one in level), *_ends(upright)])
    rows, columns = len(down) - 1, len(across) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    walls = (_walls(upright, across, down), _walls(level, down, across))
    return Grid(tuple(across), tuple(down), dict(_cells(rows, columns, *walls)))


def _ends(rules: Sequence[Rule]) -> tuple[float, float]:
    return min(one.start for one in rules), max(one.end for one in rules)


def _walls(rules: Sequence[Rule], places: Sequence[float], along: Sequence[float]) -> set[Spot]:
    """(place, step) where a line at that place stands along most of that step."""
    return {
        (_nearest(places, one.at), step)
        for one in rules
        for step, (start, end) in enumerate(pairwise(along))
        if min(one.end, end) - max(one.start, start) > (end - start) / 2
    }


def _cells(
    rows: int, columns: int, upright: set[Spot], level: set[Spot]
) -> Iterator[tuple[Spot, Spot]]:
    """Each row and column with the first row and column of its cell."""
    seen: set[Spot] = set()
    for first in ((row, column) for row in range(rows) for column in range(columns)):
        new = [] if first in seen else [first]
        while new:
            spot = new.pop()
            if spot in seen:
                continue
            seen.add(spot)
            yield spot, first
            new += _beside(spot, rows, columns, upright, level)


def _beside(
    spot: Spot, rows: int, columns: int, upright: set[Spot], level: set[Spot]
) -> Iterator[Spot]:
    """The neighbours that no line divides from ``spot``."""
    row, column = spot
    if column + 1 < columns and (column + 1, row) not in upright:
        yield row, column + 1
    if column and (column, row) not in upright:
        yield row, column - 1
    if row + 1 < rows and (row + 1, column) not in level:
        yield row + 1, column
    if row and (row, column) not in level:
        yield row - 1, column


def _ticks(places: Iterable[float]) -> list[float]:
    """The places in order, those near each other as the one in their middle."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _nearest(places: Sequence[float], place: float) -> int:
    at = bisect_right(places, place)
    return min(
        range(max(0, at - 1), min(at + 1, len(places))), key=lambda n: abs(places[n] - place)
    )
