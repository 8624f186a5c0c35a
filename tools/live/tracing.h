/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Who traces guests on this machine.
 */
#ifndef NESTDIAG_TOOLS_TRACING_H
#define NESTDIAG_TOOLS_TRACING_H

#include "tools/in/machine.h"

/**
 * nd_live_tracing() - which events of exits and entries are on in tracefs; not those of nestdiag
 */
void nd_live_tracing(struct nd_machine *m);

#endif /* NESTDIAG_TOOLS_TRACING_H */
