"""Sees to it that an interviewer asks one thing at a time, openly, and in few sentences."""

import re

from secondround.domain.interview import MoveKind
from secondround.interview.guards.reading import REQUEST, asks, own_words, sentences
from secondround.ports import Scene

LONGEST = 70
"""Words of an interviewer's line."""
LONGEST_REPLY = 110
"""Words of a reply to the candidate's own question."""
SENTENCES = 2
"""Sentences of a line beside what the interviewer was given to say and the quotations."""

_MUST_ASK = frozenset(
    {
        MoveKind.ASK,
        MoveKind.PROBE,
        MoveKind.REASK,
        MoveKind.CHALLENGE,
        MoveKind.CONFRONT,
        MoveKind.RAISE_PAY,
    }
)
_MUST_NOT_ASK = frozenset({MoveKind.GREET, MoveKind.CLOSE})
_MORE_SENTENCES = {
    MoveKind.GREET: 3,
    MoveKind.INVITE_QUESTIONS: 2,
    MoveKind.REPLY: 4,
    MoveKind.CLOSE: 2,
}
"""How many more these moves may take."""

_WH = r"(?:what|how|why|who|whom|whose|which|when|where)\b(?:'(?:s|d|re|ll|ve))?"
_PREPOSITION = (
    r"(?:(?:by|in|to|for|at|with|from|on|of|about|under|after|until|since|through|against)\s+)?"
)
_AUX = r"(?:did|do|does|was|were|is|are|would|will|have|has|had|can|could|should|might|may|must)"
_LEAD = (
    r"^\W*(?:(?:so|and|but|well|then|now|or|also|right|okay|all right|first|next|finally|again"
    r"|exactly|just|thank you|thanks|i see|i'd like to know|i would like to know|i wonder"
    r"|let me ask(?: you)?|may i ask|can i ask|could i ask)\b[\s,:–—-]*)*"
)
_TEMPORAL = (
    r"(?:when|where)\s+(?:(?:exactly|else|precisely|then)\s+|(?:in|on|along) (?:\w+\s+){1,3})?"
    rf"{_AUX}\b"
)
_CONTENT = r"(?:what|how|why|who|whom|whose|which)\b"
_OPEN = re.compile(
    rf"(?i){_LEAD}{_PREPOSITION}(?:{_TEMPORAL}|{_CONTENT})"
    rf"|(?:[,;:–—“”]|\s-|\b(?:and|so|but|then))\s*{_PREPOSITION}(?:{_TEMPORAL}|{_CONTENT})"
    r"|\b(?:what|how (?:many|much|long|so)|which(?: \w+)?|who|where|when|why)\W*\?$"
)
_TELLS = (
    r"(?:tell|describe|explain|walk|talk|take|show|say|give|name|share|outline|sketch|spell out"
    r"|think of|recall|remember|go through|go into|elaborate|expand|put|offer|point)"
)
_INVITED = re.compile(
    rf"(?i){_LEAD}(?:could|can|would|will) you (?:please |perhaps |just |briefly )*{_TELLS}\b"
)
_WHETHER = re.compile(
    r"(?i)\b(?:tell|say|explain|ask|wonder|know)\b[^,.?!]{0,12}\b(?:whether|if)\b"
)
_FRAGMENT = re.compile(
    rf"(?i)^\W*(?:(?:and|so|but|or)\W+)?+(?!(?:{_AUX}(?:n't)?|i|you|it|they|we|he|she|that|this"
    r"|there|any\w*|ever|right|really|true|yes|no|correct)\b)(?:\S+\s+){0,4}\S+\?$"
)
_FIRST = re.compile(rf"(?i){_LEAD}{_PREPOSITION}(?:{_TEMPORAL}|{_CONTENT})")
_JOINED = r"(?:[,;:–—]|\s-|\b(?:and|or|but|also|then)\b)\s*(?:(?:and|but|also|then|so)\s+)*"
_HEAD = re.compile(rf"(?i){_JOINED}{_PREPOSITION}{_WH}\s+(?:\w+\s+){{0,2}}?{_AUX}\b")
_SECOND = re.compile(
    rf"(?i)\b(?:and|or|but)\s+(?:also\s+|then\s+)?{_PREPOSITION}"
    r"(?:what|who|whom|which|where|when|how (?:many|much|long))\s+\w+"
    rf"|\b(?:and|or|but)\s+(?:also\s+|then\s+)?(?:{_AUX}(?:n't|\s+not)?)\s+"
    r"(?:you|they|it|that|this|there|we|he|she|anyone|anybody|your|the)\b"
    r"|\b(?:and|then)\s+(?:also\s+|then\s+|please\s+)*"
    r"(?:(?:tell|walk|talk|take|show) (?:me|us)|describe|explain)\b"
)
_NEGATED = r"(?:wo|do|did|does|is|are|was|were|ca|could|would|should|have|has|had|might)n't"
_LEADS = re.compile(
    rf"(?i){_LEAD}(?:{_NEGATED}\s+(?:you|it|that|this|they|we|there|he|she|the|your|most)\b"
    r"|surely\b|obviously\b|clearly,|presumably\b|no doubt\b|of course you\b"
    r"|(?:i (?:assume|presume|take it|suppose|imagine|trust|bet|gather)|i'm sure|i am sure)\b"
    r"(?=.*\byou\b)"
    r"|(?:would|do|don't|can) (?:you|we) (?:not )?(?:agree|say that|think it's true|accept that)\b"
    r"|is(?:n't)? it (?:not )?(?:true|fair|right|correct|the case|safe|obvious)\b|am i right\b"
    r"|you (?:must|should) (?:have|be)\b(?=.*\?)|you would(?:n't| not| never)\b(?=.*\?)"
    r"|admit\b|be honest\b)"
    rf"|[,–—-]\s*(?:{_NEGATED}|{_AUX}|ain't)\s+(?:it|you|they|that|we|he|she|there|this)\s*\?"
    r"|,\s*(?:right|no|correct|yes|eh|true|yeah|isn't that so|is that so|not so|am i right"
    r"|don't you think|wouldn't you say|wouldn't you agree|if i'm right)\s*\?"
    r"|\b(?:don't you (?:think|agree|feel)|wouldn't you (?:say|agree)|surely you)\b"
)


