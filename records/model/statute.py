"""Statutes: a law, its versions, and articles with the days they were in force."""

from dataclasses import dataclass, field
from datetime import date

FOREVER = date.max
"""`effective_to` of what is still in force: the interval is [from, to)."""


@dataclass(frozen=True, slots=True)
class Article:
    """One 조 with its whole text (paragraphs, items, notes of amendment) as one version has it.

    ``key`` is the name people cite: ``제5조의2``. ``heading`` is the path of 편·장·절·관 above
    it, joined by `` > ``. ``text`` starts with the article's own line.
    """

    key: str
    title: str | None
    text: str = field(repr=False)
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a law: key (law id, MST, effective date), since one MST may take effect in
    stages. ``addenda`` (부칙) and ``annexes`` (별표) are kept whole. ``status`` is the source's
    word (현행, 연혁, 시행예정, 폐지 …)."""

    law_id: str
    mst: str
    effective: date
    name: str
    kind: str
    promulgated: date | None = None
    number: str | None = None
    ministry: str | None = None
    abbreviation: str | None = None
    revision_kind: str | None = None
    status: str | None = None
    reason: str | None = field(default=None, repr=False)
    source_url: str | None = None
    articles: tuple[Article, ...] = field(default=(), repr=False)
    addenda: str = field(default="", repr=False)
    annexes: str = field(default="", repr=False)
    preamble: str = field(default="", repr=False)
    outline: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    """Every 편·장·절·관·속 heading as (number of articles before it, its text), those without an
    article (``제3장 삭제``) included, so that a whole text can be written out again."""


@dataclass(frozen=True, slots=True)
class ArticleInForce:
    """An article's text and the half-open interval of days in which it was the law."""

    law_id: str
    article: Article
    effective_from: date
    effective_to: date
    mst: str


@dataclass(frozen=True, slots=True)
class Statute:
    """A law across time. ``id`` is 법령ID (six digits, zeros kept) or 자치법규ID."""

    id: str
    name: str
    kind: str
    versions: tuple[Version, ...] = field(default=(), repr=False)
    ordinance: bool = False
    checked: date | None = None
    revision: int = 0

    @property
    def document_id(self) -> str:
        return f"{'ordin' if self.ordinance else 'law'}:{self.id}"
