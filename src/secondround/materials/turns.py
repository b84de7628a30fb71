"""Recognises a conversation, line by line with its speaker: `Anna: …`, `[00:12] Me: …`."""

import re
from collections import Counter
from dataclasses import dataclass

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d+)?(?: ?[ap]\.?m\.?)?"
_TIME = rf"(?:[\[(]{_CLOCK}[\])]|{_CLOCK})"
_NAME = r"[^\W\d_][\w.'’-]{0,24}(?: [\w.'’&-]{1,24}){0,3}"
_ROLE = r"(?: ?[\[(][^\[\]()\n]{1,40}[\])])?"
_OPENS = re.compile(
    rf"[ \t]*(?:[-*•] )?(?:{_TIME}[ \t]*[-–—]?[ \t]*)?(?P<marks>\*\*|__)?(?P<name>{_NAME}){_ROLE}"
    rf"(?:[ \t]*{_TIME})?(?:(?P=marks))?[ \t]*:(?:\*\*|__)?[ \t]*(?P<words>.*)"
)
_HEADS = re.compile(
    rf"[ \t]*(?:(?P<name>{_NAME}){_ROLE}[ \t]*[-–—,|·]?[ \t]*{_TIME}"
    rf"|{_TIME}[ \t]*[-–—,|·]?[ \t]*(?P<after>{_NAME}){_ROLE})[ \t]*"
)
_FIELDS = re.compile(r"[^:;]{1,60}: [^;:]+; [^:;]{1,60}: ")  # a row of a table
_NO_SPEAKERS = frozenset(
    "from to cc bcc date sent subject re fw fwd von an betreff gesendet datum de para objet asunto "
    "http https note notes nb ps tip page time".split()
)
_LEAST_TURNS, _LEAST_SHARE = 4, 0.4
_SAID = 5  # words


@dataclass(frozen=True)
class Turn:
    """A line with which somebody begins to speak."""

    speaker: str
    words: str
    """Of the same line; "" where they follow below."""

    @property
    def alone(self) -> bool:
        """Whether the line holds nothing but who speaks, and when."""
        return not self.words

    @property
    def told(self) -> bool:
        """Whether it reads like something said, and not like a value after its name."""
        return self.alone or self.words[-1] in '.?!…”"' or len(self.words.split()) >= _SAID


def turns(text: str) -> dict[int, Turn]:
    """The turns by where their line starts; none where the text is no conversation.

    Two speakers at least come back, and what they say is a good share of the text.
    """
    found: dict[int, Turn] = {}
    filled = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        filled += 1
        if turn := _turn(line[0]):
            found[line.start() + len(line[0]) - len(line[0].lstrip())] = turn
    counts = Counter(turn.speaker for turn in found.values())
    known = {speaker for speaker, count in counts.items() if count > 1}
    spoken = {start: turn for start, turn in found.items() if turn.speaker in known}
    headed = sum(turn.alone for turn in spoken.values())
    enough = len(spoken) >= max(_LEAST_TURNS, _LEAST_SHARE * (filled - headed))
    told = sum(turn.told for turn in spoken.values()) >= 0.5 * len(spoken)
    if len(known) < 2 or not (enough and told):
        return {}
    return {start: turn for start, turn in found.items() if turn.speaker in known or turn.alone}


def _turn(line: str) -> Turn | None:
    if heads := _HEADS.fullmatch(line):
        return Turn(_plain(heads["name"] or heads["after"]), words="")
    opens = _OPENS.match(line)
    if opens is None or _FIELDS.match(line) or opens["name"].casefold() in _NO_SPEAKERS:
        return None
    return Turn(_plain(opens["name"]), words=opens["words"].strip())


def _plain(name: str) -> str:
    return " ".join(name.split())
