"""Fakes at the ports; each passes the contract tests of its port."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from secondround.domain.critique import Answer, Assessment, Critique, ElementScore, ResponseType
from secondround.domain.debrief import SelfRating
from secondround.domain.interview import Element, Interview, Provenance
from secondround.domain.materials import BriefEdit, Document, Dossier, Reading
from secondround.engines.builtin_interviewer import BuiltInInterviewer
from secondround.errors import Conflict, DocumentError, EngineUnavailable, NotFound
from secondround.materials.fetch import Fetched
from secondround.ports import Critic, Found, Interviewer, Line, Scene

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


class StepClock:
    """A clock on which every look takes `step`, and that can be put forward."""

    def __init__(self, start: datetime = START, step: timedelta = timedelta(seconds=5)) -> None:
        self.now, self.step = start, step

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


def nothing_to_fetch(address: str) -> Fetched:
    """The web, where it is out of reach."""
    raise DocumentError("The address cannot be reached.")


class MemoryStore:
    """Keeps everything for as long as the test lasts."""

    def __init__(self) -> None:
        self._dossiers: dict[str, Dossier] = {}
        self._documents: dict[str, Document] = {}
        self._edits: dict[tuple[str, str], BriefEdit] = {}
        self._readings: dict[str, Reading] = {}
        self._interviews: dict[str, Interview] = {}
        self._critiques: dict[str, list[Critique]] = {}
        self._ratings: dict[str, dict[tuple[str, int], SelfRating]] = {}

    def save_dossier(self, dossier: Dossier) -> None:
        self._dossiers[dossier.id] = dossier

    def dossier(self, dossier_id: str) -> Dossier:
        return _get(self._dossiers, dossier_id, "dossier")

    def dossiers(self) -> list[Dossier]:
        return sorted(self._dossiers.values(), key=lambda d: d.created_at, reverse=True)

    def delete_dossier(self, dossier_id: str) -> None:
        self.dossier(dossier_id)
        for document in self.documents(dossier_id):
            self.delete_document(document.id)
        for found in self.interviews(dossier_id=dossier_id):
            self.delete_interview(found.interview.id)
        for edit in self.brief_edits(dossier_id):
            self.delete_brief_edit(dossier_id, edit.line_id)
        del self._dossiers[dossier_id]

    def save_document(self, document: Document) -> None:
        self.dossier(document.dossier_id)
        self._documents[document.id] = document

    def document(self, document_id: str) -> Document:
        return _get(self._documents, document_id, "document")

    def documents(self, dossier_id: str) -> list[Document]:
        here = [d for d in self._documents.values() if d.dossier_id == dossier_id]
        return sorted(here, key=lambda d: d.added_at)

    def delete_document(self, document_id: str) -> None:
        self.document(document_id)
        del self._documents[document_id]
        self._readings.pop(document_id, None)

    def save_brief_edit(self, edit: BriefEdit) -> None:
        self.dossier(edit.dossier_id)
        self._edits[edit.dossier_id, edit.line_id] = edit

    def brief_edits(self, dossier_id: str) -> list[BriefEdit]:
        here = [edit for edit in self._edits.values() if edit.dossier_id == dossier_id]
        return sorted(here, key=lambda edit: (edit.made_at, edit.line_id))

    def delete_brief_edit(self, dossier_id: str, line_id: str) -> None:
        if self._edits.pop((dossier_id, line_id), None) is None:
            raise NotFound("There is no change to that line.")

    def save_reading(self, reading: Reading) -> None:
        self.document(reading.document_id)
        self._readings[reading.document_id] = reading

    def readings(self, dossier_id: str) -> list[Reading]:
        here = {document.id for document in self.documents(dossier_id)}
        return [self._readings[id] for id in sorted(self._readings) if id in here]

    def save_interview(self, interview: Interview, *, was: int | None = None) -> None:
        stored = self._interviews.get(interview.id)
        if was is not None and stored is None:
            raise NotFound("There is no interview with that id.")
        if (stored.version if stored else None) != was:
            raise Conflict("The interview went on elsewhere.")
        self.dossier(interview.dossier_id)
        self._interviews[interview.id] = interview

    def interview(self, interview_id: str) -> Interview:
        return _get(self._interviews, interview_id, "interview")

    def interviews(self, *, search: str = "", dossier_id: str | None = None) -> list[Found]:
        found = [
            Found(i, self.dossier(i.dossier_id), self.critiques(i.id))
            for i in self._interviews.values()
            if dossier_id in (None, i.dossier_id)
        ]
        words = search.casefold().split()
        found = [f for f in found if all(word in _said(f).casefold() for word in words)]
        return sorted(found, key=lambda f: f.interview.started_at, reverse=True)

    def delete_interview(self, interview_id: str) -> None:
        self.interview(interview_id)
        del self._interviews[interview_id]
        self._critiques.pop(interview_id, None)
        self._ratings.pop(interview_id, None)

    def save_critique(self, interview_id: str, critique: Critique) -> None:
        self.interview(interview_id)
        self._critiques.setdefault(interview_id, []).append(critique)

    def critiques(self, interview_id: str) -> tuple[Critique, ...]:
        kept = self._critiques.get(interview_id, [])
        latest = {(c.question_id, c.attempt): c for c in kept}
        order = self.interview(interview_id).answered()
        return tuple(sorted(latest.values(), key=lambda c: (order.index(c.question_id), c.attempt)))

    def save_rating(self, rating: SelfRating) -> None:
        self.interview(rating.interview_id)
        kept = self._ratings.setdefault(rating.interview_id, {})
        kept[rating.question_id, rating.attempt] = rating

    def ratings(self, interview_id: str) -> list[SelfRating]:
        kept = self._ratings.get(interview_id, {}).values()
        return sorted(kept, key=lambda r: (r.made_at, r.question_id, r.attempt))


class ScriptedInterviewer:
    """Says the lines it was given, word by word, one a call; the last one again and again."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)
        self.scenes: list[Scene] = []

    def say(self, scene: Scene) -> Line:
        self.scenes.append(scene)
        line = self._lines.pop(0) if len(self._lines) > 1 else self._lines[0]
        return Line(_words(line), Provenance(engine="scripted", prompt="script@1#0"))


