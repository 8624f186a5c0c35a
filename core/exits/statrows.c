// SPDX-License-Identifier: GPL-2.0-only
/*
 * KVM's own statistics: what each counts, and their rows.
 */
#include "core/exits/statrows.h"

/*
 * The statistics of x86, Linux 5.10 to 7.3, as the kernel's structs kvm_vm_stat and kvm_vcpu_stat.
 */
static const struct {
	const char *name;
	const char *meaning;
	bool now;	/* a number of things that there are, not of what has happened */
} stat_meanings[] = {
	{ "blocking", "vCPUs that wait now", true },
	{ "directed_yield_attempted", "yields to a vCPU that holds a lock" },
	{ "directed_yield_successful", "of them, those that found it" },
	{ "exits", "VM exits" },
	{ "fpu_reload", "FPU states loaded" },
	{ "guest_mode", "vCPUs in a nested guest now", true },
	{ "halt_attempted_poll", "waits that began with polling" },
	{ "halt_exits", "HLTs" },
	{ "halt_poll_fail_ns", "ns polled in vain" },
	{ "halt_poll_invalid", "polls ended by a spurious wake-up" },
	{ "halt_poll_success_ns", "ns polled until there was work" },
	{ "halt_successful_poll", "waits that ended while polling" },
	{ "halt_wait_ns", "ns waited asleep" },
	{ "halt_wakeup", "wake-ups from a wait" },
	{ "host_state_reload", "host states loaded" },
	{ "hypercalls", "hypercalls" },
	{ "insn_emulation", "instructions emulated" },
	{ "insn_emulation_fail", "instructions KVM could not emulate" },
	{ "invlpg", "INVLPGs emulated" },
	{ "io_exits", "accesses to ports" },
	{ "irq_exits", "exits for an interrupt of the host" },
	{ "irq_injections", "interrupts injected" },
	{ "irq_window_exits", "exits to inject an interrupt" },
	{ "l1d_flush", "entries with the L1D cache flushed" },
	{ "max_mmu_page_hash_collisions", "longest chain of shadow pages", true },
	{ "max_mmu_rmap_size", "longest reverse mapping", true },
	{ "mmio_exits", "accesses to emulated memory" },
	{ "mmu_cache_miss", "shadow pages made" },
	{ "mmu_flooded", "shadow pages written too often" },
	{ "mmu_pde_zapped", "large shadow mappings removed" },
	{ "mmu_pte_write", "guest writes to shadowed tables" },
	{ "mmu_recycled", "shadow pages given up for others" },
	{ "mmu_shadow_zapped", "shadow pages removed" },
	{ "mmu_unsync", "shadow pages out of sync", true },
	{ "nested_run", "entries of nested guests" },
	{ "nmi_injections", "NMIs injected" },
	{ "nmi_window_exits", "exits to inject an NMI" },
	{ "notify_window_exits", "exits without an interrupt window" },
	{ "nx_lpage_splits", "huge pages split for iTLB multihit", true },
	{ "pages_1g", "mappings of 1 GiB", true },
	{ "pages_2m", "mappings of 2 MiB", true },
	{ "pages_4k", "mappings of 4 KiB", true },
	{ "pf_emulate", "page faults that were emulated" },
	{ "pf_fast", "page faults fixed without a lock" },
	{ "pf_fixed", "page faults fixed" },
	{ "pf_guest", "page faults given to the guest" },
	{ "pf_mmio_spte_created", "mappings made for emulated memory" },
	{ "pf_spurious", "page faults without a cause" },
	{ "pf_taken", "page faults taken" },
	{ "preemption_other", "preempted in the kernel, not told" },
	{ "preemption_reported", "preempted, and the guest was told" },
	{ "remote_tlb_flush", "TLB flushes of all vCPUs" },
	{ "remote_tlb_flush_requests", "TLB flushes asked for" },
	{ "req_event", "events to deliver" },
	{ "request_irq_exits", "returns to user space for interrupts" },
	{ "signal_exits", "returns to user space for a signal" },
	{ "tlb_flush", "TLB flushes of one vCPU" },
};

