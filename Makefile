# Everything that is done with this repository. `make demo` and `make test` need nothing beforehand.
SHELL := /bin/sh
UV := $(shell command -v uv 2>/dev/null || echo "$(CURDIR)/.tools/bin/uv")
# certificates of the machine, so that a registry behind a company's own is trusted too
export UV_SYSTEM_CERTS := true
MODEL := nlu/model
# each core takes the next test that is left; what starts a server takes a free port for it
PARALLEL := -n $(shell nproc) --dist worksteal
PORT ?= 8080
ENGINE ?= docker
.DEFAULT_GOAL := help
.PHONY: help setup demo test quick prove check format model browser evaluate picture licences audit bench \
	images prove-forgetting

help:  ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 20

setup: .build/setup  ## bring uv, build both environments

.build/setup: pyproject.toml uv.lock $(MODEL)/pyproject.toml $(MODEL)/uv.lock scripts/bring-uv.sh
	@sh scripts/bring-uv.sh "$(UV)"
	@"$(UV)" sync --frozen --quiet || { echo "Python 3.11 or 3.12 or a package registry is missing: see README, set-up"; exit 1; }
	@cd $(MODEL) && "$(UV)" sync --frozen --quiet || { echo "Python 3.10 is not to be had: install it (pyenv install 3.10), then again"; exit 1; }
	@mkdir -p .build && touch .build/setup

demo: setup  ## everything on this machine, without Telegram
	@.venv/bin/helpline demo --port $(PORT)

model: setup  ## train the model, if there is none for today's data
	@cd $(MODEL) && .venv/bin/python train.py

browser: setup
	@sh scripts/bring-browser.sh .venv/bin/playwright

test: setup model browser  ## every test, on real parts, on all cores
	.venv/bin/pytest $(PARALLEL) -m "not alone" --durations=25
	.venv/bin/pytest -m alone
	cd $(MODEL) && .venv/bin/python -m pytest -q

quick: setup  ## the tests that start no process, in a minute or so: before each commit
	.venv/bin/pytest $(PARALLEL) -q -m "not process and not proof and not alone and not wire"

prove: setup model  ## no kill loses a message, what is erased is gone, every cry is heard
	.venv/bin/pytest $(PARALLEL) -m "proof and not alone"
	.venv/bin/pytest -m "proof and alone"

prove-forgetting: setup  ## what is erased is nowhere: Redis, its files, logs, Sentry, chats, backups
	.venv/bin/pytest tests/proof -q

check: setup  ## lint, types, imports, flows, texts, training data
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/helpline check --brief
	.venv/bin/hadolint deploy/bot.Dockerfile deploy/model.Dockerfile
	.venv/bin/check-jsonschema --quiet --builtin-schema vendor.compose-spec deploy/compose.yml
	.venv/bin/kubernetes-validate --strict --quiet deploy/kubernetes/*.yml
	cd $(MODEL) && .venv/bin/python checks.py

format: setup  ## let ruff put the code in order
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

evaluate: setup model  ## how well messages are understood: the report in docs/; NEUTRAL=FOLDER of calm lines
	.venv/bin/helpline evaluate --longer $(if $(NEUTRAL),--neutral "$(NEUTRAL)")

picture: setup browser  ## the screenshots in docs/pictures, from the browser tests
	.venv/bin/pytest tests/wire/test_page.py -q --basetemp=.build/page
	@mkdir -p docs/pictures && cp .build/page/*0/*.png docs/pictures/

images:  ## build both images and see that they do their work; needs docker (or ENGINE=podman)
	@sh scripts/images.sh $(ENGINE)

licences: setup  ## docs/licences.md: what is built upon; fails on a licence that isn't allowed
	.venv/bin/python scripts/licences.py

audit: setup  ## known holes in what is built upon; needs the advisory service of PyPI
	@.venv/bin/python scripts/audit.py "$(UV)"

bench: setup model  ## docs/load.md: figures beside peers, on this machine, in one run
	.venv/bin/python -m bench
