"""Every test has its own data folder and no key; the network ends at this machine."""

import os

import pytest


@pytest.fixture(autouse=True)
def clean_surroundings(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.startswith(("SECONDROUND_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SECONDROUND_HOME", str(tmp_path / "home"))
