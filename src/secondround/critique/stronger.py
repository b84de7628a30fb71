"""Builds a stronger version out of the candidate's own sentences, with gaps for what is missing.

Nothing is reworded: sentences are put in order, fillers go, and what only the candidate can know is
asked for in square brackets.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from secondround.critique import flags as flagging
from secondround.critique import injection
from secondround.critique.evidence import unfounded
from secondround.critique.quoting import trimmed
from secondround.critique.rubric import LADDERS
from secondround.critique.units import cut
from secondround.domain.critique import (
    Answer,
    ElementScore,
    Evidence,
    Flag,
    ResponseType,
    Role,
    Unit,
)
from secondround.domain.interview import QuestionKind

Span = tuple[int, int, int]
"""Turn, start, end."""

_BEFORE = {
    ("S", 0): "[Where and when this was, and who was involved.]",
    ("S", 1): "[Which one time this was: the place, the month, who was there.]",
    ("T", 0): "[What you yourself had to get done, and what hung on it.]",
    ("T", 1): "[Which part of that was yours.]",
    ("stakes", 0): "[Why it matters: who is affected, and what could go wrong.]",
    ("goal", 0): "[What you would want to have at the end, and by when.]",
    ("reason", 0): "[What you want from this work, in your own words.]",
    ("tie", 1): "[When that was, and where.]",
}
_AFTER = {
    ("S", 2): "[What made it hard.]",
    ("T", 2): "[What hung on it: a date, a target, somebody who relied on it.]",
    ("A", 0): "[What you did: two or three steps, in order.]",
    ("A", 1): "[What exactly you did: the first step, then the next.]",
    ("A", 2): "[Why you did it that way, or what stood in the way.]",
    ("R", 0): "[What came of it: a number, or who confirmed it.]",
    ("R", 1): "[How you knew: what changed, or who said so.]",
    ("R", 2): "[How much, or who confirmed it.]",
    ("stakes", 1): "[Who is affected, and what could go wrong.]",
    ("stakes", 2): "[What makes that hard to get right.]",
    ("goal", 1): "[What you would want to have at the end.]",
    ("goal", 2): "[By when, or what comes first if you cannot have it all.]",
    ("steps", 0): "[Your first three steps, in order, each with its reason.]",
    ("steps", 1): "[The next two steps, each with its reason.]",
    ("steps", 2): "[Why in that order, or what you would do if it did not work.]",
    ("check", 0): "[How you would know that it had worked, and by when.]",
    ("check", 1): "[By what sign you would know.]",
    ("check", 2): "[By when, or who would tell you.]",
    ("tie", 0): "[One time you really did something like it, and how that ended.]",
    ("tie", 2): "[How that ended.]",
    ("reason", 1): "[Why that matters to you, and not to just anybody.]",
    ("reason", 2): "[Where that comes from.]",
    ("here", 0): "[One thing about this place that you could not say of another.]",
    ("here", 1): "[Which one thing about this place you mean.]",
    ("here", 2): "[What that means for the work you would do here.]",
    ("proof", 0): "[One time you did something that shows it.]",
    ("proof", 1): "[Which time, and what you did.]",
    ("proof", 2): "[What came of that.]",
}
_OWN_PART = "[Which part of this was yours.]"
_PLAINER = "[a plainer word]"
_DEPENDS = re.compile(
    r"(?i)(?:because|cause|cos|which|who|whose|until|although|though|whereas|that|so that)\b"
)
_REASON_WORD = re.compile(r"(?i)^(?:because|'?cause|cos|although|though|whereas)\s+")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_MOST_BACKGROUND = 3


def compose(
    answer: Answer,
    response_type: ResponseType,
    elements: Mapping[str, ElementScore],
    units: Sequence[Unit],
    flags: Sequence[Flag],
) -> str:
    """The answer in its best order, a paragraph for each element; "" with nothing to build on."""
    if not _buildable(answer, response_type, flags):
        return ""
    spans = _spans(answer, elements, units, flags)
    if not any(spans.get(name) for name in elements):
        return ""
    gaps = _gaps(elements)
    paragraphs = {
        name: _paragraph(name, spans.get(name, []), answer, gaps) for name in (*elements, "L")
    }
    if Flag.WE_NOT_I in flags and "A" in paragraphs:
        paragraphs["A"] += " " + _OWN_PART
    text = "\n\n".join(paragraph for paragraph in paragraphs.values() if paragraph)
    return "" if unfounded(text, answer) else text


def _buildable(answer: Answer, response_type: ResponseType, flags: Sequence[Flag]) -> bool:
    if answer.kind is QuestionKind.BEHAVIOURAL:
        usable = response_type in (ResponseType.STORY, ResponseType.HABIT)
        return usable and Flag.OFF_QUESTION not in flags
    return response_type is not ResponseType.NONE


def _spans(
    answer: Answer,
    elements: Mapping[str, ElementScore],
    units: Sequence[Unit],
    flags: Sequence[Flag],
) -> dict[str, list[Span]]:
    """The sentences that tell each element, in the order they were said."""
    if units and answer.kind is QuestionKind.BEHAVIOURAL:
        found = _by_role(answer, units)
    else:
        found = _by_evidence(answer, elements)
    if Flag.MULTIPLE_STORIES in flags:
        found = _one_story(found, answer)
    if Flag.SITUATION_HEAVY in flags:
        found["S"] = found.get("S", [])[:_MOST_BACKGROUND]
    return {name: _presentable(spans, answer) for name, spans in found.items()}


def _by_role(answer: Answer, units: Sequence[Unit]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {role.value: [] for role in Role}
    for unit in units:
        found[unit.role].append((unit.turn, unit.start, unit.end))
    return {role: _joined(spans, answer) for role, spans in found.items()}


def _by_evidence(answer: Answer, elements: Mapping[str, ElementScore]) -> dict[str, list[Span]]:
    """The sentences that hold the quotes, each under the first element it carries."""
    found: dict[str, list[Span]] = {}
    used: set[Span] = set()
    for name in (n for n in LADDERS[answer.kind] if n in elements):
        spans = {s for e in elements[name].evidence for s in _around(e, answer)} - used
        found[name] = _joined(sorted(spans), answer)
        used |= spans
    return found


def _joined(spans: Sequence[Span], answer: Answer) -> list[Span]:
    """The spans, with the clauses of one sentence put together again.

    A transcript has no sentences: there, only a clause that hangs on the one before stays with it.
    """
    text = {part.turn: part.text for part in answer.parts}
    joined: list[Span] = []
    for turn, start, end in reversed(spans):
        said = text[turn]
        if joined and joined[0][0] == turn and not said[end : joined[0][1]].strip():
            following = said[joined[0][1] : joined[0][2]]
            ends, goes_on = _ENDS.search(said[start:end]), _ENDS.search(following)
            if not ends and (goes_on or _DEPENDS.match(following.lstrip(" -–—,"))):
                end = joined.pop(0)[2]
        joined.insert(0, (turn, start, end))
    return joined


def _around(evidence: Evidence, answer: Answer) -> Iterator[Span]:
    for part in answer.parts:
        if part.turn == evidence.turn:
            for start, end in cut(part.text):
                if start < evidence.end and evidence.start < end:
                    yield part.turn, start, end


def _one_story(found: dict[str, list[Span]], answer: Answer) -> dict[str, list[Span]]:
    """What belongs to the story, of two, in which more was done."""
    part = answer.parts[0]
    middle = flagging.second_story(part.text)
    if middle is None:
        return found
    acts = found.get("A", [])
    first = sum(e - s for t, s, e in acts if (t, s) < (part.turn, middle))
    keep_first = 2 * first >= sum(e - s for _, s, e in acts)
    return {
        name: [span for span in spans if (span[:2] < (part.turn, middle)) is keep_first]
        for name, spans in found.items()
    }


def _presentable(spans: list[Span], answer: Answer) -> list[Span]:
    """Without what steers the judge, tells secrets or blames, unless nothing would be left."""
    text = {part.turn: part.text for part in answer.parts}
    honest = [s for s in spans if not injection.spans(text[s[0]][s[1] : s[2]])]
    fit = [s for s in honest if flagging.fit_to_say(text[s[0]][s[1] : s[2]])]
    return fit or honest


def _gaps(elements: Mapping[str, ElementScore]) -> dict[str, int]:
    """What to ask for, with its score: all that is missing or only hinted at, else what is thin."""
    scores = {name: element.score for name, element in elements.items()}
    weak = {name: score for name, score in scores.items() if score < 2}
    return weak or {name: score for name, score in scores.items() if score == 2}


def _paragraph(name: str, spans: list[Span], answer: Answer, gaps: Mapping[str, int]) -> str:
    text = {part.turn: part.text for part in answer.parts}
    sentences = [_sentence(text[turn][start:end]) for turn, start, end in spans]
    key = (name, gaps.get(name, 3))
    return " ".join(s for s in (_BEFORE.get(key), *sentences, _AFTER.get(key)) if s)


def _sentence(words: str) -> str:
    alone = trimmed(_REASON_WORD.sub("", words[_opening(words) :]))
    while coarse := flagging.coarse(alone):
        alone = alone.replace(coarse, _PLAINER)
    return alone


def _opening(words: str) -> int:
    return len(words) - len(words.lstrip(" -–—,•*"))
