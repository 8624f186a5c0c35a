# SPDX-License-Identifier: GPL-2.0-only
# What every command-line test needs. NESTDIAG is the tool, by default the one in this tree.
# shellcheck shell=bash disable=SC2034,SC2154

bats_require_minimum_version 1.5.0

TESTS=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
FIXTURES=$TESTS/fixtures
BAD=$TESTS/fixtures-bad
NESTDIAG=${NESTDIAG:-$(cd "$TESTS/.." && pwd)/tools/nestdiag}
# Tests run in a directory of their own, so the path must not depend on it.
case $NESTDIAG in /*) ;; *) NESTDIAG=$PWD/$NESTDIAG ;; esac

# No terminal, no locale, nothing of the caller's: as in an initramfs.
unset TERM LANG LC_ALL NO_COLOR NESTDIAG_SYSROOT
# Tests look for what stands in one line; those of the width set it themselves.
export COLUMNS=100

# nd STATUS ARGUMENTS...: run the tool, which must exit with STATUS; sets $output and $stderr.
nd() {
	local status_wanted=$1
	shift
	run --separate-stderr "-$status_wanted" "$NESTDIAG" "$@"
}

# json FILTER: the JSON on standard output is one object for which FILTER is true.
json() {
	local count
	count=$(printf '%s\n' "$output" | jq -s 'length')
	[ "$count" = 1 ] || { echo "not one JSON value but $count"; return 1; }
	printf '%s\n' "$output" | jq -e "$1" >/dev/null || {
		echo "not so: $1"
		printf '%s\n' "$output" | head -c 2000
		return 1
	}
}

# one_error PATTERN: standard error is one line, and nothing is on standard output.
one_error() {
	[ -z "$output" ] || { echo "on standard output: $output"; return 1; }
	[ "${#stderr_lines[@]}" = 1 ] || { echo "not one line: $stderr"; return 1; }
	# shellcheck disable=SC2053
	[[ $stderr == $1 ]] || { echo "not '$1': $stderr"; return 1; }
}

# lines LINE...: a snapshot of these lines, its name in $snapshot.
lines() {
	snapshot=$BATS_TEST_TMPDIR/lines.snapshot
	printf '%s\n' 'nestdiag-snapshot 1' "$@" >"$snapshot"
}

# The capability registers of a Core i7-4600U (Haswell) without a hypervisor below, as read by
# github.com/honorarybot/VmxCaps (vmx.html); only these records, as an old MSR dump would give.
haswell() {
	lines \
		'msr 0 0x480 0x00da040000000012' 'msr 0 0x481 0x0000007f00000016' \
		'msr 0 0x482 0xfff9fffe0401e172' 'msr 0 0x483 0x007fffff00036dff' \
		'msr 0 0x484 0x0000ffff000011ff' 'msr 0 0x485 0x00000000300481e5' \
		'msr 0 0x486 0x0000000080000021' 'msr 0 0x487 0x00000000ffffffff' \
		'msr 0 0x488 0x0000000000002000' 'msr 0 0x489 0x00000000001767ff' \
		'msr 0 0x48a 0x000000000000002a' 'msr 0 0x48b 0x00007cff00000000' \
		'msr 0 0x48c 0x00000f0106334141' 'msr 0 0x48d 0x0000007f00000016' \
		'msr 0 0x48e 0xfff9fffe04006172' 'msr 0 0x48f 0x007fffff00036dfb' \
		'msr 0 0x490 0x0000ffff000011fb'
}

# control STATE ID...: caps --json said so of these controls, each of which it has once.
control() {
	local found
	found=$(jq -r --args '.controls[] | select(.id | IN($ARGS.positional[])) |
		"\(.id) \(.state)"' "${@:2}" <<<"$output" | sort)
	[ "$found" = "$(printf "%s $1\n" "${@:2}" | sort)" ] || {
		echo "not all $1: $found"
		return 1
	}
}

# as_nobody COMMAND...: root may open everything, so that root has to become somebody else.
as_nobody() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}
