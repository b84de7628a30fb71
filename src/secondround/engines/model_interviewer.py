"""Has a chat model put the interviewer's moves into words, streamed, in the persona's voice."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondround.domain.interview import (
    Act,
    Interview,
    Move,
    MoveKind,
    Persona,
    Provenance,
    QuestionKind,
    Turn,
)
from secondround.domain.materials import Dossier, Passage
from secondround.engines.models import called, stream, without_thoughts
from secondround.engines.spoken import spoken
from secondround.errors import EngineNonsense
from secondround.interview import personas
from secondround.knowledge import bank_question
from secondround.ports import Line, Scene
from secondround.prompts import load

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RECENT = 12_000
"""Characters of the conversation that go along, about 3,000 tokens."""
ELSEWHERE = 4_000
"""Characters of what was told to colleagues that go along."""
MATERIAL = 6_000
"""Characters of the materials that go along."""
LONGEST = 1_200
"""Characters after which a line is no line of an interviewer any more."""


class ModelInterviewer:
    """Words moves with a chat model; `name` is what the record of each line calls it."""

    def __init__(self, model: "BaseChatModel", name: str) -> None:
        self._model = model
        self._name = name

    def say(self, scene: Scene) -> Line:
        """Puts the move into words; the call starts with the first piece.

        Raises: (while iterating) EngineError.
        """
        persona = scene.interview.persona(scene.move.persona_id)
        prompt, (character, reference) = load("interview/say"), personas.character(persona)
        messages = prompt.messages(**_of_the_persona(persona, character), **_of_the_scene(scene))
        return Line(
            pieces=self._worded(messages, persona),
            made_by=Provenance(engine=self._name, prompt=f"{prompt.reference} {reference}"),
        )

    def _worded(self, messages: list[tuple[str, str]], persona: Persona) -> Iterator[str]:
        raw, said = "", ""
        for piece in stream(self._model, messages):
            raw += piece
            line = spoken(without_thoughts(raw), persona.name)
            if len(line) > LONGEST:
                raise EngineNonsense(f"{called(self._model)} went on and on.")
            if line != said:
                yield line.removeprefix(said)
            said = line
        rest = spoken(without_thoughts(raw), persona.name, whole=True)
        if not rest:
            raise EngineNonsense(f"{called(self._model)} sent an empty reply.")
        if rest != said:
            yield rest.removeprefix(said)


def _of_the_persona(persona: Persona, character: str) -> dict[str, object]:
    return {
        "name": persona.name,
        "title": persona.title,
        "character": character,
        "manner": persona.manner,
        "sentence": persona.sentence,
    }


def _of_the_scene(scene: Scene) -> dict[str, object]:
    move, interview = scene.move, scene.interview
    question = interview.question_of(move)
    return {
        "dossier": _application(scene.dossier),
        "passages": list(_material(scene)),
        "elsewhere": list(_elsewhere(interview, move.persona_id))[::-1],
        "turns": list(_recent(interview, move.persona_id))[::-1],
        "move": move.kind,
        "about": move.about,
        "against": move.against,
        "told": _told(interview, move),
        "interrupts": move.interrupts,
        "asks_back": move.asks_back,
        "question": question.text if question else "",
        "wants_story": question is None or question.kind is QuestionKind.BEHAVIOURAL,
        "element": move.element,
        "prepared": _prepared(move),
        "avoid": scene.avoid,
    }


def _prepared(move: Move) -> str:
    """The follow-up that the bank has for this element of this question; "" where it has none."""
    banked = bank_question(move.question_id or "") if move.kind is MoveKind.PROBE else None
    return banked.probes.get(move.element or "", "") if banked else ""


def _application(dossier: Dossier) -> str:
    people = [f"{p.name}, {p.title}" if p.title else p.name for p in dossier.people]
    facts = {
        "Company": dossier.company,
        "Role": dossier.role,
        "People the candidate will meet": "; ".join(people),
    }
    return "\n".join(f"{name}: {fact}" for name, fact in facts.items() if fact)


def _material(scene: Scene) -> Iterator[str]:
    """As many of the passages, best first, as there is room for; at least one."""
    room = MATERIAL
    for passage in scene.passages:
        text = f"{_source(passage)}\n{passage.text[:room]}"
        yield text
        room -= len(text)
        if room <= 0:
            return


def _source(passage: Passage) -> str:
    kind = passage.kind.replace("_", " ")
    date = f", {passage.date:%d %B %Y}" if passage.date else ""
    heading = f", under “{passage.heading}”" if passage.heading else ""
    return f"({kind}: {passage.document}{date}{heading})"


def _told(interview: Interview, move: Move) -> str:
    """Where `against` was said or stands, as a clause."""
    met = {plan.persona.id: plan.persona.name for plan in interview.plans}
    if move.told in met:
        return f"they told {met[move.told]}"
    return f"stands in their {move.told.replace('_', ' ')}" if move.told else ""


def _elsewhere(interview: Interview, persona_id: str) -> Iterator[str]:
    """What was told to others while this persona was not there, the latest first."""
    there = interview.heard_by(interview.persona(persona_id))
    room = ELSEWHERE
    for turn in reversed(interview.turns):
        if turn.act is Act.ANSWER and turn not in there and room > 0:
            yield f"(to {interview.persona(turn.persona_id).name}) {turn.text[:room]}"
            room -= len(turn.text)


def _recent(interview: Interview, persona_id: str) -> Iterator[tuple[str, str]]:
    """Who said what while this persona was there, the latest first, as far as there is room."""
    room = RECENT
    for turn in reversed(interview.heard_by(interview.persona(persona_id))):
        if not turn.text:
            continue
        yield _who(turn), turn.text[-room:]
        room -= len(turn.text)
        if room <= 0:
            return


def _who(turn: Turn) -> str:
    return "candidate" if turn.by_candidate else "interviewer"
