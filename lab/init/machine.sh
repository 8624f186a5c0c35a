# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-only
#
# What the /init of every TCG machine needs, as /lib/machine.sh; it runs on
# busybox, as process 1.

export PATH=/bin
# Tools that look at the terminal must not find an odd one.
export TERM=dumb
# Checks look for what stands in one line.
export COLUMNS=100

DEBUGFS=/sys/kernel/debug

# A line of the kernel in the middle of a section would spoil it, so the console
# shows the kernel's lines outside of sections only; dmesg at the end has all.
CONSOLE_ALL=8
CONSOLE_PANIC_ONLY=1

bring_up()
{
	mount -t devtmpfs devtmpfs /dev 2>/dev/null
	mount -t proc proc /proc
	mount -t sysfs sysfs /sys
	mount -t debugfs debugfs "$DEBUGFS"
	dmesg -n "$CONSOLE_ALL"
}

# section NAME COMMAND...: what COMMAND prints, and its exit status
section()
{
	local name=$1 status
	shift

	dmesg -n "$CONSOLE_PANIC_ONLY"
	echo "--- BEGIN $name"
	"$@" 2>&1
	status=$?
	echo "--- END $name"
	echo "--- STATUS $name $status"
	dmesg -n "$CONSOLE_ALL"
}

# load NAME...: insert modules; a failure is on the serial line and costs the token
load()
{
	local name

	for name; do
		insmod "/modules/$name.ko" || fail "insmod $name"
	done
}

unload()
{
	local name

	for name; do
		rmmod "$name" || fail "rmmod $name"
	done
}

# unload_patiently NAME: an open debugfs file keeps its module for the moment of a read
unload_patiently()
{
	local try=0

	until rmmod "$1" 2>/tmp/rmmod; do
		try=$((try + 1))
		if [ "$try" -ge 200 ]; then
			fail "$(cat /tmp/rmmod)"
			return 1
		fi
		usleep 20000
	done
}

# words A,B,C: a list from the kernel command line
words()
{
	echo "$1" | tr , ' '
}

reversed()
{
	local word all=

	for word; do
		all="$word $all"
	done
	echo "$all"
}

# begins NAME COMMAND...: start a command that counts without the module, and wait until it does
begins()
{
	counter=$1
	shift
	"$@" >"/tmp/$counter.out" 2>"/tmp/$counter.err" &
	counts=$!
	until grep -q 'counting for' "/tmp/$counter.err"; do
		[ -d "/proc/$counts" ] || return 1
		usleep 100000
	done
}

# counting NAME COMMAND...: one that has to
counting()
{
	begins "$@" && return
	cat "/tmp/$counter.err"
	fail "$counter does not count"
	return 1
}

# counted SIGNAL: end it, and show what it said
counted()
{
	kill -s "$1" "$counts" || fail "$counter has ended already"
	wait "$counts"
	section "$counter" cat "/tmp/$counter.out"
	section "$counter said" cat "/tmp/$counter.err"
}

# leftovers: what nestdiag left behind although it is unloaded
leftovers()
{
	grep ^nestdiag /proc/modules
	find "$DEBUGFS/nestdiag" /sys/kernel/nestdiag /sys/kernel/slab/*nestdiag* 2>/dev/null
	grep nestdiag /proc/vmallocinfo
	return 0
}

fail()
{
	echo "FAILED: $*"
	FAILED=yes
}

# leave TOKEN: print the kernel log, TOKEN if nothing failed, and power off
leave()
{
	section dmesg dmesg
	[ -n "${FAILED-}" ] || echo "$1"
	# The last words must be through the serial line first.
	sleep 1
	poweroff -f
}
