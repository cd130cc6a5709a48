"""The tables. Columns are what queries ask for; the rest of a value is canonical JSON (`body`).

So a field that the model gains later needs no migration, a text survives whatever its code
points (NUL included), and the passages of a document, which are always read together and may
be tens of thousands of table cells, are one row.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.dialects.postgresql import VARCHAR


class Moment(TypeDecorator[datetime]):
    """An instant, in UTC; SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


KEY = String().with_variant(VARCHAR(collation="C"), "postgresql")
"""Keys sort by code point on every database, as Python's strings do."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

counters = Table(
    "counters",
    metadata,
    Column("name", KEY, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("revision", BigInteger, nullable=False, unique=True),
    Column("fingerprint", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("privacy", String(16), nullable=False, index=True),
    Column("withdrawn", Boolean, nullable=False),
    Column("statute", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("document_id", KEY, ForeignKey(documents.c.id), primary_key=True),
    Column("passages", Text, nullable=False),
)

statutes = Table(
    "statutes",
    metadata,
    Column("document_id", KEY, ForeignKey(documents.c.id), primary_key=True),
    Column("law_id", KEY, nullable=False, index=True),
    Column("ordinance", Boolean, nullable=False),
    Column("checked", Date),
)

statute_names = Table(
    "statute_names",
    metadata,
    Column("folded", KEY, primary_key=True),
    Column("document_id", KEY, ForeignKey(statutes.c.document_id), primary_key=True, index=True),
)

versions = Table(
    "versions",
    metadata,
    Column("document_id", KEY, ForeignKey(statutes.c.document_id), primary_key=True),
    Column("mst", KEY, primary_key=True),
    Column("effective", Date, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("contents", Text, nullable=False),
)

law_texts = Table(
    "law_texts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("body", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("date", Date, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("document_id", KEY, primary_key=True),
    Column("body", Text, nullable=False),
)

relations = Table(
    "relations",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("source", KEY, nullable=False, index=True),
    Column("target", KEY, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

tellings = Table(
    "tellings",
    metadata,
    Column("source", KEY, primary_key=True),
    Column("about", KEY, primary_key=True),
    Column("fingerprint", String(64), primary_key=True, index=True),
)

failures = Table(
    "failures",
    metadata,
    Column("path", KEY, primary_key=True),
    Column("code", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("when", Moment, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", KEY, nullable=False, index=True),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("announced", Integer),
    Column("received", Integer),
    Column("stored", Integer),
    Column("fault_code", String(32)),
    Column("reason", Text),
)

archives = Table(
    "archives",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", KEY, nullable=False),
    Column("address", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("when", Moment, nullable=False),
    Index("ix_archives_source_when", "source", "when"),
)

pinned = Table(
    "pinned",
    metadata,
    Column("document_id", KEY, ForeignKey(documents.c.id), primary_key=True),
    Column("revision", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("passages", Text, nullable=False),
)

collections = Table(
    "collections",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("owner", KEY, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("share", KEY, unique=True),
)

collection_items = Table(
    "collection_items",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("collection_id", KEY, ForeignKey(collections.c.id), nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("owner", KEY, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Column("mailed", BigInteger, nullable=False),
    Column("token", KEY, nullable=False, unique=True),
    Column("email", Text),
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("owner", KEY, nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("found", Integer, nullable=False),
    Column("when", Moment, nullable=False),
)

asked = Table(
    "asked",
    metadata,
    Column("query", KEY, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("empty", Integer, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("when", Moment, nullable=False),
    Column("who", KEY, nullable=False),
    Column("deed", String(32), nullable=False),
    Column("target", Text, nullable=False),
    Column("said", Text, nullable=False),
)

screens = Table(
    "screens",
    metadata,
    Column("name", KEY, primary_key=True),
    Column("address", Text),
    Column("turn", BigInteger, nullable=False),
    Column("seen", Moment, nullable=False),
)
