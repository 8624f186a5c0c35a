/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Ways of counting exits without the module.
 */
#ifndef NESTDIAG_COUNTER_H
#define NESTDIAG_COUNTER_H

#include "core/entry/failure.h"
#include "core/exits/trace.h"

#define ND_COUNTER_WHY	256

/**
 * struct nd_counter - a way of counting exits
 * @word:   what it is called on the command line
 * @usable: could it work here? Else why not, and what would help. Asks files only, and starts
 *          nothing
 * @start:  begin to count; false with the reason
 * @read:   put what was counted so far into a zeroed trace, whose arrays are allocated; false with
 *	    the reason
 * @failures: put the failed launches that were seen so far into a zeroed list; NULL where none are
 * @stop:   stop, and leave nothing behind but what was pinned; also after a failed @start
 * @pin:    let what @start began outlive this process; false with the reason. NULL where that
 *          cannot be
 * @join:   in place of @start: read what was pinned as @name
 * @unpin:  end what was pinned as @name
 */
struct nd_counter {
	const char *word;
	bool (*usable)(char *why);
	bool (*start)(char *why);
	bool (*read)(struct nd_trace *trace, char *why);
	void (*failures)(struct nd_failures *failures);
	void (*stop)(void);
	bool (*pin)(const char *name, char *why);
	bool (*join)(const char *name, char *why);
	bool (*unpin)(const char *name, char *why);
};

extern const struct nd_counter nd_counter_bpf;
extern const struct nd_counter nd_counter_hist;

/** nd_counter_refuse() - write the reason; false */
__printf(2, 3) bool nd_counter_refuse(char *why, const char *fmt, ...);

#endif /* NESTDIAG_COUNTER_H */
