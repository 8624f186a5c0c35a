#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Launches that fail on AMD (QEMU's TCG), on the test kernel, which watches locks,
# sleeping and memory: nested guests with one wrong field of the VMCB after
# another, guests that are wrong themselves, and many at once.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"
# shellcheck source=tests/vm/launch-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/launch-lib.sh"

OUT=$TOP/build/launch

need lab check tool
step "build the tool" make -C "$TOP" tools
kernel=$(testkernel_path image)
modules=$(testkernel_path modules)
module=$(module_built "$(testkernel_path kdir)")/nestdiag.ko
badlaunch=$(badlaunch_built)

work_dir tcg-launch
tcg_run "let launches fail on AMD" launch "$kernel" launch \
	"ko=$module" "ko=$modules/irqbypass.ko" "ko=$modules/kvm.ko" "ko=$modules/kvm-amd.ko" \
	"bin=$badlaunch/badlaunch" "bin=$TOP/tools/nestdiag" -- \
	cpu=EPYC,+svm,+npt smp=4 memory=512

mkdir -p "$OUT"
agreement /dev/null vmcb >"$OUT/agreement-svm.csv"

check "a launch without a wrong field succeeds" valid_launches_succeed vmcb
check "VMCB: the autopsy names what KVM names" all_agree "$OUT/agreement-svm.csv"
check "VMCB: all of them" agree_at_least 12 "$OUT/agreement-svm.csv"
check "triple fault: captured" one_failure "triple failures" '.kind == "shutdown" and .isa == "svm"'
check "internal error: captured" one_failure "internal failures" '.kind == "internal-error"'
check "VMRUN refused by the processor itself: captured" \
	one_failure "vmrun failures" '.kind == "entry" and .isa == "svm" and .capture == "vmcb" and
	.check == "vmcb-cs-l-d"'
check "the kernel log says so" shows log 'guest ended by a triple fault'
check "80 processes at once: 32 causes of guests are kept, the others counted" shows storm \
	'^Failed launches +80 shutdown; 48 of them are not listed'
check "80 of one process: one paragraph" one_failure again \
	'.kind == "shutdown" and .count == 80 and .latest_failure == .number + 79'
check "80 of one process: one line in the kernel log" shows "again log" '^1$'
check "nothing is left after unloading" shows_nothing leftovers
finish "launch machine ends"
