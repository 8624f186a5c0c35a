#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Four levels: bare metal with VMX (Bochs), a guest of it, a guest of that, each a Linux that runs the
# next one, and a guest that executes CPUIDs. `nestdiag nested --join` follows these through the counts
# of all three hosts; how many they are, the guest itself says.

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
OUT=$TOP/build/chain
LEVELS=(l0 l1 l2)
EXIT_CPUID=10

# cpuids: that the innermost guest executed
cpuids()
{
	section "l3 guest" | sed -nE 's/^kvmguest: ([0-9]+) x ([0-9]+) CPUIDs.*/\1 \2/p' |
		awk '{ print $1 * $2 }'
}

# join MACHINE...: of their snapshots, to build/chain/NAME.json and .txt
join()
{
	local name=$1 files=() machine
	shift

	for machine; do
		files+=("$OUT/$machine.snapshot")
	done
	"$TOP/tools/nestdiag" nested --join "${files[@]}" >"$OUT/$name.txt" &&
		"$TOP/tools/nestdiag" nested --json --join "${files[@]}" >"$OUT/$name.json"
}

# handed_on LOWER: CPUIDs of nested guests that L<LOWER> handed on, and how many the next one counted
handed_on()
{
	jq -r --argjson lower "$1" --argjson cpuid "$EXIT_CPUID" '.joined[] |
		select(.lower == $lower and .reason == $cpuid) | "\(.reflected) \(.counted_above)"' "$OUT/all.json"
}

# own LEVEL: CPUIDs of the guest of that machine, its nested ones left out
own()
{
	awk '$1 == "exits" && $3 == "guest" && $4 == "0xa" { print $5 }' "$OUT/$1.snapshot"
}

# cpuids_pass LOWER CPUIDS: so many were handed on, and counted above
cpuids_pass()
{
	local handed counted

	[[ $2 =~ ^[1-9][0-9]*$ ]] || { echo "nobody says how many there were"; return 1; }
	read -r handed counted < <(handed_on "$1")
	((handed == $2 && counted == $2)) || { echo "$2 executed, $handed handed on, $counted counted"; return 1; }
}

same_exits()
{
	grep -qE "L$1 handed on [1-9][0-9]* exits and L$(($1 + 1)) counted [0-9]+: the same exits" \
		<<<"$(tr -s '\n ' ' ' <"$OUT/all.txt")"
}

bochs_prepare bochs-chain
mkdir -p "$OUT"
machine_initramfs "$WORK/l2" "$SERIES" "$TOP/lab/guest/chain"
host_initramfs "$WORK/l1" "$SERIES" "$TOP/lab/guest/chain" "$WORK/l2"
host_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/chain" "$WORK/l1"
bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" "$MACHINE_APPEND machine=l0" \
	"boot Debian $SERIES with guests, three deep (Bochs)" "l0: done" memory=2048 ips=400000000 || true
rm -f "$WORK/initramfs"
for level in "${LEVELS[@]}"; do
	section "$level snapshot" >"$OUT/$level.snapshot"
	check "$level: took a snapshot" succeeded "$level snapshot"
done
check "the innermost guest ran" succeeded "l3 guest"
check "the three are joined" join all "${LEVELS[@]}"
check "L1 to L2: each CPUID of the innermost guest is on both" cpuids_pass 1 "$(cpuids)"
# L2 is a nested guest, too, and its kernel executes CPUID for KVM.
check "L0 to L1: they are, too, with those of L2 itself" cpuids_pass 0 "$(($(cpuids) + $(own l1)))"
for lower in 0 1; do
	check "L$lower to L$((lower + 1)): they counted the same exits" same_exits "$lower"
done
check "those of L0 and L2 are not the same" eval '! join apart l0 l2'
finish "l0: done"
