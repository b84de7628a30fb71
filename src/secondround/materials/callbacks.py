"""Proposes what is worth coming back to in the interview: a few lines, of different kinds."""

import re
from collections.abc import Sequence

from secondround.domain.materials import BriefLine, Person, Topic

MOST = 6
QUOTA = {Topic.PROMISE: 2, Topic.CONCERN: 2, Topic.PROBLEM: 1, Topic.STRENGTH: 1}
"""How many of each, where there are so many; the rest is filled up in this order."""


def propose(lines: Sequence[BriefLine], people: Sequence[Person]) -> list[BriefLine]:
    """The lines, those marked that are most worth coming back to."""
    names = [name for person in people for name in person.name.split() if len(name) > 2]
    ranked = {
        topic: sorted(
            (line for line in lines if line.topic is topic),
            key=lambda line: _weight(line, names),
            reverse=True,
        )
        for topic in QUOTA
    }
    first = [line for topic, count in QUOTA.items() for line in ranked[topic][:count]]
    rest = [line for topic, count in QUOTA.items() for line in ranked[topic][count:]]
    chosen = {line.id for line in [*first, *rest][:MOST]}
    return [line.model_copy(update={"callback": line.id in chosen}) for line in lines]


def _weight(line: BriefLine, names: Sequence[str]) -> float:
    """Lines of the person's own weigh most, then what names somebody they will meet."""
    named = any(re.search(rf"\b{re.escape(name)}\b", line.text) for name in names)
    return (
        3.0 * line.in_own_words
        + 2.0 * named
        + 1.0 * (len(line.passages) > 1)
        + 0.5 * bool(re.search(r"\d", line.text))
    )
