#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Guests that starve, and guests that only look so. A processor with VMX (Bochs)
# whose clock is fast for what it does: a guest with a timer keeps up with usual
# rates, and not with one at which a tick costs more than its period. A guest of
# a guest does not keep up with the 250 ticks a second of most kernels. The oracle
# is the guest itself: how many of its ticks it saw, and what it did between them.

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"
# shellcheck source=tests/vm/report-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/report-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
OUT=$TOP/build/starved
# Instructions a second: 200,000 are a tick of 250 Hz. With a quarter of it the machines would not
# come up; with four times as many a nested guest would keep up.
IPS=50000000

STARVED='^ *(error: )?guest starved'
EXIT_BOUND='^ *(warning: )?guest does little but cause exits'

# ticks SECTION, due SECTION, rounds SECTION: what the guest says of itself
ticks() { section "$1 guest" | sed -nE 's/^kvmguest: ([0-9]+) of .*/\1/p'; }
due() { section "$1 guest" | sed -nE 's/^kvmguest: [0-9]+ of ([0-9]+) .*/\1/p'; }
rounds() { section "$1 guest" | sed -nE 's/.* ms, ([0-9]+) rounds.*/\1/p'; }

# keeps_up SECTION: it saw 19 of 20 ticks, and did something after each
keeps_up()
{
	(($(ticks "$1") * 20 >= $(due "$1") * 19 && $(rounds "$1") * 20 >= $(due "$1") * 18)) ||
		{ echo "$(ticks "$1") of $(due "$1") ticks, $(rounds "$1") rounds"; return 1; }
}

# hangs SECTION: it lost ticks, and did next to nothing between those that it saw
hangs()
{
	(($(ticks "$1") * 20 < $(due "$1") * 19 && $(rounds "$1") < 1000)) ||
		{ echo "$(ticks "$1") of $(due "$1") ticks, $(rounds "$1") rounds"; return 1; }
}

not_starved()
{
	keeps_up "$1" && shows_not "$1" "$STARVED" && shows_not "$1" "$EXIT_BOUND"
}

# words SECTION: all of it in one line, as a line may be broken anywhere
words()
{
	section "$1" | tr -s ' \n' ' '
}

# starved SECTION: it is said, with the exits that eat the time and with what a tick costs
starved()
{
	local text=' ran [0-9.]+ % of [0-9.]+ s not spent waiting; exits: [A-Z_]+ [0-9]+ %, '
	text+='[A-Z_]+ [0-9]+ %, [0-9]+ a second of [0-9.]+ [mu]?s each. '
	text+='A timer tick takes at least 3 of them: [0-9]+ % of a CPU at 250 Hz'

	shows "$1" "$STARVED" || return 1
	grep -qE "$text" <<<"$(words "$1")" || { echo "without its figures: $(words "$1")"; return 1; }
}

# tick_costs_more_than_a_tick SECTION
tick_costs_more_than_a_tick()
{
	local percent

	percent=$(words "$1" | sed -nE 's/.*at least 3 of them: ([0-9]+) % of a CPU.*/\1/p')
	((percent > 100)) || { echo "it costs $percent %"; return 1; }
}

check_one_level()
{
	local name

	for name in idle busy "busy at 2000 Hz"; do
		check "one level, $name: no starved guest" not_starved "bare-metal $name"
	done
	check "one level, ticks that cost more than their period: the guest hangs" \
		hangs "bare-metal hung"
	check "one level: and is starved" starved "bare-metal hung"
	check "one level, a loop of CPUIDs: not starved" shows_not "bare-metal loop" "$STARVED"
	check "one level, a loop of CPUIDs: it does little but exit" \
		shows "bare-metal loop" "$EXIT_BOUND"
}

check_two_levels()
{
	check "two levels, idle: no starved guest" not_starved "evmcs idle"
	check "two levels, idle: nor seen from below" shows_not "idle from below" "$STARVED"
	check "two levels, 250 ticks a second: the guest hangs" hangs "evmcs hung"
	check "two levels: and is starved, says its hypervisor's kernel" starved "evmcs hung"
	check "two levels: a tick costs more than a tick" tick_costs_more_than_a_tick "evmcs hung"
	check "two levels: and is starved, says bare metal" starved "hung from below"
	check "two levels: debugfs says so, too" shows "hung from below summary" 'guest starved'
}

# verdict_on NAME: that page names the starved guest first of all, with what to do
verdict_on()
{
	local page=$OUT/$1.html

	check "report, $1: it is sound" is_sound "$page"
	check "report, $1: the verdict is that a guest starves" page_says "$page" verdict \
		"FAIL guest starved (guest-starved)"
	check "report, $1: and what that means" page_says "$page" verdict "A guest or nested guest hangs or crawls"
	check "report, $1: with the cost of a tick" page_says "$page" verdict "A timer tick takes at least 3"
	check "report, $1: with a remedy" page_says "$page" verdict "fewer timer ticks (HZ=100)"
	check "report, $1: the guest is not called guilty" page_says_not "$page" verdict guest-exit-bound
}

# As seen by who runs the guest, by who runs the machine below, and with both put together.
check_reports()
{
	local machine archive=()

	mkdir -p "$OUT"
	for machine in evmcs bare-metal; do
		archive+=("$(report_archive "$machine")")
		check "report, $machine: made while the guest hung" succeeded "$machine report"
		check "report, $machine: the archive has the page" report_page "${archive[-1]}" "$OUT/$machine.html"
		verdict_on "$machine"
	done
	check "report, both: made of both archives" "$TOP/tools/nestdiag" -q report --from "${archive[0]}" \
		--below "${archive[1]}" -o "$OUT/both.html"
	verdict_on both
	check "report, evmcs: it tells what it runs on" page_says "$OUT/evmcs.html" levels \
		"this machine is a guest of Microsoft Hyper-V"
	check "report, bare-metal: it tells that this is L0" page_says "$OUT/bare-metal.html" levels \
		"L0: this machine"
	check "report, both: it tells that this is L1" page_says "$OUT/both.html" levels "L1: this machine"
}

bochs_prepare bochs-starved
nested_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/starved"
bochs_boot "$SERIES" "boot Debian $SERIES with a clock that is fast for it (Bochs)" \
	memory=2048 ips="$IPS"
check_one_level
check_two_levels
check_reports
check "the inner machine got to its end" has_token "evmcs: done"
finish "bare-metal: done"
