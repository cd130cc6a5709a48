"""The table as a workbook: 조문 · 구분 · 현행 · 개정, changed words underlined and red."""

import re
from io import BytesIO
from typing import Final

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.alignment import Alignment
from openpyxl.styles.borders import Border, Side
from openpyxl.styles.fonts import Font
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from indexer.statutes.changes import Comparison
from indexer.statutes.table.heading import heading
from indexer.statutes.table.rows import Cell, Row, entries

_MOST: Final = 32_000
"""Letters of a cell: Excel drops what is beyond 32,767."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_THIN: Final = Side(style="thin")
_WIDTHS: Final = {"A": 14, "B": 10, "C": 60, "D": 60}


def to_xlsx(found: Comparison) -> bytes:
    """The file."""
    book, head = Workbook(), heading(found)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "신구조문대비표"
    _line(sheet, [head.title])
    _line(sheet, [head.subtitle])
    _line(sheet, ["조문", "구분", head.old, head.new])
    for entry in entries(found):
        for row in entry.rows:
            for old, new in _cut(row):
                _line(sheet, [entry.name, entry.note, _rich(old), _rich(new)])
    _dress(sheet)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _line(sheet: Worksheet, values: list[str | CellRichText]) -> None:
    """One row below the others; a text that begins with ``=`` stays a text."""
    row = sheet.max_row + (sheet["A1"].value is not None)
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.value = _clean(value) if isinstance(value, str) else value
        if isinstance(value, str):
            cell.data_type = "s"


def _cut(row: Row) -> list[tuple[Cell, Cell]]:
    """A row as several where a text is longer than a cell may be."""
    count = max(1, -(-max(len(row.old.text), len(row.new.text)) // _MOST))
    return [(_part(row.old, n), _part(row.new, n)) for n in range(count)]


def _part(cell: Cell, number: int) -> Cell:
    low, high = number * _MOST, (number + 1) * _MOST
    marks = ((max(s, low) - low, min(e, high) - low) for s, e in cell.marks if s < high and e > low)
    return Cell(cell.text[low:high], tuple(marks))


def _rich(cell: Cell) -> str | CellRichText:
    if not cell.marks:
        return cell.text
    parts: list[str | TextBlock] = []
    at = 0
    for start, end in cell.marks:
        marked = TextBlock(InlineFont(u="single", color="C00000"), _clean(cell.text[start:end]))
        parts += [_clean(cell.text[at:start]), marked]
        at = end
    parts.append(_clean(cell.text[at:]))
    return CellRichText([part for part in parts if part])


def _clean(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)


def _dress(sheet: Worksheet) -> None:
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(_THIN, _THIN, _THIN, _THIN)
    for cell in (*sheet[1], *sheet[3]):
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
