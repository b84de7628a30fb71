"""Finding on the command line: passages, what was understood, interviews.

A query of a file is `{"id"?, "query", "kind"?}`; its line of output `{"id", "passages": […]}`.
"""

import json
from pathlib import Path

from pydantic import BaseModel, ValidationError

from secondround.app import App
from secondround.cli.output import Row, read, show
from secondround.domain.materials import Kind, Passage
from secondround.domain.scope import Scope
from secondround.errors import SetupError

NOTHING = "Nothing in the materials answers that."
NO_BRIEF = "Nothing yet: take in your notes and research with `secondround ingest`."


class Query(BaseModel):
    """What a program looks for; fields it does not know are left alone."""

    id: str | int | None = None
    query: str
    kind: Kind | None = None


def find(app: App, dossier_id: str, query: str, k: int, scope: Scope, *, as_json: bool) -> None:
    """Prints the passages that answer the query, best first."""
    if not query.strip():
        raise SetupError("Say what you want to find, or name a file of queries with --jsonl.")
    found = app.library.search(dossier_id, query, k, scope=scope)
    show(_rows(found), as_json, lambda row: f"{row['document']}: {_line(row['text'])}", NOTHING)


def find_all(app: App, dossier_id: str, path: Path, k: int, scope: Scope) -> None:
    """Answers a query a line; a bad line is answered with its problem.

    Raises:
        SetupError: the file cannot be read.
    """
    for number, line in enumerate(read(path).decode("utf-8-sig", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            asked = Query.model_validate_json(line)
        except ValidationError as error:
            says = error.errors()[0]["msg"]
            row: Row = {"line": number, "problem": f"Line {number} is not a query: {says}."}
        else:
            kinds = (asked.kind,) if asked.kind else scope.kinds
            within = scope.model_copy(update={"kinds": kinds})
            found = app.library.search(dossier_id, asked.query, k, scope=within)
            row = {"id": asked.id, "passages": _rows(found)}
        print(json.dumps(row, ensure_ascii=False), flush=True)


def show_brief(app: App, dossier_id: str, *, as_json: bool) -> None:
    """Prints what was understood, each line with its sources."""
    lines = app.understanding.brief(dossier_id).lines
    show([line.model_dump(mode="json") for line in lines], as_json, _in_words, NO_BRIEF)


def show_interviews(app: App, words: str, *, as_json: bool) -> None:
    """Prints the interviews, newest first; of those alone where the words were said, if any."""
    rows: list[Row] = [
        {
            "id": found.interview.id,
            "dossier": found.dossier.name,
            "started_at": found.interview.started_at.isoformat(timespec="seconds"),
            "people": [plan.persona.name for plan in found.interview.plans],
            "phase": found.interview.phase.value,
            "bands": [critique.band for critique in found.critiques],
        }
        for found in app.store.interviews(search=words)
    ]
    show(rows, as_json, lambda r: f"{r['id']}  {r['started_at']}  {r['dossier']}", "None yet.")


def _rows(found: list[Passage]) -> list[Row]:
    return [passage.model_dump(mode="json", exclude={"id"}) for passage in found]


def _in_words(row: Row) -> str:
    sources = sorted({passage["document"] for passage in row["passages"]}) or ["you"]
    return f"{row['topic']:10} {_line(row['text'])}  [{', '.join(sources)}]"


def _line(text: str) -> str:
    return " ".join(text.split())
