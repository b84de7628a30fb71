"""Finds where a figure that the candidate gave in the first interview is another one in the CV."""

import re
from collections.abc import Iterator, Sequence

from secondround.critique.numbers import amounts
from secondround.domain.materials import Brief, BriefLine, Kind, Passage, Topic
from secondround.interview.answers import Search
from secondround.interview.similarity import overlap

SAME = 0.6
"""Overlap of words from which two statements are about the same thing."""

_STATEMENT = re.compile(r"(?:^|\n)\s*[-–•*]\s+|(?<=[.!?])\s+(?=[A-Z])")


def other_figures(brief: Brief, search: Search) -> dict[BriefLine, tuple[str, Passage]]:
    """For each claim from the first interview that the CV puts another figure on: it, and where."""
    found = {}
    for claim in brief.about(Topic.CLAIM):
        if not claim.in_own_words and claim.passages[0].kind is Kind.FIRST_INTERVIEW:
            cv = search(brief.dossier_id, claim.words, k=3, kinds=(Kind.RESUME,))
            found[claim] = next(_elsewhere(claim.words, cv), None)
    return {claim: other for claim, other in found.items() if other}


def _elsewhere(claim: str, passages: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    for passage in passages:
        for statement in _STATEMENT.split(passage.text):
            if overlap(claim, statement) >= SAME and (other := _another(claim, statement)):
                yield other, passage


def _another(claim: str, statement: str) -> str:
    """The figure that is not the same in both, as the statement writes it; "" unless it is one."""
    ours, theirs = dict(_figures(claim)), dict(_figures(statement))
    missing, added = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    comparable = len(missing) == len(added) == 1 and ours.keys() & theirs.keys()
    if not comparable or min(missing).endswith("%") != min(added).endswith("%"):
        return ""
    return theirs[min(added)]


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """Each figure as a key, and as it is written with its sign."""
    for written, key in amounts(text):
        sign = re.search(rf"[£$€]?{re.escape(written)}(?:\s?%)?", text)
        yield key, sign.group() if sign else written
