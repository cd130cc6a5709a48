"""Screens: staff put a page of the reader on one, whoever looks reads with rights of their own."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from records.errors import Misuse, UCouncilError
from search_ui.address import View
from search_ui.desk import Desk
from search_ui.places import Place
from search_ui.reading import reading
from search_ui.work.orders import Order, word
from search_ui.work.pinning import read_at

FIRST: Final = "본회의장"
"""The screen that is meant where none is named."""
ALIVE: Final = timedelta(seconds=90)
"""A screen at which somebody looked within this time is on."""
_KEPT: Final = ("doc", "page", "at", "article", "hit", "day", "rev", "q", "asof")
"""What of a reader's address goes to a screen."""
_STAFF: Final = ("staff", "operator")
_INSIDE: Final = ("member", "committee", "staff", "operator")
"""Who may make a screen known by opening it."""


def send(desk: Desk, order: Order) -> dict[str, Any]:
    """Put the page of the reader's ``address`` on the screen ``name``; for staff."""
    _for_staff(desk)
    name, given = word(order, "name"), dict(parse_qsl(word(order, "address").lstrip("?")))
    place = Place.of(given)
    read_at(desk, place.document, place.rev, place.day)
    kept: dict[str, str] = {key: given[key] for key in _KEPT if key in given}
    desk.records.push_to_screen(name, urlencode(kept))
    return {"said": f"“{name}” 화면에 보냈습니다"}


def sends(desk: Desk) -> dict[str, bool]:
    """For the bar over a paper: whether its reader may put it on screens."""
    return {"sends": desk.viewer.role in _STAFF}


def clear(desk: Desk, order: Order) -> dict[str, Any]:
    """Take away what is on the screen ``name``; for staff."""
    _for_staff(desk)
    name = word(order, "name")
    desk.records.push_to_screen(name, None)
    return {"said": f"“{name}” 화면을 비웠습니다"}


def listed(desk: Desk, _order: Order) -> dict[str, Any]:
    """The screens to choose from, for staff; `FIRST` always among them."""
    _for_staff(desk)
    since = datetime.now(UTC) - ALIVE
    found = [
        {"name": one.name, "on": one.seen > since, "filled": one.address is not None}
        for one in desk.records.screens()
    ]
    if all(one["name"] != FIRST for one in found):
        found.insert(0, {"name": FIRST, "on": False, "filled": False})
    return {"screens": found}


def look(desk: Desk, order: Order) -> dict[str, Any]:
    """Somebody of the council looks at the screen ``name``: from now on staff can choose it."""
    if desk.viewer.role in _INSIDE:
        desk.records.look_at_screen(word(order, "name"))
    return {}


def on_screen(desk: Desk, name: str) -> dict[str, Any]:
    """What the page of the screen shows: ``turn`` tells changes apart, ``paper`` is what the
    reader shows, None with the reason ``said`` where there is nothing for this viewer."""
    found = desk.records.screen(name)
    page: dict[str, Any] = {"name": name, "turn": found.turn if found else 0, "paper": None}
    if found is None or found.address is None:
        return page | {"said": "직원이 자료를 보내면 여기에 나타납니다."}
    given = dict(parse_qsl(found.address))
    try:
        paper = reading(desk, View.of(given), Place.of(given))
    except UCouncilError:
        return page | {"said": "보낸 자료를 이 화면의 권한으로는 볼 수 없습니다."}
    return page | {"said": "", "paper": paper | {"still": True, "citations": None}}


def _for_staff(desk: Desk) -> None:
    if desk.viewer.role not in _STAFF:
        raise Misuse("직원과 운영자만 화면으로 보냅니다")


ACTS: Final[Mapping[str, Callable[[Desk, Order], dict[str, Any]]]] = {
    "screen.send": send,
    "screen.clear": clear,
    "screen.list": listed,
    "screen.look": look,
}
"""What the pages may ask for, by name."""
