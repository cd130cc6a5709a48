"""The page of pictures as one JSON value: the tabs, and one picture or what to choose from."""

from typing import Any

from indexer.search.options import Options
from records.model import Kind
from records.visibility import may_read
from search_ui.desk import Desk
from search_ui.glance.address import SHOWN, GlancePlace
from search_ui.glance.around import around
from search_ui.glance.requests import requests_at_a_glance
from search_ui.glance.timeline import way_of

OFFERED = 24
"""Bills or laws to choose from."""


def glance(desk: Desk, place: GlancePlace) -> dict[str, Any]:
    """Raises `UnknownDocument` for what is not there or not for the desk's viewer."""
    return {
        "tabs": [
            {"label": label, "href": GlancePlace(show).link(), "here": show == place.show}
            for show, label in SHOWN.items()
        ],
        "show": place.show,
        "picture": _picture(desk, place),
        "offered": [] if place.id or place.show == "requests" else _offered(desk, place),
    }


def _picture(desk: Desk, place: GlancePlace) -> dict[str, Any] | None:
    if place.show == "requests":
        return requests_at_a_glance(desk)
    if not place.id:
        return None
    return way_of(desk, place.id) if place.show == "bill" else around(desk, place.id)


def _offered(desk: Desk, place: GlancePlace) -> list[dict[str, str]]:
    """The newest bills, or the laws that changed last."""
    found = _bills(desk) if place.show == "bill" else _laws(desk)
    return [
        {"title": title, "about": about, "href": GlancePlace(place.show, id_).link()}
        for id_, title, about in found
    ]


def _bills(desk: Desk) -> list[tuple[str, str, str]]:
    newest = Options(kinds=(Kind.BILL.value,), sort="newest", size=OFFERED)
    hits = desk.searcher.search("", desk.viewer, newest).hits
    return [(hit.document, hit.title, hit.date.isoformat() if hit.date else "") for hit in hits]


def _laws(desk: Desk) -> list[tuple[str, str, str]]:
    ids = desk.records.newest_statutes(OFFERED)
    laws = desk.records.heads(ids)
    seen = [laws[one] for one in ids if one in laws and may_read(desk.viewer, laws[one])]
    return [(law.id, law.title, law.date.isoformat() if law.date else "") for law in seen]
