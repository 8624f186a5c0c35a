#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# The autopsy of dumps: what failed, what could not be checked, and which machine it was compared with.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

setup() {
	DUMPS=$FIXTURES/dumps
	HASWELL=$FIXTURES/intel-haswell-4600u-bare-metal.snapshot
	NOTHING=$BATS_TEST_TMPDIR/nothing	# a machine of which nothing is known
	mkdir -p "$NOTHING"
}

@test "the failed check is named with its values" {
	nd 1 autopsy "$DUMPS/synthetic-vmcs.log" --sysroot "$NOTHING"
	[[ $output == *"the VM entry failed: invalid guest state (exit reason 0x80000021"* ]]
	[[ $output == *"first  guest CR4.PAE is 0 while the IA-32e mode guest entry control is 1"* ]]
	[[ $output == *"guest"*"CR4 0x2640"* ]]
	[[ $output == *"not checked: "*"VMCS link pointer"* ]]
	[[ $output != *"fails "* ]]
	nd 1 --json autopsy "$DUMPS/synthetic-vmcs.log" --sysroot "$NOTHING"
	json '.violations == [.violations[0]] and .violations[0].id == "guest-cr4-pae"'
	json '.violations[0].state == "first" and .violations[0].values.guest_cr4 == "0x2640"'
	json '.dumps[0] | .id == "vmcs" and .exit_reason == "0x80000021" and .cpu == 3 and
		.first_line == 2 and .last_line == 54 and (has("missing") | not)'
	json '.unchecked[0].check_count > 0 and all(.unchecked[]; .dump == 1)'
	json 'all(.controls[]; .allowed == "unknown" and .state == "set")'
}

@test "a dump that people posted: an interrupt for a guest that has them off" {
	nd 1 autopsy "$DUMPS/edk2-91.log" --sysroot "$NOTHING"
	[[ $output == *"first  guest RFLAGS.IF is 0 while an external interrupt is injected"* ]]
	[[ $output == *"the dump is incomplete"* ]]
}

@test "parts of dumps that people posted: too little to judge, and what is wanting is said" {
	for file in dosemu2-1274 cloud-hypervisor-4131; do
		nd 3 --json autopsy "$DUMPS/$file.log" --sysroot "$NOTHING"
		json '.violations == [] and .dumps[0].state == "cut"'
		json '.dumps[0].missing_part == "*** Host State ***" and .unchecked[0].check_count > 100'
		json '.notes[0].text | contains("These lines are wanting: ") and contains("\"TR:\"")
			and contains("all of \"*** Control State ***\"")'
	done
	head -n 6 "$DUMPS/synthetic-vmcs.log" >"$BATS_TEST_TMPDIR/five"
	nd 3 autopsy "$BATS_TEST_TMPDIR/five" --sysroot "$NOTHING"
	[[ $output == *"too little of it to judge"*'"RFLAGS="'* && $output != *"none of the"* ]]
}

@test "HAXM's list of fields is read by their encodings" {
	nd 3 --json autopsy "$DUMPS/haxm-306.log" --sysroot "$NOTHING"
	json '.dumps[0] | .id == "vmcs" and .exit_reason == "0x80000021" and .missing_part == "the end of the list"'
	json '.violations == [] and .dumps[0].first_line == 2 and .dumps[0].last_line == 11'
	# RFLAGS bit 1 is always set, and a field that comes again is another dump's.
	sed 's/GUEST_RFLAGS: 13/GUEST_RFLAGS: 11/' "$DUMPS/haxm-306.log" >"$BATS_TEST_TMPDIR/haxm.log"
	nd 1 --json autopsy "$BATS_TEST_TMPDIR/haxm.log" --sysroot "$NOTHING"
	json '.violations | length == 1 and .[0].values.guest_rflags == "0x11"'
	cat "$DUMPS/haxm-306.log" "$BATS_TEST_TMPDIR/haxm.log" >"$BATS_TEST_TMPDIR/both.log"
	nd 1 --json autopsy "$BATS_TEST_TMPDIR/both.log" --sysroot "$NOTHING"
	json '[.dumps[].dump] == [1, 2] and [.violations[].dump] == [2]'
	nd 3 autopsy --sysroot "$NOTHING" <(echo 'haxm_warning: 4402 VM_EXIT_INFO_REASON')
}

@test "AMD's dump" {
	nd 1 --json autopsy "$DUMPS/synthetic-vmcb.log" --sysroot "$NOTHING"
	json '.dumps[0].id == "vmcb" and (.dumps[0].text | startswith("VMRUN failed"))'
	json '[.violations[].id] == ["vmcb-asid"] and .controls == []'
}

