#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make advise`: are the estimates of `nestdiag advise` right? A nested guest runs on an emulated CPU
# with VMX (Bochs) under a hypervisor that has neither VMCS shadowing nor eVMCS, and guests with timers
# run on another one; what nestdiag predicts from the counters of the host is compared with what is
# measured once the change has been made. A tick of the TSC is an instruction there, so that figures
# repeat.
#
#	lab/advise.sh [again]	(again: from what the machines said last time)
#
# The snapshots and the table are in build/advise/, the table is in docs/advise.md, too. It fails if an
# estimate is off by more than 15 %.

# shellcheck source=lab/machines.sh
. "$(dirname "${BASH_SOURCE[0]}")/machines.sh"

SERIES=6.1
OUT=$TOP/build/advise
PAGE=$TOP/docs/advise.md
GUESTS=(neither shadow evmcs)
# Instructions a second, and how long Linux may take to boot two levels up: about 6,000 million of them, of
# which it takes less than half where it has enough. Its image is unpacked faster than that of 6.1.
DEEPER=(20000000:250 60000000:100 200000000:40)
DEEPER_SERIES=6.12
# As lab/guest/timers calls them.
BUSY=(plain hz100 timer)
IDLE=(poll nopoll)
# Per cent that an estimate may be off.
WANTED=15

boot_nested()
{
	nested_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/advise"
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=host guests=$(IFS=,; echo "${GUESTS[*]}")" \
		"boot Debian $(kernel_release "$SERIES") with guests: ${GUESTS[*]}" \
		"host: done" memory=2048 ips=400000000
	rm -f "$WORK/initramfs"
	cp "$WORK/serial.log" "$OUT/nested.log"
}

# Two CPUs, one of them for the guest alone; so slow that what its timer takes shows in what it gets done.
boot_timers()
{
	machine_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/timers"
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" "$MACHINE_APPEND" \
		"boot Debian $(kernel_release "$SERIES") with guests: ${BUSY[*]} ${IDLE[*]}" \
		"timers: done" cpus=2 ips=50000000
	rm -f "$WORK/initramfs"
	cp "$WORK/serial.log" "$OUT/timers.log"
}

# Linux two levels up: the guest of a guest, on a clock of that speed
boot_deeper()
{
	local ips=$1 seconds=$2

	machine_initramfs "$WORK/l2" "$DEEPER_SERIES" "$TOP/lab/guest/deeper"
	host_initramfs "$WORK/l1" "$DEEPER_SERIES" "$TOP/lab/guest/deeper" "$WORK/l2"
	host_initramfs "$WORK/initramfs" "$DEEPER_SERIES" "$TOP/lab/guest/deeper" "$WORK/l1"
	bochs_run "$WORK" "$(kernel_image "$DEEPER_SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=l0 limit=$seconds" \
		"boot Debian $(kernel_release "$DEEPER_SERIES"), two levels up, with $ips instructions a second" \
		"l0: up" memory=2048 ips="$ips"
	rm -f "$WORK/initramfs"
	cp "$WORK/serial.log" "$OUT/deeper-$ips.log"
}

# keep_snapshots: of what the hosts counted; one that is no snapshot ends this
keep_snapshots()
{
	local guest

	for guest in "${BUSY[@]}" "${IDLE[@]}"; do
		between "$OUT/timers.log" "$guest snapshot" >"$OUT/$guest.snapshot"
		"$TOP/tools/nestdiag" --from "$OUT/$guest.snapshot" advise --json >"$OUT/$guest.json" ||
			die "$guest: nothing was counted: see $OUT/timers.log"
	done
	for guest in "${GUESTS[@]}"; do
		between "$OUT/nested.log" "below $guest" >"$OUT/$guest.snapshot"
		"$TOP/tools/nestdiag" --from "$OUT/$guest.snapshot" nested --json >"$OUT/$guest.json" ||
			die "$guest: nothing was counted below: see $OUT/nested.log"
	done
}

