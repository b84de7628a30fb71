"""The interview page: they ask, you answer, and nothing that was said is lost."""

from collections.abc import Callable, Iterator

import gradio as gr

from secondround.app import App
from secondround.domain.asking import CoachedQuestion
from secondround.domain.interview import Act, Interview, Mode
from secondround.errors import AnswerError, Conflict, NotFound
from secondround.interview.session import Said
from secondround.interview.taking import spoken_act
from secondround.ui.choosing import Choosing
from secondround.ui.controls import Controls, Stage, stage
from secondround.ui.debriefing import debriefing
from secondround.ui.faces import Updates, sentences, top
from secondround.ui.judgement import hue, judged_questions
from secondround.ui.panel import on_act, panel
from secondround.ui.rating import Opened, attempt_of, covered, rate
from secondround.ui.talk import aside, transcript, worth_asking
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
        self.opened = gr.State(set())
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
        page.load(sentences(self._open), self.opened, everything, show_progress="hidden")
        self.choosing.wire(lambda begun: self._begun(begun, set()), everything)
        at = [self.id, self.version]
        for button, act in self.controls.acts():
            inputs = [*at, self.opened, self.controls.answer]
            button.click(sentences(self._does(act)), inputs, everything, show_progress="hidden")
        self.controls.pause.click(sentences(self._pause), self.id, everything)
        self.controls.go_on.click(sentences(self._go_on), [self.id, self.opened], everything)
        on_act(self.critique, sentences(self._read), [self.id, self.opened], everything)

    def _open(self, opened: Opened, request: gr.Request) -> Iterator[Updates]:
        asked = dict(request.query_params)
        if not asked.get("interview"):
            yield self.choosing.show(asked.get("dossier", ""))
            return
        try:
            self._app.session.interview(asked["interview"])
        except NotFound as error:
            yield self.choosing.show("") | {self.notice: _notice(f"{error}")}
            return
        yield from self._begun(asked["interview"], opened)

    def _begun(self, interview_id: str, opened: Opened) -> Iterator[Updates]:
        talk = self._app.session.interview(interview_id)
        start = {self.choosing.box: gr.update(visible=False), self.room: gr.update(visible=True)}
        yield start | self._show(talk, busy=True) | {self.notice: "", self.id: interview_id}
        yield from self._listen(interview_id, opened)

    def _does(self, act: Act) -> Callable[..., Iterator[Updates]]:
        def handler(
            interview_id: str, version: int, opened: Opened, text: str
        ) -> Iterator[Updates]:
            yield from self._take(act, interview_id, version, opened, text)

        return handler

    def _take(
        self, act: Act, interview_id: str, version: int, opened: Opened, text: str
    ) -> Iterator[Updates]:
        """The candidate's line is saved first; where it cannot be taken, it stays in the box."""
        if act is Act.QUESTION:
            act = spoken_act(self._app.session.interview(interview_id), text)
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
        yield from self._listen(interview_id, opened)

    def _listen(self, interview_id: str, opened: Opened) -> Iterator[Updates]:
        """What the interviewer says, as it is said, and then what was made of the answers."""
        talk = self._app.session.interview(interview_id)
        for said in self._app.session.go_on(interview_id):
            yield self._heard(said, hue(talk, said.persona.id))
        talk = self._app.session.interview(interview_id)
        if stage(talk) in (Stage.CRITIQUE, Stage.DONE):
            yield self._show(talk, busy=True) | {self.live: _waiting("Reading your answer…")}
            for _ in self._app.feedback.judge_missing(interview_id):
                yield {self.critique: self._critiques(talk, opened)}
        yield self._show(talk) | {self.live: "", self.critique: self._below(talk, opened)}

    def _heard(self, said: Said, colour: int) -> Updates:
        if said.interview is not None:
            return self._show(said.interview, busy=True) | {self.live: ""}
        return {self.live: render("live", name=said.persona.name, text=said.text, hue=colour)}

    def _pause(self, interview_id: str) -> Updates:
        return self._show(self._app.session.pause(interview_id))

    def _go_on(self, interview_id: str, opened: Opened) -> Iterator[Updates]:
        yield self._show(self._app.session.resume(interview_id))
        yield from self._listen(interview_id, opened)

    def _read(self, interview_id: str, opened: Opened, event: gr.EventData) -> Iterator[Updates]:
        """Rates an answer, shows answers unrated (their keys are in `which`), or judges again."""
        which = str(event.which)
        if event.what == "rate":
            rate(self._app, interview_id, which, int(event.value))
        elif event.what == "open":
            opened.update(which.split())
        else:
            yield {self.live: _waiting("Reading it again…")}
            self._app.feedback.judge(interview_id, *attempt_of(which))
        talk = self._app.session.interview(interview_id)
        yield {self.live: "", self.critique: self._critiques(talk, opened)}

    def _show(self, talk: Interview, *, busy: bool = False) -> Updates:
        dossier = self._app.store.dossier(talk.dossier_id)
        return {
            self.version: talk.version,
            self.aside: aside(talk, dossier, self._app.clock()),
            self.talk: transcript(talk, self._coached(talk)),
        } | self.controls.show(talk, busy=busy)

    def _coached(self, talk: Interview) -> tuple[CoachedQuestion, ...]:
        """Of what was replied to so far; in the end it stands in the debrief.

        Nobody waits for it: a question is shown and replied to first.
        """
        if stage(talk) is Stage.DONE:
            return ()
        waits = bool(talk.turns) and talk.turns[-1].by_candidate
        replied = talk.model_copy(update={"turns": talk.turns[:-1]}) if waits else talk
        return self._app.desk.coached(replied)

    def _below(self, talk: Interview, opened: Opened) -> str:
        """What stands below the talk: what is worth asking now, or what was made of answers."""
        if stage(talk) is Stage.QUESTION and talk.mode is Mode.PRACTICE:
            return render("worth_asking", suggested=worth_asking(self._app, talk))
        return self._critiques(talk, opened)

    def _critiques(self, talk: Interview, opened: Opened) -> str:
        """Practice: the question just answered; at the end: all, and what they amount to."""
        here = stage(talk)
        if here not in (Stage.CRITIQUE, Stage.DONE):
            return ""
        critiques = self._app.store.critiques(talk.id)
        questions = judged_questions(talk, critiques, self._app.store.ratings(talk.id))
        if here is Stage.CRITIQUE:
            here_asked = [q for q in questions if q.id == talk.turns[-1].question_id]
            return render(
                "critiques", questions=here_asked, covered=covered(here_asked, opened), retry=True
            )
        hidden = covered(questions, opened)
        debrief = None if hidden else debriefing(self._app, talk, critiques)
        return render("done", questions=questions, covered=hidden, debrief=debrief, id=talk.id)


def _waiting(text: str) -> str:
    return render("live", name="", text=text)


def _notice(text: str, tone: str = "bad") -> str:
    return render("notice", text=text, tone=tone)
