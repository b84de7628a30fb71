"""Loads, checks and renders the prompt files, and keeps what they quote inside its block.

A prompt is `prompts/<id>.md`: front matter, then a Jinja template.

    ---
    id: interview/say            # the file's path, without .md
    version: 2                   # goes up with every change: prompts.lock holds its fingerprint
    inputs: [dossier, move]      # exactly the names the template uses
    ---
    # system
    You interview …
    # user
    {{ block("dossier", dossier) }}

Other front matter is kept in `meta`. The headings `# system` and `# user` divide it into messages.
Partials are taken in with `{% include "_partials/blocks.md" %}` and count towards the fingerprint.

Text from a candidate or a document goes into a prompt only as a value. `block` puts it between
tags; in a block or out of one its angle brackets are exchanged, so that no value can open or close
a tag.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

import frontmatter
import jinja2
import yaml
from jinja2 import meta as jinja_meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, Field

from secondround.assets import asset_dir
from secondround.errors import SetupError

_BRACKETS = str.maketrans("<>＜＞﹤﹥", "‹›‹›‹›")
_ROLE = re.compile(r"^# (system|user)\n", re.MULTILINE)


@cache
def load(id: str) -> "Prompt":
    """The prompt with that id, `interview/say`.

    Raises:
        SetupError: it is missing, or it is not what its front matter says.
    """
    return read(asset_dir("prompts"), id)


def read(folder: Path, id: str) -> "Prompt":
    """The prompt with that id out of a folder of prompts.

    Raises:
        SetupError: it is missing, or it is not what its front matter says.
    """
    environment = _environment(folder)
    try:
        written = (folder / f"{id}.md").read_text(encoding="utf-8")
        post = frontmatter.loads(written)
        head = _Head.model_validate(post.metadata)
        used, partials = _follow(environment, post.content)
    except (OSError, ValueError, yaml.YAMLError, jinja2.TemplateError) as error:
        raise SetupError(f"The prompt {id} cannot be read: {error}") from error
    if head.id != id or set(head.inputs) != used:
        raise SetupError(
            f"The prompt {id} must give its own id, and declare the inputs it uses: {sorted(used)}."
        )
    return Prompt(
        id=id,
        version=head.version,
        inputs=head.inputs,
        meta=head.model_extra or {},
        fingerprint=hashlib.sha256("\0".join((written, *partials)).encode()).hexdigest()[:12],
        whole=environment.from_string(post.content),
        parts=tuple((role, environment.from_string(text)) for role, text in _parts(post.content)),
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The role and the text under each role's heading."""
    _, *pieces = _ROLE.split(text)
    return zip(pieces[::2], pieces[1::2], strict=True)


class _Head(BaseModel, extra="allow"):
    id: str
    version: Annotated[int, Field(ge=1)]
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prompt:
    """A prompt file that has been checked."""

    id: str
    version: int
    inputs: tuple[str, ...]
    meta: Mapping[str, object]
    """Front matter beside id, version and inputs."""
    fingerprint: str
    """Of the file and its partials: twelve hex digits."""
    whole: jinja2.Template
    parts: tuple[tuple[str, jinja2.Template], ...]

    @property
    def reference(self) -> str:
        """What a turn or a critique records of it: `id@version#fingerprint`."""
        return f"{self.id}@{self.version}#{self.fingerprint}"

    def render(self, **values: object) -> str:
        """The whole text.

        Raises:
            TypeError: other values than the declared inputs.
        """
        self._check(values)
        return self.whole.render(values).strip()

    def messages(self, **values: object) -> list[tuple[str, str]]:
        """Role and text of each message; what stands in a value cannot start a message.

        Raises:
            TypeError: other values than the declared inputs.
        """
        self._check(values)
        return [(role, part.render(values).strip()) for role, part in self.parts]

    def _check(self, values: Mapping[str, object]) -> None:
        if set(values) != set(self.inputs):
            raise TypeError(f"{self.id} takes {sorted(self.inputs)}, not {sorted(values)}")


class Block(str):
    """Text that may stand in a prompt as it is: its brackets are ours."""


def data_block(label: str, text: str) -> Block:
    """The text between `<label>` tags that it cannot close."""
    return Block(f"<{label}>\n{neutral(text).strip()}\n</{label}>")


def neutral(text: str) -> str:
    """The text with its angle brackets exchanged; every character stays in its place."""
    return text.translate(_BRACKETS)


@cache
def _environment(folder: Path) -> jinja2.Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals = {"block": data_block}
    return environment


def _printable(value: object) -> object:
    return neutral(value) if isinstance(value, str) and not isinstance(value, Block) else value


def _follow(environment: jinja2.Environment, text: str) -> tuple[set[str], list[str]]:
    """The names that a template and its partials use, and the text of each partial."""
    tree = environment.parse(text)
    used = jinja_meta.find_undeclared_variables(tree) - set(environment.globals)
    texts: list[str] = []
    for name in jinja_meta.find_referenced_templates(tree):
        partial = _body(environment, name)
        more_used, more_texts = _follow(environment, partial)
        used, texts = used | more_used, [*texts, partial, *more_texts]
    return used, texts


def _body(environment: jinja2.Environment, name: str | None) -> str:
    if name is None or environment.loader is None:
        raise jinja2.TemplateError("a partial is named outright")
    return environment.loader.get_source(environment, name)[0]
