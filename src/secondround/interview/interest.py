"""Weighs what in the materials concerns whom: topics, names, and the competency a line is about."""

import re
from random import Random

from secondround.domain.interview import Persona
from secondround.domain.materials import BriefLine, PersonaKind, Topic
from secondround.interview.personas import first_name

TOPICS: dict[PersonaKind, dict[Topic, float]] = {
    PersonaKind.TEAMMATE: {
        Topic.PROBLEM: 3.0,
        Topic.DUTY: 2.0,
        Topic.PROMISE: 1.5,
        Topic.CLAIM: 1.5,
        Topic.CONCERN: 1.5,
        Topic.FACT: 1.0,
    },
    PersonaKind.MANAGER: {
        Topic.CONCERN: 3.5,
        Topic.PROMISE: 3.0,
        Topic.CLAIM: 2.5,
        Topic.PROBLEM: 2.0,
        Topic.DUTY: 1.5,
        Topic.FACT: 0.5,
    },
    PersonaKind.EXECUTIVE: {
        Topic.FACT: 3.0,
        Topic.CLAIM: 3.0,
        Topic.CONCERN: 2.5,
        Topic.PROBLEM: 2.0,
        Topic.DUTY: 0.5,
        Topic.PROMISE: 0.5,
    },
}
"""How much each kind of interviewer wants to ask about what."""
NAMED, CARES, TELLING, WHIM = 2.5, 1.0, 1.5, 2.0
"""What it adds that a line names the persona, is on their minds, tells a change; and chance."""

AGAIN = 2.0
"""What it takes away that the persona asks about that topic already."""

_CHANGE = re.compile(
    r"(?i)\b(?:from .+ to|halved|doubled|tripled|saved|cut|reduced|raised|grew|fell|rose)\b"
)
_CUES = {
    "motivation": r"stay|employers?|join\w*|why a",
    "leadership": r"team of|led|lead|manag\w+|turnover|train\w*|staff|supervis\w+",
    "influence": r"votes?|persuad\w+|convinc\w+|board|members?|sponsor\w*",
    "conflict": r"blam\w+|disagree\w*|disput\w+|argu\w+|tension|shout\w*",
    "collaboration": r"hand-?overs?|together|each other|between|both|teams",
    "communication": r"explain\w*|present\w*|report\w*|inform\w*|writ\w+",
    "quality": r"mistakes?|errors?|quality|safety|defects?|standards?|certificate",
    "customer_focus": r"customers?|clients?|patients?|complaints?|users?|guests?",
    "prioritisation": r"busy|capacity|christmas|peak|workload|same \w+|short of|not been replaced",
    "delivery": r"late|deadlines?|on time|deliver\w*|launch\w*|routes?|cut|reduc\w+|saved",
    "adaptability": r"new|never|chang\w+|switch\w*|being built|from nothing",
    "strategy": r"growth|grow|market|expan\w+|invest\w*|cost|sales|aims?|plan for",
    "judgement": r"decid\w+|decisions?|risks?|nobody agrees|trade-?off",
    "learning": r"course|learn\w*|qualif\w+|refresher|experience (?:of|with|in)",
    "ownership": r"set up|started|responsib\w+|promis\w+|would",
}
_PATTERNS = {name: re.compile(rf"(?i)\b(?:{cues})\b") for name, cues in _CUES.items()}
_OTHERWISE = {
    Topic.CONCERN: "adaptability",
    Topic.PROMISE: "ownership",
    Topic.CLAIM: "delivery",
    Topic.PROBLEM: "judgement",
    Topic.FACT: "motivation",
    Topic.DUTY: "ownership",
}


def weight(line: BriefLine, persona: Persona, rng: Random) -> float:
    """How much the persona wants to ask about the line; chance may turn the scales."""
    return fit(line, persona) + WHIM * rng.random()


def fit(line: BriefLine, persona: Persona) -> float:
    """How much the line concerns the persona."""
    total = TOPICS[persona.kind].get(line.topic, 0.0)
    if names(line, first_name(persona)):
        total += NAMED
    if competency(line, persona) in persona.cares_about[:5]:
        total += CARES
    if line.topic is Topic.CLAIM and _CHANGE.search(line.text):
        total += TELLING
    return total


def names(line: BriefLine, name: str) -> bool:
    """Whether the line names somebody of that first name; "" is nobody's."""
    return bool(name) and bool(re.search(rf"\b{re.escape(name)}\b", f"{line.about} {line.text}"))


def competency(line: BriefLine, persona: Persona) -> str:
    """The competency a line is about; in doubt the one the persona cares about most."""
    if line.topic is Topic.FACT:
        return "motivation"
    hits = {name: len(pattern.findall(line.text)) for name, pattern in _PATTERNS.items()}
    most = max(hits.values())
    if not most:
        return _OTHERWISE.get(line.topic, persona.cares_about[0])
    return min((n for n, hit in hits.items() if hit == most), key=lambda n: _rank(n, persona))


def _rank(name: str, persona: Persona) -> int:
    caring = persona.cares_about
    return caring.index(name) if name in caring else len(caring)
