"""What the admin page asks to be done. Each decision leaves a line in the audit."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from records.errors import Misuse, StoreFault
from records.model import Kind
from search_ui.address import day_of
from search_ui.admin.views import WHO, shown, staff_only
from search_ui.admin_tools import Loaded
from search_ui.desk import Desk
from search_ui.work.orders import Order, word, words

_LONGEST: Final = 1_000
_SHORTEST: Final = 2
_LATER: Final = "색인이 아직 따라오지 못했습니다. ‘색인’에서 따라잡으세요."
_TEXTS: Final = ("title", "number", "committee", "agency")


def release(desk: Desk, order: Order) -> dict[str, Any]:
    """Open a held paper after a person has looked at it, with the reason."""
    admin, paper, why = staff_only(desk), word(order, "document"), _reason(order)
    desk.records.release(paper)
    desk.records.note_decision(str(desk.viewer), "보류 풀기", paper, why)
    try:
        admin.catch_up()
    except StoreFault:
        return _done(desk, "held", f"보류를 풀었습니다. {_LATER}")
    return _done(desk, "held", "보류를 풀었습니다. 이제 권한이 있는 사람이 찾을 수 있습니다")


def keep(desk: Desk, order: Order) -> dict[str, Any]:
    """Leave a paper held, and say that it was looked at."""
    staff_only(desk)
    paper, why = word(order, "document"), _reason(order)
    if paper not in {one.id for one in desk.records.held()}:
        raise Misuse(f"보류된 문서가 아닙니다: {paper}")
    desk.records.note_decision(str(desk.viewer), "보류 유지", paper, why)
    return _done(desk, "held", "보류한 채로 두고 기록했습니다")


def held_original(desk: Desk, document_id: str, number: int) -> tuple[str, bytes]:
    """Name and content of a held paper's original, for the eyes of those who decide; that it
    was looked at stands in the audit."""
    staff_only(desk)
    held = {one.id: one for one in desk.records.held()}
    if document_id not in held or number >= len(held[document_id].attachments):
        raise Misuse("보류된 자료의 원본이 아닙니다")
    attachment = held[document_id].attachments[number]
    content = desk.records.originals.get(attachment.sha256)
    desk.records.note_decision(str(desk.viewer), "보류 원본 열람", document_id, attachment.name)
    return attachment.name, content


def retry(desk: Desk, order: Order) -> dict[str, Any]:
    """Load a failed file once more."""
    admin, path, kind = staff_only(desk), word(order, "path"), words(order, "kind") or None
    if path not in {one.path for one in desk.records.failures()}:
        raise Misuse("이미 고쳐진 실패입니다. 화면을 새로 여세요.")
    if kind is not None and kind not in set(Kind):
        raise Misuse(f"모르는 종류: {kind[:80]}")
    done = admin.retry(path, kind)
    desk.records.note_decision(str(desk.viewer), "다시 시도", path, counted(done))
    return _done(desk, "failures", told(done))


def upload(desk: Desk, files: Sequence[tuple[str, bytes]], order: Order) -> dict[str, Any]:
    """Bring (name, content) in, with the fields of ``order``; its ``repair`` is a failure that
    this ends."""
    admin, repair = staff_only(desk), words(order, "repair") or None
    if not files:
        raise Misuse("파일을 고르세요")
    done = admin.load(files, fields_of(order), repairs=repair)
    names = repair or ", ".join(name for name, _ in files)
    desk.records.note_decision(
        str(desk.viewer), "고치기" if repair else "올리기", names[:500], counted(done)
    )
    params = {"view": "upload"} | ({"repair": repair} if repair else {})
    return {
        "said": told(done),
        "shown": shown(desk, params),
        "counted": counted(done),
        "held": done.held,
        "failed": [
            {"path": one.path.rpartition("/")[2], "reason": one.reason, "advice": one.advice}
            for one in done.failed
        ],
    }


def fields_of(order: Order) -> dict[str, Any]:
    """What people filled in as the fields of documents; `Misuse` for a value that cannot be.

    >>> fields_of({"kind": "audit", "members": "m1, m2", "date": "2009-02-24", "title": " "})
    {'kind': 'audit', 'visibility': 'staff', 'date': '2009-02-24', 'members': ['m1', 'm2']}
    """
    kind, who, on = (words(order, name) for name in ("kind", "visibility", "date"))
    if kind not in set(Kind):
        raise Misuse("종류를 고르세요")
    if on and not day_of(on):
        raise Misuse(f"날짜는 2009-02-24처럼 씁니다: {on[:40]}")
    members = [one.strip() for one in words(order, "members").split(",")]
    given: dict[str, Any] = {"kind": kind, "visibility": who if who in WHO else "staff"}
    given |= {"date": on, "members": [one for one in members if one]}
    given |= {name: words(order, name).strip()[:300] for name in _TEXTS}
    return {name: value for name, value in given.items() if value}


def catch_up(desk: Desk, _order: Order) -> dict[str, Any]:
    """Bring the index up to the records."""
    moved = staff_only(desk).catch_up()
    return _done(desk, "index", f"색인이 기록을 따라잡았습니다 ({moved:,}건)")


def verify(desk: Desk, _order: Order) -> dict[str, Any]:
    """Compare the index with the records."""
    return _done(desk, "index", staff_only(desk).verify()[1])


def counted(done: Loaded) -> str:
    """The numbers of a load.

    >>> counted(Loaded(2, 1, 0, ()))
    '들임 2 · 그대로 1 · 보류 0 · 실패 0'
    """
    return (
        f"들임 {done.loaded} · 그대로 {done.unchanged} · 보류 {done.held} · 실패 {len(done.failed)}"
    )


def told(done: Loaded) -> str:
    """What became of a load, in a sentence."""
    if done.failed:
        first = done.failed[0]
        return f"아직 들이지 못했습니다: {first.reason} → {first.advice}"
    held = " 개인정보가 있어 보류한 것이 있습니다." if done.held else ""
    later = "" if done.indexed else f" {_LATER}"
    return f"들였습니다: {counted(done)}.{held}{later}"


def _reason(order: Order) -> str:
    why = " ".join(words(order, "why").split())
    if not _SHORTEST <= len(why) <= _LONGEST:
        raise Misuse("까닭을 적어야 합니다")
    return why


def _done(desk: Desk, view: str, said: str) -> dict[str, Any]:
    return {"said": said, "shown": shown(desk, {"view": view})}


ACTS: Final[Mapping[str, Callable[[Desk, Order], dict[str, Any]]]] = {
    "held.release": release,
    "held.keep": keep,
    "failure.retry": retry,
    "index.catch_up": catch_up,
    "index.verify": verify,
}
"""What the page may ask for, by name."""
