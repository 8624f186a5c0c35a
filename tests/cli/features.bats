#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Features: whether each is there and who took it. What was expected comes from the registers, the
# SDM and KVM's sources, not from the tool.
# shellcheck disable=SC2016,SC2154 # jq's variables; bats sets $output and $stderr

load common

L0=$FIXTURES/emulated-haswell-l0.snapshot
L1=$FIXTURES/emulated-haswell-l1-evmcs.snapshot

# culprit WHO ID...: WHO is to blame for these and for no other; "" for what is there
culprit()
{
	local who=$1 found wanted
	shift
	found=$(jq -r --arg who "$who" '.features[] | select(.culprit == $who).id' <<<"$output" |
		sort | xargs)
	wanted=$(printf '%s\n' "$@" | sort | xargs)
	[ "$found" = "$wanted" ] || { echo "$who is to blame for: $found"; return 1; }
}

# state STATE ID...: these are in this state
state()
{
	local wanted=$1 id found
	shift
	for id; do
		found=$(jq -r --arg id "$id" '.features[] | select(.id == $id).state' <<<"$output")
		[ "$found" = "$wanted" ] || { echo "$id is $found"; return 1; }
	done
}

@test "bare metal: KVM drops APICv for lack of posted interrupts, and says nothing" {
	nd 0 -q --json --from "$L0" features
	culprit kvm vmx-apicv-register vmx-apicv-vid
	culprit hypervisor
	culprit evmcs
	culprit parameter
	state in-use vmx vmx-ept vmx-vpid vmx-shadow-vmcs vmx-preemption-timer vmx-eptad vmx-ple
	state available vmx-vmfunc vmx-hlt-exit vmx-ept-1gb
	state absent vmx-pml vmx-posted-intr vmx-tsc-scaling
	json '.features[] | select(.id == "vmx-apicv-vid").evidence |
		contains("enable_apicv=N") and contains("vmx-posted-intr")'
}

@test "each feature comes with what a script wants" {
	nd 0 -q --json --from "$L0" features
	json '.features | length > 120 and all(has("id") and has("label") and has("state") and
		has("culprit") and has("evidence") and has("loss") and has("parameter") and
		has("since") and has("bit") and (has("msr") or has("leaf")))'
	json '.features[] | select(.id == "vmx-shadow-vmcs") | .msr == "0x48b" and .bit == 14 and
		.parameter == "enable_shadow_vmcs" and .since == "Haswell" and .culprit == null and
		.label == "VMCS shadowing"'
	json '[.features[].id] | length == (unique | length)'
	json '[.features[].id] | any(. == "npt") | not'
}

@test "a guest on eVMCS: what it costs" {
	nd 0 -q --json --from "$L1" features
	state no-field vmx-shadow-vmcs vmx-preemption-timer vmx-exit-save-preemption-timer \
		vmx-apicv-xapic vmx-vmfunc vmx-eptp-switching
	state in-use vmx-ept vmx-vpid vmx-unrestricted-guest
	# Haswell is older than PML; eVMCS could not cost it that.
	state absent vmx-pml
	culprit parameter
	culprit kvm
}

@test "a guest on eVMCS, seen from below: nothing is left to guess" {
	nd 0 -q --json --from "$L1" features --below "$L0"
	state no-field vmx-shadow-vmcs vmx-preemption-timer vmx-apicv-xapic
	# KVM offers these to no nested hypervisor; the level below lacks those.
	state hidden vmx-ple x-vmx-ept-violation-ve vmx-activity-shutdown
	state absent vmx-pml vmx-posted-intr vmx-mtf
	json '[.features[] | select(.state == "not-offered")] == []'
	json '.below.text | contains("bare metal")'
}

@test "a level below that switched it off is named with the parameter" {
	sed 's/^param kvm_intel ept Y$/param kvm_intel ept N/' "$L0" >"$BATS_TEST_TMPDIR/below"
	# The guest of a host without EPT: no enable EPT, and no register for it.
	sed -E -e 's/^(msr 0 0x48b) .*/\1 0x0000000000000000/' -e 's/^(msr 0 0x48c) .*/\1 absent/' \
		"$L1" >"$BATS_TEST_TMPDIR/guest"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/guest" features --below "$BATS_TEST_TMPDIR/below"
	json '.features[] | select(.id == "vmx-ept") | .state == "hidden" and
		.culprit == "hypervisor" and (.evidence | contains("kvm_intel has ept=N"))'
}

