"""서울특별시의회 pages: what all of them share. Minutes, bills, members and videos stand beside.

The same vendor's pages serve other councils, so addresses and selectors are settings. No
recording of these pages was at hand: the selectors follow what clients in the open use, and a
page without them is a named fault, never an empty success.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from parsel import Selector, SelectorList

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome, guarded
from crawlers.files import Files, Link
from records.errors import EmptyAnswer

SELECTORS: Mapping[str, str] = {
    "minutes.rows": "table.normal_list tbody tr",
    "minutes.canvas": "//*[@id='canvas']",
    "minutes.files": "a[href*='appendixDownload'], a[href*='/attach/record/']",
    "bills.rows": "table tbody tr[onclick*=goDetail]",
    "bill.rows": ".ViewBoxList .row",
    "bill.labels": ".billlist_stitle, .billlist_stitle2",
    "bill.proposers": ".manname",
    "bill.steps": "table.billinTable",
    "bill.files": "a.attachfile, .billattachfile a",
    "members.rows": "input.memLinkk",
    "member.name": ".mem_name, .name",
    "member.facts": "li, tr, dl",
    "videos.rows": "table.normal_list tbody tr",
}
"""CSS (``canvas``: XPath) by name; a council may set its own under the same names."""
MOVING = timedelta(days=180)
"""How long a paper that goes on through the council is asked for again, with its new steps."""
_DAY = re.compile(r"(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})")
_PATH = re.compile(r"['\"](/[^'\"]+)['\"]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list: the key of its paper, and its day."""

    key: str
    day: date | None


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True)
class CouncilPages(Generic[Row]):
    """One kind of page: its list, and how a line becomes a paper with its files. ``moves`` says
    that a paper goes on changing after it has come."""

    name: str
    home: str
    rows: Callable[[Fetch, Job, int], Awaitable[tuple[Row, ...]]]
    paper: Callable[[Fetch, Job, Row, Files], Awaitable[Harvest]]
    moves: bool = False
    parameter: str | None = None
    expects: str = "html"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a paper, the newest first, until a page brings nothing new, unless the last
        run did not end well or a paper waits for a file."""
        files, waiting = Files(fetch, job), set(job.again)
        for number in range(1, int(job.option("pages")) + 1):
            rows = await self.rows(fetch, job, number)
            if not rows and number == 1:
                raise EmptyAnswer("목록이 비었습니다")
            young = [row for row in rows if not (job.since and row.day and row.day < job.since)]
            new = [row for row in young if self._wanted(row, job)]
            for row in new:
                waiting.discard(f"{self.name}:{row.key}")
                yield await guarded(row.key, self.paper(fetch, job, row, files))
            if not young or not (new or waiting or job.unfinished):
                return

    def _wanted(self, row: Row, job: Job) -> bool:
        """Whether a line's paper is not there yet, or may have moved on."""
        moving = self.moves and row.day is not None and job.today - row.day < MOVING
        return moving or f"{self.name}:{row.key}" not in job.known

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


def links_in(page: Selector, css: str) -> list[Link]:
    """The files that ``css`` finds, each once; the address is ``""`` where a script has it."""
    found: dict[tuple[str, str], Link] = {}
    for link in page.css(css):
        address = link.attrib.get("href", "").strip()
        if link.attrib.get("onclick") or address.startswith(("#", "javascript:")):
            address = _scripted(link.attrib.get("onclick", "") or address)
        found.setdefault((words(link), address), Link(words(link), address))
    return [one for one in found.values() if one.name]


def _scripted(call: str) -> str:
    """The path that a script opens, if it is one."""
    found = _PATH.search(call)
    return found[1] if found else ""
