// SPDX-License-Identifier: GPL-2.0-only
/*
 * Judgements on the figures of exit accounting, as a table of rules.
 */
#include "core/base/figures.h"
#include "core/entry/failure.h"
#include "core/entry/nestedchecks.h"
#include "core/entry/refusals.h"
#include "core/exits/exits.h"
#include "core/exits/nestedrows.h"
#include "core/exits/reasons.h"
#include "core/exits/vcpurows.h"
#include "core/findings/causes.h"
#include "core/findings/findings.h"
#include "core/findings/floors.h"
#include "core/findings/judge.h"
#include "core/findings/starved.h"

#define NS_PER_SECOND	1000000000u

/*
 * Shares of time in the guest, measured where a second has 20 or 50 million instructions (Bochs,
 * Linux 6.12), KVM's own part and that of a hypervisor below left out. Guests with a timer that
 * kept up with it: 66 % at 1,000 Hz, 40 % at 2,000 Hz, 25.2 % at 2,500 Hz. Those that did not: 1.6
 * % from 3,000 Hz on and 1.2 % at 20,000 Hz; a nested guest at 250 Hz 0.4 to 2.6 % as its
 * hypervisor sees it, 0.0 % from below. The handlers of a whole kernel take more than theirs, so
 * that the limit stands close to those that keep up. Loops of CPUID: 0.6 to 0.9 %.
 */
const struct nd_thresholds nd_default_thresholds = {
	.storm_per_second	= 500000,
	.storm_ns		= NS_PER_SECOND / 10,
	.starved_share		= 200,
	.ticked_share		= 2000,
	.idle_share		= 1000,
	.starved_ns		= NS_PER_SECOND,
	.starved_exits		= 100,
	.stuck_ns		= 10ULL * NS_PER_SECOND,
	.woken			= 100,
	.unwoken		= 100,
	.multiplier		= 50,
	.multiplied		= 1000,
};

/*
 * The rate is that of one vCPU in its own time: a machine with many guests may well have as many
 * exits. With nested guests a hypervisor's exits are theirs multiplied, which is another finding.
 */
static bool judge_storm(const struct nd_judge *j, struct nd_row *row)
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
		if (time < j->limits->storm_ns || rate < j->limits->storm_per_second ||
		    rate <= most)
			continue;
		most = rate;
		worst = &trace->vcpus[i];
	}
	if (!worst)
		return false;
	exits = nd_vcpu_exits(worst, ND_NR_LEVELS);
	time = nd_trace_ns(trace, worst->guest + worst->host);
	slot = nd_cause_top(trace, ND_LEVEL_GUEST, worst, ND_NR_SLOTS);
	nd_row_printf(row, "process %u, vCPU %u: %llu exits a second over %s, ", worst->pid,
		      worst->id, most, nd_time_text(time, text, sizeof(text)));
	nd_cause_top_describe(trace, ND_LEVEL_GUEST, worst, slot, exits, row);
	nd_cause_describe(j->facts, slot, row);
	nd_row_dec(row, "pid", worst->pid);
	nd_row_dec(row, "vcpu", worst->id);
	nd_row_dec(row, "exits_per_second", most);
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, slot));
	return true;
}

static bool judge_is_stuck(const struct nd_judge *j, const struct nd_acct_vcpu *vcpu)
{
	return nd_acct_vcpu_in_guest(vcpu) &&
	       nd_trace_ns(j->trace, nd_trace_age(j->trace, vcpu->entered)) >= j->limits->stuck_ns;
}

/* If exits are not watched any more, nothing is known of what came after the last entry. */
static bool judge_stuck(const struct nd_judge *j, struct nd_row *row)
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

		if (!judge_is_stuck(j, &trace->vcpus[i]))
			continue;
		n++;
		if (since <= longest)
			continue;
		longest = since;
		worst = &trace->vcpus[i];
	}
	if (!worst)
		return false;
	nd_row_printf(row, "%u vCPU%s; process %u, vCPU %u for %s. Cause: a tickless CPU (nohz_full), an entry that failed without an exit, or the vCPU is gone. Remedy: see the kernel log and that process",
		      n, n == 1 ? "" : "s", worst->pid, worst->id,
		      nd_time_text(longest, text, sizeof(text)));
	nd_row_dec(row, "vcpu_count", n);
	nd_row_dec(row, "pid", worst->pid);
	nd_row_dec(row, "vcpu", worst->id);
	nd_row_dec(row, "in_guest_ns", longest);
	return true;
}

