#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every file that the module creates is described in docs/ABI, and nothing else is; and what is
# shown there as an example is what the code prints. Without arguments names and values are taken
# from the sources; with a file, only names, from that list of paths, which a test took on a running
# kernel.

cd "$(dirname "$0")/../.." || exit 1

SYSFS=docs/ABI/testing/sysfs-nestdiag
DEBUGFS=docs/ABI/testing/debugfs-nestdiag

from_sources()
{
	sed -n 's/.*__ATTR_RO(\([a-z_0-9]*\)).*/\1/p; s/.*__ATTR(\([a-z_0-9]*\),.*/\1/p' \
		module/views/sysfs.c | sed 's,^,/sys/kernel/nestdiag/,'
	sed -n 's/.*{ 0x[0-9a-f]*, "\([a-z_0-9]*\)", .*/\1/p' core/facts/regs.c |
		sed 's,^,/sys/kernel/nestdiag/registers/,'
	sed -n '/debugfs_views\[\]/,/^};/s/.*{ "\([a-z_]*\)".*/\1/p' module/views/debugfs.c |
		sed 's,^,/sys/kernel/debug/nestdiag/,'
	printf '/sys/kernel/debug/nestdiag/%s\n' raw recorder
	sed -n 's/.*debugfs_create_file("\([a-z]*\)".*/\1/p' module/views/debugfs.c |
		sed 's,^,/sys/kernel/debug/nestdiag/,'
}

documented()
{
	sed -n 's/^What:[[:space:]]*//p' $SYSFS $DEBUGFS
}

names()
{
	comm -3 "$1" <(documented | sort -u) |
		sed 's/^\t\(.*\)/documented but not created: \1/; t; s/^/created but not documented: /'
}

# entry FILE PATH: the description of PATH, without its head
entry()
{
	awk -v what="$2" '/^What:/ { found = $2 == what } found && /^Users:/ { exit }
		found && in_it; /^Description:/ { in_it = found }' "$1"
}

# strings FUNCTION: the literals of a function of the core that returns a word
strings()
{
	sed -n "/^const char \*$1(/,/^}/p" core/*/*.c | grep -o '"[^"]*"' | tr -d '"'
}

# What the files of one word print: the table of each in the core.
words_of()
{
	case $1 in
	vmx | svm) strings nd_usable_word ;;
	evmcs) strings nd_evmcs_use_word ;;
	level)
		strings nd_level_word
		sed -n '/hv_vendors\[\]/,/^};/s/^\t{ "[^"]*", "\([a-z-]*\)", ".*/\1/p' core/facts/hypervisor.c
		sed -n '/emulator_rows\[\]/,/^};/s/^\t{ "[^"]*", { "\([a-z0-9-]*\)", .*/\1/p' core/facts/emulator.c
		;;
	registers/*)
		strings nd_state_word
		echo differs
		;;
	esac | grep -vx -e ok -e '?' | sort -u
}

# The form of a file's value: by what it is printed with, or of its words.
form_of()
{
	case $1 in
	version) echo '[0-9]+\.[0-9]+\.[0-9]+' ;;
	vendor) echo '[ -~]{12}' ;;
	interface_version | failed_launches) echo '[0-9]+' ;;
	evmcs_version) echo '[0-9]+|unknown' ;;
	registers/*) echo "0x[0-9a-f]{16}|$(words_of "$1" | paste -sd'|')" ;;
	*) words_of "$1" | paste -sd'|' ;;
	esac
}

sysfs_values()
{
	local path name text sample word known

	while read -r _ path; do
		name=${path#/sys/kernel/nestdiag/}
		text=$(entry $SYSFS "$path")
		sample=$(sed -n 's/^\t\tSample: //p' <<<"$text")
		known=$(words_of "$name")
		# The first register speaks for all of them.
		[[ -n $sample || $name == registers/* ]] || echo "without a sample: $path"
		[[ -z $sample ]] || grep -qxE "$(form_of "$name")" <<<"$sample" ||
			echo "sample '$sample' is not what the code prints: $path"
		[[ -n $known ]] || continue
		for word in $(grep -oE '"[a-z-]+"' <<<"$text" | tr -d '"' | sort -u); do
			grep -qxF -- "$word" <<<"$known" || echo "the code prints no '$word': $path"
		done
		# A list that goes on is no list of all; the register's words stand at the first.
		[[ $text != *"and so on"* && $name != svm ]] || continue
		[[ $name != registers/* || $name == registers/feature_control ]] || continue
		for word in $known; do
			grep -qF "\"$word\"" <<<"$text" || echo "'$word' is not documented: $path"
		done
	done < <(grep '^What:' $SYSFS)
}

# Lines without their numbers and widths.
shape()
{
	sed -E 's/0x[0-9a-f]+|[0-9a-f]{8,}/0x/g; s/[0-9]+(\.[0-9]+)*/0/g; s/[[:space:]]+/ /g; s/^ //; s/ $//' |
		sort -u
}

# The command that prints what a file in debugfs shows has its outputs in tests/golden.
prints()
{
	case $1 in
	summary) cat tests/golden/status-*.txt ;;
	capabilities) cat tests/golden/caps-*.txt ;;
	raw | recorder) cat tests/fixtures/*.snapshot ;;
	*) cat "tests/golden/$1"-*.txt ;;
	esac
}

debugfs_values()
{
	local path name

	while read -r _ path; do
		name=${path##*/}
		[[ $name != reset && $name != control ]] || continue
		entry $DEBUGFS "$path" | grep -q 'Sample::' || echo "without a sample: $path"
		comm -23 <(entry $DEBUGFS "$path" | sed '1,/Sample::/d; /^[[:space:]]*\.\.\.$/d' | shape) \
			<(prints "$name" | shape) | grep -v '^$' |
			sed "s,^,no output has this line of the sample of $path: ,"
	done < <(grep '^What:' $DEBUGFS)
}

# Each parameter of the module, but for old names of one, is in the file for modprobe.d, and no other.
parameters()
{
	local conf=packaging/modprobe.d/nestdiag.conf

	comm -3 <(cat module/*/*.c | sed -n '/"old name of/d; s/^MODULE_PARM_DESC(\([a-z_]*\),.*/\1/p' | sort) \
		<(sed -n 's/^#options nestdiag \([a-z_]*\)=.*/\1/p' $conf | sort) |
		sed "s,^\t\(.*\),no parameter of the module is in $conf: \1,; t; s,^,not in $conf: ,"
}

if [[ $# -gt 0 ]]; then
	names <(sort -u "$1")
else
	names <(from_sources | sort -u)
	sysfs_values
	debugfs_values
	parameters
fi
