"""법제처 국가법령정보: statutes in force (target ``law``) and in all their versions (``eflaw``).

A law is asked for by name or by 법령ID. Its versions come from
``target=eflaw&LID=…&nw=1,2,3``: the same MST stands there once for each 시행일자, since one
amendment may take effect in stages, and each (MST, 시행일자) is a version with a body of its own.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from crawlers.bodies import body
from crawlers.contract import Fetch, Harvest, Job, Outcome, guarded
from crawlers.law_body import read_body
from crawlers.law_rows import Row, is_id, mentions, read_row
from crawlers.lists import Page, every_page, read_page
from records.errors import EmptyAnswer, NotFound, WrongForm
from records.model import Version
from records.names import fold

ALL_STATES = "1,2,3"
IN_FORCE = "3"


@dataclass(frozen=True, slots=True)
class LawSource:
    """One target: ``law`` brings what is in force, ``eflaw`` every version (past, to come)."""

    name: str
    states: str
    home: str = field(default="https://www.law.go.kr/DRF")
    parameter: str | None = "OC"
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """Yield an outcome for each law of ``job.names``, or for each law there is (since)."""
        for name in job.names or await self._all(fetch, job):
            yield await guarded(name, self._law(fetch, name, job))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """The 법령ID of every list of versions that was asked for."""
        return tuple(dict.fromkeys(params["LID"] for params in asked if "LID" in params))

    async def _all(self, fetch: Fetch, job: Job) -> tuple[str, ...]:
        """The ids of all laws; with ``job.since``, of those promulgated since that day."""
        params = {"nw": self.states}
        if job.since:
            params["ancYd"] = f"{job.since:%Y%m%d}~{job.today:%Y%m%d}"
        rows = await self._list(fetch, "eflaw", params, lambda _: True)
        if not rows and not job.since:
            raise EmptyAnswer("법령 목록이 0건입니다")
        return tuple(dict.fromkeys(row.law_id for row in rows))

    async def _law(self, fetch: Fetch, name: str, job: Job) -> Harvest:
        ids = (name,) if is_id(name) else await self._find(fetch, name)
        rows = [row for law_id in ids for row in await self._versions(fetch, law_id)]
        new = [row for row in rows if (row.mst, row.effective, row.status) not in job.held]
        versions = [await self._body(fetch, job, row) for row in new]
        held = len(rows) - len(new)
        return Harvest(
            name,
            announced=len(rows),
            received=len(versions) + held,
            held=held,
            law_ids=ids,
            versions=tuple(versions),
            every_version=self.states == ALL_STATES,
        )

    async def _find(self, fetch: Fetch, name: str) -> tuple[str, ...]:
        """The ids of the laws called ``name``, now or (``eflaw``) once."""
        wanted = fold(name)
        params = {"query": name} | ({"nw": self.states} if self.name == "eflaw" else {})
        rows = await self._list(fetch, self.name, params, lambda row: mentions(row, wanted))
        named = [r for r in rows if wanted in (fold(r.name), fold(r.abbreviation))]
        if not named:
            raise NotFound(f"출처에 「{name}」이라는 법령이 없습니다")
        return tuple(dict.fromkeys(row.law_id for row in named))

    async def _versions(self, fetch: Fetch, law_id: str) -> tuple[Row, ...]:
        params = {"LID": law_id, "nw": self.states}
        rows = await self._list(fetch, "eflaw", params, lambda row: row.law_id == law_id)
        if not rows:
            raise NotFound(f"출처에 법령ID {law_id}의 판이 없습니다")
        if len({row.key for row in rows}) != len(rows):
            raise WrongForm(f"법령ID {law_id}의 목록에 같은 판이 두 번 있습니다")
        return rows

    async def _list(
        self, fetch: Fetch, target: str, params: dict[str, str], asked: Callable[[Row], bool]
    ) -> tuple[Row, ...]:
        """All rows of a list; a row that was not ``asked`` for shows that the query was ignored."""
        fixed = {"target": target, "type": "XML", "display": "100"} | params

        async def turn(number: int) -> Page[Row]:
            answer = await fetch("lawSearch.do", fixed | {"page": str(number)})
            page = read_page(answer, "LawSearch", "law", read_row)
            strange = next((row for row in page.rows if not asked(row)), None)
            if strange:
                raise WrongForm(f"묻지 않은 「{strange.name}」이 왔습니다: 질의가 무시되었습니다")
            return page

        return await every_page(turn)

    async def _body(self, fetch: Fetch, job: Job, row: Row) -> Version:
        params = {"target": self.name, "type": "XML", "MST": row.mst}
        params["efYd"] = f"{row.effective:%Y%m%d}"
        return await body(fetch, job, params, lambda answer: read_body(answer, row))


LAW = LawSource("law", IN_FORCE)
EFLAW = LawSource("eflaw", ALL_STATES)