/* Is somebody at work there: has another vCPU of that process just been in the guest? */
static bool judge_has_company(const struct nd_judge *j, const struct nd_acct_vcpu *vcpu)
{
	const struct nd_trace *trace = j->trace;
	u32 i;

	for (i = 0; i < trace->nr_vcpus; i++) {
		const struct nd_acct_vcpu *other = &trace->vcpus[i];

		if (other == vcpu || other->pid != vcpu->pid || !(other->state & ND_VCPU_EXITED))
			continue;
		if (nd_trace_ns(trace, nd_trace_age(trace, other->exited)) < NS_PER_SECOND)
			return true;
	}
	return false;
}

/*
 * A vCPU that waits looks the same whether it has nothing to do or was not woken when it had: what
 * is pending for it is not among the facts. What can be told is that it is used to being woken, all
 * waits of all vCPUs counted, and that its guest runs on without it. A guest with one vCPU has
 * nobody to show that; it may be paused, or gone.
 */
static bool judge_waits_long(const struct nd_judge *j, const struct nd_acct_vcpu *vcpu)
{
	const struct nd_trace *trace = j->trace;
	u64 waits = nd_trace_ns(trace, nd_trace_age(trace, vcpu->exited)), longest;

	if (nd_acct_vcpu_in_guest(vcpu) || nd_acct_vcpu_level(vcpu) != ND_LEVEL_GUEST ||
	    !nd_trace_waits(trace, nd_acct_vcpu_slot(vcpu)) ||
	    vcpu->counts[ND_LEVEL_GUEST][nd_acct_vcpu_slot(vcpu)] < j->limits->woken)
		return false;
	longest = nd_trace_ns(trace, trace->sum.cells[ND_LEVEL_GUEST][nd_acct_vcpu_slot(vcpu)].max);
	return longest && waits >= j->limits->stuck_ns && waits / j->limits->unwoken >= longest &&
	       judge_has_company(j, vcpu);
}

static bool judge_unwoken(const struct nd_judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	const struct nd_acct_vcpu *vcpu;
	char a[ND_FIGURE], b[ND_FIGURE], name[ND_EXIT_NAME];
	u64 waits, longest;
	u32 i;

	if (!nd_trace_attached(trace, "kvm_exit") || !nd_trace_attached(trace, "kvm_entry"))
		return false;
	for (i = 0; i < trace->nr_vcpus; i++)
		if (judge_waits_long(j, &trace->vcpus[i]))
			break;
	if (i == trace->nr_vcpus)
		return false;
	vcpu = &trace->vcpus[i];
	waits = nd_trace_ns(trace, nd_trace_age(trace, vcpu->exited));
	longest = nd_trace_ns(trace, trace->sum.cells[ND_LEVEL_GUEST][nd_acct_vcpu_slot(vcpu)].max);
	nd_row_printf(row, "process %u, vCPU %u in %s for %s, after %llu waits of at most %s; other vCPUs of the process run. Cause: it may have missed a wake-up, or its guest took that CPU offline. Remedy: see that CPU's timers and interrupts in the guest",
		      vcpu->pid, vcpu->id,
		      nd_vcpu_exit_name(trace, nd_acct_vcpu_slot(vcpu), name, sizeof(name)),
		      nd_time_text(waits, a, sizeof(a)),
		      vcpu->counts[ND_LEVEL_GUEST][nd_acct_vcpu_slot(vcpu)] - 1,
		      nd_time_text(longest, b, sizeof(b)));
	if (trace->isa == ND_ISA_SVM ? !nd_param_is(j->facts, "kvm_amd", "avic", false) :
				       !nd_param_is(j->facts, "kvm_intel", "enable_apicv", false))
		nd_row_printf(row, "; try without %s",
			      trace->isa == ND_ISA_SVM ? "AVIC" : "APICv");
	nd_row_dec(row, "pid", vcpu->pid);
	nd_row_dec(row, "vcpu", vcpu->id);
	nd_row_dec(row, "waits_ns", waits);
	nd_row_dec(row, "longest_ns", longest);
	return true;
}

