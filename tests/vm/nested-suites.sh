#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The nested suites of kvm-unit-tests, which let thousands of launches fail on
# purpose: bare-metal VMX (Bochs) with Debian's 6.12 and 6.1, SVM (QEMU's TCG) with
# 6.12. nestdiag's counts are compared with those of the kernel's own events, its
# failures with KVM's messages and the emulated processor's log.
#
#	KUT=DIR tests/vm/nested-suites.sh [vmx-6.12|vmx-6.1|svm-6.12]...
#
# DIR is a checkout of kvm-unit-tests; without one all is skipped.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"
# It reads much of the same again, and shellcheck would follow each way to it: 10 GB.
# shellcheck source=/dev/null
. "$TOP/tests/vm/tcg-lib.sh"

OUT=$TOP/build/nested-suites

VMX_RUNS="vmx controls vmx_controls_test
vmx host vmx_host_state_area_test
vmx guest vmx_guest_state_area_test vmentry_movss_shadow_test vmentry_unrestricted_guest_test
vmx others vmx_ldtr_test vmx_cr_load_test vmx_canonical_test atomic_switch_max_msrs_test vmx_exception_test"
SVM_RUNS="svm guest svm_guest_state_test
svm others svm_vmrun_errata_test svm_vmload_vmsave svm_exception_test svm_cr4_osxsave_test svm_no_nm_test svm_lbrv_test0"

suites_built()
{
	cached kut "kut-$(key_of "$KUT/x86" "$KUT/lib")" "build kvm-unit-tests" build_suites
}

build_suites()
{
	cp -r "$KUT" source &&
		(cd source && ./configure --arch=x86_64 && make x86/vmx.flat x86/svm.flat) &&
		cp source/x86/vmx.flat source/x86/svm.flat . &&
		rm -rf source
}

# suites_parts RUNS: what the machines have beyond their own; a part a line
suites_parts()
{
	local suites rom

	suites=$(suites_built)
	printf '%s\n' "$1" >"$WORK/list"
	rom=$(find /usr/share/qemu -name multiboot_dma.bin -print -quit)
	printf 'file=%s:/suites/list\n' "$WORK/list"
	printf 'file=%s:/suites/%s\n' "$suites/vmx.flat" vmx.flat "$suites/svm.flat" svm.flat
	printf 'file=%s:%s\n' "$rom" "$rom"
	qemu_parts
}

# vmx SERIES
vmx()
{
	local parts

	bochs_prepare "nested-suites-vmx-$1"
	parts=$(suites_parts "$VMX_RUNS")
	mapfile -t parts <<<"$parts"
	machine_initramfs "$WORK/initramfs" "$1" "$TOP/lab/guest/suites" "${parts[@]}"
	bochs_boot "$1" "boot Debian $1 on bare metal (Bochs) with kvm-unit-tests" \
		ips=50000000 memory=1024
	compare "vmx-$1" "$WORK/bochs.log"
}

# svm SERIES [CPUS]
svm()
{
	local parts name=svm${2-}-$1

	prepare_views
	work_dir "nested-suites-$name"
	parts=$(suites_parts "$SVM_RUNS" &&
		view_parts "$1" irqbypass ccp kvm kvm-amd &&
		printf 'file=%s\n' "$TOP/lab/guest/lab.sh:/lib/lab.sh" "$TOP/lab/forbidden:/lib/forbidden")
	mapfile -t parts <<<"$parts"
	initramfs "$WORK/initramfs" "init=$TOP/lab/guest/suites" \
		"file=$TOP/lab/init/machine.sh:/lib/machine.sh" "${parts[@]}"
	LOG=$WORK/serial.log
	step "boot Debian $1 on AMD (TCG, ${2:-1} CPUs) with kvm-unit-tests" qemu_boot "$(kernel_image "$1")" \
		"$WORK/initramfs" "$LOG" cpu=EPYC,+svm,+npt smp="${2:-1}" memory=1536 \
		append=machine=bare-metal || true
	rm -f "$WORK/initramfs"
	compare "$name"
}

svm4()
{
	svm "$1" 4
}

# A bug of KVM up to 6.1: a test has user space inject an event while a nested entry is pending, KVM
# finds itself taking that back, and stops the VM. Two functions say so.
KVM_BUGS_6_1="arch/x86/kvm/vmx/nested\.c:[0-9]+ nested_vmx_vmexit\+
arch/x86/kvm/vmx/vmx\.c:[0-9]+ vmx_handle_exit\+"

# without_bugs REGEX...: the log without one warning that matches each, and its trace
without_bugs()
{
	printf '%s\n' "$@" | awk '
		NR == FNR { bug[NR] = $0; next }
		/ WARNING: / {
			inside = 0
			for (i in bug)
				if ($0 ~ bug[i]) {
					delete bug[i]
					inside = 1
					break
				}
		}
		inside && !/ (WARNING: |Modules linked in:|RIP: |Call Trace:|  ?(\? )?[a-z_0-9.]+\+0x)/ { inside = 0 }
		!inside' - <(tr -d '\r' <"$LOG")
}

# bug_ended_a_vm: a warning of that function, and KVM_RUN failed after it; or neither
bug_ended_a_vm()
{
	local warned failed

	warned=$(grep -acE "WARNING: .* ${1#*:* }" "$LOG" || true)
	failed=$(section "bare-metal kernel log" | grep -c 'KVM_RUN failed with EIO' || true)
	((warned == failed)) || { echo "$warned warnings of ${1#*:* }, $failed times EIO"; return 1; }
}

# forgive_kvm_6_1: what is left to be judged is without those
forgive_kvm_6_1()
{
	local bugs

	mapfile -t bugs <<<"$KVM_BUGS_6_1"
	check "vmx-6.1: the VM that KVM's own bug ended is a failed launch" bug_ended_a_vm "${bugs[1]}"
	without_bugs "${bugs[@]}" >"$WORK/forgiven.log"
	LOG=$WORK/forgiven.log
}

# compare NAME [BOCHSLOG]: one line a check
compare()
{
	local line

	mkdir -p "$OUT"
	while IFS= read -r line; do
		printf '%s\n' "$line"
		[[ $line != "not ok "* ]] || FAILURES=$((FAILURES + 1))
	done < <("$TOP/tests/vm/nested-suites.py" "$1" "$LOG" "$OUT/$1.txt" "${@:2}")
	[[ $1 != vmx-6.1 ]] || forgive_kvm_6_1
	end_of_machine "bare-metal: done" "$1"
}

if [[ ! -d ${KUT-}/x86 ]]; then
	skip "nested suites" "no source of kvm-unit-tests: make nested-suites KUT=DIR"
	exit 0
fi
for machine in "${@:-vmx-6.12 vmx-6.1 svm-6.12 svm4-6.12}"; do
	# shellcheck disable=SC2086 # words
	for each in $machine; do
		"${each%%-*}" "${each#*-}"
	done
done
exit $((FAILURES > 0))
