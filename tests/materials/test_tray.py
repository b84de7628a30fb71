"""The in-tray: one after another in the background, stopped when told, never stuck."""

import threading

import pytest

from secondround.domain.materials import Intake
from secondround.errors import DocumentError
from secondround.materials.tray import FAULT, Tray

MOST_SECONDS = 20


class Held:
    """Work that takes two steps and waits before each until it is let go on."""

    def __init__(self, name):
        self.name = name
        self.begun, self.half, self.go_on, self.over = (threading.Event() for _ in range(4))

    def __call__(self, progress):
        try:
            progress(0, 2)
            self.begun.set()
            assert self.go_on.wait(MOST_SECONDS)
            progress(1, 2)
            self.half.set()
            return Intake(name=self.name, status="added", passages=2)
        finally:
            self.over.set()


def added(name):
    return lambda progress: Intake(name=name, status="added", passages=1)


@pytest.fixture
def tray():
    return Tray()


def finish(tray):
    """Until all that was added before is done with."""
    for _ in range(2):
        reached = threading.Event()
        tray.add("another", "last", lambda progress, reached=reached: reached.set())
        assert reached.wait(MOST_SECONDS)


def outcomes(tray, dossier_id="d"):
    return [(job.name, job.intake and job.intake.status) for job in tray.jobs(dossier_id)]


def test_work_is_done_in_order_and_its_progress_can_be_seen(tray):
    first, second = Held("notes.md"), Held("rota.md")
    tray.add("d", "notes.md", first)
    tray.add("d", "rota.md", second)
    assert first.begun.wait(MOST_SECONDS)
    at, waits = tray.jobs("d")
    assert (at.begun, at.done, at.total, at.under_way) == (True, 0, 2, True)
    assert (waits.begun, waits.under_way) == (False, True)
    assert not second.begun.is_set()
    second.go_on.set()
    first.go_on.set()
    finish(tray)
    assert [job.done for job in tray.jobs("d")] == [1, 1]
    assert outcomes(tray) == [("notes.md", "added"), ("rota.md", "added")]


def test_what_is_cancelled_stops_at_its_next_step_and_the_next_goes_on(tray):
    held = Held("notes.md")
    job = tray.add("d", "notes.md", held)
    tray.add("d", "rota.md", added("rota.md"))
    assert held.begun.wait(MOST_SECONDS)
    tray.cancel(job.id)
    assert not tray.jobs("d")[0].under_way
    held.go_on.set()
    finish(tray)
    assert not held.half.is_set()
    assert outcomes(tray) == [("notes.md", None), ("rota.md", "added")]


def test_what_is_cancelled_while_it_waits_hears_so_at_its_first_step(tray):
    first, second = Held("notes.md"), Held("rota.md")
    tray.add("d", "notes.md", first)
    tray.cancel(tray.add("d", "rota.md", second).id)
    first.go_on.set()
    finish(tray)
    assert second.over.is_set()
    assert not second.begun.is_set()
    assert outcomes(tray) == [("notes.md", "added"), ("rota.md", None)]


def test_what_was_done_before_the_cancelling_was_heard_counts_as_done(tray):
    late = threading.Event()

    def work(progress):
        assert late.wait(MOST_SECONDS)
        return Intake(name="notes.md", status="added")

    tray.cancel(tray.add("d", "notes.md", work).id)
    late.set()
    finish(tray)
    assert outcomes(tray) == [("notes.md", "added")]


@pytest.mark.parametrize(
    ("error", "says"), [(DocumentError("It is empty."), "It is empty."), (KeyError("x"), FAULT)]
)
def test_what_fails_fails_alone(tray, error, says):
    def fails(progress):
        raise error

    tray.add_all("d", [("notes.md", fails), ("rota.md", added("rota.md"))])
    finish(tray)
    assert outcomes(tray) == [("notes.md", "failed"), ("rota.md", "added")]
    assert tray.jobs("d")[0].intake.problem == says


def test_the_done_are_cleared_when_something_new_begins_or_on_demand(tray):
    tray.add("d", "notes.md", added("notes.md"))
    finish(tray)
    held = Held("rota.md")
    tray.add("d", "rota.md", held)
    tray.add("d", "cv.md", added("cv.md"))
    assert [job.name for job in tray.jobs("d")] == ["rota.md", "cv.md"]
    held.go_on.set()
    finish(tray)
    tray.clear("d")
    assert tray.jobs("d") == []


def test_a_dossier_is_dropped_only_when_nothing_goes_on_in_it(tray):
    held, other = Held("notes.md"), Held("other.md")
    tray.add("d", "notes.md", held)
    tray.add("d", "rota.md", added("rota.md"))
    tray.add("e", "other.md", other)
    assert held.begun.wait(MOST_SECONDS)
    threading.Timer(0.05, held.go_on.set).start()
    tray.drop("d")
    assert held.over.is_set()
    assert tray.jobs("d") == []
    assert other.begun.wait(MOST_SECONDS)
    assert tray.jobs("e")[0].under_way
    other.go_on.set()
    finish(tray)
    assert outcomes(tray, "e") == [("other.md", "added")]


def test_of_what_was_brought_together_no_outcome_is_cleared_away_by_the_next(tray):
    failed = threading.Event()

    def fails(progress):
        failed.set()
        raise DocumentError("It is empty.")

    def brought():
        yield "notes.md", fails
        failed.wait(0.3)  # all the time it needs to be done with, if nothing held it back
        yield "rota.md", added("rota.md")

    tray.add_all("d", brought())
    finish(tray)
    assert outcomes(tray) == [("notes.md", "failed"), ("rota.md", "added")]
