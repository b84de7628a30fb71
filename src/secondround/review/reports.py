"""Gathers all that is kept of an interview, and gives it out: whole, or summed up."""

from collections.abc import Callable, Sequence

from secondround.domain.asking import CoachedQuestion
from secondround.domain.debrief import Debrief
from secondround.domain.interview import Interview
from secondround.domain.materials import Brief, Kind, Passage
from secondround.interview.answers import OWN
from secondround.interview.debrief import debrief
from secondround.ports import Found, Store
from secondround.review import debrief as summing_up
from secondround.review import export


class Reports:
    """What can be had of an interview; each method raises NotFound where there is none."""

    def __init__(
        self,
        store: Store,
        brief: Callable[[str], Brief],
        passages: Callable[[str, Sequence[Kind]], Sequence[Passage]],
        coached: Callable[[Interview], Sequence[CoachedQuestion]],
    ) -> None:
        """`coached` says what to make of the candidate's own questions."""
        self._store = store
        self._brief = brief
        self._passages = passages
        self._coached = coached

    def found(self, interview_id: str) -> Found:
        """The interview with its dossier and its critiques."""
        interview = self._store.interview(interview_id)
        dossier = self._store.dossier(interview.dossier_id)
        return Found(interview, dossier, self._store.critiques(interview_id))

    def debrief(self, interview_id: str) -> Debrief:
        """What it amounts to, as far as it has been judged."""
        return self._summed_up(self.found(interview_id))

    def debrief_markdown(self, interview_id: str) -> str:
        """The same to read and to print."""
        found = self.found(interview_id)
        return summing_up.markdown(found, self._summed_up(found))

    def markdown(self, interview_id: str) -> str:
        """All of it to read and to print."""
        found = self.found(interview_id)
        return export.markdown(found, self._summed_up(found))

    def json(self, interview_id: str) -> str:
        """All of it for other programs; the schema is in docs/data.md."""
        found = self.found(interview_id)
        return export.to_json(found, self._summed_up(found))

    def _summed_up(self, found: Found) -> Debrief:
        talk = found.interview
        ratings = self._store.ratings(talk.id)
        own = self._passages(talk.dossier_id, OWN)
        brief, asked = self._brief(talk.dossier_id), self._coached(talk)
        return debrief(talk, found.critiques, brief, ratings, own, asked)
