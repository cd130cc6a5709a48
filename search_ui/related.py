"""Papers to read beside the one that is open, by what they are to it."""

from typing import Any, Final

from records.model import Document, Kind
from records.visibility import may_read
from search_ui.desk import Desk
from search_ui.glance.address import GlancePlace
from search_ui.glance.timeline import event, near

SHOWN: Final = 12
"""Papers named; the rest is counted."""


def related(desk: Desk, document: Document) -> dict[str, Any]:
    """Groups of papers that the viewer may read, how many more, and the way of a bill."""
    beside = near(desk, document.id)
    papers = desk.records.heads(beside).values()
    seen = [event(one, beside[one.id]) for one in papers if may_read(desk.viewer, one)]
    seen.sort(key=lambda one: str(one["date"]), reverse=True)
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in seen[:SHOWN]:
        groups.setdefault(one["why"], []).append(one)
    bill = document.kind is Kind.BILL
    return {
        "groups": [{"name": name, "items": items} for name, items in groups.items()],
        "more": max(0, len(seen) - SHOWN),
        "flow": GlancePlace("bill", document.id).link() if bill else None,
    }
