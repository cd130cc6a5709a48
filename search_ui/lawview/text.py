"""A law's text on a day: its tree of 편·장·절·관·조, the articles, one article's history."""

from collections.abc import Iterator
from typing import Any

from records.model import Article, ArticleInForce, Document, Version
from records.statute_view import ADDENDA, ANNEXES
from records.store import Records
from records.timeline import today
from search_ui.laws import period
from search_ui.lawview.address import LawPlace
from search_ui.lawview.opened import Opened, texts_of


def tree(version: Version, document: Document, place: LawPlace) -> list[dict[str, Any]]:
    """The headings with their depth and the articles below them, in order."""
    names = iter(version.articles)
    return [
        {"depth": _depth(passage.text), "text": passage.text}
        if passage.heading
        else {
            "key": passage.article,
            "text": _label(passage.article or "", names),
            "href": place.link(article=passage.article),
        }
        for passage in document.passages
        if passage.heading or passage.article
    ]


def body(document: Document) -> list[dict[str, Any]]:
    """Everything that the version says, in order, each with its place ``i`` in the document; a
    heading has a depth, an article its key."""
    return [
        {"i": i, "text": passage.text, "depth": _depth(passage.text)}
        if passage.heading
        else {"i": i, "text": passage.text, "key": passage.article or "", "marks": [], "first": 0}
        for i, passage in enumerate(document.passages)
    ]


def history(records: Records, law: Opened, place: LawPlace, article: str) -> list[dict[str, Any]]:
    """The texts that ``article`` had, newest first, each with what it is beside the one before."""
    texts = texts_of(records, law, article)
    days = {span.since: span.version for span in law.spans}
    rows = []
    for number, one in enumerate(texts):
        version = days.get(one.effective_from)
        rows.append(
            {
                "label": period(one.effective_from, one.effective_to),
                "title": one.article.title or "",
                "about": _about(version),
                "state": _state(one),
                "href": place.link(
                    article=article, day=one.effective_from, before=None, show="text"
                ),
                "compare": _compare(law, place, texts[number - 1], one) if number else None,
            }
        )
    return rows[::-1]


def _compare(
    law: Opened, place: LawPlace, before: ArticleInForce, after: ArticleInForce
) -> str | None:
    """The comparison of the version that brought the text with the one before it."""
    span = law.on(after.effective_from)
    earlier = law.before(span) if span else None
    if earlier is None:
        return None
    return place.link(
        article=after.article.key,
        day=after.effective_from,
        before=earlier.since,
        show="compare",
    )


def _about(version: Version | None) -> str:
    if version is None:
        return ""
    number = f"제{version.number}호" if version.number else ""
    return " ".join(part for part in (version.revision_kind, number) if part)


def _state(one: ArticleInForce) -> str:
    if one.effective_from > today():
        return "시행예정"
    return "현행" if one.effective_to > today() else "연혁"


def _label(key: str, articles: Iterator[Article]) -> str:
    """``제5조 (지원사업)``; the addenda and annexes, which come last, have no title."""
    own = next(articles, None) if key not in (ADDENDA, ANNEXES) else None
    return f"{key} ({own.title})" if own and own.title else key


def _depth(heading: str) -> int:
    """1 for 편, 2 for 장, 3 for 절, 4 for 관 and 속: by the sign at its beginning."""
    sign = heading.partition(" ")[0]
    found = (depth for depth, one in enumerate("편장절관속", 1) if one in sign)
    return min(next(found, 2), 4)
