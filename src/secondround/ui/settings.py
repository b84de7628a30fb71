"""The settings page: who interviews and judges, where the data are, and what works here."""

from collections.abc import Iterator

import gradio as gr

from secondround.app import App
from secondround.doctor import examine
from secondround.errors import SecondRoundError
from secondround.ui.faces import Updates, top
from secondround.ui.panel import panel
from secondround.ui.templates import render

BUILT_IN = "built-in"
MODEL = "model"


class SettingsPage:
    """Chooses the engine for this run and examines the installation."""

    def __init__(self, app: App) -> None:
        self._app = app

    def lay_out(self) -> None:
        """Builds the page; call it within its route."""
        top(self._app, "Settings")
        with gr.Column(elem_id="main", elem_classes="page"):
            gr.HTML("<h1>Settings</h1>")
            with gr.Column(visible=False, elem_classes="card") as self.choice:
                gr.HTML(render("engine_head"))
                self.engine = gr.Radio(
                    [("The built-in coach", BUILT_IN), ("A language model", MODEL)],
                    label="Who interviews and judges",
                    elem_id="engine",
                )
                with gr.Column(visible=False) as self.service:
                    self.model = gr.Textbox(
                        label="Model",
                        info="As LangChain names it, for example openai:gpt-5.4-mini",
                        elem_id="model",
                    )
                    self.base_url = gr.Textbox(
                        label="Address of an OpenAI-compatible server",
                        info="Empty for OpenAI. Ollama: http://localhost:11434/v1",
                        elem_id="base-url",
                    )
                    self.key = gr.Textbox(
                        label="Key",
                        type="password",
                        info="Kept in memory until Second Round is closed; never written down.",
                        elem_id="key",
                    )
                self.use = gr.Button("Use it", variant="primary", elem_id="use")
                self.says = panel(elem_id="engine-says")
            with gr.Column(elem_classes="card"):
                self.data = panel(elem_id="data")
                self.check = gr.Button("Check what works here", elem_id="check")
                self.checks = panel(elem_id="checks")

    def wire(self, page: gr.Blocks) -> None:
        """Connects what happens on the page with what is done about it."""
        form = [self.engine, self.model, self.base_url, self.key]
        everything = [self.choice, *form, self.service, self.says, self.data]
        page.load(self._open, None, everything, show_progress="hidden")
        self.engine.input(
            lambda engine: gr.update(visible=engine == MODEL),
            self.engine,
            self.service,
            show_progress="hidden",
        )
        self.use.click(self._use, form, [self.key, self.says], show_progress="hidden")
        self.check.click(self._check, None, self.checks, show_progress="hidden")

    def _open(self) -> Updates:
        settings = self._app.engines.settings
        chosen = MODEL if settings.model else BUILT_IN
        return {
            self.choice: gr.update(visible=True),
            self.engine: chosen,
            self.service: gr.update(visible=chosen == MODEL),
            self.model: settings.model,
            self.base_url: settings.base_url,
            self.data: render("data", home=self._app.settings.home),
        }

    def _use(self, engine: str, model: str, base_url: str, key: str) -> Iterator[Updates]:
        if engine == BUILT_IN:
            self._app.use_built_in()
            yield self._says("The built-in coach interviews and judges from now on.")
            return
        if not (model or "").strip():
            yield self._says("Name the model first, for example openai:gpt-5.4-mini.", "bad")
            return
        yield self._says("Asking the model service…", "calm")
        try:
            says = self._app.choose_engine(model, base_url or "", key or "")
        except SecondRoundError as error:
            yield self._says(f"{error} The engine in force stays: {self._app.engine}.", "bad")
            return
        yield self._says(says) | {self.key: ""}

    def _says(self, text: str, tone: str = "good") -> Updates:
        return {self.says: render("notice", text=text, tone=tone)}

    def _check(self) -> Iterator[str]:
        yield render("live", name="", text="Looking…")
        yield render("checks", checks=examine(self._app))
