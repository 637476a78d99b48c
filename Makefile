# Every command of this house. Each does its own set-up; a second run of it takes a second.
# Needs Python 3.11 or newer and make; npm where there is one.

PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/pip --disable-pip-version-check
MADE := $(VENV)/.made
SOURCES_OF_THE_INSTALL := pyproject.toml hatch_build.py package.json package-lock.json src/smallplaces/readers/declaration.py src/smallplaces/readers/outlines.py
# Where there is no npm, pip builds in a place of its own and brings node along for that one step.
BUILD_HERE := $(if $(shell command -v npm),--no-build-isolation)

.PHONY: help install install-dev demo test lint format screenshots bench lock clean

help:
	@echo "make demo         a working site with a demonstration place, on this machine"
	@echo "make test         every check and every test"
	@echo "make install      the set-up alone, into $(VENV)"
	@echo "make lint         the checks that need no database"
	@echo "make format       put code and templates into their form"
	@echo "make screenshots  pictures of the pages, by a real browser"
	@echo "make bench        the figures of the README"
	@echo "make lock         choose versions anew, with their hashes"

install: $(MADE)/editable translations

demo: install
	@$(VENV)/bin/smallplaces demo

test: install-dev
	@$(VENV)/bin/python -m tools.check $(CHECK)

lint: install-dev
	@$(VENV)/bin/python -m tools.check --no-tests

format: install-dev
	@$(VENV)/bin/python -m tools.format

screenshots: install-dev
	@$(VENV)/bin/python -m tools.screenshots

bench: install-dev
	@$(VENV)/bin/python -m benchmarks

lock:
	@$(PYTHON) -m tools.lock $(LOCK)

install-dev: $(MADE)/dev translations

# Each stamp is set last, so that a step that was stopped is done again; they go with the folder that they tell of.
$(MADE)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Small Places needs Python 3.11 or newer; this is %d.%d. Name another one: make PYTHON=python3.12" % sys.version_info[:2])'
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@mkdir -p $(MADE) && touch $@

$(MADE)/run: $(MADE)/venv requirements.lock
	@echo "Bringing the packages of requirements.lock"
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@touch $@

$(MADE)/editable: $(MADE)/run $(SOURCES_OF_THE_INSTALL)
	@echo "Installing Small Places into $(VENV)"
	@$(PIP) install --quiet --no-deps $(BUILD_HERE) -e .
	@touch $@

$(MADE)/dev: $(MADE)/editable requirements-dev.lock
	@echo "Bringing the packages of requirements-dev.lock"
	@$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# Translations change more often than anything else of the install.
.PHONY: translations
translations: $(MADE)/editable
	@$(VENV)/bin/python hatch_build.py --translations

clean:
	rm -rf $(VENV) node_modules src/smallplaces/assets/fonts src/smallplaces/assets/udhr src/smallplaces/assets/atlas
