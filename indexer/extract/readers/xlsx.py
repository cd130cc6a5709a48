"""XLSX through openpyxl, which keeps the row and column that Tika's tables lose."""

import importlib
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from indexer.extract import media
from indexer.extract.model import Block, Extracted, Limits
from indexer.extract.readers.office import check_parts
from indexer.extract.result import finish
from records.errors import Broken

_openpyxl: Any = importlib.import_module("openpyxl")
_MIDNIGHT = time()


def read_xlsx(content: bytes, limits: Limits) -> Extracted:
    """A workbook: a block a cell, ``cell`` = sheet number.row.column as the sheet counts them,
    ``sheet`` its name."""
    check_parts(content, limits)
    try:
        book = _openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise Broken(f"XLSX로 읽을 수 없음: {error}") from error
    properties = book.properties
    found = {"title": properties.title or "", "author": properties.creator or ""}
    return finish(media.XLSX, _blocks(book), limits, metadata=found, empty="값이 없는 표 문서")


def _blocks(book: Any) -> Iterator[Block]:
    for number, sheet in enumerate(book.worksheets, 1):
        yield Block(sheet.title, heading=True, sheet=sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    place = f"{number}.{cell.row}.{cell.column}"
                    yield Block(_shown(cell), cell=place, sheet=sheet.title)


def _shown(cell: Any) -> str:
    """As people read it in the sheet, without loss: thousands with commas, no rounding."""
    value, form = cell.value, cell.number_format or ""
    text = str(value)
    if isinstance(value, datetime):
        text = str(value.date() if value.time() == _MIDNIGHT else value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        text = _number(value, form)
    comment = cell.comment.text if cell.comment else ""
    return f"{text}\n{comment}" if comment else text


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{round(value * 100, 10):g}%"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return f"{value:,}" if "," in form else str(value)