void nd_judge_vcpus(const struct nd_facts *facts,
		    void (*judged)(const struct nd_acct_vcpu *vcpu, enum nd_recording_why why))
{
	struct nd_judge j = {
		.facts = facts, .trace = facts->trace, .limits = &nd_default_thresholds,
	};
	bool nested;
	u32 i;

	/* What is not watched any more is as it was when it was last. */
	if (!j.trace || !nd_trace_attached(j.trace, "kvm_exit") ||
	    !nd_trace_attached(j.trace, "kvm_entry"))
		return;
	nested = nd_starved_nested(&j);
	for (i = 0; i < j.trace->nr_vcpus; i++) {
		const struct nd_acct_vcpu *vcpu = &j.trace->vcpus[i];

		if (judge_is_stuck(&j, vcpu))
			judged(vcpu, ND_RECORDING_STUCK);
		else if (judge_waits_long(&j, vcpu))
			judged(vcpu, ND_RECORDING_UNWOKEN);
		else if (nd_starved_vcpu(&j, vcpu) ||
			 (nested && nd_vcpu_exits(vcpu, ND_LEVEL_NESTED)))
			judged(vcpu, ND_RECORDING_STARVED);
	}
}

/* The state of one of its own guests' failed entries is at hand: no dump tells more. */
static bool judge_has_captured(const struct nd_facts *facts)
{
	const struct nd_failures *failures = facts->failures;
	u32 i;

	for (i = 0; failures && i < failures->nr; i++) {
		const struct nd_failure *f = &failures->list[i];

		if (f->level == ND_LEVEL_GUEST &&
		    (f->evidence == ND_EVIDENCE_VMCS || f->evidence == ND_EVIDENCE_EVMCS ||
		     f->evidence == ND_EVIDENCE_VMCB))
			return true;
	}
	return false;
}

/*
 * KVM dumps the state of its own guests' failed entries, never that of a nested guest's; and the
 * parameter for it can be written at any time, while reloading the module would end all guests.
 */
static void judge_launch_remedy(const struct nd_judge *j, bool dumps, struct nd_row *row)
{
	bool svm = j->trace->isa == ND_ISA_SVM;
	const char *module = svm ? "kvm_amd" : "kvm_intel";
	const char *param = svm ? "dump_invalid_vmcb" : "dump_invalid_vmcs";

	nd_row_printf(row, ". Remedy: see \"nestdiag failures\"");
	if (dumps && judge_has_captured(j->facts))
		return;
	if (dumps && nd_param_is(j->facts, module, param, true))
		nd_row_printf(row, " and KVM's dump in the kernel log");
	else if (dumps)
		nd_row_printf(row, "; or echo Y > /sys/module/%s/parameters/%s, and see the kernel log at the next failure",
			      module, param);
}

/*
 * Only VMLAUNCH and VMRESUME can fail as instructions; a VMRUN that fails exits. KVM has a message
 * for each that it executed for a guest hypervisor; the others are those of its own guests.
 */
static bool judge_no_exit(const struct nd_judge *j, struct nd_row *row)
{
	u64 n = j->trace->sum.no_exit, nested = nd_refused_sum(j->facts).cpu, own;

	if (!n)
		return false;
	nd_row_printf(row, "%llu VM entr%s followed by the next without an exit",
		      n, n == 1 ? "y was" : "ies were");
	nd_row_dec(row, "count", n);
	if (j->trace->isa == ND_ISA_SVM) {
		nd_row_printf(row, ". Cause: exits that were not seen. Remedy: see \"nestdiag exits\"");
		return true;
	}
	own = n > nested ? n - nested : 0;
	if (nested && own)
		nd_row_printf(row, ", %llu of them of nested guests", nested);
	else if (nested)
		nd_row_printf(row, ", of nested guests");
	nd_row_printf(row, ". Cause: the entry itself failed because of its controls or host state%s",
		      own ? "" : ", as the guest hypervisor set them");
	judge_launch_remedy(j, own > 0, row);
	return true;
}

/* What the processor did not take. On AMD one exit code stands for all. */
static const char *judge_failed_cause(u32 isa, u32 reason)
{
	static const struct {
		u32 reason;
		const char *words;
	} causes[] = {
		{ ND_VMEXIT_INVALID_STATE, "the processor refused the guest state" },
		{ ND_VMEXIT_MSR_LOAD_FAIL, "the processor refused an MSR of the load area" },
		{ ND_VMEXIT_MCE_DURING_VMENTRY, "a machine check" },
	};
	u32 i;

	if (isa == ND_ISA_SVM)
		return "the processor refused the state in the VMCB";
	for (i = 0; i < ARRAY_SIZE(causes); i++)
		if (causes[i].reason == (reason & ND_VMX_EXIT_BASIC))
			return causes[i].words;
	return NULL;
}

/* KVM emulates a guest whose state the processor would refuse, as far as it looks and may. */
static bool judge_is_not_emulated(const struct nd_judge *j, u32 reason, const u64 *failed)
{
	return j->trace->isa == ND_ISA_VMX && failed[ND_LEVEL_GUEST] &&
	       (reason & ND_VMX_EXIT_BASIC) == ND_VMEXIT_INVALID_STATE &&
	       nd_param_is(j->facts, "kvm_intel", "emulate_invalid_guest_state", false);
}

static bool judge_entry_failed(const struct nd_judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	u64 n[ND_NR_LEVELS] = { 0 }, most = 0;
	char name[ND_EXIT_NAME];
	u32 level, slot, top = 0;
	const char *cause;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_SLOT_OTHER + trace->sum.others.nr; slot++) {
			u64 count = trace->sum.cells[level][slot].count;

			if (!nd_trace_failed(trace, slot))
				continue;
			n[level] += count;
			if (count <= most)
				continue;
			most = count;
			top = slot;
		}
	if (!most)
		return false;
	if (n[ND_LEVEL_GUEST])
		nd_row_printf(row, "%llu of guests", n[ND_LEVEL_GUEST]);
	if (n[ND_LEVEL_NESTED])
		nd_row_printf(row, "%s%llu of nested guests", n[ND_LEVEL_GUEST] ? ", " : "",
			      n[ND_LEVEL_NESTED]);
	nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, top), name, sizeof(name));
	nd_row_printf(row, "%s: %s", most == n[ND_LEVEL_GUEST] + n[ND_LEVEL_NESTED] ? "" :
		      "; most often", name);
	cause = judge_failed_cause(trace->isa, nd_acct_reason(&trace->sum, top));
	if (cause)
		nd_row_printf(row, ". Cause: %s%s%s", cause,
			      n[ND_LEVEL_GUEST] ? "" : " that the guest hypervisor set",
			      judge_is_not_emulated(j, nd_acct_reason(&trace->sum, top), n) ?
			      "; KVM does not emulate such a guest, as kvm_intel has emulate_invalid_guest_state=N" : "");
	judge_launch_remedy(j, n[ND_LEVEL_GUEST] > 0, row);
	nd_row_dec(row, "failed_guest", n[ND_LEVEL_GUEST]);
	nd_row_dec(row, "failed_nested", n[ND_LEVEL_NESTED]);
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, top));
	return true;
}

static bool judge_refused(const struct nd_judge *j, struct nd_row *row)
{
	struct nd_refused sum = nd_refused_sum(j->facts);
	char words[ND_NESTED_WORDS];

	if (!sum.top)
		return false;
	if (sum.launches)
		nd_row_printf(row, "%llu%s by KVM", sum.launches, sum.counted ? "" : " messages");
	if (sum.cpu)
		nd_row_printf(row, "%s%llu by the processor", sum.launches ? ", " : "", sum.cpu);
	nd_row_printf(row, "; most often: %s. Cause: a guest hypervisor asked for what is not allowed here. Remedy: see \"nestdiag failures\"",
		      nd_nested_words(sum.top->text, sum.top->error, words, sizeof(words)));
	nd_row_dec(row, "count", sum.launches + sum.cpu);
	nd_row_str(row, "message", sum.top->text);
	return true;
}

/* Of the instructions, those that the processor executes without an exit if it is let. */
static const struct judge_saving {
	u32 isa;
	u32 reasons[2];
	const char *feature;
	const char *other;
} judge_savings[] = {
	{ ND_ISA_VMX, { ND_VMEXIT_VMREAD, ND_VMEXIT_VMWRITE }, "vmx-shadow-vmcs",
	  "eVMCS for that guest (hv-evmcs)" },
	{ ND_ISA_SVM, { ND_SVMEXIT_VMLOAD, ND_SVMEXIT_VMSAVE }, "v-vmsave-vmload", NULL },
	{ ND_ISA_SVM, { ND_SVMEXIT_STGI, ND_SVMEXIT_CLGI }, "vgif", NULL },
};

static void judge_saving_advise(const struct nd_judge *j, const struct nd_nested *nested,
				struct nd_row *row)
{
	const struct nd_acct_cell *cells = j->trace->sum.cells[ND_LEVEL_GUEST];
	const char *gap = ". Remedy: ";
	u32 i;

	for (i = 0; i < ARRAY_SIZE(judge_savings); i++) {
		const struct judge_saving *saving = &judge_savings[i];
		size_t end = strlen(row->words);

		if (saving->isa != j->trace->isa || cells[saving->reasons[0]].count +
		    cells[saving->reasons[1]].count < nested->asked)
			continue;
		nd_row_printf(row, "%s", gap);
		if (nd_cause_advise(j->facts, saving->feature, row))
			gap = ", or ";
		else
			row->words[end] = '\0';
		if (!saving->other)
			continue;
		nd_row_printf(row, "%s%s", gap, saving->other);
		gap = ", or ";
	}
}

/* Each instruction's part in it, but for those that hardly have one. */
static void judge_instructions_describe(const struct nd_trace *trace,
					const struct nd_nested *nested, struct nd_row *row)
{
	char name[ND_EXIT_NAME], text[ND_FIGURE];
	const char *gap = ": ";
	u32 i, reason;

	for (i = 0; (reason = nd_nested_instruction(trace, i)) < ND_NR_SLOTS; i++) {
		u64 count = trace->sum.cells[ND_LEVEL_GUEST][reason].count;

		if (!nd_ratio(count, nested->asked, 10))
			continue;
		nd_row_printf(row, "%s%s %s", gap,
			      nd_exit_name(trace->isa, reason, name, sizeof(name)),
			      nd_ratio_text(count, nested->asked, text, sizeof(text)));
		gap = ", ";
	}
}

/*
 * What else a hypervisor exits for between two nested entries may be its own business: devices, its
 * clock, other guests. The instructions by which it runs nested guests are not.
 */
static bool judge_multiplier(const struct nd_judge *j, struct nd_row *row)
{
	struct nd_nested nested = nd_nested_sum(j->trace);
	char text[ND_FIGURE];

	if (!nd_floor_nested(j, &nested) ||
	    nd_ratio(nested.instructions, nested.asked, 10) < j->limits->multiplier)
		return false;
	nd_row_printf(row, "for one nested entry a guest hypervisor executes %s instructions that exit",
		      nd_ratio_text(nested.instructions, nested.asked, text, sizeof(text)));
	judge_instructions_describe(j->trace, &nested, row);
	nd_row_dec(row, "instruction_exits", nested.instructions);
	nd_row_dec(row, "entries_asked", nested.asked);
	nd_row_dec(row, "reflected", nested.delivered);
	judge_saving_advise(j, &nested, row);
	return true;
}

/* Has any guest been seen: an exit, a vCPU? */
static bool judge_saw_guests(const struct nd_trace *trace)
{
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++)
			if (trace->sum.cells[level][slot].count)
				return true;
	return trace->nr_vcpus;
}

/* Is it about vCPUs as they are now? */
static bool judge_of_vcpus(const struct nd_finding *rule)
{
	return rule->judge == judge_storm || rule->judge == judge_stuck ||
	       rule->judge == judge_unwoken;
}

/* What a rule that found nothing would have needed to find something; NULL: it had all of it. */
static const char *judge_lacks(const struct nd_trace *trace, const struct nd_finding *rule)
{
	bool times = !(trace->unrecorded & BIT(ND_LEVEL_GUEST));

	if (trace->source == ND_SOURCE_HIST && rule->judge != judge_entry_failed)
		return "exits were counted by reason only";
	if (rule->judge == judge_no_exit)
		return trace->unrecorded & ND_TRACE_NO_MISSED ? "entries without an exit were not counted" :
								NULL;
	if (rule->judge == nd_judge_starved || rule->judge == nd_judge_exit_bound)
		return times || trace->nr_vcpus ? NULL : "the time in guests was not recorded";
	if (!judge_of_vcpus(rule))
		return NULL;
	if (!trace->nr_vcpus)
		return "there is no table of vCPUs";
	if (rule->judge == judge_storm)
		return NULL;
	if (!nd_trace_attached(trace, "kvm_exit"))
		return "exits are not watched";
	if (rule->judge == judge_unwoken && !nd_trace_attached(trace, "kvm_entry"))
		return "entries are not watched";
	return NULL;
}

/*
 * A judgement writes "EVIDENCE. Cause: CAUSE. Remedy: REMEDY". This cuts it into its parts, in
 * place; those that it does not have stay as they were.
 */
static void judge_cut(char *words, const char **cause, const char **remedy)
{
	static const char cause_mark[] = ". Cause: ", remedy_mark[] = ". Remedy: ";
	char *at = strstr(words, remedy_mark);

	if (at) {
		*at = '\0';
		*remedy = at + sizeof(remedy_mark) - 1;
	}
	at = strstr(words, cause_mark);
	if (at) {
		*at = '\0';
		*cause = at + sizeof(cause_mark) - 1;
	}
}

static bool judge_fires(const struct nd_judge *j, const struct nd_finding *rule, struct nd_row *row)
{
	bool fires;

	row->group = ND_GROUP_FIGURES;
	fires = rule->judge(j, row);
	row->group = ND_GROUP_NONE;
	return fires;
}

static enum nd_verdict judge_asked(struct nd_check *c)
{
	const struct nd_judge j = { c->facts, c->facts->trace, &nd_default_thresholds };
	const char *lacks;

	/* Exits that nobody counted prove nothing. */
	if (j.trace->source == ND_SOURCE_UNAVAILABLE)
		return nd_cannot_tell(c, "see \"nestdiag exits\"",
				      "the reasons of exits cannot be read");
	if (judge_fires(&j, c->finding, c->row)) {
		judge_cut(c->row->words, &c->cause, &c->remedy);
		return ND_FIRES;
	}
	if (!judge_saw_guests(j.trace))	/* and nobody asks how a guest does that never ran */
		return ND_NOT_ASKED;
	/* KVM has gone with its vCPUs, or nobody watches on purpose. */
	if (judge_of_vcpus(c->finding) && !j.trace->nr_vcpus &&
	    !nd_trace_attached(j.trace, "kvm_exit"))
		return ND_NOT_ASKED;
	lacks = judge_lacks(j.trace, c->finding);
	return lacks ? nd_cannot_tell(c, ND_SETTLE_MODULE " while KVM runs guests", "%s", lacks) :
		       nd_floor_check(&j, c);
}

#define JUDGE_VMX	"Intel SDM, VMX Basic Exit Reasons"
#define JUDGE_SVM	"AMD APM volume 2, SVM Intercept Exit Codes"
#define JUDGE_SDM	JUDGE_VMX "; " JUDGE_SVM
#define JUDGE_SDM_OF	{ NULL, JUDGE_VMX, JUDGE_SVM }
#define JUDGE_NESTED	"Linux, Running nested guests with KVM"
#define JUDGE_VMENTRY	"Intel SDM, VM-Entry Failures"
#define JUDGE_VMRUN	"AMD APM volume 2, VMRUN Instruction"
#define JUDGE_ENTRY	JUDGE_VMENTRY "; " JUDGE_VMRUN
#define JUDGE_ENTRY_OF	{ NULL, JUDGE_VMENTRY, JUDGE_VMRUN }

