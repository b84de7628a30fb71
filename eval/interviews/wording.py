"""Takes an interviewer's line apart: sentences, questions, quotations; on its own, to check others.

Nothing here is shared with the guards of the product: what they miss must be found.
"""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_SENTENCE = re.compile(r"[^.?!…]+(?:[.?!…]+[”\"’)]*(?=\s|$)|[.?!…]+(?=\S)|$)")
_LEAD = r"^\W*(?:[\w’']+,?\s+){0,4}?"
_REQUEST = re.compile(
    rf"(?i){_LEAD}(?:(?:tell|walk|talk|take|show|give|lead) (?:me|us)\b|describe\b|explain\b"
    r"|share (?:an?|your|with)\b|help me (?:understand|see)\b|put me there\b)"
)
_SCENE = re.compile(rf"(?i){_LEAD}(?:think (?:of|back)|imagine|picture|suppose|say that)\b")
_WH = r"(?:what|how|why|who|whom|whose|which|where|when)"
_AUX = (
    r"(?:do|did|does|are|is|was|were|have|has|had|can|could|would|will|should|may|might|shall)"
    r"(?:n[’']t)?"
)
_SECOND = re.compile(
    rf"(?i)\b(?:and|or|but)\s+(?:also\s+)?(?:(?:by|in|to|for|at|with|on)\s+)?{_WH}(?:[’']d\b"
    rf"|\s+(?:\w+\s+){{0,2}}?{_AUX}\b)|\b(?:and|or|but)\s+{_AUX}\s+(?:you|they|he|she|it)\b"
)
_CLOSED = re.compile(
    rf"(?i)(?:^\W*|[,;:–—]\s+|\b(?:so|and|but|then)\s+)(?:{_AUX})\s+"
    r"(?:you|it|they|there|that|this|he|she|we|your|any\w*|some\w*|the|a|an)\b"
    r"(?! (?:please )?(?:tell|walk|talk|take|show|give|describe|explain|say more|share))"
)
_ASKED_OPENLY = re.compile(rf"(?i)\b(?:{_WH}(?:[’']d|[’']s)?)\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_FILLING = frozenset(
    """about all also and any are been before but came can come could did does doing done for from
    get give given gone got had has have her here hers him his how into its just last like made make
    may me more most much my not now off one other our out over own part said say says she should
    some such take tell than that the their them then there these they thing things this those time
    told too under until very was way well went were what when where which while who why will with
    would you your yourself""".split()
)


def quotations(line: str) -> list[str]:
    """What stands between quotation marks."""
    return [one or other for one, other in _QUOTED.findall(line)]


def unquoted(line: str) -> str:
    """The line with its quotations left out."""
    return _QUOTED.sub(" … ", line.replace("…", ""))


def sentences(line: str) -> list[str]:
    """The sentences of a line without what it quotes."""
    found = _SENTENCE.findall(_QUOTED.sub(_stand_in, line))
    return [sentence.strip() for sentence in found if re.search(r"\w", sentence)]


def _stand_in(quotation: re.Match[str]) -> str:
    """A word in place of a quotation, and its full stop."""
    return "it." if quotation.group()[-2] in ".!?" else "it"


def asks(line: str) -> list[str]:
    """The sentences that want an answer."""
    said = sentences(line)
    wanted = [s for s in said if s.rstrip('”"’)').endswith("?") or _REQUEST.match(s)]
    return wanted or [s for s in said if _SCENE.match(s)][:1]


def doubled(ask: str) -> bool:
    """Whether one sentence asks two things."""
    return bool(_SECOND.search(ask[12:])) and bool(_ASKED_OPENLY.search(ask[:40]) or "?" in ask)


def is_open(ask: str) -> bool:
    """Whether it can be answered by more than a yes or a no."""
    if _REQUEST.match(ask) or _SCENE.match(ask):
        return True
    closed = _CLOSED.search(ask)
    opened = _ASKED_OPENLY.search(ask)
    return opened is not None and not (closed and closed.start() <= opened.start())


def plain(text: str) -> str:
    """Words alone, as they are compared."""
    return " ".join(re.findall(r"[a-z0-9']+", text.lower().replace("’", "'")))


def straight(text: str) -> str:
    """The text for a search: one space, straight marks, small letters."""
    marks = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
    return " ".join(text.translate(marks).split()).lower()


def stems(text: str) -> set[str]:
    """Beginnings of the words that carry meaning."""
    return {word[:5] for word in _WORD.findall(text.lower()) if word not in _FILLING}


def within(quote: str, sources: Sequence[str]) -> bool:
    """Whether the quotation stands in one of the sources (`straight` ones), word by word."""
    wanted = straight(quote).strip(" .,;:!?")
    return any(wanted in source for source in sources)
