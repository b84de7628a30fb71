"""The commands that say how far the preparation is, and print the prep sheets."""

from typing import TYPE_CHECKING, Annotated

import typer

from secondround.cli.options import DossierName, Json
from secondround.cli.output import Row, print_json, show

if TYPE_CHECKING:
    from secondround.interview.sheet import Sheet


def coverage(dossier: DossierName, as_json: Json = False) -> None:
    """Shows how much of what a second interview wants is there, and what to do about the rest."""
    from secondround.app import build

    app = build()
    held = app.understanding.coverage(app.dossier_called(dossier).id)
    items = [item.model_dump(mode="json") for item in held.items]
    if as_json:
        print_json({"share": held.share, "items": items})
    else:
        print(f"{held.share} of 100")
        show(items, False, _item_in_words)


def sheet(
    dossier: DossierName,
    persona: Annotated[
        str, typer.Option(help="teammate, manager, executive, or a person's name.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Prints the prep sheet for each person you will meet, or for one, as Markdown or JSON."""
    from secondround.app import build
    from secondround.cli.talking import persona_ids

    app = build()
    target = app.dossier_called(dossier).id
    chosen = persona_ids(app.session.personas(target), [persona])[0] if persona else ""
    if as_json:
        show([_row(each) for each in app.sheets(target, chosen)], True, str)
    else:
        print(app.sheets_markdown(target, chosen), end="")


def _item_in_words(row: Row) -> str:
    if row["met"]:
        return f"have     {row['label']}"
    about = f" ({', '.join(row['about'])})" if row["about"] else ""
    return f"missing  {row['label']}{about}: {row['do']}"


def _row(sheet: "Sheet") -> Row:
    persona = sheet.persona
    return {
        "persona": persona.id,
        "name": persona.name,
        "title": persona.title,
        "kind": persona.kind.value,
        "sections": {
            section.id: [note.model_dump(mode="json") for note in section.notes]
            for section in sheet.sections
        },
    }