# ticks GUEST: of a CPUID of the nested guest, as that has measured them
ticks()
{
	between "$OUT/nested.log" "$1 CPUIDs" | awk '$1 == "ticks:" {
		cpuids = $3; median = $7; single = $9
		printf "%.0f\n", (median - single) / (cpuids - 1) }'
}

# khz GUEST: ticks of the TSC a millisecond
khz()
{
	awk '$1 == "trace" { print $5 }' "$OUT/$1.snapshot"
}

# exits_for GUEST: of the hypervisor, in thousandths, for a nested exit that it got
exits_for()
{
	jq '.multiplier.per_reflected_exit * 1000 | round' "$OUT/$1.json"
}

# predicted CHANGE KEY: of what nestdiag says for the machine with neither
predicted()
{
	"$TOP/tools/nestdiag" --from "$OUT/neither.snapshot" advise --json |
		jq ".advice[] | select(.id == \"$1\") | .$2"
}

# entries: nested entries that the estimate is made of
entries()
{
	jq '.nested_entries.count' "$OUT/neither.json"
}

# compare NAME PREDICTED MEASURED UNIT: a row, with how much the estimate is off
compare()
{
	awk -v name="$1" -v predicted="$2" -v measured="$3" -v unit="$4" 'BEGIN {
		printf "| %s | %s%s | %s%s | %+.1f %% |\n", name, predicted, unit, measured, unit,
			(predicted - measured) * 100 / measured }'
}

milli()
{
	awk -v n="$1" 'BEGIN { printf "%.1f", n / 1000 }'
}

# changes: as nestdiag advise calls it, the guest that has it, its name
changes()
{
	cat <<-END
	vmcs-shadowing shadow VMCS shadowing
	evmcs evmcs eVMCS
	END
}

# estimate GUEST ID FILTER: of that estimate's object, for a guest with a timer
estimate()
{
	jq -r ".advice[] | select(.id == \"$2\") | $3" "$OUT/$1.json"
}

# exits_per_second GUEST: in a second in which its vCPU does not wait
exits_per_second()
{
	awk '
		$1 == "exits" { exits += $5; ns += $6 }
		$1 == "in_guest" { ns += $3 }
		END { printf "%.0f\n", exits * 1000000000 / ns }' "$OUT/$1.snapshot"
}

# own_time GUEST: nanoseconds in the guest, without what exit and entry take
own_time()
{
	awk '
		$1 == "exits" { exits += $5 }
		$1 == "in_guest" && $2 == "guest" { ns = $3; stay = $4 }
		END { printf "%.0f\n", ns - exits * stay }' "$OUT/$1.snapshot"
}

# rounds GUEST: what it got done
rounds()
{
	between "$OUT/timers.log" "$1 guest" | sed -nE 's/.* ms, ([0-9]+) rounds.*/\1/p'
}

# ran GUEST: milliseconds of its thread, up to the moment of the snapshot
ran()
{
	between "$OUT/timers.log" "$1 CPU" | awk 'NF == 3 { ns += $1; n++ } END { printf "%.0f\n", ns / n / 1000000 }'
}

# more NEW OLD: in per cent
more()
{
	awk -v new="$1" -v old="$2" 'BEGIN { printf "%.1f\n", (new / old - 1) * 100 }'
}

timer_rows()
{
	local now saved

	now=$(exits_per_second plain)
	compare "100 ticks a second in place of 250: exits of a busy guest in a second (now $now)" \
		"$(estimate plain fewer-ticks "(.count - .spared) * 1e9 / .busy_ns | round")" \
		"$(exits_per_second hz100)" ""
	saved=$(estimate plain fewer-ticks .saved_ns)
	now=$(own_time plain)
	compare "100 ticks a second in place of 250: how much more it gets done" \
		"$(more $((now + saved)) "$now")" "$(more "$(rounds hz100)" "$(rounds plain)")" " %"
	now=$(ran poll)
	saved=$(estimate poll no-halt-polling .saved_ns)
	compare "no halt polling: CPU time of a guest that waits 1000 times a second, in 10 seconds (now $now ms)" \
		"$((now - saved / 1000000))" "$(ran nopoll)" " ms"
	printf '| preemption timer: how much more a busy guest gets done | no estimate | %s %% | |\n' \
		"$(more "$(rounds timer)" "$(rounds plain)")"
}

