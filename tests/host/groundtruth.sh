#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The decoder against the world: registers of real machines, decoded by QEMU's vmxcap script and by
# the tool, compared bit for bit. One line a machine on standard output.
#
#	NESTDIAG_GROUNDTRUTH=	the folder (default: ../shared/groundtruth, beside the checkout)
#	NESTDIAG=		the tool (default: tools/nestdiag, built where it is missing)
#
# In the folder: */NAME.json with the registers ("msrs": number to value), vmxcap-output/NAME.txt
# with what vmxcap printed for them, names/vmxcap_bits.json with the place of each of its labels.
#
# A value is the same where both have the same word (yes, no, default, forced, ?) or number for the
# same place. What is not compared, and why:
#
#  - Registers that the machine's file does not have. vmxcap takes an unreadable register for 0 and
#    prints "no" and 0 for it; the tool says that nobody looked.
#  - Bits that vmxcap has no label for; the tool has rows for more of them.
#
# Then the tool's ids, against the tables of QEMU and libvirt, and its rows, against Linux's list of
# VMX features (names/). Not compared: QEMU's names of bits 41 and 43 of register 0x48c. It calls
# these INVVPID types INVEPT types, one of them like bit 25; the tool has libvirt's names.

cd "$(dirname "$0")/../.." || exit 1

folder=${NESTDIAG_GROUNDTRUTH:-../shared/groundtruth}
tool=${NESTDIAG:-tools/nestdiag}

skip()
{
	echo "skip - groundtruth # $*"
	exit 0
}

[[ -d $folder/vmxcap-output ]] || skip "no such folder: $folder (NESTDIAG_GROUNDTRUTH= names it)"
command -v jq >/dev/null || skip "jq is missing; its package is jq"
[[ -x $tool ]] || make --no-print-directory "$tool" >&2 || exit 1

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT

# snapshot JSON: the registers as a snapshot
snapshot()
{
	echo "nestdiag-snapshot 1"
	jq -r '.msrs | to_entries[] | select(.value | test("^0x[0-9a-f]+$")) |
		"msr 0 \(.key) \(("0000000000000000" + .value[2:])[-16:])"' "$1"
}

# compare NAME: what differs and, in the last line, how many values were compared
compare()
{
	awk -F '\t' -v output="$folder/vmxcap-output/$1.txt" '
	FILENAME == ARGV[1] { place[$1 "\t" $2] = $3 "\t" $4; next }
	FILENAME == ARGV[2] { have[$1] = 1; next }
	{ ours[$1 "\t" $2] = $3 }
	END {
		while ((getline line < output) > 0) {
			if (line ~ /^#/ || line ~ /^ *Hex:/)
				continue
			if (line !~ /^ /) {
				group = line
				continue
			}
			value = label = line
			sub(/.* /, "", value)
			sub(/^ */, "", label)
			sub(/ *[^ ]+$/, "", label)
			at = place[group "\t" label]
			split(at, part, "\t")
			if (at == "")
				print "no place for \"" group ": " label "\""
			else if (have[part[1]] && ++compared && ours[at] != value)
				print label " (" part[1] " bit " part[2] ") is \"" \
					ours[at] "\", vmxcap says \"" value "\""
		}
		print compared + 0
	}' "$tmp/places" "$tmp/have" "$tmp/ours"
}

jq -r '.bits[] | [.group, .name, .msr, (.control_bit // .bit // .lsb)] | @tsv' \
	"$folder/names/vmxcap_bits.json" >"$tmp/places" || exit 1

failed=0
# bad NAME REASON
bad()
{
	echo "not ok - groundtruth: $1 # $2"
	failed=1
}

# names WHAT FILTER FILE: FILTER makes lines "register, bit, id" of FILE, which must be the tool's;
# an empty id asks only for a row
names()
{
	local differ count

	jq -r "def plain: {\"0x48d\": \"0x481\", \"0x48e\": \"0x482\", \"0x48f\": \"0x483\",
		\"0x490\": \"0x484\"}[.] // .; .features[] | $2 | @tsv" "$3" >"$tmp/names"
	count=$(wc -l <"$tmp/names")
	differ=$(awk -F '\t' 'FILENAME == ARGV[1] { id[$1 "\t" $2] = $3; next }
		!(($1 "\t" $2) in id) { print $1 " bit " $2 " has no row"; next }
		$3 != "" && id[$1 "\t" $2] != $3 {
			print $1 " bit " $2 " is \"" id[$1 "\t" $2] "\", there \"" $3 "\""
		}' "$tmp/ids" "$tmp/names")
	if [[ -z $differ ]] && ((count > 0)); then
		echo "ok - groundtruth: names of $1 ($count)"
	else
		echo "$differ" >&2
		bad "names of $1" "${differ%%$'\n'*}"
	fi
}

# With all registers there, the tool prints all its rows.
{
	echo "nestdiag-snapshot 1"
	printf 'msr 0 0x%x 0000000000000000\n' $(seq $((0x480)) $((0x493)))
} >"$tmp/snapshot"
"$tool" --json caps --from "$tmp/snapshot" | jq -r '(.controls[], .fields[]) |
	select(.bit != null) | [.msr, .bit, .id] | @tsv' >"$tmp/ids"
names QEMU 'select((.msr == "0x48c" and (.raw_msr_bit == 41 or .raw_msr_bit == 43)) | not) |
	[(.msr | plain), (if .control then .qemu_word_bit else .raw_msr_bit end), .name]' \
	"$folder/names/qemu_vmx_features.json"
names libvirt '[(.msr | plain), (.raw_msr_bit // (.raw_msr_bit_allowed1 - 32)), .name]' \
	"$folder/names/feature_map.json"
names Linux 'select(.word > 0 or .bit < 16) |
	[["0x481", "0x482", "0x48b", "0x492"][.word], .bit, ""]' \
	"$folder/names/linux_vmxfeatures.json"

for output in "$folder"/vmxcap-output/*.txt; do
	name=$(basename "$output" .txt)
	registers=("$folder"/*/"$name.json")
	if [[ ! -e ${registers[0]} ]]; then
		bad "$name" "no registers"
		continue
	fi
	snapshot "${registers[0]}" >"$tmp/snapshot"
	awk '/^msr/ { print $3 }' "$tmp/snapshot" >"$tmp/have"
	"$tool" --json caps --from "$tmp/snapshot" >"$tmp/json"
	status=$?
	if ((status >= 64)) || ! jq -r '(.controls[], .fields[]) |
		select(.msr and (.bit // .low) != null) | [.msr, (.bit // .low), (.state // .number)] | @tsv' \
		"$tmp/json" >"$tmp/ours"; then
		bad "$name" "the tool failed with exit status $status"
		continue
	fi
	result=$(compare "$name")
	count=${result##*$'\n'}
	if [[ $result == "$count" ]] && ((count > 0)); then
		echo "ok - groundtruth: $name ($count values)"
	else
		echo "$result" >&2
		bad "$name" "${result%%$'\n'*}"
	fi
done
exit "$failed"
