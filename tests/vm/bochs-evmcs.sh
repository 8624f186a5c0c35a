#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Guests of "Hyper-V" with an enlightened VMCS: QEMU/KVM plays it, on bare metal
# with VMX (Bochs). In the first one Linux uses the enlightened VMCS; what
# nestdiag reads is compared with what must stand there while a guest is stopped
# at a known exit, and with what KVM says of its own settings. In the second one
# it is offered and not used. Bare metal sees what each way to run a guest costs.

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"
# shellcheck source=tests/vm/launch-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/launch-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}

# What lab/guest/kvmguest/cpuids.c does last.
GUEST_PORT=0xe9
GUEST_CODE_PAGE=0x1000
PAGE_MASK=0xfffff000
EXIT_REASON_IO_INSTRUCTION=30
EXIT_REASON_CPUID=10

# What lab/guest/hyperv has it do for the multipliers.
CPUIDS=2000

# field NAME: its value in the enlightened VMCS
field()
{
	local value

	value=$(section "evmcs evmcs" | awk -v name="$1" '$1 == name { print $2 }')
	[[ $value =~ ^0x[0-9a-f]+$ ]] || { echo "no field $1" >&2; return 1; }
	printf '%s\n' "$value"
}

# param NAME: a parameter of kvm_intel in the machine that uses eVMCS
param()
{
	section "evmcs parameters" | sed -n "s|.*/$1:||p"
}

# is FIELD WANTED [MASK [SHIFT]]
is()
{
	local value

	value=$(field "$1") || return 1
	(((value & ${3:--1}) >> ${4:-0} == $2)) ||
		{ echo "$1 is $value, where $2 was due (mask ${3:-all})"; return 1; }
}

# follows FIELD BIT PARAMETER: KVM sets the bit if and only if PARAMETER is Y
follows()
{
	local wanted

	wanted=$(param "$3")
	case $wanted in
	Y) is "$1" 1 $((1 << $2)) "$2" ;;
	N) is "$1" 0 $((1 << $2)) "$2" ;;
	*) echo "kvm_intel's $3 is '$wanted'"; return 1 ;;
	esac
}

# fields: name and value of each line of the text on standard input that has them
fields()
{
	awk '$2 ~ /^0x/ { print $1, $2 }'
}

# same_offline: the tool shows of the snapshot what the kernel showed of itself
same_offline()
{
	section "evmcs snapshot" >"$WORK/snapshot"
	diff <(section "evmcs evmcs" | fields) \
		<("$TOP/tools/nestdiag" --from "$WORK/snapshot" evmcs | fields)
}

check_live_vmcs()
{
	check "eVMCS read: revision 1" is revision_id 1
	check "eVMCS read: the guest's last exit" \
		is vm_exit_reason "$EXIT_REASON_IO_INSTRUCTION"
	check "eVMCS read: the port of its OUT" is exit_qualification "$GUEST_PORT" 0xffff0000 16
	check "eVMCS read: an OUT of one byte" is exit_qualification 0 0xf
	check "eVMCS read: the guest is in its code" \
		is guest_rip "$GUEST_CODE_PAGE" "$PAGE_MASK"
	check "eVMCS read: the guest is in real mode" is cr0_read_shadow 0 1
	check "eVMCS read: the tool reads the same from the snapshot" same_offline
}

# Bits that KVM's parameters govern, and those it cannot do without.
check_controls()
{
	local pin=pin_based_vm_exec_control secondary=secondary_vm_exec_control

	check "controls: external interrupts exit" is $pin 1 0x1
	check "controls: NMIs exit" is $pin 1 0x8 3
	check "controls: preemption timer as in KVM" follows $pin 6 preemption_timer
	check "controls: EPT as in KVM" follows $secondary 1 ept
	check "controls: VPID as in KVM" follows $secondary 5 vpid
	check "controls: unrestricted guest as in KVM" follows $secondary 7 unrestricted_guest
	check "controls: VMCS shadowing as in KVM" follows $secondary 14 enable_shadow_vmcs
}

