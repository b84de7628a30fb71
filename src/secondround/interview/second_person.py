"""Turns what the candidate noted about themselves into what an interviewer can say to them.

Only what is certain to come out grammatical and about the candidate is turned: “we”, a “you” of
unknown address, quoted speech and days like “tomorrow” are left alone, and the caller quotes or
leaves out the note.
"""

import re

_I = r"(?<![\w'’])I(?![\w])"
_TURNS = (
    (re.compile(rf"{_I}['’]m\b"), "you're"),
    (re.compile(rf"{_I} am\b"), "you are"),
    (re.compile(rf"{_I} was(n['’]t)?\b"), r"you were\1"),
    (re.compile(rf"\b[Aa]m {_I}"), "are you"),
    (re.compile(rf"\b[Ww]as {_I}"), "were you"),
    (re.compile(rf"{_I} (\w+ly|never|also|still|only|just|already|once) am\b"), r"you \1 are"),
    (re.compile(rf"{_I} (\w+ly|never|also|still|only|just|already|once) was\b"), r"you \1 were"),
    (re.compile(_I), "you"),
    (re.compile(r"\b[Mm]y\b"), "your"),
    (re.compile(r"\bme\b"), "you"),
    (re.compile(r"\b[Mm]ine\b"), "yours"),
    (re.compile(r"\b[Mm]yself\b"), "yourself"),
)
_FIRST_PERSON = re.compile(rf"{_I}|\b(?:my|me|mine|myself|My|Mine|Myself)\b")
_UNSURE = re.compile(
    r"(?i)\b(?:you|your|yours|yourself|we|us|our|ours|ourselves"
    r"|yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening|week|month|year)"
    r"|(?:last|next) (?:week|month|monday|tuesday|wednesday|thursday|friday))\b|[\"“”?!()\[\]]"
)
_NUMERAL = re.compile(r"(?i)\b(?:part|phase|type|class|level|grade|volume|war|stage|section) I\b")
_PAST = """cut led built ran won grew set made brought took kept sold wrote held got gave went
    began drove taught found met saw put sent spent rose fell chose became stood dealt paid bought
    caught"""
_NOT_PAST = """experienced skilled certified qualified motivated dedicated detailed advanced united
    limited unlimited related based used needed red shared mixed interested named speed feed need
    seed bed embed indeed hundred"""
_PARTICIPLE_FIRST = re.compile(r"([A-Za-z]+(?:-[a-z]+)?)\b(?= \S)")
_FUNCTION_WORDS = """a an the at in on of to for by with from as after before when while since
    during under over because if although there then once this that these those his her their its
    your you both one two three four five six seven eight nine ten no not never little only"""

_WILL = r"(?:['’]d| would| will|['’]ll)"
_SOMEBODY = r"(?:them|her|him|the \w+(?: \w+)?|everyone|everybody|both)"
_WOULD = re.compile(
    rf"^(?:I )?(?:said|promised|offered|agreed|mentioned|(?:told|promised) {_SOMEBODY})"
    rf"(?: that)? I{_WILL} (.+)$"
    r"|^I(?: will|['’]ll|['’]m going to| am going to) (.+)$"
    r"|^(?:I )?(?:need to|must|have to|should) (.+)$"
    rf"|^(?:To |Will |I{_WILL} )?((?:send|bring|write|read|visit|come|look|find|call|ring|e-?mail"
    r"|check|confirm|show|share|prepare|book|let|get|think|follow|ask|talk|try|draft|join|attend"
    r"|forward|pass|provide|put together|finish|introduce|give)\b.+)$",
    re.IGNORECASE,
)
_PROMISED_TO = re.compile(r"^(?:I )?(promised|offered|agreed) to (.+)$", re.IGNORECASE)
_TOLD = re.compile(rf"^(?:I )?([Tt]old|[Pp]romised) ([A-Z][\w'’-]+) (?:that )?I{_WILL} (.+)$")


def to_you(note: str) -> str | None:
    """The note said to the candidate, from a lower-case letter to no full stop; None when unsure.

    `I cut costs at my depot.` gives `you cut costs at your depot`, `Saved £9,000.` gives
    `you saved £9,000`.
    """
    note = note.strip().rstrip(".;,: ")
    if not note or _UNSURE.search(note) or _NUMERAL.search(note):
        return None
    if not _FIRST_PERSON.search(note):
        return f"you {_lowered(note, always=True)}" if begins_in_the_past(note) else None
    turned = turn(note)
    if turned is None:
        return None
    return _lowered(f"you {turned[0].lower()}{turned[1:]}" if begins_in_the_past(note) else turned)


def turn(phrase: str) -> str | None:
    """The phrase with its first person turned into the second; None when unsure."""
    if _UNSURE.search(phrase) or _NUMERAL.search(phrase):
        return None
    for pattern, replacement in _TURNS:
        phrase = pattern.sub(replacement, phrase)
    return None if _agrees_no_more(phrase) else phrase


def as_promise(note: str) -> str | None:
    """`I said I would send the rules` as `You said you would send the rules`; None when unsure."""
    if told := _TOLD.match(note):
        verb, name, what = told.groups()
        lead, rest = f"You {verb.lower()} {name} you would", what
    elif promised := _PROMISED_TO.match(note):
        lead, rest = f"You {promised.group(1).lower()} to", promised.group(2)
    elif would := _WOULD.match(note):
        found = next(group for group in would.groups() if group)
        lead, rest = "You said you would", found[0].lower() + found[1:]
    else:
        return None
    turned = turn(rest)
    return f"{lead} {turned}" if turned else None


def first_person(text: str) -> bool:
    """Whether the writer of the text speaks of themselves in it."""
    return _FIRST_PERSON.search(text) is not None


def begins_in_the_past(note: str) -> bool:
    """Whether the note is a past tense without its subject: `Halved loading mistakes`."""
    first = _PARTICIPLE_FIRST.match(note)
    word = first.group(1).lower() if first else ""
    past = word in _PAST.split() or (word.endswith("ed") and word not in _NOT_PAST.split())
    return past and not re.match(r"\S+ (?:by|was|is|were|are|has|had)\b", note)


def _agrees_no_more(turned: str) -> bool:
    """Whether a verb is left that went with “I”: `you left and was promoted`."""
    return bool(re.search(r"\bam\b|\b(?:and|but|or|who|then|so|also) was\b", turned))


def _lowered(clause: str, *, always: bool = False) -> str | None:
    """The clause from a lower-case letter; None where its first word may be a name."""
    first = re.split(r"[\s,]", clause, maxsplit=1)[0]
    if first[:1].islower() or always or first.lower() in _FUNCTION_WORDS.split():
        return clause[0].lower() + clause[1:]
    return None
