"""What a search gives back: values that print as the JSON of the command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A stretch of text with marks. ``marks`` are [start, end) in code points of ``text``;
    ``order`` is the passage's place in its document."""

    text: str
    marks: tuple[tuple[int, int], ...]
    page: int | None = None
    article: str | None = None
    cell: str | None = None
    speaker: str | None = None
    order: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """One document (or article) found. ``missing`` are the query's words it lacks (near hits)."""

    id: str
    document: str
    kind: str
    title: str
    date: date | None
    score: float
    passages: tuple[PassageHit, ...]
    revision: int = 0
    missing: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    """Committee, agency, member, number … as shown on a card."""
    title_marks: tuple[tuple[int, int], ...] = ()
    """Where the query's words stand in the title."""


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """``text`` of the query was taken to be a ``what`` (`indexer.search.intents`) and means
    ``label``; the query ``without`` asks for the words to the letter instead."""

    what: str
    text: str
    label: str
    without: str


@dataclass(frozen=True, slots=True)
class Results:
    """``total`` counts the papers that have all the words, exactly; ``near`` those shown that
    lack one. Of these ``amid`` stand among the first full matches, so that ``reach`` places hold
    every full match. ``groups`` counts laws and articles: {"법령": 3, "조문": 41}.
    ``interpreted`` is the query as understood, in Korean, part by part.

    ``intents`` are what was recognised in it. ``instead`` is the query that was searched where
    the one typed finds nothing as it stands (the wrong keyboard, 초성, a typing error), and
    ``others`` queries that may have been meant: offered, never searched by themselves."""

    query: str
    interpreted: tuple[str, ...]
    total: int
    took_ms: float
    hits: tuple[Result, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]
    near: int = 0
    groups: Mapping[str, int] = field(default_factory=dict)
    intents: tuple[Recognised, ...] = ()
    instead: str | None = None
    others: tuple[str, ...] = ()
    amid: int = 0

    @property
    def reach(self) -> int:
        """How many places of the whole order hold every full match."""
        return self.total + self.amid
