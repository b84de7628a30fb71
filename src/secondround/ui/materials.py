"""The lower half of the prepare page: documents in, and what was understood from them."""

from collections.abc import Callable, Iterator

import gradio as gr
from gradio.blocks import Block

from secondround.app import App
from secondround.domain.materials import Kind
from secondround.ui.faces import Updates, sentences
from secondround.ui.panel import on_act, panel
from secondround.ui.taking import Taking
from secondround.ui.templates import render
from secondround.ui.understood import Understood


class Materials:
    """Shows the documents, corrects and deletes them."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._taking = Taking(app)
        self._understood = Understood(app)

    def lay_out(self) -> None:
        """Adds the sections to the page."""
        with gr.Column(visible=False, elem_id="materials", elem_classes="card") as self.box:
            gr.HTML(render("materials_head"))
            self._taking.lay_out()
            self.documents = panel(elem_id="documents")
            with gr.Column(visible=False, elem_id="correcting") as self.correcting:
                self.which = gr.State("")
                self.corrected = gr.Textbox(
                    label="Correct the text", lines=12, max_lines=24, elem_id="corrected"
                )
                with gr.Row():
                    self.keep = gr.Button("Keep the correction", variant="primary", elem_id="keep")
                    self.leave = gr.Button("Leave it as it was", elem_id="leave")
        self._understood.lay_out()

    def outputs(self) -> list[Block]:
        """What `show` may change."""
        own = [self.box, self.documents, self.correcting]
        return [*own, *self._taking.outputs(), *self._understood.outputs()]

    def wire(self, dossier_id: gr.State, hero: gr.HTML, hero_of: Callable[[str], str]) -> None:
        """Connects the events; the head of the page says what is missing, so it is renewed."""

        def came(dossier: str) -> Iterator[Updates]:
            yield self._list(dossier) | {hero: hero_of(dossier)}
            yield self._understood.show(dossier)

        def act(dossier: str, event: gr.EventData) -> Updates:
            return self._act(dossier, event) | {hero: hero_of(dossier)}

        def correct(dossier: str, document: str, text: str) -> Updates:
            return self._correct(dossier, document, text) | {hero: hero_of(dossier)}

        self._understood.wire(dossier_id, hero, hero_of)
        self._taking.wire(dossier_id, came, [self.documents, hero, *self._understood.outputs()])
        acted_on = [*self.outputs(), hero, self.which, self.corrected]
        on_act(self.documents, sentences(act), dossier_id, acted_on)
        self.keep.click(
            sentences(correct),
            [dossier_id, self.which, self.corrected],
            [*self.outputs(), hero],
            show_progress="hidden",
        )
        self.leave.click(
            lambda: gr.update(visible=False), None, self.correcting, show_progress="hidden"
        )

    def show(self, dossier_id: str) -> Updates:
        """The documents of the dossier and what was understood; hidden where there is none yet."""
        own = {
            self.box: gr.update(visible=bool(dossier_id)),
            self.correcting: gr.update(visible=False),
        }
        shown = self._taking.show(dossier_id) | self._understood.show(dossier_id)
        return own | self._list(dossier_id) | shown

    def _list(self, dossier_id: str) -> Updates:
        library = self._app.library
        documents = library.documents(dossier_id) if dossier_id else []
        counts = library.counts(dossier_id) if dossier_id else {}
        return {self.documents: render("documents", documents=documents, counts=counts)}

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
