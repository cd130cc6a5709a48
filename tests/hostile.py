"""Files made to be read and files made to hurt, small enough to make on the spot."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import docx
import openpyxl
import pptx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def pdf(text: str = "Bill 17817", password: str | None = None, pages: int = 1) -> bytes:
    made = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(made, encrypt=lock)
    for _ in range(pages):
        if text:
            canvas.drawString(100, 700, text)
        else:
            canvas.rect(100, 100, 200, 200)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    document.core_properties.title = "검토보고서"
    document.add_heading("검토의견", level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(1, 1).text = "예산액", "1,234"
    return _saved(document)


def sheet() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "세입"
    first["A1"], first["C3"] = "항목", 1234567.5
    first["C3"].number_format = "#,##0"
    book.create_sheet("세출")["B2"] = "집행률"
    return _saved(book)


def slides() -> bytes:
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "주요업무보고"
    return _saved(show)


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "seo@example.org", "council@example.org"
    message["Subject"] = "요구자료 제출"
    message["Date"] = "Mon, 02 Feb 2009 09:00:00 +0900"
    message.set_content("의원요구자료를 보냅니다.\n")
    message.add_attachment(sheet(), maintype="application", subtype="x", filename="예산.xlsx")
    message.add_attachment("붙임 글", filename="붙임.txt")
    return message.as_bytes()


def claiming(size: int) -> bytes:
    """A ZIP whose member says that it unpacks to ``size`` bytes, in both of its headers."""
    content = bytearray(zipped({"a.txt": b"x" * 10}, zipfile.ZIP_STORED))
    central = content.index(b"PK\x01\x02")
    for at in (22, central + 24):
        content[at : at + 4] = size.to_bytes(4, "little")
    return bytes(content)


def nested_zip(depth: int) -> bytes:
    content = b"deep inside"
    for level in range(depth):
        content = zipped({f"{level}.zip" if level else "paper.txt": content})
    return content


def replaced(archive: bytes, name: str, content: bytes) -> bytes:
    """``archive`` with another member ``name``."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        members = {info.filename: opened.read(info) for info in opened.infolist()}
    return zipped(members | {name: content})


def _saved(document: object) -> bytes:
    made = io.BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()
