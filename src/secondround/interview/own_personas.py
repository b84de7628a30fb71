"""Personas of one's own: Markdown files in the data folder, of the same form as ours.

A file needs `kind` and `name` alone; what it leaves out is as in ours of that kind, demanding or
not. Its text is told to a model as the manner, a value that is never rendered, and every guard
holds for what such a persona says. A file that is wrong is reported and left out; it cannot take
the place of one of ours.
"""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import frontmatter
import yaml
from pydantic import ConfigDict

from secondround import prompts
from secondround.domain.base import Value
from secondround.domain.materials import PersonaKind
from secondround.domain.plan import Persona
from secondround.errors import SetupError
from secondround.interview.personas import STANDARD, Head, checked, slug, standard, variant

FOLDER = "personas"
"""Where they lie in the data folder."""
LARGEST = 20_000
"""Bytes of a file."""
LONGEST = 2_000
"""Characters of its text."""

_OF_A_PROMPT = ("id", "version", "inputs")
"""Fields that a copy of one of our files has and that mean nothing here: its name is the id."""


def own(folder: Path) -> tuple[tuple[Persona, ...], tuple[str, ...]]:
    """The personas in the folder, and a sentence on each file that is none; both by file name."""
    personas: list[Persona] = []
    problems: list[str] = []
    for file in _files(folder):
        try:
            personas.append(_unclaimed(file.name, _read(file), personas))
        except SetupError as error:
            problems.append(str(error))
    return tuple(personas), tuple(problems)


def write(
    folder: Path,
    *,
    name: str,
    kind: PersonaKind,
    demanding: bool = False,
    cares_about: Sequence[str] = (),
    manner: str = "",
) -> Persona:
    """Adds one, and gives it as it will be read; competencies come heaviest first.

    Raises:
        SetupError: a field cannot be taken, the name is taken, or the folder cannot be written.
    """
    given: dict[str, object] = {"kind": kind.value, "demanding": demanding, "name": _line(name)}
    if cares_about:
        size = len(cares_about)
        given["cares_about"] = {each: round(1 - i / size, 2) for i, each in enumerate(cares_about)}
    if manner.strip():
        given["manner"] = _line(manner)
    there, _ = own(folder)
    file = folder / f"{_free(slug(name), {*STANDARD, *(persona.id for persona in there)})}.md"
    head = yaml.safe_dump(given, sort_keys=False, allow_unicode=True)
    text = f"---\n{head}---\n"
    persona = _unclaimed(file.name, _made(file.name, text), there)
    _save(file, text)
    return persona


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    found = (file for file in folder.iterdir() if file.suffix.lower() == ".md")
    return sorted(found, key=lambda file: file.stem)


def _read(file: Path) -> Persona:
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            raise SetupError(f"The persona {file.name}: it is no text file of {LARGEST:,} bytes.")
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise SetupError(f"The persona {file.name} cannot be read: {error}.") from error
    return _made(file.name, text)


class _Basis(Value):
    """What every file must say, and what tells on which of ours it is built."""

    model_config = ConfigDict(extra="ignore")

    kind: PersonaKind
    name: str
    demanding: bool = False


def _made(file: str, text: str) -> Persona:
    given, told = _parts(file, text)
    basis = checked(_Basis, file, given)
    base = variant(basis.kind, demanding=basis.demanding)
    head = checked(Head, file, {**prompts.load(f"personas/{base}").meta, **given})
    own_manner = "manner" in given or not told
    manner = " ".join(filter(None, (head.manner if own_manner else "", told)))
    values = {**head.model_dump(), "id": slug(Path(file).stem), "base": base, "manner": manner}
    return Persona.model_validate(values)


def _parts(file: str, text: str) -> tuple[dict[str, object], str]:
    """The fields that count, and the text."""
    try:
        post = frontmatter.loads(text)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise SetupError(f"The persona {file}: front matter: {_line(str(error))}.") from error
    told = _line(post.content)
    if len(told) > LONGEST:
        raise SetupError(f"The persona {file}: text: it has more than {LONGEST:,} characters.")
    return {name: each for name, each in post.metadata.items() if name not in _OF_A_PROMPT}, told


def _unclaimed(file: str, persona: Persona, others: Iterable[Persona]) -> Persona:
    """The persona itself.

    Raises:
        SetupError: one of ours, or another of theirs, is called that.
    """
    for other in (*map(standard, STANDARD), *others):
        if persona.id == other.id:
            raise SetupError(f"The persona {file}: file name: “{other.id}” is taken, rename it.")
        if persona.name.casefold() == other.name.casefold():
            raise SetupError(f"The persona {file}: name: “{other.name}” is taken, choose another.")
    return persona


def _free(id: str, taken: Collection[str]) -> str:
    """The id, with a number where it is taken."""
    numbered = (id, *(f"{id}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in numbered if each not in taken)


def _save(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SetupError(f"The persona cannot be kept in {file.parent} ({reason}).") from error


def _line(text: str) -> str:
    return " ".join(text.split())
