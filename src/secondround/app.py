"""The composition root: settings in, the product out; the only place that picks implementations.

Building is cheap: nothing heavy is imported and nothing is opened until it is first used.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from secondround.domain.materials import Dossier, Person
from secondround.errors import SetupError
from secondround.materials.dossiers import all_called, called, made
from secondround.ports import Clock, Critic, Embedder, Found, Index, Store
from secondround.settings import Settings, open_home

if TYPE_CHECKING:
    from secondround.asking.desk import Desk
    from secondround.critique.star import Tagger
    from secondround.domain.debrief import Debrief
    from secondround.engines.switch import Switch
    from secondround.interview.feedback import Feedback
    from secondround.interview.session import Session
    from secondround.interview.sheet import Sheet
    from secondround.materials.library import Library
    from secondround.materials.tray import Tray
    from secondround.materials.understanding import Understanding
    from secondround.review.reports import Reports


def now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class App:
    """The product, ready to use; each part is made when it is first asked for."""

    settings: Settings
    clock: Clock = now

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
        from secondround.materials.fetch import Fetcher
        from secondround.materials.library import Library

        most = self.settings.max_upload_mb
        fetch = Fetcher(max_mb=most).fetch
        return Library(self.store, self.index, self.clock, fetch, max_mb=most)

    @cached_property
    def tray(self) -> "Tray":
        """What is being taken in, in the background."""
        from secondround.materials.tray import Tray

        return Tray()

    @cached_property
    def understanding(self) -> "Understanding":
        """What was understood from it: the brief."""
        from secondround.materials.understanding import Understanding

        return Understanding(self.store, self.packaged_embedder, self.clock)

    @cached_property
    def engines(self) -> "Switch":
        """Who words and who judges."""
        from secondround.engines.switch import Switch

        return Switch(self.settings, self.tagger, self.clock)

    @cached_property
    def session(self) -> "Session":
        """The talk."""
        from secondround.interview import own_personas
        from secondround.interview.session import Session

        return Session(
            self.store,
            search=self.library.search,
            passages=self.library.passages,
            brief=self.understanding.brief,
            engines=self.engines,
            assessor=self.tagger,
            clock=self.clock,
            own_personas=lambda: own_personas.own(self.home / own_personas.FOLDER)[0],
        )

    @cached_property
    def feedback(self) -> "Feedback":
        """The critiques."""
        from secondround.interview.feedback import Feedback

        return Feedback(self.store, self.engines, self.clock, self.library.search)

    @cached_property
    def desk(self) -> "Desk":
        """Where the candidate's own questions are labelled, answered, coached and suggested."""
        from secondround.asking.desk import Desk

        embedders = self.packaged_embedder, self.finder
        return Desk(*embedders, lambda *q, **k: self.library.search(*q, **k), self.engines.fallback)

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
        """What passages are indexed with: the packaged model taught to find, or a service."""
        if not self.settings.embeddings:
            return self.finder
        from secondround.engines.embeddings import ServiceEmbedder

        return ServiceEmbedder(self.settings)

    @cached_property
    def finder(self) -> Embedder:
        """The packaged embedding model taught to find."""
        from secondround.materials.embed import SearchMiniLM

        return SearchMiniLM()

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

    def read_again(self, dossier_id: str) -> Iterator[str]:
        """Has the model in force read the documents for the brief; gives the name of each before.

        Raises:
            SetupError: no model is in force.
            EngineError: it did not deliver; the built-in coach's lines stay.
        """
        reader = self.engines.reader
        if reader is None:
            raise SetupError("Choose a model under Settings first: the coach has read them.")
        for document in self.understanding.read(dossier_id, reader):
            yield document.name

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
        dossier = made(company, role, interview_at, people, self.clock())
        self.store.save_dossier(dossier)
        return dossier

    def dossier_called(self, name: str) -> Dossier:
        """The dossier with that id, name, company or role; upper and lower case are alike.

        Raises:
            NotFound: none, or more than one.
        """
        return called(self.store.dossiers(), name)

    def dossier_called_or_new(self, name: str) -> Dossier:
        """The dossier of that name; a new one, with the name as its company, where none is.

        Raises:
            NotFound: more than one is called that.
        """
        known = all_called(self.store.dossiers(), name)
        return self.dossier_called(name) if known else self.new_dossier(name)

    def sample(self) -> Dossier:
        """The invented candidate to try, with all documents taken in; made at the first call."""
        from secondround.materials.sample import laid_out

        return laid_out(self.store, self.library, self.clock())

    def forget_dossier(self, dossier_id: str) -> None:
        """Deletes a dossier with everything that hangs on it."""
        self.tray.drop(dossier_id)
        self.library.forget(dossier_id)
        self.understanding.forget(dossier_id)
        self.store.delete_dossier(dossier_id)

    def forget_everything(self) -> None:
        """Deletes the data folder; the app is of no use afterwards."""
        for dossier in self.store.dossiers():
            self.forget_dossier(dossier.id)
        shutil.rmtree(self.home, ignore_errors=True)

    def sheets(self, dossier_id: str, persona_id: str = "") -> "tuple[Sheet, ...]":
        """The prep sheet for a persona; without, for each they will meet. Raises: NotFound."""
        from secondround.interview.plan import LOOKED_AT
        from secondround.interview.sheet import sheets

        dossier, brief = self.store.dossier(dossier_id), self.understanding.brief(dossier_id)
        own, passages = self.session.own_personas(), self.library.passages(dossier_id, LOOKED_AT)
        finds = self.library.search, self.desk.suggested
        return sheets(dossier, brief, *finds, persona_id, own=own, passages=passages)

    def sheets_markdown(self, dossier_id: str, persona_id: str = "") -> str:
        """The same to keep and to change. Raises: NotFound."""
        from secondround.review.sheets import markdown

        return markdown(self.sheets(dossier_id, persona_id))

    @cached_property
    def reports(self) -> "Reports":
        """What can be had of an interview."""
        from secondround.review.reports import Reports

        brief, passages = self.understanding.brief, self.library.passages
        return Reports(self.store, brief, passages, self.desk.coached)

    def found(self, interview_id: str) -> Found:
        """An interview with its dossier and its critiques. Raises: NotFound."""
        return self.reports.found(interview_id)

    def debrief(self, interview_id: str) -> "Debrief":
        """What an interview amounts to, as far as it has been judged. Raises: NotFound."""
        return self.reports.debrief(interview_id)


def build(settings: Settings | None = None) -> App:
    """The product with these settings, or with those of the environment."""
    return App(settings or Settings())