nested_rows()
{
	local change guest name saved neither

	neither=$(ticks neither)
	while read -r change guest name; do
		# What those exits took, for one entry, in ticks.
		saved=$(awk -v ns="$(predicted "$change" saved_ns)" -v n="$(entries)" -v khz="$(khz neither)" \
			'BEGIN { printf "%.0f", ns * khz / 1000000 / n }')
		compare "$name: exits of the hypervisor for one of its guest (now $(milli "$(exits_for neither)"))" \
			"$(milli "$(predicted "$change" exits_then_milli)")" "$(milli "$(exits_for "$guest")")" ""
		compare "$name: a CPUID of the nested guest (now $neither instructions)" \
			"$((neither - saved))" "$(ticks "$guest")" " instructions"
	done < <(changes)
}

# deeper_row IPS: what was said, and what came of it
deeper_row()
{
	local log=$OUT/deeper-$1.log said up

	said=$(between "$log" predicted | jq -r '.advice[] | select(.id == "one-level-deeper") |
		"\(.tick_share * 100 | round) % | \(.outcome)"')
	up=$(between "$log" outcome | sed -nE 's/^(not )?up after ([0-9]+) ms$/\1\2/p')
	[[ $said && $up ]] || die "$1 instructions a second: no answer, see $log"
	printf '| %s million instructions a second | %s | %s |\n' $(($1 / 1000000)) "$said" \
		"$(awk -v ips="$1" -v ms="${up#not }" -v not="${up%%[0-9]*}" 'BEGIN {
			printf "Linux %s after %.1f s, %.1f billion instructions", not ? "does not boot, and is ended" : "boots", ms / 1000, ips / 1000000 * ms / 1000000 }')"
}

deeper_table()
{
	local one

	cat <<-END
	| in the lab | ticks will take | predicted | what happened |
	|---|---|---|---|
	END
	for one in "${DEEPER[@]}"; do
		deeper_row "${one%:*}"
	done
}

# into_page NAME FILE: between the marks of that name
into_page()
{
	sed -i -e "/<!-- $1 -->/,/<!-- end of $1 -->/{//!d}" -e "/<!-- $1 -->/r $2" "$PAGE"
}

table()
{
	cat <<-END
	| change | predicted | measured | off by |
	|---|---|---|---|
	END
	nested_rows
	timer_rows
}

main()
{
	local off one

	need module tool lab check
	step "build the tool" make -C "$TOP" tools
	work_dir advise
	mkdir -p "$OUT"
	if [[ ${1-} != again ]]; then
		boot_timers
		boot_nested
		for one in "${DEEPER[@]}"; do
			boot_deeper "${one%:*}" "${one#*:}"
		done
	fi
	keep_snapshots
	table >"$OUT/table.md"
	into_page measured "$OUT/table.md"
	deeper_table >"$OUT/deeper.md"
	into_page deeper "$OUT/deeper.md"
	cat "$OUT/table.md" "$OUT/deeper.md"
	off=$(sed -n 's/.* \([-+][0-9.]*\) % |$/\1/p' "$OUT/table.md" | awk -v wanted="$WANTED" '$1 * $1 > wanted * wanted' | xargs)
	[[ -z $off ]] || die "off by more than $WANTED %: $off"
	! grep -E '\| hangs \| Linux boots|\| (runs|crawls) \| Linux does not' "$OUT/deeper.md" ||
		die "a guest one level deeper did what was not predicted"
}

main "$@"
