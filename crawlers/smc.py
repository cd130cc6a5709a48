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

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome
from crawlers.files import Files, Link
from crawlers.newest import Listed, Newest

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


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True)
class CouncilPages(Generic[Row]):
    """One kind of page: its list, and how a line becomes a paper with its files. ``moves`` says
    that a paper goes on changing after it has come; ``whole`` how the ids of all papers begin
    that the whole list has, where it is not of recent papers only."""

    name: str
    home: str
    rows: Callable[[Fetch, Job, int], Awaitable[tuple[Row, ...]]]
    paper: Callable[[Fetch, Job, Row, Files], Awaitable[Harvest]]
    moves: bool = False
    whole: Callable[[Job], str] | None = None
    parameter: str | None = None
    expects: str = "html"

    def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a paper, the newest first, until a page brings nothing new, unless the last
        run did not end well or a paper waits for a file."""
        files = Files(fetch, job)
        return Newest(
            job,
            lambda number: self.rows(fetch, job, number),
            lambda row: self.paper(fetch, job, row, files),
            lambda row: self._wanted(row, job),
            self.whole(job) if self.whole else None,
        ).crawl()

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
