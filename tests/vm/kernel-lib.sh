# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Does nestdiag work on a kernel? What lab/init/kernel printed, in checks. To be sourced.

# shellcheck disable=SC2317 # functions are called by check

# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

CPUIDS=1000

# builds KERNEL|KDIR: without a warning; what is said of the kernel's own headers is not ours
builds()
{
	local built warnings

	built=$(module_built "$1") || return 1
	# Tests are not in the module.
	warnings=$(grep -E '(^|/)(core|module|kunit)/[^ ]*: warning: ' "$built/build.log" |
		grep -vE '/kunit/.*-Wframe-larger-than' || true)
	[[ -z $warnings ]] || { echo "${warnings%%$'\n'*}"; return 1; }
}

# names_of PATH...: as busybox's insmod gets them
names_of()
{
	local path names=()

	for path; do
		path=${path##*/}
		names+=("${path%%.ko*}")
	done
	(IFS=, && echo "${names[*]}")
}

# same_as_kernel OURS KERNEL: reason by reason, or where the kernel has no hist trigger the CPUIDs and
# the sum
same_as_kernel()
{
	local ours theirs

	if section "$2" | grep hitcount >/dev/null; then
		ours=$(section "$1" | awk '$1 == "exits" { print $4, $5 }' |
			while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort)
		theirs=$(section "$2" |
			sed -nE 's/^\{ exit_reason: +([0-9a-fx]+) *\} hitcount: +([0-9]+).*/\1 \2/p' |
			while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort)
	else
		ours=$(section "$1" | awk '$1 == "exits" { sum += $5; if ($5 >= '"$CPUIDS"') cpuids = $5 }
			END { print cpuids, sum }')
		theirs=$(section "$2" | awk '{ sum += $1 } tolower($2) == "cpuid" { cpuids = $1 }
			END { print cpuids, sum }')
	fi
	[[ -n $ours && $ours == "$theirs" ]] ||
		{ echo "ours '${ours//$'\n'/, }', the kernel's '${theirs//$'\n'/, }'"; return 1; }
}

# counts: each CPUID of the guest, and nothing was lost
counts()
{
	succeeded guest && shows exits "^ +(cpuid|CPUID) +$CPUIDS " &&
		same_as_kernel exits.raw exits.kernel
}

# counts_by WAY: without the module
counts_by()
{
	succeeded "$1.guest" && shows "$1" "^exits svm guest 0x72 $CPUIDS " &&
		same_as_kernel "$1" "$1.kernel"
}

works()
{
	local name=$1

	check "$name: loads" succeeded exits.raw
	check "$name: counts each exit as the kernel does" counts
	check "$name: every file reads" shows_nothing wrong
	check "$name: the report" succeeded status 0 1 3
	check "$name: nothing is left after unloading under a running guest" shows_nothing leftovers
	end_of_machine "kernel: done" "$name"
}
