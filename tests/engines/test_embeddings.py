"""An embedding model behind a service: unit vectors, or one sentence why not."""

import numpy as np
import pytest

from openai_server import Reply
from secondround.engines.embeddings import ServiceEmbedder
from secondround.errors import EngineNonsense, EngineUnavailable
from secondround.settings import Settings


@pytest.fixture
def embedder(settings):
    return ServiceEmbedder(settings)


def test_vectors_have_length_one_and_follow_the_meaning(embedder):
    vectors = embedder.embed(["the boiler failed", "the boiler failed again", "a nice walk"])
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_the_text_is_sent_as_it_is_and_nothing_else_is_called(service, embedder):
    embedder.embed(["the boiler failed"])
    assert [body["input"] for body in service.requests] == [["the boiler failed"]]
    assert service.requests[0]["model"] == "Vectors_v1:small"


def test_no_text_needs_no_call(service, embedder):
    assert len(embedder.embed([])) == 0
    assert not service.requests


def test_an_empty_text_has_a_vector_too(embedder):
    assert np.allclose(np.linalg.norm(embedder.embed(["", "word"]), axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("openai:text-embedding-3-small", "text-embedding-3-small"),
        ("nomic-embed-text:latest", "nomic-embed-text-latest"),
        ("BAAI/bge-m3", "baai-bge-m3"),
    ],
)
def test_the_name_fits_an_index(model, name):
    assert ServiceEmbedder(Settings(embeddings=model)).name == name


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(status=401), "The embedding model Vectors_v1:small refused the key"),
        (Reply(status=404), "Check the model’s name"),
        (Reply(status=429), "takes no more requests"),
        (Reply(hang=True), "did not answer in time"),
    ],
    ids=["key", "name", "busy", "hangs"],
)
def test_a_refusal_is_one_sentence(service, embedder, reply, says):
    service.will(reply)
    with pytest.raises(EngineUnavailable, match=says):
        embedder.embed(["word"])


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b'{"object": "list", "data": [], "model": "m", "usage": {}}',
        b'{"data": [{"embedding": [1, 2], "index": 0}, {"embedding": [1], "index": 1}]}',
        b'{"data": [{"embedding": [1e999, 1], "index": 0}, {"embedding": [1, 1], "index": 1}]}',
        b'{"data": [{"embedding": [1, 2], "index": 0}]}',
    ],
    ids=["HTML", "none", "ragged", "infinite", "too few"],
)
def test_what_is_no_vector_for_each_text_is_nonsense(service, embedder, body):
    service.will(Reply(body=body))
    with pytest.raises(EngineNonsense):
        embedder.embed(["word", "another"])


def test_openai_without_a_key_says_where_to_put_it():
    with pytest.raises(EngineUnavailable, match="Set OPENAI_API_KEY"):
        ServiceEmbedder(Settings(embeddings="openai:text-embedding-3-small")).embed(["word"])
