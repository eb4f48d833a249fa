# Sayso: two commands for newcomers (demo, test), three for makers (gate, bench, train).
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= $(or $(SAYSO_DATA),../shared)

.PHONY: demo test lint gate bench train clean

$(BIN)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(BIN)/.dev: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@

demo: $(BIN)/.installed  ## read the bundled report
	$(BIN)/sayso read examples/truce-report.txt --published 2016-03-13

test: $(BIN)/.dev lint   ## everything that must hold before a change lands
	SAYSO_DATA=$(DATA) $(BIN)/python -m pytest --cov=sayso --cov-report=term:skip-covered

lint: $(BIN)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if $(BIN)/python -c "import torch" 2>/dev/null; then $(BIN)/mypy training; \
	else echo "mypy: training/ is skipped, for torch is not installed (make train installs it)"; fi
	$(BIN)/lint-imports

gate: $(BIN)/.dev        ## score the development cases against the recorded floors
	$(BIN)/python -m evaluation --data $(DATA)

bench: $(BIN)/.dev       ## speed and memory beside peers, accuracy figures of the README
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[bench]" || echo "peers not installable here: they are skipped"
	$(BIN)/python -m benchmarks --data $(DATA)

train: $(BIN)/.dev       ## make the shipped network from public data
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[train]"
	$(BIN)/python -m training --data $(DATA) --out src/sayso/language/model

clean:
	rm -rf $(VENV) build dist
