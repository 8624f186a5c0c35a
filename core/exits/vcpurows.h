/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * vCPUs: what each of them is at, as rows.
 */
#ifndef NESTDIAG_VCPUROWS_H
#define NESTDIAG_VCPUROWS_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/** nd_vcpu_rows() - ND_ROW_VCPU for each vCPU, the one whose exits took longest first */
void nd_vcpu_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_vcpu_exits() - exits of a vCPU at one level, ND_NR_LEVELS: at all */
u64 nd_vcpu_exits(const struct nd_acct_vcpu *vcpu, u32 level);

/** nd_vcpu_exit_name() - a slot of a vCPU's counts in words; rare reasons are "other" there */
const char *nd_vcpu_exit_name(const struct nd_trace *trace, u32 slot, char *buf, size_t size);

#endif /* NESTDIAG_VCPUROWS_H */
