/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The memory of the probes, between kvmprobe.c, which writes it at each exit, and kvmcounts.c, which
 * does the rest: it has it allocated, read and cleared.
 */
#ifndef NESTDIAG_KVMPROBE_H
#define NESTDIAG_KVMPROBE_H

#include <linux/percpu.h>

#include "core/exits/account.h"

struct kvm_vcpu;

#define KVMPROBE_COLD		(~1UL)	/* no vCPU's address, and no exit reason */

/**
 * struct kvmprobe_cpu - one CPU's memory
 * @acct:	what it has counted; first, as what offsets in it are added to is this
 * @vmcs:	for this first argument of kvm_exit, the fast way is right: reason by VMREAD
 * @evmcs:	for this one, the enlightened VMCS has it
 * @reason:	for this second argument, the first one is the reason
 * @entering:	for this argument of kvm_entry
 * @entry:	the entry of that vCPU in the table; when cold that of some vCPU, or NULL
 * @pending:	the vCPU whose exit's reason comes with a record
 * @compared:	the reason that the next record is compared with, and KVMPROBE_COMPARE
 */
struct kvmprobe_cpu {
	struct nd_acct acct;
	unsigned long vmcs;
	unsigned long evmcs;
	unsigned long reason;
	unsigned long entering;
	struct nd_acct_vcpu *entry;
	struct kvm_vcpu *pending;
	u64 compared;
};

/* There before the CPU runs its first vCPU. */
DECLARE_PER_CPU(struct kvmprobe_cpu *, nd_kvmprobe_cpu);

/* A power of two of entries, NULL without times, and their number less one. */
extern struct nd_acct_vcpu *nd_kvmprobe_table;
extern unsigned int nd_kvmprobe_mask;

#define KVMPROBE_PLACES		16	/* tried in the table, and its least size */

static inline void kvmprobe_chill(struct kvmprobe_cpu *cpu)
{
	cpu->vmcs = KVMPROBE_COLD;
	cpu->evmcs = KVMPROBE_COLD;
	cpu->reason = KVMPROBE_COLD;
	cpu->entering = KVMPROBE_COLD;
}

#endif /* NESTDIAG_KVMPROBE_H */
