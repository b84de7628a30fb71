"""An interview: who asks, what they plan to ask, every line said, and where the talk stands.

An `Interview` is never changed, only grown: `said()` and `paused()` return the next one. Everything
the director needs follows from the turns, so a stored interview can be continued anywhere.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime

from secondround.domain.base import Provenance as Provenance
from secondround.domain.base import Value
from secondround.domain.materials import Passage, PersonaKind
from secondround.domain.timing import Pause, talking_time


class Mode(StrEnum):
    """Realistic: no feedback until the end. Practice: critique after each answer, try again."""

    REALISTIC = "realistic"
    PRACTICE = "practice"


class QuestionKind(StrEnum):
    """How an answer is to be judged: STAR, the situational rule, or as a view of their own."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    MOTIVATION = "motivation"


class Element(StrEnum):
    """The four elements of STAR."""

    S = "S"
    T = "T"
    A = "A"
    R = "R"


class Persona(Value):
    """Who asks: a kind of interviewer, or a named person built on one."""

    id: str
    """Unique within an interview: `teammate`, or `priya-shah`."""
    kind: PersonaKind
    name: str
    title: str = ""
    cares_about: tuple[str, ...]
    """Competency ids, heaviest first."""
    manner: str
    """How they speak and what they listen for, a short paragraph."""
    patience: int = 320
    """Words they listen to before an answer is too long for them."""


class PlannedQuestion(Value):
    """A question a persona means to ask."""

    id: str
    """Unique within an interview."""
    text: str
    kind: QuestionKind
    competency: str
    passages: tuple[Passage, ...] = ()
    """What it came from; empty for a question out of the bank alone."""


class Plan(Value):
    """What one persona means to ask."""

    persona: Persona
    questions: tuple[PlannedQuestion, ...]


class MoveKind(StrEnum):
    """What the interviewer does next."""

    GREET = "greet"
    ASK = "ask"
    PROBE = "probe"
    REASK = "reask"
    CHALLENGE = "challenge"
    WAY_OUT = "way_out"
    REPEAT = "repeat"
    INVITE_QUESTIONS = "invite_questions"
    REPLY = "reply"
    CLOSE = "close"


WAITS = frozenset(MoveKind) - {MoveKind.GREET, MoveKind.CLOSE}
"""Moves after which it is the candidate's turn."""


class Move(Value):
    """What the interviewer does next; an engine puts it into words."""

    kind: MoveKind
    persona_id: str
    question_id: str | None = None
    element: Element | None = None
    """The element a probe is after."""
    about: str = ""
    """The candidate's own words that the move is about: a vague claim, their question; verbatim."""


class Act(StrEnum):
    """What the candidate did with their turn."""

    ANSWER = "answer"
    REPEAT = "repeat"
    SKIP = "skip"
    NO_STORY = "no_story"
    RETRY = "retry"
    """The same question again, a new attempt (practice mode)."""
    NEXT = "next"
    """On to the next question (practice mode, after the critique)."""
    QUESTION = "question"
    FINISH = "finish"
    """No more questions for this person."""
    END = "end"
    """Ends the whole interview early."""


class Turn(Value):
    """One line of the interview."""

    index: int
    by_candidate: bool
    persona_id: str
    """The interviewer who speaks or is spoken to."""
    question_id: str | None = None
    text: str = ""
    at: AwareDatetime
    act: Act | None = None
    """Candidate's lines only."""
    move: Move | None = None
    """Interviewer's lines only."""
    passages: tuple[Passage, ...] = ()
    """Sources of an interviewer's line."""
    worded_by: Provenance | None = None
    """Interviewer's lines only."""


class Phase(StrEnum):
    """Where the talk with the present persona stands."""

    QUESTIONS = "questions"
    QUESTIONS_BACK = "questions_back"
    DONE = "done"


