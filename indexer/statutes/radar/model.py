"""Values of the radar: what became of an article, where it is cited, and what follows."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from indexer.statutes.changes import ChangeKind
from records.model import Kind


class Role(StrEnum):
    """How a place rests on an article; the value is in JSON, `korean` is shown."""

    CITES = "cites"
    DELEGATED = "delegated"
    AMENDS = "amends"

    @property
    def korean(self) -> str:
        return {"cites": "인용", "delegated": "위임", "amends": "개정"}[self.value]


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to an article when a version took effect on ``day``. ``article`` was its
    number until then and ``now`` is from then on; None when it is gone."""

    day: date
    kind: ChangeKind
    article: str
    now: str | None
    before: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is cited: a text in force since the day ``since``, or a pending bill of
    that day. ``text`` stands at ``start``:``end`` of the article (or the bill); a delegation
    that only its source tells of has neither."""

    document: str
    title: str
    kind: Kind
    article: str | None
    since: date
    role: Role
    text: str = ""
    start: int | None = None
    end: int | None = None
    written: date | None = None
    """The day on which the citing text was promulgated, which is before it is in force."""
    following: str = field(default="", repr=False)
    """The words right after ``text``."""


@dataclass(frozen=True, slots=True)
class Alert:
    """``article`` of ``law``, as ``place`` cites it, is no longer what it was: ``steps`` are what
    has happened (and, in versions to come, will happen) to it since, in order, never empty."""

    law: str
    name: str
    article: str
    place: Place
    steps: tuple[Step, ...]
    foreseen: bool = False
    """The first of the amendments had been promulgated when the place was written, which may mean
    the article as it was going to be."""

    @property
    def now(self) -> str | None:
        """Its number after the last step; None when it is gone."""
        return self.steps[-1].now

    @property
    def kind(self) -> ChangeKind:
        """All steps taken together: gone, under another number, or what the last one was."""
        if self.now is None:
            return ChangeKind.DELETED
        if self.now != self.article:
            return ChangeKind.RENUMBERED
        kinds = {step.kind for step in self.steps}
        return ChangeKind.MOVED if kinds == {ChangeKind.MOVED} else ChangeKind.CHANGED

    @property
    def since(self) -> date:
        """The day on which the first step took effect."""
        return self.steps[0].day

    @property
    def last(self) -> date:
        """The day on which the last step takes effect."""
        return self.steps[-1].day

    @property
    def before(self) -> str:
        return self.steps[0].before

    @property
    def after(self) -> str:
        return self.steps[-1].after


class Problem(StrEnum):
    """Why a citation needs repair; the value is in JSON, `korean` is shown."""

    DELETED = "deleted"
    RENUMBERED = "renumbered"
    REPEALED = "repealed"
    ABSENT = "absent"

    @property
    def korean(self) -> str:
        return _PROBLEMS[self]


_PROBLEMS = {
    Problem.DELETED: "삭제된 조문",
    Problem.RENUMBERED: "번호가 바뀐 조문",
    Problem.REPEALED: "폐지된 법령",
    Problem.ABSENT: "없는 조문",
}


@dataclass(frozen=True, slots=True)
class Repair:
    """A citation to be repaired. ``proposed`` is the number the article has now, where that is
    certain; ``evidence`` says by what, ``since`` when it came about."""

    law: str
    name: str
    article: str | None
    place: Place
    problem: Problem
    proposed: str | None
    since: date | None
    evidence: str
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)
