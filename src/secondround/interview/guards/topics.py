"""Knows what an interviewer must not speak of: protected matters, pay, verdicts, prompts."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from secondround import knowledge
from secondround.critique.units import cut
from secondround.domain.interview import Mode, MoveKind
from secondround.interview.guards.ground import everything, ordinary, stem, words
from secondround.interview.guards.reading import (
    QUOTED,
    beside_given,
    given_words,
    settled,
    straight,
)
from secondround.knowledge import Ban, OffLimits
from secondround.ports import Scene

_YOURS = r"\byour (?:own |current |present |full |whole )*(?:{})"
_ASKED = (
    r"(?:(?:^|[.?!,;:]\s+|\b(?:and|or|so|but|then)\s+)"
    r"(?:(?:do|does|did|are|were|have|had|will|would|can|could|should)(?:n't)? (?:you|we)"
    r"|(?:is|are) (?:there|it)|any(?:thing|one|body)?|ever)|\b(?:whether|if) you)\b"
    r"(?:(?!\b(?:experience|worked (?:with|for|in|at)|taught|teach|managed?|led|dealt|ran|sold"
    r"|served?|handled?|cared for|designed?|built|supported|trained|wrote)\b)[^.?!]){{0,50}}?"
    r"\b(?:{})"
)
_COMMENT = re.compile(
    r"(?i)\b(?:congratulations|congrats|(?:sorry|sad|glad|pleased|happy) (?:to hear|for you|about)"
    r"|must (?:be|have been) (?:hard|tough|difficult|tiring|lovely|exciting|quite|a)"
    r"|(?:thank you|thanks) for (?:sharing|telling|being|trusting|mentioning|your honesty)"
    r"|(?:you're|you are) (?:brave|very brave|welcome here)|good for you|all the best|best wishes"
    r"|i (?:understand|know) how (?:hard|that feels)|take care of yourself|condolences)"
)


def topics(text: str, scene: Scene) -> str:
    """Objects to what is off limits in this scene."""
    own = QUOTED.sub("“-”", text)  # words of the candidate's are no verdict on them
    for ban in _banned(scene):
        if what := _touches(own if ban is Ban.PRAISE else text, ban):
            return f"it must not {what}"
    return ""


def taken_up(text: str, scene: Scene) -> str:
    """Objects to asking after, repeating or commenting on what the candidate told of themselves."""
    told = [turn.text for turn in scene.interview.turns if turn.by_candidate]
    confided = [said for answer in told for said in _confidences(answer)]
    if not confided:
        return ""
    own = beside_given(text, scene)
    if _COMMENT.search(own) and any(_confidences(answer) for answer in told[-1:]):
        return _PRIVATE
    touched = _private_words(own, confided) - _words_in_the_open(scene)
    return _PRIVATE if touched else ""


def touches(text: str, *bans: Ban) -> bool:
    """Whether a text that is complete has anything of these bans in it."""
    return any(_touches(settled(text, complete=True), ban) for ban in bans)


def confides(text: str) -> bool:
    """Whether somebody tells in it of a protected matter of their own."""
    return bool(_confidences(text))


def private(text: str) -> bool:
    """Whether it has a word of a protected matter that seldom belongs to work, whosever it is."""
    topics = (topic for topic in _private_topics() if topic.id in _SELDOM_WORK)
    return any(_vocabulary(topic).search(straight(text)) for topic in topics)


_SELDOM_WORK = frozenset({"religion", "politics", "arrest", "gender"})


_PRIVATE = "it must not take up what the candidate told of their private life"


def _banned(scene: Scene) -> Iterator[Ban]:
    yield from (Ban.IMPROPER, Ban.MACHINE)
    if not (scene.interview.raises_pay or _raised_pay(scene)):
        yield Ban.PAY
    if scene.interview.mode is Mode.REALISTIC:
        yield Ban.PRAISE


def _raised_pay(scene: Scene) -> bool:
    """Whether that is the move, or it replies to a candidate who asked about pay."""
    replies = scene.move.kind is MoveKind.REPLY and touches(scene.move.about, Ban.PAY)
    return replies or scene.move.kind is MoveKind.RAISE_PAY


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
        found[topic.ban].append((topic.what, _either(parts)))
    return found


@lru_cache(maxsize=2048)
def _confidences(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What somebody tells of their private life: the topic's id, and the words that tell it."""
    said = straight(text)
    found = []
    for sentence in (said[start:end] for start, end in cut(said)):
        for topic in _private_topics():
            if match := _told(topic).search(sentence):
                beside = {word for other in _private_topics() for word in _of(other, sentence)}
                found.append((topic.id, frozenset(beside) | _telling(match.group())))
    return tuple(found)


def _private_words(text: str, confided: list[tuple[str, frozenset[str]]]) -> set[str]:
    """Words of the text that belong to a topic confided, or that told it."""
    told = frozenset().union(*(said for _, said in confided))
    topics = [topic for topic in _private_topics() if topic.id in dict(confided)]
    return {word for topic in topics for word in _of(topic, text)} | (words(text) & told)


def _telling(text: str) -> frozenset[str]:
    """Words that tell it and are not those with which any question is asked."""
    return words(text) - ordinary() - _PLAIN


def _of(topic: OffLimits, text: str) -> set[str]:
    """Words in a text that belong to a topic."""
    return {stem(match.group()) for match in _vocabulary(topic).finditer(text)}


def _words_in_the_open(scene: Scene) -> frozenset[str]:
    """Words that are about work as well: they stand in the materials, or in other sentences."""
    texts = [*everything(scene), *given_words(scene)]
    return frozenset().union(*map(_open_words, texts))


@lru_cache(maxsize=2048)
def _open_words(text: str) -> frozenset[str]:
    """Words of the sentences in which nothing is confided."""
    said = straight(text)
    sentences = [said[start:end] for start, end in cut(said)]
    rest = "\n".join(sentence for sentence in sentences if not _confidences(sentence))
    return words(rest).union(*(_of(topic, rest) for topic in _private_topics()))


_PLAIN = words(
    "i'm i've am been got getting my our ago weeks months years days old while since because after "
    "before very really also just went came took"
)


def _private_topics() -> list[OffLimits]:
    return [topic for topic in knowledge.off_limits() if topic.told]


@cache
def _told(topic: OffLimits) -> re.Pattern[str]:
    return _either(topic.told)


@cache
def _vocabulary(topic: OffLimits) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(topic.words)})\b", re.IGNORECASE)


def _either(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
