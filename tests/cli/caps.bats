#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# caps: what the capability registers say. Expected words are worked out from the SDM's rule for
# each register: allowed-1 in the high half, allowed-0 (must be 1) in the low half.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

@test "a snapshot of nothing but 0x480 works" {
	lines 'msr 0 0x480 0x00da040000000012'
	nd 0 caps --json --from "$snapshot"
	json '.controls | type == "array"'
	json '.fields | type == "array"'
	json '[.msrs[] | select(.index == "0x480")] | length == 1'
	json '.msrs[] | select(.index == "0x480") | .value == "0xda040000000012" and .state == "ok"'
	# Nobody read the others, so nobody knows.
	json 'all(.controls[]; .state == "unknown")'
	nd 0 caps --from "$snapshot"
	[[ $output == *IA32_VMX_BASIC*0x00da040000000012* ]]
}

@test "controls have id, msr, bit, label and state, and an msr index, value and state" {
	haswell
	nd 0 caps --json --from "$snapshot"
	json 'all(.controls[]; (.msr | test("^0x[0-9a-f]+$")) and (.bit | type == "number") and
		(.label | type == "string") and (.state | type == "string"))'
	json 'all(.msrs[]; (.index | test("^0x[0-9a-f]+$")) and (.state | type == "string"))'
	json '[.msrs[] | select(.state == "ok")] | length == 17'
	json '.controls[] | select(.id == "vmx-shadow-vmcs") |
		.msr == "0x48b" and .bit == 14 and .label == "VMCS shadowing" and .state == "yes"'
	json 'has("differences") | not'
}

@test "Haswell: secondary controls, 0x48b allows bits 0 to 7 and 10 to 14" {
	haswell
	nd 0 caps --json --from "$snapshot"
	control yes vmx-apicv-xapic vmx-ept vmx-desc-exit vmx-rdtscp-exit vmx-apicv-x2apic \
		vmx-vpid vmx-wbinvd-exit vmx-unrestricted-guest \
		vmx-ple vmx-rdrand-exit vmx-invpcid-exit vmx-vmfunc vmx-shadow-vmcs
	control no vmx-apicv-register vmx-apicv-vid vmx-encls-exit vmx-rdseed-exit vmx-pml \
		vmx-xsaves vmx-tsc-scaling
}

@test "Haswell: pin-based controls, 0x48d allows bits 0 to 6" {
	haswell
	nd 0 caps --json --from "$snapshot"
	control yes vmx-intr-exit vmx-nmi-exit vmx-vnmi vmx-preemption-timer
	control no vmx-posted-intr
}

@test "Haswell: what only the TRUE registers allow to be 0 is default" {
	# 0x482 has bits 15 and 16 in its low half, 0x48e has not; likewise 0x484, 0x490 and bit 2.
	haswell
	nd 0 caps --json --from "$snapshot"
	control default vmx-cr3-load-noexit vmx-cr3-store-noexit vmx-entry-noload-debugctl
	control yes vmx-hlt-exit vmx-secondary-ctls vmx-msr-bitmap
}

@test "without TRUE registers what must be 1 is forced" {
	# The same Haswell with bit 55 of 0x480 off: 0x48d to 0x490 do not exist then.
	lines 'msr 0 0x480 0x005a040000000012' 'msr 0 0x481 0x0000007f00000016' \
		'msr 0 0x482 0xfff9fffe0401e172' 'msr 0 0x48d absent' 'msr 0 0x48e absent'
	nd 0 caps --json --from "$snapshot"
	control forced vmx-cr3-load-noexit vmx-cr3-store-noexit
	control yes vmx-hlt-exit vmx-preemption-timer
}

@test "a fault, an absent register and one that nobody read are three answers" {
	lines 'msr 0 0x481 fault' 'msr 0 0x48b absent' 'msr 0 0x480 0x00da040000000012'
	nd 0 caps --json --from "$snapshot"
	json '.msrs[] | select(.index == "0x481").state == "fault"'
	json '.msrs[] | select(.index == "0x48b").state == "absent"'
	json 'all(.msrs[]; .state == "ok" or has("value") == false or .value == null)'
	control fault vmx-preemption-timer
	control absent vmx-shadow-vmcs
	control unknown vmx-hlt-exit
}

