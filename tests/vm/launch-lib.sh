#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# For the scenarios with launches that fail. To be sourced after tests/vm/lib.sh.

# What the log of Bochs says about VM entries: tick and text.
refused_entries()
{
	sed -nE 's/^0*([0-9]+)[a-z]\[CPU[0-9]+ *\] (VMENTER FAIL: |VMFAIL: |VMEXIT: Error)(.*)/\1\t\2\3/p' \
		"$1"
}

# captures SECTION: of each failure in that JSON how many there were since the reset, check, message
# and words. None may be missing.
captures()
{
	section "$1" | jq -r '.failures | to_entries[] |
		[.key + 1, .value.check // "-", .value.message // "-", .value.text] | @tsv'
}

# agreement LOG SECTION...: the table, as CSV
agreement()
{
	local log=$1 name
	shift

	for name; do
		captures "$name failures" >"$WORK/captures"
		refused_entries "$log" >"$WORK/refused"
		section "$name" >"$WORK/cases"
		awk -f "$TOP/tests/vm/agreement.awk" part=1 "$WORK/captures" \
			part=2 "$WORK/refused" part=3 "$WORK/cases"
	done | awk 'NR == 1 || !/^case,expected,/'
}

# agree_at_least N CSV: so many launches on which all agree
agree_at_least()
{
	local yes all

	yes=$(grep -c ',yes$' "$2")
	all=$(grep -vc '^case,expected,' "$2")
	say "    $yes of $all launches: the autopsy names what KVM or the processor names"
	((yes >= $1)) || { echo "only $yes of $all launches agree: see $2"; return 1; }
}

# all_agree CSV [CASE]: none on which they do not, but perhaps CASE
all_agree()
{
	local line

	line=$(grep ',no$' "$1" | grep -vm 1 "^${2:-none}," ) || return 0
	echo "$line"
	return 1
}

# one_failure SECTION JQ: the JSON there has one failed launch, and it is like this
one_failure()
{
	section "$1" | jq -es "length == 1 and (.[0].failures | length == 1 and (.[0] | $2))" \
		>/dev/null || { echo "captured: $(section "$1" | jq -c .failures)"; return 1; }
}

# valid_launches_succeed SECTION...: the two without a wrong field came to their end
valid_launches_succeed()
{
	local name

	for name; do
		section "$name" | awk -F '\t' '$2 ~ /^valid/ { n++; ended += $7 == 9 && $8 == 10 }
			END { exit !n || ended < n }' ||
			{ echo "a valid launch failed: $(section "$name" | grep -m 1 valid)"; return 1; }
	done
}
