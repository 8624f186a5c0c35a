/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Hot spots: what registers, ports, addresses, leaves and calls exits of guests are about.
 */
#ifndef NESTDIAG_HOT_H
#define NESTDIAG_HOT_H

#include "core/base/row.h"

/* Kinds of hot spots. */
enum nd_hot_what {
	ND_HOT_MSR,
	ND_HOT_PORT,
	ND_HOT_GPA,
	ND_HOT_CPUID,
	ND_HOT_HYPERCALL,
	ND_HOT_CR,
	ND_HOT_APICV,
	ND_NR_HOT
};

/** nd_hot_word() - "msr", "port", ...; NULL beyond */
const char *nd_hot_word(u32 what);

/* KVM's trace events that tell of them. */
enum nd_hot_point {
	ND_HOT_KVM_MSR,
	ND_HOT_KVM_PIO,
	ND_HOT_KVM_MMIO,
	ND_HOT_KVM_FAST_MMIO,
	ND_HOT_KVM_PAGE_FAULT,
	ND_HOT_KVM_CPUID,
	ND_HOT_KVM_HYPERCALL,
	ND_HOT_KVM_HV_HYPERCALL,
	ND_HOT_KVM_CR,
	ND_HOT_KVM_APICV,
	ND_NR_HOT_POINTS
};

#define ND_HOT_REFUSED	2	/* added to what kvm_msr says of an access that got #GP */
#define ND_HOT_OPS	4
#define ND_HOT_REGION	21	/* page faults are counted by 2 MiB: first touches are many */

/**
 * struct nd_hot_event - a trace event, and how its fields are read
 * @what:  the kind that it is of
 * @name:  of the event
 * @index: field that is counted by
 * @op:    field that says what was done, NULL if it can be one thing only
 * @flag:  field that adds ND_HOT_REFUSED to that, NULL for none
 * @shift: bits of the index that are left out
 * @ops:   names of what was done; one that is NULL is not counted, since another event follows
 */
struct nd_hot_event {
	enum nd_hot_what what;
	const char *name;
	const char *index;
	const char *op;
	const char *flag;
	u8 shift;
	const char *ops[ND_HOT_OPS];
};

extern const struct nd_hot_event nd_hot_events[ND_NR_HOT_POINTS];

/* Whose access it was; the first two as enum nd_acct_level. */
#define ND_HOT_LEVEL_UNKNOWN	2	/* the vCPU was in the guest when counting began */
#define ND_HOT_LEVEL_UNASKED	3	/* this way of counting does not tell levels */

#define ND_HOT_MAX	4096	/* rows that are counted; what finds no place is counted in all */
#define ND_HOT_VMS	256
#define ND_HOT_REASONS	32
#define ND_HOT_NAME	40

/**
 * struct nd_hot_count - how often it was
 * @point: enum nd_hot_point
 * @op:    what was done
 * @level: whose it was
 * @index: of what
 * @count: how often
 */
struct nd_hot_count {
	u32 point;
	u32 op;
	u32 level;
	u64 index;
	u64 count;
};

/**
 * struct nd_hot_vm - a VM that ran, and why it has no APICv or AVIC
 * @pid:      its process
 * @pad:      zero
 * @inhibits: KVM's reasons, a bit each; 0: nothing inhibits it
 */
struct nd_hot_vm {
	u32 pid;
	u32 pad;
	u64 inhibits;
};

/**
 * struct nd_hot - what was counted
 * @what:    of which kind
 * @counts:  by event, index, access and level
 * @nr:      used entries of @counts
 * @lost:    accesses beyond ND_HOT_MAX
 * @vms:     with ND_HOT_APICV the VMs that entered their guest
 * @nr_vms:  used entries of @vms
 * @reasons: KVM's names of its reasons, by number; empty beyond
 */
struct nd_hot {
	enum nd_hot_what what;
	struct nd_hot_count counts[ND_HOT_MAX];
	u32 nr;
	u64 lost;
	struct nd_hot_vm vms[ND_HOT_VMS];
	u32 nr_vms;
	char reasons[ND_HOT_REASONS][ND_HOT_NAME];
};

#define ND_HOT_KEYS	40

/**
 * nd_hot_keys() - the keys of a histogram of the event: "ecx,write,exception". @buf, ND_HOT_KEYS
 */
const char *nd_hot_keys(const struct nd_hot_event *event, char *buf);

/**
 * nd_hot_add() - count one that was seen @count times; to what is there already if it is the same
 */
void nd_hot_add(struct nd_hot *hot, const struct nd_hot_count *one);

/**
 * nd_hot_line() - take a line of a histogram of tracefs: "{ ecx: 1760, write: 1 } hitcount: 7"
 * @point: the event, or ND_NR_HOT_POINTS for the one of @hot's kind whose fields these are
 *
 * Return: false if it is no such line.
 */
bool nd_hot_line(struct nd_hot *hot, u32 point, const char *text, size_t len);

#endif /* NESTDIAG_HOT_H */
