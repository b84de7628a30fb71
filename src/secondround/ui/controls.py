"""What the candidate can do now: the box for the answer and the buttons below it."""

from enum import Enum

import gradio as gr
from gradio.blocks import Block

from secondround.domain.interview import Act, Interview, Phase
from secondround.interview.taking import stopped
from secondround.ui.faces import Updates


class Stage(Enum):
    """What the page waits for."""

    ANSWER = "an answer"
    QUESTION = "a question of theirs"
    CRITIQUE = "retry or next, after the critique"
    PAUSED = "going on"
    LISTENING = "the interviewer"
    DONE = "nothing"


def stage(talk: Interview) -> Stage:
    """Where the interview stands."""
    if talk.phase is Phase.DONE:
        return Stage.DONE
    if talk.on_pause:
        return Stage.PAUSED
    if talk.candidates_turn:
        return Stage.QUESTION if talk.phase is Phase.QUESTIONS_BACK else Stage.ANSWER
    if stopped(talk):
        return Stage.CRITIQUE
    return Stage.LISTENING


SHOWN = {
    "answer": {Stage.ANSWER, Stage.QUESTION},
    "send": {Stage.ANSWER},
    "ask": {Stage.QUESTION},
    "repeat": {Stage.ANSWER},
    "no_story": {Stage.ANSWER},
    "skip": {Stage.ANSWER},
    "finish": {Stage.QUESTION},
    "retry": {Stage.CRITIQUE},
    "next": {Stage.CRITIQUE},
    "pause": {Stage.ANSWER, Stage.QUESTION},
    "go_on": {Stage.PAUSED},
    "end": {Stage.ANSWER, Stage.QUESTION, Stage.CRITIQUE, Stage.PAUSED},
}
"""At which stages each control is there."""


class Controls:
    """The answer box and the buttons."""

    def lay_out(self) -> None:
        """Adds them to the page."""
        self.answer = gr.Textbox(
            label="Your answer",
            placeholder="Say it as you would say it there. Ctrl+Enter sends it.",
            lines=5,
            max_lines=16,
            max_length=200_000,
            elem_id="answer",
        )
        with gr.Row(elem_classes="buttons"):
            self.send = gr.Button("Answer", variant="primary", elem_id="send")
            self.ask = gr.Button("Ask", variant="primary", elem_id="ask")
            self.retry = gr.Button("Try again", elem_id="retry")
            self.next = gr.Button("Next question", variant="primary", elem_id="next")
            self.go_on = gr.Button("Go on", variant="primary", elem_id="go-on")
            self.repeat = gr.Button("Repeat the question", elem_id="repeat")
            self.no_story = gr.Button("I have no such story", elem_id="no-story")
            self.skip = gr.Button("Skip", elem_id="skip")
            self.finish = gr.Button("No more questions", elem_id="finish")
            self.pause = gr.Button("Pause", elem_id="pause")
            self.end = gr.Button("End the interview", variant="stop", elem_id="end")

    def acts(self) -> list[tuple[gr.Button, Act]]:
        """The buttons that are a turn of the candidate."""
        return [
            (self.send, Act.ANSWER),
            (self.ask, Act.QUESTION),
            (self.retry, Act.RETRY),
            (self.next, Act.NEXT),
            (self.repeat, Act.REPEAT),
            (self.no_story, Act.NO_STORY),
            (self.skip, Act.SKIP),
            (self.finish, Act.FINISH),
            (self.end, Act.END),
        ]

    def outputs(self) -> list[Block]:
        """What `show` changes."""
        return [getattr(self, name) for name in SHOWN]

    def show(self, talk: Interview, *, busy: bool) -> Updates:
        """The controls of this stage; while `busy` none can be pressed."""
        here = Stage.LISTENING if busy else stage(talk)
        updates = {
            getattr(self, name): gr.update(visible=here in stages) for name, stages in SHOWN.items()
        }
        asks = talk.phase is Phase.QUESTIONS_BACK
        updates[self.answer] = gr.update(
            visible=True if busy and talk.phase is not Phase.DONE else here in SHOWN["answer"],
            interactive=not busy,
            label="Your question to them" if asks else "Your answer",
        )
        return updates
