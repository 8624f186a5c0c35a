#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Load, read and unload in a loop while CPUs come and go, on the test kernel:
# lockdep, RCU and atomic-sleep checks, debug objects and kmemleak watch.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

ROUNDS=200
WATCHED=25

# count NAME: what the machine counted, from its line "stress: NAME=N ..."
count()
{
	tr -d '\r' <"$LOG" | sed -n "s/^stress: .*\b$1=\([0-9]*\).*/\1/p"
}

# at_least NAME MINIMUM
at_least()
{
	local counted

	counted=$(count "$1")
	((${counted:-0} >= $2)) || { echo "$1=${counted:-nothing} where $2 were due"; return 1; }
}

watching()
{
	local option config=$1/config

	for option in PROVE_LOCKING PROVE_RCU DEBUG_ATOMIC_SLEEP DEBUG_OBJECTS DEBUG_KMEMLEAK; do
		grep -qx "CONFIG_$option=y" "$config" || { echo "no CONFIG_$option"; return 1; }
	done
}

kdir=$(testkernel_path kdir)
kernel=$(testkernel_path image)
module=$(module_built "$kdir")/nestdiag.ko

work_dir tcg-stress
tcg_run "load, read, unload $ROUNDS times against CPU hotplug" stress "$kernel" stress \
	"ko=$module" -- smp=4 memory=256 append="ROUNDS=$ROUNDS WATCHED=$WATCHED"

check "the kernel watches locks, RCU, sleeping, objects and memory" watching "${kernel%/*}"
check "$ROUNDS rounds of load, read and unload" at_least rounds "$ROUNDS"
check "every file was read twice a round ($(count reads) reads)" at_least reads $((ROUNDS * 20))
check "CPUs went and came back meanwhile ($(count hotplug) times)" at_least hotplug $((ROUNDS / 10))
check "another process read beside it ($(count beside) times)" at_least beside $((ROUNDS / 2))
check "kmemleak watched $WATCHED rounds" at_least watched "$WATCHED"
check "and reports nothing" shows_nothing kmemleak
finish "stress machine ends"
