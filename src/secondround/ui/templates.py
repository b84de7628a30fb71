"""Turns values into the HTML of the pages; whatever is put into a template is escaped."""

from datetime import date, datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from secondround.critique import wording as critique_wording
from secondround.interview import wording as debrief_wording
from secondround.ui import wording


def render(template: str, /, **values: object) -> str:
    """`templates/<template>.html`, filled in."""
    return _environment().get_template(f"{template}.html").render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("secondround.ui"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = wording
    environment.globals["marks"] = critique_wording
    environment.globals["sums"] = debrief_wording
    environment.filters |= {"day": _day, "moment": _moment, "initials": _initials}
    return environment


def _day(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def _moment(value: datetime) -> str:
    local = value.astimezone()
    return f"{local:%A} {local.day} {local:%B %Y}, {local:%H:%M}"


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"
