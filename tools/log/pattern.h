/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Patterns of the catalogue: text with {kinds} where a printf() put a value.
 */
#ifndef NESTDIAG_TOOLS_PATTERN_H
#define NESTDIAG_TOOLS_PATTERN_H

#include "tools/log/kinds.h"

#define ND_MSG_VALUES	8	/* kinds in one pattern */

/**
 * struct nd_part - a piece of a pattern
 * @kind: ND_NR_MSG_KINDS for plain text
 * @text: the plain text, within the pattern
 * @len:  its length
 */
struct nd_part {
	enum nd_msg_kind kind;
	const char *text;
	size_t len;
};

/**
 * struct nd_pattern - a pattern taken apart
 * @parts: its pieces
 * @nr:    their number
 * @kinds: how many of them are no plain text
 */
struct nd_pattern {
	struct nd_part parts[2 * ND_MSG_VALUES + 1];
	u32 nr;
	u32 kinds;
};

/** nd_pattern_parse() - take @text apart, which has to stay; NULL, or what is wrong with it */
const char *nd_pattern_parse(struct nd_pattern *pattern, const char *text);

/**
 * nd_part_fits() - a piece of a plain text was found in a line: may all of it stand there?
 * @part: the text
 * @from: where in it the piece starts
 * @at:   where in the line
 * @open: also if the line begins or ends within the text
 */
bool nd_part_fits(const struct nd_part *part, size_t from, const char *line, size_t len, size_t at,
		  bool open);

/**
 * nd_pattern_match() - does a line hold the message?
 * @pattern: parsed
 * @line:    any bytes
 * @len:     their number
 * @start:   where the message starts, behind all prefixes
 * @values:  as many as the pattern has kinds
 *
 * The work is bounded whatever the line: a line that would need more is no match.
 */
bool nd_pattern_match(const struct nd_pattern *pattern, const char *line, size_t len,
		      size_t *start, struct nd_msg_value values[ND_MSG_VALUES]);

/**
 * nd_pattern_match_nearly() - the same with one letter wrong, missing or too many, or two swapped,
 * and in any case
 *
 * Only where the pattern has enough plain text to be known by the rest of it.
 */
bool nd_pattern_match_nearly(const struct nd_pattern *pattern, const char *line, size_t len,
			     size_t *start, struct nd_msg_value values[ND_MSG_VALUES]);

#endif /* NESTDIAG_TOOLS_PATTERN_H */
