#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # functions are called by check
#
# The flight recorder, on AMD (QEMU's TCG), Debian's kernel: the last exits of a
# guest that hangs and is killed (its timer leaves it no time; nothing wakes it
# any more; an exception never ends), and of one that a triple fault ends, are
# those of the kernel's own trace, and are there when the guest is not; what is
# read while four vCPUs write makes sense.

# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
VENDOR='kvm-amd'
HANG=15		# seconds that the guest hangs
SIZE=64		# what the module records if nobody says so

boot()
{
	local parts

	parts=$(view_parts "$SERIES" ccp irqbypass kvm "$VENDOR")
	mapfile -t parts <<<"$parts"
	tcg_run "guests that hang and end, Debian $SERIES" recorder "$(kernel_image "$SERIES")" \
		recorder "${parts[@]}" "bin=$(badlaunch_built)/badlaunch" -- \
		cpu=EPYC,+svm,+npt smp=2 append="VENDOR=$VENDOR HANG=$HANG"
}

# traced SECTION: "name info1 info2" of each exit that the kernel traced
traced()
{
	section "$1" | sed -nE 's/.*kvm_exit: .*reason ([a-zA-Z_0-9 ]+) rip .* info1 0x0*([0-9a-f]+) info2 0x0*([0-9a-f]+) .*/\1 \2 \3/p'
}

# recorded SECTION KEPT: the same of what nestdiag recorded; "-" for what it does not know
recorded()
{
	section "$1" | jq -r --arg kept "$2" '.last_exits[] | select(.kept == $kept) |
		"\(.name) \(.info1 // "-" | sub("^0x"; "")) \(.info2 // "-" | sub("^0x"; ""))"'
}

# as_traced SECTION KEPT TRACE: the last exits of both are the same
as_traced()
{
	local ours theirs

	ours=$(recorded "$1" "$2")
	theirs=$(traced "$3" | tail -n "$(grep -c . <<<"$ours")")
	[[ -n $ours && $ours == "$theirs" ]] ||
		{ diff <(echo "$ours") <(echo "$theirs") | head -n 3 | paste -sd' '; return 1; }
}

# full SECTION KEPT: as many as there is room for
full()
{
	[[ $(recorded "$1" "$2" | wc -l) == "$SIZE" ]] ||
		{ echo "$(recorded "$1" "$2" | wc -l) exits"; return 1; }
}

