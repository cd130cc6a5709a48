"""서울특별시의회 pages: minutes (``ms.smc.seoul.kr``) and bills (``www.smc.seoul.kr``).

The same vendor's pages serve other councils, so addresses and selectors are settings. No
recording of these pages was at hand: the selectors follow what clients in the open use, and a
page without them is a named fault, never an empty success.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import parse_qs, urlencode, urlsplit

from parsel import Selector, SelectorList

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome, guarded
from crawlers.proposers import names_in, reconcile
from crawlers.speeches import read_minutes
from records.errors import EmptyAnswer, WrongForm
from records.model import Document, Kind, Meeting, Passage, Visibility

SELECTORS: Mapping[str, str] = {
    "minutes.rows": "table.normal_list tbody tr",
    "minutes.canvas": "//*[@id='canvas']",
    "bills.rows": "table tbody tr[onclick*=goDetail]",
    "bill.rows": ".ViewBoxList .row",
    "bill.labels": ".billlist_stitle, .billlist_stitle2",
    "bill.proposers": ".manname",
    "bill.steps": "table.billinTable",
    "bill.files": "a.attachfile, .billattachfile a",
}
"""CSS (``canvas``: XPath) by name; a council may set its own under the same names."""
_DAY = re.compile(r"(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})")
_NUMBER = re.compile(r"\d+")
_CALL = re.compile(r"goDetail\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list: the key of its paper, and its day."""

    key: str
    day: date | None


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True)
class Sitting(Listed):
    """One line of the list of minutes."""

    session: int
    order: str
    body: str


