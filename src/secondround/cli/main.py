"""The commands. Those that print results take --json; that form is a stable interface."""

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from secondround import __version__
from secondround.cli.asking import question
from secondround.cli.options import DossierName, Json
from secondround.cli.output import show
from secondround.cli.preparing import coverage, sheet
from secondround.cli.reviewing import debrief
from secondround.errors import SecondRoundError, SetupError

if TYPE_CHECKING:
    from secondround.app import App

cli = typer.Typer(
    name="secondround",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Option = TypeVar("Option", bound=StrEnum)
KindName = Annotated[
    str | None, typer.Option("--kind", help="first_interview, company, job or resume.")
]
DAY = ["%Y-%m-%d"]
Port = Annotated[
    int | None, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 for any free one.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")]


def main() -> None:
    """Runs the command line; an error of ours is one sentence and exit status 1."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not where a test put something else in its place
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except SecondRoundError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None


@cli.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    port: Port = None,
    no_browser: NoBrowser = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Practise a second interview on your own notes. Without a command: opens the pages."""
    if version:
        print(__version__)
    elif context.invoked_subcommand is None:
        serve(port, no_browser)


@cli.command()
def serve(port: Port = None, no_browser: NoBrowser = False) -> None:
    """Opens the pages in the browser."""
    app = _app()
    from secondround.ui.app import serve as serve_pages

    chosen = app.settings.port if port is None else port
    serve_pages(app, port=chosen, open_browser=not no_browser)


@cli.command()
def ingest(
    files: Annotated[list[str], typer.Argument(help="Documents, or addresses of web pages.")],
    dossier: DossierName,
    kind: KindName = None,
    as_json: Json = False,
) -> None:
    """Takes documents into a dossier, which is made if there is none of that name."""
    from secondround.cli.bringing import bring
    from secondround.domain.materials import Kind

    app = _app()
    chosen = _one_of(Kind, kind) if kind else None
    bring(app, app.dossier_called_or_new(dossier).id, files, chosen, as_json=as_json)


@cli.command()
def search(
    dossier: DossierName,
    query: Annotated[str, typer.Argument(help="What you want to find.")] = "",
    kind: KindName = None,
    document: Annotated[
        list[str] | None, typer.Option(help="Only in the document of that name.")
    ] = None,
    person: Annotated[str, typer.Option(help="Only what names that person.")] = "",
    since: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Only from that day on.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Only up to that day.")
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="At most so many passages.")] = 5,
    jsonl: Annotated[
        Path | None, typer.Option(help='A file with {"id","query"} a line, "kind" if you like.')
    ] = None,
    as_json: Json = False,
) -> None:
    """Finds passages in a dossier's materials; nothing where nothing answers."""
    from secondround.cli.finding import find, find_all
    from secondround.domain.materials import Kind
    from secondround.domain.scope import Scope

    app = _app()
    scope = Scope(
        kinds=(_one_of(Kind, kind),) if kind else (),
        documents=tuple(document or ()),
        person=person,
        since=since and since.date(),
        until=until and until.date(),
    )
    if jsonl is not None:
        find_all(app, app.dossier_called(dossier).id, jsonl, k, scope)
    else:
        find(app, app.dossier_called(dossier).id, query, k, scope, as_json=as_json)


@cli.command()
def brief(dossier: DossierName, as_json: Json = False) -> None:
    """Shows what was understood from a dossier's materials, each line with its source."""
    from secondround.cli.finding import show_brief

    app = _app()
    show_brief(app, app.dossier_called(dossier).id, as_json=as_json)


cli.command()(coverage)
cli.command()(sheet)


@cli.command()
def critique(
    question: Annotated[str, typer.Option(help="The question that was asked.")] = "",
    persona: Annotated[str | None, typer.Option(help="teammate, manager or executive.")] = None,
    kind: Annotated[
        str, typer.Option(help="behavioural, situational or motivation.")
    ] = "behavioural",
    jsonl: Annotated[
        Path | None, typer.Option(help='A file with {"id","question","answer"} a line.')
    ] = None,
    as_json: Json = False,
) -> None:
    """Judges an answer read from standard input, or many from a file."""
    from secondround.cli.judging import judge, judge_file

    critic = _app().critic
    if jsonl is not None:
        judge_file(critic, jsonl)
    else:
        case = {"question": question, "answer": sys.stdin.read(), "kind": kind, "persona": persona}
        judge(critic, case, as_json=as_json)


