# Two commands on a fresh machine: make run, make test. Everything is installed into .venv, nothing outside it.

# Which Python makes .venv: the first of these that is 3.11 or later. Choose another with: make run PYTHON=/path/to/python
PYTHON ?=
CANDIDATES := $(if $(PYTHON),$(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python)

VENV := .venv
BIN := $(VENV)/bin
# A capture of two real stacks, recorded with the near-RT RIC of one project and the E2 node of another edition.
CAPTURES := tests/captures/fixtures
CAPTURE ?= $(CAPTURES)/flexric-node-v1.01_ric-v2.03-aborts.pcap
PYTEST_OPTIONS ?= -n auto --maxprocesses=8 --dist=worksteal --durations=15

.DEFAULT_GOAL := help
.PHONY: help run test lint types bench docs classes clean

help:  ## Say what there is
	@echo 'usage: make TARGET'
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  \1\t\2/p' Makefile | expand -t 12

run: $(VENV)/installed  ## Set up, then check a capture of two real E2 products
	@echo '$$ oran-harness check --chart $(CAPTURE)'
	@$(BIN)/oran-harness check --chart $(CAPTURE); status=$$?; \
	case $$status in \
	0|1) echo; \
	   echo 'Done. The findings above are the result: they tell what the two recorded products did wrong, not oran-harness.'; \
	   echo 'check left with exit code '$$status' (0: nothing that must be otherwise, 1: something that must).'; \
	   echo 'Your own capture: $(BIN)/oran-harness check FILE.pcap'; \
	   echo 'Other recordings of real products: $(CAPTURES)/';; \
	*) exit $$status;; \
	esac

test: $(VENV)/installed-for-tests  ## Set up, then run all tests (lint, types and layers are tests too)
	$(BIN)/python -m pytest $(PYTEST_OPTIONS)

lint: $(VENV)/installed-for-tests  ## Format and mend what ruff can, say what it cannot
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

types: $(VENV)/installed-for-tests  ## mypy --strict
	$(BIN)/mypy

bench: $(VENV)/installed-for-tests  ## The benchmarks, with modest sizes (docs/performance.md has the large ones)
	$(BIN)/python -m pytest benchmarks -p no:xdist --benchmark-only
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/check_memory.py --megabytes 100

docs: $(VENV)/installed  ## Write docs/rules.md from the registry of rules
	$(BIN)/python tools/write_docs.py

classes: $(VENV)/installed-for-tests  ## Write the typed values of messages from specs/
	$(BIN)/python tools/write_classes.py

clean:  ## Remove .venv and what tools left behind
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is made last, so an interrupted installation is done again.
$(VENV)/installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(BIN)/python:
	@chosen=; for candidate in $(CANDIDATES); do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then chosen=$$candidate; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  echo 'oran-harness needs Python 3.11 or later, and none of these is: $(CANDIDATES).' >&2; \
	  echo 'Install one, or name one: make run PYTHON=/path/to/python3.12' >&2; exit 2; \
	fi; \
	if ! $$chosen -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "$$chosen comes without the module venv; install it (Debian, Ubuntu: apt install python3-venv) and try again." >&2; \
	  exit 2; \
	fi; \
	echo "Setting up $(VENV) with $$($$chosen --version); this takes a minute, once."; \
	rm -rf $(VENV) && $$chosen -m venv $(VENV)
