"""법제처's JSON as the XML it is made from, so that one reader reads both.

One item is an object, many are a list; an object with ``content`` is a text with attributes; a
list inside a list is one text in lines. 목 stand in a list beside the list of 호, so that their
order is lost: they are put back under the 호 that announces them, or refused where that is not
certain.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from records.errors import NotFound, WrongForm

_CUES: Final = (re.compile(r"각\s?목"), re.compile(r"다음|각\s?목"))
"""What an item says that has subitems; the surer one first."""
_NO_TAG: Final = re.compile(r"[^\w.-]")


def is_json(body: bytes) -> bool:
    """Whether ``body`` is JSON and not XML."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def element_of(body: bytes) -> Element:
    """The root that ``body`` would have as XML; raise `WrongForm` or `NotFound`.

    >>> root = element_of('{"법령": {"법종구분": {"content": "법률", "코드": "A0002"}}}'.encode())
    >>> root.tag, root.findtext("법종구분")
    ('법령', '법률')
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WrongForm(f"JSON을 읽을 수 없습니다: {error}") from None
    if value == {}:
        raise NotFound("출처의 답이 비었습니다 ({})")
    if not isinstance(value, dict):
        raise WrongForm("JSON이 객체가 아닙니다")
    if len(value) != 1:
        value = {"Response": value}
    ((name, inside),) = value.items()
    root = Element(_tag(name))
    _fill(root, inside)
    for paragraph in root.iter("항"):
        _put_back(paragraph)
    return root


def _fill(element: Element, value: Any) -> None:
    if isinstance(value, dict) and "content" in value:
        value = value["content"]
    if not isinstance(value, dict):
        element.text = "\n".join(_lines(value))
        return
    for name, inside in value.items():
        for one in inside if isinstance(inside, list) else [inside]:
            _fill(SubElement(element, _tag(name)), one)


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _lines(one)
    elif value is not None:
        yield str(value)


def _tag(name: str) -> str:
    return _NO_TAG.sub("_", name)


def _put_back(paragraph: Element) -> None:
    """Put each run of 목 beside 호, which begins anew with 가, under its 호."""
    runs: list[list[Element]] = []
    for one in paragraph.findall("목"):
        if not runs or (one.findtext("목번호") or "").strip().startswith("가"):
            runs.append([])
        runs[-1].append(one)
    items = [one for one in paragraph.findall("호") if one.find("목") is None]
    if not runs or paragraph.find("호") is None:
        return
    for item, run in zip(_owners(items, len(runs)), runs, strict=True):
        for one in run:
            paragraph.remove(one)
            item.append(one)


def _owners(items: list[Element], count: int) -> list[Element]:
    for cue in _CUES:
        found = [one for one in items if cue.search(one.findtext("호내용") or "")]
        if len(found) == count:
            return found
    if len(items) == count:
        return items
    raise WrongForm("목이 어느 호에 딸리는지 JSON만으로는 알 수 없습니다: XML로 받으세요")
