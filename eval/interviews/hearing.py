"""How a simulated candidate understands a line: what it asks for, and which story would fit.

It hears words alone, and none of what the product decided. What a follow-up of the question bank
asks for is learned from the bank, where each stands by the element that it is after.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from secondround.domain.interview import Element
from secondround.knowledge import question_bank
from secondround.ports import Embedder

SHORT = 3
"""Words of a follow-up that may be after this or that: “What changed?”"""
_ELEMENTS = {
    Element.R: (
        r"came of|come of|result\w*|outcome|in the end|turn(?:ed)? out|end(?:ed)? up",
        r"how did (?:it|that|this|things|they) (?:all )?(?:end|go|land|work|finish|take)",
        r"how was it (?:received|taken)|how (?:long|soon|much|close) did",
        r"what (?:changed|difference|had changed)|afterwards|the effect|measured?|outcome",
        r"know (?:that )?it (?:had )?work|(?:left|better) (?:off|for|behind|better)|what stood",
        r"(?:at|by) the end|what (?:was|were) the (?:number|figure)s?|show for",
        r"did (?:it|that) bring",
    ),
    Element.T: (
        r"your (?:job|task|part (?:meant|supposed)|responsibilit\w+|brief|role|goal|aim|charge)",
        r"responsible|answerable|expected of you|asked of you|supposed to|meant to be yours",
        r"ha(?:d|ve) to (?:achieve|deliver|get|reach)|trying to|set out to",
        r"did you (?:hope|aim|want)",
        r"why (?:was|could|did) (?:it|that)|on your shoulders|at stake for you",
        r"were you (?:after|asked)",
    ),
    Element.A: (
        r"you (?:yourself|personally)|what did you (?:actually |then |first )?do|how did you",
        r"your own (?:part|hand|doing)|steps|did you (?:go about|take|say|try|handle)",
        r"what (?:exactly )?was your (?:move|contribution)|first thing you did",
        r"which move was yours|how did you go",
    ),
    Element.S: (
        r"when was|where was|how long ago|set the scene|background|situation|what was going on",
        r"how (?:big|large)|who (?:else )?was (?:there|involved)|what (?:had )?(?:happened|led)",
        r"at the time|what (?:was the|kind of|sort of)|what started|put me there",
        r"set (?:it|that) off|led up to|get into (?:it|that)|sort of day",
    ),
}
_ANCHORS = {
    Element.S: """
        When and where was this?
        What was going on at the time?
        Who was involved, and how big was it?
        What was the change about?
        What were you all working on?
        What had happened before?
        What was the problem?
        What were the circumstances?
        What did the place look like?
        How many people did it concern?
        Where did you find it?
        What had made it so urgent?
        What was it for, and who used it?
        What had been planned until then?
        What had gone wrong?
        What did they disagree about?
        Who was the customer?
        What was interrupting you?
    """,
    Element.T: """
        What was your task in it?
        What were you responsible for?
        What was expected of you?
        What did you have to achieve, and by when?
        Which part of it was yours?
        What had you been asked to deliver?
        What was your goal?
        What had you set out to do?
        What did you hope to improve?
        What were you trying to get?
        Why was it up to you?
        Why was it important that it was done?
        Why could it not wait?
        What still had to be done meanwhile?
        What would have counted as success?
        What did they need from you?
        What did you owe them?
        What did you have your eye on?
    """,
    Element.A: """
        What did you do yourself?
        How did you go about it?
        What steps did you take?
        What did you say to them?
        What did you do first?
        How did you handle that?
        How did you decide?
        What did you base it on?
        How did you get people to do it?
        How did you find that out?
        What did you change?
        How did you prepare?
        How did you tell them?
        What did you try?
    """,
    Element.R: """
        What came of it?
        How did it turn out?
        What was the result?
        What was different afterwards?
        How do you know that it worked?
        What did they say in the end?
        What would you do differently since?
        How was it received?
        How was it taken, and how did each side take it?
        What did it do for the team?
        What did that improve?
        What did they decide in the end?
        Where did it leave the two of you?
        How were they a few months later?
        How long has it stayed that way?
        How long did it take until it ran smoothly?
        What condition was it in when you handed it over?
        How much of it was done by the evening?
        How close did you come to what was intended?
        What did you gain by it?
        What are they doing today?
        What did it add to the goal?
        How soon could they be left to it?
    """,
}
_QUOTED = re.compile(r"“[^”]*”")
_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")


class Ears:
    """Understands lines by their words and by their meaning."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        anchors = list(_anchors())
        self._known = {probe: element for element, probe in _probes()}
        self._asked = [element for element, _ in anchors]
        self._anchors = embedder.embed([ask for _, ask in anchors])
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def element(self, line: str) -> Element:
        """The part of a story that a follow-up asks for."""
        ask = _ask(line)
        if ask in self._known:
            return self._known[ask]
        said = [e for e, words in _ELEMENTS.items() if _says(ask, words)]
        if len(said) == 1:
            return said[0]
        likeness = self._anchors @ self._vector(ask)
        return max(said or list(Element), key=lambda each: self._nearness(each, likeness))

    def _nearness(self, element: Element, likeness: NDArray[np.float32]) -> float:
        """How like an ask for that element it is: the mean of the two most alike."""
        own = sorted(like for like, of in zip(likeness, self._asked, strict=True) if of is element)
        return float(np.mean(own[-2:]))

    def closest(self, line: str, offered: Sequence[str]) -> list[int]:
        """Places of what is offered, the most fitting first."""
        known = np.stack([self._vector(text) for text in offered])
        return [int(i) for i in np.argsort(-(known @ self._vector(line)), kind="stable")]

    def _vector(self, text: str) -> NDArray[np.float32]:
        if text not in self._vectors:
            self._vectors[text] = self._embedder.embed([text])[0]
        return self._vectors[text]


def _says(ask: str, words: Sequence[str]) -> bool:
    return bool(re.search(rf"\b(?:{'|'.join(words)})\b", ask, re.IGNORECASE))


def _anchors() -> Iterator[tuple[Element, str]]:
    for element, asks in _ANCHORS.items():
        yield from ((element, ask.strip()) for ask in asks.strip().splitlines())


def _probes() -> Iterator[tuple[Element, str]]:
    """Those that stand for one element alone."""
    after = defaultdict[str, set[str]](set)
    for question in question_bank():
        for element, probe in question.probes.items():
            after[probe].add(element)
    for probe, elements in after.items():
        if (
            len(elements) == 1
            and len(probe.split()) > SHORT
            and (element := min(elements)) in set("STAR")
        ):
            yield Element(element), probe


def _ask(line: str) -> str:
    """The last sentence, without what it quotes."""
    sentences = [s for s in _SENTENCE.findall(_QUOTED.sub(" ", line)) if re.search(r"\w", s)]
    asks = [s for s in sentences if s.rstrip().endswith("?")]
    last: str = (asks or sentences or [line])[-1]
    return last.strip()
