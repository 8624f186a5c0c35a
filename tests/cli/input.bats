#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Snapshots, good and bad: one clear error, nothing half-printed, never a crash.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

@test "every bad fixture is refused with one line that names file and line" {
	for file in "$BAD"/*; do
		for command in status caps "hyperv --json" evmcs "snapshot --json"; do
			# shellcheck disable=SC2086
			nd 64 $command --from "$file"
			one_error "nestdiag: $file:*"
		done
	done
}

@test "a bad line is named by its number, reason and text" {
	nd 64 --from "$BAD/not-hex.snapshot"
	one_error "nestdiag: $BAD/not-hex.snapshot:2: *16 hexadecimal digits*msr 0 0x480 0x00da04000000001g*"
	nd 64 --from "$BAD/msr-twice.snapshot"
	one_error "nestdiag: *:3: MSR 0x480 of CPU 0 appears twice*"
	nd 64 --from "$BAD/version-2.snapshot"
	one_error "nestdiag: *:1: snapshot version 2*"
	nd 64 --from "$BAD/nul.snapshot"
	one_error 'nestdiag: *:2: byte 0x00 in column 26*\\x00*'
}

@test "a missing, unreadable or wrong kind of file is status 3" {
	nd 3 --from "$BATS_TEST_TMPDIR/none"
	one_error "nestdiag: $BATS_TEST_TMPDIR/none: No such file or directory"
	nd 3 --from "$BATS_TEST_TMPDIR"
	one_error "nestdiag: $BATS_TEST_TMPDIR: Is a directory"
	nd 3 --from ""
	[ -z "$output" ]
}

@test "an empty file is no snapshot, a header alone has no facts" {
	nd 64 --from /dev/null
	one_error "nestdiag: /dev/null: empty, not a snapshot"
	lines '# nothing'
	for command in status caps hyperv evmcs snapshot; do
		nd 3 $command --from "$snapshot"
		[ "$stderr" = "nestdiag: $snapshot: no facts" ]
		nd 3 $command --json --from "$snapshot"
		json 'type == "object"'
	done
}

@test "standard input is read for -" {
	haswell
	run --separate-stderr -0 bash -c '"$1" caps --json --from - <"$2"' - "$NESTDIAG" "$snapshot"
	control yes vmx-shadow-vmcs
	run --separate-stderr -64 bash -c 'echo x | "$1" --from -' - "$NESTDIAG"
	one_error "nestdiag: (standard input):1: *"
}

@test "line ends and a byte order mark of other systems do no harm" {
	haswell
	nd 0 caps --json --from "$snapshot"
	plain=$output
	sed -i 's/$/\r/' "$snapshot"
	nd 0 caps --json --from "$snapshot"
	[ "$output" = "$plain" ]
	{ printf '\357\273\277'; cat "$snapshot"; } >"$snapshot.bom"
	nd 0 caps --json --from "$snapshot.bom"
	[ "$output" = "$plain" ]
}

@test "a last line without its end is taken, half a line is refused" {
	haswell
	nd 0 caps --json --from "$snapshot"
	whole=$output
	truncate -s -1 "$snapshot"
	nd 0 caps --json --from "$snapshot"
	[ "$output" = "$whole" ]
	truncate -s -1 "$snapshot"
	nd 64 caps --json --from "$snapshot"
	one_error "nestdiag: $snapshot:18: *"
}

@test "a snapshot cut anywhere is read or refused, never more" {
	haswell
	size=$(stat -c %s "$snapshot")
	for ((at = 0; at < size; at += 17)); do
		head -c "$at" "$snapshot" >"$BATS_TEST_TMPDIR/cut"
		run --separate-stderr "$NESTDIAG" caps --from "$BATS_TEST_TMPDIR/cut"
		[ "$status" = 0 ] || [ "$status" = 3 ] || [ "$status" = 64 ]
		[ "$status" != 64 ] || [ "${#stderr_lines[@]}" = 1 ]
	done
}

@test "lines of any length" {
	haswell
	head -c 3000000 /dev/zero | tr '\0' x | sed 's/^/# /' >>"$snapshot"
	nd 0 caps --from "$snapshot"
	{ echo; head -c 3000000 /dev/zero | tr '\0' 7; } >>"$snapshot"
	nd 64 caps --from "$snapshot"
	one_error "nestdiag: $snapshot:20: *"
	[ "${#stderr}" -lt 500 ]
}

@test "two records of one CPU that contradict each other are refused" {
	lines 'cpu 0 GenuineIntel 6 69 1 0x25' 'cpu 0 AuthenticAMD 23 49 0 0x1'
	run --separate-stderr "$NESTDIAG" --from "$snapshot"
	[ "$status" = 64 ]
	one_error "nestdiag: $snapshot:3: *"
}

@test "records that are not known are counted, beside and in JSON" {
	file=$FIXTURES/synthetic-newer-records.snapshot
	nd 0 caps --from "$file"
	[[ $stderr == *"3 records were ignored"* && $stderr == *"1 record has fields"* ]]
	nd 0 caps --json --from "$file"
	json '.ignored == 3 and .extra == 1 and (.notes | length) == 2'
	nd 0 -q caps --json --from "$file"
	[ -z "$stderr" ]
	json '.ignored == 3'
	haswell
	nd 0 caps --json --from "$snapshot"
	json '.ignored == 0 and .extra == 0'
}

@test "CPUs in any order and number" {
	lines 'msr 8191 0x480 0x00da040000000012' 'msr 3 0x480 0x00da040000000012'
	nd 0 caps --json --from "$snapshot" --cpu 3
	json '[.msrs[] | select(.index == "0x480").value] == ["0xda040000000012"]'
	nd 0 caps --json --from "$snapshot" --cpu 8191
	json '[.msrs[] | select(.index == "0x480").value] == ["0xda040000000012"]'
	nd 3 caps --cpu 4 --from "$snapshot"
	[ "$stderr" = "nestdiag: $snapshot: CPU 4 was not recorded" ]
	{ echo 'nestdiag-snapshot 1'; seq -f 'msr %.0f 0x480 0x00da040000000012' 0 8191; } >"$snapshot"
	nd 0 caps --json --from "$snapshot"
	json '.notes[0].text | contains("8192")'
}

@test "a megabyte of random bytes is one error, always" {
	for seed in 1 2 3 4; do
		perl -e 'srand shift; print map { chr rand 256 } 1 .. 1 << 20' "$seed" \
			>"$BATS_TEST_TMPDIR/random"
		[ "$(stat -c %s "$BATS_TEST_TMPDIR/random")" = 1048576 ]
		nd 64 --from "$BATS_TEST_TMPDIR/random"
		one_error "nestdiag: $BATS_TEST_TMPDIR/random:1: *"
		# Behind a good first line, too.
		{ echo 'nestdiag-snapshot 1'; cat "$BATS_TEST_TMPDIR/random"; } >"$BATS_TEST_TMPDIR/r2"
		nd 64 caps --json --from "$BATS_TEST_TMPDIR/r2"
		one_error "nestdiag: $BATS_TEST_TMPDIR/r2:*"
	done
}

@test "random bytes of this moment, and bytes without end" {
	head -c 1048576 /dev/urandom >"$BATS_TEST_TMPDIR/random"
	nd 64 --from "$BATS_TEST_TMPDIR/random"
	one_error "nestdiag: $BATS_TEST_TMPDIR/random:1: *"
	nd 64 --from /dev/urandom
	one_error "nestdiag: /dev/urandom:1: *"
	nd 64 --from /dev/zero
	one_error "nestdiag: /dev/zero: larger than any snapshot"
}

# CSI as one character (U+009B), overlong, halves of pairs, beyond Unicode, cut; and é, €, 😀.
@test "control characters reach the terminal in no encoding, letters of any script do" {
	for bad in '\x9b31m' '\xc2\x9b31m' '\xc2\x80' '\xc2\x9f' '\x7f' '\xc0\x9b' '\xe0\x9f\xbf' \
		'\xf0\x8f\xbf\xbf' '\xed\xa0\x80' '\xed\xbf\xbf' '\xf4\x90\x80\x80' '\xf5\x80\x80\x80' \
		'\xe2\x82' '\xf0\x9f\x98' '\xc3' '\x01' '\x1f'; do
		nd 3 explain "a$(printf "$bad")z"
		[[ $stderr == *"'a?"*"z'"* ]]
		! LC_ALL=C grep -q '[^ -~]' <<<"$stderr"
	done
	for good in '\xc2\xa0' '\xc3\xa9' '\xdf\xbf' '\xe0\xa0\x80' '\xe2\x82\xac' '\xed\x9f\xbf' \
		'\xee\x80\x80' '\xef\xbf\xbd' '\xf0\x90\x80\x80' '\xf0\x9f\x98\x80' '\xf4\x8f\xbf\xbf'; do
		word=a$(printf "$good")z
		nd 3 explain "$word"
		[[ $stderr == *"'$word'"* ]]
	done
}

@test "text of a snapshot reaches neither the terminal nor JSON unclean" {
	lines 'kernel \033[31m\377 x86_64' 'param kvm_intel nested \033]0;x\007' \
		'cpu 0 \033[2J\200 6 69 1 0x0' 'cpuid 0 0x00000000 0x0 00000001 00000000 00000000 00000000'
	for command in status caps hyperv evmcs snapshot; do
		run --separate-stderr "$NESTDIAG" $command --from "$snapshot"
		[[ $output != *$'\033'* && $output != *$'\007'* ]]
		run --separate-stderr "$NESTDIAG" $command --json --from "$snapshot"
		json 'type == "object"'
		iconv -f UTF-8 -t UTF-8 <<<"$output" >/dev/null
	done
}

# same FILE...: the answer to each of them is that to $whole
same() {
	for file in "$@"; do
		nd 0 -q status --from "$file"
		[ "$output" = "$whole" ] || { echo "$file: $output"; return 1; }
	done
}

@test "a snapshot out of a mail: quoted, behind a header, with other line ends" {
	source=$FIXTURES/synthetic-l1-evmcs-in-use.snapshot
	nd 0 -q status --from "$source"
	whole=$output
	cd "$BATS_TEST_TMPDIR" || return
	sed 's/^/> /' "$source" >quoted
	sed 's/^/> > /' "$source" >quoted-twice
	sed 's/^/>>/' "$source" >quoted-otherwise
	{ printf 'From: a\nSubject: nestdiag-snapshot\n\nHello,\nmsr 0 0x480 is odd\n\n'; cat "$source"; } >behind
	{ printf 'On Friday, b wrote:\n'; sed 's/^/> /' "$source"; printf 'msr is fine.\nmsr\n'; } >reply
	sed 's/$/\r/' reply >crlf
	same quoted quoted-twice quoted-otherwise behind reply crlf
	# The line that is wrong is counted in the mail.
	sed 's/^> msr 0 0x480 .*/> msr 0 0x480 0x1g/' reply >bad
	line=$(grep -n 0x1g bad | cut -d: -f1)
	nd 64 --from bad
	one_error "nestdiag: bad:$line: *0x1g*"
	# A mail about snapshots is none.
	printf 'From: a\n\nsee "nestdiag-snapshot 1"\n > nestdiag-snapshot 1\n' >none
	nd 64 --from none
	one_error "nestdiag: none:1: not a snapshot*From: a*"
}

