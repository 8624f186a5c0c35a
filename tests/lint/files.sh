#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# What every file must have: a licence line, no trailing blanks, and not too many lines.

cd "$(dirname "$0")/../.." || exit 1

list()
{
	git ls-files --cached --others --exclude-standard -- "$@"
}

list '*.c' '*.h' '*.sh' '*.bats' '*.mk' '*.awk' Kbuild Makefile | while read -r file; do
	[[ -e $file ]] || continue
	head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-2.0-only' ||
		echo "$file: no SPDX line"
	grep -nE '[[:blank:]]+$' "$file" | sed "s,^,$file:," | head -n 3
done
exit 0
