"""Papers to files: HWPX, DOCX, PDF, XLSX, HTML. One function a format, chosen by `Paper.form`."""

import html
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from hwpx import HwpxDocument
from openpyxl.workbook.workbook import Workbook
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as PdfTable
from reportlab.platypus.flowables import PageBreak as PdfPageBreak
from reportlab.platypus.flowables import Spacer

import search_ui
from ucouncil.demo.paper import MARK, Block, Heading, PageBreak, Paper, Table, Text

_FONT = "NanumGothic"


def write(paper: Paper, folder: Path) -> Path:
    """Write ``paper`` below ``folder`` in its form, and return the file's path."""
    path = folder / paper.path
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = (Heading(paper.title), Text(MARK), *paper.blocks)
    path.write_bytes(_WRITERS[paper.form](paper.title, whole))
    return path


def _hwpx(title: str, blocks: tuple[Block, ...]) -> bytes:
    document = HwpxDocument.new()
    for block in blocks:
        match block:
            case Heading(text):
                document.add_heading(text, level=1)
            case Text(text):
                document.add_paragraph(text, inherit_style=False)
            case Table(rows):
                _hwpx_table(document, rows)
            case PageBreak():
                document.add_paragraph("", inherit_style=False, pageBreak="1")
    return bytes(document.to_bytes())


def _hwpx_table(document: HwpxDocument, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.set_cell_text(number, column, text)


def _docx(title: str, blocks: tuple[Block, ...]) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for block in blocks:
        match block:
            case Heading(text):
                document.add_heading(text, level=1)
            case Text(text):
                document.add_paragraph(text)
            case Table(rows):
                table = document.add_table(len(rows), len(rows[0]))
                for cells, row in zip(table.rows, rows, strict=True):
                    for cell, text in zip(cells.cells, row, strict=True):
                        cell.text = text
            case PageBreak():
                document.add_page_break()
    return _saved(document.save)


def _pdf(title: str, blocks: tuple[Block, ...]) -> bytes:
    _register_font()
    plain = ParagraphStyle("plain", fontName=_FONT, fontSize=10.5, leading=17, alignment=TA_LEFT)
    bold = ParagraphStyle("bold", parent=plain, fontSize=14, leading=24)
    grid = [("FONT", (0, 0), (-1, -1), _FONT, 9.5), ("GRID", (0, 0), (-1, -1), 0.4, "#888888")]
    story: list[Any] = []
    for block in blocks:
        match block:
            case Heading(text):
                story.append(Paragraph(html.escape(text), bold))
            case Text(text):
                story.append(Paragraph(html.escape(text), plain))
            case Table(rows):
                story += [PdfTable([list(row) for row in rows], style=grid), Spacer(1, 8)]
            case PageBreak():
                story.append(PdfPageBreak())
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, title=title, invariant=1).build(story)
    return stream.getvalue()


def _register_font() -> None:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        font = Path(search_ui.__file__).parent / "static" / "fonts" / f"{_FONT}.ttf"
        pdfmetrics.registerFont(TTFont(_FONT, str(font)))


def _xlsx(title: str, blocks: tuple[Block, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "총괄"
    book.properties.title = title
    for block in blocks:
        match block:
            case Heading(text) | Text(text):
                sheet.append([text])
            case Table(rows):
                for row in rows:
                    sheet.append([_number(cell) for cell in row])
            case PageBreak():
                sheet = book.create_sheet(f"세부{len(book.sheetnames)}")
    return _saved(book.save)


def _number(cell: str) -> str | int:
    plain = cell.replace(",", "")
    return int(plain) if plain.isdigit() else cell


def _html(title: str, blocks: tuple[Block, ...]) -> bytes:
    parts = []
    for block in blocks:
        match block:
            case Heading(text):
                parts.append(f"<h1>{html.escape(text)}</h1>")
            case Text(text, speaker):
                mark = ' class="speaker"' if speaker else ""
                parts.append(f"<p{mark}>{html.escape(text)}</p>")
            case Table(rows):
                cells = ("".join(f"<td>{html.escape(c)}</td>" for c in row) for row in rows)
                parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
            case PageBreak():
                parts.append("<hr>")
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    body = "\n".join(parts)
    return (
        f"<!doctype html>\n<html lang=ko><head>{head}</head>\n<body>{body}</body></html>".encode()
    )


def _saved(save: Callable[[Any], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


_WRITERS: dict[str, Callable[[str, tuple[Block, ...]], bytes]] = {
    "hwpx": _hwpx,
    "docx": _docx,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "html": _html,
}
