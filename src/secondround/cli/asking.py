"""The command that says how good a question of the candidate is, and what they would hear."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from secondround.cli.options import Json
from secondround.errors import SetupError


def question(
    dossier: Annotated[str, typer.Option(help="Its name, company, role or id.")] = "",
    persona: Annotated[
        str, typer.Option(help="teammate, manager, executive, or a person's name.")
    ] = "manager",
    pay_raised: Annotated[
        bool, typer.Option("--pay-raised", help="The interviewer has raised pay before.")
    ] = False,
    jsonl: Annotated[
        Path | None,
        typer.Option(help='A file with {"id","question","persona","context","pay_raised"} a line.'),
    ] = None,
    as_json: Json = False,
) -> None:
    """Says how good a question to an interviewer is, read from standard input or from a file."""
    from secondround.app import build
    from secondround.cli.answering import Case, answer, answer_file

    app = build()
    target = app.dossier_called(dossier) if dossier else None
    if jsonl is not None:
        answer_file(app, target, jsonl)
        return
    asked = sys.stdin.read().strip()
    if not asked:
        raise SetupError("Write the question to standard input, or name a file with --jsonl.")
    case = Case(question=asked, persona=persona, pay_raised=pay_raised)
    answer(app, target, case, as_json=as_json)
