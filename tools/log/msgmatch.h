/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Finding a line in the catalogue of messages.
 */
#ifndef NESTDIAG_TOOLS_MSGMATCH_H
#define NESTDIAG_TOOLS_MSGMATCH_H

#include "tools/log/catalogue/catalogue.h"

#define ND_MSG_VALUES	8	/* kinds in one pattern */
#define ND_MSG_LINE	1024	/* bytes of a line that are looked at */

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
 * struct nd_msg_match - a line that was found in the catalogue
 * @message: its entry
 * @wording: the wording that matched
 * @start:   where the message starts in the line, behind all prefixes
 * @nr:      used entries of @values
 * @values:  in the order of the pattern
 */
struct nd_msg_match {
	const struct nd_message *message;
	const struct nd_wording *wording;
	size_t start;
	u32 nr;
	struct nd_msg_value values[ND_MSG_VALUES];
};

/**
 * nd_msg_match() - look a line up
 * @line:  any bytes
 * @len:   their number; only the first ND_MSG_LINE are looked at
 * @match: filled where the line is known
 *
 * Return: whether it is.
 */
bool nd_msg_match(const char *line, size_t len, struct nd_msg_match *match);

/** nd_msg_match_one() - the same for one wording */
bool nd_msg_match_one(const struct nd_wording *wording, const char *line, size_t len,
		      struct nd_msg_match *match);

/** nd_msg_check() - is the pattern well-formed? NULL, or what is wrong with it */
const char *nd_msg_check(const char *pattern);

#endif /* NESTDIAG_TOOLS_MSGMATCH_H */
