"""The lower half of the prepare page: documents in, and what was understood from them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import gradio as gr
from gradio.blocks import Block

from secondround.app import App
from secondround.domain.materials import Intake, Kind
from secondround.errors import DocumentError
from secondround.ui import wording
from secondround.ui.faces import Updates, sentences
from secondround.ui.panel import on_act, panel
from secondround.ui.templates import render

GUESS = "guess"


class Materials:
    """Takes documents in, shows, corrects and deletes them."""

    def __init__(self, app: App) -> None:
        self._app = app

    def lay_out(self) -> None:
        """Adds the sections to the page."""
        with gr.Column(visible=False, elem_id="materials", elem_classes="card") as self.box:
            gr.HTML(render("materials_head"))
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
            self.documents = panel(elem_id="documents")
            with gr.Column(visible=False, elem_id="correcting") as self.correcting:
                self.which = gr.State("")
                self.corrected = gr.Textbox(
                    label="Correct the text", lines=12, max_lines=24, elem_id="corrected"
                )
                with gr.Row():
                    self.keep = gr.Button("Keep the correction", variant="primary", elem_id="keep")
                    self.leave = gr.Button("Leave it as it was", elem_id="leave")
        self.understood = panel(elem_id="understood")

    def outputs(self) -> list[Block]:
        """What `show` may change."""
        return [self.box, self.taken, self.documents, self.correcting, self.understood]

    def wire(self, dossier_id: gr.State, hero: gr.HTML, hero_of: Callable[[str], str]) -> None:
        """Connects the events; the head of the page is renewed when documents come or go."""
        changed = [*self.outputs(), hero]

        def with_hero(updates: Updates, dossier: str) -> Updates:
            return updates | {hero: hero_of(dossier)}

        def upload(dossier: str, files: list[str] | None, kind: str) -> Iterator[Updates]:
            yield from self._upload(dossier, files or [], kind)
            yield with_hero({self.files: None, self.kind: GUESS}, dossier)

        def paste(dossier: str, text: str, name: str, kind: str) -> Iterator[Updates]:
            yield from self._paste(dossier, text, name, kind)
            yield with_hero({self.text: "", self.name: ""}, dossier)

        def act(dossier: str, event: gr.EventData) -> Updates:
            return with_hero(self._act(dossier, event), dossier)

        inputs = [self.text, self.name, self.kind]
        self.files.upload(
            sentences(upload),
            [dossier_id, self.files, self.kind],
            [*changed, self.files, self.kind],
            show_progress="hidden",
        )
        self.take.click(
            sentences(paste),
            [dossier_id, *inputs],
            [*changed, self.text, self.name],
            show_progress="hidden",
        )
        on_act(self.documents, sentences(act), dossier_id, [*changed, self.which, self.corrected])
        self.keep.click(
            sentences(self._correct),
            [dossier_id, self.which, self.corrected],
            self.outputs(),
            show_progress="hidden",
        )
        self.leave.click(
            lambda: gr.update(visible=False), None, self.correcting, show_progress="hidden"
        )

    def show(self, dossier_id: str) -> Updates:
        """The documents of the dossier and what was understood; hidden where there is none yet."""
        documents = self._app.library.documents(dossier_id) if dossier_id else []
        brief = self._app.library.brief(dossier_id) if documents else None
        counts = {d.id: 0 for d in documents}
        for passage in self._app.library.passages(dossier_id) if documents else []:
            counts[passage.document_id] += 1
        return {
            self.box: gr.update(visible=bool(dossier_id)),
            self.taken: "",
            self.documents: render("documents", documents=documents, counts=counts),
            self.correcting: gr.update(visible=False),
            self.understood: render("brief", brief=brief) if dossier_id else "",
        }

    def _upload(self, dossier_id: str, files: list[str], kind: str) -> Iterator[Updates]:
        """A file at a time; the copy that the browser sent is deleted once it was read."""
        done: list[Intake] = []
        for path in map(Path, files):
            yield {
                self.taken: render(
                    "taken", done=done, now=path.name, left=len(files) - len(done), total=len(files)
                )
            }
            done.append(self._take_file(dossier_id, path, kind))
        yield self._after(dossier_id, done)

    def _take_file(self, dossier_id: str, path: Path, kind: str) -> Intake:
        limit = self._app.settings.max_upload_mb
        try:
            if path.stat().st_size > limit * 1_000_000:
                problem = (
                    f"It is larger than {limit} MB: save the part that matters, or paste its text."
                )
                return Intake(name=path.name, status="failed", problem=problem)
            return self._app.library.take_in(dossier_id, path.name, path.read_bytes(), _kind(kind))
        finally:
            path.unlink(missing_ok=True)

    def _paste(self, dossier_id: str, text: str, name: str, kind: str) -> Iterator[Updates]:
        if not (text or "").strip():
            raise DocumentError("Paste some text first.")
        yield {self.taken: render("taken", done=[], now=name or "your text", left=1, total=1)}
        title = (name or "").strip() or "Pasted text"
        intake = self._app.library.take_in(dossier_id, f"{title}.txt", text.encode(), _kind(kind))
        yield self._after(dossier_id, [intake])

    def _after(self, dossier_id: str, done: list[Intake]) -> Updates:
        taken = render("taken", done=done, now="", left=0, total=len(done))
        return self.show(dossier_id) | {self.taken: taken}

    def _act(self, dossier_id: str, event: gr.EventData) -> Updates:
        document_id = str(event.which)
        if event.what == "kind":
            self._app.library.change_kind(document_id, Kind(event.value))
        elif event.what == "remove":
            self._app.library.remove(document_id)
        elif event.what == "correct":
            return {
                self.correcting: gr.update(visible=True),
                self.which: document_id,
                self.corrected: self._app.store.document(document_id).text,
            }
        return self.show(dossier_id)

    def _correct(self, dossier_id: str, document_id: str, text: str) -> Updates:
        self._app.library.correct(document_id, text or "")
        return self.show(dossier_id)


def _kind(chosen: str) -> Kind | None:
    return None if chosen == GUESS else Kind(chosen)
