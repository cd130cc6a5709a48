"""CLIK members (assemblyinfo) of one council. The list has every council's: its own are taken.

Birth, schooling, career, telephone and picture stand in the details, which are not asked for.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

from crawlers.clik import ROWS, read_list
from crawlers.contract import Fetch, Harvest, Job, Outcome
from crawlers.lists import Page, pages
from crawlers.rows import Fields
from records.errors import EmptyAnswer, NotFound
from records.model import Member

CONTACT = ("BRTHDY", "OFFM_TLPHON", "PHOTO_FILE_URL", "ACDMCR_MATTER", "CAREER_MATTER")
"""Fields about a person that a search of papers has no need of: emptied before they are kept."""


@dataclass(frozen=True, slots=True)
class ClikMembers:
    """The members by the council's ``rasmbly_id``."""

    name: str = "clik-members"
    home: str = "https://clik.nanet.go.kr/openapi"
    parameter: str | None = "key"
    expects: str = "json"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a page; `NotFound` when none is of the council."""
        own, total, found = job.option("rasmbly_id"), 0, 0

        async def turn(number: int) -> Page[Fields]:
            place = {"startCount": str((number - 1) * ROWS), "listCount": str(ROWS)}
            fixed = {"type": "json", "displayType": "list", "rasmblyId": own, "searchType": "ALL"}
            return read_list(await fetch("assemblyinfo.do", fixed | place))

        async for page in pages(turn):
            if page.total == 0:
                raise EmptyAnswer("CLIK 의원 목록이 0건입니다")
            mine = tuple(read_member(row) for row in page.rows if row["RASMBLY_ID"] == own)
            found += len(mine)
            announced, total = page.total - total, page.total
            yield Harvest("의원", announced, len(page.rows), members=mine, held=len(page.rows))
        if not found:
            raise NotFound(f"CLIK에 의회 {own}의 의원이 없습니다")

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()


def read_member(row: Fields) -> Member:
    """One member; the number carries the source, so that namesakes stay apart."""
    term = row["RASMBLY_NUMPR"]
    return Member(
        id=f"clik:{row.need('DOCID')}",
        name=row.need("ASEMBY_NM"),
        terms=(int(term),) if term.isdecimal() else (),
        party=row["PPRTY_NM"] or None,
    )


CLIK_MEMBERS = ClikMembers()
