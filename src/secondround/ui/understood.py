"""The brief on the prepare page: what was understood, for the person to put right."""

from collections.abc import Callable, Iterator

import gradio as gr
from gradio.blocks import Block

from secondround.app import App
from secondround.domain.materials import Brief, BriefLine, Topic
from secondround.errors import SecondRoundError
from secondround.ui.faces import Updates, sentences
from secondround.ui.panel import on_act, panel
from secondround.ui.templates import render


class Understood:
    """Shows the lines of the brief; each can be confirmed, reworded, dismissed and added to."""

    def __init__(self, app: App) -> None:
        self._app = app
        brief = app.understanding
        self._acts: dict[str, Callable[[str, str, str], object]] = {
            "confirm": lambda dossier, which, _: brief.confirm(dossier, which),
            "reword": brief.reword,
            "dismiss": lambda dossier, which, _: brief.dismiss(dossier, which),
            "bring-back": lambda dossier, which, _: brief.bring_back(dossier, which),
            "undo": lambda dossier, which, _: brief.undo(dossier, which),
            "call-back": lambda dossier, which, _: brief.call_back(dossier, which, wanted=True),
            "let-rest": lambda dossier, which, _: brief.call_back(dossier, which, wanted=False),
            "add": lambda dossier, which, text: brief.add(dossier, Topic(which), text),
        }

    def lay_out(self) -> None:
        """Adds the panel to the page."""
        self.panel = panel(elem_id="understood")

    def outputs(self) -> list[Block]:
        """What `show` may change."""
        return [self.panel]

    def wire(self, dossier_id: gr.State, hero: gr.HTML, hero_of: Callable[[str], str]) -> None:
        """Connects the buttons and forms of the lines; what is missing may change with them."""

        def act(dossier: str, event: gr.EventData) -> Iterator[Updates]:
            yield from self._act(dossier, event)
            yield {hero: hero_of(dossier)}

        on_act(self.panel, sentences(act), dossier_id, [*self.outputs(), hero])

    def show(self, dossier_id: str) -> Updates:
        """The brief of the dossier; nothing where none is open."""
        return {self.panel: self._brief(dossier_id) if dossier_id else ""}

    def _act(self, dossier_id: str, event: gr.EventData) -> Iterator[Updates]:
        if event.what == "read-again":
            yield from self._read_again(dossier_id)
        else:
            self._acts[str(event.what)](dossier_id, str(event.which), str(event.value or ""))
        yield self.show(dossier_id)

    def _read_again(self, dossier_id: str) -> Iterator[Updates]:
        """Shows which document the model reads; what it read before it failed is shown too."""
        try:
            for name in self._app.read_again(dossier_id):
                yield {self.panel: self._brief(dossier_id, reading=name)}
        except SecondRoundError:
            yield self.show(dossier_id)
            raise

    def _brief(self, dossier_id: str, reading: str = "") -> str:
        brief = self._app.understanding.brief(dossier_id)
        return render(
            "brief",
            brief=brief,
            begun=bool(brief.lines or brief.dismissed or self._app.library.documents(dossier_id)),
            disagree=_disagreements(brief),
            model="" if self._app.engines.reader is None else self._app.engine,
            reading=reading,
        )


def _disagreements(brief: Brief) -> list[tuple[BriefLine, BriefLine, bool]]:
    """The lines that disagree, the older one first, and whether their dates say so."""
    lines = {line.id: line for line in brief.lines}
    return [(lines[each.older], lines[each.newer], each.dated) for each in brief.conflicts]
