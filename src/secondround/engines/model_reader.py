"""Has a chat model read documents for the brief; what it proposes is checked elsewhere, by code."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

from secondround.domain.base import Provenance
from secondround.domain.materials import (
    Aspect,
    Document,
    Kind,
    Passage,
    Reading,
    ReadLine,
    Topic,
)
from secondround.engines.structured import ask
from secondround.ports import Clock
from secondround.prompts import load

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

ROOM = 5_000
"""Characters of a document that go into one call."""
CALLS = 12
"""Calls for one document; what a long one says after that is left to the built-in coach."""

KINDS = {
    Kind.FIRST_INTERVIEW: "notes on the first interview, or a message from the employer",
    Kind.COMPANY: "about the company",
    Kind.JOB: "a job description",
    Kind.RESUME: "the candidate's CV",
}
TOPICS: dict[Kind, dict[Topic, str]] = {
    Kind.FIRST_INTERVIEW: {
        Topic.CONCERN: "a doubt that they raised about the candidate",
        Topic.PROMISE: "something that the candidate promised to do",
        Topic.STRENGTH: "something about the candidate that went down well",
        Topic.CLAIM: "a figure or fact that the candidate stated about themselves",
        Topic.PROBLEM: "a problem that the employer named",
        Topic.PERSON: "somebody the candidate met or will meet, and who they are",
        Topic.FACT: "a fact about the company",
        Topic.COMPETITOR: "a fact about a competitor of the company",
        Topic.QUESTION: "something that was left open and is worth asking",
    },
    Kind.COMPANY: {
        Topic.FACT: "a fact about the company that is worth using",
        Topic.COMPETITOR: "a fact about a competitor of the company",
        Topic.PROBLEM: "a problem that the company names itself",
        Topic.PERSON: "somebody who leads the company, and who they are",
        Topic.QUESTION: "something that is left open and is worth asking",
    },
    Kind.JOB: {
        Topic.DUTY: "what the role asks for",
        Topic.FACT: "a fact about the company",
        Topic.PROBLEM: "a problem that the role is to solve",
        Topic.PERSON: "somebody who is named, and who they are",
    },
    Kind.RESUME: {Topic.CLAIM: "a figure or achievement that the candidate states"},
}
"""What is looked for in each kind of document."""


class Noted(BaseModel, extra="forbid"):
    """A line as the model sends it."""

    topic: Topic
    quote: str
    passage: int
    text: str
    aspect: Aspect
    about: str


class Notes(BaseModel, extra="forbid"):
    """What the model sends back."""

    lines: list[Noted]


class ModelReader:
    """Reads with a chat model; `name` is what the record of each reading calls it."""

    def __init__(self, model: "BaseChatModel", name: str, clock: Clock) -> None:
        self._model = model
        self._name = name
        self._clock = clock

    def read(self, document: Document, passages: Sequence[Passage], company: str) -> Reading:
        """What the model notes in the document.

        Raises:
            EngineError: the service failed, or sent what could not be used.
        """
        lines = [
            line
            for some in list(_portions(passages))[:CALLS]
            for line in self._noted(document, some, company)
        ]
        made_by = Provenance(engine=self._name, prompt=load("materials/brief").reference)
        return Reading(
            document_id=document.id, lines=tuple(lines), made_by=made_by, made_at=self._clock()
        )

    def _noted(
        self, document: Document, passages: Sequence[Passage], company: str
    ) -> Iterator[ReadLine]:
        messages = load("materials/brief").messages(
            kind=KINDS[document.kind],
            company=company,
            passages=[f"{p.heading}\n{p.text}".strip() for p in passages],
            topics=[(topic.value, text) for topic, text in TOPICS[document.kind].items()],
            aspects=[aspect.value for aspect in Aspect],
        )
        for noted in ask(self._model, messages, Notes).lines:
            if noted.topic in TOPICS[document.kind] and 0 < noted.passage <= len(passages):
                passage = passages[noted.passage - 1]
                yield ReadLine(**noted.model_dump(exclude={"passage"}), passage_id=passage.id)


def _portions(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The passages in order, as many together as there is room for in one call."""
    portion: list[Passage] = []
    for passage in passages:
        if portion and sum(len(p.text) for p in (*portion, passage)) > ROOM:
            yield portion
            portion = []
        portion.append(passage)
    if portion:
        yield portion
