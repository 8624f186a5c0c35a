// SPDX-License-Identifier: GPL-2.0-only
/*
 * Programs on KVM's tracepoints, which count as the module's probes do. They read KVM's memory and
 * write to their own maps, and nothing else.
 */
#include "tools/count/failed.bpf.h"
#include "tools/count/level.bpf.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, ND_COUNT_REFUSALS);
	__type(key, struct nd_refused_key);
	__type(value, u64);
} nd_refusals SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct nd_count_about);
} nd_about SEC(".maps");

/* --- exits and entries ------------------------------------------------------------------------ */

static __always_inline u32 reason_of(const struct kvm_vcpu *vcpu, u32 isa)
{
	const struct vcpu_vmx___vt *vt = (const void *)vcpu;
	const struct vcpu_svm *svm = (const void *)vcpu;
	const struct vcpu_vmx *vmx = (const void *)vcpu;

	if (isa == ND_ISA_SVM) {
		if (bpf_core_type_exists(struct vcpu_svm))
			return BPF_CORE_READ(svm, vmcb, control.exit_code);
		return 0;
	}
	if (bpf_core_field_exists(vt->vt))
		return BPF_CORE_READ(vt, vt.exit_reason.full);
	if (bpf_core_field_exists(vmx->exit_reason))
		return BPF_CORE_READ(vmx, exit_reason.full);
	return 0;
}

static __always_inline int on_exit(const struct kvm_vcpu *vcpu, u32 isa, u32 reason)
{
	/* What follows takes time, too, and none of it is the guest's. */
	u64 now = bpf_ktime_get_ns();
	struct nd_acct_cpu *acct = count_cpu();
	struct nd_acct_vcpu *entry;
	enum nd_acct_level level;

	if (!acct)
		return 0;
	entry = vcpu_of(vcpu);
	level = level_of(vcpu, isa);
	count_exit(acct, entry, level, reason, now);
	fail_exit(vcpu, entry, isa, level, reason);
	return 0;
}

SEC("raw_tp/kvm_exit")
int nd_exit(struct bpf_raw_tracepoint_args *ctx)
{
	const struct kvm_vcpu *vcpu = (const void *)ctx->args[0];
	u32 isa = ctx->args[1];

	return on_exit(vcpu, isa, reason_of(vcpu, isa));
}

/* Up to Linux 5.15. */
SEC("raw_tp/kvm_exit")
int nd_exit_reason(struct bpf_raw_tracepoint_args *ctx)
{
	return on_exit((const void *)ctx->args[1], ctx->args[2], ctx->args[0]);
}

SEC("raw_tp/kvm_entry")
int nd_entry(struct bpf_raw_tracepoint_args *ctx)
{
	const struct kvm_vcpu *vcpu = (const void *)ctx->args[0];
	struct nd_acct_cpu *acct = count_cpu();
	struct nd_acct_vcpu *entry;

	if (!acct)
		return 0;
	entry = vcpu_of(vcpu);
	if (!entry)
		return 0;
	/* A new vCPU, even if all that is known of it is as before. */
	if (!BPF_CORE_READ(vcpu, stat.exits))
		nd_acct_vcpu_restart(entry);
	nd_acct_vcpu_entry(acct, entry, bpf_ktime_get_ns());
	return 0;
}

/*
 * --- nested guests: these may be preempted from Linux 7.0 on -----------------------------------
 */

SEC("raw_tp/kvm_nested_vmexit")
int nd_nested_exit(void *ctx)
{
	struct nd_acct_cpu *acct = count_cpu();

	if (acct)
		__sync_fetch_and_add(&acct->nested_exits, 1);
	return 0;
}

SEC("raw_tp/kvm_nested_vmexit_inject")
int nd_inject(struct bpf_raw_tracepoint_args *ctx)
{
	struct nd_acct_vcpu *entry = vcpu_of_thread();
	struct nd_acct_cpu *acct = count_cpu();
	u32 reason = ctx->args[0], slot;

	if (!acct)
		return 0;
	slot = nd_acct_slot(acct, reason);
	__sync_fetch_and_add(&acct->reflected[ND_BOUND(slot, ND_NR_SLOTS)], 1);
	if (entry)
		nd_acct_vcpu_reflect(entry, reason);
	return 0;
}

