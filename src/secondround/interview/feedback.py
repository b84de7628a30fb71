"""Has the answers of an interview judged, and keeps every judgement."""

from collections.abc import Iterator, Sequence

from secondround.domain.critique import Critique
from secondround.domain.interview import Interview
from secondround.interview.answers import Search, answer, with_facts
from secondround.ports import Clock, Engines, Store


class Feedback:
    """The critiques of an interview; a judgement that was made is never lost, nor made up."""

    def __init__(self, store: Store, engines: Engines, clock: Clock, search: Search) -> None:
        self._store = store
        self._engines = engines
        self._clock = clock
        self._search = search

    def judge_missing(self, interview_id: str) -> Iterator[Critique]:
        """Judges every attempt that has no critique yet, in the order asked; each is saved.

        *Not assessed* is a critique too: it is tried again by `judge` alone. An attempt that went
        on after it was judged is judged anew.

        Raises:
            NotFound: no such interview.
        """
        interview = self._store.interview(interview_id)
        for question_id, attempt in missing(interview, self._store.critiques(interview_id)):
            yield self._judge(interview, question_id, attempt)

    def judge(self, interview_id: str, question_id: str, attempt: int) -> Critique:
        """Judges an attempt, counted from 1, once more; earlier critiques of it are kept.

        Raises:
            NotFound: no such interview, question or attempt.
        """
        return self._judge(self._store.interview(interview_id), question_id, attempt)

    def _judge(self, interview: Interview, question_id: str, attempt: int) -> Critique:
        given = answer(interview, question_id, attempt)
        full = with_facts(given, interview.dossier_id, self._search)
        judged = self._engines.critic.judge(full)
        critique = judged.model_copy(update={"made_at": self._clock()})
        self._store.save_critique(interview.id, critique)
        return critique


def missing(interview: Interview, critiques: Sequence[Critique]) -> list[tuple[str, int]]:
    """Question and number of each attempt that has no critique as it stands, in the order asked."""
    judged = {critique.turns for critique in critiques}
    return [
        (question_id, attempt)
        for question_id in interview.answered()
        for attempt, turns in enumerate(interview.attempts(question_id), 1)
        if tuple(turn.index for turn in turns) not in judged
    ]
