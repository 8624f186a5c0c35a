#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# The last exits of vCPUs: what a guest did before it ended, in words, and what is not known.

load common

setup() {
	file=$FIXTURES/synthetic-recorder.snapshot
}

@test "vcpus --last: what a guest did before a triple fault, the latest at the end" {
	nd 0 vcpus 55/0 --last --from "$file"
	[[ $output == *"Process 55, vCPU 0: 6 exits kept 51.99 ms ago, as a triple fault ended the guest"* ]]
	[[ $output == *"io: writes 1 byte to port 0x3f8"*"io: reads 1 byte from port 0x3fd"*vmrun*cpuid*npf*shutdown* ]]
	[[ $(tr -s ' \n' ' ' <<<"$output") == *"npf: writes to guest-physical 0xfee00300, which is not mapped"* ]]
	[[ $output != *"vCPU 1"* ]]
}

@test "vcpus --last: times of an exit are from the one after it" {
	nd 0 vcpus 55/0 --last --json --from "$file"
	# 52,200,000 less the 52,150,000 and 40,000 of the next one.
	json '.last_exits[0] | .until_entry_ns == 10000 and (has("guest_ns") | not)'
	json '.last_exits[1] | .guest_ns == 40000 and .until_entry_ns == 8000'
	json '[.last_exits[].level] == ["guest", "guest", "guest", "nested", "guest", "guest"]'
	json '.last_exits[5] | has("until_entry_ns") | not'
	json '.last_exits[4] | .info1 == "0x100000006" and .info2 == "0xfee00300" and .reason == 1024'
	json '[.recordings[] | .vcpu, .kept, .count, .torn_count] == [0, "shutdown", 6, 0]'
}

@test "vcpus --last: what was overwritten while it was read is said" {
	nd 0 vcpus 55/1 --last --from "$file"
	[[ $output == *$'Process 55, vCPU 1: the last 1 exit\n'* ]]
	[[ $output == *"2 exits were overwritten while they were read, and are left out."* ]]
	json_of() { nd 0 vcpus 55/1 --last --json --from "$file"; }
	json_of
	json '.last_exits[0] | has("info1") | not'
	json '.recordings[0].torn_count == 2'
	sed '/^recording 55 1/s/2$/1/' "$file" >"$BATS_TEST_TMPDIR/one"
	nd 0 vcpus 55/1 --last --from "$BATS_TEST_TMPDIR/one"
	[[ $output == *"1 exit was overwritten while it was read, and is left out."* ]]
}

@test "vcpus: a vCPU by process and number, or all of a process" {
	nd 0 vcpus 55/1 --json --from "$file"
	json '[.vcpus[].vcpu] == [1]'
	nd 0 vcpus 55 --json --from "$file"
	json '[.vcpus[].vcpu] | sort == [0, 1]'
	json 'has("last_exits") | not'
	nd 64 vcpus 55/ --from "$file"
	nd 64 vcpus 55/0 --pid 55 --from "$file"
	one_error "nestdiag: '55/0' and --pid or --vcpu exclude each other"
	nd 64 vcpus 55 --vcpu 0 --from "$file"
	nd 64 vcpus 55/x --from "$file"
	nd 64 vcpus -- -5 --from "$file"
	nd 64 vcpus guest --from "$file"
}

@test "vcpus --last: off, not recorded, not asked about are three answers" {
	sed '/^record/d' "$file" >"$BATS_TEST_TMPDIR/none"
	nd 3 vcpus --last --from "$BATS_TEST_TMPDIR/none"
	[[ $output == *"The last exits were not read. Only the module records them: load it with recorder=64."* ]]
	sed '/^recor[a-z]*ing/d; /^recorded/d; s/^recorder .*/recorder 0/' "$file" >"$BATS_TEST_TMPDIR/off"
	nd 3 vcpus --last --from "$BATS_TEST_TMPDIR/off"
	[[ $output == *"The flight recorder is off. Load the module with recorder=64"* ]]
	nd 3 vcpus 56/0 --last --from "$file"
	[[ $output == *"No exit of such a vCPU is recorded."* ]]
}

@test "vcpus --last: they go through a snapshot as they are" {
	nd 0 snapshot --from "$file"
	diff <(grep '^record' "$file") <(grep '^record' <<<"$output")
}
