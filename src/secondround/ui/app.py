"""Serves the pages on this computer, and nowhere else."""

import os
import socket
import threading
import time
import warnings
import webbrowser
from collections.abc import Callable

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when Gradio is imported
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, Response

from secondround.app import App
from secondround.errors import NotFound, SetupError
from secondround.ui.interview import InterviewPage
from secondround.ui.look import STYLE, head, theme
from secondround.ui.prepare import PreparePage
from secondround.ui.review import ReviewPage
from secondround.ui.settings import SettingsPage
from secondround.ui.sheet import SheetPages

HOST = "127.0.0.1"


def serve(app: App, *, port: int, open_browser: bool) -> None:
    """Serves until it is interrupted; 0 is any free port.

    Raises:
        SetupError: the port is taken, or the data folder cannot be used.
    """
    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}"
    os.environ.setdefault("GRADIO_TEMP_DIR", str(app.home / "uploads"))
    config = uvicorn.Config(pages(app), log_level="warning", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)  # an open page must not keep it from closing
    threading.Thread(target=_ready, args=(server, app, address, open_browser), daemon=True).start()
    server.run(sockets=[listening])


def pages(app: App) -> FastAPI:
    """The web application: the four pages, prep sheets, and what can be downloaded."""
    web = FastAPI(title="Second Round", openapi_url=None)
    web.add_middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])
    exports = {"md": lambda id: app.reports.markdown(id), "json": lambda id: app.reports.json(id)}
    for ending, export in exports.items():
        web.add_api_route(f"/export/{{interview_id}}.{ending}", _export(export, ending))
    sheets = SheetPages(app)
    web.add_api_route("/sheet", sheets.page)
    web.add_api_route("/sheet.md", sheets.download)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "SSR mode is not supported")  # nobody asked for it
        gr.mount_gradio_app(
            web,
            blocks(app),
            path="/",
            footer_links=[],
            run_history=False,
            show_error=True,
            ssr_mode=False,
            theme=theme(),
            css_paths=[STYLE],
            head=head(),
        )
    return web


def blocks(app: App) -> gr.Blocks:
    """The pages as Gradio knows them."""
    prepare, interview = PreparePage(app), InterviewPage(app)
    review, settings = ReviewPage(app), SettingsPage(app)
    root: gr.Blocks
    with gr.Blocks(title="Second Round", delete_cache=(3600, 3600)) as root:
        prepare.lay_out()
        prepare.wire(root)
    for name, page in (("Interview", interview), ("Review", review), ("Settings", settings)):
        with root.route(name, name.lower()):
            page.lay_out()
            page.wire(root)
    root.queue(default_concurrency_limit=8, api_open=False)
    return root


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise SetupError(
            f"Port {port} is taken, perhaps by a Second Round that is open already: look at "
            f"http://{HOST}:{port}, or choose another port with --port."
        ) from error
    return listening


def _ready(server: uvicorn.Server, app: App, address: str, open_browser: bool) -> None:
    """Once the pages can be opened: says so, opens them, and loads the rest."""
    while not server.started:
        time.sleep(0.02)
    print(f"Second Round is open at {address} (Ctrl+C closes it).", flush=True)  # noqa: T201
    if open_browser:
        webbrowser.open(address)
    app.warm()


def _export(export: Callable[[str], str], ending: str) -> Callable[[str], Response]:
    def download(interview_id: str) -> Response:
        try:
            text = export(interview_id)
        except NotFound as error:
            return PlainTextResponse(str(error), status_code=404)
        kind = "text/markdown" if ending == "md" else "application/json"
        name = f"second-round-{interview_id[:8]}.{ending}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)

    return download
