/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VMs whose memory is none of the kernel's.
 */
#ifndef NESTDIAG_TOOLS_DEVMEM_H
#define NESTDIAG_TOOLS_DEVMEM_H

#include "tools/in/machine.h"

/** nd_live_devmem() - is the kernel kept from memory (mem=), and which VMs map that of /dev/mem? */
void nd_live_devmem(struct nd_machine *m);

#endif /* NESTDIAG_TOOLS_DEVMEM_H */
