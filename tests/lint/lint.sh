#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Style, static analysis and the rules of the house. One line a check.

# shellcheck source=lab/kernels.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/kernels.sh"

cd "$TOP"

failed=0

# verdict NAME STATUS OUTPUT: what a checker said, for people on standard error
verdict()
{
	local name=$1 status=$2 output=$3

	if ((status)) || [[ -n $output ]]; then
		printf '%s\n' "$output" | sed 's/^/    | /' >&2
		printf 'not ok - lint: %s # see above\n' "$name"
		failed=1
	else
		printf 'ok - lint: %s\n' "$name"
	fi
}

# silent NAME COMMAND...: a checker that says nothing when all is well
silent()
{
	local name=$1 output status=0
	shift

	output=$("$@" 2>&1) || status=$?
	verdict "$name" "$status" "$output"
}

files()
{
	git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do
		[[ ! -e $file ]] || printf '%s\n' "$file"
	done
}

lint_checkpatch()
{
	local source

	source=$(lab/testkernel.sh path source)
	# shellcheck disable=SC2046 # our file names have no spaces
	"$source/scripts/checkpatch.pl" -f $(files '*.c' '*.h')
}

# lint_module SERIES: the module with all warnings of kbuild and sparse
lint_module()
{
	local kdir copy

	kdir=$(kernel_headers "$1")
	copy=$(mktemp -d)
	cp -r Kbuild VERSION include module kunit "$copy"
	make -C "$kdir" M="$copy" W=1 C=2 CF=-D__CHECK_ENDIAN__ modules 2>&1 |
		grep -E 'warning|error|\*\*\*' | sed "s,$copy/,," || true
	[[ -e $copy/nestdiag.ko ]] || echo "no nestdiag.ko"
	rm -rf "$copy"
}

lint_cppcheck()
{
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
		--enable=warning,performance,portability --suppress=missingIncludeSystem \
		-Iinclude -Iinclude/uapi '-DNESTDIAG_VERSION="lint"' module/core tools lab/guest
}

lint_shellcheck()
{
	# shellcheck disable=SC2046 # our file names have no spaces
	shellcheck -x -P SCRIPTDIR:. $(files '*.sh' .ci/run)
}

silent "layering" tests/lint/layering.sh
silent "SPDX and tabs" tests/lint/files.sh
silent "documented interfaces" tests/lint/abi.sh
silent "checkpatch" lint_checkpatch
silent "W=1 and sparse, Linux 6.1" lint_module 6.1
silent "W=1 and sparse, Linux 6.12" lint_module 6.12
silent "cppcheck" lint_cppcheck
silent "shellcheck" lint_shellcheck
exit "$failed"
