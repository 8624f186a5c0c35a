#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make run`: the report of this host where its kernel can load the module, and
# else the reports of two emulated machines with VMX.
#
#	HOST=1 lab/run.sh	insist on this host, even without VMX or SVM

# shellcheck source=lab/machines.sh
. "$(dirname "${BASH_SOURCE[0]}")/machines.sh"

# Its kernel's zstd unpacks three times faster than 6.1's xz, and every
# instruction is emulated.
SERIES=${NESTDIAG_LAB_SERIES:-6.12}
OUT=$TOP/build/run

# --- this host --------------------------------------------------------------

has_virtualization()
{
	grep -qwE 'vmx|svm' /proc/cpuinfo
}

# why_not_here: why this host's kernel will not do, or nothing
why_not_here()
{
	local kdir

	kdir=/lib/modules/$(uname -r)/build
	if [[ ! -e /proc/modules ]]; then
		echo "this host's kernel cannot load modules"
	elif [[ ! -e $kdir/Makefile ]]; then
		echo "no headers for this host's kernel $(uname -r) in $kdir"
	elif ((EUID)); then
		echo "loading a module needs root: sudo make run"
	elif [[ ${HOST-} != 1 ]] && ! has_virtualization; then
		echo "this CPU shows neither VMX nor SVM (make run HOST=1 loads the module anyway)"
	fi
}

run_on_host()
{
	step "build the module for this host" make -C "$TOP" modules
	if [[ -d /sys/module/nestdiag ]]; then
		say "==> the module is loaded already; make unload takes it out"
	else
		insmod "$TOP/nestdiag.ko"
	fi
	printf '== This host: Linux %s ==\n\n' "$(uname -r)"
	report_status "$TOP/tools/nestdiag"
	say "the module stays loaded; take it out with: make unload"
}

# report_status COMMAND...: statuses 1 and 2 are answers about the machine
report_status()
{
	local status=0

	"$@" || status=$?
	((status <= 2)) || die "$1 failed with status $status"
}

# --- the lab ----------------------------------------------------------------

run_lab()
{
	local release initramfs

	need module lab
	release=$(kernel_release "$SERIES")
	work_dir run
	initramfs=$WORK/initramfs
	nested_initramfs "$initramfs" "$SERIES" "$TOP/lab/guest/run"
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$initramfs" \
		"$BOCHS_APPEND machine=bare-metal" \
		"machine 1: boot Debian $release on an Intel CPU that Bochs emulates" \
		"bare-metal: done" memory=2048 ips=400000000 timeout=900
	rm -f "$initramfs"

	mkdir -p "$OUT"
	show_machine bare-metal \
		"Machine 1: bare metal (Intel Haswell, emulated by Bochs), Debian $release"
	show_machine evmcs \
		"Machine 2: KVM host under Hyper-V with eVMCS (played by KVM on machine 1), Debian $release"
	say "reports and snapshots: $OUT; try: tools/nestdiag --from $OUT/evmcs.snapshot caps"
}

# show_machine NAME HEADING
show_machine()
{
	local name=$1 heading=$2 part

	for part in report snapshot; do
		between "$WORK/serial.log" "$name $part" >"$OUT/$name.$part"
		[[ -s $OUT/$name.$part ]] || die "no $part of $name in $WORK/serial.log"
	done
	printf '\n== %s ==\n\n' "$heading"
	cat "$OUT/$name.report"
}

main()
{
	local why

	need tool
	step "build the tool" make -C "$TOP" tools
	why=$(why_not_here)
	if [[ -z $why ]]; then
		run_on_host
	else
		say "==> not on this host: $why"
		say "==> booting two emulated machines instead, with the cache in $CACHE"
		run_lab
	fi
}

main
