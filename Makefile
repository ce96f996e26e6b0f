# Every command sets itself up: the first call makes .venv and installs what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
# Node comes from Python's package index, so that none of the system is needed; like pip, it trusts
# whom the system trusts.
NPM_INSTALL := NODE_USE_SYSTEM_CA=1 $(BIN)/npm install --no-package-lock --no-audit --no-fund --silent
CHECKERS := tests/npm/node_modules/installed.stamp
# Three tests at once keep two cores busy: a page is waited for a quarter of the time. Files that
# measure share one worker.
AT_ONCE := --numprocesses 3 --dist loadfile

.PHONY: run test check coverage mutants web picture bench clean

$(VENV)/run.stamp: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Corridor Atlas needs Python 3.11 or newer")'
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) \
		|| { rm -rf $(VENV); echo "Python has no venv module here (Debian: python3-venv)"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-dev.txt requirements-notebook.txt requirements-fonts.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-fonts.txt
	touch $@

$(VENV)/bench.stamp: $(VENV)/run.stamp bench/requirements.txt bench/package.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	$(NPM_INSTALL) --prefix bench
	touch $@

$(CHECKERS): $(VENV)/test.stamp tests/npm/package.json
	$(NPM_INSTALL) --prefix tests/npm
	touch $@

run: $(VENV)/run.stamp  ## serve the atlas at http://localhost:8501
	mkdir -p static
	-$(BIN)/python -m geo export --data "$${CORRIDOR_ATLAS_DATA:-data}" -o static/corridor-atlas.geojson
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

check: $(VENV)/test.stamp  ## style, types, import contracts and the data
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m geo validate

test: check $(CHECKERS)  ## every check and every test, browser tests where a Chromium is found
	$(BIN)/python -m pytest $(AT_ONCE)

coverage: $(CHECKERS)  ## every test once more, and which branches of Python and script they ran
	$(BIN)/python -m tests.covered $(AT_ONCE)

SEED ?= 1
mutants: $(CHECKERS)  ## put 150 small faults in, one at a time; which do the tests catch? (hours)
	$(BIN)/python -m tests.mutants --seed $(SEED)

web: $(CHECKERS)  ## build the browser half anew from layers/web, after any change there
	$(BIN)/python -m tests.web.bundle

picture: $(VENV)/test.stamp  ## take the README's picture anew
	WRITE_PICTURE=1 $(BIN)/python -m pytest tests/browser/test_pictures.py -k picture

bench: $(VENV)/bench.stamp  ## measure the atlas beside its peers; tables in bench/results
	$(BIN)/python -m bench
	$(BIN)/python -m bench find
	$(BIN)/python -m bench export
	$(BIN)/python -m bench sessions
	$(BIN)/python -m bench downloads

clean:  ## remove what the other commands made
	rm -rf $(VENV) static bench/node_modules tests/npm/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
