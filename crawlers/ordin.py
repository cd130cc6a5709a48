"""법제처 자치법규 (target ``ordin``): the ordinances and rules of Seoul, in force and past.

The list has no parameter for an id: versions are asked for by name and taken by 자치법규ID. So
that those under a former name come too, and ordinances that were repealed do not stay as they
were, the names are those of both lists, what is in force and what is past.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element

from crawlers.bodies import body
from crawlers.contract import Fetch, Harvest, Job, Outcome, guarded
from crawlers.law_rows import Row, mentions
from crawlers.lists import Page, every_page, read_page
from crawlers.markup import day, text_of
from crawlers.ordin_body import read_ordinance
from records.errors import EmptyAnswer, NotFound, WrongForm
from records.model import Version
from records.names import fold

SEOUL = "6110000"
T = TypeVar("T")
Area = Mapping[str, str]
"""The parameters that name one local government."""
_STATES = {"1": "현행", "2": "연혁"}


@dataclass(frozen=True, slots=True)
class OrdinanceSource:
    """The ordinances of the local governments that a council sets: ``org`` their 기관코드, and
    ``sborg`` those below the first of them (자치구), each a list with blanks between. ``agencies``
    (commas between) keeps those of these 지자체기관명 only."""

    name: str = "ordin"
    home: str = "https://www.law.go.kr/DRF"
    parameter: str | None = "OC"
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """Yield an outcome for each ordinance of ``job.names``, or for each there is (since)."""
        areas = areas_of(job)
        for name in job.names:
            yield await guarded(name, self._ordinance(fetch, name, job, areas))
        for area in () if job.names else areas:
            for name in await self._all(fetch, job, area):
                yield await guarded(name, self._ordinance(fetch, name, job, (area,)))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """Every name that was asked for."""
        return tuple(dict.fromkeys(params["query"] for params in asked if "query" in params))

    async def _all(self, fetch: Fetch, job: Job, area: Area) -> tuple[str, ...]:
        """The names of all that is in force, then those that only the past has."""
        params = dict(area)
        if job.since:
            params["ancYd"] = f"{job.since:%Y%m%d}~{job.today:%Y%m%d}"
        current, past = [await self._names(fetch, {"nw": state, **params}) for state in _STATES]
        if not current and not job.since:
            raise EmptyAnswer("자치법규 목록이 0건입니다")
        wanted, listed = agencies_of(job), (*current, *past)
        return tuple(dict.fromkeys(n for n, agency in listed if not wanted or agency in wanted))

    async def _names(self, fetch: Fetch, params: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """Each name of a list, with its 지자체기관명."""
        return await self._list(
            fetch, params, lambda item: (text_of(item, "자치법규명"), text_of(item, "지자체기관명"))
        )

    async def _ordinance(self, fetch: Fetch, name: str, job: Job, areas: Iterable[Area]) -> Harvest:
        asked = [(area, state) for area in areas for state in _STATES]
        found = [row for one in asked for row in await self._named(fetch, name, *one)]
        wanted = agencies_of(job)
        mine = [row for row in reversed(found) if not wanted or row.ministry in wanted]
        rows = {row.key: row for row in mine}  # what is in force stands in both lists
        if not rows:
            raise NotFound(f"출처에 「{name}」이라는 자치법규가 없습니다")
        new = [r for r in rows.values() if (r.mst, r.effective, r.status) not in job.held]
        versions = tuple([await self._body(fetch, job, row) for row in new])
        held = len(rows) - len(new)
        return Harvest(name, len(rows), len(versions) + held, versions, ordinance=True, held=held)

    async def _named(self, fetch: Fetch, name: str, area: Area, state: str) -> list[Row]:
        wanted = fold(name)
        rows = await self._list(
            fetch, {"query": name, "nw": state, **area}, lambda item: read_row(item, _STATES[state])
        )
        strange = next((row for row in rows if not mentions(row, wanted)), None)
        if strange:
            raise WrongForm(f"묻지 않은 「{strange.name}」이 왔습니다: 질의가 무시되었습니다")
        return [row for row in rows if fold(row.name) == wanted]

    async def _list(
        self, fetch: Fetch, params: dict[str, str], read: Callable[[Element], T]
    ) -> tuple[T, ...]:
        fixed = {"target": "ordin", "type": "XML", "display": "100"} | params

        async def turn(number: int) -> Page[T]:
            answer = await fetch("lawSearch.do", fixed | {"page": str(number)})
            return read_page(answer, "OrdinSearch", "law", read)

        return await every_page(turn)

    async def _body(self, fetch: Fetch, job: Job, row: Row) -> Version:
        params = {"target": "ordin", "type": "XML", "MST": row.mst}
        return await body(fetch, job, params, lambda answer: read_ordinance(answer, row))


def areas_of(job: Job) -> tuple[Area, ...]:
    """The local governments to ask about, Seoul where none is set."""
    orgs = job.options.get("org", SEOUL).split()
    below = job.options.get("sborg", "").split()
    return (*({"org": org} for org in orgs), *({"org": orgs[0], "sborg": one} for one in below))


def agencies_of(job: Job) -> frozenset[str]:
    """The 지자체기관명 that a council wants, none for all."""
    named = (one.strip() for one in job.options.get("agencies", "").split(","))
    return frozenset(filter(None, named))


def read_row(item: Element, status: str) -> Row:
    """Read ``<law>`` of an ``ordin`` list; ``status`` is the state that was asked for."""
    row = Row(
        law_id=text_of(item, "자치법규ID"),
        mst=text_of(item, "자치법규일련번호"),
        effective=day(text_of(item, "시행일자"), "시행일자"),
        name=text_of(item, "자치법규명"),
        abbreviation="",
        status=status,
        promulgated=text_of(item, "공포일자"),
        number=text_of(item, "공포번호"),
        ministry=text_of(item, "지자체기관명"),
    )
    if not (row.law_id and row.mst and row.name):
        raise WrongForm("목록의 항목에 자치법규ID, 일련번호 또는 자치법규명이 없습니다")
    return row


ORDIN = OrdinanceSource()
