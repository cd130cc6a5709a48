"""서울특별시의회 minutes (``ms.smc.seoul.kr``): the sittings, newest first.

The list is that of recent minutes (``late.do``): what is not on it may be older, and not gone.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from parsel import Selector

from crawlers.contract import Fetch, Harvest, Job
from crawlers.files import Files
from crawlers.newest import Listed
from crawlers.smc import CouncilPages, day_in, links_in, page_of, selector, words
from crawlers.speeches import read_minutes
from records.errors import WrongForm
from records.model import Document, Kind, Meeting, Visibility

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sitting(Listed):
    """One line of the list of minutes."""

    session: int
    order: str
    body: str


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


async def minutes(fetch: Fetch, job: Job, row: Sitting, files: Files) -> Harvest:
    """The minutes of one sitting, and what stands at their end as files."""
    answer = await fetch("record/recordView.do", {"key": row.key})
    text = answer.body.decode("utf-8", "replace")
    page, canvas = Selector(text=text), selector(job, "minutes.canvas")
    if not page.xpath(canvas):
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
    came = await files.of(document.id, links_in(page, selector(job, "minutes.files")))
    return Harvest(row.key, 1, 1, documents=(document,), meetings=held, files=came)


MINUTES = CouncilPages("smc-minutes", "https://ms.smc.seoul.kr", sittings, minutes)
