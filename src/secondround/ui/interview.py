"""The interview page: they ask, you answer, and nothing that was said is lost."""

from collections.abc import Callable, Iterator

import gradio as gr

from secondround.app import App, now
from secondround.domain.interview import Act, Interview
from secondround.errors import AnswerError, Conflict, NotFound
from secondround.interview.session import Said
from secondround.ui.choosing import Choosing
from secondround.ui.controls import Controls, Stage, stage
from secondround.ui.faces import Updates, sentences, top
from secondround.ui.judgement import hue, judged_questions
from secondround.ui.panel import on_act, panel
from secondround.ui.talk import aside, transcript
from secondround.ui.templates import render


class InterviewPage:
    """Begins, holds and continues interviews."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.choosing = Choosing(app)
        self.controls = Controls()

    def lay_out(self) -> None:
        """Builds the page; call it within its route."""
        top(self._app, "Interview")
        self.id = gr.State("")
        self.version = gr.State(0)
        with gr.Column(elem_id="main", elem_classes="page"):
            self.notice = panel(elem_id="notice")
            self.choosing.lay_out()
            with gr.Row(visible=False, elem_id="room", equal_height=False) as self.room:
                self.aside = panel(elem_id="aside")
                with gr.Column(elem_id="floor", scale=3):
                    self.talk = panel(elem_id="talk")
                    self.live = panel(elem_id="live")
                    self.controls.lay_out()
                    self.critique = panel(elem_id="critique")

    def wire(self, page: gr.Blocks) -> None:
        """Connects what happens on the page with what is done about it."""
        everything = [self.id, self.version, self.notice, self.room, self.aside, self.talk]
        everything += [self.live, self.critique, *self.controls.outputs()]
        everything += self.choosing.outputs()
        page.load(sentences(self._open), None, everything, show_progress="hidden")
        self.choosing.wire(self._begun, everything)
        at = [self.id, self.version]
        for button, act in self.controls.acts():
            inputs = [*at, self.controls.answer]
            button.click(sentences(self._does(act)), inputs, everything, show_progress="hidden")
        self.controls.pause.click(sentences(self._pause), self.id, everything)
        self.controls.go_on.click(sentences(self._go_on), self.id, everything)
        on_act(self.critique, sentences(self._judge_again), self.id, everything)

    def _open(self, request: gr.Request) -> Iterator[Updates]:
        asked = dict(request.query_params)
        if not asked.get("interview"):
            yield self.choosing.show(asked.get("dossier", ""))
            return
        try:
            self._app.session.interview(asked["interview"])
        except NotFound as error:
            yield self.choosing.show("") | {self.notice: _notice(f"{error}")}
            return
        yield from self._begun(asked["interview"])

    def _begun(self, interview_id: str) -> Iterator[Updates]:
        talk = self._app.session.interview(interview_id)
        start = {self.choosing.box: gr.update(visible=False), self.room: gr.update(visible=True)}
        yield start | self._show(talk, busy=True) | {self.notice: "", self.id: interview_id}
        yield from self._listen(interview_id)

    def _does(self, act: Act) -> Callable[[str, int, str], Iterator[Updates]]:
        def handler(interview_id: str, version: int, text: str) -> Iterator[Updates]:
            yield from self._take(act, interview_id, version, text)

        return handler

    def _take(self, act: Act, interview_id: str, version: int, text: str) -> Iterator[Updates]:
        """The candidate's line is saved first; where it cannot be taken, it stays in the box."""
        speaks = act in (Act.ANSWER, Act.QUESTION)
        try:
            talk = self._app.session.take(
                interview_id, act, text if speaks else "", version=version
            )
        except (AnswerError, Conflict) as error:
            talk = self._app.session.interview(interview_id)
            yield self._show(talk) | {self.notice: _notice(str(error))}
            return
        box = {self.controls.answer: ""} if speaks else {}
        yield self._show(talk, busy=True) | {self.notice: "", self.critique: ""} | box
        yield from self._listen(interview_id)

    def _listen(self, interview_id: str) -> Iterator[Updates]:
        """What the interviewer says, as it is said, and then what was made of the answers."""
        talk = self._app.session.interview(interview_id)
        for said in self._app.session.go_on(interview_id):
            yield self._heard(said, hue(talk, said.persona.id))
        talk = self._app.session.interview(interview_id)
        if stage(talk) in (Stage.CRITIQUE, Stage.DONE):
            yield self._show(talk, busy=True) | {self.live: _waiting("Reading your answer…")}
            for _ in self._app.feedback.judge_missing(interview_id):
                yield {self.critique: self._critiques(talk)}
        yield self._show(talk) | {self.live: "", self.critique: self._critiques(talk)}

    def _heard(self, said: Said, colour: int) -> Updates:
        if said.interview is not None:
            return self._show(said.interview, busy=True) | {self.live: ""}
        return {self.live: render("live", name=said.persona.name, text=said.text, hue=colour)}

    def _pause(self, interview_id: str) -> Updates:
        return self._show(self._app.session.pause(interview_id))

    def _go_on(self, interview_id: str) -> Iterator[Updates]:
        yield self._show(self._app.session.resume(interview_id))
        yield from self._listen(interview_id)

    def _judge_again(self, interview_id: str, event: gr.EventData) -> Iterator[Updates]:
        question_id, _, attempt = str(event.which).rpartition(":")
        yield {self.live: _waiting("Reading it again…")}
        self._app.feedback.judge(interview_id, question_id, int(attempt))
        talk = self._app.session.interview(interview_id)
        yield {self.live: "", self.critique: self._critiques(talk)}

    def _show(self, talk: Interview, *, busy: bool = False) -> Updates:
        dossier = self._app.store.dossier(talk.dossier_id)
        return {
            self.version: talk.version,
            self.aside: aside(talk, dossier, now()),
            self.talk: transcript(talk),
        } | self.controls.show(talk, busy=busy)

    def _critiques(self, talk: Interview) -> str:
        """Practice: the question just answered; at the end: all."""
        here = stage(talk)
        if here is Stage.DONE:
            return self._all(talk)
        if here is not Stage.CRITIQUE:
            return ""
        asked = talk.turns[-1].question_id
        critiques = self._app.store.critiques(talk.id)
        questions = [q for q in judged_questions(talk, critiques) if q.id == asked]
        return render("critiques", questions=questions, retry=True)

    def _all(self, talk: Interview) -> str:
        questions = judged_questions(talk, self._app.store.critiques(talk.id))
        return render("done", questions=questions, id=talk.id)


def _waiting(text: str) -> str:
    return render("live", name="", text=text)


def _notice(text: str, tone: str = "bad") -> str:
    return render("notice", text=text, tone=tone)
