#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Boot a kernel and an initramfs on an emulated CPU (QEMU's TCG, never KVM: the
# same machine everywhere) and wait until it powers itself off.
#
#	lab/qemu.sh KERNEL INITRD LOG [OPTION...]
#
#	cpu=MODEL	as for -cpu (default qemu64)
#	smp=N		CPUs (default 1)
#	memory=MIB	(default 512)
#	icount=N	a tick of the TSC is an instruction; 2^N ns each
#	append=WORDS	for the kernel command line; NAME=VALUE without a dot in
#			NAME becomes a variable of /init
#	suite=trixie	the QEMU of that suite of Debian's (default: this machine's)
#	vmcore=FILE	the kernel will crash: then write the machine's memory there, as ELF
#
# The serial line goes to LOG, what QEMU itself says to LOG.qemu.

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/toolchain.sh"

# All CPUs in one thread. With a thread each, QEMU 7.2 can execute a stale int3
# after Linux has finished patching its text, and the machine dies of "Oops:
# int3"; see tests/vm/README.md.
QEMU_ACCEL="tcg,thread=single"

# Everything on the serial line; a panic ends the machine at once (-no-reboot).
# mitigations=off and nokaslr: time, and addresses that compare between runs. no_timer_check:
# the kernel waits for a tick of the PIT by counting instructions, and on a busy host QEMU may not
# get to it in time: "IO-APIC + timer doesn't work!"
QEMU_APPEND="console=ttyS0 panic=-1 nokaslr mitigations=off no_timer_check random.trust_cpu=on \
apparmor=0 audit=0"
QEMU_POWERED_OFF='reboot: Power down'
QEMU_CRASHED='end Kernel panic'

# qemu_root SUITE: root of that suite, with its QEMU
qemu_root()
{
	need toolchain
	cached toolchain "$1-qemu-$(key_of "$(suite_version "$1" qemu-system-x86)")" \
		"make a root of Debian $1 with its QEMU" make_toolchain "$1" qemu-system-x86 seabios
}

# qemu_boot KERNEL INITRD LOG [OPTION...]: fails, naming the cause, unless the
# machine powered itself off
qemu_boot()
{
	local kernel=$1 initrd=$2 log=$3 option status=0
	local cpu=qemu64 smp=1 memory=512 append='' icount='' suite='' vmcore='' root inside=() devices=()
	local accel=(-accel "$QEMU_ACCEL")
	shift 3

	for option; do
		case $option in
		cpu=* | smp=* | memory=* | append=* | icount=* | suite=* | vmcore=*)
			printf -v "${option%%=*}" '%s' "${option#*=}" ;;
		*) die "qemu: unknown option '$option'" ;;
		esac
	done
	[[ -r $kernel ]] || die "qemu: no kernel '$kernel'"
	[[ -r $initrd ]] || die "qemu: no initramfs '$initrd'"
	[[ -z $icount ]] || accel=(-accel tcg -icount "shift=$icount,sleep=off")
	if [[ -n $suite ]]; then
		root=$(qemu_root "$suite")
		inside=("$TOP/lab/inroot.sh" "$root" "$(dirname "$kernel")" "$(dirname "$initrd")"
			"$(dirname "$log")" --)
	fi
	if [[ -n $vmcore ]]; then
		rm -f "$vmcore".{in,out}
		mkfifo "$vmcore".{in,out}
		devices=(-device vmcoreinfo -chardev "pipe,id=monitor,path=$vmcore" -mon monitor)
		append+=" panic=0"
	fi
	: >"$log"
	"${inside[@]}" qemu-system-x86_64 -M pc "${accel[@]}" -cpu "$cpu" -smp "$smp" \
		-m "$memory" -nodefaults -no-user-config -display none -no-reboot \
		"${devices[@]}" -serial "file:$log" -kernel "$kernel" -initrd "$initrd" \
		-append "$QEMU_APPEND $append" \
		</dev/null >"$log.qemu" 2>&1 &
	qemu_wait $! "$log" "$vmcore"
	[[ -n $vmcore ]] || qemu_verdict "$log"
}

# qemu_dump LOG VMCORE: ask for the memory once the kernel has crashed, and end the machine
qemu_dump()
{
	[[ -p $2.in ]] && grep -aq "$QEMU_CRASHED" "$1" || return 0
	printf 'dump-guest-memory %s\nquit\n' "$2" 1<>"$2.in"
	rm "$2".{in,out}
}

# qemu_wait PID LOG [VMCORE]: until the machine ends, or hangs
qemu_wait()
{
	local pid=$1 log=$2 vmcore=${3-} stall_size='' stall_cpu='' stall_wall='' stall_look='' status=0

	# Background processes ignore Ctrl-C: it is for us to end it.
	trap 'end_process "$pid"; exit 130' INT TERM
	while kill -0 "$pid" 2>/dev/null; do
		[[ -z $vmcore ]] || qemu_dump "$log" "$vmcore"
		if stalled "$pid" "$log"; then
			end_process "$pid"
			die "the machine hangs: $(stall_words), log: $log"
		fi
		sleep 0.5
	done
	wait "$pid" || status=$?
	trap - INT TERM
	((!status)) || die "QEMU failed with $status: $(tail -n 1 "$log.qemu")"
}

# qemu_verdict LOG: why the machine ended
qemu_verdict()
{
	local log=$1

	if grep -aq 'Kernel panic' "$log"; then
		die "$(grep -aom 1 'Kernel panic.*' "$log" | tr -d '\r'), log: $log"
	fi
	grep -aq "$QEMU_POWERED_OFF" "$log" ||
		die "the machine ended without powering itself off, log: $log"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# >= 3)) || die "usage: lab/qemu.sh KERNEL INITRD LOG [cpu=|smp=|memory=|append=...]"
	qemu_boot "$@"
fi
