"""CLIK (지방의회 의정포털): minutes and bills of one council, asked by its ``rasmblyId``.

A list gives rows, a detail the paper itself; 1,000 calls a key and day. So a paper that is in
the records is not asked for again, unless it is a bill still young enough to move.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crawlers.contract import Answer, Everything, Fetch, Harvest, Job, Outcome, guarded
from crawlers.lists import Page, pages
from crawlers.proposers import names_in, reconcile
from crawlers.rows import Fields, as_list, load
from crawlers.speeches import read_minutes
from records.errors import EmptyAnswer, NotFound, Refused, SourceFault, Unreachable, WrongForm
from records.model import Document, Kind, Meeting, Passage, Visibility

ROWS = 100
MOVING = timedelta(days=400)
"""A bill so young may still change."""
_FAULTS: Mapping[str, type[SourceFault]] = {
    **dict.fromkeys(("ERROR01", "ERROR09", "ERROR10"), Refused),
    "ERROR08": NotFound,
    "ERROR11": Unreachable,
}


@dataclass(frozen=True, slots=True)
class Clik:
    """``minutes`` or ``bill``: which day a row carries, and how its paper is read."""

    name: str
    service: str
    day: str
    sort: Mapping[str, str]
    moves: bool
    read: Callable[[Fields], Harvest]
    home: str = "https://clik.nanet.go.kr/openapi"
    parameter: str | None = "key"
    expects: str = "json"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a paper, the newest first; ``since`` ends it early."""
        ids: set[str] = set()
        async for page in pages(self._turn(fetch, job)):
            if page.total == 0:
                raise EmptyAnswer("CLIK 목록이 0건입니다")
            for row in page.rows:
                day = row.day(self.day)
                if job.since and day and day < job.since:
                    return
                ids.add(f"{self.name}:{row.need('DOCID')}")
                yield await self._paper(fetch, job, row, day)
        yield Everything(f"{self.name}:", frozenset(ids))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()

    def _turn(self, fetch: Fetch, job: Job) -> Callable[[int], Any]:
        fixed = {"displayType": "list", "rasmblyId": job.option("rasmbly_id"), "searchType": "ALL"}

        async def turn(number: int) -> Page[Fields]:
            place = {"startCount": str((number - 1) * ROWS), "listCount": str(ROWS)}
            answer = await fetch(
                f"{self.service}.do", {"type": "json", **fixed, **self.sort, **place}
            )
            page = read_list(answer)
            strange = next((r for r in page.rows if r["RASMBLY_ID"] != fixed["rasmblyId"]), None)
            if strange:
                raise WrongForm(f"묻지 않은 의회의 자료가 왔습니다: {strange['RASMBLY_ID']}")
            return page

        return turn

    async def _paper(self, fetch: Fetch, job: Job, row: Fields, day: date | None) -> Outcome:
        known = f"{self.name}:{row['DOCID']}" in job.known
        young = day is None or job.today - day < MOVING
        if known and not (self.moves and young):
            return Harvest(row["DOCID"], 1, 1, held=1)
        return await guarded(row["DOCID"], self._detail(fetch, row["DOCID"]))

    async def _detail(self, fetch: Fetch, docid: str) -> Harvest:
        params = {"type": "json", "displayType": "detail", "docid": docid}
        detail = read_detail(await fetch(f"{self.service}.do", params))
        if detail["DOCID"] != docid:
            raise WrongForm(f"{docid}를 청했으나 {detail['DOCID'] or '다른 답'}이 왔습니다")
        return self.read(detail)


def read_list(answer: Answer) -> Page[Fields]:
    """One page of a list; raises the leaf that its code stands for."""
    body = _body(answer)
    total = body.get("TOTAL_COUNT")
    if not isinstance(total, int):
        raise WrongForm("목록에 전체 건수(TOTAL_COUNT)가 없습니다")
    rows = tuple(Fields.of(item.get("ROW", item)) for item in as_list(body.get("LIST")))
    return Page(total, None, rows)


