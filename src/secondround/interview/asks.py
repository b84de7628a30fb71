"""The phrases that turn a point in the materials into a question."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

ASKS: Mapping[str, tuple[str, ...]] = {
    "closest": (
        "What is the closest you have come to it?",
        "Tell me about the nearest thing to it that you have done.",
    ),
    "answer": (
        "Tell me about a time that speaks to it.",
        "Tell me about something you have done that should put us at ease.",
        "Which of your experiences speaks to that?",
    ),
    "mended": ("What have you done about it since?", "Tell me what you have done about it."),
    "today": ("What is your answer today?", "How would you answer it now?"),
    "stay": ("What would keep you here?", "What would make you stay with us?"),
    "kept": ("How did you go about it?", "Tell me how that went.", "What has come of it so far?"),
    "visit": ("Tell me how that went.", "What did you take away from it?"),
    "paper": ("Walk me through the main points.", "What would it begin with?"),
    "part": (
        "Walk me through what you yourself did.",
        "What was your own part in that?",
        "How did you bring that about?",
    ),
    "figure": ("Walk me through it, down to the figure that holds.",),
    "problem": (
        "How would you go about it?",
        "Where would you start?",
        "How would you take that on in your first month?",
    ),
    "duty": (
        "Tell me about a time you did something of the kind.",
        "What is the nearest thing to it that you have done?",
    ),
    "fact": (
        "How does that bear on your wanting to work here?",
        "What does it tell you about working with us?",
        "What about that speaks to you?",
    ),
}


def least_used(asks: Sequence[str], used: Counter[str], rng: Random) -> str:
    """The phrase used least so far; chance decides among equals."""
    shuffled = rng.sample(asks, k=len(asks))
    return min(shuffled, key=lambda ask: used[ask])
