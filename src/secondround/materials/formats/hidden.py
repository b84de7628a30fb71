"""What a file holds and its reader does not see: collected to be told, and kept out of the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
    "|[\u200c\u200d]{2,}|[\ufe00-\ufe0f]{2,}"
)
"""Characters that show nothing; a single joiner and a single variation selector shape others."""

_BREAKS = re.compile(r"(?<=[^\W\d_])[\u200b\u2060-\u2064\ufeff]+(?=[^\W\d_])")
_OVERRIDES = re.compile(r"[\u202d\u202e]([^\n\u202c]{0,200}\w)")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]{1,8}")
_TAGS = re.compile("[\U000e0020-\U000e007e]{3,}")
_RUNS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}|[\u200b-\u200d\u2060-\u2064]{8,}")
_MOST_QUOTES, _MOST_QUOTED = 3, 120


@dataclass(frozen=True)
class Hidden:
    """Words that the file holds and does not show."""

    how: str
    """What makes them unseen: `white text`; counted where it is one of `COUNTED`."""
    words: str


COMMENT, DELETION = "comment", "tracked deletion"
COUNTED = (COMMENT, DELETION)
_CHARACTERS = "invisible characters"


def hidden_notice(hidden: Sequence[Hidden]) -> str:
    """One sentence on all that was left out, with its first words; "" for nothing."""
    said = [one for one in hidden if re.search(r"\w", one.words)]
    if not said:
        return ""
    counts = Counter(one.how for one in said)
    how = ", ".join(_counted(name, n) if name in COUNTED else name for name, n in counts.items())
    told = [one for one in said if one.how not in COUNTED] or said
    quotes = ", ".join(quoted(one.words) for one in told[:_MOST_QUOTES])
    return f"The file holds what a reader does not see ({how}), and it was left out: {quotes}."


def quoted(words: str) -> str:
    """Words in quotation marks, on one line and not too many."""
    shown = " ".join(INVISIBLE.sub("", words).split())
    short = shown if len(shown) <= _MOST_QUOTED else shown[:_MOST_QUOTED].rstrip() + "…"
    return f"“{short.rstrip('.')}”"


def smuggled(text: str) -> Iterator[Hidden]:
    """Words written in characters that show nothing, or broken or turned round by such."""
    for match in _TAGS.finditer(_FLAG.sub("", text)):
        words = "".join(chr(ord(character) - 0xE0000) for character in match[0])
        yield Hidden(_CHARACTERS, words)
    broken = dict.fromkeys(_word_at(text, match.start()) for match in _BREAKS.finditer(text))
    if broken:
        yield Hidden(_CHARACTERS, " ".join(broken))
    for match in _OVERRIDES.finditer(text):
        yield Hidden(_CHARACTERS, match[1])
    if _RUNS.search(text):
        yield Hidden(_CHARACTERS, "no words, only a code")


def _word_at(text: str, position: int) -> str:
    before, after = text[max(0, position - 40) : position], text[position : position + 40]
    return (before.split() or [""])[-1] + (after.split() or [""])[0]


def _counted(name: str, count: int) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
