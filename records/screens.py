"""Screens (화면): what staff last put on each, by name. Part of `records.store.Records`.

The board is in the database, so that every process that serves the council shows the same. It
holds an address and no text: whoever looks at a screen reads with rights of their own.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, delete, func, select, update

from records.collections import line
from records.database import Database
from records.errors import Misuse
from records.sql import insert_missing, is_key
from records.tables import screens

LONGEST_NAME: Final = 40
LONGEST_ADDRESS: Final = 2_000
MOST_SCREENS: Final = 100
FORGOTTEN: Final = timedelta(days=1)
"""A screen that nobody has looked at for so long gives its place to another."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen. ``address`` is what is on it, None for nothing; ``turn`` grows by one with each
    change of it; ``seen`` is when somebody last looked."""

    name: str
    address: str | None
    turn: int
    seen: datetime


class ScreenStore:
    """The board of screens."""

    database: Database

    def screens(self) -> list[Screen]:
        """All screens, by name."""
        with self.database.read() as connection:
            rows = connection.execute(select(screens).order_by(screens.c.name))
            return [Screen(row.name, row.address, row.turn, row.seen) for row in rows]

    def screen(self, name: str) -> Screen | None:
        """One of them; None while nobody has opened or used it."""
        query = select(screens).where(screens.c.name == (name if is_key(name) else ""))
        with self.database.read() as connection:
            row = connection.execute(query).first()
        return Screen(row.name, row.address, row.turn, row.seen) if row else None

    def look_at_screen(self, name: str) -> None:
        """Somebody looks at the screen ``name``, so that it can be chosen. Raises `Misuse` for
        no name, and when there are `MOST_SCREENS` others in use."""
        self._set(name, seen=datetime.now(UTC))

    def push_to_screen(self, name: str, address: str | None) -> None:
        """Put ``address`` on the screen; None takes away what is there."""
        if address is not None and (len(address) > LONGEST_ADDRESS or not is_key(address)):
            raise Misuse("화면에 띄울 수 없는 주소입니다")
        self._set(name, address=address, turn=screens.c.turn + 1)

    def _set(self, name: str, **values: Any) -> None:
        name = line(name, LONGEST_NAME, "화면의 이름")
        now = datetime.now(UTC)
        with self.database.write() as connection:
            change = update(screens).where(screens.c.name == name).values(values)
            if connection.execute(change).rowcount == 0:
                _make_room(connection, now)
                first = {"name": name, "address": None, "turn": 0, "seen": now}
                insert_missing(connection, screens, [first])
                connection.execute(change)


def _make_room(connection: Connection, now: datetime) -> None:
    connection.execute(delete(screens).where(screens.c.seen < now - FORGOTTEN))
    if (connection.scalar(select(func.count()).select_from(screens)) or 0) >= MOST_SCREENS:
        raise Misuse(f"화면은 {MOST_SCREENS}개까지입니다")
