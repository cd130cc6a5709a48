"""서울 정보소통광장: approved papers (결재문서) that the city has opened, newest first.

Pages made for people: robots.txt and a long delay are kept to. Whoever wrote a paper, and the
telephone number beside the name, are neither read nor kept.
"""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from parsel import Selector

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome
from crawlers.files import Files, Link
from crawlers.newest import Listed, Newest
from crawlers.redaction import table_cells
from records.errors import WrongForm
from records.model import Document, Kind, Passage, Visibility

WRITER = "작성자(전화번호)"
redact = table_cells(WRITER)
_KINDS = (
    (Kind.AUDIT, "행정사무감사"),
    (Kind.REQUEST, "의원 요구자료"),
    (Kind.RESEARCH, "용역"),
    (Kind.REPORT, "보고"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_OPEN = ("공개", "부분공개")


@dataclass(frozen=True, slots=True)
class OpenGov:
    """``pages`` among the options says how far back a first run goes."""

    name: str = "opengov"
    home: str = "https://opengov.seoul.go.kr"
    parameter: str | None = None
    expects: str = "html"

    def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a paper, until a page brings nothing young enough or nothing new, unless the
        last run did not end well or a paper waits for a file."""
        files = Files(fetch, job)

        async def turn(number: int) -> tuple[Listed, ...]:
            return read_list(await fetch("sanction/list", {"page": str(number)}))

        return Newest(
            job,
            turn,
            lambda row: self._paper(fetch, row.key, files),
            lambda row: f"opengov:{row.key}" not in job.known,
            "opengov:",
        ).crawl()

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()

    async def _paper(self, fetch: Fetch, nid: str, files: Files) -> Harvest:
        answer = await fetch(f"sanction/{nid}", {})
        paper = read_paper(answer, nid)
        came = await files.of(paper.id, read_links(answer))
        return Harvest(nid, 1, 1, documents=(paper,), files=came)


def read_list(answer: Answer) -> tuple[Listed, ...]:
    """The lines of one page; `WrongForm` when the page is no list any more."""
    page = Selector(text=answer.body.decode("utf-8", "replace"))
    if not page.css(".view-content ul"):
        raise WrongForm("결재문서 목록의 화면이 바뀌었습니다")
    rows = []
    for item in page.css("li:has(.title-wrap)"):
        link = item.css('.title-wrap a[href^="/sanction/"]::attr(href)').get("")
        rows.append(
            Listed(link.rpartition("/")[2], _day("".join(item.css("span.date ::text").getall())))
        )
    if any(not row.key.isdecimal() for row in rows):
        raise WrongForm("결재문서 목록의 주소가 바뀌었습니다")
    return tuple(rows)


def read_paper(answer: Answer, nid: str) -> Document:
    """One paper: its title, what its table says of it, and the names of what is attached."""
    page = Selector(text=answer.body.decode("utf-8", "replace"))
    title = " ".join("".join(page.css("h3.title-article ::text").getall()).split())
    facts = dict(_facts(page))
    if not title or "문서번호" not in facts:
        raise WrongForm("결재문서의 화면이 바뀌었습니다")
    lines = [title, *(f"{label}: {value}" for label, value in facts.items()), *_attached(page)]
    disclosure = facts.get("공개구분")
    public = disclosure in _OPEN
    return Document(
        id=f"opengov:{nid}",
        kind=next((kind for kind, word in _KINDS if word in title), Kind.OTHER),
        title=title,
        date=_day(facts.get("생산일자", "")),
        number=facts["문서번호"],
        unit=facts.get("부서명"),
        agency=facts.get("기관명"),
        disclosure=disclosure,
        retention=facts.get("보존기간"),
        visibility=Visibility.PUBLIC if public else Visibility.STAFF,
        source="opengov",
        source_url=f"https://opengov.seoul.go.kr/sanction/{nid}",
        passages=tuple(Passage(n, line, heading=n == 0) for n, line in enumerate(lines)),
    )


def _facts(page: Selector) -> list[tuple[str, str]]:
    found = []
    for head in page.css(".table-response th"):
        label = " ".join("".join(head.css("::text").getall()).split())
        cell = head.xpath("following-sibling::td[1]")
        value = " ".join("".join(cell.xpath("text()").getall()).split())
        if value and label != WRITER:
            found.append((label, value))
    return found


def _attached(page: Selector) -> list[str]:
    """``붙임: name``, with 비공개 where the site says so."""
    lines = []
    for item in page.css("ul.list-attachment li"):
        name = " ".join(" ".join(item.css("p.title-down ::text").getall()).split())
        closed = bool(item.css(".txt-notopen"))
        lines.append(f"붙임: {name}" + (" (비공개)" if closed else ""))
    return lines


def read_links(answer: Answer) -> list[Link]:
    """The files that the site lets people take, under their names without the size."""
    page = Selector(text=answer.body.decode("utf-8", "replace"))
    found = []
    for item in page.css("ul.list-attachment li:has(a.btn-download)"):
        name = " ".join("".join(item.css("p.title-down").xpath("text()").getall()).split())
        address = item.css("a.btn-download::attr(href)").get("").strip()
        if address and not item.css(".txt-notopen"):
            found.append(Link(name, address))
    return found


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    return date(*map(int, found.groups())) if found else None


OPENGOV = OpenGov()
