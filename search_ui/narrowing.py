"""Facets and days as the JSON value that the filter panel shows. Pure."""

from datetime import date
from typing import Any, Final

from indexer.search.results import FacetCount, Results
from search_ui.address import View
from search_ui.cards import kind_name

FACETS: Final = {
    "kind": "종류",
    "committee": "위원회",
    "agency": "기관",
    "member": "의원",
}
"""Facets in the order shown, by their key in `Results.facets`."""


def panel(view: View, results: Results | None) -> dict[str, Any]:
    """The panel for ``view``; without results only what can be chosen without counts."""
    facets = results.facets if results else {}
    groups = [_group(view, name, facets.get(name, ())) for name in FACETS]
    return {
        "within": bool(results and results.total and (view.q.strip() or view.narrowed)),
        "facets": [group for group in groups if group["values"]],
        "years": years(view, facets.get("year", ())),
        "days": [_day("from", "부터", view.date_from), _day("to", "까지", view.date_to)],
        "asOf": _day("asof", "시점", view.as_of),
        "history": {"href": view.link(history=not view.history), "chosen": view.history},
    }


def years(view: View, counts: tuple[FacetCount, ...]) -> list[dict[str, Any]]:
    """How many a year, the newest first: rows of a histogram, each a link to that year alone.
    ``share`` is of the largest, in hundredths; a year that is chosen alone is taken off again."""
    most = max((count.count for count in counts), default=1)
    found = sorted((c for c in counts if c.value.isdecimal()), key=lambda c: -int(c.value))
    return [_year(view, count, max(1, round(100 * count.count / most))) for count in found]


def _year(view: View, count: FacetCount, share: int) -> dict[str, Any]:
    first, last = date(int(count.value), 1, 1), date(int(count.value), 12, 31)
    alone = (view.date_from, view.date_to) == (first, last) or view.year == count.value
    days = (None, None) if alone else (first, last)
    chosen = bool(view.date_from or view.date_to) and not (
        (view.date_from and view.date_from > last) or (view.date_to and view.date_to < first)
    )
    return {
        "label": count.label,
        "count": f"{count.count:,}",
        "share": share,
        "chosen": alone or chosen,
        "href": view.link(year=None, date_from=days[0], date_to=days[1]),
    }


def _group(view: View, name: str, counts: tuple[FacetCount, ...]) -> dict[str, Any]:
    held = _held(view, name)
    known = {count.value for count in counts}
    gone = tuple(FacetCount(value, _label(name, value), 0) for value in held if value not in known)
    values = [_value(view, name, count, count.value in held) for count in counts + gone]
    return {"name": name, "label": FACETS[name], "values": values}


def _value(view: View, name: str, count: FacetCount, chosen: bool) -> dict[str, Any]:
    return {
        "value": f"{name}:{count.value}",
        "label": count.label or _label(name, count.value),
        "count": f"{count.count:,}",
        "chosen": chosen,
        "href": _toggled(view, name, count.value, chosen),
    }


def _toggled(view: View, name: str, value: str, chosen: bool) -> str:
    """Several kinds can be chosen at once, of the others one."""
    if name != "kind":
        return view.link(**{name: None if chosen else value})
    kinds = tuple(k for k in view.kinds if k != value) if chosen else (*view.kinds, value)
    return view.link(kinds=kinds)


def _held(view: View, name: str) -> tuple[str, ...]:
    if name == "kind":
        return view.kinds
    value = getattr(view, name)
    return (value,) if value else ()


def _label(name: str, value: str) -> str:
    return kind_name(value) if name == "kind" else value


def _day(name: str, label: str, value: object) -> dict[str, str]:
    return {"name": name, "label": label, "value": str(value) if value else ""}
