#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make load`: insmod, unless the module was built for another kernel than the running one, which
# would answer "Invalid module format" and no more.
#
#	lab/load.sh [MODULE]

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# module_release MODULE: the release that it was built for; modinfo may not be installed
module_release()
{
	tr '\0' '\n' <"$1" | LC_ALL=C sed -n 's/^vermagic=\([^ ]*\) .*/\1/p' | head -n 1
}

module=${1:-$TOP/nestdiag.ko}
[[ -r $module ]] || die "$module is missing: make modules"
running=$(uname -r)
built=$(module_release "$module")
[[ -n $built ]] || die "$module is no kernel module: it says nowhere what kernel it was built for"
if [[ $built != "$running" ]]; then
	say "$(basename "$module") was built for Linux $built, but Linux $running runs: not loaded."
	say "Build it for this kernel: install its headers (Debian: apt-get install linux-headers-$running)"
	say "and run make load again, or make load KDIR=DIRECTORY with the headers or the built source of it."
	exit 1
fi
insmod "$module"
say "loaded; for a report: tools/nestdiag, or /sys/kernel/debug/nestdiag/summary"
