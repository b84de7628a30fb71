"""Reads the form of a question: what it asks for, whether it is open, whether it is several."""

import re

from secondround.critique.quoting import straight

_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
_PROPER = r"[A-Z][\w'-]+(?:(?: (?:&|of|and|the|for))* [A-Z][\w'-]+)*"
_ADDRESSED = re.compile(
    r"^(?:(?:well|so|and|sorry|right|ok(?:ay)?|please|(?i:good \w+)),? )?"
    rf"(?:(?i:sir|ma'?am|madam|ma)|(?:Mr|Mrs|Ms|Dr|Prof)\.? {_PROPER}|{_PROPER}),\s+(?=\w)"
    rf"|,? (?:(?i:sir|ma'?am|madam)|(?:Mr|Mrs|Ms|Dr|Prof)\.? {_PROPER}|{_PROPER})(?=[?.!]\s*$)",
)
"""Whom a question is put to, before or behind it."""
_NAMED = re.compile(rf"(?<=[a-z,;:)] )(?!I\b|I'){_PROPER}")
_LEAD = (
    r"^\W*(?:(?:and|so|well|ok(?:ay)?|right|then|also|now|hi|hello|thanks?(?: you)?|great|sure"
    r"|one more|last one|first|finally|just curious|out of interest|honestly|sorry)\b"
    r"[\s,.:;–—-]+)*"
)
_ASKS_TO_TELL = (
    r"(?:(?:could|can|would|will) you (?:please |maybe |perhaps |possibly )?"
    r"(?:tell|describe|explain|walk|talk|say|give|share|help me understand)"
    r"|(?:please )?(?:tell me|describe|explain|walk me|talk me)|i(?:'d| would) (?:like|love) to"
    r" (?:know|hear|understand)|i(?:'m| am) (?:curious|interested)|i wonder(?:ed)?"
    r"|i was wondering|(?:may|can|could) i ask(?: you)?)\b"
)
_ASKED_WORD = re.compile(r"\b(?:what|which|how|why|when|where|who|whom|whose)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(
    _LEAD + r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might"
    r"|am|any|isn't|aren't|don't|doesn't|didn't|won't|wouldn't|hasn't|haven't|couldn't|can't)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(_LEAD + _ASKS_TO_TELL, re.IGNORECASE)
_MEASURES = r"(?:many|much|big|large|high|often|far|fast|old|soon|long|early|late)"
_HOW_OR_WHY = re.compile(
    rf"\b(?:why|how(?! {_MEASURES}\b)|what (?:would|happens?|happened|makes?|made|stops?|stopped"
    r"|keeps?|changes?|changed|did you (?:learn|change|try|do)"
    r"|do you (?:do|expect|wish|want|need|make of)|has to|must|should|could|will))\b",
    re.IGNORECASE,
)
_AND_ASKS = re.compile(
    r"(?:,|\band\b|\bor\b|;)\s+(?:also\s+)?(?:what|how|why|who|which|when|where|do|does|is|are"
    r"|will|would|can)\s+\w+",
    re.IGNORECASE,
)
KINDS = ("number", "time", "person", "place", "reason", "way", "thing")
"""What a question may ask for."""
_ASKED_BY = (
    r"\bhow (?:many|much|big|large|high|often|far|fast|old)\b"
    r"|\bwhat (?:share|percentage|percent|proportion|number|figure|size|rate|budget)\b",
    r"\bwhen\b|\bhow (?:soon|long|early|late)\b|\bwhat (?:time|date|day|month|year)\b"
    r"|\bdeadline\b",
    r"\bwho(?:m|se)?\b|\bwhich (?:person|colleague|manager)\b|\breport to\b",
    r"\bwhere\b|\bwhich (?:site|office|town|city|country|branch|hub|building|floor)\b",
    r"\bwhy\b|\bwhat (?:led|made|prompted|caused)\b|\breasons?\b",
    rf"\bhow\b(?! {_MEASURES}\b)",
    r"\bwhat\b|\bwhich\b",
)
_ASKED = {
    kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in zip(KINDS, _ASKED_BY, strict=True)
}
_COUNTED = re.compile(
    r"\bhow (?:many|much) (?:of )?(?:the |your |our )?(?:\w+ing |\w+al |new |other )?(\w{3,})",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|spring"
    r"|summer|autumn|winter|christmas|easter"
)
_HELD = {
    "number": r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen"
    r"|half|third|quarter|hundred|thousand|million|once|twice|every|none|no one|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|both|all|most|daily|weekly|monthly)\b",
    "time": r"(?i)\d|\b(?:days?|weeks?|months?|years?|soon|daily|weekly|monthly|yearly|tomorrow"
    r"|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|morning|midnight|noon|night|evening"
    rf"|{_MONTHS})\b",
    "place": r"\b(?:in|at|on|from|near|to|outside|site|office) (?:the )?[A-Z]"
    r"|\b(?:office|site|building|floor|home|branch|centre|center|headquarters)\b",
    "reason": r"(?i)\b(?:because|since|as|due|so that|after|to|reason|owing|cause[ds]?|led)\b",
    "person": r"(?<=[a-z,;:] )[A-Z][a-z]+|\b(?:I|we|she|he|they|head|manager|director|lead|chief"
    r"|team|board|nurse|engineer|colleague|owner|founder|officer|ceo|cto|cfo|coo)\b",
}
_HOLDS = {kind: re.compile(pattern) for kind, pattern in _HELD.items()}


def asked_for(question: str) -> str:
    """What it asks for, one of the names in `KINDS`; "" where no word says so."""
    asked = last_sentence(question)
    places = [(m.start(), name) for name, pattern in _ASKED.items() if (m := pattern.search(asked))]
    return min(places)[1] if places else ""


def counted(question: str) -> str:
    """What is to be counted or measured, a word: `vans` of “How many vans are there?”; or ""."""
    match = _COUNTED.search(straight(question))
    return match.group(1).lower() if match else ""


def holds(sentence: str, kind: str) -> bool:
    """Whether a sentence holds such a thing as an answer to a question of that kind must."""
    return kind not in _HOLDS or bool(_HOLDS[kind].search(sentence))


def last_sentence(question: str) -> str:
    """The sentence that asks: the last with a question mark, else the last."""
    found = (match.group().strip() for match in _SENTENCE.finditer(straight(question)))
    sentences = [sentence for sentence in found if sentence]
    asking = [sentence for sentence in sentences if sentence.endswith("?")]
    return (asking or sentences or [""])[-1]


def bare(question: str) -> str:
    """The question without whom it is put to, and with no name in it but “the company”.

    “What are Elm House's values, Dana?” is as good for any employer as one without the names.
    """
    said = _ADDRESSED.sub("", straight(question).strip())
    return _NAMED.sub(
        lambda m: "the company's" if m.group().endswith("'s") else "the company", said
    )


def asks(text: str) -> bool:
    """Whether it asks anything at all."""
    says_something = re.search(r"\w{2}", text)
    sign = "?" in text or _ASKED_WORD.search(text) or _TELLS.search(last_sentence(text))
    return bool(says_something and (sign or _YES_OR_NO.match(last_sentence(text))))


def closed(question: str) -> bool:
    """Whether yes or no would answer it."""
    asked = last_sentence(question)
    if _TELLS.match(asked):
        return False
    main = asked.rpartition(",")[2].strip() if _ASKED_WORD.search(asked) else asked
    return bool(_YES_OR_NO.match(main) or _YES_OR_NO.match(asked)) and not _opens(asked)


def opened(question: str) -> bool:
    """Whether it asks how, why or for something to be told."""
    asked = last_sentence(question)
    return bool(_TELLS.match(asked) or _HOW_OR_WHY.search(asked)) and not closed(question)


def several(question: str) -> bool:
    """Whether it is more than one question."""
    marks = question.count("?")
    return marks > 1 or bool(_AND_ASKS.search(_after_lead(last_sentence(question))))


def _opens(asked: str) -> bool:
    """Whether a question word comes before the verb that would make it one for yes or no."""
    word, yes_or_no = _ASKED_WORD.search(asked), _YES_OR_NO.match(asked)
    return word is not None and (yes_or_no is None or word.start() < yes_or_no.end())


def _after_lead(asked: str) -> str:
    """The question without its first words, with which no second question begins."""
    return " ".join(asked.split()[3:])
