"""The in-tray: takes documents in one after another in the background, and says how far it is.

It is kept in memory alone: what a crash interrupts was not taken in, and is brought again.
"""

import itertools
import logging
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from secondround.domain.materials import Intake
from secondround.errors import Cancelled, SecondRoundError
from secondround.ports import Progress

Work = Callable[[Progress], Intake]

FAULT = (
    "This could not be taken in because of a fault in Second Round: "
    "add it in another format, or paste its text."
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """Something that is to be taken in, or was."""

    id: int
    dossier_id: str
    name: str
    begun: bool = False
    done: int = 0
    """Passages that are indexed so far."""
    total: int = 0
    """Passages of the document it is at; 0 while that is being read."""
    cancelled: bool = False
    intake: Intake | None = None
    """What became of it."""

    @property
    def under_way(self) -> bool:
        """Whether it waits or is being worked on."""
        return self.intake is None and not self.cancelled


class Tray:
    """All that waits to be taken in, in every dossier; safe to share between threads."""

    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}
        self._waiting: queue.SimpleQueue[tuple[Job, Work]] = queue.SimpleQueue()
        self._numbers = itertools.count(1)
        self._changed = threading.Condition()
        self._at: Job | None = None
        self._worker: threading.Thread | None = None

    def add(self, dossier_id: str, name: str, work: Work) -> Job:
        """Puts work at the end; `work` is always called, and told through its progress to stop.

        What is done with in the dossier is cleared away when something new begins.
        """
        return self.add_all(dossier_id, [(name, work)])[0]

    def add_all(self, dossier_id: str, brought: Iterable[tuple[str, Work]]) -> list[Job]:
        """Puts what was brought together at the end, so that none clears away the others' outcome.

        Each is a name and its work, as in `add`.
        """
        with self._changed:  # held throughout: nothing of it is done with before all of it is there
            if not any(job.under_way for job in self.jobs(dossier_id)):
                self.clear(dossier_id)
            return [self._put(dossier_id, name, work) for name, work in brought]

    def jobs(self, dossier_id: str) -> list[Job]:
        """In the order in which they were added, those that are done with as well."""
        with self._changed:
            return [job for job in self._jobs.values() if job.dossier_id == dossier_id]

    def cancel(self, job_id: int) -> None:
        """Stops it, if it is still under way; nothing is left of the document it is at."""
        with self._changed:
            job = self._jobs.get(job_id)
            if job is not None and job.under_way:
                self._jobs[job_id] = replace(job, cancelled=True)

    def clear(self, dossier_id: str) -> None:
        """Forgets what is done with in the dossier."""
        with self._changed:
            for job in self.jobs(dossier_id):
                if not job.under_way:
                    del self._jobs[job.id]

    def drop(self, dossier_id: str) -> None:
        """Stops and forgets all work for the dossier, and returns when none goes on."""
        with self._changed:
            for job in self.jobs(dossier_id):
                self.cancel(job.id)
            self.clear(dossier_id)
            self._changed.wait_for(lambda: self._at is None or self._at.dossier_id != dossier_id)

    def _put(self, dossier_id: str, name: str, work: Work) -> Job:
        job = Job(next(self._numbers), dossier_id, name)
        self._jobs[job.id] = job
        self._waiting.put((job, work))
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="tray", daemon=True)
            self._worker.start()
        return job

    def _work(self) -> None:
        while True:
            job, work = self._waiting.get()
            with self._changed:
                self._at = job
                self._change(job.id, begun=True)
            intake = self._outcome(job, work)
            with self._changed:
                self._at = None
                if intake is not None:
                    self._change(job.id, intake=intake, cancelled=False)
                self._changed.notify_all()

    def _outcome(self, job: Job, work: Work) -> Intake | None:
        """None where it was cancelled."""
        try:
            return work(partial(self._heard, job.id))
        except Cancelled:
            return None
        except SecondRoundError as error:
            return Intake(name=job.name, status="failed", problem=str(error))
        except Exception:  # one file must not keep the others waiting for ever
            _log.exception("%s was not taken in", job.name)
            return Intake(name=job.name, status="failed", problem=FAULT)

    def _heard(self, job_id: int, done: int, total: int) -> None:
        with self._changed:
            job = self._jobs.get(job_id)
            if job is None or job.cancelled:
                raise Cancelled("It was cancelled.")
            self._change(job_id, done=done, total=total)

    def _change(self, job_id: int, **changed: object) -> None:
        if job := self._jobs.get(job_id):
            self._jobs[job_id] = replace(job, **changed)  # type: ignore[arg-type]
