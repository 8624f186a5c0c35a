# shellcheck shell=dash disable=SC2154 # $machine is on the kernel command line
# SPDX-License-Identifier: GPL-2.0-only
#
# What the machines with VMX need beyond lab/init/machine.sh, as /lib/lab.sh.
# $machine comes from the kernel command line.

# announce TEXT: what comes next, for those who wait outside
announce()
{
	echo "==> $*"
}

# load_kvm [PARAMETER...]: the parameters are kvm_intel's
load_kvm()
{
	load irqbypass
	# Polling for the end of a halt would burn instructions that are emulated.
	insmod /modules/kvm.ko halt_poll_ns=0 || fail "insmod kvm"
	insmod /modules/kvm-intel.ko "$@" || fail "insmod kvm-intel $*"
}

unload_kvm()
{
	unload kvm_intel kvm irqbypass
}

# kvm_guest NAME CPU: boot /inner as a guest of KVM with $GUEST_MEMORY MiB. Its serial line gets what
# is in the file $ANSWERS.
kvm_guest()
{
	timeout 900 /usr/bin/qemu-system-x86_64 -M pc -accel kvm -m "${GUEST_MEMORY:-512}" \
		-cpu "$2" \
		-display none -nodefaults -serial stdio -no-reboot \
		-kernel /inner/vmlinuz -initrd /inner/initramfs \
		-append "$(cat /inner/append) machine=$1" <"${ANSWERS:-/dev/null}" 2>&1 ||
		fail "QEMU ended with status $?"
}

# hyperv_guest NAME FLAGS: as a guest of "Hyper-V" that offers an enlightened VMCS.
# FLAGS: kvm=off, or Linux finds KVM's own interface as well and prefers it.
hyperv_guest()
{
	kvm_guest "$1" \
		"host,${2-}hv-relaxed,hv-vpindex,hv-time,hv-synic,hv-stimer,hv-vapic,hv-evmcs"
}

# asking_guest COMMAND BOOT...: BOOT is one of the above; the guest calls ask_below. Each time COMMAND
# runs with what it said, and it goes on when that has ended.
asking_guest()
{
	local command=$1 cr line
	shift

	ANSWERS=/tmp/answers
	[ -e "$ANSWERS" ] || mkfifo "$ANSWERS"
	exec 3<>"$ANSWERS"
	cr=$(printf '\r')
	"$@" | while IFS= read -r line; do
		line=${line%"$cr"}
		echo "$line"
		case $line in
		"==> below: "*)
			"$command" "${line#*: }"
			echo >&3
			;;
		esac
	done
}

# ask_below WORDS: the other end of it, on the serial line
ask_below()
{
	echo "==> below: $1"
	# shellcheck disable=SC3045 # busybox has it
	read -r -t 600 _ || fail "no answer from below"
}

REPORT=/tmp/report.tar.zst

# collect_report: all answers of this machine in one file, and the list of what is in it
collect_report()
{
	section "$machine report" nestdiag report -o "$REPORT"
}

# send_report: that file, for those outside, who have the serial line only
send_report()
{
	section "$machine archive" base64 "$REPORT"
}

# leave_vmx TOKEN: as leave, with only those lines of the kernel log that say
# something; each character is an exit to the level below.
leave_vmx()
{
	section "$machine kernel log" sh -c \
		"dmesg | grep -e nestdiag -e kvm -e KVM -e Hyper-V -e 'Command line' -f /lib/forbidden"
	[ -n "${FAILED-}" ] || echo "$1"
	sleep 1
	poweroff -f
}
