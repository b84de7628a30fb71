"""The packaged embedding model: unit vectors that depend on nothing but the text."""

import socket
import threading

import numpy as np
import pytest

from secondround.materials.embed import LONGEST, WIDTH, MiniLM

EMBEDDER = MiniLM()
TEXT = "I cut late deliveries from 9% to 3% in 14 months."
OTHERS = [f"{'On the Thursday round ' * n}the crates were late." for n in range(1, 20)]


@pytest.mark.parametrize("texts", [[], [TEXT], [TEXT, "", " ", "漢字 🙂", "word " * 900]])
def test_each_text_has_a_row_of_length_one(texts):
    vectors = EMBEDDER.embed(texts)
    assert (vectors.shape, vectors.dtype) == ((len(texts), WIDTH), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("place", [0, 7, 8, len(OTHERS)])
def test_a_vector_is_the_same_alone_and_anywhere_in_a_batch(place):
    alone = EMBEDDER.embed([TEXT])[0]
    among = EMBEDDER.embed([*OTHERS[:place], TEXT, *OTHERS[place:]])[place]
    assert np.allclose(alone, among, atol=1e-5)


def test_rows_stand_in_the_order_of_the_texts():
    texts = [*OTHERS[::-1], *OTHERS[::2]]
    alone = np.concatenate([EMBEDDER.embed([text]) for text in texts])
    assert np.allclose(EMBEDDER.embed(texts), alone, atol=1e-5)


def test_what_means_the_same_is_near_and_what_does_not_is_far():
    deliveries, same, other = EMBEDDER.embed(
        [TEXT, "Parcels used to arrive behind schedule, and I changed that.", "I play the piano."]
    )
    assert deliveries @ same > 0.4 > 0.2 > deliveries @ other


def test_what_stands_beyond_the_longest_text_is_not_read():
    long = "late " * LONGEST
    assert np.array_equal(*EMBEDDER.embed([long + "early", long + "piano"]))


def test_threads_that_load_it_at_once_share_one_model():
    embedder, found = MiniLM(), []
    threads = [
        threading.Thread(target=lambda: found.append(embedder.embed([TEXT]))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(np.array_equal(vectors, found[0]) for vectors in found)


def test_no_network_is_used(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("asks the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert MiniLM().embed([TEXT]).any()
