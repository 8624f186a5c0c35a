// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on what makes guests slow: exits that were counted, beside the facts that say why.
 */
#include "core/base/figures.h"
#include "core/base/scan.h"
#include "core/exits/exits.h"
#include "core/exits/reasons.h"
#include "core/exits/trace.h"
#include "core/features/offer.h"
#include "core/findings/findings.h"

#define SPEED_LEAST	10000	/* exits: below that a share is that of a guest that starts */

/* Exits for a reason, of guests and nested guests; for all reasons with ND_NR_SLOTS. */
static u64 speed_exits(const struct nd_trace *trace, u32 slot)
{
	u32 first = slot == ND_NR_SLOTS ? 0 : slot, last = slot == ND_NR_SLOTS ? slot : slot + 1;
	u64 count = 0;
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = first; slot < last; slot++)
			count = nd_plus(count, trace->sum.cells[level][slot].count);
	return count;
}

/* All exits of guests: enough to judge by, or this is what that says. */
static u64 speed_all(struct nd_check *c, enum nd_verdict *verdict)
{
	u64 all = speed_exits(c->facts->trace, ND_NR_SLOTS);

	*verdict = ND_NOT_ASKED;
	if (c->facts->trace->source == ND_SOURCE_UNAVAILABLE) {
		*verdict = nd_cannot_tell(c, "see \"nestdiag exits\"",
					  "the reasons of exits cannot be read");
		return 0;
	}
	if (all >= SPEED_LEAST || !all)
		return all;
	/* It is early, which is no fault of the machine. */
	*verdict = nd_cannot_tell(c, "let guests run for longer",
				  "too little to judge: %llu of %u exits", all, SPEED_LEAST);
	c->severity = ND_NOTE;
	return 0;
}

#define SPEED_SPINS	20	/* percent: one of the main reasons, whatever else a guest does */

static enum nd_verdict speed_spins(struct nd_check *c)
{
	const struct nd_trace *trace = c->facts->trace;
	enum nd_verdict verdict;
	u64 all = speed_all(c, &verdict), spins;

	if (!all)
		return verdict;
	spins = speed_exits(trace, nd_trace_reason(trace, ND_VMEXIT_PAUSE_INSTRUCTION,
						   ND_SVMEXIT_PAUSE));
	if (nd_ratio(spins, all, 100) < SPEED_SPINS)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu of %llu exits are for PAUSE", spins, all);
	if (trace->isa == ND_ISA_SVM)
		c->remedy = "no more vCPUs than CPUs: what is waited for then runs; if each vCPU has a CPU to itself, kvm_amd.pause_filter_count=0 takes these exits away";
	return ND_FIRES;
}

#define KVM_EXIT_BUS_LOCK	33	/* KVM_EXIT_X86_BUS_LOCK in <linux/kvm.h> */

/*
 * Intel's processors may say so beside another reason, too,
 * by a bit (SDM, Basic VM-Exit Information).
 */
static u64 speed_locks_beside(const struct nd_trace *trace)
{
	u32 slot, reason;
	u64 count = 0;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		reason = nd_acct_reason(&trace->sum, slot);
		if (trace->isa == ND_ISA_VMX && reason & ND_VMX_EXIT_BUS_LOCK &&
		    !(reason & ND_VMX_EXIT_FAILED))
			count = nd_plus(count, speed_exits(trace, slot));
	}
	return count;
}

/* A return to user space shows a reason that had no room in the table of rare ones. */
static enum nd_verdict speed_bus_locks(struct nd_check *c)
{
	const struct nd_trace *trace = c->facts->trace;
	u64 locks, told = trace->sum.userspace[KVM_EXIT_BUS_LOCK];

	if (trace->source == ND_SOURCE_UNAVAILABLE)
		return nd_cannot_tell(c, "see \"nestdiag exits\"",
				      "the reasons of exits cannot be read");
	if (!speed_exits(trace, ND_NR_SLOTS))
		return ND_NOT_ASKED;
	locks = speed_exits(trace, nd_trace_reason(trace, ND_VMEXIT_BUS_LOCK, ND_SVMEXIT_BUS_LOCK));
	locks = nd_plus(locks, speed_locks_beside(trace));
	if (told > locks)
		locks = told;
	if (!locks)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu exit%s", locks, locks == 1 ? "" : "s");
	return ND_FIRES;
}

