#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every file that the module creates is described in docs/ABI, and nothing else is. Without
# arguments the names are taken from the sources; with a file, from that list of paths, which a
# test took on a running kernel.

cd "$(dirname "$0")/../.." || exit 1

from_sources()
{
	sed -n 's/.*__ATTR_RO(\([a-z_0-9]*\)).*/\1/p; s/.*__ATTR(\([a-z_0-9]*\),.*/\1/p' \
		module/views/sysfs.c | sed 's,^,/sys/kernel/nestdiag/,'
	sed -n 's/.*{ 0x[0-9a-f]*, "\([a-z_0-9]*\)", .*/\1/p' core/facts/regs.c |
		sed 's,^,/sys/kernel/nestdiag/registers/,'
	sed -n '/debugfs_views\[\]/,/^};/s/.*{ "\([a-z_]*\)".*/\1/p' module/views/debugfs.c |
		sed 's,^,/sys/kernel/debug/nestdiag/,'
	echo /sys/kernel/debug/nestdiag/raw
	sed -n 's/.*debugfs_create_file("\([a-z]*\)".*/\1/p' module/views/debugfs.c |
		sed 's,^,/sys/kernel/debug/nestdiag/,'
}

documented()
{
	sed -n 's/^What:[[:space:]]*//p' docs/ABI/testing/*-nestdiag
}

if [[ $# -gt 0 ]]; then
	created=$(sort -u "$1")
else
	created=$(from_sources | sort -u)
fi
comm -3 <(printf '%s\n' "$created") <(documented | sort -u) |
	sed 's/^\t\(.*\)/documented but not created: \1/; t; s/^/created but not documented: /'
