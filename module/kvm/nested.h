/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_NESTED_H
#define NESTDIAG_NESTED_H

#include "core/exits/trace.h"

/** nd_nested_read() - nested entries that KVM refused, into @trace */
void nd_nested_read(struct nd_trace *trace);
void nd_nested_reset(void);

#endif /* NESTDIAG_NESTED_H */