@test "a parameter is blamed for itself and for nothing else" {
	sed 's/^param kvm_intel enable_shadow_vmcs Y$/param kvm_intel enable_shadow_vmcs N/' "$L0" \
		>"$BATS_TEST_TMPDIR/snapshot"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	culprit parameter vmx-shadow-vmcs
	culprit kvm vmx-apicv-register vmx-apicv-vid
}

@test "what needs a parameter that is off is off, whether its own is known or not" {
	{ grep -v '^param' "$L0"; echo 'param kvm_intel ept N'; } >"$BATS_TEST_TMPDIR/snapshot"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	state off vmx-ept vmx-unrestricted-guest vmx-eptad
	json '.features[] | select(.id == "vmx-unrestricted-guest").evidence |
		startswith("KVM requires ept for it; kvm_intel has ept=N")'
}

@test "a parameter that is off, and requirements that nobody read: it may be either" {
	{ grep -vE '^(param|msr 0 0x48c)' "$L0"; echo 'param kvm_intel ept N'; } >"$BATS_TEST_TMPDIR/snapshot"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	json '.features[] | select(.id == "vmx-ept") | .state == "off" and
		(.evidence | contains("as IA32_VMX_EPT_VPID_CAP was not read"))'
}

@test "nested=N takes nesting, and VMCS shadowing with it" {
	sed 's/^param kvm_intel nested Y$/param kvm_intel nested N/' "$L0" >"$BATS_TEST_TMPDIR/snapshot"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	culprit parameter vmx vmx-shadow-vmcs
}

@test "locked by the firmware: everything that is there is out of reach" {
	nd 2 -q --json --from "$FIXTURES/synthetic-vmx-locked.snapshot" features
	state locked vmx vmx-ept vmx-vpid vmx-shadow-vmcs
	state absent vmx-pml
	json '.features[] | select(.id == "vmx-ept") | .culprit == "firmware" and
		(.evidence | contains("0x1"))'
	culprit hypervisor
}

@test "the same lock in a guest is the hypervisor's" {
	sed -E 's/^(cpuid 0 0x0+1 0x0 [0-9a-f]{8} [0-9a-f]{8} )7/\1f/' \
		"$FIXTURES/synthetic-vmx-locked.snapshot" >"$BATS_TEST_TMPDIR/snapshot"
	run ! cmp -s "$FIXTURES/synthetic-vmx-locked.snapshot" "$BATS_TEST_TMPDIR/snapshot"
	nd 2 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	json '.features[] | select(.id == "vmx-ept") |
		.state == "locked" and .culprit == "hypervisor"'
	culprit firmware
}

@test "no virtualization: one reason for all" {
	nd 2 -q --json --from "$FIXTURES/synthetic-no-virtualization.snapshot" features
	json '([.features[].state] | unique) - ["absent", "unreported"] == []'
	json '.features[] | select(.id == "vmx") | .state == "unreported" and .culprit == "firmware-or-cpu"'
	nd 2 -q --from "$FIXTURES/synthetic-no-virtualization.snapshot" features
	[[ $output == *"No feature is available"* ]]
}

@test "AMD: SVM's features, and none of VMX" {
	nd 0 -q --json --from "$FIXTURES/synthetic-amd-svm.snapshot" features
	# EDX of the leaf is 01bdbcff.
	state available npt lbrv nrip-save tsc-scale vmcb-clean flushbyasid decodeassists \
		pause-filter pfthreshold avic v-vmsave-vmload vgif x2avic v-spec-ctrl
	state in-use svm
	state absent vnmi svme-addr-chk idle-hlt
	json '[.features[].id] | any(startswith("vmx")) | not'
	json '.features[] | select(.id == "npt") | .leaf == "0x8000000a" and .register == "edx" and
		.bit == 0 and .parameter == "npt"'
}

