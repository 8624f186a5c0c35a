/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The types of the running kernel and its KVM, by its BTF.
 */
#ifndef NESTDIAG_BPF_TYPES_H
#define NESTDIAG_BPF_TYPES_H

#include "core/exits/trace.h"

/**
 * struct nd_bpf_types - what BTF tells of KVM
 * @path:	file with all types in one, for libbpf
 * @isa:	of the KVM that is loaded
 * @points:	tracepoints that this KVM has, a bit for each enum nd_tracepoint
 * @reason_first: kvm_exit passes the reason, then the vCPU
 * @fd:		what @path stands for; -1 for a file that is there anyway
 */
struct nd_bpf_types {
	char path[48];
	enum nd_isa isa;
	u32 points;
	bool reason_first;
	int fd;
};

struct btf;

/**
 * nd_bpf_types_read() - read the types of KVM that this kernel has
 * @types: what they tell
 * @more:  called with KVM's types while they are at hand, NULL for nobody
 * @ctx:   handed to it
 * @why:   the reason if it fails
 *
 * Return: false with the reason; nd_bpf_types_free() ends what it began, also then.
 */
bool nd_bpf_types_read(struct nd_bpf_types *types, void (*more)(const struct btf *kvm, void *ctx),
		       void *ctx, char *why);
void nd_bpf_types_free(struct nd_bpf_types *types);

/**
 * nd_bpf_types_point() - what a tracepoint passes to a probe
 * @point: its name
 * @vcpu_first: set to whether the first argument is a pointer
 *
 * Return: false if this KVM has no such tracepoint.
 */
bool nd_bpf_types_point(const struct btf *kvm, const char *point, bool *vcpu_first);

#endif /* NESTDIAG_BPF_TYPES_H */
