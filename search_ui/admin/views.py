"""The admin page's views, each as part of one JSON value."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from records.decisions import Decision
from records.errors import Misuse, UCouncilError
from records.failures import Failure
from records.model import Document, Kind
from records.searches import FEWEST, AskedOften
from records.sources import SourceState
from search_ui.address import View
from search_ui.admin_tools import Admin
from search_ui.cards import kind_name
from search_ui.desk import Desk

VIEWS: Final = {
    "sources": "출처", "failures": "실패", "held": "보류", "index": "색인",
    "upload": "올리기", "board": "검색 현황", "settings": "설정", "audit": "처리 기록",
}  # fmt: skip
WHO: Final = {"staff": "직원만", "council": "의원과 직원", "public": "누구나"}
"""Who may read what is uploaded."""
Params = Mapping[str, str]
_DAYS: Final = 90
_UPLOADED: Final = re.compile(r"/uploads/[0-9a-f]{16}/[^/]+")


def staff_only(desk: Desk) -> Admin:
    """The tools; `Misuse` for those who do not run the place."""
    if desk.viewer.role not in ("staff", "operator") or desk.admin is None:
        raise Misuse("직원과 운영자만 쓰는 화면입니다")
    return desk.admin


def view_name(params: Params) -> str:
    """The view of an address; the sources where it names none."""
    name = params.get("view", "")
    return name if name in VIEWS else "sources"


def shown(desk: Desk, params: Params) -> dict[str, Any]:
    """The page of ``params``."""
    admin, name = staff_only(desk), view_name(params)
    failures, held = desk.records.failures(), desk.records.held()
    counts = {"failures": len(failures), "held": len(held)}
    try:
        body = _BODIES[name](desk, admin, params)
    except UCouncilError as error:
        body = {"error": {"title": str(error), "text": error.advice}}
    return {
        "view": name,
        "title": VIEWS[name],
        "views": [
            {"name": one, "label": label, "count": counts.get(one, 0), "href": link(one)}
            for one, label in VIEWS.items()
        ],
        "body": body,
    }


def link(view: str, **more: str) -> str:
    """The address of a view."""
    return f"./admin?{urlencode({'view': view, **more})}"


def _sources(_desk: Desk, admin: Admin, _params: Params) -> dict[str, Any]:
    return {"rows": [_source(one) for one in admin.sources()]}


def _source(one: SourceState) -> dict[str, Any]:
    announced = "" if one.announced is None else f"{one.announced:,}건 가운데 "
    complete = "모름" if one.held is None else f"{announced}{one.held:,}건"
    return {
        "title": one.title,
        "name": one.source,
        "state": _state(one),
        "tone": _tone(one),
        "success": _when(one.last_success),
        "new": _when(one.last_new),
        "complete": complete + (" (모자람)" if one.complete is False else ""),
        "next": _when(one.next_run) if one.on else "꺼짐",
        "reason": one.reason or (one.beyond.reason if one.beyond else ""),
        "advice": one.advice or (one.beyond.advice if one.beyond else ""),
        "missing": list(one.missing),
        "recorded": one.recorded,
        "failures": [_failure(each, None) for each in one.failures],
    }


def _tone(one: SourceState) -> str:
    if one.fault or one.beyond:
        return "bad"
    return "good" if one.last_success and one.on else "off"


def _state(one: SourceState) -> str:
    if one.running:
        return f"모으는 중 (받음 {one.so_far or 0:,}건)"
    if one.fault:
        return "실패"
    if not one.on:
        return "꺼짐"
    if one.beyond:
        return "모자람"
    return "정상" if one.last_success else "아직 모은 적 없음"


def _failures(desk: Desk, admin: Admin, _params: Params) -> dict[str, Any]:
    rows = [_failure(one, admin) for one in desk.records.failures()]
    return {"rows": rows, "kinds": kinds()}


def _failure(one: Failure, admin: Admin | None) -> dict[str, Any]:
    is_file = one.path.startswith("/")
    return {
        "path": one.path,
        "where": "화면에서 올린 파일" if _UPLOADED.search(one.path) else one.path,
        "name": one.path.rpartition("/")[2],
        "reason": one.reason,
        "advice": one.advice,
        "when": _when(one.when),
        "file": is_file,
        "kind": (admin.kind_of(one.path) or "") if admin and is_file else "",
        "repair": link("upload", repair=one.path) if is_file else "",
    }


def kinds() -> list[dict[str, str]]:
    """The kinds of papers that people choose from."""
    laws = (Kind.STATUTE, Kind.ORDINANCE)
    return [{"value": kind.value, "label": kind.korean} for kind in Kind if kind not in laws]


def _held(desk: Desk, admin: Admin, _params: Params) -> dict[str, Any]:
    past = desk.records.decisions(1000)
    return {"rows": [_held_one(admin, one, past) for one in desk.records.held()]}


def _held_one(admin: Admin, one: Document, past: list[Decision]) -> dict[str, Any]:
    last = next((each for each in past if each.target == one.id), None)
    return {
        "id": one.id,
        "title": admin.hidden(one.title),
        "kindName": kind_name(one.kind.value),
        "about": " · ".join(p for p in (one.date.isoformat() if one.date else "", one.agency) if p),
        "why": [
            {"kind": why.kind, "count": f"{why.count}곳", "around": why.around}
            for why in admin.why_held(one.id)
        ],
        "originals": [
            {
                "name": admin.hidden(each.name.rpartition("/")[2]),
                "href": f"./work/held?{urlencode({'document': one.id, 'n': n})}",
            }
            for n, each in enumerate(one.attachments)
        ],
        "last": f"{_when(last.when)} {last.who}: {last.deed} — {last.said}" if last else "",
    }


def _index(desk: Desk, admin: Admin, _params: Params) -> dict[str, Any]:
    state = admin.index()
    counts = desk.records.counts()
    return {
        "facts": [
            ["검색 엔진", state.engine],
            ["기록", f"{state.revision:,}판"],
            ["색인", f"{state.applied:,}판까지"],
            ["뒤처짐", f"{state.behind:,}건" if state.behind else "없음"],
            ["색인 크기", f"{state.size / 2**20:,.1f}MB"],
        ],
        "counts": [[kind_name(kind.value), f"{count:,}건"] for kind, count in counts.items()],
        "behind": state.behind,
    }


def _upload(desk: Desk, admin: Admin, params: Params) -> dict[str, Any]:
    """The form; ``repair`` is the failure that a good file is to end."""
    path = params.get("repair")
    found = next((one for one in desk.records.failures() if one.path == path), None)
    return {
        "kinds": kinds(),
        "who": [{"value": value, "label": label} for value, label in WHO.items()],
        "repair": _failure(found, admin) if found else None,
        "repaired": bool(path) and found is None,
    }


def _board(desk: Desk, _admin: Admin, _params: Params) -> dict[str, Any]:
    since = date.today() - timedelta(days=_DAYS)
    return {
        "days": _DAYS,
        "fewest": FEWEST,
        "failed": [_often(one) for one in desk.records.asked_often(since, failed=True)],
        "popular": [_often(one) for one in desk.records.asked_often(since)],
    }


def _often(one: AskedOften) -> dict[str, str]:
    return {
        "query": one.query,
        "times": f"{one.times:,}",
        "empty": f"{one.empty:,}",
        "href": View(q=one.query).link(),
    }


def _settings(_desk: Desk, admin: Admin, _params: Params) -> dict[str, Any]:
    return {"rows": [[one.name, one.value, one.about] for one in admin.settings()]}


def _audit(desk: Desk, _admin: Admin, _params: Params) -> dict[str, Any]:
    rows = [
        [_when(one.when), one.who, one.deed, one.target, one.said]
        for one in desk.records.decisions()
    ]
    return {"rows": rows}


def _when(moment: datetime | None) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else "없음"


_BODIES: Final[Mapping[str, Callable[[Desk, Admin, Params], dict[str, Any]]]] = {
    "sources": _sources,
    "failures": _failures,
    "held": _held,
    "index": _index,
    "upload": _upload,
    "board": _board,
    "settings": _settings,
    "audit": _audit,
}
