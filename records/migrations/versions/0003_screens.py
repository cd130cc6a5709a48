"""Screens: what staff last put on each."""

import sqlalchemy as sa
from alembic import op

from records.tables import KEY, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the board."""
    op.create_table(
        "screens",
        sa.Column("name", KEY, nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("seen", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_screens")),
    )
