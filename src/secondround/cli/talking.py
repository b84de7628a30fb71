"""An interview in the terminal: an answer a line, from the keyboard or from another program.

/repeat, /skip, /nostory and /end do what the buttons of the page do; /again and /next answer the
critique in practice mode. An empty line says that there are no more questions for this person.
Where another program is at the other end, the end of its input ends the interview politely; at the
keyboard it only leaves it, to be continued on the page.
"""

import json
import sys
from collections.abc import Sequence

from secondround.app import App
from secondround.cli.judging import in_words
from secondround.domain.critique import Critique
from secondround.domain.interview import Act, Interview, Persona, Phase, Turn
from secondround.errors import AnswerError, NotFound
from secondround.interview.taking import spoken_act, stopped

COMMANDS = {
    "/repeat": Act.REPEAT,
    "/skip": Act.SKIP,
    "/nostory": Act.NO_STORY,
    "/again": Act.RETRY,
    "/next": Act.NEXT,
    "/end": Act.END,
}


def persona_ids(personas: Sequence[Persona], wanted: Sequence[str]) -> list[str]:
    """The ids of the personas called that, by id, name or kind.

    Raises:
        NotFound: nobody is called that.
    """
    ids = []
    for name in wanted:
        key = name.casefold()
        by_name = [p.id for p in personas if key in (p.id.casefold(), p.name.casefold())]
        by_kind = [p.id for p in personas if key == p.kind.value]
        if not by_name and not by_kind:
            known = ", ".join(persona.id for persona in personas)
            raise NotFound(f"Nobody here is called “{name}”. You can meet: {known}.")
        ids.append((by_name or by_kind)[0])
    return ids


def hold(app: App, interview_id: str, *, as_json: bool) -> None:
    """Holds the interview to its end, or to the end of the input."""
    terminal = _Terminal(app, interview_id, as_json)
    talk = terminal.listen()
    while talk.phase is not Phase.DONE:
        if stopped(talk):
            terminal.show_critiques()
        if not terminal.speak(talk):
            return
        talk = terminal.listen()
    terminal.show_critiques()


class _Terminal:
    def __init__(self, app: App, interview_id: str, as_json: bool) -> None:
        self._app, self._id, self._json = app, interview_id, as_json
        self._shown = 0

    def listen(self) -> Interview:
        """Prints what the interviewer says until it is the candidate's turn."""
        printed = ""
        for said in self._app.session.go_on(self._id):
            if self._json:
                continue
            if not printed or not said.text.startswith(printed):
                print(f"\n{said.persona.name}: ", end="")
                printed = ""
            print(said.text[len(printed) :], end="", flush=True)
            printed = said.text if said.interview is None else ""
            if said.interview:
                print(_note(said.interview.turns[-1]))
        talk = self._app.session.interview(self._id)
        if self._json:
            self._print_turns(talk)
        return talk

    def speak(self, talk: Interview) -> bool:
        """Takes the candidate's next line; False when there is none and the talk is left."""
        if not self._json and sys.stdin.isatty():
            print(_prompt(talk), end="", flush=True)
        line = sys.stdin.readline()
        if not line and sys.stdin.isatty():
            print("\nLeft. Continue it on the Interview page.")
            return False
        act, text = _read(line, talk) if line else (Act.END, "")
        try:
            self._app.session.take(self._id, act, text, version=talk.version)
        except AnswerError as error:
            print(json.dumps({"problem": str(error)}) if self._json else error, flush=True)
        return True

    def show_critiques(self) -> None:
        """Judges what has not been judged yet, and prints it."""
        for critique in self._app.feedback.judge_missing(self._id):
            if self._json:
                print(json.dumps({"critique": critique.model_dump(mode="json")}), flush=True)
            else:
                print(f"\n{self._heading(critique)}\n{in_words(critique)}")

    def _heading(self, critique: Critique) -> str:
        talk = self._app.session.interview(self._id)
        return f"— {talk.question(critique.question_id).text}"

    def _print_turns(self, talk: Interview) -> None:
        for turn in talk.turns[self._shown :]:
            print(json.dumps(_row(talk, turn), ensure_ascii=False), flush=True)
        self._shown = len(talk.turns)


def _row(talk: Interview, turn: Turn) -> dict[str, object]:
    row = turn.model_dump(mode="json", exclude={"by_candidate", "persona_id"})
    speaker = "candidate" if turn.by_candidate else turn.persona_id
    return {"interview": talk.id, "speaker": speaker, **row}


def _read(line: str, talk: Interview) -> tuple[Act, str]:
    text = line.strip()
    if text in COMMANDS:
        return COMMANDS[text], ""
    if talk.phase is Phase.QUESTIONS_BACK:
        return (spoken_act(talk, text), text) if text else (Act.FINISH, "")
    if stopped(talk):
        return (Act.RETRY if text else Act.NEXT), ""
    return Act.ANSWER, text


def _prompt(talk: Interview) -> str:
    if talk.phase is Phase.QUESTIONS_BACK:
        return "\nYour question (empty: no more): "
    if stopped(talk):
        return "\n/again or /next: "
    return "\nYou: "


def _note(turn: Turn) -> str:
    note = turn.worded_by.note if turn.worded_by else ""
    return f"\n({note})" if note else ""
