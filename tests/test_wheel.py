"""The built wheel works in an empty folder: prompts and knowledge ride along."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("dist")
    hatchling = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(hatchling, cwd=ROOT, check=True, capture_output=True)
    return next(target.glob("*.whl"))


def test_every_prompt_and_every_piece_of_knowledge_is_in_the_wheel(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("prompts", "knowledge"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"secondround/_assets/{path.relative_to(ROOT)}" in packed


def test_the_wheel_judges_an_answer_from_an_empty_folder(wheel, tmp_path):
    python = _environment_with(wheel, tmp_path / "venv")
    folder = tmp_path / "empty"
    folder.mkdir()
    command = [python, "-m", "secondround", "critique", "--json", "--question"]
    ran = subprocess.run(
        [*command, "Tell me about a time you put something right."],
        input="Last May our till system failed on a Saturday. I was in charge of the shop. "
        "I took orders on paper and rang each customer on Monday. Nobody was charged twice.",
        cwd=folder,
        env={**os.environ, "SECONDROUND_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert '"band"' in ran.stdout, ran.stderr


def _environment_with(wheel: Path, folder: Path) -> Path:
    """A new environment that borrows the installed dependencies, but not the checkout."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = next(folder.glob("lib/python*/site-packages"))
    borrowed = next(p for p in sys.path if p.endswith("site-packages"))
    for entry in Path(borrowed).iterdir():
        if "secondround" not in entry.name and entry.suffix != ".pth":
            (site / entry.name).symlink_to(entry)
    zipfile.ZipFile(wheel).extractall(site)
    return python
