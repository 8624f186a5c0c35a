#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# status, hyperv and evmcs: words, JSON and exit statuses.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

EVMCS=$FIXTURES/synthetic-l1-evmcs-in-use.snapshot

missing() {
	json "[.missing[] | select(.id == \"$1\").culprit] == [\"$2\"]"
}

@test "status: guest of Hyper-V with eVMCS in use says what eVMCS takes away" {
	nd 0 status --from "$EVMCS"
	[[ $output == *"guest of Microsoft Hyper-V"* ]]
	[[ $output =~ VMX\ +usable ]]
	[[ $output == *"version 1 in use"* ]]
	for what in "VMCS shadowing" "preemption timer" "posted interrupts"; do
		grep -i "$what.*because of eVMCS" <<<"$output"
	done
	nd 0 status --json --from "$EVMCS"
	json '.vmx.state == "usable" and .platform.hypervisor == "hyperv"'
	for id in vmx-shadow-vmcs vmx-preemption-timer vmx-apicv-register vmx-apicv-vid \
		vmx-apicv-xapic vmx-posted-intr vmx-pml vmx-vmfunc; do
		missing $id evmcs
	done
}

@test "status fits on one screen" {
	for file in "$FIXTURES"/*.snapshot; do
		COLUMNS=80 run --separate-stderr "$NESTDIAG" --from "$file"
		[ "${#lines[@]}" -le 43 ]
		[ "$(grep -cE '.{81}' <<<"$output")" = 0 ]
	done
}

@test "80 columns to a pipe, for every command; COLUMNS and the terminal say otherwise" {
	cd "$FIXTURES" || return
	unset COLUMNS
	for file in *.snapshot; do
		for command in "check --all" caps "features --all" hyperv evmcs exits "exits --by vcpu" \
			nested vcpus failures "failures 97"; do
			# shellcheck disable=SC2086
			run --separate-stderr "$NESTDIAG" -q $command --from "$file"
			! grep -E '.{81}' <<<"$output" || { echo "$command of $file"; return 1; }
		done
	done
	wide() {
		COLUMNS=$1 "$NESTDIAG" -q status --from synthetic-nested.snapshot | grep -cE ".{$2}"
	}
	[ "$(wide 120 101)" -gt 0 ]
	[ "$(wide 120 121)" = 0 ]
	[ "$(wide x 81)" = 0 ]
	script -qec "stty cols 70; $NESTDIAG --no-color -q status --from synthetic-nested.snapshot" /dev/null \
		<>/dev/null | tr -d '\r' >"$BATS_TEST_TMPDIR/terminal"
	grep -q '^Platform' "$BATS_TEST_TMPDIR/terminal"
	[ "$(grep -cE '.{71}' "$BATS_TEST_TMPDIR/terminal")" = 0 ]
	[ "$(grep -cE '.{66}' "$BATS_TEST_TMPDIR/terminal")" -gt 0 ]
}

@test "status: VMCS shadowing is not missing on bare metal that has it" {
	nd 1 status --json --from "$FIXTURES/synthetic-cpus-differ.snapshot"
	json '.platform.hypervisor == "bare-metal"'
	json '[.missing[].id] | index("vmx-shadow-vmcs") == null'
	missing vmx-posted-intr cpu
	json '[.findings[].id] == ["cpus-differ"]'
}

@test "status: locked by firmware is status 2 and says by whom" {
	nd 2 --from "$FIXTURES/synthetic-vmx-locked.snapshot"
	[[ $output =~ VMX\ +locked && $output == *firmware* ]]
	nd 2 --json --from "$FIXTURES/synthetic-vmx-locked.snapshot"
	json '.vmx.state == "locked" and (.findings | length == 1)'
	json '.available == [] and .nesting.state == "no"'
}

@test "status: no virtualization is status 2" {
	nd 2 --json --from "$FIXTURES/synthetic-no-virtualization.snapshot"
	json '.vmx.state == "absent" and .missing == []'
}

@test "status: AMD gets an answer" {
	nd 0 --json --from "$FIXTURES/synthetic-amd-svm.snapshot"
	json '.svm.state == "usable" and .nesting.state == "yes" and .findings == []'
}

@test "status: registers alone leave the machine unknown" {
	haswell
	nd 3 --json --from "$snapshot"
	json '.vmx.state == "unknown" and .platform.hypervisor == "unknown"'
}

@test "hyperv: signature, leaves and features" {
	nd 0 hyperv --json --from "$EVMCS"
	json '[.features[], .leaves[], .assist[]] | length > 50'
	json '[.. | strings] | index("Microsoft Hv") != null'
	# 0x40000004 EAX bit 14 is set, bit 12 is not
	json '.features[] | select(.leaf == "0x40000004" and .bit == 14).state == "yes"'
	json '.features[] | select(.leaf == "0x40000004" and .bit == 12).state == "no"'
	json '[.assist[] | select(.cpu == 0 and .id == "enlighten_vmentry").value] == ["0x1"]'
	json '[.assist[] | select(.cpu == 0 and .id == "current_nested_vmcs").value] == ["0x10005000"]'
	nd 0 hyperv --from "$EVMCS"
	[[ $output == *"Microsoft Hyper-V"* && $output == *0x40000004* ]]
}

@test "hyperv: no hypervisor is an answer, no CPUID is none" {
	nd 0 hyperv --json --from "$FIXTURES/synthetic-cpus-differ.snapshot"
	json '.features == [] and .assist != null'
	haswell
	nd 3 hyperv --json --from "$snapshot"
}

@test "evmcs: the current one with its fields, the other idle" {
	nd 0 evmcs --json --from "$EVMCS"
	json '[.evmcs_cpus[].state] == ["current", "idle"]'
	json '[.evmcs_fields[] | select(.id == "revision_id").value] == ["0x1"]'
	# Offset 0x2b4, encoding 0x4402, by the TLFS; 10 is CPUID.
	json '.evmcs_fields[] | select(.offset == "0x2b4") | .encoding == "0x4402" and .size_bytes == 4 and .value == "0xa"'
	nd 0 evmcs --cpu 1 --json --from "$EVMCS"
	json '[.evmcs_cpus[].state] == ["idle"]'
	nd 0 evmcs --from "$EVMCS"
	[[ $output =~ "CPU 0"\ +current && $output =~ "CPU 1"\ +idle ]]
}

# eVMCS is offered to this machine; each of these keeps KVM from it, and only the last one does not.
@test "status: eVMCS that is offered and not used, with the reason" {
	base=$(grep -vE '^(platform|assist|evmcs|param)' "$EVMCS" | sed 1d)
	reason() {
		printf '%s\n' 'nestdiag-snapshot 1' "$base" "${@:2}" >"$BATS_TEST_TMPDIR/snapshot"
		run --separate-stderr "$NESTDIAG" --json --from "$BATS_TEST_TMPDIR/snapshot"
		json ".evmcs.text | contains(\"$1\")"
	}
	reason 'kvm' 'platform kvm yes' 'assist 0 0x0 absent' 'evmcs 0 0x0 none'
	reason 'Hyper-V guest support' 'platform none no' 'assist 0 0x0 absent' 'evmcs 0 0x0 none'
	reason 'VP assist page' 'platform ms-hyperv yes' 'assist 0 0x0 absent' 'evmcs 0 0x0 none'
	reason 'enlightened_vmcs=N' 'platform ms-hyperv yes' 'param kvm_intel enlightened_vmcs N'
	reason 'in use' 'platform ms-hyperv yes' 'param kvm_intel enlightened_vmcs Y'
	[[ $output != *'enlightened_vmcs=N'* ]]
}

@test "evmcs: with --cpu that CPU alone" {
	nd 0 evmcs --json --cpu 0 --from "$EVMCS"
	json '.evmcs_fields | length > 100 and all(.[]; .cpu == 0)'
	nd 0 evmcs --json --cpu 1 --from "$EVMCS"
	json '.evmcs_fields == [] and [.evmcs_cpus[].cpu] == [1]'
}

@test "evmcs: not offered is an answer, not recorded is none" {
	nd 0 evmcs --json --from "$FIXTURES/synthetic-cpus-differ.snapshot"
	haswell
	nd 3 evmcs --from "$snapshot"
}

@test "JSON of every command is one object for every fixture" {
	for file in "$FIXTURES"/*.snapshot; do
		for command in status check caps hyperv evmcs exits nested vcpus snapshot; do
			run --separate-stderr "$NESTDIAG" $command --json --from "$file"
			[ "$status" -le 3 ]
			json 'type == "object" and (.ignored | type == "number")'
		done
	done
}

@test "64-bit numbers in JSON are strings" {
	for command in status caps hyperv evmcs; do
		run --separate-stderr "$NESTDIAG" $command --json --from "$EVMCS"
		json 'all(.. | numbers; . < 4294967296)'
	done
}

@test "no colour on a pipe; on a terminal colour, but the same text" {
	script -qec true /dev/null >/dev/null 2>&1 || skip "no pseudo-terminal can be had here"
	haswell
	nd 0 caps --from "$snapshot"
	[[ $output != *$'\033'* ]]
	plain=$output
	on_terminal() {
		# shellcheck disable=SC2016
		script -qec "$1" /dev/null </dev/null | tr -d '\r'
	}
	command="'$NESTDIAG' caps --from '$snapshot'"
	colored=$(TERM=xterm on_terminal "$command")
	[[ $colored == *$'\033[32myes\033[0m'* && $colored == *$'\033[31mno\033[0m'* ]]
	[ "$(printf '%s\n' "$colored" | sed 's/\x1b\[[0-9]*m//g')" = "$plain" ]
	[ "$(TERM=xterm NO_COLOR=1 on_terminal "$command")" = "$plain" ]
	[ "$(TERM=xterm on_terminal "$command --no-color")" = "$plain" ]
	[ "$(TERM=dumb on_terminal "$command")" = "$plain" ]
	[ "$(on_terminal "env -u TERM $command")" = "$plain" ]
}

# Each CPU has pages of its own, with the same in them, but for one that does something else.
@test "255 CPUs that are alike are shown once, another one by itself" {
	{
		grep -v '^\(cpu\|cpuid\|msr\|assist\|evmcs\|evmcs_data\) 1 ' "$EVMCS"
		for cpu in $(seq 1 254); do
			gpa=$(printf 0x%x $((0x20000000 + cpu * 0x2000)))
			sed -nE "s/^(cpu|cpuid|msr|evmcs_data) 0 /\1 $cpu /p;
				s/^(assist|evmcs) 0 0x[0-9a-f]+ /\1 $cpu $gpa /p" "$EVMCS"
		done
		sed -nE 's/^(cpu|cpuid|msr|assist|evmcs|evmcs_data) 1 /\1 255 /p' "$EVMCS"
	} >"$BATS_TEST_TMPDIR/many"
	nd 0 evmcs --from "$BATS_TEST_TMPDIR/many"
	[ "${#lines[@]}" -lt 200 ]
	[[ $output =~ "CPU 0-254"\ +current.*"each at another address" ]]
	[[ $output =~ "CPU 255"\ +idle && $output == *"the same on 255 CPUs"* ]]
	nd 0 evmcs --json --from "$BATS_TEST_TMPDIR/many"
	json '[.evmcs_cpus[] | [.cpus, .cpu_count, .state, .gpa]] ==
		[["0-254", 255, "current", null], ["255", 1, "idle", null]]'
	json '[.evmcs_fields[].cpu] | unique == [0]'
	nd 0 hyperv --from "$BATS_TEST_TMPDIR/many"
	[ "${#lines[@]}" -lt 300 ]
	[[ $output == *"VP assist page of CPU 0-254"*"VP assist page of CPU 255"* ]]
	# One of them has another control set, and one was not recorded whole.
	sed -E 's/^(evmcs_data 9 0x300 )../\101/; /^evmcs_data 20 0x300 /d' \
		"$BATS_TEST_TMPDIR/many" >"$BATS_TEST_TMPDIR/odd"
	nd 0 evmcs --json --from "$BATS_TEST_TMPDIR/odd"
	json '[.evmcs_cpus[].cpus] == ["0-8,10-19,21-254", "9", "20", "255"]'
}
