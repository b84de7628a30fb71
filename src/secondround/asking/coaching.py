"""Coaches the questions that the candidate asked in an interview, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondround.asking import forms
from secondround.asking.better import better
from secondround.asking.labelling import Labeller
from secondround.asking.wordlist import asks_about_pay, wordlist
from secondround.critique.quoting import straight
from secondround.domain.asking import AskFlag, AskLabel, AskVerdict, CoachedQuestion
from secondround.domain.interview import Act, Interview, Mode, MoveKind, Phase, Turn
from secondround.domain.materials import Kind, Passage, PersonaKind
from secondround.errors import EngineError
from secondround.ports import Search

ENOUGH = 4
"""Questions to one person after which more are too many."""
FOUND = 5
"""Passages that count as known for a question."""
LATEST = 12
"""Earlier lines of the talk that count as known."""
KNOWN_TO_BOTH = (Kind.COMPANY, Kind.JOB, Kind.FIRST_INTERVIEW)
"""What may answer a question; the candidate's own CV does not."""

_COURTESIES = (MoveKind.GREET, MoveKind.REPEAT, MoveKind.INVITE_QUESTIONS, MoveKind.CLOSE)


def coached(
    interview: Interview, labeller: Labeller, search: Search
) -> tuple[CoachedQuestion, ...]:
    """One for each question of the candidate, in order, by what was known when it was asked.

    None while a realistic interview runs: nothing is given away before its end.

    Raises:
        SetupError: the index is open elsewhere, or what was learned of labels is missing.
    """
    if interview.mode is Mode.REALISTIC and interview.phase is not Phase.DONE:
        return ()
    return tuple(_coach(asked, labeller) for asked in _asked(interview, search))


@dataclass(frozen=True)
class _Asked:
    """A question in its place."""

    turn: Turn
    persona: PersonaKind
    number: int
    """Which question to this person it is, from 1."""
    passages: tuple[Passage, ...]
    said: tuple[str, ...]
    """What interviewers said before in this person's hearing."""
    pay_raised: bool


def _asked(interview: Interview, search: Search) -> Iterator[_Asked]:
    numbers: dict[str, int] = {}
    for turn in interview.turns:
        if turn.act is not Act.QUESTION:
            continue
        numbers[turn.persona_id] = numbers.get(turn.persona_id, 0) + 1
        before = _heard_before(interview, turn)
        yield _Asked(
            turn=turn,
            persona=interview.persona(turn.persona_id).kind,
            number=numbers[turn.persona_id],
            passages=_found(interview.dossier_id, turn.text, search),
            said=tuple(line.text for line in before if _tells(line))[-LATEST:],
            pay_raised=any(_raises_pay(line) for line in before),
        )


def _heard_before(interview: Interview, turn: Turn) -> list[Turn]:
    heard = interview.heard_by(interview.persona(turn.persona_id))
    return [line for line in heard if line.index < turn.index]


def _tells(line: Turn) -> bool:
    """Whether an interviewer may have told something worth knowing in it, and no courtesy."""
    return line.move is not None and line.move.kind not in _COURTESIES


def _raises_pay(line: Turn) -> bool:
    """Whether the interviewer spoke of pay, unasked."""
    if line.move is None or line.move.kind is MoveKind.REPLY:
        return False
    return line.move.kind is MoveKind.RAISE_PAY or asks_about_pay(line.text)


def _found(dossier_id: str, question: str, search: Search) -> tuple[Passage, ...]:
    try:
        return tuple(search(dossier_id, question, k=FOUND, kinds=KNOWN_TO_BOTH))
    except EngineError:  # a question can be coached by what was said alone
        return ()


def _coach(asked: _Asked, labeller: Labeller) -> CoachedQuestion:
    question = asked.turn.text
    texts = [passage.text for passage in asked.passages]
    verdict = labeller.label(
        question, asked.persona, [*texts, *asked.said], pay_raised=asked.pay_raised
    )
    wording, source = better(question, verdict, asked.persona, asked.passages, labeller)
    flags = tuple(_flags(asked, verdict))
    answering = [p for p in asked.passages if verdict.evidence and verdict.evidence in p.text]
    return CoachedQuestion(
        turn=asked.turn.index,
        persona_id=asked.turn.persona_id,
        question=question,
        label=verdict.label,
        why=verdict.why,
        better=wording,
        flags=flags,
        remarks=tuple(_remark(flag, asked) for flag in flags),
        evidence=verdict.evidence,
        passages=tuple(dict.fromkeys([*answering, *source])),
    )


def _flags(asked: _Asked, verdict: AskVerdict) -> Iterator[AskFlag]:
    question = asked.turn.text
    if forms.closed(question):
        yield AskFlag.CLOSED
    if forms.several(question):
        yield AskFlag.SEVERAL
    if verdict.label is not AskLabel.AVOID and fits_better(question, asked.persona):
        yield AskFlag.OTHER_PERSON
    if asked.number > ENOUGH:
        yield AskFlag.TOO_MANY
    if asks_about_pay(question):
        yield AskFlag.PAY


def fits_better(question: str, persona: PersonaKind) -> PersonaKind | None:
    """Another kind of interviewer to whom the question had rather be put; None where it fits."""
    said = straight(question)
    found = {kind: len(pattern.findall(said)) for kind, pattern in wordlist().suits.items()}
    best = max(found, key=lambda kind: found[kind])
    return best if found[best] and not found[persona] else None


def _remark(flag: AskFlag, asked: _Asked) -> str:
    words = wordlist()
    if flag is AskFlag.PAY and asked.pay_raised:
        return words.remarks["pay_raised"]
    fitting = fits_better(asked.turn.text, asked.persona)
    return words.remarks[flag].format(kind=words.kinds[fitting] if fitting else "")
