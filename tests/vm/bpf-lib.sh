#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# For the scenarios in which exits are counted without the module: what was counted, by
# whom, and whether it is the same. To be sourced after tests/vm/lib.sh.

# shellcheck disable=SC2317 # functions are called by check

# counted SECTION: "LEVEL REASON COUNT" of the records in SECTION, in decimal
counted()
{
	section "$1" | while read -r record _ level reason count _; do
		[[ $record != exits ]] || printf '%s %d %d\n' "$level" "$reason" "$count"
	done | sort
}

# of_hist SECTION: "REASON COUNT"
of_hist()
{
	section "$1" | sed -nE 's/^\{ exit_reason: +([0-9a-fx]+) *\} hitcount: +([0-9]+).*/\1 \2/p' |
		while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort
}

# both_levels SECTION: "REASON COUNT" of all levels together
both_levels()
{
	counted "$1" | awk '{ sum[$2] += $3 } END { for (r in sum) print r, sum[r] }' | sort
}

nested_level()
{
	counted "$1" | awk '$1 == "nested" { print $2, $3 }' | sort
}

# same WHAT TEXT TEXT
same()
{
	[[ -n $2 && $2 == "$3" ]] || { echo "$1: '${2//$'\n'/, }' and '${3//$'\n'/, }'"; return 1; }
}

as_module()
{
	same "level, reason, count" "$(counted "$1")" "$(counted "$1.module")"
}

as_kernel()
{
	same "reason, count" "$(both_levels "$1")" "$(of_hist "$1.hist")"
}

nested_as_kernel()
{
	same "reason, count" "$(nested_level "$1")" "$(of_hist "$1.nested-hist")"
}

nothing_left()
{
	same "what is there" "$(section before; echo .)" "$(section "$1"; echo .)"
}
