"""A batch as a workbook: a row a line, with its first hits and their addresses."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final
from urllib.parse import urljoin

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles.alignment import Alignment
from openpyxl.styles.fills import PatternFill
from openpyxl.styles.fonts import Font
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from search_ui.batch.found import SHOWN, Line, as_row

_HEAD: Final = {"순서": 6, "찾은 말": 28, "건수": 9, "알림": 26, "검색 주소": 30}
_EACH: Final = {"제목": 42, "종류": 12, "날짜": 12, "주소": 30}
"""Headings of each hit, and widths in letters."""


def to_xlsx(lines: Sequence[Line], home: str, about: Sequence[str]) -> bytes:
    """The file; addresses begin with ``home``, ``about`` stands on a sheet of its own. Every text
    is a text cell: nothing of a query or a paper is ever a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "찾은 결과"
    each = [f"{name} {n}" for n in range(1, SHOWN + 1) for name in _EACH]
    _line(sheet, 1, [*_HEAD, *each])
    for at, line in enumerate(lines, 2):
        _line(sheet, at, _values(at - 1, line, home))
    _dress(sheet, [*_HEAD.values(), *list(_EACH.values()) * SHOWN])
    second = book.create_sheet("이 표에 대하여")
    for at, text in enumerate(about, 1):
        _line(second, at, [text])
    second.column_dimensions["A"].width = 90
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _values(n: int, line: Line, home: str) -> list[str | int]:
    row = as_row(line)
    values: list[str | int] = [
        n, line.query, line.total, _said(line), urljoin(home, row["href"])
    ]  # fmt: skip
    for hit in row["hits"]:
        values += [hit["title"], hit["kind"], hit["date"], urljoin(home, hit["href"])]
    return values


def _said(line: Line) -> str:
    if line.fault:
        return f"찾지 못함: {line.fault}"
    if line.instead:
        return f"‘{line.instead}’(으)로 찾음"
    return "모든 낱말이 있는 자료 없음" if not line.total else ""


def _line(sheet: Worksheet, at: int, values: Sequence[str | int]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(at, column)
        if isinstance(value, int):
            cell.value = value
            continue
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)
        cell.data_type = "s"  # a text that begins with = stays a text
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")


def _dress(sheet: Worksheet, widths: Sequence[int]) -> None:
    for cell, width in zip(sheet[1], widths, strict=True):
        sheet.column_dimensions[cell.column_letter].width = width
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="EEF2F6")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C2"
