"""Finds what the first interview asked already, in notes and transcripts of it.

A note says it in many ways: a list under “What they asked”, “They asked: …”, “Q3 a difficult day”,
“Ana asked how I plan a week”, or a line of a transcript. What the candidate asked is not meant.
"""

import re
from collections.abc import Iterator, Sequence

from secondround.domain.materials import Kind, Passage

LONGEST = 30
"""Words of a question; what is longer has its answer in it."""

_THEIRS = re.compile(
    r"(?i)^(?:(?:\d+|[a-z])[.)] )?(?:wh[ai]t .*\basked\b|asked me\b|(?:their|interview) questions"
    r"|(?:the )?questions? .*\b(?:i was asked|they|put|asked|from|by)\b)"
)
_NOT_THEIRS = re.compile(
    r"(?i)\b(?:not asked|did ?n['’]?t ask|(?:i|we) (?:have |then )?asked|my questions?|to ask"
    r"|for them)\b"
)
_ITEM = re.compile(r"^\s*(?:[-–—*•+]|\d+[.)])\s+")
_LABEL = re.compile(
    r"(?i)^\W*(?:they asked|(?:s?he )?asked me|asked|question|q\d*)\s*[:.)]\s*(?P<what>.+)$"
)
_HEADED = re.compile(r"^Q\d+[:.)]?\s+(?P<what>\S.+)$")
_REPORTED = re.compile(
    r"(?i)\b(?P<who>\w+)(?: also| then| even)? (?:asked|wanted to know)(?: me| us)?"
    r"(?: twice| again)? (?:about |for )?"
    r"(?P<what>(?:what|how|why|who|whom|which|when|where|whether|if|about|my)\b[^.;\n]+)"
)
_TURN = re.compile(r"^(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)\s*:\s*(?P<what>.+\?)")
_QUOTED = re.compile(r"[“\"*‘]([^“”\"*\n]{8,160}\?)[”\"*’]")
_SELF = frozenset("i we me us candidate myself you".split())
_SPEAKER = re.compile(r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?(?:,[^:]{0,20})?\s*:\s+")
_ANSWER = re.compile(
    r"(?i)\s*(?:->|=>|→"
    r"|[;,.:]?\s*(?:i|we) (?:answered|said|told|gave|used|replied|talked|spoke|went)\b"
    r"|(?:^|[.:?!]\s+)(?:told|said|gave|used|honest|here)\b)"
)


def asked_before(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The questions of the first interview that its notes tell of, without their answers."""
    found = [
        question
        for passage in passages
        if passage.kind is Kind.FIRST_INTERVIEW
        for question in _asked_in(passage)
    ]
    return tuple(dict.fromkeys(filter(None, map(_only_the_question, found))))


def _asked_in(passage: Passage) -> Iterator[str]:
    if _NOT_THEIRS.search(passage.heading):
        return
    if headed := _HEADED.match(passage.heading):
        yield headed["what"]
    listed = _THEIRS.match(passage.heading.strip())
    for line in passage.text.splitlines():
        yield from _asked_in_line(line, listed=bool(listed))
    yield from (match[1] for match in _QUOTED.finditer(passage.text))


def _asked_in_line(line: str, *, listed: bool) -> Iterator[str]:
    bare = _ITEM.sub("", line).strip()
    if label := _LABEL.match(bare) or _HEADED.match(bare):
        yield label["what"]
    elif listed and bare:
        yield bare
    else:
        for said in (*_REPORTED.finditer(bare), *_TURN.finditer(bare)):
            if said["who"].lower() not in _SELF:
                yield said["what"]


def _only_the_question(text: str) -> str:
    """What comes before the answer: the question to its mark, or the head of the note."""
    question, mark, _ = _SPEAKER.sub("", text).partition("?")
    told = _ANSWER.split(question, maxsplit=1)[0]
    said = told if told.strip() else question
    if not mark:
        said = re.split(r"(?<=\w)[.!]\s", said)[0]
    words = said.strip(' *“”"‘’_:;,.-').split()
    return " ".join(words) if 1 < len(words) <= LONGEST else ""
