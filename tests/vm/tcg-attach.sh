#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# nestdiag comes to a host that is at work: guests run, perf was there first. Each
# exit is credited to its vCPU, and no entry is called a failed one.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

ROUNDS=10
SVM_EXIT_CPUID=0x72

# credited NAME: each process has the CPUIDs that its guest executed
credited()
{
	local known counted

	known=$(section "$1.known" | xargs -n 2 | sort)
	counted=$(section "$1.vcpus" | awk -v cpuid="$SVM_EXIT_CPUID" '$5 == cpuid { print $2, $6 }' |
		sort)
	[[ -n $known && $known == "$counted" ]] ||
		{ echo "known ${known//$'\n'/, }; counted ${counted//$'\n'/, }"; return 1; }
	shows "$1.missed" '^missed 0 0 0 0$'
}

# none_failed NAME: in each round exits were looked for, and no entry was called failed
none_failed()
{
	local lines

	lines=$(section "$1" | grep -c '^trace ' || true)
	((lines == ROUNDS)) || { echo "$lines rounds"; return 1; }
	section "$1" | awk '
		$1 == "exits" { exits += $4 }
		$1 == "missed" { no_exit += $2 }
		END { exit !(exits && !no_exit) }' ||
		{ echo "no exit, or without an exit: $(section "$1" | grep -m 1 '^missed [1-9]')"; return 1; }
}

# all_read NAME: whatever exits came were read
all_read()
{
	section "$1" | awk '$1 == "missed" { n++; unread += $4 } END { exit !(n && !unread) }' ||
		{ echo "not read: $(section "$1" | grep -m 1 '^missed [0-9]* [0-9]* [1-9]')"; return 1; }
}

# undisturbed: a read that interrupts other CPUs does so more than once
undisturbed()
{
	local times

	times=$(section undisturbed | sed -n 's/^interrupted \([0-9]*\) times by 100 reads$/\1/p')
	if [[ -z $times ]] || ((times >= 50)); then
		section undisturbed
		return 1
	fi
}

on_amd()
{
	local series=$1 parts name="Debian $1" who vcpus verb

	parts=$(view_parts "$series" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	tcg_run "attach under running guests, $name" "attach-$series" "$(kernel_image "$series")" \
		attach "${parts[@]}" "bin=$(perfhold_built)/perfhold" -- \
		cpu=EPYC,+svm,+npt smp=3 append="ROUNDS=$ROUNDS"
	check "$name: who reads interrupts no other CPU" undisturbed
	check "$name: parameters are as given" shows parameters 'source:record$'
	check "$name: perf was first: each exit is credited to its vCPU" credited held
	check "$name: attached again, perf was first: so it is" credited again
	for who in held alone; do
		for vcpus in 1 4; do
			for verb in insmod attach detach; do
				check "$name: $who, $vcpus vCPUs, $verb: no entry is called failed" \
					none_failed "$who-$vcpus.$verb"
				check "$name: $who, $vcpus vCPUs, $verb: each exit is read" \
					all_read "$who-$vcpus.$verb"
			done
		done
	done
	check "$name: nothing is left after unloading" shows_nothing leftovers
	end_of_machine "attach machine ends" "$name"
}

prepare_views
work_dir tcg-attach
on_amd 6.12
exit $((FAILURES > 0))
