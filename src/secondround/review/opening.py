"""Opens the database, and brings it to the schema of this version first.

All that differs between SQLite and a database server is in here.
"""

from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.sql import column, table

from secondround.errors import SetupError
from secondround.review.faults import in_plain_words, place
from secondround.review.tables import SCHEMA

WRITES = "writes"
"""Execution option of a connection whose transaction is going to write."""

_PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten
    "synchronous = EXTRA",  # with less, the last lines may be forgotten when the power fails
)
_TURN = 7_310_215
"""Number of the lock for which those queue who open a database on a server at the same time."""


def open_database(url: str | Path) -> Engine:
    """The SQLite file at that path, or the database at that SQLAlchemy URL, ready for this version.

    Raises:
        SetupError: it cannot be opened, read or written, or a later version made it.
    """
    engine = _engine(url)
    with in_plain_words(engine.url):
        if _schema(engine) != SCHEMA:
            _migrate(engine)
    return engine


def _engine(url: str | Path) -> Engine:
    if isinstance(url, Path):
        return _sqlite(URL.create("sqlite", database=str(url)))
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite":
            return _sqlite(address)
        return create_engine(address, hide_parameters=True, pool_pre_ping=True)
    except ArgumentError as error:
        raise SetupError(
            "SECONDROUND_DATABASE_URL is not the address of a database: write it like "
            "postgresql+psycopg://user:password@host/secondround."
        ) from error
    except ModuleNotFoundError as error:
        raise SetupError(
            f"The driver for this database is not installed: pip install {error.name}."
        ) from error


def _sqlite(address: URL) -> Engine:
    # Closed after each use, without a pool: the data folder can be deleted at any time on any
    # system. That rules out a write-ahead log, which is busy while its last user leaves it.
    engine = create_engine(address, hide_parameters=True, poolclass=NullPool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver leaves BEGIN to us
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that reads before it writes would be refused, not queued, if it began as usual.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _schema(engine: Engine) -> str | None:
    """The migration the database is at; None for one without tables."""
    version = table("alembic_version", column("version_num"))
    with engine.connect() as connection:
        if not inspect(connection).has_table(version.name):
            return None
        return connection.scalar(select(version.c.version_num))


def _migrate(engine: Engine) -> None:
    from alembic import command  # half a second, and seldom needed
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise SetupError(
                f"{place(engine.url)} was made by a later version of Second Round: install that "
                "version, or choose another folder with SECONDROUND_HOME."
            ) from error
