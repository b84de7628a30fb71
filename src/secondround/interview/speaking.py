"""Gets a move said: streamed, with the guards reading along and the built-in coach to step in."""

import logging
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from secondround.domain.interview import Provenance
from secondround.errors import EngineError, EngineNonsense
from secondround.interview.guards import objection
from secondround.ports import Engines, Interviewer, Scene

_STOPPED = "The model’s wording was stopped twice"
_TOOK_OVER = "The built-in coach took this line."
_log = logging.getLogger("secondround.interview")


@dataclass(frozen=True)
class Speech:
    """A line as far as it has been said; it starts over when a guard stops it."""

    text: str
    made_by: Provenance
    complete: bool = False


def speak(scene: Scene, engines: Engines) -> Iterator[Speech]:
    """The line for the scene as it grows; the last one is complete and has passed the guards.

    A line that a guard stops is worded once more. After that, and where the engine fails, the
    built-in interviewer says it and the provenance has a note on why. What was stopped is logged
    by its reason alone.
    """
    interviewer = engines.interviewer
    try:
        reason = yield from _guarded(interviewer, scene)
        if reason:
            scene = replace(scene, avoid=reason)
            reason = yield from _guarded(interviewer, scene)
        if not reason:
            return
        note = "" if interviewer is engines.fallback else f"{_STOPPED}: {reason}. {_TOOK_OVER}"
    except EngineError as error:
        note = f"{error} {_TOOK_OVER}"
    for speech in _stand_in(engines.fallback, scene):
        yield replace(speech, made_by=speech.made_by.model_copy(update={"note": note}))


def _guarded(interviewer: Interviewer, scene: Scene) -> Generator[Speech, None, str]:
    """Says the line until a guard objects to what has been said so far; returns why, or ""."""
    for speech in _worded(interviewer, scene):
        if reason := objection(speech.text, scene, complete=speech.complete):
            _log.info("A wording was stopped (%s): %s.", scene.move.kind, _without_words(reason))
            return reason
        yield speech
    return ""


def _without_words(reason: str) -> str:
    """The reason without what it cites of the line: that may be the candidate's."""
    return reason.partition(":")[0]


def _stand_in(built_in: Interviewer, scene: Scene) -> Iterator[Speech]:
    """The built-in line; where a guard stops it, its plain wording out of the bank alone."""
    reason = yield from _guarded(built_in, scene)
    if reason:
        yield from _worded(built_in, replace(scene, avoid=reason))


def _worded(interviewer: Interviewer, scene: Scene) -> Iterator[Speech]:
    line, text = interviewer.say(scene), ""
    for piece in line.pieces:
        text += piece
        if text.strip():
            yield Speech(text.strip(), line.made_by)
    if not text.strip():
        raise EngineNonsense("The model said nothing.")
    yield Speech(text.strip(), line.made_by, complete=True)
