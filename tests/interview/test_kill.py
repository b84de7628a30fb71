"""Killed at any moment, an interview goes on as if nothing had happened."""

import multiprocessing
from pathlib import Path

import pytest

import sitting
from scenes import DOSSIER, talk
from secondround.domain.interview import Mode, Phase
from secondround.review.store import SqlStore


@pytest.fixture(scope="module")
def processes():
    """Starts processes that have everything imported already, where the system can fork."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sitting"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(sitting.__file__).parent))
        multiprocessing.forkserver.ensure_running()
    return context


def test_an_interview_killed_in_every_state_reads_like_one_that_never_was(processes, tmp_path):
    whole, killed = Kept(tmp_path / "whole.db", processes), Kept(tmp_path / "killed.db", processes)
    states = whole.hold()
    seen = set()
    while state := killed.hold_until_new(seen):
        seen.add(state)
    assert seen == set(states)
    assert {state.split()[0] for state in seen} == {"saying", "said", "took", "judging", "judged"}
    assert killed.transcript() == whole.transcript()
    assert killed.critiques() == whole.critiques()
    assert [attempt for attempt, _ in killed.critiques()] == [1, 2]
    assert killed.store.interview(killed.id).phase is Phase.DONE


class Kept:
    """An interview in a database of its own, held by processes that can be killed."""

    def __init__(self, path, processes):
        self.url, self.processes = f"sqlite:///{path}", processes
        self.store = SqlStore(self.url)
        self.store.save_dossier(DOSSIER)
        begun = talk(mode=Mode.PRACTICE, questions=1)
        self.store.save_interview(begun)
        self.id = begun.id

    def hold(self):
        """Holds it to its end; the states it went through."""
        process, states = self._start()
        went_through = list(states)
        process.join()
        assert process.exitcode == 0
        return went_through

    def hold_until_new(self, seen):
        """Kills it in the first state that was not seen yet; None when it came to its end."""
        process, states = self._start()
        new = next((state for state in states if state not in seen), None)
        if new:
            process.kill()
        process.join()
        assert bool(process.exitcode) is bool(new)
        return new

    def transcript(self):
        turns = self.store.interview(self.id).turns
        return [(turn.index, turn.by_candidate, turn.act, turn.move, turn.text) for turn in turns]

    def critiques(self):
        return [(c.attempt, c.turns) for c in self.store.critiques(self.id)]

    def _start(self):
        here, there = self.processes.Pipe()
        process = self.processes.Process(target=sitting.hold, args=(there, self.url, self.id))
        process.start()
        there.close()
        return process, _states(here)


def _states(connection):
    """The states as they are reached; asking for the next one lets the process on."""
    while True:
        try:
            yield connection.recv()
        except EOFError:
            return
        connection.send("go on")
