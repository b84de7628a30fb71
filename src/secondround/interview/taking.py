"""Says what the candidate can do at this point of the talk, and whether a line can be taken."""

from secondround.domain.interview import Act, Interview, Mode, MoveKind, Phase
from secondround.errors import AnswerError

WORDS = 3_000
"""Most words of a line: twenty minutes of talking."""
CHARACTERS = 30_000
"""Most characters of a line, for scripts that put no spaces between words."""

_WORDED = (Act.ANSWER, Act.QUESTION)


def possible(talk: Interview) -> frozenset[Act]:
    """What the candidate can do now."""
    if _over(talk):
        return frozenset()
    if stopped(talk):
        return frozenset({Act.RETRY, Act.NEXT, Act.END})
    if not talk.candidates_turn:
        return frozenset({Act.END})
    if talk.phase is Phase.QUESTIONS_BACK:
        back = {Act.ANSWER} if asked_back(talk) else set()
        return frozenset({Act.QUESTION, Act.FINISH, Act.END} | back)
    return frozenset({Act.ANSWER, Act.REPEAT, Act.SKIP, Act.NO_STORY, Act.END})


def stopped(talk: Interview) -> bool:
    """Whether an answer in practice mode has been given, to be judged, tried again or left."""
    last = talk.turns[-1] if talk.turns else None
    answered = last is not None and last.act is Act.ANSWER and last.question_id is not None
    return talk.mode is Mode.PRACTICE and answered


def asked_back(talk: Interview) -> bool:
    """Whether the last reply ended with a question to the candidate."""
    last = talk.turns[-1] if talk.turns else None
    replied = last is not None and last.move is not None and last.move.kind is MoveKind.REPLY
    return bool(last and replied and last.text.rstrip().endswith("?"))


def spoken_act(talk: Interview, text: str) -> Act:
    """What a line of the candidate is where nobody has said so."""
    if talk.phase is not Phase.QUESTIONS_BACK:
        return Act.ANSWER
    return Act.ANSWER if asked_back(talk) and "?" not in text else Act.QUESTION


def check(talk: Interview, act: Act, text: str) -> None:
    """Lets the line pass if it can be taken.

    Raises:
        AnswerError: it cannot; the message says what to do.
    """
    if act not in possible(talk):
        raise AnswerError(_why_not(talk, act))
    if act in _WORDED and not text:
        raise AnswerError("There is nothing there yet: write or say a sentence first.")
    if (words := len(text.split())) > WORDS:
        raise AnswerError(
            f"That has {words:,} words, and an answer can have {WORDS:,}: shorten it and send it "
            "again."
        )
    if len(text) > CHARACTERS:
        raise AnswerError(
            f"That has {len(text):,} characters, and an answer can have {CHARACTERS:,}: shorten it "
            "and send it again."
        )


def cleaned(text: str) -> str:
    """The text without white space around it, and without half characters, which nothing keeps."""
    return text.encode("utf-8", "ignore").decode("utf-8").strip()


def _over(talk: Interview) -> bool:
    return talk.phase is Phase.DONE or any(turn.act is Act.END for turn in talk.turns)


def _why_not(talk: Interview, act: Act) -> str:
    if _over(talk):
        return "This interview is over: begin another one."
    if act in (Act.RETRY, Act.NEXT):
        return "Trying again and going on come after an answer, in practice mode."
    if stopped(talk):
        return "Look at the critique, then try again or go on to the next question."
    if not talk.candidates_turn:
        return "It is not your turn yet: wait for what the interviewer says."
    if talk.phase is Phase.QUESTIONS_BACK:
        return "Now you ask: put a question, or say that you have none."
    return "Your own questions come later: answer this one first, or skip it."
