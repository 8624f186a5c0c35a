// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on KVM's own statistics, which need neither the module nor anybody who counts.
 */
#include "core/base/figures.h"
#include "core/findings/findings.h"

/* A statistic of all VMs that exist: it is there, or this is what that says. */
static bool stats_value(struct nd_check *c, const char *name, u64 *value, enum nd_verdict *verdict)
{
	const char *read = nd_facts_host(c->facts, "kvm_stats");

	*verdict = ND_NOT_ASKED;
	if (nd_facts_stat(c->facts, name, value))
		return true;
	if (!nd_check_usable(c) || !read)
		return false;
	/* A KVM that does not count it has nothing to be asked about. */
	if (!strcmp(read, "partly") || !strcmp(read, "unreadable"))
		*verdict = nd_cannot_tell(c, "run nestdiag as root, without kernel lockdown",
					  "KVM's statistic %s could not be read", name);
	return false;
}

/* Something that ought to be 0; without guests nobody asks. */
static enum nd_verdict stats_zero(struct nd_check *c, const char *name, const char *words)
{
	enum nd_verdict verdict;
	u64 value, exits;

	if (!stats_value(c, name, &value, &verdict))
		return verdict;
	if (!value)
		return nd_facts_stat(c->facts, "exits", &exits) && !exits ? ND_NOT_ASKED : ND_PASSES;
	nd_row_printf(c->row, "%llu %s (KVM's %s, of the VMs that exist)", value, words, name);
	return ND_FIRES;
}

static enum nd_verdict stats_emulation(struct nd_check *c)
{
	return stats_zero(c, "insn_emulation_fail", "instructions that KVM could not emulate");
}

static enum nd_verdict stats_notify(struct nd_check *c)
{
	return stats_zero(c, "notify_window_exits", "exits of guests that left no interrupt window");
}

static enum nd_verdict stats_split(struct nd_check *c)
{
	return stats_zero(c, "nx_lpage_splits", "huge pages are split now");
}

/*
 * With "cond" KVM flushes after what may have loaded
 * secrets, which is far from every entry of most guests.
 */
static enum nd_verdict stats_flush(struct nd_check *c)
{
	const char *mode = nd_facts_param(c->facts, "kvm_intel", "vmentry_l1d_flush");
	enum nd_verdict verdict;
	u64 flushes, exits;

	if (!stats_value(c, "l1d_flush", &flushes, &verdict) ||
	    !stats_value(c, "exits", &exits, &verdict))
		return verdict;
	if (!exits)
		return ND_NOT_ASKED;
	if (flushes < exits / 2 || !flushes)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu flushes for %llu exits", flushes, exits);
	if (mode && !strcmp(mode, "cond")) {
		c->cause = "kvm_intel.vmentry_l1d_flush is \"cond\", and most exits run more than the code that was audited for it, such as returns to user space and emulation";
		c->remedy = "fewer such exits: nestdiag exits tells which they are; virtio with vhost needs fewer than emulated devices";
	}
	return ND_FIRES;
}

#define POLL_LEAST	10000000000ull	/* ns in vain that are worth a word */
#define POLL_SHARE	80		/* percent of all polling */

/*
 * What polling costs is the time that it was in vain; what it gains is the way to sleep and back,
 * which each success spares. A guest whose wake-ups come at once has little of the first.
 */
static enum nd_verdict stats_poll(struct nd_check *c)
{
	const char *most = nd_facts_param(c->facts, "kvm", "halt_poll_ns");
	char vain[ND_FIGURE], all[ND_FIGURE];
	u64 failed, succeeded, polled, exits;
	enum nd_verdict verdict;

	if (!stats_value(c, "halt_poll_fail_ns", &failed, &verdict) ||
	    !stats_value(c, "halt_poll_success_ns", &succeeded, &verdict))
		return verdict;
	if (!failed && !succeeded)
		return nd_facts_stat(c->facts, "exits", &exits) && !exits ? ND_NOT_ASKED : ND_PASSES;
	polled = nd_plus(failed, succeeded);
	if (failed < POLL_LEAST || nd_ratio(failed, polled, 100) < POLL_SHARE)
		return ND_PASSES;
	/* That was before, or a VM has a limit of its own: which, the statistics do not tell. */
	if (most && !strcmp(most, "0"))
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "%s of %s that KVM polled for wake-ups were in vain: without polling, CPUs would have been free for that time",
		      nd_time_text(failed, vain, sizeof(vain)),
		      nd_time_text(polled, all, sizeof(all)));
	return ND_FIRES;
}

