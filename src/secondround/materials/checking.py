"""Checks what a model read: a line stays only if its words and figures stand in the document."""

import re
from collections.abc import Iterator, Sequence

from secondround.critique import injection
from secondround.critique.numbers import amounts, known_amounts
from secondround.domain.materials import (
    Aspect,
    BriefLine,
    Passage,
    Reading,
    ReadLine,
    Topic,
)
from secondround.interview.similarity import overlap, words
from secondround.prompts import neutral

SHORTEST, LONGEST = 2, 60
"""Words of a quote."""
LONGEST_TEXT = 40
"""Words of a line in the model's wording."""
KNOWN = 0.5
"""Share of the wording's words that the passage must have too."""
ALIKE = 0.6
"""Overlap of words from which the built-in coach has the line already."""

_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]*")
_ON_COMPANIES = (Topic.FACT, Topic.COMPETITOR)
_OPENERS = frozenset(
    """a an the they he she it we i you your their his her its our this that these those there
    no not never nobody one both all some many most few and but or if when while who what
    why how whether as at by for from in of on to with after before since until said says
    asks asked wants wanted worried concerned doubts doubt wonders wondered liked likes
    promised promise agreed offered will may can could would should is are was were has have
    had lack lacks candidate company team""".split()
)


def checked(
    readings: Sequence[Reading], passages: Sequence[Passage], drawn: Sequence[BriefLine]
) -> list[BriefLine]:
    """The lines that hold and that the built-in coach does not have."""
    kept: list[BriefLine] = []
    for reading in readings:
        here = [passage for passage in passages if passage.document_id == reading.document_id]
        for line in _holding(reading, here):
            if not any(_same(line, other) for other in (*drawn, *kept)):
                kept.append(line)
    return kept


def _holding(reading: Reading, passages: Sequence[Passage]) -> Iterator[BriefLine]:
    for read in reading.lines:
        passage = next((p for p in passages if _quoted(read.quote, p)), None)
        if passage is None or injection.spans(read.quote) or not _plain(read, passage):
            continue
        quote = _quoted(read.quote, passage)
        yield BriefLine(
            topic=read.topic,
            text=read.text.strip() if _close(read.text, passage) else quote,
            quote=quote,
            passages=(passage,),
            aspect=(read.aspect or Aspect.OTHER) if read.topic in _ON_COMPANIES else None,
            about=read.about if read.about in _shown(passage) else "",
            date=passage.date,
            made_by=reading.made_by,
        )


def _quoted(quote: str, passage: Passage) -> str:
    """The quote as the passage has it; "" where it does not stand there word for word."""
    said = neutral(quote).split()
    if not SHORTEST <= len(said) <= LONGEST:
        return ""
    wanted = r"\s+".join(map(re.escape, said))
    found = re.search(rf"(?<!\w)(?<!\d[.,]){wanted}(?!\w|[.,]\d)", neutral(passage.text))
    return passage.text[found.start() : found.end()] if found else ""


def _plain(read: ReadLine, passage: Passage) -> bool:
    """Whether the wording has no figure and no name that the passage does not have."""
    text, shown = read.text, _shown(passage)
    if not text.strip() or len(text.split()) > LONGEST_TEXT or injection.spans(text):
        return False
    figures = {key for _, key in amounts(text)}
    known = {word.casefold() for word in re.findall(r"[\w'’-]+", shown)}
    names = (match[0].casefold().removesuffix("'s") for match in _CAPITAL.finditer(text))
    return figures <= known_amounts(shown) and all(n in known or n in _OPENERS for n in names)


def _close(text: str, passage: Passage) -> bool:
    """Whether the wording keeps so near to the passage that it can stand for it."""
    said = words(text)
    return bool(said) and len(said & words(passage.text)) >= KNOWN * len(said)


def _shown(passage: Passage) -> str:
    return f"{passage.heading}\n{passage.text}"


def _same(line: BriefLine, other: BriefLine) -> bool:
    if line.topic is not other.topic:
        return False
    return line.quote in other.words or overlap(line.quote, other.words) >= ALIKE