const char *nd_stat_meaning(const char *name)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(stat_meanings); i++)
		if (!strcmp(stat_meanings[i].name, name))
			return stat_meanings[i].meaning;
	return NULL;
}

bool nd_stat_is_now(const char *name)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(stat_meanings); i++)
		if (!strcmp(stat_meanings[i].name, name))
			return stat_meanings[i].now;
	return false;
}

static bool stat_same_owner(const struct nd_stat *a, const struct nd_stat *b)
{
	return a->pid == b->pid && a->fd == b->fd && a->vcpu == b->vcpu;
}

void nd_stats_since(struct nd_facts *facts, const struct nd_facts *before)
{
	u32 i, j;

	for (i = 0; i < facts->nr_stats; i++) {
		struct nd_stat *stat = &facts->stats[i];

		for (j = 0; j < before->nr_stats && !nd_stat_is_now(stat->name); j++) {
			const struct nd_stat *old = &before->stats[j];

			if (!stat_same_owner(stat, old) || strcmp(stat->name, old->name))
				continue;
			/* A VM that has gone takes its part of the sum with it. */
			stat->value = stat->value > old->value ? stat->value - old->value : 0;
			break;
		}
	}
}

static void stat_title(const struct nd_stat *stat, const struct nd_emit *emit)
{
	char title[64];

	if (stat->pid == ND_STAT_SUM)
		scnprintf(title, sizeof(title), "KVM's statistics of all VMs that exist");
	else if (stat->vcpu == ND_STAT_VM)
		scnprintf(title, sizeof(title), "VM %u-%u: process %u", stat->pid, stat->fd, stat->pid);
	else
		scnprintf(title, sizeof(title), "VM %u-%u, vCPU %u", stat->pid, stat->fd, stat->vcpu);
	nd_emit_section(emit, title);
}

static void stat_row(const struct nd_stat *stat, const struct nd_emit *emit)
{
	const char *meaning = nd_stat_meaning(stat->name);
	struct nd_row row;

	nd_row_init(&row, ND_ROW_STAT, NULL, stat->name, NULL);
	nd_row_printf(&row, "%12llu  %s", stat->value, meaning ? meaning : "");
	nd_row_str(&row, "name", stat->name);
	if (stat->pid != ND_STAT_SUM) {
		nd_row_dec(&row, "pid", stat->pid);
		nd_row_dec(&row, "vm_fd", stat->fd);
	}
	if (stat->vcpu != ND_STAT_VM)
		nd_row_dec(&row, "vcpu", stat->vcpu);
	nd_row_dec(&row, "count", stat->value);
	if (meaning)
		nd_row_str(&row, "meaning", meaning);
	nd_emit_row(emit, &row);
}

/* Why there are none, each reason with what to do about it. */
static void stat_missing(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const char *read = nd_facts_host(facts, "kvm_stats");

	if (!read)
		nd_emit_note(emit, "KVM's statistics were not recorded.");
	else if (!strcmp(read, "unreadable"))
		nd_emit_note(emit, "KVM's statistics could not be read: root may, unless kernel lockdown forbids it.");
	else if (!strcmp(read, "absent"))
		nd_emit_note(emit, "There are no statistics of KVM: it is not loaded, or debugfs is not mounted (mount -t debugfs none /sys/kernel/debug).");
}

void nd_stat_rows(const struct nd_facts *facts, bool all, const struct nd_emit *emit)
{
	const struct nd_stat *titled = NULL;
	const char *read = nd_facts_host(facts, "kvm_stats");
	u32 i;

	if (!facts->nr_stats)
		stat_missing(facts, emit);
	else if (read && !strcmp(read, "partly"))
		nd_emit_note(emit, "Some of KVM's statistics could not be read: kernel lockdown leaves those that cannot be cleared.");
	for (i = 0; i < facts->nr_stats; i++) {
		const struct nd_stat *stat = &facts->stats[i];

		if (!stat->value && !all)
			continue;
		if (!titled || !stat_same_owner(titled, stat))
			stat_title(stat, emit);
		titled = stat;
		stat_row(stat, emit);
	}
}
