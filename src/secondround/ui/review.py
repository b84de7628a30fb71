"""The review page: every interview, what was said and what was made of it."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from secondround.app import App
from secondround.domain.interview import Interview, Phase
from secondround.errors import NotFound
from secondround.ports import Found
from secondround.ui.debriefing import debriefing
from secondround.ui.faces import Updates, sentences, top
from secondround.ui.judgement import judged_questions
from secondround.ui.panel import on_act, panel
from secondround.ui.rating import attempt_of
from secondround.ui.talk import lines
from secondround.ui.templates import render


class ReviewPage:
    """Lists interviews and opens one."""

    def __init__(self, app: App) -> None:
        self._app = app

    def lay_out(self) -> None:
        """Builds the page; call it within its route."""
        top(self._app, "Review")
        self.id = gr.State("")
        with gr.Column(elem_id="main", elem_classes="page"):
            self.notice = panel(elem_id="notice")
            with gr.Column(elem_id="shelf") as self.shelf:
                gr.HTML("<h1>Your interviews</h1>")
                self.words = gr.Textbox(
                    label="Search what was said and judged",
                    placeholder="For example: rota, boiler, Priya",
                    elem_id="search",
                )
                self.list = panel(elem_id="interviews")
            with gr.Column(visible=False, elem_id="opened") as self.opened:
                self.head = panel(elem_id="review-head")
                self.body = panel(elem_id="review")

    def wire(self, page: gr.Blocks) -> None:
        """Connects what happens on the page with what is done about it."""
        everything = [
            self.id,
            self.notice,
            self.shelf,
            self.list,
            self.opened,
            self.head,
            self.body,
        ]
        page.load(sentences(self._open), None, everything, show_progress="hidden")
        self.words.change(
            sentences(self._list),
            self.words,
            self.list,
            show_progress="hidden",
            trigger_mode="always_last",
        )
        on_act(self.list, sentences(self._delete), [self.id, self.words], everything)
        on_act(self.head, sentences(self._delete), [self.id, self.words], everything)
        on_act(self.body, sentences(self._judge_again), self.id, everything)

    def _open(self, request: gr.Request) -> Iterator[Updates]:
        asked = request.query_params.get("interview", "")
        if not asked:
            yield self._shelf()
            return
        try:
            found = self._app.found(asked)
        except NotFound as error:
            yield self._shelf() | {self.notice: render("notice", text=str(error), tone="bad")}
            return
        yield self._opened(found)
        if found.interview.phase is Phase.DONE:
            for _ in self._app.feedback.judge_missing(asked):
                yield {self.body: self._body(self._app.found(asked))}

    def _delete(self, shown: str, search: str, event: gr.EventData) -> Updates:
        self._app.store.delete_interview(str(event.which))
        if shown:
            return {self.head: render("goto", path="/review")}
        return {self.list: self._list(search)}

    def _judge_again(self, interview_id: str, event: gr.EventData) -> Iterator[Updates]:
        yield {self.notice: render("notice", text="Reading it again…", tone="calm")}
        self._app.feedback.judge(interview_id, *attempt_of(str(event.which)))
        yield {self.notice: "", self.body: self._body(self._app.found(interview_id))}

    def _shelf(self) -> Updates:
        return {
            self.id: "",
            self.shelf: gr.update(visible=True),
            self.opened: gr.update(visible=False),
            self.list: self._list(""),
        }

    def _list(self, search: str) -> str:
        found = self._app.store.interviews(search=(search or "").strip())
        return render("interviews", found=found, searched=bool((search or "").strip()))

    def _opened(self, found: Found) -> Updates:
        return {
            self.id: found.interview.id,
            self.shelf: gr.update(visible=False),
            self.opened: gr.update(visible=True),
            self.head: render("review_head", found=found, open=_open(found.interview)),
            self.body: self._body(found),
        }

    def _body(self, found: Found) -> str:
        """The debrief, then the talk with the critique beside each answer."""
        talk, critiques = found.interview, found.critiques
        questions = judged_questions(talk, critiques, self._app.store.ratings(talk.id))
        return render(
            "review",
            debrief=debriefing(self._app, talk, critiques),
            stretches=_stretches(talk),
            judged={question.id: question for question in questions},
        )


def _open(talk: Interview) -> bool:
    return talk.phase is not Phase.DONE


def _stretches(talk: Interview) -> list[dict[str, Any]]:
    """What was said, cut at the questions."""
    stretches: list[dict[str, Any]] = []
    for turn, line in zip(talk.turns, lines(talk), strict=True):
        question = turn.question_id or ""
        if not stretches or stretches[-1]["question"] != question:
            stretches.append({"question": question, "lines": []})
        stretches[-1]["lines"].append(line)
    return stretches