def read_detail(answer: Answer) -> Fields:
    """The fields of a detail, which stand directly in the answer."""
    return Fields.of(_body(answer))


def _body(answer: Answer) -> Mapping[str, Any]:
    parts = as_list(load(answer))
    body = parts[0] if parts else None
    if not isinstance(body, dict) or "RESULT_CODE" not in body:
        raise WrongForm("CLIK의 답에 RESULT_CODE가 없습니다")
    code = str(body["RESULT_CODE"])
    if code != "SUCCESS":
        raise _FAULTS.get(code, WrongForm)(f"출처의 답 {code}: {body.get('RESULT_MESSAGE', '')}")
    return body


def read_sitting(row: Fields) -> Harvest:
    """Minutes as a document with its speeches, and the sitting itself."""
    body = row["PRMPST_CMIT_NM"] or row.need("MTGNM")
    session, order = row.need("RASMBLY_SESN"), row["MINTS_ODR"]
    day = row.day("MTG_DE")
    document = Document(
        id=f"clik-minutes:{row['DOCID']}",
        kind=Kind.MINUTES,
        title=f"제{session}회 {body} 제{order}차 회의록",
        date=day,
        session=int(session) if session.isdecimal() else None,
        committee=body if body.endswith("위원회") else None,
        agency=row["RASMBLY_NM"] or None,
        visibility=Visibility.PUBLIC,
        source="clik-minutes",
        source_url=row["ORGINL_FILE_URL"] or None,
        passages=read_minutes(row.need("MINTS_HTML")),
    )
    if day is None or document.session is None:
        return Harvest(row["DOCID"], 1, 1, documents=(document,))
    meeting = Meeting(document.id, document.session, body, day)
    return Harvest(row["DOCID"], 1, 1, documents=(document,), meetings=(meeting,))


_FACTS = (
    ("의안번호", "BI_NO"),
    ("의안종류", "BI_KND_NM"),
    ("제안자", "PROPSR"),
    ("소관위원회", "JRSD_CMIT_NM"),
    ("위원회 처리결과", "CMIT_RESULT"),
    ("본회의 처리결과", "PLNMT_RESULT"),
    ("처리상태", "CL_STD_NM"),
)
_DAYS = (
    ("제안일", "ITNC_DE"),
    ("위원회 회부일", "CMIT_REPORT_DE"),
    ("위원회 처리일", "CMIT_PROCESS_DE"),
    ("본회의 처리일", "PLNMT_PROCESS_DE"),
    ("이송일", "TRNSF_DE"),
    ("공포일", "PRMLGT_DE"),
)


def read_local_bill(row: Fields) -> Harvest:
    """A bill with its proposers and its way through the council."""
    named = names_in(row["PROPSR"])
    who = reconcile(row["PROPSR"], named, ())
    facts = [f"{label}: {row[name]}" for label, name in _FACTS if row[name]]
    days = [f"{label}: {day}" for label, name in _DAYS if (day := row.day(name))]
    lines = [row.need("BI_SJ"), *facts, *days, *row["BI_OUTLINE"].splitlines()]
    document = Document(
        id=f"clik-bill:{row['DOCID']}",
        kind=Kind.BILL,
        title=row["BI_SJ"],
        date=row.day("ITNC_DE"),
        number=row["BI_NO"] or None,
        committee=row["JRSD_CMIT_NM"] or None,
        members=who.names,
        agency=row["RASMBLY_NM"] or None,
        visibility=Visibility.PUBLIC,
        source="clik-bill",
        notes=(who.note,) if who.note else (),
        passages=tuple(
            Passage(order, line.strip(), heading=order == 0)
            for order, line in enumerate(filter(str.strip, lines))
        ),
    )
    return Harvest(row["DOCID"], 1, 1, documents=(document,))


CLIK_MINUTES = Clik(
    "clik-minutes", "minutes", "MTG_DE", {"sort": "MTG_DE/DESC"}, False, read_sitting
)
CLIK_BILLS = Clik("clik-bill", "bill", "ITNC_DE", {"sort": "ITNC_DE/DESC"}, True, read_local_bill)
