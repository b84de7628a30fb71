"""Holds interviews with simulated candidates, on the code path of the product."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from eval.interviews import house
from eval.interviews.candidate import Candidate, Told
from eval.interviews.hearing import Ears
from eval.interviews.house import SpeakingClock
from eval.interviews.sheets import Sheet
from secondround.app import App
from secondround.domain.interview import Interview, Mode, Phase, Turn
from secondround.domain.materials import Document, Dossier, Kind
from secondround.interview.session import Session
from secondround.materials.embed import MiniLM

MINUTES = 15
"""Time for each person."""
QUESTIONS = 5
CANDIDATES_PACE = 150
"""Words a minute."""
ENDLESS = 150
"""Turns after which an interview counts as one that does not end."""


@dataclass(frozen=True)
class Meeting:
    """Who is met, one after another or together."""

    sheet: Sheet
    personas: tuple[int, ...]
    """Places in the list of those who can be met: the people of the dossier come first."""
    together: bool = False
    """Whether they sit in one room."""

    @property
    def name(self) -> str:
        """Unlike that of any other meeting."""
        room = "-room" if self.together else ""
        return f"{self.sheet.name}-{'-'.join(map(str, self.personas))}{room}"


@dataclass(frozen=True)
class Transcript:
    """What was said, and what the sheet says was told."""

    meeting: Meeting
    talk: Interview
    told: tuple[Told, ...]
    dossier: Dossier
    documents: tuple[Document, ...]

    @property
    def sheet(self) -> Sheet:
        """The candidate's."""
        return self.meeting.sheet

    @property
    def lines(self) -> list[Turn]:
        """What the interviewers said."""
        return [turn for turn in self.talk.turns if not turn.by_candidate]

    def excerpt(self, index: int, before: int = 2) -> str:
        """A line with what led to it, to be read by a person."""
        turns = self.talk.turns[max(0, index - before) : index + 1]
        return "\n".join(f"    {_speaker(turn)}: {turn.text or f'({turn.act})'}" for turn in turns)


def meetings(sheets: Sequence[Sheet]) -> list[Meeting]:
    """For every candidate one interview: two people, three, one alone, or two in one room."""
    turns = (((0, 1, 2), False), ((1, 2), True), ((2,), False), ((0, 1), False))
    return [Meeting(sheet, *turns[place % len(turns)]) for place, sheet in enumerate(sheets)]


def by_dossier(wanted: Sequence[Meeting]) -> list[list[Meeting]]:
    """The meetings of each dossier together, in the order of the names."""
    ordered = sorted(wanted, key=lambda meeting: meeting.sheet.dossier)
    return [list(some) for _, some in groupby(ordered, key=lambda m: m.sheet.dossier)]


def hold(
    wanted: Sequence[Meeting], model: str = "", product: type[App] = App, planted: str = ""
) -> Iterator[Transcript]:
    """The transcripts, dossier by dossier; `planted` is the text of one more document in each."""
    ears = Ears(MiniLM())
    for here in by_dossier(wanted):
        name = here[0].sheet.dossier
        with house.opened(name, model, product) as app:
            if planted:
                app.library.take_in(name, "minutes.md", planted.encode(), Kind.COMPANY)
            for meeting in here:
                yield _held(app, meeting, ears)


def held_to_the_end(
    wanted: Sequence[Meeting], model: str = "", product: type[App] = App, planted: str = ""
) -> list[Transcript]:
    """All of the transcripts; it can run in a process of its own."""
    return list(hold(wanted, model, product, planted))


def misquoted(sheet: Sheet, documents: Sequence[Document]) -> list[str]:
    """What the sheet contradicts, by its own account, and what neither it nor a document says."""
    said = [*(document.text for document in documents), *(extra.text for extra in sheet.extras)]
    known = [" ".join(text.split()) for text in said]
    against = [extra.against for extra in sheet.extras if extra.against]
    return [words for words in against if not any(words in text for text in known)]


def _held(app: App, meeting: Meeting, ears: Ears) -> Transcript:
    session, candidate = app.session, Candidate(meeting.sheet, ears)
    documents = tuple(app.store.documents(meeting.sheet.dossier))
    if wrong := misquoted(meeting.sheet, documents):
        raise ValueError(f"The sheet of {meeting.sheet.name} contradicts what nobody said: {wrong}")
    id = _begun(session, meeting).id
    while len((talk := _heard_out(app, session, id)).turns) < ENDLESS:
        if talk.phase is Phase.DONE:
            break
        act, text = candidate.says(talk)
        _spoken(app, text, CANDIDATES_PACE)
        session.take(id, act, text)
    dossier = app.store.dossier(meeting.sheet.dossier)
    return Transcript(meeting, talk, tuple(candidate.told), dossier, documents)


def _begun(session: Session, meeting: Meeting) -> Interview:
    known = session.personas(meeting.sheet.dossier)
    return session.begin(
        meeting.sheet.dossier,
        persona_ids=[known[place].id for place in meeting.personas],
        mode=Mode.REALISTIC,
        questions=QUESTIONS,
        minutes=MINUTES,
        together=meeting.together,
        interview_id=meeting.name,
    )


def _heard_out(app: App, session: Session, id: str) -> Interview:
    for said in session.go_on(id):
        if said.interview:
            _spoken(app, said.text, said.persona.pace)
    return session.interview(id)


def _spoken(app: App, text: str, pace: int) -> None:
    cast(SpeakingClock, app.clock).hear(text, pace)


def _speaker(turn: Turn) -> str:
    return "candidate" if turn.by_candidate else turn.persona_id