@test "several dumps in one log are told apart" {
	nd 3 --json autopsy "$DUMPS/synthetic-two.log" --sysroot "$NOTHING"
	json '[.dumps[].dump] == [1, 2] and [.dumps[].cpu] == [3, 5]'
	json '.dumps[0].state == null and .dumps[1].state == "cut" and .violations == []'
	cat "$DUMPS/synthetic-vmcs.log" "$DUMPS/synthetic-vmcb.log" "$DUMPS/edk2-91.log" \
		>"$BATS_TEST_TMPDIR/all.log"
	nd 1 --json autopsy "$BATS_TEST_TMPDIR/all.log" --sysroot "$NOTHING"
	json '[.violations[] | [.dump, .id]] ==
		[[1, "guest-cr4-pae"], [2, "vmcb-asid"], [3, "guest-rflags-if"]]'
}

@test "standard input is read without a name and with -" {
	run --separate-stderr -1 "$NESTDIAG" autopsy --sysroot "$NOTHING" <"$DUMPS/edk2-91.log"
	[[ $output == *"RFLAGS.IF"* ]]
	run --separate-stderr -1 "$NESTDIAG" autopsy - --sysroot "$NOTHING" <"$DUMPS/edk2-91.log"
	[[ $output == *"RFLAGS.IF"* ]]
}

@test "controls are compared with the snapshot's capability registers" {
	nd 1 --json autopsy "$DUMPS/synthetic-vmcs.log" --from "$HASWELL"
	json '[.violations[].id] == ["ctl-pin-allowed", "ctl-secondary-allowed", "guest-cr4-pae"]'
	json '[.violations[].state] == ["fails", "fails", "first"]'
	json '[.controls[] | select(.state == "wrong").id] ==
		["vmx-posted-intr", "vmx-apicv-register", "vmx-apicv-vid"]'
	json '.controls[] | select(.id == "vmx-ept") | .allowed == "yes" and .set'
	json '[.notes[].text | select(contains("haswell"))] | length == 1'
}

@test "another vendor's snapshot is no measure" {
	nd 1 --json autopsy "$DUMPS/synthetic-vmcb.log" --from "$HASWELL"
	json '[.violations[].id] == ["vmcb-asid"]'
	json '.notes[0].text | contains("no capability registers")'
}

@test "no dump is status 3, an unreadable file 64" {
	nd 3 autopsy "$HASWELL" --sysroot "$NOTHING"
	one_error "nestdiag: $HASWELL: no dump of a VMCS or VMCB*"
	nd 3 autopsy /dev/null --sysroot "$NOTHING"
	one_error "nestdiag: /dev/null: no dump of a VMCS or VMCB*"
	nd 64 autopsy "$BATS_TEST_TMPDIR/none" --sysroot "$NOTHING"
	one_error "nestdiag: $BATS_TEST_TMPDIR/none: No such file or directory"
	nd 64 autopsy --json "$BATS_TEST_TMPDIR/none" --sysroot "$NOTHING"
	one_error "nestdiag: $BATS_TEST_TMPDIR/none: No such file or directory"
	nd 64 autopsy "$BATS_TEST_TMPDIR" --sysroot "$NOTHING"
	one_error "nestdiag: $BATS_TEST_TMPDIR: Is a directory"
	nd 64 autopsy one two
	one_error "nestdiag: 'autopsy' takes no argument 'two'*"
	# Headings alone: nothing could be checked.
	printf '*** Guest State ***\n*** Host State ***\n' >"$BATS_TEST_TMPDIR/bare"
	nd 3 autopsy "$BATS_TEST_TMPDIR/bare" --sysroot "$NOTHING"
	one_error "nestdiag: $BATS_TEST_TMPDIR/bare: no dump*"
}

@test "a dump cut behind any of its lines is read as far as it goes" {
	local total
	total=$(wc -l <"$DUMPS/synthetic-vmcs.log")
	for ((n = 4; n < total; n += 7)); do
		head -n "$n" "$DUMPS/synthetic-vmcs.log" >"$BATS_TEST_TMPDIR/cut"
		run --separate-stderr "$NESTDIAG" autopsy --json --sysroot "$NOTHING" "$BATS_TEST_TMPDIR/cut"
		((status == 0 || status == 1 || status == 3))
		((n > 48)) || json '.dumps[0].state == "cut"'
	done
}
