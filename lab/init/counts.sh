# shellcheck shell=dash disable=SC2154,SC2034 # shared with who sources this
# SPDX-License-Identifier: GPL-2.0-only
#
# Exits counted without the module, beside the module and the kernel's own hist
# triggers, as /lib/counts.sh. It takes bpftool.

TRACING=/sys/kernel/tracing
EVENTS=$TRACING/events/kvm
LOCKDOWN=/sys/kernel/security/lockdown

# objects: programs and links of ours, and instances of anybody's
objects()
{
	bpftool prog show | grep -E ' name nd_'
	bpftool link show | grep -E 'kvm_'
	find /sys/fs/bpf -mindepth 1
	find $TRACING/instances -mindepth 1 -maxdepth 1
	return 0
}

# what_is_there: and triggers of anybody's, which lockdown=confidentiality keeps even root from reading
what_is_there()
{
	objects
	find $TRACING/events/kvm -name trigger -exec grep -H -v '^#' {} +
	return 0
}

# hist on|off
hist()
{
	mark=
	[ "$1" = on ] || mark='!'
	echo "${mark}hist:keys=exit_reason" >$EVENTS/kvm_exit/trigger || fail "hist trigger"
	echo "${mark}hist:keys=exit_reason" >$EVENTS/kvm_nested_vmexit/trigger || fail "hist trigger"
}

guests()
{
	section "$1.guest" kvmguest --cpuids "$CPUIDS"
	section "$1.probe" nestdiag probe
}

# together NAME SOURCE [COMMAND]: the same guests counted by SOURCE, by the module and by the kernel;
# COMMAND NAME runs others than guests() does
together()
{
	echo 1 >"$DEBUGFS/nestdiag/reset"
	hist on
	counting "$1" nestdiag snapshot --source "$2" --interval 100000
	"${3:-guests}" "$1"
	section "$1.hist" cat $EVENTS/kvm_exit/hist
	section "$1.nested-hist" cat $EVENTS/kvm_nested_vmexit/hist
	section "$1.module" cat "$DEBUGFS/nestdiag/raw"
	counted INT
	hist off
}

# file_systems: those that counting and looking take
file_systems()
{
	mount -t tracefs tracefs $TRACING || fail "no tracefs"
	mount -t securityfs securityfs /sys/kernel/security || fail "no securityfs"
	mount -t bpf bpf /sys/fs/bpf || fail "no bpf"
}
