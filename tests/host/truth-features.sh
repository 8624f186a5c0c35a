#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Who took a feature, against the world: on real processors without a hypervisor nobody but the CPU
# can be to blame. And where the same registers come with CPUID's hypervisor bit set, no feature may
# be called hidden: what the processor lacks its model has not got either. Last, the same guest without
# VMX: what is called hidden the processor has, and what its model is said to predate it has not. One
# line a machine.
#
#	NESTDIAG_GROUNDTRUTH=	the folder (default: ../shared/groundtruth, beside the checkout)
#	NESTDIAG=		the tool (default: tools/nestdiag, built where it is missing)

cd "$(dirname "$0")/../.." || exit 1

folder=${NESTDIAG_GROUNDTRUTH:-../shared/groundtruth}
tool=${NESTDIAG:-tools/nestdiag}
failed=0

skip()
{
	echo "skip - truth-features # $*"
	exit 0
}

[[ -d $folder/bare-metal ]] || skip "no such folder: $folder (NESTDIAG_GROUNDTRUTH= names it)"
command -v jq >/dev/null || skip "jq is missing; its package is jq"
[[ -x $tool ]] || make --no-print-directory "$tool" >&2 || exit 1

# snapshot JSON HYPERVISOR: CPUID and registers; HYPERVISOR is 8 to set the bit, or 0
snapshot()
{
	echo "nestdiag-snapshot 1"
	jq -r --argjson bit "$2" 'def hex: {"0":0,"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,
			"9":9,"a":10,"b":11,"c":12,"d":13,"e":14,"f":15}[ascii_downcase];
		def byte: "0123456789abcdef" as $h | $h[(. / 16 | floor):(. / 16 | floor) + 1] +
			$h[. % 16:. % 16 + 1];
		def digit: "0123456789abcdef"[.:. + 1];
		def with_bit: if (.[2:3] | hex) < 8
			then "0x" + ((.[2:3] | hex) + $bit | digit) + .[3:] else . end;
		(.cpuid // {} | to_entries[] | select(.key | test("^0x[0-9a-f]+$")) |
			(if .key == "0x1" then .value.ecx |= with_bit else . end) |
			"cpuid 0 0x\(("00000000" + .key[2:])[-8:]) 0x0 \(.value.eax[2:]) \(.value.ebx[2:]) \(.value.ecx[2:]) \(.value.edx[2:])"),
		(select(.brand_string) | (.brand_string | explode + [range(48) | 0])[:48] as $name |
			range(3) as $leaf | "cpuid 0 0x8000000\($leaf + 2) 0x0 " + ([range(4) as $reg |
			[range(3; -1; -1) as $at | $name[$leaf * 16 + $reg * 4 + $at] | byte] | add] |
			join(" "))),
		(.msrs | to_entries[] | select(.value | test("^0x[0-9a-f]+$")) |
			"msr 0 \(.key) \(("0000000000000000" + .value[2:])[-16:])")' "$1"
}

# states JSON HYPERVISOR: the states of its features that are neither there nor unknown
states()
{
	snapshot "$1" "$2" | "$tool" -q --json --from - features |
		jq -r '[.features[].state] | unique - ["available", "in-use", "unknown"] | join(" ")'
}

# without_vmx: a snapshot as it is where VMX is not exposed: without the flag and the registers
without_vmx()
{
	awk '/^msr/ { next }
		/^cpuid 0 0x00000001 / {
			digit = index("0123456789abcdef", substr($7, 7, 1)) - 1
			if (int(digit / 2) % 2)
				digit -= 2
			$7 = substr($7, 1, 6) substr("0123456789abcdef", digit + 1, 1) substr($7, 8)
		}
		{ print }'
}

# ids STATES: the ids of features in one of STATES, of a snapshot on standard input
ids()
{
	"$tool" -q --json --from - features |
		jq -r --arg states "$1" '.features[] | select(.state | IN($states | split(" ")[])).id' | sort
}

# blamed JSON: the features that are wrongly called hidden or older than the model
blamed()
{
	comm -12 <(snapshot "$1" 8 | without_vmx | ids hidden) <(snapshot "$1" 0 | ids absent)
	comm -12 <(snapshot "$1" 8 | without_vmx | ids absent) \
		<(snapshot "$1" 0 | ids "available in-use dropped")
}

# found WANTED STATES: some, and none but WANTED
found()
{
	local state

	[[ -n $2 ]] || return 1
	for state in $2; do
		[[ " $1 " == *" $state "* ]] || return 1
	done
}

for file in "$folder"/bare-metal/*.json; do
	name=$(basename "$file" .json)
	jq -e '.cpuid["0x1"]' "$file" >/dev/null || continue
	metal=$(states "$file" 0)
	guest=$(states "$file" 8)
	wrong=$(blamed "$file")
	if [[ -n $wrong ]]; then
		echo "not ok - truth-features: $name # without VMX: ${wrong//$'\n'/ }"
		failed=1
	elif found absent "$metal" && found "absent not-offered" "$guest" &&
		[[ $guest == *not-offered* ]]; then
		echo "ok - truth-features: $name"
	else
		echo "not ok - truth-features: $name # bare metal: $metal; as a guest: $guest"
		failed=1
	fi
done
exit "$failed"
