"""Saved searches and history: what their page shows, and what it asks to be done."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from records.errors import Misuse
from records.searches import Past, SavedSearch
from search_ui.address import View
from search_ui.cards import chosen
from search_ui.desk import Desk
from search_ui.work.feeds import summary
from search_ui.work.news import MOST, news, view_of
from search_ui.work.orders import Order, number, word, words
from search_ui.work.owner import owner, whose_history
from search_ui.work.pinning import link_of

PARTLY: Final = (
    f"{MOST:,}건 넘게 찾는 검색이고 그사이 바뀐 자료도 많아, 새것부터 {MOST:,}건까지만 살폈습니다. "
    "‘새 자료 확인함’을 누르면 다음부터는 빠짐없이 셉니다. 말이나 조건을 더해 좁혀도 됩니다."
)
_LISTED: Final = 5
_PAST: Final = 50
_UNQUOTED: Final = str.maketrans("", "", "“”")
_EMAIL: Final = re.compile(
    r"[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}", re.ASCII
)


def shown(desk: Desk, params: Mapping[str, str]) -> dict[str, Any]:
    """The page: saved searches with what is new in them, then the history."""
    upto = applied(desk)
    try:
        saved = desk.records.saved_searches(owner(desk, params))
    except Misuse:
        saved = []
    return {
        "searches": [_search(desk, one, upto) for one in saved],
        "past": _history(desk, params),
        "mail": _may_mail(desk),
        "mailNote": _mail_note(desk),
    }


def applied(desk: Desk) -> int:
    """The revision that search has come to."""
    return desk.applied() if desk.applied else desk.records.last_revision()


def conditions(view: View) -> str:
    """A search in words: its query and its conditions."""
    parts = [f"“{view.q}”" if view.q.strip() else "", *(one["label"] for one in chosen(view))]
    return " · ".join(part for part in parts if part) or "모든 자료"


def _search(desk: Desk, saved: SavedSearch, upto: int) -> dict[str, Any]:
    view = view_of(saved)
    found = news(desk.records, desk.searcher, view, desk.viewer, saved.seen, upto)
    said = conditions(view)
    return {
        "id": saved.id,
        "name": saved.name,
        "said": said if said.translate(_UNQUOTED) != saved.name else "",
        "href": view.link(),
        "feed": f"./work/feed?{urlencode({'token': saved.token})}",
        "email": saved.email or "",
        "count": found.count,
        "fresh": found.said,
        "partly": PARTLY if not found.whole else "",
        "new": [
            {"title": one.title, "href": link_of(one.id), "about": summary(one)}
            for one in found.papers[:_LISTED]
        ],
    }


def _past(one: Past) -> dict[str, Any]:
    view = View.of(dict(parse_qsl(one.address)))
    return {
        "id": one.id,
        "said": conditions(view),
        "href": view.link(),
        "found": f"{one.found:,}건",
        "when": f"{one.when.astimezone():%m-%d %H:%M}",
    }


def _may_mail(desk: Desk) -> bool:
    return desk.mail and desk.viewer.role != "public"


def _mail_note(desk: Desk) -> str:
    if desk.mail or desk.viewer.role == "public":
        return ""
    return "메일로 받으려면 운영자가 메일 서버를 설정해야 합니다."


def address_of(view: View) -> str:
    """A search without the page on which it stands; empty for one without any condition."""
    return urlencode({name: value for name, value in view.params().items() if name != "p"})


def bar(view: View, found: int | None) -> dict[str, Any]:
    """What stands over the results: ``asked`` is the query to remember once it has settled."""
    asked = view.q.strip() if found is not None else ""
    return {
        "address": address_of(view),
        "found": found or 0,
        "asked": asked,
        "said": conditions(view),
    }


def _view(order: Order) -> View:
    return View.of(dict(parse_qsl(words(order, "address").removeprefix("?"))))


def save(desk: Desk, order: Order) -> dict[str, Any]:
    """Keep the search of an address under a name."""
    view = _view(order)
    address = address_of(view)
    if not address:
        raise Misuse("찾을 말이나 조건이 있어야 저장합니다")
    name = words(order, "name") or conditions(view).translate(_UNQUOTED)[:60]
    desk.records.save_search(owner(desk, order), name, address, applied(desk))
    return {"said": f"검색을 저장했습니다: {name}"}


def saw(desk: Desk, order: Order) -> dict[str, Any]:
    """All that is new has been looked at."""
    desk.records.saw_search(word(order, "id"), owner(desk, order), applied(desk))
    return _done(desk, order, "새 자료를 확인했습니다")


def mail(desk: Desk, order: Order) -> dict[str, Any]:
    """Where alerts go; an empty address for nowhere."""
    email = words(order, "email").strip() or None
    if email and not _may_mail(desk):
        raise Misuse("여기에서는 메일 알림을 받을 수 없습니다")
    if email and not _EMAIL.fullmatch(email):
        raise Misuse(f"메일 주소가 아닙니다: {email[:80]}")
    desk.records.mail_search(word(order, "id"), owner(desk, order), email)
    return _done(desk, order, f"{email}로 알립니다" if email else "메일로 알리지 않습니다")


def drop(desk: Desk, order: Order) -> dict[str, Any]:
    """Forget a saved search."""
    desk.records.drop_search(word(order, "id"), owner(desk, order))
    return _done(desk, order, "저장한 검색을 지웠습니다")


def asked(desk: Desk, order: Order) -> dict[str, Any]:
    """A search that was made: into one's history, and counted for the board, nameless.

    ``fresh`` says that it is the first time in this sitting; a query with personal data is
    counted nowhere.
    """
    view, found = _view(order), number(order, "found")
    if not view.q.strip() or found is None:
        return {}
    if mine := whose_history(desk, order):
        desk.records.remember_search(mine, address_of(view), min(found, 2**31 - 1))
    if order.get("fresh") is True and not (desk.private and desk.private(view.q)):
        desk.records.count_asked(view.q, found, date.today())
    return {}


def past(desk: Desk, order: Order) -> dict[str, Any]:
    """One's own history."""
    return {"past": _history(desk, order)}


def _history(desk: Desk, order: Order) -> list[dict[str, Any]]:
    mine = whose_history(desk, order)
    return [_past(one) for one in desk.records.past_searches(mine, _PAST)] if mine else []


def forget(desk: Desk, order: Order) -> dict[str, Any]:
    """Clear the history, or one search of it."""
    if mine := whose_history(desk, order):
        desk.records.forget_searches(mine, number(order, "past"))
    return _done(desk, order, "검색 기록을 지웠습니다")


def _done(desk: Desk, order: Order, said: str) -> dict[str, Any]:
    return {"said": said, "shown": shown(desk, order)}


ACTS: Final[Mapping[str, Callable[[Desk, Order], dict[str, Any]]]] = {
    "search.save": save,
    "search.saw": saw,
    "search.mail": mail,
    "search.drop": drop,
    "asked": asked,
    "past.list": past,
    "past.forget": forget,
}
"""What the pages may ask for, by name."""
