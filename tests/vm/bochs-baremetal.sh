#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Bare metal with VMX (Bochs, Haswell): nestdiag before KVM, with it, after it,
# taken out and put back, and read while a guest runs.
#
#	tests/vm/bochs-baremetal.sh SERIES

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"

VMX_EXIT_CPUID=0xa
VIEWS="summary capabilities hyperv evmcs exits nested vcpus failures raw"

# reads_all SECTION: every view and the contract for scripts, none of them empty
reads_all()
{
	local view

	succeeded "$1" || return 1
	for view in $VIEWS; do
		shows "$1" "^[1-9][0-9]* /sys/kernel/debug/nestdiag/$view$" || return 1
	done
	shows "$1" '^[1-9][0-9]* /sys/kernel/nestdiag/interface_version$' || return 1
	shows_not "$1" '^0 |cannot read'
}

# kvm_can_use FEATURE: the report's paragraph of that name, which may be
# broken anywhere, has it
kvm_can_use()
{
	local features

	features=$(section "bare-metal report" |
		awk '/^KVM can use/ { inside = 1 } inside && !NF { exit } inside' | tr -s ' \n' ' ')
	[[ $features == *"$1"* ]] || { echo "KVM can use: '$features'"; return 1; }
}

sysfs_says_bare_metal()
{
	shows sysfs '/vendor:GenuineIntel$' && shows sysfs '/level:bare-metal$' &&
		shows sysfs '/vmx:usable$' && shows sysfs '/evmcs_version:0$'
}

# same_as_hist RAW HIST: each reason's count, "REASON COUNT" in decimal, by nestdiag and by the
# kernel's hist trigger.
same_as_hist()
{
	local ours theirs

	ours=$(section "$1" | grep '^exits ' | while read -r _ _ _ reason count _; do
		printf '%d %d\n' "$reason" "$count"
	done | sort)
	theirs=$(section "$2" |
		sed -nE 's/^\{ exit_reason: +([0-9a-fx]+) *\} hitcount: +([0-9]+).*/\1 \2/p' |
		while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort)
	[[ -n $ours && $ours == "$theirs" ]] ||
		{ echo "exits: ours '${ours//$'\n'/, }', the kernel's '${theirs//$'\n'/, }'"; return 1; }
}

# check_sources: whatever the source, each exit is counted as the kernel counts it, and none is lost
check_sources()
{
	local source name used

	for source in auto cached vmx record; do
		for name in "$source-first" "$source" "$source-reloaded" "$source-again"; do
			check "source=$source, $name: each exit is counted as the kernel does" \
				same_as_hist "$name.raw" "$name.hist"
			check "source=$source, $name: none is lost" shows "$name.raw" '^missed 0 0 0 0$'
		done
		used=${source/auto/cached}
		for name in "$source" "$source-again"; do
			check "source=$source, $name: $used is the source" shows "$name.raw" "^trace $used "
		done
	done
	check "source=cached: KVM's copy was compared with the VMCS on 64 exits and more" \
		compared_often cached.raw
}

# compared_often SECTION: and none differed
compared_often()
{
	section "$1" | awk '$1 == "trace" { n = $3; differ = $4 } END { exit !(n >= 64 && differ == 0) }' ||
		{ section "$1" | grep '^trace '; return 1; }
}

# as_documented: the files that the module created are those of docs/ABI
as_documented()
{
	local wrong

	section files >"$WORK/files"
	wrong=$("$TOP/tests/lint/abi.sh" "$WORK/files")
	[[ -z $wrong ]] || { printf '%s\n' "$wrong"; return 1; }
}

# What the launch test finds in each state of KVM, and its exit status for it.
check_probe()
{
	check "probe: without KVM guests do not run" succeeded no-kvm.probe 2
	check "probe: with KVM everything works" succeeded probe
	check "probe: a guest ran a guest by VMLAUNCH" \
		shows probe '^  Guest with a nested guest +ok  VMXON, VMLAUNCH'
	check "probe: an exit of its guest costs as on level 2" \
		shows probe "^  Cost of a nested CPUID exit +ok  median [0-9]{5} ticks"
	check "probe: nestdiag counted the guest's VMLAUNCH" shows probe '^  VMLAUNCH +[1-9]'
	check "probe: JSON" probe_in_json
	check "probe: nested=0: guests run, but not theirs" succeeded nested-off.probe 1
	check "probe: nested=0: it names the parameter" \
		says nested-off.probe "neither VMX nor SVM, because kvm_intel has nested=N"
	check "cost: CPUID was measured" shows cpuid_cost.raw '^price 301 [1-9][0-9]* [1-9][0-9]* [1-9]'
	check "cost: without an exit, as it is on bare metal" \
		shows cpuid_cost.status '^Level +L0, .*as without a VM exit'
	check "cost: the parameter's old name is still taken" shows price.raw '^price 301 [1-9]'
}

