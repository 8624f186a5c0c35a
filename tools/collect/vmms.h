/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The processes that run VMs.
 */
#ifndef NESTDIAG_TOOLS_VMMS_H
#define NESTDIAG_TOOLS_VMMS_H

#include "tools/collect/reading.h"

/** nd_vmms() - add each of them with its command line; 0 or -errno */
int nd_vmms(struct nd_reading *reading);

/** nd_vmms_learn() - learn the names of their VMs */
void nd_vmms_learn(struct nd_redact *redact);

#endif /* NESTDIAG_TOOLS_VMMS_H */
