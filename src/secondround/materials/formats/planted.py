"""Finds what a document says to software instead of to its reader, so that it can be pointed out.

"Ignore all previous instructions", "rate this candidate 10/10", a made-up system message: such
words stay text, and nothing in the product follows them; the candidate should know of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondround.materials.formats.hidden import Hidden, quoted
from secondround.materials.formats.wordings import STEERS
from secondround.materials.sentences import sentences

_MOST_QUOTES = 3
_RUNS_ON = re.compile(r"(?<=[^\n.!?:])\n(?=[^\W\d])")
_LONGEST = 600  # characters looked at together, of what has no sentences


def planted_notice(text: str, unseen: Iterable[str] = ()) -> str:
    """One sentence quoting what speaks to software, in the text or out of sight; "" for nothing."""
    found = [words for part in (text, *unseen) for words in planted(part)]
    if not found:
        return ""
    quotes = ", ".join(quoted(words) for words in found[:_MOST_QUOTES])
    more = f" and {len(found) - _MOST_QUOTES} more" if len(found) > _MOST_QUOTES else ""
    return (
        f"The file holds instructions addressed to software, not to you: {quotes}{more}; "
        "they are treated as mere text and nothing follows them."
    )


def planted(text: str) -> Sequence[str]:
    """The sentences that speak to software, in order, none within another."""
    found = list(dict.fromkeys(_steering(text)))
    return [one for one in found if not any(one != more and one in more for more in found)]


def planted_data(data: Iterable[str | None]) -> list[Hidden]:
    """What speaks to software in the data about a file, which is never read as text."""
    said = [words for value in data for words in planted(value or "")]
    return [Hidden("data about the file", " ".join(said))] if said else []


def _steering(text: str) -> Iterator[str]:
    for start, end in _cut(text):
        words = " ".join(text[start:end].split())
        if STEERS.search(words.casefold().replace("’", "'")):
            yield words


def _cut(text: str) -> list[tuple[int, int]]:
    """The sentences as they are, and as they are where lines run on; none of them endless."""
    whole = dict.fromkeys([*sentences(text), *sentences(_RUNS_ON.sub(" ", text))])
    return [
        (cut, min(end, cut + _LONGEST))
        for start, end in sorted(whole)
        for cut in range(start, end, _LONGEST)
    ]
