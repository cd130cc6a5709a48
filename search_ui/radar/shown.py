"""What the radar found as the one JSON value its page shows. Pure but for what the desk gives."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from records.model import Kind
from records.timeline import today
from search_ui.address import View
from search_ui.api.laws import find_law
from search_ui.desk import Desk
from search_ui.radar.address import SHOWN, RadarPlace
from search_ui.radar.words import CHANGES, PROBLEMS, ROLES
from search_ui.radar_tools import Alert, Citing, Repair, Watch

PAGE: Final = 20
"""Articles of one page."""
_KINDS: Final = (Kind.ORDINANCE, Kind.STATUTE, Kind.BILL)
_EMPTY: Final = {
    "alerts": "인용한 뒤에 바뀐 조문이 없습니다.",
    "repairs": "고칠 인용이 없습니다.",
}


def shown(desk: Desk, tool: Watch, place: RadarPlace) -> dict[str, Any]:
    """The page of ``place``. Raises `UnknownDocument` for a law that is not there."""
    law = find_law(place.law, desk.viewer).document_id if place.law else None
    alerts = tool.alerts(law, place.since, desk.viewer)
    repairs = [one for one in tool.repairs(law, desk.viewer) if _since(one, place.since)]
    own: Sequence[Alert | Repair] = alerts if place.show == "alerts" else repairs
    kept = [one for one in own if place.kind in ("", one.citing.kind.value)]
    groups = _groups(kept)
    first = (place.page - 1) * PAGE
    return {
        "tabs": _tabs(place, {"alerts": len(alerts), "repairs": len(repairs)}),
        "kinds": _kinds(place, Counter(one.citing.kind for one in own)),
        **_form(place),
        "count": f"조문 {len(groups):,}개 · 인용한 곳 {len(kept):,}곳",
        "groups": [_card(desk, rows) for rows in groups[first : first + PAGE]],
        "empty": _EMPTY[place.show],
        "pages": -(-len(groups) // PAGE),
    }


def failed(place: RadarPlace, reason: str, advice: str) -> dict[str, Any]:
    """The page when the law asked for is not there."""
    nothing: dict[str, Any] = {"kinds": [], "groups": [], "pages": 0, "count": ""}
    return {"tabs": _tabs(place, {}), **_form(place), **nothing, "empty": f"{reason}. {advice}"}


def _since(one: Repair, day: date | None) -> bool:
    return day is None or (one.since is not None and one.since >= day)


def _form(place: RadarPlace) -> dict[str, Any]:
    plain = replace(place, law="", since=None, kind="")
    return {
        "law": place.law,
        "since": place.since.isoformat() if place.since else "",
        "plain": plain.link() if plain != replace(place, page=1) else "",
        "file": place.file(),
    }


def _tabs(place: RadarPlace, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "count": f"{counts[name]:,}" if name in counts else "",
            "href": place.link(show=name, kind=""),
            "here": name == place.show,
        }
        for name, label in SHOWN.items()
    ]


def _kinds(place: RadarPlace, counts: Counter[Kind]) -> list[dict[str, Any]]:
    """The kinds of citing papers there are, to narrow by."""
    return [
        {
            "label": kind.korean,
            "count": f"{counts[kind]:,}",
            "href": place.link(kind="" if place.kind == kind.value else kind.value),
            "here": place.kind == kind.value,
        }
        for kind in _KINDS
        if counts[kind] or place.kind == kind.value
    ]


def _groups(found: Iterable[Alert | Repair]) -> list[list[Alert | Repair]]:
    """What happened to one article, with every place that it happened to, in order."""
    groups: dict[Hashable, list[Alert | Repair]] = {}
    for one in found:
        groups.setdefault(_fate(one), []).append(one)
    return list(groups.values())


def _fate(one: Alert | Repair) -> Hashable:
    if isinstance(one, Alert):
        return one.law, one.article, one.now, one.since, one.last, one.before, one.foreseen
    return one.law, one.article, one.problem, one.proposed, one.since, one.evidence


def _card(desk: Desk, rows: Sequence[Alert | Repair]) -> dict[str, Any]:
    one = rows[0]
    how = _alerted(one) if isinstance(one, Alert) else _broken(one)
    marks = desk.compare.words(one.before, one.after) if desk.compare else ((), ())
    texts = [
        {"label": label, "text": text, "marks": [list(span) for span in spans]}
        for label, text, spans in (
            ("인용할 때", one.before, marks[0]),
            (_after(one), one.after, marks[1]),
        )
    ]
    return {
        "title": f"{one.name} {one.article or ''}".strip(),
        "href": _law(one.law, article=one.article),
        "compare": _compare(one),
        "texts": texts if one.before or one.after else [],
        "places": [_place(row.citing) for row in rows],
        **how,
    }


def _after(one: Alert | Repair) -> str:
    """What the later text is: today's, or that of a version to come."""
    if isinstance(one, Alert) and one.last > today():
        return f"{one.last} 시행될 글"
    return "지금"


def _alerted(one: Alert) -> dict[str, Any]:
    to_come = [step.day > today() for step in one.steps]
    steps = [
        f"{step.day} {'시행예정' if later else '시행'} · {CHANGES[step.change]}"
        + (f" ({step.article} → {step.now})" if step.now not in (None, step.article) else "")
        for step, later in zip(one.steps, to_come, strict=True)
    ]
    moved = one.now if one.now != one.article else None
    return {
        "badge": CHANGES[one.change],
        "tone": one.change,
        "to": moved,
        "states": [
            *(["시행예정"] if one.upcoming else []),
            *(["이미 반영했을 수 있음"] if one.foreseen else []),
        ],
        "steps": steps,
    }


def _broken(one: Repair) -> dict[str, Any]:
    return {
        "badge": PROBLEMS[one.problem],
        "tone": one.problem,
        "to": one.proposed,
        "states": [],
        "steps": [one.evidence],
    }


def _compare(one: Alert | Repair) -> str:
    """The comparison of the law from before the first change to after the last."""
    if one.since is None or not one.before:
        return ""
    last = one.last if isinstance(one, Alert) else max(one.since, today())
    return _law(one.law, before=one.since - timedelta(days=1), day=last)


def _law(law: str, **place: object) -> str:
    asked = {name: value for name, value in place.items() if value is not None}
    return f"./law?{urlencode({'id': law} | asked)}"


def _place(citing: Citing) -> dict[str, str]:
    is_bill = citing.kind is Kind.BILL
    return {
        "role": ROLES[citing.role],
        "kind": citing.kind.korean,
        "title": f"{citing.title} {citing.article or ''}".strip(),
        "href": View().open(citing.document, article=citing.article),
        "text": " ".join(citing.text.split()),
        "written": f"{citing.written} {'발의' if is_bill else '시행'}",
    }
