/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The VMCB that the guest enters its own guest by.
 */
#ifndef NESTDIAG_TOOLS_LAUNCH_VMCB_H
#define NESTDIAG_TOOLS_LAUNCH_VMCB_H

#include "tools/probe/vm.h"

/** nd_vmcb_prepare() - write it into the guest's memory */
void nd_vmcb_prepare(struct nd_vm *vm, const struct nd_launch *launch);

/** nd_vmcb_read() - take what the processor left in it */
void nd_vmcb_read(struct nd_vm *vm);

#endif /* NESTDIAG_TOOLS_LAUNCH_VMCB_H */
