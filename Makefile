# make dev    a virtual environment with everything for working on factcheck
# make check  what a change must pass: format, lint, types, import contracts, tests
PYTHON ?= python3
BIN := .venv/bin

.PHONY: dev check fix test run score golden

dev:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -c constraints.txt -e '.[dev]'

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

fix:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test:
	$(BIN)/pytest

run:
	$(BIN)/factcheck run fixtures/

score:
	$(BIN)/factcheck score fixtures/ --show

# re-make the committed example report after a change that is meant to change it
golden:
	$(BIN)/python -m benchmarks.example_report
