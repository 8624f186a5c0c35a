// SPDX-License-Identifier: GPL-2.0-only
/*
 * Programs on KVM's tracepoints that count what exits are about. They read KVM's memory and write
 * to their own maps, and nothing else.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "tools/count/level.bpf.h"
#include "tools/count/hotmaps.h"

#define THREADS	1024

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, ND_HOT_MAX);
	__type(key, struct nd_hot_key);
	__type(value, u64);
} nd_hot SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct nd_hot_about);
} nd_hot_about SEC(".maps");

/* Of threads the level that they entered last: whose exit it is that they handle. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, THREADS);
	__type(key, u64);
	__type(value, u32);
} nd_hot_levels SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, ND_HOT_VMS);
	__type(key, u64);
	__type(value, struct nd_hot_vm);
} nd_hot_vms SEC(".maps");

static __always_inline struct nd_hot_about *about(void)
{
	u32 zero = 0;

	return bpf_map_lookup_elem(&nd_hot_about, &zero);
}

SEC("raw_tp/kvm_entry")
int nd_hot_entry(struct bpf_raw_tracepoint_args *ctx)
{
	const struct kvm_vcpu *vcpu = (const void *)ctx->args[0];
	u64 task = bpf_get_current_task();
	struct nd_hot_about *is = about();
	u32 level, *last;

	if (!is)
		return 0;
	level = level_of(vcpu, is->isa);
	last = bpf_map_lookup_elem(&nd_hot_levels, &task);
	if (!last || *last != level)
		bpf_map_update_elem(&nd_hot_levels, &task, &level, BPF_ANY);
	return 0;
}

static __always_inline int count(u32 point, u32 op, u64 index)
{
	struct nd_hot_key key = { .point = point, .op = op, .level = ND_HOT_LEVEL_UNKNOWN,
				  .index = index };
	u64 task = bpf_get_current_task(), one = 1, *counted;
	u32 *level = bpf_map_lookup_elem(&nd_hot_levels, &task);
	struct nd_hot_about *is;

	if (level)
		key.level = *level;
	counted = bpf_map_lookup_elem(&nd_hot, &key);
	if (!counted && !bpf_map_update_elem(&nd_hot, &key, &one, BPF_NOEXIST))
		return 0;
	/* Another CPU may have been first. */
	counted = bpf_map_lookup_elem(&nd_hot, &key);
	is = about();
	if (counted)
		__sync_fetch_and_add(counted, 1);
	else if (is)
		__sync_fetch_and_add(&is->lost, 1);
	return 0;
}

SEC("raw_tp/kvm_msr")
int nd_hot_msr(struct bpf_raw_tracepoint_args *ctx)
{
	u32 op = !!(u32)ctx->args[0] + ((u8)ctx->args[3] ? ND_HOT_REFUSED : 0);

	return count(ND_HOT_KVM_MSR, op, (u32)ctx->args[1]);
}

SEC("raw_tp/kvm_pio")
int nd_hot_pio(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_PIO, ctx->args[0], (u32)ctx->args[1]);
}

/* A read that is not satisfied yet is traced again. */
SEC("raw_tp/kvm_mmio")
int nd_hot_mmio(struct bpf_raw_tracepoint_args *ctx)
{
	u32 type = ctx->args[0];

	return type ? count(ND_HOT_KVM_MMIO, type, ctx->args[2]) : 0;
}

SEC("raw_tp/kvm_fast_mmio")
int nd_hot_fast_mmio(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_FAST_MMIO, 0, ctx->args[0]);
}

SEC("raw_tp/kvm_page_fault")
int nd_hot_fault(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_PAGE_FAULT, 0, ctx->args[1] >> ND_HOT_REGION);
}

/* Before the vCPU was passed: the address is the first argument. */
SEC("raw_tp/kvm_page_fault")
int nd_hot_fault_first(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_PAGE_FAULT, 0, ctx->args[0] >> ND_HOT_REGION);
}

SEC("raw_tp/kvm_cpuid")
int nd_hot_cpuid(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_CPUID, 0, (u32)ctx->args[0]);
}

SEC("raw_tp/kvm_hypercall")
int nd_hot_hypercall(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_HYPERCALL, 0, ctx->args[0]);
}

SEC("raw_tp/kvm_hv_hypercall")
int nd_hot_hv_hypercall(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_HV_HYPERCALL, 0, (u16)ctx->args[0]);
}

SEC("raw_tp/kvm_cr")
int nd_hot_cr(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_CR, ctx->args[0], (u32)ctx->args[1]);
}

SEC("raw_tp/kvm_apicv_inhibit_changed")
int nd_hot_apicv(struct bpf_raw_tracepoint_args *ctx)
{
	return count(ND_HOT_KVM_APICV, (u8)ctx->args[1], (u32)ctx->args[0]);
}

/* What inhibits it, as KVM keeps it for the VM. */
SEC("raw_tp/kvm_entry")
int nd_hot_vm(struct bpf_raw_tracepoint_args *ctx)
{
	const struct kvm_vcpu *vcpu = (const void *)ctx->args[0];
	struct nd_hot_vm vm = { .pid = bpf_get_current_pid_tgid() >> 32 };
	u64 kvm = (u64)BPF_CORE_READ(vcpu, kvm);

	vm.inhibits = BPF_CORE_READ(vcpu, kvm, arch.apicv_inhibit_reasons);
	bpf_map_update_elem(&nd_hot_vms, &kvm, &vm, BPF_ANY);
	return 0;
}

char nd_license[] SEC("license") = "GPL";
