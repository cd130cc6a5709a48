"""The ruling lines of a PDF's page: level and upright strokes, and thin filled bars.

Places are points of the page as it is shown, to the right and down.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from indexer.extract.native import pdfium

MOST: Final = 20_000
"""Lines of one page; with more it is a drawing, and no table is looked for."""
_THIN: Final = 3.0
_STRAIGHT: Final = 0.6
_DEPTH: Final = 3

Point = tuple[float, float]
Turn = Callable[[float, float], Point]
Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_TURNS: Final[tuple[Turn, ...]] = (
    lambda x, y: (x, -y),
    lambda x, y: (y, x),
    lambda x, y: (-x, y),
    lambda x, y: (-y, -x),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line ``at`` its place across, from ``start`` to ``end`` along itself."""

    upright: bool
    at: float
    start: float
    end: float


def turn_of(page: Any) -> Turn:
    """From the page's own points to those of the page as it is shown."""
    turns: int = page.get_rotation() // 90
    return _TURNS[turns % 4]


def rules(page: Any) -> list[Rule]:
    """The page's lines in no order; none when there are more than `MOST`."""
    turn = turn_of(page)
    found: list[Rule] = []
    for path, matrix in _paths(page.raw):
        found += _rules(path, matrix, turn)
        if len(found) > MOST:
            return []
    return found


def _paths(page: Any) -> Iterator[tuple[Any, Matrix]]:
    raw = pdfium.raw
    for number in range(raw.FPDFPage_CountObjects(page)):
        yield from _within(raw.FPDFPage_GetObject(page, number), _AS_IT_IS, _DEPTH)


def _within(item: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """The paths of an object with what they are moved by; forms hold objects of their own."""
    raw = pdfium.raw
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield item, _moved(item, outer)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
        matrix = _moved(item, outer)
        for number in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _within(raw.FPDFFormObj_GetObject(item, number), matrix, depth - 1)


def _moved(item: Any, outer: Matrix) -> Matrix:
    own = pdfium.raw.FS_MATRIX()
    if not pdfium.raw.FPDFPageObj_GetMatrix(item, own):
        return outer
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c, own.a * b + own.b * d,
        own.c * a + own.d * c, own.c * b + own.d * d,
        own.e * a + own.f * c + e, own.e * b + own.f * d + f,
    )  # fmt: skip


def _rules(path: Any, matrix: Matrix, turn: Turn) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.raw.FPDFPath_GetDrawMode(path, fill, stroke):
        return
    for points in _strokes(path, matrix, turn):
        if stroke.value:
            yield from filter(None, map(_line, points, points[1:]))
        elif fill.value:
            yield from filter(None, [_bar(points)])


def _strokes(path: Any, matrix: Matrix, turn: Turn) -> Iterator[list[Point]]:
    """The corners of each part of a path that is drawn without lifting the pen."""
    raw = pdfium.raw
    points: list[Point] = []
    for number in range(min(raw.FPDFPath_CountSegments(path), MOST)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        points.append(_place(segment, matrix, turn))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def _place(segment: Any, matrix: Matrix, turn: Turn) -> Point:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.raw.FPDFPathSegment_GetPoint(segment, x, y)
    a, b, c, d, e, f = matrix
    return turn(x.value * a + y.value * c + e, x.value * b + y.value * d + f)


def _line(one: Point, other: Point) -> Rule | None:
    """The straight line between two points, unless it is slanted or has no length."""
    (x0, y0), (x1, y1) = one, other
    if abs(y0 - y1) <= _STRAIGHT < abs(x0 - x1):
        return Rule(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
    if abs(x0 - x1) <= _STRAIGHT < abs(y0 - y1):
        return Rule(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1))
    return None


def _bar(points: Sequence[Point]) -> Rule | None:
    """A filled part as the line it looks like, if it is that thin."""
    if len(points) < 3:
        return None
    across, down = zip(*points, strict=True)
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    if bottom - top <= min(_THIN, right - left):
        return Rule(False, (top + bottom) / 2, left, right)
    if right - left <= _THIN:
        return Rule(True, (left + right) / 2, top, bottom)
    return None
