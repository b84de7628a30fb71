"""What people, places and times are called in an export."""

from datetime import date, datetime

from secondround.domain.interview import Persona
from secondround.domain.materials import Passage
from secondround.review.escaping import one_line


def who(persona: Persona) -> str:
    """Name and title."""
    return one_line(f"{persona.name} ({persona.title})" if persona.title else persona.name)


def place(passage: Passage) -> str:
    """Document, page and heading, date."""
    when = day(passage.date) if passage.date else ""
    return one_line(", ".join(filter(None, (passage.document, passage.under, when))))


def day_and_time(moment: datetime) -> str:
    """As in 2 March 2026, 10:20."""
    return f"{day(moment)}, {moment:%H:%M}"


def day(day: date) -> str:
    """As in 2 March 2026."""
    return f"{day.day} {day:%B %Y}"
