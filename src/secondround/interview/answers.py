"""Gathers what was said to a question into the `Answer` that is judged."""

from collections.abc import Sequence

from secondround.domain.critique import Answer, Part
from secondround.domain.interview import Interview
from secondround.domain.materials import Kind, Passage
from secondround.errors import EngineError, NotFound
from secondround.ports import Search as Search

OWN = (Kind.RESUME, Kind.FIRST_INTERVIEW)
"""What holds facts about the candidate."""
QUERY = 600
"""Characters of an answer that are searched for; an embedding sees no more of a text."""


def answer(
    interview: Interview, question_id: str, attempt: int, passages: Sequence[Passage] = ()
) -> Answer:
    """What was said to a question in one attempt, counted from 1, follow-ups included.

    Raises:
        NotFound: no such question, or it has no such attempt.
    """
    turns = dict(enumerate(interview.attempts(question_id), 1)).get(attempt)
    if turns is None:
        raise NotFound(f"There is no attempt {attempt} at the question “{question_id}”.")
    question = interview.question(question_id)
    return Answer(
        question=question.text,
        kind=question.kind,
        persona=interview.persona(turns[0].persona_id).kind,
        parts=tuple(Part(turn=turn.index, text=turn.text) for turn in turns),
        question_id=question_id,
        attempt=attempt,
        passages=tuple(passages),
    )


def with_facts(given: Answer, dossier_id: str, search: Search) -> Answer:
    """The answer with the candidate's own materials, for facts a stronger version may use."""
    query = f"{given.question} {given.text}"[:QUERY]
    try:
        passages = tuple(search(dossier_id, query, k=4, kinds=OWN))
    except EngineError:  # an answer can be judged without them
        return given
    return given.model_copy(update={"passages": passages})
