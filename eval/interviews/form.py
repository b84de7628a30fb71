"""Looks at the form of a line: one open question, and how long it is."""

from collections.abc import Iterator, Sequence

from eval.interviews.figures import Bar, Case, Figure, each, mean, share
from eval.interviews.talks import Transcript
from eval.interviews.wording import asks, doubled, is_open
from secondround.domain.interview import MoveKind

ASKING = frozenset(
    {
        MoveKind.ASK,
        MoveKind.PROBE,
        MoveKind.CHALLENGE,
        MoveKind.REASK,
        MoveKind.INVITE_QUESTIONS,
    }
)
"""Moves that put a question."""
MOST_WORDS, MOST_OF_A_REPLY = 60, 100
"""Words of a line."""


def figures(transcripts: Sequence[Transcript]) -> list[Figure]:
    """Questions a line, and words."""
    words = [len(line.text.split()) for t in transcripts for line in t.lines]
    return [
        share("one open question a line", each(transcripts, one_open_question), Bar(0.98)),
        share(f"at most {MOST_WORDS} words a line", each(transcripts, short_enough), Bar(0.98)),
        mean("words a line", words),
    ]


def one_open_question(transcript: Transcript) -> Iterator[Case]:
    """Every line that has to ask asks once and openly; the others ask once at most."""
    for turn in transcript.lines:
        if turn.move:
            why = _fault(turn.text, must_ask=turn.move.kind in ASKING)
            yield Case(transcript, turn.index, not why, why)


def _fault(line: str, *, must_ask: bool) -> str:
    asked = asks(line)
    if len(asked) > 1:
        return f"{len(asked)} questions"
    if not asked:
        return "no question" if must_ask else ""
    if doubled(asked[0]):
        return "two questions in one"
    return "not open" if must_ask and not is_open(asked[0]) else ""


def short_enough(transcript: Transcript) -> Iterator[Case]:
    """Every line."""
    for turn in transcript.lines:
        most = MOST_OF_A_REPLY if turn.move and turn.move.kind is MoveKind.REPLY else MOST_WORDS
        count = len(turn.text.split())
        yield Case(transcript, turn.index, count <= most, f"{count} words")
