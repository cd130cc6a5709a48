"""법제처 lsJoHstInf: which articles were changed by which amendment, by the day it was entered.

Its list says neither a page nor a result code; the days are always sent, so a total of 0 means
that nothing was entered, and not that a parameter was missing.
"""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from xml.etree.ElementTree import Element

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome
from crawlers.law_articles import article_key
from crawlers.lists import Page, every_page, open_root
from crawlers.markup import text_of
from records.errors import WrongForm
from records.model import Relation, RelationKind

BACK = timedelta(days=7)
"""How far a run without ``since`` looks back."""


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """``law:<법령ID>@<MST>`` amends ``law:<법령ID>#제N조``."""

    name: str = "article-changes"
    home: str = "https://www.law.go.kr/DRF"
    parameter: str | None = "OC"
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """One harvest: all that was entered since."""
        first = job.since or job.today - BACK
        days = {"fromRegDt": f"{first:%Y%m%d}", "toRegDt": f"{job.today:%Y%m%d}"}
        fixed = {"target": "lsJoHstInf", "type": "XML", "display": "100", **days}

        async def turn(number: int) -> Page[tuple[Relation, ...]]:
            return read_changes(await fetch("lawSearch.do", {**fixed, "page": str(number)}))

        laws = await every_page(turn)
        found = tuple(dict.fromkeys(one for law in laws for one in law))
        yield Harvest("조문 변경", len(laws), len(laws), relations=found, held=len(laws))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()


def read_changes(answer: Answer) -> Page[tuple[Relation, ...]]:
    """One page: the changes of each law on it."""
    root = open_root(answer, "LawSearch")
    total = text_of(root, "totalCnt")
    if not total.isdecimal():
        raise WrongForm("목록에 전체 건수(totalCnt)가 없습니다")
    return Page(int(total), None, tuple(tuple(_changes(law)) for law in root.iterfind("law")))


def _changes(law: Element) -> Iterator[Relation]:
    law_id, mst = text_of(law, "법령정보/법령ID"), text_of(law, "법령정보/법령일련번호")
    if not law_id or not mst:
        raise WrongForm("조문 변경에 법령ID나 법령일련번호가 없습니다")
    for jo in law.iterfind("조문정보/jo"):
        number = text_of(jo, "조문번호")
        article = f"law:{law_id}#{article_key(number[:4], number[4:])}"
        yield Relation(f"law:{law_id}@{mst}", RelationKind.AMENDS, article)


ARTICLE_CHANGES = ArticleChanges()