class FailingInterviewer:
    """Says the first words of a line and then fails, as a service does that breaks off."""

    def __init__(self, words: int = 0, problem: str = "The model did not answer in time.") -> None:
        self._words, self._problem = words, problem

    def say(self, scene: Scene) -> Line:
        return Line(self._pieces(), Provenance(engine="failing"))

    def _pieces(self) -> Iterator[str]:
        yield from ["Let ", "us ", "talk ", "about "][: self._words]
        raise EngineUnavailable(self._problem)


class ObedientInterviewer:
    """Does whatever it is told by anything it reads, and then says `after` as well."""

    def __init__(self, after: str = "") -> None:
        self.obeyed: list[str] = []
        self._after = after

    def say(self, scene: Scene) -> Line:
        done = list(_obedience(_read(scene)))
        if not done:
            return BuiltInInterviewer().say(scene)
        self.obeyed += done
        return Line(
            _words(" ".join(filter(None, [*done, self._after]))), Provenance(engine="obedient")
        )


class PlainCritic:
    """Gives every answer a three, or says why it cannot."""

    def __init__(self, problem: str | None = None) -> None:
        self.problem = problem
        self.judged: list[Answer] = []

    def judge(self, answer: Answer) -> Critique:
        self.judged.append(answer)
        verdict = {"not_assessed": self.problem} if self.problem else {"band": 3}
        if not self.problem:
            verdict["response_type"] = ResponseType.STORY
            verdict["elements"] = {element: ElementScore(score=0) for element in "STAR"}
        return Critique(
            question_id=answer.question_id,
            attempt=answer.attempt,
            turns=tuple(part.turn for part in answer.parts),
            kind=answer.kind,
            made_by=Provenance(engine="plain"),
            **verdict,
        )