static enum nd_verdict speed_traced(struct nd_check *c)
{
	const char *traced = nd_facts_host(c->facts, "kvm_traced");

	if (!nd_check_usable(c))
		return ND_NOT_ASKED;
	if (!traced)
		return nd_cannot_tell(c, "mount -t tracefs none /sys/kernel/tracing, then take a new snapshot as root",
				      "kvm_traced was not recorded");
	if (!strcmp(traced, "unreadable"))
		return nd_cannot_tell(c, "run nestdiag as root", "tracefs could not be read");
	if (!strcmp(traced, "absent"))
		return ND_NOT_ASKED;
	if (!strcmp(traced, "none"))
		return ND_PASSES;
	nd_row_printf(c->row, "on in tracefs: %s", traced);
	return ND_FIRES;
}

#define SPEED_RETURNS	10	/* percent of exits: one in ten is slower by an IBPB */

/* Returns of KVM_RUN, those with an error, too: user space runs after each. */
static u64 speed_returns(const struct nd_trace *trace)
{
	u64 count = 0;
	u32 i;

	for (i = 0; i < ND_NR_USERSPACE; i++)
		count = nd_plus(count, trace->sum.userspace[i]);
	for (i = 0; i < ND_NR_RUN_ERRORS; i++)
		count = nd_plus(count, trace->sum.run_errors[i]);
	return count;
}

static enum nd_verdict speed_returns_flush(struct nd_check *c)
{
	const struct nd_trace *trace = c->facts->trace;
	enum nd_verdict verdict;
	u64 all = speed_all(c, &verdict), returns;

	if (!all)
		return verdict;
	if (!nd_trace_attached(trace, "kvm_userspace_exit"))
		return nd_cannot_tell(c, ND_SETTLE_MODULE ", or count by BPF: nestdiag check --interval 10",
				      "returns to user space were not counted");
	returns = speed_returns(trace);
	if (nd_ratio(returns, all, 100) < SPEED_RETURNS)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu returns to user space among %llu exits", returns, all);
	return ND_FIRES;
}

/*
 * The words of the files are those of Linux, arch/x86/kernel/cpu/bugs.c, vmscape_strings[] and
 * srso_strings[]. With spec_rstack_overflow=ibpb only the
 * second one tells of the IBPB at each exit.
 */
static bool speed_ibpb_each(const struct nd_facts *facts, const char *vmscape)
{
	const char *srso = nd_facts_host(facts, "srso");

	return !strcmp(vmscape, "Mitigation: IBPB on VMEXIT") ||
	       (srso && (!strcmp(srso, "Mitigation: IBPB") ||
			 !strcmp(srso, "Mitigation: IBPB on VMEXIT only")));
}

static enum nd_verdict speed_ibpb(struct nd_check *c)
{
	const char *vmscape = nd_facts_host(c->facts, "vmscape");
	enum nd_verdict verdict;
	bool each;
	u64 all;

	if (!vmscape)
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "vmscape was not recorded");
	if (!strcmp(vmscape, "unreadable"))
		return nd_cannot_tell(c, "run nestdiag as root", "vmscape could not be read");
	if (!strcmp(vmscape, "absent"))		/* an older kernel */
		return ND_NOT_ASKED;
	each = speed_ibpb_each(c->facts, vmscape);
	if (!each && !nd_facts_host(c->facts, "srso"))
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "srso was not recorded");
	if (!each && !strcmp(vmscape, "Mitigation: IBPB before exit to userspace"))
		return speed_returns_flush(c);
	all = speed_all(c, &verdict);
	if (!all)
		return verdict;
	if (!each)
		return ND_PASSES;
	nd_row_printf(c->row, "an IBPB for each of %llu exits", all);
	c->cause = "against Retbleed or SRSO the branch predictor is flushed at every exit, of nested guests, too";
	c->remedy = "if the command line asks for it (retbleed=ibpb, spec_rstack_overflow=ibpb or ibpb-vmexit), see whether the default protects enough: exits then keep their predictions";
	return ND_FIRES;
}

