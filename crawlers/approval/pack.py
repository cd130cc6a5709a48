"""The envelope of the exchange of official documents: ``pack.xml``, EUC-KR, its DTD never loaded.

    pack ─ header ─ send-orgcode, send-id, send-name, receive-id, date, title, doc-id, doc-type
         └ contents ─ content (content-role pubdoc | attach | attach_body | …), in base64

A content without a body stands beside the pack under its ``filename``.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from crawlers.markup import parse_text, text_of
from records.errors import Broken, Empty, WrongForm

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_KOREAN = frozenset({"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "cp949", "ms949", "uhc"})
_DAY = re.compile(r"(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})")
PUBDOC = "pubdoc"


@dataclass(frozen=True, slots=True)
class Content:
    """One file of a pack: its role, its name, its bytes."""

    role: str
    name: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pack:
    """An envelope, opened. ``sender`` is an organisation's code, ``doc_type`` what it is for:
    ``send`` and ``resend`` bring a paper, all else acknowledges one."""

    sender: str
    sender_id: str
    sender_name: str
    receivers: tuple[str, ...]
    sent: date | None
    title: str
    doc_id: str
    doc_type: str
    contents: tuple[Content, ...] = ()

    @property
    def brings(self) -> bool:
        """Whether there is a paper in it."""
        return self.doc_type in ("send", "resend")

    @property
    def pubdoc(self) -> bytes:
        """The main paper; `Broken` when there is none."""
        found = [one.body for one in self.contents if one.role == PUBDOC]
        if len(found) != 1:
            raise Broken(f"본문(pubdoc.xml)이 하나여야 하는데 {len(found)}개입니다")
        return found[0]


def decode(body: bytes) -> str:
    """The text of an XML file in the encoding it declares, without the declaration.

    EUC-KR is read as its superset CP949, which systems write under that name.
    """
    declared = _DECLARED.match(body)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        text = body.decode("cp949" if name in _KOREAN else name)
    except (UnicodeDecodeError, LookupError):
        raise Broken(f"{name}로 적었다고 하나 그렇게 읽히지 않습니다") from None
    return _DECLARATION.sub("", text, count=1)


def open_xml(body: bytes, root: str) -> Element:
    """The root of an exchanged file, which must be ``root``; `Broken` or `Empty` otherwise."""
    if not body.strip():
        raise Empty(f"{root}.xml이 비어 있습니다")
    try:
        found = parse_text(decode(body), doctype=True)
    except WrongForm as fault:
        raise Broken(f"{root}.xml을 읽을 수 없습니다: {fault}") from None
    if found.tag != root:
        raise Broken(f"<{root}>이어야 하는데 <{found.tag}>입니다")
    return found


def read_pack(body: bytes, beside: Mapping[str, bytes]) -> Pack:
    """Read ``pack.xml``; ``beside`` are the files that came with it, by name."""
    header = read_header(open_xml(body, "pack"))
    if not header.sender or not header.doc_id:
        raise Broken("보낸 기관(send-orgcode)이나 문서번호(doc-id)가 없습니다")
    return header if not header.brings else _with_contents(header, body, beside)


def read_header(root: Element) -> Pack:
    """What stands on the envelope, complete or not: a `fail` answer needs it too."""
    kind = root.find("header/doc-type")
    return Pack(
        sender=text_of(root, "header/send-orgcode"),
        sender_id=text_of(root, "header/send-id"),
        sender_name=_plain(text_of(root, "header/send-name")),
        receivers=tuple(filter(None, text_of(root, "header/receive-id").split(";"))),
        sent=day_in(text_of(root, "header/date")),
        title=_plain(text_of(root, "header/title")),
        doc_id=text_of(root, "header/doc-id"),
        doc_type=kind.get("type", "") if kind is not None else "",
    )


def _with_contents(header: Pack, body: bytes, beside: Mapping[str, bytes]) -> Pack:
    root = open_xml(body, "pack")
    contents = tuple(_content(one, beside) for one in root.iterfind("contents/content"))
    if not any(one.role == PUBDOC for one in contents) and "pubdoc.xml" in beside:
        contents = (Content(PUBDOC, "pubdoc.xml", beside["pubdoc.xml"]), *contents)
    values = {name: getattr(header, name) for name in Pack.__slots__ if name != "contents"}
    return Pack(**values, contents=contents)


def _content(element: Element, beside: Mapping[str, bytes]) -> Content:
    role, name = element.get("content-role", ""), element.get("filename", "")
    text = re.sub(r"\s", "", element.text or "")
    if not text:
        if name not in beside:
            raise Broken(f"붙임이 함께 오지 않았습니다: {name or role}")
        return Content(role, name, beside[name])
    try:
        return Content(role, name, base64.b64decode(text, validate=True))
    except binascii.Error:
        raise Broken(f"붙임의 base64가 끊겼거나 손상되었습니다: {name or role}") from None


def _plain(text: str) -> str:
    """A text of the header, which comes in base64 of EUC-KR or UTF-8."""
    try:
        raw = base64.b64decode(re.sub(r"\s", "", text), validate=True)
    except (binascii.Error, ValueError):
        return text
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return text


def day_in(text: str) -> date | None:
    """The first day written in ``text``; None when there is none or it is no day.

    >>> day_in("2026. 3. 6.")
    datetime.date(2026, 3, 6)
    """
    found = _DAY.search(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
