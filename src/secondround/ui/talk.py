"""An interview as the pages show it: its lines, who is at the table, and the clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from secondround.app import App
from secondround.domain.asking import CoachedQuestion, SuggestedQuestion
from secondround.domain.interview import Act, Interview, Mode, MoveKind, Phase, Turn
from secondround.domain.materials import Dossier, Passage
from secondround.knowledge import bank_question
from secondround.ui import wording
from secondround.ui.judgement import hue
from secondround.ui.templates import render


@dataclass(frozen=True)
class LineView:
    """One line; `note` alone where nothing was said."""

    index: int
    by_candidate: bool
    text: str = ""
    note: str = ""
    name: str = ""
    hue: int = 0
    engine_note: str = ""
    origin: str = ""
    passages: tuple[Passage, ...] = ()
    coaching: CoachedQuestion | None = None
    """What to make of it, where it is a question of the candidate's that has been coached."""


@dataclass(frozen=True)
class Seat:
    """Somebody at the table."""

    name: str
    title: str
    here: bool
    past: bool


def lines(talk: Interview, coached: Sequence[CoachedQuestion] = ()) -> list[LineView]:
    """Every turn as a line, with the coaching of those that are among the coached."""
    coaching = {each.turn: each for each in coached}
    return [replace(_line(talk, turn), coaching=coaching.get(turn.index)) for turn in talk.turns]


def transcript(talk: Interview, coached: Sequence[CoachedQuestion] = ()) -> str:
    """The lines as HTML."""
    saved = sum(turn.by_candidate for turn in talk.turns)
    return render("talk", lines=lines(talk, coached), saved=saved)


def worth_asking(app: App, talk: Interview) -> list[SuggestedQuestion]:
    """What could be asked of the person who is there and was not yet, as on their prep sheet.

    Raises:
        SetupError: as in `Desk.suggested`.
    """
    dossier = app.store.dossier(talk.dossier_id)
    suggested = app.desk.suggested(dossier, app.understanding.brief(dossier.id), talk.plan.persona)
    said = {" ".join(turn.text.split()) for turn in talk.turns if turn.act is Act.QUESTION}
    return [each for each in suggested if each.text not in said]


def aside(talk: Interview, dossier: Dossier, now: datetime) -> str:
    """Who is at the table and where the talk stands, as HTML."""
    number, count = _progress(talk)
    return render(
        "aside",
        id=talk.id,
        dossier=dossier,
        seats=list(_seats(talk)),
        seconds=int(talk.elapsed(now).total_seconds()),
        stamp=f"{talk.version}-{now.timestamp()}",
        runs=not talk.on_pause and talk.phase is not Phase.DONE,
        number=number,
        count=count,
        minutes=talk.minutes,
        together=talk.together,
        mode="Practice" if talk.mode is Mode.PRACTICE else "Realistic",
    )


def _line(talk: Interview, turn: Turn) -> LineView:
    if turn.by_candidate:
        note = "" if turn.text else wording.DONE.get(turn.act, "") if turn.act else ""
        return LineView(turn.index, by_candidate=True, text=turn.text, note=note)
    origin = _origin(talk, turn)
    return LineView(
        turn.index,
        by_candidate=False,
        text=turn.text,
        name=talk.persona(turn.persona_id).name,
        hue=hue(talk, turn.persona_id),
        engine_note=turn.worded_by.note if turn.worded_by else "",
        origin=origin,
        passages=turn.passages if origin else (),
    )


def _origin(talk: Interview, turn: Turn) -> str:
    """What a question is after, and whether it came from the materials."""
    kind = turn.move.kind if turn.move else None
    if kind is MoveKind.CONFRONT:
        return "What this stands beside" if turn.passages else ""
    if kind is MoveKind.REPLY:
        return "What this answer rests on" if turn.passages else "Nothing in your materials on this"
    if kind is not MoveKind.ASK or turn.question_id is None:
        return ""
    after = wording.competency(talk.question(turn.question_id).competency)
    return f"Why this question: {after}, {_source(turn)}"


def _source(turn: Turn) -> str:
    if turn.passages:
        return "from your materials"
    if turn.move and turn.move.question:
        return "from what you told a colleague"
    known = bank_question(turn.question_id or "")
    return "from the question bank" if known else "from what you wrote"


def _seats(talk: Interview) -> Iterator[Seat]:
    here = [plan.persona.id for plan in talk.plans].index(talk.plan.persona.id)
    done = talk.phase is Phase.DONE
    for number, plan in enumerate(talk.plans):
        title = plan.persona.title or wording.PERSONAS[plan.persona.kind]
        gone = done or (number < here and not talk.together)
        yield Seat(plan.persona.name, title, number == here and not done, gone)


def _progress(talk: Interview) -> tuple[int, int]:
    """The number of the question they are at (0 before and after), and of how many."""
    plans = talk.plans if talk.together else (talk.plan,)
    there = {plan.persona.id for plan in plans}
    moves = [turn.move for turn in talk.turns if turn.move]
    asked = [m for m in moves if m.kind is MoveKind.ASK and m.persona_id in there]
    planned = sum(len(plan.questions) for plan in plans)
    return (len(asked) if talk.phase is Phase.QUESTIONS else 0), planned
