/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_COUNTS_H
#define NESTDIAG_COUNTS_H

#include "core/exits/trace.h"

/**
 * nd_counts_read() - all that the probes have counted, and what is attached to what
 *
 * Context: process context.
 * Return: a copy to be freed with nd_counts_free(), or NULL without memory.
 */
struct nd_trace *nd_counts_read(void);
void nd_counts_free(struct nd_trace *trace);

/** nd_counts_reset() - count from 0. Context: process context */
void nd_counts_reset(void);

#endif /* NESTDIAG_COUNTS_H */
