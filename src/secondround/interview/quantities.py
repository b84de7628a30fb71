"""Reads what a sentence puts a figure or a day on: how much, of what, and in which role.

“From nine days to four” holds two quantities of one unit, in the roles `from` and `to`; only what
has the same unit and the same role can be held against each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondround.critique.numbers import amounts

PERCENT, MONEY, YEAR, CLOCK, US = "%", "£", "a year", "o'clock", "of us"
MONTH, WEEKDAY = "a month", "a weekday"
SPANS = frozenset("minute hour day night week month quarter year".split())
NEAR = 0.15
"""How far apart figures may be of which one is said to be rough."""

_ROUGH = re.compile(
    r"(?i)\b(?:about|around|nearly|almost|roughly|some|approximately|close to|something like)\s+"
    r"(?:an?\s+)?\W?$"
)
_ODD = re.compile(r"(?i)\s?-?odd\b")
_ROUGH_AFTER = re.compile(rf"{_ODD.pattern}|(?:\s+[\w-]+){{0,2}}\s+or so\b")
_MORE = re.compile(r"(?i)\b(?:over|above|more than|at least|upwards of)\s+(?:an?\s+)?\W?$")
_LESS = re.compile(r"(?i)\b(?:under|below|less than|fewer than|at most|up to)\s+(?:an?\s+)?\W?$")
_LEAD = re.compile(
    r"(?i)(?:\b(?:about|around|nearly|almost|roughly|some|approximately|close to|over|above|only"
    r"|just|more than|at least|under|below|less than|fewer than|at most|a bit|the|an?|another"
    r"|those|these)\s+)*[£$€]?$"
)
_ROLE = re.compile(r"(?i)\b(from|to|by|in|within|over|after|for|since|on|until|every|before)\s+$")
_ALIKE = {"within": "in", "over": "in", "after": "in", "on": "", "at": ""}
_OF = re.compile(r"(?i)\b([a-z]{4,})(?: size)? of\s+$")
_NO_UNIT = frozenset("most each because course instead none some half part much many lots".split())
_NEXT = re.compile(r"[\s-]+([a-z][a-z'’-]*)", re.IGNORECASE)
_STOP = frozenset(
    "a after all am an and are as at because been before but by came did for from had has have he "
    "her his i if in into is it left of off on one or our out she so than that the their them then "
    "they to under up was we went were when which who with".split()
)
_NOT_PLURAL = re.compile(r"(?i)(?:ss|us|is|'s|’s)$")
_SHORT = {"yrs": "years", "mths": "months", "hrs": "hours", "mins": "minutes"}
_PEOPLE = frozenset("people staff men women children".split())
_MONEY_WORD = re.compile(r"(?i)\s*(?:pounds?|quid|dollars?|euros?)\b")
_CLOCK = re.compile(r"(?i)\s*(?:o['’]clock|[ap]\.?m\b|in the (?:morning|afternoon|evening))")
_RATE = re.compile(
    r"(?i)(?:\W+[\w'’-]+){0,2}?\W+(?:an?|per|each|every)\s+(hour|shift|day|night|week|month|year)\b"
)
_A_SCALE = re.compile(r"(?i)\d(?:k|m|bn)$")
_ONE = re.compile(r"(?i)\bone(?=\s+(?:(per\s?cent)|month|week|year)\b)")
_A_SPAN = re.compile(r"(?i)\s+(month|week|year)\b")
_RATIO = re.compile(
    r"(?i)\b([\w-]+) (?:in|out of) (two|three|four|five|six|seven|eight|nine|ten|\d\d?)\b"
    r"(?!\s+(?:minute|hour|day|night|week|month|quarter|year|shift)s?\b)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DATES = ((MONTH, re.compile(rf"\b(?:{_MONTHS})\b")), (WEEKDAY, re.compile(rf"\b(?:{_DAYS})\b")))


@dataclass(frozen=True)
class Quantity:
    """One figure or day of a sentence."""

    written: str
    key: str
    """The same for the same amount, however it is written."""
    start: int
    end: int
    units: frozenset[str] = frozenset()
    """What it counts; several where it is said in two ways, none where it is not said."""
    kinds: frozenset[str] = frozenset()
    """What narrows the unit: `self-employed`, of drivers."""
    role: str = ""
    rate: str = ""
    """`year` in “£38,000 a year”; "" where there is no such span."""
    least: float = 0.0
    most: float = 0.0
    """Between which it may lie, as it is said."""

    def comparable(self, other: "Quantity", at_the_end: bool = False) -> bool:
        """Whether both measure the same of a thing.

        `at_the_end`: both speak of one time, so that a plain figure is that to which it came.
        """
        roles = {self.role, other.role}
        same = self.rate == other.rate and (len(roles) == 1 or (at_the_end and roles == {"", "to"}))
        alike = not self.kinds or not other.kinds or bool(self.kinds & other.kinds)
        return same and alike and bool(self.units & other.units)

    def agrees(self, other: "Quantity") -> bool:
        """Whether both can hold at once."""
        if self.key == other.key:
            return True
        return self.units.isdisjoint((MONTH, WEEKDAY, YEAR)) and (
            self.least <= other.most and other.least <= self.most
        )


def quantities(text: str) -> tuple[Quantity, ...]:
    """All of a sentence, in order."""
    ratios = list(_ratios(text))
    plain = [q for q in _figures(text) if not any(r.start <= q.start < r.end for r in ratios)]
    found = sorted([*plain, *ratios, *_dates(text)], key=lambda each: each.start)
    return tuple(_shared_units(found))


def _ratios(text: str) -> Iterator[Quantity]:
    """“Two in three” as the share that it is, roughly."""
    for match in _RATIO.finditer(text):
        part, whole = (_number(word) for word in match.groups())
        if 0 < part < whole:
            share = 100 * part / whole
            yield Quantity(
                match[0],
                f"{share:.4g}",
                *match.span(),
                units=frozenset({PERCENT}),
                role=_role(text[: match.start()]),
                least=share * (1 - NEAR),
                most=share * (1 + NEAR),
            )


def _number(word: str) -> float:
    """0 for what is none."""
    keys = ["1"] if word.lower() == "one" else [key for _, key in amounts(word)]
    return float(keys[0]) if keys and re.fullmatch(r"[\d.]+", keys[0]) else 0.0


def _figures(text: str) -> Iterator[Quantity]:
    seen: dict[str, int] = {}
    for written, key in amounts(text):
        place = re.compile(rf"(?<![\d.,]){re.escape(written)}(?!\d)").search(
            text, seen.get(written, 0)
        )
        if place and re.fullmatch(r"[\d.e+]+%?", key):
            seen[written] = place.end()
            yield _figure(text, written, key, *place.span())
    for one in _ONE.finditer(text):
        yield _figure(text, one[0], "1%" if one[1] else "1", *one.span())


def _figure(text: str, written: str, key: str, start: int, end: int) -> Quantity:
    lead = _LEAD.search(text, 0, start)
    before = text[: lead.start() if lead else start]
    units, kinds = _counted(text, key, start, end, before)
    least, most = _bounds(float(key.removesuffix("%")), text, start, end)
    rate = _RATE.match(text, end)
    return Quantity(
        written=_whole(text, start, end),
        key=key.removesuffix("%"),
        start=start,
        end=end,
        units=frozenset(units),
        kinds=frozenset(kinds),
        role=_role(before),
        rate=rate[1].lower() if rate else "",
        least=least,
        most=most,
    )


def _counted(
    text: str, key: str, start: int, end: int, before: str
) -> tuple[set[str], Sequence[str]]:
    """What the figure counts, and what narrows that."""
    units = {singular(found[1])} if (found := _OF.search(before)) else set()
    units -= _NO_UNIT
    if key.endswith("%"):
        return units | {PERCENT}, ()
    if text[start - 1 : start] in ("£", "$", "€") or _MONEY_WORD.match(text, end):
        return units | {MONEY}, ()
    if _CLOCK.match(text, end):
        return {CLOCK}, ()
    if re.compile(r"(?i)\s+of us\b").match(text, end):
        return {US}, ()
    odd = _ODD.match(text, end)
    noun, kinds = _noun(text, odd.end() if odd else end)
    if not noun and key == "1" and (span := _A_SPAN.match(text, end)):
        return units | {span[1].lower()}, ()
    if not noun and re.fullmatch(r"(?:19|20)\d\d", key):
        return {YEAR}, ()
    if not noun and _A_SCALE.search(text[start:end]):
        return units | {MONEY}, ()
    return units | ({noun} if noun else set()), kinds


def _noun(text: str, end: int) -> tuple[str, list[str]]:
    """The plural that follows, within three words, and the words between; "" where none does."""
    words: list[str] = []
    while len(words) < 3 and (match := _NEXT.match(text, end)):
        word, end = match[1].lower(), match.end()
        if word in _STOP:
            break
        word = _SHORT.get(word, word)
        plural = word in _PEOPLE or (word.endswith("s") and not _NOT_PLURAL.search(word))
        if plural or (match[0].startswith("-") and not words):
            return singular(word), words
        words.append(singular(word))
    return "", []


def singular(word: str) -> str:
    """A crude singular, the same for both forms."""
    word = word.lower()
    for ending, stem in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(ending):
            return word.removesuffix(ending) + stem
    return word if _NOT_PLURAL.search(word) else word.removesuffix("s")


def _role(before: str) -> str:
    found = _ROLE.search(before)
    role = found[1].lower() if found else ""
    return _ALIKE.get(role, role)


def _bounds(value: float, text: str, start: int, end: int) -> tuple[float, float]:
    before = text[:start]
    if _MORE.search(before):
        return value, float("inf")
    if _LESS.search(before):
        return 0.0, value
    rough = _ROUGH.search(before) or _ROUGH_AFTER.match(text, end)
    return (value * (1 - NEAR), value * (1 + NEAR)) if rough else (value, value)


def _whole(text: str, start: int, end: int) -> str:
    """The figure with its sign."""
    sign = re.compile(r"\s?(?:%|per\s?cent\b)").match(text, end)
    start -= text[start - 1 : start] in ("£", "$", "€")
    return text[start : sign.end() if sign else end]


def _dates(text: str) -> Iterator[Quantity]:
    for unit, pattern in _DATES:
        for match in pattern.finditer(text):
            role = _role(text[: match.start()])
            key, span = match[0].lower(), match.span()
            yield Quantity(match[0], key, *span, units=frozenset({unit}), role=role)


def _shared_units(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Gives the unit to both ends of “from nine days to four” and “from 41 to 18 percent”."""
    for i, each in enumerate(found):
        neighbours = [*found[max(0, i - 1) : i], *found[i + 1 : i + 2]]
        other = next((n for n in neighbours if _two_ends(n, each)), None)
        if other and not each.units & {PERCENT, MONEY} and not each.units - {YEAR}:
            yield replace(each, units=other.units, kinds=other.kinds)
        else:
            yield each


def _two_ends(one: Quantity, other: Quantity) -> bool:
    """Whether they are “from 41 to 18”, or “41% down to 18”."""
    roles = {one.role, other.role}
    return roles == {"from", "to"} or (roles == {"", "to"} and PERCENT in one.units)
