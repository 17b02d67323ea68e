# Everything that is done with this repository. Nothing is needed beforehand: each target brings what
# it needs. Rasa's environment (Python 3.10, 2.7 GB) is brought by what trains, measures, proves or lists licences.
SHELL := /bin/sh
UV := $(shell command -v uv 2>/dev/null || echo "$(CURDIR)/.tools/bin/uv")
# certificates of the machine, so that a registry behind a company's own is trusted too
export UV_SYSTEM_CERTS := true
# a bot's start compiles 1.4 s of Python where nothing is kept: tests and benches start hundreds
export PYTHONDONTWRITEBYTECODE :=
MODEL := nlu/model
# each takes the next test that is left; what starts a server takes a free port for it. One more than there are
# cores: who waits for a browser or a server leaves one idle (main lane 12.9 minutes by two, 11.1 by three)
PARALLEL := -n $(shell echo $$(($$(nproc) + 1))) --dist worksteal
# every test of the two folders starts something or needs Chromium: they aren't even imported
INSIDE := --ignore=tests/wire --ignore=tests/proof
NO_PROCESS := not process and not rasa and not proof and not alone
PORT ?= 8080
ENGINE ?= docker
.DEFAULT_GOAL := help
.PHONY: help setup rasa demo test test-all quick coverage prove words check format model browser evaluate pictures licences \
	audit sbom attack bench house images prove-forgetting prove-bundle

help:  ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 20

MISSING := Python 3.11, 3.12 or 3.13 or a package registry is missing: see README, a minute to the demo

setup: .build/setup  ## bring uv, build the environment with the tools of development

.build/setup: pyproject.toml uv.lock scripts/bring-uv.sh
	@sh scripts/bring-uv.sh "$(UV)"
	@"$(UV)" sync --frozen --quiet || { echo "$(MISSING)"; exit 1; }
	@mkdir -p .build && touch .build/product .build/setup

.build/product: pyproject.toml uv.lock scripts/bring-uv.sh
	@sh scripts/bring-uv.sh "$(UV)"
	@"$(UV)" sync --frozen --quiet --no-dev --inexact || { echo "$(MISSING)"; exit 1; }
	@mkdir -p .build && touch .build/product

rasa: .build/rasa  ## bring Rasa's environment: Python 3.10

.build/rasa: $(MODEL)/pyproject.toml $(MODEL)/uv.lock scripts/bring-uv.sh
	@sh scripts/bring-uv.sh "$(UV)"
	@cd $(MODEL) && "$(UV)" sync --frozen --quiet || { echo "Python 3.10 is not to be had: install it (pyenv install 3.10), then again"; exit 1; }
	@mkdir -p .build && touch .build/rasa

demo: .build/product  ## everything on this machine, without Telegram
	@.venv/bin/helpline demo --port $(PORT)

model: rasa  ## train the model and write its bundle, if there is none for today's data
	@cd $(MODEL) && .venv/bin/python train.py

words: setup  ## the common words by which messages without vowels are read, of today's training data
	.venv/bin/python -m scripts.common_words

prove-bundle: rasa  ## train anew, and see that the bundle is what training writes
	@cd $(MODEL) && .venv/bin/python proof.py

browser: setup
	@sh scripts/bring-browser.sh .venv/bin/playwright

test: setup browser  ## every test but `make prove`'s, on real parts; those of Rasa where `make rasa` has brought it
	@if [ -e .build/rasa ]; then $(MAKE) --no-print-directory test-all; else \
	.venv/bin/pytest $(PARALLEL) -m "not alone and not proof and not rasa" --durations=25 && \
	.venv/bin/pytest -m "alone and not proof and not rasa" && \
	echo "Left out: what needs Rasa's environment (training, Rasa's server, parity with it); make rasa brings it."; fi

