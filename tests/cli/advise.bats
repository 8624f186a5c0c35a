#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Estimates: their figures by hand from those of the fixtures, and none where something was not counted.

# shellcheck disable=SC2154 # variables of bats and common.bash

load common

# flat: the output without its line breaks
flat() {
	tr -s ' \n' ' ' <<<"$output"
}

NESTED=$FIXTURES/synthetic-nested.snapshot

# trace RECORD...: a machine with VMX that counted these, its name in $snapshot
trace() {
	lines 'kernel 6.12.0 x86_64' 'platform none yes' 'param kvm_intel enable_shadow_vmcs N' \
		'trace vmx 64 0 2000000 vmx' "$@"
}

# 8,000 VMREADs of 12 ms and 6,000 VMWRITEs of 9 ms for 1,000 VMRESUMEs; 760 nested exits that were handed on
# caused 15,320 exits; all exits but HLT took 65.33 ms, and 15,723 of a guest 2.5 us for exit and entry, 1,000 of
# a nested one 3.1 us: 107.7375 ms. 14,000 times 1.5 and 2.5 us are 56 ms.
@test "eVMCS: no VMREAD and no VMWRITE exits any more" {
	nd 0 advise --json --from "$NESTED"
	json '.advice[] | select(.id == "evmcs") |
		[.state, .exits_now_milli, .exits_then_milli, .saved_ns, .exits_ns] ==
		["estimate", 20157, 6157, 56000000, 107737500]'
	nd 0 advise --from "$NESTED"
	[[ $(flat) == *"eVMCS estimate 20.2 -> 6.2 host exits for one nested exit, -51.97 % of the time spent on exits"* ]]
	[[ $(flat) == *"14.0 VMREADs and VMWRITEs for each nested entry, 1.50 us each and 2.50 us for exit and entry, counted here"* ]]
}

# 84 % of them: 11,760.
@test "VMCS shadowing: those for fields that are not shadowed still exit" {
	grep -v '^param kvm_intel enable_shadow_vmcs' "$NESTED" >"$BATS_TEST_TMPDIR/off"
	echo 'param kvm_intel enable_shadow_vmcs N' >>"$BATS_TEST_TMPDIR/off"
	nd 0 advise --json --from "$BATS_TEST_TMPDIR/off"
	json '.advice[] | select(.id == "vmcs-shadowing") |
		[.exits_now_milli, .exits_then_milli, .saved_ns, .exits_ns] == [20157, 8397, 47040000, 107737500]'
	nd 0 advise --from "$BATS_TEST_TMPDIR/off"
	[[ $(flat) == *"in the lab 16 % of them still exited, for fields that the processor does not shadow"* ]]
}

@test "VMCS shadowing is on: none for it, but for eVMCS" {
	grep -v '^param kvm_intel enable_shadow_vmcs' "$NESTED" >"$BATS_TEST_TMPDIR/on"
	echo 'param kvm_intel enable_shadow_vmcs Y' >>"$BATS_TEST_TMPDIR/on"
	nd 0 advise --json --from "$BATS_TEST_TMPDIR/on"
	json '[.advice[].id] == ["evmcs", "one-level-deeper"]'
}

@test "the processor has no VMCS shadowing, or it is hidden: none for it" {
	grep -v -e '^param kvm_intel enable_shadow_vmcs' -e '^msr [0-9]* 0x48b ' "$NESTED" >"$BATS_TEST_TMPDIR/hidden"
	echo 'param kvm_intel enable_shadow_vmcs N' >>"$BATS_TEST_TMPDIR/hidden"
	nd 0 advise --json --from "$BATS_TEST_TMPDIR/hidden"
	json '[.advice[].id] == ["vmcs-shadowing", "evmcs", "one-level-deeper"]'
	sed -i '/^cpuid /{s/^/msr 0 0x48b 0x00003cff00000000\n/;:a;n;ba}' "$BATS_TEST_TMPDIR/hidden"
	nd 0 advise --json --from "$BATS_TEST_TMPDIR/hidden"
	json '[.advice[].id] == ["evmcs", "one-level-deeper"]'
}

