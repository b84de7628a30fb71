"""The candidate says how good an answer was before they read what was made of it."""

from collections.abc import Collection, Sequence

from secondround.app import App
from secondround.domain.debrief import SelfRating
from secondround.ui.judgement import JudgedQuestion

Opened = set[str]
"""Keys of the attempts that are shown without a rating, for as long as the page is open.

One set for the whole visit, changed in place: a page that is still judging sees it too.
"""


def covered(questions: Sequence[JudgedQuestion], opened: Collection[str]) -> list[str]:
    """Keys of the judged attempts that nobody has rated or opened yet."""
    views = (view for question in questions for view in question.views)
    return [view.key for view in views if view.band and not view.own and view.key not in opened]


def rate(app: App, interview_id: str, key: str, band: int) -> None:
    """Keeps the candidate's rating of an attempt."""
    question_id, attempt = attempt_of(key)
    rating = SelfRating(
        interview_id=interview_id,
        question_id=question_id,
        attempt=attempt,
        band=band,
        made_at=app.clock(),
    )
    app.store.save_rating(rating)


def attempt_of(key: str) -> tuple[str, int]:
    """The question and the number of the attempt that a key stands for."""
    question_id, _, attempt = key.rpartition(":")
    return question_id, int(attempt)
