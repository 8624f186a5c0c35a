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
	[[ $(flat) == *"counted here: 14.0 VMREADs and VMWRITEs for each nested entry, 1.50 us each and 2.50 us for exit and entry, the shortest stay in a guest"* ]]
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
	[[ $(flat) == *"as measured in the lab on an emulated CPU without VMCS shadowing, not here"* ]]
	[[ $(flat) == *"VMCS shadowing, eVMCS: no estimate. No guest hypervisor exited for VMREAD or VMWRITE."* ]]
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

# nested_seen RECORD...: nested guests, whose exits cost 20 of their hypervisors
nested_seen() {
	trace 'exits vmx guest 0x17 1000 1000000 1000 1000 1000' 'exits vmx guest 0x18 100 1000000 10000 100 100' \
		"$@"
}

@test "one level deeper: nested guests that were counted by halves are no lack of nested guests" {
	nested_seen 'exits vmx nested 0xa 100 500000 5000 100 100' 'nested 100 100' 'reflected 0xa 100 1100'
	nd 0 advise --json --from "$snapshot"
	json '.advice[-1] | .label == "A guest of nested guests" and .ratio_milli > 10000'
	sed -i '/^reflected/d' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id] == ["vmcs-shadowing", "evmcs"]'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"One level deeper: no estimate. Nested guests run here, but how many of their exits were handed"* ]]
	nested_seen 'exits vmx nested 0xa 100 0 0 0 0' 'nested 100 100' 'reflected 0xa 100 1100'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"One level deeper: no estimate. Nested guests run here, but what their exits take"* ]]
}

@test "one level deeper: of few nested exits nothing follows, and that is said" {
	nested_seen 'exits vmx nested 0xa 99 500000 5000 99 99' 'nested 99 99' 'reflected 0xa 99 1089'
	nd 0 advise --json --from "$snapshot"
	json '.advice[-1] | .label == "A nested guest" and .ratio_milli == 23655'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"(99 nested exits are too few to tell)"* ]]
}

@test "one level deeper: none where an exit gets no dearer, or guests cannot run guests" {
	nested_seen 'exits vmx nested 0xa 100 1000 10 100 100' 'nested 100 100' 'reflected 0xa 100 10'
	nd 3 advise --from "$snapshot"
	[[ $(flat) == *"One level deeper: no estimate. What was counted contradicts itself"* ]]
	for param in 'param kvm_intel nested N' 'param kvm_intel nested 0'; do
		trace 'exits vmx guest 0xa 1000 1000000 1000 1000 1000' "$param"
		nd 3 advise --from "$snapshot"
		[[ $(flat) == *"One level deeper: no estimate. Guests here cannot run guests"* ]]
	done
}

@test "one level deeper: with VMCS shadowing the lab's ratio is another; what the price holds is said" {
	trace 'exits vmx guest 0x20 100 100000 1000 100 100' 'in_guest guest 5000000 500'
	sed -i 's/enable_shadow_vmcs N/enable_shadow_vmcs Y/' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '.advice[0] | .ratio_milli == 16209 and .exit_ns == 16209'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"an exit of a guest for its ticks takes 1.00 us here, without exit and entry themselves"* ]]
	[[ $(flat) == *"on an emulated CPU with VMCS shadowing, not here"* ]]
	sed -i '/^trace/i cpu 0 GenuineIntel 6 60 3 0x0\ncpuid 0 0x00000001 0x0 000306c3 00010800 80000020 bfebfbff' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '.advice[0].exit_ns == 24313'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"takes 1.50 us here, with what the hypervisor below adds"* ]]
}

# leaves EAX: what KVM here says of its Hyper-V leaves, with these versions of eVMCS
leaves() {
	sed -i '/^guest_cpuid 0x4/d' "$1"
	sed -i "0,/^param/s/^param/guest_cpuid 0x40000001 0x0 31237648 00000000 00000000 00000000\nguest_cpuid 0x4000000a 0x0 $2 00000000 00000000 00000000\nparam/" "$1"
}

@test "eVMCS: only where this KVM has it, or that is not known; for guests that are shown Hyper-V" {
	cp "$NESTED" "$BATS_TEST_TMPDIR/kvm"
	sed -i '/^guest_cpuid 0x4/d' "$BATS_TEST_TMPDIR/kvm"
	nd 0 advise --from "$BATS_TEST_TMPDIR/kvm"
	[[ $(flat) == *"whether KVM here has it was not recorded; for a guest that is shown Hyper-V's interface"*"takes features away, too"* ]]
	leaves "$BATS_TEST_TMPDIR/kvm" 00080101
	nd 0 advise --from "$BATS_TEST_TMPDIR/kvm"
	[[ $(flat) == *"KVM here has it: for a guest that is shown Hyper-V's interface"* ]]
	leaves "$BATS_TEST_TMPDIR/kvm" 00080000
	nd 0 advise --from "$BATS_TEST_TMPDIR/kvm"
	[[ $(flat) == *"eVMCS: no estimate. KVM here cannot give it to guests"* ]]
	leaves "$BATS_TEST_TMPDIR/kvm" 00080101
	sed -i 's/^param kvm_intel nested Y/param kvm_intel nested N/' "$BATS_TEST_TMPDIR/kvm"
	nd 0 advise --from "$BATS_TEST_TMPDIR/kvm"
	[[ $(flat) == *"VMCS shadowing, eVMCS: no estimate. kvm_intel has nested=N"* ]]
}

