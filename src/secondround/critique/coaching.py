"""Says what was good and the one thing to fix, in plain words and with the candidate's own.

The wording stands in knowledge/coaching.yaml; which of several is said follows from the answer's
text, so that two answers do not sound alike and one answer always sounds the same.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence

from secondround.critique import faults, stronger
from secondround.critique.faults import best
from secondround.critique.flags import coarse, disclosure
from secondround.critique.injection import spans as steering
from secondround.critique.quoting import snip
from secondround.critique.remarks import remarks
from secondround.domain.critique import Answer, ElementScore, Flag, ResponseType, Unit

_BEST_FIRST = (
    *("R", "A", "T", "S"),
    *("steps", "check", "tie", "stakes", "goal"),
    *("here", "proof", "reason"),
)
_OCCASION = re.compile(
    r"(?i)\b(?:time|occasion|moment|situation|example of when|example of a time)"
    r"(?: when| where| in which)? (you (?!.*\band tell\b)[^.?!,]+)"
)
_WORDS_OF_OCCASION = 12


class Coach:
    """Words for one judged answer; `band` and `flags` are what `verdict.conclude` computed."""

    def __init__(
        self,
        answer: Answer,
        response_type: ResponseType,
        elements: Mapping[str, ElementScore],
        units: Sequence[Unit],
        flags: Sequence[Flag],
        band: int,
    ) -> None:
        self._answer = answer
        self._elements = elements
        self._flags = flags
        self._band = band
        self._fault = faults.worst(answer, response_type, elements, units, flags, band)
        self._type = response_type
        self._units = units

    def good(self) -> str:
        """What was good, in a sentence with the words that show it; "" when nothing was."""
        scores = {name: element.score for name, element in self._elements.items()}
        told = [n for n in _BEST_FIRST if scores.get(n, 0) >= 2 and n != self._fault.element]
        for name in sorted(told, key=lambda name: -scores[name]):
            words = best(self._elements[name].evidence, own=name == "A")
            if words != self._fault.words and snip(words):
                return self._say(remarks().good[name], f"good {name}", snip(words))
        return ""

    def fix(self) -> str:
        """The one thing to change, and a question that leads to it; at band 5, that it is fine."""
        fault = self._fault
        remark, quote = remarks().fixes[fault.name], snip(fault.words)
        lead = self._say(remark.to_choose_from(quote), fault.name, quote)
        ask = self._say(remark.asks, f"{fault.name} ask")
        listener = self._say(remarks().listener(self._answer.persona, fault.name), "listener")
        return " ".join(part for part in (lead, ask, listener, self._caution()) if part)

    def stronger(self) -> str:
        """The answer's own sentences in their best order, with gaps; "" at band 5."""
        if self._band >= faults.STRONG:
            return ""
        return stronger.compose(self._answer, self._type, self._elements, self._units, self._flags)

    def _caution(self) -> str:
        """What should be left out, whatever else is said: the first that holds."""
        text = self._answer.text
        sentences = faults.sentences(self._answer)
        found = {
            Flag.INJECTION: next((snip(text[start:end]) for start, end in steering(text)), ""),
            Flag.CONFIDENTIAL: next((snip(s) for s in sentences if disclosure(s)), ""),
            Flag.UNPROFESSIONAL_LANGUAGE: coarse(text),
        }
        for flag, words in found.items():
            if flag in self._flags and words:
                return self._say(remarks().cautions[flag], flag, words)
        return ""

    def _say(self, choices: Sequence[str], about: str, quote: str = "") -> str:
        seed = f"{about}|{self._answer.question_id}|{self._answer.text}"
        number = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=4).digest())
        chosen = choices[number % len(choices)]
        return chosen.format(quote=quote, one_time=self._one_time(), count=self._count())

    def _one_time(self) -> str:
        match = _OCCASION.search(self._answer.question)
        asked = match.group(1).strip() if match else ""
        usable = 2 < len(asked.split()) <= _WORDS_OF_OCCASION
        return f"one time {asked}" if usable else "one time that you remember well"

    def _count(self) -> int:
        return round(len(self._answer.text.split()), -1)
