"""Collections: what their page shows, as one JSON value, and what it asks to be done."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from records.collections import Collection, Item
from records.errors import Misuse, UCouncilError
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.work.citation import citation, number_of, place_name, version_of
from search_ui.work.leaving import exports
from search_ui.work.orders import Order, number, word, words
from search_ui.work.owner import owner
from search_ui.work.pinning import (
    Kept,
    address_of,
    kept,
    pin_of,
    read_at,
    remembering,
    text_at,
)

GONE: Final = "지금 볼 수 없는 자료"
_EXCERPT: Final = 280
_FIRST: Final = "내 자료집"


def shown(desk: Desk, params: Mapping[str, str]) -> dict[str, Any]:
    """The page of ``params``: ``id`` opens one of one's own, ``shared`` one that was shared."""
    try:
        own = desk.records.collections(owner(desk, params))
    except Misuse:
        own = []
    try:
        opened = open_collection(desk, params) if own or params.get("shared") else None
        wrong = None
    except UCouncilError as error:
        opened, wrong = None, {"title": str(error), "text": error.advice}
    return {
        "collections": [_line(one, opened) for one in own],
        "open": _opened(desk, opened, params) if opened else None,
        "error": wrong,
    }


def open_collection(desk: Desk, params: Mapping[str, str]) -> Collection:
    """The collection of an address; without one the last changed. `Misuse` when there is none."""
    if share := params.get("shared"):
        return desk.records.shared_collection(share)
    if name := params.get("id"):
        return desk.records.collection(name, owner(desk, params))
    return desk.records.collections(owner(desk, params))[0]


def choices(desk: Desk, order: Order) -> list[dict[str, Any]]:
    """The collections that a place can be put into."""
    own = desk.records.collections(owner(desk, order))
    return [{"id": one.id, "name": one.name, "count": len(one.items)} for one in own]


def _line(one: Collection, opened: Collection | None) -> dict[str, Any]:
    here = opened is not None and opened.id == one.id
    href = f"./collections?{urlencode({'id': one.id})}"
    return {"id": one.id, "name": one.name, "count": len(one.items), "href": href, "here": here}


def _opened(desk: Desk, one: Collection, params: Mapping[str, str]) -> dict[str, Any]:
    mine, read = "shared" not in params, remembering(desk)
    found = [kept(desk, item.pin, read) for item in one.items]
    where = {"id": one.id} if mine else {"shared": params.get("shared", "")}
    return {
        "id": one.id,
        "name": one.name,
        "mine": mine,
        "changed": f"{one.changed.astimezone():%Y-%m-%d %H:%M}",
        "share": f"./collections?{urlencode({'shared': one.share})}" if one.share and mine else "",
        "items": [
            _item(desk, n, *pair) for n, pair in enumerate(zip(one.items, found, strict=True), 1)
        ],
        "exports": exports(where, found),
    }


def _item(desk: Desk, n: int, item: Item, found: Kept | None) -> dict[str, Any]:
    bare = {"id": item.id, "n": n, "note": item.note, "place": place_name(item.pin)}
    if found is None:
        return bare | {
            "title": GONE,
            "href": "",
            "kind": "",
            "kindName": "",
            "meta": [],
            "text": "",
        }
    document = found.document
    text = text_at(document, item.pin)
    return bare | {
        "title": document.title,
        "href": address_of(item.pin),
        "kind": document.kind.value,
        "kindName": kind_name(document.kind.value),
        "meta": facts(desk, found),
        "text": text[:_EXCERPT] + ("…" if len(text) > _EXCERPT else ""),
        "state": state(found),
    }


def facts(desk: Desk, found: Kept) -> list[str]:
    """What identifies a paper beside its title."""
    document = found.document
    version = version_of(desk, document, found.pin)
    day = document.date.isoformat() if document.date and not version else ""
    parts = (day, number_of(document), version, document.committee, document.agency)
    return [part for part in (*parts, f"{found.pin.revision}판") if part]


