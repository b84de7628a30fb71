"""Finds what is still open and worth asking: as the notes say so, and where they leave a gap."""

import re
from collections.abc import Iterator, Sequence

from secondround.domain.materials import BriefLine, Topic
from secondround.materials import topics
from secondround.materials.points import Point

GAPS = 2
"""Problems without a remedy that are taken as questions."""

_HEADING = re.compile(
    r"(?i)\b(?:(?:things?|questions?|what|points?) (?:still )?"
    r"(?:to|(?:i|we) (?:want|need|mean|have) to|i(?:'ll| will| should| must)) (?:ask|find out"
    r"|check)|(?:to|not) ask(?:ed)?\b|ask (?:about|them|her|him|next)"
    r"|(?:open|unanswered|my) questions?|questions? (?:left|open|for (?:them|her|him|round|next))"
    r"|unanswered|unclear|to find out|still (?:open|unclear)|don't know yet|loose ends"
    r"|not answered)\b"
)
_OPEN = re.compile(
    r"(?i)(?:^|[.;,:] |\b(?:must|need to|should|have to|want to|remember to|to[ -]?do:?) )"
    r"(?:find out|ask(?: (?!me\b)\w+)?(?: again)?|check|clarify)"
    r" (?:about|whether|if|who|what|why|how|when|where|which)\b"
    r"|\b(?:forgot|never got|did(?:n't| not) (?:get|dare|manage)) (?:a chance |round )?to\b"
    r"(?! send)"
    r"|\b(?:unclear|unanswered|not (?:yet )?clear|still open)\b"
    r"|\bno (?:clear |real |straight |proper )?answer\b|\b(?:two|several) different answers\b"
    r"|\b(?:wouldn't|won't|would not) (?:really )?(?:say|tell)\b|\b(?:chang\w+|change of) (?:the )?"
    r"subject\b|\bdodged\b|\bwent (?:quiet|vague)\b|\bnobody could (?:say|tell)\b"
    r"|\b(?:evasive|cagey) (?:about|on|when)\b"
)
_OWN_GAP = re.compile(r"(?i)\b(?:asked|told) me\b|\bI (?:couldn't|could not|didn't know|went)\b")
_REMEDY = re.compile(
    r"(?i)\b(?:plan\w*|will|going to|hir(?:e|ing)|pilot\w*|trial\w*|fix\w*|replac\w+|being|project"
    r"|new|start\w*|decid\w+|propos\w+|solution|looking (?:for|at|into)|because|since)\b"
)


def is_open(point: Point) -> bool:
    """Whether the notes mark it as something to ask or left without an answer."""
    text, label = point.text.replace("’", "'"), point.label.replace("’", "'")
    heading = point.passage.heading.rpartition(" › ")[2].replace("’", "'")
    if _HEADING.search(label) or (_HEADING.search(heading) and not label):
        return len(text.split()) >= 3
    said_of = topics.of_heading(label) if label else topics.of_heading(heading)
    elsewhere = isinstance(said_of, Topic)
    return bool(_OPEN.search(text)) and not elsewhere and not _OWN_GAP.search(text)


def gaps(lines: Sequence[BriefLine]) -> Iterator[BriefLine]:
    """Problems of which nothing says what is done about them, as questions."""
    problems = [line for line in lines if line.topic is Topic.PROBLEM]
    bare = [line for line in problems if not _REMEDY.search(line.text)]
    for line in bare[:GAPS]:
        yield BriefLine(
            topic=Topic.QUESTION, text=line.text, passages=line.passages, date=line.date
        )
