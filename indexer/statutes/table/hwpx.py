"""The table as HWPX, in the two columns councils print: changed words bold and underlined."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from hwpx import HwpxDocument

from indexer.statutes.changes import Comparison
from indexer.statutes.table.heading import heading
from indexer.statutes.table.rows import Cell, entries

_CONTROL: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")
_WHOLE: Final = 59_528 - 2 * 8_504
"""A4 without HWP's usual margins, in HWP units (1/7200 inch)."""


def to_hwpx(found: Comparison) -> bytes:
    """The file."""
    document, head = HwpxDocument.new(), heading(found)
    document.add_heading(_clean(head.title), level=1)
    document.add_paragraph(_clean(head.subtitle))
    rows = [(row.old, row.new) for entry in entries(found) for row in entry.rows]
    rows.insert(0, (Cell(head.old), Cell(head.new)))
    marked = document.styles.ensure_run(bold=True, underline=True)
    table = document.add_table(len(rows), 2, width=_WHOLE)
    for grid_row, row in zip(table.rows, rows, strict=True):
        for target, cell in zip(grid_row.cells, row, strict=True):
            _fill(target, cell, marked)
    return bytes(document.to_bytes())


def _fill(target: Any, cell: Cell, marked: str) -> None:
    """A paragraph a line, a run a stretch that is marked or not."""
    for number, (start, end) in enumerate(_line_spans(cell.text)):
        paragraph = target.paragraphs[0] if number == 0 else target.add_paragraph()
        for text, is_marked in _runs(cell, start, end):
            style = {"char_pr_id_ref": marked} if is_marked else {}
            paragraph.add_run(_clean(text), **style)


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _runs(cell: Cell, start: int, end: int) -> Iterator[tuple[str, bool]]:
    borders = {start, end} | {at for mark in cell.marks for at in mark if start < at < end}
    inside = [mark for mark in cell.marks if mark[0] < end and mark[1] > start]
    for low, high in pairwise(sorted(borders)):
        yield cell.text[low:high], any(a <= low < b for a, b in inside)


def _clean(text: str) -> str:
    return text.translate(_CONTROL).encode("utf-8", "replace").decode("utf-8")
