"""Cuts a document into passages along its own structure: headings, lists, table rows, sentences.

A passage never crosses a heading or joins what stands on two pages. List items and table rows stay
whole; what is small is joined with its neighbours of the same make under the same heading. A
heading carries those above it: `Recent news › 2 October 2026: Nottingham put back`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from secondround.domain.materials import Document, Passage
from secondround.materials.dates import opening
from secondround.materials.outline import Block, Make, outline
from secondround.materials.sentences import sentences

MOST_WORDS = 120
"""A passage is longer only where a table row is."""
ENOUGH_WORDS = 90
"""A passage of that many words takes in nothing more, unless what follows is a mere scrap. Its
sentences are compared one by one as well (shelf.py), so that length hides nothing."""
SCRAP_WORDS = 8
RUN_WORDS = 60
"""Where a single sentence is longer than a passage may be, it is cut after this many words."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class _Piece:
    """What is not cut any further."""

    start: int
    end: int
    words: int
    make: Make
    heading: str
    date: date | None
    page: int | None


def passages(document: Document) -> list[Passage]:
    """The document's passages, in order.

    Every word of the text stands in one of them, or in the heading of one.
    """
    pieces = [piece for block in outline(document.text) for piece in _pieces(document, block)]
    return [_passage(document, piece) for piece in _packed(document.text, pieces)]


def _passage(document: Document, piece: _Piece) -> Passage:
    return Passage(
        id=f"{document.id}:{piece.start}-{piece.end}",
        document_id=document.id,
        document=document.name,
        kind=document.kind,
        date=piece.date or document.date,
        heading=piece.heading,
        page=piece.page,
        start=piece.start,
        end=piece.end,
        text=document.text[piece.start : piece.end],
    )


def _pieces(document: Document, block: Block) -> Iterator[_Piece]:
    text = document.text
    heading = " › ".join(block.headings)
    day = opening(text[block.start : block.end])
    if day is None and block.headings:
        day = opening(block.headings[-1])
    for start, end in _spans(text, block):
        words = len(text[start:end].split())
        page = bisect_right(document.pages, start) or None
        yield _Piece(start, end, words, block.make, heading, day, page)


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    whole = text[block.start : block.end]
    if block.make is Make.ROW or (block.make is Make.ITEM and len(whole.split()) <= MOST_WORDS):
        yield block.start, block.end
        return
    for start, end in sentences(whole):
        for first, last in _runs(whole, start, end):
            yield block.start + first, block.start + last


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence itself, or where it is endless (a transcript), stretches of it."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if len(words) <= MOST_WORDS:
        yield start, end
        return
    for first in range(0, len(words), RUN_WORDS):
        run = words[first : first + RUN_WORDS]
        yield run[0][0], run[-1][1]


def _packed(text: str, pieces: list[_Piece]) -> list[_Piece]:
    packed: list[_Piece] = []
    for piece in pieces:
        both = _joined(text, packed[-1], piece) if packed else piece
        if packed and _belongs(packed[-1], piece, both):
            packed[-1] = both
        else:
            packed.append(piece)
    return packed


def _joined(text: str, before: _Piece, piece: _Piece) -> _Piece:
    """Both and what stands between them."""
    words = len(text[before.start : piece.end].split())
    return replace(before, end=piece.end, words=words)


def _belongs(before: _Piece, piece: _Piece, both: _Piece) -> bool:
    if _place(before) != _place(piece):
        return False
    if before.make is Make.HEADING or both.words > MOST_WORDS:
        return False
    return before.words < ENOUGH_WORDS or piece.words <= SCRAP_WORDS


def _place(piece: _Piece) -> tuple[object, ...]:
    return piece.make, piece.heading, piece.date, piece.page
