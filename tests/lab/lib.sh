#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The lab's waiting: a lock names its holder, and a machine counts as hung when it
# makes no progress, not when the host is busy. What of a kernel's log is a data
# race of ours. And the lab's programs build.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../vm/lib.sh"
# shellcheck source=lab/machines.sh
. "$TOP/lab/machines.sh"

work=$(mktemp -d)
trap 'end_process "${children[@]}"; rm -rf "$work"' EXIT
children=()

# said TIMES TEXT: so many lines of what was said have TEXT
said()
{
	local times

	times=$(grep -cF -- "$2" "$work/said" || true)
	((times == $1)) || { echo "'$2' was said $times times"; return 1; }
}

said_often()
{
	(($(grep -cF -- "$1" "$work/said" || true) >= 2)) || { echo "'$1' was not said again"; return 1; }
}

# patient COMMAND...: what it says goes to a file
patient()
{
	( exec {NESTDIAG_PROGRESS_FD}>"$work/said"; "$@" )
}

# hold: keep the lock until there is a second word from the one who waits
hold()
{
	local lock try

	take_lock lock "$work/lock" "build the moon"
	: >"$work/held"
	for ((try = 0; try < 600; try++)); do
		(($(grep -c waiting "$work/said" 2>/dev/null || true) < 2)) || break
		sleep 0.1
	done
}

await()
{
	local try

	for ((try = 0; try < 600; try++)); do
		[[ ! -e $1 ]] || return 0
		sleep 0.1
	done
	echo "no $1"
	return 1
}

# shellcheck disable=SC2034 # lock is taken, and that is all
take()
{
	local lock

	LOCK_REMINDER_SECONDS=1
	take_lock lock "$work/lock" "build the sun"
}

# --- machines without progress ------------------------------------------------

# stalls_within TENTHS PID: stalled() says so of the process within that time
stalls_within()
{
	local stall_size='' stall_cpu='' stall_wall='' stall_look='' LOOK_SECONDS=0 try

	for ((try = 0; try < $1; try++)); do
		! stalled "$2" "$work/log" || return 0
		sleep 0.1
	done
	echo "not stalled"
	return 1
}

# A false alarm would come within a second or two, a true one as soon as the host lets it.
alive()
{
	! stalls_within 20 "$1" >/dev/null || { echo "stalled"; return 1; }
}

dead()
{
	stalls_within 600 "$1"
}

spin()
{
	while :; do :; done
}

speak()
{
	while :; do echo word >>"$work/log"; done
}

# --- what a machine says ---------------------------------------------------------

# utter TEXT...: into the log, one after the other, as a machine does that lives a while longer
utter()
{
	local text

	: >"$work/serial"
	for text; do
		sleep 0.6
		printf '%b' "$text" >>"$work/serial"
	done
	exec sleep 3600
}

# waits_for STATUS TEXT...: how wait_for ends for a machine that says this
waits_for()
{
	local want=$1 status=0 pid
	shift

	: >"$work/said"
	rm -f "$work/serial"
	utter "$@" & pid=$!
	children+=("$pid")
	patient wait_for "$pid" "$work/serial" "all is done" "boot" || status=$?
	end_process "$pid"
	((status == want)) || { echo "ended with $status"; return 1; }
}

ends_early()
{
	local status=0 pid

	printf 'all was d\n' >"$work/serial"
	true & pid=$!
	wait "$pid"
	patient wait_for "$pid" "$work/serial" "all is done" "boot" || status=$?
	((status == 1)) || { echo "ended with $status"; return 1; }
}

check "the token is found, in two pieces and without an end of line" \
	waits_for 0 'one\r\n' 'two all is' ' done'
check "what a machine announces is relayed, once" waits_for 0 '==> lo' 'ad KVM\r\n==> go\r\n' 'all is done\n'
check "as its first announcement" said 1 '==> load KVM ...'
check "and its second" said 1 '==> go ...'
check "a panic ends the waiting" waits_for 1 'x\0y\nKernel panic - not syncing\n'
check "a token before it counts" waits_for 0 'all is done\nKernel panic - not syncing\n'
check "a machine that ends without the token failed" ends_early

# --- the cache ----------------------------------------------------------------

# half_an_artefact: what fails is not kept, also where the caller is a condition, in which a shell
# goes on after a failing command
half_an_artefact()
{
	local CACHE=$work/cache dir

	if dir=$(cached moon half "build half a moon" false 2>/dev/null); then
		echo "it was taken for a whole one: $dir"
		return 1
	fi
	[[ ! -e $CACHE/moon/half ]] || { echo "it was kept"; return 1; }
}

check "what could not be built is not kept in the cache" patient half_an_artefact

: >"$work/said"
hold &
children+=($!)
check "a lock is held" await "$work/held"
check "the waiter gets it in the end" patient take
check "it names the holder at once, and again" said_often "waiting for build the moon, process"
: >"$work/said"
check "a free lock is taken" patient take
check "and nothing is said" said 0 waiting

: >"$work/log"
SILENT_CPU_SECONDS=1 SILENT_WALL_SECONDS=3600
spin & spinner=$!
speak & speaker=$!
sleep 3600 & sleeper=$!
children+=("$spinner" "$speaker" "$sleeper")
check "a machine that works and prints is alive" alive "$speaker"
end_process "$speaker"
check "a machine that works and prints nothing is dead" dead "$spinner"
kill -STOP "$spinner"
check "a machine that gets no processor time is alive" alive "$spinner"
check "a machine that sleeps is alive" alive "$sleeper"
SILENT_WALL_SECONDS=1
check "but not for ever" dead "$sleeper"

# --- data races ---------------------------------------------------------------------

# race FRAME...: a report of KCSAN's, whose first access has these frames in its stack
race()
{
	echo "[  418.756239] BUG: KCSAN: data-race in f+0x1/0x2"
	echo "[  418.757330] race at unknown origin, with read to 0xffff88800322c6e0 of 8 bytes by interrupt on cpu 1:"
	printf '[  418.757932]  %s+0x10/0x20\n' "$@"
	cat <<-'END'
	[  418.775163]
	[  418.775254] Reported by Kernel Concurrency Sanitizer on:
	[  418.792759] Tainted: [O]=OOT_MODULE
	[  418.793052] Workqueue: events arguments_work [nestdiag]
	[  418.794070] ==================================================================
	END
}

# races TIMES FRAME...: so many of it and of one of the kernel's own are ours
races()
{
	local times=$1 got
	shift

	got=$( (race ps2_do_sendbyte; race "$@") | awk -f "$TOP/tests/vm/kcsan.awk" | grep -c BUG: || true)
	((got == times)) || { echo "$got are"; return 1; }
}

check "a race in nestdiag is ours" races 1 nd_trace_read kthread
check "also where it called what races" races 1 wq_worker_tick arguments_work+0x3/0x4\ [nestdiag] kthread
check "also in an interrupt" races 1 nd_on_exit asm_sysvec_apic_timer_interrupt memset
check "a race of an interrupt that came while nestdiag ran is not" \
	races 0 wq_worker_tick asm_sysvec_apic_timer_interrupt arguments_counted+0x4b/0x66\ [nestdiag]

# Here, as otherwise only a machine that takes minutes would tell.
check "the guests of the machines build" kvmguest_built
check "the launches that fail build" badlaunch_built
exit $((FAILURES > 0))
