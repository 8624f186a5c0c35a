#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# One line a check, as tests/run.sh counts them. To be sourced, after setting $stage, what all names begin
# with, and $tmp, a folder.

# check NAME COMMAND...: what COMMAND said if it failed goes to standard error
check()
{
	local name=$1
	shift

	if "$@" >"${tmp:?}/out" 2>&1; then
		echo "ok - ${stage:?}: $name"
	else
		sed 's/^/    | /' "$tmp/out" >&2
		echo "not ok - ${stage:?}: $name"
	fi
}
