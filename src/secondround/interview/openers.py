"""Makes a question out of something in the materials: a doubt, a promise, a figure, a problem.

A question says the words of the source, turned to the candidate where that is safe and quoted where
it is not. A note that would come out wrong either way makes no question.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondround.critique.numbers import amounts
from secondround.domain.interview import Persona, QuestionKind
from secondround.domain.materials import BriefLine, Kind, Passage, Topic
from secondround.interview.asks import ASKS, least_used
from secondround.interview.guards import off_limits
from secondround.interview.personas import first_name
from secondround.interview.sayable import first_sentence, sayable
from secondround.interview.second_person import (
    as_promise,
    begins_in_the_past,
    first_person,
    to_you,
    turn,
)

LONGEST = 40
"""Words of a question."""

_DANGLING = re.compile(r"(?i)^(?:it|its|they|their|this|that|these|those|he|she|his|her|such|so)\b")
_SPEAKER = re.compile(r"^([A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?\s*:\s+")
_ASKED = re.compile(
    r"(?i)^(?:(?:they|he|she|both|everyone|[A-Z][\w'’-]+|the \w+(?: \w+)?)\s+)?"
    r"(?:(?:was|were|is|are|had|has|seemed?|sounded|felt|looked|also|then|really|clearly)\s+)*"
    r"(?:(?:a (?:bit|little)|not (?:so |quite )?|some|openly)\s*)?"
    r"(?:worr(?:ied|y|ies)|concern(?:ed|s)?|asked|wonder(?:ed|s)?|wanted to know|unsure|sure"
    r"|hesitant|hesitat(?:ed|es)|sceptical|skeptical|doubt(?:ed|s|ful)?|reservations?|questions?"
    r"|pushed(?: back)?|pressed|probed|questioned|felt|thought|feared|noted|remarked|mentioned)"
    r"(?: me| twice| again| a lot| hard)*"
    r"(?: (?P<link>about|on|over|whether|if|that|why|how|what))? (?P<rest>.+)$"
)
_NEGATIVE = re.compile(
    r"(?i)\b(?:never|no|not|nothing|little|lack\w*|without|only|few|yet to)\b|n['’]t\b"
)
_LAPSE = re.compile(r"(?i)\b(?:r[au]n out|expired?|lapsed?|overdue|out of date|still missing)\b")
_STAYING = re.compile(r"(?i)\b(?:stay\w*|employers?|job[- ]?hop\w*|loyal\w*|how long|moved? on)\b")
_UNTIL_NOW = re.compile(
    r",? (?:before|until|till|when|by the time) we (?:next )?(?:meet|speak|talk|see each other)"
    r"(?: again| next)?$"
)
_PAPER = re.compile(r"(?i)\b(?:plan|proposal|outline|draft|ideas?|sketch|presentation|thoughts)\b")
_VISIT = re.compile(r"(?i)\b(?:come|go|visit|attend|join|meet)\b")
_THIRD_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_REQUIREMENT = re.compile(
    r"(?i)(?:an?|the|you|your|we|our|some|several|plain|good|strong|excellent|solid|proven|sound"
    r"|experienced?|willing\w*|ability|able|knowledge|understanding|fluent|degree|minimum|at least"
    r"|certifi\w+|qualifi\w+|comfort\w*|confident|ideally|must|previous"
    r"|\d+\+?)\b|.*\byears?[’']? of\b"
)
_REQUIREMENTS = re.compile(
    r"(?i)look(?:ing)? for|requir|you bring|you need|a plus|desirable|essential|qualif|about you"
    r"|who you are|profile|skills|person spec|benefits|we offer|how we work|how to apply|why this"
)
_OWN_DOING = re.compile(
    r"(?i)\b(?:plans?|aims?|put (?:off|back)|opened|invest\w*|pays?|publish\w*|decid\w+|every"
    r"|belongs?|moved?|launch\w*|chose|starts?|started|won|built|grew|employs?|trains?|own(?:s|ed))\b"
)
_HEARSAY = re.compile(r"(?i)\b(?:says?|said|told|explains?|adds|according)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RIVALS = re.compile(r"(?i)compet|rival|alternativ|market")


@dataclass(frozen=True)
class Opener:
    """A question that came out of the materials."""

    text: str
    kind: QuestionKind
    passages: tuple[Passage, ...]
    ask: str
    """The phrase that asks, so that a panel does not wear one out."""


@dataclass(frozen=True)
class Material:
    """What openers may know beside the line they are made of."""

    company: str
    """"" where it is not known: then no fact about it is asked."""
    people: Collection[str]
    """First names of those whom the candidate met or will meet."""
    other_figures: Mapping[BriefLine, tuple[str, Passage]]
    """Claims that the CV puts another figure on, with that figure and where it stands."""
    asks: Counter[str]
    """How often each phrase has been used in this panel."""


def opener(
    line: BriefLine, persona: Persona, material: Material, rng: random.Random
) -> Opener | None:
    """The question this persona would make of the line; None where it makes none."""
    said = sayable(line)
    if not said:
        return None
    for frame in _MAKERS.get(line.topic, ()):
        for lead, asks, kind in frame(said, line, persona, material):
            ask = least_used(asks, material.asks, rng)
            text = f"{lead} {ask}"
            if len(text.split()) <= LONGEST and not off_limits(text):
                return Opener(text, kind, _sources(line, material), ask)
    return None


_Found = Iterator[tuple[str, Sequence[str], QuestionKind]]
"""What leads up to the question, phrases that ask it, and its kind."""

_B, _S, _M = QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION


def _sources(line: BriefLine, material: Material) -> tuple[Passage, ...]:
    other = material.other_figures.get(line)
    return (*line.passages, other[1]) if other else line.passages


def _concern(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del line
    speaker = _SPEAKER.match(said)
    point = said[speaker.end() :] if speaker else said
    who = speaker.group(1) if speaker and speaker.group(1) in material.people else ""
    raised = _raised(who, persona)
    asks, kind = _asks_about(point)
    if not speaker and (reported := _ASKED.match(first_sentence(point).rstrip("?!"))):
        yield from _reported(reported, point)
    elif first_person(point) and (clause := to_you(first_sentence(point))):
        yield f"{raised} {clause}.", asks, kind
    elif not _DANGLING.match(point) and (fragment := _without_question(point)):
        yield f"One point from last time: “{fragment}”.", asks, kind


def _raised(who: str, persona: Persona) -> str:
    if not who:
        return "The point came up last time that"
    if who == first_name(persona):
        return "Last time I raised the point that"
    return f"{who} raised the point last time that"


def _asks_about(point: str) -> tuple[Sequence[str], QuestionKind]:
    if _STAYING.search(point):
        return ASKS["stay"], _M
    if _LAPSE.search(point):
        return ASKS["mended"], _B
    return ASKS["closest" if _NEGATIVE.search(point) else "answer"], _B


def _reported(reported: re.Match[str], point: str) -> _Found:
    """`Joe asked whether I could cope` and the like."""
    link, rest = (reported["link"] or "").lower(), turn(reported["rest"])
    asks, kind = _asks_about(point)
    if rest is None:
        return
    if link in ("about", "on", "over") or (not link and rest.startswith("your ")):
        yield f"Last time there was a question about {rest}.", asks, kind
    elif link in ("whether", "if"):
        yield f"The question last time was whether {rest}.", asks, kind
    elif link in ("why", "how", "what"):
        yield (
            f"The question last time was {link} {rest}.",
            ASKS["today"],
            _M if link == "why" else _S,
        )
    elif link == "that" or rest.startswith("you "):
        yield f"The point came up last time that {rest}.", asks, kind


def _without_question(point: str) -> str:
    """The point without the question at its end: `three employers, would I stay?`."""
    first = first_sentence(point)
    if first.endswith("?"):
        first = first.rpartition(",")[0]
    about_them = not first_person(first) and turn(first) is not None
    return first if about_them and len(first.split()) > 1 else ""


def _promise(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del line, material
    note = _UNTIL_NOW.sub("", first_sentence(said))
    promise = as_promise(note)
    addressed = _addressed(promise, persona) if promise else None
    if addressed is None:
        return
    if _PAPER.search(note):
        yield f"{addressed}.", ASKS["paper"], _S
    yield f"{addressed}.", ASKS["visit" if _VISIT.search(note) else "kept"], _B


def _addressed(promise: str, persona: Persona) -> str | None:
    """The promise as its receiver would say it; None where the pronouns would not fit any more."""
    first = re.escape(first_name(persona))
    if not first or not re.search(rf"\b{first}\b", promise):
        return promise
    if _THIRD_PERSON.search(promise):
        return None
    return re.sub(rf"\b{first}\b", "me", re.sub(rf"\b{first}['’]s\b", "my", promise))


def _claim(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del persona
    if not _gives_a_figure(said) or _DANGLING.match(said):
        return
    said_so, gave_it = _whence(line)
    clause = to_you(said)
    other = material.other_figures.get(line)
    if clause and clause.startswith("you ") and other:
        yield f"Last time you said that {clause}, and your CV has {other[0]}.", ASKS["figure"], _B
    if clause and clause.startswith("you "):
        yield f"{said_so} {clause}.", ASKS["part"], _B
    elif not first_person(said) and _tells_a_change(said):
        yield f"{gave_it}: “{said}”.", ASKS["part"], _B


def _whence(line: BriefLine) -> tuple[str, str]:
    """How a claim is led in, told and quoted: by the CV, by the talk, or by the candidate alone."""
    if line.in_own_words:
        return "You say of yourself that", "This figure is yours"
    if all(passage.kind is Kind.RESUME for passage in line.passages):
        return "Your CV says that", "Your CV has this figure"
    return "Last time you said that", "You gave us this figure last time"


def _gives_a_figure(said: str) -> bool:
    """Whether it has a figure that is not just a year."""
    return any(not _YEAR.fullmatch(key) for _, key in amounts(said))


def _tells_a_change(sentence: str) -> bool:
    words = sentence.split()
    return any(begins_in_the_past(" ".join(words[i:])) for i in range(1, len(words) - 1))


def _problem(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del persona, material
    if first_person(said) or _DANGLING.match(said):
        return
    met = any(passage.kind is Kind.FIRST_INTERVIEW for passage in line.passages)
    lead = "You heard about this last time" if met else "One of our problems is this"
    yield f"{lead}: “{_ended(said)}”", ASKS["problem"], _S


def _duty(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    """Only what one does in the job; what one must bring along for it is no story to ask for."""
    del persona, material
    headings = " ".join(passage.heading for passage in line.passages)
    bring = _REQUIREMENT.match(said) or _REQUIREMENTS.search(headings)
    if not bring and not first_person(said) and not _DANGLING.match(said):
        yield f"This is part of the job: “{_ended(first_sentence(said))}”", ASKS["duty"], _B


def _fact(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    """Only what the sentence says of the company itself, and only what it does or means to do."""
    del persona
    own = bool(material.company) and said.lower().startswith(material.company.lower())
    telling = _OWN_DOING.search(said) and not _HEARSAY.search(said)
    headings = " ".join(passage.heading for passage in line.passages)
    if own and telling and not line.stale and not _RIVALS.search(headings):
        yield f"You may have read this about us: “{_ended(said)}”", ASKS["fact"], _M


def _ended(said: str) -> str:
    return said if said.endswith((".", "!")) else f"{said}."


_Maker = Callable[[str, BriefLine, Persona, Material], _Found]
_MAKERS: Mapping[Topic, tuple[_Maker, ...]] = {
    Topic.CONCERN: (_concern,),
    Topic.PROMISE: (_promise,),
    Topic.CLAIM: (_claim,),
    Topic.PROBLEM: (_problem,),
    Topic.DUTY: (_duty,),
    Topic.FACT: (_fact,),
}
