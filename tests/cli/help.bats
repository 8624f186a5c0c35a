#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# --help of commands with and without options of their own.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

@test "a command without options of its own has no list of them, and takes none" {
	for command in status hyperv nested vcpus; do
		nd 0 "$command" --help
		[[ ${lines[0]} != *"[OPTIONS]"* && $output != *$'\nOptions:'* ]]
		[[ $output == *$'\nGlobal options:'* ]]
		nd 64 "$command" --list
		one_error "nestdiag: option '--list' does not apply to '$command'"
	done
}

@test "a command with options lists its own and no others" {
	nd 0 caps --help
	[[ ${lines[0]} == "Usage: nestdiag [GLOBAL OPTIONS] caps [OPTIONS]" ]]
	[ "$(sed -n '/^Options:/,/^$/p' <<<"$output" | grep -oE -- '--[a-z-]+')" = --cpu ]
}

@test "completion completes files where an option or a command takes one" {
	# shellcheck source=/dev/null
	source "$TESTS/../tools/completions/nestdiag.bash"
	complete_words() {
		COMP_WORDS=("$NESTDIAG" "$@")
		COMP_CWORD=$#
		_nestdiag "$NESTDIAG" "${*: -1}" "${COMP_WORDS[$# - 1]}"
	}
	for words in "dmesg" "diff" "dmesg -F" "features --below" "snapshot -o" "-f"; do
		# shellcheck disable=SC2086 # words
		complete_words $words "$TESTS/cli/comm"
		[ "${COMPREPLY[*]}" = "$TESTS/cli/common.bash" ]
	done
	for words in "status" "exits --interval" "exits -n"; do
		# shellcheck disable=SC2086 # words
		complete_words $words "$TESTS/cli/comm"
		[ "${COMPREPLY[*]}" = "" ]
	done
	complete_words exits --by v
	[ "${COMPREPLY[*]}" = vcpu ]
	complete_words explain vmx-shadow-v
	[[ " ${COMPREPLY[*]} " == *" vmx-shadow-vmcs "* ]]
}
