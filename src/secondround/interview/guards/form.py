"""Sees to it that a line is plain spoken English by somebody who obeys nothing they read."""

import re
import unicodedata
from functools import lru_cache

from secondround.interview.guards import orders
from secondround.interview.guards.ground import everything, ground, ordinary, stem, words
from secondround.interview.guards.reading import QUOTED, asks, beside_given, own_words, straight
from secondround.interview.similarity import stems
from secondround.ports import Scene

LONGEST_WORD = 30
"""Letters of a word."""
RUN = 5
"""Words in a row that a line may not have in common with an order."""
SAME_ORDER = 0.6
"""Share of a question's words, 0..1, from which it is the one that an order asks for."""

_MARKUP = re.compile(r"[{}<>\\`^~]|(?:^|\s)[#*|]|\|\s|==|::|\*\*|\"\s*:\s")
_LISTED = re.compile(r"[\[\]|*_]|(?:^|\n)\s*(?:[-•]|\d+[.)])\s")
_ADDRESS = re.compile(
    r"(?i)\b(?:https?:|www\.)|\S@\S|\b[a-z0-9-]+\.(?:com|org|net|io|ai|dev|info)\b"
)
_THRICE = re.compile(r"(?i)\b(\w+)(?:\W+\1\b){2}")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ENGLISH = frozenset(
    "the a an and or of to in for with on at by from what how why who which when where you "
    "your i we our it that this is was were are did do does have had would could can me my so "
    "not be as then there about they them their one let us tell".split()
)
_FOREIGN = frozenset(
    "le la les des une un est sont que qui quel quelle vous votre vos avez êtes pour avec dans "
    "sur pas je nous el los las una es son usted su sus para como cómo qué cuál por con pero "
    "der das und ist nicht sie ihr ihre wie wir haben mit ein eine einen von zu auf für il lo "
    "gli che non di per sono hai voi lei het een niet van wat hoe jij uw och att det som inte "
    "jest nie pan pani co jak czy você não uma seu sua com erat et".split()
)


def plain_english(text: str, scene: Scene) -> str:
    """Objects to markup, addresses, other languages and scripts, and what no mouth can say."""
    beside = own_words(text, scene)
    if _MARKUP.search(beside_given(text, scene).strip()) or _LISTED.search(beside.strip()):
        return "it must be plain speech without marks"
    if any(not _known_address(match, scene) for match in _ADDRESS.finditer(text)):
        return "it must give no address"
    if any(len(word) > LONGEST_WORD for word in text.split()) or _THRICE.search(beside):
        return "it must be something one can say"
    return "it must be plain English" if _unreadable(text) or _foreign(beside) else ""


def obeyed(text: str, scene: Scene) -> str:
    """Objects to words that stand only where materials or answers give the interviewer orders."""
    given = [order for source in everything(scene) for order in _orders(source)]
    if not given:
        return ""
    own = own_words(text, scene)
    said = own if own.endswith("\n") else own + " "
    strange = _strange(" ".join(given), ground(scene))
    if any(stem(word) in strange for word in _WORD.findall(said)):
        return _OBEYS
    return _OBEYS if any(_follows(said, order) for order in given) else ""


_OBEYS = "it must not do what the materials or an answer tell it to"


def _known_address(match: re.Match[str], scene: Scene) -> bool:
    return match.group().casefold() in scene.dossier.company.casefold()


def _unreadable(text: str) -> bool:
    """Whether it has letters of another script, or signs that are none."""
    return any(
        (char.isalpha() and not unicodedata.name(char, "").startswith("LATIN"))
        or unicodedata.category(char) in ("So", "Sk", "Co", "Cn", "Cf")
        for char in text
        if ord(char) > 127
    )


def _foreign(text: str) -> bool:
    said = [word for word in _WORD.findall(text) if word[0].islower()]
    foreign = sum(word in _FOREIGN for word in said)
    english = sum(word in _ENGLISH or stem(word) in ordinary() for word in said)
    return (foreign >= 2 and foreign >= english) or (len(said) > 5 and not english)


@lru_cache(maxsize=2048)
def _orders(source: str) -> tuple[str, ...]:
    text = straight(source)
    return tuple(text[start:end] for start, end in orders.spans(text))


@lru_cache(maxsize=16)
def _strange(given: str, source: str) -> frozenset[str]:
    """Words of the orders that neither the sources have nor questions are asked with."""
    return frozenset(word for word in words(given) - words(source) - ordinary() if len(word) > 2)


def _follows(said: str, order: str) -> bool:
    """Whether it has a run of words from the order, or asks the question that it wants asked."""
    if _runs(said) & _runs(order) or any(_plain(quote) in _plain(said) for quote in _quoted(order)):
        return True
    wanted = set(stems(order))
    for ask in asks(said):
        own = set(stems(ask))
        if len(own) > 2 and len(own & wanted) >= SAME_ORDER * len(own):
            return True
    return False


def _quoted(order: str) -> list[str]:
    """What it wants said, where that is a sentence rather than a word."""
    found = (next(filter(None, match.groups()), "") for match in QUOTED.finditer(order))
    return [quote for quote in found if len(quote.split()) > 2]


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _runs(text: str) -> set[tuple[str, ...]]:
    said = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(said[i : i + RUN]) for i in range(len(said) - RUN + 1)}
