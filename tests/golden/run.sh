#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# What the tool prints, word for word: each line of tests/golden/cases names an output and the
# arguments that give it. An output holds standard output, standard error and the exit status; JSON
# with one element of a list a line, so that a diff shows what changed.
#
#	tests/golden/run.sh		compare, one line a case as tests/run.sh counts them
#	tests/golden/run.sh --first	compare up to the first difference
#	tests/golden/run.sh --update	write what is printed now and show the difference; read it
set -u

cd "$(dirname "$0")/.." || exit 1
golden=golden
if [[ -z ${NESTDIAG-} ]]; then
	make -s -C .. tools >&2 || { echo "not ok - golden # the tool does not build"; exit 1; }
	NESTDIAG=tools/nestdiag
fi
case $NESTDIAG in /*) ;; *) NESTDIAG=$(cd .. && pwd)/$NESTDIAG ;; esac
command -v jq >/dev/null || { echo "skip - golden outputs # no jq: apt-get install jq"; exit 0; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# Nothing of the caller's: no terminal, no locale, no clock of this place; where no snapshot is
# named, a machine that has nothing to be read.
unset LANG LC_ALL NO_COLOR COLUMNS
mkdir "$out/machine"
export TERM=dumb TZ=UTC NESTDIAG_SYSROOT=$out/machine

# Key by key in the order printed, and a line for each element of a list. The version is not the
# case's, nor is the time unless a snapshot gives it.
flat='if .hostname == null and .time then .time = "TIME" else . end | .tool_version = "VERSION" |
	to_entries[] | if (.value | type) == "array" and (.value | length) > 0
	then "\(.key)[] \(.value[] | tojson)" else "\(.key) \(.value | tojson)" end'

# print_case ARGUMENTS: what the tool says to them
print_case()
{
	local status

	# The arguments are words of this folder's own file, with quotes and redirections.
	eval "nestdiag $1" >"$out/stdout" 2>"$out/stderr" </dev/null
	status=$?
	echo "\$ nestdiag $1"
	if [[ ! -s $out/stdout ]]; then
		:
	elif [[ " $1 " == *" --json "* ]]; then
		jq -r "$flat" <"$out/stdout" 2>&1
	elif [[ " $1 " == " snapshot "* ]]; then
		# Of all lines this one names the tool's version and the time.
		sed -E 's/^(# written by nestdiag) .*/\1 VERSION at TIME/' "$out/stdout"
	elif [[ " $1 " == " report "* ]]; then
		sed -E 's/^(- \*\*Written by:\*\* nestdiag) .*/\1 VERSION/' "$out/stdout"
	elif [[ " $1 " == " metrics "* ]]; then
		sed -E 's/^(nestdiag_build_info\{version=)"[^"]*"/\1"VERSION"/' "$out/stdout"
	else
		printf '%s\n' "$(<"$out/stdout")"
	fi
	[[ ! -s $out/stderr ]] || sed 's/^/stderr: /' "$out/stderr"
	echo "exit status $status"
}

# shellcheck disable=SC2317 # called by the arguments of a case
nestdiag()
{
	"$NESTDIAG" "$@"
}

# cases: NAME and ARGUMENTS of each, without comments
cases()
{
	sed '/^#/d; /^$/d' $golden/cases
}

compare()
{
	local name=$1 arguments=$2

	print_case "$arguments" >"$out/now"
	if ! cmp -s "$golden/$name.txt" "$out/now"; then
		diff -u "$golden/$name.txt" "$out/now" 2>&1 | sed 's/^/    | /' >&2
		echo "not ok - golden $name # differs; read it, then make golden"
		return 1
	fi
	echo "ok - golden $name"
}

update()
{
	local name=$1 arguments=$2

	print_case "$arguments" >"$out/now"
	if [[ ! -e $golden/$name.txt ]]; then
		echo "new: $golden/$name.txt"
	else
		diff -u --label "$name, before" --label "$name, now" "$golden/$name.txt" "$out/now"
	fi
	cp "$out/now" "$golden/$name.txt"
}

# An output that no case names would never be compared.
left_over()
{
	comm -13 <(cases | awk '{ print $1 }' | sort) <(
		for file in "$golden"/*.txt; do basename "$file" .txt; done | sort)
}

status=0
while read -r name arguments; do
	if [[ ${1-} == --update ]]; then
		update "$name" "$arguments"
	else
		compare "$name" "$arguments" || status=1
		[[ ${1-} != --first ]] || ((!status)) || break
	fi
done < <(cases)
for name in $(left_over); do
	if [[ ${1-} == --update ]]; then
		echo "removed: $golden/$name.txt"
		rm "$golden/$name.txt"
	else
		echo "not ok - golden $name # no case gives it"
		status=1
	fi
done
exit $status
