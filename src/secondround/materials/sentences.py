"""Cuts written text into sentences; a line that was only wrapped at the margin is not an end."""

import re
from collections.abc import Iterator
from itertools import pairwise

_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n")
_ABBREVIATION = re.compile(
    r"(?i)(?:^|[\s(\"“‘])(?:mr|mrs|ms|mx|dr|prof|st|sr|jr|vs|approx|dept|no|inc|ltd|co|corp|fig|ca|cf"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|e\.?g|i\.?e|a\.k\.a|[a-z])\.$"
)
_LIST_ITEM = re.compile(r"(?:[-–—*•·▪◦‣]|\(?\d{1,2}[.)])\s")
_AHEAD = 80
"""Characters looked at after a stop."""
_MARGIN = 60
"""Characters after which a line without a full stop counts as wrapped, not as ended."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences as (start, end), in order; together they hold all but the white space."""
    cuts = [0, *_ends(text), len(text)]
    spans = [_trimmed(text, start, end) for start, end in pairwise(cuts)]
    return [(start, end) for start, end in spans if start < end]


def _ends(text: str) -> Iterator[int]:
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "\n":
            ended = _line_ends(text, stop.start())
        else:
            ended = _sentence_ends(text, stop)
        if ended:
            yield stop.end()


def _sentence_ends(text: str, stop: re.Match[str]) -> bool:
    before = text[max(0, stop.start() - 12) : stop.start() + 1]
    after = text[stop.end() : stop.end() + _AHEAD].lstrip()
    starts = not after[:1].islower()
    if stop.group().startswith(("..", "…")):
        return starts
    return (
        starts and not _ABBREVIATION.search(before) and not re.fullmatch(r"\d+\.", before.strip())
    )


def _line_ends(text: str, position: int) -> bool:
    """Whether the line break ends a sentence, or only the room on the line."""
    line = text[text.rfind("\n", 0, position) + 1 : position].rstrip()
    after = text[position + 1 : position + _AHEAD]
    if len(line) < _MARGIN or after.startswith("\n") or _LIST_ITEM.match(after.lstrip(" ")):
        return not (len(line) >= 30 and after.lstrip(" ")[:1].islower() and line[-1:] in ",;")
    return line.endswith((".", "!", "?", ":"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
