"""What the parts of a debrief are called wherever a person reads them."""

from collections.abc import Sequence

from secondround.domain.asking import AskLabel, CoachedQuestion
from secondround.domain.debrief import (
    Competency,
    Contradiction,
    Debrief,
    Impression,
    Recall,
    Standing,
)
from secondround.domain.interview import Interview

RATINGS = "How you rated yourself"
PATTERNS = "Patterns"
REDO = "Say these again"
CALLBACKS = "What was worth coming back to"
FACTS = "Company facts"
CONTRADICTIONS = "Where your words disagree"
COMPETENCIES = "Competencies"
IMPRESSIONS = "What each would make of it"
ASKED = "What you asked them"

RECALLS = {
    Recall.USED: "You brought it up",
    Recall.PROMPTED: "They brought it up",
    Recall.TOUCHED: "Perhaps touched on",
    Recall.MISSED: "You did not bring it up",
}
LABELS = {
    AskLabel.STRONG: "Strong question",
    AskLabel.GENERIC: "Generic",
    AskLabel.ALREADY_ANSWERED: "Answered already",
    AskLabel.AVOID: "Better not asked",
}
STANDINGS = {
    Standing.SHOWN: "Shown",
    Standing.PARTLY: "Partly shown",
    Standing.NOT_SHOWN: "Not shown",
    Standing.NOT_JUDGED: "Not judged",
    Standing.NOT_ASKED: "Not asked",
}


def asked(talk: Interview) -> list[str]:
    """Ids of the questions that came up, in order; their places are their numbers."""
    return list(dict.fromkeys(turn.question_id for turn in talk.turns if turn.question_id))


def told(talk: Interview, each: Contradiction) -> str:
    """To whom the candidate said it."""
    return f"You told {_listener(talk, each.said.turn)}"


def source(talk: Interview, each: Contradiction) -> str:
    """Where the other was said; "" where it stands in its passages."""
    if each.earlier:
        return f"Before that you told {_listener(talk, each.earlier.turn)}"
    return "" if each.passages else "In your own words"


def impression(talk: Interview, each: Impression) -> str:
    """What one person makes of it, in a sentence or two."""
    says = (
        f"{talk.persona(each.persona_id).name}: about band {each.mean:g}, by what weighs for them."
    )
    numbers = [questions(talk, [id]) if id else "" for id in (each.helped, each.hurt)]
    speaks = (f"{numbers[0]} speaks for you", f"{numbers[1]} costs most")
    more = [said for number, said in zip(numbers, speaks, strict=True) if number]
    return f"{says} {'; '.join(more).capitalize()}." if more else says


def asked_whom(talk: Interview, each: CoachedQuestion) -> str:
    """To whom the candidate put a question, where there were several people."""
    return f"To {talk.persona(each.persona_id).name}" if len(talk.plans) > 1 else ""


def by_standing(competencies: Sequence[Competency]) -> list[tuple[str, tuple[Competency, ...]]]:
    """The competencies by what was seen of them, each lot with what that is called."""
    seen = {
        name: tuple(each for each in competencies if each.standing is standing)
        for standing, name in STANDINGS.items()
    }
    return [(name, those) for name, those in seen.items() if those]


def extent(talk: Interview, debrief: Debrief) -> str:
    """What the debrief rests on."""
    answers = len(debrief.answered)
    says = f"{answers} {'answer' if answers == 1 else 'answers'}, {debrief.assessed} judged."
    if debrief.not_assessed:
        left_out = questions(talk, debrief.not_assessed)
        says += f" Not judged, and counted nowhere below: {left_out}."
    return says if debrief.over else f"{says} The interview is not over yet."


def questions(talk: Interview, ids: Sequence[str]) -> str:
    """By their numbers, as in “questions 1, 3”; "" for none."""
    numbers = sorted(asked(talk).index(question_id) + 1 for question_id in ids)
    noun = "question" if len(numbers) == 1 else "questions"
    return f"{noun} {', '.join(map(str, numbers))}" if numbers else ""


def _listener(talk: Interview, turn: int) -> str:
    return talk.persona(talk.turns[turn].persona_id).name
