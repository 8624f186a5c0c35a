#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Breaks a copy of the sources in each way that layering.sh, rooms.sh and headers.sh look for.
# Prints the breaks that they do not find, and nothing otherwise.

cd "$(dirname "$0")/../.." || exit 1

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

fresh()
{
	rm -rf "${copy:?}"/*
	cp -r core module tools include "$copy"
}

# finds SCRIPT TEXT: it complains, and the complaint has the text in it
finds()
{
	local script=$1 text=$2 said

	said=$("tests/lint/$script" "$copy" 2>&1)
	[[ $said == *"$text"* ]] ||
		printf '%s does not say "%s", but: %s\n' "$script" "$text" "${said:-nothing}"
	fresh
}

# add FILE LINE: put the line below the others, as an include or a statement may stand anywhere
add()
{
	printf '%s\n' "$2" >>"$copy/$1"
}

fresh
for script in layering.sh rooms.sh headers.sh; do
	said=$("tests/lint/$script" "$copy" 2>&1)
	[[ -z $said ]] || printf '%s complains of an unbroken copy: %s\n' "$script" "$said"
done

add core/base/row.c '#include "core/facts/facts.h"'
finds rooms.sh 'core/base/row.c: core/base may not include core/facts'

add core/features/features.h '#include "core/findings/status.h"'
finds rooms.sh 'core/features/features.h: core/features may not include core/findings'

add core/record/writer.c '#include "module/report.h"'
finds rooms.sh 'core/record/writer.c: core/record may not include module/report'

add tools/out/text.c '#include "tools/cmd/cmd.h"'
finds rooms.sh 'tools/out/text.c: tools/out may not include tools/cmd'

add module/cpu/msr.c '#include "module/kvm/table.h"'
finds rooms.sh 'module/cpu/msr.c: module/cpu may not include module/kvm/table'

add module/report.c '#include "tools/out/text.h"'
finds rooms.sh 'module/report.c: module/report may not include tools/out'

# failrows.c includes failure.h.
add core/entry/failure.h '#include "core/entry/failrows.h"'
finds rooms.sh 'files include each other in a circle'

mkdir "$copy/core/attic"
add core/attic/dust.c 'int dust;'
finds rooms.sh 'core/attic/dust.c: its room is not in the table'

sed -i '/^bool nd_hv_present/d' "$copy/core/facts/hypervisor.h"
add core/facts/facts.h 'bool nd_hv_present(const struct nd_cpu *cpu);'
finds headers.sh 'nd_hv_present() of core/facts/hypervisor.c is declared in core/facts/facts.h'

# A declaration over several lines, behind an attribute.
sed -i 's/nd_record_bad/nd_record_worse/' "$copy/core/record/reader.h"
printf '%s\n\t%s\n' '__printf(2, 3) enum nd_parsed nd_record_bad(struct nd_parser *p,' \
	'const char *fmt, ...);' >>"$copy/core/record/snapshot_read.h"
finds headers.sh 'nd_record_bad() of core/record/reader.c is declared in core/record/snapshot_read.h'

add module/cpu/msr.c 'static void poke(void) { wrmsrl(0x3a, 5); }'
finds layering.sh 'the module only reads'

add core/caps/level.c '#include <stdlib.h>'
finds layering.sh 'the core includes only its own headers'

add core/caps/level.c 'static void say(void) { printf("x"); }'
finds layering.sh 'the core does not allocate, lock, print or read'

add tools/cmd/caps.c 'static void look(void) { fopen("/proc/cpuinfo", "r"); }'
finds layering.sh 'open files in the tool'
exit 0
