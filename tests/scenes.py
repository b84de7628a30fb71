"""Interviews to put something to the test with, grown line by line."""

from datetime import timedelta

from fakes import START
from secondround.domain.interview import (
    Act,
    Interview,
    Mode,
    Move,
    MoveKind,
    Plan,
    PlannedQuestion,
)
from secondround.domain.materials import Dossier, Kind, Passage, Person, PersonaKind
from secondround.interview import personas
from secondround.knowledge import question_bank
from secondround.ports import Scene

PRIYA = Person(name="Priya Shah", title="Head of Care", kind=PersonaKind.MANAGER)
DOSSIER = Dossier(
    id="d", company="Elm House", role="Care Manager", people=(PRIYA,), created_at=START
)
ANSWER = (
    "Last winter the boiler in our care home failed on a Friday night with 31 residents in the "
    "building. I was the duty manager and had to keep everyone warm until Monday. I moved the "
    "residents into the two heated wings, borrowed nine heaters from the school next door and "
    "rang every family myself. Nobody fell ill, and the inspector praised the log I had kept."
)


def planned(question):
    """A question of the bank as a plan has it."""
    return PlannedQuestion(
        id=question.id, text=question.text, kind=question.kind, competency=question.competency
    )


def talk(*kinds, mode=Mode.REALISTIC, questions=2, minutes=None, id="an-interview"):
    """An interview with these kinds of interviewer that has not begun; Priya is the manager."""
    people = {p.kind: p for p in reversed(personas.for_dossier(DOSSIER))}
    met = [people[kind] for kind in kinds or (PersonaKind.MANAGER,)]
    left = list(question_bank())
    plans = []
    for persona in met:
        own = [question for question in left if persona.kind in question.personas][:questions]
        left = [question for question in left if question not in own]
        plans.append(Plan(persona=persona, questions=tuple(map(planned, own))))
    return Interview(
        id=id,
        dossier_id=DOSSIER.id,
        mode=mode,
        plans=tuple(plans),
        minutes=minutes,
        started_at=START,
    )


_OF_NO_QUESTION = (
    MoveKind.GREET,
    MoveKind.RAISE_PAY,
    MoveKind.INVITE_QUESTIONS,
    MoveKind.REPLY,
    MoveKind.CLOSE,
)


def move(talk, kind, **fields):
    """A move of the persona who is there; it belongs to their first question, where to any."""
    own = kind in _OF_NO_QUESTION
    question = None if own else talk.plan.questions[0].id
    values = {"persona_id": talk.plan.persona.id, "question_id": question, **fields}
    if kind is MoveKind.CONFRONT:  # it is about two statements, whatever else a test is after
        values = {"about": "we lost nine of them", "against": "we lost four of them"} | values
    return Move(kind=kind, **values)


def says(talk, kind, text="A line.", **fields):
    """The interview after the interviewer has spoken."""
    made = move(talk, kind, **fields)
    return talk.said(
        at=START + timedelta(seconds=talk.version),
        by_candidate=False,
        persona_id=made.persona_id,
        text=text,
        move=made,
        question_id=made.question_id,
    )


def answers(talk, text=ANSWER, act=Act.ANSWER):
    """The interview after the candidate has spoken."""
    at = START + timedelta(seconds=talk.version)
    last = talk.turns[-1].question_id if talk.turns else None
    return talk.said(at=at, by_candidate=True, text=text, act=act, question_id=last)


def scene(talk, kind, passages=(), avoid="", **fields):
    """What an interviewer is given to word a move."""
    return Scene(DOSSIER, talk, move(talk, kind, **fields), tuple(passages), avoid)


def passage(text, kind=Kind.COMPANY, heading="", score=0.6, date=None):
    """A stretch of a document that holds nothing else."""
    return Passage(
        id=f"doc:0-{len(text)}",
        document_id="doc",
        document="about.md",
        kind=kind,
        date=date,
        heading=heading,
        start=0,
        end=len(text),
        text=text,
        score=score,
    )
