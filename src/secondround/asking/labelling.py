"""Labels a question of the candidate, and says why in a sentence.

What is learned weighs; two things are settled by meaning alone: an order to the machine is never
fine, and pay may be asked about once the interviewer has raised it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from secondround.asking import forms, learned
from secondround.asking.features import Asked, Row, row
from secondround.asking.known import Vectors, known
from secondround.asking.wordlist import Topic, asks_about_pay, topics_of, wordlist
from secondround.critique.quoting import snip, straight
from secondround.domain.asking import AskLabel, AskVerdict
from secondround.domain.materials import PersonaKind
from secondround.ports import Embedder

STOCK = 0.6
"""Likeness to a stock question from which it is named as the reason."""
FOUND = 2.0
"""What a pattern that was found adds to the score of what is better not asked: the plainest
wordings, which the patterns know, are rare among the questions that the rest is learned from."""
UNSURE = 1.0
"""What it takes from that score where no pattern was found: a false alarm costs more than a miss,
and without a pattern most alarms on taught questions of other writers are false."""
FAR = 0.18
"""Nearness, -1..1, below which a sentence answers nothing; hardly one that is taught is as far."""
TOO_LONG = 80
"""Words after which nobody follows a question; the longest strong one that is taught has 44."""
NEVER = "machine"
"""The topic that is never fine."""
CONTEXTS = 64
"""Contexts that are kept as read, since several questions are put in one talk."""
QUESTIONS = 64
"""Questions that are kept as read: a talk is coached anew whenever it is shown."""
QUOTED = 30
"""Words of what is known that are read back."""

Scores = Callable[[Row], Mapping[AskLabel, float]]


class Labeller:
    """Labels questions; loads its models at the first."""

    def __init__(self, plain: Embedder, seeking: Embedder, scores: Scores | None = None) -> None:
        """`plain` says what a text is like, `seeking` what would answer it.

        `scores` are another model's than that of this installation.
        """
        self._plain, self._seeking = plain, seeking
        self._known = lru_cache(CONTEXTS)(lambda context: known(context, seeking))
        self._vectors = lru_cache(QUESTIONS)(self._embedded)
        self._other = scores

    def label(
        self,
        question: str,
        persona: PersonaKind,
        context: Sequence[str] = (),
        *,
        pay_raised: bool = False,
    ) -> AskVerdict:
        """How good the question is, put to such a person when the texts of the context are known.

        Raises:
            SetupError: what was learned is missing or damaged.
        """
        asked = self.asked(question, persona, context, pay_raised=pay_raised)
        return verdict(asked, self._scores(row(asked)))

    def asked(
        self,
        question: str,
        persona: PersonaKind,
        context: Sequence[str] = (),
        *,
        pay_raised: bool = False,
    ) -> Asked:
        """The question with all that its label depends on."""
        whole, core, seeking = self._vectors(question)
        return Asked(
            question=question,
            persona=persona,
            known=self._known(tuple(context)),
            pay_raised=pay_raised,
            whole=whole,
            core=core,
            seeking=seeking,
            stock=self._stock,
            topics=tuple(topics_of(question)),
        )

    def _embedded(self, question: str) -> tuple[Vectors, Vectors, Vectors]:
        """What the whole and its core are like, and what would answer it."""
        whole, core = forms.bare(question), forms.bare(forms.last_sentence(question))
        texts = list(dict.fromkeys((whole, core)))
        like = dict(zip(texts, self._plain.embed(texts), strict=True))
        return like[whole], like[core], self._seeking.embed([question])[0]

    @cached_property
    def _stock(self) -> NDArray[np.float32]:
        return self._plain.embed(wordlist().stock)

    @cached_property
    def _scores(self) -> Scores:
        return self._other or learned.load().scores


def verdict(asked: Asked, scores: Mapping[AskLabel, float]) -> AskVerdict:
    """The label that scores best of those that can hold."""
    if any(topic.id == NEVER for topic in asked.topics):
        label = AskLabel.AVOID
    else:
        found = {AskLabel.AVOID: FOUND if _touched(asked) else -UNSURE}
        label = max(_possible(asked), key=lambda label: scores[label] + found.get(label, 0.0))
    evidence = asked.nearest[0].sentence.text if label is AskLabel.ALREADY_ANSWERED else ""
    return AskVerdict(label=label, why=_why(asked, label, evidence), evidence=evidence)


def _possible(asked: Asked) -> list[AskLabel]:
    """The labels that can hold, of which generic is always one."""
    asks = forms.asks(asked.question)
    can_hold = {
        AskLabel.AVOID: bool(_touched(asked)) or (asks and not _only_raised_pay(asked)),
        AskLabel.ALREADY_ANSWERED: asks and _may_be_answered(asked),
        AskLabel.GENERIC: True,
        AskLabel.STRONG: asks and len(asked.question.split()) <= TOO_LONG,
    }
    return [label for label, can in can_hold.items() if can]


def _may_be_answered(asked: Asked) -> bool:
    """Whether a sentence comes near enough, and tells of pay where the question is on pay."""
    if not asked.nearest or asked.nearest[0].answering < FAR:
        return False
    return not _only_raised_pay(asked) or asks_about_pay(asked.nearest[0].sentence.text)


def _touched(asked: Asked) -> list[Topic]:
    """What it touches that is better not asked, and that they have not raised."""
    return [topic for topic in asked.topics if not (topic.pay and asked.pay_raised)]


def _only_raised_pay(asked: Asked) -> bool:
    return asked.pay_raised and bool(asked.topics) and all(topic.pay for topic in asked.topics)


def _why(asked: Asked, label: AskLabel, evidence: str) -> str:
    why = wordlist().why
    if label is AskLabel.AVOID:
        touched = _touched(asked)
        return touched[0].why if touched else why["learned_avoid"]
    if label is AskLabel.ALREADY_ANSWERED:
        return why["already_answered"].format(known=_read_back(evidence))
    if label is AskLabel.GENERIC:
        return why[_fault(asked)]
    taken_up = wordlist().taking_up.search(straight(asked.question)) and asked.known.sentences
    return why["builds_on" if taken_up else "concrete"]


def _fault(asked: Asked) -> str:
    """What makes it generic."""
    faults = {
        "nothing": not forms.asks(asked.question),
        "pay_raised": _only_raised_pay(asked),
        "too_long": len(asked.question.split()) > TOO_LONG,
        "closed": forms.closed(asked.question),
        "stock": asked.likeness_to_stock.max() >= STOCK,
        "several": forms.several(asked.question),
    }
    return next((fault for fault, has in faults.items() if has), "broad")


def _read_back(sentence: str) -> str:
    words = snip(sentence, QUOTED) or sentence.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
