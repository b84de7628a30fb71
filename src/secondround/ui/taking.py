"""Takes in files, web addresses and pasted text on the prepare page, and shows how far that is."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import gradio as gr
from gradio.blocks import Block

from secondround.app import App
from secondround.domain.materials import Intake, Kind
from secondround.errors import DocumentError
from secondround.ports import Progress
from secondround.ui import wording
from secondround.ui.faces import Updates, sentences
from secondround.ui.panel import on_act, panel
from secondround.ui.templates import render

GUESS = "guess"
LOOKS = 0.5
"""Seconds between two looks at the tray while something is under way."""

Came = Callable[[str], Iterator[Updates]]
"""What changes on the page when documents have come into a dossier, the quickest first."""


class Taking:
    """Puts what is brought into the tray, and shows the tray until it is worked off."""

    def __init__(self, app: App) -> None:
        self._app = app

    def lay_out(self) -> None:
        """Adds the fields and the list to the page."""
        kinds = [(text, kind.value) for kind, text in wording.KINDS.items()]
        self.kind = gr.Radio(
            [("Work it out for me", GUESS), *kinds],
            value=GUESS,
            label="These are",
            elem_id="kind",
        )
        self.files = gr.File(
            label="Drop files here, or choose them",
            file_count="multiple",
            elem_id="files",
            height=150,
        )
        with gr.Accordion("Or a web address", open=False, elem_id="web"):
            self.address = gr.Textbox(
                label="Address",
                placeholder="https://example.com/about",
                max_lines=1,
                elem_id="address",
            )
            self.get = gr.Button("Get the page", elem_id="get-page")
        with gr.Accordion("Or paste text", open=False, elem_id="paste"):
            self.text = gr.Textbox(
                label="Text",
                lines=6,
                max_lines=20,
                placeholder="Notes, an e-mail, an article …",
                elem_id="pasted",
            )
            self.name = gr.Textbox(
                label="What is it?", placeholder="My notes", elem_id="pasted-name"
            )
            self.take = gr.Button("Take it in", elem_id="take-in")
        self.taken = panel(elem_id="taken")
        self.clock = gr.Timer(LOOKS, active=False)
        self.seen = gr.State(0)

    def outputs(self) -> list[Block]:
        """What `show` may change."""
        return [self.taken, self.clock, self.seen]

    def wire(self, dossier_id: gr.State, came: Came, changed: list[Block]) -> None:
        """Connects the events; `changed` is what `came` may change."""
        own = self.outputs()
        self.files.upload(
            sentences(self._upload),
            [dossier_id, self.files, self.kind],
            [*own, self.files, self.kind],
            show_progress="hidden",
        )
        gr.on(
            [self.get.click, self.address.submit],
            sentences(self._get),
            [dossier_id, self.address, self.kind],
            [*own, self.address],
            show_progress="hidden",
        )
        self.take.click(
            sentences(self._paste),
            [dossier_id, self.text, self.name, self.kind],
            [*own, self.text, self.name],
            show_progress="hidden",
        )
        on_act(self.taken, sentences(self._act), dossier_id, own)
        self.clock.tick(
            sentences(partial(self._look, came)),
            [dossier_id, self.seen],
            [*own, *changed],
            show_progress="hidden",
            trigger_mode="once",
        )

    def show(self, dossier_id: str) -> Updates:
        """What is under way in the dossier, and what became of what was."""
        jobs = self._app.tray.jobs(dossier_id)
        going = [job for job in jobs if job.under_way]
        return {
            self.taken: render("taken", jobs=jobs, going=going),
            self.clock: gr.update(active=bool(going)),
            self.seen: len(jobs) - len(going),
        }

    def _look(self, came: Came, dossier_id: str, seen: int) -> Iterator[Updates]:
        """How far it is; the rest of the page is renewed when something has come."""
        now = self.show(dossier_id)
        yield now
        if now[self.seen] != seen:
            yield from came(dossier_id)

    def _upload(self, dossier_id: str, files: list[str] | None, kind: str) -> Updates:
        paths = [Path(file) for file in files or []]
        take = partial(self._take_file, dossier_id, kind=_kind(kind))
        self._app.tray.add_all(dossier_id, [(path.name, partial(take, path)) for path in paths])
        return self.show(dossier_id) | {self.files: None, self.kind: GUESS}

    def _take_file(
        self, dossier_id: str, path: Path, progress: Progress, kind: Kind | None
    ) -> Intake:
        """Deletes the copy that the browser sent, whatever becomes of it."""
        limit = self._app.settings.max_upload_mb
        try:
            progress(0, 0)
            if path.stat().st_size > limit * 1024 * 1024:
                raise DocumentError(
                    f"It is larger than {limit} MB: save the part that matters, or paste its text."
                )
            data = path.read_bytes()
            return self._app.library.take_in(dossier_id, path.name, data, kind, progress)
        except FileNotFoundError as error:  # Gradio clears away what lies about for long
            raise DocumentError("It waited too long: add it again.") from error
        finally:
            path.unlink(missing_ok=True)

    def _get(self, dossier_id: str, address: str | None, kind: str) -> Updates:
        address = (address or "").strip()
        if not address:
            raise DocumentError("Type the address of a page first.")
        take = self._app.library.take_in_page
        work = partial(take, dossier_id, address, _kind(kind))
        self._app.tray.add(dossier_id, address, work)
        return self.show(dossier_id) | {self.address: ""}

    def _paste(self, dossier_id: str, text: str | None, name: str | None, kind: str) -> Updates:
        if not (text or "").strip():
            raise DocumentError("Paste some text first.")
        title, data = (name or "").strip() or "Pasted text", (text or "").encode()
        take = self._app.library.take_in
        work = partial(take, dossier_id, f"{title}.txt", data, _kind(kind))
        self._app.tray.add(dossier_id, title, work)
        return self.show(dossier_id) | {self.text: "", self.name: ""}

    def _act(self, dossier_id: str, event: gr.EventData) -> Updates:
        if event.what == "clear":
            self._app.tray.clear(dossier_id)
        for job in self._app.tray.jobs(dossier_id):
            if event.what == "cancel-all" or str(job.id) == event.which:
                self._app.tray.cancel(job.id)
        return self.show(dossier_id)


def _kind(chosen: str) -> Kind | None:
    return None if chosen == GUESS else Kind(chosen)
