/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Ways of counting exits without the module.
 */
#ifndef NESTDIAG_COUNTER_H
#define NESTDIAG_COUNTER_H

#include "core/exits/trace.h"

#define ND_COUNTER_WHY	256

/**
 * struct nd_counter - a way of counting exits
 * @word:   what it is called on the command line
 * @usable: could it work here? Else why not, and what would help. Asks files only, and starts nothing
 * @start:  begin to count; false with the reason
 * @read:   put what was counted so far into a zeroed trace, whose arrays are allocated; false with the
 *	    reason
 * @stop:   stop, and leave nothing behind; also after a failed @start
 */
struct nd_counter {
	const char *word;
	bool (*usable)(char *why);
	bool (*start)(char *why);
	bool (*read)(struct nd_trace *trace, char *why);
	void (*stop)(void);
};

extern const struct nd_counter nd_counter_bpf;
extern const struct nd_counter nd_counter_hist;

/** nd_counter_refuse() - write the reason; false */
__printf(2, 3) bool nd_counter_refuse(char *why, const char *fmt, ...);

#endif /* NESTDIAG_COUNTER_H */