#define PAGES_LEAST	(1ULL << 30)	/* bytes that are mapped: less fits into few pages anyhow */
#define PAGES_SHARE	50		/* percent of them */

/* The sizes by which KVM maps memory of guests now, for nested guests, too. */
static enum nd_verdict stats_pages(struct nd_check *c)
{
	static const struct {
		const char *name;
		u32 shift;
	} sizes[] = { { "pages_4k", 12 }, { "pages_2m", 21 }, { "pages_1g", 30 } };
	u64 bytes[ARRAY_SIZE(sizes)], all = 0, exits;
	enum nd_verdict verdict;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		if (!stats_value(c, sizes[i].name, &bytes[i], &verdict))
			return verdict;
		bytes[i] = nd_times(bytes[i], 1ULL << sizes[i].shift);
		all = nd_plus(all, bytes[i]);
	}
	if (all < PAGES_LEAST) {
		if (!nd_facts_stat(c->facts, "exits", &exits) || !exits)
			return ND_NOT_ASKED;
		verdict = nd_cannot_tell(c, "let guests run for longer",
					 "too little to judge: KVM maps %llu of %llu MiB", all >> 20,
					 PAGES_LEAST >> 20);
		c->severity = ND_NOTE;
		return verdict;
	}
	if (nd_ratio(bytes[0], all, 100) < PAGES_SHARE)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu of %llu MiB by pages of 4 KiB", bytes[0] >> 20, all >> 20);
	return ND_FIRES;
}

#define STATS_DOC	"Linux, Documentation/"

const struct nd_finding nd_stats_findings[] = {
	{ "emulation-failed", ND_WARNING, ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM could not emulate instructions of guests", "KVM emulated each instruction that it had to",
	  "a guest executed an instruction on emulated memory, or in a state, that KVM's emulator does not know; the vCPU stops or gets #UD",
	  "see \"nestdiag failures\" and the VMM's log for KVM_EXIT_INTERNAL_ERROR, suberror 1",
	  STATS_DOC "virt/kvm/api.rst", stats_emulation },
	{ "notify-window", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "a guest kept a CPU without an interrupt window", "No guest kept a CPU without an interrupt window",
	  "a guest does what microcode takes long for, by mistake or as an attack; KVM ended it by the notify window",
	  "look at that guest; QEMU: -accel kvm,notify-vmexit=internal-error stops it",
	  STATS_DOC "virt/kvm/api.rst: KVM_CAP_X86_NOTIFY_VMEXIT", stats_notify },
	{ "huge-pages-split", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM split huge pages that guests execute from", "No huge page of a guest is split",
	  "kvm.nx_huge_pages is on: memory that a guest executes from is mapped by small pages, against iTLB multihit",
	  "on a CPU without that flaw, or where all guests are trusted: kvm.nx_huge_pages=off",
	  STATS_DOC "admin-guide/hw-vuln/multihit.rst", stats_split },
	{ "l1d-flushed", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM flushes the L1 data cache on most VM entries", "KVM flushes the L1 data cache seldom",
	  "kvm_intel.vmentry_l1d_flush is \"always\", or guests return to user space all the time",
	  "if guests are trusted, or the CPU does not have L1TF: kvm_intel.vmentry_l1d_flush=cond",
	  STATS_DOC "admin-guide/hw-vuln/l1tf.rst", stats_flush },
	{ "halt-poll-vain", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM polls for wake-ups, mostly in vain", "KVM polls little in vain for wake-ups",
	  "a vCPU that halts is polled for up to kvm.halt_poll_ns before its thread sleeps, and its wake-ups come later than that",
	  "if CPUs are scarce: kvm.halt_poll_ns=0, or less than now; wake-ups then take longer by the way out of sleep",
	  STATS_DOC "virt/kvm/halt-polling.rst", stats_poll },
	{ "pages-small", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM maps most memory of guests by small pages", "KVM maps memory of guests mostly by huge pages",
	  "no transparent huge pages, fragmented memory, a file that backs it, a migration that tracks pages, or KVM that splits what is executed; a nested guest has no larger pages than its hypervisor uses",
	  "transparent_hugepage=always, or madvise (QEMU asks for it), or hugetlbfs; in guests that run guests, too: a miss of the TLB then takes a shorter walk",
	  STATS_DOC "admin-guide/mm/transhuge.rst", stats_pages },
	{ NULL, }
};
