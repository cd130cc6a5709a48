"""Runs of the crawlers and the answers they kept. Part of `records.store.Records`."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update

from records.database import Database
from records.errors import Misuse
from records.sql import upsert
from records.tables import archives, counters, runs


@dataclass(frozen=True, slots=True)
class Run:
    """One visit to a source: announced, received and stored items, or the fault that ended it.

    ``finished`` is None while it runs, or when it was killed; ``alive`` is when a run that has
    not ended last said how far it is.
    """

    id: int
    source: str
    started: datetime
    finished: datetime | None
    announced: int | None
    received: int | None
    stored: int | None
    fault_code: str | None
    reason: str | None
    alive: datetime | None = None


@dataclass(frozen=True, slots=True)
class Archived:
    """One answer of a source as it came: the address without keys, the original's SHA-256."""

    source: str
    address: str
    sha256: str
    when: datetime


class RunStore:
    """What was asked of each source, and what came."""

    database: Database

    def start_run(self, source: str) -> int:
        """Note that a run of ``source`` begins; returns its id."""
        row = {"source": source, "started": datetime.now(UTC)}
        with self.database.write() as connection:
            run: int = connection.execute(
                insert(runs).values(row).returning(runs.c.id)
            ).scalar_one()
        return run

    def finish_run(
        self,
        run: int,
        announced: int | None,
        received: int,
        stored: int,
        fault_code: str | None = None,
        reason: str | None = None,
        loaded: int = 0,
    ) -> None:
        """Note how the run ended; ``announced`` is None where the source gives no total, and
        ``loaded`` of the ``stored`` items were new or changed."""
        statement = update(runs).where(runs.c.id == run)
        values = statement.values(
            finished=datetime.now(UTC),
            announced=announced,
            received=received,
            stored=stored,
            fault_code=fault_code,
            reason=reason,
        )
        with self.database.write() as connection:
            if connection.execute(values).rowcount == 0:
                raise Misuse(f"없는 수집 기록: {run}")
            connection.execute(delete(counters).where(counters.c.name == _alive(run)))
            if loaded:
                source = connection.scalar(select(runs.c.source).where(runs.c.id == run))
                row = {"name": f"new:{source}", "value": int(datetime.now(UTC).timestamp())}
                upsert(connection, counters, [row])

    def note_run(self, run: int, announced: int, received: int, stored: int) -> None:
        """Note how far a run is, and that it lives."""
        counts = {"announced": announced, "received": received, "stored": stored}
        sign = {"name": _alive(run), "value": int(datetime.now(UTC).timestamp())}
        with self.database.write() as connection:
            connection.execute(update(runs).where(runs.c.id == run).values(counts))
            upsert(connection, counters, [sign])

    def last_run(self, source: str, *, good: bool = False) -> Run | None:
        """The newest run of ``source``; ``good``: the newest that ended without a fault."""
        query = select(runs).where(runs.c.source == source).order_by(runs.c.id.desc()).limit(1)
        if good:
            query = query.where(runs.c.finished.is_not(None), runs.c.fault_code.is_(None))
        with self.database.read() as connection:
            row = connection.execute(query).mappings().first()
            if row is None:
                return None
            sign = select(counters.c.value).where(counters.c.name == _alive(row["id"]))
            seconds = connection.scalar(sign)
        return Run(**row, alive=datetime.fromtimestamp(seconds, UTC) if seconds else None)

    def ended_well(self, source: str) -> bool:
        """Whether the last run of ``source`` came to its end, without a fault."""
        last = self.last_run(source)
        return last is not None and last.finished is not None and last.fault_code is None

    def last_new(self, source: str) -> datetime | None:
        """When a run of ``source`` last brought something new or changed."""
        query = select(counters.c.value).where(counters.c.name == f"new:{source}")
        with self.database.read() as connection:
            seconds = connection.scalar(query)
        return datetime.fromtimestamp(seconds, UTC) if seconds else None

    def runs(self, source: str | None = None) -> list[Run]:
        """Runs, the newest first; of one source, or of all."""
        query = select(runs).order_by(runs.c.id.desc())
        if source is not None:
            query = query.where(runs.c.source == source)
        with self.database.read() as connection:
            return [Run(**row) for row in connection.execute(query).mappings()]

    def archive(self, source: str, address: str, sha256: str, when: datetime) -> None:
        """Note that the answer from ``address`` (without keys!) is kept as ``sha256``."""
        row = {"source": source, "address": address, "sha256": sha256, "when": when}
        with self.database.write() as connection:
            connection.execute(insert(archives).values(row))

    def archived(self, source: str, since: datetime | None = None) -> list[Archived]:
        """The kept answers of ``source``, oldest first; ``since`` leaves older ones out."""
        columns = (archives.c.source, archives.c.address, archives.c.sha256, archives.c.when)
        query = select(*columns).where(archives.c.source == source)
        if since is not None:
            query = query.where(archives.c.when >= since)
        with self.database.read() as connection:
            rows = connection.execute(query.order_by(archives.c.when, archives.c.id)).mappings()
            return [Archived(**row) for row in rows]


def _alive(run: int) -> str:
    """The name of the counter that says when a run last gave a sign of life."""
    return f"alive:{run}"
