"""How the commands read files and print rows."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from secondround.errors import SetupError

Row = dict[str, Any]


def show(
    rows: Sequence[Row], as_json: bool, in_words: Callable[[Row], str], empty: str = ""
) -> None:
    """Prints the rows: one JSON list, or a line each."""
    if as_json:
        print_json(list(rows))
    elif rows:
        print("\n".join(in_words(row) for row in rows))
    elif empty:
        print(empty)


def print_json(value: object) -> None:
    """Prints it for other programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def read(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        SetupError: it is not there or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetupError(
            f"{path} cannot be read ({reason}): check the name and try again."
        ) from error