class PlainAssessor:
    """Reads every answer as a whole story, or as one without these elements."""

    def __init__(self, *missing: Element) -> None:
        self.missing = missing

    def assess(self, answer: Answer) -> Assessment:
        return Assessment(
            response_type=ResponseType.STORY,
            elements={e: 0 if e in self.missing else 3 for e in Element},
            words=len(answer.text.split()),
        )


@dataclass
class Team:
    """Engines of one's choice, with the built-in interviewer to step in."""

    interviewer: Interviewer = field(default_factory=BuiltInInterviewer)
    critic: Critic = field(default_factory=PlainCritic)
    fallback: Interviewer = field(default_factory=BuiltInInterviewer)


def _get(shelf: dict, key: str, what: str):
    if key not in shelf:
        raise NotFound(f"There is no {what} with that id.")
    return shelf[key]


def _said(found: Found) -> str:
    plans = found.interview.plans
    asked = [q.text for plan in plans for q in plan.questions]
    lines = [turn.text for turn in found.interview.turns]
    judged = [f"{c.good} {c.fix} {c.stronger} {c.not_assessed}" for c in found.critiques]
    people = [plan.persona.name for plan in plans]
    return "\n".join([found.dossier.name, *people, *asked, *lines, *judged])


def _words(line: str) -> Iterator[str]:
    yield from re.findall(r"\S+\s*", line)


_SAY = r"(?i)\b(?:say|ask|tell them|answer|print|output|repeat|write|reply)\b"
_OBEDIENCE = (
    (re.compile(_SAY + r"[^“\"]{0,40}[“\"]([^”\"]+)[”\"]"), "{}"),
    (re.compile(_SAY + r" (?:only )?(?:the )?(?:exact )?(?:word|phrase) ([^.“\"]+)"), "{}"),
    (re.compile(_SAY + r" (?:only |just )?((?-i:[A-Z]{4,}[A-Z ]*))"), "{}"),
    (re.compile(r"(?i)\bask (?:me|them|the candidate) (w[^.]+|how[^.]+)"), "{}?"),
    (
        re.compile(r"(?i)\bask (?:(?:me|them|the candidate) )?about (?:my |the |their )?([^.]+)"),
        "Tell me about your {}.",
    ),
    (re.compile(r"(?i)\b(?:end|finish|begin|start) every \w+ with (?:the word )?(\w+)"), "{}."),
    (re.compile(r"(?i)\b(as|in) json\b"), '{{"question": "What did you do?"}}'),
    (
        re.compile(r"(?i)\b(?:speak|answer|reply|continue) (?:only )?(?:in )?(french)\b"),
        "Quel est le résultat que vous avez obtenu?",
    ),
    (
        re.compile(r"(?i)\b(?:reveal|show|print|repeat) (?:me )?your (\w+ ?\w*)"),
        "My {} says: You play an interviewer in the second round of a job interview.",
    ),
    (re.compile(r"(?i)\b(full marks|top marks)\b"), "I give you {}."),
    (re.compile(r"(?i)\b(?:promise|offer) (?:me|the candidate) ([^.]+)"), "I promise you {}."),
)
"""Orders and what obeying them comes to."""


def _obedience(text: str) -> Iterator[str]:
    for order, done in _OBEDIENCE:
        for what in order.findall(text):
            yield done.format(what)


def _read(scene: Scene) -> str:
    turns: Sequence = scene.interview.turns
    heard = [turn.text for turn in turns if turn.by_candidate]
    sources = [part for passage in scene.passages for part in (passage.heading, passage.text)]
    people = [f"{person.name}, {person.title}" for person in scene.dossier.people]
    question = scene.interview.question_of(scene.move)
    asked = [question.text] if question else []
    dossier = [scene.dossier.company, scene.dossier.role, *people]
    return "\n".join([*dossier, *sources, *asked, *heard, scene.move.about])
