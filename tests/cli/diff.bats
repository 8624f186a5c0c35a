#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# diff: two machines, what one lacks and who took it.
# shellcheck disable=SC2016,SC2154 # jq's variables; bats sets $output and $stderr

load common

L0=$FIXTURES/emulated-haswell-l0.snapshot
L1=$FIXTURES/emulated-haswell-l1-evmcs.snapshot

# ids LIST CULPRIT ID...: that list blames CULPRIT for these and no others
ids()
{
	local found wanted
	found=$(jq -r --arg who "$2" --arg list "$1" '.[$list][] | select(.culprit == $who).id' \
		<<<"$output" | sort | xargs)
	wanted=$(printf '%s\n' "${@:3}" | sort | xargs)
	[ "$found" = "$wanted" ] || { echo "$1, $2: $found"; return 1; }
}

# changed ID LABEL FIRST SECOND
changed()
{
	jq -e --arg id "$1" --arg what "$2" --arg a "$3" --arg b "$4" '.changes | any(.id == $id and
		.label == $what and .in_first == $a and .in_second == $b)' <<<"$output" >/dev/null ||
		{ echo "no $1 $2 from $3 to $4"; return 1; }
}

@test "L0 and L1: exactly what eVMCS costs, and what the hypervisor keeps" {
	nd 1 -q --json diff "$L0" "$L1"
	ids lost evmcs vmx-apicv-xapic vmx-eptp-switching vmx-exit-save-preemption-timer \
		vmx-preemption-timer vmx-shadow-vmcs vmx-vmfunc
	ids lost parameter
	ids lost kvm
	ids lost cpu
	changed parameter "kvm_intel enable_shadow_vmcs" Y N
	changed parameter "kvm_intel preemption_timer" Y N
	changed parameter "kvm_intel flexpriority" Y N
	changed parameter "kvm_intel enlightened_vmcs" N Y
	changed evmcs eVMCS not-offered in-use
	json '.gained == []'
	json '[.lost[] | select(.culprit == "hypervisor" and .id == "vmx-ple").evidence] |
		length == 1 and (.[0] | contains("KVM"))'
}

@test "L0 and L1: on a screen, in 80 columns, with headings that say it" {
	cd "$FIXTURES" || return
	COLUMNS=80 nd 1 -q diff "${L0##*/}" "${L1##*/}"
	[ "${#lines[@]}" -le 60 ]
	[ "$(awk 'length > 80' <<<"$output" | wc -l)" = 0 ]
	output=$(tr -s ' \n' ' ' <<<"$output")
	[[ $output == *"is the level below the"* ]]
	[[ $output == *"Lost between the levels: Removed by eVMCS: version 1 has no field for it (6)"* ]]
	[[ $output == *"VMCS shadowing "*"each VMREAD and VMWRITE by a guest hypervisor is an exit"* ]]
	[[ $output == *"kvm_intel enable_shadow_vmcs "*"Y -> N"* ]]
	[[ $output == *"IA32_VMX_PROCBASED_CTLS2"* ]]
}

@test "the other way round: what only the second has" {
	nd 1 -q --json diff "$L1" "$L0"
	ids gained evmcs vmx-apicv-xapic vmx-eptp-switching vmx-exit-save-preemption-timer \
		vmx-preemption-timer vmx-shadow-vmcs vmx-vmfunc
	json '.lost == []'
}

@test "a machine and itself: nothing, and exit status 0" {
	for fixture in "$FIXTURES"/*.snapshot; do
		run --separate-stderr "$NESTDIAG" -q --json diff "$fixture" "$fixture"
		[ "$status" = 0 ] || { echo "$fixture: status $status: $stderr"; return 1; }
		json '.lost == [] and .gained == [] and .changes == []' || { echo "$fixture"; return 1; }
	done
	nd 0 -q diff "$L0" "$L0"
	[[ $output == *"No differences"* ]]
}

@test "a parameter that was switched off, between two hosts" {
	sed 's/^param kvm_intel vpid Y$/param kvm_intel vpid N/' "$L0" >"$BATS_TEST_TMPDIR/b"
	nd 1 -q --json diff "$L0" "$BATS_TEST_TMPDIR/b"
	ids lost parameter vmx-vpid
	json '.lost | length == 1'
	json '.changes | length == 1'
	changed parameter "kvm_intel vpid" Y N
	nd 1 -q diff "$L0" "$BATS_TEST_TMPDIR/b"
	[[ $output == *"Only the first one has: Disabled by a KVM parameter (1)"* ]]
}

@test "kernel, microcode and a register" {
	sed -e 's/^kernel [^ ]*/kernel 6.99.0/' -e 's/^\(cpu 0 .*\) 0x[0-9a-f]*$/\1 0x77/' \
		-e 's/^msr 0 0x48a .*/msr 0 0x48a 0x0000000000000099/' "$L0" >"$BATS_TEST_TMPDIR/b"
	nd 1 -q --json diff "$L0" "$BATS_TEST_TMPDIR/b"
	json '.lost == [] and .gained == [] and (.changes | length == 3)'
	json '.changes | any(.id == "kernel" and .in_second == "6.99.0")'
	json '.changes | any(.id == "microcode" and .in_second == "0x77")'
	json '.changes | any(.id == "register" and .label == "IA32_VMX_VMCS_ENUM" and
		.in_second == "0x0000000000000099")'
	nd 1 -q diff --all "$L0" "$BATS_TEST_TMPDIR/b"
	[[ $output == *"-> 0x0000000000000099"* ]]
}

