// SPDX-License-Identifier: GPL-2.0-only
/*
 * The least that a BPF program can do to count VM exits by reason: one read of KVM's memory, two on
 * SVM, and a counter of this CPU's own.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "bpfcount.h"

/* Set before the program is loaded: unknown to the compiler, constants for the verifier. */
const __volatile__ __u32 pointer_at;
const __volatile__ __u32 reason_at;

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, BPFCOUNT_REASONS);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

SEC("raw_tp/kvm_exit")
int count_exit(struct bpf_raw_tracepoint_args *ctx)
{
	const char *at = (const char *)ctx->args[0];
	__u32 reason = 0;
	__u64 *count;

	if (pointer_at)
		bpf_probe_read_kernel(&at, sizeof(at), at + pointer_at);
	bpf_probe_read_kernel(&reason, sizeof(reason), at + reason_at);
	reason &= BPFCOUNT_REASONS - 1;
	count = bpf_map_lookup_elem(&counts, &reason);
	if (count)
		++*count;
	return 0;
}

char bpfcount_license[] SEC("license") = "GPL";
