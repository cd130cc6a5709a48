"""PDF through PDFium: the pages are the original's, a paragraph a block, ruled tables as cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from indexer.extract import media
from indexer.extract.model import Block, Extracted, Limits
from indexer.extract.native import pdfium
from indexer.extract.result import finish
from indexer.extract.tables.order import Spot, runs
from records.errors import Broken, Locked, TooLarge, Truncated, Unreadable

_TAIL = 4_096
_NEW_PARAGRAPH = re.compile(
    r"\s*([①-⑳㉠-㉻○●◦◯◎□■▪▫◇◆▷▶※*ㆍ·•\-–]\s?\S|제\s*\d+\s*[조장절]"
    r"|[가-하]\.\s|\(?\d{1,2}[.)]\s|[-–]\s?\d+\s?[-–]$)"
)
_SHORT_LINE = 0.75
SCAN = "글자층이 없는 스캔 PDF"
Piece = tuple[str, Spot | None]
"""Letters that come one after another, and the cell they stand in, if any."""


def read_pdf(content: bytes, limits: Limits) -> Extracted:
    """A PDF's text. Raises `Locked`, `Truncated`, `Broken`, and `Empty` for a scan."""
    document = open_pdf(content)
    try:
        pages = [_page(document, number) for number in range(len(document))]
        metadata = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    return finish(
        media.PDF,
        _blocks(pages),
        limits,
        metadata=_metadata(metadata),
        pages=len(pages),
        pages_are="original",
        notes=_notes(pages),
        empty=SCAN,
    )


def open_pdf(content: bytes) -> Any:
    """The opened document. Raises `Locked`, `Truncated` or `Broken`."""
    if b"%%EOF" not in content[-_TAIL:]:
        raise Truncated("PDF의 끝(%%EOF)이 없음: 중간에 끊긴 파일")
    try:
        document = pdfium.PdfDocument(content)
        len(document)
    except pdfium.PdfiumError as error:
        raise _fault(error) from error
    return document


def _fault(error: Exception) -> Unreadable:
    if getattr(error, "err_code", None) in (
        pdfium.raw.FPDF_ERR_PASSWORD,
        pdfium.raw.FPDF_ERR_SECURITY,
    ):
        return Locked("비밀번호가 걸린 PDF")
    return Broken(f"PDF로 읽을 수 없음: {error}")


def _page(document: Any, number: int) -> list[Piece]:
    try:
        page = document[number]
        textpage = page.get_textpage()
        return [
            (_text(textpage, run.first, run.last - run.first), run.spot)
            for run in runs(page, textpage)
        ]
    except pdfium.PdfiumError as error:
        raise Broken(f"PDF {number + 1}쪽을 읽을 수 없음: {error}") from error
    except MemoryError as error:
        raise TooLarge(f"PDF {number + 1}쪽이 메모리 한도를 넘음") from error


def _text(textpage: Any, first: int, count: int) -> str:
    text: str = textpage.get_text_range(first, count)
    # PDFium marks a hyphen at a line's end with U+FFFE: the word goes on.
    return text.replace("\ufffe\r\n", "").replace("\ufffe", "")


def _notes(pages: Sequence[Sequence[Piece]]) -> list[str]:
    silent = [
        str(number)
        for number, pieces in enumerate(pages, 1)
        if not any(text.strip() for text, _ in pieces)
    ]
    return [f"글자층이 없는 쪽: {', '.join(silent)}"] if silent else []


def _metadata(found: dict[str, str]) -> dict[str, str]:
    keys = {"Title": "title", "Author": "author", "CreationDate": "created"}
    return {keys[key]: value for key, value in found.items() if key in keys}


def _blocks(pages: Iterable[Sequence[Piece]]) -> Iterator[Block]:
    tables = 0
    for number, pieces in enumerate(pages, 1):
        width = max((len(line) for line in _lines(pieces)), default=0)
        for table, group in groupby(pieces, key=lambda piece: piece[1] and piece[1][0]):
            tables += table is not None
            for spot, own in groupby(group, key=lambda piece: piece[1]):
                cell = f"{tables}.{spot[1] + 1}.{spot[2] + 1}" if spot else None
                text = "\n".join(piece[0].strip() if spot else piece[0] for piece in own)
                for paragraph in _paragraphs(text, 0 if spot else width):
                    yield Block(paragraph, page=number, cell=cell)


def _lines(pieces: Iterable[Piece]) -> Iterator[str]:
    """The lines of the page that are in no table."""
    for text, spot in pieces:
        if spot is None:
            yield from (line.rstrip() for line in text.splitlines())


def _paragraphs(text: str, width: int) -> Iterator[str]:
    """Lines joined until one ends early, by the ``width`` of most, or the next begins with a
    mark of its own."""
    held: list[str] = []
    for line in (line.rstrip() for line in text.splitlines()):
        if held and (not line.strip() or _NEW_PARAGRAPH.match(line)):
            yield "\n".join(held)
            held = []
        if line.strip():
            held.append(line)
        if held and len(line) < width * _SHORT_LINE:
            yield "\n".join(held)
            held = []
    if held:
        yield "\n".join(held)
