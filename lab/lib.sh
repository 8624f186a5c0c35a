#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# What every lab script needs: progress with elapsed time, a cache keyed by
# content, and waiting for words on a serial line. Source it; run by itself it
# shows or removes the cache:
#
#	lab/lib.sh cache | lab/lib.sh clean-cache
#
# Standard output belongs to results (paths, reports, TAP). Everything for the
# eyes goes to NESTDIAG_PROGRESS_FD, so that it stays visible when a step's own
# output goes to a log.

# Sourced more than once when one script sources two others that need it.
[[ -z ${NESTDIAG_PROGRESS_FD-} ]] || return 0

set -euo pipefail
# Without this a failure inside $(...) would go unnoticed.
shopt -s inherit_errexit

# shellcheck disable=SC2034 # for those who source us
TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${NESTDIAG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nestdiag}
HEARTBEAT_SECONDS=15
LOCK_REMINDER_SECONDS=60
CACHE_KEEP_DAYS=30

exec {NESTDIAG_PROGRESS_FD}>&2

say()
{
	printf '%s\n' "$*" >&"$NESTDIAG_PROGRESS_FD"
}

die()
{
	say "error: $*"
	exit 1
}

# --- progress ---------------------------------------------------------------

# heartbeat TITLE PID: a sign of life while process PID works.
heartbeat()
{
	local title=$1 pid=$2 start=$SECONDS

	while sleep "$HEARTBEAT_SECONDS" && kill -0 "$pid" 2>/dev/null; do
		say "    $title ... $((SECONDS - start)) s so far"
	done
}

# step TITLE COMMAND...: run COMMAND with its output in a log, say how long it
# took, and show the end of the log if it failed. Where the caller tests our
# status (if, ||), COMMAND runs without `set -e`.
step()
{
	local title=$1 start=$SECONDS log pid beat status=0
	shift

	mkdir -p "$CACHE/log"
	log=$(mktemp "$CACHE/log/step.XXXXXX")
	say "==> $title ..."
	( "$@" ) >"$log" 2>&1 </dev/null &
	pid=$!
	heartbeat "$title" "$pid" >/dev/null 2>&1 &
	beat=$!
	# Background processes ignore Ctrl-C: it is for us to end them.
	trap 'end_process "$pid" "$beat"; exit 130' INT TERM
	wait "$pid" || status=$?
	trap - INT TERM
	end_process "$beat"
	if ((status)); then
		tail -n 30 "$log" | sed 's/^/    | /' >&"$NESTDIAG_PROGRESS_FD"
		say "==> $title: FAILED after $((SECONDS - start)) s, log: $log"
		return "$status"
	fi
	rm -f "$log"
	say "==> $title: $((SECONDS - start)) s"
}

# end_process PID...: end processes that we started, and their children.
end_process()
{
	local pid

	for pid; do
		[[ -n $pid ]] || continue
		# Stopped, or it starts another child while we look for them: a
		# sleep that outlives us would keep the locks that it inherited.
		kill -STOP "$pid" 2>/dev/null || continue
		end_children "$pid"
		kill "$pid" 2>/dev/null || true
		kill -CONT "$pid" 2>/dev/null || true
		wait "$pid" 2>/dev/null || true
	done
}

end_children()
{
	local child children

	read -ra children 2>/dev/null <"/proc/$1/task/$1/children" || return 0
	for child in "${children[@]}"; do
		end_children "$child"
		kill "$child" 2>/dev/null || true
	done
}

# --- cache ------------------------------------------------------------------

# key_of FILE...: one key for the names and contents of files (folders: all
# files in them); words that are no file count as themselves.
key_of()
{
	local item

	for item; do
		if [[ -d $item ]]; then
			(cd "$item" && find . -type f -print0 | sort -z | xargs -0r sha256sum)
		elif [[ -e $item ]]; then
			sha256sum <"$item"
		else
			printf '%s\n' "$item"
		fi
	done | sha256sum | cut -c1-16
}

