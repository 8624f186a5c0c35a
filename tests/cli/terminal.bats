#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Whatever a guest, a log or a snapshot has in its names and texts: no control character of it reaches
# the terminal, neither C0 (as ESC) nor C1 (as CSI), as a byte of its own or in UTF-8.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

RAW=$'\e[31m\x9b31m\xc2\x9b31m\x85\xc2\x85\x07\x08\x7f\r\xe2\x82\xac\xff'

setup() {
	# The bytes that are no text, as a snapshot has them.
	SEEN=$BATS_TEST_TMPDIR/seen
	HOSTILE=$BATS_TEST_TMPDIR/hostile.snapshot
	ALL=$(for ((i = 1; i < 256; i++)); do
		((i > 32 && i < 127)) || printf '\\%03o' "$i"
	done)
	export ALL
	awk '
		BEGIN { all = ENVIRON["ALL"]; csi = "\\033[31m\\233\\302\\233\\205\\177" }
		$1 == "kernel" { $2 = csi; $3 = csi }
		$1 == "module" { $2 = csi }
		$1 == "cpu" { $3 = "\\233[2J\\033" }
		$1 == "param" { $4 = $4 csi substr(all, 1, 240) }
		{ print }
		END {
			print "host dmi_vendor " csi substr(all, 241, 240)
			print "host sys_vendor " substr(all, 481, 300)
			print "failures 0 1 0 1 0 0"
			print "failure 9001 5 entry vmx guest 7 7 0 0x80000021 0x0 - none " csi " -"
			print "failure 9002 5 refused vmx nested 7 7 - - - 7 none " substr(all, 1, 40),
				csi all
		}' "$FIXTURES/emulated-haswell-exits.snapshot" >"$HOSTILE"
}

# harmless FILE: it is UTF-8, and has no control characters but new lines and tabs
harmless()
{
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null || { echo "not UTF-8: $(cat -v "$1")"; return 1; }
	if LC_ALL=C.UTF-8 grep -nP '[\x{01}-\x{08}\x{0b}-\x{1f}\x{7f}-\x{9f}]' "$1" >"$1.bad"; then
		cat -v "$1.bad"
		return 1
	fi
}

# shown ARG...: what the tool says to that on both streams is harmless, and an answer
shown()
{
	"$NESTDIAG" "$@" >"$SEEN" 2>&1 || (($? < 64)) || { echo "$*: $(cat -v "$SEEN")"; return 1; }
	looked_at "$@"
}

# refused ARG...: the same, but it is an error message, or none
refused()
{
	"$NESTDIAG" "$@" >"$SEEN" 2>&1 || true
	looked_at "$@"
}

looked_at()
{
	[[ -s $SEEN ]] || { echo "$*: silence"; return 1; }
	harmless "$SEEN" || { echo "by: $*"; return 1; }
}

@test "the check for control characters sees them" {
	for text in $'\e' $'\x9b' $'\xc2\x9b' $'\x7f' $'\r'; do
		printf 'a%sb\n' "$text" >"$SEEN"
		run harmless "$SEEN"
		[[ $status == 1 ]] || { echo "not seen: $(cat -v "$SEEN")"; return 1; }
	done
	printf 'a\tb \xe2\x82\xac\n' >"$SEEN"
	harmless "$SEEN"
}

@test "names and texts of a snapshot" {
	for command in status check caps features hyperv evmcs exits nested vcpus failures snapshot; do
		shown --from "$HOSTILE" "$command"
		shown --json --from "$HOSTILE" "$command"
	done
	for by in vcpu cpu level; do
		shown --from "$HOSTILE" exits --by "$by"
	done
	shown --from "$HOSTILE" failures 9002
	grep -q 9002 "$SEEN"
	shown diff --all "$HOSTILE" "$FIXTURES/intel-haswell-4600u-bare-metal.snapshot"
	shown diff --all "$FIXTURES/intel-haswell-4600u-bare-metal.snapshot" "$HOSTILE"
}

@test "lines of a log, whichever way they came" {
	for log in "$TESTS"/logs/* "$TESTS"/messages/*.txt; do
		LC_ALL=C sed "s/^yes: //; s/'/'$RAW/g; s/\"/\"$RAW/g; s/=/=$RAW/; s/\$/$RAW/" "$log" \
			>"$BATS_TEST_TMPDIR/log"
		shown dmesg "$BATS_TEST_TMPDIR/log"
		shown --json dmesg "$BATS_TEST_TMPDIR/log"
	done
	for dump in "$FIXTURES"/dumps/*; do
		LC_ALL=C sed "s/\$/$RAW/; s/:/:$RAW/" "$dump" >"$BATS_TEST_TMPDIR/log"
		shown autopsy "$BATS_TEST_TMPDIR/log" --sysroot "$BATS_TEST_TMPDIR"
		shown --json autopsy "$BATS_TEST_TMPDIR/log" --sysroot "$BATS_TEST_TMPDIR"
	done
}

@test "words of the command line, and names of files" {
	touch "$BATS_TEST_TMPDIR/$RAW"
	refused "$RAW"
	refused "--$RAW"
	refused caps --cpu "$RAW"
	refused exits --by "$RAW"
	shown explain "$RAW"
	shown explain "kvm: $RAW"
	refused --from "$BATS_TEST_TMPDIR/$RAW" status
	refused --from "/nowhere/$RAW" status
	refused dmesg "/nowhere/$RAW"
	refused autopsy "$BATS_TEST_TMPDIR/$RAW"
	refused snapshot -o "/nowhere/$RAW"
}
