"""Finds the date of what a document says; a date that is not fully written is not guessed."""

import re
from collections.abc import Callable, Iterator
from datetime import date

_MONTHS = [
    "january jan januar janvier enero ene",
    "february feb februar février febrero",
    "march mar märz mär mars marzo",
    "april apr avril abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août agosto ago",
    "september sep sept septembre septiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre diciembre dic",
]
_NUMBER = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_MONTH = "(?:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")(?!\w)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|º|\.)?"
_YEARS = range(1990, 2100)

_HEAD_LINES, _HEAD_CHARS = 12, 1500
_OF_SOMETHING_ELSE = re.compile(
    r"(?:\b(?:by|before|until|till|from|since|after|to)\s+(?:the\s+)?"
    r"|\b(?:born|birth|dob|closes|closing|deadline|apply|starts?|starting|begins|valid|expir\w+"
    r"|founded|established|available)\b[^.;\n]{0,30})$",
    re.I,
)
_BEFORE_DATE = re.compile(r"^\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?", re.I)
_COMPACT = re.compile(r"(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)")


def find(name: str, text: str, stated: str, *, not_after: date | None = None) -> date | None:
    """The date the file states itself, or its name, or the head of its text; None for none.

    Dates of something else (a deadline, a birth, a first day at work) do not count, nor do days
    after `not_after`.
    """
    found = [day for day, _ in _written(stated[:10])]
    found += [*_in_name(name), *_in_head(text)]
    return next((day for day in found if not_after is None or day <= not_after), None)


def opening(text: str) -> date | None:
    """The full date a text opens with, a list mark or a weekday before it or not; None for none."""
    line = _BEFORE_DATE.sub("", text[:60].partition("\n")[0])
    return next((day for day, start in _written(line) if start == 0), None)


def _in_name(name: str) -> Iterator[date]:
    """Names join the parts of a date with any mark, or, other than texts, with none."""
    spaced = _COMPACT.sub(r"\1-\2-\3", name)
    for parts in (re.sub(r"[_\s]+", "-", spaced), re.sub(r"[_-]+", " ", spaced)):
        yield from (day for day, _ in _written(parts))


def _in_head(text: str) -> Iterator[date]:
    lines = [line for line in text[:_HEAD_CHARS].splitlines() if line.strip()][:_HEAD_LINES]
    for line in lines:
        for day, start in _written(line):
            if not _OF_SOMETHING_ELSE.search(line[:start]):
                yield day


def _written(text: str) -> list[tuple[date, int]]:
    """All full dates in a line and where they start, in order."""
    found = {
        match.start(): day
        for pattern, read in _FORMS
        for match in re.finditer(pattern, text, re.I)
        if (day := read(*match.groups()))
    }
    return [(found[start], start) for start in sorted(found)]


def _year_first(year: str, month: str, day: str) -> date | None:
    return _date(int(year), int(month), int(day))


def _day_first(day: str, month: str, year: str) -> date | None:
    number = _NUMBER.get(month.lower()) or int(month)
    return _date(int(year), number, int(re.sub(r"\D", "", day)))


def _month_first(month: str, day: str, year: str) -> date | None:
    return _day_first(day, month, year)


def _either_order(first: str, second: str, year: str) -> date | None:
    """03/04/2026 may be March or April, so it is neither; 13/04/2026 can only be April."""
    readings = {_day_first(first, second, year), _month_first(first, second, year)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


_FORMS: list[tuple[str, Callable[[str, str, str], date | None]]] = [
    (r"(?<![\d.])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)", _year_first),
    (r"(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)", _day_first),
    (r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)", _either_order),
    (rf"(?<!\d)({_DAY})\s*(?:of |de )?\s*({_MONTH})[.,]*\s*(?:de )?(\d{{4}})(?!\d)", _day_first),
    (rf"(?<!\w)({_MONTH})\.?\s*({_DAY}),?\s+(\d{{4}})(?!\d)", _month_first),
]