# take_lock VARIABLE FILE TITLE: lock FILE on a new descriptor, put into VARIABLE,
# until that is closed. A waiter names the holder at once and again each minute;
# for that, holders write their title and process into FILE.
take_lock()
{
	local file=$2 title=$3 start=$SECONDS lock

	exec {lock}>>"$file"
	if ! flock -n "$lock"; then
		while
			say "==> waiting for $(lock_holder "$file"), $((SECONDS - start)) s so far ..."
			! flock -w "$LOCK_REMINDER_SECONDS" "$lock"
		do
			:
		done
	fi
	printf '%s, process %s\n' "$title" "$BASHPID" >"$file"
	printf -v "$1" '%s' "$lock"
}

lock_holder()
{
	local holder

	holder=$(head -n 1 "$1")
	printf '%s (%s)\n' "${holder:-another process}" "${1#"$CACHE/"}"
}

# cached KIND KEY TITLE COMMAND...: print the folder of the artefact; build it
# first if it is not there. COMMAND runs in an empty folder that becomes the
# artefact only when it succeeds, so that an interrupted build leaves nothing.
# Each artefact has a lock of its own, so that nothing waits for an unrelated build.
cached()
{
	local kind=$1 key=$2 title=$3 dir=$CACHE/$1/$2
	shift 3

	if [[ ! -d $dir ]]; then
		mkdir -p "$CACHE/$kind"
		(
			take_lock lock "$CACHE/$kind/.$key.lock" "$title"
			[[ -d $dir ]] || build_artefact "$dir" "$title" "$@"
		) >&"$NESTDIAG_PROGRESS_FD"
		[[ -d $dir ]] || return 1
	fi
	touch "$dir"
	printf '%s\n' "$dir"
}

# Part of cached, which holds the lock: so there is one temporary folder, and a
# failed one stays for a look until the next try. No `if` around the step: in a
# condition COMMAND would lose its `set -e`, and half an artefact pass for a
# whole one.
build_artefact()
{
	local dir=$1 title=$2 tmp=$1.tmp status
	shift 2

	rm -rf "$tmp"
	mkdir "$tmp"
	step "$title" run_in "$tmp" "$@"
	status=$?
	# Where our caller is a condition itself, set -e has not ended us.
	((!status)) || return "$status"
	mv -T "$tmp" "$dir"
	# Each use touches an artefact; what nobody has used for long goes.
	find "${dir%/*}" -mindepth 1 -maxdepth 1 -mtime "+$CACHE_KEEP_DAYS" -exec rm -rf {} +
}

run_in()
{
	cd "$1"
	shift
	"$@"
}

# work_dir NAME: an empty folder for one run's files, ours until we exit.
# A second run of the same name waits for the first.
work_dir()
{
	local dir=$CACHE/work/$1

	mkdir -p "$CACHE/work"
	# Kept until we exit.
	# shellcheck disable=SC2034
	take_lock WORK_LOCK_FD "$dir.lock" "another run of $1"
	rm -rf "$dir"
	mkdir -p "$dir"
	# shellcheck disable=SC2034 # for the caller: $(...) would drop the lock
	WORK=$dir
}