def length(text: str, scene: Scene) -> str:
    """Objects to a line that goes on and on, in words or in sentences."""
    most = LONGEST_REPLY if scene.move.kind is MoveKind.REPLY else LONGEST
    if len(text.split()) > most:
        return f"it must have {most} words at most"
    given = own_words(text, scene).replace("What now?", "").replace("Tell me.", "")
    sentences_most = SENTENCES + _more_sentences(text, scene)
    if sum(bool(re.search(r"\w", said)) for said in sentences(given)) > sentences_most:
        return f"it must have {sentences_most} sentences at most"
    return ""


def one_question(text: str, scene: Scene) -> str:
    """Objects to two questions in one line; what the interviewer was given to ask counts as one."""
    asked = asks(own_words(text, scene))
    if asked and scene.move.kind in _MUST_NOT_ASK:
        return "it must ask nothing here"
    return "it must ask one thing only" if len(asked) > 1 or any(map(_double, asked)) else ""


def leading(text: str, scene: Scene) -> str:
    """Objects to a question that has its answer in it."""
    if any(map(_LEADS.search, sentences(own_words(text, scene)))):
        return "it must not lead the candidate to an answer"
    return ""


def open_question(text: str, scene: Scene) -> str:
    """Objects to a question that wants yes or no where an answer is to be told."""
    asked = asks(own_words(text, scene)) if scene.move.kind in _MUST_ASK else []
    closed = any(ask.endswith("?") and not _is_open(ask) for ask in asked)
    return "it must ask openly, not for a yes or no" if closed else ""


def some_question(text: str, scene: Scene) -> str:
    """Objects to a whole line that asks nothing where it should."""
    asked = scene.move.kind not in _MUST_ASK or asks(own_words(text, scene))
    return "" if asked else "it must ask something"


def _more_sentences(text: str, scene: Scene) -> int:
    """An interruption takes one, to say that a program speaks here two."""
    more = _MORE_SENTENCES.get(scene.move.kind, 0)
    return more + scene.move.interrupts + 2 * ("program" in text)


def _double(ask: str) -> bool:
    """Whether a second question follows the first; “and why?” belongs to it."""
    first = _FIRST.match(ask) or REQUEST.match(ask) or _HEAD.search(ask)
    rest = ask[first.end() if first else 0 :]
    return bool(_HEAD.search(rest) or _SECOND.search(rest))


def _is_open(ask: str) -> bool:
    if _WHETHER.search(ask):
        return False
    return bool(_OPEN.search(ask) or _INVITED.match(ask) or _FRAGMENT.match(ask))
