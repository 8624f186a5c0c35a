#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Counting exits without the module: which way is taken, and what is said where there is none. A tree
# of files plays the machine, so that nothing is counted here.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

setup() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	mkdir -p "$NESTDIAG_SYSROOT"
	cd "$NESTDIAG_SYSROOT" || return
	put proc/sys/kernel/osrelease 6.12.0
	put proc/sys/kernel/arch x86_64
}

# put PATH TEXT: a file of the machine.
put() {
	mkdir -p "$(dirname "$1")"
	printf '%s\n' "$2" >"$1"
}

# capabilities MASK
capabilities() {
	put proc/self/status "Name:	nestdiag
CapPrm:	0000000000000000
CapEff:	$1
CapBnd:	000001ffffffffff"
}

# able: a machine on which both ways would work
able() {
	put proc/sys/kernel/unprivileged_bpf_disabled 2
	put sys/kernel/btf/vmlinux x
	put sys/kernel/security/lockdown '[none] integrity confidentiality'
	put sys/module/kvm_intel/initstate live
	put sys/kernel/tracing/instances/x ''
	put sys/kernel/tracing/events/kvm/kvm_exit/trigger ''
	put sys/kernel/tracing/events/kvm/kvm_exit/hist ''
	capabilities 000001ffffffffff
}

# built_with_bpf: or there is another answer, which is tested, too
built_with_bpf() {
	able
	run "$NESTDIAG" exits --source bpf
	[[ $output != *"built without BPF"* ]] || skip "this tool was built without BPF"
}

@test "both ways would work: each says so" {
	built_with_bpf
	nd 3 exits --source bpf
	[[ $stderr == *"bpf: it would work"* && $stderr != *tracefs* ]]
	nd 3 exits --source tracefs
	[[ $stderr == *"tracefs: it would work"* && $stderr != *bpf* ]]
	nd 3 exits --interval 1
	[[ $stderr == *"bpf: it would work"*"tracefs: it would work"* ]]
}

@test "no interval and no module: what can be had is said beside the answer" {
	built_with_bpf
	for command in exits nested vcpus; do
		nd 3 $command
		[[ $stderr == *"exits cannot be counted without the module; bpf: "* ]]
		nd 3 $command --json
		json '[.notes[].text | select(contains("bpf: it would work"))] | length == 1'
	done
	# Nobody asked these for figures.
	nd 3 check
	[[ $stderr != *"cannot be counted"* ]]
	[[ $output == *"nestdiag check --interval 10"* ]]
	nd 0 snapshot
	[[ $stderr != *"cannot be counted"* && $output != *$'\ntrace '* ]]
}

@test "what was asked for and cannot be had is an error" {
	able
	for command in exits nested vcpus check snapshot; do
		nd 3 $command --source bpf --json
		[ -z "$output" ]
		[[ $stderr == *"nestdiag: exits cannot be counted without the module; bpf: "* ]]
		nd 3 $command --source module
		[[ $stderr == *"module is not loaded, or its figures cannot be read"* ]]
	done
}

@test "each reason against BPF is named, with what helps" {
	built_with_bpf
	rm -r sys/module/kvm_intel
	nd 3 exits --source bpf
	[[ $stderr == *"bpf: neither kvm_intel nor kvm_amd is loaded: modprobe"* ]]
	capabilities 0000000000000000
	nd 3 exits --source bpf
	[[ $stderr == *"lacks CAP_BPF and CAP_PERFMON: run as root, or give the tool both: setcap "* ]]
	capabilities 0000008000000000
	nd 3 exits --source bpf
	[[ $stderr == *"lacks CAP_PERFMON: "* ]]
	capabilities 0000004000000000
	nd 3 exits --source bpf
	[[ $stderr == *"lacks CAP_BPF: "* ]]
	put sys/kernel/security/lockdown 'none integrity [confidentiality]'
	nd 3 exits --interval 1
	[[ $stderr == *"bpf: kernel lockdown is confidentiality"*"tracefs: kernel lockdown is confidentiality"* ]]
	rm sys/kernel/btf/vmlinux
	nd 3 exits --source bpf
	[[ $stderr == *"no BTF (CONFIG_DEBUG_INFO_BTF)"* ]]
	rm proc/sys/kernel/unprivileged_bpf_disabled
	nd 3 exits --source bpf
	[[ $stderr == *"no BPF (CONFIG_BPF_SYSCALL)"* ]]
}

