"""Takes out of a line of the brief what can be said aloud as it stands; "" where nothing can."""

import re

from secondround.critique import flags
from secondround.critique.numbers import amounts
from secondround.domain.materials import BriefLine, Topic
from secondround.interview.guards import confides, off_limits, orders

LONGEST = 26
"""Words taken over from a source."""
IN_PASSING = 20
"""Words of a claim that can be said in passing."""
ENOUGH = 6
"""Words after which another sentence adds more than it explains; a fact is one sentence."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"0-9])|\s*;\s+|\n+")
_UNSPEAKABLE = re.compile(
    r"(?i)[|<>{}@#*_~^\\=\[\]()“”\"•·]|\.\.|…|https?:|www\.|[\x00-\x1f]"
    r"|\b(?:cookies?|subscribe|click|log ?in|sign up|read more|copyright|all rights|sample for)\b"
)
_PAUSE = re.compile(r", | by (?=\w+ing\b)| and ")
_DEED = re.compile(
    r"\b(?:[Ii]|[Ww]e)(?: (?:then|also|first|just|only|myself|therefore|both|never))* "
    r"(?!(?:need|hoped|wanted|liked|loved|hated|called it|tired|offended|insulted)\b)"
    r"(?:[a-z]+ed|asked|began|bought|broke|brought|built|came|caught|chose|cut|did|drew|drove|fought"
    r"|found|gave|got|held|kept|laid|led|left|let|lent|made|met|moved|paid|put|ran|rang|read|rebuilt"
    r"|rewrote|sat|sent|set|shut|sold|spent|spoke|split|stood|swapped|taught|told|took|went|won"
    r"|wrote)\b"
)
_MARKS = frozenset('\n“”"?{}<>[]|')
"""What does not read well in a quotation; a question in it would be a second one."""


def sayable(line: BriefLine) -> str:
    """As many whole sentences from the beginning of the line as make sense and can be said."""
    text = line.words.strip(" -–—*•\t")
    if line.topic is Topic.CLAIM:
        return _if_complete(_shortened(first_sentence(text)))
    end, ends = 0, [*(stop.start() for stop in _SENTENCE_END.finditer(text)), len(text)]
    for next_end in ends:
        if len(text[:next_end].split()) > LONGEST or not _speakable(text[end:next_end]):
            break
        end = next_end
        if len(text[:end].split()) >= ENOUGH or line.topic is Topic.FACT:
            break
    return _if_complete(text[:end])


def repeatable(words: str) -> bool:
    """Whether an interviewer can say these words of the candidate's again, as a quotation."""
    return bool(words) and not (
        set(words) & _MARKS
        or orders.spans(words)
        or flags.coarse(words)
        or flags.disclosure(words)
        or flags.accusation(words)
        or confides(words)
    )


def deed(words: str) -> bool:
    """Whether they say that something was done, not what is so, or felt, or was the result."""
    return bool(_DEED.search(words))


def first_sentence(text: str) -> str:
    """The first sentence, without its full stop."""
    return _SENTENCE_END.split(text)[0].rstrip(". ")


def _shortened(sentence: str) -> str:
    """The sentence, cut at a pause while it is longer than one can say in passing."""
    while len(sentence.split()) > IN_PASSING and (cuts := list(_PAUSE.finditer(sentence))):
        shorter = sentence[: cuts[-1].start()]
        if not any(amounts(shorter)):
            break
        sentence = shorter
    return sentence


def _if_complete(said: str) -> str:
    complete = 2 <= len(said.split()) <= LONGEST and not said.endswith((":", ",", ";", "-"))
    return said if complete and _speakable(said) else ""


def _speakable(sentence: str) -> bool:
    letters = sum(ch.isalpha() or ch.isspace() for ch in sentence)
    return (
        not _UNSPEAKABLE.search(sentence)
        and letters >= 0.6 * len(sentence)
        and not sentence.isupper()
        and not orders.spans(sentence)
        and not off_limits(sentence)
    )
