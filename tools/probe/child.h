/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Work that may hang, in a child that can be killed.
 */
#ifndef NESTDIAG_TOOLS_CHILD_H
#define NESTDIAG_TOOLS_CHILD_H

#include <stddef.h>

/**
 * enum nd_child_end - how a child ended
 * @ND_CHILD_DONE:     by itself
 * @ND_CHILD_KILLED:   by us, after the time limit
 * @ND_CHILD_IMMORTAL: not at all: the kernel does not let go of it
 * @ND_CHILD_SIGNAL:   by a signal that was not ours
 * @ND_CHILD_NONE:     there is none, see errno
 */
enum nd_child_end {
	ND_CHILD_DONE,
	ND_CHILD_KILLED,
	ND_CHILD_IMMORTAL,
	ND_CHILD_SIGNAL,
	ND_CHILD_NONE,
};

/**
 * nd_child_run() - call @work in a child
 * @work:    what to do; its results go to memory from nd_child_memory()
 * @arg:     handed to @work
 * @seconds: time limit, at least 1
 * @signal:  set to the signal for ND_CHILD_SIGNAL
 */
enum nd_child_end nd_child_run(void (*work)(void *arg), void *arg, unsigned int seconds,
			       int *signal);

/** nd_child_memory() - zeroed memory that is shared with children, or NULL: see errno */
void *nd_child_memory(size_t size);
void nd_child_free(void *memory, size_t size);

#endif /* NESTDIAG_TOOLS_CHILD_H */
