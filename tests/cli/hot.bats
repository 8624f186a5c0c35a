#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Hot spots: histograms of tracefs that were saved, names, and what is said where nothing can be counted.

# shellcheck disable=SC2154,SC2030,SC2031 # variables of bats and common.bash; each test is a subshell

load common

HIST=$TESTS/fixtures/hist

# Its files have short names.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

# named INDEX NAME COUNT: a row of the JSON
named() {
	json "[.hot[] | select(.index == \"$1\" and .name == $2 and .count == $3)] | length == 1"
}

@test "MSRs by how often they are accessed, each with its name" {
	nd 0 hot msr --json "$HIST/synthetic-msr.hist"
	json '.hot | length == 8'
	json '[.hot[].count] == ([.hot[].count] | sort | reverse)'
	named 0x6e0 '"IA32_TSC_DEADLINE"' 4211
	named 0x830 '"APIC ICR"' 1001
	named 0x80b '"APIC EOI"' 1000
	named 0x40000084 '"HV_X64_MSR_EOM"' 250
	named 0x40000093 '"HV_X64_MSR_SINT3"' 41
	named 0x400000b3 '"HV_X64_MSR_STIMER1_COUNT"' 40
	named 0x1b '"IA32_APIC_BASE"' 7
}

@test "an access that got #GP is told from one that worked, and an MSR without a name has none" {
	nd 0 hot msr --json "$HIST/synthetic-msr.hist"
	json '[.hot[] | select(.index == "0x12345")] == [{"event": "kvm_msr", "index": "0x12345",
		"access": "read,#GP", "count": 3}]'
}

@test "people are told who does it" {
	nd 0 hot msr "$HIST/synthetic-msr.hist"
	[[ ${lines[1]} == *"0x6e0 IA32_TSC_DEADLINE "*" write "*" 4211 "*"64.2"*" %"* ]]
	[[ ${lines[2]} == *"the guest's timer"* ]]
}

@test "ports, CPUID leaves, hypercalls and control registers" {
	nd 0 hot port --json "$HIST/synthetic-port.hist"
	named 0x3f8 '"serial 1"' 900
	named 0x71 '"RTC"' 30
	named 0x1234 null 2
	json '[.hot[] | select(.index == "0x3f8").access] == ["out"]'
	nd 0 hot cpuid --json "$HIST/synthetic-cpuid.hist"
	named 0x40000000 null 6
	nd 0 hot hypercall --json "$HIST/synthetic-hypercall.hist"
	named 0xa '"SEND_IPI"' 30
	json '[.hot[].access] == ["kvm", "kvm"]'
	nd 0 hot hypercall --json "$HIST/synthetic-hv-hypercall.hist"
	named 0x5d '"SIGNAL_EVENT"' 30
	named 0x999 null 1
	json '[.hot[].access] == ["hyper-v", "hyper-v", "hyper-v"]'
	nd 0 hot cr "$HIST/synthetic-cr.hist"
	[[ $output == *"  CR3 "*" write "* ]]
}

@test "emulated memory: a read that is traced twice counts once" {
	nd 0 hot gpa --json "$HIST/synthetic-mmio.hist"
	json '[.hot[].count] | add == 154'
	named 0xfee00380 '"APIC TMICT"' 70
	named 0xfec00000 '"IO-APIC"' 5
	named 0xd0000010 null 71
}

@test "page faults count by 2 MiB" {
	nd 0 hot gpa --json "$HIST/synthetic-fault.hist"
	json '[.hot[] | [.index, .count]] == [["0x400000", 8], ["0x200000", 7]]'
	json '[.hot[].access] == ["fault", "fault"]'
}

@test "people get 20 rows, and all of them with --all" {
	seq 1 25 | sed 's/.*/{ port: &, rw: 1 } hitcount: 2/' >many
	nd 0 hot port many
	[ "$(grep -c ' out ' <<<"$output")" = 20 ]
	[[ $output == *"5 further rows with 10 accesses: --all shows them"* ]]
	nd 0 hot port --all many
	[ "$(grep -c ' out ' <<<"$output")" = 25 ]
	[[ $output != *"further rows"* ]]
	nd 0 hot port --json many
	json '.hot | length == 25'
}

@test "accesses that found no place are counted in all" {
	seq 1 5000 | sed 's/.*/{ port: &, rw: 1 } hitcount: 3/' >lots
	nd 0 hot port --json lots
	json '(.hot | length == 4096) and .beyond_table == 904 * 3'
	nd 0 hot port lots
	[[ $output == *"2712 further accesses found no place among 4096 rows: of them only the number is known"* ]]
}

@test "a histogram of another kind, of nothing, or no histogram is an error" {
	nd 3 hot port "$HIST/synthetic-msr.hist"
	one_error '*synthetic-msr.hist: no line of a histogram of that kind*hist:keys=port,rw >kvm_pio/trigger*'
	: >nothing
	nd 3 hot msr nothing
	one_error '*nothing: no line of a histogram of that kind*'
	printf '%s\n' '{ ecx: x, write: 1 } hitcount: 1' '{ ecx: 1, write: 1 }' '{ write: 1 } hitcount: 1' >bad
	nd 3 hot msr bad
	one_error '*bad: no line of a histogram of that kind*'
	nd 64 hot msr absent
	one_error '*absent: No such file or directory*'
}

@test "wrong words" {
	nd 64 hot
	nd 64 hot mrs
	one_error "*there are no hot spots of the kind 'mrs'; did you mean 'msr'?"
	nd 64 hot everything
	one_error "*hot spots are of the kind msr, port, gpa, cpuid, hypercall, cr or apicv, not 'everything'"
	nd 64 hot msr --source module
	one_error "*--source module does not tell hot spots*"
	nd 64 hot msr --interval 1 "$HIST/synthetic-msr.hist"
	one_error "*--interval and --source work on this machine, not on a file"
	nd 64 hot apicv "$HIST/synthetic-msr.hist"
	one_error "*what inhibits APICv is asked of this machine, not of a file"
	nd 64 hot msr --from "$FIXTURES/synthetic-nested.snapshot"
	one_error "*a snapshot has no hot spots*"
}

@test "which way would count is said of a machine that is a tree of files" {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	mkdir -p "$NESTDIAG_SYSROOT"
	nd 3 hot msr
	[[ $stderr == *"hot spots cannot be counted; bpf: "*"; tracefs: tracefs is not mounted"* ]]
	nd 3 hot apicv --source tracefs
	[[ $stderr == *"tracefs: it does not tell what inhibits APICv now"* ]]
}
