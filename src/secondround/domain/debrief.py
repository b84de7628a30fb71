"""What is said at the end of an interview: over all answers, and against what was known before.

Every quote is verbatim, as in a critique: `turns[turn].text[start:end] == quote`.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field

from secondround.domain.asking import CoachedQuestion
from secondround.domain.base import Value
from secondround.domain.critique import Evidence
from secondround.domain.materials import Passage, Topic

Band = Annotated[int, Field(ge=1, le=5)]


class SelfRating(Value):
    """How the candidate rates one of their own attempts, in the bands of a critique."""

    interview_id: str
    question_id: str
    attempt: int = Field(default=1, ge=1)
    band: Band
    made_at: AwareDatetime


class Pattern(Value):
    """What holds of several answers."""

    id: str
    """Its id in knowledge/debrief.yaml."""
    good: bool
    says: str
    """One sentence, with how many of how many."""
    questions: tuple[str, ...]
    """Ids of the questions in whose answers it holds, in the order asked."""
    count: int
    total: int
    """Assessed answers of which it could hold."""


class Redo(Value):
    """An answer worth saying again."""

    question_id: str
    attempt: int
    band: Band
    reason: str
    """The one thing to fix, as its critique has it."""


class Recall(StrEnum):
    """Whether the candidate brought something up.

    used: of themselves · prompted: they answered when the interviewer had brought it up ·
    touched: a word or two points to it, too little to say so · missed: nothing points to it.
    """

    USED = "used"
    PROMPTED = "prompted"
    TOUCHED = "touched"
    MISSED = "missed"


class Recalled(Value):
    """A line of the brief, and whether it came up."""

    line_id: str
    topic: Topic
    text: str
    """Words of the line."""
    passages: tuple[Passage, ...] = ()
    """Where the line stands."""
    recall: Recall
    evidence: Evidence | None = None
    """The candidate's words that show it; None when it was missed."""


class Contradiction(Value):
    """Two statements on one thing that cannot both hold; both are shown."""

    said: Evidence
    """The candidate's words in this interview."""
    before: str
    """The other statement, verbatim."""
    earlier: Evidence | None = None
    """The same, where it was said to an interviewer before; None where it stands in `passages`."""
    passages: tuple[Passage, ...] = ()
    """Where the other statement stands; () too for a line of the brief in the person's words."""
    differs: tuple[str, str]
    """What is not the same: as it was said, and as it was before."""


class Standing(StrEnum):
    """What the interview showed of a competency: band 4 or 5, band 3, less than that, or nothing.

    not_judged: there is an answer, but no judgement of it · not_asked: its question never came.
    """

    SHOWN = "shown"
    PARTLY = "partly"
    NOT_SHOWN = "not_shown"
    NOT_JUDGED = "not_judged"
    NOT_ASKED = "not_asked"


class Competency(Value):
    """A competency that was planned for, and what was seen of it."""

    competency: str
    standing: Standing
    questions: tuple[str, ...]
    """Ids of its questions: those that were asked, or those that were not."""


class Rated(Value):
    """The candidate's rating of an attempt beside the judgement."""

    question_id: str
    attempt: int
    own: Band
    judged: Band | None
    """None where the attempt is not assessed."""
    difference: int | None
    """Own less judged, -4 to 4; None as above."""


class Impression(Value):
    """What one person of a panel would make of all answers, by what weighs for them."""

    persona_id: str
    mean: float = Field(ge=1, le=5)
    """Of the bands, each with the weight that its competency has for them."""
    helped: str | None
    """Id of the question whose answer speaks most for the candidate there; None where none does."""
    hurt: str | None
    """Id of the question whose answer costs most there; None where none does."""


class Debrief(Value):
    """What an interview amounts to, as far as it has been held and judged."""

    interview_id: str
    over: bool
    """Whether the interview is at its end; until then, what is missed may still come."""
    answered: tuple[str, ...]
    """Ids of the questions with an answer, in that order."""
    assessed: int
    """How many of these answers are judged, the latest attempt of each; the rest counts nowhere."""
    not_assessed: tuple[str, ...]
    """Ids of the answered questions whose latest attempt has no judgement."""
    patterns: tuple[Pattern, ...] = ()
    """Faults, the strongest first, then what was good throughout."""
    redo: tuple[Redo, ...] = ()
    """At most two, the one to begin with first."""
    callbacks: tuple[Recalled, ...] = ()
    """What the brief marked as worth coming back to."""
    facts: tuple[Recalled, ...] = ()
    """Company facts that came up; where few did, the ones most worth knowing that did not."""
    contradictions: tuple[Contradiction, ...] = ()
    competencies: tuple[Competency, ...] = ()
    impressions: tuple[Impression, ...] = ()
    """One for each person of a panel; () for one person, or for fewer than three judged answers."""
    asked: tuple[CoachedQuestion, ...] = ()
    """What the candidate asked, in order; () while a realistic interview runs."""
    ratings: tuple[Rated, ...] = ()
    """In the order asked."""
    ratings_say: str = ""
    """One sentence over the ratings of latest attempts that are judged; "" for fewer than two."""
