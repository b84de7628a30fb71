"""Holds an interview: takes what the candidate says, and has the interviewer go on.

The store is the truth and its version check the only lock. Two tabs, two processes and a restart
are the same case: whoever comes second goes on from what was saved.
"""

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from secondround.domain.critique import Answer, Assessment
from secondround.domain.debrief import Contradiction
from secondround.domain.interview import Act, Interview, Mode, Move, Persona
from secondround.domain.materials import Brief, Kind, Passage
from secondround.errors import Conflict, NotFound, SetupError
from secondround.interview import personas
from secondround.interview.answers import OWN, Search, answer
from secondround.interview.contradictions import to_confront
from secondround.interview.director import next_move
from secondround.interview.plan import LOOKED_AT, make_plans
from secondround.interview.sources import drawn_on, offered
from secondround.interview.speaking import Speech, speak
from secondround.interview.taking import check, cleaned
from secondround.ports import Clock, Engines, Scene, Store

_ELSEWHERE = (
    "This interview went on in another window: copy what you wrote, reload the page and continue "
    "from there."
)


Passages = Callable[[str, Sequence[Kind]], Sequence[Passage]]
"""passages(dossier_id, kinds) -> all passages of these kinds."""


class Assessor(Protocol):
    """Reads an answer quickly."""

    def assess(self, answer: Answer) -> Assessment:
        """Takes milliseconds and never fails."""
        ...


@dataclass(frozen=True)
class Said:
    """What an interviewer is saying."""

    persona: Persona
    text: str
    """All of the line so far; it starts over when a guard stopped it."""
    interview: Interview | None
    """The interview with the line, once it is complete and saved."""


