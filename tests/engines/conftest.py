"""A scripted model service on this machine, and settings that lead to it."""

import pytest

from openai_server import Service
from secondround.engines.models import chat_model
from secondround.settings import Settings

KEY = "sk-the-secret-key"


@pytest.fixture(scope="session")
def running():
    with Service() as service:
        yield service


@pytest.fixture
def service(running):
    yield running
    running.forget()


@pytest.fixture
def settings(service):
    return Settings(
        model="openai:small",
        embeddings="openai:Vectors_v1:small",
        base_url=service.url,
        api_key=KEY,
        timeout=0.3,
        retries=0,
    )


@pytest.fixture
def model(settings):
    return chat_model(settings)
