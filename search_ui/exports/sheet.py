"""A collection as a workbook: a row an item."""

from io import BytesIO
from typing import Final

from openpyxl.styles.alignment import Alignment
from openpyxl.styles.borders import Border, Side
from openpyxl.styles.fills import PatternFill
from openpyxl.styles.fonts import Font
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from search_ui.exports.rows import Row, Sheaf

COLUMNS: Final = {
    "순서": 6, "제목": 40, "종류": 12, "날짜": 12, "번호": 14, "쪽·조문": 12, "판": 24,
    "메모": 40, "글": 60, "주소": 30, "SHA-256": 20, "지금": 24,
}  # fmt: skip
"""Headings and their widths in letters."""
_THIN: Final = Side(style="thin", color="C9D1DA")


def to_xlsx(sheaf: Sheaf) -> bytes:
    """The file. Every text is a text cell: nothing of a paper is ever a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "자료집"
    _line(sheet, 1, [sheaf.name])
    _line(sheet, 2, [f"{len(sheaf.rows)}건 · {sheaf.made}"])
    _line(sheet, 3, list(COLUMNS))
    for at, row in enumerate(sheaf.rows, 4):
        _line(sheet, at, _values(row))
    _dress(sheet)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _values(row: Row) -> list[str | int]:
    version = row.version or (f"{row.revision}판" if row.revision else "")
    return [
        row.n, row.title, row.kind, row.day, row.number, row.place, version,
        row.note, row.text, row.link, row.sha256, row.state,
    ]  # fmt: skip


def _line(sheet: Worksheet, at: int, values: list[str] | list[str | int]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(at, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with = stays a text
            cell.quotePrefix = value[:1] in ("=", "+", "-", "@")


def _dress(sheet: Worksheet) -> None:
    for column, width in zip(sheet.iter_cols(1, len(COLUMNS), 3, 3), COLUMNS.values(), strict=True):
        sheet.column_dimensions[column[0].column_letter].width = width
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(_THIN, _THIN, _THIN, _THIN)
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[3]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="EEF2F6")
    sheet.freeze_panes = "C4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
