"""Lists that announce no total, the newest first: pages are turned until nothing more is new.

A page without lines, or with none but those of pages before, is the end of the list. Only a run
that came there from the first page knows the whole list; most runs stop at what is known.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from crawlers.contract import Everything, Harvest, Job, Outcome, Turned, guarded
from records.errors import EmptyAnswer


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list: the key of its paper, and its day."""

    key: str
    day: date | None


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True)
class Newest(Generic[Row]):
    """How the list of one run is turned and its papers are asked for.

    ``wanted`` says of a line whether its paper is to be asked for. ``whole`` is the beginning of
    the ids of all papers that the list has when it has come to its end; None when the list itself
    is only of what is recent, so that it proves no absence.
    """

    job: Job
    turn: Callable[[int], Awaitable[tuple[Row, ...]]]
    paper: Callable[[Row], Awaitable[Harvest]]
    wanted: Callable[[Row], bool]
    whole: str | None
    _seen: set[str] = field(default_factory=set)

    async def crawl(self) -> AsyncIterator[Outcome]:
        """A harvest a paper; then how far the list was turned, if that says anything: to the
        end, or to the limit with something new on the last page."""
        waiting, new, moved = set(self.job.again), False, False
        limit = int(self.job.option("pages"))
        for number in range(1, limit + 1):
            rows = await self.turn(number)
            if not rows and number == 1:
                raise EmptyAnswer("목록이 비었습니다")
            here = [row for row in rows if row.key not in self._seen]
            if not here:
                for outcome in self._end(number - 1, moved):
                    yield outcome
                return
            moved = moved or len(here) < len(rows)
            self._seen.update(row.key for row in here)
            young = [row for row in here if not self._old(row)]
            wanted = [row for row in young if self.wanted(row)]
            for row in wanted:
                waiting.discard(self._id(row.key))
                yield await guarded(row.key, self.paper(row))
            new = any(self._id(row.key) not in self.job.known for row in wanted)
            if not young or not (wanted or waiting or self.job.unfinished):
                return
        if new:
            yield Turned(limit, whole=False)

    def _end(self, pages: int, moved: bool) -> list[Outcome]:
        """What the end of the list proves; nothing of absence where lines moved meanwhile."""
        whole: list[Outcome] = [Turned(pages, whole=True)]
        if self.whole is not None and not moved and not self.job.since:
            ids = frozenset(map(self._id, self._seen))
            whole.append(Everything(self.whole, ids))
        return whole

    def _old(self, row: Row) -> bool:
        return bool(self.job.since and row.day and row.day < self.job.since)

    def _id(self, key: str) -> str:
        return f"{self.job.source}:{key}"
