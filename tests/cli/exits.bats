#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Exit accounting: the commands over what a guest with a known number of exits left.

load common

setup() {
	file=$FIXTURES/emulated-haswell-exits.snapshot
}

@test "exits: counts, times and names of a guest whose exits are known" {
	nd 0 exits --json --from "$file"
	# The mean is one of whole ticks: 14,581,245 ticks of 20 ns, by 20,000.
	json '[.exits[] | select(.label == "CPUID") | .count, .total_ns, .max_ns, .mean_ns]
		== [20000, 291624900, 1107200, 14580]'
	json '[.exits[].label] == ["CPUID", "EPT_VIOLATION", "IO_INSTRUCTION", "HLT"]'
	json '[.exits[] | .level] | unique == ["guest"]'
}

@test "exits: the most costly first, on a line each" {
	nd 0 exits --from "$file"
	[[ ${lines[0]} == "Exits of guests"*count*time*mean*longest ]]
	[[ ${lines[1]} =~ ^"  CPUID "+20000\ +99.98\ %\ +291.62\ ms ]]
}

@test "exits: a row for each vCPU, CPU or level" {
	nd 0 exits --by level --json --from "$file"
	json '[.exits[].count] == [20004]'
	nd 0 exits --by cpu --json --from "$file"
	json '[.exits[].count] == [20004]'
	nd 0 exits --by vcpu --json --from "$file"
	json '[.exits[].count] == [20004]'
}

@test "exits: a kernel without KVM, and one without tracepoints" {
	grep -q '^tracepoint kvm_exit attached 0$' "$file"
	sed -E '/^(exits|nested|userspace|reflected|runs|exits_cpu|vcpu|vcpu_[a-z_]*) /d
		s/^trace vmx 64 /trace none 0 /; s/^(tracepoint [a-z_]+) .*/\1 absent 0/' "$file" >"$BATS_TEST_TMPDIR/absent"
	nd 0 exits --from "$BATS_TEST_TMPDIR/absent"
	[[ $output == *"KVM is not loaded: none of its tracepoints exists."* ]]
	sed -E 's/^(tracepoint [a-z_]+) .*/\1 unsupported 0/' "$BATS_TEST_TMPDIR/absent" \
		>"$BATS_TEST_TMPDIR/unsupported"
	nd 0 exits --from "$BATS_TEST_TMPDIR/unsupported"
	[[ $output == *"built without tracepoints (CONFIG_TRACEPOINTS)"* ]]
	[[ $output != *"KVM is not loaded"* && $output != *kvm_exit* ]]
	nd 0 nested --from "$BATS_TEST_TMPDIR/unsupported"
	[[ $output == *"not counted"*"built without tracepoints"* && $output != *"No nested guest has run"* ]]
	nd 64 exits --from - < <(sed 's/ absent 0$/ asleep 0/' "$BATS_TEST_TMPDIR/absent")
	[[ $stderr == *"foreign or unsupported"* ]]
}

@test "exits: a word that --by does not know" {
	nd 64 exits --by vcpus --from "$file"
	[[ $stderr == *"did you mean 'vcpu'?"* ]]
	nd 64 exits --interval 0
	nd 64 exits --interval x
	nd 64 exits --interval 1 --from "$file"
}

@test "vcpus: the one vCPU and its last exit" {
	nd 0 vcpus --from "$file"
	[[ $output == *126/0*20004*CPUID*HLT* ]]
}

@test "nested: no nested guest has run" {
	nd 0 nested --from "$file"
	[[ $output == *"No nested guest has run"* ]]
}

@test "exits, nested, vcpus: nothing counted is no zero" {
	other=$FIXTURES/synthetic-amd-svm.snapshot
	nd 3 exits --from "$other"
	nd 3 nested --from "$other"
	nd 3 vcpus --from "$other"
}

@test "a snapshot with exits survives being written again" {
	nd 0 snapshot -q --from "$file" -o "$BATS_TEST_TMPDIR/once"
	nd 0 snapshot -q --from "$BATS_TEST_TMPDIR/once" -o "$BATS_TEST_TMPDIR/twice"
	diff <(grep -v '^#' "$BATS_TEST_TMPDIR/once") <(grep -v '^#' "$BATS_TEST_TMPDIR/twice")
	# Nothing of the first is lost.
	! grep -v '^#' "$file" | grep -vxFf "$BATS_TEST_TMPDIR/once"
}
