# make kit: the Zutphen kit from nothing into out/.   make test: what is tested, on all cores.   make lang: what is long.
# make browser: the page of `speelveld kijk` in a real browser, and what a browser draws beside what is printed.
# make snel: what a change needs before it is shown: lint, types, layers and every test that is not slow.   make bench: speed.
# make bench-schrijf: speed, into benchmarks/README.md.
# make windows ZIP=… SHA256=…: one zip for Windows, with the embeddable Python of python.org in it, in out/windows/.
# make maten: how large is what `pip install` lays down, as the table of the README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: kit test lang browser snel bench bench-schrijf check plaatjes windows maten clean

kit: $(VENV)/kit.stamp
	$(BIN)/speelveld maak zutphen-dementie --uit out/zutphen-dementie

# Each process takes half of what the other still has to do, so that they end together.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist worksteal

test: $(VENV)/test.stamp check
	$(PYTEST) -m "not long and not browser"

lang: $(VENV)/test.stamp
	$(PYTEST) -m "long and not browser"

# How long a letter takes is measured when nothing else is done.
browser: $(VENV)/test.stamp
	$(PYTEST) --dist loadfile -m browser --ignore tests/browser/test_it_is_fast.py
	$(BIN)/python -m pytest -s tests/browser/test_it_is_fast.py

snel: $(VENV)/test.stamp check
	$(PYTEST) -m "not slow and not long and not browser"

check: $(VENV)/test.stamp
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/bench.stamp
	$(BIN)/python benchmarks/run.py --doelen --stappen
	$(BIN)/python benchmarks/tagging.py
	$(BIN)/python benchmarks/proefspeel.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/kit.stamp: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[alles]'
	touch $@

$(VENV)/test.stamp: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ $(VENV)/kit.stamp

$(VENV)/bench.stamp: $(VENV)/test.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check typst
	touch $@

bench-schrijf: $(VENV)/bench.stamp
	$(BIN)/python benchmarks/run.py --doelen --stappen --schrijf

plaatjes: $(VENV)/test.stamp
	$(BIN)/python docs/plaatjes/kalibratie.py
	$(BIN)/python docs/plaatjes/voorbeelden.py
	$(BIN)/python docs/plaatjes/schrijven.py

windows: $(VENV)/test.stamp
	$(BIN)/python -m bundel "$(ZIP)" "$(SHA256)" $(if $(LOCK),--lock "$(LOCK)")

maten: $(VENV)/test.stamp
	@$(BIN)/python -m bundel.installed

clean:
	rm -rf $(VENV)
