"""What every embedder keeps to, on this computer or behind a service."""

import re

import numpy as np
import pytest

from openai_server import Service
from secondround.engines.embeddings import ServiceEmbedder
from secondround.materials.embed import MiniLM, SearchMiniLM
from secondround.settings import Settings


@pytest.fixture(scope="module")
def service():
    with Service() as service:
        yield service


MAKERS = {
    "packaged": lambda service: MiniLM(),
    "taught to find": lambda service: SearchMiniLM(),
    "service": lambda service: ServiceEmbedder(
        Settings(embeddings="openai:Small/v1", base_url=service.url)
    ),
}


@pytest.fixture(params=MAKERS)
def embedder(request, service):
    return MAKERS[request.param](service)


def test_each_text_becomes_a_row_of_length_one(embedder):
    vectors = embedder.embed(["The boiler failed.", "We had 31 residents.", "é 漢字 🙂"])
    assert (len(vectors), vectors.dtype) == (3, np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_a_row_does_not_depend_on_the_rows_beside_it(embedder):
    alone = embedder.embed(["The boiler failed."])
    among = embedder.embed(["A much longer text about something else.", "The boiler failed.", "x"])
    assert np.allclose(alone[0], among[1], atol=1e-4)


@pytest.mark.parametrize("texts", [[], [""], [" \n"], ["word " * 5_000]])
def test_no_text_and_odd_texts_have_their_rows(embedder, texts):
    vectors = embedder.embed(texts)
    assert vectors.ndim == 2
    assert len(vectors) == len(texts)
    assert np.isfinite(vectors).all()


def test_a_text_and_its_parts_have_a_row_each_the_first_that_of_the_text(embedder):
    text = "Heating: the boiler failed. We had 31 residents."
    parts = [(9, 27), (28, 48)]
    long = ("word " * 5_000, [(0, 4), (24_000, 24_004)])
    read = embedder.embed_parts([(text, parts), ("Alone.", []), long])
    assert [len(vectors) for vectors in read] == [3, 1, 3]
    for vectors in read:
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert np.allclose(read[0][0], embedder.embed([text])[0], atol=1e-4)
    assert not np.allclose(read[0][1], read[0][2], atol=1e-2)
    assert embedder.embed_parts([]) == []


def test_its_name_can_name_a_collection(embedder):
    assert re.fullmatch(r"[a-z0-9._-]+", embedder.name)