@test "nobody is asked for a snapshot of Hyper-V" {
	nd 0 -q --json --from "$L1" features
	json '[.features[] | select(.state == "not-offered").evidence] | length > 0 and
		all(contains("a snapshot of the hardware, taken by a Linux"))'
	lines 'cpuid 0 0x00000001 0x0 00040651 00100800 fffafbdf bfebfbff' \
		'cpuid 0 0x40000000 0x0 40000001 4b4d564b 564b4d56 0000004d' \
		'cpuid 0 0x80000001 0x0 00000000 00000000 00000121 2c100000'
	nd 2 -q --json --from "$snapshot" features
	json '[.features[] | select(.state == "not-offered").evidence] | length > 0 and
		all(contains("a snapshot of the level below"))'
}

@test "a vendor that does not make it, and the flag all the same: nobody says that it is not there" {
	vendor='cpuid 0 0x00000000 0x0 0000000d 68747541 444d4163 69746e65'
	lines "$vendor" 'cpuid 0 0x00000001 0x0 00040651 00100800 fffafbff bfebfbff' \
		'cpuid 0 0x80000001 0x0 00000000 00000000 00000121 2c100000' \
		'msr 0 0x482 0xfff9fffe04006172'
	nd 3 -q --json --from "$snapshot" features
	state unknown vmx-intr-exit vmx-ept
	json '.features[] | select(.id == "vmx").state == "available"'
	json '[.features[] | select(.evidence == "Intel only")] == []'
	lines "$vendor" 'cpuid 0 0x00000001 0x0 00040651 00100800 fffafbdf bfebfbff' \
		'cpuid 0 0x80000001 0x0 00000000 00000000 00000121 2c100000'
	nd 0 --from "$snapshot" explain --json vmx-ept
	json '.readings[0].here == "absent: Intel only"'
}

@test "AMD: no firmware brings what the model never had" {
	# Zen 2 has AVIC, x2AVIC came with Zen 4.
	sed 's/01bdbcff$/01b99cff/' "$FIXTURES/synthetic-amd-svm.snapshot" >"$BATS_TEST_TMPDIR/snapshot"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	state absent x2avic
	state unreported avic
	json '.features[] | select(.id == "avic").evidence | contains("firmware setup")'
}

@test "AMD: nested=0 is the parameter's doing" {
	sed 's/^param kvm_amd nested 1$/param kvm_amd nested 0/' \
		"$FIXTURES/synthetic-amd-svm.snapshot" >"$BATS_TEST_TMPDIR/snapshot"
	nd 0 -q --json --from "$BATS_TEST_TMPDIR/snapshot" features
	culprit parameter svm
}

@test "without CPUID nobody is accused" {
	for fixture in "$FIXTURES"/intel-*-l1-*.snapshot; do
		run --separate-stderr "$NESTDIAG" -q --json --from "$fixture" features
		# What KVM drops for want of something else it drops whoever is below.
		json '[.features[].culprit] - [null, "unknown", "undecided", "kvm"] == []' ||
			{ echo "$fixture"; return 1; }
	done
}