class Session:
    """The talk, one line at a time."""

    def __init__(
        self,
        store: Store,
        *,
        search: Search,
        passages: Passages,
        brief: Callable[[str], Brief],
        engines: Engines,
        assessor: Assessor,
        clock: Clock,
        own_personas: Callable[[], Sequence[Persona]] = tuple,
    ) -> None:
        self._store = store
        self._search = search
        self._passages = passages
        self._brief = brief
        self._engines = engines
        self._assessor = assessor
        self._clock = clock
        self.own_personas = own_personas

    def personas(self, dossier_id: str) -> tuple[Persona, ...]:
        """Whom one can meet: the people of the dossier, ours, and those the candidate made.

        Raises:
            NotFound: no such dossier.
        """
        return personas.for_dossier(self._store.dossier(dossier_id), self.own_personas())

    def begin(
        self,
        dossier_id: str,
        *,
        persona_ids: Sequence[str],
        mode: Mode,
        questions: int,
        minutes: int | None = None,
        together: bool = False,
        raises_pay: bool = False,
        interview_id: str = "",
    ) -> Interview:
        """Plans and keeps an interview; nothing is said yet. Questions and minutes are a persona's.

        The same id gives the same plan and the same talk; "" makes one that nobody can guess.

        Raises:
            NotFound: no such dossier or persona.
            SetupError: nobody to meet, nothing to ask, or no time for it.
        """
        dossier = self._store.dossier(dossier_id)
        chosen = _chosen(self.personas(dossier_id), persona_ids)
        if questions < 1 or (minutes is not None and minutes < 1):
            raise SetupError("Choose at least one question, and at least one minute.")
        interview_id = interview_id or secrets.token_urlsafe(16)
        interview = Interview(
            id=interview_id,
            dossier_id=dossier_id,
            mode=mode,
            plans=make_plans(
                chosen,
                self._brief(dossier_id),
                questions=questions,
                search=self._search,
                seed=interview_id,
                company=dossier.company,
                role=dossier.role,
                passages=self._passages(dossier_id, LOOKED_AT),
            ),
            minutes=minutes,
            together=together and len(chosen) > 1,
            raises_pay=raises_pay,
            started_at=self._clock(),
        )
        self._store.save_interview(interview)
        return interview

    def interview(self, interview_id: str) -> Interview:
        """The interview as it stands.

        Raises:
            NotFound: no such interview.
        """
        return self._store.interview(interview_id)

    def take(
        self, interview_id: str, act: Act, text: str = "", *, version: int | None = None
    ) -> Interview:
        """Keeps the candidate's line, before any engine sees it; a pause ends with it.

        `version` is that of the interview the candidate was looking at; None takes any.

        Raises:
            NotFound: no such interview.
            AnswerError: it cannot be taken now, or not as it is.
            Conflict: the interview went on elsewhere.
        """
        talk = self._store.interview(interview_id)
        if version not in (None, talk.version):
            raise Conflict(_ELSEWHERE)
        text = cleaned(text)
        check(talk, act, text)
        now = self._clock()
        longer = talk.resumed(now).said(
            at=now, by_candidate=True, act=act, text=text, question_id=_on_the_table(talk)
        )
        return self._keep(longer, talk)

    def go_on(self, interview_id: str) -> Iterator[Said]:
        """What the interviewers say until it is the candidate's turn; each line is saved when done.

        A line that is not heard to its end is not kept: the next call says it anew.

        Raises:
            NotFound: no such interview, or it was deleted meanwhile.
        """
        while move := self._next_move(talk := self._store.interview(interview_id)):
            try:
                yield from self._say(talk, move)
            except Conflict:
                continue  # the talk went on elsewhere: go on from there

    def pause(self, interview_id: str) -> Interview:
        """Stops the clock.

        Raises:
            NotFound: no such interview.
            Conflict: the interview went on elsewhere.
        """
        talk = self._store.interview(interview_id)
        return self._keep(talk.paused(self._clock()), talk)

    def resume(self, interview_id: str) -> Interview:
        """Lets the clock run again.

        Raises:
            NotFound: no such interview.
            Conflict: the interview went on elsewhere.
        """
        talk = self._store.interview(interview_id)
        return self._keep(talk.resumed(self._clock()), talk)

    def _next_move(self, talk: Interview) -> Move | None:
        contradiction = self._contradiction(talk)
        return next_move(talk, self._assessment(talk), self._clock(), contradiction)

    def _contradiction(self, talk: Interview) -> Contradiction | None:
        """What the latest answer contradicts, where it waits for a reply; of several the first."""
        if _waiting(talk) is None:
            return None
        theirs = self._passages(talk.dossier_id, OWN)
        return to_confront(talk, self._brief(talk.dossier_id), theirs)

    def _assessment(self, talk: Interview) -> Assessment | None:
        """The reading of the attempt under way, where its latest answer waits for a reply."""
        question_id = _waiting(talk)
        if question_id is None:
            return None
        latest = len(talk.attempts(question_id))
        return self._assessor.assess(answer(talk, question_id, latest))

    def _say(self, talk: Interview, move: Move) -> Iterator[Said]:
        persona, scene = talk.persona(move.persona_id), self._scene(talk, move)
        for speech in speak(scene, self._engines):
            saved = self._keep(self._with_line(scene, speech), talk) if speech.complete else None
            yield Said(persona, speech.text, saved)

    def _scene(self, talk: Interview, move: Move) -> Scene:
        dossier = self._store.dossier(talk.dossier_id)
        return Scene(dossier, talk, move, offered(talk, move, self._search))

    def _with_line(self, scene: Scene, speech: Speech) -> Interview:
        return scene.interview.said(
            at=self._clock(),
            by_candidate=False,
            persona_id=scene.move.persona_id,
            question_id=scene.move.question_id,
            text=speech.text,
            move=scene.move,
            passages=drawn_on(speech.text, scene.move, scene.passages),
            worded_by=speech.made_by,
        )

    def _keep(self, longer: Interview, was: Interview) -> Interview:
        """Saves what has grown.

        Raises:
            Conflict: it is not what the store has any more.
        """
        if longer.version == was.version:
            return was
        try:
            self._store.save_interview(longer, was=was.version)
        except Conflict as error:
            raise Conflict(_ELSEWHERE) from error
        return longer


def _chosen(known: Sequence[Persona], persona_ids: Sequence[str]) -> list[Persona]:
    by_id = {persona.id: persona for persona in known}
    if not persona_ids:
        raise SetupError("Choose at least one person to meet.")
    if unknown := [persona_id for persona_id in persona_ids if persona_id not in by_id]:
        raise NotFound(f"Nobody here is called “{unknown[0]}”: choose from the list.")
    return [by_id[persona_id] for persona_id in dict.fromkeys(persona_ids)]


def _waiting(talk: Interview) -> str | None:
    """The question whose answer waits for a reply; None where the last turn is no answer."""
    last = talk.turns[-1] if talk.turns else None
    return last.question_id if last and last.act is Act.ANSWER else None


def _on_the_table(talk: Interview) -> str | None:
    """The question the candidate is speaking to; None where they ask or nobody has asked yet."""
    moves = [turn.move for turn in talk.turns if turn.move]
    if not moves or moves[-1].persona_id != talk.plan.persona.id:
        return None
    return moves[-1].question_id
