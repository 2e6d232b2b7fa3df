# What you can do here. `make demo` is the place to begin; Ctrl-C ends it.
.PHONY: demo test test-postgres check fix setup pictures worlds faults bench

demo: setup
	@exec .venv/bin/heed demo

test: setup
	@scripts/browser.sh
	@exec .venv/bin/pytest --numprocesses=auto

test-postgres: setup
	@scripts/browser.sh
	@exec scripts/test-postgres.sh

check: setup
	@exec scripts/check.sh

fix: setup
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

pictures: setup
	@scripts/browser.sh
	@exec .venv/bin/python scripts/pictures.py

worlds: setup
	@HEED_WORLDS=10000 exec .venv/bin/pytest tests/walls/test_need_to_know.py

faults: setup
	@exec .venv/bin/python -m faults

# ONLY=pages, ONLY=load or ONLY=entry,send for a part; STRICT=1 to fail when a budget is missed.
bench: setup
	@exec .venv/bin/python -m bench --only='$(ONLY)' $(if $(STRICT),--strict)

setup:
	@scripts/setup.sh
