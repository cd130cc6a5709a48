"""Tellings: which source says which relation, so that what none says any more can go."""

import sqlalchemy as sa
from alembic import op

from records.tables import KEY

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Relations that are there already belong to nobody until their source says them again."""
    op.create_table(
        "tellings",
        sa.Column("source", KEY, nullable=False),
        sa.Column("about", KEY, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("source", "about", "fingerprint", name=op.f("pk_tellings")),
    )
    op.create_index(op.f("ix_tellings_fingerprint"), "tellings", ["fingerprint"])
