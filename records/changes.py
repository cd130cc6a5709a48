"""The revision of every document: one counter for all, so that what is behind can be computed.

A writer holds the counter's row until it commits. Numbers therefore appear in the order in
which they were given, also with several writers: who has seen revision n has seen all below.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select, update

from records.database import Database
from records.model import Privacy
from records.tables import counters, documents

PAGE = 5_000
"""Rows read at a time while all documents are listed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to one document that was put: ``held`` is stored, but not served."""

    id: str
    status: Literal["loaded", "unchanged", "held"]
    revision: int


@dataclass(frozen=True, slots=True)
class Change:
    """A document's latest state: ``withdrawn`` covers held papers, which no index may have."""

    document_id: str
    revision: int
    withdrawn: bool
    statute: bool


class Revisions:
    """The counter inside one writing transaction: making it waits for other writers, then
    `take` a number for each change and `save` at the end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        row = select(counters.c.value).where(counters.c.name == "revision").with_for_update()
        self.first: int = connection.execute(row).scalar_one()
        self.last: int = self.first

    def take(self) -> int:
        """The next revision."""
        self.last += 1
        return self.last

    def save(self) -> None:
        """Write down how far the counter went."""
        if self.last > self.first:
            row = update(counters).where(counters.c.name == "revision")
            self._connection.execute(row.values(value=self.last))


class ChangeLog:
    """What changed, in order. Part of `records.store.Records`."""

    database: Database

    def changes(self, after: int, limit: int) -> list[Change]:
        """The next ``limit`` documents whose revision is above ``after``, by revision."""
        query = (
            select(documents.c.id, documents.c.revision, _WITHDRAWN, documents.c.statute)
            .where(documents.c.revision > after)
            .order_by(documents.c.revision)
            .limit(limit)
        )
        with self.database.read() as connection:
            return [_change(row) for row in connection.execute(query)]

    def last_revision(self) -> int:
        """The highest revision given so far; 0 in an empty store."""
        query = select(counters.c.value).where(counters.c.name == "revision")
        with self.database.read() as connection:
            value: int = connection.execute(query).scalar_one()
        return value

    def revisions(self) -> Iterator[tuple[str, int, bool]]:
        """Every document as (id, revision, may an index serve it), by id in code point order."""
        query = select(documents.c.id, documents.c.revision, _WITHDRAWN).order_by(documents.c.id)
        last = ""
        while True:
            with self.database.read() as connection:
                page = connection.execute(query.where(documents.c.id > last).limit(PAGE)).all()
            yield from ((row.id, row.revision, not row.gone) for row in page)
            if len(page) < PAGE:
                return
            last = page[-1].id


_WITHDRAWN = (documents.c.withdrawn | (documents.c.privacy == Privacy.HELD.value)).label("gone")


def _change(row: Any) -> Change:
    return Change(row.id, row.revision, bool(row.gone), bool(row.statute))