@test "people read: what is missing with reasons, what is there by name, in 100 columns" {
	nd 0 -q --from "$L0" features
	[[ $output == *"Disabled by KVM because a requirement is missing (2)"* ]]
	[[ $output == *"Not in this CPU ("* ]]
	[[ $output == *"In use by KVM (10)"* ]]
	[[ $output == *"vmx-shadow-vmcs"* ]]
	for fixture in "$FIXTURES"/*.snapshot; do
		for arguments in "" --all "--below $L0"; do
			# shellcheck disable=SC2086 # none, or a word
			run --separate-stderr "$NESTDIAG" -q --from "$fixture" features $arguments
			[ "$(awk 'length > 100' <<<"$output" | wc -l)" = 0 ] ||
				{ echo "$fixture: $(awk 'length > 100' <<<"$output")"; return 1; }
		done
	done
}

@test "--all tells each with where it comes from" {
	nd 0 -q --from "$L0" features --all
	words=$(tr -s ' \n' ' ' <<<"$output")
	[[ $words == *"VMCS shadowing in-use vmx-shadow-vmcs, parameter enable_shadow_vmcs, since Haswell"* ]]
	[[ $words == *"Enable PML absent vmx-pml, parameter pml, since Broadwell"* ]]
}

@test "CPUs that differ are told apart" {
	nd 0 -q --json --from "$FIXTURES/synthetic-cpus-differ.snapshot" features
	state available vmx-shadow-vmcs
	json '.notes | any(.text | contains("Showing CPU 0"))'
	nd 0 -q --json --from "$FIXTURES/synthetic-cpus-differ.snapshot" features --cpu 1
	state absent vmx-shadow-vmcs
	nd 0 -q --from "$L0" features
	[[ $output != *"CPUs differ"* ]]
}

@test "errors: no snapshot below, a bad one, an empty one" {
	nd 3 -q --from "$L1" features --below /nonexistent
	[[ $stderr == "nestdiag: /nonexistent: "* ]]
	nd 64 -q --from "$L1" features --below "$BAD/not-hex.snapshot"
	[[ $stderr == *"not-hex.snapshot:"* ]]
	lines '# nothing'
	nd 3 -q --from "$L1" features --below "$snapshot"
	[[ $stderr == *"no CPU was recorded"* ]]
	nd 3 -q --from "$L1" features --cpu 7
	nd 64 features some-word
}

# What KVM gives to guests: registers with VMCS shadowing on a CPU that has none.
offer() {
	lines 'kernel 6.12.117 x86_64' \
		'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' \
		'msr 0 0x480 0x00da040000000012' 'msr 0 0x482 0xfff9fffe0401e172' \
		'msr 0 0x48b 0x00003cff00000000' \
		'guest_cpuid 0x00000001 0x0 00040651 00100800 77fafbff bfebfbff' \
		'guest_msr 0x480 0x00d81000000004d2' 'guest_msr 0x482 0xfff9fffe04006172' \
		'guest_msr 0x48b 0x00007cff00000000' 'guest_msr 0x491 absent' "$@"
}

@test "features --guest: what KVM gives is not what KVM uses" {
	offer
	nd 0 features --guest --json --from "$snapshot"
	json '.features[] | select(.id == "vmx-shadow-vmcs").state == "available"'
	json '.features[] | select(.id == "vmx-pml").state == "not-offered"'
	nd 0 features --guest --from "$snapshot"
	[[ $output == *"A hypervisor inside a guest will not see"*vmx-pml*"can have"*vmx-shadow-vmcs* ]]
	run --separate-stderr "$NESTDIAG" features --json --from "$snapshot"
	json '.features[] | select(.id == "vmx-shadow-vmcs").state == "absent"'
}

@test "features --guest: a snapshot without it says so, and why if that is known" {
	lines 'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff'
	nd 3 features --guest --from "$snapshot"
	one_error "nestdiag: what KVM gives to guests was not recorded: *"
	lines 'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' \
		'host kvm_offer Permission\040denied'
	nd 3 features --guest --from "$snapshot"
	one_error "nestdiag: /dev/kvm could not be asked *: Permission denied"
}

@test "status: what KVM runs without, and what a hypervisor in a guest will not see" {
	offer
	run --separate-stderr "$NESTDIAG" status --from "$snapshot"
	[[ $output == *"KVM here runs without"*"VMCS shadowing"* ]]
	tail=${output#*A hypervisor inside a guest will not see:}
	[ "$tail" != "$output" ]
	[[ $tail == *"Enable PML"* && $tail != *"VMCS shadowing"* ]]
	offer 'guest_msr 0x485 absent'
	sed -i 's/^guest_cpuid 0x00000001 0x0 00040651 00100800 .*/guest_cpuid 0x00000001 0x0 00040651 00100800 77fafbdf bfebfbff/' "$snapshot"
	run --separate-stderr "$NESTDIAG" status --from "$snapshot"
	[[ $output == *"Guests get         no  KVM gives them no vmx"* ]]
	[[ $output != *"will not see"* ]]
	# The rows of one report agree, and without VMX guests have none of its features.
	lines 'param kvm_intel nested Y' 'msr 0 0x3a 0x0000000000000005' \
		'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' \
		'guest_cpuid 0x00000001 0x0 00040651 00100800 77fafbdf bfebfbff'
	nd 1 status --json --from "$snapshot"
	json '.guests_get.state == "no" and .above.nested == "no"'
	json '.above.text | contains("KVM gives guests no vmx")'
	json '.findings | map(.id) == ["guests-no-root"]'
	nd 0 features --guest --json --from "$snapshot"
	json '[.features[].state] | unique == ["not-offered"]'
}

