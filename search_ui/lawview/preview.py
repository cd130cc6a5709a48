"""The preview of a cited article: as it was on the paper's day, and as it is today."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from records.model import Article, Version
from records.timeline import Interval, today
from search_ui.desk import Desk
from search_ui.law_tools import ArticleChange, Changes, Compare, Spans
from search_ui.laws import period
from search_ui.lawview.address import LawPlace
from search_ui.lawview.opened import Opened, open_law, texts_of, whole
from search_ui.lawview.resting import count_resting


def preview(desk: Desk, document_id: str, article: str | None, day: date | None) -> dict[str, Any]:
    """One JSON value. Raises `UnknownDocument` for a law that is not there for the viewer."""
    law, on = open_law(desk, document_id), day or today()
    span, current = law.on(on), law.on(today())
    place = LawPlace(law.id, article, day)
    resting = count_resting(desk, law.id, article)
    said = {
        "law": (span or law.spans[-1]).version.name if law.spans else law.statute.name,
        "article": article or "",
        "day": on.isoformat(),
        "href": place.link(),
        "resting": {"count": resting, "href": place.link(show="resting")},
        "then": None,
        "now": None,
        "compare": None,
    }
    if span is None:
        return said | {"note": f"{on}에 시행 중이던 글이 기록에 없습니다."}
    if article is None:
        return said | {"note": _on_whole(span, current)}
    return said | _two_texts(desk, law, span, current, place)


def _on_whole(span: Interval, current: Interval | None) -> str:
    if current is None:
        return "폐지되어 지금은 시행되지 않는 법령입니다."
    same = "지금도 시행 중입니다." if span == current else f"지금은 {current.since} 시행판입니다."
    return f"{span.since} 시행판의 법령 전체를 인용합니다. {same}"


def _two_texts(
    desk: Desk, law: Opened, span: Interval, current: Interval | None, place: LawPlace
) -> dict[str, Any]:
    version = whole(desk.records, law, span)
    was = next((one for one in version.articles if one.key == place.article), None)
    if was is None:
        return {"note": "별표·부칙 따위는 법령 화면에서 봅니다."}
    if span == current:
        return {"then": _shown(desk, law, was), "note": "지금도 이 글이 시행 중입니다."}
    if current is None:
        return {"then": _shown(desk, law, was), "note": "폐지되어 오늘은 없는 법령입니다."}
    later = whole(desk.records, law, current)
    now = _today(desk.compare, version, later, was)
    if now is None:
        return {"then": _shown(desk, law, was), "note": "오늘은 없는 조문입니다."}
    if now.text == was.text:
        return {"then": _shown(desk, law, was), "note": "그 뒤 글이 바뀌지 않았습니다."}
    gone, new = desk.compare.words(was.text, now.text) if desk.compare else ((), ())
    moved = f"오늘은 {now.key}입니다." if now.key != was.key else ""
    return {
        "then": _shown(desk, law, was, gone),
        "now": _shown(desk, law, now, new),
        "compare": place.link(
            article=now.key, day=current.since, before=span.since, show="compare"
        ),
        "note": moved,
    }


def _shown(desk: Desk, law: Opened, article: Article, marks: Spans = ()) -> dict[str, Any]:
    days = next(
        (
            period(one.effective_from, one.effective_to)
            for one in texts_of(desk.records, law, article.key)
            if one.article.text == article.text
        ),
        "",
    )
    return {
        "key": article.key,
        "days": days,
        "text": article.text,
        "marks": [list(span) for span in marks],
    }


def _today(tool: Compare | None, old: Version, new: Version, was: Article) -> Article | None:
    """What became of ``was``: the article that it is now, under whatever number."""
    own = next((one for one in new.articles if one.key == was.key), None)
    if tool is None or (own and own.text == was.text):
        return own
    found = _changes(tool.versions, old, new)
    change = next((one for one in found if one.before == was.text), None)
    if change is None or change.change == "deleted":
        return None
    return next((one for one in new.articles if one.key == change.article), None)


@lru_cache(maxsize=8)
def _changes(
    versions: Callable[[Version, Version], Changes], old: Version, new: Version
) -> tuple[ArticleChange, ...]:
    return versions(old, new).changes
