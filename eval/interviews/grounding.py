"""Checks what a line says of the dossier or of the talk: how often it does, and that it is true."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eval.interviews.figures import Bar, Case, Figure, each, faults, share
from eval.interviews.talks import MINUTES, Transcript
from eval.interviews.wording import quotations, stems, straight, unquoted, within
from secondround.domain.interview import MoveKind, Turn
from secondround.domain.materials import Kind

MOST_STEMS, LEAST_STEMS = 0.7, 4
"""Share of the meaning words of a sentence that a source must have for it to come from there, and
how many of them a sentence needs to be about something."""
_FIGURE = re.compile(r"\d[\d.,:]*\d|\d")
_NAME = re.compile(r"(?<![.?!:“”\"…] )(?<!^)\b[A-Z][\w’'-]*[a-z][\w’'-]*")
_COMMON = frozenset(
    """I I’d I’ll I’m I’ve CV English Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December""".split()
)
_ATTRIBUTED = re.compile(
    r"(?i)\b(?P<who>your (?:cv|r[eé]sum[eé]) (?:says|has|puts it)|last time,? you (?:said|told us|"
    r"mentioned)|you (?:said|told us|told \w+|promised|mentioned)(?: last time)?)"
    r"(?: that|:|,)? (?P<what>[^.?!“…]{12,})"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+|\s*[|;]\s+")


def figures(transcripts: Sequence[Transcript], least: float) -> list[Figure]:
    """How much refers to the dossier (`least` is the bar), and what of it is untrue."""
    return [
        share("questions that refer to the dossier", each(transcripts, refers), Bar(least)),
        share("  or to what was said before", each(transcripts, refers_anywhere)),
        faults("quotations that stand nowhere", each(transcripts, quoted)),
        faults("figures that stand nowhere", each(transcripts, figured)),
        faults("names that stand nowhere", each(transcripts, named)),
        faults("reports that no source bears out", each(transcripts, reported)),
    ]


@dataclass(frozen=True)
class Sources:
    """The documents of a dossier, for a search."""

    texts: tuple[str, ...]
    sentences: tuple[tuple[Kind, frozenset[str]], ...]
    """Meaning words of every two sentences in a row."""
    figures: frozenset[str]


def refers(transcript: Transcript) -> Iterator[Case]:
    """Every planned question: does it take something up that stands in this dossier?"""
    sources = _sources(transcript)
    for turn in _asked(transcript):
        yield Case(transcript, turn.index, _from(turn.text, sources), "nothing of this dossier")


def refers_anywhere(transcript: Transcript) -> Iterator[Case]:
    """The same, where words that the candidate spoke in this talk count too."""
    sources = _sources(transcript)
    for turn in _asked(transcript):
        said = [straight(t.text) for t in transcript.talk.turns[: turn.index] if t.by_candidate]
        taken_up = any(within(quote, said) for quote in quotations(turn.text))
        yield Case(transcript, turn.index, taken_up or _from(turn.text, sources))


def quoted(transcript: Transcript) -> Iterator[Case]:
    """Every quotation: it stands in a document or was said before, word by word."""
    texts = _sources(transcript).texts
    for turn in transcript.lines:
        said = [straight(earlier.text) for earlier in transcript.talk.turns[: turn.index]]
        for quote in quotations(turn.text):
            yield Case(transcript, turn.index, within(quote, [*texts, *said]), f"“{quote}”")


def figured(transcript: Transcript) -> Iterator[Case]:
    """Every figure."""
    sources = _sources(transcript)
    for turn in transcript.lines:
        known = {str(MINUTES), *sources.figures, *_figures(_said(transcript, turn))}
        for figure in _figures(turn.text):
            yield Case(transcript, turn.index, figure in known, figure)


def named(transcript: Transcript) -> Iterator[Case]:
    """Every name inside a sentence."""
    for turn in transcript.lines:
        known = [*_sources(transcript).texts, straight(_said(transcript, turn))]
        for name in _NAME.findall(turn.text):
            base = re.sub(r"['’]s$", "", name)
            if name not in _COMMON:
                yield Case(transcript, turn.index, within(base, known), name)


def reported(transcript: Transcript) -> Iterator[Case]:
    """Every report of what somebody said or wrote: a source of that sort has its words."""
    sources = _sources(transcript)
    for turn in transcript.lines:
        for match in _ATTRIBUTED.finditer(unquoted(turn.text)):
            wanted = stems(match["what"])
            if len(wanted) >= LEAST_STEMS - 1:
                true = _borne_out(wanted, _where(match["who"]), sources)
                said = any(_has(wanted, stems(t.text)) for t in transcript.talk.turns[: turn.index])
                yield Case(transcript, turn.index, true or said, match.group())


def _from(line: str, sources: Sources) -> bool:
    if any(within(quote, sources.texts) for quote in quotations(line)):
        return True
    for sentence in re.split(r"(?<=[.?!:])\s+", unquoted(line)):
        wanted = stems(sentence)
        if len(wanted) >= LEAST_STEMS and _borne_out(wanted, tuple(Kind), sources):
            return True
    return False


def _borne_out(wanted: set[str], kinds: Sequence[Kind], sources: Sources) -> bool:
    return any(_has(wanted, has) for kind, has in sources.sentences if kind in kinds)


def _has(wanted: set[str], has: set[str] | frozenset[str]) -> bool:
    return len(wanted & has) >= MOST_STEMS * len(wanted)


def _where(who: str) -> tuple[Kind, ...]:
    """The documents that must have it."""
    return (Kind.RESUME,) if who.lower().startswith("your") else (Kind.FIRST_INTERVIEW, Kind.RESUME)


def _figures(text: str) -> set[str]:
    return {figure.replace(",", "").rstrip(".:") for figure in _FIGURE.findall(text)}


def _said(transcript: Transcript, turn: Turn) -> str:
    """All that was said before, and who and what the talk is about."""
    dossier, talk = transcript.dossier, transcript.talk
    people = [f"{plan.persona.name} {plan.persona.title}" for plan in talk.plans]
    met = [f"{person.name} {person.title}" for person in dossier.people]
    said = [earlier.text for earlier in talk.turns[: turn.index]]
    return " ".join([dossier.company, dossier.role, *people, *met, *said])


def _asked(transcript: Transcript) -> list[Turn]:
    return [t for t in transcript.lines if t.move and t.move.kind is MoveKind.ASK]


def _sources(transcript: Transcript) -> Sources:
    return _read(tuple((d.kind, d.text) for d in transcript.documents))


@lru_cache(maxsize=8)
def _read(documents: tuple[tuple[Kind, str], ...]) -> Sources:
    sentences: list[tuple[Kind, frozenset[str]]] = []
    for kind, text in documents:
        parts = [stems(part) for part in _SENTENCE_END.split(text)]
        pairs = zip(parts, [*parts[1:], set[str]()], strict=True)
        sentences += [(kind, frozenset(one | other)) for one, other in pairs]
    texts = tuple(straight(text) for _, text in documents)
    return Sources(texts, tuple(sentences), frozenset(_figures(" ".join(texts))))
