"""Reads the amounts in a text, in digits or in words, so that 41 and forty-one are the same."""

import re
from collections.abc import Iterator
from itertools import pairwise

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_ONES += " fifteen sixteen seventeen eighteen nineteen"
_BIG_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _BIG_TENS.split()
_SMALL = {word: i for i, word in enumerate(_ONES.split())}
_SMALL |= {word: 10 * i for i, word in enumerate(_TENS, start=2)}
_BIG = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_LETTERS = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}
_SCALE = _LETTERS | _BIG
_SHARE = re.compile(
    r"(?i)\b(half|halve[ds]?|quarters?|thirds|double[ds]?|twice|tripled?|dozens?"
    r"|hundreds|thousands|millions)\b"
)
_SAME = {"halve": "half", "twice": "doubl"}
_PERCENT = re.compile(r"(?i)[\s-]*(%|per\s?cent\b)")
_DIGITS = re.compile(
    r"(?i)(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[\s-]?(bn|[kmb]|hundred|thousand|million|billion)\b)?"
)
_WORD = "(?:" + "|".join([*_SMALL, *_BIG]) + ")"
_SPELT = re.compile(rf"(?i)(?<!\d)(?<!\d[\s-])\b{_WORD}\b(?:[\s-]+(?:and[\s-]+)?{_WORD}\b)*")
_CENTURIES = (19, 20)


def amounts(text: str) -> Iterator[tuple[str, str]]:
    """Each amount as it is written and as a key; a lone “one” is a pronoun more often than not."""
    for written, key, _ in _all(text):
        yield written, key


def known_amounts(text: str) -> set[str]:
    """The keys of all amounts a text may be said to contain, read generously."""
    keys = set()
    for _, key, others in _all(text):
        keys |= {key, key.removesuffix("%"), *others}
    return keys | ({"1"} if re.search(r"(?i)\bone\b", text) else set())


def _all(text: str) -> Iterator[tuple[str, str, set[str]]]:
    """What is written, its key, and other keys it could stand for."""
    for match in _DIGITS.finditer(text):
        value, scale = float(match.group(1).replace(",", "")), match.group(2)
        scaled = value * _SCALE[scale.lower()] if scale else value
        metres = {_plain(value)} if scale and scale.lower() in _LETTERS else set()
        yield match.group(), _key(scaled, text, match.end()), metres
    for match in _SPELT.finditer(text):
        yield from _spelt(match, text)
    for match in _SHARE.finditer(text):
        stem = match.group().lower()[:5]
        yield match.group(), _SAME.get(stem, stem), set()


def _spelt(run: re.Match[str], text: str) -> Iterator[tuple[str, str, set[str]]]:
    """Number words in a row: “twenty nineteen” is a year, “nine thirty” two numbers."""
    words = list(re.finditer(rf"(?i){_WORD}\b", run.group()))
    groups = _groups([word.group().lower() for word in words])
    others = _other_readings(groups)
    first = 0
    for group in _with_years(groups):
        last = first + len(group) - 1
        written = run.group()[words[first].start() : words[last].end()]
        end = run.start() + words[last].end()
        first = last + 1
        if group != ["one"]:
            yield written, _key(_value(group), text, end), others


def _groups(words: list[str]) -> list[list[str]]:
    """The words of one number each."""
    groups = [words[:1]]
    for before, word in pairwise(words):
        small = _SMALL.get(word, 0)
        tens_and_one = before in _TENS and 0 < small < 10
        if word in _BIG or (small and before in _BIG) or tens_and_one:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _with_years(groups: list[list[str]]) -> Iterator[list[str]]:
    """The groups; “twenty” and “twenty three” in one where they say a year."""
    if len(groups) == 2 and _value(groups[0]) in _CENTURIES and 10 <= _value(groups[1]) < 100:
        yield groups[0] + groups[1]
    else:
        yield from groups


def _value(words: list[str]) -> float:
    century, *rest = _groups(words)
    if rest:
        return _value(century) * 100 + _value(rest[0])
    total, current = 0, 0
    for word in words:
        if word == "hundred":
            current = max(current, 1) * 100
        elif word in _BIG:
            total, current = total + max(current, 1) * _BIG[word], 0
        else:
            current += _SMALL[word]
    return total + current


def _other_readings(groups: list[list[str]]) -> set[str]:
    """Each number of the row, and two in a row written together."""
    values = [_plain(_value(group)) for group in groups]
    return {*values, *(a + b for a, b in pairwise(values))}


def _key(value: float, text: str, end: int) -> str:
    return _plain(value) + ("%" if _PERCENT.match(text, end) else "")


def _plain(value: float) -> str:
    return f"{value:.12g}"