class Interview(Value):
    """One sitting: one or several personas in a row."""

    id: str
    """Unguessable, URL-safe."""
    dossier_id: str
    mode: Mode
    plans: tuple[Plan, ...]
    minutes: int | None = None
    """Time for each persona; None where the number of questions alone decides."""
    started_at: AwareDatetime
    turns: tuple[Turn, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def version(self) -> int:
        """Grows with every change; a stale writer is recognised by it."""
        ended = sum(pause.ended is not None for pause in self.pauses)
        return len(self.turns) + len(self.pauses) + ended

    @property
    def plan(self) -> Plan:
        """The plan of the persona whose turn it is (the last one when done)."""
        return self.plans[min(self._closed, len(self.plans) - 1)]

    @property
    def _closed(self) -> int:
        return sum(t.move is not None and t.move.kind is MoveKind.CLOSE for t in self.turns)

    @property
    def _ended(self) -> bool:
        """Whether the candidate has ended it early and the persona who was there has closed."""
        last = self.turns[-1].move if self.turns else None
        closed = last is not None and last.kind is MoveKind.CLOSE
        return closed and any(turn.act is Act.END for turn in self.turns)

    @property
    def phase(self) -> Phase:
        """Where the talk stands."""
        if self._ended or self._closed == len(self.plans):
            return Phase.DONE
        here = {t.move.kind for t in self.turns if t.move and t.persona_id == self.plan.persona.id}
        return Phase.QUESTIONS_BACK if MoveKind.INVITE_QUESTIONS in here else Phase.QUESTIONS

    @property
    def candidates_turn(self) -> bool:
        """Whether the interviewer has spoken and waits."""
        last = self.turns[-1] if self.turns else None
        return bool(last and last.move and last.move.kind in WAITS)

    @property
    def on_pause(self) -> bool:
        """Whether the candidate has stopped the clock."""
        return bool(self.pauses) and self.pauses[-1].ended is None

    def persona(self, persona_id: str) -> Persona:
        """The persona with that id.

        Raises:
            KeyError: not in this interview.
        """
        return {plan.persona.id: plan.persona for plan in self.plans}[persona_id]

    def question(self, question_id: str) -> PlannedQuestion:
        """The planned question with that id.

        Raises:
            KeyError: not in this interview.
        """
        return {q.id: q for plan in self.plans for q in plan.questions}[question_id]

    def attempts(self, question_id: str) -> tuple[tuple[Turn, ...], ...]:
        """The candidate's answers to a question, one tuple of turns an attempt, oldest first.

        Answers to probes belong to the attempt they follow; an attempt without answers is left out.
        """
        attempts: list[list[Turn]] = [[]]
        for turn in self.turns:
            if turn.question_id != question_id or not turn.by_candidate:
                continue
            if turn.act is Act.RETRY:
                attempts.append([])
            elif turn.act is Act.ANSWER:
                attempts[-1].append(turn)
        return tuple(tuple(attempt) for attempt in attempts if attempt)

    def answered(self) -> tuple[str, ...]:
        """Ids of the questions that have at least one answer, in the order they were answered."""
        ids = [t.question_id for t in self.turns if t.act is Act.ANSWER and t.question_id]
        return tuple(dict.fromkeys(ids))

    def text_of(self, turns: Iterable[int]) -> str:
        """What was said in these turns, as one text."""
        return " ".join(self.turns[index].text for index in turns)

    def said(self, *, at: datetime, by_candidate: bool, **fields: object) -> "Interview":
        """The interview with one more turn, spoken by or to the present persona."""
        values = {"persona_id": self.plan.persona.id, **fields}
        turn = Turn.model_validate(
            {"index": len(self.turns), "at": at, "by_candidate": by_candidate, **values}
        )
        return self.model_copy(update={"turns": (*self.turns, turn)})

    def paused(self, at: datetime) -> "Interview":
        """The interview with the clock stopped; itself when it already is."""
        if self.on_pause:
            return self
        return self.model_copy(update={"pauses": (*self.pauses, Pause(started=at))})

    def resumed(self, at: datetime) -> "Interview":
        """The interview with the clock running; itself when it already is."""
        if not self.on_pause:
            return self
        last = self.pauses[-1].model_copy(update={"ended": at})
        return self.model_copy(update={"pauses": (*self.pauses[:-1], last)})

    def elapsed(self, now: datetime, persona_id: str | None = None) -> timedelta:
        """Talking time so far, of one persona or of all; pauses and long silences do not count."""
        turns = [t for t in self.turns if persona_id in (None, t.persona_id)]
        moments = [t.at for t in turns]
        if turns and self.phase is not Phase.DONE and turns[-1] is self.turns[-1]:
            moments.append(now)
        return talking_time(moments, self.pauses)
