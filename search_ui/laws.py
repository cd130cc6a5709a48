"""A law's versions and the days of its articles, as the reader shows them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from records.model import FOREVER, ArticleInForce, Document, Kind
from records.store import Records
from records.timeline import intervals, today

LAWS: Final = (Kind.STATUTE, Kind.ORDINANCE)


def is_law(document: Document) -> bool:
    """Whether ``document`` is a law with versions."""
    return document.kind in LAWS and document.id.startswith(("law:", "ordin:"))


def versions(records: Records, document: Document, day: date) -> list[dict[str, Any]]:
    """The versions, newest first; ``shown`` is the one in force on ``day``."""
    found = [s for s in records.find_statutes(document.title) if s.document_id == document.id]
    spans = intervals(found[0].versions) if found else []
    return [
        {
            "day": span.since.isoformat(),
            "label": period(span.since, span.to),
            "about": " ".join(
                part for part in (span.version.revision_kind, span.version.number) if part
            ),
            "state": "시행예정"
            if span.since > today()
            else "현행"
            if span.to > today()
            else "연혁",
            "shown": span.since <= day < span.to,
        }
        for span in reversed(spans)
    ]


@lru_cache(maxsize=64)
def spans_of(records: Records, document_id: str, revision: int) -> Sequence[ArticleInForce]:
    """Every text of every article with its days. ``revision`` keeps the memory true."""
    return records.articles_in_force(document_id)


@lru_cache(maxsize=64)
def article_days(
    records: Records, document_id: str, revision: int
) -> Mapping[tuple[str, str], str]:
    """The days in force by an article's key and text. ``revision`` keeps the memory true."""
    return {
        (one.article.key, one.article.text): period(one.effective_from, one.effective_to)
        for one in spans_of(records, document_id, revision)
    }


def period(since: date, to: date) -> str:
    """The half-open interval as people write it.

    >>> period(date(2009, 1, 1), date(2010, 1, 1)), period(date(2010, 1, 1), FOREVER)
    ('2009-01-01 ~ 2009-12-31', '2010-01-01 ~')
    """
    last = "" if to == FOREVER else f" {to - timedelta(days=1)}"
    return f"{since} ~{last}"
