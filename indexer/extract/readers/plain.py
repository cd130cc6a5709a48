"""Plain text, HTML and XML."""

import re
from html import unescape

from indexer.extract import media
from indexer.extract.encoding import Decoded, decode
from indexer.extract.model import Block, Extracted, Limits
from indexer.extract.result import finish
from indexer.extract.xhtml import xhtml_blocks
from indexer.extract.xml import parse_xml, refuse_doctype
from records.errors import Broken

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
_CUT = "마지막 글자가 잘린 글: 파일이 중간에 끊겼을 수 있음"


def read_text(content: bytes, limits: Limits) -> Extracted:
    """A text file, a line a block."""
    decoded = _decoded(content)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks = (Block(line) for line in lines)
    return finish(media.TEXT, blocks, limits, notes=_notes(decoded))


def read_html(content: bytes, limits: Limits) -> Extracted:
    """A web page without its scripts, in the encoding it names or else shows."""
    decoded = _decoded_html(content)
    title = _TITLE.search(decoded.text)
    found = {"title": unescape(title[1])} if title else {}
    blocks = xhtml_blocks(decoded.text)
    return finish(media.HTML, blocks, limits, metadata=found, notes=_notes(decoded))


def read_xml(content: bytes, limits: Limits) -> Extracted:
    """The texts of an XML file in order. Entities and document types are refused."""
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    refuse_doctype(content, "XML")
    root = parse_xml(content)
    blocks = (Block(str(text)) for text in root.itertext())
    return finish(media.XML, blocks, limits)


def _decoded(content: bytes) -> Decoded:
    try:
        return decode(content)
    except UnicodeError as error:
        raise Broken("글자 인코딩을 알 수 없음") from error


def _decoded_html(content: bytes) -> Decoded:
    """By what the bytes are; only when they are nothing known, by what they say, with the
    damaged letters marked."""
    try:
        return decode(content)
    except UnicodeError:
        named = _CHARSET.search(content[:4096])
    try:
        name = named[1].decode("ascii") if named else "utf-8"
        return Decoded(content.decode(name, "replace"), name)
    except LookupError as error:
        raise Broken("글자 인코딩을 알 수 없음") from error


def _notes(decoded: Decoded) -> list[str]:
    return [_CUT] if decoded.cut else []
