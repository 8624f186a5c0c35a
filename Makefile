# SPDX-License-Identifier: GPL-2.0-only
# What people type. What kbuild sees is in Kbuild.
#
# KDIR=   kernel headers to build the module against (default: this kernel's)
# DESTDIR= PREFIX=   for install
# HOST=1  with run: insist on loading into this host's kernel, even without VMX or SVM

SHELL := /bin/bash
PREFIX ?= /usr/local
HOSTKERNEL := $(shell uname -r)

.PHONY: all modules install uninstall load unload run test check bench lint clean cache clean-cache help

all: modules tools		## the module and the tool

include tools/tools.mk
include tests/host/host.mk

modules:			## nestdiag.ko, for KDIR= or this kernel
	@kdir="$(KDIR)"; [ -n "$$kdir" ] || kdir=$$(lab/kdir.sh) || exit 1; \
	$(MAKE) -C "$$kdir" M="$(CURDIR)" modules

tools/nestdiag: | tool-packages
tool-packages:
	@lab/packages.sh tool
.PHONY: tool-packages

install: all			## module, tool, manual page and completion
	@kdir="$(KDIR)"; [ -n "$$kdir" ] || kdir=$$(lab/kdir.sh) || exit 1; \
	$(MAKE) -C "$$kdir" M="$(CURDIR)" INSTALL_MOD_PATH="$(DESTDIR)" \
		INSTALL_MOD_DIR=updates modules_install
	install -D -m 755 tools/nestdiag "$(DESTDIR)$(PREFIX)/bin/nestdiag"
	install -D -m 644 docs/man/nestdiag.8 "$(DESTDIR)$(PREFIX)/share/man/man8/nestdiag.8"
	install -D -m 644 tools/completions/nestdiag.bash \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/nestdiag"

uninstall:			## what install put there
	rm -f "$(DESTDIR)"/lib/modules/*/updates/nestdiag.ko*
	rm -f "$(DESTDIR)$(PREFIX)/bin/nestdiag" "$(DESTDIR)$(PREFIX)/share/man/man8/nestdiag.8" \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/nestdiag"
	[ -n "$(DESTDIR)" ] || depmod

load: modules			## insmod nestdiag.ko; what it says goes to the kernel log
	insmod ./nestdiag.ko
	@echo "loaded; the report: tools/nestdiag, or /sys/kernel/debug/nestdiag/summary"

unload:				## rmmod nestdiag
	rmmod nestdiag

run:				## the report of this host, or of two emulated machines
	@lab/run.sh

test:				## everything: lint, host tests, command line, KUnit, virtual machines
	@tests/run.sh all

check:				## the part of test that needs no virtual machine
	@tests/run.sh check

bench:				## what counting an exit costs, beside perf, ftrace and bpftrace
	@lab/bench.sh

lint:				## only style, static analysis and layering
	@tests/run.sh lint

cache:				## where downloads and built kernels are kept
	@lab/lib.sh cache

clean-cache:			## remove them
	@lab/lib.sh clean-cache

clean: tools-clean		## what was built in this folder
	find . -path ./.git -prune -o \( -name '*.o' -o -name '.*.cmd' -o -name '*.ko' -o -name '*.mod' \
		-o -name '*.mod.c' \) -type f -print | xargs -r rm -f
	rm -rf build Module.symvers modules.order .tmp_versions

help:				## this list
	@awk -F ':.*## *' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST)) tools/tools.mk
