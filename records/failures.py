"""Files that could not be loaded, each with its reason. Part of `records.store.Records`."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select

from records.database import Database
from records.sql import upsert
from records.tables import failures


@dataclass(frozen=True, slots=True)
class Failure:
    """Why ``path`` is not among the documents: `code` of the error, reason, next step."""

    path: str
    code: str
    reason: str
    advice: str
    when: datetime


class FailureStore:
    """One failure a path: the latest."""

    database: Database

    def fail(self, path: str, code: str, reason: str, advice: str) -> None:
        """Note that ``path`` could not be loaded."""
        row = {
            "path": _printable(path),
            "code": code,
            "reason": _printable(reason),
            "advice": advice,
            "when": datetime.now(UTC),
        }
        with self.database.write() as connection:
            upsert(connection, failures, [row])

    def resolve_failure(self, path: str) -> None:
        """Forget the failure of ``path``, which has since been loaded."""
        row = failures.c.path == _printable(path)
        with self.database.read() as connection:  # most paths never failed: no lock for them
            if connection.execute(select(failures.c.path).where(row)).first() is None:
                return
        with self.database.write() as connection:
            connection.execute(delete(failures).where(row))

    def failures(self) -> list[Failure]:
        """All of them, by path."""
        with self.database.read() as connection:
            rows = connection.execute(select(failures).order_by(failures.c.path))
            return [Failure(**row) for row in rows.mappings()]


def _printable(text: str) -> str:
    """Text that every database takes: undecodable bytes of a file name as ``\\udcb0``."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
