"""Turns a question beside what is known into the numbers that the labels are learned from."""

import re
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from secondround.asking import forms
from secondround.asking.known import Known, Sentence
from secondround.asking.wordlist import Topic, wordlist
from secondround.critique.quoting import straight
from secondround.domain.materials import PersonaKind

LAYOUT = "asking-9"
"""Changes with the features; an artefact of another layout is of no use."""
RIGHT = 0.05
"""What it adds to the nearness of a sentence that it holds such a thing as is asked for."""
NEAR = 3
"""How many of the nearest sentences, and of the nearest stock questions, count."""

Row = NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NAME = re.compile(
    r"(?<=[a-z,;:0-9’'] )(?!I\b|I'|CV\b)[A-Z][\w'’&-]+|\b[A-Z]{2,}\w*\b|\b[A-Z]\w*\d\w*\b"
)
_DIGITS = re.compile(r"\d[\d.,]*")
_ANSWERED = 19
"""How many features there are of the sentence that comes nearest."""
_CONDITION = re.compile(r"\bif\b|\bwhen\b.*,|\b(?:before|after|once|while|without|instead)\b")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """a about all am an and any are as at be been but by can could did do does doing done for
        from get gets getting go goes going got had has have having he her here him his
        how i if in into is it its just kind like lot make makes many me might more most
        much my no not now of off on one or our out over own really she should so some
        such tell than that the their them then there these they thing things think this
        those to too up us very was we were what when where which while who whom whose
        why will with would you your yours yourself don't isn't doesn't i'd i'm you've
        you're that's what's it's didn't please say said mentioned also still ever first
        bit after before between during because both each other another only same
        through""",
    )
)
_ENDINGS = ("ingly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e", "y")


@dataclass(frozen=True)
class Near:
    """A sentence of what is known beside a question."""

    sentence: Sentence
    answering: float
    """How far it looks like an answer, -1..1."""
    right: bool
    """Whether it holds such a thing as is asked for: a number, a time, a person."""

    @property
    def all_in_all(self) -> float:
        """What the nearest is chosen by."""
        return self.answering + RIGHT * self.right


@dataclass(frozen=True)
class Asked:
    """A question with all that its label depends on."""

    question: str
    persona: PersonaKind
    known: Known
    pay_raised: bool
    whole: Row
    """The vector of what it is like, names left aside."""
    core: Row
    """That of the sentence that asks alone."""
    seeking: Row
    """Its vector as a query: what would answer it."""
    stock: NDArray[np.float32]
    """Vectors of the stock questions, (n, d)."""
    topics: tuple[Topic, ...] = field(default=())
    """What it touches that is better not asked."""

    @cached_property
    def nearest(self) -> list[Near]:
        """The sentences nearest to it, nearest first."""
        if not self.known.sentences:
            return []
        kind = forms.asked_for(self.question)
        near = self.known.vectors @ self.seeking
        found = [
            Near(sentence, float(answering), forms.holds(sentence.text, kind))
            for sentence, answering in zip(self.known.sentences, near, strict=True)
        ]
        return sorted(found, key=lambda near: -near.all_in_all)[:NEAR]

    @property
    def likeness_to_stock(self) -> NDArray[np.float64]:
        """How like it is to each stock question, -1..1."""
        return np.asarray(self.stock @ self.core, np.float64)


def row(asked: Asked) -> Row:
    """All features; the vectors come last."""
    return np.concatenate([_numbers(asked), asked.whole]).astype(np.float32)


def _numbers(asked: Asked) -> list[float]:
    return [
        *_form(asked.question),
        *_stock(asked),
        *_shared(asked),
        *_answered(asked),
        *_topics(asked),
    ]


def _form(question: str) -> list[float]:
    """Its form, but not how long it is: a good question may be short, and a poor one long."""
    said = straight(question)
    kind = forms.asked_for(question)
    return [
        *(float(kind == name) for name in forms.KINDS),
        float(forms.closed(question)),
        float(forms.opened(question)),
        float(forms.several(question)),
        float(bool(wordlist().taking_up.search(said))),
        float(said.count("?")),
        float(bool(re.search(r"\b(?:I|me|my|I'd|I'm)\b", said))),
        float(bool(re.search(r"\byou(?:r|rs)?\b", said, re.IGNORECASE))),
        float(bool(_CONDITION.search(said))),
        float("!" in said),
    ]


