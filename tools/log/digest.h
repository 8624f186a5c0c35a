/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a log holds: the messages that the catalogue knows, each once, and how many lines about
 * virtualization it does not know.
 */
#ifndef NESTDIAG_TOOLS_DIGEST_H
#define NESTDIAG_TOOLS_DIGEST_H

#include "core/base/row.h"

#include "tools/log/msgwords.h"

#define ND_DIGEST_TEXT		280	/* bytes of a line that an answer repeats */
#define ND_DIGEST_UNKNOWN	5	/* lines that are not known and shown */

/**
 * struct nd_seen - lines that are one answer
 * @match: the first of them
 * @key:   the values that tell it from others of its entry
 * @text:  the first line, without what stands before the message
 * @first: its time
 * @last:  the time of the last one
 * @count: how many there were
 * @line:  number of the last one
 * @other: values of the others that the first one has not, separated by ", "
 * @more:  how many did not fit there
 */
struct nd_seen {
	struct nd_msg_match match;
	char key[96];
	char text[ND_DIGEST_TEXT];
	char first[40];
	char last[40];
	u64 count;
	u64 line;
	char other[200];
	u32 more;
};

/**
 * struct nd_digest - a log while it is read
 * @lines:      lines read
 * @known:      lines that the catalogue knows
 * @list:       what was found, in the order of first lines
 * @nr:         used entries of @list
 * @max:        entries that it has room for
 * @dump:       the line with which the last dump began, 0 for none
 * @unknown:    the first lines about virtualization that are not known
 * @nr_unknown: how many there are
 */
struct nd_digest {
	u64 lines;
	u64 known;
	struct nd_seen *list;
	size_t nr;
	size_t max;
	u64 dump;
	char unknown[ND_DIGEST_UNKNOWN][ND_DIGEST_TEXT];
	u64 nr_unknown;
};

/** nd_digest_line() - take a line of the log */
void nd_digest_line(struct nd_digest *digest, const char *line, size_t len);

void nd_digest_free(struct nd_digest *digest);

/** nd_digest_values() - the values of all lines of an answer in words */
void nd_digest_values(struct nd_row *row, const struct nd_seen *seen, const struct nd_cpu *cpu);

#endif /* NESTDIAG_TOOLS_DIGEST_H */
