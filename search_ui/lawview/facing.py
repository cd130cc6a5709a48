"""The law page as one JSON value: what every face has, then the face that the address names."""

from typing import Any

from records.errors import UnknownDocument
from records.timeline import Interval, today
from search_ui.address import View
from search_ui.desk import Desk
from search_ui.laws import period
from search_ui.lawview.address import SHOWN, LawPlace, Show
from search_ui.lawview.columns import three_columns
from search_ui.lawview.comparison import comparison
from search_ui.lawview.opened import Opened, open_law, state, whole
from search_ui.lawview.resting import count_resting, resting
from search_ui.lawview.start import start
from search_ui.lawview.text import body, history, tree
from search_ui.originals import address


def law_page(desk: Desk, place: LawPlace) -> dict[str, Any]:
    """Raises `UnknownDocument` as records do."""
    if not place.id:
        return {"start": start(desk, place)}
    law = open_law(desk, place.id)
    span = law.nearest(place.day or today())
    if span is None:
        raise UnknownDocument(f"시행된 적이 없는 법령입니다: {law.statute.name}")
    return _head(desk, law, place, span) | _face(desk, law, place, span)


def _head(desk: Desk, law: Opened, place: LawPlace, span: Interval) -> dict[str, Any]:
    version = span.version
    number = f"{version.kind} 제{version.number}호" if version.number else version.kind
    promulgated = f"{version.promulgated} 공포" if version.promulgated else ""
    return {
        "id": law.id,
        "name": version.name,
        "ordinance": law.statute.ordinance,
        "state": state(span),
        "period": period(span.since, span.to),
        "meta": [part for part in (number, promulgated, version.ministry) if part],
        "checked": law.statute.checked.isoformat() if law.statute.checked else None,
        "note": _note(law, place, span),
        "article": place.article,
        "show": place.show,
        "faces": _faces(desk, law, place),
        "versions": [_version(law, place, one, span) for one in reversed(law.spans)],
        "reader": View().open(law.id, article=place.article, day=place.day),
        "start": None,
    }


def _note(law: Opened, place: LawPlace, span: Interval) -> str | None:
    day = place.day or today()
    if law.repealed and not place.day:
        return f"{law.repealed}에 폐지된 법령입니다. 마지막 글을 보입니다."
    if law.on(day) is None:
        return f"{day}에 시행 중인 글이 없어, {period(span.since, span.to)}의 글을 보입니다."
    if law.statute.name != span.version.name:
        return f"지금의 이름은 {law.statute.name}입니다."
    return None


def _faces(desk: Desk, law: Opened, place: LawPlace) -> list[dict[str, Any]]:
    there: dict[Show, bool] = {
        "compare": bool(desk.compare) and len(law.spans) > 1,
        "three": not law.statute.ordinance,
    }
    return [
        {
            "label": SHOWN[face],
            "href": place.link(show=face, before=place.before if face == "compare" else None),
            "here": face == place.show,
        }
        for face in SHOWN
        if there.get(face, True)
    ]


def _version(law: Opened, place: LawPlace, one: Interval, shown: Interval) -> dict[str, Any]:
    before = law.before(one)
    version = one.version
    number = f"제{version.number}호" if version.number else ""
    return {
        "day": one.since.isoformat(),
        "label": period(one.since, one.to),
        "about": " ".join(part for part in (version.revision_kind, number) if part),
        "state": state(one),
        "shown": one == shown,
        "href": place.link(day=one.since, before=None, show="text"),
        "compare": place.link(article=None, day=one.since, before=before.since, show="compare")
        if before
        else None,
    }


def _face(desk: Desk, law: Opened, place: LawPlace, span: Interval) -> dict[str, Any]:
    match place.show:
        case "compare" if desk.compare:
            return {"compare": _comparison(desk, law, place, span)}
        case "three":
            return {"three": three_columns(desk, law, place)}
        case "resting":
            return {"resting": _resting(desk, law, place)}
    return _text(desk, law, place, span)


def _text(desk: Desk, law: Opened, place: LawPlace, span: Interval) -> dict[str, Any]:
    version = whole(desk.records, law, span)
    document = desk.records.read(law.id, desk.viewer, as_of=span.since)
    chosen = place.article
    return {
        "tree": tree(version, document, place),
        "body": body(document),
        "citations": address("citations", law.id, leaf=0, day=span.since) if desk.cite else None,
        "history": history(desk.records, law, place, chosen) if chosen else [],
        "missing": bool(chosen) and all(one.article != chosen for one in document.passages),
        "resting": {
            "count": count_resting(desk, law.id, chosen),
            "href": place.link(show="resting"),
        },
    }


def _comparison(desk: Desk, law: Opened, place: LawPlace, span: Interval) -> dict[str, Any]:
    """Without a day before, the version before is taken; of the first one the one after it."""
    assert desk.compare is not None
    before = law.on(place.before) if place.before else law.before(span)
    if before is None or before == span:
        before, span = _neighbours(law, span)
    made = comparison(desk, desk.compare, law, place, (before, span))
    days = {"before": before.since.isoformat(), "day": span.since.isoformat()}
    return made | days | {"go": place.link(before=None, day=None, show="compare")}


def _neighbours(law: Opened, span: Interval) -> tuple[Interval, Interval]:
    before = law.before(span)
    if before:
        return before, span
    if len(law.spans) < 2:
        raise UnknownDocument(f"견줄 다른 판이 없습니다: {law.statute.name}")
    return law.spans[0], law.spans[1]


def _resting(desk: Desk, law: Opened, place: LawPlace) -> dict[str, Any]:
    return resting(desk, law.id, place.article) | {"whole": place.link(article=None)}
