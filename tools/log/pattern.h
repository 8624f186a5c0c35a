/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Patterns of the catalogue: text with {kinds} where a printf() put a value.
 */
#ifndef NESTDIAG_TOOLS_PATTERN_H
#define NESTDIAG_TOOLS_PATTERN_H

#include <nestdiag/types.h>

#define ND_MSG_VALUES	8	/* kinds in one pattern */

/**
 * enum nd_msg_kind - kinds of a pattern, in the order of the list in catalogue.h
 */
enum nd_msg_kind {
	ND_MSG_ANY,
	ND_MSG_WORD,
	ND_MSG_N,
	ND_MSG_HEX,
	ND_MSG_CPU,
	ND_MSG_MSR,
	ND_MSG_VALUE,
	ND_MSG_EXIT,
	ND_MSG_SVM_EXIT,
	ND_MSG_HW_ERROR,
	ND_MSG_INSN,
	ND_MSG_FIELD,
	ND_MSG_SUBERROR,
	ND_MSG_VECTOR,
	ND_MSG_INTR_INFO,
	ND_MSG_NESTED,
	ND_MSG_CONTROLS,
	ND_MSG_FAIL_ENTRY,
	ND_MSG_OS_ERROR,
	ND_MSG_VERR,
	ND_MSG_VERR_NUMBER,
	ND_MSG_HCS,
	ND_MSG_VMX_MSR,
	ND_MSG_PMU_MSR,
	ND_MSG_HV_MSR,
	ND_MSG_KVM_MSR,
	ND_MSG_PVM_MSR,
	ND_MSG_TRACE_MSR,
	ND_MSG_EXIT_NAME,
	ND_MSG_USER_EXIT,
	ND_NR_MSG_KINDS
};

/**
 * struct nd_msg_value - what stood where the pattern has a kind
 * @kind:  which
 * @num:   the number, for the kinds that are numbers
 * @text:  the text, cut where it is longer
 */
struct nd_msg_value {
	enum nd_msg_kind kind;
	u64 num;
	char text[48];
};

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
 * nd_pattern_match_nearly() - the same with one letter wrong, missing or too many
 *
 * Only where the pattern has enough plain text to be known by the rest of it.
 */
bool nd_pattern_match_nearly(const struct nd_pattern *pattern, const char *line, size_t len,
			     size_t *start, struct nd_msg_value values[ND_MSG_VALUES]);

#endif /* NESTDIAG_TOOLS_PATTERN_H */