/*
 * Guests that are shown Hyper-V's interface, are given vmx or svm, and have run nested guests; 0
 * with the verdict if there are none or that is not known.
 */
static u64 speed_windows(struct nd_check *c, enum nd_verdict *verdict)
{
	u64 guests, nested;

	*verdict = ND_NOT_ASKED;
	if (!nd_facts_host(c->facts, "guests_qemu"))	/* there is no KVM that could have guests */
		return 0;
	if (!nd_host_number(c->facts, "guests_hyperv", &guests)) {
		*verdict = nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "guests_hyperv was not recorded");
		return 0;
	}
	if (!guests)
		return 0;
	if (!nd_host_number(c->facts, "guests_hyperv_nested", &nested)) {
		*verdict = nd_cannot_tell(c, "run nestdiag as root, without kernel lockdown",
					  "KVM's statistic nested_run could not be read");
		return 0;
	}
	if (!nested)
		*verdict = ND_PASSES;
	return nested;
}

static enum nd_verdict speed_vbs(struct nd_check *c)
{
	enum nd_verdict verdict;
	u64 guests = speed_windows(c, &verdict);

	if (!guests)
		return verdict;
	nd_row_printf(c->row, "%llu guest%s with Hyper-V's interface %s run nested guests", guests,
		      guests == 1 ? "" : "s", guests == 1 ? "has" : "have");
	if (nd_param_is(c->facts, "kvm_amd", "nested", true))
		c->remedy = "if they are Windows and need neither VBS nor Hyper-V nor WSL2: -cpu ...,-svm takes all nested exits away, as Windows then starts without its hypervisor";
	return ND_FIRES;
}

/* A VMM has to ask for it: no CPU model of QEMU does, not even host. */
static enum nd_verdict speed_evmcs(struct nd_check *c)
{
	enum nd_verdict verdict;
	u64 guests, plain;

	if (nd_offer_root(c->facts)->flags & ND_FEATURE_SVM)
		return ND_NOT_ASKED;
	guests = speed_windows(c, &verdict);
	if (!guests)
		return verdict == ND_PASSES ? ND_NOT_ASKED : verdict;
	if (!nd_host_number(c->facts, "guests_hyperv_plain", &plain))
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "guests_hyperv_plain was not recorded");
	if (!plain)
		return ND_PASSES;
	if (nd_offer_hyperv(c->facts) != ND_BIT_YES)
		return nd_cannot_tell(c, "nestdiag check as root, or as a member of the group of /dev/kvm",
				      "whether KVM can give its guests eVMCS is not known");
	if (!nd_offer_evmcs(c->facts))
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "%llu of %llu guests with Hyper-V's interface that have run nested guests",
		      plain, guests);
	return ND_FIRES;
}

/* Whether memory integrity is on in those guests only they know; without MBEC it costs. */
static enum nd_verdict speed_mbec(struct nd_check *c)
{
	const struct nd_feature *mbec = nd_feature_find("vmx-mbec");
	const char *why = nd_facts_host(c->facts, "kvm_offer");
	enum nd_verdict verdict;
	u64 guests;

