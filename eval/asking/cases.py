"""Reads labelled questions."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondround.asking.features import Asked
from secondround.asking.labelling import Labeller
from secondround.assets import asset_dir
from secondround.domain.asking import AskLabel
from secondround.domain.materials import PersonaKind

FOLDER = asset_dir("knowledge") / "asking"
BLIND = Path(__file__).parents[1] / "datasets" / "asking" / "blind.jsonl"


@dataclass(frozen=True)
class Case:
    """A question with its label."""

    id: str
    writer: str
    question: str
    persona: PersonaKind
    context: str
    pay_raised: bool
    label: AskLabel

    def asked(self, labeller: Labeller) -> Asked:
        """As the labeller reads it."""
        context = [self.context] if self.context.strip() else []
        return labeller.asked(self.question, self.persona, context, pay_raised=self.pay_raised)


def taught() -> list[Case]:
    """Those the labels are learned from, in the order of the files."""
    return [case for path in _files() for case in read(path)]


def fingerprint() -> str:
    """Names what is learned from; changes with every label."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(path.read_text(encoding="utf-8").encode())
    return digest.hexdigest()[:16]


def read(path: Path) -> list[Case]:
    """The cases of a file; its name is the writer's."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line), path.stem) for line in lines if line.strip()]


def _files() -> Sequence[Path]:
    return sorted(FOLDER.glob("*.jsonl"))


def _case(row: dict[str, Any], writer: str) -> Case:
    return Case(
        id=str(row["id"]),
        writer=writer,
        question=str(row["question"]),
        persona=PersonaKind(row["persona"]),
        context=str(row.get("context") or ""),
        pay_raised=bool(row.get("pay_raised")),
        label=AskLabel(row["label"]),
    )
