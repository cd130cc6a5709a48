"""`Results` as the one JSON value that the result list shows. Pure: no screen, no store."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from indexer.search.results import PassageHit, Result, Results
from records.model import Kind
from search_ui.address import SIZES, SORTS, View
from search_ui.help import examples, nothing_found, page_past_the_end
from search_ui.lawview.address import LawPlace
from search_ui.paging import beyond, last_page, pager
from search_ui.understood import understood

META: Final = {
    "date": "날짜", "number": "번호", "committee": "위원회", "agency": "기관",
    "member": "의원", "session": "회기", "unit": "생산부서", "period": "시행",
}  # fmt: skip
"""What stands under a title, in this order, and what each is called."""


def shown(
    view: View, results: Results, standing: Mapping[str, Any], offers: Mapping[str, Any]
) -> dict[str, Any]:
    """The list for ``results`` of ``view``, what they stand on (`search_ui.standing`) and what is
    offered beside them (`search_ui.offers`)."""
    return {
        **offers,
        "query": view.q,
        "heading": heading(view),
        "count": _count(results, standing),
        "groups": " · ".join(f"{name} {count:,}" for name, count in results.groups.items()),
        "near": _near(results),
        "took": f"{results.took_ms:.0f}ms",
        "understood": understood(view, results),
        "examples": examples(view),
        "chosen": chosen(view),
        "sorts": _sorts(view),
        "sizes": _sizes(view),
        "hits": [card(view, hit) for hit in results.hits],
        "page": view.page,
        "pages": pager(view, results),
        "advice": _advice(view, results, standing),
        "standing": standing,
    }


def _near(results: Results) -> str:
    """What is said of papers that lack a word, and where paging ends."""
    said = f"이 쪽에 낱말이 빠진 자료 {results.near:,}건" if results.near else ""
    return " · ".join(part for part in (said, beyond(results)) if part)


def _count(results: Results, standing: Mapping[str, Any]) -> str:
    """Nothing found in sources that are out of date is not a count of none."""
    return "찾지 못함" if standing["stale"] and not results.total else f"{results.total:,}건"


def _advice(view: View, results: Results, standing: Mapping[str, Any]) -> dict[str, Any] | None:
    if not results.total:
        return nothing_found(view, bool(results.hits), standing["stale"])
    return None if results.hits else page_past_the_end(view, last_page(view, results))


def failed(view: View, reason: str, advice: str) -> dict[str, Any]:
    """The list when the query cannot be answered: why, and what to do."""
    said = {"tone": "error", "title": reason, "text": advice, "tips": []}
    lists = ("examples", "sorts", "sizes", "hits", "pages")
    nothing: dict[str, Any] = {name: [] for name in lists}
    empty = dict.fromkeys(("groups", "near", "took"), "") | {"understood": None}
    head = {"query": view.q, "count": "찾지 못했습니다", "chosen": chosen(view)}
    return nothing | empty | head | {"heading": heading(view), "advice": said, "standing": None}


def heading(view: View) -> str:
    """The page's heading, for those who hear it."""
    return f"“{view.q.strip()}” 검색 결과" if view.q.strip() else "의회 자료 통합검색"


def card(view: View, hit: Result) -> dict[str, Any]:
    """One result; its link opens the best passage."""
    return {
        "id": hit.id,
        "kind": hit.kind,
        "kindName": kind_name(hit.kind),
        "title": hit.title,
        "titleMarks": [list(mark) for mark in hit.title_marks],
        "href": opening(view, hit, hit.passages[0] if hit.passages else None),
        "meta": _meta(hit),
        "passages": [_passage(view, hit, passage) for passage in hit.passages],
        "missing": list(hit.missing),
        "law": _law(view, hit),
    }


def _law(view: View, hit: Result) -> str | None:
    """The law view of an article, on the day that the search was of."""
    law, _, article = hit.id.partition("#")
    if not article:
        return None
    day = _past_day(view, hit) or view.as_of
    return LawPlace(law, _shown_key(article), day).link()


def opening(view: View, hit: Result, passage: PassageHit | None) -> str:
    """The reader's address for one passage of ``hit``; an article opens at the article."""
    _, _, article = hit.id.partition("#")
    if article:
        return view.open(hit.document, article=_shown_key(article), day=_past_day(view, hit))
    if passage is None:
        return view.open(hit.document)
    return view.open(hit.document, page=passage.page, at=passage.order, article=passage.article)


def _shown_key(article: str) -> str:
    """All addenda stand in one passage of the law."""
    return "부칙" if article.startswith("부칙") else article


def _past_day(view: View, hit: Result) -> date | None:
    """A search through history opens the version that brought the text found."""
    return hit.date if view.history else None


def kind_name(kind: str) -> str:
    """The Korean name of a kind; an unknown one as it is."""
    return Kind(kind).korean if kind in set(Kind) else kind


def place(passage: PassageHit) -> str:
    """Where a passage stands: page, article, cell, speaker.

    >>> place(PassageHit("예산", (), page=3, cell="1.2.4"))
    '3쪽 표 1 (2행 4열)'
    """
    table, _, spot = (passage.cell or "").partition(".")
    row, _, column = spot.partition(".")
    parts = [
        f"{passage.page}쪽" if passage.page else "",
        passage.article or "",
        f"표 {table} ({row}행 {column}열)" if column else "",
        passage.speaker or "",
    ]
    return " ".join(part for part in parts if part)


def chosen(view: View) -> list[dict[str, str]]:
    """The conditions in force, each with a link that takes it off."""
    found = [
        (kind_name(kind), view.link(kinds=tuple(k for k in view.kinds if k != kind)))
        for kind in view.kinds
    ]
    for name, label in (
        ("year", "{}년"), ("committee", "{}"), ("agency", "{}"), ("member", "{} 의원"),
        ("session", "제{}회"), ("date_from", "{}부터"), ("date_to", "{}까지"), ("as_of", "시점 {}"),
    ):  # fmt: skip
        value = getattr(view, name)
        if value is not None:
            found.append((label.format(value), view.link(**{name: None})))
    if view.history:
        found.append(("연혁 포함", view.link(history=False)))
    return [{"label": label, "href": href} for label, href in found]


def _passage(view: View, hit: Result, passage: PassageHit) -> dict[str, Any]:
    return {
        "text": passage.text,
        "marks": [list(mark) for mark in passage.marks],
        "place": place(passage),
        "href": opening(view, hit, passage),
    }


def _meta(hit: Result) -> list[list[str]]:
    values = {"date": hit.date.isoformat() if hit.date else ""} | dict(hit.details)
    if since := values.get("effective_from"):
        values |= {"period": f"시행 {since} ~ {values.get('effective_to', '')}".strip(), "date": ""}
    if values.get("number", "").isdecimal():
        values["number"] = f"제{values['number']}호"
    return [[label, str(values[name])] for name, label in META.items() if values.get(name)]


def _sorts(view: View) -> list[dict[str, Any]]:
    """The orders there are; relevance needs a query."""
    now = view.options().sort
    return [
        {"label": label, "href": view.link(sort=sort), "chosen": sort == now}
        for sort, label in SORTS.items()
        if view.q.strip() or sort != "relevance"
    ]


def _sizes(view: View) -> list[dict[str, Any]]:
    return [
        {"label": f"{size}건", "href": view.link(size=size), "chosen": size == view.size}
        for size in SIZES
    ]
