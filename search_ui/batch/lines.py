"""From what people paste or upload to queries: one a line, or the first column of a sheet."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from openpyxl.reader.excel import load_workbook

from records.errors import Misuse

MOST: Final = 300
"""Queries of one batch."""
LONGEST: Final = 200
"""Characters of a query."""
LARGEST: Final = 2 * 1024 * 1024
"""Bytes of a sheet."""
_INFLATED: Final = 30 * 1024 * 1024
"""Bytes of a sheet's parts when unpacked: a small file may claim to hold far more."""
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


def read_lines(content: bytes) -> list[str]:
    """The first column of an XLSX or CSV without its heading; raises `Misuse` for others."""
    if len(content) > LARGEST:
        raise Misuse("표가 너무 큽니다. 첫 칸만 남겨 다시 저장하세요")
    cells = _of_book(content) if content.startswith(b"PK") else _of_text(content)
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


def _of_book(content: bytes) -> Iterator[str]:
    """Streams the first sheet; values as they were last calculated."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _INFLATED:
                raise Misuse("표가 풀면 너무 커집니다. 첫 칸만 남겨 다시 저장하세요")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_col=1, max_row=20 * MOST, values_only=True)
        yield from ["" if row[0] is None else str(row[0]) for row in rows if row]
    except (BadZipFile, KeyError, ValueError, IndexError, TypeError, OSError, SyntaxError):
        raise Misuse(_BROKEN) from None
