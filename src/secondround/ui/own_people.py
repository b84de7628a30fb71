"""The fold in which one makes an interviewer of one's own."""

from collections.abc import Callable

import gradio as gr
from gradio.blocks import Block

from secondround.app import App
from secondround.domain.materials import PersonaKind
from secondround.errors import SetupError
from secondround.interview import own_personas
from secondround.interview.personas import standard
from secondround.ui import wording
from secondround.ui.faces import Updates, sentences
from secondround.ui.templates import render


class OwnPeople:
    """Keeps what is filled in as a file in the data folder, and says what is wrong with files."""

    def __init__(self, app: App) -> None:
        self._app = app

    def lay_out(self) -> None:
        """Adds the fold to the page."""
        kinds = [(text, kind.value) for kind, text in wording.PERSONAS.items()]
        cares = [(wording.competency(each).capitalize(), each) for each in _competencies()]
        with gr.Accordion("Make an interviewer of your own", open=False, elem_id="own-people"):
            self.name = gr.Textbox(label="Name", max_lines=1, elem_id="own-name")
            self.kind = gr.Radio(kinds, value=PersonaKind.MANAGER.value, label="They are")
            self.demanding = gr.Checkbox(label="Demanding", elem_id="own-demanding")
            self.cares = gr.Dropdown(
                cares,
                multiselect=True,
                value=[],
                label="What they care about, most of all first (else as usual for the kind)",
                elem_id="own-cares",
            )
            self.manner = gr.Textbox(
                label="How they are",
                lines=3,
                placeholder="Interrupts with figures, likes a plain no …",
                elem_id="own-manner",
            )
            self.keep = gr.Button("Keep them", elem_id="own-keep")
            self.says = gr.HTML(elem_id="own-says")

    def wire(self, people: Callable[[str], Updates], dossier: gr.Dropdown, who: Block) -> None:
        """`people(dossier_id)` is the list that `who` shows then."""

        def keep(
            dossier_id: str, name: str, kind: str, demanding: bool, cares: list[str], manner: str
        ) -> Updates:
            try:
                made = own_personas.write(
                    self._app.home / own_personas.FOLDER,
                    name=name,
                    kind=PersonaKind(kind),
                    demanding=demanding,
                    cares_about=cares,
                    manner=manner,
                )
            except SetupError as error:
                return {self.says: render("notice", text=str(error), tone="bad")}
            text = f"{made.name} can be met now: choose them above."
            return {
                self.says: render("notice", text=text, tone="good"),
                self.name: "",
                self.manner: "",
                self.cares: gr.update(value=[]),
                who: people(dossier_id),
            }

        self.keep.click(
            sentences(keep),
            [dossier, self.name, self.kind, self.demanding, self.cares, self.manner],
            [self.says, self.name, self.manner, self.cares, who],
            show_progress="hidden",
        )

    def show(self) -> Updates:
        """What is wrong with a file that was dropped there."""
        _, problems = own_personas.own(self._app.home / own_personas.FOLDER)
        text = " ".join(problems)
        return {self.says: render("notice", text=text, tone="bad") if text else ""}


def _competencies() -> list[str]:
    return sorted({each for kind in PersonaKind for each in standard(kind).weights})
