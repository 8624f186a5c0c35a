/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The accounting of core/exits/account.c, compiled for BPF: its memory is in maps, of which each
 * CPU writes its own element, and the vCPU's own belongs to the CPU that runs it.
 */
#ifndef NESTDIAG_ACCOUNT_BPF_H
#define NESTDIAG_ACCOUNT_BPF_H

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include <nestdiag/types.h>

/* What the compiler makes a call of for BPF, or cannot translate at all. */
static __always_inline void bpf_memset(void *to, u8 byte, size_t size)
{
	u8 *at = to;

	while (size--)
		*at++ = byte;
}

static __always_inline u32 bpf_clzll(u64 value)
{
	u32 bits = 63, shift;

	for (shift = 32; shift; shift /= 2) {
		if (!(value >> shift))
			continue;
		value >>= shift;
		bits -= shift;
	}
	return bits;
}

#define memset(to, byte, size)	bpf_memset(to, byte, size)
#define __builtin_clzll(value)	bpf_clzll(value)

#include "tools/count/maps.h"

/* The verifier follows a pointer into a map only within one function. */
#pragma clang attribute push(__attribute__((always_inline)), apply_to = function)
#include "core/exits/account.c"
#include "core/exits/runerror.c"
#pragma clang attribute pop

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);		/* the tool sets the number of CPUs */
	__type(key, u32);
	__type(value, struct nd_acct_cpu);
} nd_cpus SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, ND_COUNT_VCPUS);
	__type(key, u64);
	__type(value, struct nd_acct_vcpu);
} nd_vcpus SEC(".maps");

/* What a new vCPU starts from: too large for the stack. Nobody writes it. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct nd_acct_vcpu);
} nd_blank SEC(".maps");

/* Memory of this CPU; NULL never, which the verifier does not know. */
static __always_inline struct nd_acct_cpu *count_cpu(void)
{
	u32 cpu = bpf_get_smp_processor_id();

	return bpf_map_lookup_elem(&nd_cpus, &cpu);
}

/* The vCPU at address @key, which @task of process @pid runs; NULL if there is no room for it. */
static __always_inline struct nd_acct_vcpu *count_vcpu(u64 key, u64 task, u32 pid, u32 id)
{
	struct nd_acct_vcpu *vcpu = bpf_map_lookup_elem(&nd_vcpus, &key);
	struct nd_acct_vcpu *blank;
	u32 zero = 0;

	/* An address may be used again, for another vCPU. */
	if (vcpu && vcpu->pid == pid && vcpu->id == id) {
		if (vcpu->task != (const void *)task)
			vcpu->task = (const void *)task;
		return vcpu;
	}
	blank = bpf_map_lookup_elem(&nd_blank, &zero);
	if (!blank || bpf_map_update_elem(&nd_vcpus, &key, blank, BPF_ANY))
		return NULL;
	vcpu = bpf_map_lookup_elem(&nd_vcpus, &key);
	if (!vcpu)
		return NULL;
	vcpu->key = (const void *)key;
	vcpu->task = (const void *)task;
	vcpu->pid = pid;
	vcpu->id = id;
	return vcpu;
}

/* An exit at tick @now; @vcpu is NULL for one without a place in the table. */
static __always_inline void count_exit(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu,
				       enum nd_acct_level level, u32 reason, u64 now)
{
	u32 slot = nd_acct_exit(acct, level, reason);

	if (vcpu)
		nd_acct_vcpu_exit(acct, vcpu, level, slot, now);
	else
		acct->untabled++;
}

#endif /* NESTDIAG_ACCOUNT_BPF_H */
