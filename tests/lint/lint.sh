#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Style, static analysis and the rules of the house. One line a check.

# shellcheck source=lab/kernels.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/kernels.sh"

cd "$TOP"

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
checks=0

# check NAME INPUTS COMMAND...: start a checker that says nothing when all is well. INPUTS, a
# function, prints the files that the verdict depends on: unchanged since they were last found
# clean, they are not looked at again.
check()
{
	local name=$1 inputs=$2 key clean
	shift 2

	checks=$((checks + 1))
	key=$(key_of "$name" tests/lint/lint.sh .checkpatch.conf "$("$inputs" | sums)")
	clean=$CACHE/lint/$key
	printf '%s\n' "$name" >"$out/$checks.name"
	if [[ -e $clean ]]; then
		touch "$clean"
		echo 0 >"$out/$checks.status"
		return
	fi
	run_check "$clean" "$out/$checks" "$@" &
}

# sums: of the files that are named on standard input, by one process, and what names no file
sums()
{
	local word files=()

	while read -r word; do
		if [[ -f $word ]]; then
			files+=("$word")
		else
			printf '%s\n' "$word"
		fi
	done
	sha256sum "${files[@]}"
}

run_check()
{
	local clean=$1 result=$2 status=0
	shift 2

	"$@" >"$result.said" 2>&1 || status=$?
	[[ ! -s $result.said ]] || status=1
	if ((!status)); then
		mkdir -p "${clean%/*}"
		touch "$clean"
	fi
	echo "$status" >"$result.status"
}

# verdicts: wait for all, then one line each, in their order
verdicts()
{
	local i status failed=0

	wait
	for ((i = 1; i <= checks; i++)); do
		status=$(cat "$out/$i.status" 2>/dev/null || echo 1)
		if ((status)); then
			failed=1
			sed 's/^/    | /' "$out/$i.said" >&2
			printf 'not ok - lint: %s # see above\n' "$(cat "$out/$i.name")"
		else
			printf 'ok - lint: %s\n' "$(cat "$out/$i.name")"
		fi
	done
	return "$failed"
}

files()
{
	git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do
		[[ ! -e $file ]] || printf '%s\n' "$file"
	done
}

c_files()
{
	files '*.c' '*.h'
}

shell_files()
{
	files '*.sh' lab/guest lab/init .ci/run | grep -vE '\.[ch]$'
}

module_files()
{
	files Kbuild VERSION 'core/*' 'module/*' 'include/*' 'kunit/*'
	printf '%s\n' "$(kernel_release 6.1)" "$(kernel_release 6.12)"
}

all_files()
{
	files
}

# file_by_file KEY COMMAND...: COMMAND on those of the files on standard input that it has not yet
# found clean. Beside a file's own text the verdict depends on KEY.
file_by_file()
{
	local key=$1 sum file todo=() clean=() status=0
	shift

	while read -r sum file; do
		[[ -e $CACHE/lint/$key-$sum ]] || { todo+=("$file"); clean+=("$CACHE/lint/$key-$sum"); }
	done < <(xargs sha256sum)
	((${#todo[@]})) || return 0
	"$@" "${todo[@]}" >"$out/$key" 2>&1 || status=$?
	# Silence of a process that was killed is no verdict.
	((status < 128)) || echo "$1 ended by signal $((status - 128))" >>"$out/$key"
	cat "$out/$key"
	[[ -s $out/$key ]] || { mkdir -p "$CACHE/lint"; touch "${clean[@]}"; }
}

# lint_checkpatch SOURCE: SOURCE is what lab/testkernel.sh has of the kernel's
lint_checkpatch()
{
	c_files | file_by_file "checkpatch-$(key_of .checkpatch.conf "$1")" \
		"$1/scripts/checkpatch.pl" --no-summary -f
}

# copy_changed DIR: make DIR's sources those of the module, and touch only what differs, as make
# goes by time
copy_changed()
{
	local dir=$1 file sources=$out/sources-${1##*/}

	find Kbuild VERSION core include module kunit -type f ! -name '*.o' ! -name '.*' ! -name '*.ko' \
		! -name '*.mod*' | sort >"$sources"
	while read -r file; do
		cmp -s "$file" "$dir/$file" || install -D -m 644 "$file" "$dir/$file"
	done <"$sources"
	(cd "$dir" && find . -name '*.[ch]' ! -name '*.mod.c' -printf '%P\n') | sort |
		comm -13 "$sources" - | sed "s,^,$dir/," | xargs -r rm -f
}

# lint_module SERIES: the module with all warnings of kbuild and sparse. The folder stays for the
# next time, when only what changed is built, unless a warning would be lost that way.
lint_module()
{
	local kdir copy=$CACHE/lint/module-$1 lock said=$out/module-$1

	kdir=$(kernel_headers "$1")
	mkdir -p "$copy"
	take_lock lock "$copy.lock" "lint of the module for Linux $1"
	copy_changed "$copy"
	make -C "$kdir" M="$copy" W=1 C=1 CF=-D__CHECK_ENDIAN__ modules 2>&1 |
		grep -E '(warning|error|WARNING|ERROR):|\*\*\*' | sed "s,$copy/,," >"$said" || true
	[[ -e $copy/nestdiag.ko ]] || echo "no nestdiag.ko" >>"$said"
	[[ ! -s $said ]] || rm -rf "$copy"
	cat "$said"
}

lint_cppcheck()
{
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
		--enable=warning,performance,portability --suppress=missingIncludeSystem \
		--suppress=normalCheckLevelMaxBranches \
		-itools/count/programs.bpf.c -itools/count/hot.bpf.c -ilab/guest/bpfcount/count.bpf.c \
		-I. -Iinclude -Iinclude/uapi '-DNESTDIAG_VERSION="lint"' core tools lab/guest
}

lint_shellcheck()
{
	local libraries

	# A script's verdict depends on what it sources.
	libraries=$(shell_files | grep -E '^lab/[a-z-]*\.sh$|-?lib\.sh$')
	# shellcheck disable=SC2086 # our file names have no spaces
	shell_files | file_by_file "shellcheck-$(key_of $libraries)" shellcheck -x -P SCRIPTDIR:.
}

check "layering" all_files tests/lint/layering.sh
check "rooms" all_files tests/lint/rooms.sh
check "headers" all_files tests/lint/headers.sh
check "layering, rooms and headers find what breaks them" all_files tests/lint/layering_test.sh
check "licence lines and blanks" all_files tests/lint/files.sh
check "documented interfaces" all_files tests/lint/abi.sh
check "README has the table of docs/bench.csv" all_files lab/benchtable.sh check
# Fetched out here, where saying so is no complaint.
source=$(lab/testkernel.sh path source)
check "checkpatch" c_files lint_checkpatch "$source"
check "W=1 and sparse, Linux 6.1" module_files lint_module 6.1
check "W=1 and sparse, Linux 6.12" module_files lint_module 6.12
check "cppcheck" c_files lint_cppcheck
check "shellcheck" shell_files lint_shellcheck
verdicts
