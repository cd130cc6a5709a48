"""서울특별시의회 members (``www.smc.seoul.kr``): the list, and a page a member.

No recording was at hand, and clients in the open show little of the form: which element is what
are settings. Telephone numbers and addresses of mail go before a page is kept.
"""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

from parsel import Selector

from crawlers.contract import Fetch, Harvest, Job, Outcome, guarded
from crawlers.smc import page_of, selector, words
from records.errors import EmptyAnswer, WrongForm
from records.model import Member

_CALL = re.compile(r"(\d+)\D{1,5}(\d{1,3})(?!\d)")
_LABELS = {
    "district": ("선거구", "지역구"),
    "party": ("소속정당", "정당"),
    "committees": ("소속위원회", "상임위원회", "위원회"),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A member on the list: the number and the term of the page to ask for."""

    number: str
    term: str


@dataclass(frozen=True, slots=True)
class CouncilMembers:
    """The members of a council; ``menu`` among the options is the list's own number."""

    name: str = "smc-members"
    home: str = "https://www.smc.seoul.kr"
    parameter: str | None = None
    expects: str = "html"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a member."""
        listed = await fetch("main/memIntro01.do", {"menuId": job.option("menu")})
        seats = read_seats(page_of(listed), selector(job, "members.rows"))
        for seat in seats:
            yield await guarded(seat.number, self._member(fetch, job, seat))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()

    async def _member(self, fetch: Fetch, job: Job, seat: Seat) -> Harvest:
        params = {"mno": seat.number, "period": seat.term}
        page = page_of(await fetch("main/memberPop.do", params))
        places = (selector(job, "member.name"), selector(job, "member.facts"))
        member = read_member(page, seat, *places)
        return Harvest(seat.number, 1, 1, members=(member,), held=1)


def read_seats(page: Selector, rows: str) -> tuple[Seat, ...]:
    """The members of the list; `EmptyAnswer` for a page without any."""
    found = [" ".join(one.attrib.values()) for one in page.css(rows)]
    if not found:
        raise EmptyAnswer("의원 목록이 비었습니다")
    calls = [_CALL.search(one) for one in found]
    if any(call is None for call in calls):
        raise WrongForm("의원 목록의 주소가 바뀌었습니다")
    return tuple(dict.fromkeys(Seat(call[1], call[2]) for call in calls if call))


def read_member(page: Selector, seat: Seat, name: str, facts: str) -> Member:
    """One member by the number of the page."""
    called = words(page.css(name)[:1]).removesuffix("의원").strip()
    if not called:
        raise WrongForm(f"의원 {seat.number}의 화면에 이름이 없습니다")
    lines = [words(one) for one in page.css(facts)]
    committees = _fact(lines, "committees") or ""
    return Member(
        id=f"smc:{seat.number}",
        name=called,
        terms=(int(seat.term),),
        district=_fact(lines, "district"),
        party=_fact(lines, "party"),
        committees=tuple(part.strip() for part in re.split(r"[,/]", committees) if part.strip()),
    )


def _fact(lines: Iterable[str], name: str) -> str | None:
    """What stands behind the first label that a line begins with."""
    for line in lines:
        for label in _LABELS[name]:
            if line.startswith(label):
                return line.removeprefix(label).strip(" :：") or None
    return None


MEMBERS = CouncilMembers()
