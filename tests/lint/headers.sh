#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# A function that other files call is declared in the header named after its file: who sees a call
# finds the file by the include. Prints functions that are declared elsewhere and nothing
# otherwise; with --share, how many there are of how many, by folder.
#
#	tests/lint/headers.sh [--share] [TOP]

share=
[[ ${1-} != --share ]] || { share=1; shift; }
cd "${1:-$(dirname "$0")/../..}" || exit 1

# Headers that stand for more than one file, "HEADER FILE", and why.
allowed()
{
	# One function a family of records; their tables stand in the same header.
	printf 'core/record/families.h core/record/%s_write.c\n' machine cpu host trace failures recorder
	# The two views of the tool, of which a command sees one.
	printf 'tools/out/out.h tools/out/%s.c\n' json plain csv
}

shopt -s nullglob globstar

# functions FILE...: "file name" of every function declared in a header or defined in a source
functions()
{
	awk '
	FNR == 1 { text = "" }
	text == "" && (!/^[a-z_]/ || /^(static|typedef|extern|return|_Static_assert)[ (]/) { next }
	{ text = text $0 " " }
	/;$/ || /^\{/ || /\{$/ || /\\$/ {
		defined = !/;$/
		gsub(/\/\*[^*]*\*\//, "", text)
		sub(/^(__[a-z]+\([^)]*\) *)+/, "", text)
		if (match(text, /[A-Za-z0-9_]+\(/) && text !~ /^(struct|enum|union) [a-z_]+ \{/ &&
		    text !~ /=/ && defined == (FILENAME ~ /\.c$/))
			print FILENAME, substr(text, RSTART, RLENGTH - 1)
		text = ""
	}' "$@" /dev/null
}

functions core/**/*.[ch] module/**/*.[ch] tools/**/*.[ch] |
	awk -v share="$share" -v allowed="$(allowed)" '
	BEGIN {
		n = split(allowed, line, "\n")
		for (i = 1; i <= n; i++) {
			split(line[i], word, " ")
			may[word[1], word[2]] = 1
		}
	}
	$1 ~ /\.h$/ { header[$2] = $1; next }
	{ source[$2] = $1 }
	END {
		for (name in header) {
			if (!(name in source))
				continue
			h = header[name]
			c = source[name]
			home = c
			sub(/\/.*/, "", home)
			total[home]++
			if (substr(h, 1, length(h) - 1) == substr(c, 1, length(c) - 1))
				continue
			other[home]++
			if (!share && !((h, c) in may))
				printf "%s() of %s is declared in %s\n", name, c, h
		}
		for (home in total)
			if (share)
				printf "%s: %d of %d, %.1f %%\n", home, other[home], total[home],
					100 * other[home] / total[home]
	}' | sort
exit 0
