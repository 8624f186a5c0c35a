# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-only
#
# Guests that share a CPU while perf was on KVM's tracepoint before nestdiag, as
# /lib/turns.sh. It takes perfhold.

# hold: a perf event on each CPU; $holder is its process
hold()
{
	perfhold kvm/kvm_exit >/tmp/held &
	holder=$!
	while ! grep -q '^perfhold:' /tmp/held; do
		kill -0 "$holder" || fail "perfhold"
		usleep 20000
	done
}

release()
{
	kill "$holder"
	wait "$holder"
}

# turns NAME: two guests on one CPU, each with a number of CPUIDs of its own
turns()
{
	echo 1 >"$DEBUGFS/nestdiag/reset"
	taskset 1 kvmguest --cpuids 4000 >/dev/null & one=$!
	taskset 1 kvmguest --cpuids 7000 >/dev/null & two=$!
	wait "$one" || fail "$1: first guest"
	wait "$two" || fail "$1: second guest"
	section "$1.known" echo "$one 4000 $two 7000"
	section "$1.vcpus" grep '^vcpu_exits ' "$DEBUGFS/nestdiag/raw"
	section "$1.missed" grep '^missed ' "$DEBUGFS/nestdiag/raw"
}
