"""From what people paste or upload to queries: one a line, or the first column of a sheet."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from records.errors import Misuse

Column = Callable[[bytes], Sequence[str]]
"""Reads the first column of a workbook's first sheet, out of this process."""
MOST: Final = 300
"""Queries of one batch."""
LONGEST: Final = 200
"""Characters of a query."""
LARGEST: Final = 2 * 1024 * 1024
"""Bytes of a sheet."""
_HEADINGS: Final = frozenset({"검색어", "찾을말", "질의", "제목", "낱말", "query", "q", "title"})
_BROKEN: Final = "표를 읽지 못했습니다. XLSX나 CSV로 다시 저장해 올리세요"
LIMITS: Final = (
    f"한 번에 {MOST}줄까지, 한 줄은 {LONGEST}글자까지입니다. 표는 첫 장의 첫 칸만 읽고"
    f" {LARGEST // 1024 // 1024}MB까지 받습니다. 올린 파일은 남기지 않습니다."
)


def tidied(lines: Iterable[str]) -> list[str]:
    """Queries without blanks around and blank lines; raises `Misuse` beyond the limits."""
    found = [plain for line in lines if (plain := " ".join(line.split()))]
    if len(found) > MOST:
        raise Misuse(f"{len(found):,}줄입니다. {MOST}줄까지 나누어 찾으세요")
    if long := next((n for n, line in enumerate(found, 1) if len(line) > LONGEST), None):
        raise Misuse(f"{long}번째 줄이 {LONGEST}글자를 넘습니다")
    return found


def read_lines(content: bytes, column: Column | None) -> list[str]:
    """The first column of an XLSX or CSV without its heading; raises `Misuse` for others, and
    what ``column`` raises for a workbook that cannot be read."""
    if len(content) > LARGEST:
        raise Misuse("표가 너무 큽니다. 첫 칸만 남겨 다시 저장하세요")
    cells = _of_book(content, column) if content.startswith(b"PK") else _of_text(content)
    found = tidied(cells)
    return found[1:] if found and "".join(found[0].split()).lower() in _HEADINGS else found


def _of_text(content: bytes) -> Iterator[str]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp949", "replace")
    if "\0" in text:
        raise Misuse(_BROKEN)
    try:
        tabbed = "\t" in text.partition("\n")[0]
        yield from (
            row[0]
            for row in csv.reader(StringIO(text), csv.excel_tab if tabbed else csv.excel)
            if row
        )
    except csv.Error:
        raise Misuse(_BROKEN) from None


def _of_book(content: bytes, column: Column | None) -> Iterable[str]:
    if column is None:
        raise Misuse("여기서는 XLSX를 읽지 않습니다. CSV로 저장해 올리거나 붙여 넣으세요")
    return column(content)
