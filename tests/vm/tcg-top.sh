#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# nestdiag top on a host at work (AMD, QEMU's TCG, Debian's kernel), in tmux: each key, other sizes of
# the window, with the module and without. The screens are kept in build/top/.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
OUT=$TOP/build/top

boot()
{
	local parts

	parts=$(view_parts "$SERIES" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	tcg_run "nestdiag top in tmux, Debian $SERIES" top "$(kernel_image "$SERIES")" top "${parts[@]}" \
		"bin=$(command -v tmux)" "bin=$(command -v nice)" \
		"file=/usr/lib/locale/C.utf8/LC_CTYPE:/usr/lib/locale/C.utf8/LC_CTYPE" \
		"file=/lib/terminfo/s/screen:/lib/terminfo/s/screen" \
		"file=/lib/terminfo/d/dumb:/lib/terminfo/d/dumb" -- \
		cpu=EPYC,+svm,+npt smp=2 memory=768
}

# screens: each in a file of its own
screens()
{
	local name

	rm -rf "$OUT"
	mkdir -p "$OUT"
	tr -d '\r' <"$LOG" | sed -n 's/^--- BEGIN \(\(module\|bpf\) .*\)$/\1/p' | while read -r name; do
		section "$name" >"$OUT/${name//\//slash}"
	done
}

# vms SECTION: processes that have a line on the first screen in it
vms()
{
	section "$1" | awk '/^ VM / { head = 1; next } head && /^[> ][0-9]+ / { sub(/^[> ]/, ""); print $1 }' | sort -u
}

# four_vms SECTION: those that run, whoever else was seen before
four_vms()
{
	local missing

	missing=$(comm -23 <(tr -d '\r' <"$LOG" | sed -n 's/^guests //p' | tr ' ' '\n' | sort -u) <(vms "$1"))
	[[ -z $missing && -n $(vms "$1") ]] || { echo "without $missing: $(vms "$1" | xargs)"; return 1; }
}

# starved: on one of the screens, the guest that is
starved()
{
	local pid

	pid=$(tr -d '\r' <"$LOG" | sed -n 's/^guests .* //p')
	grep -qE "^[> ]$pid .* starved\$" "$OUT"/module*
}

# fits SECTION COLUMNS ROWS
fits()
{
	shows "$1" . || return 1
	section "$1" | awk -v columns="$2" -v rows="$3" '
		length > columns { print "a line of " length; bad = 1 }
		END { if (NR > rows) { print NR " lines"; bad = 1 } exit bad }'
}

prepare_views
work_dir tcg-top
boot
screens
check "each VM has a line" four_vms "module first"
check "one that its timer leaves no time is called starved" starved
check "h shows the keys" shows "module h" "freeze, and go on"
check "b shows reasons" shows "module b" "^[> ]cpuid "
check "x shows vCPUs" shows "module x" "vCPU"
check "enter leads to a reason's times" shows "module Enter" "."
check "p leaves the VM of that process" shows "module Enter" "process [0-9]+; "
check "a filter leaves what matches, and says what it is" shows "module cpu" "filter cpu"
check "g says that it knows no such name" shows "module nobody" "no VM is known by the name 'nobody'"
check "space freezes" shows "module Space" "FROZEN"
check "80 columns and 12 lines" fits "module 80x12" 80 12
check "132 columns and 30 lines" fits "module 132x30" 132 30
check "q ends it" shows "module q" "exit status 0"
check "q leaves the terminal as it was" shows "module q" "the terminal is as before"
check "by BPF: each VM has a line" four_vms "bpf first"
check "by BPF: reasons" shows "bpf b" "^[> ]cpuid "
check "by BPF: q leaves the terminal as it was" shows "bpf q" "the terminal is as before"
check "nothing is left after unloading" shows_nothing leftovers
finish "top machine ends"
