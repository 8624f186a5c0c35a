#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# For the scenarios on QEMU's emulated CPUs (TCG). To be sourced.

# shellcheck disable=SC2317 # most functions are called by check

# shellcheck source=tests/vm/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=lab/machines.sh
. "$TOP/lab/machines.sh"
# shellcheck source=lab/testkernel.sh
. "$TOP/lab/testkernel.sh"
# shellcheck source=lab/qemu.sh
. "$TOP/lab/qemu.sh"

# The capability registers that RDMSR under TCG answers with 0 although there
# are none: FEATURE_CONTROL and 0x480 to 0x493.
VMX_MSRS=21

# tcg_run TITLE NAME KERNEL INIT [PART...] -- [OPTION...]
#
# Boot lab/init/INIT with the initramfs's PARTs and qemu_boot's OPTIONs. LOG is
# afterwards what the machine said; work_dir has to be called before.
tcg_run()
{
	local title=$1 name=$2 kernel=$3 init=$4 parts=()
	shift 4

	while [[ $1 != -- ]]; do
		parts+=("$1")
		shift
	done
	shift
	LOG=$WORK/$name.log
	initramfs "$WORK/$name.cpio" "init=$TOP/lab/init/$init" \
		"file=$TOP/lab/init/machine.sh:/lib/machine.sh" "${parts[@]}"
	# Whatever happened, the checks on the log have to name it.
	step "$title" qemu_boot "$kernel" "$WORK/$name.cpio" "$LOG" "$@" || true
	rm -f "$WORK/$name.cpio"
}

# view_parts SERIES [MODULE...]: what lab/init/views shows, on Debian's kernel
# SERIES, with KVM's modules; one part a line
view_parts()
{
	local series=$1 modules
	shift

	printf 'ko=%s\n' "$(module_built "$series")/nestdiag.ko"
	printf 'bin=%s\n' "$TOP/tools/nestdiag" "$(kvmguest_built)/kvmguest"
	(($#)) || return 0
	modules=$(kernel_module "$series" "$@")
	printf 'ko=%s\n' "${modules//$'\n'/$'\n'ko=}"
}

# prepare_views: what needs no machine
prepare_views()
{
	need lab check
	step "build the tool" make -C "$TOP" tools
}

# test_modules_built NAME KDIR: folder with the modules of tests/vm/NAME
test_modules_built()
{
	local root=''

	! by_clang "$2" || root=$(clang_toolchain)
	cached module "$1-$(key_of "$TOP/tests/vm/$1" "$TOP/module/kvm/prototypes.h" \
		"$2/Module.symvers" "$2/include/generated")" \
		"build $1" build_test_modules "$1" "$2" "$root"
}

build_test_modules()
{
	cp "$TOP/tests/vm/$1"/* . &&
		make_modules "$2" "$3" "NESTDIAG=$TOP" &&
		strip --strip-debug ./*.ko &&
		find . -mindepth 1 ! -name '*.ko' -delete
}

# vmx_absent SECTION CPUS: a snapshot in which every VMX register of every CPU is
# recorded as absent
vmx_absent()
{
	section "$1" | awk -v cpus="$2" -v per_cpu="$VMX_MSRS" '
		$1 == "msr" && $3 ~ /^0x(3a|48[0-9a-f]|49[0-3])$/ {
			seen++
			if ($4 != "absent" && wrong == "")
				wrong = $0
		}
		END {
			if (wrong == "" && seen != cpus * per_cpu)
				wrong = seen + 0 " VMX registers where " cpus * per_cpu " were due"
			if (wrong != "")
				print wrong
			exit wrong != ""
		}'
}

# vmx_absent_in_json SECTION: the same, in what `nestdiag --json caps` printed
vmx_absent_in_json()
{
	# shellcheck disable=SC2016 # $due is jq's
	holds "$1" --argjson due "$VMX_MSRS" '
		[.msrs[] | select(.index | test("^0x(3a|48[0-9a-f]|49[0-3])$")) | .state]
		| length == $due and all(. == "absent")'
}

# few_log_lines LOADS: the module said something at each load, and at most six lines
few_log_lines()
{
	local lines

	lines=$(section dmesg | grep -c '\] nestdiag: ' || true)
	# These are the kernel's own words about the module.
	lines=$((lines - $(section dmesg | grep -cE '\] nestdiag: (loading out-of|module verif)' || true)))
	((lines >= $1 && lines <= 6 * $1)) || { echo "$lines lines for $1 loads"; return 1; }
}

# all_succeeded SECTION...
all_succeeded()
{
	local name

	for name; do
		succeeded "$name" || return 1
	done
}
