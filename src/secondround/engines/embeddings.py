"""Turns text into vectors with the embedding model of an OpenAI-compatible service."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from pydantic import SecretStr

from secondround.engines.failures import explained
from secondround.errors import EngineNonsense, EngineUnavailable
from secondround.ports import Parted
from secondround.settings import Settings

if TYPE_CHECKING:
    from langchain_openai import OpenAIEmbeddings


class ServiceEmbedder:
    """Answers to `ports.Embedder`; the service is called for every `embed`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._model = settings.embeddings.removeprefix("openai:")

    @property
    def name(self) -> str:
        """The model's name as a slug."""
        return re.sub(r"[^a-z0-9._-]+", "-", self._model.lower()).strip("-._")

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), d), rows of length 1.

        Raises:
            EngineError: the service failed, or sent no vectors.
        """
        if not texts:
            return np.zeros((0, 0), np.float32)
        client, who = self._client, f"The embedding model {self._model}"
        try:
            # A service refuses the empty text.
            vectors = np.array(client.embed_documents([t or " " for t in texts]), np.float32)
        except Exception as error:  # the client lets through whatever reading a bad reply raises
            raise explained(error, who) from error
        if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
            raise EngineNonsense(f"{who} sent something else than one vector for each text.")
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-9)
        return unit

    def embed_parts(self, texts: Sequence[Parted]) -> list[NDArray[np.float32]]:
        """Of each text the vector of the whole, then one of each part under what begins the text.

        Raises:
            EngineError: the service failed, or sent no vectors.
        """
        pieces = [[text, *_with_beginning(text, parts)] for text, parts in texts]
        vectors = self.embed([piece for one in pieces for piece in one])
        ends = np.cumsum([len(one) for one in pieces])
        return np.split(vectors, ends[:-1]) if texts else []

    @cached_property
    def _client(self) -> "OpenAIEmbeddings":
        import httpx2
        from langchain_openai import OpenAIEmbeddings

        settings = self._settings
        key = settings.api_key.get_secret_value() if settings.api_key else ""
        if not key and not settings.base_url:
            raise EngineUnavailable("OpenAI’s embeddings need a key. Set OPENAI_API_KEY.")
        return OpenAIEmbeddings(
            model=self._model,
            openai_api_base=settings.base_url or None,
            openai_api_key=SecretStr(key or "not-needed"),
            request_timeout=httpx2.Timeout(settings.timeout, connect=min(settings.timeout, 5)),
            max_retries=settings.retries,
            check_embedding_ctx_length=False,  # else it downloads a tokenizer
        )


def _with_beginning(text: str, parts: Sequence[tuple[int, int]]) -> list[str]:
    """A service cannot read a part in its place: it gets what stands before the first one too."""
    beginning = text[: min(start for start, _ in parts)] if parts else ""
    return [beginning + text[start:end] for start, end in parts]
