"""CLIK policy information (policyinfoList, policyinfoDetail): studies and papers of a region."""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

from lxml import html

from crawlers.clik import ROWS, read_detail, read_list
from crawlers.contract import Everything, Fetch, Harvest, Job, Outcome, guarded
from crawlers.lists import Page, pages
from crawlers.rows import Fields
from records.errors import EmptyAnswer, WrongForm
from records.model import Document, Kind, Passage, Visibility

WRITER = "WRITER"
"""A person's name: emptied before it is kept."""


@dataclass(frozen=True, slots=True)
class ClikPolicy:
    """The papers of a ``region`` (002 is Seoul), each asked for once."""

    name: str = "clik-policy"
    home: str = "https://clik.nanet.go.kr/openapi"
    parameter: str | None = "key"
    expects: str = "json"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a paper."""
        fixed = {"type": "json", "region": job.option("region")}

        async def turn(number: int) -> Page[Fields]:
            place = {"startCount": str((number - 1) * ROWS), "listCount": str(ROWS)}
            return read_list(await fetch("policyinfoList.do", fixed | place))

        ids: set[str] = set()
        async for page in pages(turn):
            if page.total == 0:
                raise EmptyAnswer("CLIK 정책정보 목록이 0건입니다")
            for row in page.rows:
                ids.add(f"clik-policy:{row.need('DOCID')}")
                yield await self._outcome(fetch, job, row)
        yield Everything("clik-policy:", frozenset(ids))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()

    async def _outcome(self, fetch: Fetch, job: Job, row: Fields) -> Outcome:
        day, docid = row.day("CDATE"), row.need("DOCID")
        old = bool(job.since and day and day < job.since)
        if old or f"clik-policy:{docid}" in job.known:
            return Harvest(docid, 1, 1, held=1)
        return await guarded(docid, self._paper(fetch, row))

    async def _paper(self, fetch: Fetch, row: Fields) -> Harvest:
        docid = row["DOCID"]
        detail = read_detail(await fetch("policyinfoDetail.do", {"type": "json", "docid": docid}))
        if detail["DOCID"] != docid:
            raise WrongForm(f"{docid}를 청했으나 {detail['DOCID'] or '다른 답'}이 왔습니다")
        return Harvest(docid, 1, 1, documents=(read_policy(detail),))


def read_policy(row: Fields) -> Document:
    """One paper: what CLIK extracted of it, with the link to the whole."""
    title = row.need("TITLE")
    text = html.fromstring(f"<div>{row['EXTRACTHTML']}</div>").itertext()
    lines = [" ".join(str(part).split()) for part in text]
    facts = [f"{label}: {row[name]}" for label, name in _FACTS if row[name]]
    return Document(
        id=f"clik-policy:{row.need('DOCID')}",
        kind=Kind.RESEARCH,
        title=title,
        date=row.day("CDATE"),
        agency=row["SITENM"] or None,
        visibility=Visibility.PUBLIC,
        source="clik-policy",
        source_url=row["URL"] or None,
        passages=tuple(
            Passage(n, line, heading=n == 0)
            for n, line in enumerate((title, *facts, *filter(None, lines)))
        ),
    )


_FACTS = (("기관", "SITENM"), ("출처", "SEEDNM"))
CLIK_POLICY = ClikPolicy()
