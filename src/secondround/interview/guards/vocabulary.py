"""Knows the words interviewers talk with, and those that a scene gives them beside these."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from secondround import knowledge
from secondround.critique.numbers import amounts
from secondround.interview.guards.ground import given
from secondround.interview.guards.reading import asks, sentences, straight
from secondround.interview.guards.trade import talk_words
from secondround.interview.phrasebook import groups
from secondround.ports import Scene

PHRASES = ("interviewer.yaml", "asks.yaml")
"""What the built-in interviewer says around the questions."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CLITIC = re.compile(r"n't$|'\w*$")
_FIELD = re.compile(r"\{\w+\}")
_GREETING = re.compile(r"^(?:(?:and )?(?:hi|hello|good day)[,.]\s+)")
_ENDINGS = ("ations", "ation", "ions", "ion", "ings", "ing", "ies", "ied", "ers", "er", "ed", "ly")
_SHORT_ENDINGS = ("es", "s", "e", "y")
_LONGEST = 7
"""Letters by which two forms of a word are one: decide, decision, decisive are not."""


def root(word: str) -> str:
    """What the forms of a word have in common; irregular ones have nothing."""
    bare = _CLITIC.sub("", word.casefold())
    for ending in (*_ENDINGS, *_SHORT_ENDINGS):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare.removesuffix(ending)
            break
    if len(bare) > 3 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:_LONGEST]


def roots(text: str) -> frozenset[str]:
    """The roots of its words."""
    return frozenset(map(root, _WORD.findall(text)))


def meaning(text: str) -> Iterator[tuple[str, str]]:
    """Its words that carry meaning, each with its root."""
    for word in _WORD.findall(text):
        if _CLITIC.sub("", word.casefold()) not in talk_words().grammar:
            yield word, root(word)


def of_scene(scene: Scene) -> frozenset[str]:
    """The roots of all that others have put before the interviewer."""
    return frozenset().union(*map(_roots_of, given(scene)))


def figures_of(scene: Scene) -> frozenset[str]:
    """The digits in all of that, and the minutes of the talk."""
    minutes = {str(scene.interview.minutes)}
    return frozenset(minutes).union(*map(_figures_of, given(scene)))


@cache
def of_claims() -> frozenset[str]:
    """Those with which one says whose words one takes up."""
    return _all(talk_words().report)


@cache
def of_remarks() -> frozenset[str]:
    """Those of remarks that claim nothing."""
    return _all(talk_words().acknowledge)


@cache
def of_statements() -> frozenset[str]:
    """Those with which one says what one would like to talk about."""
    stated = " ".join(
        s for phrase in _phrases() for s in sentences(phrase) if s not in asks(phrase)
    )
    return _all(talk_words().talk) | roots(_FIELD.sub(" ", stated))


@cache
def of_questions() -> frozenset[str]:
    """Those with which one asks, whatever about."""
    words = talk_words()
    bank = [text for q in knowledge.question_bank() for text in (q.text, *q.probes.values())]
    asked = roots(straight(" ".join([*bank, _FIELD.sub(" ", " ".join(_phrases()))])))
    return (asked - _all(words.private)) | _all(words.ask) | of_statements() | of_claims()


def is_phrase(sentence: str, given: frozenset[str]) -> bool:
    """Whether the phrases have this sentence, and its fields hold nothing but what was given."""
    said = _GREETING.sub("", _plain(sentence))
    if said in _fixed():
        return True
    found = (match for pattern in _with_fields() if (match := pattern.fullmatch(said)))
    filled = (" ".join(match.groups()) for match in found)
    return any(not roots_that_mean(text) - given - of_statements() for text in filled)


def roots_that_mean(text: str) -> frozenset[str]:
    """The roots of the words in it that carry meaning."""
    return frozenset(root for _, root in meaning(text))


@cache
def _phrases() -> tuple[str, ...]:
    files = (groups(file) for file in PHRASES)
    found = (
        p for file in files for group in file.values() for said in group.values() for p in said
    )
    return tuple(map(straight, found))


@cache
def _sentences() -> frozenset[str]:
    """Those of the phrases; somebody says who they are in one of their own."""
    apart = (phrase.replace("{who}", ".") for phrase in _phrases())
    said = (_GREETING.sub("", _plain(s)) for phrase in apart for s in sentences(phrase))
    return frozenset(said)


@cache
def _fixed() -> frozenset[str]:
    return frozenset(s for s in _sentences() if not _FIELD.search(s))


@cache
def _with_fields() -> tuple[re.Pattern[str], ...]:
    fields = (s for s in _sentences() if _FIELD.search(s))
    return tuple(re.compile("(.+?)".join(map(re.escape, _FIELD.split(s)))) for s in fields)


def _plain(sentence: str) -> str:
    return sentence.casefold().strip(" .!?,;:")


def _all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(root, words))


@lru_cache(maxsize=2048)
def _roots_of(text: str) -> frozenset[str]:
    return roots(straight(text))


@lru_cache(maxsize=2048)
def _figures_of(text: str) -> frozenset[str]:
    """Digits of a text, those of its numbers in words included."""
    found = {key for _, key in amounts(text)}
    return frozenset(re.findall(r"\d+", " ".join([text, *found])))