def _stock(asked: Asked) -> list[float]:
    """How like it is to what anybody could ask, and how much else it says."""
    like = np.sort(asked.likeness_to_stock)[::-1]
    stems = content(asked.question)
    own = [stem for stem in stems if stem not in _common_stems()]
    return [
        float(like[0]),
        float(like[:NEAR].mean()),
        float(like[:10].mean()),
        float(len(own)),
        len(own) / max(1, len(stems)),
        np.log1p(len(stems)),
        float(min(2, len(_NAME.findall(asked.question)))),
        float(bool(_DIGITS.search(asked.question))),
    ]


def _shared(asked: Asked) -> list[float]:
    """What it takes up of what is known."""
    text = " ".join(sentence.text for sentence in asked.known.sentences)
    stems, there = content(asked.question), set(content(text))
    both = [stem for stem in stems if stem in there]
    rare = [stem for stem in both if stem not in _common_stems()]
    figures = set(_DIGITS.findall(asked.question)) & set(_DIGITS.findall(text))
    names = {name for name in _NAME.findall(asked.question) if name in text}
    return [
        float(not text),
        np.log1p(len(text.split())) / 5,
        len(both) / max(1, len(stems)),
        float(len(both)),
        float(len(rare)),
        float(len(figures) > 0),
        float(len(names) > 0),
    ]


def _answered(asked: Asked) -> list[float]:
    """How near the sentences come to it, and whether they hold what it asks for."""
    found = asked.nearest
    if not found:
        return [0.0] * _ANSWERED
    kind = forms.asked_for(asked.question)
    taking_up = bool(wordlist().taking_up.search(straight(asked.question)))
    answering = sorted((near.answering for near in found), reverse=True)
    best = found[0]
    stems = set(content(asked.question))
    told = set(content(f"{best.sentence.answers} {best.sentence.text}"))
    covers = len(stems & told) / max(1, len(stems))
    fact = kind in ("number", "time", "person", "place")
    near = best.all_in_all
    counted = stem(forms.counted(asked.question))
    return [
        answering[0],
        answering[-1],
        answering[0] - answering[-1],
        near,
        covers,
        float(len(stems & told)),
        len(told - stems) / 10,
        float(bool(best.sentence.answers)),
        float(best.right),
        near * fact * best.right,
        float(fact and not best.right),
        near * (1 - taking_up),
        near * (len(stems) <= 5),
        near * forms.closed(asked.question),
        near * covers,
        max(0.0, near - 0.5),
        float(bool(counted) and counted in told),
        float(bool(counted) and counted not in told),
        near / np.log1p(len(asked.question.split())),
    ]


def _topics(asked: Asked) -> list[float]:
    """What it touches that is better not asked, where that has not been raised."""
    words = wordlist()
    touched = {topic.id for topic in asked.topics if not (topic.pay and asked.pay_raised)}
    pay = any(topic.pay for topic in asked.topics)
    said = straight(asked.question)
    mine = bool(words.own.search(said))
    return [
        *(float(topic.id in touched) for topic in words.avoid),
        float(bool(touched)),
        float(pay and mine and not asked.pay_raised),
        float(pay and asked.pay_raised),
        float(pay and _is_the_work(asked)),
        float(bool(words.innocent.search(said))),
        float(mine),
    ]


def _is_the_work(asked: Asked) -> bool:
    """Whether what it says of pay stands in what is known too: the job may be about that."""
    said = asked.question
    paid = [pattern for topic, pattern in wordlist().topics if topic.pay]
    words = {
        word.casefold() for pattern in paid for word in pattern.findall(straight(said)) if word
    }
    told = " ".join(sentence.text for sentence in asked.known.sentences).casefold()
    return any(word in told for word in words)


def content(text: str) -> list[str]:
    """The words of substance, each cut so that its forms are alike, in order."""
    words = (word.lower() for word in _WORD.findall(straight(text)))
    return [stem(word) for word in words if word not in _EMPTY and len(word) > 1]


def stem(word: str) -> str:
    """A crude stem: decides, decided, deciding are one."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:7]


@cache
def _common_stems() -> frozenset[str]:
    """The words of stock questions, which say nothing of one place."""
    return frozenset(stem for question in wordlist().stock for stem in content(question))
