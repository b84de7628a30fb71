# Two words are enough: `make run` and `make test`. Each sets up all it needs in .venv first.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
LOCK := $(UV) pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet

.PHONY: run test check fix prompts lock train star search asking interviews bench screenshots clean

run: .venv/run.done  ## the product, in the browser
	$(BIN)/secondround

test: .venv/dev.done  ## all tests
	$(BIN)/pytest

check: .venv/dev.done  ## style, types, layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: .venv/dev.done  ## what can be put right by itself
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

prompts: .venv/dev.done  ## renew goldens and lock after a prompt was changed and got a new version
	UPDATE_PROMPTS=1 $(BIN)/pytest -q tests/prompts

train: .venv/dev.done  ## train the tagger on knowledge/star and measure it, some ten minutes
	$(BIN)/python -m eval.training

star: .venv/dev.done  ## how far the critique can be trusted, on answers by others
	$(BIN)/python -m eval.star

search: .venv/dev.done  ## how well passages are found, beside plain Chroma and BM25
	$(BIN)/python -m eval.retrieval

asking: .venv/dev.done  ## how well the candidate's questions are told apart, on questions by others
	$(BIN)/python -m eval.asking
	$(BIN)/python -m eval.asking --data eval/datasets/asking/blind2.jsonl

interviews: .venv/dev.done  ## whole interviews with simulated candidates, and what came of them, some four minutes
	$(BIN)/python -m eval.interviews

bench: .venv/dev.done  ## how long one waits: for first words, a search, a book, a judgement
	$(BIN)/python -m eval.bench.first_words
	$(BIN)/python -m eval.bench.finding
	$(BIN)/python -m eval.bench.judging

lock: .venv/uv.done  ## choose versions anew
	$(LOCK) --upgrade pyproject.toml -o requirements.lock
	$(LOCK) --upgrade pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

.venv/uv.done: requirements-uv.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	touch $@

.venv/run.done: .venv/uv.done requirements.lock pyproject.toml
	test -f .venv/dev.done || $(UV) pip install --quiet --compile-bytecode --python .venv --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python .venv --no-deps --editable .
	touch $@

.venv/dev.done: .venv/uv.done requirements-dev.lock pyproject.toml
	$(UV) pip install --quiet --compile-bytecode --python .venv --require-hashes -r requirements-dev.lock
	$(UV) pip install --quiet --python .venv --no-deps --editable .
	touch $@

screenshots: .venv/dev.done  ## the pictures of README
	$(BIN)/python docs/screenshots.py

clean:
	rm -rf .venv dist build
