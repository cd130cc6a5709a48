"""The main part of a law's body: its 조 in reading order, under their headings.

    조문 ─ 조문단위 (조문여부 전문: a 편·장·절·관 heading, or a preamble)
                   (조문여부 조문: 조문내용, 항 {항내용, 호 …, 목 …}, 조문참고자료)

목 stand beside 호 under 항, or inside 호: in both the order of the document is the reading order,
so each 목 follows the 호 it belongs to. Every 내용 repeats its own number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from crawlers.markup import text_of, whole_text
from records.errors import WrongForm
from records.model import Article

_LEVELS = "편장절관속"
_HEADING = re.compile(rf"제\s*\d+\s*([{_LEVELS}])")
_TEXTS = frozenset({"항내용", "호내용", "목내용"})


@dataclass(frozen=True, slots=True)
class MainPart:
    """What stands between the law's name and its 부칙; ``outline`` as in `Version`."""

    articles: tuple[Article, ...]
    preamble: str
    outline: tuple[tuple[int, str], ...]


class Assembly:
    """Puts a main part together, unit by unit in the order of the body."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._path: dict[str, str] = {}
        self._preamble: list[str] = []
        self._outline: list[tuple[int, str]] = []

    def headings(self, text: str) -> None:
        """Each line of ``text`` is a heading, or else belongs to the preamble."""
        for line in map(str.strip, text.splitlines()):
            heading = _HEADING.match(line)
            if heading:
                self._enter(heading[1], line)
            else:
                self._preamble.append(line)

    def _enter(self, level: str, line: str) -> None:
        """Open a heading, closing what is open at or below its level."""
        for lower in _LEVELS[_LEVELS.index(level) :]:
            self._path.pop(lower, None)
        self._path[level] = line
        self._outline.append((len(self._articles), line))

    def article(self, key: str, title: str, text: str) -> None:
        """Add a 조. One that a body gives twice (now and after a later day) keeps both texts."""
        first = self._articles.get(key)
        if first:
            self._articles[key] = replace(first, text=f"{first.text}\n{text}")
        else:
            self._articles[key] = Article(key, title or None, text, " > ".join(self._path.values()))

    def done(self) -> MainPart:
        """What was put together."""
        preamble = "\n".join(filter(None, self._preamble))
        return MainPart(tuple(self._articles.values()), preamble, tuple(self._outline))


def article_key(number: str, branch: str) -> str:
    """The name people cite, of the numbers on the wire; `WrongForm` when they are none.

    >>> article_key("0005", "02")
    '제5조의2'
    """
    if not (number.isdecimal() and (branch or "0").isdecimal()):
        raise WrongForm(f"조문번호가 수가 아닙니다: {number!r} {branch!r}")
    return f"제{int(number)}조" + (f"의{int(branch)}" if branch.strip("0") else "")


def read_articles(root: Element) -> MainPart:
    """Read all 조문단위 of a body."""
    assembly = Assembly()
    for unit in root.iterfind("조문/조문단위"):
        if text_of(unit, "조문여부") == "전문":
            assembly.headings(text_of(unit, "조문내용"))
            continue
        key = article_key(text_of(unit, "조문번호"), text_of(unit, "조문가지번호"))
        assembly.article(key, text_of(unit, "조문제목"), "\n".join(_lines(unit)))
    return assembly.done()


def _lines(unit: Element) -> Iterator[str]:
    """The article's texts in reading order: its own, each 항·호·목, the notes below."""
    yield from _own(unit, "조문내용")
    for paragraph in unit.iterfind("항"):
        for element in paragraph.iter():
            if element.tag in _TEXTS and (text := whole_text(element)):
                yield text
    yield from _own(unit, "조문참고자료")


def _own(unit: Element, name: str) -> Iterator[str]:
    for element in unit.iterfind(name):
        if text := whole_text(element):
            yield text
