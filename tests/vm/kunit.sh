#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The KUnit suites in a real kernel, with its own checks switched on: one line
# for each test case.

# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

kdir=$(testkernel_path kdir)
kernel=$(testkernel_path image)
modules=$(module_built "$kdir")
[[ -e $modules/nestdiag_kunit.ko ]] || die "Kbuild made no nestdiag_kunit.ko for $kdir"

work_dir kunit
tcg_run "KUnit on the test kernel" kunit "$kernel" kunit \
	"ko=$modules/nestdiag_kunit.ko" -- smp=2 append=LOAD=nestdiag_kunit

# The console has the results as they came, and dmesg at the end once more.
sed '/^--- BEGIN dmesg/,$d' "$LOG" | awk -f "$TOP/lab/ktap.awk" || FAILURES=$((FAILURES + 1))
finish "kunit machine ends"