# The leaves as Linux 6.12 on Intel gives them.
hyperv_offer() {
	offer 'guest_cpuid 0x40000000 0x0 40000082 756e694c 564b2078 7648204d' \
		'guest_cpuid 0x40000001 0x0 31237648 00000000 00000000 00000000' \
		'guest_cpuid 0x40000004 0x0 00064e2c 00000fff 00000000 00000000' \
		"guest_cpuid 0x4000000a 0x0 $1 00000001 00000000 00000000"
}

@test "hyperv --guest: what KVM can show of Hyper-V, decoded" {
	hyperv_offer 000a0101
	nd 0 hyperv --guest --json --from "$snapshot"
	json '.guests_get | .hyperv == "yes" and .evmcs_version == 1 and .feature == "vmx"'
	json '.features[] | select(.id == "hv-evmcs").state == "yes"'
	json '.features[] | select(.id == "hv-emsr-bitmap").state == "yes"'
	json '.features[] | select(.id == "x-hv-guest-mapping-flush").state == "no"'
	json '.leaves | map(select(.state != "ok")) == []'
	nd 0 explain --json hv-evmcs --from "$snapshot"
	json '.readings[0].here | startswith("KVM here can give it")'
	nd 0 explain --json hv-tlbflush-direct --from "$snapshot"
	json '.readings[0].here | startswith("KVM here can give it")'
	# As on AMD: the leaf is there, and no version.
	hyperv_offer 000a0000
	nd 0 hyperv --guest --json --from "$snapshot"
	json '.guests_get.evmcs_version == 0'
	nd 0 explain --json hv-evmcs --from "$snapshot"
	json '.readings[0].here | startswith("KVM here does not give it")'
	run --separate-stderr "$NESTDIAG" --json --from "$snapshot" status
	json '.guests_get | .text | contains("without eVMCS")'
}

@test "hyperv --guest: not told is not none" {
	offer
	nd 3 hyperv --guest --from "$snapshot"
	one_error "nestdiag: KVM did not tell which leaves of Hyper-V it can show: *5.11*"
	run --separate-stderr "$NESTDIAG" --json --from "$snapshot" status
	json '.guests_get | .hyperv == "unknown" and (has("evmcs_version") | not)'
	nd 0 explain --json hv-evmcs --from "$snapshot"
	json '.readings[0] | has("here") | not'
	lines 'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff'
	nd 3 hyperv --guest --from "$snapshot"
	one_error "nestdiag: what KVM gives to guests was not recorded: *"
	lines 'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' 'param kvm_intel nested Y' \
		'host kvm_offer Permission\040denied'
	run --separate-stderr "$NESTDIAG" --json --from "$snapshot" status
	json '.guests_get | .state == "unknown" and (.text | contains("Permission denied"))'
	nd 3 check --check guests-no-root --from "$snapshot"
}

@test "features --guest: what KVM emulates, and what it keeps" {
	offer
	nd 0 features --guest --json --from "$snapshot"
	json '.features[] | select(.id == "vmx-shadow-vmcs").evidence | contains("KVM emulates it")'
	json '.features[] | select(.id == "vmx-ept").evidence == null'
	offer 'msr 0 0x48c 0x00000f0106334141' 'guest_msr 0x48c 0x0000000006134141'
	nd 0 features --guest --json --from "$snapshot"
	json '.features[] | select(.id == "vmx-eptad") | .state == "not-offered" and
		(.evidence | contains("though this machine has it"))'
}
