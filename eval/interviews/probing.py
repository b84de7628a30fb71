"""Asks of the follow-ups whether they aim at what the telling left out, and whether they get it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from eval.interviews.candidate import Told
from eval.interviews.figures import Bar, Case, Figure, each, share
from eval.interviews.sheets import NOTHING, WHOLE
from eval.interviews.talks import Transcript
from secondround.domain.interview import Element, MoveKind, Turn


def figures(transcripts: Sequence[Transcript]) -> list[Figure]:
    """Aim and gain of the follow-ups to stories."""
    return [
        share("follow-ups at the weakest element", each(transcripts, aim), Bar(0.85)),
        share("missing elements asked for next", each(transcripts, gaps_asked_for)),
        share("whole stories left alone", each(transcripts, left_alone)),
        share("follow-ups that got their element", each(transcripts, gain), Bar(0.6)),
        share("  or another that was missing", each(transcripts, any_gain)),
    ]


def aim(transcript: Transcript) -> Iterator[Case]:
    """Every follow-up to a story in which something was left out or only hinted at."""
    for turn, levels in _follow_ups(transcript):
        if (least := min(levels.values())) < WHOLE and turn.move and turn.move.element:
            weakest = levels[turn.move.element] == least
            why = f"at {turn.move.element}, told {_shown(levels)}"
            yield Case(transcript, turn.index, weakest, why)


def left_alone(transcript: Transcript) -> Iterator[Case]:
    """Every first telling of a whole story: is no element of it asked for?"""
    after = {turn.index: turn for turn in transcript.lines}
    for told in _first_tellings(transcript):
        reply = after.get(told.turn + 1)
        if min(told.levels.values()) == WHOLE and reply and reply.move:
            asked = reply.move.element if reply.move.kind is MoveKind.PROBE else None
            yield Case(transcript, reply.index, asked is None, f"asked for {asked}, told all")


def gaps_asked_for(transcript: Transcript) -> Iterator[Case]:
    """Every first telling that left an element out altogether: was one of those asked for next?"""
    after = {turn.index: turn for turn in transcript.lines}
    for told in _first_tellings(transcript):
        missing = [e for e in Element if told.levels[e] == NOTHING]
        reply = after.get(told.turn + 1)
        if missing and reply and reply.move:
            asked = reply.move.kind is MoveKind.PROBE and reply.move.element in missing
            yield Case(transcript, reply.index, asked, f"left out: {', '.join(missing)}")


def _first_tellings(transcript: Transcript) -> Iterator[Told]:
    """The first answer to each question, where it was a story."""
    seen: set[str] = set()
    for told in transcript.told:
        if told.story and told.question_id not in seen:
            yield told
        seen.add(told.question_id)


def gain(transcript: Transcript) -> Iterator[Case]:
    """Every follow-up to a story not yet whole: is its element told now for the first time?"""
    yield from _gained(transcript, lambda element, new: element in new)


def any_gain(transcript: Transcript) -> Iterator[Case]:
    """The same, where any element that was missing comes out."""
    yield from _gained(transcript, lambda element, new: bool(new))


def _gained(
    transcript: Transcript, got: Callable[[Element, frozenset[Element]], bool]
) -> Iterator[Case]:
    told = {each.turn: each for each in transcript.told}
    for turn, levels in _follow_ups(transcript):
        answer = told.get(turn.index + 1)
        open_yet = min(levels.values()) < WHOLE and transcript.sheet.reveals
        if open_yet and answer and answer.story and turn.move and turn.move.element:
            new = answer.new
            what = f"asked {turn.move.element}, told {_shown(levels)}, got {_names(new)}"
            yield Case(transcript, answer.turn, got(turn.move.element, new), what)


def _follow_ups(transcript: Transcript) -> Iterator[tuple[Turn, Mapping[Element, int]]]:
    """Probes of an element and challenges of a claim, with what had been told before."""
    told = {each.turn: each for each in transcript.told}
    for turn in transcript.lines:
        before = told.get(turn.index - 1)
        move = turn.move
        if not before or before.story is None or not move or move.against:
            continue
        if move.kind is MoveKind.PROBE and move.element:
            yield turn, before.levels
        elif move.kind is MoveKind.CHALLENGE and (claimed := _claimed(transcript, turn)):
            aimed = move.model_copy(update={"element": claimed})
            yield turn.model_copy(update={"move": aimed}), before.levels


def _claimed(transcript: Transcript, turn: Turn) -> Element | None:
    """The element of the story whose words a challenge takes up."""
    told = next(each for each in transcript.told if each.turn == turn.index - 1)
    if not told.story or not turn.move:
        return None
    about = turn.move.about
    said = {e: " ".join([told.story.hints.get(e, ""), *told.story.part(e)]) for e in Element}
    return next((e for e, words in said.items() if about in words or words in about), None)


def _shown(levels: Mapping[Element, int]) -> str:
    """`S T a –`: small for a hint."""
    signs = {e: (e.value, e.value.lower())[level < WHOLE] for e, level in levels.items()}
    return " ".join(signs[e] if levels[e] else "–" for e in Element)


def _names(elements: frozenset[Element]) -> str:
    return ", ".join(sorted(elements)) or "none"
