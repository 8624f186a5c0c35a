#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every source file carries its licence line, the syscall note in include/uapi alone, and has no
# trailing blanks. At the top there is nothing but what is meant to be there.

cd "$(dirname "$0")/../.." || exit 1

list()
{
	git ls-files --cached --others --exclude-standard -- "$@"
}

list '*.c' '*.h' '*.S' '*.sh' '*.bats' '*.mk' '*.awk' Kbuild Makefile | while read -r file; do
	[[ -e $file ]] || continue
	licence=$(head -n 3 "$file" |
		sed -nE 's,.*SPDX-License-Identifier: ([^*]*[^* ]) *(\*/)?$,\1,p')
	case $file in
	include/uapi/*) [[ $licence == "GPL-2.0-only WITH Linux-syscall-note" ]] ;;
	*) [[ $licence == GPL-2.0-only ]] ;;
	esac || echo "$file: wrong SPDX line: ${licence:-none}"
	grep -nE '[[:blank:]]+$' "$file" | sed "s,^,$file:," | head -n 3
done

top=" .checkpatch.conf .ci .clang-format .editorconfig .gitignore CHANGELOG.md CONTRIBUTING.md COPYING
	Kbuild LICENSES MAINTAINERS Makefile README.md SECURITY.md VERSION
	core docs include kunit lab module packaging tests tools "
list | cut -d / -f 1 | sort -u | while read -r name; do
	[[ ! -e $name || $top =~ [[:space:]]${name}[[:space:]] ]] || echo "$name: what is it?"
done
exit 0
