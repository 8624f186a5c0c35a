#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# --help of commands with and without options of their own.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

@test "a command without options of its own has no list of them, and takes none" {
	nd 0 status --help
	[[ ${lines[0]} != *"[OPTIONS]"* && $output != *$'\nOptions:'* ]]
	[[ $output == *$'\nGlobal options:'* ]]
	nd 64 status --list
	one_error "nestdiag: option '--list' does not apply to 'status'"
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
	complete_words check --check regs-f
	[ "${COMPREPLY[*]}" = regs-fixed ]
	complete_words --from exits exi
	[ "${COMPREPLY[*]}" = exits ]
}

@test "zsh gets words with their meaning, and files" {
	complete_in_zsh() {
		# The functions of zsh's completion system, as far as we call them.
		# shellcheck disable=SC2016 # for zsh
		zsh -f -c '
			_describe() { print -l -- "${(@P)2}" }
			_files() { print files }
			words=("$@") CURRENT=$#
			source "$0"
		' "$TESTS/../tools/completions/_nestdiag" "$NESTDIAG" "$@"
	}
	run complete_in_zsh ex
	[ "${lines[0]}" = "exits:show VM exits by reason: count and time" ]
	[ "${#lines[@]}" = 2 ]
	run complete_in_zsh diff ""
	[ "$output" = files ]
	run complete_in_zsh exits --by c
	[ "$output" = "cpu:" ]
}

@test "fish gets words with their meaning, and files" {
	complete_in_fish() {
		fish --no-config -c "
			source '$TESTS/../tools/completions/nestdiag.fish'
			set -x PATH '${NESTDIAG%/*}' \$PATH
			complete -C '$*'
		"
	}
	run complete_in_fish nestdiag exit
	[ "$output" = "exits"$'\t'"show VM exits by reason: count and time" ]
	run complete_in_fish nestdiag dmesg "$TESTS/logs/messages.t"
	[[ ${lines[0]} == "$TESTS/logs/messages.tsv"* ]]
}
