"""What every module of records needs: insert-or-replace, and lists cut to a statement's size."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

_NO_KEY = re.compile("[\0\ud800-\udfff]")

BATCH = 500
"""Values in one IN list; SQLite before 3.32 takes 999."""


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, replacing those with the same primary key, in one ``executemany``.

    Every row must have the same columns, and at least one beside the key.
    """
    if rows:
        statement = _insert(connection, table)
        keys = _keys(table)
        others = {name: statement.excluded[name] for name in rows[0] if name not in keys}
        connection.execute(
            statement.on_conflict_do_update(index_elements=keys, set_=others), list(rows)
        )


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert those of ``rows`` whose primary key is not there yet."""
    if rows:
        statement = _insert(connection, table)
        connection.execute(
            statement.on_conflict_do_nothing(index_elements=_keys(table)), list(rows)
        )


def _insert(connection: Connection, table: Table) -> Any:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)


def _keys(table: Table) -> list[str]:
    return [column.name for column in table.primary_key]


def is_key(text: str) -> bool:
    """Whether every database can hold ``text`` as a key: not empty, no NUL, valid UTF-8.

    >>> is_key("law:001709"), is_key("\\0"), is_key("\\ud800")
    (True, False, False)
    """
    return bool(text) and not _NO_KEY.search(text)


def batches(items: Sequence[T], size: int = BATCH) -> Iterator[Sequence[T]]:
    """``items`` in slices of at most ``size``.

    >>> list(batches([1, 2, 3], 2))
    [[1, 2], [3]]
    """
    for start in range(0, len(items), size):
        yield items[start : start + size]
