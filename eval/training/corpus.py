"""Reads the labelled answers, as they were labelled and as the product would cut them."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.training.variants import variants
from secondround.assets import asset_dir
from secondround.critique.heard import Heard, hear
from secondround.critique.rubric import Criterion
from secondround.domain.critique import Answer, Evidence, Flag, Part, ResponseType, Role
from secondround.domain.interview import QuestionKind
from secondround.ports import Embedder

FOLDER = asset_dir("knowledge") / "star"
_KINDS = {"motivational": QuestionKind.MOTIVATION}


@dataclass(frozen=True)
class Sample:
    """An answer, cut into units whose roles are known."""

    heard: Heard
    roles: tuple[Role, ...]
    purity: tuple[float, ...]
    """Share of each unit that its role covers, 0..1; 1 for a unit as it was labelled."""


@dataclass(frozen=True)
class Labelled:
    """One answer of the corpus."""

    id: str
    answer: Answer
    response_type: ResponseType
    scores: dict[str, int]
    """S, T, A, R, 0..3 each."""
    flags: frozenset[Flag]
    gold: Sample
    """In the units that were labelled."""
    cut: Sample
    """In the units the product cuts."""

    @property
    def writer(self) -> str:
        """Who wrote it; also keeps the variants of one story together."""
        return self.id[0]


@dataclass(frozen=True)
class Plan:
    """A labelled answer to a situational question."""

    id: str
    answer: Answer
    heard: Heard
    criteria: tuple[frozenset[Criterion], ...]
    """What each unit meets."""


def fingerprint() -> str:
    """Names what the tagger is trained on; changes with every label."""
    digest = hashlib.sha256()
    for path in [*sorted((FOLDER / "corpus").glob("*.jsonl")), FOLDER / "situational.jsonl"]:
        digest.update(path.read_text(encoding="utf-8").encode())
    return digest.hexdigest()[:16]


def answers(embedder: Embedder) -> list[Labelled]:
    """All labelled answers, in the order of the files."""
    paths = sorted((FOLDER / "corpus").glob("*.jsonl"))
    return [labelled(row, embedder) for path in paths for row in _rows(path)]


def varied(embedder: Embedder) -> list[tuple[str, Labelled]]:
    """The variants of all labelled answers, each with what was done."""
    paths = sorted((FOLDER / "corpus").glob("*.jsonl"))
    rows = (pair for path in paths for row in _rows(path) for pair in variants(row))
    return [(change, labelled(row, embedder)) for change, row in rows]


def plans(embedder: Embedder) -> list[Plan]:
    """All labelled answers to situational questions."""
    return [_plan(row, embedder) for row in _rows(FOLDER / "situational.jsonl")]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def labelled(row: dict[str, Any], embedder: Embedder) -> Labelled:
    """One answer with its labels, from a line of a file."""
    answer = _answer(row)
    spans = _spans(row["units"])
    labels = [Role(unit["role"]) for unit in row["units"]]
    return Labelled(
        id=row["id"],
        answer=answer,
        response_type=ResponseType(row["response_type"]),
        scores=row["scores"],
        flags=frozenset(Flag(flag) for flag in row["flags"]),
        gold=Sample(_as_labelled(answer, spans, embedder), tuple(labels), (1.0,) * len(labels)),
        cut=_projected(hear(answer, embedder), spans, labels),
    )


def _plan(row: dict[str, Any], embedder: Embedder) -> Plan:
    answer = _answer({**row, "question_kind": "situational"})
    criteria = (frozenset(Criterion[c.upper()] for c in unit["criteria"]) for unit in row["units"])
    heard = _as_labelled(answer, _spans(row["units"]), embedder)
    return Plan(row["id"], answer, heard, tuple(criteria))


def _answer(row: dict[str, Any]) -> Answer:
    text = " ".join(unit["text"] for unit in row["units"])
    kind = row["question_kind"]
    return Answer(
        question=row["question"],
        kind=_KINDS.get(kind) or QuestionKind(kind),
        parts=(Part(turn=0, text=text),),
    )


def _spans(units: Sequence[dict[str, Any]]) -> list[Evidence]:
    spans, start = [], 0
    for unit in units:
        end = start + len(unit["text"])
        spans.append(Evidence(start=start, end=end, quote=unit["text"]))
        start = end + 1
    return spans


def _as_labelled(answer: Answer, spans: Sequence[Evidence], embedder: Embedder) -> Heard:
    return Heard.of(spans, answer.question, embedder, [False] * len(spans))


def _projected(heard: Heard, spans: Sequence[Evidence], labels: Sequence[Role]) -> Sample:
    """Gives each unit the role that covers most of it."""
    roles, purity = [], []
    for unit in heard.spans:
        covered: Counter[Role] = Counter()
        for span, role in zip(spans, labels, strict=True):
            covered[role] += max(0, min(unit.end, span.end) - max(unit.start, span.start))
        role, length = covered.most_common(1)[0]
        roles.append(role)
        purity.append(min(1.0, length / (unit.end - unit.start)))
    return Sample(heard, tuple(roles), tuple(purity))
