"""Where the candidate's own questions are dealt with: labelled, replied to, coached, suggested."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from secondround.asking.coaching import FOUND, KNOWN_TO_BOTH, coached
from secondround.asking.labelling import Labeller
from secondround.asking.suggesting import suggestions
from secondround.critique.quoting import snip
from secondround.critique.units import cut
from secondround.domain.asking import AskLabel, AskVerdict, CoachedQuestion, SuggestedQuestion
from secondround.domain.interview import Act, Interview, Mode, Move, MoveKind, Persona, Plan
from secondround.domain.materials import Brief, Dossier, Kind, Passage
from secondround.ports import Embedder, Interviewer, Scene, Search

NOWHERE = Dossier(id="", company="", role="", created_at=datetime(1970, 1, 1, tzinfo=UTC))
"""The dossier of a question that is put without one."""
SURE = 0.45
"""How far, -1..1, a sentence must look like an answer to be told as one."""
_SHORTEST = 3
"""Words of a sentence that a reply can be seen to draw on."""


@dataclass(frozen=True)
class Answered:
    """What came of a question."""

    verdict: AskVerdict
    reply: str
    passages: tuple[Passage, ...]
    """What the reply draws on in a dossier."""
    sentences: tuple[str, ...]
    """What it draws on in a plain text, verbatim."""


class Desk:
    """Deals with questions; loads its models at the first."""

    def __init__(
        self, plain: Embedder, seeking: Embedder, search: Search, interviewer: Interviewer
    ) -> None:
        """`plain` says what a text is like, `seeking` what would answer it; see `Labeller`."""
        self._labeller = Labeller(plain, seeking)
        self._search = search
        self._interviewer = interviewer

    def coached(self, interview: Interview) -> tuple[CoachedQuestion, ...]:
        """One for each question of the candidate, in order, by what was known when it was asked.

        Raises:
            SetupError: the index is open elsewhere, or something of the product is missing.
        """
        return coached(interview, self._labeller, self._search)

    def suggested(
        self, dossier: Dossier, brief: Brief, persona: Persona
    ) -> tuple[SuggestedQuestion, ...]:
        """Questions worth asking this person, the best first; the same for the same brief.

        Raises:
            SetupError: the index is open elsewhere, or something of the product is missing.
        """
        return suggestions(dossier, brief, persona, self._labeller, self._search)

    def in_dossier(
        self, question: str, persona: Persona, dossier: Dossier, *, pay_raised: bool = False
    ) -> Answered:
        """With the dossier's materials as what is known.

        Raises:
            SetupError: the index is open elsewhere, or something of the product is missing.
            EngineError: the embedding service does not answer.
        """
        found = tuple(self._search(dossier.id, question, k=FOUND, kinds=KNOWN_TO_BOTH))
        texts = [passage.text for passage in found]
        verdict = self._labeller.label(question, persona.kind, texts, pay_raised=pay_raised)
        told = () if verdict.label is AskLabel.AVOID else self.telling(question, persona, found)
        reply = self._reply(question, persona, dossier, told)
        drawn = tuple(passage for passage in found if _drawn_on(reply, passage.text))
        return Answered(verdict, reply, drawn, ())

    def telling(
        self, question: str, persona: Persona, passages: Sequence[Passage]
    ) -> tuple[Passage, ...]:
        """The sentence that surely answers the question, alone; all passages where none does.

        Raises:
            SetupError: something of the product is missing.
        """
        asked = self._labeller.asked(question, persona.kind, [p.text for p in passages])
        near = next((near for near in asked.nearest if near.answering >= SURE), None)
        if near is None:
            return tuple(passages)
        return (_narrowed(passages[near.sentence.source], near.sentence.text),)

    def in_text(
        self, question: str, persona: Persona, context: str, *, pay_raised: bool = False
    ) -> Answered:
        """With a plain text as all that is known; "" where nothing is.

        Raises:
            SetupError: something of the product is missing.
        """
        texts = [context] if context.strip() else []
        verdict = self._labeller.label(question, persona.kind, texts, pay_raised=pay_raised)
        told = [_narrowed(_noted(context), verdict.evidence)] if verdict.evidence else []
        if not told and texts and verdict.label is not AskLabel.AVOID:
            told = [_noted(context)]
        reply = self._reply(question, persona, NOWHERE, told)
        return Answered(verdict, reply, (), tuple(_drawn_on(reply, context)))

    def _reply(
        self, question: str, persona: Persona, dossier: Dossier, passages: Sequence[Passage]
    ) -> str:
        talk = Interview(
            id=question,
            dossier_id=dossier.id,
            mode=Mode.REALISTIC,
            plans=(Plan(persona=persona, questions=()),),
            started_at=NOWHERE.created_at,
        ).said(at=NOWHERE.created_at, by_candidate=True, act=Act.QUESTION, text=question)
        move = Move(kind=MoveKind.REPLY, persona_id=persona.id, about=question)
        return "".join(self._interviewer.say(Scene(dossier, talk, move, passages)).pieces)


def _noted(text: str) -> Passage:
    """A text that stands in no document, as notes: what the candidate says in it is theirs."""
    return Passage(
        id=f":0-{len(text)}",
        document_id="",
        document="",
        kind=Kind.FIRST_INTERVIEW,
        start=0,
        end=len(text),
        text=text,
        score=0.0,
    )


def _narrowed(passage: Passage, sentence: str) -> Passage:
    """The sentence of the passage, as what is known to answer."""
    start = passage.text.index(sentence)
    end = start + len(sentence)
    return passage.model_copy(
        update={
            "id": f"{passage.document_id}:{passage.start + start}-{passage.start + end}",
            "start": passage.start + start,
            "end": passage.start + end,
            "text": sentence,
            "score": 1.0,
        }
    )


def _drawn_on(reply: str, text: str) -> list[str]:
    """The sentences of a text whose words are in the reply."""
    sentences = [text[start:end] for start, end in cut(text)]
    openings = [" ".join(snip(sentence).split()) for sentence in sentences]
    return [
        sentence
        for sentence, opening in zip(sentences, openings, strict=True)
        if len(opening.split()) >= _SHORTEST and opening.rstrip(".") in reply
    ]