probe_in_json()
{
	holds probe.json '
		(.steps | length) == 12 and all(.steps[]; .state == "ok")
		and .result.state == "works"
		and ((.steps[] | select(.id == "nested-price")).median_ticks >
		     5 * (.steps[] | select(.id == "price")).median_ticks)
		' || { section probe.json | jq -c .steps; return 1; }
}

# Bochs's Haswell has two of the three parts of APICv, so that KVM drops them;
# that stays the same whatever is switched off.
check_features()
{
	local apicv=(vmx-apicv-register vmx-apicv-vid) section

	check "features: all switched on, nothing is blamed on a parameter" \
		blames "bare-metal snapshot" parameter
	check "features: enable_shadow_vmcs=0 costs VMCS shadowing" \
		blames "enable_shadow_vmcs=0 snapshot" parameter vmx-shadow-vmcs
	check "features: ept=0 costs EPT and what needs it" \
		blames "ept=0 snapshot" parameter vmx-ept vmx-eptad vmx-unrestricted-guest
	check "features: nested=0 costs nesting and VMCS shadowing" \
		blames "nested=0 snapshot" parameter vmx vmx-shadow-vmcs
	for section in bare-metal enable_shadow_vmcs=0 ept=0 nested=0; do
		check "features: $section: KVM drops what lacks posted interrupts" \
			blames "$section snapshot" kvm "${apicv[@]}"
		check "features: $section: there is no hypervisor to blame" \
			blames "$section snapshot" hypervisor
	done
	check "features: the command runs on the machine itself" succeeded features
}

main()
{
	local series=$1 when perfhold

	bochs_prepare "bochs-$series"
	perfhold=$(perfhold_built)
	machine_initramfs "$WORK/initramfs" "$series" "$TOP/lab/guest/baremetal" \
		"file=$TOP/lab/init/turns.sh:/lib/turns.sh" "bin=$perfhold/perfhold"
	bochs_boot "$series" "boot Debian $series on bare metal (Bochs)" ips=50000000

	for when in before-kvm with-kvm with-guest after-kvm; do
		check "every file reads: $when" reads_all "$when"
	done
	check "the files are those that are documented" as_documented
	check "nothing is left after unloading" shows_nothing leftovers
	check "a guest runs beside nestdiag" shows guest '^kvmguest: 1 x 1000 CPUIDs'
	check "exits: each CPUID of the guest is counted" shows exits '^ +CPUID +1000 '
	check "exits: its one OUT" shows exits '^ +IO_INSTRUCTION +1 '
	check "exits: its one HLT" shows exits '^ +HLT +1 '
	check "exits: reason by reason what the kernel's hist trigger counts" \
		same_as_hist exits.raw exits.hist
	check "exits: the VMCS is the source, or KVM's copy" shows exits '^Exit reasons +(vmx|cached) '
	check_sources
	check "vcpus: the guest's one" shows vcpus '^ +[0-9]+/0 +100[0-9] '
	check "perf was first: each exit is credited to its vCPU" credited held "$VMX_EXIT_CPUID"
	check "attached again, perf was first: so it is" credited again "$VMX_EXIT_CPUID"
	check "report: bare metal" shows "bare-metal report" '^Platform +bare metal'
	check "report: level 0, and nesting on top of it" \
		shows "bare-metal report" '^Can run +guests \(L1\): yes; nested guests \(L2\): supported'
	check "report: VMX usable" shows "bare-metal report" '^VMX +usable'
	check "report: eVMCS not offered" shows "bare-metal report" '^eVMCS +not offered'
	check "report: nested guests possible" \
		shows "bare-metal report" '^Nesting +yes .*nested=Y'
	check "report: VMCS shadowing is there" kvm_can_use "VMCS shadowing"
	check "check: nothing is wrong with the machine" \
		shows_not "bare-metal check" '(FAIL|WARN) .*\((virt|regs|nested|kvm)-'
	check "check: kvm_intel's demands are met" \
		shows "bare-metal check" '^ +Every control that kvm_intel requires .* PASS$'
	check "capabilities: VMCS shadowing is there" \
		shows capabilities 'VMCS shadowing.* (yes|default)'
	check "sysfs says the same" sysfs_says_bare_metal
	check_probe
	# A guest in a loop of CPUIDs is a finding, so 1 is an answer as well.
	check "the tool's JSON" succeeded status.json 0 1
	check "the snapshot" succeeded "bare-metal snapshot"
	check_features
	finish "bare-metal: done"
}

(($# == 1)) || die "usage: tests/vm/bochs-baremetal.sh SERIES"
main "$1"
