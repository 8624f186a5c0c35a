/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_POINTS_H
#define NESTDIAG_POINTS_H

#include "core/exits/trace.h"

/** nd_points_attach() - attach to KVM's tracepoints, or detach. Context: process context */
void nd_points_attach(bool wanted);

/** nd_points_read() - what became of attaching to each, into @trace */
void nd_points_read(struct nd_trace *trace);

/** nd_points_init() - attach, unless the administrator wants none. Memory of probes is there */
int nd_points_init(void);

/** nd_points_exit() - detach; on return no probe runs, and KVM is let go of */
void nd_points_exit(void);

#endif /* NESTDIAG_POINTS_H */
