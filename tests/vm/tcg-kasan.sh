#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every access of nestdiag to memory, checked by the kernel (KASAN) while the
# module does all that it does. In a second machine something else makes a wrong
# access, to show that it would be seen.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

KASAN=$TOP/lab/testkernel-kasan.config
UNLOADS=3
# The vCPUs of lab/init/memory execute 300, 301, 302 and 303.
CPUIDS=1206
CHECKER_ON='kasan: KernelAddressSanitizer initialized'

# counts SECTION: each CPUID of its guest, and the one OUT of each vCPU
counts()
{
	succeeded "$1.guest" && shows "$1" "^ +cpuid +$CPUIDS " && shows "$1" '^ +io +4 '
}

# reads_all SECTION...: its files could be read, and there were some
reads_all()
{
	local name

	for name; do
		succeeded "$name" && shows "$name" '^[0-9]{2,}$' || return 1
	done
}

# kunit_passes: the console has the results as they came, and dmesg at the end once more
kunit_passes()
{
	sed '/^--- BEGIN /,$d' "$LOG" | awk -f "$TOP/lab/ktap.awk" | grep -v '^ok ' || true
	sed '/^--- BEGIN /,$d' "$LOG" | awk -f "$TOP/lab/ktap.awk" >/dev/null
}

# instrumented: a module without its calls would pass whatever it does
instrumented()
{
	nm "$module" | grep -E '__asan_load8(_noabort)?$' >/dev/null ||
		{ echo "$module has no checks in it"; return 1; }
}

sees_wrong_access()
{
	has_token 'BUG: KASAN: slab-out-of-bounds' || return 1
	! no_forbidden_lines || { echo "which no check on the log noticed"; return 1; }
}

check_work()
{
	check "the kernel checks each access to memory" has_token "$CHECKER_ON"
	check "and so does the module" instrumented
	check "the KUnit suites pass" kunit_passes
	check "every file reads" reads_all without-kvm with-kvm beside-guest kvm-gone
	check "each exit of a guest with 4 vCPUs is counted" counts counted
	check "a snapshot is written and read back" succeeded snapshot
	check "detached, none is" shows detached '^No exit has been counted'
	check "attached again, each is" counts attached
	check "unloaded $UNLOADS times under a running guest and a reader" \
		has_token "memory: unloads=$UNLOADS read="
	check "after that, each is" counts again
	check "after KVM was unloaded and loaded, each is" counts reloaded
	check "nothing is left after unloading" shows_nothing leftovers
	end_of_machine "memory machine ends"
}

kernel=$(testkernel_path image "$KASAN")
modules=$(testkernel_path modules "$KASAN")
built=$(module_built "$(testkernel_path kdir "$KASAN")")
module=$built/nestdiag.ko

work_dir tcg-kasan
step "build the tool" make -C "$TOP" tools
tcg_run "all that nestdiag does, each access checked" kasan "$kernel" memory \
	"ko=$module" "ko=$built/nestdiag_kunit.ko" \
	"ko=$modules/irqbypass.ko" "ko=$modules/kvm.ko" "ko=$modules/kvm-amd.ko" \
	"bin=$TOP/tools/nestdiag" "bin=$(kvmguest_built)/kvmguest" -- \
	cpu=EPYC,+svm,+npt smp=4 memory=768 append="UNLOADS=$UNLOADS"
check_work

tcg_run "a wrong access, on purpose" wrong "$kernel" kunit "ko=$modules/kasan_test.ko" -- \
	memory=768 append="LOAD=kasan_test kunit.filter_glob=kasan.kmalloc_oob_right"
check "an access beyond the end of its memory is seen" sees_wrong_access
exit $((FAILURES > 0))
