"""Reads along while an interviewer's line streams, and says when it must not be said.

A line arrives in pieces. While it grows, nothing is held against words whose sense may still turn:
“your age” may become “your agency”, “the wages” the wages bill.

What is off limits stands in knowledge/improper_questions.yaml.
"""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache

from secondround import knowledge
from secondround.critique.numbers import amounts, known_amounts
from secondround.domain.interview import Mode, MoveKind
from secondround.knowledge import Ban
from secondround.ports import Scene

LONGEST = 70
"""Words of an interviewer's line."""
LONGEST_REPLY = 110
"""Words of a reply to the candidate's own question."""
ALIKE = 0.9
"""Likeness, 0..1, from which a question counts as asked before."""
SHORT_QUESTION = 6
"""Words up to which a question may come again: “What came of it?”"""

_ENDED = re.compile(r"(?<!\d)[.?!…]+[\"”)]?$|\d[?!]$")
_UNFINISHED = re.compile(r"\S*$")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_SENTENCE = re.compile(r"[^.?!…]+(?:[.?!…]+(?=\s|$|[\"”’])|[.?!…](?=\S)|$)")
_REQUEST = re.compile(
    r"(?i)^\W*(?:(?:so|and|well|then|now|please|first|next|right|okay|thank you|thanks|could you"
    r"|can you|would you|i'd like you to|i want you to)\W+)*"
    r"(?:(?:tell|walk|talk|take) (?:me|us)|give (?:me|us) an example|describe|explain)\b"
)
_SECOND_ASK = re.compile(
    r"(?i)^\s*(?:\S+\s+){3,}?(?:and|or|but|also)\s+(?:also\s+)?(?:(?:by|in|to|for|at|with)\s+)?"
    r"(?:what|how|why|who|whom|which|when|where)\s+(?:\w+\s+){0,2}?"
    r"(?:did|do|does|was|were|is|are|would|will|have|has|had|can|could|should)\b"
)
_SPAN_OF_TIME = re.compile(
    r"(?i)\b(?:\d+|[a-z]+(?:-[a-z]+)?)[\s-]+(?:day|minute|second|week|month)s?\b"
)
_YOURS = r"\byour (?:own |current |present |full |whole )*(?:{})"
_ASKED = (
    r"(?:(?:^|[.?!,;:]\s+|\b(?:and|or|so|but|then)\s+)"
    r"(?:(?:do|does|did|are|were|have|had|will|would|can|could|should)(?:n't)? (?:you|we)"
    r"|(?:is|are) (?:there|it)|any(?:thing|one|body)?|ever)|\b(?:whether|if) you)\b"
    r"(?:(?!\b(?:experience|worked (?:with|for|in|at)|taught|teach|managed?|led|dealt|ran|sold"
    r"|served?|handled?|cared for|designed?|built|supported|trained|wrote)\b)[^.?!]){{0,50}}?"
    r"\b(?:{})"
)
_HARMLESS = 10
_MAY_REPEAT = frozenset({MoveKind.REPEAT, MoveKind.REASK, MoveKind.WAY_OUT})


def objection(text: str, scene: Scene, *, complete: bool = False) -> str:
    """Why the line, as far as it has been said, must not go on; "" where nothing is wrong with it.

    The reason completes “The last wording was not used: …”.
    """
    settled = _settled(_straight(text), complete)
    for check in _CHECKS:
        if reason := check(settled, scene):
            return reason
    return ""


def off_limits(text: str) -> bool:
    """Whether a text touches a protected matter or pay, so that it had better not be brought up."""
    settled = _settled(_straight(text), complete=True)
    return any(_touches(settled, ban) for ban in (Ban.IMPROPER, Ban.PAY))


def _settled(text: str, complete: bool) -> str:
    """The text without a word that is still growing; a line break ends what is complete."""
    return f"{text}\n" if complete or _ENDED.search(text) else _UNFINISHED.sub("", text).rstrip()


def _topics(text: str, scene: Scene) -> str:
    for ban in _banned(scene):
        if what := _touches(text, ban):
            return f"it must not {what}"
    return ""


def _banned(scene: Scene) -> Iterator[Ban]:
    yield from (Ban.IMPROPER, Ban.MACHINE)
    if not (scene.move.kind is MoveKind.REPLY and _raised_pay(scene)):
        yield Ban.PAY
    if scene.interview.mode is Mode.REALISTIC:
        yield Ban.PRAISE


