#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# For the scenarios from which somebody takes a report home: it is all that he has. To be sourced
# after tests/vm/lib.sh.

# report_archive MACHINE: its report as a file, whose name it prints
report_archive()
{
	local file=$WORK/$1.tar.zst

	section "$1 archive" | base64 -d >"$file"
	printf '%s\n' "$file"
}

# report_page ARCHIVE PAGE: the page within
report_page()
{
	mkdir -p "${2%/*}"
	zstd -qdc "$1" | tar -xOf - report.html >"$2"
}

# is_sound PAGE: it runs and loads nothing, and its links lead somewhere in it
is_sound()
{
	[[ -s $1 ]] || { echo "no page"; return 1; }
	python3 "$TOP/tests/report/page.py" "$1"
}

# page_says PAGE SECTION TEXT: a reader of that section of the page finds TEXT
page_says()
{
	local text

	text=$("$TOP/tests/report/pagetext.py" "$1" "$2") || { echo "$text"; return 1; }
	[[ $text == *"$3"* ]] || { echo "no '$3' in: $text"; return 1; }
}

# page_says_not PAGE SECTION TEXT
page_says_not()
{
	page_says "$1" "$2" "" || return 1
	! page_says "$1" "$2" "$3" >/dev/null || { echo "it says: $3"; return 1; }
}
