#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Which room may include which, and that no files include each other in a circle. Prints what
# breaks a rule, and nothing otherwise.
#
#	tests/lint/rooms.sh [TOP]

cd "${1:-$(dirname "$0")/../..}" || exit 1

# A room, and those that it may include besides itself. A room is a folder, or a file that stands
# lower or higher than its folder. What is in core/ is open to the module and the tool.
rooms()
{
	cat <<-'END'
	core/base:
	core/facts:	core/base
	core/exits:	core/base core/facts
	core/caps:	core/base core/facts
	core/features:	core/base core/facts core/caps
	core/entry:	core/base core/facts core/caps core/exits
	core/findings:	core/base core/facts core/caps core/exits core/features core/entry
	core/record:	core/base core/facts core/exits core/entry

	module/compat:
	module/param:
	module/lockdown:
	module/cpu:	module/compat
	module/kvm/vmcs:	module/compat
	module/kvm/vmcb:
	module/kvm/probe:
	module/kvm/table:	module/compat module/param module/kvm/probe
	module/kvm/recorder:	module/compat module/param module/lockdown module/kvm/table
	module/fail:	module/compat module/cpu module/kvm/vmcs module/kvm/vmcb module/kvm/table module/kvm/recorder
	module/kvm:	module/compat module/lockdown module/kvm/vmcs module/kvm/vmcb module/kvm/probe module/kvm/table module/kvm/recorder module/fail
	module/rules:
	module/report:	module/lockdown module/cpu module/fail module/kvm module/kvm/recorder
	module/views:	module/param module/lockdown module/cpu module/fail module/kvm module/kvm/recorder module/report
	module/main:	module/cpu module/fail module/kvm module/kvm/probe module/kvm/table module/kvm/recorder module/report module/views

	tools/out:
	tools/in:	tools/out
	tools/live:	tools/in tools/out
	tools/advise:
	tools/hot:	tools/log
	tools/count:	tools/hot tools/in tools/out
	tools/log/catalogue:
	tools/log/catalogue/kernel:	tools/log/catalogue
	tools/log/catalogue/vmm:	tools/log/catalogue
	tools/log/catalogue/manager:	tools/log/catalogue
	tools/log:	tools/log/catalogue tools/out
	tools/digest:	tools/log tools/log/catalogue tools/out
	tools/explain:	tools/digest tools/log tools/out
	tools/probe:	tools/in tools/out
	tools/fleet:	tools/in tools/out
	tools/baseline:	tools/out
	tools/metrics:	tools/out
	tools/top:	tools/out
	tools/redact:	tools/out
	tools/collect:	tools/redact tools/digest tools/log tools/log/catalogue tools/in tools/out
	tools/report:	tools/out
	tools/html:	tools/report tools/out
	tools/cmd:	tools/redact tools/collect tools/report tools/html tools/in tools/out tools/live tools/advise tools/hot tools/count tools/digest tools/explain tools/probe tools/fleet tools/baseline tools/metrics tools/top
	tools/cli:	tools/cmd
	tools/nestdiag:	tools/in tools/out tools/live tools/cli
	END
}

shopt -s nullglob globstar

sources=({core,module,tools}/**/*.[ch])

# includes: "FILE HEADER" of every include of one of our headers by one of our files
includes()
{
	grep -oE '^#include "(core|module|tools)/[a-z0-9_/]+\.h"' "${sources[@]}" /dev/null |
		sed -E 's,:#include "(.*)"$, \1,'
}

# circle WHAT: reads "A B" for A that needs B, and reports circles among them
circle()
{
	local found

	found=$(awk '$1 != $2' | tsort 2>&1 >/dev/null | sed -E 's/^tsort: (-: )?//')
	[[ -z $found ]] || printf '%s\n%s\n' "$1:" "$found"
}

rooms | awk '{ sub(/:/, ""); for (i = 2; i <= NF; i++) print $1, $i }' |
	circle "the table of rooms has a circle"
includes | sed -E 's/\.[ch]\>//g' | circle "files include each other in a circle"

{
	rooms
	printf 'file %s\n' "${sources[@]}"
	includes
} | awk '
	function room(path)
	{
		sub(/\.[ch]$/, "", path)
		if (!(path in known))
			sub(/\/[^\/]*$/, "", path)
		return path
	}
	$1 ~ /:$/ {
		sub(/:/, "")
		known[$1] = may[$1, $1] = 1
		for (i = 2; i <= NF; i++)
			may[$1, $i] = 1
		next
	}
	$1 == "file" {
		if (!(room($2) in known))
			print $2 ": its room is not in the table"
		next
	}
	NF {
		from = room($1)
		to = room($2)
		if (from in known && !((from, to) in may) && (from ~ /^core/ || to !~ /^core/))
			printf "%s: %s may not include %s\n", $1, from, to
	}'
exit 0
