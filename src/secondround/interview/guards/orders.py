"""Finds what stands in materials and answers to make an interviewer say, ask or do something."""

import re
from functools import lru_cache

from secondround.critique import injection
from secondround.critique.units import cut

_SPEAKER = (
    r"(?:ai|a\.i\.|llm|gpt|chat ?bot|bot|assistant|(?:language |ai )?model|interviewer|system)"
)
_NOW = (
    r"(?:^\W*|[:;]\s*|\b(?:please|now|instead|you (?:must|should|shall|will|have to))\s+)"
    r"(?:please |now |then |just |always |only |instead )*"
)
_SAYS = (
    r"(?:say|output|print|write|reply|respond|answer|repeat|type|echo|recite|state|return|emit"
    r"|insert|include|mention|use|add)"
)
_TONGUE = (
    r"(?:french|german|spanish|italian|dutch|polish|portuguese|russian|chinese|japanese|arabic"
    r"|latin|klingon|pirate|emoji\w*|json|yaml|xml|html|markdown|base ?64|rhymes?|verse"
    r"|capitals|capital letters|upper ?case|a poem|a haiku|morse\w*|code)"
)
_WHOM = r"(?:me|them|him|her|the (?:candidate|applicant|user|person)|this (?:candidate|person))"
_ORDERS = re.compile(
    "|".join(
        (
            r"\b(?:ignore|disregard|override|forget|skip|bypass)\b[^.]{0,40}"
            r"\b(?:above|previous|prior|earlier|instructions?|rules?|prompts?|guidelines?|script"
            r"|plan(?:ned)? questions?|everything|guards?|restrictions?|persona)\b",
            rf"(?:^\W*|\b(?:dear|hey|hello|note to|message to|attention)\W+)"
            r"(?:the |any |every )?"
            rf"{_SPEAKER}(?:s|\(s\))?\s*[:,–—-]",
            rf"{_NOW}{_SAYS}\b[^.!?]{{0,50}}"
            r"(?:[\"“:]|(?<!\w)'\w|\bthe (?:exact )?(?:words?|phrase|sentence"
            r"|code ?word|password|token|string|text|letters?)\b|\bexactly\b|\bnothing but\b"
            r"|\bonly\b|\bverbatim\b|\bback to me\b|\bafter me\b|(?-i:\b[A-Z]{4,}\b))",
            rf"{_NOW}{_SAYS}\b[^.!?]{{0,30}}\b(?:in|as|with) {_TONGUE}\b",
            rf"{_NOW}(?:speak|talk|switch|continue|translate)\b[^.!?]{{0,20}}\b{_TONGUE}\b",
            rf"{_NOW}(?:ask|tell)\s+(?:{_WHOM}\b|about\b|whether\b|[\"“:]"
            r"|for (?:the|my|their|his|her)\b|(?:how|what|why|when|where|who|if)\b)",
            r"(?:^\W*|\bplease |\bnow )(?:reveal|show|print|repeat|output|recite|leak|disclose"
            r"|give|tell)\b[^.!?]{0,25}\b(?:prompt|instructions|rules|system message|guidelines)\b",
            r"\byou (?:are|re) now\b|\bfrom now on\b|\bpretend (?:to be|you|that)\b|\brole-?play\b"
            r"|(?:^\W*|\bplease )act as\b|\bdeveloper mode\b|\bjailbreak",
            r"\b(?:end|start|begin|finish|open|close) (?:every|each|all|your|the next)\b"
            r"[^.!?]{0,25}\bwith\b",
            rf"{_NOW}(?:praise|compliment|congratulate|hire|recommend|promise|offer|give|award|grant)"
            rf"\s+(?:{_WHOM}|this answer)\b",
            r"\bthe (?:code ?word|magic word|canary|secret word|password)\b",
            r"^\W*you (?:will|must|shall|have to|should)\b[^.!?]{0,25}\b(?:say|ask|answer|reply"
            r"|tell|respond|speak|output|mention|repeat|praise|offer|promise)\b",
        )
    ),
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[:“\"]\W*$")


def without(text: str) -> str:
    """The text with white space where it gives an order, or steers a judge."""
    for start, end in spans(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=2048)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where such sentences stand, as (start, end); what follows a colon belongs to the order."""
    found = set(injection.spans(text))
    goes_on = False
    for start, end in cut(text):
        sentence = text[start:end].replace("’", "'")
        if goes_on or _ORDERS.search(sentence):
            found.add((start, end))
            goes_on = bool(_GOES_ON.search(sentence))
    return tuple(sorted(found))