def state(found: Kept) -> str:
    """What has become of the paper since it was collected; empty when it reads the same."""
    if not found.changed:
        return ""
    if found.pin.day is None and found.document.revision != found.pin.revision:
        return f"담은 때({found.pin.revision}판)의 글이 없어 지금({found.now}판)의 글을 보입니다"
    if found.pin.day is not None:
        return "담은 때의 글입니다. 지금 시행하는 글은 다릅니다"
    return f"담은 때({found.pin.revision}판)의 글입니다. 지금은 {found.now}판으로 바뀌었습니다"


def collect(desk: Desk, order: Order) -> dict[str, Any]:
    """Put a place into a collection: ``id``, or a new one called ``name``."""
    mine, pin = owner(desk, order), pin_of(desk, order)
    chosen = words(order, "id") or desk.records.make_collection(
        mine, words(order, "name") or _FIRST
    )
    added = desk.records.add_item(chosen, mine, pin, words(order, "note"))
    name = desk.records.collection(chosen, mine).name
    said = f"“{name}”에 담았습니다" if added else f"“{name}”에 이미 있습니다"
    return {"said": said, "choices": choices(desk, order), "id": chosen}


def offer(desk: Desk, order: Order) -> dict[str, Any]:
    """The collections to choose from."""
    return {"choices": choices(desk, order)}


def cite(desk: Desk, order: Order) -> dict[str, Any]:
    """The citation card of a place, whose text is kept from now on."""
    pin = pin_of(desk, order)
    card = citation(desk, read_at(desk, pin.document, pin.revision, pin.day), pin)
    return {"text": card.text, "href": card.href}


def make(desk: Desk, order: Order) -> dict[str, Any]:
    """A new collection, opened."""
    made = desk.records.make_collection(owner(desk, order), words(order, "name"))
    return {"said": "자료집을 만들었습니다", "shown": shown(desk, _here(order, made))}


def rename(desk: Desk, order: Order) -> dict[str, Any]:
    """Another name."""
    desk.records.rename_collection(word(order, "id"), owner(desk, order), words(order, "name"))
    return _done(desk, order, "이름을 바꿨습니다")


def drop(desk: Desk, order: Order) -> dict[str, Any]:
    """Throw a collection away."""
    desk.records.drop_collection(word(order, "id"), owner(desk, order))
    return {"said": "자료집을 지웠습니다", "shown": shown(desk, _here(order))}


def share(desk: Desk, order: Order) -> dict[str, Any]:
    """Open or close the address for others."""
    opened = desk.records.share_collection(
        word(order, "id"), owner(desk, order), order.get("shared") is True
    )
    return _done(desk, order, "나누는 주소를 만들었습니다" if opened else "나누기를 그쳤습니다")


def note(desk: Desk, order: Order) -> dict[str, Any]:
    """Write a note."""
    desk.records.note_item(
        word(order, "id"), owner(desk, order), word(order, "item"), words(order, "note")
    )
    return _done(desk, order, "메모를 적었습니다")


def move(desk: Desk, order: Order) -> dict[str, Any]:
    """Move an item to place ``to`` from 1."""
    to = number(order, "to") or 1
    desk.records.move_item(word(order, "id"), owner(desk, order), word(order, "item"), to - 1)
    return _done(desk, order, f"{to}번째로 옮겼습니다")


def remove(desk: Desk, order: Order) -> dict[str, Any]:
    """Take an item out."""
    desk.records.remove_item(word(order, "id"), owner(desk, order), word(order, "item"))
    return _done(desk, order, "자료집에서 뺐습니다")


def _here(order: Order, opened: str = "") -> dict[str, str]:
    """The parameters of the page that shows ``opened`` to the same browser."""
    return {"id": opened, "browser": words(order, "browser")}


def _done(desk: Desk, order: Order, said: str) -> dict[str, Any]:
    return {"said": said, "shown": shown(desk, _here(order, word(order, "id")))}


ACTS: Final[Mapping[str, Callable[[Desk, Order], dict[str, Any]]]] = {
    "cite": cite,
    "collect": collect,
    "collection.choices": offer,
    "collection.make": make,
    "collection.rename": rename,
    "collection.drop": drop,
    "collection.share": share,
    "item.note": note,
    "item.move": move,
    "item.remove": remove,
}
"""What the pages may ask for, by name."""
