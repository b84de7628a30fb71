"""Starts the product as a person does and opens it in headless Chromium."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}
"""Each start would compile all modules anew where the environment forbids to keep them."""


def chromium() -> str | None:
    """Where Chromium is, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


class Served:
    """A running `secondround serve`."""

    def __init__(self, home: Path, **env: str) -> None:
        command = [sys.executable, "-m", "secondround", "serve", "--port", "0", "--no-browser"]
        self.process = subprocess.Popen(
            command,
            env={**os.environ, "SECONDROUND_HOME": str(home), **COMPILED_ONCE, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.address = self._address()

    def _address(self) -> str:
        printed = []
        for line in self.process.stdout:
            printed.append(line)
            if "http://" in line:
                return "http://" + line.split("http://")[1].split()[0]
        raise AssertionError("it did not start: " + "".join(printed))

    def kill(self) -> None:
        """SIGKILL: nothing is tidied up."""
        self.process.kill()
        self.process.communicate()

    def stop(self) -> None:
        """Ctrl+C; nothing where it was killed already."""
        if self.process.returncode is None:
            self.process.terminate()
            self.process.communicate()


@contextmanager
def served(home: Path, **env: str):
    """The product on its data folder, until the block ends."""
    running = Served(home, **env)
    try:
        yield running
    finally:
        running.stop()
