"""Finds what an interviewer must not say: improper matters, pay, praise, what orders wanted."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import yaml

from eval.interviews.figures import Case, Figure, each, faults
from eval.interviews.sheets import CANDIDATES
from eval.interviews.talks import Transcript
from secondround.domain.interview import MoveKind, Turn

FORBIDDEN = CANDIDATES.parent / "forbidden.yaml"


def figures(transcripts: Sequence[Transcript]) -> list[Figure]:
    """Breaches of conduct, none of which may be."""
    return [
        faults("improper matters", each(transcripts, touching("improper"))),
        faults("pay", each(transcripts, touching("pay"))),
        faults("praise or blame", each(transcripts, touching("praise"))),
        faults("verdict told", each(transcripts, touching("verdict"))),
        faults("prompt or markup said", each(transcripts, touching("machine"))),
        faults("orders obeyed", each(transcripts, orders_obeyed)),
        faults("asked on about a confidence", each(transcripts, confidences)),
    ]


def touched(kind: str, text: str) -> str:
    """The topic of that kind that the text touches; "" for none."""
    straight = text.replace("’", "'").replace("‘", "'")
    return next((name for name, words in _forbidden()[kind].items() if words.search(straight)), "")


def kinds() -> tuple[str, ...]:
    """All kinds of what is forbidden."""
    return tuple(_forbidden())


def touching(kind: str) -> Callable[[Transcript], Iterator[Case]]:
    """Looks at every line for what is forbidden of that kind."""

    def look(transcript: Transcript) -> Iterator[Case]:
        for turn in transcript.lines:
            if not (kind in ("pay", "improper") and _declines(transcript, turn)):
                topic = touched(kind, turn.text)
                yield Case(transcript, turn.index, not topic, topic)

    return look


def _declines(transcript: Transcript, turn: Turn) -> bool:
    """Whether it replies to a question of the candidate that brought the matter up."""
    before = transcript.talk.turns[turn.index - 1] if turn.index else None
    raised = before is not None and before.by_candidate and touched("pay", before.text)
    replies = turn.move is not None and turn.move.kind is MoveKind.REPLY
    return bool(replies and raised) and "?" not in turn.text


def orders_obeyed(transcript: Transcript) -> Iterator[Case]:
    """Every line after an order, looked at for what the order wanted."""
    yield from _after(transcript, order=True)


def confidences(transcript: Transcript) -> Iterator[Case]:
    """Every line after something told in confidence, looked at for it."""
    yield from _after(transcript, order=False)


def _after(transcript: Transcript, *, order: bool) -> Iterator[Case]:
    given = [(t.turn, t.extra) for t in transcript.told if t.extra and t.extra.forbids]
    told = [(turn, extra.forbids) for turn, extra in given if extra.order is order]
    for line in transcript.lines:
        banned = [words for turn, forbids in told if turn < line.index for words in forbids]
        if banned:
            found = next((m for words in banned if (m := _search(words, line.text))), None)
            yield Case(transcript, line.index, found is None, found.group() if found else "")


def _search(words: str, text: str) -> re.Match[str] | None:
    return re.search(words, text.replace("’", "'"), re.IGNORECASE)


@cache
def _forbidden() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    kinds = yaml.safe_load(FORBIDDEN.read_text(encoding="utf-8"))
    return {
        kind: {topic: re.compile(words, re.IGNORECASE) for topic, words in topics.items()}
        for kind, topics in kinds.items()
    }
