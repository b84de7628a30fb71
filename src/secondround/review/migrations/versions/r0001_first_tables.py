"""Makes the first tables: dossiers, documents, interviews, critiques."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes them."""
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        _of("dossier"),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "interviews",
        sa.Column("id", sa.Text, primary_key=True),
        _of("dossier"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "critiques",
        sa.Column("id", sa.Integer, primary_key=True),
        _of("interview"),
        sa.Column("question_id", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )


def _of(table: str) -> "sa.Column[str]":
    return sa.Column(
        f"{table}_id",
        sa.Text,
        sa.ForeignKey(f"{table}s.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )
