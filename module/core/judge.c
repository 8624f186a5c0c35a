// SPDX-License-Identifier: GPL-2.0-only
/*
 * Judgements on the figures of exit accounting, as a table of rules.
 *
 * There is none for a lost wake-up. A vCPU whose last exit was HLT, long ago, looks the same
 * whether it has nothing to do or was not woken when it had: what was pending for it is not among
 * the facts. The list of vCPUs shows the last exit and how long ago it was.
 */
#include <nestdiag/exitrows.h>
#include <nestdiag/exits.h>
#include <nestdiag/figures.h>
#include <nestdiag/judge.h>

#define NS_PER_SECOND	1000000000u
#define TICK_EXITS	3	/* the interrupt, its end, and the next deadline */
#define TICK_HZ		250	/* of most distributions' kernels */

const struct nd_thresholds nd_default_thresholds = {
	.storm_per_second	= 500000,
	.starved_share		= 200,
	.ticked_share		= 2500,
	.idle_share		= 1000,
	.starved_ns		= NS_PER_SECOND,
	.stuck_ns		= 10ULL * NS_PER_SECOND,
	.multiplier		= 50,
	.multiplied		= 1000,
};

/**
 * struct judge - what rules judge
 * @facts:  the machine
 * @trace:  what it counted
 * @limits: from where on it is a finding
 */
struct judge {
	const struct nd_facts *facts;
	const struct nd_trace *trace;
	const struct nd_thresholds *limits;
};

/* What is behind many exits for one reason. No number stands for "no such reason". */
#define JUDGE_NONE	0xffff

static const struct {
	u16 vmx;
	u16 svm;
	const char *words;
} judge_causes[] = {
	{ 10, 0x72, "CPUID in a loop, often to put RDTSC in order. Remedy: find it in the guest" },
	{ 30, 0x7b, "I/O ports of emulated devices. Remedy: virtio devices" },
	{ 48, 0x400, "memory that is not there yet. Remedy: huge pages, preallocation" },
	{ 49, JUDGE_NONE, "registers of emulated devices. Remedy: virtio devices with vhost" },
	{ 32, 0x7c, "timers and ends of interrupts. Remedy: APICv or AVIC, fewer ticks" },
	{ 12, 0x78, "very short sleeps. Remedy: haltpoll in the guest" },
	{ 40, 0x77, "vCPUs that spin. Remedy: no more vCPUs than CPUs" },
	{ 1, 0x60, "interrupts of the host. Remedy: keep them off CPUs that run guests" },
	{ 52, JUDGE_NONE, "timers of the guest. Remedy: fewer ticks in the guest" },
	{ 23, JUDGE_NONE, "a hypervisor reading its VMCS. Remedy: Shadow VMCS or eVMCS" },
	{ 25, JUDGE_NONE, "a hypervisor writing its VMCS. Remedy: Shadow VMCS or eVMCS" },
};

static void judge_cause(const struct nd_trace *trace, u32 slot, struct nd_row *row)
{
	u32 i, reason;

	if (slot >= ND_SLOT_OTHER)
		return;
	reason = nd_acct_reason(&trace->sum, slot);
	for (i = 0; i < ARRAY_SIZE(judge_causes); i++)
		if (reason == (trace->isa == ND_ISA_SVM ? judge_causes[i].svm :
						  judge_causes[i].vmx))
			nd_row_words(row, ". Cause: %s", judge_causes[i].words);
}

/* Exits by which a guest is ticked: interrupts, and what it does to its interrupt controller. */
static bool judge_is_tick(const struct nd_trace *trace, u32 slot)
{
	static const struct {
		u32 isa;
		u32 reason;
	} ticks[] = {
		{ ND_ISA_VMX, 1 },	/* EXTERNAL_INTERRUPT */
		{ ND_ISA_VMX, 7 },	/* INTERRUPT_WINDOW */
		{ ND_ISA_VMX, 32 },	/* MSR_WRITE */
		{ ND_ISA_VMX, 43 },	/* TPR_BELOW_THRESHOLD */
		{ ND_ISA_VMX, 44 },	/* APIC_ACCESS */
		{ ND_ISA_VMX, 45 },	/* EOI_INDUCED */
		{ ND_ISA_VMX, 52 },	/* PREEMPTION_TIMER */
		{ ND_ISA_VMX, 56 },	/* APIC_WRITE */
		{ ND_ISA_VMX, 85 },	/* MSR_WRITE_IMM */
		{ ND_ISA_SVM, 0x60 },	/* interrupt */
		{ ND_ISA_SVM, 0x64 },	/* vintr */
		{ ND_ISA_SVM, 0x7c },	/* msr */
		{ ND_ISA_SVM, 0x401 },	/* avic_incomplete_ipi */
		{ ND_ISA_SVM, 0x402 },	/* avic_unaccelerated_access */
	};
	u32 i, reason;

	if (slot >= ND_SLOT_OTHER)
		return false;
	reason = nd_acct_reason(&trace->sum, slot);
	for (i = 0; i < ARRAY_SIZE(ticks); i++)
		if (ticks[i].isa == trace->isa && ticks[i].reason == reason)
			return true;
	return false;
}

/**
 * struct judge_time - where the time of a guest went, in ticks
 * @guest:  in it
 * @stolen: handling its exits, and other work in its place
 * @waited: it had nothing to do
 * @exits:  how many
 * @ticked: those among them that judge_is_tick()
 * @halts:  those among them that wait
 */
struct judge_time {
	u64 guest;
	u64 stolen;
	u64 waited;
	u64 exits;
	u64 ticked;
	u64 halts;
};

static void judge_count(const struct nd_trace *trace, u32 slot, u64 count, struct judge_time *t)
{
	t->exits += count;
	if (nd_trace_waits(trace, slot))
		t->halts += count;
	else if (judge_is_tick(trace, slot))
		t->ticked += count;
}

/* What the hypervisor below needs for each entry and exit looks like time in the guest. */
static void judge_less_stay(const struct nd_trace *trace, u32 level, struct judge_time *t)
{
	u64 below = t->exits * trace->stay[level];

	if (below > t->guest)
		below = t->guest;
	t->guest -= below;
	t->stolen += below;
}

/* A guest that was paused for once has one exit that took as long; all others are as they are. */
static u64 judge_stolen(const struct nd_acct_cell *cell)
{
	return cell->ticks > cell->max ? cell->ticks - cell->max : 0;
}

static void judge_level(const struct nd_trace *trace, u32 level, struct judge_time *t)
{
	u32 slot;

	memset(t, 0, sizeof(*t));
	t->guest = trace->sum.guest[level];
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

		judge_count(trace, slot, cell->count, t);
		if (nd_trace_waits(trace, slot))
			t->waited += cell->ticks;
		else
			t->stolen += judge_stolen(cell);
	}
	judge_less_stay(trace, level, t);
}

/*
 * A nested guest loses time also while its hypervisor runs. Which vCPUs that are, their counts
 * tell; a nested guest that halts leaves its time to them, so that only its number of halts shows
 * that it is idle.
 */
static void judge_nested(const struct nd_trace *trace, struct judge_time *t)
{
	u64 all = 0, waited;
	u32 i, slot;

	judge_level(trace, ND_LEVEL_NESTED, t);
	for (i = 0; i < trace->nr_vcpus; i++)
		if (nd_vcpu_exits(&trace->vcpus[i], ND_LEVEL_NESTED))
			all += trace->vcpus[i].guest + trace->vcpus[i].host;
	waited = t->waited;
	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		if (nd_trace_waits(trace, slot))
			waited += trace->sum.cells[ND_LEVEL_GUEST][slot].ticks;
	/* Without a table of vCPUs only what handling its own exits took is known. */
	if (all > t->guest + t->stolen + waited) {
		t->waited = waited;
		t->stolen = all - waited - t->guest;
	}
}

/* One vCPU. How long it waited is not known of one alone: only that it never did. */
static bool judge_vcpu(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu,
		       struct judge_time *t)
{
	u32 slot;

	memset(t, 0, sizeof(*t));
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		if (vcpu->counts[ND_LEVEL_NESTED][slot])
			return false;
		judge_count(trace, slot, vcpu->counts[ND_LEVEL_GUEST][slot], t);
	}
	t->guest = vcpu->guest;
	t->stolen = vcpu->host;
	judge_less_stay(trace, ND_LEVEL_GUEST, t);
	return t->halts == 0;
}

static bool judge_is_ticked(const struct judge_time *t)
{
	return t->ticked > t->exits / 2;
}

static bool judge_is_starved(const struct judge *j, const struct judge_time *t)
{
	u64 busy = t->guest + t->stolen;
	u32 limit = judge_is_ticked(t) ? j->limits->ticked_share : j->limits->starved_share;

	return t->exits && nd_trace_ns(j->trace, busy) >= j->limits->starved_ns &&
	       nd_ratio(t->waited, busy + t->waited, 10000) < j->limits->idle_share &&
	       t->halts <= t->exits / 20 && nd_ratio(t->guest, busy, 10000) < limit;
}

