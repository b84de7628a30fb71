"""Finding in a dossier of real files, measured as `make search` does; one of its six, for time."""

import pytest
from eval.retrieval.dossiers import UNSEEN, dossier_in
from eval.retrieval.measures import mrr, outcome, recall_at_5, refused
from eval.retrieval.systems import PUBLISHED, TAUGHT, PlainChroma, Product

from secondround.materials.index import ChromaIndex

DOSSIER = UNSEEN / "payments-backend-engineer"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    dossier = dossier_in(DOSSIER)
    index = ChromaIndex(tmp_path_factory.mktemp("passages"), TAUGHT)
    systems = {"ours": Product(dossier, index), "plain": PlainChroma(dossier, PUBLISHED)}
    yield {
        name: [outcome(dossier.name, query, system) for query in dossier.queries]
        for name, system in systems.items()
    }
    index.close()


def test_most_queries_find_an_answer_among_five(outcomes):
    assert recall_at_5(outcomes["ours"]) >= 0.65
    assert mrr(outcomes["ours"]) >= 0.5


def test_more_is_found_than_by_plain_chroma_with_the_published_model(outcomes):
    assert recall_at_5(outcomes["ours"]) >= recall_at_5(outcomes["plain"]) + 0.05


def test_few_queries_that_have_an_answer_are_refused(outcomes):
    assert refused(outcomes["ours"]) <= 0.1
