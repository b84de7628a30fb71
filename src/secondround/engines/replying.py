"""Finds the words of the materials with which the built-in interviewer replies to a question."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondround.critique import injection
from secondround.critique.quoting import snip
from secondround.critique.units import cut
from secondround.domain.materials import Kind, Passage

LONGEST = 35
"""Words that are read out of a source."""
FAIR, GOOD = 0.4, 0.5
"""Relevance, 0..1, from which a passage is read from when a sentence of it shares most of what the
question is about, and when it shares any of it."""

_WORD = re.compile(r"[^\W_]+")
_OF_THE_CANDIDATE = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself)\b"
    r"|^(?:Did|Didn['’]t|Could|Couldn['’]t|Forgot|Need|Needed|Said|Told|Asked|Promised)\b"
)
"""Notes in which the candidate speaks of themselves, with or without an “I”."""
_MACHINE = (
    r"(?:human|real|person|ai|a\.i\.|bot|chatbot|robot|machine|program|computer|llm|gpt|chatgpt"
    r"|(?:language )?model)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    """One pattern a line, so that a list of phrases can be read and added to."""
    return re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in patterns), re.IGNORECASE)


_PROGRAM = _any(
    rf"(?:are|r) (?:you|u) (?:(?:really|actually|even|just|a|an|some|kind|of|real) )*{_MACHINE}",
    rf"(?:am i|are we) (?:talking|speaking|chatting) (?:to|with) an? (?:real |live )?{_MACHINE}",
    rf"is (?:this|there) an? (?:real |live )?{_MACHINE}(?= ?\?| talking| speaking| there| behind)",
)
_PAY = _any(
    r"salar(?:y|ies)|wages?|compensation|remuneration|bonus(?:es)?|pensions?|401\W?k",
    r"benefits(?! of| from| to)|(?:stock|share) options|holiday allowance|(?:sick|holiday) pay",
    r"paid (?:holidays?|leave|time off)|(?:the|your) pay",
    r"pay (?:range|scale|band|package|grade|rise|level)",
    r"what (?:does|do|would|will|did)[^.?!]{0,25} pay(?! for| attention| back)",
    r"how much (?:would|will|do|does|could|can|is|are)[^.?!]{0,30} (?:pay|paid|earn|make|offer)",
)
_PERSONAL = _any(
    r"how long have you|what (?:brought|keeps|made|drew|surprised) you",
    r"(?:what|why) (?:do|did|have) you (?:\w+ly |yourself |most )?(?:like|enjoy|love|dislike|hate)",
    r"(?:what|why) (?:do|did|have) you (?:\w+ly |yourself |most )?(?:join|choose|stay|miss)",
    r"do you (?:\w+ly |yourself )?(?:like|enjoy|love) (?:it|your|working|being)",
    r"your (?:own )?(?:career|background|favou?rite|journey|proudest)",
)
_MUST_HOLD = (
    (
        re.compile(
            r"^\W*(?:(?:so|and|by|until|since) )?(?:when|how (?:soon|long))\b", re.IGNORECASE
        ),
        re.compile(
            r"\d|\b(?:days?|weeks?|months?|years?|spring|summer|autumn|winter|christmas|soon|daily"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:jan|febr)uary|march|april|may|june"
            r"|july|august|(?:septem|octo|novem|decem)ber|morning|midnight|noon|night|evening)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\bhow (?:many|much|big|large|often|far)\b", re.IGNORECASE),
        re.compile(
            r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|quarter"
            r"|hundred|thousand|million|once|twice|every|none)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a sentence must hold to be an answer to such a question: a time, a quantity."""
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """a about all am an and any are as at be been but by can could did do does for from get had
        has have how i if in is it its kind like me more my of on one or our out over should so some
        tell than that the their them there they thing things this to up us very was we were what
        when where which who why will with would you your
        company here job role work working team people think know make made last next right now big
        biggest get long often look first""",
    )
)
"""Words that say nothing of what a question is about."""


def reply(question: str, passages: Sequence[Passage]) -> tuple[str, str]:
    """The phrase to reply with, and the words of a source that go with it ("" where none do)."""
    if _PROGRAM.search(question):
        return "program", ""
    if _PAY.search(question):
        return "pay", ""
    if _PERSONAL.search(question):
        return "personal", ""
    found = max(_candidates(question, passages), key=_fitness, default=None)
    if found is None:
        return "unknown", ""
    stop = "" if found.words[-1] in '.!"' else "."
    return f"known_{found.passage.kind.value}", f"“{found.words}”{stop}"


def asks_whether_human(text: str) -> bool:
    """Whether it asks if there is a person at the other end."""
    return bool(_PROGRAM.search(text))


@dataclass(frozen=True)
class _Candidate:
    """A sentence that can be read out."""

    words: str
    passage: Passage
    shared: int
    """How many words of substance it has in common with the question."""


def _fitness(candidate: _Candidate) -> tuple[bool, float, dt.date, int]:
    """Orders candidates: documents before notes; of two that fit about alike the newer one."""
    passage = candidate.passage
    document = passage.kind is not Kind.FIRST_INTERVIEW
    return document, round(passage.score or 0, 1), passage.date or dt.date.min, candidate.shared


def _candidates(question: str, passages: Sequence[Passage]) -> Iterator[_Candidate]:
    """The sentences that are about what the question is about."""
    wanted = _stems(question)
    for passage in passages:
        for words, around in _sentences(passage):
            shared = len(wanted & _stems(f"{passage.heading} {around} {words}"))
            enough = _answers(shared, len(wanted), passage.score or 0)
            if enough and _of_the_kind_asked_for(question, words):
                yield _Candidate(words, passage, shared)


def _answers(shared: int, wanted: int, score: float) -> bool:
    """Whether so many words in common are enough, given how well the passage fits as a whole."""
    return (2 * shared > wanted and score >= FAIR) or (shared > 0 and score >= GOOD)


def _of_the_kind_asked_for(question: str, words: str) -> bool:
    return all(held.search(words) for asked, held in _MUST_HOLD if asked.search(question))


def _sentences(passage: Passage) -> Iterator[tuple[str, str]]:
    """What can be read out of a passage, each with the question it is the answer to, or ""."""
    steering, before = injection.spans(passage.text), ""
    for start, end in cut(passage.text):
        sentence = passage.text[start:end]
        words = snip(sentence, LONGEST)
        steers = any(start < bad_end and bad < end for bad, bad_end in steering)
        if not steers and _quotable(words, sentence, passage.kind):
            yield words, before
        before = sentence if sentence.endswith("?") else ""


def _quotable(words: str, sentence: str, kind: Kind) -> bool:
    """Whether an interviewer can read it out: no question, nor the candidate about themselves."""
    candidates_own = kind is Kind.FIRST_INTERVIEW and _OF_THE_CANDIDATE.search(words)
    return bool(words) and not set(sentence) & set("?“”") and not candidates_own


def _stems(text: str) -> set[str]:
    """The words of substance, cut so that most of their forms are alike."""
    words = (word.lower() for word in _WORD.findall(text))
    return {word[:6].rstrip("s") for word in words if word not in _EMPTY and len(word) > 2}
