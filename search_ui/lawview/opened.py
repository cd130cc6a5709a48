"""A law as the viewer may open it: its versions without texts, the one of the day, its days."""

from dataclasses import dataclass
from datetime import date

from records.errors import UnknownDocument
from records.model import ArticleInForce, Statute, Version
from records.store import Records
from records.timeline import Interval, intervals, today
from records.visibility import may_read
from search_ui.desk import Desk
from search_ui.laws import spans_of


@dataclass(frozen=True, slots=True)
class Opened:
    """``statute`` without texts; ``spans`` are the days of its versions in order."""

    statute: Statute
    spans: tuple[Interval, ...]

    @property
    def id(self) -> str:
        return self.statute.document_id

    @property
    def repealed(self) -> date | None:
        """The day from which there is no such law any more, if that has come."""
        ended = self.spans[-1].to if self.spans else None
        return ended if ended and ended <= today() else None

    def on(self, day: date) -> Interval | None:
        """The version in force on ``day``, if any."""
        return next((span for span in self.spans if span.since <= day < span.to), None)

    def nearest(self, day: date) -> Interval | None:
        """The version in force on ``day``; else the first to come; else the last there was."""
        coming = (span for span in self.spans if span.since > day)
        return self.on(day) or next(coming, None) or next(reversed(self.spans), None)

    def before(self, span: Interval) -> Interval | None:
        """The version before that of ``span``."""
        at = self.spans.index(span)
        return self.spans[at - 1] if at else None


def open_law(desk: Desk, document_id: str) -> Opened:
    """The law, if the desk's viewer may read it. Raises `UnknownDocument` as records do."""
    head = desk.records.heads([document_id]).get(document_id)
    if head is None or not may_read(desk.viewer, head):
        raise UnknownDocument(f"없는 문서: {document_id}")
    statute = desk.records.statute(document_id, texts=False)
    return Opened(statute, tuple(intervals(statute.versions)))


def whole(records: Records, law: Opened, span: Interval) -> Version:
    """The version of ``span`` with its texts."""
    found = records.version(law.id, span.since)
    if found is None:
        raise UnknownDocument(f"{span.since}에 시행 중인 판이 없습니다: {law.id}")
    return found


def texts_of(records: Records, law: Opened, article: str) -> list[ArticleInForce]:
    """Every text that ``article`` had, by day."""
    every = spans_of(records, law.id, law.statute.revision)
    return [one for one in every if one.article.key == article]


def state(span: Interval) -> str:
    """시행예정, 현행 or 연혁."""
    if span.since > today():
        return "시행예정"
    return "현행" if span.to > today() else "연혁"
