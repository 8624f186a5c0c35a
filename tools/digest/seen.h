/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines of a log that are one answer.
 */
#ifndef NESTDIAG_TOOLS_SEEN_H
#define NESTDIAG_TOOLS_SEEN_H

#include "core/base/row.h"

#include "tools/digest/fault.h"
#include "tools/log/msgwords.h"

#define ND_SEEN_TEXT	280	/* bytes of a line that an answer repeats */

/**
 * struct nd_seen - lines that are one answer
 * @match: the first of them
 * @key:   the values that tell it from others of its entry
 * @text:  the first line, without what stands before the message
 * @first: its time
 * @last:  the time of the last one
 * @count: how many there were
 * @line:  number of the last one
 * @words: a hash of the first line's letters
 * @chained: a line of it is of an error with causes that is being read
 * @varied: another one has other words, not only other numbers
 * @other: values of the others that the first one has not, separated by ", "
 * @more:  how many did not fit there
 * @clause: of the entry, that fits one of them, NULL if none does
 * @fault: of a fault of the kernel, what its trace tells
 */
struct nd_seen {
	struct nd_msg_match match;
	char key[96];
	char text[ND_SEEN_TEXT];
	char first[40];
	char last[40];
	u64 count;
	u64 line;
	u32 words;
	bool chained;
	bool varied;
	char other[200];
	u32 more;
	const struct nd_clause *clause;
	struct nd_fault fault;
};

/** nd_seen_is_near() - is its last line at most @lines before or behind the one numbered @line? */
bool nd_seen_is_near(const struct nd_seen *seen, u64 line, u64 lines);

/** nd_is_listed() - is @word one of those in @list, which are separated by @by? */
bool nd_is_listed(const char *list, const char *word, const char *by);

/**
 * nd_seen_add() - keep names and registers of a repeated line that the lines before did not have
 */
void nd_seen_add(struct nd_seen *seen, const struct nd_msg_match *match);

/** nd_seen_add_line() - one line more of the answer, which may have other words than the first */
void nd_seen_add_line(struct nd_seen *seen, const char *line, size_t len);

/** nd_seen_add_codes() - the same with constants of programs, as VERR_..., and codes of Windows */
void nd_seen_add_codes(struct nd_seen *seen, const char *line, size_t len);

/**
 * nd_seen_basis() - what an answer goes by, where the line itself is not in the catalogue
 * @row: gets it in its words; left as it is where the line is there
 */
void nd_seen_basis(struct nd_row *row, const struct nd_seen *seen);

/** nd_seen_describe() - the values of all lines of an answer in words */
void nd_seen_describe(struct nd_row *row, const struct nd_seen *seen, const struct nd_cpu *cpu);

/**
 * nd_seen_holes() - the known holes of the kernel whose KVM has a fault
 * @seen: the answer
 * @arm:  the log is of an Arm machine
 * @row:  gets a sentence in its words
 *
 * Return: whether there is something to say.
 */
bool nd_seen_holes(const struct nd_seen *seen, bool arm, struct nd_row *row);

#endif /* NESTDIAG_TOOLS_SEEN_H */
