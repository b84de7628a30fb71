"""The debrief as the pages show it: what an interview amounts to, with the way to each answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondround.app import App
from secondround.domain.asking import CoachedQuestion
from secondround.domain.critique import Critique
from secondround.domain.debrief import Competency, Contradiction, Debrief
from secondround.domain.interview import Interview, Phase
from secondround.domain.materials import Passage
from secondround.interview import wording
from secondround.interview.feedback import missing
from secondround.ui.judgement import anchor


@dataclass(frozen=True)
class Way:
    """To the answers to a question."""

    question_id: str
    number: int
    """Of the question, from 1."""
    attempts: int
    """How many there are; 0 where it was not answered."""

    def card(self, attempt: int = 0) -> str:
        """The id of the card of an attempt, or of the latest."""
        return anchor(self.question_id, attempt or self.attempts)


@dataclass(frozen=True)
class ContradictionView:
    """Two statements that cannot both hold, each with where it was made."""

    differs: tuple[str, str]
    told: str
    said: str
    source: str
    """Where the other was made; "" where `passages` say so."""
    before: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class AskedView:
    """A question of the candidate's, and to whom it was put."""

    coached: CoachedQuestion
    whom: str
    """"" where there was one person only."""


@dataclass(frozen=True)
class DebriefView:
    """A debrief, ready to be shown."""

    found: Debrief
    extent: str
    contradictions: tuple[ContradictionView, ...]
    competencies: tuple[tuple[str, tuple[Competency, ...]], ...]
    """By what was seen of them."""
    asked: tuple[AskedView, ...]
    impressions: tuple[str, ...]
    """A sentence or two for each person of a panel."""
    ways: dict[str, Way]
    """By question, for each that came up."""


def debriefing(app: App, talk: Interview, critiques: Sequence[Critique]) -> DebriefView | None:
    """The debrief of an interview that is over and judged; None before, or where nothing is said.

    Raises:
        SetupError: as in `Desk.coached`.
    """
    if talk.phase is not Phase.DONE or missing(talk, critiques):
        return None
    debrief = app.debrief(talk.id)
    return view(talk, debrief) if debrief.answered or debrief.asked else None


def view(talk: Interview, debrief: Debrief) -> DebriefView:
    """The debrief, ready to be shown."""
    return DebriefView(
        found=debrief,
        extent=wording.extent(talk, debrief),
        contradictions=tuple(_contradiction(talk, each) for each in debrief.contradictions),
        competencies=tuple(wording.by_standing(debrief.competencies)),
        asked=tuple(AskedView(each, wording.asked_whom(talk, each)) for each in debrief.asked),
        impressions=tuple(wording.impression(talk, each) for each in debrief.impressions),
        ways={
            question_id: Way(question_id, number, len(talk.attempts(question_id)))
            for number, question_id in enumerate(wording.asked(talk), 1)
        },
    )


def _contradiction(talk: Interview, each: Contradiction) -> ContradictionView:
    return ContradictionView(
        differs=each.differs,
        told=wording.told(talk, each),
        said=each.said.quote,
        source=wording.source(talk, each),
        before=each.before,
        passages=each.passages,
    )