@test "what exit and entry take was not seen: that is said, and nothing assumed" {
	sed 's/^in_guest guest .*/in_guest guest 0 0/' "$NESTED" >"$BATS_TEST_TMPDIR/unseen"
	nd 0 advise --json --from "$BATS_TEST_TMPDIR/unseen"
	json '.advice[] | select(.id == "evmcs") | .saved_ns == 21000000'
	nd 0 advise --from "$BATS_TEST_TMPDIR/unseen"
	[[ $(flat) == *"what exit and entry take is not known, and comes on top"* ]]
}

# A guest's exit takes 33.63 ms / 15,720; a nested guest's 31.7 us and 20.157 of these.
@test "one level deeper: as many times again as from a guest to its nested guest" {
	nd 0 advise --json --from "$NESTED"
	json '.advice[-1] | .id == "one-level-deeper" and .outcome == "hangs"'
	json '.advice[-1].ratio_milli | . > 34900 and . < 35050'
	json '.advice[-1].exit_ns | . > 2600000 and . < 2640000'
	json '.advice[-1].tick_share | . > 1.94 and . < 1.99'
}

@test "no nested guest was seen: the lab's ratio is taken, and that is said" {
	trace 'exits vmx guest 0xa 1000 1000000 1000 1000 1000'
	nd 0 advise --json --from "$snapshot"
	json '.advice | length == 1 and .[0].ratio_milli == 23655 and .[0].outcome == "runs"'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"as measured in the lab on an emulated CPU, not here"* ]]
	[[ $(flat) == *"VMCS shadowing, eVMCS: no estimate."* ]]
}

# 23.655 times 1 us, and not the mean of 6.5 us; of 99 ticks the mean says nothing.
@test "no nested guest was seen: what ticks take counts, and not what the guest did besides" {
	trace 'exits vmx guest 0x20 50 50000 1000 50 50' 'exits vmx guest 0x34 50 50000 1000 50 50' \
		'exits vmx guest 0x1e 100 1200000 20000 100 100'
	nd 0 advise --json --from "$snapshot"
	json '.advice[0].exit_ns == 23655'
	trace 'exits vmx guest 0x20 49 49000 1000 49 49' 'exits vmx guest 0x34 50 50000 1000 50 50' \
		'exits vmx guest 0x1e 99 1188000 20000 99 99'
	nd 0 advise --json --from "$snapshot"
	json '.advice[0].exit_ns > 150000'
}

@test "runs, crawls, hangs: on either side of the limits" {
	for case in '14000 runs' '15000 crawls' '56000 crawls' '57000 hangs'; do
		trace "exits vmx guest 0xa 1000 ${case% *}000 ${case% *} 1000 1000"
		nd 0 advise --json --from "$snapshot"
		json ".advice[0].outcome == \"${case#* }\""
	done
}

@test "fewer VMREADs than nested entries: VMCS shadowing is on, and there is no estimate" {
	trace 'exits vmx guest 0x17 900 900000 1000 900 900' 'exits vmx guest 0x18 1000 5000000 5000 1000 1000' \
		'exits vmx nested 0xa 1000 5000000 5000 1000 1000' 'nested 1000 1000' 'reflected 0xa 1000 1900'
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id] == ["one-level-deeper"]'
}

@test "no estimate without times, on AMD without a nested guest, and without exits" {
	trace 'exits vmx guest 0xa 1000 0 0 0 0'
	nd 3 advise --json --from "$snapshot"
	json '.advice == [] and ([.notes[].text | select(contains("no estimate"))] | length == 3)'
	lines 'kernel 6.12.0 x86_64' 'trace vmcb 0 0 2000000 svm' 'exits svm guest 0x72 1000 1000000 1000 1000 1000'
	nd 3 advise --json --from "$snapshot"
	json '.advice == []'
	nd 3 advise --from "$FIXTURES/emulated-haswell-l0.snapshot"
	[[ $(flat) == *"Exits were not recorded"* ]]
}
