"""What is stored stays readable: tables as the migrations make them, values as pinned."""

import json
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from pydantic import TypeAdapter

import secondround.review.migrations as migrations
from secondround.domain.critique import Critique
from secondround.domain.interview import Interview
from secondround.domain.materials import Document, Dossier
from secondround.review.opening import open_database
from secondround.review.tables import SCHEMA, metadata

GOLDEN = Path(__file__).parent / "golden"


def test_the_migrations_make_the_tables_that_are_used(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path}/kept.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_heads() == (SCHEMA,)


def test_the_schema_of_this_version_is_that_of_the_last_migration():
    folder = Path(migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_heads() == [SCHEMA]


@pytest.mark.parametrize("kind", [Dossier, Document, Interview, Critique])
def test_values_of_the_first_version_are_read_and_written_as_they_were(kind):
    """Where this fails, stored data of users has another form now.

    Let a migration rewrite their rows, and add a golden of the new form under a new name.
    """
    text = (GOLDEN / f"stored-{kind.__name__.lower()}.json").read_text(encoding="utf-8")
    values = TypeAdapter(list[kind]).validate_json(text)
    assert values
    assert [value.model_dump(mode="json") for value in values] == json.loads(text)
