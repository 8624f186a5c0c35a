/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Registers without the module.
 */
#ifndef NESTDIAG_TOOLS_LIVE_DEVICES_H
#define NESTDIAG_TOOLS_LIVE_DEVICES_H

#include "tools/in/machine.h"

/** nd_live_devices() - record CPUs and registers by the cpuid and msr devices */
void nd_live_devices(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_LIVE_DEVICES_H */
