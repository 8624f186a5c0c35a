/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Whose exit it is: the vCPU, and the thread that runs it.
 */
#ifndef NESTDIAG_VCPUS_BPF_H
#define NESTDIAG_VCPUS_BPF_H

#include "tools/count/account.bpf.h"
#include "tools/count/kvm.bpf.h"

#include <bpf/bpf_core_read.h>

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, ND_COUNT_THREADS);
	__type(key, u64);
	__type(value, struct nd_count_thread);
} nd_threads SEC(".maps");

static __always_inline struct nd_count_thread *this_thread(void)
{
	u64 task = bpf_get_current_task();

	return bpf_map_lookup_elem(&nd_threads, &task);
}

static __always_inline struct nd_acct_vcpu *vcpu_of_thread(void)
{
	struct nd_count_thread *thread = this_thread();
	struct nd_acct_vcpu *entry = thread ? bpf_map_lookup_elem(&nd_vcpus, &thread->vcpu) : NULL;

	return entry && entry->task == (const void *)bpf_get_current_task() ? entry : NULL;
}

static __always_inline struct nd_acct_vcpu *vcpu_of(const struct kvm_vcpu *vcpu)
{
	struct nd_count_thread value = { .vcpu = (u64)vcpu };
	u32 pid = bpf_get_current_pid_tgid() >> 32, id = BPF_CORE_READ(vcpu, vcpu_id);
	struct nd_acct_vcpu *entry = bpf_map_lookup_elem(&nd_vcpus, &value.vcpu);
	u64 task = bpf_get_current_task();
	bool known = entry && entry->task == (const void *)task && entry->pid == pid;

	/*
	 * The address of a thread may be used again, too, and then says nothing of the one before.
	 */
	entry = count_vcpu(value.vcpu, task, pid, id);
	if (entry && !known)
		bpf_map_update_elem(&nd_threads, &task, &value, BPF_ANY);
	return entry;
}

#endif /* NESTDIAG_VCPUS_BPF_H */
