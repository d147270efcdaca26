# Everything runs in .venv, which any target makes as it needs it: python3, make and a package registry
# are enough. PYTHON=python3.12 chooses another interpreter.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check lint types docs-check docs fix snapshots schemas bench bench-match model build clean

demo: .venv/.ready  ## a match and a proposal, printed
	$(BIN)/collab match --goal literacy --limit 5 --format table
	@echo
	$(BIN)/collab propose --goal literacy

test: .venv/.ready
	$(BIN)/pytest

check: lint types test docs-check bench-match  ## everything CI checks

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: .venv/.ready
	$(BIN)/mypy

docs-check: .venv/.ready  ## generated pages and schemas are those the code makes
	$(BIN)/python -m tools.docs --check
	$(BIN)/collab check data

docs: .venv/.ready
	$(BIN)/python -m tools.docs

fix: .venv/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

snapshots: .venv/.ready  ## accept new expected output, then read the difference
	$(BIN)/pytest --snapshot-update
	git diff --stat tests/

bench: .venv/.ready  ## speed, as ratios against something run beside it
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.throughput
	$(BIN)/python -m benchmarks.directory
	$(BIN)/python -m benchmarks.faults
	$(BIN)/python -m benchmarks.papers

bench-match: .venv/.ready  ## match quality on real cases, beside popularity and BM25
	$(BIN)/python -m evaluation.matching --check

model: .venv/.ready  ## learn again from the catalogs; then look at what bench-match says
	$(BIN)/python -m tools.train

build: .venv/.ready
	$(BIN)/python -m build

clean:
	rm -rf .venv dist build

.venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	touch $@
