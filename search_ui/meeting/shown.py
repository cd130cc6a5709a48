"""What the meeting page shows, as one JSON value: the results of what is typed, or the agenda."""

from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from records.errors import UCouncilError
from records.model import Document
from records.timeline import today
from search_ui.address import TODAY, View
from search_ui.cards import card, heading, kind_name
from search_ui.desk import Desk
from search_ui.meeting.agenda import Item, Sitting, sittings
from search_ui.meeting.days import Days, days, spoken

SIZE: Final = 8
"""Results that are shown: what can be read at an arm's length."""
ABSENT: Final = "기록에 없거나 볼 수 없는 자료입니다"
DEMONSTRATION: Final = "오늘은 회의가 없어, 시연용 의회의 가장 가까운 회의일을 보입니다."


def shown(desk: Desk, view: View) -> dict[str, Any]:
    """The page of ``view``, whose ``meet`` is the day."""
    around = days(desk, view.meet or TODAY)
    page: dict[str, Any] = {
        "query": view.q,
        "heading": heading(view) if view.q.strip() else f"회의 중 · {spoken(around.shown)}",
        "hits": [],
        "sittings": [],
        "count": "",
        "notes": [],
        "days": _days(view, around),
        "day": around.shown.isoformat(),
    }
    return page | (_found(desk, view) if view.q.strip() else _agenda(desk, view, around))


def _found(desk: Desk, view: View) -> dict[str, Any]:
    try:
        options = replace(view.options(), size=SIZE, offset=0)
        results = desk.searcher.search(view.q, desk.viewer, options)
    except UCouncilError as error:
        return {"count": "찾지 못했습니다", "notes": [f"{error}. {error.advice}"]}
    near = "모든 낱말이 있는 자료는 없어 가까운 것을 보입니다." if results.hits else ""
    note = near or "낱말을 줄이거나 다른 이름으로 찾아 보세요."
    return {
        "count": f"{results.total:,}건",
        "hits": [card(view, hit) for hit in results.hits],
        "notes": [] if results.total else [note],
    }


def _agenda(desk: Desk, view: View, around: Days) -> dict[str, Any]:
    found = sittings(desk, around.shown)
    notes = [DEMONSTRATION] if around.moved else []
    if not found:
        which = "오늘은" if around.shown == today() else f"{spoken(around.shown)}에는"
        notes = [f"{which} 회의가 없습니다."]
    nearest = [] if found else _nearest(desk, view, around)
    return {
        "sittings": [_sitting(view, one) for one in found],
        "nearest": nearest,
        "notes": notes,
    }


def _nearest(desk: Desk, view: View, around: Days) -> list[dict[str, str]]:
    """The next meetings and the last ones, by name and day."""
    return [
        {"label": f"{when} {spoken(day)} {one.body}", "href": _day_link(view, day)}
        for when, day in (("다음", around.after), ("지난", around.before))
        if day
        for one in desk.records.meetings(day)[:4]
    ]


def _days(view: View, around: Days) -> list[dict[str, str]]:
    named = (("← 앞 회의일", around.before), ("다음 회의일 →", around.after))
    return [
        {"label": label, "day": spoken(day), "href": _day_link(view, day)}
        for label, day in named
        if day
    ]


def _day_link(view: View, day: date) -> str:
    return replace(View(), meet=day.isoformat(), q=view.q).link()


def _sitting(view: View, one: Sitting) -> dict[str, Any]:
    asked = {"day": one.meeting.date.isoformat(), "id": one.meeting.id}
    return {
        "name": one.name,
        "bundle": f"./meetings/bundle?{urlencode(asked)}",
        "items": [_item(view, one, n, item) for n, item in enumerate(one.items, 1)],
    }


def _item(view: View, one: Sitting, n: int, item: Item) -> dict[str, Any]:
    if item.document is None:
        return {"n": n, "title": ABSENT, "href": None, "meta": "", "papers": [], "laws": []}
    day = one.meeting.date
    return {
        "n": n,
        **_paper(view, item.document),
        "meta": " · ".join(said_of(item.document)),
        "papers": [_paper(view, paper) for paper in item.papers],
        "laws": [
            {"title": law.title, "href": view.open(law.id, day=day.isoformat())}
            for law in item.laws
        ],
    }


def _paper(view: View, document: Document) -> dict[str, str]:
    return {
        "kind": document.kind.value,
        "kindName": kind_name(document.kind.value),
        "title": document.title,
        "href": view.open(document.id),
    }


def said_of(document: Document) -> list[str]:
    """What tells a paper from others: its number, committee, members."""
    members = ", ".join(document.members[:3]) + (" 등" if len(document.members) > 3 else "")
    number = f"의안번호 {document.number}" if document.number else ""
    return [part for part in (number, document.committee or document.agency, members) if part]
