"""Searches that people keep, their own history, and what is asked most. Part of
`records.store.Records`.

The history is its owner's and can be cleared. What is asked most is counted without a name, and
shown only from `FEWEST` askings on.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from records.collections import LONGEST_NAME, line
from records.database import Database
from records.errors import Misuse
from records.sql import is_key
from records.tables import asked, history, saved_searches

FEWEST: Final = 3
"""Askings from which a query is shown to those who run the place."""
LONGEST_ADDRESS: Final = 2_000
REMEMBERED: Final = 200
"""Searches of one person that are remembered."""
_LONGEST_QUERY: Final = 100


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search to come back to. ``address`` is its state as the search page's address has it;
    ``seen`` and ``mailed`` are the revisions up to which its hits were looked at and mailed;
    ``token`` is the secret part of its feed's address."""

    id: str
    owner: str
    name: str
    address: str
    made: datetime
    seen: int
    mailed: int
    token: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """A search made before: its state as an address, how many papers it found, when."""

    id: int
    address: str
    found: int
    when: datetime


@dataclass(frozen=True, slots=True)
class AskedOften:
    """A query, how often it was asked, and how often nothing was found."""

    query: str
    times: int
    empty: int


class SearchStore:
    """What was asked, and what is to be asked again."""

    database: Database

    def save_search(self, owner: str, name: str, address: str, seen: int) -> str:
        """Keep a search; what comes after revision ``seen`` is new to it. Returns its id."""
        row = {
            "id": secrets.token_urlsafe(9),
            "owner": owner,
            "name": line(name, LONGEST_NAME, "검색의 이름"),
            "address": _address(address),
            "made": datetime.now(UTC),
            "seen": seen,
            "mailed": seen,
            "token": secrets.token_urlsafe(18),
        }
        with self.database.write() as connection:
            connection.execute(insert(saved_searches).values(row))
        return str(row["id"])

    def saved_searches(self, owner: str | None = None) -> list[SavedSearch]:
        """The owner's, or everybody's, the newest first."""
        query = select(saved_searches)
        if owner is not None:
            query = query.where(saved_searches.c.owner == owner)
        order = saved_searches.c.made.desc(), saved_searches.c.id
        with self.database.read() as connection:
            rows = connection.execute(query.order_by(*order))
            return [SavedSearch(**row._mapping) for row in rows]

    def search_of_feed(self, token: str) -> SavedSearch:
        """The search whose feed has this secret; `Misuse` when there is none."""
        query = select(saved_searches).where(
            saved_searches.c.token == (token if is_key(token) else "")
        )
        with self.database.read() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise _absent()
        return SavedSearch(**row._mapping)

    def saw_search(self, search_id: str, owner: str, seen: int) -> None:
        """Its hits were looked at up to revision ``seen``."""
        self._change_search(search_id, owner, seen=seen)

    def mailed_search(self, search_id: str, owner: str, mailed: int) -> None:
        """Its hits were mailed up to revision ``mailed``."""
        self._change_search(search_id, owner, mailed=mailed)

    def mail_search(self, search_id: str, owner: str, email: str | None) -> None:
        """Where its alerts go by mail; None for nowhere."""
        self._change_search(search_id, owner, email=email)

    def drop_search(self, search_id: str, owner: str) -> None:
        """Forget a saved search; its feed ends."""
        with self.database.write() as connection:
            rows = delete(saved_searches).where(*_own(search_id, owner))
            if connection.execute(rows).rowcount == 0:
                raise _absent()

    def remember_search(self, owner: str, address: str, found: int) -> None:
        """Put a search on top of the owner's history; the same one is there once."""
        row = {"owner": owner, "address": _address(address), "found": found}
        with self.database.write() as connection:
            same = history.c.owner == owner, history.c.address == row["address"]
            connection.execute(delete(history).where(*same))
            connection.execute(insert(history).values(row | {"when": datetime.now(UTC)}))
            _cut(connection, owner)

    def past_searches(self, owner: str, limit: int = REMEMBERED) -> list[Past]:
        """The owner's searches, the last first."""
        query = select(history).where(history.c.owner == owner).order_by(history.c.id.desc())
        with self.database.read() as connection:
            rows = connection.execute(query.limit(limit))
            return [Past(row.id, row.address, row.found, row.when) for row in rows]

    def forget_searches(self, owner: str, past: int | None = None) -> None:
        """Clear the owner's history, or one search of it."""
        rows = delete(history).where(history.c.owner == owner)
        if past is not None:
            rows = rows.where(history.c.id == past)
        with self.database.write() as connection:
            connection.execute(rows)

    def count_asked(self, query: str, found: int, day: date) -> None:
        """Count one asking of ``query`` on ``day``, without who asked. Long texts are not
        queries that others have too, and are not counted."""
        query = " ".join(query.split())
        if not is_key(query) or len(query) > _LONGEST_QUERY:
            return
        more = {"times": asked.c.times + 1, "empty": asked.c.empty + int(found == 0)}
        with self.database.write() as connection:
            row = asked.c.query == query, asked.c.day == day
            if connection.execute(update(asked).where(*row).values(more)).rowcount == 0:
                first = {"query": query, "day": day, "times": 1, "empty": int(found == 0)}
                connection.execute(insert(asked).values(first))

    def asked_often(
        self, since: date, *, failed: bool = False, limit: int = 30
    ) -> list[AskedOften]:
        """The queries asked most since that day, or those that most often found nothing; none
        of fewer than `FEWEST` askings."""
        times, empty = func.sum(asked.c.times), func.sum(asked.c.empty)
        counted = empty if failed else times
        query = select(asked.c.query, times.label("times"), empty.label("empty"))
        query = query.where(asked.c.day >= since).group_by(asked.c.query)
        query = query.having(counted >= FEWEST).order_by(counted.desc(), asked.c.query)
        with self.database.read() as connection:
            rows = connection.execute(query.limit(limit))
            return [AskedOften(row.query, int(row.times), int(row.empty)) for row in rows]

    def forget_asked(self, day: date, days: int = 365) -> None:
        """Drop counts older than ``days`` before ``day``."""
        with self.database.write() as connection:
            connection.execute(delete(asked).where(asked.c.day < day - timedelta(days=days)))

    def _change_search(self, search_id: str, owner: str, **values: object) -> None:
        rows = update(saved_searches).where(*_own(search_id, owner)).values(values)
        with self.database.write() as connection:
            if connection.execute(rows).rowcount == 0:
                raise _absent()


def _cut(connection: Connection, owner: str) -> None:
    """Forget what is beyond `REMEMBERED`."""
    own = select(history.c.id).where(history.c.owner == owner).order_by(history.c.id.desc())
    oldest = connection.scalar(own.offset(REMEMBERED - 1).limit(1))
    if oldest is not None:
        connection.execute(delete(history).where(history.c.owner == owner, history.c.id < oldest))


def _address(text: str) -> str:
    if len(text) > LONGEST_ADDRESS or not is_key(text):
        raise Misuse("저장할 수 없는 검색입니다")
    return text


def _own(search_id: str, owner: str) -> tuple[Any, Any]:
    key = search_id if is_key(search_id) else ""
    return saved_searches.c.id == key, saved_searches.c.owner == owner


def _absent() -> Misuse:
    return Misuse("없는 저장한 검색입니다")
