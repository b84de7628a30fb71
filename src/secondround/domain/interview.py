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
from secondround.domain.materials import Passage
from secondround.domain.plan import Element as Element
from secondround.domain.plan import Persona as Persona
from secondround.domain.plan import Plan as Plan
from secondround.domain.plan import PlannedQuestion as PlannedQuestion
from secondround.domain.plan import QuestionKind as QuestionKind
from secondround.domain.timing import Pause, talking_time


class Mode(StrEnum):
    """Realistic: no feedback until the end. Practice: critique after each answer, try again."""

    REALISTIC = "realistic"
    PRACTICE = "practice"


class MoveKind(StrEnum):
    """What the interviewer does next."""

    GREET = "greet"
    ASK = "ask"
    PROBE = "probe"
    REASK = "reask"
    CHALLENGE = "challenge"
    CONFRONT = "confront"
    """Asks what holds, where the candidate said otherwise before."""
    WAY_OUT = "way_out"
    REPEAT = "repeat"
    RAISE_PAY = "raise_pay"
    """Asks about pay, where the candidate wants to practise that; it is not judged."""
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
    against: str = ""
    """What was said or stood before and cannot hold beside `about`, verbatim (to confront)."""
    told: str = ""
    """Who heard or holds `against`: a persona's id, or the kind of document."""
    passages: tuple[Passage, ...] = ()
    """What `against` stands in."""
    asks_back: bool = False
    """Whether a reply ends with a short question to the candidate."""
    interrupts: bool = False
    """Whether the answer before went on for longer than the persona listens."""
    question: PlannedQuestion | None = None
    """The question itself where it is in no plan: it arose in the talk."""


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
    together: bool = False
    """Whether all personas sit in one room and take turns; else they come one after another."""
    raises_pay: bool = False
    """Whether the candidate wants to be asked about pay, to practise that."""
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
        if self.together:
            return self._plan_of_who_spoke_last
        return self.plans[min(self._closed, len(self.plans) - 1)]

    @property
    def _plan_of_who_spoke_last(self) -> Plan:
        spoke = next((t.persona_id for t in reversed(self.turns) if not t.by_candidate), "")
        return next((plan for plan in self.plans if plan.persona.id == spoke), self.plans[0])

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
        to_close = 1 if self.together else len(self.plans)
        if self._ended or self._closed == to_close:
            return Phase.DONE
        here = {turn.move.kind for turn in self.heard_by(self.plan.persona) if turn.move}
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

    @property
    def said_by_interviewers(self) -> str:
        """All their lines, as one text."""
        return " ".join(turn.text for turn in self.turns if not turn.by_candidate)

    def heard_by(self, persona: Persona) -> list[Turn]:
        """The turns at which the persona was in the room."""
        return [t for t in self.turns if self.together or t.persona_id == persona.id]

    def persona(self, persona_id: str) -> Persona:
        """The persona with that id.

        Raises:
            KeyError: not in this interview.
        """
        return {plan.persona.id: plan.persona for plan in self.plans}[persona_id]

    @property
    def questions(self) -> tuple[PlannedQuestion, ...]:
        """All that are planned, in the order of the plans, then those that arose in the talk."""
        planned = [question for plan in self.plans for question in plan.questions]
        arose = [turn.move.question for turn in self.turns if turn.move and turn.move.question]
        return (*planned, *arose)

    def question(self, question_id: str) -> PlannedQuestion:
        """The question with that id, planned or arisen.

        Raises:
            KeyError: not in this interview.
        """
        return {question.id: question for question in self.questions}[question_id]

    def question_of(self, move: Move) -> PlannedQuestion | None:
        """The question that a move belongs to, also one that it brings up."""
        if move.question_id is None:
            return None
        return move.question or self.question(move.question_id)

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
