"""열린국회정보: bills of one term with their proposers, and the members of the house.

Bills come from two services: 의안검색 has every bill with its first proposers' codes, 의원발의
has the names of all who propose. ``term`` (``22``) is the council's setting for this source.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass

from crawlers.contract import Everything, Fetch, Harvest, Job, Outcome
from crawlers.lists import Page, pages
from crawlers.open_data import read_rows
from crawlers.proposers import reconcile
from crawlers.rows import Fields
from records.errors import EmptyAnswer
from records.model import Document, Kind, Member, Passage, Relation, RelationKind, Visibility

BILLS, PROPOSED, MEMBERS = "TVBPMBILL11", "nzmimeepazxkubdpn", "nwvrqwxyaytdsfvhu"
ROWS = 1000
CONTACT = frozenset(
    {
        *("BTH_GBN_NM", "BTH_DATE", "SEX_GBN_NM", "TEL_NO", "E_MAIL", "HOMEPAGE"),
        *("STAFF", "SECRETARY", "SECRETARY2", "MEM_TITLE", "ASSEM_ADDR"),
    }
)
"""Contact, birth and staff fields of members: neither read nor kept."""
_FACTS = (
    ("의안번호", "BILL_NO"),
    ("제안자", "PROPOSER"),
    ("제안일", "PROPOSE_DT"),
    ("소관위원회", "CURR_COMMITTEE"),
    ("소관위 회부일", "COMMITTEE_DT"),
    ("소관위 처리일", "CMT_PROC_DT"),
    ("소관위 처리결과", "CMT_PROC_RESULT_CD"),
    ("법사위 처리일", "LAW_PROC_DT"),
    ("본회의 처리일", "PROC_DT"),
    ("처리결과", "PROC_RESULT_CD"),
)


async def listed(
    fetch: Fetch,
    service: str,
    params: Mapping[str, str],
    drop: Iterable[str] = (),
    *,
    may_be_empty: bool = False,
) -> AsyncIterator[Page[Fields]]:
    """The pages of one service, checked and counted; `EmptyAnswer` for none at all unless the
    question is one that may have no answer."""

    async def turn(number: int) -> Page[Fields]:
        fixed = {"Type": "json", "pIndex": str(number), "pSize": str(ROWS)}
        return read_rows(await fetch(service, {**fixed, **params}), service, drop)

    async for page in pages(turn):
        if page.total == 0 and not may_be_empty:
            raise EmptyAnswer(f"{service} 목록이 0건입니다")
        yield page


@dataclass(frozen=True, slots=True)
class AssemblySource:
    """One kind of thing of 열린국회정보."""

    name: str
    read: Callable[[Fetch, Job], AsyncIterator[Outcome]]
    home: str = "https://open.assembly.go.kr/portal/openapi"
    parameter: str | None = "KEY"
    expects: str = "json"

    def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a page of the list."""
        return self.read(fetch, job)

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()


async def _bills(fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
    term = job.option("term")
    proposed = {
        row.need("BILL_ID"): row["PUBL_PROPOSER"]
        async for page in listed(fetch, PROPOSED, {"AGE": term})
        for row in page.rows
    }
    ids: set[str] = set()
    async for page in listed(fetch, BILLS, {"AGE": term}):
        found = [_bill(row, term, proposed.get(row["BILL_ID"], "")) for row in page.rows]
        ids.update(one.id for one in found)
        by = tuple(r for one, row in zip(found, page.rows, strict=True) for r in _by(one, row))
        announced = page.total if len(ids) == len(found) else 0
        yield Harvest("의안", announced, len(found), documents=tuple(found), relations=by)
    yield Everything(f"assembly{term}:", frozenset(ids))


def _bill(row: Fields, term: str, others: str) -> Document:
    who = reconcile(row["PROPOSER"], row["RST_PROPOSER"].split(","), others.split(","))
    facts = [f"{label}: {row[name]}" for label, name in _FACTS if row[name]]
    return Document(
        id=f"assembly{term}:{row.need('BILL_ID')}",
        kind=Kind.BILL,
        title=row.need("BILL_NAME"),
        date=row.day("PROPOSE_DT"),
        number=row.need("BILL_NO"),
        committee=row["CURR_COMMITTEE"] or None,
        members=who.names,
        agency="국회",
        visibility=Visibility.PUBLIC,
        source="assembly",
        source_url=row["LINK_URL"] or None,
        notes=(who.note,) if who.note else (),
        passages=tuple(
            Passage(order, text, heading=order == 0)
            for order, text in enumerate((row["BILL_NAME"], *facts))
        ),
    )


def _by(bill: Document, row: Fields) -> list[Relation]:
    """The first proposers, by the codes that identify them."""
    codes = filter(None, map(str.strip, row["RST_MONA_CD"].split(",")))
    return [Relation(f"member:assembly:{c}", RelationKind.PROPOSES, bill.id) for c in codes]


async def _members(fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
    total = 0
    async for page in listed(fetch, MEMBERS, {}, CONTACT):
        people = tuple(_member(row) for row in page.rows)
        announced, total = page.total - total, page.total
        yield Harvest("의원", announced, len(people), members=people, held=len(people))


def _member(row: Fields) -> Member:
    """The code identifies; it carries the house, so that no council takes it for its own."""
    terms = (part.strip().removeprefix("제").removesuffix("대") for part in row["UNITS"].split(","))
    committees = (one.strip() for one in row["CMITS"].split(","))
    return Member(
        id=f"assembly:{row.need('MONA_CD')}",
        name=row.need("HG_NM"),
        hanja=row["HJ_NM"] or None,
        terms=tuple(int(term) for term in terms if term.isdecimal()),
        district=row["ORIG_NM"] or None,
        party=row["POLY_NM"] or None,
        committees=tuple(filter(None, committees)),
    )


ASSEMBLY_BILLS = AssemblySource("assembly", _bills)
ASSEMBLY_MEMBERS = AssemblySource("assembly-members", _members)
