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
	json '.advice == [] and ([.notes[].text | select(contains("no estimate"))] | length == 5)'
	lines 'kernel 6.12.0 x86_64' 'trace vmcb 0 0 2000000 svm' 'exits svm guest 0x72 1000 1000000 1000 1000 1000'
	nd 3 advise --json --from "$snapshot"
	json '.advice == []'
	nd 3 advise --from "$FIXTURES/emulated-haswell-l0.snapshot"
	[[ $(flat) == *"Exits were not recorded"* ]]
}

# ticking RECORD...: half of a second in the guest, half on 500 exits for MSRs of 0.6 ms each and 250 interrupts
# of 0.8 ms; of the MSRs nine tenths are deadlines and EOIs, and exit and entry take 0.1 ms
ticking() {
	trace 'exits vmx guest 0x20 500 300000000 1000000 500 500' \
		'exits vmx guest 0x1 250 200000000 1000000 250 250' 'in_guest guest 500000000 100000' \
		'host hot_msr 0x6e0\040write\040500\0401000\040IA32_TSC_DEADLINE' 'host hot_msr_all 1000' \
		'host hot_msr.0x6e0.write 500' 'host hot_msr.0x80b.write 400' "$@"
}

# 200 EOIs of 0.7 ms are 140 ms, of 500 times 0.7 and 250 times 0.9: 575 ms.
@test "APICv: writes of EOI, TPR and SELF IPI go, deadlines stay" {
	ticking 'param kvm_intel enable_apicv N'
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "apicv") |
		[.count, .spared, .saved_ns, .exits_ns, .busy_ns] == [750, 200, 140000000, 575000000, 1000000000]'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"APICv estimate -26.66 % of the guests' exits, -24.34 % of the time spent on them: 14.00 % of their vCPUs' busy time"* ]]
	[[ $(flat) == *"enable_apicv=1 of kvm_intel (is N)"* ]]
}

@test "APICv: with interrupt windows and thresholds of TPR" {
	ticking 'param kvm_intel enable_apicv N' 'exits vmx guest 0x7 30 3000000 100000 30 30' \
		'exits vmx guest 0x2b 20 2000000 100000 20 20'
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "apicv") | [.spared, .saved_ns] == [250, 150000000]'
}

@test "APICv: none where it is on, is not known, or nobody looked at MSRs" {
	for param in 'param kvm_intel enable_apicv Y' 'param kvm_intel nested Y'; do
		ticking "$param"
		nd 0 advise --json --from "$snapshot"
		json '[.advice[].id | select(. == "apicv")] == []'
	done
	ticking 'param kvm_intel enable_apicv N'
	sed -i '/hot_msr_all/d' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "apicv" or . == "fewer-ticks")] == []'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"looked at with --interval only"* ]]
}

@test "APICv: none where the processor does not have it" {
	ticking 'param kvm_intel enable_apicv N'
	sed '/^param/d; /^trace/d; /^exits/d; /^in_guest/d; /^host hot/d' "$FIXTURES/emulated-haswell-l0.snapshot" >"$BATS_TEST_TMPDIR/haswell"
	sed 1d "$snapshot" | grep -v -e '^kernel' -e '^platform' >>"$BATS_TEST_TMPDIR/haswell"
	nd 0 advise --json --from "$BATS_TEST_TMPDIR/haswell"
	json '[.advice[].id | select(. == "apicv")] == []'
	json '[.advice[].id | select(. == "fewer-ticks")] == ["fewer-ticks"]'
}

# 250 deadlines in a busy second; 0.6 of these, of 200 EOIs and of 250 interrupts: 270 times 0.7 ms and 150 times 0.9.
@test "100 ticks a second: the deadline, its EOI and the exit when it fires" {
	ticking
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "fewer-ticks") |
		[.timers_per_s, .spared, .saved_ns] == [250, 420, 324000000]'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"250 timers a second that a busy vCPU sets"* ]]
}

@test "100 ticks a second: by the preemption timer first, and no more interrupts than timers" {
	ticking 'exits vmx guest 0x34 200 20000000 100000 200 200'
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "fewer-ticks") | .timers_per_s == 245 and .spared == (266 + 118 + 29)'
}

@test "100 ticks a second: none where vCPUs are idle, tick less often, or the time in guests is not known" {
	ticking 'exits vmx guest 0xc 10 120000000 100000 10 10'
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "fewer-ticks")] == []'
	ticking
	sed -i 's/^in_guest guest 500000000/in_guest guest 900000000/' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "fewer-ticks")] == []'
	ticking
	sed -i '/^in_guest/d' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "fewer-ticks")] == []'
}

@test "100 ticks a second, on AMD: MSR accesses of either kind, and INTR" {
	lines 'kernel 6.12.0 x86_64' 'trace vmcb 0 0 2000000 svm' 'exits svm guest 0x7c 500 300000000 1000000 500 500' \
		'exits svm guest 0x60 250 200000000 1000000 250 250' 'in_guest guest 500000000 100000' \
		'host hot_msr_all 1000' 'host hot_msr.0x6e0.write 500' 'host hot_msr.0x80b.write 400'
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "fewer-ticks") | [.timers_per_s, .spared] == [250, 420]'
	json '[.advice[].id | select(. == "apicv")] == []'
}

# 50 times 6,700 ticks of 0.5 ns are 0.1675 ms.
@test "no halt polling: all polled time, in vain or not, less what sleeping takes" {
	ticking 'kvm_stat - - halt_poll_fail_ns 3000000' 'kvm_stat - - halt_poll_success_ns 1000000' \
		'kvm_stat - - halt_successful_poll 50' 'kvm_stat - - halt_wait_ns 4000000'
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "no-halt-polling") | [.saved_ns, .halted_ns] == [3832500, 8000000]'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"3.83 ms less CPU time, 47.90 % of the time for which vCPUs waited"* ]]
	[[ $(flat) == *"1.00 ms polled until there was work and 3.00 ms in vain, less 167.50 us for 50 waits"* ]]
}

@test "no halt polling: none where sleeping takes as long" {
	ticking 'kvm_stat - - halt_poll_fail_ns 0' 'kvm_stat - - halt_poll_success_ns 167500' \
		'kvm_stat - - halt_successful_poll 50' 'kvm_stat - - halt_wait_ns 4000000'
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "no-halt-polling")] == []'
}

@test "no halt polling: none where nothing was polled, or a statistic is missing" {
	ticking 'kvm_stat - - halt_poll_fail_ns 0' 'kvm_stat - - halt_poll_success_ns 0' \
		'kvm_stat - - halt_successful_poll 0' 'kvm_stat - - halt_wait_ns 4000000'
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "no-halt-polling")] == []'
	ticking 'kvm_stat - - halt_poll_fail_ns 3000000' 'kvm_stat - - halt_successful_poll 50' 'kvm_stat - - halt_wait_ns 4'
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id | select(. == "no-halt-polling")] == []'
}

@test "figures of a forged snapshot, as large as can be: answered, and no exits that are more than all" {
	ticking 'param kvm_intel enable_apicv N'
	sed -i -e 's/^exits vmx guest 0x20 500 300000000/exits vmx guest 0x20 18446744073709551615 18446744073709551615/' \
		-e 's/hot_msr_all 1000/hot_msr_all 1/' "$snapshot"
	run "$NESTDIAG" advise --json --from "$snapshot"
	((status == 0 || status == 3))
	json 'all(.advice[] | select(.spared); .spared <= .count)'
}
