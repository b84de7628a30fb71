"""Answering a question of the candidate on the command line: a case in, a label and a reply out.

A case is `{"id"?, "question", "persona"?, "context"?, "pay_raised"?}`; its line of output
`{"id", "label", "why", "reply", "sources"}`. Without a dossier, `context` is all that is known;
with one, it takes the place of what is found there.
"""

import json
import sys
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from secondround.app import App
from secondround.asking.desk import NOWHERE, Answered
from secondround.cli.output import Row, print_json, read
from secondround.cli.talking import persona_ids
from secondround.domain.interview import Persona
from secondround.domain.materials import Dossier
from secondround.errors import NotFound
from secondround.interview import personas


class Case(BaseModel):
    """A question with what is known; fields it does not know are left alone."""

    id: str | int | None = None
    question: str = Field(pattern=r"\S")
    persona: str = "manager"
    context: str | None = None
    pay_raised: bool = False


def answer(app: App, dossier: Dossier | None, case: Case, *, as_json: bool) -> None:
    """Prints what comes of one question.

    Raises:
        NotFound: nobody is called like the persona.
        SetupError: something of the product or of the data folder is missing.
    """
    found = _answered(app, dossier, case)
    if as_json:
        print_json(_row(found))
    else:
        print(_in_words(found))


def answer_file(app: App, dossier: Dossier | None, path: Path) -> None:
    """Answers a question a line; a bad line is named on standard error and passed over.

    Raises:
        SetupError: the file cannot be read, or something of the product is missing.
    """
    for number, line in enumerate(read(path).decode("utf-8-sig", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            case = Case.model_validate_json(line)
            found = _answered(app, dossier, case)
        except (ValidationError, NotFound) as error:
            says = error if isinstance(error, NotFound) else f"{error.errors()[0]['msg']}."
            print(f"Line {number} is not a question: {says}", file=sys.stderr, flush=True)
        else:
            print(json.dumps({"id": case.id, **_row(found)}, ensure_ascii=False), flush=True)


def _answered(app: App, dossier: Dossier | None, case: Case) -> Answered:
    persona = _persona(app, dossier, case.persona)
    if dossier is None or case.context is not None:
        known = case.context or ""
        return app.desk.in_text(case.question, persona, known, pay_raised=case.pay_raised)
    return app.desk.in_dossier(case.question, persona, dossier, pay_raised=case.pay_raised)


def _persona(app: App, dossier: Dossier | None, name: str) -> Persona:
    known = app.session.personas(dossier.id) if dossier else personas.for_dossier(NOWHERE)
    wanted = persona_ids(known, [name])[0]
    return next(persona for persona in known if persona.id == wanted)


def _row(found: Answered) -> Row:
    passages = [passage.model_dump(mode="json", exclude={"id"}) for passage in found.passages]
    return {
        "label": found.verdict.label.value,
        "why": found.verdict.why,
        "reply": found.reply,
        "sources": [*passages, *found.sentences],
    }


def _in_words(found: Answered) -> str:
    label = found.verdict.label.value.replace("_", " ")
    documents = sorted({passage.document for passage in found.passages})
    drawn = f"  [{', '.join(documents)}]" if documents else ""
    return f"{label}: {found.verdict.why}\n{found.reply}{drawn}"
