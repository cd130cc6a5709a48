"""What those who run the place decided: an audit line each, never changed. Part of
`records.store.Records`."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select

from records.database import Database
from records.tables import decisions


@dataclass(frozen=True, slots=True)
class Decision:
    """``who`` did ``deed`` to ``target`` (a document, a path) and ``said`` why."""

    id: int
    when: datetime
    who: str
    deed: str
    target: str
    said: str


class DecisionStore:
    """The audit of decisions."""

    database: Database

    def note_decision(self, who: str, deed: str, target: str, said: str) -> None:
        """Write a line."""
        row = {"when": datetime.now(UTC), "who": who, "deed": deed}
        row |= {"target": _printable(target), "said": _printable(said)}
        with self.database.write() as connection:
            connection.execute(insert(decisions).values(row))

    def decisions(self, limit: int = 200) -> list[Decision]:
        """The lines, the last first."""
        query = select(decisions).order_by(decisions.c.id.desc()).limit(limit)
        with self.database.read() as connection:
            return [Decision(**row._mapping) for row in connection.execute(query)]


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
