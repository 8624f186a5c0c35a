#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# CPUs without hardware virtualization: the module loads and says so.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

# The tool's answer that the thing asked about does not work.
BROKEN=2

# on_cpu NAME SERIES CPU VENDOR EXTENSION: what this vendor's CPU could have had
on_cpu()
{
	local name=$1 series=$2 cpu=$3 vendor=$4 extension=$5 parts

	parts=$(view_parts "$series")
	mapfile -t parts <<<"$parts"
	tcg_run "$name" "none-$vendor" "$(kernel_image "$series")" views "${parts[@]}" -- cpu="$cpu"
	check_none "$name" "$vendor" "$extension"
	end_of_machine "views machine ends" "$name"
}

check_none()
{
	local name=$1 vendor=$2 extension=$3

	check "$name: the summary says no VMX and no SVM" says_none before-kvm.summary
	check "$name: sysfs says the same" none_in_sysfs before-kvm.sysfs "$vendor"
	check "$name: VMX registers are absent, not zeros" vmx_absent before-kvm.raw 1
	check "$name: every view can be read" all_succeeded \
		before-kvm.{summary,capabilities,hyperv,evmcs,raw}
	check "$name: exit status of the tool" succeeded before-kvm.tool "$BROKEN"
	check "$name: the tool says no VMX and no SVM" says_none before-kvm.tool
	check "$name: check fails for that alone" \
		fails_alone before-kvm.check virt-absent
	check "$name: JSON of the tool" succeeded status.json "$BROKEN"
	check "$name: VMX registers are absent in JSON, too" vmx_absent_in_json caps.json
	check "$name: nothing is left after unloading" shows_nothing leftovers
	check "$name: the kernel log tells it in few lines" few_log_lines 1
	check "$name: and says that $extension is absent" \
		shows dmesg "\] nestdiag: $extension absent"
	check "$name: the tool needs no module to say so" succeeded no-module.tool "$BROKEN"
}

says_none()
{
	shows "$1" 'VMX.*SVM|SVM.*VMX' && shows_not "$1" '(VMX|SVM) +(usable|locked|unlocked)'
}

# fails_alone SECTION ID: of all checks that one is wrong
fails_alone()
{
	local wrong

	wrong=$(section "$1" | grep -E ' (FAIL|WARN) ')
	[[ $wrong == *" FAIL "*"($2)" && $wrong != *$'\n'* ]] || { echo "wrong: '$wrong'"; return 1; }
}

none_in_sysfs()
{
	shows "$1" "/vendor:$2\$" && shows "$1" '/svm:absent$' && shows "$1" '/vmx:absent$' &&
		shows_not "$1" '/registers/.*:0x'
}

prepare_views
work_dir tcg-none
on_cpu "AMD without SVM, Debian 6.1" 6.1 qemu64,-svm AuthenticAMD SVM
on_cpu "Intel without VMX, Debian 6.12" 6.12 Haswell-noTSX,-vmx GenuineIntel VMX
exit $((FAILURES > 0))
