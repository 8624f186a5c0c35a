/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The VMCS that the guest enters its own guest by.
 */
#ifndef NESTDIAG_TOOLS_LAUNCH_VMCS_H
#define NESTDIAG_TOOLS_LAUNCH_VMCS_H

#include "tools/probe/vm.h"

/**
 * nd_launch_fields() - the fields that nd_launch() would write without patches, for these
 * capabilities
 * @caps:   values of MSRs 0x480 to 0x491, by number less 0x480; 0 if there is none
 * @fields: room for NG_MAX_FIELDS
 *
 * Return: their number.
 */
u32 nd_launch_fields(const u64 caps[18], struct ng_field *fields);

/** nd_vmcs_prepare() - write it into the page that the guest reads */
void nd_vmcs_prepare(struct nd_vm *vm, const struct nd_launch *launch);

#endif /* NESTDIAG_TOOLS_LAUNCH_VMCS_H */
