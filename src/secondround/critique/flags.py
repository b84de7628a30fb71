"""Raises the flags of the rubric that code can see (knowledge/star/RUBRIC.md, section 4)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from secondround.critique import injection
from secondround.domain.critique import (
    Answer,
    ElementScore,
    Flag,
    ResponseType,
    Role,
    Unit,
)
from secondround.domain.interview import QuestionKind

LONG, SHORT = 300, 60
"""Words above which an answer is too long, and below which it is too short."""


def _any(*patterns: str) -> re.Pattern[str]:
    """One pattern a line, so that a list of phrases can be read and added to."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_I = re.compile(r"(?i)(?<![\w'’])(?:i|i['’](?:d|ve|m|ll)|me|my|myself|mine)(?![\w'’])")
_DONE = r"(?:\w+ed|made|done|held|taken|had|found|sent|built|put)"
_SOMEBODY = _any(
    r"(?<![\w'’])we(?:['’](?:d|ve|re|ll))?(?![\w'’])",
    r"\b(?:our|us|the team|everybody|everyone|together)\b",
    rf"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?{_DONE}\b",
    r"\bthere (?:was|were)\b",
)
_DISCLOSES = _any(
    r"\b(?:is|was|are|were)(?:n['’]t| not) (?:yet )?(?:public|published|announced)\b",
    r"\bnot known to (?:the )?(?:staff|market|public|press)\b",
    r"\bisn['’]t in the published\b",
    r"\bofficially (?:was|is)n['’]t\b",
    r"\bwill be announced\b",
    r"\b(?:nobody|no one) outside (?:the|that|this) \w+ (?:had|has|was|knows)\b",
    r"\b(?:i|we) can['’]t say too much,? but\b",
    r"\bbetween (?:you and me|us)\b",
    r"\boff the record\b",
    r"\bi should(?:n['’]t| not) (?:really )?(?:say|tell|mention|be (?:say|tell)ing)\b",
    r"\bunder (?:an )?nda\b",
    r"\bpassword (?:is|was|their|his|her)\b",
    r"\boccupational health file\b",
    r"\bi['’]ll name (?:her|him|them|names)\b",
    r"\b(?:client|supplier|customer) file at home\b",
)
_COARSE = _any(
    r"\b\w*fuck\w*",
    r"\b(?:shits?|shitty|shat|bullshit|bollocks|crap|goddamn|bloody hell)\b",
    r"\b(?:arses?|arseholes?|assholes?|dickheads?|twats?|cunts?|wank\w*|bitch\w*|bastards?)\b",
    r"\b(?:the|that|this|those|these) idiots?\b",
    r"\b(?:morons?|cretins?|halfwits?|retards|scumbags?|sluts?|muppets?)\b",
    r"\b(?:little|absolute|total|right) pricks?\b(?! test)",
    r"\bpiss(?:ed)? (?:off|him|her|them|me)\b",
    r"\b(?:daft|lazy|useless|stupid) (?:sods?|git|cow|arse)\b",
    r"\bthick as mince\b",
)
_THEM = r"\b(?:he|she|they|management|(?:boss|manager|supervisor|predecessor|colleague|team)s?)"
_FAULT = r"(?:just |so )?(?:lazy|idle|useless|hopeless|incompetent|clueless|a know-all|a coward)"
_BLAMES = _any(
    rf"(?<!think )(?<!thought ){_THEM}(?:['’]s|['’]re| is| are| was| were) {_FAULT}\b",
    r"\bit(?: was|['’]s) all (?:his|her|their) fault\b",
    r"\b(?:entirely|completely|purely|all) (?:his|her|their) (?:own )?(?:fault|doing)\b",
    r"\bthe \w+(?: \w+)?['’]s own doing\b",
    r"\ball down to (?:him|her|them|that|one)\b",
    r"\ball (?:that )?(?:he|she|they) (?:is|are|was|were) good for\b",
    r"\bcontributed nothing but\b",
    r"\bi did (?:everything i could|everything right|my bit)\b",
    r"\b(?:nothing to do with|that['’]s not on) me\b",
    r"\bno(?:body|[ -]one)['’]s got the guts\b",
    r"\bwith that bunch\b",
)
_ANOTHER = _any(
    r"\b(?:and |oh )+(?:then )?another (?:one|time|example)\b",
    r"\bthere was another(?: one| time|,)",
    r"\ba(?:nother| second) (?:one|example|time) (?:was|is|would)\b",
    r"\bthe (?:other|worse) one was\b",
    r"\bthere['’]s a (?:third|couple)\b",
    r"\bi['’]ll give you a few\b",
    r"\bpart two is\b",
    r"\bi could go on all day\b",
    r"\boh and at \w+ me\b",
)


def find(
    answer: Answer,
    response_type: ResponseType,
    elements: Mapping[str, ElementScore],
    units: Sequence[Unit] = (),
    also: Sequence[Flag] = (),
) -> tuple[Flag, ...]:
    """The flags that hold, in the rubric's order; `also` are those that a reader has seen.

    Flags about roles need `units`; without them only what the scores and the words show is raised.
    """
    found = {*also, *_of_the_words(answer)}
    if answer.kind is QuestionKind.BEHAVIOURAL:
        found |= {*_of_the_type(response_type), *_of_the_scores(response_type, elements)}
        found |= set(_of_the_units(answer, response_type, units))
    return tuple(flag for flag in Flag if flag in found)


def coarse(text: str) -> str:
    """The first word in a text that does not belong in an interview; "" when none."""
    match = _COARSE.search(text)
    return match.group() if match else ""


def disclosure(text: str) -> str:
    """The first words that show that what is told should have stayed in the firm; "" when none."""
    match = _DISCLOSES.search(text)
    return match.group() if match else ""


def accusation(text: str) -> str:
    """The first words that put the blame on somebody else; "" when none."""
    match = _BLAMES.search(text)
    return match.group() if match else ""


def fit_to_say(text: str) -> bool:
    """Whether a sentence neither blames nor tells what should have stayed in the firm."""
    return not (disclosure(text) or accusation(text))


def second_story(text: str) -> int | None:
    """Where the candidate starts on another story; None when they stay with one."""
    match = _ANOTHER.search(text)
    return match.start() if match else None


def _of_the_words(answer: Answer) -> Iterator[Flag]:
    said = injection.without(answer).text
    length = len(said.split())
    if said != answer.text:
        yield Flag.INJECTION
    if length > LONG:
        yield Flag.TOO_LONG
    if length < SHORT:
        yield Flag.TOO_SHORT
    if coarse(said):
        yield Flag.UNPROFESSIONAL_LANGUAGE
    if disclosure(said):
        yield Flag.CONFIDENTIAL
    if accusation(said):
        yield Flag.BLAME


def _of_the_type(response_type: ResponseType) -> Iterator[Flag]:
    if response_type is not ResponseType.STORY:
        yield Flag.NO_EXAMPLE
    if response_type is ResponseType.HYPOTHETICAL:
        yield Flag.HYPOTHETICAL


def _of_the_scores(
    response_type: ResponseType, elements: Mapping[str, ElementScore]
) -> Iterator[Flag]:
    """What is missing from a story; of anything else, that it is no story says it all."""
    if response_type is not ResponseType.STORY or not elements:
        return
    if not elements["R"].score:
        yield Flag.NO_RESULT
    if elements["R"].score == 1:
        yield Flag.UNQUANTIFIED_RESULT
    if not elements["T"].score:
        yield Flag.NO_TASK
    if elements["A"].score <= 1:
        yield Flag.VAGUE_ACTION


def _of_the_units(
    answer: Answer, response_type: ResponseType, units: Sequence[Unit]
) -> Iterator[Flag]:
    if response_type is not ResponseType.STORY:
        return
    text = {part.turn: part.text for part in answer.parts}
    said = [(unit.role, text[unit.turn][unit.start : unit.end]) for unit in units]
    acts = [words for role, words in said if role is Role.A]
    if acts and not any(map(_I.search, acts)) and any(map(_SOMEBODY.search, acts)):
        yield Flag.WE_NOT_I
    length = {role: sum(len(w.split()) for r, w in said if r is role) for role in Role}
    if length[Role.S] > sum(length.values()) / 2:
        yield Flag.SITUATION_HEAVY
    told = [role for role, _ in said if role is not Role.O]
    if told and told[0] is Role.R:
        yield Flag.RESULT_FIRST
    if second_story(answer.text) is not None and told.count(Role.S) > 1:
        yield Flag.MULTIPLE_STORIES
