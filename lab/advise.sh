#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make advise`: are the estimates of `nestdiag advise` right? A nested guest runs on an emulated CPU
# with VMX (Bochs) under a hypervisor that has neither VMCS shadowing nor eVMCS; what nestdiag predicts
# from the counters of the host is compared with what is measured once the change has been made. A tick
# of the TSC is an instruction there, so that figures repeat.
#
#	lab/advise.sh [again]	(again: from what the machine said last time)
#
# The snapshots and the table are in build/advise/, the table is in docs/advise.md, too. It fails if an
# estimate is off by more than 15 %.

# shellcheck source=lab/machines.sh
. "$(dirname "${BASH_SOURCE[0]}")/machines.sh"

SERIES=6.1
OUT=$TOP/build/advise
PAGE=$TOP/docs/advise.md
GUESTS=(neither shadow evmcs)
# Per cent that an estimate may be off.
WANTED=15

boot()
{
	nested_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/advise"
	LOG=$WORK/serial.log
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=host guests=$(IFS=,; echo "${GUESTS[*]}")" \
		"boot Debian $(kernel_release "$SERIES") with guests: ${GUESTS[*]}" \
		"host: done" memory=2048 ips=400000000
	rm -f "$WORK/initramfs"
	cp "$LOG" "$OUT/serial.log"
}

# keep_snapshots: of what the host counted; one that is no snapshot ends this
keep_snapshots()
{
	local guest

	for guest in "${GUESTS[@]}"; do
		between "$LOG" "below $guest" >"$OUT/$guest.snapshot"
		"$TOP/tools/nestdiag" --from "$OUT/$guest.snapshot" nested --json >"$OUT/$guest.json" ||
			die "$guest: nothing was counted below: see $LOG"
	done
}

# ticks GUEST: of a CPUID of the nested guest, as that has measured them
ticks()
{
	between "$LOG" "$1 CPUIDs" | awk '$1 == "ticks:" {
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

rows()
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

table()
{
	cat <<-END
	| change | predicted | measured | off by |
	|---|---|---|---|
	END
	rows
}

main()
{
	local off

	need module tool lab check
	step "build the tool" make -C "$TOP" tools
	work_dir advise
	mkdir -p "$OUT"
	LOG=$OUT/serial.log
	[[ ${1-} == again ]] || boot
	keep_snapshots
	table >"$OUT/table.md"
	sed -i -e '/<!-- measured -->/,/<!-- end of measured -->/{//!d}' -e "/<!-- measured -->/r $OUT/table.md" "$PAGE"
	cat "$OUT/table.md"
	off=$(sed -n 's/.* \([-+][0-9.]*\) % |$/\1/p' "$OUT/table.md" | awk -v wanted="$WANTED" '$1 * $1 > wanted * wanted' | xargs)
	[[ -z $off ]] || die "off by more than $WANTED %: $off"
}

main "$@"
