/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Faults of the kernel in its log: BUG, oops, WARNING, lockup, with the trace below them.
 */
#ifndef NESTDIAG_TOOLS_FAULT_H
#define NESTDIAG_TOOLS_FAULT_H

#include "tools/digest/wordset.h"

#define ND_FAULT_LINES	60	/* of a trace, from its first line */

/**
 * struct nd_fault - the last fault while its lines are read
 * @line:     the line with which it began, 0 for none
 * @frames:   calls of its trace so far
 * @warning:  it is a WARNING
 * @oops:     it is a fault of the processor, or a BUG
 * @unnamed:  the processor was at an address that is no function's
 * @vmm:      the task is a thread of a VMM
 * @place:    where it happened, whosever function that is
 * @function: where it happened, or the first of KVM's functions that led there
 * @module:   the module of that function, empty if it is built in
 * @foreign:  modules of other hypervisors that were loaded, with blanks between
 * @kernel:   the kernel's version
 * @build:    what stands behind it, from the "#": some distributions put their package's version
 *            there
 */
struct nd_fault {
	u64 line;
	u32 frames;
	bool warning;
	bool oops;
	bool unnamed;
	bool vmm;
	char place[64];
	char function[64];
	char module[24];
	char foreign[40];
	char kernel[64];
	char build[96];
};

/* Words with which one begins. */
extern struct nd_wordset nd_fault_begins;

/**
 * nd_fault_line() - take a line of the log
 * @fault:  all 0 at first
 * @number: of the line
 * @line:   its text, without time and sender
 * @len:    its length
 *
 * Return: whether the line shows that the fault lies in KVM's code.
 */
bool nd_fault_line(struct nd_fault *fault, u64 number, const char *line, size_t len);

/** nd_fault_entry() - the id of the entry for a fault whose lines have none of their own */
const char *nd_fault_entry(const struct nd_fault *fault);

#endif /* NESTDIAG_TOOLS_FAULT_H */
