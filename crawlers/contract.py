"""What every source keeps to: fetch → check → parse → record.

A source is one object with a name and `Source.crawl`. It asks through a `Fetch`, which gives only
answers whose form has been checked (`crawlers.forms`), and yields one outcome for each thing it
was to bring (a law, a paper): a `Harvest` when every answer about it passed its checks, a `Lost`
when one did not. What is lost is never stored in part, so the records of yesterday stand.
A `Refused` ends the run at once: to knock on is rude and may get the address banned.

A source knows nothing of Scrapy, of the network or of the database. The same code therefore reads
the archive again (`crawlers.reparse`).
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from urllib.parse import urlsplit

from crawlers.outcomes import Deleted, Everything, Filed, Harvest, Lost, Outcome, Turned, Video
from records.errors import BadSetting, Refused, SourceFault
from records.model import Document, Privacy

__all__ = [
    "Answer",
    "Alive",
    "Deleted",
    "Everything",
    "FILE",
    "Fetch",
    "Filed",
    "Finished",
    "Gate",
    "Harvest",
    "Job",
    "KEY_HERE",
    "LOOPBACK",
    "Lost",
    "Message",
    "Outcome",
    "Pace",
    "Source",
    "Turned",
    "Video",
    "guarded",
    "hold_all",
]


@dataclass(frozen=True, slots=True)
class Pace:
    """How politely to ask. ``delay`` and ``backoff`` are seconds, ``tries`` counts the first."""

    delay: float = 1.0
    backoff: float = 3.0
    tries: int = 6
    timeout: float = 60.0


LOOPBACK = Pace(delay=0.0, backoff=0.02, tries=5, timeout=20.0)
"""Nobody needs sparing when the server is on this machine."""


@dataclass(frozen=True, slots=True)
class Job:
    """One order to a source: where, what and since when. Crosses into the child process."""

    source: str
    base_url: str
    key: str | None = field(repr=False)
    names: tuple[str, ...]
    since: date | None
    today: date
    pace: Pace
    options: Mapping[str, str] = field(default_factory=dict)
    """What a council sets for this source: its term, its code, its pages."""
    held: frozenset[tuple[str, date, str | None]] = field(default=frozenset(), repr=False)
    """(MST, 시행일자, state) of the versions of statutes that are in the records already."""

    known: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids of this source's documents in the records, for sources that ask paper by paper."""

    again: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids of papers whose files did not all come: none of them is among ``known``."""

    unfinished: bool = False
    """The last run did not end well, or left a list before its end and may go further now: what
    is there already says nothing of what lies beyond."""

    kept: Mapping[str, str] = field(default_factory=dict, repr=False)
    """SHA-256 of the answers of runs that failed, by address: see `crawlers.bodies`."""

    originals: str = ""
    """Where the answers are kept."""

    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    """SHA-256 of the kept files of papers that will be read again, by address."""

    def option(self, name: str) -> str:
        """A setting of this source; `BadSetting` when it has none."""
        if not self.options.get(name):
            raise BadSetting(f"출처 {self.source}에 {name} 설정이 없습니다 (ucouncil.toml)")
        return self.options[name]

    @property
    def local(self) -> bool:
        """Whether the server is on this machine: a replay, a test."""
        return urlsplit(self.base_url).hostname in ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: ``address`` and ``body`` are free of keys, ``when`` is in UTC."""

    address: str
    status: int
    body: bytes = field(repr=False)
    when: datetime


@dataclass(frozen=True, slots=True)
class Alive:
    """The run is at work: a request is over, whatever came of it, or is still waited for."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over; ``fault`` is what ended it before its time, if anything did."""

    fault: SourceFault | BadSetting | None


Message = Answer | Alive | Outcome | Finished
"""What crosses from the crawling process to the one that holds the records."""


Gate = Callable[[Document], Privacy]
"""Says which papers are held for a person to look at."""


def hold_all(_: Document) -> Privacy:
    """The gate where none is given: closed."""
    return Privacy.HELD


KEY_HERE = "{key}"
"""Stands for the key in the path of a source that has it there."""


FILE = "file"
"""The form of an attached file: kept byte for byte."""


class Fetch(Protocol):
    """Asks the source for ``path`` (or a whole address) with ``params``, no key among them, and
    checks that the answer has the form ``expects``, or else the source's own."""

    async def __call__(
        self, path: str, params: Mapping[str, str], expects: str | None = None
    ) -> Answer: ...


class Source(Protocol):
    """One source. ``home`` is its address; ``parameter`` names the key in its query string;
    ``expects`` is the form of a good answer: ``"xml"`` or ``"json"``."""

    @property
    def name(self) -> str: ...
    @property
    def home(self) -> str: ...
    @property
    def parameter(self) -> str | None: ...
    @property
    def expects(self) -> str: ...

    def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]: ...

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """The names for `Job` that bring again what these parameters once asked for."""
        ...


async def guarded(of: str, harvest: Awaitable[Harvest]) -> Outcome:
    """Await one harvest; a fault loses this thing alone, a refusal goes up and ends the run."""
    try:
        return await harvest
    except Refused:
        raise
    except SourceFault as fault:
        return Lost(of, fault)
