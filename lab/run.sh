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

headers_can_be_had()
{
	[[ -e /lib/modules/$(uname -r)/build/Makefile ]] ||
		apt-cache show "linux-headers-$(uname -r)" >/dev/null 2>&1
}

# why_not_here: why this host's kernel will not do, or nothing
why_not_here()
{
	if [[ ! -e /proc/modules ]]; then
		echo "its kernel cannot load modules"
	elif ! headers_can_be_had; then
		echo "there are no headers for its kernel $(uname -r)"
	elif ((EUID)); then
		echo "loading a module needs root (sudo make run)"
	elif [[ ${HOST-} != 1 ]] && ! has_virtualization; then
		echo "its CPU shows neither VMX nor SVM (make run HOST=1 loads the module anyway)"
	fi
}

# load_here: build and load; what is printed is why that failed
load_here()
{
	[[ ! -d /sys/module/nestdiag ]] || return 0
	step "build the module for this host" make -C "$TOP" modules >&2 ||
		{ echo "the module cannot be built for its kernel"; return 1; }
	"$TOP/lab/load.sh" >&2 || { echo "its kernel did not load the module"; return 1; }
}

report_here()
{
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
	local release kernel initramfs

	need module lab
	release=$(kernel_release "$SERIES")
	kernel=$(kernel_image "$SERIES")
	work_dir run
	initramfs=$WORK/initramfs
	nested_initramfs "$initramfs" "$SERIES" "$TOP/lab/guest/run"
	bochs_run "$WORK" "$kernel" "$initramfs" \
		"$MACHINE_APPEND machine=bare-metal" \
		"machine 1: boot Debian $release on an Intel CPU that Bochs emulates" \
		"bare-metal: done" memory=2048 ips=200000000
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
	[[ -n $why ]] || why=$(load_here) || true
	if [[ -z $why ]]; then
		report_here
	else
		say "==> not on this host: $why"
		say "==> booting two emulated machines instead; cache: $CACHE"
		run_lab
	fi
}

main
