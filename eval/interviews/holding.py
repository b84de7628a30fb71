"""Looks at whole talks: contradictions that are asked about, panels that share, ends in time."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from eval.interviews.figures import Bar, Case, Figure, each, faults, share
from eval.interviews.repeats import Intents
from eval.interviews.talks import MINUTES, Transcript
from eval.interviews.wording import plain
from secondround.domain.interview import MoveKind, Phase, Turn

GRACE = timedelta(minutes=2)
"""How long over their time somebody may be when they close."""
MOST_ASKED = 4
"""Questions put to somebody who answers none of them."""
WORDS_TAKEN_UP = 4
"""Words in a row by which a line takes up what was said."""
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_THANKS = re.compile(r"(?i)\bthank|\bglad you came|\bgood to (?:have met|meet)")
_UNKIND = re.compile(
    r"(?i)\b(?:waste|disappoint\w*|unfortunately|failed|useless|unprepared|not good enough|refus\w*"
    r"|uncooperative|rude|nothing to say|impatient)\b"
)


def figures(transcripts: Sequence[Transcript], intents: Intents) -> list[Figure]:
    """Of the talks as wholes."""
    panels = [t for t in transcripts if len(t.talk.plans) > 1]
    stuck = [t for t in transcripts if t.sheet.stuck]

    def shared(transcript: Transcript) -> Iterator[Case]:
        return asked_by_another(transcript, intents)

    return [
        share("contradictions asked about", each(transcripts, confronted), Bar(0.8)),
        faults("a colleague's question asked again", each(panels, shared), most=0.02),
        share("talks that end", each(transcripts, ends), Bar(1)),
        share("people who keep their time", each(transcripts, in_time), Bar(1)),
        share("stuck talks ended soon", each(stuck, soon), Bar(1)),
        share("ended kindly", each(transcripts, kindly), Bar(1)),
    ]


def confronted(transcript: Transcript) -> Iterator[Case]:
    """Every contradiction that was said: does a later line hold both sides together?"""
    for told in transcript.told:
        extra = told.extra
        if not extra or not extra.against or not _was_there(transcript, extra.against, told.turn):
            continue
        later = [line for line in transcript.lines if line.index > told.turn]
        asked = any(_holds_together(line, extra.text, extra.against) for line in later)
        yield Case(transcript, told.turn, asked, f"“{extra.text}” against “{extra.against}”")


def _was_there(transcript: Transcript, words: str, turn: int) -> bool:
    """Whether the other side was known by then."""
    said = [earlier.text for earlier in transcript.talk.turns[:turn]]
    known = [" ".join(text.split()) for text in (*said, *(d.text for d in transcript.documents))]
    return any(words in text for text in known)


def _holds_together(line: Turn, said: str, before: str) -> bool:
    new, old = _figures(said) - _figures(before), _figures(before) - _figures(said)
    here = _figures(line.text)
    takes_up = bool(new & here) or _runs(said) & _runs(line.text)
    return bool(takes_up) and bool((old & here) or _runs(before) & _runs(line.text))


def _figures(text: str) -> set[str]:
    return {figure.rstrip(".,") for figure in _FIGURE.findall(text)}


def _runs(text: str) -> set[str]:
    words = plain(text).split()
    count = max(0, len(words) - WORDS_TAKEN_UP + 1)
    return {" ".join(words[i : i + WORDS_TAKEN_UP]) for i in range(count)}


def asked_by_another(transcript: Transcript, intents: Intents) -> Iterator[Case]:
    """Every planned question of a panel, beside those of the others."""
    before: list[Turn] = []
    for turn in transcript.lines:
        if turn.move and turn.move.kind is MoveKind.ASK:
            others = [t.text for t in before if t.persona_id != turn.persona_id]
            yield intents.beside(transcript, turn, others)
            before.append(turn)


def ends(transcript: Transcript) -> Iterator[Case]:
    """The talk."""
    last = len(transcript.talk.turns) - 1
    yield Case(transcript, last, transcript.talk.phase is Phase.DONE, "it goes on and on")


def in_time(transcript: Transcript) -> Iterator[Case]:
    """Every interviewer, by the clock of what was said; those in one room share their time."""
    talk = transcript.talk
    if talk.together:
        took = talk.elapsed(talk.turns[-1].at)
        enough = took <= len(talk.plans) * timedelta(minutes=MINUTES) + GRACE
        yield Case(transcript, len(talk.turns) - 1, enough, f"together they took {took}")
        return
    for plan in talk.plans:
        took = talk.elapsed(talk.turns[-1].at, plan.persona.id)
        enough = took <= timedelta(minutes=MINUTES) + GRACE
        last = max(t.index for t in talk.turns if t.persona_id == plan.persona.id)
        yield Case(transcript, last, enough, f"{plan.persona.id} took {took}")


def soon(transcript: Transcript) -> Iterator[Case]:
    """Every interviewer of somebody who answers nothing."""
    for plan in transcript.talk.plans:
        own = [t for t in transcript.lines if t.persona_id == plan.persona.id]
        asked = [t for t in own if t.move and t.move.kind is MoveKind.ASK]
        if own:
            few = len(asked) <= MOST_ASKED
            yield Case(transcript, own[-1].index, few, f"{plan.persona.id} asked {len(asked)}")


def kindly(transcript: Transcript) -> Iterator[Case]:
    """Every good-bye thanks, and no line after an empty answer is unkind."""
    for turn in transcript.lines:
        closes = turn.move is not None and turn.move.kind is MoveKind.CLOSE
        unkind = _UNKIND.search(turn.text) if transcript.sheet.instead else None
        if closes or unkind:
            thanks = bool(_THANKS.search(turn.text)) or not closes
            yield Case(transcript, turn.index, thanks and not unkind, "unkind or without thanks")