	if (nd_offer_root(c->facts)->flags & ND_FEATURE_SVM)
		return ND_NOT_ASKED;
	guests = speed_windows(c, &verdict);
	if (!guests)
		return verdict == ND_PASSES ? ND_NOT_ASKED : verdict;
	switch (nd_facts_offered(c->facts) ? nd_offer_bit(c->facts, mbec) : ND_BIT_UNKNOWN) {
	case ND_BIT_YES:
		return ND_PASSES;
	case ND_BIT_NO:
		break;
	default:
		return nd_cannot_tell(c, "nestdiag check as root, or as a member of the group of /dev/kvm",
				      "whether KVM gives its guests vmx-mbec is not known%s%s",
				      why && strcmp(why, "ok") ? ": " : "",
				      why && strcmp(why, "ok") ? why : "");
	}
	nd_row_printf(c->row, "%llu guest%s with Hyper-V's interface %s run nested guests, and KVM gives its guests no vmx-mbec",
		      guests, guests == 1 ? "" : "s", guests == 1 ? "has" : "have");
	if (c->cpu && nd_feature_bit(c->cpu, mbec) == ND_BIT_NO)
		nd_row_printf(c->row, ", as this machine has none");
	return ND_FIRES;
}

/*
 * kvm_vcpu_map() needs memremap() for what has no struct page (Linux, virt/kvm/kvm_main.c), and
 * nested entries and exits call it for pages of the guest hypervisor: for the MSR bitmap and the
 * APIC on Intel, for its VMCB on AMD.
 */
static enum nd_verdict speed_memory(struct nd_check *c)
{
	const char *mem = nd_facts_host(c->facts, "boot_mem");
	u64 vms;

	if (!nd_check_usable(c) || !mem || !strcmp(mem, "absent"))
		return ND_NOT_ASKED;
	if (!nd_host_number(c->facts, "vms_devmem_nested", &vms))
		return nd_cannot_tell(c, "run nestdiag as root, without kernel lockdown",
				      "the kernel has mem=%s; which VMs map /dev/mem is not known", mem);
	if (!vms)
		return ND_PASSES;
	nd_row_printf(c->row, "the kernel has mem=%s, and %llu VM%s nested guests %s /dev/mem mapped", mem,
		      vms, vms == 1 ? " that has run" : "s that have run", vms == 1 ? "has" : "have");
	return ND_FIRES;
}

/**
 * struct speed_msr - an MSR that guests access often, and what helps
 * @index:  its number
 * @cause:  why guests do
 * @remedy: what takes the exits away
 */
static const struct speed_msr {
	u32 index;
	const char *cause;
	const char *remedy;
} speed_msrs[] = {
	{ 0x6e0, "the guest sets its timer: at each tick, and when it wants to sleep",
	  "fewer ticks in the guest (HZ=100, nohz_full): each tick less is this exit and that of the timer less" },
	{ 0x838, "the guest sets its timer: at each tick, and when it wants to sleep",
	  "fewer ticks in the guest (HZ=100, nohz_full): each tick less is this exit and that of the timer less" },
	{ 0x80b, "each interrupt of the guest ends with an EOI, which takes an exit without APICv or AVIC",
	  "nestdiag features says what APICv or AVIC lacks here: with it EOIs take no exit" },
	{ 0x830, "vCPUs of the guest interrupt or wake each other",
	  "IPI virtualization or AVIC, if this CPU has it (nestdiag features): such IPIs then take no exit; or fewer vCPUs" },
	{ 0x40000020, "the guest reads Hyper-V's clock by its register: the page that has it, too, is not offered, or is not valid, as KVM fills it only if its own clock is the TSC",
	  "the TSC as this machine's clocksource (nestdiag check -k clocksource-slow), and a VMM that offers the page, as QEMU does with hv-time: reading that takes no exit" },
	{ 0x40000070, "each interrupt of the guest ends with an EOI by Hyper-V's register",
	  "where this CPU has APICv or AVIC, QEMU: hv-avic: the guest then leaves that register alone, and EOIs of its APIC take no exit" },
};

#define SPEED_MSRS	30	/* percent of exits: MSRs are one of the main reasons */
#define SPEED_MSR	50	/* percent of accesses to MSRs: it is this one */

/* INDEX ACCESS COUNT ALL NAME; false if it is something else. */
static bool speed_parse(const char *text, u64 *index, u64 *count, u64 *all, const char **access,
			const char **name)
{
	struct nd_token part[4];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(part); i++) {
		part[i] = (struct nd_token){ text, strcspn(text, " ") };
		if (!part[i].len || !text[part[i].len])
			return false;
		text += part[i].len + 1;
	}
	*access = part[1].s;
	*name = text;
	return nd_scan_hex(&part[0], ~0ULL, index) && nd_scan_dec(&part[2], ~0ULL, count) &&
	       nd_scan_dec(&part[3], ~0ULL, all) && *all && *count <= *all;
}

