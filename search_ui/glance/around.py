"""What stands around a law or one of its articles: what rests on it, in groups by kind."""

from collections.abc import Mapping
from typing import Any, Final

from search_ui.desk import Desk
from search_ui.lawview.address import LawPlace
from search_ui.lawview.resting import resting

DRAWN: Final = 9
"""Papers of a group that are drawn; the rest is counted."""


def around(desk: Desk, target: str) -> dict[str, Any]:
    """One JSON value: the middle and the groups about it. Raises `UnknownDocument`."""
    document_id, _, article = target.partition("#")
    law = desk.records.read(document_id, desk.viewer)
    found = resting(desk, document_id, article or None)
    place = LawPlace(document_id, article=article or None)
    return {
        "title": f"{law.title} {article}".strip(),
        "href": place.link(),
        "all": LawPlace(document_id, article=article or None, show="resting").link(),
        "total": found["total"],
        "groups": [_group(one) for one in found["groups"]],
    }


def _group(group: Mapping[str, Any]) -> dict[str, Any]:
    items = [item for year in group["years"] for item in year["items"]][:DRAWN]
    return {
        "kind": group["kind"],
        "name": group["name"],
        "count": group["count"],
        "items": [
            {
                "title": f"{item['title']} {item['article']}".strip(),
                "about": " · ".join(filter(None, (item["date"], item["verbs"]))),
                "href": item["href"],
            }
            for item in items
        ],
    }