check_evmcs_in_use()
{
	local feature

	check "KVM says that it uses eVMCS" \
		shows "evmcs kernel log" '[Uu]sing Hyper-V Enlightened VMCS'
	check "the guest was stopped, then ended" succeeded "evmcs guest"
	check "report: guest of Hyper-V" shows "evmcs report" '^Platform +guest of Microsoft Hyper-V'
	check "report: VMX usable" shows "evmcs report" '^VMX +usable'
	check "report: eVMCS version 1 in use" shows "evmcs report" '^eVMCS +version 1 in use'
	for feature in "VMCS shadowing" "Activate VMX-preemption timer" "Virtualize APIC accesses" \
		"APIC register emulation" "Virtual interrupt delivery" "Process posted interrupts"; do
		check "report: no $feature because of eVMCS" \
			shows "evmcs report" "^ *$feature +because of eVMCS"
	done
	check "check: eVMCS in use is a note, and nothing is wrong" \
		shows "evmcs check" 'NOTE +eVMCS is in use and removes features'
	check "check: nothing is wrong" shows_not "evmcs check" ' (FAIL|WARN) '
	check "sysfs: eVMCS in use" shows "evmcs sysfs" '/nestdiag/evmcs:in-use$'
	check "sysfs: level" shows "evmcs sysfs" '/level:hyperv$'
	check "after KVM has gone eVMCS is not in use" \
		shows_not "evmcs evmcs-after-kvm" '^in-use|in use +yes| current '
}

# The launch test, on a machine that is a guest itself: its guests' guests are on level 3.
check_probe()
{
	local machine=$1

	check "probe in '$machine': everything works" succeeded "$machine probe"
	check "probe in '$machine': a guest on level 2" \
		shows "$machine probe" '^  Cost of a CPUID exit +ok  median [0-9]{5,6} ticks'
	check "probe in '$machine': which ran a guest on level 3" \
		shows "$machine probe" '^  Guest with a nested guest +ok  VMXON, VMLAUNCH'
	check "probe in '$machine': a plain answer" \
		shows "$machine probe" '^Verdict +works  guests and nested guests run here'
}

check_evmcs_not_used()
{
	check "with KVM's signature: KVM does not use eVMCS" \
		shows "signature parameters" '/enlightened_vmcs:N$'
	check "with KVM's signature: the guest ran" succeeded "signature guest"
	check "with KVM's signature: report: eVMCS offered and not used" \
		shows "signature report" '^eVMCS +.*offered.*not (in use|used)'
	check "with KVM's signature: report: KVM shows behind Hyper-V" \
		shows "signature report" '^Platform .*KVM'
	check "with KVM's signature: check: offered and not used" \
		shows "signature check" 'WARN +eVMCS is offered but not used'
	check "with KVM's signature: check: what to do" \
		shows "signature check" '^ +remedy .*kvm=off'
	check "with KVM's signature: sysfs: eVMCS offered" \
		shows "signature sysfs" '/evmcs_version:1$'
	check "with KVM's signature: sysfs: eVMCS not in use" \
		shows_not "signature sysfs" '/nestdiag/evmcs:in-use$'
}

# hist SECTION REASON: the kernel's own count, 0 where it has none
hist()
{
	section "$1" | sed -nE 's/^\{ exit_reason: +([0-9a-fx]+) *\} hitcount: +([0-9]+).*/\1 \2/p' |
		while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done |
		awk -v reason="$2" '$1 == reason { n = $2 } END { print n + 0 }'
}

# below NAME LABEL COLUMN: a figure of a row of "nestdiag nested" on bare metal, 0 without the row
below()
{
	section "$1 from below" | awk -v label="$2" -v column="$3" '
		$1 == label && NF >= 4 { n = $column } END { print n + 0 }'
}

