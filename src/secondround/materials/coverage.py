"""Says how much of what a second interview wants is there, and what to do about the rest.

The checklist is knowledge/coverage.yaml; what proves an item is a document, a line of the brief or
something in the dossier itself.
"""

import datetime as dt
from collections.abc import Sequence

from secondround.domain.base import Value
from secondround.domain.materials import Brief, BriefLine, Document, Dossier, Person, Topic
from secondround.knowledge import Proof, Wanted, wanted

DAYS_OF_A_MONTH = 30.5
SHOWN = 3
"""Lines or documents that are named as proof."""


class Item(Value):
    """One thing to have, and whether it is there."""

    id: str
    label: str
    weight: int
    """Percent of the whole."""
    met: bool
    found_in: tuple[str, ...] = ()
    """What it is met by: names of documents, or words of lines; not all of many."""
    do: str = ""
    """What to do about it, one sentence; "" where it is met."""
    about: tuple[str, ...] = ()
    """The people it is still missing for."""


class Coverage(Value):
    """The checklist, held against one dossier."""

    items: tuple[Item, ...]

    @property
    def share(self) -> int:
        """0 to 100 percent: the weight of what is there."""
        return sum(item.weight for item in self.items if item.met)

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is not there, the weightiest first."""
        missing = (item for item in self.items if not item.met)
        return tuple(sorted(missing, key=lambda item: -item.weight))


def coverage(
    dossier: Dossier, documents: Sequence[Document], brief: Brief, today: dt.date
) -> Coverage:
    """What is there and what is missing.

    Raises:
        SetupError: the checklist is broken.
    """
    held = _Held(dossier, documents, brief, today)
    return Coverage(items=tuple(held.item(each) for each in wanted()))


class _Held:
    """What the candidate has on one dossier."""

    def __init__(
        self, dossier: Dossier, documents: Sequence[Document], brief: Brief, today: dt.date
    ) -> None:
        self._dossier, self._documents, self._brief = dossier, documents, brief
        self._today = today

    def item(self, each: Wanted) -> Item:
        proof = each.met_by
        found, lacking = self._proof(proof), self._lacking(proof)
        met = bool(found) and not lacking
        return Item(
            id=each.id,
            label=each.label,
            weight=each.weight,
            met=met,
            found_in=tuple(dict.fromkeys(found))[:SHOWN],
            do="" if met else each.do,
            about=tuple(person.name for person in lacking) if found else (),
        )

    def _proof(self, proof: Proof) -> list[str]:
        if proof.kind:
            return [d.name for d in self._documents if d.kind is proof.kind]
        if proof.dossier == "date":
            return [f"{at:%Y-%m-%d}"] if (at := self._dossier.interview_at) else []
        if proof.dossier:
            lacking = self._lacking(proof)
            return [person.name for person in self._dossier.people if person not in lacking]
        return [" ".join(line.text.split()) for line in self._brief.lines if self._is(line, proof)]

    def _lacking(self, proof: Proof) -> list[Person]:
        if proof.dossier == "titles":
            return [person for person in self._dossier.people if not person.title]
        if proof.dossier == "each_known":
            return [person for person in self._dossier.people if not self._knows(person)]
        return []

    def _knows(self, person: Person) -> bool:
        """Whether a line says something of the person beyond the name."""
        lines = self._brief.about(Topic.PERSON)
        said = (f"{line.about} {line.text}" for line in lines)
        return any(person.name in text and text.strip() != person.name for text in said)

    def _is(self, line: BriefLine, proof: Proof) -> bool:
        return (
            not line.stale
            and proof.topic in (None, line.topic)
            and proof.aspect in (None, line.aspect)
            and not (proof.callback and not line.callback)
            and (proof.months is None or self._is_recent(line, proof.months))
        )

    def _is_recent(self, line: BriefLine, months: int) -> bool:
        since = self._today - dt.timedelta(days=months * DAYS_OF_A_MONTH)
        dates = [line.date] if line.date else [passage.date for passage in line.passages]
        return any(date and since <= date <= self._today for date in dates)
