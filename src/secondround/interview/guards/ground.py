"""Gathers what an interviewer's line may rest on: materials, what was said, what it is about."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from secondround import knowledge
from secondround.assets import asset_dir
from secondround.domain.interview import MoveKind
from secondround.domain.materials import Passage
from secondround.interview.guards import orders
from secondround.interview.guards.reading import given_words, straight
from secondround.interview.sources import KNOWN_TO_ALL
from secondround.ports import Scene

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def ground(scene: Scene) -> str:
    """All that a line may take facts from; a reply takes them from the materials alone."""
    parts = [*_materials(scene)]
    if scene.move.kind is not MoveKind.REPLY:
        parts += _said(scene)
    return _joined(parts)


def with_the_question(scene: Scene) -> str:
    """The same with what the move is about, which may be named without being claimed."""
    return _joined([ground(scene), scene.move.about, *_said(scene)[-1:]])


def everything(scene: Scene) -> list[str]:
    """Each text by others that an engine gets to read, orders in it included."""
    move, talk, dossier = scene.move, scene.interview, scene.dossier
    heard = [turn.text for turn in talk.turns if turn.by_candidate]
    facts = [dossier.company, dossier.role, *(f"{p.name}, {p.title}" for p in dossier.people)]
    read = [part for p in _passages(scene) for part in (p.text, p.heading)]
    return [text for text in (*heard, *facts, *read, move.about, move.against) if text]


def given(scene: Scene) -> list[str]:
    """Each text by others, without orders; what interviewers themselves have said is none."""
    heard = [turn.text for turn in scene.interview.turns if turn.by_candidate]
    texts = (*_materials(scene), scene.move.about, scene.move.against, *heard)
    return [_without_orders(text) for text in dict.fromkeys(texts) if text]


def words(text: str) -> frozenset[str]:
    """Its words without possessive and plural, in lower case."""
    return _words(text)


def stem(word: str) -> str:
    """A word as `words` has it."""
    bare = re.sub(r"'(?:s|d|re|ll|ve|m)?$", "", word.casefold())
    return bare.removesuffix("s") if len(bare) > 3 else bare


@cache
def ordinary() -> frozenset[str]:
    """Words in small letters with which questions are asked here; none of them is a name."""
    bank = [text for q in knowledge.question_bank() for text in (q.text, *q.probes.values())]
    phrases = (asset_dir("knowledge") / "phrases" / "interviewer.yaml").read_text("utf-8")
    written = straight(" ".join([*bank, phrases]))
    return frozenset(stem(word) for word in re.findall(r"\b[a-z][a-z'-]*", written))


def _materials(scene: Scene) -> Iterator[str]:
    dossier, talk = scene.dossier, scene.interview
    yield from (dossier.company, dossier.role)
    yield from (f"{person.name} {person.title}" for person in dossier.people)
    yield from (f"{plan.persona.name} {plan.persona.title}" for plan in talk.plans)
    yield from given_words(scene)
    for passage in _passages(scene):
        yield from (passage.text, passage.heading, passage.document)
        yield f"{passage.date:%A %d %B %Y}" if passage.date else ""
    if scene.move.kind is not MoveKind.REPLY:
        yield from (question.text for question in talk.questions)


def _passages(scene: Scene) -> Iterator[Passage]:
    """Those of the move and of all questions; a reply draws on what interviewers may know."""
    planned = [passage for question in scene.interview.questions for passage in question.passages]
    for passage in (*scene.passages, *planned):
        if scene.move.kind is not MoveKind.REPLY or passage.kind in KNOWN_TO_ALL:
            yield passage


def _said(scene: Scene) -> list[str]:
    move = scene.move
    return [move.about, move.against, *(turn.text for turn in scene.interview.turns)]


def _joined(texts: Iterable[str]) -> str:
    unique = dict.fromkeys(text for text in texts if text)
    return "\n".join(map(_without_orders, unique))


@lru_cache(maxsize=2048)
def _without_orders(text: str) -> str:
    return orders.without(straight(text))


@lru_cache(maxsize=16)
def _words(text: str) -> frozenset[str]:
    found = {stem(word) for word in _WORD.findall(text)}
    return frozenset(found | {stem(part) for word in found for part in word.split("-")})
