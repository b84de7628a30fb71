"""The start of an interview: which application, who asks, how, and for how long."""

from collections.abc import Callable, Iterator, Sequence

import gradio as gr
from gradio.blocks import Block

from secondround.app import App
from secondround.domain.interview import Mode, Phase
from secondround.ports import Found
from secondround.ui import wording
from secondround.ui.faces import Updates, sentences
from secondround.ui.own_people import OwnPeople
from secondround.ui.panel import panel
from secondround.ui.templates import render

NO_LIMIT = "No limit"
MINUTES = (NO_LIMIT, "5", "10", "15", "20", "30", "45")


class Choosing:
    """The form that begins an interview."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._own = OwnPeople(app)

    def lay_out(self) -> None:
        """Adds the form to the page."""
        with gr.Column(visible=False, elem_id="choosing") as self.box:
            self.empty = panel()
            with gr.Column(elem_classes="card") as self.form:
                gr.HTML("<h2>Set up an interview</h2>")
                self.dossier = gr.Dropdown(label="Application", elem_id="dossier")
                self.who = gr.CheckboxGroup(
                    label="Who will you meet?",
                    info="One person or several; they know what you told the others.",
                    elem_id="who",
                )
                self.mode = gr.Radio(
                    [(text, mode.value) for mode, text in wording.MODES.items()],
                    value=Mode.PRACTICE.value,
                    label="How?",
                    elem_id="mode",
                )
                with gr.Row():
                    self.questions = gr.Slider(
                        1, 8, 4, step=1, label="Questions from each", elem_id="questions"
                    )
                    self.minutes = gr.Dropdown(
                        list(MINUTES), value=NO_LIMIT, label="Minutes with each", elem_id="minutes"
                    )
                with gr.Row():
                    self.together = gr.Checkbox(label="All in one room", elem_id="together")
                    self.raises_pay = gr.Checkbox(
                        label="Let them ask about pay", elem_id="raises-pay"
                    )
                self.start = gr.Button("Start the interview", variant="primary", elem_id="start")
                self._own.lay_out()
            self.unfinished = panel()

    def wire(self, begun: Callable[[str], Iterator[Updates]], outputs: Sequence[Block]) -> None:
        """`begun(interview_id)` streams what happens once an interview has begun."""
        self.dossier.input(sentences(self._people), self.dossier, self.who, show_progress="hidden")
        self._own.wire(self._people, self.dossier, self.who)

        def start(
            dossier_id: str,
            who: list[str],
            mode: str,
            questions: float,
            minutes: str,
            together: bool,
            raises_pay: bool,
        ) -> Iterator[Updates]:
            interview = self._app.session.begin(
                dossier_id,
                persona_ids=who,
                mode=Mode(mode),
                questions=int(questions),
                minutes=None if minutes == NO_LIMIT else int(minutes),
                together=together,
                raises_pay=raises_pay,
            )
            yield from begun(interview.id)

        chosen = [self.dossier, self.who, self.mode, self.questions, self.minutes]
        chosen += [self.together, self.raises_pay]
        self.start.click(sentences(start), chosen, outputs, show_progress="hidden")

    def show(self, dossier_id: str) -> Updates:
        """The form with what can be chosen; `dossier_id` is chosen already, or the newest is."""
        dossiers = self._app.store.dossiers()
        if not dossiers:
            empty = render("no_dossier")
            return {
                self.box: gr.update(visible=True),
                self.empty: empty,
                self.form: gr.update(visible=False),
                self.unfinished: "",
            }
        known = {dossier.id for dossier in dossiers}
        chosen = dossier_id if dossier_id in known else dossiers[0].id
        return {
            self.box: gr.update(visible=True),
            self.empty: "",
            self.form: gr.update(visible=True),
            self.dossier: gr.update(choices=[(d.name, d.id) for d in dossiers], value=chosen),
            self.who: self._people(chosen),
            self.unfinished: render("unfinished", found=self._unfinished()),
        } | self._own.show()

    def outputs(self) -> list[Block]:
        """What `show` may change."""
        return [
            self.box,
            self.empty,
            self.form,
            self.dossier,
            self.who,
            self.unfinished,
            self._own.says,
        ]

    def _people(self, dossier_id: str) -> Updates:
        """Named people first, and chosen; else the standard ones to choose from."""
        dossier = self._app.store.dossier(dossier_id)
        personas = self._app.session.personas(dossier_id)
        choices = [
            (f"{persona.name}, {persona.title}" if persona.title else persona.name, persona.id)
            for persona in personas
        ]
        named = [persona.id for persona in personas[: len(dossier.people)]]
        return gr.update(choices=choices, value=named or [personas[0].id])

    def _unfinished(self) -> list[Found]:
        return [f for f in self._app.store.interviews() if f.interview.phase is not Phase.DONE][:5]