test-all: setup model browser  # Rasa's as well
	sh scripts/beside.sh "cd $(MODEL) && exec .venv/bin/python -m pytest -q" \
		sh scripts/twice.sh $(PARALLEL) -m "not alone and not proof" --durations=25
	sh scripts/twice.sh -m "alone and not proof" --durations=15

quick: setup  ## before each commit: what starts no process and takes less than a second, dialogues in one language
	.venv/bin/pytest $(PARALLEL) -q $(INSIDE) -m "$(NO_PROCESS) and not slow"

coverage: setup  ## docs/coverage.md: what is reached without a process; fails below the floor, or where a file isn't judged
	.venv/bin/pytest $(PARALLEL) -q $(INSIDE) -m "$(NO_PROCESS)" --cov --cov-report=json:.build/coverage.json --cov-report= \
		--cov-fail-under=0
	.venv/bin/python -m scripts.coverage_page .build/coverage.json

prove: setup model browser  ## no kill or failover loses a message, what is erased is gone, every cry is heard
	sh scripts/twice.sh $(PARALLEL) -m "proof and not alone" --durations=25
	sh scripts/twice.sh -m "proof and alone"

prove-forgetting: setup browser  ## what is erased is nowhere: Redis, its files, logs, Sentry, chats, backups, a browser
	.venv/bin/pytest tests/proof -q

check: setup  ## lint, types, imports, flows, texts, training data
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	cd $(MODEL) && ../../.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/helpline check --brief
	.venv/bin/python -m scripts.image_lock names
	.venv/bin/hadolint deploy/bot.Dockerfile deploy/model.Dockerfile
	.venv/bin/check-jsonschema --quiet --builtin-schema vendor.compose-spec deploy/compose.yml
	.venv/bin/kubernetes-validate --strict --quiet deploy/kubernetes/*.yml
	@if [ -e .build/rasa ]; then cd $(MODEL) && .venv/bin/python checks.py; else \
	echo "Left out: the checks of the training data, which need Rasa's environment; make rasa brings it."; fi

format: setup  ## let ruff put the code in order
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

evaluate: setup model  ## how well messages are understood: the reports in docs/; NEUTRAL=FOLDER of calm lines, DIALOGUES=FILE
	.venv/bin/helpline evaluate --longer $(if $(NEUTRAL),--neutral "$(NEUTRAL)")
	.venv/bin/helpline evaluate --dialogues $(if $(DIALOGUES),"$(DIALOGUES)")

# each test in these files that leaves a PNG in its folder makes a picture of that name
PICTURES := tests/wire/test_page.py tests/wire/test_console_pictures.py tests/wire/test_console_reviews.py

pictures: setup browser  ## the screenshots in docs/pictures, from the browser tests
	.venv/bin/pytest $(PICTURES) -q --basetemp=.build/page
	@mkdir -p docs/pictures && cp .build/page/*0/*.png docs/pictures/

house: setup  ## docs/house.md: the rooms, and the way of a message through them
	.venv/bin/python -m scripts.house

images:  ## build both images and see that they do their work; needs docker (or ENGINE=podman)
	@sh scripts/images.sh $(ENGINE)

licences: setup rasa  ## docs/licences.md: what is built upon; fails on a licence that isn't allowed
	.venv/bin/python scripts/licences.py

audit: setup  ## known holes in what is built upon; red where PyPI's advisory service can't be asked
	@.venv/bin/python scripts/audit.py "$(UV)"

sbom: setup  ## .build/sbom: what is inside, as CycloneDX; fails where it isn't what is locked
	@.venv/bin/python -m scripts.sbom "$(UV)" .build/sbom

attack: setup  ## docs/attack.md: a crowd against the whole system, 15 to 25 minutes; SHORT=1 for a try of two
	.venv/bin/python -m bench.attack $(if $(SHORT),--accounts 200 --rate 20 --seconds 30 --way webhook --without-half --only-print)

bench: setup model  ## docs/load.md: figures beside peers, on this machine, in one run
	.venv/bin/python -m bench
