/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What was asked for in modprobe.d and on the command line.
 */
#ifndef NESTDIAG_TOOLS_LIVE_ASKED_H
#define NESTDIAG_TOOLS_LIVE_ASKED_H

#include "tools/in/machine.h"

/** nd_live_asked() - record it */
void nd_live_asked(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_LIVE_ASKED_H */
