#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# What to ask of the machine of lab/init/vcpus. To be sourced behind tests/vm/lib.sh,
# with RUNS, CPUIDS, CPUS, VCPUS and EXIT_CPUID, the number of a CPUID's exit; NATURAL, the source of
# reasons that proves right there; and SOURCES, those that are asked for.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck disable=SC2154 # those variables

FIRST_CPUIDS=100	# of a guest before each run

# ours RUN, theirs RUN: "VCPU REASON COUNT" in decimal
ours()
{
	section "run $1 vcpus" | while read -r _ _ vcpu _ reason count; do
		printf '%d %d %d\n' "$vcpu" "$reason" "$count"
	done | sort
}

theirs()
{
	section "run $1 hist" |
		sed -nE 's/^\{ exit_reason: +([0-9a-fx]+), vcpu_id: +([0-9]+) *\} hitcount: +([0-9]+).*/\2 \1 \3/p' |
		while read -r vcpu reason count; do printf '%d %d %d\n' "$vcpu" "$reason" "$count"; done |
		sort
}

# known: the CPUIDs, from the guest's code
known()
{
	local vcpu

	for ((vcpu = 0; vcpu < VCPUS; vcpu++)); do
		printf '%d %d %d\n' "$vcpu" "$EXIT_CPUID" $((CPUIDS + vcpu))
	done
}

# same NAME TEXT TEXT
same()
{
	[[ -n $2 && $2 == "$3" ]] || { echo "$1: '${2//$'\n'/, }' and '${3//$'\n'/, }'"; return 1; }
}

as_known()
{
	same "vCPU, reason, count" "$("$1" "$2" | awk -v cpuid="$EXIT_CPUID" '$2 == cpuid')" \
		"$(known)"
}

as_hist()
{
	same "vCPU, reason, count" "$(ours "$1")" "$(theirs "$1")"
}

# from_source RUN: the one that was asked for, or the natural one after at least 64 comparisons
from_source()
{
	case $1 in
	[0-9]*) section "run $1 source" | awk -v natural="$NATURAL" \
			'{ source = $2; n = $3; differ = $4 } END { exit !(source == natural && n >= 64 && !differ) }' ;;
	*) shows "run $1 source" "^trace $1 " ;;
	esac || { section "run $1 source"; return 1; }
}

# in_sum: over all runs and CPUs
in_sum()
{
	shows exits "^ +(cpuid|CPUID) +$((RUNS * (FIRST_CPUIDS + VCPUS * CPUIDS + VCPUS * (VCPUS - 1) / 2))) "
}

hotplugged()
{
	tr -d '\r' <"$LOG" | sed -n 's/^vcpus: .*hotplugged=//p'
}

# often_hotplugged: in each run each CPU but the first, once at least
often_hotplugged()
{
	(($(hotplugged) >= (CPUS - 1) * RUNS)) || { echo "not $(((CPUS - 1) * RUNS)) times"; return 1; }
}

# check_vcpus: all of it
check_vcpus()
{
	local run

	for run in $(seq "$RUNS") ${SOURCES//,/ }; do
		check "run $run: the kernel counted each vCPU's CPUIDs" as_known theirs "$run"
		check "run $run: so did nestdiag" as_known ours "$run"
		check "run $run: and each other exit of each vCPU as the kernel did" as_hist "$run"
		check "run $run: the source of reasons" from_source "$run"
	done
	check "the sum of all runs and CPUs" in_sum
	check "no exit went unread" shows_not exits '^Not read '
	check "CPUs went and came back under running guests ($(hotplugged) times)" often_hotplugged
	check "nothing is left after unloading" shows_nothing leftovers
}