def _raised_pay(scene: Scene) -> bool:
    return bool(_touches(_settled(_straight(scene.move.about), complete=True), Ban.PAY))


def _length(text: str, scene: Scene) -> str:
    most = LONGEST_REPLY if scene.move.kind is MoveKind.REPLY else LONGEST
    return f"it must have {most} words at most" if len(text.split()) > most else ""


def _one_question(text: str, scene: Scene) -> str:
    """A question of the plan counts as one, whatever it is made of."""
    planned = _straight(_planned(scene))
    spoken = _QUOTED.sub("“…”", text.replace(planned, "It?") if planned else text)
    sentences = _SENTENCE.findall(spoken)
    asks = [s for s in sentences if s.rstrip().endswith("?") or _REQUEST.match(s.strip())]
    doubled = any(_SECOND_ASK.search(ask) for ask in asks)
    return "it must ask one thing only" if len(asks) > 1 or doubled else ""


def _planned(scene: Scene) -> str:
    id = scene.move.question_id
    return scene.interview.question(id).text if id else ""


def _repetition(text: str, scene: Scene) -> str:
    if scene.move.kind in _MAY_REPEAT:
        return ""
    earlier = [
        _plain(ask)
        for turn in scene.interview.turns
        if not turn.by_candidate
        for ask in _asks(_straight(turn.text))
    ]
    for ask in map(_plain, _asks(text)):
        if len(ask.split()) > SHORT_QUESTION and any(_alike(ask, other) for other in earlier):
            return "it must not ask what was asked before"
    return ""


def _figures(text: str, scene: Scene) -> str:
    claims = _SPAN_OF_TIME.sub(" ", text)
    figures = [(f, key) for f, key in amounts(claims) if _counts(key) and not claims.endswith(f)]
    known = _known(scene) if figures else set()
    for written, key in figures:
        if not {key, key.removesuffix("%")} & known:
            return f"it must not give a figure that stands nowhere: {written}"
    return ""


_CHECKS: tuple[Callable[[str, Scene], str], ...] = (
    _length,
    _topics,
    _one_question,
    _repetition,
    _figures,
)


def _touches(text: str, ban: Ban) -> str:
    """What the text does that is banned, "" when nothing; words at its open end do not count."""
    for what, pattern in _patterns()[ban]:
        if any(match.end() < len(text) for match in pattern.finditer(text)):
            return what
    return ""


@cache
def _patterns() -> dict[Ban, list[tuple[str, re.Pattern[str]]]]:
    found: dict[Ban, list[tuple[str, re.Pattern[str]]]] = {ban: [] for ban in Ban}
    for topic in knowledge.off_limits():
        parts = [
            *topic.patterns,
            *map(_YOURS.format, topic.yours),
            *map(_ASKED.format, topic.asked),
        ]
        joined = "|".join(f"(?:{part})" for part in parts)
        found[topic.ban].append((topic.what, re.compile(joined, re.IGNORECASE)))
    return found


def _asks(text: str) -> list[str]:
    """The questions and requests in a text that are complete."""
    sentences = [s.strip() for s in _SENTENCE.findall(text)]
    return [s for s in sentences if s.endswith("?") or (s.endswith(".") and _REQUEST.match(s))]


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= ALIKE


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))


def _counts(key: str) -> bool:
    """Whether a figure says something: shares and sums do, “two of you” does not."""
    digits = key.removesuffix("%")
    if not digits.replace(".", "").isdigit():
        return False
    return key.endswith("%") or float(digits) > _HARMLESS


def _known(scene: Scene) -> set[str]:
    """All figures that a source or somebody in this interview has given."""
    talk = scene.interview
    questions = [q for plan in talk.plans for q in plan.questions]
    passages = [*scene.passages, *(p for q in questions for p in q.passages)]
    said = [turn.text for turn in talk.turns]
    dossier = [scene.dossier.company, scene.dossier.role, scene.move.about]
    texts = [*said, *dossier, *(q.text for q in questions)]
    texts += [part for p in passages for part in (p.text, p.heading)]
    known = known_amounts("\n".join(texts))
    return known | {figure.partition(".")[0] for figure in known}


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").strip()
