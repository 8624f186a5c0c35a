/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The host around KVM.
 */
#ifndef NESTDIAG_TOOLS_LIVE_HOST_H
#define NESTDIAG_TOOLS_LIVE_HOST_H

#include "tools/in/machine.h"

/** nd_live_host() - record what else on this host decides over KVM */
void nd_live_host(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_LIVE_HOST_H */
