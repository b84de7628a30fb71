"""Plans what each persona means to ask: persona, competency and the candidate's own materials.

About half of a persona's questions come from the dossier where it has something for them, the rest
from the bank. Most are behavioural; from four questions on there is a situational one and one about
motivation. Nothing is asked twice in a panel, neither in words nor in intent. The same seed gives
the same plan.

A question out of the bank keeps its id, so that its probes are found again with `bank_question`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from random import Random

from secondround.domain.interview import Persona, Plan, PlannedQuestion, QuestionKind
from secondround.domain.materials import Brief, BriefLine, Topic
from secondround.interview import interest
from secondround.interview.answers import Search
from secondround.interview.figures import other_figures
from secondround.interview.openers import Material, Opener, opener
from secondround.interview.personas import first_name
from secondround.interview.similarity import overlap
from secondround.knowledge import BankQuestion, question_bank

OWN_SHARE = 0.6
"""How much of a plan comes from the dossier where it has enough."""
ALIKE = 0.6
"""Overlap of words from which two questions are about one thing."""
VARIED_FROM = 4
"""Questions from which on each kind has its place."""

_B, _S, _M = QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION
_ORDER = (Topic.PROMISE, Topic.CLAIM, Topic.PROBLEM, Topic.DUTY, Topic.CONCERN, Topic.FACT)
"""A doubt comes late: nobody begins a talk with it."""


def make_plans(
    personas: Sequence[Persona],
    brief: Brief,
    *,
    questions: int,
    search: Search,
    seed: str,
    company: str = "",
) -> tuple[Plan, ...]:
    """The plans of a panel in the personas' order, `questions` for each.

    `search` finds the figures in the CV that the candidate's claims are compared with. Without the
    company's name nothing is asked about it as a fact.
    """
    material = Material(
        company=company,
        people=frozenset(_names(brief, personas)),
        other_figures=other_figures(brief, search),
        asks=Counter(),
    )
    panel = _Panel(brief, material, seed)
    drafts = [_Draft(persona, questions) for persona in personas]
    for _ in range(max(1, round(questions * OWN_SHARE))):
        for draft in drafts:  # in turns, so that the first does not take it all
            panel.add_from_dossier(draft)
    for draft in drafts:
        panel.fill_from_bank(draft)
    return tuple(draft.plan() for draft in drafts)


class _Draft:
    """The plan of one persona as it grows."""

    def __init__(self, persona: Persona, size: int) -> None:
        self.persona, self.size = persona, size
        self.own: list[tuple[Topic, PlannedQuestion]] = []
        self.bank: list[PlannedQuestion] = []

    @property
    def kinds(self) -> Counter[QuestionKind]:
        return Counter(q.kind for q in (*(own for _, own in self.own), *self.bank))

    def room_for(self, kind: QuestionKind) -> bool:
        """Whether one more of the kind keeps the mix."""
        kinds = self.kinds
        if kind is _B:
            kept = 2 - bool(kinds[_S]) - bool(kinds[_M]) if self.size >= VARIED_FROM else 0
            return kinds.total() + kept < self.size
        others = kinds[_S] + kinds[_M]
        return others < self.size // 2 and kinds[kind] < max(1, self.size // VARIED_FROM)

    def interest_in(self, line: BriefLine, rng: Random) -> float:
        """How much the persona wants to ask about the line, a second time less than the first."""
        again = sum(topic is line.topic for topic, _ in self.own)
        return interest.weight(line, self.persona, rng) - again * interest.AGAIN

    def lacks(self) -> QuestionKind | None:
        """The kind that the next question should have; None when the plan is full."""
        kinds = self.kinds
        if kinds.total() >= self.size:
            return None
        if self.room_for(_B):
            return _B
        return _S if not kinds[_S] else _M

    def plan(self) -> Plan:
        own = [q for _, q in sorted(self.own, key=lambda pair: _ORDER.index(pair[0]))]
        pairs = zip_longest(own, self.bank)
        return Plan(persona=self.persona, questions=tuple(q for p in pairs for q in p if q))


class _Panel:
    """What has been taken so far, by all personas together."""

    def __init__(self, brief: Brief, material: Material, seed: str) -> None:
        self._lines, self._material, self._seed = list(brief.lines), material, seed
        self._texts: list[str] = []
        self._intents: set[str] = set()

    def add_from_dossier(self, draft: _Draft) -> None:
        """Adds what the persona would most like to ask about the materials, if anything."""
        rng = Random(f"{self._seed}/{draft.persona.id}/{len(draft.own)}")
        wanted = [(draft.interest_in(line, rng), line) for line in self._lines]
        for _, line in sorted(wanted, key=lambda pair: -pair[0]):
            made = opener(line, draft.persona, self._material, rng)
            if made and draft.room_for(made.kind) and not self._heard(line.text):
                self._take(line, made)
                draft.own.append((line.topic, _from_dossier(line, made, draft)))
                return

    def fill_from_bank(self, draft: _Draft) -> None:
        """Adds questions out of the bank until the plan is full or nothing new is left."""
        rng = Random(f"{self._seed}/{draft.persona.id}/bank")
        while kind := draft.lacks():
            found = self._from_bank(draft, kind, rng)
            if found is None:
                return
            self._texts.append(found.text)
            self._intents.add(found.intent)
            draft.bank.append(_from_bank(found))

    def _from_bank(self, draft: _Draft, kind: QuestionKind, rng: Random) -> BankQuestion | None:
        fitting = [
            q
            for q in question_bank()
            if q.kind is kind
            and draft.persona.kind in q.personas
            and q.seniority == "any"
            and q.intent not in self._intents
            and not self._heard(q.text)
        ]
        done = Counter(q.competency for q in (*(own for _, own in draft.own), *draft.bank))
        return min(fitting, key=lambda q: _rank(q, draft.persona, done, rng), default=None)

    def _heard(self, text: str) -> bool:
        return any(overlap(text, other) >= ALIKE for other in self._texts)

    def _take(self, line: BriefLine, made: Opener) -> None:
        self._lines.remove(line)
        self._texts.append(line.text)
        self._material.asks[made.ask] += 1


def _rank(
    question: BankQuestion, persona: Persona, done: Counter[str], rng: Random
) -> tuple[int, float]:
    """Competencies that the plan does not have yet first, then what the persona cares about."""
    caring = persona.cares_about
    place = caring.index(question.competency) if question.competency in caring else len(caring)
    return done[question.competency], place / len(caring) + rng.random()


def _from_dossier(line: BriefLine, made: Opener, draft: _Draft) -> PlannedQuestion:
    return PlannedQuestion(
        id=f"{draft.persona.id}-{line.topic.value}-{len(draft.own) + 1}",
        text=made.text,
        kind=made.kind,
        competency=interest.competency(line, draft.persona),
        passages=made.passages,
    )


def _from_bank(question: BankQuestion) -> PlannedQuestion:
    return PlannedQuestion(
        id=question.id, text=question.text, kind=question.kind, competency=question.competency
    )


def _names(brief: Brief, personas: Sequence[Persona]) -> Iterator[str]:
    """The first names of those the candidate met or will meet."""
    yield from filter(None, map(first_name, personas))
    yield from (line.text.split()[0].strip(",.:;") for line in brief.about(Topic.PERSON))
