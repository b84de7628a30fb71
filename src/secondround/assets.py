"""Finds and reads prompts/ and knowledge/, in a checkout and in an installed wheel."""

from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from secondround.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_assets"  # put there by the wheel's force-include
_CHECKOUT = _PACKAGE.parents[1]  # src/secondround -> repository root

_Model = TypeVar("_Model", bound=BaseModel)


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


def read_yaml(file: Path, model: type[_Model]) -> _Model:
    """What the file holds, as that model.

    Raises:
        SetupError: it is missing or damaged.
    """
    try:
        return model.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise SetupError(f"{file} cannot be read: install Second Round again. ({error})") from error
