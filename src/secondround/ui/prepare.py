"""The prepare page: the application, who will be there, what you have, and what was understood."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import gradio as gr

from secondround.app import App
from secondround.domain.interview import Mode
from secondround.domain.materials import Dossier, Person, PersonaKind
from secondround.errors import SetupError
from secondround.ui import wording
from secondround.ui.faces import Updates, sentences, top
from secondround.ui.materials import Materials
from secondround.ui.panel import on_act, panel
from secondround.ui.templates import render

NEW = "new"
QUICK_QUESTIONS = 3


class PreparePage:
    """Makes and changes dossiers."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._materials = Materials(app)

    def lay_out(self) -> None:
        """Builds the page; call it within its route."""
        top(self._app, "Prepare")
        self.id = gr.State("")
        with gr.Column(elem_id="main", elem_classes="page"):
            self.hero = panel(elem_id="hero")
            with gr.Column(visible=False, elem_id="application", elem_classes="card") as self.box:
                gr.HTML("<h2>The interview</h2>")
                with gr.Row():
                    self.company = gr.Textbox(label="Company", elem_id="company")
                    self.role = gr.Textbox(label="Role", elem_id="role")
                    self.when = gr.Textbox(
                        label="Date and time",
                        placeholder="2026-03-27 10:00",
                        max_lines=1,
                        elem_id="when",
                    )
                self.save = gr.Button("Save", variant="primary", elem_id="save")
                with gr.Column(visible=False, elem_id="table") as self.table:
                    gr.HTML("<h3>Who you will meet</h3>")
                    self.people = panel(elem_id="people")
                    with gr.Row(equal_height=True):
                        self.name = gr.Textbox(label="Name", elem_id="person-name")
                        self.title = gr.Textbox(label="Title", elem_id="person-title")
                        self.kind = gr.Dropdown(
                            [(text, kind.value) for kind, text in wording.PERSONAS.items()],
                            label="What they are to you",
                            value=PersonaKind.MANAGER.value,
                            elem_id="person-kind",
                        )
                        self.add = gr.Button("Add", elem_id="add-person", min_width=90)
            self._materials.lay_out()

    def wire(self, page: gr.Blocks) -> None:
        """Connects what happens on the page with what is done about it."""
        form = [self.company, self.role, self.when]
        everything = [self.id, self.hero, self.box, *form, self.table, self.people]
        everything += [self.name, self.title, *self._materials.outputs()]
        page.load(sentences(self._open), None, everything, show_progress="hidden")
        on_act(self.hero, sentences(self._choose), self.id, everything)
        gr.on(
            [self.save.click, self.company.submit, self.role.submit],
            sentences(self._save),
            [self.id, *form],
            everything,
            show_progress="hidden",
        )
        gr.on(
            [self.add.click, self.name.submit, self.title.submit],
            sentences(self._add_person),
            [self.id, self.name, self.title, self.kind],
            everything,
            show_progress="hidden",
        )
        on_act(self.people, sentences(self._remove_person), self.id, everything)
        self._materials.wire(self.id, self.hero, self._hero)

    def _open(self, request: gr.Request) -> Updates:
        asked = request.query_params.get("dossier", "")
        if asked == NEW:
            return self._blank()
        dossiers = self._app.store.dossiers()
        chosen = next((d for d in dossiers if d.id == asked), dossiers[0] if dossiers else None)
        return self._show(chosen) if chosen else self._welcome()

    def _choose(self, dossier_id: str, event: gr.EventData) -> Iterator[Updates]:
        """A button or the list at the top of the page."""
        what = str(event.what)
        if what == "sample":
            yield {self.hero: render("live", name="", text="Laying out the sample…")}
            yield self._show(self._app.sample())
        elif what == "new":
            yield self._blank()
        elif what == "switch":
            yield self._show(self._app.store.dossier(str(event.value)))
        elif what == "forget":
            self._app.forget_dossier(dossier_id)
            dossiers = self._app.store.dossiers()
            yield self._show(dossiers[0]) if dossiers else self._welcome()
        elif what == "practise":
            yield {self.hero: self._practise(dossier_id, str(event.which))}

    def _practise(self, dossier_id: str, persona_id: str) -> str:
        """Begins a short practice interview and goes there."""
        begun = self._app.session.begin(
            dossier_id,
            persona_ids=[persona_id],
            mode=Mode.PRACTICE,
            questions=QUICK_QUESTIONS,
        )
        return render("goto", path=f"/interview?interview={begun.id}")

    def _save(self, dossier_id: str, company: str, role: str, when: str | None) -> Updates:
        company, role = (company or "").strip(), (role or "").strip()
        at = _moment(when or "")
        if not dossier_id:
            return self._show(self._app.new_dossier(company, role, at))
        dossier = self._app.store.dossier(dossier_id)
        changed = {"company": company, "role": role, "interview_at": at}
        return self._keep(dossier, changed)

    def _add_person(self, dossier_id: str, name: str, title: str, kind: str) -> Updates:
        name = " ".join((name or "").split())
        if not name:
            raise SetupError("Type the name of the person first.")
        dossier = self._app.store.dossier(dossier_id)
        person = Person(name=name[:80], title=(title or "").strip()[:80], kind=PersonaKind(kind))
        others = [known for known in dossier.people if known.name != person.name]
        updates = self._keep(dossier, {"people": (*others, person)})
        return updates | {self.name: "", self.title: ""}

    def _remove_person(self, dossier_id: str, event: gr.EventData) -> Updates:
        dossier = self._app.store.dossier(dossier_id)
        left = tuple(person for person in dossier.people if person.name != event.which)
        return self._keep(dossier, {"people": left})

    def _keep(self, dossier: Dossier, changed: dict[str, Any]) -> Updates:
        dossier = Dossier.model_validate(dossier.model_dump() | changed)
        self._app.store.save_dossier(dossier)
        return self._show(dossier)

    def _welcome(self) -> Updates:
        return self._form(None, visible=False) | {self.hero: render("welcome")}

    def _blank(self) -> Updates:
        dossiers = self._app.store.dossiers()
        return self._form(None, visible=True) | {self.hero: render("new", dossiers=dossiers)}

    def _show(self, dossier: Dossier) -> Updates:
        return self._form(dossier, visible=True) | {self.hero: self._hero(dossier.id)}

    def _hero(self, dossier_id: str) -> str:
        """The head of the page: which application, how far off it is, and how to begin."""
        dossier = self._app.store.dossier(dossier_id)
        left = (dossier.interview_at - self._app.clock()).days if dossier.interview_at else None
        return render(
            "dossier",
            dossier=dossier,
            dossiers=self._app.store.dossiers(),
            days=left,
            personas=self._app.session.personas(dossier.id)[: max(len(dossier.people), 3)],
            documents=len(self._app.library.documents(dossier.id)),
            held=self._app.understanding.coverage(dossier.id),
        )

    def _form(self, dossier: Dossier | None, *, visible: bool) -> Updates:
        return {
            self.id: dossier.id if dossier else "",
            self.box: gr.update(visible=visible),
            self.company: dossier.company if dossier else "",
            self.role: dossier.role if dossier else "",
            self.when: _typed(dossier),
            self.table: gr.update(visible=dossier is not None),
            self.people: self._people(dossier) if dossier else "",
        } | self._materials.show(dossier.id if dossier else "")

    def _people(self, dossier: Dossier) -> str:
        """Who will be there, each with the address of a prep sheet."""
        ids = [persona.id for persona in self._app.session.personas(dossier.id)]
        people = list(zip(dossier.people, ids, strict=False))
        return render("people", people=people, dossier_id=dossier.id)


def _typed(dossier: Dossier | None) -> str:
    """The date and time as the box takes it."""
    at = dossier.interview_at if dossier else None
    return at.astimezone().strftime("%Y-%m-%dT%H:%M") if at else ""


def _moment(typed: str) -> datetime | None:
    """Raises: SetupError: it is no date and time."""
    if not typed.strip():
        return None
    try:
        return datetime.fromisoformat(typed.strip()).astimezone()
    except ValueError as error:
        raise SetupError(
            f"“{typed}” is not a date and time: write it like 2026-03-27 10:00."
        ) from error
