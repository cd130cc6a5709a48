"""How a source is doing: what `ucouncil sources` and the page of sources show of it.

The rows are made by `crawlers.status.source_rows`; who shows them needs this module only.
"""

from dataclasses import dataclass
from datetime import datetime

from records.failures import Failure


@dataclass(frozen=True, slots=True)
class SourceState:
    """One source. ``announced`` and ``held`` are of the last run that ended well: what the
    source said there is, and what of it is in the records; None where it never ended well.

    ``fault``, ``reason`` and ``advice`` are of the last run, None when that ended well.
    ``running`` says that a run is at work now, ``so_far`` what it has received. ``failures`` are
    the single things (a law, a paper, a file) that could not be brought, each with its advice.
    ``announced`` is None too where a source gives no total; ``held`` is then all there is of it.
    ``beyond`` says where its list was left before the end, and what to do: there is more.
    ``missing`` names settings without which the source cannot run; ``recorded`` says that its
    reader was checked against recordings of the real service. Times are in UTC.
    """

    source: str
    title: str
    on: bool
    recorded: bool
    last_run: datetime | None
    last_success: datetime | None
    last_new: datetime | None
    announced: int | None
    held: int | None
    fault: str | None
    reason: str | None
    advice: str | None
    missing: tuple[str, ...]
    next_run: datetime | None
    running: bool = False
    so_far: int | None = None
    failures: tuple[Failure, ...] = ()
    beyond: Failure | None = None

    @property
    def complete(self) -> bool | None:
        """Whether all that was announced is held, and the list was turned to its end; None
        while that is not known."""
        if self.beyond:
            return False
        if self.announced is None or self.held is None:
            return None
        return self.held >= self.announced

    def due(self, now: datetime) -> bool:
        """Whether it is time for a run."""
        return self.next_run is not None and self.next_run <= now
