"""What the documents promise is there, and what is there is documented."""

import re
from pathlib import Path

import pytest
import typer.main

from secondround.cli.main import cli
from secondround.interview.own_personas import own
from secondround.interview.personas import Head
from secondround.settings import Settings

ROOT = Path(__file__).parents[1]
COMMANDS = sorted(typer.main.get_group(cli).commands)
FIELDS = {
    name: field.validation_alias or f"SECONDROUND_{name.upper()}"
    for name, field in Settings.model_fields.items()
}


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FIELDS.values())
def test_every_setting_stands_in_the_example(name):
    assert f"# {name}=" in read(".env.example")


def test_the_example_names_no_setting_that_is_not_there():
    lines = read(".env.example").splitlines()
    named = {line.strip("# ").partition("=")[0] for line in lines if "=" in line.split(" ")[-1]}
    assert {name for name in named if name.isupper()} <= set(FIELDS.values())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    assert f"secondround {command}" in read("README.md")


@pytest.mark.parametrize("name", ["SECONDROUND_HOME", "SECONDROUND_MODEL", "OPENAI_API_KEY"])
def test_the_readme_says_how_to_set_up(name):
    assert name in read("README.md")


def test_the_readme_says_how_to_delete_and_links_to_what_is_kept():
    assert "docs/data.md" in read("README.md")
    assert "secondround forget" in read("README.md")


def test_the_example_of_an_interviewer_of_ones_own_is_one(tmp_path):
    [example] = re.findall(r"```markdown\n(.+?)```", read("docs/personas.md"), re.DOTALL)
    (tmp_path / "sister.md").write_text(example, encoding="utf-8")
    (persona,), problems = own(tmp_path)
    assert problems == ()
    assert (persona.name, persona.patience) == ("A retired ward sister", 180)


@pytest.mark.parametrize("field", Head.model_fields)
def test_every_field_of_a_persona_file_is_explained(field):
    assert f"`{field}`" in read("docs/personas.md")
