"""A document and its passages: what people find, and where in it."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of DESIGN's data model; the value is stored, `korean` is shown."""

    BILL = "bill"
    REVIEW = "review"
    REQUEST = "request"
    AUDIT = "audit"
    QUESTION = "question"
    BUDGET = "budget"
    MINUTES = "minutes"
    PRESS = "press"
    STATUTE = "statute"
    ORDINANCE = "ordinance"
    RULE = "rule"
    RESEARCH = "research"
    REPORT = "report"
    OTHER = "other"

    @property
    def korean(self) -> str:
        return _KOREAN[self]


_KOREAN = {
    Kind.BILL: "의안",
    Kind.REVIEW: "검토보고",
    Kind.REQUEST: "의원요구자료",
    Kind.AUDIT: "행정사무감사자료",
    Kind.QUESTION: "시정질문·답변",
    Kind.BUDGET: "예산·결산",
    Kind.MINUTES: "회의록",
    Kind.PRESS: "보도자료",
    Kind.STATUTE: "법령",
    Kind.ORDINANCE: "자치법규",
    Kind.RULE: "행정규칙",
    Kind.RESEARCH: "연구자료",
    Kind.REPORT: "보고서",
    Kind.OTHER: "기타",
}


class Visibility(StrEnum):
    """Who may read a paper once it is released. Named readers come on top."""

    PUBLIC = "public"
    COUNCIL = "council"
    STAFF = "staff"
    NAMED = "named"


class Privacy(StrEnum):
    """The personal-data gate: only `CLEAR` and `RELEASED` papers reach a serving index."""

    CLEAR = "clear"
    HELD = "held"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One original file: its name as received, its SHA-256 (hex), media type and size in bytes."""

    name: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of a document's text, in reading order.

    ``page`` counts from 1 and is None where the format has no pages. ``article`` is the 조문
    key (``제5조의2``). ``cell`` is ``table.row.column`` from 1 for a table cell. ``heading``
    says that the text is a heading. Offsets elsewhere count code points of ``text``.
    """

    order: int
    text: str
    page: int | None = None
    article: str | None = None
    cell: str | None = None
    speaker: str | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One paper. ``id`` is ``source:native-id``; ``revision`` is set by the store, 0 before."""

    id: str
    kind: Kind
    title: str
    date: datetime.date | None = None
    number: str | None = None
    unit: str | None = None
    session: int | None = None
    committee: str | None = None
    members: tuple[str, ...] = ()
    agency: str | None = None
    disclosure: str | None = None
    disclosure_ground: str | None = None
    retention: str | None = None
    visibility: Visibility = Visibility.STAFF
    readers: tuple[str, ...] = ()
    privacy: Privacy = Privacy.CLEAR
    source: str = "file"
    source_url: str | None = None
    attachments: tuple[Attachment, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader must be told: truncated, pages estimated, OCR with low confidence."""
    synthetic: bool = False
    """시연용: made by `ucouncil demo`."""
    passages: tuple[Passage, ...] = field(default=(), repr=False)
    revision: int = 0

    @property
    def text(self) -> str:
        """The whole text, a passage a line."""
        return "\n".join(p.text for p in self.passages)