cache_show()
{
	say "cache: $CACHE"
	[[ ! -d $CACHE ]] || du -sh "$CACHE"/* 2>/dev/null || true
}

cache_remove()
{
	# A wrong NESTDIAG_CACHE must not cost anybody more than a cache.
	[[ -d $CACHE ]] || { say "no cache at $CACHE"; return; }
	local entry
	for entry in apt bin fuzz kernel lint log module testkernel work; do
		rm -rf "${CACHE:?}/$entry"
	done
	rmdir "$CACHE" 2>/dev/null || say "left in $CACHE: $(ls -A "$CACHE")"
	say "removed the cache $CACHE"
}

# --- serial lines -----------------------------------------------------------

# When a machine hangs, its emulator spins or sleeps, and the serial log stops
# growing. Silence is measured in the emulator's own processor time, which slows
# down with the machine on a busy host. A machine that sleeps forever uses none;
# only the wall clock shows that, so that limit is generous.
SILENT_CPU_SECONDS=400
SILENT_WALL_SECONDS=1800
# Each look costs some processes, while the machine has work for every CPU.
LOOK_SECONDS=5

# cpu_seconds PID: processor time that the process has used
cpu_seconds()
{
	local stat fields

	stat=$(cat "/proc/$1/stat" 2>/dev/null) || { echo 0; return; }
	read -ra fields <<<"${stat##*) }"
	echo $(((fields[11] + fields[12]) / $(getconf CLK_TCK)))
}

# stalled PID FILE...: none of the logs has moved for too long. The caller has the
# variables stall_size, stall_cpu, stall_wall and stall_look, empty at first.
stalled()
{
	local pid=$1 size cpu
	shift

	((SECONDS >= ${stall_look:-0})) || return 1
	stall_look=$((SECONDS + LOOK_SECONDS))
	size=$(stat -c %s "$@" 2>/dev/null | tr '\n' ' ')
	cpu=$(cpu_seconds "$pid")
	if [[ $size != "$stall_size" ]]; then
		stall_size=$size stall_cpu=$cpu stall_wall=$SECONDS
	fi
	((cpu - stall_cpu >= SILENT_CPU_SECONDS || SECONDS - stall_wall >= SILENT_WALL_SECONDS))
}

stall_words()
{
	echo "no word for $SILENT_CPU_SECONDS s of the emulator's processor time, or for" \
		"$SILENT_WALL_SECONDS s in all"
}

# wait_for PID FILE TOKEN TITLE [LOG...]: wait until TOKEN appears in FILE, the
# serial log of the emulator PID, which may have more LOGs. Lines "==> WHAT" in it
# are announcements of what the machine does next; they are relayed, with the time
# that each took. Fails with 1 when the process ends (or its kernel panics) without
# the token, with 2 when the machine is stalled.
wait_for()
{
	local pid=$1 file=$2 token=$3 title=$4 start=$SECONDS beat=$SECONDS alive=1
	local stall_size='' stall_cpu='' stall_wall='' stall_look=''
	local fd rest='' seen='' status=''
	shift 4

	say "==> $title ..."
	: >>"$file"
	exec {fd}<"$file"
	while [[ -z $status ]]; do
		# Look at the process first, so that its last words are still read.
		kill -0 "$pid" 2>/dev/null || alive=0
		read_on
		if [[ $seen == *token* ]]; then
			say "==> $title: $((SECONDS - start)) s"
			status=0
		elif ((!alive)) || [[ $seen == *panic* ]]; then
			status=1
		elif stalled "$pid" "$file" "$@"; then
			status=2
		else
			if ((SECONDS - beat >= HEARTBEAT_SECONDS)); then
				say "    $title ... $((SECONDS - start)) s so far"
				beat=$SECONDS
			fi
			sleep 0.5
		fi
	done
	exec {fd}<&-
	return "$status"
}

# Part of wait_for, whose variables it moves on: what came since the last time. It starts no process,
# as those that it would start twice a second took a fifth of a CPU.
read_on()
{
	local part line

	while IFS= read -r part; do
		line=${rest//$'\r'/}${part//$'\r'/} rest=''
		look_at "$line"
		[[ $line != '==> '* ]] || relay "${line#==> }"
	done <&"$fd"
	rest+=$part
	look_at "$rest"
}

# look_at TEXT: part of wait_for: a line of the log, or the beginning of one
look_at()
{
	[[ $1 != *"$token"* ]] || seen+=' token'
	[[ $1 != *'Kernel panic'* ]] || seen+=' panic'
}

# relay ANNOUNCEMENT: part of wait_for
relay()
{
	say "==> $title: $((SECONDS - start)) s"
	title=$1 start=$SECONDS beat=$SECONDS
	say "==> $title ..."
}

# between FILE NAME: the lines between "--- BEGIN NAME" and "--- END NAME" of a
# serial log, without the carriage returns that a console adds.
between()
{
	tr -d '\r' <"$1" | awk -v begin="--- BEGIN $2" -v end="--- END $2" '
		$0 == end { inside = 0 }
		inside
		$0 == begin { inside = 1 }'
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	case ${1-} in
	cache) cache_show ;;
	clean-cache) cache_remove ;;
	*) die "usage: lab/lib.sh cache | clean-cache" ;;
	esac
fi
