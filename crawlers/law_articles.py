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


def read_articles(root: Element) -> MainPart:
    """Read all 조문단위 of a body."""
    articles: dict[str, Article] = {}
    path: dict[str, str] = {}
    preamble: list[str] = []
    outline: list[tuple[int, str]] = []
    for unit in root.iterfind("조문/조문단위"):
        if text_of(unit, "조문여부") != "전문":
            article = _article(unit, " > ".join(path.values()))
            articles[article.key] = _merged(articles.get(article.key), article)
            continue
        for line in map(str.strip, text_of(unit, "조문내용").splitlines()):
            if _enter(path, line):
                outline.append((len(articles), line))
            else:
                preamble.append(line)
    return MainPart(tuple(articles.values()), "\n".join(preamble), tuple(outline))


def _enter(path: dict[str, str], line: str) -> bool:
    """Put ``line`` in ``path`` if it is a heading, closing what is open at or below its level."""
    heading = _HEADING.match(line)
    if not heading:
        return False
    for level in _LEVELS[_LEVELS.index(heading[1]) :]:
        path.pop(level, None)
    path[heading[1]] = line
    return True


def _article(unit: Element, heading: str) -> Article:
    number, branch = text_of(unit, "조문번호"), text_of(unit, "조문가지번호")
    if not number.isdecimal():
        raise WrongForm(f"조문번호가 수가 아닙니다: {number!r}")
    key = f"제{int(number)}조" + (f"의{int(branch)}" if branch.strip("0") else "")
    return Article(key, text_of(unit, "조문제목") or None, "\n".join(_lines(unit)), heading)


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


def _merged(first: Article | None, article: Article) -> Article:
    """An article that a body gives twice (before and after a later effective date) keeps both."""
    return replace(first, text=f"{first.text}\n{article.text}") if first else article
