"""Chooses the lines of a brief that fit one interviewer.

What is stale, disputed or a competitor's is no fact to use, and a promise to somebody else is
nothing to come back to.
"""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cached_property

from secondround.critique.numbers import amounts
from secondround.domain.interview import Persona
from secondround.domain.materials import (
    Aspect,
    Brief,
    BriefLine,
    Dossier,
    Passage,
    PersonaKind,
    Said,
    Topic,
)
from secondround.interview import figures, interest
from secondround.interview.answers import Search
from secondround.interview.personas import first_name
from secondround.interview.similarity import overlap, words

CALLBACKS, FACTS, FIGURES, OVERTAKEN, FUMBLED, CARES = 3, 3, 3, 2, 3, 3
"""How many lines of each are chosen; more callbacks would sound rehearsed."""
ALIKE = 0.6
"""Overlap of words from which two lines say the same."""
SHARED, MOST_SHARED = 0.5, 2.0
"""What a fact gains by each word that is on the person's mind, and at most."""
ELSEWHERE, SAME_SIDE, LATE, ROW = 2.0, 1.5, 1.0, 1.5
"""What it takes away that a line names somebody else, shows a side of the company that another one
shows, is a year older than the newest, or is a row of a table and no sentence to say."""

_ASPECTS = {
    PersonaKind.TEAMMATE: (Aspect.PRODUCT, Aspect.VALUE, Aspect.NEWS, Aspect.CUSTOMER),
    PersonaKind.MANAGER: (Aspect.NEWS, Aspect.CUSTOMER, Aspect.NUMBER, Aspect.PRODUCT),
    PersonaKind.EXECUTIVE: (Aspect.STRATEGY, Aspect.NUMBER, Aspect.NEWS, Aspect.CUSTOMER),
}
"""What each kind of interviewer has on their mind, first things first."""
_FUMBLED = re.compile(
    r"(?i)\b(?:fumbl\w+|vague\w*|not (?:so |very )?good|badly|waffl\w+|rambl\w+|stumbl\w+|got lost"
    r"|could(?:n['’]t| not) (?:say|answer|explain)|froze|went (?:wrong|blank)|unconvincing"
    r"|weak(?:er)? answers?|forgot)\b"
)
_ROW = re.compile(r"^[^.:;]+: [^;]+;")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Lines:
    """The lines of one brief, for one persona."""

    def __init__(self, persona: Persona, dossier: Dossier, brief: Brief, search: Search) -> None:
        """`search` finds the figures in the CV that the candidate's claims are compared with."""
        self._persona, self._dossier, self._brief = persona, dossier, brief
        self._search = search
        self._by_id = {line.id: line for line in brief.lines}
        self._others = {
            person.name.split()[0]
            for person in dossier.people
            if person.name.split() and not self._is_me(person.name, person.kind)
        }

    def known(self) -> list[BriefLine]:
        """What the materials say of the person; nothing for a kind of interviewer."""
        people = self._brief.about(Topic.PERSON)
        return [line for line in people if self._names_me(line)]

    def cares(self) -> list[Said]:
        """What else shows what the person cares about; not what is told of somebody else."""
        people = self._brief.about(Topic.PERSON)
        told = " ".join(" ".join(line.text.split()) for line in people)
        said = dict.fromkeys(said for line in self.known() for said in line.cares)
        return [each for each in said if " ".join(each.text.split()) not in told][:CARES]

    def callbacks(self) -> list[BriefLine]:
        """What is planned to come back to and concerns the persona, most of all first."""
        planned = [line for line in self._brief.callbacks if not self._is_for_others(line)]
        return sorted(planned, key=self._fit, reverse=True)[:CALLBACKS]

    def facts(self) -> list[BriefLine]:
        """Facts on the company that the persona would like to hear of, each of another side."""
        doubtful = self._doubtful()
        left = [
            line
            for line in self._brief.about(Topic.FACT)
            if not line.stale and line.id not in doubtful and (dated(line) or line.in_own_words)
        ]
        newest = max((date for line in left if (date := dated(line))), default=None)
        chosen: list[BriefLine] = []
        while left and len(chosen) < FACTS:
            sides = [line.aspect for line in chosen]
            best = max(left, key=lambda line: self._appeal(line, newest, sides))
            chosen.append(best)
            left.remove(best)
            left = [line for line in left if overlap(line.text, best.text) < ALIKE]
        return chosen

    def overtaken(self) -> list[BriefLine]:
        """Facts on the company that newer ones have overtaken."""
        older = {pair.older for pair in self._brief.conflicts if pair.dated}
        facts = self._brief.about(Topic.FACT)
        return [line for line in facts if line.stale or line.id in older][:OVERTAKEN]

    def disagreements(self) -> list[tuple[BriefLine, BriefLine]]:
        """What the candidate has stated in two ways."""
        pairs = [
            (self._by_id[pair.older], self._by_id[pair.newer])
            for pair in self._brief.conflicts
            if pair.older in self._by_id and pair.newer in self._by_id
        ]
        return [pair for pair in pairs if Topic.CLAIM in (pair[0].topic, pair[1].topic)]

    @cached_property
    def other_figures(self) -> list[tuple[BriefLine, str, Passage]]:
        """Claims that the CV puts another figure on, with that figure and where it stands."""
        shown = [line for pair in self.disagreements() for line in pair]
        found = figures.other_figures(self._brief, self._search).items()
        return [(claim, *other) for claim, other in found if claim not in shown]

    def figures(self) -> list[BriefLine]:
        """Figures that the candidate gave and no source disputes, those for the persona first."""
        disputed = [line for pair in self.disagreements() for line in pair]
        disputed += [claim for claim, _, _ in self.other_figures]
        claims = [
            line
            for line in self._brief.about(Topic.CLAIM)
            if _gives_a_figure(line.text)
            and not any(overlap(line.text, other.text) >= ALIKE for other in disputed)
        ]
        return sorted(claims, key=self._fit, reverse=True)[:FIGURES]

    def fumbled(self) -> list[BriefLine]:
        """What did not go well the first time."""
        return [line for line in self._brief.lines if _went_badly(line)][:FUMBLED]

    def _is_me(self, name: str, kind: PersonaKind) -> bool:
        """Whether the person is the persona; a kind of interviewer stands for all of that kind."""
        named = first_name(self._persona)
        return name == self._persona.name if named else kind is self._persona.kind

    def _names_me(self, line: BriefLine) -> bool:
        name = first_name(self._persona)
        opens = line.text.strip().startswith((f"{name} ", f"{name},", f"{name}:"))
        return bool(name) and (self._persona.name in f"{line.about} {line.text}" or opens)

    def _is_for_others(self, line: BriefLine) -> bool:
        """Whether it is a promise to somebody else: it is owed to them alone."""
        return line.topic is Topic.PROMISE and self._names_others(line)

    def _names_others(self, line: BriefLine) -> bool:
        mine = interest.names(line, first_name(self._persona))
        return not mine and any(interest.names(line, other) for other in self._others)

    def _fit(self, line: BriefLine) -> float:
        return interest.fit(line, self._persona) - ELSEWHERE * self._names_others(line)

    def _appeal(
        self, line: BriefLine, newest: dt.date | None, sides: Iterable[Aspect | None]
    ) -> float:
        order, date = _ASPECTS[self._persona.kind], dated(line)
        liked = len(order) - order.index(line.aspect) if line.aspect in order else 0
        shared = len(words(line.text) & self._on_their_mind())
        years = (newest - date).days / 365 if newest and date else 0.0
        again = sum(side is line.aspect for side in sides)
        gained = liked / 2 + min(MOST_SHARED, SHARED * shared)
        row = bool(_ROW.match(line.text))
        return gained - SAME_SIDE * again - LATE * years - ROW * row

    def _on_their_mind(self) -> set[str]:
        told = " ".join(line.text for line in self.known())
        told += " ".join(said.text for said in self.cares())
        return words(f"{self._persona.title} {told}") - words(
            f"{self._dossier.company} {self._dossier.role} {self._persona.name}"
        )

    def _doubtful(self) -> set[str]:
        """Ids of lines that another one overtakes, or disputes while neither is the newer one."""
        pairs = self._brief.conflicts
        return {pair.older for pair in pairs} | {pair.newer for pair in pairs if not pair.dated}


def dated(line: BriefLine) -> dt.date | None:
    """When what the line says was true, as far as it or its newest source tells."""
    dates = [passage.date for passage in line.passages if passage.date]
    return line.date or max(dates, default=None)


def _gives_a_figure(text: str) -> bool:
    return any(not _YEAR.fullmatch(key) for _, key in amounts(text))


def _went_badly(line: BriefLine) -> bool:
    """By its own words where it is a doubt, or by the heading it stands under."""
    headings = " ".join(passage.heading for passage in line.passages)
    own = line.topic in (Topic.CONCERN, Topic.QUESTION) and _FUMBLED.search(line.text)
    return bool(own or _FUMBLED.search(headings))
