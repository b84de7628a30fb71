"""Makes the prep sheet for one interviewer: a page to read before the door opens.

It holds words of the candidate's own materials with their sources, and the product's advice on that
kind of interviewer; nothing else. Its likely questions are drawn with a seed of their own, so that
the sheet is the same whenever it is printed and an interview still asks what it draws by itself.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from secondround.domain.asking import SuggestedQuestion
from secondround.domain.base import Value
from secondround.domain.interview import Persona
from secondround.domain.materials import (
    Brief,
    BriefLine,
    Dossier,
    Passage,
    PersonaKind,
    Said,
    Topic,
)
from secondround.errors import NotFound
from secondround.interview import fitting, personas
from secondround.interview.answers import Search
from secondround.interview.plan import make_plans
from secondround.knowledge import SheetAdvice, bank_question, sheet_advice

QUESTIONS = 6
"""Likely questions."""

Suggest = Callable[[Dossier, Brief, Persona], Sequence[SuggestedQuestion]]
"""suggest(dossier, brief, persona) -> what is worth asking that person, the best first."""

_HOW = {
    Topic.PROMISE: "Say that it is done, or when it will be.",
    Topic.CONCERN: "Offer the story that answers it.",
    Topic.PROBLEM: "Say what you have thought about it since, and ask how it stands.",
    Topic.STRENGTH: "They liked it: build on it, do not tell it again.",
    Topic.CLAIM: "Be ready to say how.",
}


class Note(Value):
    """One thing on a sheet."""

    text: str
    hint: str = ""
    """What to do about it; "" where that is plain."""
    passages: tuple[Passage, ...] = ()
    """Where it stands; empty for the product's own advice and for the person's own words."""
    own: bool = False
    """Whether the words are the person's."""
    date: dt.date | None = None
    """When it was true; facts on the company only."""


class Section(Value):
    """Notes under a heading."""

    id: str
    title: str
    notes: tuple[Note, ...]
    empty: str = ""
    """What to say in place of notes where there are none."""


class Place(Value):
    """A place in the materials, as a sheet names it."""

    document: str
    under: str
    """Page and heading; "" where it has neither."""
    date: dt.date | None


