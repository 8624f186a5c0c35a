#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Failed launches, over what they left on an emulated machine: a guest that the processor refused
# for its code segment.

load common

setup() {
	file=$FIXTURES/emulated-haswell-failures.snapshot
}

@test "failures: what failed, whose it was, and the check that it failed on" {
	nd 1 failures --from "$file"
	[[ $output == *"Failed launches    1 entry"* ]]
	[[ $output == *"badlaunch["*"] vcpu 0, guest"* ]]
	[[ $output == *"VM entry failed: invalid guest state (0x80000021)"* ]]
	[[ $output == *"first  guest CS has a type (bits 3:0) other than 9, 11, 13, 15, or 3 with"* ]]
	[[ $output != *"guest RFLAGS  "* ]]
}

@test "failures: JSON has the evidence, plain shows it for one" {
	nd 1 failures --json --from "$file"
	json '[.failures[] | .kind, .level, .exit_reason, .capture, .check]
		== ["entry", "guest", "0x80000021", "vmcs", "guest-cs-type"]'
	json '[.captured[] | select(.id == "guest_cs_ar_bytes") | .value] == ["0xc093"]'
	json '(.captured | length > 100) and all(.captured[]; .failure == 97)'
	json '.violations[0].failure == 97 and .failed_launches.entry == 1'
	nd 1 failures 97 --from "$file"
	[[ $output =~ "guest RFLAGS"\ +0x0000000000000002 ]]
}

@test "failures: a number that is none, or no failure's" {
	nd 64 failures 98 --from "$file"
	[[ $stderr == *"failure 98 is not listed"* ]]
	nd 64 failures x --from "$file"
	nd 64 failures 0 --from "$file"
	nd 64 failures 97 97 --from "$file"
}

@test "failures: none is an answer, not recorded is none" {
	sed '/^failure_/d; /^failure /d; s/^failures .*/failures 0 0 0 0 0 0/' "$file" >"$BATS_TEST_TMPDIR/none"
	nd 0 failures --from "$BATS_TEST_TMPDIR/none"
	[[ $output == *"none since counting began"* ]]
	nd 3 failures --from "$FIXTURES/synthetic-amd-svm.snapshot"
}

@test "failures: a snapshot with them survives being written again, and says what it holds" {
	nd 0 snapshot --from "$file" -o "$BATS_TEST_TMPDIR/again"
	# In whatever order fields are. The file is older than the last kind of failures.
	diff <(sed 's/^failures .*/& 0/' "$file" | grep ^failure | sort) <(grep ^failure "$BATS_TEST_TMPDIR/again" | sort)
	grep -q '^# contains kernel addresses (VMCS of a failed launch)' "$BATS_TEST_TMPDIR/again"
}

@test "failures: one paragraph a cause, --all for the latest, too" {
	local first latest
	first=$(grep '^failure ' "$file")
	latest=${first/failure 97 150529645934/failure 120 160000000000}
	sed -e '/^failure_/d' -e "s/^failures .*/failures 0 20 0 0 0 0/" \
		-e "s/^failure 97 .*/$first 97 20\\n$latest 97 20/" "$file" >"$BATS_TEST_TMPDIR/many"
	nd 1 failures --from "$BATS_TEST_TMPDIR/many"
	[ "$(grep -c '^Failure ' <<<"$output")" = 1 ]
	[[ $(tr -s ' \n' ' ' <<<"$output") == *"20 with this cause, the latest is failure 120 at 160.000000 s"* ]]
	nd 1 failures --all --from "$BATS_TEST_TMPDIR/many"
	[ "$(grep -c '^Failure ' <<<"$output")" = 2 ]
	nd 1 failures 120 --from "$BATS_TEST_TMPDIR/many"
	[[ $output == *"Failure 120, at 160.000000 s"* ]]
	nd 1 failures --json --from "$BATS_TEST_TMPDIR/many"
	[ "$(jq -c '[.failures[] | .number, .count, .latest_failure]' <<<"$output")" = "[97,20,120]" ]
}

@test "failures: a malformed record names its line" {
	{ cat "$file"; echo "failure_field 97 guest_cr0 1"; } >"$BATS_TEST_TMPDIR/bad"
	nd 64 failures --from "$BATS_TEST_TMPDIR/bad"
	[[ $stderr == *"/bad:"*": value is not a number with 0x"* ]]
}

@test "failures: a tracepoint that could not be attached to, and what is not seen for it" {
	nd 1 failures --from "$file"
	[[ $output != *"are not seen"* ]]
	nd 1 failures --from "$file" --json
	json 'has("tracepoints") | not'
	sed 's/^tracepoint kvm_userspace_exit attached 0$/tracepoint kvm_userspace_exit failed 22/' "$file" \
		>"$BATS_TEST_TMPDIR/deaf"
	nd 1 failures --from "$BATS_TEST_TMPDIR/deaf"
	said=$(tr -s ' \n' ' ' <<<"$output")
	[[ $said == *"kvm_userspace_exit"*"registering failed with error 22: triple faults, internal errors and errors of KVM_RUN are not seen"* ]]
	nd 1 failures --from "$BATS_TEST_TMPDIR/deaf" --json
	json '[.tracepoints[] | .label, .state, .errno] == ["kvm_userspace_exit", "failed", 22]'
}
