"""Serves the prep sheets: a page of its own to print, and Markdown to keep."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from secondround.app import App
from secondround.errors import NotFound, SecondRoundError
from secondround.ui.look import SHEET_STYLE
from secondround.ui.templates import render


class SheetPages:
    """The sheets of a dossier at `?dossier=…`, or the one for `&persona=…`."""

    def __init__(self, app: App) -> None:
        self._app = app

    def page(self, request: Request) -> Response:
        """The sheets as a page that prints well."""
        dossier_id, persona_id = _asked(request)
        try:
            sheets = self._app.sheets(dossier_id, persona_id)
        except SecondRoundError as error:
            return _problem(error)
        html = render(
            "sheet",
            sheets=sheets,
            dossier=sheets[0].dossier,
            query=request.url.query,
            style=SHEET_STYLE.read_text(encoding="utf-8"),
        )
        return HTMLResponse(html, headers={"Cache-Control": "no-store"})

    def download(self, request: Request) -> Response:
        """The same as a Markdown file."""
        dossier_id, persona_id = _asked(request)
        try:
            text = self._app.sheets_markdown(dossier_id, persona_id)
        except SecondRoundError as error:
            return _problem(error)
        name = f"prep-sheet-{dossier_id[:8]}.md"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text, media_type="text/markdown; charset=utf-8", headers=headers)


def _asked(request: Request) -> tuple[str, str]:
    query = request.query_params
    return query.get("dossier", ""), query.get("persona", "")


def _problem(error: SecondRoundError) -> Response:
    return PlainTextResponse(str(error), status_code=404 if isinstance(error, NotFound) else 503)
