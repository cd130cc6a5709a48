"""서울특별시의회 bills (``www.smc.seoul.kr``) of the term that the council sets."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from parsel import Selector

from crawlers.contract import Fetch, Harvest, Job
from crawlers.files import Files
from crawlers.newest import Listed
from crawlers.proposers import names_in, reconcile
from crawlers.smc import CouncilPages, day_in, links_in, page_of, selector, words
from records.errors import WrongForm
from records.model import Document, Kind, Passage, Visibility

_CALL = re.compile(r"goDetail\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class BillRow(Listed):
    """One line of the list of bills; ``call`` are the arguments of its page."""

    title: str
    committee: str | None
    proposer: str
    call: tuple[str, ...]


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


async def bill(fetch: Fetch, job: Job, row: BillRow, files: Files) -> Harvest:
    """One bill: what its page says, its steps, its files."""
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
    links = links_in(page, selector(job, "bill.files"))
    lines += [*_steps(page, job), *(f"붙임: {one.name}" for one in links)]
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
    came = await files.of(document.id, [one for one in links if one.address])
    return Harvest(row.key, 1, 1, documents=(document,), files=came)


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


def of_term(job: Job) -> str:
    """How the ids of the bills begin that the list of a term has: their numbers begin with it."""
    return f"smc-bill:{job.option('term').lstrip('0')}-"


BILLS = CouncilPages("smc-bill", "https://www.smc.seoul.kr", bills, bill, moves=True, whole=of_term)
