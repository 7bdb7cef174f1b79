# Two commands on a fresh machine: make run, make test. Everything is installed into .venv, nothing outside it.

# Which Python makes .venv: the first of these that is 3.11 or later. Choose another with: make run PYTHON=/path/to/python
PYTHON ?=
CANDIDATES := $(if $(PYTHON),$(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python)

VENV := .venv
BIN := $(VENV)/bin
# Where make run leaves its results.
RESULTS ?= results
# Tests that start products wait half of their time, so two workers share a processor.
WORKERS ?= $(shell n=$$((2 * $$(nproc))); echo $$((n < 8 ? n : 8)))
PYTEST_OPTIONS ?= -n $(WORKERS) --dist=worksteal --durations=15

# How many octet strings make fuzz-codec tries.
MESSAGES ?= 20000
.DEFAULT_GOAL := help
.PHONY: help run suites test lint types bench fuzz-codec calibrate docs classes seeds clean

help:  ## Say what there is
	@echo 'usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/  \1\t\2/p' Makefile | expand -t 14

run: $(VENV)/installed  ## Set up, then bring the sample vendors together: the matrix of who works with whom; and a short run of O1
	@$(BIN)/python tools/sample_matrix.py --out $(RESULTS)/samples
	@echo
	@$(BIN)/python tools/sample_elements.py --out $(RESULTS)/samples
	@echo
	@echo 'Now yours, for example:'
	@echo '  $(BIN)/oran-harness run --role near-rt-ric --connect sctp://127.0.0.1:36421'
	@echo '  $(BIN)/oran-harness run --role e2-node --listen sctp://127.0.0.1:36421'
	@echo "  $(BIN)/oran-harness run --role o1-provider --connect 'netconf+ssh://admin@127.0.0.1:830?password=env:PASSWORD'"
	@echo 'make suites runs the whole suite against the three reference products.'

suites: $(VENV)/installed  ## Run the suite against the reference near-RT RIC, E2 node and managed element
	@worst=0; \
	for product in oran-harness-ric oran-harness-node oran-harness-element; do \
	   echo '$$ oran-harness run --sut '$$product' --out $(RESULTS)/'$$product; \
	   $(BIN)/oran-harness run --sut $$product --out $(RESULTS)/$$product; status=$$?; \
	   if [ $$status -gt $$worst ]; then worst=$$status; fi; \
	   if [ $$status -eq 130 ]; then break; fi; \
	   echo; \
	done; \
	if [ $$worst -eq 0 ]; then echo 'Done: the reference products pass.'; fi; \
	exit $$worst

test: $(VENV)/installed-for-tests  ## Set up, then run all tests (lint, types and layers are tests too)
	$(BIN)/python -m pytest $(PYTEST_OPTIONS)

lint: $(VENV)/installed-for-tests  ## Format and mend what ruff can, say what it cannot
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

types: $(VENV)/installed-for-tests  ## mypy --strict
	$(BIN)/mypy

bench: $(VENV)/installed-for-tests  ## The benchmarks, with modest sizes (docs/performance.md has the large ones)
	$(BIN)/python benchmarks/targets.py
	$(BIN)/python -m pytest benchmarks -p no:xdist --benchmark-only
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/check_memory.py --megabytes 100

fuzz-codec: $(VENV)/installed-for-tests  ## Mutated octets against the nodes and asn1tools; MESSAGES=1000000 for more
	$(BIN)/python tools/fuzz_codec.py --messages $(MESSAGES)

calibrate: $(VENV)/installed  ## Judge the judge: all flaws against all cases (20 minutes); writes docs/calibration*.md
	$(BIN)/python tools/calibrate.py

docs: $(VENV)/installed  ## Write the pages that are taken from the code (rules, procedures, cases)
	$(BIN)/python tools/write_docs.py

classes: $(VENV)/installed-for-tests  ## Write the typed values of messages from specs/, and the schemas parsed
	$(BIN)/python tools/write_classes.py
	$(BIN)/python tools/write_parsed.py

seeds: $(VENV)/installed  ## Write the corpus in seeds/
	$(BIN)/python tools/write_seeds.py

clean:  ## Remove .venv and what tools left behind
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is made last, so an interrupted installation is done again.
$(VENV)/installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[o1]'
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
