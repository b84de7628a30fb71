"""Writes a debrief as Markdown: for the export of an interview, and to read by itself."""

from collections.abc import Iterator, Sequence

from secondround.critique.wording import BANDS
from secondround.domain.asking import CoachedQuestion
from secondround.domain.debrief import (
    Competency,
    Contradiction,
    Debrief,
    Recalled,
    Standing,
)
from secondround.domain.interview import Interview
from secondround.interview import wording
from secondround.interview.wording import RECALLS, asked
from secondround.ports import Found
from secondround.review.escaping import one_line
from secondround.review.naming import day_and_time, place


def markdown(found: Found, debrief: Debrief) -> str:
    """The debrief by itself."""
    talk = found.interview
    head = f"# Debrief: {one_line(found.dossier.name)}", f"{day_and_time(talk.started_at)}."
    return "\n\n".join([*head, *(block for block in blocks(talk, debrief) if block)]) + "\n"


def blocks(talk: Interview, debrief: Debrief) -> Iterator[str]:
    """Its paragraphs, lists and headings."""
    writer = _Writer(talk)
    yield wording.extent(talk, debrief)
    yield from _section(wording.RATINGS, writer.ratings(debrief))
    yield from _section(wording.PATTERNS, _bullets(one_line(p.says) for p in debrief.patterns))
    yield from _section(wording.REDO, writer.redo(debrief))
    yield from _section(wording.CALLBACKS, writer.recalled(debrief.callbacks))
    yield from _section(wording.FACTS, writer.recalled(debrief.facts))
    yield from _section(wording.CONTRADICTIONS, writer.contradictions(debrief))
    yield from _section(wording.COMPETENCIES, writer.competencies(debrief.competencies))
    yield from _section(wording.ASKED, writer.questions(debrief))
    yield from _section(
        wording.IMPRESSIONS,
        _bullets(one_line(wording.impression(talk, each)) for each in debrief.impressions),
    )


def _section(title: str, block: str) -> Iterator[str]:
    if block:
        yield f"### {title}"
        yield block


def _bullets(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


class _Writer:
    """Words for one interview, whose questions go by their numbers."""

    def __init__(self, talk: Interview) -> None:
        self._talk, self._asked = talk, asked(talk)

    def ratings(self, debrief: Debrief) -> str:
        """A row for each rating, beside the judgement."""
        if not debrief.ratings:
            return ""
        rows = ["| question | you | coach |", "|---|---|---|"]
        for each in debrief.ratings:
            again = f", attempt {each.attempt}" if each.attempt > 1 else ""
            judged = "not assessed" if each.judged is None else str(each.judged)
            rows.append(f"| {self._number(each.question_id)}{again} | {each.own} | {judged} |")
        return "\n".join(rows) + (f"\n\n{debrief.ratings_say}" if debrief.ratings_say else "")

    def redo(self, debrief: Debrief) -> str:
        """The answers to say again, and why."""
        return "\n".join(
            f"{i}. **Question {self._number(each.question_id)}** ({BANDS[each.band].lower()}, "
            f"band {each.band}): {one_line(each.reason)}"
            for i, each in enumerate(debrief.redo, 1)
        )

    def recalled(self, lines: Sequence[Recalled]) -> str:
        """Each line with whether it came up, and where."""
        return _bullets(self._recalled(each) for each in lines)

    def _recalled(self, each: Recalled) -> str:
        says = f"**{RECALLS[each.recall]}:** “{one_line(each.text)}”"
        return f"{says} You said: “{one_line(each.evidence.quote)}”" if each.evidence else says

    def contradictions(self, debrief: Debrief) -> str:
        """Both statements, each with its source."""
        return _bullets(self._contradiction(each) for each in debrief.contradictions)

    def _contradiction(self, each: Contradiction) -> str:
        said, before = map(one_line, each.differs)
        told = one_line(wording.told(self._talk, each))
        return (
            f"**“{said}” or “{before}”?** {told}: “{one_line(each.said.quote)}” "
            f"{self._source(each)}: “{one_line(each.before)}”"
        )

    def _source(self, each: Contradiction) -> str:
        places = "; ".join(dict.fromkeys(map(place, each.passages)))
        return one_line(wording.source(self._talk, each)) or f"From {places}"

    def questions(self, debrief: Debrief) -> str:
        """What the candidate asked, each with what to make of it."""
        return _bullets(self._question(each) for each in debrief.asked)

    def _question(self, each: CoachedQuestion) -> str:
        whom = one_line(wording.asked_whom(self._talk, each))
        asked = f"{whom}: “{one_line(each.question)}”" if whom else f"“{one_line(each.question)}”"
        says = [f"**{wording.LABELS[each.label]}:** {asked}"]
        says += map(one_line, (each.why, *each.remarks))
        says += [f"**Better:** {one_line(each.better)}"] if each.better else []
        places = "; ".join(dict.fromkeys(map(place, each.passages)))
        return " ".join([*says, f"From {places}."] if places else says)

    def competencies(self, competencies: Sequence[Competency]) -> str:
        """By what was seen of them."""
        return _bullets(
            f"**{says}:** {', '.join(map(self._competency, those))}"
            for says, those in wording.by_standing(competencies)
        )

    def _competency(self, each: Competency) -> str:
        name = one_line(each.competency.replace("_", " "))
        if each.standing is Standing.NOT_ASKED:
            return name
        return f"{name} ({wording.questions(self._talk, each.questions)})"

    def _number(self, question_id: str) -> int:
        return self._asked.index(question_id) + 1
