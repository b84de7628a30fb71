"""Every setting, its default, its environment name."""

import secrets
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from secondround.errors import SetupError


class Settings(BaseSettings):
    """Read once at start from the environment (and a `.env` in the working folder); frozen.

    Each field is `SECONDROUND_<FIELD>`; the key is `OPENAI_API_KEY`, as everywhere.
    """

    model_config = SettingsConfigDict(
        env_prefix="SECONDROUND_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
        populate_by_name=True,
    )

    home: Path = Field(default_factory=lambda: user_data_path("secondround", appauthor=False))
    """The data folder: database, passages, uploads. Deleting it deletes everything."""

    model: str = ""
    """The chat model, as LangChain names it: `openai:gpt-5.4-mini`. Empty: the built-in coach."""

    base_url: str = ""
    """An OpenAI-compatible server instead of OpenAI: `http://localhost:11434/v1` for Ollama."""

    api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    """Key of the model service. Never written to disk by the product, never logged."""

    timeout: float = Field(default=30, gt=0)
    """Seconds to wait for the model service, per try and between two pieces of a stream."""

    retries: int = Field(default=1, ge=0)
    """Further tries after a failed call."""

    embeddings: str = ""
    """An embedding model, `openai:text-embedding-3-small`. Empty: the packaged MiniLM."""

    database_url: str = ""
    """An SQLAlchemy URL. Empty: SQLite in the data folder."""

    port: int = Field(default=7860, ge=0, le=65535)
    """Where `serve` listens on 127.0.0.1; 0 for any free port."""

    max_upload_mb: int = Field(default=20, ge=1)
    """Larger files are refused."""


def open_home(home: Path) -> Path:
    """Makes the data folder, readable by its owner only.

    Raises:
        SetupError: it cannot be made or written.
    """
    remedy = "Choose another with SECONDROUND_HOME, or make it writable."
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = home / f".probe-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SetupError(f"The data folder {home} cannot be used ({reason}). {remedy}") from error
    return home
