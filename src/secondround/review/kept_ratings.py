"""Keeps how the candidate rated their own answers: the table for it."""

from datetime import UTC

from sqlalchemy import Connection, Select, delete, insert, select

from secondround.domain.debrief import SelfRating
from secondround.review.tables import self_ratings


def put_rating(connection: Connection, rating: SelfRating) -> None:
    """Adds, or replaces that of the same attempt."""
    names = ("interview_id", "question_id", "attempt")
    key = {name: getattr(rating, name) for name in names}
    here = (self_ratings.c[name] == value for name, value in key.items())
    connection.execute(delete(self_ratings).where(*here))
    row = {"made_at": rating.made_at.astimezone(UTC), "body": rating.model_dump_json()}
    connection.execute(insert(self_ratings).values(**key, **row))


def ratings_of(interview_id: str) -> Select[str]:
    """The bodies of the ratings, in the order in which they were made."""
    here = select(self_ratings.c.body).where(self_ratings.c.interview_id == interview_id)
    ordered = self_ratings.c.made_at, self_ratings.c.question_id, self_ratings.c.attempt
    return here.order_by(*ordered)
