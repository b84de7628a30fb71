"""The labeller as the product has it; its models are loaded once."""

import pytest

from secondround.asking.labelling import Labeller
from secondround.materials.embed import MiniLM, SearchMiniLM


@pytest.fixture(scope="session")
def labeller():
    return Labeller(MiniLM(), SearchMiniLM())
