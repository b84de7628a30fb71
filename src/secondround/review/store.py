"""Keeps dossiers, documents, interviews and critiques in an SQL database.

Every method is one transaction: it has happened, or nothing has.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)

from secondround.domain.base import Value
from secondround.domain.critique import Critique
from secondround.domain.debrief import SelfRating
from secondround.domain.interview import Interview
from secondround.domain.materials import BriefEdit, Document, Dossier, Reading
from secondround.errors import Conflict, NotFound
from secondround.ports import Found
from secondround.review import kept_brief, kept_ratings
from secondround.review.faults import in_plain_words
from secondround.review.opening import WRITES, open_database
from secondround.review.search import holds
from secondround.review.tables import critiques, documents, dossiers, interviews

Kept = TypeVar("Kept", bound=Value)

# Reading a list of hundreds from JSON takes most of a second; what has not changed is read once.
_interview = lru_cache(maxsize=500)(Interview.model_validate_json)
_critique = lru_cache(maxsize=4000)(Critique.model_validate_json)

_ELSEWHERE = "This interview went on elsewhere: reload the page and continue from there."


class SqlStore:
    """The store, at an SQLAlchemy URL; opened when it is first used.

    Every method raises SetupError when the database cannot be opened, read or written.
    """

    def __init__(self, url: str | Path) -> None:
        self._url = url
        self._engine: Engine | None = None
        self._opening = Lock()

    def save_dossier(self, dossier: Dossier) -> None:
        """Adds or replaces."""
        with self._writing() as connection:
            _put(connection, dossiers, dossier, created_at=dossier.created_at.astimezone(UTC))

    def dossier(self, dossier_id: str) -> Dossier:
        """Raises: NotFound."""
        return self._one(dossiers, dossier_id, Dossier)

    def dossiers(self) -> list[Dossier]:
        """Newest first."""
        newest_first = dossiers.c.created_at.desc(), dossiers.c.id
        return self._all(select(dossiers.c.body).order_by(*newest_first), Dossier)

    def delete_dossier(self, dossier_id: str) -> None:
        """With all that hangs on it. Raises: NotFound."""
        self._delete(dossiers, dossier_id)

    def save_document(self, document: Document) -> None:
        """Adds or replaces. Raises: NotFound when its dossier is not there."""
        with self._writing() as connection:
            _must_be_there(connection, dossiers, document.dossier_id)
            added_at = document.added_at.astimezone(UTC)
            _put(connection, documents, document, dossier_id=document.dossier_id, added_at=added_at)

    def document(self, document_id: str) -> Document:
        """Raises: NotFound."""
        return self._one(documents, document_id, Document)

    def documents(self, dossier_id: str) -> list[Document]:
        """Oldest first."""
        here = select(documents.c.body).where(documents.c.dossier_id == dossier_id)
        return self._all(here.order_by(documents.c.added_at, documents.c.id), Document)

    def delete_document(self, document_id: str) -> None:
        """With what a model read in it. Raises: NotFound."""
        self._delete(documents, document_id)

    def save_brief_edit(self, edit: BriefEdit) -> None:
        """Adds, or replaces that of the same line. Raises: NotFound when there is no dossier."""
        with self._writing() as connection:
            _must_be_there(connection, dossiers, edit.dossier_id)
            kept_brief.put_edit(connection, edit)

    def brief_edits(self, dossier_id: str) -> list[BriefEdit]:
        """In the order in which they were first made."""
        return self._all(kept_brief.edits_of(dossier_id), BriefEdit)

    def delete_brief_edit(self, dossier_id: str, line_id: str) -> None:
        """Raises: NotFound."""
        with self._writing() as connection:
            if not kept_brief.take_edit(connection, dossier_id, line_id):
                raise NotFound("There is no change of yours to that line here.")

    def save_reading(self, reading: Reading) -> None:
        """Adds, or replaces that of the same document. Raises: NotFound when that is gone."""
        with self._writing() as connection:
            _must_be_there(connection, documents, reading.document_id)
            kept_brief.put_reading(connection, reading)

    def readings(self, dossier_id: str) -> list[Reading]:
        """What a model read in each document of the dossier, where one did; by document id."""
        return self._all(kept_brief.readings_of(dossier_id), Reading)

    def save_interview(self, interview: Interview, *, was: int | None = None) -> None:
        """Adds it (`was` None), or replaces the stored one if its version is `was`.

        Raises:
            Conflict: it is not.
            NotFound: the interview or its dossier was deleted meanwhile.
        """
        with self._writing() as connection:
            if was is None:
                _add(connection, interview)
            else:
                _replace(connection, interview, was)

    def interview(self, interview_id: str) -> Interview:
        """Raises: NotFound."""
        return self._one(interviews, interview_id, Interview)

    def interviews(self, *, search: str = "", dossier_id: str | None = None) -> list[Found]:
        """Newest first; with the latest critiques; `search` looks in all said and judged."""
        here = [] if dossier_id is None else [interviews.c.dossier_id == dossier_id]
        with self._reading() as connection:
            return [found for found in _find(connection, *here) if holds(found, search)]

    def delete_interview(self, interview_id: str) -> None:
        """With its critiques. Raises: NotFound."""
        self._delete(interviews, interview_id)

    def save_critique(self, interview_id: str, critique: Critique) -> None:
        """Keeps earlier ones of the same attempt. Raises: NotFound."""
        row = {"question_id": critique.question_id, "attempt": critique.attempt}
        with self._writing() as connection:
            _must_be_there(connection, interviews, interview_id)
            body = critique.model_dump_json()
            connection.execute(
                insert(critiques).values(interview_id=interview_id, body=body, **row)
            )

    def critiques(self, interview_id: str) -> tuple[Critique, ...]:
        """The latest of each attempt, in the order asked. Raises: NotFound."""
        with self._reading() as connection:
            for found in _find(connection, interviews.c.id == interview_id):
                return found.critiques
        raise _missing(interviews, interview_id)

    def save_rating(self, rating: SelfRating) -> None:
        """Adds, or replaces that of the same attempt. Raises: NotFound when no such interview."""
        with self._writing() as connection:
            _must_be_there(connection, interviews, rating.interview_id)
            kept_ratings.put_rating(connection, rating)

    def ratings(self, interview_id: str) -> list[SelfRating]:
        """In the order in which they were made."""
        return self._all(kept_ratings.ratings_of(interview_id), SelfRating)

    def close(self) -> None:
        """Lets go of the database; the next use opens it again."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
            self._engine = None

    def _one(self, table: Table, row_id: str, kind: type[Kept]) -> Kept:
        with self._reading() as connection:
            body = connection.scalar(select(table.c.body).where(table.c.id == row_id))
            if body is None:
                raise _missing(table, row_id)
            return kind.model_validate_json(body)

    def _all(self, bodies: Select[str], kind: type[Kept]) -> list[Kept]:
        with self._reading() as connection:
            return [kind.model_validate_json(body) for body in connection.scalars(bodies)]

    def _delete(self, table: Table, row_id: str) -> None:
        with self._writing() as connection:
            if not connection.execute(delete(table).where(table.c.id == row_id)).rowcount:
                raise _missing(table, row_id)

    def _reading(self) -> AbstractContextManager[Connection]:
        return self._transaction(writes=False)

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._transaction(writes=True)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        engine = self._open().execution_options(**{WRITES: writes})
        with in_plain_words(engine.url), engine.begin() as connection:
            yield connection

    def _open(self) -> Engine:
        with self._opening:
            if self._engine is None:
                self._engine = open_database(self._url)
            return self._engine


