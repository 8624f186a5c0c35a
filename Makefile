# SPDX-License-Identifier: GPL-2.0-only
# Targets for people; kbuild reads Kbuild. "make help" lists a target that has "## TEXT" behind
# its prerequisites, under the nearest "##@ GROUP" above it, and each "## VARIABLE=  TEXT" line.

SHELL := /bin/bash
PREFIX ?= /usr/local
BASH_COMPLETION := share/bash-completion/completions/nestdiag
ZSH_COMPLETION ?= share/zsh/site-functions/_nestdiag
# sos takes plugins from its own folder alone, which has Python's version in its name on some systems.
SOS_PLUGINS ?= $(shell /usr/bin/python3 -c 'import sos.report.plugins as p; print(p.__path__[0])' 2>/dev/null)
FISH_COMPLETION := share/fish/vendor_completions.d/nestdiag.fish

.PHONY: all modules install uninstall load unload run test torture fuzz check bench advise bench-fleet bench-tool bench-log lint golden mutate nested-suites clean cache clean-cache help

##@ Build
all: modules tools		## build the module and the tool (the default)

include tools/tools.mk
include tests/host/host.mk

##@ Build
modules:			## build nestdiag.ko
	@kdir="$(KDIR)"; [ -n "$$kdir" ] || kdir=$$(lab/kdir.sh) || exit 1; \
	$(MAKE) -C "$$kdir" M="$(CURDIR)" modules

tools/nestdiag: | tool-packages
tool-packages:
	@lab/packages.sh tool
.PHONY: tool-packages

clean: tools-clean		## remove what was built in this tree
	find . -path ./.git -prune -o \( -name '*.o' -o -name '.*.cmd' -o -name '*.ko' -o -name '*.mod' \
		-o -name '*.mod.c' \) -type f -print | xargs -r rm -f
	rm -rf build Module.symvers modules.order .tmp_versions

##@ Install
.PHONY: install-module install-tool sign deb rpm
install: all install-module install-tool	## install module, tool, manual page and completion

# Not by modules_install: without the System.map that headers lack it skips depmod, and without the
# distribution's key it fails to sign. "make sign" signs, before this.
install-module: modules
	@release=$$(modinfo -F vermagic nestdiag.ko | cut -d ' ' -f 1) && \
	dir="$(DESTDIR)/lib/modules/$$release" && \
	install -D -m 644 nestdiag.ko "$$dir/updates/nestdiag.ko" && \
	{ [ -n "$$(modinfo -F signer nestdiag.ko)" ] || strip --strip-debug "$$dir/updates/nestdiag.ko"; } && \
	{ [ ! -e "$$dir/modules.order" ] || depmod -b "$(or $(DESTDIR),/)" "$$release"; } && \
	echo "installed for Linux $$release; to load it: modprobe nestdiag"

install-tool: tools
	install -D -m 755 tools/nestdiag "$(DESTDIR)$(PREFIX)/bin/nestdiag"
	install -D -m 644 docs/man/nestdiag.8 "$(DESTDIR)$(PREFIX)/share/man/man8/nestdiag.8"
	install -D -m 644 tools/completions/nestdiag.bash "$(DESTDIR)$(PREFIX)/$(BASH_COMPLETION)"
	install -D -m 644 tools/completions/_nestdiag "$(DESTDIR)$(PREFIX)/$(ZSH_COMPLETION)"
	install -D -m 644 tools/completions/nestdiag.fish "$(DESTDIR)$(PREFIX)/$(FISH_COMPLETION)"
	install -D -m 644 packaging/drgn/nestdiag-vmcore.py "$(DESTDIR)$(PREFIX)/share/nestdiag/nestdiag-vmcore.py"
	[ -z "$(SOS_PLUGINS)" ] || install -D -m 644 packaging/sos/nestdiag.py "$(DESTDIR)$(SOS_PLUGINS)/nestdiag.py"

