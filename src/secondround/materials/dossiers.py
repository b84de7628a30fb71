"""Makes a dossier, and finds it again by what people call it."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from secondround.domain.materials import Dossier, Person
from secondround.errors import NotFound, SetupError


def called(dossiers: Sequence[Dossier], name: str) -> Dossier:
    """The dossier with that id, name, company or role; upper and lower case are alike.

    Raises:
        NotFound: none, or more than one.
    """
    matches = all_called(dossiers, name)
    if len(matches) == 1:
        return matches[0]
    if matches:
        ids = ", ".join(dossier.id for dossier in matches)
        raise NotFound(f"Several dossiers are called “{name}”: say which by its id: {ids}.")
    known = ", ".join(f"“{dossier.name}”" for dossier in dossiers) or "none yet"
    raise NotFound(f"There is no dossier called “{name}”. Dossiers here: {known}.")


def all_called(dossiers: Sequence[Dossier], name: str) -> list[Dossier]:
    """Those with that id or name; where there are none, with that company or role."""
    wanted = name.strip().casefold()
    exact = [d for d in dossiers if d.id == name or d.name.casefold() == wanted]
    loose = [d for d in dossiers if wanted in (d.company.casefold(), d.role.casefold())]
    return exact or loose


def made(
    company: str,
    role: str,
    interview_at: datetime | None,
    people: Sequence[Person],
    created_at: datetime,
) -> Dossier:
    """A new one.

    Raises:
        SetupError: it has neither a company nor a role.
    """
    company, role = company.strip(), role.strip()
    if not company and not role:
        raise SetupError("Say at least which company or which role it is.")
    return Dossier(
        id=secrets.token_urlsafe(12),
        company=company,
        role=role,
        interview_at=interview_at,
        people=tuple(people),
        created_at=created_at,
    )