@test "VMREADs that are more than what a nested exit causes: contradictory, and no estimate" {
	sed 's/^\(reflected 0x[0-9a-f]* [0-9]*\) .*/\1 700/' "$NESTED" >"$BATS_TEST_TMPDIR/few"
	nd 0 advise --from "$BATS_TEST_TMPDIR/few"
	[[ $(flat) == *"eVMCS: no estimate. What was counted contradicts itself"* ]]
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
	json '.advice == [] and ([.notes[].text | select(contains("no estimate"))] | length == 6)'
	json '.notes[].text | select(startswith("One level deeper")) | contains("How long exits of guests take was not measured")'
	lines 'kernel 6.12.0 x86_64' 'trace vmcb 0 0 2000000 svm' 'exits svm guest 0x72 1000 1000000 1000 1000 1000'
	nd 3 advise --json --from "$snapshot"
	json '.advice == [] and ([.notes[].text | select(contains("VMCS") or contains("APICv") or contains("Preemption"))] == [])'
	json '.notes[].text | select(startswith("One level deeper")) | contains("on Intel only")'
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
	[[ $(flat) == *"checked not: unlike the other estimates, this one was compared with no machine"* ]]
}

@test "APICv: without times there is no share of them" {
	ticking 'param kvm_intel enable_apicv N'
	sed -i -e 's/^\(exits vmx guest 0x[0-9a-f]* [0-9]*\) .*/\1 0 0 0 0/' -e '/^in_guest/d' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '.advice[] | select(.id == "apicv") | .spared == 200 and (has("saved_ns") or has("exits_ns") | not)'
	nd 0 advise --from "$snapshot"
	[[ $(flat) == *"-26.66 % of the guests' exits; what they take was not measured"* ]]
}

@test "APICv and ticks: what was looked at, and was not, are several answers" {
	for case in 'none|accessed no MSR' 'unreadable|could not be read'; do
		ticking 'param kvm_intel enable_apicv N'
		sed -i -e '/^host hot/d' -e "/^in_guest/a host hot_msr ${case%|*}" "$snapshot"
		nd 0 advise --from "$snapshot"
		[[ $(flat) == *"APICv, 100 ticks a second: no estimate."*"${case#*|}"* ]]
	done
	# more accesses to some than to all
	ticking 'param kvm_intel enable_apicv N'
	sed -i -e 's/0x80b.write 400/0x80b.write 501/' "$snapshot"
	nd 0 advise --json --from "$snapshot"
	json '[.advice[].id] == ["apicv", "one-level-deeper"]'
	json '[.notes[].text | select(startswith("100 ticks a second: no estimate. What was counted contradicts itself"))] | length == 1'
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
	[[ $(flat) == *"known only if advise, or snapshot, has --interval"* ]]
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

@test "no halt polling: none where it is off already" {
	for ns in 0 200000; do
		ticking 'kvm_stat - - halt_poll_fail_ns 3000000' 'kvm_stat - - halt_poll_success_ns 1000000' \
			'kvm_stat - - halt_successful_poll 50' 'kvm_stat - - halt_wait_ns 4000000' \
			"param kvm halt_poll_ns $ns"
		nd 0 advise --json --from "$snapshot"
		json "([.advice[].id | select(. == \"no-halt-polling\")] == []) == ($ns == 0)"
	done
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
	[[ $(flat) == *"in the lab 6700 instructions, here taken as one a tick of the TSC"* ]]
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

# Each sum of these would be small again, and what is estimated from it.
@test "forged: no sum wraps around, and nothing that hangs is said to run" {
	local most=18446744073709551615

	trace "exits vmx guest 0xa 1000 $most $most 1000 1000"
	nd 0 advise --json --from "$snapshot"
	json '.advice[-1] | .outcome == "hangs" and .tick_share > 1000'
	ticking 'param kvm_intel enable_apicv N' "exits vmx guest 0x7 $most $most $most 2 2" \
		"exits vmx guest 0xc $most $most $most 2 2" "in_guest nested $most $most" \
		"kvm_stat - - halt_poll_fail_ns $most" "kvm_stat - - halt_poll_success_ns $most" \
		"kvm_stat - - halt_successful_poll 3" "kvm_stat - - halt_wait_ns $most"
	nd 0 advise --json --from "$snapshot"
	json 'all(.advice[] | select(.spared); .spared <= .count and .saved_ns <= .exits_ns)'
	json '.advice[] | select(.id == "no-halt-polling") | .saved_ns <= .halted_ns and .saved_ns > 1e18'
	nested_seen "exits vmx nested 0xa 100 500000 5000 100 100" 'nested 100 100' "reflected 0xa 100 $most"
	nd 0 advise --json --from "$snapshot"
	json 'all(.advice[] | select(.exits_now_milli); .exits_then_milli <= .exits_now_milli and .saved_ns <= .exits_ns)'
	json '.advice[-1].outcome == "hangs"'
}
