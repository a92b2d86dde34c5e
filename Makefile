# Two commands do all on a fresh Debian 12: `make run` and `make test`. The rest is for daily work.
# The build itself is CMake's (CMakePresets.json); this file only gives its steps short names.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.PHONY: build run test check debug asan fuzz fuzz-short bench format format-check lint layers rules docs install clean help

JOBS ?= $(shell nproc)
PROGRAM := build/release/jiheng
FUZZ_SECONDS ?= 600
SOURCES = $(shell git ls-files -co --exclude-standard 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' 'fuzz/*.cpp' 'bench/*.cpp')

help:            ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 16

dependencies:    ## install the Debian packages that are missing
	@tools/install_dependencies
.PHONY: dependencies

build: dependencies  ## the program, build/release/jiheng
	@cmake --preset release > build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build build/release --target jiheng -j$(JOBS)

run: build       ## build, then check the forms in examples/
	@echo; $(PROGRAM) check examples || [ $$? -eq 1 ]  # 1: there are findings, as there should be

test: run        ## all that `run` does, then all tests; ends with a line of counts
	@cmake --build build/release -j$(JOBS)
	@tools/run_tests

check: build test lint layers asan format-check  ## what review runs

debug: dependencies  ## the program and tests for a debugger, in build/debug
	@cmake --preset debug > /dev/null && cmake --build build/debug -j$(JOBS)

asan: dependencies   ## all unit tests under address and undefined-behaviour sanitizers
	@cmake --preset asan > /dev/null && cmake --build build/asan -j$(JOBS)
	@tools/run_tests --programs-only build/asan

fuzz: dependencies   ## every fuzz target for FUZZ_SECONDS (600)
	@tools/install_dependencies clang
	@tools/run_fuzz $(FUZZ_SECONDS)

fuzz-short: dependencies  ## every fuzz target for 15 seconds
	@tools/install_dependencies clang
	@tools/run_fuzz 15

bench: build     ## speed and memory, as ratios taken in one run
	@cmake --preset release -DJIHENG_BENCH=ON > /dev/null && cmake --build build/release -j$(JOBS)
	@bench/ratios

format:          ## format all sources in place
	@tools/install_dependencies clang-format
	@clang-format -i $(SOURCES)

format-check:    ## fail where `format` would change something
	@tools/install_dependencies clang-format
	@clang-format --dry-run --Werror $(SOURCES)

lint: build      ## clang-tidy over src/
	@tools/install_dependencies clang-tidy
	@run-clang-tidy -quiet -extra-arg=-Wno-unknown-warning-option -p build/release "$(CURDIR)/src/.*" > build/lint.log 2>&1 || { grep -E 'warning:|error:' build/lint.log; exit 1; }

layers:          ## no include against the arrows of ARCHITECTURE.md
	@tools/check_layers

rules docs: build  ## write docs/rules from the rules themselves
	@$(PROGRAM) rules --markdown docs/rules

install: build   ## copy the program to /usr/local/bin (PREFIX=…)
	@install -D -m 755 $(PROGRAM) "$(DESTDIR)$(or $(PREFIX),/usr/local)/bin/jiheng"

clean:           ## remove all that was built
	@rm -rf build
