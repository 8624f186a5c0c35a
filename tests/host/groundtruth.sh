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
	if ((status >= 64)) || ! jq -r '(.controls[], .fields[]) | select(.msr and (.bit // .low) != null) |
		[.msr, (.bit // .low), (.state // (.text | split(" ")[0]))] | @tsv' \
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
