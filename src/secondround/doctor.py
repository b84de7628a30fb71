"""Says what works on this computer, and what to do about the rest."""

import shutil
import sys
from collections.abc import Callable, Iterator

from secondround import __version__
from secondround.app import App
from secondround.domain.base import Value
from secondround.errors import SecondRoundError
from secondround.interview import own_personas

BROWSERS = ("chromium", "google-chrome", "chrome", "firefox", "msedge", "safari")


class Check(Value):
    """One thing that was looked at."""

    name: str
    ok: bool | None
    """None: not in use, and nothing to do about it."""
    says: str
    remedy: str = ""


def examine(app: App) -> list[Check]:
    """Looks at each part in turn; one that fails does not keep the others from being looked at."""
    return list(_checks(app))


def _checks(app: App) -> Iterator[Check]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check(name="Second Round", ok=True, says=f"{__version__} on Python {version}.")
    yield _try("Data folder", lambda: f"{app.home} can be written.")
    yield _try("Database", lambda: _plural(len(app.store.interviews()), "interview") + " kept.")
    yield _try("Embeddings", lambda: _embeddings(app))
    yield _try("Passages", lambda: _passages(app))
    yield _try("Built-in coach", lambda: _coach(app))
    yield _model(app)
    yield from _own_personas(app)
    yield Check(name="Speech", ok=None, says="Not in this version: interviews are typed.")
    yield _browser()


def _try(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, says=look())
    except SecondRoundError as error:
        return Check(name=name, ok=False, says=str(error))


def _embeddings(app: App) -> str:
    size = app.embedder.embed(["Does this work?"]).shape[1]
    return f"{app.embedder.name} gives {size} numbers a passage."


def _passages(app: App) -> str:
    kept = sum(len(app.index.passages(dossier.id)) for dossier in app.store.dossiers())
    return _plural(kept, "passage") + " indexed."


def _coach(app: App) -> str:
    app.tagger.warm()
    return "Reads answers without a network."


def _own_personas(app: App) -> Iterator[Check]:
    """Nothing where nobody made one."""
    personas, problems = own_personas.own(app.home / own_personas.FOLDER)
    if personas or problems:
        says = " ".join(problems) or _plural(len(personas), "interviewer") + " of your own."
        yield Check(name="Your interviewers", ok=not problems, says=says)


def _model(app: App) -> Check:
    if not app.engines.settings.model:
        return Check(
            name="Model service",
            ok=None,
            says="None chosen; the built-in coach does the whole job.",
            remedy="To use one, set SECONDROUND_MODEL, or choose it on the Settings page.",
        )
    return _try("Model service", app.engines.check)


def _browser() -> Check:
    found = next((name for name in BROWSERS if shutil.which(name)), None)
    if found or sys.platform in ("win32", "darwin"):
        return Check(name="Browser", ok=True, says=f"{found or 'The system’s own'} will do.")
    return Check(
        name="Browser",
        ok=None,
        says="None found on this computer.",
        remedy="Open the printed address in any browser that can reach it.",
    )


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
