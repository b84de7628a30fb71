"""Keeps what the person made of the brief, and what a model read for it: the tables of both."""

from datetime import UTC

from sqlalchemy import Connection, Select, delete, insert, select

from secondround.domain.materials import BriefEdit, Reading
from secondround.review.tables import brief_edits, documents, readings


def put_edit(connection: Connection, edit: BriefEdit) -> None:
    """Adds, or replaces that of the same line."""
    take_edit(connection, edit.dossier_id, edit.line_id)
    key = {"dossier_id": edit.dossier_id, "line_id": edit.line_id}
    row = {"made_at": edit.made_at.astimezone(UTC), "body": edit.model_dump_json()}
    connection.execute(insert(brief_edits).values(**key, **row))


def take_edit(connection: Connection, dossier_id: str, line_id: str) -> bool:
    """Deletes it; whether it was there."""
    here = brief_edits.c.dossier_id == dossier_id, brief_edits.c.line_id == line_id
    return bool(connection.execute(delete(brief_edits).where(*here)).rowcount)


def edits_of(dossier_id: str) -> Select[str]:
    """The bodies of the edits, in the order in which they were first made."""
    here = select(brief_edits.c.body).where(brief_edits.c.dossier_id == dossier_id)
    return here.order_by(brief_edits.c.made_at, brief_edits.c.line_id)


def put_reading(connection: Connection, reading: Reading) -> None:
    """Adds, or replaces that of the same document."""
    connection.execute(delete(readings).where(readings.c.document_id == reading.document_id))
    row = {"document_id": reading.document_id, "body": reading.model_dump_json()}
    connection.execute(insert(readings).values(row))


def readings_of(dossier_id: str) -> Select[str]:
    """The bodies of the readings of the dossier's documents, by document id."""
    here = select(readings.c.body).join(documents).where(documents.c.dossier_id == dossier_id)
    return here.order_by(readings.c.document_id)
