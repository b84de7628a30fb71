"""Takes short quotes out of an answer and trims its sentences, never changing a word."""

import re

LONGEST = 18
"""Words a quote in a remark has at most."""
_SHORTEST = 4
"""Words a quote keeps when it is cut at a pause."""

_WORD = re.compile(r"\S+")
_FILLERS = (
    r"(?:um+|uh+|er+m?|erm|hmm+|oh|ah|nah|well|okay|ok|so|right|yeah|yes|yep|sure|now|anyway|anyhow|basically"
    r"|honestly|look|like|you know|i mean|to be honest|to be fair|and|but|then|because|'?cause|cos)"
)
_OPENING = re.compile(
    rf"^(?:[\s\"'“‘(•*–—-]|\d{{1,2}}[.)]\s)*(?:(?i:{_FILLERS})\b(?!['’])[\s,.…–—-]+)*"
)
_HEDGE = r"(?:you know|i (?:mean|think|guess|suppose)|(?:sort|kind) of|to be fair|basically|like)"
_HESITATION = re.compile(
    r"(?i)(?<![\w'’])(?:um+|uh+|erm+|hmm+)\b,?"
    rf"|,\s*{_HEDGE},|(?<=\bi )(?:sort of|kind of|basically)\b|(?<=\bjust )(?:sort of|kind of)\b"
)
_REPEATED = r"(i|i['’]m|it|it['’]s|that['’]s|we|he|she|they|you|the|a|and|so|to|my|was|in|of|for)"
_STUTTER = re.compile(rf"(?i)(?<![\w'’]){_REPEATED}(?:[ ,]+(?:um+ |uh+ |erm? )?(\1))+(?![\w'’])")
_TWICE = re.compile(r"(?i)(?<![\w'’])(\w+ \w+) \1(?![\w'’])")
_PAUSE = re.compile(r"[,;:—–]$|[.!?…]$")
_CONNECTORS = "and but because so which who while when where as since until before um uh er erm"
_NEXT_CLAUSE = frozenset(_CONNECTORS.split())
_LOOSE = (
    "a an the and but or so to of in on at for with from by as my our his her their its this that "
    "which who because i we was were is i'd i'm had would could not no than when where into he "
    "she they it's think just very "
)
_DANGLING = frozenset(_LOOSE.split())
_TRAILING = " \t\n,;:.–—-…"


def straight(text: str) -> str:
    """The text with the apostrophes of a typewriter, as patterns have them; as long as it was."""
    return text.replace("’", "'").replace("‘", "'")


def snip(text: str, most: int = LONGEST) -> str:
    """The beginning of a sentence as a quote: verbatim, without fillers before and marks after.

    Cut at a pause where there is one; "" where nothing is left to quote.
    """
    start = _after_fillers(text)
    words = list(_WORD.finditer(text, start))
    if not words:
        return ""
    end = words[_length(text, words, most) - 1].end()
    return _balanced(text[start:end].rstrip(_TRAILING))


def excerpt(text: str, part: str, most: int = LONGEST) -> str:
    """So many words around a part of a sentence, verbatim; the whole of it where it is no longer.

    "" where the part does not stand in it.
    """
    at = text.find(part)
    if at < 0:
        return ""
    words = list(_WORD.finditer(text))
    first = next(i for i, word in enumerate(words) if word.end() > at)
    last = next(i for i, word in enumerate(words) if word.end() >= at + len(part.rstrip()))
    start = max(0, min(first - (most - (last - first + 1)) // 2, len(words) - most))
    kept = words[start : max(last + 1, start + most)]
    return _balanced(text[kept[0].start() : kept[-1].end()].rstrip(_TRAILING))


def _length(text: str, words: list[re.Match[str]], most: int) -> int:
    """How many of the words to keep."""
    said = [word.group() for word in words]
    ends = [i + 1 for i, word in enumerate(said) if re.search(r"[.!?…][\"'”’)]*$", word)]
    whole = next((n for n in ends if n >= _SHORTEST), len(said))
    if whole <= most:
        return whole
    pauses = [n for n in range(_SHORTEST, most + 1) if _pause_after(said, n)]
    length = pauses[-1] if pauses else most
    while length > 1 and said[length - 1].strip(_TRAILING).lower() in _DANGLING:
        length -= 1
    return length


def _pause_after(said: list[str], n: int) -> bool:
    return bool(_PAUSE.search(said[n - 1])) or said[n].lower() in _NEXT_CLAUSE


def _after_fillers(text: str) -> int:
    match = _OPENING.match(text)
    start = match.end() if match else 0
    if stutter := _STUTTER.match(text, start):
        start = stutter.start(2)
    return start if text[start:].strip(_TRAILING) else 0


def _balanced(quote: str) -> str:
    """Without a quotation mark or bracket that only opens or only closes in it."""
    for opening, closing in ("“”", "()", "[]", '""'):
        if (opening == closing and quote.count(opening) % 2) or (
            opening != closing and quote.count(opening) != quote.count(closing)
        ):
            return max(re.split(rf"[{re.escape(opening + closing)}]", quote), key=len).strip(
                _TRAILING
            )
    return quote


def trimmed(text: str) -> str:
    """A sentence to be read: no fillers or stutters; a capital first, a full stop last.

    Every word left is one of the sentence's own, in its order.
    """
    spoken = " ".join(text[_after_fillers(text) :].split())
    spoken = _HESITATION.sub(" ", spoken)
    spoken = re.sub(r"\s+([,.;!?])", r"\1", _TWICE.sub(r"\1", _STUTTER.sub(r"\1", spoken)))
    spoken = " ".join(spoken.split()).strip(" ,;:–—-")
    if not spoken:
        return ""
    ended = spoken if re.search(r"[.!?…][\"'”’)]*$", spoken) else spoken + "."
    return ended[0].upper() + ended[1:]
