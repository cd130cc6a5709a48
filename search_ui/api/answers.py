"""What the API answers: the values of search and records, with what a page needs beside them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.search.completions import Suggestion
from indexer.search.explain import Explanation
from indexer.search.results import PassageHit, Results
from records.model import Attachment, Kind, Passage, Relation, Version, Visibility
from search_ui.law_tools import ArticleChange, Cited, PartChange
from search_ui.radar_tools import Alert, Repair


@dataclass(frozen=True, slots=True)
class SearchPage(Results):
    """A page of results. ``total`` counts the papers that have all the words, exactly;
    ``next`` is the address of the following page."""

    next: str | None = None


@dataclass(frozen=True, slots=True)
class Completions:
    """Completions, the likeliest first."""

    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Explanations:
    """Why each hit of a page stands where it does, in the order of its hits."""

    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class RelatedWords:
    """Words that stand together with those asked, the closest first."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document without its text. ``length`` counts its passages; ``originals`` are the
    addresses of the attachments, in their order; ``pages`` is the address of the text."""

    id: str
    kind: Kind
    title: str
    date: datetime.date | None
    number: str | None
    unit: str | None
    session: int | None
    committee: str | None
    members: tuple[str, ...]
    agency: str | None
    disclosure: str | None
    disclosure_ground: str | None
    retention: str | None
    visibility: Visibility
    source: str
    source_url: str | None
    attachments: tuple[Attachment, ...]
    notes: tuple[str, ...]
    synthetic: bool
    revision: int
    length: int
    pages: str
    originals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page of a paper; ``page`` is None where the format has no pages."""

    page: int | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TextPages:
    """Some of the ``total`` pages of a paper."""

    total: int
    pages: tuple[TextPage, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """Some of the ``total`` passages of one paper in which the query stands, with marks in code
    points of the passage's text."""

    total: int
    passages: tuple[PassageHit, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Law:
    """A law as it was on the day ``as_of``. ``checked`` is the day on which the source was
    last seen to have no more; None for what was read from a file."""

    id: str
    as_of: datetime.date
    checked: datetime.date | None
    version: Version


@dataclass(frozen=True, slots=True)
class LawVersion:
    """One version of a law, in force on [``effective``, ``effective_to``), without an end when
    that is None. ``state`` is 시행예정, 현행 or 연혁."""

    mst: str
    name: str
    effective: datetime.date
    effective_to: datetime.date | None
    promulgated: datetime.date | None
    number: str | None
    revision_kind: str | None
    state: str


@dataclass(frozen=True, slots=True)
class LawHistory:
    """The versions that were or will be the law, newest first."""

    id: str
    name: str
    versions: tuple[LawVersion, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """A paper, or an article of a law, that cites, amends or carries out what was asked; in each
    of ``relations`` ``target`` is that, and ``start``:``end`` the place in the text of the
    source (of the article, where ``source`` names one)."""

    id: str
    article: str | None
    kind: Kind
    title: str
    date: datetime.date | None
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class RestingPage:
    """Some of the ``total`` papers and articles that rest on a law or an article, newest first."""

    total: int
    resting: tuple[Resting, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two versions; ``before`` and ``after`` are None for drafts."""

    before: LawVersion | None
    after: LawVersion | None
    changes: tuple[ArticleChange, ...]
    parts: tuple[PartChange, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """The citations of a text, in order."""

    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Alerts:
    """A part of the places that an amendment left behind; ``total`` counts all."""

    total: int
    alerts: tuple[Alert, ...]


@dataclass(frozen=True, slots=True)
class Repairs:
    """A part of the citations to be repaired; ``total`` counts all."""

    total: int
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A collection: its name, when it last changed, and how many places it holds."""

    id: str
    name: str
    changed: datetime.datetime
    count: int


@dataclass(frozen=True, slots=True)
class GatheredPages:
    """Some of the ``total`` collections."""

    total: int
    collections: tuple[Gathered, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class GatheredItem:
    """The ``n``-th place of a collection, as it read when it was collected. Of a paper that may
    not be read (any more) only the ``note`` is told. ``version`` is that of a law, ``state`` what
    has become of the paper since; ``address`` is the reader's, which shows that revision."""

    n: int
    note: str
    document: str | None = None
    kind: Kind | None = None
    title: str | None = None
    revision: int | None = None
    sha256: str | None = None
    page: int | None = None
    article: str | None = None
    version: str | None = None
    state: str | None = None
    citation: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class GatheredPage:
    """Some of the ``total`` places of a collection, in its order."""

    collection: Gathered
    total: int
    items: tuple[GatheredItem, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source: its last success, and how its last visit ended. ``fault`` is the error's code;
    its ``reason`` is told to staff only."""

    source: str
    title: str
    last_success: datetime.datetime | None
    last_visit: datetime.datetime | None
    announced: int | None
    received: int | None
    fault: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources that are known or were ever visited."""

    sources: tuple[SourceState, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How much the viewer may find, in all and by kind: papers, and of laws articles.

    What it takes to run the place (revisions, held papers, failures) is told to staff only and
    None for others."""

    total: int
    kinds: Mapping[str, int]
    revision: int | None = None
    applied: int | None = None
    held: int | None = None
    failures: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """Said only when it is well; otherwise a problem is the answer."""

    status: str = "ok"