static u64 speed_msr_exits(const struct nd_trace *trace)
{
	static const u32 vmx[] = {
		ND_VMEXIT_MSR_READ, ND_VMEXIT_MSR_WRITE, ND_VMEXIT_MSR_READ_IMM,
		ND_VMEXIT_MSR_WRITE_IMM,
	};
	u64 count = 0;
	u32 i;

	if (trace->isa == ND_ISA_SVM)
		return speed_exits(trace, ND_SVMEXIT_MSR);
	for (i = 0; i < ARRAY_SIZE(vmx); i++)
		count = nd_plus(count, speed_exits(trace, vmx[i]));
	return count;
}

static enum nd_verdict speed_msr(struct nd_check *c)
{
	const char *hot = nd_facts_host(c->facts, "hot_msr"), *access, *name;
	u64 all = 0, exits, index, count, accesses;
	enum nd_verdict verdict;
	u32 i;

	if (!hot)	/* nobody looked: that takes nestdiag check --interval */
		return ND_NOT_ASKED;
	all = speed_all(c, &verdict);
	if (!all)
		return verdict;
	exits = speed_msr_exits(c->facts->trace);
	if (nd_ratio(exits, all, 100) < SPEED_MSRS)
		return ND_PASSES;
	if (!speed_parse(hot, &index, &count, &accesses, &access, &name))
		return nd_cannot_tell(c, "see \"nestdiag hot msr\"",
				      strcmp(hot, "none") ? "which MSR is accessed most could not be read" :
				      "no access to an MSR was seen when nestdiag looked");
	if (nd_ratio(count, accesses, 100) < SPEED_MSR)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu of %llu exits are for MSRs, and %llu %% of %llu accesses %.*s 0x%llx%s%s%s",
		      exits, all, nd_ratio(count, accesses, 100), accesses, (int)strcspn(access, " "),
		      access, index, strcmp(name, "-") ? " (" : "", strcmp(name, "-") ? name : "",
		      strcmp(name, "-") ? ")" : "");
	for (i = 0; i < ARRAY_SIZE(speed_msrs); i++) {
		if (index != speed_msrs[i].index)
			continue;
		c->cause = speed_msrs[i].cause;
		c->remedy = speed_msrs[i].remedy;
	}
	return ND_FIRES;
}

#define SPEED_PLE	"Intel SDM, PAUSE-Loop Exiting"
#define SPEED_FILTER	"AMD APM volume 2, Pause Intercept Filtering"

