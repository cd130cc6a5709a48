"""서울특별시의회 videos of sittings (``ms.smc.seoul.kr``), put beside their minutes.

A video says of which sitting it is and knows nothing of its minutes; the two meet in the records
(`crawlers.videos`). The columns are taken to be those of the minutes' list: no recording was at
hand.
"""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from parsel import Selector

from crawlers.contract import Fetch, Harvest, Job, Outcome, Turned, Video
from crawlers.smc import day_in, links_in, page_of, selector, words
from records.errors import EmptyAnswer, WrongForm

NONE = "조회된 목록이 없습니다"
RECENT = 3
"""Pages on which what is new since the last run stands."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class CouncilVideos:
    """The list of videos, newest first."""

    name: str = "smc-video"
    home: str = "https://ms.smc.seoul.kr"
    parameter: str | None = None
    expects: str = "html"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a page, until there is none or a day before ``since``; `RECENT` pages once
        the list has been turned as far as the council sets."""
        limit, before = int(job.option("pages")), frozenset[Video]()
        limit = limit if job.unfinished else min(limit, RECENT)
        for number in range(1, limit + 1):
            answer = await fetch("kr/cast/vod.do", {"pageNum": str(number)})
            videos = read_videos(page_of(answer), selector(job, "videos.rows"), self.home)
            if not videos and number == 1:
                raise EmptyAnswer("영상 목록이 비었습니다")
            if before.issuperset(videos):
                yield Turned(number - 1, whole=True)
                return
            before |= frozenset(videos)
            young = tuple(one for one in videos if not (job.since and one.day < job.since))
            if not young:
                return
            yield Harvest(f"{number}쪽", len(young), len(young), videos=young, held=len(young))
        if job.unfinished:
            yield Turned(limit, whole=False)

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()


def read_videos(page: Selector, rows: str, home: str) -> tuple[Video, ...]:
    """Columns: 번호, 대수, 회수, 차수, 회의명, 일자."""
    if NONE in words(page):
        return ()
    if not page.css(rows.split(" ")[0]):
        raise WrongForm("영상 목록의 화면이 바뀌었습니다")
    return tuple(_video(row, home) for row in page.css(rows))


def _video(row: Selector, home: str) -> Video:
    cells = [words(cell) for cell in row.css("td")]
    links = [one.address for one in links_in(row, "a") if one.address]
    session = _NUMBER.search(cells[2]) if len(cells) > 5 else None
    day = day_in(cells[5]) if session else None
    if not links or session is None or day is None:
        raise WrongForm("영상 목록의 칸이 바뀌었습니다")
    body = re.sub(r"^\[[^\]]*\]\s*", "", cells[4])
    return Video(int(session[0]), cells[3], body, day, urljoin(f"{home}/", links[0]))


VIDEOS = CouncilVideos()