static __always_inline int on_nested_entry(void)
{
	struct nd_acct_vcpu *entry = vcpu_of_thread();
	struct nd_acct_cpu *acct = count_cpu();

	if (acct)
		__sync_fetch_and_add(&acct->nested_entries, 1);
	if (entry)
		nd_acct_vcpu_resume(entry);
	return 0;
}

SEC("raw_tp/kvm_nested_vmenter")
int nd_nested_enter(void *ctx)
{
	return on_nested_entry();
}

SEC("raw_tp/kvm_nested_vmrun")
int nd_nested_run(void *ctx)
{
	return on_nested_entry();
}

SEC("raw_tp/kvm_nested_vmenter_failed")
int nd_refused(struct bpf_raw_tracepoint_args *ctx)
{
	struct nd_refused_key key = { .error = ctx->args[1] };
	struct nd_count_lost *lost;
	u64 one = 1, *count;
	u32 zero = 0;

	fail_refused(ctx->args[0], key.error);
	bpf_probe_read_kernel_str(key.text, sizeof(key.text), (const void *)ctx->args[0]);
	count = bpf_map_lookup_elem(&nd_refusals, &key);
	if (!count && !bpf_map_update_elem(&nd_refusals, &key, &one, BPF_NOEXIST))
		return 0;
	/* Another CPU may have been first. */
	count = bpf_map_lookup_elem(&nd_refusals, &key);
	lost = bpf_map_lookup_elem(&nd_lost, &zero);
	if (count)
		__sync_fetch_and_add(count, 1);
	else if (lost)
		__sync_fetch_and_add(&lost->refusals, 1);
	return 0;
}

/*
 * --- returns to user space ----------------------------------------------------------------------
 */

SEC("raw_tp/kvm_userspace_exit")
int nd_userspace(struct bpf_raw_tracepoint_args *ctx)
{
	struct nd_acct_cpu *acct = count_cpu();
	u32 reason = ctx->args[0];
	s32 error = ctx->args[1];
	enum nd_run_error run = nd_run_error(reason, error < 0 ? -error : 0);

	if (!acct)
		return 0;
	if (run == ND_RUN_EXITED)
		__sync_fetch_and_add(&acct->userspace[ND_BOUND(reason, ND_NR_USERSPACE)], 1);
	else
		__sync_fetch_and_add(&acct->run_errors[ND_BOUND(run, ND_NR_RUN_ERRORS)], 1);
	/* With an error the reason is that of an earlier return. */
	if (run == ND_RUN_FAILED)
		fail_ended(ND_FAIL_RUN, reason, -error, vcpu_of_thread());
	else if (error < 0)
		return 0;
	else if (reason == ND_KVM_EXIT_FAIL_ENTRY)
		fail_entry(vcpu_of_thread());
	else if (reason == ND_KVM_EXIT_SHUTDOWN)
		fail_ended(ND_FAIL_SHUTDOWN, reason, 0, vcpu_of_thread());
	else if (reason == ND_KVM_EXIT_INTERNAL_ERROR)
		fail_ended(ND_FAIL_INTERNAL, reason, 0, vcpu_of_thread());
	return 0;
}

/*
 * --- threads that end ----------------------------------------------------------------------------
 */

SEC("raw_tp/sched_process_exit")
int nd_gone(void *ctx)
{
	u64 task = bpf_get_current_task();
	struct nd_count_thread *thread = bpf_map_lookup_elem(&nd_threads, &task);
	struct nd_count_about *about;
	struct nd_acct_vcpu *entry;
	u32 zero = 0;
	u64 key;

	if (!thread)
		return 0;
	key = thread->vcpu;
	bpf_map_delete_elem(&nd_threads, &task);
	about = bpf_map_lookup_elem(&nd_about, &zero);
	entry = bpf_map_lookup_elem(&nd_vcpus, &key);
	if (about && about->pinned && entry && entry->task == (const void *)task)
		bpf_map_delete_elem(&nd_vcpus, &key);
	return 0;
}

char nd_license[] SEC("license") = "GPL";
