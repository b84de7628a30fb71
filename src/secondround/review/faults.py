"""Says in a sentence what is wrong with the database, and what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from secondround.errors import Conflict, SetupError

_DAMAGED = (
    "{place} is damaged, or is not a database. Nothing in it was changed: move it away, or put a "
    "copy that works in its place, and start again."
)
_FULL = (
    "{place} cannot be written: its disk is full, or fails. All that was kept before is still "
    "whole: make room, then do this again."
)
_LOCKED_UP = (
    "{place} cannot be written. Make the file and its folder writable, or choose another folder "
    "with SECONDROUND_HOME."
)
_BUSY = "{place} is held by another program: close that, then do this again."
_AWAY = (
    "{place} cannot be reached ({reason}). See that the database server runs, and that "
    "SECONDROUND_DATABASE_URL is right."
)
_ELSE = "{place} refused what it was asked to do ({reason}). `secondround doctor` looks closer."
_OTHER_VERSION = (
    "{place} holds something in a form that this version does not know ({reason}): install the "
    "version of Second Round that wrote it, or a newer one."
)
_CROSSED = "This was changed elsewhere at the same moment: reload the page, then do it again."
_UNKEEPABLE = "There are characters in this that cannot be kept: take them out and try again."

_SQLITE = {
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": _FULL,
    "SQLITE_READONLY": _LOCKED_UP,
    "SQLITE_CANTOPEN": _LOCKED_UP,
    "SQLITE_PERM": _LOCKED_UP,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
}


@contextmanager
def in_plain_words(url: URL) -> Iterator[None]:
    """Whatever goes wrong with the database inside comes out as a sentence.

    Raises:
        Conflict: somebody else was at the same thing.
        SetupError: anything else.
    """
    try:
        yield
    except IntegrityError as error:
        raise Conflict(_CROSSED) from error
    except DBAPIError as error:
        raise SetupError(_sentence(error, url)) from error
    except ValidationError as error:
        reason = f"{error.title}: {error.errors()[0]['msg']}"
        raise SetupError(_OTHER_VERSION.format(place=place(url), reason=reason)) from error
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise SetupError(_UNKEEPABLE) from error


def place(url: URL) -> str:
    """Where the database is, as people find it; never with a password."""
    if url.get_backend_name() == "sqlite":
        return f"The database {url.database}"
    return f"The database {url.render_as_string(hide_password=True)}"


def _sentence(error: DBAPIError, url: URL) -> str:
    # Codes have a second part, as in SQLITE_IOERR_WRITE, which changes nothing about the remedy.
    code = "_".join(getattr(error.orig, "sqlite_errorname", "").split("_")[:2])
    unknown = _AWAY if isinstance(error, OperationalError) and not code else _ELSE
    reason = (str(error.orig).strip().splitlines() or ["no reason given"])[0]
    return _SQLITE.get(code, unknown).format(place=place(url), reason=reason)
