/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_TABLE_H
#define NESTDIAG_TABLE_H

#include "core/exits/account.h"
#include "core/exits/trace.h"

struct kvm_vcpu;

/* A power of two of entries, NULL without times, and their number less one. */
extern struct nd_acct_vcpu *nd_table;
extern unsigned int nd_table_mask;

/**
 * nd_table_look() - the entry of @vcpu, in a time that does not depend on the size of the table
 *
 * Context: any; it may become another vCPU's at any time.
 * Return: NULL if it has none.
 */
struct nd_acct_vcpu *nd_table_look(const struct kvm_vcpu *vcpu);

/**
 * nd_table_find() - the entry of @vcpu, a new one if it has none
 *
 * If there is no place for a new one, a vCPU that is gone, or idle for long, loses its entry.
 *
 * Context: a probe, and the current thread runs @vcpu.
 * Return: NULL if the table has no place for it.
 */
struct nd_acct_vcpu *nd_table_find(struct kvm_vcpu *vcpu);

/**
 * nd_table_current() - the entry of the vCPU that the current thread ran last, on whatever CPU
 *
 * Its cost depends neither on the size of the table nor on the number of CPUs.
 *
 * Context: preemption disabled.
 * Return: NULL if it is not known.
 */
struct nd_acct_vcpu *nd_table_current(void);

/** nd_table_restart() - forget where each vCPU was. Context: no vCPU runs into a probe */
void nd_table_restart(void);

/** nd_table_empty() - forget all vCPUs; those that run get new entries. Context: any */
void nd_table_empty(void);

/** nd_table_read() - copy the entries to &nd_trace.vcpus, to be freed with kvfree() */
void nd_table_read(struct nd_trace *trace);

/** nd_table_used() - how many entries a vCPU has. Context: process context */
unsigned int nd_table_used(void);

/** nd_table_alloc() - zeroed memory for what grows with the table, to be freed with kvfree() */
void *nd_table_alloc(size_t nr, size_t size);

/** nd_table_init() - memory for the table; none without times. Context: no probe is attached */
int nd_table_init(void);
void nd_table_exit(void);

/** nd_table_timed() - are times measured? */
bool nd_table_timed(void);

#endif /* NESTDIAG_TABLE_H */
