# Two commands are enough: `make run` and `make test`. Everything else is for those who change it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
PARALLEL ?= auto

.PHONY: help run test check format lock bench bench-latency bench-scale bench-screen bench-relevance bench-crawl soak clean

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 이상이 필요합니다"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

## make run     sets up and opens the product on its demonstration council
run: $(STAMP)
	$(BIN)/ucouncil demo
	$(BIN)/ucouncil serve --demo

## make test    sets up and passes the tests; what a machine lacks is said and skipped (in CI it fails)
test: $(STAMP)
	$(BIN)/python -m pytest -n $(PARALLEL) --dist loadgroup

## make check   style, types, layers
check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## make format  writes the style
format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

## make bench   both engines and Elasticsearch with nori on the same documents in one run
bench: $(STAMP)
	$(BIN)/python -m benchmarks.bench

## make bench-relevance  the judged sets: nori, bigrams, morphemes and the product on both engines
bench-relevance: $(STAMP)
	$(BIN)/python -m benchmarks.relevance

## make bench-latency   20,800 papers of the plan's proportions: build and questions, beside nori
bench-latency: $(STAMP)
	$(BIN)/python -m benchmarks.speed

## make bench-scale     the same at SIZE (300,000); above a million the product alone, resumable
SIZE ?= 300000
bench-scale: $(STAMP)
	$(BIN)/python -m benchmarks.speed --count $(SIZE) $(if $(filter 1,$(shell expr $(SIZE) '>=' 1000000)),--home build/bench-$(SIZE))

## make bench-screen  the same papers in Chromium, typed by composition; then thirty people at once
SCREEN := build/bench-screen
bench-screen: $(STAMP)
	$(BIN)/python -m benchmarks.home $(SCREEN)
	$(BIN)/python -m benchmarks.screen --home $(SCREEN)
	$(BIN)/python -m benchmarks.sessions --home $(SCREEN)

## make bench-crawl     a list of 100,000 items and statutes of up to 7,000 articles, in memory
bench-crawl: $(STAMP)
	PYTHONPATH=tests $(BIN)/python -m benchmarks.crawl_size --report docs/reports/crawl-size.md

## make soak    kills at 50 moments of load and index, 50 of crawls and intake, 100,000 odd texts
soak: $(STAMP)
	PYTHONPATH=tests $(BIN)/python -m benchmarks.soak --report docs/reports/soak.md
	UCOUNCIL_STRINGS=100000 $(BIN)/python -m pytest -n $(PARALLEL) tests/indexer/korean/test_any_text.py

## make lock    resolves the dependencies anew
lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev --extra build pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) build *.egg-info