const struct nd_finding nd_speed_findings[] = {
	{ "ple-spinning", ND_NOTE, ND_WANTS_EXITS | ND_WANTS_X86,
	  "vCPUs spin, and KVM ends it by exits", "vCPUs spin little",
	  "a vCPU waits for another in a loop of PAUSE, most often for one that has no CPU at that time; the processor exits, and KVM lets a vCPU run that was preempted",
	  "no more vCPUs than CPUs: what is waited for then runs; if each vCPU has a CPU to itself, kvm_intel.ple_gap=0 takes these exits away",
	  SPEED_PLE "; " SPEED_FILTER, speed_spins,
	  .vendors = { NULL, SPEED_PLE, SPEED_FILTER } },
	{ "bus-lock", ND_NOTE, ND_WANTS_EXITS | ND_WANTS_X86,
	  "guests lock the bus", "No exit was for a bus lock",
	  "a locked instruction in the guest whose operand crosses a cache line, or is not in write-back memory, takes thousands of cycles and holds up other CPUs; the VMM asked for an exit for each",
	  "find the code in the guest: if its CPU has split lock detection, Linux there names the program in its log; without bus locks other CPUs are not held up",
	  "Linux, Documentation/arch/x86/buslock.rst; Linux, Documentation/virt/kvm/api.rst: KVM_CAP_X86_BUS_LOCK_EXIT",
	  speed_bus_locks },
	{ "tool-cost", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "a tracer records each exit of guests", "No trace event of each exit is on in tracefs",
	  "each exit or entry is written to a buffer or a histogram; on Intel that reads the VMCS, and in a VM without VMCS shadowing or eVMCS each such VMREAD is an exit to the hypervisor below",
	  "end what has it on, such as trace-cmd, or echo 0 to the \"enable\" of that event: 600 to 900 ticks less an exit in nestdiag's bench, 3,000 where VMREAD exits",
	  "Linux, Documentation/trace/events.rst; README.md: What it costs", speed_traced },
	{ "userspace-ibpb", ND_NOTE, ND_WANTS_EXITS | ND_WANTS_HOST | ND_WANTS_X86,
	  "many exits cost an IBPB", "Few exits cost an IBPB",
	  "against VMSCAPE the kernel flushes the branch predictor before user space runs after a guest: the VMM then starts without predictions each time",
	  "virtio with vhost or ioeventfd, and KVM's own interrupt controllers: each return to user space less is an IBPB less, and its mispredictions",
	  "Linux, Documentation/admin-guide/hw-vuln/vmscape.rst", speed_ibpb },
	{ "windows-vbs", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "guests shown Hyper-V run a hypervisor of their own", "Guests shown Hyper-V run no hypervisor",
	  "with VBS, Hyper-V or WSL2 Windows runs on a hypervisor in the guest, as a nested guest itself: its exits go through both",
	  "if they are Windows and need neither VBS nor Hyper-V nor WSL2: -cpu ...,-vmx takes all nested exits away, as Windows then starts without its hypervisor",
	  "Microsoft, Virtualization-based Security (VBS)", speed_vbs },
	{ "windows-no-evmcs", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "guests shown Hyper-V nest without eVMCS", "Guests shown Hyper-V that nest have eVMCS",
	  "Windows' hypervisor then reads and writes its VMCS by instructions, which are exits but for those that VMCS shadowing spares",
	  "QEMU: hv-evmcs, which needs hv-vapic, and hv-emsr-bitmap; for a desktop with VBS 1,200,000 exits a second became 200,000; measure it, as eVMCS takes away features, too",
	  "QEMU, Hyper-V Enlightenments; KVM: VMX: Introduce Intel Mode-Based Execute Control (MBEC), cover letter", speed_evmcs },
	{ "hvci-without-mbec", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "guests shown Hyper-V nest without MBEC", "Guests shown Hyper-V that nest can have MBEC",
	  "with memory integrity (HVCI) Windows makes up for mode-based execute control by switching between its partitions, each time by exits",
	  "Linux 7.2 or later with kvm_intel.mbec=Y, on a CPU that has it: its authors saw 200,000 exits a second become 50,000; or Windows without memory integrity",
	  "KVM: VMX: Introduce Intel Mode-Based Execute Control (MBEC), cover letter of the series", speed_mbec },
	{ "memory-unmanaged", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "guest hypervisors have memory that is not the kernel's", "Guest hypervisors have the kernel's own memory",
	  "memory beyond mem= has no struct page: KVM maps pages of the guest hypervisor by memremap() at each nested entry and exit",
	  "give such guests memory that the kernel manages (hugetlbfs, memfd), with a larger mem= or none: nested entries and exits then need no memremap()",
	  "KVM: nVMX: Improve performance for unmanaged guest memory, cover letter of the series", speed_memory },
	{ "msr-hotspot", ND_NOTE, ND_WANTS_EXITS | ND_WANTS_HOST | ND_WANTS_X86,
	  "most MSR exits are for one register", "No MSR alone causes many of the exits",
	  "code in the guest reads or writes that register all the time, and KVM has to do it",
	  "nestdiag hot msr and nestdiag explain tell who uses it: each access less is an exit less",
	  "Linux, arch/x86/kvm/trace.h: kvm_msr", speed_msr },
	{ NULL, }
};
