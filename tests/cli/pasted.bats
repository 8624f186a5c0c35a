#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# What people paste into reports: each case of tests/logs/pasted.txt gets the answer it needs.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

# says STATUS WORDS: the answer, its lines joined, has these words (0) or has them not (1)
says() {
	local status=0

	grep -qiF -- "$2" <<<"$said" || status=1
	[ "$status" = "$1" ] && return
	echo "$name: $([ "$1" = 0 ] && echo "does not say" || echo "says") \"$2\": $said"
	failed=1
}

# judge: ask for the case that was read, and compare
judge() {
	local words

	[[ -n $name ]] || return 0
	cases=$((cases + 1))
	if [[ -s $BATS_TEST_TMPDIR/facts ]]; then
		run --separate-stderr "$NESTDIAG" check --from "$BATS_TEST_TMPDIR/facts"
	else
		run --separate-stderr "$NESTDIAG" dmesg "$BATS_TEST_TMPDIR/log"
	fi
	said=$(tr -s '[:space:]' ' ' <<<"$output")
	for words in "${must[@]}"; do says 0 "$words"; done
	for words in "${not[@]}"; do says 1 "$words"; done
}

start() {
	name=$1 must=() not=()
	: >"$BATS_TEST_TMPDIR/log"
	: >"$BATS_TEST_TMPDIR/facts"
}

@test "every pasted log gets the answer it needs" {
	local cases=0 failed=0 name="" said line must=() not=()

	while IFS= read -r line; do
		case $line in
		"case: "*)
			judge
			start "${line#case: }"
			;;
		"must: "*) must+=("${line#must: }") ;;
		"not: "*) not+=("${line#not: }") ;;
		"in: "*) printf '%s\n' "${line#in: }" >>"$BATS_TEST_TMPDIR/log" ;;
		"fact: "*)
			[[ -s $BATS_TEST_TMPDIR/facts ]] || echo "nestdiag-snapshot 1" >"$BATS_TEST_TMPDIR/facts"
			printf '%s\n' "${line#fact: }" >>"$BATS_TEST_TMPDIR/facts"
			;;
		"from: "* | "#"* | "") ;;
		*)
			echo "no line of a case: $line"
			failed=1
			;;
		esac
	done <"$TESTS/logs/pasted.txt"
	judge
	((cases >= 100 && !failed))
}
