#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# For the scenarios in virtual machines: checks on the serial log of a machine.
# Standard output has one line a check and nothing else; see tests/run.sh.
# To be sourced. Set LOG to the serial log, then check, then `finish`.

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/lib.sh"

# What no kernel may say while we are at work, at no level.
FORBIDDEN=$TOP/lab/forbidden

LOG=
FAILURES=0

ok()
{
	printf 'ok - %s\n' "$1"
}

not_ok()
{
	FAILURES=$((FAILURES + 1))
	printf 'not ok - %s # %s\n' "$1" "$2"
}

# shellcheck disable=SC2317 # for those who source us
skip()
{
	printf 'skip - %s # %s\n' "$1" "$2"
}

# check NAME COMMAND...: COMMAND's last line is the reason if it fails
check()
{
	local name=$1 reason
	shift

	if reason=$("$@" 2>&1); then
		ok "$name"
	else
		reason=$(tail -n 1 <<<"$reason")
		not_ok "$name" "${reason:-$* failed}"
	fi
}

# --- what a check can ask of LOG; each says what is wrong -------------------

# has_token TOKEN: the machine got to its end
has_token()
{
	grep -aqF -- "$1" "$LOG" || { echo "no '$1' in $LOG"; return 1; }
}

# no_forbidden_lines: in the whole log, so at every level that wrote to it
no_forbidden_lines()
{
	local line

	line=$(grep -am 1 -f "$FORBIDDEN" "$LOG" | tr -d '\r') || return 0
	echo "$line"
	return 1
}

# no_failures: everything that had to work inside did
no_failures()
{
	local line

	line=$(grep -am 1 '^FAILED: ' "$LOG" | tr -d '\r') || return 0
	echo "$line"
	return 1
}

# section NAME: what it printed, see lab/init/machine.sh
section()
{
	between "$LOG" "$1"
}

# shows SECTION REGEX: a line of SECTION matches
shows()
{
	section "$1" | grep -E -- "$2" >/dev/null || { echo "no line /$2/ in section '$1'"; return 1; }
}

# credited NAME REASON: turns NAME: each process has the CPUIDs that its guest executed, and REASON
# is the number of such an exit
credited()
{
	local known counted

	known=$(section "$1.known" | xargs -n 2 | sort)
	counted=$(section "$1.vcpus" | awk -v cpuid="$2" '$5 == cpuid { print $2, $6 }' |
		sort)
	[[ -n $known && $known == "$counted" ]] ||
		{ echo "known ${known//$'\n'/, }; counted ${counted//$'\n'/, }"; return 1; }
	shows "$1.missed" '^missed 0 0 0 0$'
}

# holds SECTION [OPTION...] FILTER: the JSON in SECTION is such that jq's FILTER is true. jq 1.6 has
# nothing against no input at all.
holds()
{
	local name=$1 text
	shift

	text=$(section "$name")
	[[ -n $text ]] || { echo "nothing in section '$name'"; return 1; }
	jq -e "$@" >/dev/null <<<"$text" || { echo "not so in '$name': ${*: -1}"; return 1; }
}

# says SECTION TEXT: TEXT is in SECTION, wherever its lines are broken
says()
{
	[[ $(section "$1" | tr -s ' \n' ' ') == *"$2"* ]] || { echo "no '$2' in section '$1'"; return 1; }
}

# shows_not SECTION REGEX: SECTION is there, and none of its lines matches
shows_not()
{
	local line

	shows "$1" . || return 1
	line=$(section "$1" | grep -E -- "$2") || return 0
	echo "section '$1' has: ${line%%$'\n'*}"
	return 1
}

# succeeded SECTION [STATUS...]: its command's exit status was 0, or one of those
succeeded()
{
	local name=$1 status
	shift

	status=$(tr -d '\r' <"$LOG" | sed -n "s/^--- STATUS $name \([0-9]*\)$/\1/p")
	[[ -n $status ]] || { echo "section '$name' is not there"; return 1; }
	[[ " ${*:-0} " == *" $status "* ]] || { echo "'$name' ended with status $status"; return 1; }
}

# end_of_machine TOKEN [NAME]: the checks that every machine has to stand; NAME
# tells them apart where a scenario has more than one
end_of_machine()
{
	local name=${2:+$2: }

	check "${name}the machine got to its end" has_token "$1"
	check "${name}nothing failed inside" no_failures
	check "${name}no forbidden line in the kernel logs" no_forbidden_lines
}

# shows_nothing SECTION: its command succeeded and was silent
shows_nothing()
{
	local text

	succeeded "$1" || return 1
	text=$(section "$1")
	[[ -z $text ]] || { echo "section '$1' has: ${text%%$'\n'*}"; return 1; }
}

# snapshot_of SECTION: that snapshot as a file, whose name it prints
snapshot_of()
{
	local file=$WORK/${1//[^a-z0-9]/-}.snapshot

	section "$1" >"$file"
	printf '%s\n' "$file"
}

# blames SECTION CULPRIT [ID...]: in that snapshot CULPRIT is to blame for the
# lack of these features and of no other
blames()
{
	local found snapshot culprit=$2
	snapshot=$(snapshot_of "$1")
	shift 2

	found=$("$TOP/tools/nestdiag" -q --json --from "$snapshot" features |
		jq -r --arg culprit "$culprit" '.features[] | select(.culprit == $culprit).id' |
		sort | tr '\n' ' ')
	[[ $found == "$(printf '%s\n' "$@" | sort | tr '\n' ' ' | sed 's/^ $//')" ]] ||
		{ echo "$culprit is to blame for '$found'"; return 1; }
}

# finish TOKEN: those, and the exit status
finish()
{
	end_of_machine "$1"
	exit $((FAILURES > 0))
}
