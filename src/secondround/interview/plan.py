"""Plans what each persona means to ask: persona, competency and the candidate's own materials.

Six or seven in ten of a persona's questions come from the dossier where it has something for them:
the doubt of the first interview, what the candidate promised or claimed, a problem, a fact on the
company. The rest comes from the bank, and suits the role. Most are behavioural; from four questions
on there is a situational one and one about motivation. Nothing is asked twice in a panel, neither
in words nor in intent, and the bank asks nothing that the first interview asked. The same seed
gives the same plan.

A question out of the bank keeps its id, so that its probes are found again with `bank_question`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from secondround.domain.interview import Persona, Plan, PlannedQuestion, QuestionKind
from secondround.domain.materials import Brief, BriefLine, Kind, Passage, Topic
from secondround.interview import interest, matters
from secondround.interview.answers import Search
from secondround.interview.asked_before import asked_before
from secondround.interview.draft import Draft, from_dossier
from secondround.interview.figures import other_figures
from secondround.interview.openers import Material, Opener, opener
from secondround.interview.personas import first_name
from secondround.interview.seniority import admitted
from secondround.interview.similarity import alike
from secondround.knowledge import BankQuestion, question_bank

THEIRS_ALONE, FOR_THEM = 1.0, 0.5
"""What it adds to a question of the bank that nobody else would ask it in these words; and that it
was written for the seniority of the role, or is as hard as the persona."""
ELSEWHERE = 2.5
"""How much less a persona wants what names somebody else of the panel."""

LOOKED_AT = (Kind.FIRST_INTERVIEW, Kind.JOB)
"""What tells what was asked before and what the job is; other materials are read by the brief."""

_AGAIN = (Topic.CLAIM, Topic.CONCERN, Topic.PROMISE)
"""What is taken up from the first interview on purpose."""


def make_plans(
    personas: Sequence[Persona],
    brief: Brief,
    *,
    questions: int,
    search: Search,
    seed: str,
    company: str = "",
    role: str = "",
    passages: Sequence[Passage] = (),
) -> tuple[Plan, ...]:
    """The plans of a panel in the personas' order, `questions` for each.

    `search` finds the figures in the CV that the candidate's claims are compared with; `passages`
    are those of the kinds in `LOOKED_AT`. Without the company's name nothing is asked about it as
    a fact.
    """
    material = Material(
        company=company,
        people=frozenset(_names(brief, personas)),
        other_figures=other_figures(brief, search),
        asks=Counter(),
    )
    panel = _Panel(brief, material, seed, met=personas, before=asked_before(passages))
    drafts = [Draft(persona, questions) for persona in personas]
    for turn in range(from_dossier(questions)):
        for draft in drafts if turn else sorted(drafts, key=_keenest_on_doubts):
            panel.add_from_dossier(draft)  # in turns, so that the first does not take it all
    suits = admitted(role, passages)
    for draft in drafts:
        panel.fill_from_bank(draft, suits)
    return tuple(draft.plan() for draft in drafts)


class _Panel:
    """What has been taken so far, by all personas together."""

    def __init__(
        self,
        brief: Brief,
        material: Material,
        seed: str,
        *,
        met: Sequence[Persona],
        before: Sequence[str],
    ) -> None:
        self._lines, self._material, self._seed = list(brief.about(*interest.ASKED)), material, seed
        self._met, self._before = [first_name(persona) for persona in met], before
        self._texts: list[str] = []
        self._intents: set[str] = set()
        self._matters: set[str] = set().union(*map(matters.touched, before))

    def add_from_dossier(self, draft: Draft) -> None:
        """Adds what the persona would most like to ask about the materials, if anything."""
        rng = Random(f"{self._seed}/{draft.persona.id}/{len(draft.own)}")
        wanted = [(self._interest(draft, line, rng), line) for line in self._lines]
        for _, line in sorted(wanted, key=lambda pair: -pair[0]):
            made = opener(line, draft.persona, self._material, rng, draft.open_kinds())
            if made and not self._heard(line):
                self._take(line, made)
                draft.own.append((line.topic, _from_dossier(line, made, draft)))
                return

    def fill_from_bank(self, draft: Draft, suits: frozenset[str]) -> None:
        """Adds questions out of the bank until the plan is full or nothing new is left."""
        rng = Random(f"{self._seed}/{draft.persona.id}/bank")
        while kind := draft.lacks():
            found = self._from_bank(draft, kind, suits, rng)
            if found is None:
                return
            self._texts.append(found.text)
            self._intents.add(found.intent)
            draft.bank.append(_from_bank(found))

    def _interest(self, draft: Draft, line: BriefLine, rng: Random) -> float:
        mine = interest.names(line, first_name(draft.persona))
        elsewhere = not mine and any(interest.names(line, name) for name in self._met)
        return draft.interest_in(line, rng) - ELSEWHERE * elsewhere

    def _from_bank(
        self, draft: Draft, kind: QuestionKind, suits: frozenset[str], rng: Random
    ) -> BankQuestion | None:
        fitting = [
            q
            for q in question_bank()
            if q.kind is kind
            and draft.persona.kind in q.personas
            and q.seniority in suits
            and q.intent not in self._intents
            and not any(alike(q.text, text) for text in (*self._texts, *self._before))
        ]
        fresh = [q for q in fitting if self._matters.isdisjoint(matters.touched_by(q))]
        done = draft.competencies
        return min(
            fresh or fitting,
            key=lambda q: (done[q.competency], -_wish(q, draft.persona) - rng.random()),
            default=None,
        )

    def _heard(self, line: BriefLine) -> bool:
        heard = self._texts if line.topic in _AGAIN else (*self._texts, *self._before)
        return any(alike(line.text, other) for other in heard)

    def _take(self, line: BriefLine, made: Opener) -> None:
        self._lines.remove(line)
        self._texts.append(line.text)
        self._matters |= matters.touched(line.text) | matters.touched(made.text)
        if line.topic is Topic.CONCERN:
            self._matters |= matters.of_competencies(interest.cued(line.text))
        self._material.asks[made.ask] += 1


def _wish(question: BankQuestion, persona: Persona) -> float:
    """How much the persona wants to ask a question of the bank."""
    alone = len(question.personas) == 1
    written_for = question.seniority != "any"
    return (
        persona.weights.get(question.competency, 0.0)
        + THEIRS_ALONE * alone
        + FOR_THEM * (written_for + (question.hard == persona.demanding))
    )


def _keenest_on_doubts(draft: Draft) -> float:
    return -interest.TOPICS[draft.persona.kind][Topic.CONCERN]


def _from_dossier(line: BriefLine, made: Opener, draft: Draft) -> PlannedQuestion:
    return PlannedQuestion(
        id=f"{draft.persona.id}-{line.topic.value}-{len(draft.own) + 1}",
        text=made.text,
        kind=made.kind,
        competency=interest.competency(line, draft.persona),
        passages=made.passages,
        intent=f"{line.topic.value}-{line.id}",
    )


def _from_bank(question: BankQuestion) -> PlannedQuestion:
    return PlannedQuestion(
        id=question.id,
        text=question.text,
        kind=question.kind,
        competency=question.competency,
        intent=question.intent,
    )


def _names(brief: Brief, personas: Sequence[Persona]) -> Iterator[str]:
    """The first names of those the candidate met or will meet."""
    yield from filter(None, map(first_name, personas))
    yield from (line.text.split()[0].strip(",.:;") for line in brief.about(Topic.PERSON))
