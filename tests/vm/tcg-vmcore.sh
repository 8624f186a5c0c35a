#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# A machine crashes (AMD, QEMU's TCG, the test kernel), and QEMU writes its memory: drgn finds in that
# vmcore what nestdiag recorded before, by the script that we ship, and nestdiag reads what it prints.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

SCRIPT=$TOP/packaging/drgn/nestdiag-vmcore.py
SIZE=64

boot()
{
	local kdir modules parts

	kdir=$(testkernel_path kdir)
	modules=$(testkernel_path modules)
	built=$(module_built "$kdir")
	parts=("ko=$built/nestdiag.ko" "bin=$(kvmguest_built)/kvmguest"
		"ko=$modules/irqbypass.ko" "ko=$modules/kvm.ko" "ko=$modules/kvm-amd.ko")
	tcg_run "a machine crashes" crash "$(testkernel_path image)" crash "${parts[@]}" -- \
		cpu=EPYC,+svm,+npt smp=2 memory=384 vmcore="$WORK/vmcore"
}

# drgn_root: root with a drgn that knows the modules of Linux 6.4 and later; Debian 12's does not
drgn_root()
{
	need toolchain
	cached toolchain "trixie-drgn-$(key_of "$(suite_version trixie python3-drgn)")" \
		"make a root of Debian trixie with drgn" make_toolchain trixie python3-drgn
}

# from_vmcore: a snapshot
from_vmcore()
{
	local vmlinux

	vmlinux=$(testkernel_path vmlinux)
	in_toolchain "$DRGN" "$WORK" "$built" "${vmlinux%/*}" "$TOP" -- \
		drgn -q -c "$WORK/vmcore" -s "$vmlinux" -s "$built/nestdiag.ko.debug" "$SCRIPT"
}

# of WORD: the number of the process that the machine called so
of()
{
	tr -d '\r' <"$LOG" | sed -n "s/^$1 \([0-9]*\)$/\1/p"
}

# recorded PID: "why, in the guest before, level, reason, information" of each exit of a process that has
# ended; how long ago it was depends on who looks when
recorded()
{
	awk -v pid="$1" '
		$1 == "recording" { mine = $2 == pid; why = $4 }
		$1 == "recorded" && mine { $1 = why; $2 = ""; print }'
}

# same_exits PID: before the crash and in the vmcore
same_exits()
{
	local before after

	before=$(section recorder | recorded "$1")
	after=$(recorded "$1" <"$WORK/snapshot")
	[[ -n $before && $before == "$after" ]] ||
		{ diff <(echo "$before") <(echo "$after") | grep '^[<>]' | head -n 3 | paste -sd' '; return 1; }
}

# same_counts PID: of one that has ended
same_counts()
{
	local before after

	before=$(section raw | grep "^vcpu_exits $1 ")
	after=$(grep "^vcpu_exits $1 " "$WORK/snapshot")
	[[ $before == "$after" ]] || { diff <(echo "$before") <(echo "$after") | paste -sd' '; return 1; }
}

# same_intervals PID: from each exit to the next as long
same_intervals()
{
	local before after

	before=$(section recorder | intervals "$1")
	after=$(intervals "$1" <"$WORK/snapshot")
	paste <(echo "$before") <(echo "$after") | awk '
		NF != 2 || ($1 - $2) ^ 2 > 4 { print "WRONG " $0; bad = 1 }
		{ n++ }
		END { exit bad || n < 60 }'
}

intervals()
{
	awk -v pid="$1" '
		$1 == "recording" { mine = $2 == pid && $4 == "asked"; before = "" }
		$1 == "recorded" && mine { if (before != "") print before - $2; before = $2 }'
}

# decoded: by nestdiag, from the vmcore
decoded()
{
	"$TOP/tools/nestdiag" --from "$WORK/snapshot" vcpus --last "$@"
}

# lines NUMBER PATTERN: of the snapshot
lines()
{
	local n

	n=$(grep -cE "$2" "$WORK/snapshot" || true)
	((n == $1)) || { echo "$n lines /$2/"; return 1; }
}

# alive_runs: what the guest did that was there when the kernel crashed: its timer is set, it halts, or
# it executes CPUIDs; the last was no longer ago than its loop takes
alive_runs()
{
	decoded --json | jq -e --argjson pid "$1" '
		[.last_exits[] | select(.pid == $pid)] | length > 0 and (.[-1].ago_ns < 2e9) and
		([.[].name] | unique - ["cpuid", "msr", "hlt", "io", "interrupt", "vintr", "npf"] == [])' >/dev/null ||
		{ decoded --json | jq -c --argjson pid "$1" '[.last_exits[] | select(.pid == $pid) | [.name, .ago_ns]]'; return 1; }
}

has_words()
{
	decoded --json >"$WORK/decoded" &&
		jq -e '[.last_exits[].meaning] | length > 130 and all(. != null)' "$WORK/decoded"
}

exceptions()
{
	decoded "$1" | grep '#UD'
}

prepare_views
DRGN=$(drgn_root)
work_dir tcg-vmcore
boot
check "the kernel crashed, as it should" has_token "sysrq triggered crash"
check "nothing failed before" no_failures
check "drgn reads the vmcore" from_vmcore >"$WORK/checks"
from_vmcore >"$WORK/snapshot" 2>"$WORK/drgn.err" || true
cat "$WORK/checks"
rm -f "$WORK/vmcore"
killed=$(of killed) alive=$(of alive)
check "the release is the kernel's" lines 1 "^$(section raw | grep '^kernel ')\$"
check "the source of reasons is the module's" lines 1 "^$(section raw | grep '^trace ' | cut -d ' ' -f 1-2) "
check "a guest that was killed: its last exits are those that the module showed" same_exits "$killed"
check "a guest that was killed: they came as far apart" same_intervals "$killed"
check "a guest that was killed: what was asked to be kept is" lines 1 "^recording $killed 0 asked "
check "a guest that was killed: as many exits as there is room for" lines 1 "^recorder $SIZE\$"
check "a guest that was killed: its exits are counted as before" same_counts "$killed"
check "a guest that ran: its last exits are told" alive_runs "$alive"
check "nestdiag has words for all" has_words
check "nestdiag says that they were exceptions" exceptions "$killed"
((!FAILURES)) || exit 1
