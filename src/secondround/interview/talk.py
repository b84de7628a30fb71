"""The talk as far as it has got, seen from the person whose turn it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from secondround.domain.interview import (
    WAITS,
    Act,
    Element,
    Interview,
    Move,
    MoveKind,
    Persona,
    Plan,
    PlannedQuestion,
    Turn,
)
from secondround.interview.told import told_question

TAKES_UP = 3
"""Questions of a plan from which one of them gives way to what a colleague was told."""


class Talk:
    """What the director goes by; in one room, everybody's lines are everybody's."""

    def __init__(self, interview: Interview, now: datetime) -> None:
        self.interview, self.now = interview, now
        self.persona = interview.plan.persona
        self.turns = interview.heard_by(self.persona)
        self.moves = [t.move for t in self.turns if t.move]

    @property
    def last(self) -> Turn | None:
        """The latest turn."""
        return self.turns[-1] if self.turns else None

    @property
    def question(self) -> PlannedQuestion | None:
        """The question on the table."""
        asked = self.asked
        return self.interview.question(asked[-1]) if asked else None

    @property
    def asked(self) -> list[str]:
        """Ids of the questions that were put, in order."""
        moves = [m for m in self.moves if m.kind is MoveKind.ASK]
        return [m.question_id for m in moves if m.question_id]

    @property
    def left(self) -> timedelta:
        """Time until this persona has to go, or all who share the room."""
        talk = self.interview
        if talk.minutes is None:
            return timedelta.max
        if talk.together:
            return timedelta(minutes=talk.minutes * len(talk.plans)) - talk.elapsed(self.now)
        return timedelta(minutes=talk.minutes) - talk.elapsed(self.now, self.persona.id)

    @property
    def host(self) -> Persona:
        """Who opens and closes: in one room the first, else whoever is there."""
        return self.interview.plans[0].persona if self.interview.together else self.persona

    def to_greet(self) -> Persona | None:
        """Who has not greeted yet, of those in the room."""
        greeted = {m.persona_id for m in self.moves if m.kind is MoveKind.GREET}
        there = self.interview.plans if self.interview.together else (self.interview.plan,)
        return next((p.persona for p in there if p.persona.id not in greeted), None)

    def next_question(self) -> tuple[Persona, PlannedQuestion] | None:
        """The next question and who puts it; what a colleague was told comes as their second."""
        for plan in self._in_turn():
            asked = self._asked_by(plan.persona)
            left = [q for q in plan.questions if q.id not in asked]
            if left and len(asked) < len(plan.questions):
                takes_up = len(asked) == 1 and len(plan.questions) >= TAKES_UP
                arisen = told_question(self.interview, plan.persona) if takes_up else None
                return plan.persona, arisen or left[0]
        return None

    def is_planned(self, question: PlannedQuestion) -> bool:
        """Whether a plan has it; else it arose in the talk."""
        return any(question in plan.questions for plan in self.interview.plans)

    def _in_turn(self) -> Iterator[Plan]:
        """The plans of those who may ask now, the next one first."""
        plans = self.interview.plans
        if not self.interview.together:
            yield self.interview.plan
            return
        ids = [plan.persona.id for plan in plans]
        asks = [ids.index(m.persona_id) for m in self.moves if m.kind is MoveKind.ASK]
        first = asks[-1] + 1 if asks else 0
        yield from (plans[(first + i) % len(plans)] for i in range(len(plans)))

    def _asked_by(self, persona: Persona) -> list[str]:
        asks = [m for m in self.moves if m.kind is MoveKind.ASK and m.persona_id == persona.id]
        return [move.question_id for move in asks if move.question_id]

    def count(self, kind: MoveKind) -> int:
        """How often that move was made."""
        return sum(move.kind is kind for move in self.moves)

    def move(self, kind: MoveKind, **fields: object) -> Move:
        """A move of the persona who is there, where the fields name no other."""
        return Move.model_validate({"kind": kind, "persona_id": self.persona.id, **fields})

    def about_question(self, kind: MoveKind, **fields: object) -> Move:
        """A move about the question on the table."""
        question = self.question
        return self.move(kind, question_id=question.id if question else None, **fields)

    @cached_property
    def so_far(self) -> "SoFar":
        """What the attempt under way has been asked since the question was put, or put anew."""
        question = self.question
        moves: list[Move] = []
        for turn in self.turns:
            if question is None or turn.question_id != question.id:
                continue
            if turn.act is Act.RETRY:
                moves = []
            elif turn.move and turn.move.kind in WAITS:
                moves.append(turn.move)
        return SoFar(moves)


@dataclass(frozen=True)
class SoFar:
    """What the attempt under way has been asked already."""

    moves: Sequence[Move]

    def has(self, *kinds: MoveKind) -> bool:
        """Whether one of these was among it."""
        return any(move.kind in kinds for move in self.moves)

    @property
    def follow_ups(self) -> int:
        """Probes and challenges; what contradicts something else is asked about in any case."""
        return sum(m.kind in (MoveKind.PROBE, MoveKind.CHALLENGE) for m in self.moves)

    @property
    def probed(self) -> set[Element]:
        """The parts that were asked for."""
        return {m.element for m in self.moves if m.kind is MoveKind.PROBE and m.element}
