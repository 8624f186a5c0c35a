// SPDX-License-Identifier: GPL-2.0-only
#include "tools/report/verdict.h"

#define STATE_COLUMN	1	/* of the table of checks that do not fire */

static void count(struct nd_summary *sum, const char *state)
{
	sum->failed += !strcmp(state, "FAIL");
	sum->warned += !strcmp(state, "WARN");
	sum->noted += !strcmp(state, "NOTE");
	sum->unknown += !strcmp(state, "UNKNOWN");
	sum->passed += !strcmp(state, "PASS");
}

static const char *plural(unsigned int n)
{
	return n == 1 ? "" : "s";
}

static void describe(struct nd_summary *sum)
{
	char *buf = sum->text;
	size_t size = sizeof(sum->text);
	int at;

	if (sum->failed) {
		sum->word = "bad";
		at = scnprintf(buf, size, "Something does not work here: %u failure%s",
			       sum->failed, plural(sum->failed));
		if (sum->warned)
			at += scnprintf(buf + at, size - at, ", %u warning%s", sum->warned,
					plural(sum->warned));
		scnprintf(buf + at, size - at, ".");
	} else if (sum->warned) {
		sum->word = "warn";
		scnprintf(buf, size, "It works, but not as well or as reliably as it could: %u warning%s.",
			  sum->warned, plural(sum->warned));
	} else if (sum->unknown) {
		sum->word = "unknown";
		scnprintf(buf, size, "Nothing wrong was found, but %u check%s could not be decided.",
			  sum->unknown, plural(sum->unknown));
	} else {
		sum->word = "good";
		scnprintf(buf, size, "Nothing wrong was found.");
	}
}

bool nd_verdict(const struct nd_doc *doc, struct nd_summary *sum)
{
	const struct nd_part *part = nd_doc_find(doc, ND_CHECKS);
	size_t i, row;

	memset(sum, 0, sizeof(*sum));
	for (i = 0; part && i < part->nr; i++) {
		const struct nd_block *block = &part->blocks[i];

		if (block->rows != ND_ROW_CHECK)
			continue;
		if (block->kind == ND_BLOCK_CARD)
			count(sum, block->state);
		for (row = 0; row < block->nr_rows; row++)
			count(sum, block->cells[row * block->nr_cols + STATE_COLUMN].text);
	}
	describe(sum);
	return sum->failed + sum->warned + sum->noted + sum->unknown + sum->passed;
}