@dataclass(frozen=True, slots=True)
class BillRow(Listed):
    """One line of the list of bills; ``call`` are the arguments of its page."""

    title: str
    committee: str | None
    proposer: str
    call: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CouncilPages(Generic[Row]):
    """One kind of page: its list, and how a line becomes a paper."""

    name: str
    home: str
    rows: Callable[[Fetch, Job, int], Awaitable[tuple[Row, ...]]]
    paper: Callable[[Fetch, Job, Row], Awaitable[Harvest]]
    parameter: str | None = None
    expects: str = "html"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a paper, the newest first, until a page brings nothing new."""
        for number in range(1, int(job.option("pages")) + 1):
            rows = await self.rows(fetch, job, number)
            if not rows and number == 1:
                raise EmptyAnswer("목록이 비었습니다")
            young = [row for row in rows if not (job.since and row.day and row.day < job.since)]
            new = [row for row in young if f"{self.name}:{row.key}" not in job.known]
            for row in new:
                yield await guarded(row.key, self.paper(fetch, job, row))
            if not new:
                return

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()


def page_of(answer: Answer) -> Selector:
    return Selector(text=answer.body.decode("utf-8", "replace"))


def selector(job: Job, name: str) -> str:
    return job.options.get(name) or SELECTORS[name]


def words(found: Selector | SelectorList[Selector]) -> str:
    """All text below, blanks joined."""
    return " ".join(" ".join(found.css("::text").getall()).split())


def day_in(text: str) -> date | None:
    found = _DAY.search(text)
    return date(*map(int, found.groups())) if found else None


async def sittings(fetch: Fetch, job: Job, number: int) -> tuple[Sitting, ...]:
    """The minutes on one page of the list."""
    answer = await fetch("kr/assembly/late.do", {"pageNum": str(number)})
    return read_sittings(page_of(answer), selector(job, "minutes.rows"))


def read_sittings(page: Selector, rows: str) -> tuple[Sitting, ...]:
    """Columns: 번호, 대수, 회수, 차수, 회의명, 일자."""
    if not page.css(rows.split(" ")[0]):
        raise WrongForm("회의록 목록의 화면이 바뀌었습니다")
    return tuple(_sitting(row) for row in page.css(rows))


def _sitting(row: Selector) -> Sitting:
    cells = [words(cell) for cell in row.css("td")]
    link = row.css("a::attr(href)").get("")
    key = parse_qs(urlsplit(link).query).get("key", [""])[0]
    session = _NUMBER.search(cells[2]) if len(cells) > 5 else None
    if not key or session is None:
        raise WrongForm("회의록 목록의 칸이 바뀌었습니다")
    name = re.sub(r"^\[[^\]]*\]\s*", "", cells[4])
    return Sitting(key, day_in(cells[5]), int(session[0]), cells[3], name)


async def minutes(fetch: Fetch, job: Job, row: Sitting) -> Harvest:
    """The minutes of one sitting."""
    answer = await fetch("record/recordView.do", {"key": row.key})
    text = answer.body.decode("utf-8", "replace")
    canvas = selector(job, "minutes.canvas")
    if not Selector(text=text).xpath(canvas):
        raise WrongForm("회의록의 화면이 바뀌었습니다")
    document = Document(
        id=f"smc-minutes:{row.key}",
        kind=Kind.MINUTES,
        title=f"제{row.session}회 {row.body} {row.order} 회의록",
        date=row.day,
        session=row.session,
        committee=row.body if row.body.endswith("위원회") else None,
        visibility=Visibility.PUBLIC,
        source="smc-minutes",
        source_url=f"{MINUTES.home}/record/recordView.do?key={row.key}",
        passages=read_minutes(text, canvas),
    )
    held = (Meeting(document.id, row.session, row.body, row.day),) if row.day else ()
    return Harvest(row.key, 1, 1, documents=(document,), meetings=held)


async def bills(fetch: Fetch, job: Job, number: int) -> tuple[BillRow, ...]:
    """The bills on one page of the list, of the term that the council sets."""
    params = {"pageIndex": str(number), "generationNum": job.option("term").zfill(3)}
    answer = await fetch("info/billSearchDetail.do", params | {"billTypeCd": "0"})
    return read_bills(page_of(answer), selector(job, "bills.rows"))


def read_bills(page: Selector, rows: str) -> tuple[BillRow, ...]:
    """Columns: 의안번호, 제목 with 소관위원회, 제안자, 날짜."""
    if not page.css("table"):
        raise WrongForm("의안 목록의 화면이 바뀌었습니다")
    return tuple(_bill_row(row) for row in page.css(rows))


def _bill_row(row: Selector) -> BillRow:
    cells = row.css("td")
    found = _CALL.search(row.attrib.get("onclick", ""))
    call = tuple(part.strip(" '\"") for part in found[1].split(",")) if found else ()
    if len(cells) < 4 or len(call) != 5:
        raise WrongForm("의안 목록의 칸이 바뀌었습니다")
    title = " ".join(cells[1].xpath("text()").get("").split())
    committee = " ".join(cells[1].css("div.title ::text").getall()).partition(":")[2].strip()
    number, proposer, day = words(cells[0]), words(cells[2]), day_in(words(cells[3]))
    return BillRow(number, day, title, committee or None, proposer, call)


async def bill(fetch: Fetch, job: Job, row: BillRow) -> Harvest:
    """One bill: what its page says, its steps, its files by name."""
    names = ("propTypeCd", "generationNum", "billNo", "billTypeCd", "billNum")
    params = dict(zip(names, row.call, strict=True))
    page = page_of(await fetch("info/billRead.do", params))
    facts = dict(_labelled(page, job))
    if facts.get("의안번호") != row.key:
        raise WrongForm(
            f"의안 {row.key}를 청했으나 {facts.get('의안번호') or '다른 화면'}이 왔습니다"
        )
    listed = [words(one) for one in page.css(selector(job, "bill.proposers"))]
    who = reconcile(row.proposer, listed or names_in(row.proposer), ())
    lines = [row.title, *(f"{label}: {value}" for label, value in facts.items())]
    lines += [*_steps(page, job), *_files(page, job)]
    document = Document(
        id=f"smc-bill:{row.key}",
        kind=Kind.BILL,
        title=row.title,
        date=row.day,
        number=row.key,
        committee=row.committee,
        members=who.names,
        visibility=Visibility.PUBLIC,
        source="smc-bill",
        source_url=f"{BILLS.home}/info/billRead.do?{urlencode(params)}",
        notes=(who.note,) if who.note else (),
        passages=tuple(Passage(n, line, heading=n == 0) for n, line in enumerate(lines)),
    )
    return Harvest(row.key, 1, 1, documents=(document,))


def _labelled(page: Selector, job: Job) -> list[tuple[str, str]]:
    return [
        (words(label), words(label.xpath("following-sibling::*[1]")))
        for row in page.css(selector(job, "bill.rows"))
        for label in row.css(selector(job, "bill.labels"))
    ]


def _steps(page: Selector, job: Job) -> list[str]:
    lines = []
    for table in page.css(selector(job, "bill.steps")):
        heads = [words(cell) for cell in table.css("th")]
        values = [words(cell) for cell in table.css("td")]
        lines.append(", ".join(f"{h} {v}" for h, v in zip(heads, values, strict=False) if v))
    return lines


def _files(page: Selector, job: Job) -> list[str]:
    found = (words(link) for link in page.css(selector(job, "bill.files")))
    return [f"붙임: {name}" for name in dict.fromkeys(found) if name]


MINUTES = CouncilPages("smc-minutes", "https://ms.smc.seoul.kr", sittings, minutes)
BILLS = CouncilPages("smc-bill", "https://www.smc.seoul.kr", bills, bill)
