"""PDF through PDFium: the pages are the original's, a paragraph a block."""

import re
from collections.abc import Iterator
from typing import Any

from indexer.extract import media
from indexer.extract.model import Block, Extracted, Limits
from indexer.extract.native import pdfium
from indexer.extract.result import finish
from records.errors import Broken, Locked, TooLarge, Truncated, Unreadable

_TAIL = 4_096
_NEW_PARAGRAPH = re.compile(
    r"\s*([①-⑳㉠-㉻○●◦◯◎□■▪▫◇◆▷▶※*ㆍ·•\-–]\s?\S|제\s*\d+\s*[조장절]"
    r"|[가-하]\.\s|\(?\d{1,2}[.)]\s|[-–]\s?\d+\s?[-–]$)"
)
_SHORT_LINE = 0.75
SCAN = "글자층이 없는 스캔 PDF"


def read_pdf(content: bytes, limits: Limits) -> Extracted:
    """A PDF's text. Raises `Locked`, `Truncated`, `Broken`, and `Empty` for a scan."""
    document = open_pdf(content)
    try:
        pages = [_page_text(document, number) for number in range(len(document))]
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


def _page_text(document: Any, number: int) -> str:
    try:
        page = document[number]
        textpage = page.get_textpage()
        text: str = textpage.get_text_range()
    except pdfium.PdfiumError as error:
        raise Broken(f"PDF {number + 1}쪽을 읽을 수 없음: {error}") from error
    except MemoryError as error:
        raise TooLarge(f"PDF {number + 1}쪽이 메모리 한도를 넘음") from error
    # PDFium marks a hyphen at a line's end with U+FFFE: the word goes on.
    return text.replace("\ufffe\r\n", "").replace("\ufffe", "")


def _notes(pages: list[str]) -> list[str]:
    silent = [str(number) for number, text in enumerate(pages, 1) if not text.strip()]
    return [f"글자층이 없는 쪽: {', '.join(silent)}"] if silent else []


def _metadata(found: dict[str, str]) -> dict[str, str]:
    keys = {"Title": "title", "Author": "author", "CreationDate": "created"}
    return {keys[key]: value for key, value in found.items() if key in keys}


def _blocks(pages: list[str]) -> Iterator[Block]:
    for number, text in enumerate(pages, 1):
        for paragraph in _paragraphs(text):
            yield Block(paragraph, page=number)


def _paragraphs(text: str) -> Iterator[str]:
    """Lines joined until one ends early or the next begins with a mark of its own."""
    lines = [line.rstrip() for line in text.splitlines()]
    width = max((len(line) for line in lines), default=0)
    held: list[str] = []
    for line in lines:
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
