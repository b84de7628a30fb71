"""The commands as another program runs them."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    """Runs a command in an empty folder and gives what came of it, streams and all."""

    def run(*words, text="", code=0, **env):
        ran = subprocess.run(
            [sys.executable, "-m", "secondround", *map(str, words)],
            input=text,
            env={**os.environ, **env},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == code, ran.stderr
        return ran

    return run