/* What a judgement has to say of cause and remedy is in its words. */
const struct nd_finding nd_exits_findings[] = {
	{ "guest-starved", ND_ERROR, ND_WANTS_EXITS | ND_WANTS_X86, "guest starved",
	  "Guests make progress between exits", NULL, NULL, JUDGE_SDM, judge_asked,
	  nd_judge_starved,
	  .vendors = JUDGE_SDM_OF },
	{ "guest-exit-bound", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "guest does little but cause exits",
	  "Guests do more than cause exits", NULL, NULL, JUDGE_SDM, judge_asked,
	  nd_judge_exit_bound,
	  .vendors = JUDGE_SDM_OF },
	{ "vcpu-stuck", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "vCPU entered the guest and has not exited",
	  "Every vCPU that entered the guest has exited", NULL, NULL, JUDGE_SDM, judge_asked,
	  judge_stuck,
	  .vendors = JUDGE_SDM_OF },
	{ "vcpu-unwoken", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86,
	  "vCPU may have missed a wake-up", "No vCPU missed a wake-up", NULL,
	  NULL, JUDGE_SDM, judge_asked,
	  judge_unwoken,
	  .vendors = JUDGE_SDM_OF },
	{ "entry-failed", ND_ERROR, ND_WANTS_EXITS | ND_WANTS_X86, "VM entries failed",
	  "No VM entry failed", NULL, NULL, JUDGE_ENTRY, judge_asked,
	  judge_entry_failed,
	  .vendors = JUDGE_ENTRY_OF },
	{ "entry-without-exit", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "entries without an exit",
	  "Every entry was followed by an exit", NULL, NULL, JUDGE_ENTRY, judge_asked,
	  judge_no_exit,
	  .vendors = JUDGE_ENTRY_OF },
	{ "nested-refused", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "nested entries refused",
	  "No nested entry was refused", NULL, NULL, JUDGE_NESTED, judge_asked,
	  judge_refused },
	{ "exit-storm", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "exit storm",
	  "No exit storm", NULL, NULL, JUDGE_SDM, judge_asked,
	  judge_storm,
	  .vendors = JUDGE_SDM_OF },
	{ "nested-costly", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "nested exits are costly",
	  "Nested entries take few instructions that exit", NULL, NULL, JUDGE_NESTED, judge_asked,
	  judge_multiplier },
	{ NULL, }
};

/* What it says is evidence, cause and remedy. */
static noinline_for_stack void judge_put(const struct nd_facts *facts,
					 const struct nd_finding *rule, struct nd_row *row,
					 const struct nd_emit *emit)
{
	const char *cause = NULL, *remedy = NULL;
	char evidence[ND_ROW_WORDS];

	memcpy(evidence, row->words, sizeof(evidence));
	judge_cut(evidence, &cause, &remedy);
	nd_finding_cols(row, rule, nd_facts_first(facts), ND_FIRES, rule->severity, evidence, cause,
			remedy);
	nd_emit_row(emit, row);
}

unsigned int nd_judge_rows(const struct nd_facts *facts, const struct nd_thresholds *limits,
			   const struct nd_emit *emit)
{
	const struct nd_judge j = { facts, facts->trace, limits ? limits : &nd_default_thresholds };
	const struct nd_finding *rule;
	unsigned int found = 0;
	struct nd_row row;

	for (rule = nd_exits_findings; j.trace && rule->id; rule++) {
		nd_row_init(&row, ND_ROW_FINDING, rule->id, rule->title,
			    nd_severity_word(rule->severity));
		if (!judge_fires(&j, rule, &row))
			continue;
		found++;
		if (!emit)
			continue;
		judge_put(facts, rule, &row, emit);
	}
	return found;
}
