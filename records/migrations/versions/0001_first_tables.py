"""The first tables."""

import sqlalchemy as sa
from alembic import op

from records.tables import KEY, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, and the counter of revisions at 0."""
    op.create_table(
        "archives",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("when", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archives")),
    )
    op.create_index("ix_archives_source_when", "archives", ["source", "when"], unique=False)
    op.create_table(
        "counters",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "documents",
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("privacy", sa.String(length=16), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("statute", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("revision", name=op.f("uq_documents_revision")),
    )
    op.create_index(op.f("ix_documents_privacy"), "documents", ["privacy"], unique=False)
    op.create_table(
        "failures",
        sa.Column("path", KEY, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("when", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_failures")),
    )
    op.create_table(
        "law_texts",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_law_texts")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_index(op.f("ix_meetings_date"), "meetings", ["date"], unique=False)
    op.create_table(
        "members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
    )
    op.create_table(
        "relations",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("target", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_relations")),
    )
    op.create_index(op.f("ix_relations_source"), "relations", ["source"], unique=False)
    op.create_index(op.f("ix_relations_target"), "relations", ["target"], unique=False)
    op.create_table(
        "requests",
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_requests")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("started", Moment(), nullable=False),
        sa.Column("finished", Moment(), nullable=True),
        sa.Column("announced", sa.Integer(), nullable=True),
        sa.Column("received", sa.Integer(), nullable=True),
        sa.Column("stored", sa.Integer(), nullable=True),
        sa.Column("fault_code", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_index(op.f("ix_runs_source"), "runs", ["source"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sessions")),
    )
    op.create_table(
        "statutes",
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("law_id", KEY, nullable=False),
        sa.Column("ordinance", sa.Boolean(), nullable=False),
        sa.Column("checked", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_statutes_document_id")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_statutes")),
    )
    op.create_index(op.f("ix_statutes_law_id"), "statutes", ["law_id"], unique=False)
    op.create_table(
        "texts",
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("passages", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_texts_document_id")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_texts")),
    )
    op.create_table(
        "statute_names",
        sa.Column("folded", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["statutes.document_id"], name=op.f("fk_statute_names_document_id")
        ),
        sa.PrimaryKeyConstraint("folded", "document_id", name=op.f("pk_statute_names")),
    )
    op.create_index(
        op.f("ix_statute_names_document_id"), "statute_names", ["document_id"], unique=False
    )
    op.create_table(
        "versions",
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("mst", KEY, nullable=False),
        sa.Column("effective", sa.Date(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("contents", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["statutes.document_id"], name=op.f("fk_versions_document_id")
        ),
        sa.PrimaryKeyConstraint("document_id", "mst", "effective", name=op.f("pk_versions")),
    )
    counters = sa.table("counters", sa.column("name"), sa.column("value"))
    op.bulk_insert(counters, [{"name": "revision", "value": 0}])
