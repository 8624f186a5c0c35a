/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Tunnel interfaces and what carries them.
 */
#ifndef NESTDIAG_TOOLS_LIVE_NET_H
#define NESTDIAG_TOOLS_LIVE_NET_H

#include "tools/in/machine.h"

/** nd_live_net() - record them */
void nd_live_net(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_LIVE_NET_H */
