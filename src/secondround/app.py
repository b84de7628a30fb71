"""The composition root: settings in, the product out; the only place that picks implementations.

Building is cheap: nothing heavy is imported and nothing is opened until it is first used.
"""

import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from secondround.domain.materials import Dossier, Person
from secondround.errors import NotFound, SetupError
from secondround.ports import Critic, Embedder, Found, Index, Store
from secondround.settings import Settings

if TYPE_CHECKING:
    from secondround.critique.star import Tagger
    from secondround.engines.switch import Switch
    from secondround.interview.feedback import Feedback
    from secondround.interview.session import Session
    from secondround.materials.library import Library


def now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class App:
    """The product, ready to use; each part is made when it is first asked for."""

    settings: Settings

    @cached_property
    def home(self) -> Path:
        """The data folder, made if need be.

        Raises:
            SetupError: it cannot be made or written.
        """
        return open_home(self.settings.home)

    @cached_property
    def store(self) -> Store:
        """Where everything is kept."""
        from secondround.review.store import SqlStore

        return SqlStore(self.settings.database_url or self.home / "secondround.db")

    @cached_property
    def tagger(self) -> "Tagger":
        """Reads the parts of an answer."""
        from secondround.critique.star import Tagger

        return Tagger(self.packaged_embedder)

    @cached_property
    def index(self) -> Index:
        """Where passages are found."""
        from secondround.materials.index import ChromaIndex

        return ChromaIndex(self.home / "passages", self.embedder)

    @cached_property
    def library(self) -> "Library":
        """What the candidate brought."""
        from secondround.materials.library import Library

        return Library(
            self.store, self.index, self.packaged_embedder, now, max_mb=self.settings.max_upload_mb
        )

    @cached_property
    def engines(self) -> "Switch":
        """Who words and who judges."""
        from secondround.engines.switch import Switch

        return Switch(self.settings, self.tagger, now)

    @cached_property
    def session(self) -> "Session":
        """The talk."""
        from secondround.interview.session import Session

        return Session(
            self.store,
            search=self.library.search,
            brief=self.library.brief,
            engines=self.engines,
            assessor=self.tagger,
            clock=now,
        )

    @cached_property
    def feedback(self) -> "Feedback":
        """The critiques."""
        from secondround.interview.feedback import Feedback

        return Feedback(self.store, self.engines, now, self.library.search)

    @property
    def critic(self) -> Critic:
        """Who judges an answer now."""
        return self.engines.critic

    @cached_property
    def packaged_embedder(self) -> Embedder:
        """The embedding model that came with the installation."""
        from secondround.materials.embed import MiniLM

        return MiniLM()

    @cached_property
    def embedder(self) -> Embedder:
        """What passages are indexed with."""
        if not self.settings.embeddings:
            return self.packaged_embedder
        from secondround.engines.embeddings import ServiceEmbedder

        return ServiceEmbedder(self.settings)

    def warm(self) -> None:
        """Loads the heavy parts ahead of their first use, and mends what a crash left undone."""
        self.tagger.warm()
        self.library.mend()
        self.engines.warm()

    @property
    def engine(self) -> str:
        """Who interviews and judges now: the model's name, or `built-in`."""
        return self.engines.name

    def choose_engine(self, model: str, base_url: str = "", api_key: str = "") -> str:
        """Takes a model for this run, after it has answered a real call; says so in a sentence.

        The key is kept in memory only; an empty one leaves the key of the environment in force.

        Raises:
            EngineError: the service does not answer; the engine in force stays.
        """
        update: dict[str, object] = {"model": model.strip(), "base_url": base_url.strip()}
        if api_key.strip():
            update["api_key"] = SecretStr(api_key.strip())
        chosen = self.settings.model_copy(update=update)
        says = self.engines.check(chosen)
        self.engines.use(chosen)
        return says

    def use_built_in(self) -> None:
        """Takes the built-in coach for this run."""
        self.engines.use(self.settings.model_copy(update={"model": ""}))

    def new_dossier(
        self,
        company: str,
        role: str = "",
        interview_at: datetime | None = None,
        people: Sequence[Person] = (),
    ) -> Dossier:
        """Makes and keeps a dossier.

        Raises:
            SetupError: it has neither a company nor a role.
        """
        company, role = company.strip(), role.strip()
        if not company and not role:
            raise SetupError("Say at least which company or which role it is.")
        dossier = Dossier(
            id=secrets.token_urlsafe(12),
            company=company,
            role=role,
            interview_at=interview_at,
            people=tuple(people),
            created_at=now(),
        )
        self.store.save_dossier(dossier)
        return dossier

    def change_dossier(self, dossier: Dossier) -> None:
        """Keeps the dossier as it is now."""
        self.store.save_dossier(dossier)

    def dossier_called(self, name: str) -> Dossier:
        """The dossier with that id, name, company or role; upper and lower case are alike.

        Raises:
            NotFound: none, or more than one.
        """
        matches = self._dossiers_called(name)
        if len(matches) == 1:
            return matches[0]
        if matches:
            ids = ", ".join(dossier.id for dossier in matches)
            raise NotFound(f"Several dossiers are called “{name}”: say which by its id: {ids}.")
        known = ", ".join(f"“{dossier.name}”" for dossier in self.store.dossiers()) or "none yet"
        raise NotFound(f"There is no dossier called “{name}”. Dossiers here: {known}.")

    def dossier_called_or_new(self, name: str) -> Dossier:
        """The dossier of that name; a new one, with the name as its company, where none is.

        Raises:
            NotFound: more than one is called that.
        """
        return self.dossier_called(name) if self._dossiers_called(name) else self.new_dossier(name)

    def _dossiers_called(self, name: str) -> list[Dossier]:
        stored, wanted = self.store.dossiers(), name.strip().casefold()
        exact = [d for d in stored if d.id == name or d.name.casefold() == wanted]
        loose = [d for d in stored if wanted in (d.company.casefold(), d.role.casefold())]
        return exact or loose

    def sample(self) -> Dossier:
        """The invented candidate to try, with all documents taken in; made at the first call."""
        from secondround.materials.sample import Sample

        sample = Sample()
        name = (sample.company, sample.role)
        stored = [d for d in self.store.dossiers() if (d.company, d.role) == name]
        dossier = (
            stored[0]
            if stored
            else self.new_dossier(*name, sample.interview_at(now()), sample.people)
        )
        have = {document.name for document in self.library.documents(dossier.id)}
        for path in sample.documents:
            if path.name not in have:
                self.library.take_in(dossier.id, path.name, path.read_bytes())
        return dossier

    def forget_dossier(self, dossier_id: str) -> None:
        """Deletes a dossier with everything that hangs on it."""
        self.library.forget(dossier_id)
        self.store.delete_dossier(dossier_id)

    def forget_interview(self, interview_id: str) -> None:
        """Deletes an interview with its critiques."""
        self.store.delete_interview(interview_id)

    def forget_everything(self) -> None:
        """Deletes the data folder; the app is of no use afterwards."""
        for dossier in self.store.dossiers():
            self.forget_dossier(dossier.id)
        shutil.rmtree(self.home, ignore_errors=True)

    def found(self, interview_id: str) -> Found:
        """An interview with its dossier and its critiques.

        Raises:
            NotFound: no such interview.
        """
        interview = self.store.interview(interview_id)
        dossier = self.store.dossier(interview.dossier_id)
        return Found(interview, dossier, self.store.critiques(interview_id))

    def export_markdown(self, interview_id: str) -> str:
        """An interview to read and to print."""
        from secondround.review.export import markdown

        return markdown(self.found(interview_id))

    def export_json(self, interview_id: str) -> str:
        """An interview for other programs; the schema is in docs/data.md."""
        from secondround.review.export import to_json

        return to_json(self.found(interview_id))


def build(settings: Settings | None = None) -> App:
    """The product with these settings, or with those of the environment."""
    return App(settings or Settings())


def open_home(home: Path) -> Path:
    """Makes the data folder, readable by its owner only.

    Raises:
        SetupError: it cannot be made or written.
    """
    remedy = "Choose another with SECONDROUND_HOME, or make it writable."
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = home / f".probe-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SetupError(f"The data folder {home} cannot be used ({reason}). {remedy}") from error
    return home
