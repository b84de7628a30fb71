"""Weighs what in the materials concerns whom: topics, names, and the competency a line is about."""

import re
from functools import lru_cache
from random import Random

from secondround.domain.interview import Persona
from secondround.domain.materials import Aspect, BriefLine, PersonaKind, Topic
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
ASKED = tuple(TOPICS[PersonaKind.MANAGER])
"""Topics that a question can be made of."""
NAMED, CARES, TELLING, MEANT, DATED, MARKED, WHIM = 2.5, 1.5, 1.5, 3.0, 1.5, 1.0, 2.0
"""What it adds that a line names the persona, is on their minds (at full weight), tells a change,
is noted as a doubt, is a dated fact, is marked as worth coming back to; and chance."""

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
_DOUBTS = re.compile(
    r"(?i)\b(?:doubt|worr|concern|red flag|reservation|hesita|unsure|weak|against me)"
)
_DIRECTION = (Aspect.STRATEGY, Aspect.NEWS, Aspect.VALUE)
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
    total += CARES * persona.weights.get(competency(line, persona), 0.0)
    if line.topic is Topic.CLAIM and _CHANGE.search(line.text):
        total += TELLING
    if line.topic is Topic.CONCERN:
        total += MEANT * any(_DOUBTS.search(passage.heading) for passage in line.passages)
    if line.topic is Topic.FACT:
        total += DATED * (line.date is not None) + (line.aspect in _DIRECTION)
    return total + MARKED * line.callback


def names(line: BriefLine, name: str) -> bool:
    """Whether the line names somebody of that first name; "" is nobody's."""
    return bool(name) and bool(re.search(rf"\b{re.escape(name)}\b", f"{line.about} {line.text}"))


def competency(line: BriefLine, persona: Persona) -> str:
    """The competency a line is about; in doubt the one the persona cares about most."""
    if line.topic is Topic.FACT:
        return "motivation"
    about = cued(line.text)
    if not about:
        return _OTHERWISE.get(line.topic, next(iter(persona.weights)))
    return max(about, key=lambda name: persona.weights.get(name, 0.0))


@lru_cache(maxsize=4096)
def cued(text: str) -> tuple[str, ...]:
    """The competencies that most words of a text speak of; none where no word does."""
    hits = {name: len(pattern.findall(text)) for name, pattern in _PATTERNS.items()}
    most = max(hits.values())
    return tuple(name for name, hit in hits.items() if hit == most) if most else ()
