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
# function, prints the files that the verdict hangs on: unchanged since they were last found
# clean, they are not looked at again.
check()
{
	local name=$1 inputs=$2 key clean
	shift 2

	checks=$((checks + 1))
	# shellcheck disable=SC2046 # our file names have no spaces
	key=$(key_of "$name" tests/lint/lint.sh .checkpatch.conf $("$inputs"))
	clean=$CACHE/lint/$key
	printf '%s\n' "$name" >"$out/$checks.name"
	if [[ -e $clean ]]; then
		touch "$clean"
		echo 0 >"$out/$checks.status"
		return
	fi
	run_check "$clean" "$out/$checks" "$@" &
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

# lint_checkpatch SOURCE: SOURCE is what lab/testkernel.sh has of the kernel's
lint_checkpatch()
{
	local source=$1

	# shellcheck disable=SC2046 # our file names have no spaces
	"$source/scripts/checkpatch.pl" --no-summary -f $(c_files)
}

# lint_module SERIES: the module with all warnings of kbuild and sparse
lint_module()
{
	local kdir copy

	kdir=$(kernel_headers "$1")
	copy=$(mktemp -d)
	cp -r Kbuild VERSION core include module kunit "$copy"
	make -C "$kdir" M="$copy" W=1 C=2 CF=-D__CHECK_ENDIAN__ modules 2>&1 |
		grep -E '(warning|error|WARNING|ERROR):|\*\*\*' | sed "s,$copy/,," || true
	[[ -e $copy/nestdiag.ko ]] || echo "no nestdiag.ko"
	rm -rf "$copy"
}

lint_cppcheck()
{
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
		--enable=warning,performance,portability --suppress=missingIncludeSystem \
		-I. -Iinclude -Iinclude/uapi '-DNESTDIAG_VERSION="lint"' core tools lab/guest
}

lint_shellcheck()
{
	# shellcheck disable=SC2046 # our file names have no spaces
	shellcheck -x -P SCRIPTDIR:. $(shell_files)
}

check "layering" all_files tests/lint/layering.sh
check "licence lines and blanks" all_files tests/lint/files.sh
check "documented interfaces" all_files tests/lint/abi.sh
# Fetched out here, where saying so is no complaint.
source=$(lab/testkernel.sh path source)
check "checkpatch" c_files lint_checkpatch "$source"
check "W=1 and sparse, Linux 6.1" module_files lint_module 6.1
check "W=1 and sparse, Linux 6.12" module_files lint_module 6.12
check "cppcheck" c_files lint_cppcheck
check "shellcheck" shell_files lint_shellcheck
verdicts
