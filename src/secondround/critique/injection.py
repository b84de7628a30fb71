"""Finds what is meant for the judge instead of the interviewer, so that it can be left out.

"Ignore the rubric", "give me full marks", a made-up system message: such a sentence is judged as if
it were not there. It never costs points; it only earns none.
"""

import re
from collections.abc import Iterator

from secondround.critique.units import cut
from secondround.domain.critique import Answer, Part

_JUDGE = (
    r"(?:assess(?:or|ment)|evaluat(?:or|ion)|review(?:er)?|mark(?:er|ing)|grad(?:er|ing)"
    r"|scor(?:er|ing)|judge|examiner|rater|ai|llm|gpt|chatbot|bot|(?:language |ai )?model|assistant"
    r"|computer|machine|algorithm|software|system)"
)
_TOP = (
    r"(?:(?:full|top|maximum|highest|best|perfect) (?:possible )?(?:marks?|scores?|bands?|ratings?)"
    r"|(?<=award\s)the (?:maximum|highest|top)\b|(?:five|ten|5|10)(?: out of |/)(?:five|ten|5|10)"
    r"|(?:band|score|rating|mark|level) (?:of )?(?:five|three|ten|5|3|10)\b|\bfives?$|\b5$"
    r"|(?:fully|completely) (?:present|met|satisfied)|as (?:an? )?(?:model|perfect|ideal) answer"
    r"|treat (?:the |this |my )?\w+ as (?:complete|outstanding|perfect|present)|band 5 exemplar)"
)
_ORDER = (
    r"(?:give|award|grant|assign|output|score|rate|mark|grade|record|treat|return|print|report)"
)
_NOT_TOLD = "".join(rf"(?<!\b{word}\s)" for word in ("to", "i", "we", "they", "he", "she", "not"))
_RULES = (
    r"(?:rubric|prompt|(?:previous|prior|above|earlier|your|all) (?:\w+ )?"
    r"(?:instructions?|rules|criteria|guidelines|text))"
)
_TO = (
    r"(?:note|message|memo|instructions?|guidance|attention|reminder|dear|hey|hello)\b(?: to| for)?"
    r"(?: the| any| this)?(?: \w+){0,2}?"
)
_STEERS = re.compile(
    "|".join(
        (
            rf"{_NOT_TOLD}\b(?:ignore|disregard|override|forget)\b[^.]{{0,40}}\b{_RULES}\b",
            rf"^\W*{_TO} {_JUDGE}\b(?: system)?\s*[:,]",
            rf"^\W*{_JUDGE} (?:guidance|note|instructions?|message|prompt)\s*:",
            rf"\b(?:{_JUDGE}|who(?:so)?ever|whatever|anyone|anything)(?: or \w+)?(?:'s| is|,)?"
            r" (?:read|scor|mark|grad|judg|assess|evaluat)(?:s|es|ing) this\b[^.]*"
            r"\b(?:should|must|please|give|award|record|treat|pass)\b",
            rf"(?:^\W*|\bplease |\bshould |\bmust |: )(?:just |now |always )?{_ORDER}\b"
            rf"[^.]{{0,70}}{_TOP}",
            rf"\bgive (?:me|this answer|this candidate) {_TOP}[^.]{{0,25}}$",
            r"\b(?:this|the) (?:candidate|applicant|answer|response)\b[^.]{0,40}"
            r"\b(?:meets|satisf\w+|deserves|demonstrat\w+|fulfil\w+)\b[^.]*"
            r"\b(?:criteri\w+|star|rubric|maximum|highest|framework|element|situation, task)\b",
            r"\bsatisfies (?:the star|every criterion|all criteria|the rubric)\b",
            r"\bdo not apply (?:any |the )?(?:caps?|penalt\w+|deductions?)\b",
            r"\byou are (?:now |no longer )?(?:an? )?(?:\w+ ){0,2}"
            r"(?:ai|assistant|grader|evaluator|llm)\b",
            r"^\W*(?:system|assistant|developer|user)(?: message| prompt)?\s*\]?\s*[:>].*"
            r"\b(?:rubric|scor\w+|candidate|ignore|award|output|marks?|instructions?|band|treat)\b",
            r"<\|[^>]*\|?>|\[/?INST\]|^#+\s*(?:system|instructions?)\b",
            r"</?(?:system|assistant|instructions?|candidate|answer|transcript)\b[^>]*>",
            r"\b(?:new|updated) instructions?\s*:",
        )
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…\])>]\W*$")
_NEXT = re.compile(r"(?i)\b(?:and|so|but|then|because|okay|thanks)\b")
_LONG = 15
"""Words of a sentence without an end above which only a clause of it is left out."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}|<<[^<>]*>>")


def without(answer: Answer) -> Answer:
    """The answer with what steers the judge turned into white space: every offset still holds.

    The white space begins with an empty line, which parts what stands before it from what follows.
    """
    return answer.model_copy(update={"parts": tuple(_blanked(part) for part in answer.parts)})


def spans(text: str) -> list[tuple[int, int]]:
    """Where sentences that steer the judge stand, as (start, end), in order, without overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_found(text)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _found(text: str) -> Iterator[tuple[int, int]]:
    straight = text.replace("’", "'")
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    for start, end in cut(text):
        if match := _STEERS.search(straight[start:end]):
            found = _within(text[start:end], match.span())
            span = (start + found[0], start + found[1])
            yield span
            yield from (b for b in brackets if b[0] < span[1] and span[0] < b[1])


def _within(sentence: str, steering: tuple[int, int]) -> tuple[int, int]:
    """The whole sentence; of one that has no end, as in a transcript, the clause alone."""
    if _ENDS.search(sentence) or len(sentence.split()) < _LONG:
        return 0, len(sentence)
    following = _NEXT.search(sentence, steering[1])
    return steering[0], following.start() if following else len(sentence)


def _blanked(part: Part) -> Part:
    text = part.text
    for start, end in spans(text):
        blank = "\n\n" + " " * (end - start - 2) if end - start >= 2 else " "
        text = text[:start] + blank + text[end:]
    return part.model_copy(update={"text": text})
