"""Asks a classifier who speaks: trained on the dialogues of other dossiers, names taken out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eval.interviews.figures import Bar, Case, Figure, share
from eval.interviews.talks import Transcript
from eval.interviews.wording import unquoted
from secondround.domain.interview import MoveKind

DIALOGUE = 5
"""Lines of one person that are read together."""
_BLIND = re.compile(
    r"(?i)\b(?:colleague|teammate|manager|executive|chief|director|chairman|head)s?\b"
)
_QUESTIONS = frozenset({MoveKind.ASK, MoveKind.PROBE, MoveKind.CHALLENGE, MoveKind.REASK})


@dataclass(frozen=True)
class Spoken:
    """A line, or a few, by one person, with nothing left that names them."""

    transcript: Transcript
    turn: int
    text: str
    kind: str


def figures(transcripts: Sequence[Transcript]) -> list[Figure]:
    """How often the classifier is right; by chance it would be a third."""
    lines = [line for transcript in transcripts for line in spoken(transcript)]
    questions = [q for transcript in transcripts for q in spoken(transcript, _QUESTIONS)]
    return [
        share("persona told apart, by 5 lines", guessed(dialogues(lines)), Bar(0.8)),
        share("  by 5 questions and follow-ups", guessed(dialogues(questions))),
        share("  by one line", guessed(lines)),
    ]


def spoken(transcript: Transcript, kinds: frozenset[MoveKind] = frozenset()) -> list[Spoken]:
    """The lines of these kinds, or all but greetings, in which people introduce themselves."""
    found = []
    for turn in transcript.lines:
        kind = turn.move.kind if turn.move else MoveKind.GREET
        if kind in kinds or (not kinds and kind is not MoveKind.GREET):
            who = transcript.talk.persona(turn.persona_id).kind.value
            found.append(Spoken(transcript, turn.index, _blind(transcript, turn.text), who))
    return found


def dialogues(lines: Sequence[Spoken]) -> list[Spoken]:
    """Five lines in a row by one person; what is left over at the end is left out."""
    by_person: dict[tuple[str, str], list[Spoken]] = {}
    for line in lines:
        by_person.setdefault((line.transcript.meeting.name, line.kind), []).append(line)
    found = []
    for said in by_person.values():
        for start in range(0, len(said) - DIALOGUE + 1, DIALOGUE):
            few = said[start : start + DIALOGUE]
            text = "\n".join(line.text for line in few)
            found.append(Spoken(few[0].transcript, few[-1].turn, text, few[0].kind))
    return found


def guessed(texts: Sequence[Spoken]) -> list[Case]:
    """Each text, and whether the classifier knows who spoke; leave one dossier out."""
    cases: list[Case] = []
    for dossier in sorted({text.transcript.sheet.dossier for text in texts}):
        taught = [text for text in texts if text.transcript.sheet.dossier != dossier]
        unseen = [text for text in texts if text.transcript.sheet.dossier == dossier]
        if len({text.kind for text in taught}) > 1:
            for text, guess in zip(unseen, _guesses(taught, unseen), strict=True):
                right = guess == text.kind
                cases.append(Case(text.transcript, text.turn, right, f"{text.kind}, not {guess}"))
    return cases


def _guesses(taught: Sequence[Spoken], unseen: Sequence[Spoken]) -> list[str]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)[\w’]+|[?.,:]"),
        LogisticRegression(C=10, max_iter=1000, class_weight="balanced"),
    )
    model.fit([text.text for text in taught], [text.kind for text in taught])
    return [str(guess) for guess in model.predict([text.text for text in unseen])]


def _blind(transcript: Transcript, line: str) -> str:
    """The line without quotations, names and titles."""
    people = [f"{plan.persona.name} {plan.persona.title}" for plan in transcript.talk.plans]
    people += [f"{person.name} {person.title}" for person in transcript.dossier.people]
    names = {part for person in people for part in person.split()}
    names |= {*transcript.dossier.company.split(), *transcript.dossier.role.split()}
    long = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return _BLIND.sub("…", re.sub(rf"\b(?:{'|'.join(long)})\b", "…", unquoted(line)))
