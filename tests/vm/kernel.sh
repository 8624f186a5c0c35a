#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# One kernel of Debian, by its name in lab/kernels.sh: the module builds for it with the compiler of
# its suite, and works on it.
#
#	tests/vm/kernel.sh build|svm|vmx KERNEL...
#	tests/vm/kernel.sh svm KERNEL nestdiag.ko
#
# build only builds; svm and vmx boot the kernel too, on an AMD CPU of QEMU's or an Intel CPU of
# Bochs's. With a module that somebody else built, it is that one that is loaded.

# shellcheck disable=SC2317 # functions are called by check

# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

CPUIDS=1000

# builds KERNEL: without a warning; what is said of the kernel's own headers is not ours
builds()
{
	local built warnings

	built=$(module_built "$1") || return 1
	warnings=$(grep -E '(^|/)(core|module|kunit)/[^ ]*: warning: ' "$built/build.log" || true)
	[[ -z $warnings ]] || { echo "${warnings%%$'\n'*}"; return 1; }
}

# kvm_parts KERNEL MODULE: KVM's modules in the order of loading
kvm_parts()
{
	kernel_modules_for "$1" irqbypass kvm "$2"
}

# names_of PATH...: as busybox's insmod gets them
names_of()
{
	local path names=()

	for path; do
		path=${path##*/}
		names+=("${path%%.ko*}")
	done
	(IFS=, && echo "${names[*]}")
}

# same_as_kernel: reason by reason, or where the kernel has no hist trigger the CPUIDs and the sum
same_as_kernel()
{
	local ours theirs

	if section exits.kernel | grep -q hitcount; then
		ours=$(section exits.raw | awk '{ print $4, $5 }' |
			while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort)
		theirs=$(section exits.kernel |
			sed -nE 's/^\{ exit_reason: +([0-9a-fx]+) *\} hitcount: +([0-9]+).*/\1 \2/p' |
			while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort)
	else
		ours=$(section exits.raw | awk '{ sum += $5; if ($5 >= '"$CPUIDS"') cpuids = $5 }
			END { print cpuids, sum }')
		theirs=$(section exits.kernel | awk '{ sum += $1 } tolower($2) == "cpuid" { cpuids = $1 }
			END { print cpuids, sum }')
	fi
	[[ -n $ours && $ours == "$theirs" ]] ||
		{ echo "ours '${ours//$'\n'/, }', the kernel's '${theirs//$'\n'/, }'"; return 1; }
}

# counts: each CPUID of the guest, and nothing was lost
counts()
{
	succeeded guest && shows exits "^ +(cpuid|CPUID) +$CPUIDS " && same_as_kernel
}

works()
{
	local name=$1

	check "$name: loads" succeeded exits.raw
	check "$name: counts each exit as the kernel does" counts
	check "$name: every file reads" shows_nothing wrong
	check "$name: the report" succeeded status 0 1 3
	check "$name: nothing is left after unloading under a running guest" shows_nothing leftovers
	end_of_machine "kernel: done" "$name"
}

# boot_svm KERNEL and boot_vmx KERNEL: leave the serial log in LOG
boot_svm()
{
	local kernel=$1 parts

	parts=$(kvm_parts "$kernel" kvm-amd)
	# shellcheck disable=SC2046,SC2086 # words
	tcg_run "boot Debian $(kernel_release "$kernel") on an AMD CPU" "$kernel" \
		"$(kernel_image "$kernel")" kernel "ko=$MODULE" \
		"bin=$(kvmguest_built)/kvmguest" "bin=$TOP/tools/nestdiag" $(printf 'ko=%s ' $parts) -- \
		cpu=EPYC,+svm,+npt smp=2 memory=768 append="KVM=$(names_of $parts) quiet"
}

boot_vmx()
{
	local kernel=$1 parts

	parts=$(kvm_parts "$kernel" kvm-intel)
	mkdir -p "$WORK/$kernel"
	LOG=$WORK/$kernel/serial.log
	# shellcheck disable=SC2046,SC2086 # words
	initramfs "$WORK/$kernel/initramfs" "init=$TOP/lab/init/kernel" \
		"file=$TOP/lab/init/machine.sh:/lib/machine.sh" "ko=$MODULE" \
		"bin=$(kvmguest_built)/kvmguest" "bin=$TOP/tools/nestdiag" $(printf 'ko=%s ' $parts)
	# Whatever happened, the checks on the log have to name it.
	# shellcheck disable=SC2086 # words
	bochs_run "$WORK/$kernel" "$(kernel_image "$kernel")" "$WORK/$kernel/initramfs" \
		"$MACHINE_APPEND KVM=$(names_of $parts)" \
		"boot Debian $(kernel_release "$kernel") on an Intel CPU" "kernel: done" \
		ips=50000000 || true
}

# try HOW KERNEL: HOW as on the command line, with MODULE
try()
{
	"boot_$1" "$2"
	works "$2"
}

main()
{
	local how=$1 kernel release
	shift

	need lab
	[[ $how == build ]] || step "build the tool" make -C "$TOP" tools
	work_dir "kernel-$how"
	if [[ ${2-} == *.ko* ]]; then
		MODULE=$2
		try "$how" "$1"
		exit $((FAILURES > 0))
	fi
	for kernel; do
		release=$(kernel_release "$kernel")
		check "$kernel: builds for $release with gcc-$(kernel_gcc "$kernel") without a warning" \
			builds "$kernel"
		[[ $how != build ]] || continue
		MODULE=$(module_built "$kernel") || continue
		MODULE+=/nestdiag.ko
		try "$how" "$kernel"
	done
	exit $((FAILURES > 0))
}

case "$#:${1-}" in
[2-9]*:build | [2-9]*:svm | [2-9]*:vmx) main "$@" ;;
*) die "usage: tests/vm/kernel.sh build|svm|vmx KERNEL..." ;;
esac
