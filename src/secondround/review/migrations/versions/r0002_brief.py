"""Makes the tables for the brief: what the person made of it, and what a model read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes them."""
    op.create_table(
        "brief_edits",
        _key("dossier"),
        sa.Column("line_id", sa.Text, primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table("readings", _key("document"), sa.Column("body", sa.Text, nullable=False))


def _key(table: str) -> "sa.Column[str]":
    return sa.Column(
        f"{table}_id", sa.Text, sa.ForeignKey(f"{table}s.id", ondelete="CASCADE"), primary_key=True
    )
