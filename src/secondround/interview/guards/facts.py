"""Sees to it that every figure, name, day and quotation in a line stands in a source."""

import re
from collections.abc import Iterator
from functools import lru_cache

from secondround.critique.numbers import amounts, known_amounts
from secondround.domain.interview import MoveKind
from secondround.interview.guards.ground import ground, ordinary, stem, with_the_question, words
from secondround.interview.guards.reading import QUOTED, own_words, sentences, straight
from secondround.interview.similarity import stems
from secondround.ports import Scene

SUPPORTED = 0.5
"""Share of the words that carry meaning, 0..1, that a claim must have in common with its source."""
ENOUGH_WORDS = 3
"""Words that carry meaning from which a sentence is a claim that can be looked up."""

_HARMLESS = 10
_SPAN_OF_TIME = re.compile(
    r"(?i)\b(?:\d+|[a-z]+(?:-[a-z]+)?)[\s-]+(?:minute|second)s?\b"
    r"|\b(?:first|next|coming|initial|opening)\s+(?:\d+|[a-z]+(?:-[a-z]+)?)[\s-]+"
    r"(?:day|hour|week|month)s?\b"
)
_CURRENCY = {
    "£": re.compile(r"(?i)£|\b(?:pounds?|gbp|sterling|quid)\b"),
    "$": re.compile(r"(?i)\$|\b(?:dollars?|usd|bucks)\b"),
    "€": re.compile(r"(?i)€|\b(?:euros?|eur)\b"),
}
_SUM = r"(?:\s?\d|\d[\d.,]*\s?(?:k|m|bn|thousand|million|billion)?\s?)"
_NAME = re.compile(r"(?<![\w'])[^\W\d_a-z]\w*(?:[-&'.]\w+)*|(?<![\w'])[a-z]+[A-Z]\w*")
_OPENS = re.compile(r"(?:^|[.?!:;…–—(])[\s\"“'(]*$")
_FIRST_PERSON = re.compile(r"I(?:'\w+)?$")
_NO_NAMES = frozenset(
    "cv hr it ok english mr ms mrs dr prof st kpi pm am faq q&a good hello hi hey welcome thank "
    "certainly sure fine understood alright noted agreed absolutely indeed morning afternoon "
    "evening interesting tell say says said please sorry".split()
)
_SUFFIX = re.compile(r"(?:ing|ly|ed|tion|ment|ness|ity|n't)$")
_DAYS = re.compile(
    r"(?i)\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june"
    r"|july|september|october|november|december|christmas|easter)s?\b"
)
_ANY_DAY = re.compile(
    r"(?i)\b(?:an?|any|every|each|one|some|another|typical|usual|ordinary|normal|busy|quiet)\s+"
    r"(?:[a-z]+\s+)?$"
)
_AFTER_A_NAME = re.compile(
    r"(?i)\s*(?:'s\b|(?:is|was|has|had|said|says|told|tells|asked|asks|mentioned|wants|wanted|thinks"
    r"|thought|runs|ran|leads|led|plans|planned|opened|opens|will|would|wrote|writes|raised|noted"
    r"|and (?:i|we|[A-Z]))\b)"
)
_ATTRIBUTED = re.compile(
    r"(?i)\byou(?:'ve| have)?(?: just| also| earlier)* (?:said|told (?:me|us|\w+(?: \w+)?)"
    r"|mentioned|wrote|spoke of|talked about|described|claimed|explained)\b"
    r"(?P<what>[^.?!;:“”\"]*)(?=[.?!;:])"
)
_OF_US = re.compile(
    r"(?i)\b(?:we|our|ours|us|here|the (?:company|team|role|job|department|firm))\b"
)
_DISCLAIMS = re.compile(
    r"(?i)\b(?:can't|cannot|can not|couldn't|don't|do not|doesn't|does not|not (?:know|sure|say)"
    r"|nothing|no (?:idea|more|word)|rather not|would rather|leave (?:that|it)|recruiter"
    r"|put (?:it|that)|ask (?:it|that|them)|keep (?:it|that)|stand in|program"
    r"|from what i have|have (?:about|from)"
    r"|as far as|is written|puts it|unable)\b"
)
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def figures(text: str, scene: Scene) -> str:
    """Objects to an amount, or its currency, that nobody and nothing has given."""
    claims = _SPAN_OF_TIME.sub(" ", text)
    found = [(f, key) for f, key in amounts(claims) if _counts(key) and not claims.endswith(f)]
    if not found:
        return ""
    source = ground(scene)
    known = _known_amounts(source)
    for written, key in found:
        if not {key, key.removesuffix("%")} & known and not _of_this_talk(key, scene):
            return f"it must not give a figure that stands nowhere: {written}"
    for sign, pattern in _CURRENCY.items():
        if _in_currency(claims, pattern) and not pattern.search(source):
            return f"it must not give a currency that stands nowhere: {sign}"
    return ""


def names(text: str, scene: Scene) -> str:
    """Objects to a name of somebody, something, a place or a day that is in no source."""
    for sentence in sentences(own_words(text, scene)):
        found = [*_names(sentence), *_days(sentence)]
        known = words(_allowed(sentence, scene)) if found else frozenset()
        for name in found:
            if not _known(name, known):
                return f"it must not name what stands in no source: {name}"
    return ""


