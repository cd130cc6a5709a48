"""XML of official sources: parsed without DTD and entities, mended where they are known to break.

Two breaks are known: an HTML entity (``&middot;``) in the echoed query, and control characters.
Both are mended outside and inside CDATA respectively, and only after the strict parser refused.
"""

import html
import re
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from records.errors import WrongForm

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*;)")


def parse(body: bytes) -> Element:
    """Return the root of ``body``; raise `WrongForm` when it is no XML even after mending."""
    return parse_text(body.decode("utf-8", "replace"))


def parse_text(text: str, *, doctype: bool = False) -> Element:
    """As `parse`, of text without a declaration of its encoding.

    ``doctype`` allows the document to name a DTD, which is never loaded; entities that it
    declares itself are refused all the same.
    """
    text = text.lstrip("\ufeff \t\r\n")
    try:
        return _strict(text, doctype)
    except ParseError:
        pass
    try:
        return _strict(_mended(text), doctype)
    except ParseError as error:
        raise WrongForm(f"XML을 읽을 수 없습니다: {error}") from None


def _strict(text: str, doctype: bool) -> Element:
    try:
        root: Element = fromstring(text, forbid_dtd=not doctype)
    except DefusedXmlException as error:
        raise WrongForm(f"XML에 허용하지 않는 선언이 있습니다: {type(error).__name__}") from None
    return root


def _mended(text: str) -> str:
    parts = _CDATA.split(_CONTROL.sub("", text))
    return "".join(p if p.startswith("<![CDATA[") else _ENTITY.sub(_character, p) for p in parts)


def _character(match: re.Match[str]) -> str:
    """The character an HTML entity stands for; an unknown one becomes literal text."""
    character = html.unescape(match[0])
    return html.escape(character)


def text_of(parent: Element, path: str) -> str:
    """The whole text under the first ``path``, CDATA chunks joined, stripped; ``""`` if absent.

    >>> text_of(parse("<a><b>x<c/>y </b></a>".encode()), "b")
    'xy'
    """
    found = parent.find(path)
    return "" if found is None else whole_text(found)


def whole_text(element: Element) -> str:
    """All text inside ``element`` with blanks at line ends removed."""
    lines = "".join(element.itertext()).strip().splitlines()
    return "\n".join(line.rstrip() for line in lines)


def day(text: str, of: str) -> date:
    """Read ``YYYYMMDD``; raise `WrongForm` naming ``of`` for anything else.

    >>> day("20240719", "시행일자")
    datetime.date(2024, 7, 19)
    """
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if len(text) == 8 else _bad()
    except ValueError:
        raise WrongForm(f"{of}가 날짜가 아닙니다: {text!r}") from None


def _bad() -> date:
    raise ValueError
