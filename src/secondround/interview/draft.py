"""Keeps the mix of a plan while it grows: how many of which kind, and how much of the dossier."""

from collections import Counter
from itertools import zip_longest
from random import Random

from secondround.domain.interview import Persona, Plan, PlannedQuestion, QuestionKind
from secondround.domain.materials import BriefLine, Topic
from secondround.interview import interest

VARIED_FROM = 4
"""Questions from which on each kind has its place."""
OWED = 6.0
"""How much more a persona wants the first question of a sort that no plan should lack."""

_B, _S, _M = QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION
_ORDER = (Topic.PROMISE, Topic.CLAIM, Topic.PROBLEM, Topic.DUTY, Topic.CONCERN, Topic.FACT)
"""A doubt comes late: nobody begins a talk with it."""
_THEIR_WORD = (Topic.PROMISE, Topic.CLAIM)


def from_dossier(questions: int) -> int:
    """How many of so many questions come from the dossier: seven in ten, never under six."""
    return max(-(-6 * questions // 10), (7 * questions + 5) // 10)


class Draft:
    """The plan of one persona as it grows."""

    def __init__(self, persona: Persona, size: int) -> None:
        self.persona, self.size = persona, size
        self.own: list[tuple[Topic, PlannedQuestion]] = []
        self.bank: list[PlannedQuestion] = []

    @property
    def competencies(self) -> Counter[str]:
        """How often each competency is asked about."""
        return Counter(q.competency for q in (*(own for _, own in self.own), *self.bank))

    @property
    def _kinds(self) -> Counter[QuestionKind]:
        return Counter(q.kind for q in (*(own for _, own in self.own), *self.bank))

    def room_for(self, kind: QuestionKind) -> bool:
        """Whether one more of the kind keeps the mix."""
        kinds = self._kinds
        if kind is _B:
            kept = 2 - bool(kinds[_S]) - bool(kinds[_M]) if self.size >= VARIED_FROM else 0
            return kinds.total() + kept < self.size
        others = kinds[_S] + kinds[_M]
        return others < self.size // 2 and kinds[kind] < max(1, self.size // VARIED_FROM)

    def open_kinds(self) -> frozenset[QuestionKind]:
        """The kinds of which one more keeps the mix."""
        return frozenset(filter(self.room_for, QuestionKind))

    def interest_in(self, line: BriefLine, rng: Random) -> float:
        """How much the persona wants to ask about the line, a second time less than the first."""
        again = sum(topic is line.topic for topic, _ in self.own)
        wish = interest.weight(line, self.persona, rng) - again * interest.AGAIN
        return wish + OWED * self._owes(line.topic)

    def lacks(self) -> QuestionKind | None:
        """The kind that the next question should have; None when the plan is full."""
        kinds = self._kinds
        if kinds.total() >= self.size:
            return None
        if self.room_for(_B):
            return _B
        return _S if not kinds[_S] else _M

    def plan(self) -> Plan:
        """What the persona means to ask, in its order."""
        own = [q for _, q in sorted(self.own, key=lambda pair: _ORDER.index(pair[0]))]
        pairs = zip_longest(own, self.bank)
        return Plan(persona=self.persona, questions=tuple(q for p in pairs for q in p if q))

    def _owes(self, topic: Topic) -> int:
        """How much a plan must have one on the topic: the doubt first, then the rest."""
        topics = {asked for asked, _ in self.own}
        if topic is Topic.CONCERN:
            return 2 * (topic not in topics)
        if topic in _THEIR_WORD:
            return int(topics.isdisjoint(_THEIR_WORD))
        return int(topic is Topic.FACT and self.size >= VARIED_FROM and topic not in topics)
