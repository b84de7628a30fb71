"""How an answer is delivered: its length, fillers and hedges, as numbers beside a usual range.

They are no verdict and change no score. The ranges are those of the middle four fifths of the
labelled answers of band 4 and 5 in knowledge/star/corpus, drawn again by tests/critique: 97 answers
for length and hedges, the ten of them that are raw speech for fillers.
"""

import re

from secondround.critique import fillers
from secondround.domain.base import Value
from secondround.domain.interview import QuestionKind

WORDS_A_MINUTE = 140
"""How fast an answer is taken to be spoken where nobody has heard it."""
USUAL_WORDS, USUAL_FILLERS, USUAL_HEDGES = (153, 246), (0.0, 1.8), (0.0, 0.5)
"""Words of a told story; fillers and hedges for each hundred words."""

_HEDGES = re.compile(
    r"(?i)\b(?:i (?:think|guess|suppose|reckon)|maybe|perhaps|probably|possibly|hopefully"
    r"|(?<!the )(?:kind|sort) of|somewhat|a little bit|more or less|i['’]?m not sure)\b"
)


class Delivery(Value):
    """What can be counted in the words of one answer."""

    words: int
    fillers: float
    """For each hundred words: um, uh, “you know”."""
    hedges: float
    """For each hundred words: “I think”, “maybe”, “sort of”."""

    @property
    def seconds(self) -> int:
        """How long it takes aloud, to the nearest five."""
        return aloud(self.words)


def count(text: str) -> Delivery:
    """The delivery of an answer; all zero where nothing is said."""
    words = len(text.split())
    share = 100 / max(words, 1)
    return Delivery(
        words=words,
        fillers=round(share * fillers.count(text), 1),
        hedges=round(share * len(_HEDGES.findall(text)), 1),
    )


def aloud(words: int) -> int:
    """How many seconds so many words take aloud, to the nearest five."""
    return 5 * round(60 * words / WORDS_A_MINUTE / 5)


def in_words(text: str, kind: QuestionKind) -> str:
    """What was counted, with what is usual where that is known: a line to read."""
    counted = count(text)
    length = (
        f"{counted.words} word{'s' * (counted.words != 1)}, about {counted.seconds} seconds aloud"
    )
    if kind is QuestionKind.BEHAVIOURAL:
        length += f" ({aloud(USUAL_WORDS[0])} to {aloud(USUAL_WORDS[1])} in good answers)"
    fillers_ = f"fillers {counted.fillers:g} (up to {USUAL_FILLERS[1]:g})"
    hedges = f"hedges {counted.hedges:g} (up to {USUAL_HEDGES[1]:g})"
    return f"{length} · per 100 words: {fillers_}, {hedges}"
