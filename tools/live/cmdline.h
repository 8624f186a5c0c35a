/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Command lines of processes.
 */
#ifndef NESTDIAG_TOOLS_CMDLINE_H
#define NESTDIAG_TOOLS_CMDLINE_H

#include <nestdiag/types.h>

/**
 * nd_live_cmdline() - hand each word of a process's command line to @take
 * @pid:  the process, as /proc has it
 * @take: gets the words in order; they end by their length
 *
 * Return: false if there are none: it is gone, cannot be read, or is a thread of the kernel.
 */
bool nd_live_cmdline(const char *pid,
		     void (*take)(void *ctx, const char *text, size_t len, bool first), void *ctx);

#endif /* NESTDIAG_TOOLS_CMDLINE_H */
