#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# nestdiag comes to a host that is at work: guests run, perf was there first. Each
# exit is credited to its vCPU, and no entry is called a failed one. The table of vCPUs
# gives up the dead. A locked-down kernel keeps registers back.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

ROUNDS=10
SVM_EXIT_CPUID=0x72
VMS=600
TABLE=16

# What tests/vm/fakehv has as a guest's RIP, as a number and as bytes
SECRET='5ec4e75ec4e7|e7c45ee7c45e'

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

# undisturbed: 100 reads that interrupt two other CPUs do so 200 times
undisturbed()
{
	section undisturbed | awk '
		/^interrupted/ { seen = 1; without = $2; by = $5 }
		{ print }
		END { exit !(seen && by - without < 200) }'
}

# all_tabled: each exit of many short VMs is counted, and each vCPU had its entry
all_tabled()
{
	section vms | awk -v cpuid="$SVM_EXIT_CPUID" -v vms="$VMS" -v table="$TABLE" '
		$1 == "exits" && $4 == cpuid { exits += $5 }
		$1 == "missed" { missed = $0 }
		$1 == "vcpu_exits" { vcpus[$2 " " $3] }
		END {
			for (i in vcpus)
				n++
			printf "%d exits, %s, %d entries\n", exits, missed, n
			exit !(exits == 20 * vms && missed == "missed 0 0 0 0" && n && n <= table)
		}'
}

# kept_back NAME: nothing of the guest is in any file, and it is said why
kept_back()
{
	shows_not "$1.raw" "$SECRET" && shows_not "$1.all" "$SECRET" &&
		shows "$1.evmcs" '^ *CPU 0(-2)? +lockdown ' && shows "$1.raw" '^evmcs 0 .* lockdown$'
}

shown()
{
	shows "$1.raw" "$SECRET" && shows "$1.all" "$SECRET" &&
		shows "$1.evmcs" '^ *CPU 0(-2)? +current '
}

writes_refused()
{
	shows "$1.control" 'not permitted' && shows "$1.reset" 'not permitted'
}

on_amd()
{
	local series=$1 parts name="Debian $1" who vcpus verb fakehv

	parts=$(view_parts "$series" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	fakehv=$(test_modules_built fakehv "$(kernel_headers "$series")")
	tcg_run "attach under running guests, $name" "attach-$series" "$(kernel_image "$series")" \
		attach "${parts[@]}" "file=$TOP/lab/init/turns.sh:/lib/turns.sh" \
		"bin=$(perfhold_built)/perfhold" "ko=$fakehv/fakehv.ko" -- \
		cpu=EPYC,+svm,+npt smp=3 append="ROUNDS=$ROUNDS VMS=$VMS"
	check "$name: who reads interrupts no other CPU" undisturbed
	check "$name: parameters are as given" shows parameters 'source:record$'
	check "$name: perf was first: each exit is credited to its vCPU" credited held "$SVM_EXIT_CPUID"
	check "$name: attached again, perf was first: so it is" credited again "$SVM_EXIT_CPUID"
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
	check "$name: $VMS short VMs: each exit is counted, each vCPU had a place" all_tabled
	check "$name: a VMCS is shown to root" shown none
	check "$name: no lockdown: writes are accepted" all_succeeded none.control none.reset
	check "$name: lockdown=integrity: a VMCS is shown to root" shown integrity
	check "$name: lockdown=integrity: writes are refused" writes_refused integrity
	check "$name: lockdown=confidentiality: it is kept back, and that is said" \
		kept_back confidentiality
	check "$name: lockdown=confidentiality: exits are shown" \
		shows confidentiality.all '^ +cpuid +'
	check "$name: lockdown=confidentiality: writes are refused" writes_refused confidentiality
	check "$name: nothing is left after unloading" shows_nothing leftovers
	end_of_machine "attach machine ends" "$name"
}

prepare_views
work_dir tcg-attach
on_amd 6.12
exit $((FAILURES > 0))
