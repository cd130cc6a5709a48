"""Collections (자료집): places in papers that a person has gathered, in an order, with notes.

Every change names the owner, so that nobody changes what is another's. Part of
`records.store.Records`.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from records.codec import pack, unpack
from records.database import Database
from records.errors import Misuse
from records.pins import Pin
from records.sql import is_key
from records.tables import collection_items, collections

MOST_ITEMS: Final = 500
LONGEST_NAME: Final = 100
LONGEST_NOTE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Item:
    """One place in a collection with what its owner notes about it."""

    id: str
    pin: Pin
    note: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """Items in their order. ``share`` is the secret part of the address under which others read
    it, each with their own rights; None while it is not shared."""

    id: str
    owner: str
    name: str
    changed: datetime
    share: str | None = None
    items: tuple[Item, ...] = ()


class CollectionStore:
    """What people gather."""

    database: Database

    def make_collection(self, owner: str, name: str) -> str:
        """A new, empty collection; returns its id."""
        row = {
            "id": secrets.token_urlsafe(9),
            "owner": owner,
            "name": line(name, LONGEST_NAME, "자료집의 이름"),
            "changed": datetime.now(UTC),
        }
        with self.database.write() as connection:
            connection.execute(insert(collections).values(row))
        return str(row["id"])

    def collections(self, owner: str) -> list[Collection]:
        """The owner's collections with their items, the last changed first."""
        query = select(collections).where(collections.c.owner == owner)
        with self.database.read() as connection:
            rows = connection.execute(
                query.order_by(collections.c.changed.desc(), collections.c.id)
            )
            return _filled(connection, rows.all())

    def collection(self, collection_id: str, owner: str) -> Collection:
        """One of the owner's; `Misuse` when it is not there."""
        with self.database.read() as connection:
            rows = connection.execute(select(collections).where(*_own(collection_id, owner)))
            return _one(_filled(connection, rows.all()))

    def shared_collection(self, share: str) -> Collection:
        """The collection of a shared address; `Misuse` when it is not shared (any more)."""
        query = select(collections).where(collections.c.share == (share if is_key(share) else ""))
        with self.database.read() as connection:
            return _one(_filled(connection, connection.execute(query).all()))

    def rename_collection(self, collection_id: str, owner: str, name: str) -> None:
        """Give it another name."""
        self._change(collection_id, owner, name=line(name, LONGEST_NAME, "자료집의 이름"))

    def share_collection(self, collection_id: str, owner: str, shared: bool) -> str | None:
        """Open an address for others, always a new one, or close it; returns its secret part."""
        share = secrets.token_urlsafe(18) if shared else None
        self._change(collection_id, owner, share=share)
        return share

    def drop_collection(self, collection_id: str, owner: str) -> None:
        """Throw it away with its items; the papers stay."""
        with self.database.write() as connection:
            _touch(connection, collection_id, owner)
            items = collection_items.c.collection_id == collection_id
            connection.execute(delete(collection_items).where(items))
            connection.execute(delete(collections).where(collections.c.id == collection_id))

    def add_item(self, collection_id: str, owner: str, pin: Pin, note: str = "") -> bool:
        """Put ``pin`` at the end; False when that very place is in it already."""
        with self.database.write() as connection:
            _touch(connection, collection_id, owner)
            there = _items(connection, [collection_id]).get(collection_id, [])
            if any(item.pin == pin for item in there):
                return False
            if len(there) >= MOST_ITEMS:
                raise Misuse(f"자료집 하나에는 {MOST_ITEMS}건까지 담습니다")
            row = {"id": secrets.token_urlsafe(9), "collection_id": collection_id}
            body = pack(Item("", pin, _note(note)))
            place = connection.scalar(select(func.max(collection_items.c.place)))
            values = row | {"place": (place or 0) + 1, "body": body}
            connection.execute(insert(collection_items).values(values))
        return True

    def note_item(self, collection_id: str, owner: str, item_id: str, note: str) -> None:
        """Write what the owner notes about an item."""
        with self.database.write() as connection:
            _touch(connection, collection_id, owner)
            item = _find(connection, collection_id, item_id)
            body = pack(Item("", item.pin, _note(note)))
            row = collection_items.c.id == item_id
            connection.execute(update(collection_items).where(row).values(body=body))

    def move_item(self, collection_id: str, owner: str, item_id: str, to: int) -> None:
        """Put an item at place ``to`` from 0; the others make room."""
        with self.database.write() as connection:
            _touch(connection, collection_id, owner)
            moved = _find(connection, collection_id, item_id)
            ids = [item.id for item in _items(connection, [collection_id])[collection_id]]
            ids.remove(moved.id)
            ids.insert(min(max(to, 0), len(ids)), moved.id)
            for place, one in enumerate(ids, 1):
                row = collection_items.c.id == one
                connection.execute(update(collection_items).where(row).values(place=place))

    def remove_item(self, collection_id: str, owner: str, item_id: str) -> None:
        """Take an item out."""
        with self.database.write() as connection:
            _touch(connection, collection_id, owner)
            _find(connection, collection_id, item_id)
            row = collection_items.c.id == item_id
            connection.execute(delete(collection_items).where(row))

    def _change(self, collection_id: str, owner: str, **values: object) -> None:
        with self.database.write() as connection:
            _touch(connection, collection_id, owner, **values)


