#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# AMD with SVM, on Debian's kernels: nestdiag before kvm_amd, with it, after it
# and when it has gone again, while guests run; and no VMX anywhere.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

KVM=(ccp irqbypass kvm kvm-amd)
CPUS=2

on_amd()
{
	local series=$1 parts
	local name="AMD, Debian $1"

	parts=$(view_parts "$series" "${KVM[@]}")
	mapfile -t parts <<<"$parts"
	tcg_run "$name" "amd-$series" "$(kernel_image "$series")" views "${parts[@]}" -- \
		cpu=EPYC,+svm,+npt smp="$CPUS" append="KVM=$(IFS=, && echo "${KVM[*]}")"
	check_amd "$name"
	end_of_machine "views machine ends" "$name"
}

check_amd()
{
	local name=$1 when

	for when in before-kvm with-kvm after-kvm kvm-gone; do
		check "$name: $when: summary says AMD" shows "$when.summary" '^Processor.*AMD'
		check "$name: $when: summary says SVM usable, with its revision" \
			shows "$when.summary" '^SVM +usable .*revision 1'
		check "$name: $when: sysfs says the same" amd_in_sysfs "$when.sysfs"
		check "$name: $when: VMX registers are absent, not zeros" \
			vmx_absent "$when.raw" "$CPUS"
		check "$name: $when: the tool finds nothing wrong" succeeded "$when.tool"
		check "$name: $when: check finds nothing wrong" shows_not "$when.check" ' (FAIL|WARN) '
		check "$name: $when: nothing is said of an enlightened VMCS" \
			shows "$when.evmcs" '^eVMCS offered +no'
	done
	check "$name: SVM's features are decoded" svm_features before-kvm.capabilities
	check "$name: guests run before nestdiag and beside it" all_succeeded guest-1 guest-2
	check "$name: exits: each CPUID of the guest is counted" \
		shows with-kvm.exits '^ +cpuid +1000 '
	check "$name: exits: the VMCB is the source" \
		shows with-kvm.exits '^Exit reasons +vmcb '
	check "$name: exits: kvm.ko could go, so that nothing is attached" \
		shows kvm-gone.exits '^Exit reasons +none '
	check_probe "$name"
	check "$name: with kvm_amd loaded the tool knows its parameters" \
		shows with-kvm.tool 'kvm_amd has nested=[01YN]'
	check "$name: check warns of migration while guests run guests" \
		shows with-kvm.check '\(amd-migration\)$'
	check "$name: check says that KVM has gone" shows kvm-gone.check '\(kvm-unloaded\)$'
	check "$name: JSON of the tool" all_succeeded caps.json status.json
	check "$name: VMX registers are absent in JSON, too" vmx_absent_in_json caps.json
	check "$name: features: with nested=1 nothing of SVM is switched off" \
		blames_nesting nested-on.snapshot no
	check "$name: features: with nested=0 nesting is, by the parameter" \
		blames_nesting nested-off.snapshot yes
	check "$name: nothing is left after unloading" shows_nothing leftovers
	check "$name: the kernel log tells SVM in few lines" few_log_lines 2
	check "$name: without the module the tool says what it lacks" \
		shows no-module.tool 'module is not loaded'
}

# What the launch test finds in each state of KVM, and its exit status for it.
check_probe()
{
	local name="$1: probe"

	check "$name: without KVM: no device" \
		shows before-kvm.probe '^  Open /dev/kvm +failed  No such file or directory'
	check "$name: without KVM: guests do not run" succeeded before-kvm.probe 2
	check "$name: with KVM: everything works" succeeded with-kvm.probe
	check "$name: with KVM: a guest ran a guest by VMRUN" \
		shows with-kvm.probe '^  Guest with a nested guest +ok  VMRUN'
	check "$name: with KVM: nestdiag counted its exits" \
		shows with-kvm.probe '^  vmrun +[1-9]'
	check "$name: with KVM: the same in JSON" probe_in_json with-kvm.probe.json
	check "$name: without nesting, by request" \
		shows with-kvm.probe.guest '^Verdict +works .*not tried'
	check "$name: nested=0: guests run, but not theirs" succeeded nested-off.probe 1
	check "$name: nested=0: it names the parameter" \
		says nested-off.probe "neither VMX nor SVM, because kvm_amd has nested=0"
	check "$name: nested=0: the same in JSON" nested_off_in_json nested-off.probe.json
}

# Every step went well, the costs are there, and the nested guest's is higher.
probe_in_json()
{
	holds "$1" '
		(.steps | length) == 12 and all(.steps[]; .state == "ok")
		and .result.state == "works"
		and ((.steps[] | select(.id == "price")).median_ticks > 0)
		and ((.steps[] | select(.id == "nested-price")).min_ticks >
		     (.steps[] | select(.id == "price")).min_ticks)
		and ([.exits[] | select(.level == "nested" and .label == "cpuid")] | length) == 1
		' || { section "$1" | jq -c .steps; return 1; }
}

nested_off_in_json()
{
	holds "$1" '.result.state == "no-nesting"
		and ([.steps[] | select(.state != "ok") | .id] == ["nested", "nested-price"])
		' || { section "$1" | jq -c .steps; return 1; }
}

# blames_nesting SECTION yes|no: is a parameter to blame that guests have no SVM?
# Others of its parameters are off by default, AVIC's for one.
blames_nesting()
{
	local found snapshot
	snapshot=$(snapshot_of "$1")

	found=$("$TOP/tools/nestdiag" -q --json --from "$snapshot" features |
		jq -r '.features[] | select(.id == "svm") |
			if .culprit == "parameter" then "yes" else "no" end')
	[[ $found == "$2" ]] || { echo "blamed on a parameter: '$found'"; return 1; }
}

amd_in_sysfs()
{
	shows "$1" '/vendor:AuthenticAMD$' && shows "$1" '/svm:usable$' &&
		shows "$1" '/vmx:absent$' && shows_not "$1" '/registers/(vmx_|feature).*:0x'
}

svm_features()
{
	shows "$1" '^ *SVM revision +1$' && shows "$1" 'Nested paging +yes' &&
		shows "$1" 'SVM disabled \(SVMDIS\) +no' && shows_not "$1" 'IA32_VMX_.* ok '
}

prepare_views
work_dir tcg-amd
for series in 6.1 6.12; do
	on_amd "$series"
done
exit $((FAILURES > 0))
