/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where answers go. Every command hands rows to an output and knows nothing of its form.
 */
#ifndef NESTDIAG_TOOLS_OUT_H
#define NESTDIAG_TOOLS_OUT_H

#include <stdio.h>

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * struct nd_out - an output
 * @emit:   what the core gets
 * @head:   what scripts find in front of every answer: the command's name, and what read the facts
 *	    and when. Also begins the next one after @flush
 * @list:   rows of this kind belong to the answer even if there are none of them
 * @line:   a line of text, in JSON an element of the array @list
 * @number: a number beside the rows, for scripts only
 * @flush:  an answer is complete, and more of them are to come: one line each for scripts
 * @drop:   forget what is not written yet: there is no answer
 * @finish: write what is not written yet and free the output; 0 or -errno
 */
struct nd_out {
	struct nd_emit emit;
	void (*head)(struct nd_out *out, const char *command, const struct nd_facts *facts);
	void (*list)(struct nd_out *out, enum nd_row_kind kind);
	void (*line)(struct nd_out *out, const char *list, const char *text);
	void (*number)(struct nd_out *out, const char *key, u64 value);
	void (*flush)(struct nd_out *out);
	void (*drop)(struct nd_out *out);
	int (*finish)(struct nd_out *out);
};

/** nd_out_plain() - rows as people read them, in lines of at most @width columns */
struct nd_out *nd_out_plain(FILE *to, bool color, unsigned int width);

/**
 * nd_out_csv() - rows of the kind that is the first to be listed, as RFC 4180 has them
 *
 * A line of keys, then a line for each row, or one for each of its names if it has a column of
 * such. What people or JSON get beside these rows is left out.
 */
struct nd_out *nd_out_csv(FILE *to);

/** nd_out_json() - one object with everything in it, written at the end */
struct nd_out *nd_out_json(FILE *to);

#endif /* NESTDIAG_TOOLS_OUT_H */