# span_as_traced SECTION KEPT TRACE: from the first to the last as much time as in the trace. Who is
# asked first differs by what the emulator does in between.
span_as_traced()
{
	local ours theirs

	ours=$(section "$1" | jq --arg kept "$2" '[.last_exits[] | select(.kept == $kept) | .ago_ns] |
		.[0] - .[-1] | . / 1000 | floor')
	theirs=$(section "$3" | grep kvm_exit: | tail -n "$SIZE" | sed -nE 's/.* ([0-9]+)\.([0-9]{6}): kvm_exit.*/\1\2/p' |
		sed -n '1p; $p' | paste -sd' ' | awk '{ print $2 - $1 }')
	echo "$ours us, traced $theirs us"
	((ours > 0 && ours * 10 > theirs * 8 - 20000 && ours * 10 < theirs * 12 + 20000))
}

same_before_and_after()
{
	[[ $(recorded dead "$1") == "$(recorded outlived "$1")" && -n $(recorded dead "$1") ]] ||
		{ echo "it is another one after other guests"; return 1; }
}

# count SECTION WORD: the number behind it
count()
{
	section "$1" | sed -nE "s/.*\<$2 ([0-9]+).*/\1/p"
}

# recorded_lines SECTION: how many exits are in the file
recorded_lines()
{
	section "$1" | grep -c '^recorded '
}

lines_of()
{
	[[ $(recorded_lines "$1") == "$2" ]] || { echo "$(recorded_lines "$1") exits"; return 1; }
}

# in_order SECTION REGEX: CPUIDs, then the OUT, then the HLT of the guest
in_order()
{
	local seen

	seen=$(section "$1" | awk '$1 == "recorded" && $5 ~ /^0x7[28b]$/ { print $5 }' | uniq -c | xargs)
	grep -qxE -- "$2" <<<"$seen" || { echo "$seen"; return 1; }
}

prepare_views
work_dir tcg-recorder
boot

check "a guest hangs: its last exits are all of its timer" holds hung \
	'[.last_exits[].name] | length > 0 and all(IN("msr", "vintr", "interrupt"))'
check "it is killed: its last exits are those of the kernel's trace" \
	as_traced dead live "hung trace"
check "it is killed: so many as there is room for" full dead live
check "it is killed: over the same time" span_as_traced dead live "hung trace"
check "it is killed: what was asked to be kept is" holds dead \
	"([.recordings[] | select(.kept == \"asked\")] | length) == 1 and
	 ([.last_exits[] | select(.kept == \"asked\")] | length) == $SIZE"
check "it is killed: each exit has words" holds dead \
	'[.last_exits[] | .meaning] | length > 0 and all(. != null)'
check "others run: its last exits are still there" same_before_and_after asked
check "a wake-up is lost: its last exits are those of the kernel's trace" \
	as_traced unwoken live "unwoken trace"
check "a wake-up is lost: it halts for seconds, after a tick without a new deadline" holds unwoken \
	'[.last_exits[] | select(.kept == "live")] | (.[-1] | .name == "hlt" and .ago_ns > 2e9) and
	 ([.[-3:][] | select(.name == "msr")] | length) == 1'
check "a wake-up is lost: that is told in words" says "unwoken text" "executed HLT" "waiting or gone"
check "a wake-up is lost: the guest's death changes nothing" \
	as_traced "unwoken dead" live "unwoken trace"
check "an exception without end: its last exits are nothing else, but for the host's interrupts" \
	holds "fault dead" '[.last_exits[] | select(.kept == "live") | .reason] |
	length == 64 and all(IN(70, 96)) and ([.[] | select(. == 70)] | length) > 50'
check "an exception without end: that is told in words" says "fault text" "#UD"
check "a triple fault: its last exits are those of the kernel's trace" \
	as_traced shutdown shutdown "shutdown trace"
check "a triple fault: it is the last one" holds shutdown \
	'[.last_exits[] | select(.kept == "shutdown")] | .[-1] | .name == "shutdown" and .reason == 127'
check "a triple fault: in words" shows "shutdown text" 'a triple fault: the guest shuts down'
check "reset forgets all of it" shows "after reset" '^0$'
check "read while four vCPUs write: nothing is out of order" shows_not reads WRONG
check "read while four vCPUs write: there is something" \
	awk -v n="$(count reads exits)" 'BEGIN { if (n < 3000) { print n " exits"; exit 1 } }'
check "read while four vCPUs write: by the VMCB" shows raw '^trace vmcb '
check "recorder=0: nothing is recorded" lines_of "with recorder=0" 0
check "recorder=0: and that is said" shows "with recorder=0" '^recorder 0$'
check "recorder=0: by the tool, too" says "with recorder=0 tool" "The flight recorder is off"
check "recorder=1: one exit, the HLT" in_order "with recorder=1" "1 0x78"
check "recorder=1024: all that the guest made" in_order "with recorder=1024" "300 0x72 1 0x7b 1 0x78"
check "reasons from records: the same" in_order "with source=record" "[0-9]+ 0x72 1 0x7b 1 0x78"
check "without times there is none" shows "with times=0" '^recorder 0$'
for large in "vcpus=65536" "vcpus=65536 recorder=1024"; do
	check "$large: there is not so much memory" shows "large $large" 'Cannot allocate memory'
	check "$large: by ENOMEM" succeeded "large $large" 12
done
check "no process was killed for want of memory" shows_not dmesg 'Out of memory|oom-kill'
check "nothing is left after unloading" shows_nothing leftovers
echo "read while written: $(count reads exits) exits, $(count reads torn) left out, $(count reads bare) without what the VMCB says" >&2
finish "recorder machine ends"
