/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_EXIT_H
#define NESTDIAG_EXIT_H

#include <linux/types.h>

/**
 * nd_exit_recorded() - an exit's reason, from the record of the trace event
 *
 * Context: the tracepoint's, after the probe of kvm_exit for the same hit.
 */
void nd_exit_recorded(u32 reason, u32 isa);

#endif /* NESTDIAG_EXIT_H */
