"""Finds prompts/ and knowledge/, in a checkout and in an installed wheel."""

from functools import cache
from pathlib import Path
from typing import Literal

from secondround.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_assets"  # put there by the wheel's force-include
_CHECKOUT = _PACKAGE.parents[1]  # src/secondround -> repository root


@cache
def asset_dir(name: Literal["prompts", "knowledge"]) -> Path:
    """The folder `name`.

    Raises:
        SetupError: the installation is incomplete.
    """
    for root in (_WHEEL, _CHECKOUT):
        if (folder := root / name).is_dir():
            return folder
    raise SetupError(f"The folder {name}/ is missing from this installation: install it again.")
