"""Makes a question out of something in the materials: a doubt, a promise, a figure, a problem.

A question says the words of the source, turned to the candidate where that is safe and quoted where
it is not. A note that would come out wrong either way makes no question. How the question is led up
to and asked is the persona's own: knowledge/phrases/asks.yaml.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from secondround.critique.numbers import amounts
from secondround.domain.interview import Persona, QuestionKind
from secondround.domain.materials import BriefLine, Kind, Passage, Topic
from secondround.interview.aloud import hangs, liked, private, required, without_aside
from secondround.interview.asks import least_used, ways
from secondround.interview.company_facts import tells_of
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
    r"|pushed(?: back)?|pressed|probed|questioned|felt|feels|thought|thinks?|believe[sd]?"
    r"|feared|fears|noted|remarked|mentioned)"
    r"(?: me| twice| again| a lot| hard)*"
    r"(?: (?P<link>about|on|over|whether|if|that|why|how|what))? (?P<rest>.+)$"
)
_NEGATIVE = re.compile(
    r"(?i)\b(?:never|no|not|nothing|little|lack\w*|without|only|few|yet to)\b|n['’]t\b"
)
_CLAUSE = re.compile(r"your (?:(?!wh|that)[\w-]+ ){1,3}(?:was|were|is|are|has|had|would|could)\b")
_LAPSE = re.compile(r"(?i)\b(?:r[au]n out|expired?|lapsed?|overdue|out of date|still missing)\b")
_STAYING = re.compile(r"(?i)\b(?:stay\w*|employers?|job[- ]?hop\w*|loyal\w*|how long|moved? on)\b")
_UNTIL_NOW = re.compile(
    r",?(?: (?:a|one|two) (?:days?|weeks?))? "
    r"(?:before|until|till|when|by the time) we (?:next )?(?:meet|speak|talk|see each other)"
    r"(?: again| next)?$"
)
_PAPER = re.compile(r"(?i)\b(?:plan|proposal|outline|draft|ideas?|sketch|presentation|thoughts)\b")
_VISIT = re.compile(r"(?i)\b(?:come|go|visit|attend|join|meet)\b")
_THIRD_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"you (?:\w+ )?(?:said|told|asked|mentioned|explained|think|guess|checked"
    r"|looked (?:it|that) up)\b"
)
_ADVERB = re.compile(r"(?:also|then|only|just|once|even|still|\w+ly) ")
_TELLS = re.compile(r"(?:^your |\byou(?:['’]\w+)? (?!since|at|in|on|for|and|or|with|by|to|as)\w+)")
_CALLS = re.compile(r"^[A-Z]{4,}:\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    line: BriefLine,
    persona: Persona,
    material: Material,
    rng: random.Random,
    kinds: Collection[QuestionKind] = frozenset(QuestionKind),
) -> Opener | None:
    """The question of one of these kinds that this persona would make of the line, if any."""
    said, maker = sayable(line), _MAKERS.get(line.topic)
    points = maker(said, line, persona, material) if maker and said else ()
    for point in (point for point in points if point.kind in kinds):
        lead = rng.choice(ways(point.lead, persona)).format(**point.fields)
        room = LONGEST - len(lead.split())
        asks = [ask for ask in ways(point.ask, persona) if len(ask.split()) <= room]
        ask = least_used(asks, material.asks, rng) if asks else ""
        if ask and not off_limits(text := f"{lead} {ask}"):
            return Opener(text, point.kind, _sources(line, material), ask)
    return None


@dataclass(frozen=True)
class _Point:
    """What can be asked about, in whose words it will be said."""

    lead: str
    """The name of the lead-ins, which `fields` complete."""
    fields: Mapping[str, str]
    ask: str
    """The name of the phrases that ask."""
    kind: QuestionKind


_Found = Iterator[_Point]

_B, _S, _M = QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION


def _sources(line: BriefLine, material: Material) -> tuple[Passage, ...]:
    other = material.other_figures.get(line)
    return (*line.passages, other[1]) if other else line.passages


def _concern(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del line
    speaker = _SPEAKER.match(said)
    point = said[speaker.end() :] if speaker else said
    who = speaker.group(1) if speaker and speaker.group(1) in material.people else ""
    if private(first_sentence(point)):
        return
    ask, kind = _asks_about(point)
    if not speaker and (reported := _ASKED.match(first_sentence(point).rstrip("?!"))):
        yield from _reported(reported, point)
        return
    point = without_aside(first_sentence(point))
    if hangs(point):
        return
    if first_person(point) and _TELLS.search(clause := to_you(first_sentence(point)) or ""):
        yield _Point(_raised(who, persona), {"who": who, "clause": clause}, ask, kind)
    elif not _DANGLING.match(point) and (fragment := _without_question(point)):
        yield _Point("point", {"quote": fragment}, ask, kind)


def _raised(who: str, persona: Persona) -> str:
    if not who:
        return "raised"
    return "raised_by_me" if who == first_name(persona) else "raised_by"


def _asks_about(point: str) -> tuple[str, QuestionKind]:
    if _STAYING.search(point):
        return "stay", _M
    if _LAPSE.search(point):
        return "mended", _B
    return "closest" if _NEGATIVE.search(point) else "answer", _B


def _reported(reported: re.Match[str], point: str) -> _Found:
    """`Joe asked whether I could cope` and the like."""
    link, rest = (reported["link"] or "").lower(), turn(reported["rest"])
    ask, kind = _asks_about(point)
    if rest is None or liked(rest) or hangs(reported["rest"]):
        return
    a_thing = not link and rest.startswith("your ") and not _CLAUSE.match(rest)
    if link in ("about", "on", "over") or a_thing:
        yield _Point("asked_about", {"rest": rest}, ask, kind)
    elif link in ("whether", "if"):
        yield _Point("asked_whether", {"rest": rest}, ask, kind)
    elif link in ("why", "how", "what"):
        kind = _M if link == "why" else _S
        yield _Point("asked_how", {"link": link, "rest": rest}, "today", kind)
    elif link == "that" or rest.startswith(("you ", "your ")):
        yield _Point("raised", {"clause": rest}, ask, kind)


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
    promise = None if hangs(note) else as_promise(note)
    addressed = _addressed(promise, persona) if promise else None
    if addressed is None:
        return
    if _PAPER.search(note):
        yield _Point("promised", {"promise": addressed}, "paper", _S)
    ask = "visit" if _VISIT.search(note) else "kept"
    yield _Point("promised", {"promise": addressed}, ask, _B)


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
    told, quoted = _whence(line)
    clause = to_you(said)
    other = material.other_figures.get(line)
    if clause and _SAYING.match(clause):
        return
    if clause and clause.startswith("you ") and other:
        yield _Point("two_figures", {"clause": clause, "other": other[0]}, "figure", _B)
    if clause and clause.startswith("you "):
        yield _Point(told, {"clause": clause}, "part" if _a_deed(clause) else "state", _B)
    elif not first_person(said) and _tells_a_change(said):
        yield _Point(quoted, {"quote": said}, "part", _B)


def _a_deed(clause: str) -> bool:
    """Whether something was done there: `you cut costs`, not `you lead 620 people`."""
    return begins_in_the_past(_ADVERB.sub("", clause.removeprefix("you ")))


def _whence(line: BriefLine) -> tuple[str, str]:
    """How a claim is led in, told and quoted: by the CV, by the talk, or by the candidate alone."""
    if line.in_own_words:
        return "you_say", "your_figure"
    if all(passage.kind is Kind.RESUME for passage in line.passages):
        return "cv_says", "cv_figure"
    return "talk_said", "talk_figure"


def _gives_a_figure(said: str) -> bool:
    """Whether it has a figure that is not just a year."""
    return any(not _YEAR.fullmatch(key) for _, key in amounts(said))


def _tells_a_change(sentence: str) -> bool:
    words = sentence.split()
    return any(begins_in_the_past(" ".join(words[i:])) for i in range(1, len(words) - 1))


def _problem(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del persona, material
    said = _CALLS.sub("", said)
    if first_person(said) or _DANGLING.match(said):
        return
    met = any(passage.kind is Kind.FIRST_INTERVIEW for passage in line.passages)
    yield _Point("heard_problem" if met else "our_problem", {"quote": _ended(said)}, "problem", _S)


def _duty(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    """Only what one does in the job; what one must bring along for it is no story to ask for."""
    del persona, material
    headings = " ".join(passage.heading for passage in line.passages)
    if not required(said, headings) and not first_person(said) and not _DANGLING.match(said):
        quote = {"quote": _ended(first_sentence(said))}
        yield _Point("the_duty", quote, "duty", _B)
        yield _Point("the_duty", quote, "duty_ahead", _S)


def _fact(said: str, line: BriefLine, persona: Persona, material: Material) -> _Found:
    del persona
    if tells_of(material.company, said, line):
        yield _Point("the_fact", {"quote": _ended(said)}, "fact", _M)


def _ended(said: str) -> str:
    return said if said.endswith((".", "!")) else f"{said}."


_Maker = Callable[[str, BriefLine, Persona, Material], _Found]
_MAKERS: Mapping[Topic, _Maker] = {
    Topic.CONCERN: _concern,
    Topic.PROMISE: _promise,
    Topic.CLAIM: _claim,
    Topic.PROBLEM: _problem,
    Topic.DUTY: _duty,
    Topic.FACT: _fact,
}