@test "nothing but faults could not be found out" {
	lines 'msr 0 0x480 fault' 'msr 0 0x48b fault'
	nd 3 caps --json --from "$snapshot"
	json '[.msrs[].state] | contains(["fault", "fault"])'
	nd 3 caps --from "$snapshot"
	[[ $output == *IA32_VMX_BASIC*fault* ]]
}

@test "set bits that no table names are shown" {
	# Bit 63 of 0x480 is reserved, and so is bit 8 of the pin-based controls.
	lines 'msr 0 0x480 0x80da040000000012' 'msr 0 0x481 0x0000017f00000016'
	nd 0 caps --from "$snapshot"
	[[ $output == *"bit 8 (unknown)"* && $output == *"bit 63 (unknown)"* ]] || {
		echo "$output"
		return 1
	}
	nd 0 caps --json --from "$snapshot"
	json '[.controls[] | select(.msr == "0x481" and .bit == 8).state] == ["yes"]'
	json 'all(.controls[] | select(.msr == "0x481" and .bit == 8); has("id") | not)'
}

@test "Haswell: VMX_BASIC, MISC and EPT fields" {
	# 0x480: revision 0x12, region 0x400; 0x485: timer rate 5, 4 CR3 targets; 0x48c: bit 0 set.
	haswell
	nd 0 caps --json --from "$snapshot"
	json '[.fields[] | select(.msr == "0x480").number] | index(18) != null'
	json '[.fields[] | select(.msr == "0x480").decoded] | index("1024 bytes") != null'
	json '.fields[] | select(.msr == "0x480" and .bit == 55).state == "yes"'
	json '.fields[] | select(.id == "vmx-ept-execonly").state == "yes"'
	json '.fields[] | select(.id == "vmx-ept-1gb").state == "yes"'
	json '.fields[] | select(.msr == "0x48c" and .bit == 7).state == "no"'
}

@test "CPUs that differ: note, list and status 1" {
	file=$FIXTURES/synthetic-cpus-differ.snapshot
	nd 1 caps --json --from "$file"
	control yes vmx-shadow-vmcs
	json '[.differences[] | [.cpus, .value]] | length == 2 and .[0][0] == "0" and .[1][0] == "1" and .[0][1] != .[1][1]'
	json '[.differences[].index] == ["0x48b", "0x48b"]'
	nd 1 caps --cpu 1 --json --from "$file"
	control no vmx-shadow-vmcs
	nd 1 caps --from "$file"
	[[ $output == "CPU 0 of 2. The CPUs differ in 1 register"* ]]
	[[ $output == *"differ between CPUs"*IA32_VMX_PROCBASED_CTLS2* ]]
}

@test "AMD: SVM leaf and VM_CR" {
	nd 0 caps --json --from "$FIXTURES/synthetic-amd-svm.snapshot"
	json '.fields | length > 5'
	json '.msrs[] | select(.index == "0xc0010114") | .state == "ok" and .value == "0x0"'
	# 0x8000000a EDX bit 0
	json '.fields[] | select(.id == "npt").state == "yes"'
	# That a register is absent is a fact for scripts; people see what this vendor has.
	json '[.msrs[] | select(.state == "absent")] | length == 22'
	nd 0 caps --from "$FIXTURES/synthetic-amd-svm.snapshot"
	[[ $output != *VMX* && $output != *absent* && ${lines[1]} =~ VM_CR\ +ok ]]
}

@test "neither VMX nor SVM is status 2 and said so" {
	nd 2 caps --from "$FIXTURES/synthetic-no-virtualization.snapshot"
	[[ $output == *"neither VMX nor SVM"* ]]
	nd 2 caps --json --from "$FIXTURES/synthetic-no-virtualization.snapshot"
	json 'all(.msrs[]; .state == "absent")'
}

@test "plain output is the same rows as JSON" {
	haswell
	nd 0 caps --json --from "$snapshot"
	wanted=$(jq -r '.controls[] | select(.id) | "\(.state) \(.id)"' <<<"$output")
	nd 0 caps --from "$snapshot"
	found=$(grep -oE '(no|yes|forced|default|fault|absent|unknown) +(x-)?vmx-[a-z0-9-]+$' <<<"$output" |
		tr -s ' ')
	# Fields have ids too; every control must be among them.
	[ "$(grep -cvxF -f <(printf '%s\n' "$found") <<<"$wanted")" = 0 ]
}
