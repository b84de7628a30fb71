"""Narrows a search: by kind of document, by document, by person, by date."""

import datetime as dt
import re

from secondround.domain.base import Value
from secondround.domain.materials import Kind, Passage


class Scope(Value):
    """Which passages a search may find; each part narrows it further."""

    kinds: tuple[Kind, ...] = ()
    documents: tuple[str, ...] = ()
    """Names of documents, as shown."""
    person: str = ""
    """Only what stands under that name, or names them."""
    since: dt.date | None = None
    until: dt.date | None = None
    """Only what is dated from that day, up to that day; what has no date is left out."""

    def holds(self, passage: Passage) -> bool:
        """Whether the passage is within the scope."""
        return (
            (not self.kinds or passage.kind in self.kinds)
            and (not self.documents or passage.document in self.documents)
            and (not self.person or self._names(passage))
            and (self.since is None or (passage.date is not None and passage.date >= self.since))
            and (self.until is None or (passage.date is not None and passage.date <= self.until))
        )

    def _names(self, passage: Passage) -> bool:
        said = f"{passage.heading} {passage.text}".casefold()
        return all(re.search(rf"\b{re.escape(n)}\b", said) for n in self.person.casefold().split())


EVERYTHING = Scope()
