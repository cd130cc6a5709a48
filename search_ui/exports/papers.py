"""A collection as a paper to read and to print: DOCX and HWPX of the same parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import docx
from docx.oxml.ns import qn
from docx.shared import Pt
from hwpx import HwpxDocument

from search_ui.exports.rows import Row, Sheaf

FONT = "맑은 고딕"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: ``what`` it is and its text, lines apart by newlines."""

    what: Literal["title", "heading", "fact", "note", "text"]
    text: str


def parts(sheaf: Sheaf) -> Iterator[Part]:
    """The paper's parts in order."""
    yield Part("title", sheaf.name)
    yield Part("fact", f"{len(sheaf.rows)}건 · {sheaf.made}")
    for row in sheaf.rows:
        yield from _of(row)


def _of(row: Row) -> Iterator[Part]:
    yield Part("heading", f"{row.n}. {row.title}" + (f" ({row.place})" if row.place else ""))
    if row.note:
        yield Part("note", f"메모: {row.note}")
    if row.state:
        yield Part("fact", row.state)
    if row.text:
        yield Part("text", row.text)
    if row.card:
        yield Part("fact", row.card)


def to_docx(sheaf: Sheaf) -> bytes:
    """The file for Word."""
    paper = docx.Document()
    _set_font(paper)
    for part in parts(sheaf):
        if part.what in ("title", "heading"):
            paper.add_heading(part.text, level=1 if part.what == "title" else 2)
            continue
        run = paper.add_paragraph(style="Quote" if part.what == "text" else None).add_run(part.text)
        run.bold, run.italic = part.what == "note", False
        if part.what == "fact":
            run.font.size = Pt(9)
    content = BytesIO()
    paper.save(content)
    return content.getvalue()


def _set_font(paper: "docx.document.Document") -> None:
    """One Korean type in every style in use."""
    for name in ("Normal", "Heading 1", "Heading 2", "Quote"):
        font = paper.styles[name].font
        font.name = FONT
        fonts = font.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:eastAsia", "w:ascii", "w:hAnsi"):
            fonts.set(qn(script), FONT)


def to_hwpx(sheaf: Sheaf) -> bytes:
    """The file for Hangul."""
    paper = HwpxDocument.new()
    bold = paper.styles.ensure_run(bold=True)
    for part in parts(sheaf):
        if part.what in ("title", "heading"):
            paper.add_heading(part.text, level=1 if part.what == "title" else 2)
            continue
        for line in part.text.split("\n"):
            own = bold if part.what == "note" else None
            paper.add_paragraph("").add_run(line.replace("\t", " "), char_pr_id_ref=own)
    return bytes(paper.to_bytes())
