"""What the desk may be given for laws: comparing two versions, reading citations.

The tools themselves live where statutes are understood; `ucouncil serve` puts them on the desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

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


Spans = tuple[tuple[int, int], ...]
"""Stretches of a text, [start, end) in code points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row of the 신구조문대비표; ``marks`` are what differs."""

    text: str
    marks: Spans = ()


OMITTED: Final = "(생  략)"
"""The official filler on the left for what did not change."""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands left and right; what did not change is `OMITTED`, or (현행과 같음)."""

    old: Cell
    new: Cell


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the table, or a part beside the articles: its name, and what happened."""

    name: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The 신구조문대비표: what stands above it and its columns, and its entries."""

    title: str
    subtitle: str
    old: str
    new: str
    entries: tuple[Entry, ...]


class Compare(Protocol):
    """Compares laws."""

    def versions(self, before: Version, after: Version, /) -> Changes:
        """What differs from ``before`` to ``after``."""

    def texts(self, before: str, after: str, /) -> Changes:
        """The same for two drafts; raises `records.errors.Broken` for a text without articles."""

    def words(self, before: str, after: str, /) -> tuple[Spans, Spans]:
        """The words of ``before`` that are gone, and those of ``after`` that are new."""

    def merged(self, before: str, after: str, /) -> Sequence[tuple[str, str]]:
        """Both as one text: pieces in order, each ``same``, ``gone`` or ``new``."""

    def table(self, before: Version, after: Version, /) -> Table:
        """The same as `versions` for people, with the changed words marked."""

    def file(self, before: Version, after: Version, form: str, /) -> bytes:
        """The table as a file to keep; ``form`` is one of `FORMS`."""


FORMS: Final = {
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "hwpx": "application/hwp+zip",
}
"""The files of a comparison and their media types."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation at ``start``:``end`` (code points) of the text, and what it means. ``law_id``,
    ``mst`` and ``document`` are set only when the target is certain; otherwise ``reason`` says
    why not, and ``why`` says it in Korean. ``…_to`` is the last unit of a range."""

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
    why: str | None = None


class Cite(Protocol):
    """Reads the citations of a text."""

    def __call__(
        self, text: str, day: date | None, within: str | None, viewer: Viewer, /
    ) -> Sequence[Cited]:
        """In order; ``day`` is the day whose law is meant (today when None), ``within`` the
        name of the law that the text belongs to. A law that is not for ``viewer`` is one that
        is not held."""
