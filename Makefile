# Everything runs in .venv, which any target makes as it needs it: python3, make and a package registry
# are enough. PYTHON=python3.12 chooses another interpreter.

PYTHON ?= python3
BIN := .venv/bin
# Some machines say by this that nothing may be compiled once for all. The tests start hundreds of programs,
# each of which would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-fast test-times mutants coverage lowest attack attack-some check lint types docs-check docs site fix snapshots schemas bench bench-match bench-find bench-readings bench-texts model reference build release clean

demo: .venv/.ready  ## a match and a proposal, printed
	$(BIN)/collab match --goal literacy --limit 5 --format table
	@echo
	$(BIN)/collab propose --goal literacy

test: .venv/.ready  ## all tests, on all cores; the last line tells how long they took
	$(BIN)/pytest --numprocesses auto --dist worksteal

test-fast: .venv/.ready  ## all but what tests/slow.txt lists: while you write
	$(BIN)/pytest --numprocesses auto --dist worksteal -m "not slow"

test-times: .venv/.ready  ## all tests, and which of them are slow written anew to tests/slow.txt
	$(BIN)/pytest --numprocesses auto --dist worksteal --write-times

coverage: .venv/.ready  ## all tests, and the lines and branches that none of them takes
	$(BIN)/pytest --numprocesses auto --dist worksteal --cov --cov-report=term-missing:skip-covered

lowest: .venv-lowest/.ready  ## the fast tests with the lowest versions that pyproject.toml allows
	.venv-lowest/bin/pytest --numprocesses auto --dist worksteal -m "not slow"

check: lint types test docs-check bench-match bench-find bench-readings bench-texts attack-some  ## everything CI checks

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: .venv/.ready
	$(BIN)/mypy

docs-check: .venv/.ready  ## generated pages and schemas are those the code makes
	$(BIN)/python -m tools.docs --check
	$(BIN)/python -m tools.limits
	$(BIN)/collab check data
	$(BIN)/zensical build --strict --clean

site: .venv/.ready  ## docs/ as a site in build/site; a link that leads nowhere ends it
	$(BIN)/zensical build --strict --clean

docs: .venv/.ready
	$(BIN)/python -m tools.docs

fix: .venv/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

snapshots: .venv/.ready  ## accept new expected output, then read the difference
	$(BIN)/pytest --numprocesses auto --snapshot-update
	git diff --stat tests/

bench: .venv/.ready  ## speed, as ratios against something run beside it
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.throughput
	$(BIN)/python -m benchmarks.assistant
	$(BIN)/python -m benchmarks.directory
	$(BIN)/python -m benchmarks.faults
	$(BIN)/python -m benchmarks.papers
	$(BIN)/python -m benchmarks.planning
	$(BIN)/python -m benchmarks.partnerships

reference: .venv/.ready  ## make the reference documents of Word and OpenDocument papers anew from tools/reference/
	$(BIN)/python -m tools.reference_documents

bench-match: .venv/.ready  ## match quality on real cases, beside popularity and BM25
	$(BIN)/python -m evaluation.matching --check

bench-find: .venv/.ready  ## whom find names, against whom a librarian would call
	$(BIN)/python -m evaluation.finding --check

bench-readings: .venv/.ready  ## what the first question of a wish offers, and how soon a right work is reached
	$(BIN)/python -m evaluation.readings --check

bench-texts: .venv/.ready  ## errors planted into papers: are they found, and are right texts left alone?
	$(BIN)/python -m evaluation.planted_errors --check

model: .venv/.ready  ## fit again to the catalogs; the first time it fetches 106 MB; then look at what bench-match says
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group model
	$(BIN)/python -m tools.train

attack: .venv/.ready  ## 200,000 bad inputs by every way in; about half an hour on two cores
	$(BIN)/python -m benchmarks.attack

attack-some: .venv/.ready  ## a twentieth of them by a fresh seed, which is printed: `--seed TEXT` tries the same ones again
	$(BIN)/python -m benchmarks.attack --inputs 10000 --seed new

mutants: .venv/.ready  ## a hundred changes drawn from the whole program: do its tests notice? An hour
	$(BIN)/python -m benchmarks.mutants --draw 100

build: .venv/.ready
	$(BIN)/python -m build

release: .venv/.ready  ## what is published, tried in an empty environment, with the list of its parts
	rm -rf dist build/release
	$(BIN)/python -m build
	$(PYTHON) -m venv build/release
	build/release/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt dist/*.whl
	build/release/bin/collab match --goal literacy --limit 3
	build/release/bin/collab propose --goal literacy --as email
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group release
	$(BIN)/cyclonedx-py environment --output-reproducible --output-file dist/sbom.cdx.json build/release

clean:
	rm -rf .venv .venv-lowest dist build

.venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	touch $@

.venv-lowest/.ready: pyproject.toml constraints.txt tools/lowest.py
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(PYTHON) -m tools.lowest > .venv-lowest/constraints.txt
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --constraint .venv-lowest/constraints.txt --editable . --group test
	touch $@
