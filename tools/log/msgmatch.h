/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Finding a line in the catalogue of messages.
 */
#ifndef NESTDIAG_TOOLS_MSGMATCH_H
#define NESTDIAG_TOOLS_MSGMATCH_H

#include "tools/log/catalogue/catalogue.h"
#include "tools/log/pattern.h"

#define ND_MSG_LINE	1024	/* bytes of a line that are looked at */

/**
 * struct nd_msg_match - a line that was found in the catalogue
 * @message: its entry
 * @wording: the wording that matched
 * @stem:    the word of the line by which alone its entry was found, NULL if @wording matched
 * @start:   where the message starts in the line, behind all prefixes
 * @nr:      used entries of @values
 * @values:  in the order of the pattern
 */
struct nd_msg_match {
	const struct nd_message *message;
	const struct nd_wording *wording;
	const char *stem;
	size_t start;
	u32 nr;
	struct nd_msg_value values[ND_MSG_VALUES];
};

/**
 * nd_msg_match() - look a line up
 * @line:  any bytes
 * @len:   their number; only the first ND_MSG_LINE are looked at
 * @match: filled if the line is known
 *
 * Return: whether it is.
 */
bool nd_msg_match(const char *line, size_t len, struct nd_msg_match *match);

/**
 * nd_msg_match_nearly() - look up a line that is not known, with one letter wrong or two
 * swapped, and in any case
 *
 * Return: whether exactly one entry of the catalogue is as near as that.
 */
bool nd_msg_match_nearly(const char *line, size_t len, struct nd_msg_match *match);

/** nd_msg_match_one() - the same for one wording */
bool nd_msg_match_one(const struct nd_wording *wording, const char *line, size_t len,
		      struct nd_msg_match *match);

/**
 * nd_msg_concerns() - a quick look: may a line hold a message, or be about virtualization at all?
 *
 * Most lines of most logs do not; nothing else is done with them.
 */
bool nd_msg_concerns(const char *line, size_t len);

/** nd_msg_topical() - a quick look: may a line be about virtualization, known or not? */
bool nd_msg_topical(const char *line, size_t len);

/**
 * nd_msg_topic() - the first three bytes tell that a line
 * may be about virtualization; NULL behind the last
 */
const char *nd_msg_topic(u32 i);

/** nd_msg_check() - is the pattern well-formed? NULL, or what is wrong with it */
const char *nd_msg_check(const char *pattern);

#endif /* NESTDIAG_TOOLS_MSGMATCH_H */
