"""One database behind a URL: connections, transactions, migration, and faults in plain words.

SQLite runs in WAL mode with foreign keys on, and a writing transaction takes its lock at the
start; PostgreSQL is spoken to through psycopg 3.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from records.errors import BadSetting, NotPrepared
from records.faults import plain_faults
from records.migrations import HEAD

BUSY_MILLISECONDS = 30_000
"""How long a writer on SQLite waits for another before it reports the lock."""

_MIGRATION_LOCK = 0x75_C0_12
"""Any number of ours: on PostgreSQL two `create` at once take turns on it."""


class Database:
    """A pool of connections; `read` and `write` are the only ways in."""

    def __init__(self, address: str) -> None:
        self.url = _read_url(address)
        self._engine = _make_engine(self.url)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction: one consistent state."""
        with plain_faults(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A writing transaction: all of it or nothing."""
        with plain_faults(), self._engine.connect() as connection:
            writer = connection.execution_options(ucouncil_write=True)
            with writer.begin():
                yield writer

    def migrate(self) -> None:
        """Bring the tables to this version of u-council, whatever they were."""
        from records.migrations.run import upgrade  # half a second that only `init` pays

        _make_file(self.url)
        with self.write() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK}
                )
            upgrade(connection)

    def require_current(self) -> None:
        """Raise `NotPrepared` unless the tables are exactly this version's."""
        if self.url.get_backend_name() == "sqlite" and not Path(self.url.database or "").is_file():
            raise NotPrepared("데이터베이스가 아직 없습니다")
        with self.read() as connection:
            found = _revision(connection)
        if found is None:
            raise NotPrepared("데이터베이스가 비어 있습니다")
        if found != HEAD:
            raise NotPrepared("데이터베이스의 판이 프로그램과 다릅니다")

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _revision(connection: Connection) -> str | None:
    """The revision of the tables, as Alembic notes it; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _read_url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise BadSetting("DATABASE_URL의 형식이 잘못되었습니다.") from None
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("postgresql+psycopg", "sqlite", "sqlite+pysqlite"):
        raise BadSetting("DATABASE_URL은 sqlite:/// 또는 postgresql:// 이어야 합니다.")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise BadSetting("SQLite는 파일이어야 합니다: sqlite:////경로/records.db")
    return url


def _make_file(url: URL) -> None:
    """The folder and the file of SQLite, in WAL mode, which the file itself remembers."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"폴더를 만들 수 없습니다: {error.strerror}") from error
    with suppress(sqlite3.Error):  # what is wrong with the file, the migration will say
        _switch_to_wal(url.database)


def _switch_to_wal(path: str) -> None:
    """Several may switch at once, and SQLite does not wait here: it says `locked` at once."""
    deadline = time.monotonic() + BUSY_MILLISECONDS / 1000
    with closing(sqlite3.connect(path)) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL").close()
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)


def _make_engine(url: URL) -> Engine:
    try:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError):
        raise BadSetting("DATABASE_URL을 읽을 수 없습니다.") from None
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN would come too late
    for pragma in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("ucouncil_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
