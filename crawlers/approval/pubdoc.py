"""The paper in a pack: ``pubdoc.xml``, read into what is kept. Contact fields are not among it.

pubdoc ─ head (organ, receiptinfo) · body (title, content) · foot (processinfo, sendinfo)
       └ attach (title*)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from lxml import html

from crawlers.approval.pack import day_in, open_xml
from crawlers.markup import text_of, whole_text
from records.errors import Broken
from records.model import Passage

_INLINE = frozenset({"b", "i", "u", "span", "font", "a", "img", "br", "strong", "em", "sub", "sup"})
_CONTACT = re.compile(rb"(<(telephone|fax|email)\b[^>]*>).*?(</\2>)", re.DOTALL)
_OPEN = {"1": "공개", "2": "부분공개", "3": "비공개"}


@dataclass(frozen=True, slots=True)
class Pubdoc:
    """What a paper says of itself. ``number`` is ``부서-번호``; ``disclosure`` is one of 공개,
    부분공개, 비공개 or None, ``grounds`` the 호 of 정보공개법 제9조제1항."""

    organ: str
    recipients: tuple[str, ...]
    title: str
    number: str
    code: str
    enforced: date | None
    disclosure: str | None
    grounds: tuple[int, ...]
    attached: tuple[str, ...]
    passages: tuple[Passage, ...]

    @property
    def unit(self) -> str | None:
        """The producing unit: the department in the number."""
        return self.number.rpartition("-")[0] or None

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self.passages)


def read_pubdoc(body: bytes) -> Pubdoc:
    """Read ``pubdoc.xml``; `Broken` without a title."""
    root = open_xml(body, "pubdoc")
    title = text_of(root, "body/title")
    if not title:
        raise Broken("본문에 제목이 없습니다")
    code = root.find("foot/sendinfo/publication")
    number = root.find("foot/processinfo/regnumber")
    attached = tuple(filter(None, map(whole_text, root.iterfind("attach/title"))))
    return Pubdoc(
        organ=text_of(root, "head/organ"),
        recipients=_recipients(root),
        title=" ".join(title.split()),
        number=text_of(root, "foot/processinfo/regnumber"),
        code=number.get("regnumbercode", "") if number is not None else "",
        enforced=day_in(text_of(root, "foot/processinfo/enforcedate")),
        disclosure=_disclosure(code),
        grounds=_grounds(code.get("code", "") if code is not None else ""),
        attached=attached,
        passages=_passages(title, root.find("body/content"), attached),
    )


def without_contacts(body: bytes) -> bytes:
    """``pubdoc.xml`` for the archive: telephone, fax and e-mail emptied."""
    return _CONTACT.sub(rb"\1\3", body)


def _recipients(root: Element) -> tuple[str, ...]:
    found = root.iterfind("head/receiptinfo/recipient/rec")
    return tuple(filter(None, map(whole_text, found)))


def _disclosure(publication: Element | None) -> str | None:
    if publication is None:
        return None
    return _OPEN.get(publication.get("code", "")[:1]) or whole_text(publication) or None


def _grounds(code: str) -> tuple[int, ...]:
    """
    >>> _grounds("3NNNNNYNN")
    (6,)
    """
    return tuple(index for index, mark in enumerate(code[1:9], 1) if mark == "Y")


def _passages(
    title: str, content: Element | None, attached: tuple[str, ...]
) -> tuple[Passage, ...]:
    blocks: list[tuple[str, str | None]] = [(title, None)]
    if content is not None:
        blocks += _blocks(_unwrapped(content))
    blocks += [(f"붙임  {one}", None) for one in attached]
    lines = [(line, cell) for text, cell in blocks for line in _lines(text)]
    return tuple(
        Passage(order, line, cell=cell, heading=order == 0)
        for order, (line, cell) in enumerate(lines)
    )


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.replace("\xa0", " ").split("\n"))
    return [line for line in lines if line]


def _unwrapped(content: Element) -> Element:
    """Content that came as text with tags inside (CDATA) is opened as the HTML it is."""
    text = (content.text or "").strip()
    if len(content) or not text.startswith("<"):
        return content
    opened: Element = html.fragment_fromstring(text, create_parent=True)
    return opened


def _blocks(root: Element) -> list[tuple[str, str | None]]:
    return list(_walk(root, [0]))


def _walk(element: Element, tables: list[int]) -> Iterator[tuple[str, str | None]]:
    """(text, cell) of each block in reading order; runs of inline elements are one block."""
    run = element.text or ""
    for child in element:
        if child.tag == "br":
            run += "\n" + (child.tail or "")
            continue
        if not isinstance(child.tag, str) or child.tag in _INLINE:
            run += (whole_text(child) if isinstance(child.tag, str) else "") + (child.tail or "")
            continue
        yield run, None
        yield from _table(child, tables) if child.tag == "table" else _walk(child, tables)
        run = child.tail or ""
    yield run, None


def _table(table: Element, tables: list[int]) -> Iterator[tuple[str, str]]:
    tables[0] += 1
    for row, line in enumerate(table.iter("tr"), 1):
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        for column, cell in enumerate(cells, 1):
            yield whole_text(cell), f"{tables[0]}.{row}.{column}"
