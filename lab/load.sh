#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make load`: insmod, and what to do where the kernel refuses the module: insmod itself says no more
# than "Invalid module format" or "Key was rejected by service".
#
#	lab/load.sh [MODULE]

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

TOOL=$TOP/tools/nestdiag

# module_release MODULE: the release that it was built for; modinfo may not be installed
module_release()
{
	tr '\0' '\n' <"$1" | LC_ALL=C sed -n 's/^vermagic=\([^ ]*\) .*/\1/p' | head -n 1
}

is_signed()
{
	tail -c 28 "$1" | grep -aq '^~Module signature appended~$'
}

# refusal: what `nestdiag check` finds that would make this kernel refuse a module, if anything
refusal()
{
	local text

	# Its exit status is about the machine.
	text=$("$TOOL" -q check -k module-refused 2>/dev/null || true)
	[[ $text == *' NOTE '* ]] || return 1
	printf '%s\n' "$text"
}

# explain ERROR: insmod's words for it, of kmod or of busybox
explain()
{
	local line

	case $1 in
	*"Key was rejected"* | *"Required key"* | *"key not available"*)
		say "The kernel trusts no key that signed it." ;;
	*"Operation not permitted"*)
		((!EUID)) || say "Loading a module needs root: sudo make load" ;;
	*"nvalid module format"* | *"Exec format"*)
		say "It was built for a kernel of the same release, but another configuration: build it with the headers of the running one." ;;
	*"nknown symbol"*)
		say "The running kernel lacks something that it needs, or has it in another form." ;;
	esac
	refusal >&"$NESTDIAG_PROGRESS_FD" || true
	line=$(dmesg 2>/dev/null | grep -aiE 'nestdiag|module|lockdown' | tail -n 1 || true)
	[[ -z $line ]] || say "The kernel log's last line about it: $line"
}

main()
{
	local module=$1 running built found out

	[[ -r $module ]] || die "$module is missing: make modules"
	running=$(uname -r)
	built=$(module_release "$module")
	[[ -n $built ]] || die "$module is no kernel module: it says nowhere what kernel it was built for"
	if [[ $built != "$running" ]]; then
		say "$(basename "$module") was built for Linux $built, but Linux $running runs: not loaded."
		say "Build it for this kernel: install its headers (Debian: apt-get install linux-headers-$running)"
		say "and run make load again, or make load KDIR=DIRECTORY with the headers or the built source of it."
		exit 1
	fi
	if ! is_signed "$module" && found=$(refusal); then
		say "$(basename "$module") has no signature, and was not loaded:"$'\n'"$found"
		exit 1
	fi
	if ! out=$(insmod "$module" 2>&1); then
		say "not loaded: ${out##*: }"
		explain "$out"
		exit 1
	fi
	say "loaded; for a report: tools/nestdiag, or /sys/kernel/debug/nestdiag/summary"
}

main "${1:-$TOP/nestdiag.ko}"
