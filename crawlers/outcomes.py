"""What a source yields: all of one thing, or what was lost, or what a whole list proves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from records.errors import SourceFault, Unreadable
from records.model import Document, Meeting, Member, Relation, Session, Version
from records.names import fold


@dataclass(frozen=True, slots=True)
class Filed:
    """A file attached to a paper: kept under ``sha256``, or None and why it did not come."""

    document_id: str
    name: str
    sha256: str | None
    fault: SourceFault | Unreadable | None = None

    @property
    def place(self) -> str:
        """Under which its failure is noted."""
        return f"{self.document_id}!/{self.name}"


@dataclass(frozen=True, slots=True)
class Video:
    """The video of a sitting: what the source says of it, and where it is shown."""

    session: int
    order: str
    body: str
    day: date
    address: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """What the source says it has deleted of the things whose ids begin with ``prefix``: the day
    by the serial number of a version."""

    prefix: str
    days: Mapping[str, date] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Turned:
    """How far a list that announces no total was turned: to its end (``whole``), or else to the
    limit of ``pages`` that the council sets, where there was still something new."""

    pages: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Harvest:
    """All of one thing, checked: ``announced`` by the source and ``received`` are equal.

    ``every_version`` says that the source has no version of these laws beyond ``versions``,
    ``every_relation`` that it says of ``of`` no relation beyond ``relations``.
    """

    of: str
    announced: int
    received: int
    versions: tuple[Version, ...] = field(default=(), repr=False)
    documents: tuple[Document, ...] = field(default=(), repr=False)
    files: tuple[Filed, ...] = ()
    members: tuple[Member, ...] = field(default=(), repr=False)
    sessions: tuple[Session, ...] = field(default=(), repr=False)
    meetings: tuple[Meeting, ...] = field(default=(), repr=False)
    relations: tuple[Relation, ...] = field(default=(), repr=False)
    videos: tuple[Video, ...] = ()
    deleted: Deleted | None = None
    ordinance: bool = False
    every_version: bool = False
    every_relation: bool = False
    held: int = 0
    """How many of the announced were in the records already and were not asked for again."""
    law_ids: tuple[str, ...] = ()
    """The laws this is about, whether or not anything of them was asked for again."""


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that could not be brought whole, and why."""

    of: str
    fault: SourceFault


@dataclass(frozen=True, slots=True)
class Everything:
    """The whole list has come: what is held under ``prefix`` and is none of ``ids`` is gone at
    the source. A list of those whose title has one of ``words`` says nothing of others."""

    prefix: str
    ids: frozenset[str] = field(repr=False)
    words: tuple[str, ...] = ()

    def lists(self, title: str) -> bool:
        """Whether a paper of this title would be on the list."""
        folded = fold(title)
        return not self.words or any(fold(word) in folded for word in self.words)


Outcome = Harvest | Lost | Everything | Turned
