# Fieldbook. Two targets are enough to begin with:
#
#   make site    build the program, check content/, write the intranet to _site/
#   make test    build everything and run all tests
#
#   make check   what CI runs besides: formatting, walls, tests, the workspace's own checks
#   make demo    a generated workspace of DEMO_CUSTOMERS customers and its site, in .build/demo
#   make format  rewrite the sources in the house format
#   make golden  rewrite golden files (and still fail, so that nobody records what nobody has read)
#   make screenshots  take the pictures of the README, with the browser that the tests use
#   make bench   times against floors and peers on a generated workspace; ratios within one run
#   make install copy program and theme below PREFIX (/usr/local)
#   make clean   remove the site; make distclean removes build products too
#
# Each installs the system packages that it misses and says so first.

SWIFT  ?= swift
PREFIX ?= /usr/local
DEMO_CUSTOMERS ?= 85

# The walls between targets: an import that Package.swift does not declare is an error.
WALLS   := --explicit-target-dependency-import-check error
# Linked with Swift's own libraries inside: the program starts in half the time, and runs where no Swift is installed.
STATIC  := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
RELEASE := -c release $(WALLS) $(STATIC) --product fieldbook
BINARY  := .build/release/fieldbook

APT_PACKAGES  := git pkg-config libgit2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev libcurl4-openssl-dev \
                 python3-venv
BREW_PACKAGES := git pkg-config libgit2 cmark-gfm

# What only tests and pictures need: a browser, and Java for the HTML checker.
APT_BROWSER  := chromium default-jre-headless fonts-liberation
BREW_BROWSER := openjdk
test screenshots bench: APT_PACKAGES += $(APT_BROWSER)
test screenshots bench: BREW_PACKAGES += $(BREW_BROWSER)

PYTHON ?= python3
VENV   := $(CURDIR)/.build/venv

.PHONY: site test check lint format golden demo bench screenshots install clean distclean setup binary

site: binary
	@$(BINARY) check --quiet
	@$(BINARY) build --output _site

binary: setup
	@$(SWIFT) build $(RELEASE)

test: setup
	@$(SWIFT) build --build-tests $(WALLS)
	@$(SWIFT) test --skip-build
	@$(MAKE) --no-print-directory $(VENV)/.complete
	@Tests/Tools/acceptance.sh .build/debug/fieldbook $(VENV) .
	@$(VENV)/bin/python Tests/Browser/run.py .build/debug/fieldbook .
	@Tests/Tools/search.sh .build/debug/fieldbook $(VENV) . --gate --no-pagefind

$(VENV)/.complete: Tests/Tools/requirements.txt
	@$(PYTHON) -m venv $(VENV) && $(VENV)/bin/pip install -q -r Tests/Tools/requirements.txt && touch $@

check: lint test site

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

golden: setup
	@RECORD_GOLDEN=1 $(SWIFT) test $(WALLS)

demo: binary
	@rm -rf .build/demo
	@$(BINARY) demo .build/demo --customers $(DEMO_CUSTOMERS)
	@$(BINARY) build --workspace .build/demo --output .build/demo-site

bench: binary $(VENV)/.complete
	@$(VENV)/bin/pip install -q -r Tests/Tools/bench-requirements.txt
	@$(VENV)/bin/python Tests/Tools/bench.py --binary $(BINARY) --json .build/bench.json
	@Tests/Tools/search.sh $(BINARY) $(VENV) . --json .build/bench-search.json

screenshots: binary $(VENV)/.complete
	@$(VENV)/bin/python Tests/Browser/screenshots.py $(BINARY) .

install: binary
	@install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/fieldbook
	@install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/fieldbook
	@rm -rf $(DESTDIR)$(PREFIX)/share/fieldbook/site-theme
	@cp -R site-theme $(DESTDIR)$(PREFIX)/share/fieldbook/

clean:
	@rm -rf _site ._site.staging ._site.lock .build/demo .build/demo-site

distclean: clean
	@rm -rf .build

# System packages and toolchain; quiet when nothing is missing.
setup:
	@if command -v brew >/dev/null 2>&1 && [ "$$(uname)" = Darwin ]; then \
	  missing=$$(for p in $(BREW_PACKAGES); do brew list --versions $$p >/dev/null 2>&1 || echo $$p; done); \
	  if [ -n "$$missing" ]; then echo "Installing with brew:" $$missing; brew install $$missing; fi; \
	elif command -v apt-get >/dev/null 2>&1; then \
	  missing=$$(for p in $(APT_PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || echo $$p; done); \
	  if [ -n "$$missing" ]; then \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    echo "Installing with apt-get:" $$missing; \
	    $$sudo apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	  fi; \
	fi
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "No Swift toolchain found. Install Swift 6.1 or newer from swift.org/install, then run this again."; exit 2; }