@test "compressed snapshots and logs, whatever their names" {
	source=$FIXTURES/synthetic-l1-evmcs-in-use.snapshot
	nd 0 -q status --from "$source"
	whole=$output
	cd "$BATS_TEST_TMPDIR" || return
	gzip -c "$source" >gz
	xz -c "$source" >xz
	xz -9e -c "$source" >xz9
	zstd -qc "$source" >zst
	zstd -qc -19 --long "$source" >zst19
	# One behind the other is one file.
	for tool in gzip xz "zstd -q"; do
		{ head -n 9 "$source" | $tool -c; tail -n +10 "$source" | $tool -c; } >"two-${tool%% *}"
	done
	same gz xz xz9 zst zst19 two-gzip two-xz two-zstd
	run --separate-stderr -0 bash -c '"$1" -q status --from - <zst' - "$NESTDIAG"
	[ "$output" = "$whole" ]
	nd 1 dmesg "$TESTS/golden/host.log"
	whole=$output
	for tool in gzip xz zstd; do
		$tool -qc "$TESTS/golden/host.log" >log
		nd 1 dmesg log
		[ "$output" = "$whole" ]
	done
}

@test "compressed data that is cut, damaged or a bomb is an error, in bounded memory" {
	source=$FIXTURES/synthetic-l1-evmcs-in-use.snapshot
	cd "$BATS_TEST_TMPDIR" || return
	for tool in gzip xz zstd; do
		$tool -qc "$source" >whole
		head -c $(($(stat -c %s whole) - 9)) whole >cut
		nd 64 --from cut
		one_error "nestdiag: cut: compressed, but damaged or cut short"
		{ head -c 100 whole; head -c 100 /dev/zero; tail -c +201 whole; } >damaged
		nd 64 --from damaged
		one_error "nestdiag: damaged: compressed, but damaged or cut short"
		nd 64 dmesg damaged
		one_error "nestdiag: damaged: compressed, but damaged or cut short"
		# A line of 100 MiB. The address space has room for what reading one takes.
		{ echo "nestdiag-snapshot 1"; head -c 100M /dev/zero; } | $tool -1 -qc >line
		run --separate-stderr -64 bash -c 'ulimit -v 600000; "$1" --from line' - "$NESTDIAG"
		one_error "nestdiag: line: larger than any snapshot"
		{ echo "a log"; head -c 100M /dev/zero; } | $tool -1 -qc >line
		run --separate-stderr -64 bash -c 'ulimit -v 600000; "$1" dmesg line' - "$NESTDIAG"
		one_error "nestdiag: line: too large, or a line of it is"
	done
	# And 300 MiB of lines.
	{ echo "nestdiag-snapshot 1"; yes "#" | head -c 300M; } | gzip -1 >lines
	run --separate-stderr -64 bash -c 'ulimit -v 600000; "$1" --from lines' - "$NESTDIAG"
	one_error "nestdiag: lines: larger than any snapshot"
	# A window of 2 GiB, as only the file asks for it.
	printf '\x28\xb5\x2f\xfd\x00\xa8\x00\x00\x00\x00\x00\x00' >window
	nd 64 --from window
	one_error "nestdiag: window: compressed so that unpacking it takes too much memory"
}
