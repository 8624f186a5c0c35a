#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
#
# nestdiag probe where there is no KVM to try: what is at /dev/kvm is made up. The rest is tried in
# the lab.

load common.bash

setup() {
	root=$BATS_TEST_TMPDIR/root
	mkdir -p "$root/dev"
	export NESTDIAG_SYSROOT=$root
}

@test "probe: no device: guests do not run, and why" {
	nd 2 probe
	[[ $output == *"Open /dev/kvm"*"failed  No such file or directory"* ]]
	[[ $output == *"modprobe kvm_intel"* ]]
	[[ $output == *"Verdict"*"no-guests  guests do not run here: \"Open /dev/kvm\" failed"* ]]
}

@test "probe: no device: every step is there, none of them ran" {
	nd 2 --json probe
	json '.steps | length == 12'
	json '.steps[0] | .id == "open" and .state == "failed" and .errno == 2'
	json '[.steps[1:][] | select(.state != "skipped")] == []'
	json '.kvm_capabilities == []'
	json '.result.state == "no-guests"'
	json '[.notes[] | select(.text | test("nestdiag module is not loaded"))] | length == 1'
}

@test "probe: something else in its place is not taken for KVM" {
	echo no device >"$root/dev/kvm"
	nd 2 --json probe
	json '.steps[0].state == "ok"'
	json '.steps[1] | .id == "api" and .state == "failed" and .errno == 25'
	json '.result.text | test("not KVM")'
}

@test "probe: no permission: could not find out" {
	command -v setpriv >/dev/null || [ "$(id -u)" != 0 ] || skip "no setpriv"
	# bats's own directory is for its user only.
	open=$(mktemp -d)
	mkdir "$open/dev"
	touch "$open/dev/kvm"
	chmod 0 "$open/dev/kvm"
	cp "$NESTDIAG" "$open/nestdiag"
	chmod 755 "$open" "$open/nestdiag"
	NESTDIAG_SYSROOT=$open run --separate-stderr -3 as_nobody "$open/nestdiag" probe
	rm -rf "$open"
	[[ $output == *"Permission denied"*"group"* ]]
	[[ $output == *"Verdict"*"unknown  could not find out"* ]]
}

@test "probe: a snapshot cannot be tried" {
	nd 64 --from "$FIXTURES/synthetic-amd-svm.snapshot" probe
	one_error '*a snapshot has no /dev/kvm*'
}

@test "probe: bad options" {
	nd 64 probe --timeout 0
	one_error "*--timeout needs a number from 1 to 1000000, not '0'*"
	nd 64 probe --timeout x
	one_error "*not 'x'*"
	nd 64 probe --timeout
	one_error "*'--timeout' needs S*"
	nd 64 probe --cpu 0
	one_error "*option '--cpu' does not apply to 'probe'*"
	nd 64 probe word
	one_error "*'probe' takes no argument 'word'*"
	nd 64 status --no-nested
	one_error "*option '--no-nested' does not apply to 'status'*"
}

@test "probe: --help says what it does and what its status means" {
	nd 0 probe --help
	[[ $output == *"VMLAUNCH"* ]]
	[[ $output == *"--timeout S"* ]]
	[[ $output == *"3 could not find out"* ]]
}

@test "levels: the price of a snapshot becomes an estimate, called so" {
	unset NESTDIAG_SYSROOT
	cp "$FIXTURES/synthetic-amd-svm.snapshot" "$BATS_TEST_TMPDIR/priced"
	echo 'price 301 14700 14770 2000000' >>"$BATS_TEST_TMPDIR/priced"
	nd 0 --from "$BATS_TEST_TMPDIR/priced" --json status
	json '.depth | .least == 0 and .likely_from == 2 and .likely_to == 2'
	json '.depth.text | test("CPUID takes 14770 ticks, as in L2 \\(estimate\\)")'
	json '.above | .guests == "yes" and .guests_level == 1 and .nested == "supported"'
}

@test "levels: without a price there is no estimate" {
	nd 0 --from "$FIXTURES/synthetic-amd-svm.snapshot" --json status
	json '.depth | .least == 0 and (has("likely_from") | not)'
}
