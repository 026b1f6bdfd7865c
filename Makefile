# The interface of this repository. Every target sets up what it needs in .venv; no target needs another service.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= 2

.PHONY: demo test check format lint types imports data bench dossier-shot wheel lock clean help

help: ## say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src # also where the environment forbids Python to keep byte code: a command starts in half the time
	touch $(READY)

demo: $(READY) ## read the shipped examples and show what Treatywatch makes of them
	$(BIN)/treatywatch demo

test: $(READY) ## run all tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: format lint types imports data test ## format, lint, types, import rules, data lint, tests

format: $(READY) ## the code is formatted
	$(BIN)/ruff format --check src tests bench hatch_build.py

lint: $(READY) ## the code and the YAML are clean
	$(BIN)/ruff check src tests bench hatch_build.py
	$(BIN)/interrogate -q src
	$(BIN)/yamllint -s treaties systems actors outlets lexicon examples

types: $(READY) ## mypy --strict
	$(BIN)/mypy

imports: $(READY) ## imports point down only
	$(BIN)/lint-imports

data: $(READY) ## the shelf has no fault
	$(BIN)/treatywatch lint

bench: $(READY) ## measure speed, as ratios against peers in the same run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	for script in bench/*.py; do $(BIN)/python $$script || exit 1; done

wheel: $(READY) ## build the wheel, with the data compiled into it
	$(BIN)/python -m build --wheel --no-isolation

lock: ## pin all dependencies with hashes (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev -c requirements.lock --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-dev.lock
	uv pip compile pyproject.toml --extra bench -c requirements.lock --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-bench.lock

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
