"""법제처's links between laws and ordinances: lnkLs, lnkOrd and lnkDep, as relations.

lnkLs asks by a law's name, lnkOrd by an ordinance's, lnkDep has every delegated ordinance of the
country and takes no question. An item names both by their ids: the law delegates to the
ordinance. (lnkLsOrdJo, article to article, has no described items: it is not read.)
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from crawlers.contract import Fetch, Harvest, Job, Outcome, guarded
from crawlers.lists import Page, every_page, pages, read_page
from crawlers.markup import text_of
from records.errors import BadSetting, EmptyAnswer, NotFound, WrongForm
from records.model import Relation, RelationKind
from records.names import fold


@dataclass(frozen=True, slots=True)
class Linked:
    """One item: a law and an ordinance that belong together."""

    law_id: str
    law: str
    ordinance_id: str
    ordinance: str

    @property
    def relation(self) -> Relation:
        return Relation(f"law:{self.law_id}", RelationKind.DELEGATES, f"ordin:{self.ordinance_id}")


@dataclass(frozen=True, slots=True)
class LinkedTexts:
    """One target; ``by_law`` says whether its names are of laws or of ordinances, None that
    it takes none. The setting ``names`` has them, a line or ``|`` between."""

    name: str
    target: str
    root: str
    by_law: bool | None
    home: str = "https://www.law.go.kr/DRF"
    parameter: str | None = "OC"
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a name, or a page where there are no names."""
        if self.by_law is None:
            async for harvest in self._everything(fetch, job):
                yield harvest
            return
        names = job.names or names_of(job.options.get("names", ""))
        if not names:
            raise BadSetting(f"출처 {self.name}에 names 설정이 없습니다 (이름 사이에 |)")
        for name in names:
            yield await guarded(name, self._named(fetch, name))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """Every name that was asked for."""
        return tuple(dict.fromkeys(params["query"] for params in asked if "query" in params))

    async def _everything(self, fetch: Fetch, job: Job) -> AsyncIterator[Harvest]:
        """``begins`` among the options keeps the ordinances of one area. Their relations come
        when the last page has, since only the whole list says which are no more."""
        total, begins = 0, fold(job.options.get("begins", ""))
        relations: dict[Relation, None] = {}

        async def turn(number: int) -> Page[Linked]:
            return await self._page(fetch, {}, number)

        async for page in pages(turn):
            if page.total == 0:
                raise EmptyAnswer(f"{self.target} 목록이 0건입니다")
            found = [one for one in page.rows if fold(one.ordinance).startswith(begins)]
            announced, total = page.total - total, page.total
            relations |= dict.fromkeys(one.relation for one in found)
            received = len(page.rows)
            yield Harvest(self.name, announced, received, held=received)
        yield Harvest(self.name, 0, 0, relations=tuple(relations), every_relation=True)

    async def _named(self, fetch: Fetch, name: str) -> Harvest:
        async def turn(number: int) -> Page[Linked]:
            return await self._page(fetch, {"query": name}, number)

        rows = await every_page(turn)
        strange = next((r for r in rows if fold(name) not in fold(self._asked(r))), None)
        if strange:
            other = self._asked(strange)
            raise WrongForm(f"묻지 않은 「{other}」이 왔습니다: 질의가 무시되었습니다")
        if not rows:
            raise NotFound(f"출처에 「{name}」과 이어진 것이 없습니다")
        relations = tuple(dict.fromkeys(one.relation for one in rows))
        count = len(rows)
        return Harvest(name, count, count, relations=relations, held=count, every_relation=True)

    def _asked(self, row: Linked) -> str:
        return row.law if self.by_law else row.ordinance

    async def _page(self, fetch: Fetch, params: Mapping[str, str], number: int) -> Page[Linked]:
        fixed = {"target": self.target, "type": "XML", "display": "100", "page": str(number)}
        return read_page(await fetch("lawSearch.do", {**fixed, **params}), self.root, "law", read)


def names_of(setting: str) -> tuple[str, ...]:
    """
    >>> names_of("주차장법 | 지방자치법")
    ('주차장법', '지방자치법')
    """
    parts = (part.strip() for line in setting.splitlines() for part in line.split("|"))
    return tuple(filter(None, parts))


def read(item: Element) -> Linked:
    """Read ``<law>`` of a list of links."""
    row = Linked(
        text_of(item, "법령ID"),
        text_of(item, "법령명한글"),
        text_of(item, "자치법규ID"),
        text_of(item, "자치법규명"),
    )
    if not (row.law_id and row.ordinance_id):
        raise WrongForm("연계 항목에 법령ID나 자치법규ID가 없습니다")
    return row


LAW_ORDINANCES = LinkedTexts("law-ordinances", "lnkLs", "LawSearch", True)
ORDINANCE_LAWS = LinkedTexts("ordinance-laws", "lnkOrd", "OrdinSearch", False)
DELEGATED_ORDINANCES = LinkedTexts("delegated-ordinances", "lnkDep", "lnkDepSearch", None)
