"""The radar as a workbook: a row a place, one sheet for what changed and one for repairs."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

from openpyxl.styles.alignment import Alignment
from openpyxl.styles.fills import PatternFill
from openpyxl.styles.fonts import Font
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from search_ui.radar.words import CHANGES, PROBLEMS, ROLES
from search_ui.radar_tools import Alert, Citing, Repair

MEDIA: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST: Final = 32_000
"""Letters of a cell; Excel takes 32,767."""
_PLACE: Final = {
    "인용한 곳": 40,
    "종류": 10,
    "조문": 12,
    "관계": 8,
    "인용한 글": 30,
    "그 글의 날": 12,
}
_ALERTS: Final = {
    "법령": 30, "조문": 12, "바뀜": 10, "지금 조문": 12, "시행일": 12, "상태": 10,
    **_PLACE, "앞의 글": 60, "뒤의 글": 60,
}  # fmt: skip
_REPAIRS: Final = {
    "법령": 30, "조문": 12, "문제": 16, "고칠 번호": 12, "언제부터": 12, "근거": 40, **_PLACE,
}  # fmt: skip


def to_xlsx(alerts: Iterable[Alert], repairs: Iterable[Repair]) -> bytes:
    """The file. Every text is a text cell: nothing of a paper is ever a formula."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _fill(first, "바뀐 조문", _ALERTS, map(_alert, alerts))
    _fill(book.create_sheet(), "고칠 인용", _REPAIRS, map(_repair, repairs))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _alert(one: Alert) -> Sequence[str]:
    now = one.now if one.now != one.article else ""
    state = "시행예정" if one.upcoming else "시행 중"
    state += ", 이미 반영했을 수 있음" if one.foreseen else ""
    head = (one.name, one.article, CHANGES[one.change], now or "", f"{one.since}", state)
    return (*head, *_place(one.citing), one.before, one.after)


def _repair(one: Repair) -> Sequence[str]:
    since = f"{one.since}" if one.since else ""
    head = (one.name, one.article or "", PROBLEMS[one.problem], one.proposed or "", since)
    return (*head, one.evidence, *_place(one.citing))


def _place(citing: Citing) -> Sequence[str]:
    kind, role = citing.kind.korean, ROLES[citing.role]
    return (citing.title, kind, citing.article or "", role, citing.text, f"{citing.written}")


def _fill(
    sheet: Worksheet, title: str, columns: dict[str, int], rows: Iterable[Sequence[str]]
) -> None:
    sheet.title = title
    for at, values in enumerate((tuple(columns), *rows), 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(at, column)
            cell.value = _clean(value)
            cell.data_type = "s"
            cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDEFGHIJKLMN", columns.values(), strict=False):
        sheet.column_dimensions[letter].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="EEF2F6")
    sheet.freeze_panes = "A2"


def _clean(text: str) -> str:
    """Without what a workbook cannot hold."""
    kept = "".join(c for c in text if c >= " " or c == "\n")
    return kept.encode("utf-8", "ignore").decode()[:_LONGEST]
