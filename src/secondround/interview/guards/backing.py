"""Sees to it that every word of a line comes from what was given, or is a word of the trade."""

import re
from collections.abc import Iterator

from secondround.domain.interview import Mode
from secondround.interview.guards import topics, vocabulary
from secondround.interview.guards.reading import REQUEST, SETTING, own_words, sentences
from secondround.knowledge import Ban
from secondround.ports import Scene

_OPENING = (
    r"^\W*(?:(?:so|and|but|well|now|okay|ok|right|thanks|thank you|then|sorry|next|first|yes|no"
    r"|of course|sure|i see|understood)\b\W*)*"
)
_TALKS = re.compile(
    _OPENING + r"(?:$|let(?:'s| us| me)\b|i(?:'m|'d|'ll|'ve)?\b"
    r"|my (?:first|next|last|other|further|final) (?:question|point|topic)s?\b"
    r"|(?!(?:you|your|yours|we|our|it|he|she|they|this|that|these|those|there|the|my|an?|everyone|everybody|nobody|what|all|consider"
    r"|between)\b(?:'\w+)?))",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(
    r"\b(?:you(?:'re|'ve|'ll| are| were| have| had| will| did| seem| must| can)"
    r"|we(?:'re|'ve|'ll| are| have| will)|they)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?P<claim>\W*(?:you|your|we|our|it|that|this|i|the|my)\b[^?]*?)"
    r"(?:[,;:–—]|\s-)\s*(?:(?:so|and|but|then|now)\s+)*"
    r"(?:what|how|why|who|whom|whose|which|when|where)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?!\d* minutes?\b)")
_STATES = "it must not state what it was not given"
_ASKS = "it must ask about nothing but what it was given"


def backed(text: str, scene: Scene) -> str:
    """Objects to a word that neither the scene nor the trade has."""
    given = vocabulary.of_scene(scene)
    for sentence in sentences(own_words(text, scene)):
        if reason := _objection(sentence, given, scene):
            return reason
    return ""


def _objection(sentence: str, given: frozenset[str], scene: Scene) -> str:
    asks = sentence.endswith("?") or REQUEST.match(sentence) or SETTING.match(sentence)
    ended = sentence.endswith((".", "!", "?", "…"))
    if ended and vocabulary.is_phrase(sentence, given):
        return ""
    if asks or not ended:
        strange = next(_strange(sentence, given | vocabulary.of_questions()), "")
        return f"{_ASKS}: {strange}" if strange else _in_passing(sentence, scene, given)
    if scene.interview.mode is Mode.PRACTICE and topics.touches(sentence, Ban.PRAISE):
        return ""
    return "" if _stated(sentence, scene, given) else _STATES


def _in_passing(question: str, scene: Scene, given: frozenset[str]) -> str:
    """Objects to what a question states before it asks."""
    claim = _LEAD.match(question)
    return _STATES if claim and not _stated(claim["claim"], scene, given) else ""


def _stated(sentence: str, scene: Scene, given: frozenset[str]) -> bool:
    """Whether a statement says nothing but what one may state."""
    if not _figures(sentence, scene):
        return False
    meant = vocabulary.roots_that_mean(sentence)
    if not meant - vocabulary.of_remarks():
        return True
    if _TALKS.match(sentence) and not _ABOUT_THEM.search(sentence):
        return not meant - given - vocabulary.of_statements()
    cites = "“-”" in sentence or bool(meant & given)
    return cites and not meant - given - vocabulary.of_claims()


def _figures(sentence: str, scene: Scene) -> bool:
    """Whether every number in it was given, or says how long the talk is to last."""
    known = vocabulary.figures_of(scene)
    return all(figure in known for figure in _FIGURE.findall(sentence))


def _strange(sentence: str, known: frozenset[str]) -> Iterator[str]:
    return (word for word, root in vocabulary.meaning(sentence) if root not in known)
