"""Members, sessions, meetings, requests. Part of `records.store.Records`.

Each ``put_…`` replaces what has the same key and leaves the rest.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, func, select

from records.codec import pack, unpack
from records.database import Database
from records.model import DataRequest, Meeting, Member, Session
from records.sql import upsert
from records.tables import meetings, members, requests, sessions

T = TypeVar("T")


class CouncilStore:
    """The council itself."""

    database: Database

    def put_members(self, people: Iterable[Member]) -> None:
        """Store members by id."""
        self._put(members, [{"id": who.id, "body": pack(who)} for who in people])

    def members(self) -> list[Member]:
        """All members, by id."""
        return self._all(Member, select(members.c.body).order_by(members.c.id))

    def put_sessions(self, held: Iterable[Session]) -> None:
        """Store sessions by number."""
        self._put(sessions, [{"number": one.number, "body": pack(one)} for one in held])

    def sessions(self) -> list[Session]:
        """All sessions, by number."""
        return self._all(Session, select(sessions.c.body).order_by(sessions.c.number))

    def put_meetings(self, sittings: Iterable[Meeting]) -> None:
        """Store meetings by id."""
        rows = [{"id": one.id, "date": one.date, "body": pack(one)} for one in sittings]
        self._put(meetings, rows)

    def meetings(self, day: date | None = None) -> list[Meeting]:
        """The meetings of ``day``, or all, by date and id."""
        query = select(meetings.c.body).order_by(meetings.c.date, meetings.c.id)
        return self._all(Meeting, query if day is None else query.where(meetings.c.date == day))

    def meeting_days_around(self, day: date) -> tuple[date | None, date | None]:
        """The last day with meetings before ``day``, and the first after it."""
        column = meetings.c.date
        before = select(func.max(column)).where(column < day)
        after = select(func.min(column)).where(column > day)
        with self.database.read() as connection:
            return connection.scalar(before), connection.scalar(after)

    def put_requests(self, asked: Iterable[DataRequest]) -> None:
        """Store data requests by the id of their paper."""
        rows = [{"document_id": one.document_id, "body": pack(one)} for one in asked]
        self._put(requests, rows)

    def requests(self) -> list[DataRequest]:
        """All data requests, by the id of their paper."""
        return self._all(DataRequest, select(requests.c.body).order_by(requests.c.document_id))

    def _put(self, table: Any, rows: list[dict[str, Any]]) -> None:
        with self.database.write() as connection:
            upsert(connection, table, rows)

    def _all(self, shape: type[T], query: Select[Any]) -> list[T]:
        with self.database.read() as connection:
            return [unpack(shape, body) for body in connection.scalars(query)]
