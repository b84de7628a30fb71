"""The words of the pages for values of the domain; one place to edit their tone."""

from secondround.domain.interview import Act, Mode
from secondround.domain.materials import Aspect, BriefLine, Kind, PersonaKind, State, Topic

KINDS = {
    Kind.FIRST_INTERVIEW: "First interview",
    Kind.COMPANY: "Company",
    Kind.JOB: "Job",
    Kind.RESUME: "Résumé",
}
PERSONAS = {
    PersonaKind.TEAMMATE: "Future teammate",
    PersonaKind.MANAGER: "Manager or department head",
    PersonaKind.EXECUTIVE: "Executive",
}
MODES = {
    Mode.PRACTICE: "Practice: a critique after each answer, and you can try again",
    Mode.REALISTIC: "Realistic: like the real thing, with all feedback at the end",
}
TOPICS = {
    Topic.CONCERN: ("Doubts they raised", "Expect these again. Have one true story for each."),
    Topic.PROMISE: ("What you promised", "Keep them before you go, and mention it."),
    Topic.PROBLEM: ("Problems they named", "A chance to show how you would help."),
    Topic.STRENGTH: ("What went well", "Worth building on."),
    Topic.CLAIM: ("What you said of yourself", "They may ask how. Be sure of the figures."),
    Topic.PERSON: ("People", "Who they are and what came up with them."),
    Topic.FACT: ("About the company", "Bring up one that is recent and specific."),
    Topic.COMPETITOR: ("Their competitors", "Know them; do not take them for this company."),
    Topic.DUTY: ("What the job asks for", "Tie your stories to these."),
    Topic.QUESTION: ("Worth asking", "Still open, as far as your documents go."),
}
"""Heading of each topic of the brief, and what to do with it; in the order they are shown."""

STATES = {
    State.FOUND: "",
    State.CONFIRMED: "confirmed",
    State.EDITED: "your words",
    State.ADDED: "added by you",
}
"""Whose a line of the brief is."""

DONE = {
    Act.SKIP: "You skipped this question.",
    Act.REPEAT: "You asked to hear it again.",
    Act.NO_STORY: "You said that you have no such story.",
    Act.RETRY: "You tried again.",
    Act.NEXT: "You went on.",
    Act.FINISH: "You had no more questions.",
    Act.END: "You ended the interview.",
}
"""What the transcript shows of a candidate's turn without words."""

COMPETENCIES = {"customer_focus": "customers", "prioritisation": "priorities"}
"""Competency ids that read badly as they stand."""


def competency(competency_id: str) -> str:
    """A competency as people call it."""
    return COMPETENCIES.get(competency_id, competency_id.replace("_", " "))


def tags(line: BriefLine) -> list[str]:
    """What is said of a line of the brief beside it, in a word or two each."""
    said = [
        STATES[line.state],
        line.about if line.topic is Topic.COMPETITOR else "",
        line.aspect.value if line.aspect and line.aspect is not Aspect.OTHER else "",
        "come back to it" if line.callback else "",
        "may be out of date" if line.stale else "",
        f"read by {line.made_by.engine}" if line.made_by else "",
    ]
    return [each for each in said if each]


def plural(count: int, noun: str) -> str:
    """“1 passage”, “2 passages”."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
