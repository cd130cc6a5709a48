"""The page operations of a worker, by media type."""

from indexer.extract import media
from indexer.extract.layout import hwp, pdf
from records.errors import Unsupported

Box = tuple[float, float, float, float]
_HWP = (media.HWP, media.HWPX, media.HWP3)


def count(content: bytes, media_type: str) -> int:
    """How many pages. Raises `Unsupported` for a format without pages."""
    if media_type == media.PDF:
        return pdf.count(content)
    if media_type in _HWP:
        return hwp.count(content)
    raise _no_pages(media_type)


def draw(content: bytes, media_type: str, page: int, width: int) -> bytes:
    """Page ``page`` (from 1), ``width`` pixels wide: PNG of a PDF, SVG of HWP and HWPX."""
    if media_type == media.PDF:
        return pdf.draw(content, page, width)
    if media_type in _HWP:
        return hwp.draw(content, page, width)
    raise _no_pages(media_type)


def boxes(content: bytes, media_type: str, page: int, needles: list[str]) -> list[Box]:
    """Where ``needles`` stand on the page: x0, y0, x1, y1 from the top left, 0 to 1."""
    if media_type == media.PDF:
        return pdf.boxes(content, page, needles)
    if media_type in _HWP:
        return hwp.boxes(content, page, needles)
    raise _no_pages(media_type)


def _no_pages(media_type: str) -> Unsupported:
    return Unsupported(f"쪽 그림을 만들 수 없는 형식: {media.SHORT.get(media_type, media_type)}")
