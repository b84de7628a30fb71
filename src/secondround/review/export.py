"""Gives an interview away: as Markdown to read and print, as JSON for other programs.

The schema of the JSON is in docs/data.md; a change that breaks readers raises `SCHEMA`.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from secondround.critique import delivery
from secondround.critique.wording import BANDS, ELEMENTS, FLAGS, RESPONSES, SCORES, doubt
from secondround.domain.critique import Critique
from secondround.domain.debrief import Debrief
from secondround.domain.interview import Act, Interview, Mode, MoveKind, Turn
from secondround.domain.materials import Passage
from secondround.interview.wording import asked
from secondround.ports import Found
from secondround.review import debrief as summing_up
from secondround.review.escaping import one_line, paragraphs, quoted
from secondround.review.naming import day_and_time, place, who

SCHEMA = 1

_WITHOUT_WORDS = {
    Act.SKIP: "skipped the question",
    Act.REPEAT: "asked to hear it again",
    Act.NO_STORY: "had no such story",
    Act.RETRY: "tried again",
    Act.NEXT: "went on",
    Act.FINISH: "had no more questions",
    Act.END: "ended the interview",
}
_HEADINGS = {MoveKind.INVITE_QUESTIONS: "### Your questions", MoveKind.CLOSE: "### Goodbye"}


def to_json(found: Found, debrief: Debrief) -> str:
    """Everything that is kept of the interview, and what it amounts to."""
    talk = found.interview
    whole = {
        "schema": SCHEMA,
        "dossier": found.dossier.model_dump(mode="json"),
        "interview": {**talk.model_dump(mode="json"), "phase": talk.phase.value},
        "critiques": [critique.model_dump(mode="json") for critique in found.critiques],
        "debrief": debrief.model_dump(mode="json"),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def markdown(found: Found, debrief: Debrief) -> str:
    """The transcript, person by person, with what was made of each answer; then the debrief."""
    return "\n\n".join(block for block in _document(found, debrief) if block) + "\n"


def _document(found: Found, debrief: Debrief) -> Iterator[str]:
    talk = found.interview
    yield f"# {one_line(found.dossier.name)}"
    yield _about(found)
    for persona_id, turns in groupby(talk.turns, lambda turn: turn.persona_id):
        yield f"## {who(talk.persona(persona_id))}"
        for question_id, stretch in groupby(turns, lambda turn: turn.question_id):
            yield from _stretch(found, question_id, list(stretch))
    if debrief.answered or debrief.asked:
        yield "## Debrief"
        yield from summing_up.blocks(talk, debrief)


def _stretch(found: Found, question_id: str | None, turns: list[Turn]) -> Iterator[str]:
    """What was said to one question, or before and after all questions."""
    talk = found.interview
    yield _heading(talk, question_id, turns[0])
    for turn in turns:
        yield from _line(talk, turn)
    if turns[-1] == [turn for turn in talk.turns if turn.question_id == question_id][-1]:
        yield from _judgement(talk, [c for c in found.critiques if c.question_id == question_id])


def _about(found: Found) -> str:
    talk = found.interview
    manner = "Practised" if talk.mode is Mode.PRACTICE else "Held as if it were real"
    people = " and ".join(who(plan.persona) for plan in talk.plans)
    held = f"{manner} on {day_and_time(talk.started_at)} with {people}."
    meeting = found.dossier.interview_at
    return f"{held} The interview itself: {day_and_time(meeting)}." if meeting else held


def _heading(talk: Interview, question_id: str | None, first: Turn) -> str:
    if question_id is not None:
        return f"### Question {asked(talk).index(question_id) + 1}"
    kind = first.move.kind if first.move else None
    return _HEADINGS.get(kind, "") if kind else ""


def _line(talk: Interview, turn: Turn) -> Iterator[str]:
    who = "You" if turn.by_candidate else one_line(talk.persona(turn.persona_id).name)
    if turn.text:
        yield f"**{who}:** {paragraphs(turn.text)}"
    elif turn.act in _WITHOUT_WORDS:
        yield f"*You {_WITHOUT_WORDS[turn.act]}.*"
    if turn.worded_by and turn.worded_by.note:
        yield f"*{one_line(turn.worded_by.note)}*"
    yield _sources(turn.passages)


def _sources(passages: Iterable[Passage]) -> str:
    """What a line rests on, a list item each."""
    return "\n".join(f"- From {place(passage)}: “{one_line(passage.text)}”" for passage in passages)


def _judgement(talk: Interview, critiques: list[Critique]) -> Iterator[str]:
    for critique in critiques:
        several = f", attempt {critique.attempt}" if len(critiques) > 1 else ""
        yield f"#### Critique{several}"
        if critique.not_assessed is not None:
            yield f"**Not assessed.** {paragraphs(critique.not_assessed)}"
        else:
            yield from _verdict(critique)
            said = talk.text_of(critique.turns)
            yield _remark("Delivery", delivery.in_words(said, critique.kind))
        yield _judge(critique)


def _verdict(critique: Critique) -> Iterator[str]:
    if critique.band is not None and critique.response_type is not None:
        kind = RESPONSES[critique.response_type]
        yield f"**{BANDS[critique.band]}, band {critique.band} of 5.** {kind}."
    yield "\n".join(_element(key, critique) for key in critique.elements)
    yield _remark("Noticed", "; ".join(FLAGS[flag] for flag in critique.flags))
    yield _remark("What worked", critique.good)
    yield _remark("The one thing to fix" if critique.band != 5 else "Leave it", critique.fix)
    if critique.stronger:
        yield "**A stronger version, from your own facts:**"
        yield quoted(paragraphs(critique.stronger))


def _element(key: str, critique: Critique) -> str:
    element = critique.elements[key]
    quotes = " … ".join(f"“{one_line(evidence.quote)}”" for evidence in element.evidence)
    level = f"- **{ELEMENTS[key]}:** {SCORES[element.score]}, {element.score} of 3"
    level += f" ({why})" if (why := doubt(key, critique)) else ""
    return f"{level}: {quotes}" if quotes else level


def _remark(title: str, text: str) -> str:
    return f"**{title}:** {paragraphs(text)}" if text else ""


def _judge(critique: Critique) -> str:
    engine = critique.made_by.engine
    name = "the built-in coach" if engine == "built-in" else one_line(engine)
    when = f", {day_and_time(critique.made_at)}" if critique.made_at else ""
    return f"*Judged by {name}{when}.*"
