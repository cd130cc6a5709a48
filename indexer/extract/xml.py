"""XML from strangers: no document type, no entities, no network, no endless nesting."""

import re

from lxml import etree

from records.errors import Broken, TooLarge

_DOCTYPE = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.I)
_HEAD = 65_536
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def parse_xml(content: bytes, name: str = "XML") -> etree._Element:
    """The root of ``content``. Raises `Broken` on a document type or bad XML, `TooLarge` on
    nesting deeper than 256 levels or a text over 10 MB, which is where libxml2 stops."""
    refuse_doctype(content, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error) or "huge" in str(error).lower():
            raise TooLarge(f"{name}이 한도보다 깊이 중첩되었거나 큼: {error.msg}") from error
        raise Broken(f"{name}을 읽을 수 없음: {error.msg}") from error
    if root is None:
        raise Broken(f"{name}에 내용이 없음")
    return root


def refuse_doctype(content: bytes, name: str) -> None:
    """Raise `Broken` when ``content`` declares a document type or an entity: no office format
    needs one, and attacks do."""
    head = content[:_HEAD]
    if any(_DOCTYPE.search(head.decode(name, "replace")) for name in _ENCODINGS):
        raise Broken(f"{name}에 허용되지 않는 외부 개체(DTD·ENTITY) 선언이 있음")
