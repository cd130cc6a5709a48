"""Where one finds a law: by its name or a part of it, or among those that changed last."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from records.errors import UnknownDocument
from records.timeline import today
from search_ui.desk import Desk
from search_ui.lawview.address import LawPlace
from search_ui.lawview.opened import Opened, open_law, state

MOST: Final = 30


def start(desk: Desk, place: LawPlace) -> dict[str, Any]:
    """One JSON value: the laws of the name asked for, or the newest ones."""
    name = place.name.strip()[:100]
    return {
        "name": name,
        "found": _listed(desk, _named(desk, name)) if name else None,
        "newest": [] if name else _listed(desk, desk.records.newest_statutes(MOST)),
    }


def _named(desk: Desk, name: str) -> list[str]:
    """First those that bear it, then those that have it in a name."""
    bearing = [one.document_id for one in desk.records.find_statutes(name)]
    return list(dict.fromkeys([*bearing, *desk.records.statutes_like(name, MOST)]))


def _listed(desk: Desk, ids: Iterable[str]) -> list[dict[str, Any]]:
    rows = []
    for one in ids:
        try:
            law = open_law(desk, one)
        except UnknownDocument:
            continue
        rows.append(_row(law, today()))
    return rows


def _row(law: Opened, day: date) -> dict[str, Any]:
    span = law.nearest(day)
    coming = next((one for one in law.spans if span and one.since > max(day, span.since)), None)
    return {
        "name": law.statute.name,
        "kind": "자치법규" if law.statute.ordinance else law.statute.kind,
        "href": LawPlace(law.id).link(),
        "state": state(span) if span and not law.repealed else "폐지",
        "since": f"시행 {span.since}" if span else "",
        "coming": f"{coming.since}에 바뀜" if coming else "",
        "versions": len(law.spans),
    }
