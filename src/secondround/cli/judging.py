"""Judging answers from the command line: a case in, a critique out, as JSON.

A case is `{"id"?, "question", "answer", "kind"?, "persona"?}`; what comes out is in `as_row`.
Offsets count characters of the answer as it was given.
"""

import json
from pathlib import Path

from pydantic import BaseModel, ValidationError

from secondround.cli.output import Row, print_json, read
from secondround.domain.critique import Answer, Critique, Part
from secondround.domain.interview import QuestionKind
from secondround.domain.materials import PersonaKind
from secondround.errors import SetupError
from secondround.ports import Critic


class Case(BaseModel):
    """An answer to judge, as a program hands it in; fields it does not know are left alone."""

    id: str | int | None = None
    question: str
    answer: str
    kind: QuestionKind = QuestionKind.BEHAVIOURAL
    persona: PersonaKind | None = None


def judge(critic: Critic, case: Row, *, as_json: bool) -> None:
    """Judges one case and prints the critique.

    Raises:
        SetupError: the case lacks something or names an unknown kind or persona.
    """
    known = _case(case)
    if not known.question.strip():
        raise SetupError('Say which question was asked: --question "Tell me about a time …".')
    critique = critic.judge(_answer(known))
    row = as_row(critique, known)
    if as_json:
        print_json(row)
    else:
        print(in_words(critique))


def judge_file(critic: Critic, path: Path) -> None:
    """Judges a case a line and prints a critique a line; a bad line is answered with its problem.

    Raises:
        SetupError: the file cannot be read.
    """
    for number, line in enumerate(read(path).decode("utf-8-sig", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            case = _case(json.loads(line))
            row = as_row(critic.judge(_answer(case)), case)
        except (SetupError, json.JSONDecodeError) as error:
            row = {"line": number, "problem": f"Line {number} is not a case: {error}"}
        print(json.dumps(row, ensure_ascii=False), flush=True)


def as_row(critique: Critique, case: Case) -> Row:
    """The critique as other programs read it."""
    row: Row = {"id": case.id} if case.id is not None else {}
    if critique.not_assessed is not None:
        return {**row, "not_assessed": critique.not_assessed}
    kept = critique.model_dump(
        mode="json",
        include={"response_type", "flags", "band", "good", "fix", "stronger"},
    )
    units = [{"start": u.start, "end": u.end, "role": u.role.value} for u in critique.units]
    elements = {
        key: {
            "score": element.score,
            "evidence": [e.model_dump(exclude={"turn"}) for e in element.evidence],
        }
        for key, element in critique.elements.items()
    }
    return {**row, **kept, "units": units, "elements": elements, "made_by": critique.made_by.engine}


def _case(row: Row) -> Case:
    try:
        return Case.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        raise SetupError(f"{where}: {first['msg']}.") from error


def _answer(case: Case) -> Answer:
    return Answer(
        question=case.question,
        kind=case.kind,
        persona=case.persona,
        parts=(Part(turn=0, text=case.answer),),
    )


def in_words(critique: Critique) -> str:
    """The critique as it is read in a terminal."""
    if critique.not_assessed is not None:
        return f"Not assessed: {critique.not_assessed}"
    scores = "  ".join(f"{key} {element.score}/3" for key, element in critique.elements.items())
    lines = [f"Band {critique.band} of 5   {scores}".rstrip()]
    for key, element in critique.elements.items():
        lines += [f"  {key}: “{e.quote}”" for e in element.evidence]
    lines += [part for part in (critique.good, critique.fix) if part]
    if critique.stronger:
        lines += ["", "A stronger version:", critique.stronger]
    return "\n".join(lines)
