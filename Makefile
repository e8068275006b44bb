# The two commands are `make run` and `make test`; both make their environment first (tools/bootstrap.sh).
SHELL := /bin/sh
IN := tools/env.sh
CODE := db desktop resources tests benchmarks tools

# What a test run must reach: all code together, and the rooms where every branch counts.
COVERAGE_FLOOR ?= 90
COVERED_FULLY ?= desktop/logic/*,db/keys.py,db/keyslots.py,db/keyslot_copies.py,db/recovery_key.py,db/store.py,db/blob.py,db/journal.py,db/migrate.py

# Which tests: make test TESTS=tests/db
TESTS ?= tests
PYTEST := $(IN) python -m pytest --cov --cov-report=

.NOTPARALLEL:
.PHONY: run test lint types imports tests window coverage faults bench screenshots messages lock package run-ready dev-ready clean

run: run-ready
	@$(IN) python tools/demo.py

test: lint types imports window tests coverage

lint: dev-ready
	$(IN) ruff check $(CODE)
	$(IN) ruff format --check $(CODE)

types: dev-ready
	$(IN) pyright

imports: dev-ready
	$(IN) lint-imports --no-logo --no-cache

window: dev-ready
	@$(IN) coverage erase
	tools/window.sh $(PYTEST) -m real_window tests/journeys

tests: dev-ready
	QT_QPA_PLATFORM=offscreen $(PYTEST) --cov-append -n auto --dist worksteal $(TESTS)

coverage: dev-ready
	$(IN) coverage report --fail-under=$(COVERAGE_FLOOR)
	$(IN) coverage report --fail-under=100 --include='$(COVERED_FULLY)'

faults: dev-ready
	QT_QPA_PLATFORM=offscreen $(IN) python -m pytest -m faults -s tests/faults

bench: dev-ready
	@for bench in benchmarks/*.py; do echo "== $$bench"; QT_QPA_PLATFORM=offscreen $(IN) python "$$bench" || exit; done

screenshots: run-ready
	$(IN) python tools/demo.py --screenshots docs/screenshots

messages: dev-ready
	$(IN) python tools/messages.py update
	$(IN) python tools/messages.py compile

lock: dev-ready
	tools/lock.sh

package: dev-ready
	$(IN) python -m pip wheel -q --no-deps --no-build-isolation --wheel-dir dist .

run-ready:
	@tools/bootstrap.sh run

dev-ready:
	@tools/bootstrap.sh dev

clean:
	rm -rf .venv build dist demo .coverage* .pytest_cache .ruff_cache .import_linter_cache *.egg-info
