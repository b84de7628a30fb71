"""Takes in the files and web addresses that a command names, and says how far it is."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from secondround.cli.output import Row, read, show
from secondround.domain.materials import Intake, Kind
from secondround.errors import SetupError

if TYPE_CHECKING:
    from secondround.app import App

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it."""


def bring(
    app: "App", dossier_id: str, sources: Sequence[str], kind: Kind | None, *, as_json: bool
) -> None:
    """Takes one after another in and prints what became of each.

    Raises:
        Exit: something failed, or Ctrl+C was pressed; nothing is left of what it was at then.
    """
    rows: list[Row] = []
    code = 0
    for source in sources:
        try:
            intake = _take_in(app, dossier_id, source, kind)
        except KeyboardInterrupt:
            print(f"Stopped at {source}: nothing of it is kept.", file=sys.stderr)
            code = INTERRUPTED
            break
        rows += [_row(one) for one in intake.all]
    show(rows, as_json, _in_words)
    if code or any(row["status"] == "failed" for row in rows):
        raise typer.Exit(code or 1)


def _take_in(app: "App", dossier_id: str, source: str, kind: Kind | None) -> Intake:
    with _Line(source) as line:
        if source.lower().startswith(("http://", "https://")):
            return app.library.take_in_page(dossier_id, source, kind, line.progress)
        path = Path(source)
        try:
            data = read(path)
        except SetupError as error:
            return Intake(name=path.name, status="failed", problem=str(error))
        return app.library.take_in(dossier_id, path.name, data, kind, line.progress)


class _Line:
    """The last line of the terminal, where it is one: written over and over, then gone."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen = sys.stderr.isatty()

    def __enter__(self) -> "_Line":
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def progress(self, done: int, total: int) -> None:
        """Says how many passages are indexed, of how many; none while the file is being read."""
        at = f"{done} of {total} passages" if total else "reading"
        self._write(f"{self._name[-50:]}: {at} …")

    def _write(self, text: str) -> None:
        if self._seen:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _row(intake: Intake) -> Row:
    return intake.model_dump(mode="json", exclude={"document_id", "attachments"})


def _in_words(row: Row) -> str:
    if row["status"] == "failed":
        return f"{row['name']}: {row['problem']}"
    if row["status"] == "duplicate":
        return f"{row['name']}: already there as {row['kind']}"
    return f"{row['name']}: taken in as {row['kind']}, {row['passages']} passages"
