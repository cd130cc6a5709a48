"""PDF pages through PDFium."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from indexer.extract.layout.letters import find
from indexer.extract.native import pdfium
from indexer.extract.readers.pdf import open_pdf
from indexer.extract.tables.order import runs
from records.errors import Broken

_WIDEST = 4_000
_TALLEST = 12_000


def count(content: bytes) -> int:
    """How many pages."""
    document = open_pdf(content)
    try:
        return len(document)
    finally:
        document.close()


def draw(content: bytes, page: int, width: int) -> bytes:
    """One page as PNG, ``width`` pixels wide and at most 4,000."""
    with _page(content, page) as opened:
        across, down = opened.get_size()
        scale = min(width, _WIDEST) / across
        image = opened.render(scale=min(scale, _TALLEST / down)).to_pil()
        drawn = io.BytesIO()
        image.save(drawn, "PNG")
        return drawn.getvalue()


def boxes(content: bytes, page: int, needles: list[str]) -> list[tuple[float, float, float, float]]:
    """The boxes of the needles, one a line of text that they touch."""
    with _page(content, page) as opened:
        textpage = opened.get_textpage()
        order = [at for run in runs(opened, textpage) for at in range(run.first, run.last)]
        letters = [_letter(textpage, at) for at in order]
        left, bottom, right, top = opened.get_bbox()
        across, down = right - left, top - bottom
        return [
            ((x0 - left) / across, (top - y1) / down, (x1 - left) / across, (top - y0) / down)
            for first, last in find(letters, needles)
            for x0, y0, x1, y1 in _rectangles(textpage, order[first : last + 1])
        ]


def _letter(textpage: Any, at: int) -> str:
    code = pdfium.raw.FPDFText_GetUnicode(textpage, at)
    return chr(code) if 0 < code <= 0x10FFFF else ""


def _rectangles(
    textpage: Any, letters: Sequence[int]
) -> Iterator[tuple[float, float, float, float]]:
    """Of letters that follow each other on the page, but the lines of a cell do not."""
    for _, group in groupby(enumerate(letters), key=lambda one: one[1] - one[0]):
        run = [at for _, at in group]
        for number in range(textpage.count_rects(run[0], len(run))):
            yield textpage.get_rect(number)


@contextmanager
def _page(content: bytes, page: int) -> Iterator[Any]:
    document = open_pdf(content)
    try:
        if not 1 <= page <= len(document):
            raise Broken(f"{page}쪽이 없음: 모두 {len(document)}쪽")
        yield document[page - 1]
    except pdfium.PdfiumError as error:
        raise Broken(f"PDF {page}쪽을 그릴 수 없음: {error}") from error
    finally:
        document.close()
