"""Writes prep sheets as Markdown, to keep, to change and to print."""

from collections.abc import Iterator, Sequence

from secondround.interview.sheet import Note, Place, Section, Sheet
from secondround.review.escaping import one_line
from secondround.review.naming import day, day_and_time


def markdown(sheets: Sequence[Sheet]) -> str:
    """The sheets one after another, each with its sources."""
    return "\n\n".join(block for sheet in sheets for block in _sheet(sheet)) + "\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    persona, at = sheet.persona, sheet.dossier.interview_at
    title = f" ({one_line(persona.title)})" if persona.title else ""
    yield f"# {one_line(persona.name)}{title}"
    yield one_line(sheet.dossier.name) + (f", {day_and_time(at)}" if at else "")
    for section in sheet.sections:
        yield f"## {section.title}"
        yield _section(sheet, section)
    if sheet.places:
        yield "## Sources"
        yield "\n".join(f"{i}. {_where(place)}" for i, place in enumerate(sheet.places, 1))


def _section(sheet: Sheet, section: Section) -> str:
    notes = [f"- {_note(sheet, note)}" for note in section.notes]
    return "\n".join(notes) if notes else f"*{section.empty}*"


def _note(sheet: Sheet, note: Note) -> str:
    parts = [one_line(note.text)]
    if note.date:
        parts.append(f"({day(note.date)})")
    if note.hint:
        parts.append(f"*{note.hint}*")
    if numbers := sheet.cited(note):
        parts.append(f"({', '.join(map(str, numbers))})")
    elif note.own:
        parts.append("(your own words)")
    return " ".join(parts)


def _where(place: Place) -> str:
    when = day(place.date) if place.date else ""
    return one_line(", ".join(filter(None, (place.document, place.under, when))))
