#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every source file carries its licence line, the syscall note in include/uapi alone, and has no
# trailing blanks. Lines have 100 columns at most, unless a string stands in them, which stays in one
# piece: checkpatch says nothing of files that are there already. At the top there is nothing but what is meant to be there.

cd "$(dirname "$0")/../.." || exit 1

list()
{
	git ls-files --cached --others --exclude-standard -- "$@"
}

# shellcheck disable=SC2016 # for awk
# One process for all files: several for each of a thousand take a minute.
list '*.c' '*.h' '*.S' '*.sh' '*.bats' '*.mk' '*.awk' Kbuild Makefile | while read -r file; do
	[[ ! -e $file ]] || printf '%s\0' "$file"
done | xargs -0 -r awk '
	function judge() {
		want = name ~ /^include\/uapi\// ? "GPL-2.0-only WITH Linux-syscall-note" : "GPL-2.0-only"
		if (name != "" && licence != want)
			print name ": wrong SPDX line: " (licence == "" ? "none" : licence)
	}

	function wide(text,    at, n) {
		gsub(/[\200-\277]/, "", text)
		while (at = index(text, "\t")) {
			n += at - 1
			n += 8 - n % 8
			text = substr(text, at + 1)
		}
		return n + length(text)
	}

	FNR == 1 { judge(); name = FILENAME; licence = ""; blanks = 0 }
	FNR <= 3 && sub(/.*SPDX-License-Identifier: /, "") {
		licence = $0
		sub(/ *(\*\/)?$/, "", licence)
	}
	name ~ /\.[ch]$/ && wide($0) > 100 && (!/"/ || /^[ \t]*(\/\*|\*( |$))/) {
		print FILENAME ":" FNR ": " wide($0) " columns"
	}
	/[[:blank:]]+$/ && ++blanks <= 3 { print FILENAME ":" FNR ":" $0 }
	END { judge() }'

top=" .checkpatch.conf .ci .clang-format .editorconfig .gitignore CHANGELOG.md CONTRIBUTING.md COPYING
	Kbuild LICENSES MAINTAINERS Makefile README.md SECURITY.md VERSION
	core docs include kunit lab module packaging tests tools "
list | cut -d / -f 1 | sort -u | while read -r name; do
	[[ ! -e $name || $top =~ [[:space:]]${name}[[:space:]] ]] || echo "$name: what is it?"
done
exit 0
