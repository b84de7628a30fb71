"""Who can be met: the three kinds of interviewer, and named people built on them."""

import re
import unicodedata
from collections.abc import Iterable

from pydantic import Field, ValidationError

from secondround import prompts
from secondround.domain.base import Value
from secondround.domain.interview import Persona
from secondround.domain.materials import Dossier, Person, PersonaKind
from secondround.errors import SetupError


def standard(kind: PersonaKind) -> Persona:
    """The interviewer of that kind, without a name of their own.

    Raises:
        SetupError: the persona's prompt is missing or broken.
    """
    head = _head(kind)
    return Persona(
        id=kind.value,
        kind=kind,
        name=head.name,
        cares_about=head.cares_about,
        manner=head.manner,
        patience=head.patience,
    )


def named(person: Person) -> Persona:
    """The person as an interviewer of their kind.

    Raises:
        SetupError: the persona's prompt is missing or broken.
    """
    kind = standard(person.kind)
    name = " ".join(person.name.split()) or kind.name
    return kind.model_copy(update={"id": _slug(name), "name": name, "title": person.title})


def for_dossier(dossier: Dossier) -> tuple[Persona, ...]:
    """Everybody the candidate can choose: the people they will meet, then the three kinds.

    Raises:
        SetupError: a persona's prompt is missing or broken.
    """
    kinds = [standard(kind) for kind in PersonaKind]
    return (*_unique(map(named, dossier.people), {p.id for p in kinds}), *kinds)


def first_name(persona: Persona) -> str:
    """What others call a named person; "" for the three kinds, who have no name."""
    return "" if persona.id == persona.kind.value else persona.name.split()[0]


class _Head(Value):
    """The front matter of a persona's prompt."""

    kind: PersonaKind
    name: str
    cares_about: tuple[str, ...] = Field(min_length=1)
    patience: int = Field(gt=0)
    manner: str


def _head(kind: PersonaKind) -> _Head:
    prompt = prompts.load(f"personas/{kind.value}")
    try:
        head = _Head.model_validate(dict(prompt.meta))
    except ValidationError as error:
        wrong = error.errors()[0]
        field = ".".join(map(str, wrong["loc"]))
        raise SetupError(f"The prompt {prompt.id}: {field}: {wrong['msg']}.") from error
    if head.kind is not kind:
        raise SetupError(f"The prompt {prompt.id} describes another kind: {head.kind.value}.")
    return head


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "interviewer"


def _unique(personas: Iterable[Persona], taken: set[str]) -> list[Persona]:
    """The same personas; an id that is taken gets a number."""
    unique: list[Persona] = []
    for persona in personas:
        id, number = persona.id, 1
        while id in taken:
            number += 1
            id = f"{persona.id}-{number}"
        taken = taken | {id}
        unique.append(persona.model_copy(update={"id": id}))
    return unique
