"""The invented candidate that a newcomer can try: what knowledge/sample holds."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from secondround.assets import asset_dir
from secondround.domain.materials import Dossier, Person
from secondround.materials.dossiers import made
from secondround.materials.library import Library
from secondround.ports import Store

SHEET = "dossier.yaml"


def laid_out(store: Store, library: Library, now: datetime) -> Dossier:
    """The sample as a dossier with all its documents taken in; what is there already stays."""
    sample = Sample()
    dossier = next((each for each in store.dossiers() if sample.is_of(each)), None)
    if dossier is None:
        at = sample.interview_at(now)
        dossier = made(sample.company, sample.role, at, sample.people, now)
        store.save_dossier(dossier)
    have = {document.name for document in library.documents(dossier.id)}
    for path in sample.documents:
        if path.name not in have:
            library.take_in(dossier.id, path.name, path.read_bytes())
    return dossier


class Sample:
    """The sample dossier's sheet and its documents."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or asset_dir("knowledge") / "sample"
        self._sheet: dict[str, Any] = yaml.safe_load(
            (self._folder / SHEET).read_text(encoding="utf-8")
        )
        self.company: str = self._sheet["company"]
        self.role: str = self._sheet["role"]

    @property
    def people(self) -> list[Person]:
        """Who the invented candidate will meet."""
        return [Person.model_validate(person) for person in self._sheet["people"]]

    @property
    def documents(self) -> list[Path]:
        """The files to take in."""
        return sorted(path for path in self._folder.iterdir() if path.name != SHEET)

    def interview_at(self, now: datetime) -> datetime:
        """The time of the interview, some days after `now`."""
        hour, minute = map(int, str(self._sheet["interview_time"]).split(":"))
        day = now + timedelta(days=int(self._sheet["interview_in_days"]))
        return day.replace(hour=hour, minute=minute, second=0, microsecond=0)

    def is_of(self, dossier: Dossier) -> bool:
        """Whether that dossier is the sample's."""
        return (dossier.company, dossier.role) == (self.company, self.role)