uninstall:			## remove what install put there
	rm -f "$(DESTDIR)"/lib/modules/*/updates/nestdiag.ko*
	rm -f "$(DESTDIR)$(PREFIX)/bin/nestdiag" "$(DESTDIR)$(PREFIX)/share/man/man8/nestdiag.8" \
		"$(DESTDIR)$(PREFIX)/share/nestdiag/nestdiag-vmcore.py" \
		$(patsubst %,"$(DESTDIR)$(PREFIX)/%",$(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION))
	[ -z "$(SOS_PLUGINS)" ] || rm -f "$(DESTDIR)$(SOS_PLUGINS)/nestdiag.py"
	[ -n "$(DESTDIR)" ] || depmod

sign:				## sign nestdiag.ko for Secure Boot (KEY=FILE CERT=FILE)
	@packaging/sign.sh "$(KEY)" "$(CERT)"

deb:				## build Debian packages, one for DKMS, in build/deb
	@packaging/deb.sh

rpm:				## build RPM packages, one for DKMS, in build/rpm
	@packaging/rpm.sh

##@ Run
run:				## report on this host, or on two emulated machines
	@lab/run.sh

load: modules tools		## insmod nestdiag.ko; the kernel log has its report
	@lab/load.sh

unload:				## rmmod nestdiag
	rmmod nestdiag

##@ Test
test:				## run every test, virtual machines included
	@tests/run.sh all

torture:			## load and hammer the module on kernels that watch, for MINUTES=60
	@tests/vm/torture.sh $(or $(MINUTES),60) $(ROUNDS)

fuzz:				## fuzz what reads files and logs, for MINUTES=10
	@tests/fuzz/fuzz.sh $(or $(MINUTES),10)

check:				## run the tests that need no virtual machine
	@tests/run.sh check

.PHONY: matrix package-test
matrix:				## try the module on each kernel of Debian's from 5.10 to 7.3, for hours
	@tests/matrix.sh
package-test:			## install, replace and purge the packages in Debian 12 and 13
	@tests/package/deb.sh

lint:				## check style, layering and static analysis only
	@tests/run.sh lint

golden: tools			## write the expected outputs of the tool anew and show the difference
	@tests/golden/run.sh --update

.PHONY: pictures
pictures: tools			## draw the terminal in docs/pictures anew
	@lab/pictures.py

.PHONY: metrics-test
metrics-test: tools		## try metrics and alerts with Debian's Prometheus on loopback
	@tests/run.sh metrics

.PHONY: report-test
report-test: tools		## look at reports in headless Chromium, and collect one by sos
	@tests/run.sh report

nested-suites:			## run the nested suites of kvm-unit-tests in the lab (KUT=DIR, their source)
	@KUT="$(KUT)" tests/run.sh nested-suites

mutate:				## print the mistakes that no test would notice (N=200 SEED=1 PATHS=)
	@tests/mutate.py

bench:				## measure what an exit and a failed launch cost, and write README's table
	@lab/bench.sh
advise:				## compare the estimates of nestdiag advise with machines, and write docs/advise.md
	@lab/advise.sh
bench-fleet: tools		## measure how fast nestdiag fleet compares N=1000 snapshots
	@tests/host/fleetbench.py $(or $(N),1000)
bench-tool: tools		## measure how long nestdiag takes to answer, beside lscpu and others (N=200 runs)
	@lab/packages.sh peers && tests/host/toolbench.py $(or $(N),200)
bench-log: tools		## measure how fast nestdiag dmesg reads a log of 1 GiB
	@tests/host/logbench.sh

##@ Cache
cache:				## print the directory of downloads and built kernels
	@lab/lib.sh cache

clean-cache:			## remove it
	@lab/lib.sh clean-cache

##@ Help
help:				## print this list
	@awk -f lab/makehelp.awk $(MAKEFILE_LIST)

## KDIR=       kernel headers to build the module against (default: the running kernel's)
## HOST=1      run: load into this host's kernel even without VMX or SVM
## MINUTES=    torture, fuzz: how long (default: 60, 10)
## N=          bench-fleet: how many snapshots (default: 1000); bench-tool: runs (default: 200)
## ROUNDS=     torture: only memory, locks, races, faults, cpus or loads (default: all)
## DESTDIR=    install, uninstall: root of the file system to install into
## SOS_PLUGINS= install, uninstall: where sos looks for plugins (default: of the sos that is installed)
## PREFIX=     install, uninstall: where the tool goes (default: /usr/local)
