"""Takes apart an interviewer's line as far as it has been said."""

import re

from secondround.critique import quoting
from secondround.domain.interview import MoveKind
from secondround.knowledge import bank_question
from secondround.ports import Scene

QUOTED = re.compile(
    r"“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)|(?<!\w)'(?=\w)([^'\n]+? [^'\n]+? [^'\n]+?)'(?!\w)"
)
"""What stands in quotation marks, to the end of the line where the second mark is not there yet."""

BEGUN = 12
"""Letters by which one knows that the interviewer has begun on what they were given to say."""

_ENDED = re.compile(r"(?<!\d)[.?!…]+[\"”)]?$|\d[?!]$")
_UNFINISHED = re.compile(r"\S*$")
_SENTENCE = re.compile(r"(?:[^.?!…]|[.?!…](?=[^\s\"”’'.?!…)]))+[.?!…]*")
_ABBREVIATED = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Prof|Inc|Ltd|Co|vs|approx|e\.g|i\.e)\.(?=\s+\S)")
_POLITE = (
    r"(?i)^\W*(?:(?:so|and|but|well|then|now|please|first|next|right|okay|just|thank you|thanks"
    r"|could you|can you|would you|will you|i'd like you to|i would like you to|i want you to"
    r"|perhaps you could|maybe you could)\W+)*"
)
REQUEST = re.compile(
    _POLITE + r"(?:(?:tell|walk|talk|take|show|remind) (?:me|us)|(?:give|name) (?:me|us)?"
    r"|describe|explain|outline|sketch|say (?:what|how|more)|help (?:me|us) (?:understand|see))\b"
)
SETTING = re.compile(_POLITE + r"(?:imagine|think of|pick|choose|suppose)\b")


def straight(text: str) -> str:
    """The text with one kind of apostrophe, and no full stop that ends no sentence."""
    plain = quoting.straight(text).strip()
    return _ABBREVIATED.sub(lambda found: found[1].replace(".", ""), plain)


def settled(text: str, complete: bool) -> str:
    """The line without a word that is still growing; a line break ends what is complete."""
    said = straight(text)
    return f"{said}\n" if complete or _ENDED.search(said) else _UNFINISHED.sub("", said).rstrip()


def sentences(text: str) -> list[str]:
    """Its sentences; the last may not have come to its end."""
    return [found for sentence in _SENTENCE.findall(text) if (found := sentence.strip())]


def asks(text: str) -> list[str]:
    """The questions and requests in it; to picture something only where nothing else is asked."""
    said = sentences(text)
    asked = [sentence for sentence in said if sentence.endswith("?") or REQUEST.match(sentence)]
    return asked or [sentence for sentence in said if SETTING.match(sentence)]


def own_words(text: str, scene: Scene) -> str:
    """The line with stopgaps for what the interviewer was given to say and for quotations."""
    return QUOTED.sub("“-”", beside_given(text, scene, ("What now?", "Tell me.")))


def beside_given(text: str, scene: Scene, instead: tuple[str, str] = (" ", " ")) -> str:
    """The line with stopgaps for given questions and requests; one under way is left out."""
    for given in given_words(scene):
        text = text.replace(given, instead[0] if given.endswith("?") else instead[1])
        begun = text.find(given[:BEGUN])
        if begun >= 0 and given.startswith(text[begun:].strip()):
            text = text[:begun]
    return text


def given_words(scene: Scene) -> list[str]:
    """What the interviewer was given to say, longest first: a question, its follow-ups, a line."""
    move, talk = scene.move, scene.interview
    question = talk.question_of(move)
    banked = bank_question(move.question_id or "")
    given = [question.text] if question else []
    given += banked.probes.values() if banked else []
    if move.kind is MoveKind.REPEAT:
        given += [turn.text for turn in talk.turns if not turn.by_candidate]
    return sorted(map(straight, given), key=len, reverse=True)
