"""Lays what the person made of the brief over what is drawn from the documents."""

from collections.abc import Iterator, Mapping, Sequence

from secondround.domain.materials import THEIRS, BriefEdit, BriefLine, Passage, State, Topic


def laid_over(
    drawn: Sequence[BriefLine], edits: Sequence[BriefEdit], passages: Sequence[Passage]
) -> tuple[list[BriefLine], list[BriefLine]]:
    """The lines by topic, and those that the person dismissed.

    A line in the person's words stays when it is no longer drawn, with those of its passages that
    are still there.
    """
    made = {edit.line_id: edit for edit in edits}
    found = {line.id for line in drawn}
    all_lines = [_changed(line, made.get(line.id)) for line in drawn]
    alone = [edit for edit in edits if edit.state in THEIRS and edit.line_id not in found]
    all_lines += _alone(alone, passages)
    kept = [line for line in all_lines if not _dismissed(line, made)]
    return by_topic(kept), by_topic([line for line in all_lines if _dismissed(line, made)])


def by_topic(lines: Sequence[BriefLine]) -> list[BriefLine]:
    """The lines in the order of the topics; within one, as they came."""
    order = list(Topic)
    return sorted(lines, key=lambda line: order.index(line.topic))


def toggled(lines: Sequence[BriefLine], edits: Sequence[BriefEdit]) -> list[BriefLine]:
    """The lines with the callbacks that the person chose or struck out."""
    chosen = {edit.line_id: edit.callback for edit in edits if edit.callback is not None}
    return [
        line.model_copy(update={"callback": chosen[line.id]}) if line.id in chosen else line
        for line in lines
    ]


def _changed(line: BriefLine, edit: BriefEdit | None) -> BriefLine:
    if edit is None or edit.state is State.FOUND:
        return line
    settled: dict[str, object] = {"state": edit.state, "stale": False}
    if edit.state in THEIRS:
        settled |= {"text": edit.text, "quote": "", "made_by": None}
    return line.model_copy(update=settled)


def _alone(edits: Sequence[BriefEdit], passages: Sequence[Passage]) -> Iterator[BriefLine]:
    for edit in edits:
        cited = [passage for passage in passages if _holds(passage, edit.cites)]
        yield BriefLine(
            id=edit.line_id,
            topic=edit.topic,
            text=edit.text,
            passages=tuple(cited),
            state=edit.state,
        )


def _holds(passage: Passage, cites: Sequence[str]) -> bool:
    """Whether a passage that was cited lies in this one; its edges may have moved since."""
    return any(
        document == passage.document_id and passage.start <= int(start) < passage.end
        for document, _, span in (cited.rpartition(":") for cited in cites)
        for start, _, _ in [span.partition("-")]
    )


def _dismissed(line: BriefLine, made: Mapping[str, BriefEdit]) -> bool:
    return line.id in made and made[line.id].dismissed
