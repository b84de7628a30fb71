"""Says why an answer cannot be judged at all: nothing in it, noise, or not English."""

import re
import zlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from secondround.critique.artefact import Artefact
from secondround.domain.critique import Answer

FAMILIAR = 0.4
"""Share of words known from English answers below which a text is taken for another language or
for noise. Of answers by unseen writers the lowest has 0.69; German and Portuguese reach 0.3."""
_FEWEST = 6
"""Words from which that share says something."""
_LOOP = 10
"""Words from which repetition is noise and not emphasis."""
_OPENING = 200
_VARIED = 0.25
"""Share of different words among the first 200 up to which it is a loop; people have 0.45."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def reason(learned: Artefact, answer: Answer) -> str:
    """Why it cannot be judged, in a sentence that says what to do; "" when it can."""
    words = _words(answer.text)
    if not words:
        return "There are no words in this answer: answer again."
    opening = words[:_OPENING]
    if len(words) >= _LOOP and len(set(opening)) <= _VARIED * len(opening):
        return "The same words come again and again: answer again, or correct the transcript."
    if len(words) >= _FEWEST and _familiar(learned, words, answer.question) < FAMILIAR:
        return "This cannot be read as English: answer in English, or correct the transcript."
    return ""


def word_keys(texts: Iterable[str]) -> NDArray[np.uint32]:
    """The distinct words of the texts, hashed and sorted, as an artefact keeps them."""
    return np.unique([_key(word) for text in texts for word in _words(text)]).astype(np.uint32)


def _familiar(learned: Artefact, words: Sequence[str], question: str) -> float:
    known = {*learned.arrays["words"].tolist(), *map(_key, _words(question))}
    return sum(_key(word) in known for word in words) / len(words)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _key(word: str) -> int:
    return zlib.crc32(word.encode())
