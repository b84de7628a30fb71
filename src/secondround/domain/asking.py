"""What the candidate asks at the end: how good a question is, why, and what else could be asked."""

from enum import StrEnum

from secondround.domain.base import Value
from secondround.domain.materials import Passage


class AskLabel(StrEnum):
    """How good a question of the candidate is; what comes first in this list goes before the rest.

    avoid: better not asked here · already_answered: what is known answers it · generic: fits any
    employer, is closed or too broad · strong: picks up something of this place, job or talk.
    """

    AVOID = "avoid"
    ALREADY_ANSWERED = "already_answered"
    GENERIC = "generic"
    STRONG = "strong"


class AskFlag(StrEnum):
    """What else can be said of a question, whatever its label.

    closed: wants yes or no · several: more than one question at once · other_person: would be
    better put to another kind of interviewer · too_many: comes after enough were asked · pay: is
    about pay, benefits or leave.
    """

    CLOSED = "closed"
    SEVERAL = "several"
    OTHER_PERSON = "other_person"
    TOO_MANY = "too_many"
    PAY = "pay"


class AskVerdict(Value):
    """How good one question is."""

    label: AskLabel
    why: str
    """One sentence for the candidate; says what to do better unless it is strong."""
    evidence: str = ""
    """The sentence of what is known that answers it, verbatim; "" unless already answered."""


class CoachedQuestion(Value):
    """A question that the candidate asked, and what to make of it."""

    turn: int
    persona_id: str
    question: str
    """As it was asked."""
    label: AskLabel
    why: str
    better: str = ""
    """A better wording, out of known facts only; "" where there is none."""
    flags: tuple[AskFlag, ...] = ()
    remarks: tuple[str, ...] = ()
    """A sentence for each flag, in their order."""
    evidence: str = ""
    """As in `AskVerdict`."""
    passages: tuple[Passage, ...] = ()
    """The materials that answer it or that the better wording comes from."""


class SuggestedQuestion(Value):
    """A question worth asking this person."""

    text: str
    because: str = ""
    """What it takes up, a sentence; "" for the product's advice."""
    passages: tuple[Passage, ...] = ()
    """Its source; empty where it comes from the candidate's own words or from the advice."""
    own: bool = False
    """Whether it takes up the candidate's own words."""
