# "make help" says what can be done here.

# sqlite_fts5 gives SQLite its full-text search; migrated_fynedo says that windows are touched from Fyne's own thread only.
# Flags that the user has set with "go env -w GOFLAGS" or in the environment stay in force.
TAGS    := sqlite_fts5,migrated_fynedo
GOFLAGS := $(shell go env GOFLAGS 2>/dev/null) -tags=$(TAGS)
export GOFLAGS

# The versions of the checkers stand here and nowhere else.
GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

.DEFAULT_GOAL := help
.PHONY: help deps deps-test deps-bench build build-nogui run tour screens test verify-exports fuzz lint bench fmt clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

deps: ## install what the program needs to be built and run, where it is missing
	@scripts/deps.sh run

deps-test: ## install what the tests need, where it is missing
	@scripts/deps.sh test

deps-bench: ## install what "make bench" compares with (Pango, HarfBuzz), where it is missing
	@scripts/deps.sh bench

build: deps ## build the program: build/hashiya
	go build -o build/hashiya .

build-nogui: ## build the commands without Fyne, for servers: build/hashiya-nogui
	@scripts/deps.sh nogui
	go build -tags=sqlite_fts5,nogui -o build/hashiya-nogui .

run: build ## build the program and open it on a demo project; without a display, the tour
	@scripts/run.sh

tour: deps-test build ## drive the program in a virtual display: screenshots and dataset in build/tour
	@scripts/tour.sh

screens: deps-test build ## take a picture of every screen, in all languages and colours: build/screens/index.html
	@scripts/screens.sh

test: deps-test build build-nogui ## run every test
	go vet ./...
	go test -race -timeout 20m ./...

verify-exports: build-nogui ## read the exports with other people's programs (pinned; needs Python 3.11 or later and the network once)
	@scripts/verify-exports.sh

fuzz: ## run each fuzz target for a few seconds, three minutes in all
	@scripts/fuzz.sh

lint: ## check the formatting, then staticcheck
	@files=$$(go run $(GOFUMPT) -l .) || exit 1; files=$$(printf '%s' "$$files" | grep -v '^build/'); \
	if [ -n "$$files" ]; then printf 'not formatted, "make fmt" mends it:\n%s\n' "$$files"; exit 1; fi
	go run $(STATICCHECK) ./...

bench: ## run the benchmarks, one package at a time; beside Pango and HarfBuzz where they are there (deps-bench)
	go test -p 1 -run '^$$' -bench . -benchmem ./...

fmt: ## format the code
	go run $(GOFUMPT) -w .

clean: ## remove what was built, the demo project and the tour with it
	rm -rf build