class Sheet(Value):
    """All there is to know for the talk with one person."""

    dossier: Dossier
    persona: Persona
    sections: tuple[Section, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """What the notes cite, in the order in which it is first cited."""
        notes = (note for section in self.sections for note in section.notes)
        return tuple(dict.fromkeys(_place(p) for note in notes for p in note.passages))

    def cited(self, note: Note) -> tuple[int, ...]:
        """The numbers, from 1, of the places that a note cites."""
        places = self.places
        numbers = {places.index(_place(passage)) + 1 for passage in note.passages}
        return tuple(sorted(numbers))


def sheets(
    dossier: Dossier,
    brief: Brief,
    search: Search,
    suggest: Suggest,
    persona_id: str = "",
    *,
    own: Sequence[Persona] = (),
    passages: Sequence[Passage] = (),
) -> tuple[Sheet, ...]:
    """The sheet for a persona; without an id, one for each person they will meet, or for each kind.

    `own` are interviewers of the candidate's own; `passages` those that `make_plans` looks at.

    Raises:
        NotFound: no such persona in the dossier.
        SetupError: a file of knowledge or a persona's prompt is broken.
    """
    known = personas.for_dossier(dossier, own)
    met = known[: len(dossier.people) or len(PersonaKind)]
    chosen = [persona for persona in known if persona.id == persona_id] if persona_id else met
    if not chosen:
        raise NotFound(f"Nobody here is called “{persona_id}”: choose from the list.")
    return tuple(sheet(persona, dossier, brief, search, suggest, passages) for persona in chosen)


def sheet(
    persona: Persona,
    dossier: Dossier,
    brief: Brief,
    search: Search,
    suggest: Suggest,
    passages: Sequence[Passage] = (),
) -> Sheet:
    """The sheet for one persona."""
    lines = fitting.Lines(persona, dossier, brief, search)
    advice = sheet_advice()[persona.kind]
    sections = (
        Section(
            id="who",
            title="Who they are",
            notes=(*_notes(lines.known()), *map(_shown, lines.cares())),
            empty="Your documents say nothing more of them.",
        ),
        Section(id="looks_for", title="What they look for", notes=_advice(advice.looks_for)),
        Section(
            id="likely",
            title="Likely questions",
            notes=tuple(_likely(persona, dossier, brief, search, passages)),
        ),
        Section(
            id="callbacks",
            title="Come back to",
            notes=_notes(lines.callbacks()),
            empty="Nothing is planned for them: choose “Come back to it” at a line of the brief.",
        ),
        Section(
            id="facts",
            title="Facts to use",
            notes=_notes(lines.facts()),
            empty="Your documents hold no dated fact on the company yet.",
        ),
        Section(
            id="ask",
            title="Ask them",
            notes=tuple(_to_ask(suggest(dossier, brief, persona))),
            empty="Your documents leave nothing to take up yet: bring notes or news of them.",
        ),
        Section(
            id="straight",
            title="Figures to keep straight",
            notes=tuple(_figures(lines)),
            empty="You gave no figures that your documents tell of.",
        ),
        Section(id="avoid", title="Better not", notes=tuple(_to_avoid(lines, advice))),
    )
    return Sheet(dossier=dossier, persona=persona, sections=sections)


def _place(passage: Passage) -> Place:
    return Place(document=passage.document, under=passage.under, date=passage.date)


def _notes(lines: Iterable[BriefLine], hint: str | None = None) -> tuple[Note, ...]:
    return tuple(_note(line, _HOW.get(line.topic, "") if hint is None else hint) for line in lines)


def _note(line: BriefLine, hint: str = "") -> Note:
    return Note(
        text=" ".join(line.text.split()),
        hint=hint,
        passages=line.passages,
        own=line.in_own_words,
        date=fitting.dated(line) if line.topic is Topic.FACT else None,
    )


def _shown(said: Said) -> Note:
    text = " ".join(said.text.split())
    return Note(text=text, hint="It shows what matters to them.", passages=(said.passage,))


def _advice(texts: Iterable[str]) -> tuple[Note, ...]:
    return tuple(Note(text=text) for text in texts)


def _likely(
    persona: Persona,
    dossier: Dossier,
    brief: Brief,
    search: Search,
    passages: Sequence[Passage],
) -> Iterator[Note]:
    [plan] = make_plans(
        (persona,),
        brief,
        questions=QUESTIONS,
        search=search,
        seed=f"sheet of {dossier.id}",
        company=dossier.company,
        role=dossier.role,
        passages=passages,
    )
    for asked in plan.questions:
        banked = bank_question(asked.id)
        hint = f"They want to know {banked.seeks}." if banked else ""
        yield Note(text=asked.text, hint=hint, passages=asked.passages)


def _to_ask(suggested: Iterable[SuggestedQuestion]) -> Iterator[Note]:
    for each in suggested:
        yield Note(text=each.text, hint=each.because, passages=each.passages, own=each.own)


def _figures(lines: fitting.Lines) -> Iterator[Note]:
    """Where two sources disagree first, then what was said and should be said again."""
    for one, other in lines.disagreements():
        yield Note(
            text=f"“{_in_passing(one)}” and “{_in_passing(other)}”",
            hint="Settle on one of the two, and know why.",
            passages=tuple(dict.fromkeys((*one.passages, *other.passages))),
        )
    for claim, figure, passage in lines.other_figures:
        yield Note(
            text=f"“{_in_passing(claim)}”; your CV has {figure}.",
            hint="Settle on the right one, and put the other right if it comes up.",
            passages=tuple(dict.fromkeys((*claim.passages, passage))),
        )
    yield from _notes(lines.figures(), "")


def _in_passing(line: BriefLine) -> str:
    return " ".join(line.text.split()).rstrip(".")


def _to_avoid(lines: fitting.Lines, advice: SheetAdvice) -> Iterator[Note]:
    yield from _notes(lines.fumbled(), "Have a better answer ready than last time.")
    yield from _notes(lines.overtaken(), "Out of date: do not say it as news.")
    yield from _advice(advice.avoid)
