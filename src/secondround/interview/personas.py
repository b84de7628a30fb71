"""Who can be met: three kinds of interviewer in two variants, and named people made from them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError, field_validator

from secondround import prompts
from secondround.domain.base import Value
from secondround.domain.materials import Dossier, Person, PersonaKind
from secondround.domain.plan import Element, Persona
from secondround.errors import SetupError
from secondround.knowledge import question_bank

_Form = TypeVar("_Form", bound=Value)


def variant(kind: PersonaKind, *, demanding: bool = False) -> str:
    """The id of the persona file: `manager`, or `manager-demanding`."""
    return f"{kind.value}-demanding" if demanding else kind.value


STANDARD = tuple(variant(kind, demanding=hard) for hard in (False, True) for kind in PersonaKind)
"""The ids of the persona files, the friendly ones first."""


def standard(base: str) -> Persona:
    """The interviewer of that persona file, without a name of their own.

    Raises:
        SetupError: the file is missing or broken.
    """
    head = _head(base)
    return Persona.model_validate({"id": str(base), "base": str(base), **head.model_dump()})


def named(person: Person, base: str = "") -> Persona:
    """The person as an interviewer, made from a persona file; from that of their kind without one.

    Raises:
        SetupError: the file is missing or broken.
    """
    made = standard(base or variant(person.kind, demanding=person.demanding))
    name = " ".join(person.name.split()) or made.name
    return made.model_copy(update={"id": slug(name), "name": name, "title": person.title})


def for_dossier(dossier: Dossier, own: Sequence[Persona] = ()) -> tuple[Persona, ...]:
    """Everybody the candidate can choose: the people they will meet, ours, then their own.

    Raises:
        SetupError: a persona file of ours is missing or broken.
    """
    ours = [standard(base) for base in STANDARD]
    taken = {persona.id for persona in (*ours, *own)}
    return (*_unique(map(named, dossier.people), taken), *ours, *own)


def first_name(persona: Persona) -> str:
    """What others call a named person; "" for those who have no name."""
    return persona.name.split()[0] if persona.is_named else ""


def character(persona: Persona) -> tuple[str, str]:
    """What a model is told of who they are, and the reference of the file that says it.

    The words are a value for a prompt, never a template: a persona of one's own goes in here too.

    Raises:
        SetupError: the file is missing or broken.
    """
    file = prompts.load(f"personas/{persona.base or persona.kind.value}")
    more = {
        "How you follow up": persona.probes,
        "What you tell of your own accord": persona.volunteers,
        "What tries your patience, though you do not show it": persona.annoyed_by,
    }
    told = [f"{what}: {' '.join(words.split())}" for what, words in more.items() if words]
    return "\n\n".join((file.render(), *told)), file.reference


class Head(Value):
    """The front matter of a persona file, without what every prompt has."""

    kind: PersonaKind
    demanding: bool
    name: str = Field(min_length=1, max_length=60)
    cares_about: dict[str, Annotated[float, Field(ge=0, le=1)]] = Field(min_length=1)
    manner: str = Field(min_length=1, max_length=1_000)
    chases: tuple[Element, ...] = Field(min_length=1)
    follow_ups: int = Field(ge=1, le=3)
    patience: int = Field(ge=50, le=1_000)
    sentence: int = Field(ge=6, le=40)
    pace: int = Field(ge=80, le=240)
    probes: str = Field(max_length=400)
    volunteers: str = Field(max_length=400)
    annoyed_by: str = Field(max_length=400)
    voice: str = Field(max_length=40)

    @field_validator("name", "manner", "probes", "volunteers", "annoyed_by", "voice")
    @classmethod
    def _one_line(cls, text: str) -> str:
        return " ".join(text.split())

    @field_validator("cares_about")
    @classmethod
    def _known(cls, cares_about: dict[str, float]) -> dict[str, float]:
        known = {question.competency for question in question_bank()}
        if unknown := sorted(set(cares_about) - known):
            raise ValueError(f"“{unknown[0]}” is none of {', '.join(sorted(known))}")
        return cares_about


def checked(form: type[_Form], file: str, front_matter: Mapping[str, object]) -> _Form:
    """The front matter of that file, held against a form.

    Raises:
        SetupError: a field is wrong; the message names file and field.
    """
    try:
        return form.model_validate(dict(front_matter))
    except ValidationError as error:
        wrong = error.errors()[0]
        field = ".".join(map(str, wrong["loc"]))
        reason = wrong["msg"].removeprefix("Value error, ")
        raise SetupError(f"The persona {file}: {field}: {reason}.") from error


def slug(name: str) -> str:
    """The name as an id: lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "interviewer"


def _head(base: str) -> Head:
    prompt = prompts.load(f"personas/{base}")
    head = checked(Head, prompt.id, prompt.meta)
    if variant(head.kind, demanding=head.demanding) != base:
        raise SetupError(f"The persona {prompt.id}: kind and demanding: they are of another file.")
    return head


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
