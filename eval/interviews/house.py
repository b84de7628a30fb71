"""Takes a dossier in through the real library, once, and opens a copy of it for every run."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import yaml

from eval.retrieval.dossiers import UNSEEN
from secondround import materials
from secondround.app import App
from secondround.domain.materials import Dossier, Person
from secondround.materials.index import ChromaIndex
from secondround.review.store import SqlStore
from secondround.settings import Settings

KEPT = Path(tempfile.gettempdir()) / "secondround-eval-interviews"
OPENS = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
"""When everything happens; no file is younger."""
THINKING = 4
"""Seconds until somebody begins to speak."""


class SpeakingClock:
    """Goes on by what is said, and by nothing else."""

    def __init__(self) -> None:
        self._now = OPENS

    def __call__(self) -> datetime:
        return self._now

    def hear(self, text: str, pace: int) -> None:
        """Lets the words be spoken, `pace` a minute."""
        self._now += timedelta(seconds=THINKING + 60 * len(text.split()) / pace)


@contextmanager
def opened(name: str, model: str = "", product: type[App] = App) -> Iterator[App]:
    """The product with that dossier, on the clock of what is said; what is done in it is lost."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(taken_in(name), home)
        app = product(Settings(home=home, model=model), SpeakingClock())
        yield app
        _close(app)


def taken_in(name: str) -> Path:
    """The data folder in which the dossier is; it is its own id there."""
    kept = KEPT / f"{name}-{_fingerprint(name)}"
    if not kept.exists():
        KEPT.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=KEPT) as folder:
            home = Path(folder) / "home"
            _take_in(name, App(Settings(home=home, model=""), lambda: OPENS))
            home.rename(kept)
    return kept


def _take_in(name: str, app: App) -> None:
    sheet = yaml.safe_load((UNSEEN / name / "dossier.yaml").read_text(encoding="utf-8"))
    people = tuple(Person.model_validate(person) for person in sheet["people"])
    app.store.save_dossier(
        Dossier(
            id=name,
            company=sheet["company"],
            role=sheet["role"],
            people=people,
            created_at=OPENS,
        )
    )
    for path in sorted(UNSEEN.glob(f"{name}/files/*")):
        intake = app.library.take_in(name, path.name, path.read_bytes())
        if intake.status != "added":
            raise ValueError(f"{path.name}: {intake.problem or intake.status}")
    _close(app)


def _close(app: App) -> None:
    """Lets go of the files."""
    cast(ChromaIndex, app.index).close()
    cast(SqlStore, app.store).close()


def _fingerprint(name: str) -> str:
    """Of the files and of all that reads them."""
    code = Path(materials.__file__).parent.rglob("*.py")
    files = sorted([*UNSEEN.glob(f"{name}/**/*"), *code])
    contents = hashlib.sha256()
    for path in files:
        if path.is_file():
            contents.update(path.read_bytes())
    return contents.hexdigest()[:12]