# counted_below NAME: the nested guest and its hypervisor, as the kernel counted them
counted_below()
{
	local name=$1 label reason ours theirs

	ours=$(below "$name" CPUID 2)
	theirs=$(hist "$name nested hist" "$EXIT_REASON_CPUID")
	((ours == CPUIDS && theirs == CPUIDS && $(below "$name" CPUID 3) == CPUIDS)) ||
		{ echo "$CPUIDS CPUIDs: ours $ours, the kernel's $theirs"; return 1; }
	for label in VMREAD:23 VMRESUME:24 VMWRITE:25; do
		reason=${label#*:} label=${label%:*}
		ours=$(below "$name" "$label" 2)
		theirs=$(hist "$name hist" "$reason")
		((ours == theirs)) || { echo "$label: ours $ours, the kernel's $theirs"; return 1; }
	done
	(($(hist "$name hist" 24) >= CPUIDS)) ||
		{ echo "the kernel counted nothing"; return 1; }
}

# multiplied NAME TENTHS: the hypervisor's exits for each CPUID of its guest, within a tenth: about
# every 28th is interrupted by the hypervisor's own tick, which costs it four exits
multiplied()
{
	local tenths

	tenths=$(below "$1" CPUID 5 | awk '{ printf "%d", $1 * 10 + 0.5 }')
	((tenths * 10 >= $2 * 9 && tenths * 10 <= $2 * 11)) ||
		{ echo "$tenths tenths where $2 were due"; return 1; }
}

# To have its guest go on, a hypervisor resumes it and reads an MSR. Without an enlightened VMCS or
# a shadow of its VMCS, it reads six fields and writes one by instructions that exit, too.
check_multipliers()
{
	local name

	for name in eVMCS "Shadow VMCS" neither; do
		check "with $name: seen from below, as the kernel counts" counted_below "$name"
	done
	check "with eVMCS: 2.0 exits of the hypervisor for one of its guest" multiplied eVMCS 20
	check "with Shadow VMCS: 2.0 exits as well" multiplied "Shadow VMCS" 20
	check "with neither: 9.0 exits" multiplied neither 90
}

# What eVMCS takes of what KVM on Bochs's Haswell has and would pass on: the
# controls with VMCS fields that the version 1 structure does not have.
EVMCS_COSTS="vmx-apicv-xapic vmx-eptp-switching vmx-exit-save-preemption-timer
	vmx-preemption-timer vmx-shadow-vmcs vmx-vmfunc"
# A screen, and a few lines of a prompt.
SCREEN=60

differences()
{
	"$TOP/tools/nestdiag" -q "$@" diff "$WORK/bare-metal-snapshot.snapshot" \
		"$WORK/evmcs-snapshot.snapshot"
}

# lost_to CULPRIT: sorted, in a line
lost_to()
{
	differences --json | jq -r --arg culprit "$1" \
		'.lost[] | select(.culprit == $culprit).id' | sort | xargs
}

costs()
{
	local found

	found=$(lost_to evmcs)
	[[ $found == "$(xargs <<<"$EVMCS_COSTS")" ]] || { echo "lost to eVMCS: '$found'"; return 1; }
}

# KVM's own parameters that changed from Y to N on the way up
parameters_lost()
{
	local found

	found=$(differences --json | jq -r '.changes[] |
		select(.id == "parameter" and .in_first == "Y" and .in_second == "N").label' | sort | xargs)
	[[ $found == "kvm_intel enable_shadow_vmcs kvm_intel flexpriority kvm_intel preemption_timer" ]] ||
		{ echo "switched off in between: '$found'"; return 1; }
}

# no_supported_bit: nothing is blamed on eVMCS whose bit is among those that the
# list of controls in ../shared/groundtruth has as supported
no_supported_bit()
{
	"$TOP/tools/nestdiag" -q --json --from "$WORK/evmcs-snapshot.snapshot" features |
		jq -e --slurpfile controls "$1" '
		def nibble: {"0":0,"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":9,
			"a":10,"b":11,"c":12,"d":13,"e":14,"f":15}[.];
		def number: .[2:] | explode | map([.] | implode | nibble) |
			reduce .[] as $n (0; . * 16 + $n);
		[.features[] | select(.culprit == "evmcs") | . as $feature |
			$controls[0]["linux_7.1.5"][] | select(.msrs | contains($feature.msr)) |
			select((.supported_mask | number) / pow(2; $feature.bit) | floor % 2 == 1) |
			$feature.id] | if length == 0 then true else error(join(" ")) end'
}

# What KVM on the outer machine offers to guests, and what of each register's high half the inner
# one then lacks: what eVMCS has no field for, and the loads of IA32_PERF_GLOBAL_CTRL, which belong
# to the PMU that QEMU did not give it.
offered_msrs()
{
	cat <<-END
	0x480 0
	0x481 0x40
	0x482 0
	0x483 0x401000
	0x484 0x2000
	0x485 0
	0x486 0
	0x487 0
	0x488 0
	0x489 0
	0x48b 0x26301
	0x48c 0
	0x48d 0x40
	0x48e 0
	0x48f 0x401000
	0x490 0x2000
	END
}

# found_as_offered: bit for bit
found_as_offered()
{
	local msr lacks given found outer=$WORK/bare-metal-snapshot.snapshot

	while read -r msr lacks; do
		given=$(awk -v msr="$msr" '$1 == "guest_msr" && $2 == msr { print $3 }' "$outer")
		found=$(awk -v msr="$msr" '$1 == "msr" && $2 == 0 && $3 == msr { print $4 }' \
			"$WORK/evmcs-snapshot.snapshot")
		[[ $given == 0x* && $found == 0x* ]] || { echo "$msr: given '$given', found '$found'"; return 1; }
		((given == found + (lacks << 32))) ||
			{ echo "$msr: given $given, found $found, which should lack $lacks"; return 1; }
	done < <(offered_msrs)
}

check_diff()
{
	local folder=${NESTDIAG_GROUNDTRUTH:-$TOP/../shared/groundtruth} lines
	local list=$folder/hyperv/evmcs_v1_controls.json

	snapshot_of "bare-metal snapshot" >/dev/null
	snapshot_of "evmcs snapshot" >/dev/null
	check "diff: L0 and L1 differ by what eVMCS costs" costs
	check "diff: and by the parameters that KVM switched off for it" parameters_lost
	check "offer: L1 finds what KVM in L0 said that it gives, but for what eVMCS costs" found_as_offered
	if [[ -e $list ]]; then
		check "features: eVMCS is blamed for nothing that it supports" no_supported_bit "$list"
	else
		skip "features: eVMCS is blamed for nothing that it supports" "no $list"
	fi
	lines=$(differences | wc -l) || true # they differ, so that its status is 1
	check "diff: fits on a screen ($lines lines)" test "$lines" -gt 10 -a "$lines" -le "$SCREEN"
}

check_exits()
{
	check "exits: each CPUID of the guest is counted, from the enlightened VMCS" \
		shows "evmcs exits" '^ +CPUID +100 '
	check "exits: its one OUT" shows "evmcs exits" '^ +IO_INSTRUCTION +1 '
	check "exits: without an enlightened VMCS likewise" shows "signature exits" '^ +CPUID +100 '
	# What the enlightened VMCS is for: its fields need no instruction that exits.
	check "seen from below: on eVMCS no exit for VMREAD or VMWRITE" \
		shows_not "evmcs from below" '^ +VM(READ|WRITE) '
	check "seen from below: without eVMCS there are" \
		shows "signature from below" '^ +VMREAD '
	check "seen from below: nested exits and what they cause" \
		shows "evmcs from below" '^Multiplier +[0-9]'
}

# A guest whose code segment is none, on a KVM that neither notices nor can run it: the level below
# refuses, and says so in the enlightened VMCS.
check_failed_launch()
{
	check "failed launch: KVM hands on the reason" shows "evmcs launch" '^wrong	state	9	0x80000021'
	check "failed launch: captured from the enlightened VMCS, with the check that failed" \
		one_failure "evmcs launch failures" '.kind == "entry" and .capture == "evmcs" and
			.exit_reason == "0x80000021" and .check == "guest-cs-type"'
	check "failed launch: the kernel log says what failed" shows "evmcs launch log" \
		'vcpu 0, guest: VM entry failed: invalid guest state \(0x80000021\).*guest CS'
	check "failed launch: the level below has refused it" \
		one_failure "launch failures from below" '.kind == "refused" and .level == "nested"'
}

bochs_prepare bochs-evmcs
badlaunch=$(badlaunch_built)
nested_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/hyperv" "bin=$badlaunch/badlaunch"
# The more instructions a second, the less the hypervisor's own tick adds to what is counted; above
# 429 MHz KVM does without the preemption timer, and then eVMCS costs one thing less.
bochs_boot "$SERIES" "boot Debian $SERIES on bare metal (Bochs)" \
	memory=2048 ips=400000000

check_live_vmcs
check_controls
check_evmcs_in_use
check_evmcs_not_used
check_diff
check_exits
check_failed_launch
check_multipliers
for machine in evmcs signature; do
	check_probe "$machine"
done
check "report: level 1, and what is documented above it" \
	shows "evmcs report" '^Can run +guests \(L2\): yes; nested guests \(L3\): unsupported \(Hyper-V'
for machine in evmcs signature; do
	check "machine '$machine' got to its end" has_token "$machine: done"
done
finish "bare-metal: done"
