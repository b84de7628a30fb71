"""Tells two figures for one thing where few words say which: “my win rate was two in three”.

What a figure measures is what its clause says, without names, numbers, who holds it (“led”,
“responsible for”) and phrases that narrow nothing (“at the time”, “all told”). Only where exactly
that is the same in both, and the same years are named, is another figure a contradiction.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from secondround.interview.quantities import (
    CLOCK,
    MONEY,
    MONTH,
    PERCENT,
    SPANS,
    WEEKDAY,
    YEAR,
    Quantity,
    quantities,
)
from secondround.interview.similarity import stems

_VAGUE = re.compile(
    r"(?i)\b(?:in the year of (?:the )?\w+(?: \w+)?$|at (?:the|that) time|back then"
    r"|by then|then|there|all (?:in all|told|together)"
    r"|altogether|in (?:total|all|sum)|(?:in|over|during) (?:that|those|these|the)(?: \w+)? years?"
    r"|(?:on|in|at|across|over|for) (?:the|our|my|that|all)(?: whole| entire| three| two| four)?"
    r" (?:sites?|wards?|factory|plants?|company|firm|school|shop|office|hotel|hospital|house|room"
    r"|branch|team|department|shifts|lot))\b"
)
"""It says nothing of which part is meant."""
_HOLDS = frozenset(
    stems(
        "lead leads led leading manage manages managed managing ran run running responsible charge"
        " carry carried carries cover covered covers hold held having head headed oversee oversaw"
        " look looked looks hit reach reached achieve achieved attain attained make made keep"
        " obtain obtained receive received account answered accounted worth being been stood stand"
        " figure record amount number team staff total overall whole entire myself personally"
        " dollar dollars euro euros pounds percent per cent quid brought bring"
        " yr yrs cut reduce reduced fell fallen dropped lowered down rose grew increased improved"
        " portfolio was did do went one two three four five six seven eight nine ten eleven twelve"
        " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty"
        " sixty seventy eighty ninety hundred thousand million billion"
    )
)
"""It says who has a thing, or which way it went, but not which thing it is."""
_CLAUSE_ENDS = re.compile(
    r"[,;–—](?!\d)(?! (?:on|in|at|of|for|but|when|during|among|with|if|by|from|as|over|per|only)\b)"
    r"|\band (?=(?:an?|my|the|our|I|we|it|they|he|she|then|so|cost)\b)"
    r"|\b(?:after|when|once|because|so that|as soon as) (?=(?:I|we|they|it)\b)|\bby (?=\w+ing\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=\S )[A-ZÀ-ÖØ-Þ][\w'’-]+")
_LED = re.compile(
    r"(?i)\b(?:led|lead|leading|manag\w+|r[au]n|responsible for|charge of|overs\w+|headed"
    r"|supervis\w+)\s+(?:(?:about|around|some|over|nearly|almost|up to)\s+)?$"
)
_ONCE = frozenset(
    stems(
        "joined left born founded opened graduated qualified obtained passed retired promoted"
        " licence license degree certificate diploma married moved"
    )
)
"""What happens in one year alone."""


@dataclass(frozen=True)
class Measure:
    """A figure, and what it is a figure of."""

    quantity: Quantity
    what: frozenset[str]
    """Stems of what it measures."""
    years: frozenset[str]
    """Those that the sentence names."""
    took: frozenset[str]
    """How long it says that something took."""
    led: bool
    """Whether it says right before the figure that the speaker leads so many."""

    def same_as(self, other: "Measure") -> bool:
        """Whether both are a figure of one thing."""
        return (
            self.what == other.what
            and self._is_clear(other)
            and self.quantity.comparable(other.quantity)
            and (self._is_a_year or self.years == other.years)
            and (self._is_a_span or self.took == other.took)
        )

    def _is_clear(self, other: "Measure") -> bool:
        """Whether so few words are enough to know it by."""
        units = self.quantity.units
        if self._is_a_year:
            return bool(self.what & _ONCE)
        if units & {MONTH, WEEKDAY, CLOCK} or not units:
            return False
        told = self.what if units & {PERCENT, MONEY} else self.what - _stems_of(units)
        if PERCENT in units and not self.quantity.role and len(told) == 1:
            return bool(self.years)
        return bool(told) or (self.led and other.led)

    @property
    def _is_a_year(self) -> bool:
        return YEAR in self.quantity.units

    @property
    def _is_a_span(self) -> bool:
        return bool(self.quantity.units & SPANS)


def other_figure(one: str, other: str, about: str = "") -> tuple[str, str] | None:
    """The two figures for one thing, as each has it; None where there is no such pair, or many.

    `about` says what the other is about where it does not say so itself.
    """
    pairs = _pairs(one, other, about)
    differ = [(a.written, b.written) for a, b in pairs if not a.agrees(b)]
    return differ[0] if len(differ) == 1 else None


def agrees(one: str, other: str) -> bool:
    """Whether both have the same figures for one thing."""
    pairs = _pairs(one, other)
    return bool(pairs) and all(a.agrees(b) for a, b in pairs)


def _pairs(one: str, other: str, about: str = "") -> list[tuple[Quantity, Quantity]]:
    ours, theirs = _measures(one), _measures(other, about)
    return [(a.quantity, b.quantity) for a in ours for b in theirs if a.same_as(b)]


def _measures(text: str, about: str = "") -> list[Measure]:
    found = [replace(q, role="" if q.role == "for" else q.role) for q in quantities(text)]
    spans = frozenset().union(*(q.units & SPANS for q in found))
    years = frozenset(q.key for q in found if YEAR in q.units)
    took = frozenset(q.key for q in found if q.role == "in" and q.units & SPANS)
    return [
        Measure(
            each, _what(about or _clause(text, each), each, spans), years, took, _led(text, each)
        )
        for each in found
        if each.role != "in" or YEAR in each.units
    ]


def _led(text: str, quantity: Quantity) -> bool:
    return bool(_LED.search(text[: quantity.start]))


def _clause(text: str, quantity: Quantity) -> str:
    """The sentence up to the end of the clause with the figure."""
    ends = _CLAUSE_ENDS.search(text, quantity.end)
    return text[: ends.start()] if ends else text


def _what(clause: str, quantity: Quantity, spans: frozenset[str]) -> frozenset[str]:
    plain = _NAME.sub(" ", _VAGUE.sub(" ", clause.rstrip(" .!")))
    beside = frozenset() if quantity.units & SPANS else _stems_of(spans)
    return frozenset(_bare(stem) for stem in stems(plain)) - _HOLDS - beside


def _stems_of(units: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for unit in units for stem in stems(unit))


def _bare(stem: str) -> str:
    """“Savings” as “saved”."""
    return stem.removesuffix("ing") if len(stem) > 5 else stem
