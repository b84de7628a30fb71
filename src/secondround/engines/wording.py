"""Has a chat model word what was decided about an answer, and takes nothing that adds a fact."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field, WithJsonSchema

from secondround.critique.evidence import unfounded
from secondround.domain.critique import Answer, Critique
from secondround.engines.structured import Unusable, ask
from secondround.prompts import load

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_OPENING = re.compile(r"(?:^|[.!?:]\s+)\w", re.MULTILINE)
"""A remark begins with a word of its own (“Say …”), which its capital does not make a name."""
_SENTENCE = re.compile(r"[^.!?…]+")
_GAP = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_LEAST_SHARE = 0.5

Remark = Annotated[str, Field(max_length=600), WithJsonSchema({"type": "string"})]
Retelling = Annotated[str, Field(max_length=2500), WithJsonSchema({"type": "string"})]


class Wording(BaseModel, extra="forbid"):
    """What the model sends back."""

    good: Remark
    fix: Remark
    stronger: Retelling


def words(model: "BaseChatModel", answer: Answer, draft: Critique) -> Wording:
    """The draft's remarks in the model's words; what the draft leaves empty stays empty.

    Raises:
        EngineError: the service failed, or it could not keep to the candidate's facts.
    """
    messages = load("critique/words").messages(
        question=answer.question,
        parts=[part.text for part in answer.parts],
        passages=[f"{p.heading}\n{p.text}" for p in answer.passages],
        evidence=[
            (name, " … ".join(e.quote for e in element.evidence))
            for name, element in draft.elements.items()
        ],
        good=draft.good,
        fix=draft.fix,
        stronger=draft.stronger,
    )
    wording = ask(model, messages, Wording, lambda said: _check(_kept(said, draft), answer, draft))
    return _kept(wording, draft)


def _kept(wording: Wording, draft: Critique) -> Wording:
    """Without what the draft leaves empty: no praise where nothing was good."""
    empty = {name: "" for name in Wording.model_fields if not getattr(draft, name)}
    return wording.model_copy(update=empty)


def _check(wording: Wording, answer: Answer, draft: Critique) -> None:
    missing = [
        name
        for name, text in wording.model_dump().items()
        if getattr(draft, name) and not text.strip()
    ]
    if missing:
        raise Unusable(f"These must not be empty: {missing}.")
    remarks = _OPENING.sub(lambda match: match.group().lower(), f"{wording.good}\n{wording.fix}")
    added = unfounded(f"{remarks}\n{wording.stronger}", answer)
    added += _foreign(wording.stronger, answer)
    if added:
        raise Unusable(f"Neither the answer nor the materials say this: {added}.")


def _foreign(text: str, answer: Answer) -> Iterator[str]:
    """Sentences of a retelling most of whose words neither the answer nor the materials use."""
    sources = "\n".join((answer.question, answer.text, *(p.text for p in answer.passages)))
    known = set(_stems(sources))
    for sentence in _SENTENCE.findall(_GAP.sub(" ", text)):
        stems = _stems(sentence)
        if stems and sum(stem in known for stem in stems) < _LEAST_SHARE * len(stems):
            yield sentence.strip()


def _stems(text: str) -> list[str]:
    return [word.casefold()[:_STEM] for word in _WORD.findall(text)]