@test "a host with KVM and one without" {
	sed '/^param kvm_intel /d' "$L0" >"$BATS_TEST_TMPDIR/b"
	nd 1 -q --json diff "$L0" "$BATS_TEST_TMPDIR/b"
	json '.lost == [] and (.changes | length == 1)'
	changed module kvm_intel loaded "not loaded, or not recorded"
}

@test "parameters that only one of the two has, and what CPUID says for a hypervisor" {
	sed -e '/^param kvm_intel vpid /d' -e 's/^param kvm_intel pml .*/param kvm_intel mine 7/' "$L0" \
		>"$BATS_TEST_TMPDIR/b"
	nd 1 -q --json diff "$L0" "$BATS_TEST_TMPDIR/b"
	json '[.changes[].id] == ["parameter", "parameter", "parameter"]'
	changed parameter "kvm_intel vpid" Y "(none)"
	changed parameter "kvm_intel pml" N "(none)"
	changed parameter "kvm_intel mine" "(none)" 7
	AMD=$FIXTURES/synthetic-amd-svm.snapshot
	sed -e 's/^\(cpuid 0 0x8000000a .*\) .*/\1 01bdbcfe/' -e 's/^msr 0 0xc0010114 .*/msr 0 0xc0010114 fault/' \
		"$AMD" >"$BATS_TEST_TMPDIR/b"
	nd 1 -q --json diff "$AMD" "$BATS_TEST_TMPDIR/b"
	changed cpuid "SVM features (0x8000000a)" "00000001 00008000 00000000 01bdbcff" \
		"00000001 00008000 00000000 01bdbcfe"
	changed register VM_CR 0x0000000000000000 fault
	sed 's/^cpuid 0 0x4000000a 0x0 [0-9a-f]*/cpuid 0 0x4000000a 0x0 003c0101/' "$L1" >"$BATS_TEST_TMPDIR/b"
	nd 1 -q --json diff "$L1" "$BATS_TEST_TMPDIR/b"
	json '[.changes[].label] == ["Hyper-V nesting (0x4000000a)"]'
	# Without Hyper-V on both sides that leaf means nothing; and what was not recorded is no difference.
	nd 1 -q --json diff "$L0" "$L1"
	json '.changes | any(.id == "cpuid") | not'
	sed '/^msr 0 0x48a /d' "$L0" >"$BATS_TEST_TMPDIR/b"
	nd 0 -q diff "$L0" "$BATS_TEST_TMPDIR/b"
}

@test "Intel and AMD have little to compare" {
	nd 1 -q --json diff "$L0" "$FIXTURES/synthetic-amd-svm.snapshot"
	json '[.lost[].id] == ["vmx"] and [.gained[].id] == ["svm"]'
}

@test "the second from --from and from standard input" {
	nd 1 -q --json --from "$L1" diff "$L0"
	json '.second.name | endswith("l1-evmcs.snapshot")'
	run --separate-stderr -1 "$NESTDIAG" -q --json diff "$L0" - <"$L1"
	json '.second.name == "(standard input)"'
}

@test "errors: nothing to compare, none there, a bad one, one too many" {
	nd 64 diff
	one_error "nestdiag: 'diff' needs A \[B\]*"
	nd 3 diff /nonexistent "$L1"
	one_error "nestdiag: /nonexistent: *"
	nd 3 diff "$L0" /nonexistent
	one_error "nestdiag: /nonexistent: *"
	nd 64 --json diff "$L0" "$BAD/html.snapshot"
	one_error "nestdiag: *html.snapshot:1: *"
	nd 64 diff "$L0" "$L1" "$L1"
	lines '# nothing'
	nd 3 diff "$L0" "$snapshot"
	one_error "*: no CPU was recorded"
}

@test "two vendors: what one has is only its own, and nobody withholds it" {
	nd 1 -q diff "$L0" "$FIXTURES/synthetic-amd-svm.snapshot"
	[[ $output == *"VMX "*"Intel only"* ]]
	[[ $output == *"SVM "*"AMD only"* ]]
	[[ $output == *"The two have processors of different vendors"* ]]
	[[ $output != *"may have processors"* ]]
}

@test "what KVM gives to hypervisors in its guests is compared" {
	same=('cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' 'msr 0 0x480 0x00da040000000012'
		'guest_cpuid 0x00000001 0x0 00040651 00100800 77fafbff bfebfbff'
		'guest_msr 0x482 0xfff9fffe04006172')
	lines "${same[@]}" 'guest_msr 0x48b 0x00007cff00000000'
	cp "$snapshot" "$BATS_TEST_TMPDIR/with"
	lines "${same[@]}" 'guest_msr 0x48b 0x00003cff00000000'
	nd 1 diff --json "$BATS_TEST_TMPDIR/with" "$snapshot"
	json '.changes | length == 1'
	json '.changes[0] | .label == "vmx-shadow-vmcs" and .in_first == "given" and .in_second == "not given"'
	lines "${same[@]:0:2}"
	nd 0 diff "$BATS_TEST_TMPDIR/with" "$snapshot"
	[[ $output == *"was recorded of only one of the two"* ]]
}