def _put(connection: Connection, table: Table, value: Dossier | Document, **row: object) -> None:
    row["body"] = value.model_dump_json()
    changed = connection.execute(update(table).where(table.c.id == value.id).values(row))
    if not changed.rowcount:
        connection.execute(insert(table).values(id=value.id, **row))


def _add(connection: Connection, talk: Interview) -> None:
    _must_be_there(connection, dossiers, talk.dossier_id)
    row = {"dossier_id": talk.dossier_id, "started_at": talk.started_at.astimezone(UTC)}
    kept = {"version": talk.version, "body": talk.model_dump_json()}
    connection.execute(insert(interviews).values(id=talk.id, **row, **kept))


def _replace(connection: Connection, talk: Interview, was: int) -> None:
    untouched = interviews.c.id == talk.id, interviews.c.version == was
    row = {"version": talk.version, "body": talk.model_dump_json()}
    if not connection.execute(update(interviews).where(*untouched).values(row)).rowcount:
        _must_be_there(connection, interviews, talk.id)
        raise Conflict(_ELSEWHERE)


def _must_be_there(connection: Connection, table: Table, row_id: str) -> None:
    if not connection.scalar(select(func.count()).where(table.c.id == row_id)):
        raise _missing(table, row_id)


def _missing(table: Table, row_id: str) -> NotFound:
    remedy = " `secondround list` shows those that are kept." if table is interviews else ""
    return NotFound(f"There is no {table.name.removesuffix('s')} “{row_id}” here.{remedy}")


def _find(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Found]:
    """The interviews of which that is true, newest first."""
    newest_first = interviews.c.started_at.desc(), interviews.c.id
    rows = connection.execute(
        select(interviews.c.body, dossiers.c.id, dossiers.c.body)
        .join(dossiers)
        .where(*conditions)
        .order_by(*newest_first)
    ).all()
    judged = _judged(connection, *conditions)
    known = {
        dossier_id: Dossier.model_validate_json(body)
        for dossier_id, body in {row[1]: row[2] for row in rows}.items()
    }
    for body, dossier_id, _ in rows:
        talk = _interview(body)
        yield Found(talk, known[dossier_id], _in_order(talk, judged[talk.id]))


def _judged(
    connection: Connection, *conditions: ColumnElement[bool]
) -> defaultdict[str, list[Critique]]:
    """The latest critique of each attempt, by interview."""
    attempt = critiques.c.interview_id, critiques.c.question_id, critiques.c.attempt
    latest = select(func.max(critiques.c.id)).group_by(*attempt)
    rows = connection.execute(
        select(critiques.c.interview_id, critiques.c.body)
        .join(interviews)
        .where(critiques.c.id.in_(latest), *conditions)
    )
    judged = defaultdict(list)
    for interview_id, body in rows:
        judged[interview_id].append(_critique(body))
    return judged


def _in_order(talk: Interview, judged: list[Critique]) -> tuple[Critique, ...]:
    place = {question_id: n for n, question_id in enumerate(talk.answered())}
    return tuple(sorted(judged, key=lambda c: (place.get(c.question_id, len(place)), c.attempt)))
