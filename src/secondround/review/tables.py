"""What is kept where: a row holds a value as JSON, and what it is looked up or sorted by.

The tables themselves are made by the migrations; a test holds the two together.
"""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, MetaData, Table, Text

SCHEMA = "0003"
"""The newest migration."""

metadata = MetaData()


def _of(table: str) -> Column[str]:
    """What the row hangs on, and is deleted with."""
    return Column(
        f"{table}_id",
        Text,
        ForeignKey(f"{table}s.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )


dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    _of("dossier"),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)

brief_edits = Table(
    "brief_edits",
    metadata,
    Column("dossier_id", Text, ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=True),
    Column("line_id", Text, primary_key=True),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("body", Text, nullable=False),
)

interviews = Table(
    "interviews",
    metadata,
    Column("id", Text, primary_key=True),
    _of("dossier"),
    Column("started_at", DateTime(timezone=True), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

critiques = Table(
    "critiques",
    metadata,
    Column("id", Integer, primary_key=True),
    _of("interview"),
    Column("question_id", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

self_ratings = Table(
    "self_ratings",
    metadata,
    Column("interview_id", Text, ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True),
    Column("question_id", Text, primary_key=True),
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)
