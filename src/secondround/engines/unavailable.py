"""Stands in for a model that cannot be set up: says why, where a line or a judgement is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from secondround.critique import verdict
from secondround.domain.critique import Answer, Critique
from secondround.domain.interview import Provenance
from secondround.domain.materials import Document, Passage
from secondround.errors import EngineError
from secondround.ports import Clock, Scene


@dataclass(frozen=True)
class Unavailable:
    """Answers to `ports.Interviewer`, `ports.Critic` and `ports.Reader` at once."""

    problem: EngineError
    name: str
    clock: Clock

    def say(self, scene: Scene) -> NoReturn:
        """Raises the problem."""
        raise self.problem

    def read(self, document: Document, passages: Sequence[Passage], company: str) -> NoReturn:
        """Raises the problem."""
        raise self.problem

    def judge(self, answer: Answer) -> Critique:
        """Not assessed, for the same reason."""
        return verdict.not_assessed(
            answer,
            str(self.problem),
            made_by=Provenance(engine=self.name),
            made_at=self.clock(),
        )