/* The slot with most exits of a level, or of one vCPU of it, after @last. */
static u32 judge_top(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
		     u32 last)
{
	u32 slot, top = ND_NR_SLOTS;
	u64 most = 0;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		u64 count = vcpu ? vcpu->counts[level][slot] :
			    trace->sum.cells[level][slot].count;

		if (slot == last || count <= most)
			continue;
		most = count;
		top = slot;
	}
	return top;
}

static void judge_top_words(const struct nd_trace *trace, u32 level,
			    const struct nd_acct_vcpu *vcpu, u32 slot, u64 exits,
			    struct nd_row *row)
{
	u64 count = vcpu ? vcpu->counts[level][slot] : trace->sum.cells[level][slot].count;
	char name[ND_EXIT_NAME];

	nd_row_words(row, "%s %u %%", nd_vcpu_exit_name(trace, slot, name, sizeof(name)),
		     (u32)nd_ratio(count, exits, 100));
}

static void judge_starved_words(const struct judge *j, u32 level, const struct nd_acct_vcpu *vcpu,
				const struct judge_time *t, struct nd_row *row)
{
	u32 first = judge_top(j->trace, level, vcpu, ND_NR_SLOTS);
	u32 second = judge_top(j->trace, level, vcpu, first);
	u64 busy = t->guest + t->stolen;
	u64 price = nd_trace_ns(j->trace, t->stolen / t->exits);
	char a[ND_FIGURE], b[ND_FIGURE];

	if (vcpu)
		nd_row_words(row, "process %u, vCPU %u", vcpu->pid, vcpu->id);
	else
		nd_row_words(row, "%s", level == ND_LEVEL_NESTED ? "nested guests" : "guests");
	nd_row_words(row, " ran %s of %s not spent waiting; exits: ",
		     nd_share_text(t->guest, busy, a, sizeof(a)),
		     nd_time_text(nd_trace_ns(j->trace, busy), b, sizeof(b)));
	judge_top_words(j->trace, level, vcpu, first, t->exits, row);
	nd_row_dec(row, "guest_ns", nd_trace_ns(j->trace, t->guest));
	nd_row_dec(row, "stolen_ns", nd_trace_ns(j->trace, t->stolen));
	nd_row_dec(row, "exits", t->exits);
	nd_row_dec(row, "ticked", t->ticked);
	nd_row_dec(row, "exit_ns", price);
	if (!judge_is_ticked(t)) {
		nd_row_words(row, ", %s each", nd_time_text(price, a, sizeof(a)));
		judge_cause(j->trace, first, row);
		return;
	}
	if (second < ND_NR_SLOTS) {
		nd_row_words(row, ", ");
		judge_top_words(j->trace, level, vcpu, second, t->exits, row);
	}
	nd_row_words(row, ". A tick takes about %u of %s: %llu %% of a CPU at %u Hz. Remedy: fewer ticks or vCPUs, one level less",
		     TICK_EXITS, nd_time_text(price, a, sizeof(a)),
		     nd_ratio(price * TICK_EXITS, NS_PER_SECOND, TICK_HZ * 100), TICK_HZ);
}

/* From the most telling to the sum: one nested guest, one vCPU, all guests. */
static bool judge_starved(const struct judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	struct judge_time t;
	u32 i;

	judge_nested(trace, &t);
	if (!(trace->unrecorded & BIT(ND_LEVEL_NESTED)) && judge_is_starved(j, &t)) {
		judge_starved_words(j, ND_LEVEL_NESTED, NULL, &t, row);
		return true;
	}
	for (i = 0; i < trace->nr_vcpus; i++) {
		if (!judge_vcpu(trace, &trace->vcpus[i], &t) || !judge_is_starved(j, &t))
			continue;
		judge_starved_words(j, ND_LEVEL_GUEST, &trace->vcpus[i], &t, row);
		return true;
	}
	judge_level(trace, ND_LEVEL_GUEST, &t);
	if (trace->unrecorded & BIT(ND_LEVEL_GUEST) || !judge_is_starved(j, &t))
		return false;
	judge_starved_words(j, ND_LEVEL_GUEST, NULL, &t, row);
	return true;
}

/*
 * The rate is that of one vCPU in its own time: a machine with many guests may well have as many
 * exits. With nested guests a hypervisor's exits are theirs multiplied, which is another finding.
 */
static bool judge_storm(const struct judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	const struct nd_acct_vcpu *worst = NULL;
	struct nd_nested nested = nd_nested_sum(trace);
	u64 most = 0, exits, rate, time = 0;
	char text[ND_FIGURE];
	u32 i, slot;

	if (nested.entries || nested.exits)
		return false;
	for (i = 0; i < trace->nr_vcpus; i++) {
		time = nd_trace_ns(trace, trace->vcpus[i].guest + trace->vcpus[i].host);
		exits = nd_vcpu_exits(&trace->vcpus[i], ND_NR_LEVELS);
		rate = nd_ratio(exits, time, NS_PER_SECOND);
		/* A storm lasts: what starts a guest is no storm. */
		if (time < NS_PER_SECOND / 10 || rate < j->limits->storm_per_second || rate <= most)
			continue;
		most = rate;
		worst = &trace->vcpus[i];
	}
	if (!worst)
		return false;
	exits = nd_vcpu_exits(worst, ND_NR_LEVELS);
	time = nd_trace_ns(trace, worst->guest + worst->host);
	slot = judge_top(trace, ND_LEVEL_GUEST, worst, ND_NR_SLOTS);
	nd_row_words(row, "process %u, vCPU %u: %llu exits a second over %s, ", worst->pid,
		     worst->id, most, nd_time_text(time, text, sizeof(text)));
	judge_top_words(trace, ND_LEVEL_GUEST, worst, slot, exits, row);
	judge_cause(trace, slot, row);
	nd_row_dec(row, "pid", worst->pid);
	nd_row_dec(row, "vcpu", worst->id);
	nd_row_dec(row, "per_second", most);
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, slot));
	return true;
}

/* Where exits are not watched any more, nothing is known of what came after the last entry. */
static bool judge_stuck(const struct judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	const struct nd_acct_vcpu *worst = NULL;
	char text[ND_FIGURE];
	u64 longest = 0;
	u32 i, n = 0;

	if (!nd_trace_attached(trace, "kvm_exit"))
		return false;
	for (i = 0; i < trace->nr_vcpus; i++) {
		u64 since = nd_trace_ns(trace, nd_trace_age(trace, trace->vcpus[i].entered));

		if (!nd_acct_vcpu_in_guest(&trace->vcpus[i]) || since < j->limits->stuck_ns)
			continue;
		n++;
		if (since <= longest)
			continue;
		longest = since;
		worst = &trace->vcpus[i];
	}
	if (!worst)
		return false;
	nd_row_words(row, "%u vCPU%s; process %u, vCPU %u for %s. Cause: a CPU without ticks (nohz_full), an entry that failed without an exit, or it is gone. Remedy: see the kernel log and that process",
		     n, n == 1 ? "" : "s", worst->pid, worst->id,
		     nd_time_text(longest, text, sizeof(text)));
	nd_row_dec(row, "vcpus", n);
	nd_row_dec(row, "pid", worst->pid);
	nd_row_dec(row, "vcpu", worst->id);
	nd_row_dec(row, "in_guest_ns", longest);
	return true;
}

static bool judge_no_exit(const struct judge *j, struct nd_row *row)
{
	u64 n = j->trace->sum.no_exit;

	if (!n)
		return false;
	nd_row_words(row, "%llu VM entr%s followed by the next without an exit. Cause: the entry itself failed, by its controls. Remedy: reload kvm_intel with dump_invalid_vmcs=1 and see the kernel log",
		     n, n == 1 ? "y was" : "ies were");
	nd_row_dec(row, "count", n);
	return true;
}

static bool judge_is_failure(const struct nd_trace *trace, u32 slot)
{
	u32 reason = nd_acct_reason(&trace->sum, slot);

	return trace->isa == ND_ISA_VMX ? reason & ND_VMX_EXIT_FAILED :
	       trace->isa == ND_ISA_SVM && reason == ND_SVM_EXIT_ERR;
}

static bool judge_entry_failed(const struct judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	u64 n[ND_NR_LEVELS] = { 0 }, most = 0;
	char name[ND_EXIT_NAME];
	u32 level, slot, top = 0;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_SLOT_OTHER + trace->sum.nr_other; slot++) {
			u64 count = trace->sum.cells[level][slot].count;

			if (!judge_is_failure(trace, slot))
				continue;
			n[level] += count;
			if (count <= most)
				continue;
			most = count;
			top = slot;
		}
	if (!most)
		return false;
	nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, top), name, sizeof(name));
	nd_row_words(row, "%llu of guests, %llu of nested guests, most %s: the processor refused their state. Remedy: reload %s=1 and see the kernel log",
		     n[ND_LEVEL_GUEST], n[ND_LEVEL_NESTED], name,
		     trace->isa == ND_ISA_SVM ? "kvm_amd with dump_invalid_vmcb" :
						"kvm_intel with dump_invalid_vmcs");
	nd_row_dec(row, "guest", n[ND_LEVEL_GUEST]);
	nd_row_dec(row, "nested", n[ND_LEVEL_NESTED]);
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, top));
	return true;
}

static bool judge_refused(const struct judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	const struct nd_refusal *top = NULL;
	u64 n = trace->refusals_lost;
	u32 i;

	for (i = 0; i < trace->nr_refusals; i++) {
		n += trace->refusals[i].count;
		if (trace->refusals[i].count && (!top || trace->refusals[i].count > top->count))
			top = &trace->refusals[i];
	}
	if (!top)
		return false;
	nd_row_words(row, "%llu, most for \"%s\" (%u). Cause: a guest's hypervisor set what this KVM does not allow. See \"nestdiag nested\"",
		     n, top->text, top->error);
	nd_row_dec(row, "count", n);
	nd_row_str(row, "message", top->text);
	return true;
}

static bool judge_multiplier(const struct judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	const struct nd_acct_cell *cells = trace->sum.cells[ND_LEVEL_GUEST];
	const char *shadow = nd_facts_param(j->facts, "kvm_intel", "enable_shadow_vmcs");
	struct nd_nested nested = nd_nested_sum(trace);
	char text[ND_FIGURE];

	if (nested.reflected < j->limits->multiplied ||
	    nd_ratio(nested.caused, nested.priced, 10) < j->limits->multiplier)
		return false;
	nd_row_words(row, "%s exits of the guest's hypervisor for each nested exit that it handles",
		     nd_ratio_text(nested.caused, nested.priced, text, sizeof(text)));
	nd_row_dec(row, "hypervisor_exits", nested.caused);
	nd_row_dec(row, "reflected", nested.reflected);
	if (trace->isa != ND_ISA_VMX)
		return true;
	nd_row_words(row, "; VMREAD %llu, VMWRITE %llu", cells[23].count, cells[25].count);
	if (cells[23].count + cells[25].count > nested.caused / 2)
		nd_row_words(row, ". Remedy: enable_shadow_vmcs=1 of kvm_intel%s%s%s, or eVMCS for that guest (hv-evmcs)",
			     shadow ? " (is " : "", shadow ? shadow : "", shadow ? ")" : "");
	return true;
}

/**
 * struct judge_rule - one thing that figures can show
 * @id:       stable name
 * @severity: "error" where guests do not get on, else "warning"
 * @title:    what it is, in few words
 * @fires:    whether it holds; appends evidence, cause and remedy to @row
 */
struct judge_rule {
	const char *id;
	const char *severity;
	const char *title;
	bool (*fires)(const struct judge *j, struct nd_row *row);
};

static const struct judge_rule judge_rules[] = {
	{ "guest-starved", "error", "guest starved", judge_starved },
	{ "vcpu-stuck", "warning", "entered and has not left", judge_stuck },
	{ "entry-failed", "error", "VM entries failed", judge_entry_failed },
	{ "entry-without-exit", "warning", "entries without an exit", judge_no_exit },
	{ "nested-refused", "warning", "nested entries refused", judge_refused },
	{ "exit-storm", "warning", "exit storm", judge_storm },
	{ "nested-costly", "warning", "nested exits are costly", judge_multiplier },
};

unsigned int nd_judge_rows(const struct nd_facts *facts, const struct nd_thresholds *limits,
			   const struct nd_emit *emit)
{
	const struct judge j = { facts, facts->trace, limits ? limits : &nd_default_thresholds };
	unsigned int i, found = 0;
	struct nd_row row;

	for (i = 0; j.trace && i < ARRAY_SIZE(judge_rules); i++) {
		const struct judge_rule *rule = &judge_rules[i];

		nd_row_init(&row, ND_ROW_FINDING, rule->id, rule->title, rule->severity);
		if (!rule->fires(&j, &row))
			continue;
		if (emit)
			nd_emit_row(emit, &row);
		found++;
	}
	return found;
}
