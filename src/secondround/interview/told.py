"""Takes up what the candidate told a colleague: the question that only a panel can ask."""

from collections.abc import Iterator
from random import Random

from secondround.critique.quoting import snip
from secondround.critique.units import cut
from secondround.domain.interview import Interview, Persona, PlannedQuestion, QuestionKind
from secondround.interview.asks import ways
from secondround.interview.guards import brings_up
from secondround.interview.personas import first_name
from secondround.interview.sayable import deed, repeatable

STORY = 40
"""Words of an answer that is worth coming back to."""
FEWEST, MOST = 5, 14
"""Words that are taken up."""


def told_question(talk: Interview, persona: Persona) -> PlannedQuestion | None:
    """What this persona asks about a story told to another; None where there is none."""
    story = next(_stories(talk, persona), None)
    if story is None:
        return None
    colleague, words, competency = story
    rng = Random(f"{talk.id} {persona.id}")
    lead_in = rng.choice(ways("told_colleague", persona))
    told = lead_in.format(colleague=first_name(colleague) or "my colleague", told=words)
    return PlannedQuestion(
        id=f"{persona.id}-told",
        text=f"{told} {rng.choice(ways('told_ask', persona))}",
        kind=QuestionKind.BEHAVIOURAL,
        competency=competency,
    )


def _stories(talk: Interview, persona: Persona) -> Iterator[tuple[Persona, str, str]]:
    """Who was told a story, words of it, and its competency; what the persona weighs most first."""
    questions = [talk.question(id) for id in talk.answered()]
    weights = persona.weights
    for question in sorted(questions, key=lambda q: -weights.get(q.competency, 0.0)):
        latest = talk.attempts(question.id)[-1]
        told = " ".join(turn.text for turn in latest)
        heard_by = talk.persona(latest[0].persona_id)
        behavioural = question.kind is QuestionKind.BEHAVIOURAL
        if heard_by == persona or not behavioural or len(told.split()) < STORY:
            continue
        for words in _own_deeds(talk, told):
            yield heard_by, words, question.competency


def _own_deeds(talk: Interview, told: str) -> Iterator[str]:
    """Beginnings of sentences that say what the candidate did, and that nobody has taken up."""
    said = talk.said_by_interviewers
    for start, end in cut(told):
        words = snip(told[start:end], MOST)
        enough = len(words.split()) >= FEWEST and deed(words)
        if enough and words not in said and repeatable(words) and not brings_up(told[start:end]):
            yield words
