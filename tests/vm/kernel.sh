#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# One kernel of Debian, by its name in lab/kernels.sh: the module builds for it with the compiler of
# its suite, and works on it.
#
#	tests/vm/kernel.sh build|vmx|SHAPE KERNEL...
#	tests/vm/kernel.sh SHAPE KERNEL nestdiag.ko
#
# build only builds; vmx boots the kernel too, on an Intel CPU of Bochs's, and a SHAPE on QEMU's AMD
# CPU: see shapes(). With a module that somebody else built, it is that one that is loaded. The shape
# svm counts without a module, too, by BPF and by tracefs, as far as the kernel was built for that.

# shellcheck disable=SC2317 # functions are called by check

# shellcheck source=tests/vm/kernel-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/kernel-lib.sh"

# A test of suspend waits in a busy loop, which on a busy host the watchdog takes for a lockup.
PM_TEST=suspend.pm_test_delay=1,nosoftlockup

# shapes: a machine each. CPUs, MiB, features of the CPU, words for the kernel with commas between,
# what /init does first. Hundreds of CPUs that calibrate their delay loops one after the other take
# minutes, and find no good value: lpj spares them that. One thread that plays them all is slow: no lockup,
# and no stall of RCU before five minutes.
shapes()
{
	cat <<-END
	svm	2	768	-	-		-
	cpus-64	64	2048	-	-		-
	cpus-255	255	4096	-	lpj=4000000,nosoftlockup,rcupdate.rcu_cpu_stall_timeout=300	-
	maxcpus	4	768	-	maxcpus=1	online
	unplug	2	768	-	-		unplug
	suspend	2	768	-	$PM_TEST	suspend
	kexec	2	1536	-	-		kexec
	la57	2	768	,+la57	-		-
	END
}

# KVM on a kernel with PREEMPT_RT wants a TSC of constant frequency, which QEMU's AMD CPUs do not show.
# From 6.15 on the kernel can be told so.
RT_APPEND=setcpuid=constant_tsc

is_shape()
{
	shapes | grep -qE "^$1	"
}

# ways SHAPE: how exits are counted without the module there
ways()
{
	[[ $1 != svm ]] || echo bpf,tracefs
}

# built_with KERNEL OPTION: the kernel has it
built_with()
{
	grep -qx "CONFIG_$2=y" "$(kernel_headers "$1")/.config"
}

# counts_without_module KERNEL: in each way that it was built for; else it says what lacks
counts_without_module()
{
	if built_with "$1" DEBUG_INFO_BTF_MODULES; then
		check "$1: BPF counts each exit as the kernel does" counts_by bpf
	elif built_with "$1" DEBUG_INFO_BTF; then
		check "$1: BPF says why it cannot count" says "bpf said" \
			"this kernel has no BTF of KVM's modules: that takes Linux 5.11"
	else
		check "$1: BPF says why it cannot count" says "bpf said" "no BTF (CONFIG_DEBUG_INFO_BTF)"
	fi
	if built_with "$1" HIST_TRIGGERS; then
		check "$1: tracefs counts each exit as the kernel does" counts_by tracefs
	else
		check "$1: tracefs says why it cannot count" says "tracefs said" \
			"no histograms of events (CONFIG_HIST_TRIGGERS)"
	fi
}

# kvm_parts KERNEL MODULE: KVM's modules in the order of loading
kvm_parts()
{
	kernel_modules_for "$1" irqbypass kvm "$2"
}

# boot SHAPE KERNEL and boot_vmx KERNEL: leave the serial log in LOG
boot()
{
	local shape=$1 kernel=$2 cpus memory features words first kvm module image parts rt='' quiet=''
	read -r _ cpus memory features words first <<<"$(shapes | grep "^$1	")"

	[[ $kernel != *-rt ]] || rt=$RT_APPEND
	# Hundreds of CPUs come up one after the other, and who says nothing for so long counts as hung.
	((cpus > 100)) || quiet=quiet
	kvm=$(kvm_parts "$kernel" kvm-amd)
	image=$(kernel_image "$kernel")
	parts=("ko=$MODULE" "bin=$(kvmguest_built)/kvmguest" "bin=$TOP/build/static/nestdiag")
	for module in $kvm; do
		parts+=("ko=$module")
	done
	if [[ $first == kexec ]]; then
		parts+=("bin=$(kexec_built)/kexec" "file=$image:/boot/vmlinuz")
		initramfs "$WORK/next.cpio" "init=$TOP/lab/init/kernel" \
			"file=$TOP/lab/init/machine.sh:/lib/machine.sh" "${parts[@]}"
		parts+=("file=$WORK/next.cpio:/boot/initramfs")
	fi
	# shellcheck disable=SC2086 # words
	tcg_run "boot Debian $(kernel_release "$kernel") on an AMD CPU ($shape)" "$kernel-$shape" \
		"$image" kernel "${parts[@]}" -- "cpu=EPYC,+svm,+npt${features#-}" \
		"smp=$cpus" "memory=$memory" \
		append="KVM=$(names_of $kvm) DO=${first#-} WAYS=$(ways "$shape") ${words//[-,]/ } $rt $quiet"
	rm -f "$WORK/next.cpio"
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
		"bin=$(kvmguest_built)/kvmguest" "bin=$TOP/build/static/nestdiag" $(printf 'ko=%s ' $parts)
	# Whatever happened, the checks on the log have to name it.
	# shellcheck disable=SC2086 # words
	bochs_run "$WORK/$kernel" "$(kernel_image "$kernel")" "$WORK/$kernel/initramfs" \
		"$MACHINE_APPEND KVM=$(names_of $parts)" \
		"boot Debian $(kernel_release "$kernel") on an Intel CPU" "kernel: done" \
		ips=50000000 || true
}

# present CPUS: all came, and the module has a report of each
present()
{
	shows presence "^online $1\$" && shows presence "^reported $1\$"
}

# try HOW KERNEL: HOW as on the command line, with MODULE
try()
{
	local how=$1 kernel=$2 name=$2 cpus

	if [[ $how == vmx ]]; then
		boot_vmx "$kernel"
	else
		[[ $how == svm ]] || name="$kernel, $how"
		boot "$how" "$kernel"
		cpus=$(shapes | awk -v shape="$how" '$1 == shape { print $2 }')
		check "$name: a report of each of $cpus CPUs" present "$cpus"
	fi
	[[ $how != kexec ]] || check "$name: it is the second kernel" shows presence '^boots yes'
	[[ $how != la57 ]] || check "$name: addresses have 57 bits" shows presence '^la57'
	[[ $how != svm ]] || counts_without_module "$kernel"
	works "$name"
}

main()
{
	local how=$1 kernel release
	shift

	need lab bpf
	[[ $how == build ]] || step "build the tool" make -C "$TOP" static
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

if (($# >= 2)) && { [[ $1 == build || $1 == vmx ]] || is_shape "$1"; }; then
	main "$@"
fi
die "usage: tests/vm/kernel.sh build|vmx|$(shapes | cut -f 1 | paste -sd '|') KERNEL..."