def quotations(text: str, scene: Scene) -> str:
    """Objects to words in quotation marks that are not verbatim."""
    closed = [next(filter(None, m.groups()), "") for m in QUOTED.finditer(text) if _closed(m, text)]
    source = _plain(with_the_question(scene)) if closed else ""
    wrong = [quote for quote in closed if _plain(quote).strip(" .,;:!?…-") not in source]
    return f"it must quote word for word: {wrong[0]}" if wrong else ""


def attributions(text: str, scene: Scene) -> str:
    """Objects to “you said that …” where nothing of the kind was said or written."""
    for match in _ATTRIBUTED.finditer(own_words(text, scene)):
        if not _supported(match["what"], with_the_question(scene), 2):
            return "it must not put words into the candidate's mouth"
    return ""


def claims(text: str, scene: Scene) -> str:
    """Objects to a sentence of a reply about the company that the materials do not bear out."""
    if scene.move.kind is not MoveKind.REPLY:
        return ""
    for sentence in sentences(own_words(text, scene)):
        told = _claims(sentence) and _OF_US.search(sentence) and "“-”" not in sentence
        if told and not _supported(sentence, ground(scene), ENOUGH_WORDS):
            return "it must say no more of the company than the materials do"
    return ""


def _counts(key: str) -> bool:
    """Whether a figure says something: shares and sums do, “two of you” does not."""
    digits = key.removesuffix("%")
    if not digits.replace(".", "").isdigit():
        return False
    return key.endswith("%") or float(digits) > _HARMLESS


def _of_this_talk(key: str, scene: Scene) -> bool:
    return key == str(scene.interview.minutes)


@lru_cache(maxsize=16)
def _known_amounts(source: str) -> frozenset[str]:
    known = known_amounts(source)
    return frozenset(known | {figure.partition(".")[0] for figure in known})


def _in_currency(text: str, currency: re.Pattern[str]) -> bool:
    """Whether a sum in it is given in that currency."""
    return any(
        re.search(r"\d\W*$", text[: m.start()]) or re.match(r"\W*\d", text[m.end() :])
        for m in currency.finditer(text)
    )


def _allowed(sentence: str, scene: Scene) -> str:
    """What a sentence may name; one that claims nothing may name what it was asked about."""
    return ground(scene) if _claims(sentence) else with_the_question(scene)


def _claims(sentence: str) -> bool:
    """Whether it is whole, no question, and says more than that one cannot say."""
    return sentence.endswith((".", "!")) and not _DISCLAIMS.search(sentence)


def _names(sentence: str) -> Iterator[str]:
    """Capitalised words; one that opens a sentence only where it cannot be anything else."""
    found = list(_NAME.finditer(sentence))
    for i, match in enumerate(found):
        name = match.group().strip(".'")
        lower = stem(name)
        if _FIRST_PERSON.match(name) or lower in _NO_NAMES or len(lower) < 2:
            continue
        alone = not any(_adjacent(sentence, found, j) for j in (i - 1, i))
        common = lower in ordinary() and name[1:].islower()
        if common and (alone or _OPENS.search(sentence[: match.start()])):
            continue
        if _OPENS.search(sentence[: match.start()]) and not _opens_as_a_name(sentence, match):
            continue
        if not _ANY_DAY.search(sentence[: match.start()]) or not _DAYS.fullmatch(name):
            yield name


def _adjacent(sentence: str, found: list[re.Match[str]], i: int) -> bool:
    """Whether the name at i and the next one stand beside each other."""
    if not 0 <= i < len(found) - 1 or _FIRST_PERSON.match(found[i + 1].group()):
        return False
    return sentence[found[i].end() : found[i + 1].start()] == " "


def _opens_as_a_name(sentence: str, match: re.Match[str]) -> bool:
    name, rest = match.group(), sentence[match.end() :]
    if _DAYS.fullmatch(name) or not name[1:].islower():
        return True
    if _SUFFIX.search(name):
        return False
    return bool(_AFTER_A_NAME.match(rest) or re.match(r" (?!I\b)[A-Z]\w", rest))


def _days(sentence: str) -> Iterator[str]:
    for match in _DAYS.finditer(sentence):
        if match.group().islower() and not _ANY_DAY.search(sentence[: match.start()]):
            yield match.group()


def _known(name: str, known: frozenset[str]) -> bool:
    parts = [part for part in re.split(r"[-&.]", name) if part]
    return stem(name) in known or all(stem(part) in known for part in parts)


def _closed(match: re.Match[str], text: str) -> bool:
    """Whether the quotation has come to its end, or the line has."""
    return (len(match.group()) > 1 and match.group()[-1] in "”\"'") or text.endswith("\n")


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return " ".join(straight(text).translate(_MARKS).casefold().split())


def _supported(claim: str, source: str, enough: int) -> bool:
    wanted = set(stems(claim))
    if len(wanted) < enough:
        return True
    return len(wanted & _stems(source)) >= SUPPORTED * len(wanted)


@lru_cache(maxsize=16)
def _stems(source: str) -> frozenset[str]:
    return frozenset(stems(source))
