/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a log holds: the messages that the catalogue knows, each once, and how many lines about
 * virtualization it does not know.
 */
#ifndef NESTDIAG_TOOLS_DIGEST_H
#define NESTDIAG_TOOLS_DIGEST_H

#include "tools/digest/arch.h"
#include "tools/digest/below.h"
#include "tools/digest/chain.h"
#include "tools/digest/held.h"
#include "tools/digest/output.h"
#include "tools/digest/unknown.h"

/**
 * struct nd_digest - a log while it is read
 * @lines:      lines read
 * @known:      lines that the catalogue knows
 * @list:       what was found, in the order of first lines
 * @nr:         used entries of @list
 * @max:        entries that it has room for
 * @dump:       the line with which the last dump began, 0 for none
 * @fault:      the last fault of the kernel
 * @faulty:     its answer in @list, behind the last if it has none
 * @oops:       the first line of that fault, if it is one of the processor
 * @oops_time:  its time
 * @headless:   the first call in the code that runs guests, of a trace whose head was not pasted
 * @traced:     the last line that was a call of a stack of Python's: its source may stand in the
 *              next
 * @arch:       the processor that it is of
 * @below:      whose VM that machine is
 * @output:     the output of commands that is being read
 * @question:   the command in the line before, or the begin of a list of features
 * @chain:      the error of a Rust program that is being read
 * @chained:    its answers in @list begin there
 * @before:     the line before, which may be the error that causes follow
 * @before_line: its number
 * @before_nr:  where its answers in @list begin
 * @held:       the line before, which may go on in the next one
 * @unknown:    lines about virtualization that are not known
 */
struct nd_digest {
	u64 lines;
	u64 known;
	struct nd_seen *list;
	size_t nr;
	size_t max;
	u64 dump;
	struct nd_fault fault;
	size_t faulty;
	char oops[ND_SEEN_TEXT];
	char oops_time[40];
	char headless[ND_SEEN_TEXT];
	u64 traced;
	struct nd_arch arch;
	struct nd_below below;
	struct nd_output output;
	char question[80];
	struct nd_chain chain;
	size_t chained;
	char before[200];
	u64 before_line;
	size_t before_nr;
	struct nd_held held;
	struct nd_unknown unknown;
};

/** nd_digest_line() - take a line of the log, or several with line feeds between them */
void nd_digest_line(struct nd_digest *digest, const char *line, size_t len);

/**
 * nd_digest_paste() - take a text as a whole, so that lines which were broken can be put together
 * @text: all that was pasted
 * @len:  its bytes
 */
void nd_digest_paste(struct nd_digest *digest, const char *text, size_t len);

/**
 * nd_digest_skim() - pass over lines that nd_digest_line() would only count
 * @text: whole lines, each with its line feed
 * @len:  their bytes
 *
 * Return: the bytes of those at the start that are done with.
 */
size_t nd_digest_skim(struct nd_digest *digest, const char *text, size_t len);

/** nd_digest_end() - the log has ended */
void nd_digest_end(struct nd_digest *digest);

void nd_digest_free(struct nd_digest *digest);

#endif /* NESTDIAG_TOOLS_DIGEST_H */
