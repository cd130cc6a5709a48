"""What the desk may be given for laws: comparing two versions, reading citations.

The tools themselves live where statutes are understood; `ucouncil serve` puts them on the desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from records.model import Version
from records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One article that differs. ``change`` is added, deleted, changed, moved or renumbered; a
    text that is not there is empty."""

    article: str
    change: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part outside the articles that differs: 제명, 전문, 편제, 부칙 or 별표."""

    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two versions, in the order of the new one."""

    changes: tuple[ArticleChange, ...]
    parts: tuple[PartChange, ...]


class Compare(Protocol):
    """Compares laws."""

    def versions(self, before: Version, after: Version, /) -> Changes:
        """What differs from ``before`` to ``after``."""

    def texts(self, before: str, after: str, /) -> Changes:
        """The same for two drafts; raises `records.errors.Broken` for a text without articles."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation at ``start``:``end`` (code points) of the text, and what it means. ``law_id``,
    ``mst`` and ``document`` are set only when the target is certain; otherwise ``reason`` says
    why not. ``…_to`` is the last unit of a range."""

    text: str
    start: int
    end: int
    kind: str
    law: str | None
    law_id: str | None
    mst: str | None
    document: str | None
    article: str | None
    paragraph: str | None
    item: str | None
    subitem: str | None
    part: str | None
    article_to: str | None
    paragraph_to: str | None
    item_to: str | None
    subitem_to: str | None
    number: str | None
    resolved: bool
    reason: str | None


class Cite(Protocol):
    """Reads the citations of a text."""

    def __call__(
        self, text: str, day: date | None, within: str | None, viewer: Viewer, /
    ) -> Sequence[Cited]:
        """In order; ``day`` is the day whose law is meant (today when None), ``within`` the
        name of the law that the text belongs to. A law that is not for ``viewer`` is one that
        is not held."""
