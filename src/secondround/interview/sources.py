"""Finds what an interviewer's line may draw on, and says what it did draw on."""

import re
from collections.abc import Sequence

from secondround.domain.interview import Interview, Move, MoveKind
from secondround.domain.materials import Kind, Passage
from secondround.errors import EngineError
from secondround.interview.answers import Search

KNOWN_TO_ALL = (Kind.COMPANY, Kind.JOB, Kind.FIRST_INTERVIEW)
"""What an interviewer may reply from."""
SHARED = 3
"""Long words that a reply has in common with a passage it drew on."""

_LONG_WORD = re.compile(r"[^\W\d_]{5,}|\d+")
_QUOTE = re.compile(r"“(.+?)”", re.DOTALL)


def offered(talk: Interview, move: Move, search: Search) -> tuple[Passage, ...]:
    """The passages for a move: of its question, or those that may answer the candidate's."""
    if move.kind is not MoveKind.REPLY:
        question = talk.question_of(move)
        return move.passages or (question.passages if question else ())
    try:
        return tuple(search(talk.dossier_id, move.about, k=3, kinds=KNOWN_TO_ALL))
    except EngineError:  # an interviewer who knows nothing is better than one who is gone
        return ()


def drawn_on(line: str, move: Move, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The sources of a line; of what was found for a reply, only what it quotes or paraphrases."""
    if move.kind is not MoveKind.REPLY:
        return tuple(passages)
    return tuple(passage for passage in passages if _draws_on(line, passage))


def _draws_on(line: str, passage: Passage) -> bool:
    quoted = any(quote in passage.text for quote in _QUOTE.findall(line))
    return quoted or len(_long_words(line) & _long_words(passage.text)) >= SHARED


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text.casefold()))