@cli.command()
def interview(
    dossier: DossierName,
    persona: Annotated[
        list[str], typer.Option(help="teammate, manager, executive, or a person's name.")
    ],
    questions: Annotated[int, typer.Option(min=1, max=12, help="Questions per person.")] = 4,
    minutes: Annotated[int | None, typer.Option(min=3, max=90, help="Minutes per person.")] = None,
    mode: Annotated[str, typer.Option(help="realistic or practice.")] = "realistic",
    together: Annotated[bool, typer.Option("--together", help="All in one room.")] = False,
    raise_pay: Annotated[bool, typer.Option("--raise-pay", help="Be asked about pay.")] = False,
    as_json: Json = False,
) -> None:
    """Holds an interview in the terminal: an answer a line, read from standard input."""
    from secondround.cli.talking import hold, persona_ids
    from secondround.domain.interview import Mode

    app = _app()
    target = app.dossier_called(dossier)
    begun = app.session.begin(
        target.id,
        persona_ids=persona_ids(app.session.personas(target.id), persona),
        mode=_one_of(Mode, mode),
        questions=questions,
        minutes=minutes,
        together=together,
        raises_pay=raise_pay,
    )
    hold(app, begun.id, as_json=as_json)


@cli.command("list")
def list_interviews(
    words: Annotated[str, typer.Option("--search", help="Only those where this was said.")] = "",
    as_json: Json = False,
) -> None:
    """Lists the interviews, newest first."""
    from secondround.cli.finding import show_interviews

    show_interviews(_app(), words, as_json=as_json)


cli.command()(question)
cli.command()(debrief)


@cli.command()
def export(
    interview_id: Annotated[str, typer.Option("--interview", help="Its id; see `list`.")],
    as_json: Json = False,
    output: Annotated[Path | None, typer.Option(help="A file instead of the screen.")] = None,
) -> None:
    """Writes an interview with its critiques as Markdown, or as JSON."""
    app = _app()
    text = app.reports.json(interview_id) if as_json else app.reports.markdown(interview_id)
    if output is None:
        print(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SetupError(f"{output} cannot be written: {error.strerror}.") from error


@cli.command()
def forget(
    interview_id: Annotated[str | None, typer.Option("--interview", help="One interview.")] = None,
    dossier: Annotated[str | None, typer.Option(help="A dossier and all that is in it.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole data folder.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Deletes for good."""
    if sum((interview_id is not None, dossier is not None, everything)) != 1:
        raise SetupError("Say what to delete: --interview ID, --dossier NAME or --all.")
    app = _app()
    if interview_id is not None:
        target = app.store.interview(interview_id).id
        _confirm(f"the interview {target}", yes)
        app.store.delete_interview(target)
    elif dossier is not None:
        found = app.dossier_called(dossier)
        _confirm(f"the dossier “{found.name}” with its documents and interviews", yes)
        app.forget_dossier(found.id)
    else:
        _confirm(f"everything in {app.settings.home}", yes)
        app.forget_everything()
    print("Deleted.")


@cli.command()
def doctor(as_json: Json = False) -> None:
    """Says what works on this computer, and what to do about the rest."""
    from secondround.doctor import examine

    checks = examine(_app())
    marks = {True: "ok  ", False: "FAIL", None: "–   "}
    rows = [check.model_dump() for check in checks]
    show(
        rows, as_json, lambda c: f"{marks[c['ok']]} {c['name']}: {c['says']} {c['remedy']}".rstrip()
    )
    if any(check.ok is False for check in checks):
        raise typer.Exit(1)


def _app() -> "App":
    from secondround.app import build

    return build()


def _one_of(options: type[Option], value: str) -> Option:
    try:
        return options(value)
    except ValueError as error:
        known = ", ".join(option.value for option in options)
        raise SetupError(f"“{value}” is not one of: {known}.") from error


def _confirm(what: str, yes: bool) -> None:
    if not yes and not typer.confirm(f"Delete {what} for good?"):
        raise typer.Exit(1)
