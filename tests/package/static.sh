#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The tool as one file: for x86-64 it runs on Debian 11, for aarch64 it says the same of a snapshot as
# on x86-64. (tests/vm/kernel.sh takes it into each machine.)

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../vm/lib.sh"
# shellcheck source=lab/cross.sh
. "$TOP/lab/cross.sh"

STATIC=$TOP/build/static/nestdiag
AARCH64=$TOP/build/aarch64/nestdiag
SNAPSHOT=$TOP/tests/fixtures/emulated-haswell-l1-evmcs.snapshot

# is_static FILE: it names no interpreter
is_static()
{
	! readelf -lW "$1" | grep INTERP
}

# machine_is FILE NAME
machine_is()
{
	readelf -h "$1" | grep -q "Machine: *$2"
}

# same_in ROOT: its report there is that of the tool here
same_in()
{
	local here there

	here=$("$TOP/tools/nestdiag" --from "$SNAPSHOT" features) || true
	there=$(in_toolchain "$1" "$TOP" -- "$STATIC" --from "$SNAPSHOT" features) || true
	[[ -n $here && $here == "$there" ]] || { echo "it says: ${there:-nothing}"; return 1; }
}

# golden PROGRAM: all that it prints is as expected; says what is not
golden()
{
	local failed

	failed=$(NESTDIAG=$1 "$TOP/tests/golden/run.sh" 2>/dev/null | grep '^not ok' | head -n 1 || true)
	[[ -z $failed ]] || { echo "$failed"; return 1; }
	# Without a case nothing would be wrong.
	NESTDIAG=$1 "$TOP/tests/golden/run.sh" 2>/dev/null | grep -c '^ok' | grep -qv '^0$'
}

need tool check lab
step "build the tool" make -C "$TOP" tools static
step "build the tool for aarch64" make -C "$TOP" cross
work_dir static
check "static: it needs no library" is_static "$STATIC"
check "static: each output is as expected" golden "$STATIC"
check "static: it runs in Debian 11" same_in "$(toolchain 5.10)"
check "aarch64: it is a program for that" machine_is "$AARCH64" AArch64
check "aarch64: it needs no library" is_static "$AARCH64"
emulator=$(emulator)
printf '#!/bin/sh\nexec %s %s "$@"\n' "$emulator" "$AARCH64" >"$WORK/nestdiag"
chmod 755 "$WORK/nestdiag"
check "aarch64: each output is that of x86-64" golden "$WORK/nestdiag"
exit $((FAILURES > 0))
