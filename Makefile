# Needs Go (the version in go.mod) and nothing else. Run "make" for the list.

GO       ?= go
GOTAGS   := -tags urfave_cli_no_docs
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
GOLANGCI := $(GO) tool -modfile=tools/go.mod golangci-lint

# Settings of single targets; override them on the command line.
BENCH       ?= .
FUZZTIME    ?= 30s
GOLDEN_PKGS ?= ./rules/all ./report/...

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets (default)
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# Libraries that are no part of judging a file are not worth the bytes that
# inlining costs.
LIBRARIES := google.golang.org/protobuf github.com/planetscale github.com/containerd github.com/urfave github.com/moby/buildkit/util \
	github.com/pkg/errors go.yaml.in text/tabwriter encoding/xml compress/flate flag os/signal
SMALL     := $(foreach lib,$(LIBRARIES),-gcflags='$(lib)/...=-l')

.PHONY: build
build: ## Build the static binary bin/entrylint
	CGO_ENABLED=0 $(GO) build -buildvcs=false -trimpath $(GOTAGS) $(SMALL) -ldflags '-s -w -X main.version=$(VERSION)' -o bin/entrylint .

.PHONY: test
test: ## Run the tests
	$(GO) test $(GOTAGS) ./...
	cd tools/images && $(GO) test ./...
	cd tools/newrule && $(GO) test ./...

.PHONY: lint
lint: ## Run golangci-lint, at the version pinned in tools/go.mod
	$(GOLANGCI) run ./...
	for module in images newrule; do \
		( cd "tools/$$module" && "$$($(GO) tool -C ../.. -modfile=tools/go.mod -n golangci-lint)" run ./... ) || exit 1; \
	done

.PHONY: fmt
fmt: ## Format the code the way lint wants it
	$(GOLANGCI) fmt ./...

.PHONY: bench
bench: ## Run the benchmarks (BENCH=regexp)
	$(GO) test $(GOTAGS) -run '^$$' -bench '$(BENCH)' -benchmem ./...

# "go test -list" prints the names of a package, then the line of the package.
.PHONY: fuzz
fuzz: ## Run every fuzz target for FUZZTIME (30s) each
	@list=$$($(GO) test $(GOTAGS) -list '^Fuzz' ./...) || { printf '%s\n' "$$list"; exit 1; }; \
	targets=$$(printf '%s\n' "$$list" | awk '/^Fuzz/ { name[n++] = $$1 } $$1 == "ok" { for (i = 0; i < n; i++) print $$2 ":" name[i]; n = 0 }'); \
	test -n "$$targets" || echo 'no fuzz targets'; \
	for t in $$targets; do \
		echo "$${t#*:} ($${t%:*})"; \
		$(GO) test $(GOTAGS) -run '^$$' -fuzz "^$${t#*:}\$$" -fuzztime '$(FUZZTIME)' -fuzzminimizetime 20x "$${t%:*}" || exit 1; \
	done

# The tests in e2e/ may carry the build tag e2e to stay out of "make test".
# They find the binary in ENTRYLINT.
.PHONY: e2e
ifneq ($(wildcard e2e/.),)
e2e: build ## Run the end-to-end tests in e2e/
	@rm -f bin/proven
	cd e2e && ENTRYLINT='$(CURDIR)/bin/entrylint' PROVEN='$(CURDIR)/bin/proven' $(GO) test $(GOTAGS),e2e -count=1 -timeout 25m -v ./...
	@printf '\nproven:\n'; sed 's/^/  /' bin/proven
else
e2e:
	@echo 'e2e/ does not exist yet: nothing to run'
endif

.PHONY: update
update: ## Rewrite the golden files of GOLDEN_PKGS
	$(GO) test $(GOTAGS) $(GOLDEN_PKGS) -update

.PHONY: images
images: ## Renew launch/images.json from the clones in MIRRORS
	@test -n "$(MIRRORS)" || { echo "MIRRORS is missing: make images MIRRORS=DIR" >&2; exit 2; }
	cd tools/images && $(GO) run . -mirrors '$(abspath $(MIRRORS))' -o ../../launch/images.json

.PHONY: rule
rule: ## Start a new rule (CODE=... NAME=... MODULE=...)
	@for v in CODE NAME MODULE; do \
		eval "test -n \"\$${$$v:-}\"" || { echo "$$v is missing: make rule CODE=... NAME=... MODULE=..." >&2; exit 2; }; \
	done
	@cd tools/newrule && $(GO) run . -root ../.. -code "$$CODE" -name "$$NAME" -module "$$MODULE"

.PHONY: clean
clean: ## Remove what the other targets leave behind
	rm -rf bin dist
	rm -f ./*.out ./*.prof ./*.test coverage.*