@test "two capabilities are enough, or the old one, and lockdown=integrity allows it" {
	built_with_bpf
	for caps in 000000c000000000 0000000000200000; do
		capabilities $caps
		put sys/kernel/security/lockdown 'none [integrity] confidentiality'
		nd 3 exits --source bpf
		[[ $stderr == *"bpf: it would work"* ]]
	done
}

@test "each reason against tracefs is named" {
	able
	rm sys/kernel/tracing/events/kvm/kvm_exit/hist
	nd 3 exits --source tracefs
	[[ $stderr == *"tracefs: this kernel has no histograms of events (CONFIG_HIST_TRIGGERS)"* ]]
	rm -r sys/kernel/tracing/events
	nd 3 exits --source tracefs
	[[ $stderr == *"tracefs has no event kvm:kvm_exit"* ]]
	rm -r sys/kernel/tracing
	nd 3 exits --source tracefs
	[[ $stderr == *"tracefs: tracefs is not mounted: mount -t tracefs"* ]]
}

@test "with the module: it is the module's figures, unless something else is asked for" {
	able
	mkdir -p sys/kernel/debug/nestdiag
	cp "$FIXTURES/synthetic-nested.snapshot" sys/kernel/debug/nestdiag/raw
	nd 0 exits --json
	json '.exit_source.state == "vmx"'
	nd 0 exits --source module --json
	json '.exit_source.state == "vmx"'
	nd 3 exits --source tracefs
	[[ $stderr == *"tracefs: it would work"* ]]
}

@test "--source stats: KVM's own statistics, in all or within an interval" {
	put sys/kernel/debug/kvm/exits 41
	put sys/kernel/debug/kvm/pages_4k 7
	nd 0 exits --source stats --json
	json '[.statistics[] | [.name, .count]] == [["exits", 41], ["pages_4k", 7]]'
	nd 0 exits --source stats --interval 1 --json
	json '[.statistics[] | [.name, .count]] == [["exits", 0], ["pages_4k", 7]]'
	nd 0 vcpus --source stats --json
	json '.statistics[0].count == 41'
	for command in nested check snapshot; do
		nd 64 $command --source stats
		[[ $stderr == *"KVM's statistics do not tell that"* ]]
	done
}

@test "a snapshot that was counted without the module says so" {
	for source in bpf hist; do
		sed "s/^trace vmx/trace $source/; /^module /d" "$FIXTURES/synthetic-nested.snapshot" \
			>"$BATS_TEST_TMPDIR/$source.snapshot"
		for command in exits nested vcpus check; do
			run --separate-stderr "$NESTDIAG" $command --json --from "$BATS_TEST_TMPDIR/$source.snapshot"
			json ".exit_source.state == \"$source\" and (.exit_source.text | contains(\"without the module\"))"
		done
	done
	# Reasons are all that a histogram tells: nothing passes that takes more.
	run --separate-stderr "$NESTDIAG" check --json --from "$BATS_TEST_TMPDIR/hist.snapshot"
	json '[.checks[] | select(.id == "nested-refused" or .id == "entry-without-exit" or
		.id == "exit-storm").verdict] | all(. != "PASS") and length == 3'
	run --separate-stderr "$NESTDIAG" nested --json --from "$BATS_TEST_TMPDIR/hist.snapshot"
	json '(.nested_exits | has("reflected") | not) and (has("multiplier") | not)'
}

@test "a snapshot cannot be counted anew, and a wrong source is refused" {
	nd 64 nested --interval 1 --from "$FIXTURES/synthetic-nested.snapshot"
	one_error "nestdiag: --interval works on this machine, not on a snapshot"
	nd 64 exits --source bpf --from "$FIXTURES/synthetic-nested.snapshot"
	one_error "nestdiag: --source works on this machine, not on a snapshot"
	nd 64 exits --source bfp
	one_error "nestdiag: --source does not accept 'bfp'; did you mean 'bpf'?"
	nd 64 exits --source kprobe
	one_error "nestdiag: --source needs auto, module, bpf, tracefs or stats, not 'kprobe'"
	nd 0 --complete exits --source ''
	[[ $output == *bpf*tracefs* ]]
}
