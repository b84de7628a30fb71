"""Judges answers without a language model: the trained tagger and the rules of the rubric."""

from secondround.critique import motivation, rubric, star, verdict
from secondround.domain.critique import Answer, Critique
from secondround.domain.interview import Provenance, QuestionKind
from secondround.errors import SecondRoundError
from secondround.ports import Clock

MADE_BY = Provenance(engine="built-in")


class BuiltInCritic:
    """Answers to `ports.Critic`; the same answer always gets the same critique."""

    def __init__(self, tagger: star.Tagger, clock: Clock) -> None:
        self._tagger = tagger
        self._clock = clock

    def judge(self, answer: Answer) -> Critique:
        """Judges one answer; what cannot be judged is *not assessed*, with the reason."""
        try:
            reason = star.not_assessable(answer)
            return self._not_assessed(answer, reason) if reason else self._judge(answer)
        except SecondRoundError as error:
            return self._not_assessed(answer, str(error))

    def _judge(self, answer: Answer) -> Critique:
        if answer.kind is QuestionKind.MOTIVATION:
            return self._judge_motive(answer)
        reading = self._tagger.read(answer)
        return verdict.conclude(
            answer,
            reading.response_type,
            reading.elements,
            units=reading.units,
            also=reading.also,
            made_by=MADE_BY,
            made_at=self._clock(),
        )

    def _judge_motive(self, answer: Answer) -> Critique:
        elements = rubric.score(motivation.found(answer), QuestionKind.MOTIVATION)
        return verdict.conclude(
            answer,
            motivation.response_type(answer),
            elements,
            made_by=MADE_BY,
            made_at=self._clock(),
        )

    def _not_assessed(self, answer: Answer, reason: str) -> Critique:
        return verdict.not_assessed(answer, reason, made_by=MADE_BY, made_at=self._clock())
