"""Options that several commands take."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
DossierName = Annotated[str, typer.Option("--dossier", help="Its name, company, role or id.")]
