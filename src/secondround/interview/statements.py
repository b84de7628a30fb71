"""Holds two sentences against each other: do they speak of one thing and say it differently?

Wrongly told that one has contradicted oneself is worse than not being told. So a difference counts
only where nearly all the words of the shorter sentence are in the other, nothing says that another
time, place, part or plan is meant, and exactly one thing differs.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from secondround.interview.measures import agrees, other_figure
from secondround.interview.quantities import MONEY, PERCENT, SPANS, Quantity, quantities
from secondround.interview.similarity import stems

ALIKE = 0.8
"""The share of the shorter sentence's words that the longer one must have."""
LEAST = 3
"""Words, names and figures that both must have."""

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s+[A-ZÀ-ÖØ-Þ][\w'’-]+)*")
_NO_NAME = re.compile(
    r"(?:I|I['’]\w+|CV|Mr|Mrs|Ms|Dr|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|A|After|All|Also|An"
    r"|And|As|At|Before|Both|But|By|During|Each|Every|For|From|He|Here|His|In|It|Last|My|No|Of|On"
    r"|One|Our|She|So|That|The|Their|Then|There|These|They|This|To|Under|We|When|While|With|You"
    r"|Your)$"
)
_NUMBER_WORD = re.compile(
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir"
    r"|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|per|cent|percent|pounds?)$"
)
_ELSEWHERE = re.compile(
    r"(?i)\b(?:first|second|third|fourth|next|another|other|again|later|earlier"
    r"|used to|before i|until|at first|initially|originally|now|today|by then|so far|already|still"
    r"|when i (?:came|started|took over|joined|arrived|began)|would|could|should|will|might|if"
    r"|(?:i|we|am|are) plan(?:ned|ning)? to|want(?:s|ed)? to|aim\w*|(?<!below )(?<!above )target\w*"
    r"|hop\w+|expect\w*|suppose|each|per person|apiece|of them|of whom|only|alone|own"
    r"|(?:part|half|most|some|one|many) of|after an? (?:\w+ )?(?:week|month|year|quarter))\b"
    r"|['’](?:d|ll)\b"
)
_OPPOSITES = [
    frozenset(stems(words))
    for words in (
        *("day night", "morning afternoon evening", "lunch dinner breakfast", "early late"),
        *("north south east west", "summer winter spring autumn", "christmas easter", "new old"),
        *("male female", "men women", "boys girls", "weekday weekend", "internal external"),
        *("small large", "indoor outdoor", "upper lower", "inbound outbound", "buy sell"),
    )
]
_BY_THEN = frozenset({"by then"})
_NOT = re.compile(r"(?i)\b(?:not|never|no|nobody|nothing|without|none)\b|n['’]t\b")
_CHANGE = re.compile(
    r"(?i)(?:cut|f[ae]ll|fallen|dropped|reduced|lowered|brought|down|improved|rose|grew|increased)$"
)
"""However it is called, the figures say which way it went."""
_IS = re.compile(r"(?i)\b(?:was|is|were|called|named)\s+$")


@dataclass(frozen=True)
class Statement:
    """One sentence, as it stands."""

    text: str
    context: frozenset[str] = frozenset()
    """Names that it is about where it has none itself, in lower case."""
    asked: frozenset[str] = frozenset()
    """Stems of the question it answers."""
    about: str = ""
    """What its figures are about where it does not say so itself."""

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """What it puts a figure or a day on."""
        return quantities(self.text)

    @cached_property
    def names(self) -> dict[str, tuple[int, int]]:
        """Its names, in lower case, and where they stand."""
        found = {}
        for match in _NAME.finditer(self.text):
            begins = not self.text[: match.start()].strip("“\"'(-–•* ")
            parts = [part for part in match[0].split() if not _NO_NAME.match(part)]
            if parts and not (begins and len(match[0].split()) == 1):
                found[" ".join(parts).lower()] = match.span()
        return found

    @cached_property
    def named(self) -> frozenset[str]:
        """The single words of its names, or of those it is about."""
        own = frozenset(part for name in self.names for part in name.split())
        return own or self.context

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of what it is about, without names and numbers."""
        names = {stem for name in self.names for stem in stems(name)}
        plain = " ".join(w for w in re.findall(r"[\w'’]+", self.text) if not _is_filling(w))
        return frozenset(stems(plain)) - names

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """What ties it to another time, part or plan; and whether it says no."""
        cues = {match[0].lower() for match in _ELSEWHERE.finditer(self.text)}
        return frozenset(cues | ({"not"} if _NOT.search(self.text) else set()))


def difference(one: Statement, other: Statement) -> tuple[str, str] | None:
    """What is not the same, as each has it; None where they agree or speak of different things.

    Where the question that `one` answers holds all of `other`, `one` is taken to be about that.
    """
    about = one.words | one.asked if _covers(one.asked, other.words) else one.words
    if any(_opposed(about, other.words, opposites) for opposites in _OPPOSITES):
        return None
    apart = bool(one.named and other.named) and one.named.isdisjoint(other.named)
    found = _much_alike(one, other, about) if one.elsewhere == other.elsewhere else None
    if other.about:
        return other_figure(one.text, other.text, other.about)
    if found or apart or one.elsewhere - _BY_THEN != other.elsewhere - _BY_THEN:
        return found
    return other_figure(one.text, other.text)


def _much_alike(one: Statement, other: Statement, about: frozenset[str]) -> tuple[str, str] | None:
    if not _alike(about, other.words):
        return None
    shared = len(about & other.words) + len(one.named & other.named)
    if one.named and other.named and one.named.isdisjoint(other.named):
        return _other_name(one, other, shared)
    return _other_quantity(one, other, shared) or _other_name(one, other, shared)


def bears_out(one: Statement, other: Statement) -> bool:
    """Whether both give one figure for one thing."""
    return agrees(one.text, other.text)


def _covers(asked: Collection[str], words: Collection[str]) -> bool:
    return sum(word in asked for word in words) >= ALIKE * len(words)


def _alike(one: Collection[str], other: Collection[str]) -> bool:
    shared = len(set(one) & set(other))
    return shared > 1 and shared >= ALIKE * min(len(one), len(other))


def _opposed(one: Collection[str], other: Collection[str], opposites: Collection[str]) -> bool:
    """Whether one speaks of the day and the other of the night."""
    ours, theirs = set(opposites).intersection(one), set(opposites).intersection(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _other_quantity(one: Statement, other: Statement, shared: int) -> tuple[str, str] | None:
    same = len({q.key for q in one.quantities} & {q.key for q in other.quantities})
    then = bool(_spans(one) & _spans(other))
    ours = _unmatched(one.quantities, other.quantities, at_the_end=then)
    theirs = _unmatched(other.quantities, one.quantities, at_the_end=then)
    if len(ours) != 1 or len(theirs) != 1 or not ours[0].comparable(theirs[0], then):
        return None
    units = ours[0].units & theirs[0].units
    if PERCENT in units and not same and one.words != other.words:
        return None
    known = one.words == other.words and bool(units & {PERCENT, MONEY})
    return (ours[0].written, theirs[0].written) if shared + same + known >= LEAST else None


def _spans(statement: Statement) -> set[str]:
    """How long it says that something took."""
    return {q.key for q in statement.quantities if q.role == "in" and q.units & SPANS}


def _unmatched(
    ours: Collection[Quantity], theirs: Collection[Quantity], *, at_the_end: bool
) -> list[Quantity]:
    """Those that the other sentence has too, but none that agrees."""
    found = []
    for each in ours:
        beside = [other for other in theirs if each.comparable(other, at_the_end)]
        if beside and not any(each.agrees(other) for other in beside):
            found.append(each)
    return found


def _other_name(one: Statement, other: Statement, shared: int) -> tuple[str, str] | None:
    """Who somebody was, where all but the name is the same: “My manager was …”."""
    ours, theirs = one.names.keys() - other.names.keys(), other.names.keys() - one.names.keys()
    if len(ours) != 1 or len(theirs) != 1 or shared < LEAST:
        return None
    mine, yours = (one.text, one.names[min(ours)]), (other.text, other.names[min(theirs)])
    if not all(_IS.search(text[:start]) for text, (start, _) in (mine, yours)):
        return None
    return mine[0][slice(*mine[1])], yours[0][slice(*yours[1])]


def _is_filling(word: str) -> bool:
    """Whether it tells nothing of what a sentence is about; figures and days are counted apart."""
    small = word.lower()
    return bool(_NUMBER_WORD.match(small) or _NO_NAME.match(word) or _CHANGE.match(word))
