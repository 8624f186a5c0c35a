/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Failed launches, kept by cause: as module/fail/capture.c does, but without the state that would
 * show which check it was.
 */
#ifndef NESTDIAG_FAILED_BPF_H
#define NESTDIAG_FAILED_BPF_H

#include "tools/count/vcpus.bpf.h"

#include "core/exits/exits.h"

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct nd_count_lost);
} nd_lost SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, ND_COUNT_CAUSES);
	__type(key, struct nd_failed_key);
	__type(value, struct nd_failed);
} nd_failed SEC(".maps");

/* What a new cause starts from. Nobody writes it. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct nd_failed);
} nd_unfailed SEC(".maps");

/* A place for a cause that has none; NULL if all are taken. */
static __always_inline struct nd_failed *new_cause(const struct nd_failed_key *key,
						    const struct nd_failed_once *once)
{
	struct nd_failed *blank, *failed;
	u32 zero = 0;

	blank = bpf_map_lookup_elem(&nd_unfailed, &zero);
	if (!blank || bpf_map_update_elem(&nd_failed, key, blank, BPF_NOEXIST))
		/* Another CPU may have been first. */
		return bpf_map_lookup_elem(&nd_failed, key);
	failed = bpf_map_lookup_elem(&nd_failed, key);
	if (!failed)
		return NULL;
	failed->first = *once;
	bpf_get_current_comm(failed->comm, sizeof(failed->comm));
	if (key->text)
		bpf_probe_read_kernel_str(failed->text, sizeof(failed->text),
					  (const void *)key->text);
	return failed;
}

static __always_inline void fail(struct nd_failed_key *key, struct nd_failed_once *once,
				 const struct nd_acct_vcpu *entry)
{
	u64 thread = bpf_get_current_pid_tgid();
	struct nd_count_lost *lost;
	struct nd_failed *failed;
	u32 zero = 0;

	key->pid = thread >> 32;
	once->tid = thread;
	once->time = bpf_ktime_get_ns();
	if (entry) {
		once->vcpu = entry->id;
		once->has |= ND_FAIL_HAS_VCPU;
	}
	lost = bpf_map_lookup_elem(&nd_lost, &zero);
	if (lost)
		__sync_fetch_and_add(&lost->failures[ND_BOUND(key->kind, ND_NR_FAIL_KINDS)], 1);
	failed = bpf_map_lookup_elem(&nd_failed, key);
	if (!failed)
		failed = new_cause(key, once);
	if (!failed)
		return;
	failed->latest = *once;
	__sync_fetch_and_add(&failed->count, 1);
}

/* KVM passes exits of Trust Domains on as VMX's. */
static __always_inline bool is_td(const struct kvm_vcpu *vcpu)
{
	return bpf_core_field_exists(vcpu->kvm->arch.vm_type) &&
	       BPF_CORE_READ(vcpu, kvm, arch.vm_type) == ND_KVM_TDX_VM;
}

static __always_inline void fail_exit(const struct kvm_vcpu *vcpu, const struct nd_acct_vcpu *entry,
				      u32 isa, enum nd_acct_level level, u32 reason)
{
	struct nd_failed_key key = { .kind = ND_FAIL_ENTRY, .level = level, .reason = reason };
	struct nd_failed_once once = { .reason = reason, .has = ND_FAIL_HAS_REASON };
	struct nd_count_thread *thread;

	if (isa == ND_ISA_SVM ? reason != ND_SVM_EXIT_ERR : !nd_vmx_entry_failed(reason))
		return;
	key.td = isa == ND_ISA_VMX && is_td(vcpu);
	thread = this_thread();
	if (thread && level == ND_LEVEL_GUEST)
		thread->exited = 1;
	fail(&key, &once, entry);
}

/* KVM may say why it refuses twice, within and without: that is one launch. */
static __always_inline void fail_refused(u64 text, u32 error)
{
	struct nd_failed_key key = {
		.text = text, .kind = ND_FAIL_REFUSED, .level = ND_LEVEL_NESTED, .error = error,
	};
	struct nd_failed_once once = { .has = ND_FAIL_HAS_ERROR };
	const struct nd_acct_vcpu *entry = vcpu_of_thread();
	struct nd_count_thread *thread = this_thread();

	if (entry && thread && entry->entered) {
		if (thread->refused == entry->entered)
			return;
		thread->refused = entry->entered;
	}
	fail(&key, &once, entry);
}

/* Believed only if it repeats @reason. */
static __always_inline bool read_run(struct nd_kvm_run *run, const struct nd_acct_vcpu *entry,
				     u32 reason)
{
	const struct kvm_vcpu *vcpu = entry ? entry->key : NULL;

	return vcpu && !bpf_probe_read_kernel(run, sizeof(*run), BPF_CORE_READ(vcpu, run)) &&
	       run->exit_reason == reason;
}

/* The types that the programs are loaded with are those of the KVM that is loaded. */
static __always_inline bool is_svm(void)
{
	return bpf_core_type_exists(struct vcpu_svm);
}

/* KVM_RUN returned because a launch failed; if the exit has shown it, that is counted. */
static __always_inline void fail_entry(const struct nd_acct_vcpu *entry)
{
	struct nd_failed_key key = { .kind = ND_FAIL_VMFAIL };
	struct nd_count_thread *thread = this_thread();
	struct nd_failed_once once = { 0 };
	struct nd_kvm_run run = { 0 };
	bool known;

	if (thread && thread->exited) {
		thread->exited = 0;
		return;
	}
	known = read_run(&run, entry, ND_KVM_EXIT_FAIL_ENTRY);
	if (is_svm() || (known && run.hardware_entry_failure_reason & ND_VMX_FAILED)) {
		key.kind = ND_FAIL_ENTRY;
		key.reason = once.reason = run.hardware_entry_failure_reason;
		once.has = known ? ND_FAIL_HAS_REASON : 0;
	} else {
		key.error = run.hardware_entry_failure_reason;
		once.has = key.error ? ND_FAIL_HAS_ERROR : 0;
	}
	fail(&key, &once, entry);
}

static __always_inline void fail_ended(enum nd_fail_kind kind, u32 reason, u32 error,
				       const struct nd_acct_vcpu *entry)
{
	struct nd_failed_key key = { .kind = kind, .level = ND_FAIL_LEVEL_UNKNOWN, .error = error };
	struct nd_failed_once once = { .has = kind == ND_FAIL_RUN ? ND_FAIL_HAS_ERROR : 0 };
	struct nd_kvm_run run = { 0 };

	if (entry) {
		key.level = nd_acct_vcpu_level(entry);
		if (nd_acct_vcpu_slot(entry) < ND_SLOT_SVM_HIGH) {
			once.reason = nd_acct_vcpu_slot(entry);
			once.has |= ND_FAIL_HAS_REASON;
		}
	}
	if (kind == ND_FAIL_INTERNAL && read_run(&run, entry, reason)) {
		key.error = run.suberror;
		once.has |= ND_FAIL_HAS_ERROR;
	}
	fail(&key, &once, entry);
}

#endif /* NESTDIAG_FAILED_BPF_H */
