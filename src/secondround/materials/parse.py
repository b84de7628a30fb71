"""Turns a file into text: recognises it by its content and reads it where it can do no harm."""

import base64
import json
import logging
import subprocess
import sys
from typing import Any

from secondround.errors import DocumentError
from secondround.materials import worker
from secondround.materials.formats.readers import read
from secondround.materials.formats.reading import Attachment, Reading
from secondround.materials.formats.sniff import Format, recognise

_HARMLESS = (Format.TEXT, Format.CSV, Format.SUBTITLES)
_log = logging.getLogger(__name__)


def parse(name: str, data: bytes, *, max_mb: int, seconds: float = worker.MOST_WAIT) -> Reading:
    """The text of a file, whatever its name says it is.

    Raises:
        DocumentError: it cannot be read; says why and what to do.
    """
    if len(data) > max_mb * 1024 * 1024:
        raise DocumentError(
            f"The file is larger than {max_mb} MB: add the part that matters, or paste its text."
        )
    found = recognise(name, data)
    return read(found, data) if found in _HARMLESS else _read_guarded(found, data, seconds)


def _read_guarded(kind: Format, data: bytes, seconds: float) -> Reading:
    """Reads in a child process that is bounded in time and memory and may crash."""
    command = [sys.executable, "-P", "-m", worker.__name__, kind]
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(worker.TOO_MUCH) from error
    if ran.returncode:
        _log.warning("reading a %s ended with %d: %s", kind, ran.returncode, ran.stderr[-2000:])
        raise DocumentError(worker.DAMAGED)
    return _reading(json.loads(ran.stdout))


def _reading(reply: dict[str, Any]) -> Reading:
    if "problem" in reply:
        _log.info("not read: %s", reply.get("cause", reply["problem"]))
        raise DocumentError(str(reply["problem"]))
    return Reading(
        text=reply["text"],
        title=reply["title"],
        date=reply["date"],
        notices=tuple(reply["notices"]),
        pages=tuple(reply["pages"]),
        attachments=tuple(
            Attachment(one["name"], base64.b64decode(one["data"])) for one in reply["attachments"]
        ),
    )
