#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# The command line itself: commands, options, help, versions, wrong words.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

# The tool's own list; a command is one that has a file.
COMMANDS=$("$NESTDIAG" --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p')

@test "help names every command and goes to standard output" {
	nd 0 --help
	[ "$(sort <<<"$COMMANDS")" = "$(cd "$TESTS/.." &&
		sed -n 's/^\t\.name = "\(.*\)",$/\1/p' tools/cmd/*.c | sort)" ]
	[ "$(wc -w <<<"$COMMANDS")" -ge 16 ]
	[[ $output == *"--from FILE"* && $output == *"--json"* && $output == *"--no-color"* ]]
	[[ $output == *"64 wrong command line"* ]]
	[ -z "$stderr" ]
}

@test "every command has its own help with one example" {
	for command in $COMMANDS; do
		nd 0 "$command" --help
		[[ $output == "Usage: nestdiag [GLOBAL OPTIONS] $command"* ]]
		[ "$(sed -n '/^Example:/,$p' <<<"$output" | wc -l)" = 2 ]
		[[ ${lines[-1]} =~ ^\ \ (.*\|\ )?nestdiag\ $command(\ |$) ]]
		[[ $output == *"Exit status:"* && $output != *"(null)"* ]]
		own=$output
		nd 0 help "$command"
		[ "$output" = "$own" ]
		nd 0 "$command" -h
		[ "$output" = "$own" ]
	done
}

@test "help stays within 80 columns but for the lists of options and commands" {
	for command in "" $COMMANDS; do
		# shellcheck disable=SC2086
		nd 0 $command --help
		[ "$(grep -v '^  ' <<<"$output" | grep -cE '.{81}')" = 0 ]
		[ "$(grep -cE '.{81}' <<<"$output")" = 0 ]
	done
}

@test "version names tool and interface, and the module as not loaded" {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR
	nd 0 --version
	[[ ${lines[0]} =~ ^nestdiag\ +[0-9]+\.[0-9]+\.[0-9]+\ \(interface\ 1\)$ ]]
	[[ ${lines[1]} =~ ^nestdiag\.ko\ +not\ loaded$ ]]
	nd 0 -V --json
	json '.tool.interface == 1 and .module.version == null'
}

@test "version names the module's versions when it is loaded" {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR
	mkdir -p "$BATS_TEST_TMPDIR"/sys/module/nestdiag "$BATS_TEST_TMPDIR"/sys/kernel/nestdiag
	echo 9.8.7 >"$BATS_TEST_TMPDIR"/sys/module/nestdiag/version
	echo 4 >"$BATS_TEST_TMPDIR"/sys/kernel/nestdiag/interface_version
	nd 0 -V
	[[ $output == *"9.8.7 (interface 4)"* ]]
	nd 0 -V --json
	json '.module.version == "9.8.7" and .module.interface == 4'
}

@test "no command means status" {
	haswell
	nd 3 --from "$snapshot"
	bare=$output
	nd 3 status --from "$snapshot"
	[ "$output" = "$bare" ]
}

@test "global options stand before and after the command, long and short" {
	haswell
	nd 0 --json --from "$snapshot" caps
	before=$output
	nd 0 caps --json --from "$snapshot"
	[ "$output" = "$before" ]
	nd 0 --json caps "--from=$snapshot"
	[ "$output" = "$before" ]
	nd 0 -jqf "$snapshot" caps
	[ "$output" = "$before" ]
	[ -z "$stderr" ]
}

near() {
	nd 64 "$1"
	one_error "nestdiag: unknown command '$1'; did you mean '$2'?"
}

@test "a wrong command names the near one" {
	near cap caps
	near capz caps
	near stauts status
	near stat status
	near hyper-v hyperv
	near evmsc evmcs
	near snapshto snapshot
	near snap snapshot
}

@test "a command that is near nothing points to the help" {
	nd 64 frobnicate
	one_error "nestdiag: unknown command 'frobnicate'; see nestdiag --help"
	nd 64 ""
	one_error "nestdiag: unknown command ''; *"
}

@test "a wrong option names the near one" {
	nd 64 --jsn
	one_error "nestdiag: unknown option '--jsn'; did you mean '--json'?"
	nd 64 caps --form x
	one_error "nestdiag: unknown option '--form'; did you mean '--from'?"
	nd 64 caps --cpus=1
	one_error "nestdiag: unknown option '--cpus'; did you mean '--cpu'?"
	nd 64 --no-colour status
	one_error "nestdiag: unknown option '--no-colour'; did you mean '--no-color'?"
}

@test "an option that is near nothing points to the help of its command" {
	nd 64 --frobnicate
	one_error "nestdiag: unknown option '--frobnicate'; see nestdiag --help"
	nd 64 caps -x
	one_error "nestdiag: unknown option '-x'; see nestdiag caps --help"
}

@test "an option of another command says so" {
	nd 64 status --cpu 0
	one_error "nestdiag: option '--cpu' does not apply to 'status'"
	nd 64 hyperv -o x
	one_error "nestdiag: option '-o' does not apply to 'hyperv'"
	nd 64 --cpu 0 caps
	one_error "nestdiag: option '--cpu' must follow its command"
}

@test "arguments too few, too many, or not a number" {
	nd 64 status --from
	one_error "nestdiag: option '--from' needs FILE"
	nd 64 --json=yes
	one_error "nestdiag: option '--json' takes no argument"
	nd 64 caps 0
	one_error "nestdiag: 'caps' takes no argument '0'"
	for number in x -1 1x 8192 "" 99999999999999999999; do
		nd 64 caps --cpu "$number"
		one_error "nestdiag: --cpu needs a number from 0 to 8191, not '$number'"
	done
}

@test "a wrong word cannot reach the terminal's escape sequences" {
	nd 64 $'\033[31mcaps'
	[[ $stderr != *$'\033'* ]]
}

@test "no two options have the same key" {
	keys=$(sed -nE "s/^\t\{ ('.'|KEY_[A-Z_]+), .*/\1/p" "$TESTS/../tools/cli/options.c" | sort)
	[ "$(wc -l <<<"$keys")" -ge 30 ]
	[ -z "$(uniq -d <<<"$keys")" ]
}

@test "the manual page has every command and every option" {
	page=$TESTS/../docs/man/nestdiag.8
	for command in $COMMANDS; do
		grep -qE "^\.BR? $command( |$)" "$page" || { echo "no $command"; return 1; }
		nd 0 "$command" --help
		options=$(grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' <<<"$output" | grep -oE -- '--[a-z-]+')
		for option in $options; do
			grep -qF -- "${option//-/\\-}" "$page" || { echo "no $option"; return 1; }
		done
	done
}

@test "completion offers commands, options and files" {
	# shellcheck source=/dev/null
	source "$TESTS/../tools/completions/nestdiag.bash"
	complete_words() {
		COMP_WORDS=("$NESTDIAG" "$@")
		COMP_CWORD=$#
		_nestdiag "$NESTDIAG" "${*: -1}" "${COMP_WORDS[$# - 1]}"
	}
	complete_words ""
	[[ " ${COMPREPLY[*]} " == " status "*" caps "*" exits "*" snapshot "* ]]
	complete_words --from x sn
	[ "${COMPREPLY[*]}" = snapshot ]
	complete_words caps --c
	[ "${COMPREPLY[*]}" = --cpu ]
	complete_words status --c
	[ "${COMPREPLY[*]}" = "" ]
	complete_words --from "$TESTS/cli/comm"
	[ "${COMPREPLY[*]}" = "$TESTS/cli/common.bash" ]
}
