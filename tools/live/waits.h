/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How long vCPUs of guests waited for a CPU of this machine.
 */
#ifndef NESTDIAG_TOOLS_WAITS_H
#define NESTDIAG_TOOLS_WAITS_H

#include "tools/in/machine.h"

/** nd_live_waits() - of the threads of vCPUs, how long they ran and how long they waited to run */
void nd_live_waits(struct nd_machine *m);

#endif /* NESTDIAG_TOOLS_WAITS_H */
