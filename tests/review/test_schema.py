"""What is stored stays readable: tables as the migrations make them, values as pinned."""

import json
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from pydantic import TypeAdapter
from sqlalchemy import NullPool, create_engine

import secondround.review.migrations as migrations
from scenes import DOSSIER
from secondround.domain.critique import Critique
from secondround.domain.interview import Interview
from secondround.domain.materials import Document, Dossier
from secondround.review.opening import open_database
from secondround.review.store import SqlStore
from secondround.review.tables import SCHEMA, metadata

GOLDEN = Path(__file__).parent / "golden"


def test_the_migrations_make_the_tables_that_are_used(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path}/kept.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_heads() == (SCHEMA,)


def test_what_the_first_version_kept_is_there_after_the_migrations(tmp_path):
    path = tmp_path / "kept.db"
    _make_as_of("0001", path)
    with sqlite3.connect(path) as old:
        row = ("d", "2026-03-02 10:00:00", DOSSIER.model_dump_json())
        old.execute("INSERT INTO dossiers VALUES (?, ?, ?)", row)
    old.close()
    store = SqlStore(path)
    assert store.dossiers() == [DOSSIER]
    assert store.brief_edits("d") == []
    assert store.ratings("i") == []
    store.close()


def _make_as_of(revision, path):
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_the_schema_of_this_version_is_that_of_the_last_migration():
    folder = Path(migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_heads() == [SCHEMA]


@pytest.mark.parametrize("kind", [Dossier, Document, Interview, Critique])
def test_values_of_the_first_version_are_read_and_lose_nothing_when_they_are_written(kind):
    """Where this fails, stored data of users has another form now, not merely a field more.

    Let a migration rewrite their rows, and add a golden of the new form under a new name.
    """
    text = (GOLDEN / f"stored-{kind.__name__.lower()}.json").read_text(encoding="utf-8")
    values = TypeAdapter(list[kind]).validate_json(text)
    assert values
    written = [value.model_dump(mode="json") for value in values]
    assert _as_far_as(json.loads(text), written) == json.loads(text)


def _as_far_as(old, new):
    """The new value without the fields that the old one does not know."""
    if isinstance(old, dict):
        return {field: _as_far_as(value, new.get(field)) for field, value in old.items()}
    if isinstance(old, list) and len(old) == len(new):
        return [_as_far_as(*pair) for pair in zip(old, new, strict=True)]
    return new
