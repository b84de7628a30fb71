"""How long people have talked: breaks and long silences do not count."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from pydantic import AwareDatetime

from secondround.domain.base import Value

IDLE = timedelta(minutes=10)
"""A silence longer than this is a break (the laptop was closed), not interview time."""


class Pause(Value):
    """A break the candidate took."""

    started: AwareDatetime
    ended: AwareDatetime | None = None


def talking_time(moments: Sequence[datetime], pauses: Sequence[Pause]) -> timedelta:
    """The time from the first of these moments to the last, without pauses and long silences."""
    total = timedelta()
    for earlier, later in pairwise(moments):
        gap = later - earlier - _paused_between(pauses, earlier, later)
        total += min(max(gap, timedelta()), IDLE)
    return total


def _paused_between(pauses: Sequence[Pause], earlier: datetime, later: datetime) -> timedelta:
    spans = (
        min(pause.ended or later, later) - max(pause.started, earlier)
        for pause in pauses
        if pause.started < later and (pause.ended or later) > earlier
    )
    return sum(spans, timedelta())
