"""Tells what a point in the notes is about where no cue word does: by sentences that mean alike."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondround.domain.materials import Topic
from secondround.materials import topics
from secondround.ports import Embedder

NEAR, CLEAR = 0.35, 0.04
"""How near the nearest examples must be, and how much nearer than those of anything else; a wrong
line is worse than a missing one."""
READ = 200
"""Points that are looked at; a transcript can have thousands."""

_EXAMPLES: dict[Topic | None, tuple[str, ...]] = {
    Topic.CONCERN: (
        "She is not sure that I have enough experience for this role.",
        "He doubts that I can cope with a team of that size.",
        "They worry because I have never done this kind of work.",
        "She asked twice why I left my last job so soon.",
        "He thinks that my language skills may be too weak.",
        "They wonder whether I would stay.",
    ),
    Topic.PROMISE: (
        "I will send her the document by Friday.",
        "I said that I would bring my papers to the next meeting.",
        "I have to get back to him with an example.",
        "I offered to write a short plan and share it with them.",
    ),
    Topic.STRENGTH: (
        "She liked my example very much.",
        "They were impressed by what I know.",
        "He said that I had answered very well.",
        "They were positive about my experience.",
        "They like that I already know their system.",
    ),
    Topic.PROBLEM: (
        "They have a big problem with quality.",
        "The team is too small and the work piles up.",
        "Customers are leaving, and that hurts them.",
        "Their system keeps failing.",
        "Several colleagues have left since summer.",
        "Costs are out of control.",
    ),
    None: (
        "The interview lasted half an hour on video.",
        "The office was nice and the coffee was good.",
        "The role reports to the director.",
        "They use these tools.",
        "The next round is on Tuesday.",
        "The pay is within the range.",
        "She is the head of the department.",
        "I asked about the training budget.",
        "They have forty employees and two sites.",
        "I liked the building.",
        "They had no concerns about that.",
    ),
}


def of_meaning(texts: Sequence[str], embedder: Embedder) -> list[Topic | None]:
    """The topic of each text; None where it is nearest to nothing, or to nothing in particular."""
    if not texts:
        return []
    vectors = embedder.embed(texts[:READ])
    near = np.array([_nearness(vectors, examples) for examples in _examples(embedder)])
    found = [_nearest(column) for column in near.T]
    fitting = [
        topic if topic and topics.fits(topic, text) else None
        for topic, text in zip(found, texts, strict=False)
    ]
    return fitting + [None] * (len(texts) - len(fitting))


def _nearest(near: NDArray[np.float32]) -> Topic | None:
    second, first = np.argsort(near)[-2:]
    if near[first] < NEAR or near[first] - near[second] < CLEAR:
        return None
    return tuple(_EXAMPLES)[int(first)]


def _nearness(vectors: NDArray[np.float32], examples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean similarity to the two nearest examples."""
    nearest: NDArray[np.float32] = np.sort(vectors @ examples.T)[:, -2:].mean(1)
    return nearest


def _examples(embedder: Embedder) -> list[NDArray[np.float32]]:
    if embedder.name not in _embedded:
        _embedded[embedder.name] = [embedder.embed(sentences) for sentences in _EXAMPLES.values()]
    return _embedded[embedder.name]


_embedded: dict[str, list[NDArray[np.float32]]] = {}
"""The examples in each vector space, embedded when first needed."""
