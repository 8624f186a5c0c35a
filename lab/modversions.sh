#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Was a module built for the kernel of another module? Linux refuses one whose vermagic differs, and
# with MODVERSIONS one that expects a symbol of another checksum; insmod says neither which.
#
#	lab/modversions.sh NESTDIAG.ko MODULE-OF-THE-KERNEL...

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# crcs MODULE: "SYMBOL CRC", sorted, nothing where the kernel has no MODVERSIONS
crcs()
{
	modprobe --dump-modversions "$1" 2>/dev/null | awk '{ print $2, $1 }' | sort
}

# same_kernel OURS THEIRS: says what differs
same_kernel()
{
	local ours theirs symbol one two compared=0

	ours=$(modinfo -F vermagic "$1") theirs=$(modinfo -F vermagic "$2")
	if [[ ${ours% } != "${theirs% }" ]]; then
		echo "vermagic: ${1##*/} has '${ours% }', ${2##*/} has '${theirs% }'"
		return 1
	fi
	while read -r symbol one two; do
		compared=$((compared + 1))
		if [[ $one != "$two" ]]; then
			echo "$symbol: ${1##*/} expects $one, ${2##*/} $two"
			return 1
		fi
	done < <(join <(crcs "$1") <(crcs "$2"))
	if [[ $ours == *modversions* ]] && ((!compared)); then
		echo "no checksum to compare: ${1##*/} and ${2##*/} share no symbol that has one"
		return 1
	fi
	echo "vermagic and $compared symbols are those of ${2##*/}"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# >= 2)) || die "usage: lab/modversions.sh NESTDIAG.ko MODULE-OF-THE-KERNEL..."
	for module in "${@:2}"; do
		same_kernel "$1" "$module"
	done
fi
