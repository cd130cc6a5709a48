"""The first column of a workbook that somebody uploads, read in a killable worker."""

from indexer.extract.model import Container
from indexer.extract.service import Extractor
from records.errors import Unsupported


def first_column(extractor: Extractor, content: bytes) -> list[str]:
    """Cells of column 1 on sheet 1, top down. Raises leaves of `Unreadable`."""
    found = extractor.extract_bytes("표.xlsx", content)
    if isinstance(found, Container):
        raise Unsupported("표가 아니라 파일 묶음입니다")
    return [block.text for block in found.blocks if _is_first(block.cell)]


def _is_first(cell: str | None) -> bool:
    """Cells are named sheet.row.column."""
    sheet, _, place = (cell or "").partition(".")
    return sheet == "1" and place.partition(".")[2] == "1"