def line(text: str, most: int, what: str) -> str:
    """``text`` as one line; `Misuse` when nothing is left of it or it is too long.

    >>> line(" 주차 \\n 자료\\0", 20, "이름")
    '주차 자료'
    """
    plain = " ".join(_printable(text).split())
    if not plain or len(plain) > most:
        raise Misuse(f"{what}은 1자에서 {most}자까지입니다")
    return plain


def _note(text: str) -> str:
    if len(text) > LONGEST_NOTE:
        raise Misuse(f"메모는 {LONGEST_NOTE:,}자까지입니다")
    return _printable(text.replace("\r\n", "\n")).strip()


def _printable(text: str) -> str:
    """Text that every database and every file format takes."""
    kept = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
    return kept.encode("utf-8", "replace").decode()


def _own(collection_id: str, owner: str) -> tuple[Any, Any]:
    key = collection_id if is_key(collection_id) else ""
    return collections.c.id == key, collections.c.owner == owner


def _touch(connection: Connection, collection_id: str, owner: str, **values: object) -> None:
    """Note the change; `Misuse` when the owner has no such collection."""
    values |= {"changed": datetime.now(UTC)}
    changed = update(collections).where(*_own(collection_id, owner)).values(values)
    if connection.execute(changed).rowcount == 0:
        raise _absent()


def _find(connection: Connection, collection_id: str, item_id: str) -> Item:
    for item in _items(connection, [collection_id]).get(collection_id, []):
        if item.id == item_id:
            return item
    raise Misuse("자료집에 없는 항목입니다")


def _items(connection: Connection, ids: Sequence[str]) -> dict[str, list[Item]]:
    query = select(collection_items).where(collection_items.c.collection_id.in_(ids))
    found: dict[str, list[Item]] = {}
    for row in connection.execute(query.order_by(collection_items.c.place, collection_items.c.id)):
        kept = unpack(Item, row.body)
        found.setdefault(row.collection_id, []).append(Item(row.id, kept.pin, kept.note))
    return found


def _filled(connection: Connection, rows: Sequence[Any]) -> list[Collection]:
    items = _items(connection, [row.id for row in rows])
    return [Collection(**row._mapping, items=tuple(items.get(row.id, ()))) for row in rows]


def _one(found: Sequence[Collection]) -> Collection:
    if not found:
        raise _absent()
    return found[0]


def _absent() -> Misuse:
    return Misuse("없는 자료집입니다")
