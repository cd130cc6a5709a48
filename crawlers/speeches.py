"""Minutes as HTML, read into speeches: each line, and who speaks.

A speaker is marked by ``○``: ``○위원장 홍길동  …``, ``○김아무개 위원  …``; in some minutes by a
colon. From ``○출석위원(n인)`` on nobody speaks.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from records.errors import Incomplete
from records.model import Passage

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "dt",
        "dd",
        "section",
        "article",
        "table",
    ]
)
_DROPPED = frozenset(["script", "style", "form", "nav", "select", "button", "noscript"])
_MARKED = re.compile(r"^[○◯]\s*(.+?)(?:\s{2,}|\s*[:：]\s+)(.*)$", re.DOTALL)
_NAMED = re.compile(
    r"^[○◯]\s*((?:[가-힣·ㆍ]+(?:장|관|위원|의원|국장|실장|간사|대리)\s)?[가-힣]{2,4}"
    r"(?:\s(?:부?위원장?|의원|의장))?)\s+(.*)$",
    re.DOTALL,
)
_COLON = re.compile(r"^([가-힣]{2,4}\s(?:위원장?|의원|의장))\s*[:：]\s*(.*)$", re.DOTALL)
_END = re.compile(r"^[○◯]\s*출석(?:위원|의원|공무원|전문위원)")


def read_minutes(text: str, canvas: str = "//body") -> tuple[Passage, ...]:
    """The passages of minutes; ``canvas`` is the XPath of their text. `Incomplete` for none."""
    root = html.document_fromstring(text)
    places = root.xpath(canvas)
    place = places[0] if isinstance(places, list) and places else root
    passages = tuple(_speeches(_lines(place)))
    if not passages:
        raise Incomplete("회의록에 본문이 없습니다")
    return tuple(
        Passage(order, line, speaker=speaker) for order, (speaker, line) in enumerate(passages)
    )


def _speeches(lines: Iterator[str]) -> Iterator[tuple[str | None, str]]:
    speaker: str | None = None
    for line in lines:
        if _END.match(line):
            speaker = None
        elif found := _MARKED.match(line) or _NAMED.match(line) or _COLON.match(line):
            speaker, line = " ".join(found[1].split()), found[2]
        if line.strip():
            yield speaker, " ".join(line.split())


def _lines(root: Any) -> Iterator[str]:
    """One line a block; blanks inside stay, since two of them end a speaker's name."""
    run: list[str] = []
    for text, breaks in _pieces(root):
        if breaks:
            yield from _flushed(run)
            run = []
        run.append(text)
    yield from _flushed(run)


def _flushed(run: list[str]) -> Iterator[str]:
    line = "".join(run).replace("\xa0", " ").replace("\n", " ").strip()
    if line:
        yield line


def _pieces(element: Any) -> Iterator[tuple[str, bool]]:
    """(text, does a new line begin with it) in reading order."""
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return
    block = element.tag in _BLOCKS or element.tag == "br"
    yield element.text or "", block
    for child in element:
        yield from _pieces(child)
        yield child.tail or "", isinstance(child.tag, str) and child.tag in _BLOCKS
