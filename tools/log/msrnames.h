/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Names of MSRs, also of those that nestdiag does not read.
 */
#ifndef NESTDIAG_TOOLS_MSRNAMES_H
#define NESTDIAG_TOOLS_MSRNAMES_H

#include <nestdiag/types.h>

/** nd_msr_name() - name of an MSR that messages speak of, NULL if there is none */
const char *nd_msr_name(u32 index);

/** nd_msr_range() - of what kind an MSR without a name of its own is, NULL if that is not known */
const char *nd_msr_range(u32 index);

/** nd_msr_find() - the index of the MSR with that name, false if there is none */
bool nd_msr_find(const char *name, u32 *index);

#endif /* NESTDIAG_TOOLS_MSRNAMES_H */
