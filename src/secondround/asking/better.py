"""Words a question better, out of a sentence that the candidate's own materials hold."""

from collections.abc import Sequence

from secondround.asking.features import Near
from secondround.asking.labelling import Labeller
from secondround.asking.tails import quoted_from, tail
from secondround.critique.quoting import snip
from secondround.domain.asking import AskLabel, AskVerdict
from secondround.domain.materials import Passage, PersonaKind

NEAR = 0.3
"""Nearness, -1..1, from which a sentence is about what the question is about."""
LONGEST, FEWEST = 25, 5
"""Words that are quoted."""


def better(
    question: str,
    verdict: AskVerdict,
    persona: PersonaKind,
    passages: Sequence[Passage],
    labeller: Labeller,
) -> tuple[str, tuple[Passage, ...]]:
    """A wording that takes up what is known, and where that stands; "" where nothing is near.

    A strong question needs none, and what is better not asked gets none.
    """
    if verdict.label in (AskLabel.STRONG, AskLabel.AVOID):
        return "", ()
    found = _nearest(question, persona, passages, labeller)
    if found is None:
        return "", ()
    sentence, passage = found
    lead = quoted_from(passage.kind, snip(sentence, LONGEST))
    return f"{lead} {tail('fact', persona, sentence)}", (passage,)


def _nearest(
    question: str, persona: PersonaKind, passages: Sequence[Passage], labeller: Labeller
) -> tuple[str, Passage] | None:
    asked = labeller.asked(question, persona, [passage.text for passage in passages])
    usable = [near for near in asked.nearest if near.answering >= NEAR and _quotable(near)]
    if not usable:
        return None
    sentence = usable[0].sentence
    return sentence.text, passages[sentence.source]


def _quotable(near: Near) -> bool:
    words = snip(near.sentence.text, LONGEST)
    return len(words.split()) >= FEWEST and not set(words) & set("“”?|")
