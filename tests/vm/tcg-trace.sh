#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Exit accounting where it can go wrong: attached and detached, unloaded in the
# middle of a running guest, with CPUs and KVM that come and go, on the test
# kernel, which watches locks, sleeping and memory.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

UNLOADS=100

# counts SECTION CPUIDS: each of them, and the one OUT
counts()
{
	succeeded "$1.guest" && shows "$1" "^ +cpuid +$2 " && shows "$1" '^ +io +1 '
}

kernel=$(testkernel_path image)
modules=$(testkernel_path modules)
module=$(module_built "$(testkernel_path kdir)")/nestdiag.ko

work_dir tcg-trace
tcg_run "count exits, unload $UNLOADS times under a running guest" trace "$kernel" trace \
	"ko=$module" "ko=$modules/irqbypass.ko" "ko=$modules/kvm.ko" "ko=$modules/kvm-amd.ko" \
	"bin=$(kvmguest_built)/kvmguest" -- \
	cpu=EPYC,+svm,+npt smp=4 memory=512 append="UNLOADS=$UNLOADS"

check "each exit of a guest is counted" counts counted 2000
check "detached, none is" shows detached '^No exit has been counted'
check "attached again, each is" counts attached 300
check "after $UNLOADS unloads under a running guest, each is" counts again 500
check "so many there were" has_token "trace: unloads=$UNLOADS"
check "KVM can go" shows kvm-gone '^Exit reasons +none '
check "and come back, and each exit is counted" counts reloaded 700
check "nothing is left after unloading" shows_nothing leftovers
finish "trace machine ends"
