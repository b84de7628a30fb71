"""The guarded child process that reads one hostile file: bytes in, JSON out.

Run as `python -m secondround.materials.worker pdf`; started by `parse.py`.
"""

import base64
import contextlib
import json
import sys
from dataclasses import asdict
from typing import cast

from secondround.errors import DocumentError
from secondround.materials.formats.readers import read
from secondround.materials.formats.sniff import Format

MOST_MEMORY = 1536 * 1024 * 1024
MOST_SECONDS = 60
"""Of processor time."""
MOST_WAIT = 180
"""Seconds the parent waits: others may use the processor as well."""

TOO_MUCH = (
    "Reading this file takes far more time or memory than a document should: "
    "save it again as PDF, or paste its text."
)
DAMAGED = (
    "This file is damaged or cut off: "
    "open it, save it again and add the new copy, or paste its text."
)


def main() -> None:
    """Reads stdin as the format named first, writes the reading or the problem to stdout."""
    limit_resources()
    reply = answer(Format(sys.argv[1]), sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(reply, default=_written))


def answer(kind: Format, data: bytes) -> dict[str, object]:
    """The fields of a `Reading`, or the `problem` in a sentence."""
    try:
        return asdict(read(kind, data))
    except DocumentError as error:
        return {"problem": str(error)}
    except MemoryError:
        return {"problem": TOO_MUCH}
    except Exception as error:  # the libraries raise anything at all on a damaged file
        return {"problem": DAMAGED, "cause": repr(error)}


def _written(value: object) -> str:
    """The bytes of an attachment, as text: all else in a reply is text already."""
    return base64.b64encode(cast(bytes, value)).decode()


def limit_resources() -> None:
    """Bounds memory and processor time where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
