"""What a bill says it amends: ``○○ 조례 일부를 다음과 같이 개정한다.`` and the articles below it.

A directive names a law and is followed by what is done to its articles (``제3조제2항 중 “가”를
“나”로 한다``, ``제9조를 삭제한다``, or a new article's own text) until the next directive, the
bill's 부칙 or its 신구조문대비표. A bill that amends several laws has a directive for each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indexer.statutes.cite.grammar import LAW_LIKE

_DIRECTIVE: Final = re.compile(
    r"^[ \t]*(?:[①-⑳]\s*|제\d{1,3}조(?:의\d{1,2})?\s*\([^()\n]{1,120}\)\s*)?"
    r"(?:법률\s?제\d{1,6}호\s*)?[「｢]?(?P<law>[^「」｢｣\n“”\"]{2,80}?)[」｣]?"
    r"\s*(?:(?:중\s*)?(?:일부|전부)를|중)\s*다음과\s*같이\s*개정한다",
    re.MULTILINE,
)
_END: Final = re.compile(
    r"^[ \t]*(?:부\s*칙(?:\s|<|$)|\[?신[ㆍ·・]?\s?구\s?조문\s?대비표)", re.MULTILINE
)
_LINE: Final = re.compile(r"^[ \t]*(?P<first>제\d{1,4}조(?:의\d{1,3})*)(?P<rest>.*)$", re.MULTILINE)
_ARTICLE: Final = re.compile(r"제\d{1,4}조(?:의\d{1,3})*(?!의?\d)")
_QUOTED: Final = re.compile(r"“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"|「[^「」\n]{0,100}」")


@dataclass(frozen=True, slots=True)
class Amended:
    """An article that a directive touches; it is named at ``start``:``end`` of the bill."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Directive:
    """One law that a bill amends, as the bill spells it, named at ``start``:``end``."""

    law: str
    start: int
    end: int
    articles: tuple[Amended, ...] = ()


def directives(text: str) -> list[Directive]:
    """The directives of ``text`` in order.

    >>> (found,) = directives("주차 조례 중 다음과 같이 개정한다.\\n제3조 중 “가”를 “나”로 한다.")
    >>> found.law, [one.article for one in found.articles]
    ('주차 조례', ['제3조'])
    """
    heads = [one for one in _DIRECTIVE.finditer(text) if LAW_LIKE.search(one["law"].strip())]
    following = [*(one.start() for one in heads), len(text)][1:]
    return [
        Directive(head["law"].strip(), *head.span("law"), _articles(text, head.end(), end))
        for head, end in zip(heads, following, strict=False)
    ]


def _articles(text: str, start: int, end: int) -> tuple[Amended, ...]:
    """The articles touched between two places, each once, where it is first named."""
    last = _END.search(text, start, end)
    found: dict[str, Amended] = {}
    for one in _touched(text, start, last.start() if last else end):
        found.setdefault(one.article, one)
    return tuple(found.values())


def _touched(text: str, start: int, end: int) -> Iterator[Amended]:
    for line in _LINE.finditer(text, start, end):
        yield Amended(line["first"], *line.span("first"))
        if line["rest"].lstrip().startswith("("):
            continue  # the text of an article: what it cites is not amended
        plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line["rest"])
        for named in _ARTICLE.finditer(plain):
            at = line.start("rest")
            yield Amended(named[0], at + named.start(), at + named.end())
