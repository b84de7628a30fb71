"""What scores, elements and flags are called wherever a person reads them."""

from secondround.domain.critique import Critique, Flag, ResponseType

BANDS = {1: "Not there yet", 2: "A start", 3: "Solid", 4: "Strong", 5: "Excellent"}
SCORES = ("missing", "hinted at", "there", "fully told")
RESPONSES = {
    ResponseType.STORY: "One particular event",
    ResponseType.HABIT: "What you usually do, not one event",
    ResponseType.HYPOTHETICAL: "What you would do",
    ResponseType.OPINION: "Your view",
    ResponseType.NONE: "No answer to the question",
}
ELEMENTS = {
    "S": "Situation",
    "T": "Task",
    "A": "Action",
    "R": "Result",
    "stakes": "What is at stake",
    "goal": "Goal",
    "steps": "Steps",
    "check": "How you would know",
    "tie": "Something you have really done",
    "reason": "Your reason",
    "here": "Why here and not elsewhere",
    "proof": "Something you have done that shows it",
}
SHORT = {"steps": "step", "tie": "done", "proof": "done"}
"""Elements whose key does not read well as the tag behind a marked stretch."""
FLAGS = {
    Flag.NO_RESULT: "No result",
    Flag.UNQUANTIFIED_RESULT: "Result without size or check",
    Flag.WE_NOT_I: "“We” hides your own part",
    Flag.NO_TASK: "Your task is not said",
    Flag.SITUATION_HEAVY: "More than half is background",
    Flag.VAGUE_ACTION: "Action stays vague",
    Flag.HYPOTHETICAL: "What you would do, not what you did",
    Flag.OFF_QUESTION: "Does not answer what was asked",
    Flag.MULTIPLE_STORIES: "Several stories in one",
    Flag.BLAME: "Puts the blame on others",
    Flag.TOO_LONG: "Too long",
    Flag.TOO_SHORT: "Very short",
    Flag.RAMBLING: "Wanders",
    Flag.INJECTION: "Talks to the judge; that part was left out",
    Flag.CONFIDENTIAL: "Names something confidential",
    Flag.UNPROFESSIONAL_LANGUAGE: "Language that could put them off",
    Flag.RESULT_FIRST: "Starts with the result",
    Flag.NO_EXAMPLE: "No example",
}


def doubt(element: str, critique: Critique) -> str:
    """Why its score is less sure; "" where it is not."""
    if element not in critique.unsure:
        return ""
    return f"less sure: the built-in coach finds it {SCORES[critique.unsure[element]]}"
