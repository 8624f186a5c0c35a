// SPDX-License-Identifier: GPL-2.0-only
/*
 * What is behind exits: the reason that most of them have, and what it usually means.
 */
#include "core/base/figures.h"
#include "core/exits/reasons.h"
#include "core/exits/vcpurows.h"
#include "core/features/attribute.h"
#include "core/findings/causes.h"

/* No number stands for "no such reason". */
#define CAUSE_NONE	0xffff

/**
 * struct cause - one reason
 * @vmx:     its number with VMX
 * @svm:     and with SVM
 * @own:     by an instruction that the guest executes for itself, and not to be ticked
 * @words:   what many of them mean
 * @feature: what KVM can use against them, by ISA; advised only where it is not in use and can be
 * @remedy:  what else helps
 */
struct cause {
	u16 vmx;
	u16 svm;
	bool own;
	const char *words;
	const char *feature[2];
	const char *remedy;
};

static const struct cause causes[] = {
	{ ND_VMEXIT_CPUID, ND_SVMEXIT_CPUID, true, "CPUID in a loop, often to serialize RDTSC",
	  { NULL }, "find the code in the guest" },
	{ ND_VMEXIT_VMCALL, ND_SVMEXIT_VMMCALL, true, "hypercalls",
	  { NULL }, "find the code in the guest" },
	{ ND_VMEXIT_IO_INSTRUCTION, ND_SVMEXIT_IOIO, true, "I/O ports of emulated devices",
	  { NULL }, "virtio devices" },
	{ ND_VMEXIT_MSR_READ, CAUSE_NONE, true, "MSR reads",
	  { NULL }, "find the code in the guest" },
	{ ND_VMEXIT_EPT_VIOLATION, ND_SVMEXIT_NPF, false, "memory that is not mapped yet",
	  { NULL }, "huge pages, preallocation" },
	{ ND_VMEXIT_EPT_MISCONFIG, CAUSE_NONE, true, "registers of emulated devices",
	  { NULL }, "virtio devices with vhost" },
	{ ND_VMEXIT_MSR_WRITE, ND_SVMEXIT_MSR, false, "timers and EOIs",
	  { "vmx-apicv-register", "avic" }, "fewer ticks" },
	{ ND_VMEXIT_HLT, ND_SVMEXIT_HLT, false, "very short sleeps",
	  { NULL }, "haltpoll in the guest" },
	{ ND_VMEXIT_PAUSE_INSTRUCTION, ND_SVMEXIT_PAUSE, true, "vCPUs that spin",
	  { NULL }, "no more vCPUs than CPUs" },
	{ ND_VMEXIT_EXTERNAL_INTERRUPT, ND_SVMEXIT_INTR, false, "host interrupts",
	  { NULL }, "route them away from CPUs that run guests" },
	{ ND_VMEXIT_PREEMPTION_TIMER, CAUSE_NONE, false, "timers of the guest",
	  { NULL }, "fewer ticks in the guest" },
	{ ND_VMEXIT_VMREAD, CAUSE_NONE, true, "a hypervisor reading its VMCS",
	  { "vmx-shadow-vmcs" }, "eVMCS for that guest (hv-evmcs)" },
	{ ND_VMEXIT_VMWRITE, CAUSE_NONE, true, "a hypervisor writing its VMCS",
	  { "vmx-shadow-vmcs" }, "eVMCS for that guest (hv-evmcs)" },
};

static const struct cause *cause_find(const struct nd_trace *trace, u32 slot)
{
	u32 i, reason;

	if (slot >= ND_SLOT_OTHER)
		return NULL;
	reason = nd_acct_reason(&trace->sum, slot);
	for (i = 0; i < ARRAY_SIZE(causes); i++)
		if (reason == (trace->isa == ND_ISA_SVM ? causes[i].svm : causes[i].vmx))
			return &causes[i];
	return NULL;
}

bool nd_cause_advise(const struct nd_facts *facts, const char *id, struct nd_row *row)
{
	const struct nd_scene scene = { .facts = facts, .cpu = nd_facts_first(facts) };
	const struct nd_feature *feature = nd_feature_find(id);
	const char *module, *value;
	enum nd_feature_state state;

	if (!feature || !feature->param)
		return false;
	state = scene.cpu ? nd_feature_state(&scene, feature, NULL) : ND_FEATURE_UNKNOWN;
	if (state != ND_FEATURE_OFF && state != ND_FEATURE_AVAILABLE && state != ND_FEATURE_UNKNOWN)
		return false;
	module = feature->flags & ND_FEATURE_SVM ? "kvm_amd" : "kvm_intel";
	value = nd_facts_param(facts, module, feature->param);
	/*
	 * If no register says that the feature is there,
	 * the parameter may still say that it is used.
	 */
	if (nd_param_is(facts, module, feature->param, true))
		return false;
	nd_row_printf(row, "%s=1 of %s", feature->param, module);
	if (value)
		nd_row_printf(row, " (is %s)", value);
	return true;
}

void nd_cause_describe(const struct nd_facts *facts, u32 slot, struct nd_row *row)
{
	const struct cause *cause = cause_find(facts->trace, slot);
	const char *feature;

	if (!cause)
		return;
	nd_row_printf(row, ". Cause: %s. Remedy: ", cause->words);
	feature = cause->feature[facts->trace->isa == ND_ISA_SVM];
	if (feature && nd_cause_advise(facts, feature, row))
		nd_row_printf(row, ", or ");
	nd_row_printf(row, "%s", cause->remedy);
}

bool nd_cause_own(const struct nd_trace *trace, u32 slot)
{
	const struct cause *cause = cause_find(trace, slot);

	return cause && cause->own;
}

static u64 cause_count(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
		       u32 slot)
{
	return vcpu ? vcpu->counts[level][slot] : trace->sum.cells[level][slot].count;
}

u32 nd_cause_top(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
		 u32 last)
{
	u32 slot, top = ND_NR_SLOTS;
	u64 most = 0;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		u64 count = cause_count(trace, level, vcpu, slot);

		if (slot == last || count <= most)
			continue;
		most = count;
		top = slot;
	}
	return top;
}

void nd_cause_top_describe(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
			   u32 slot, u64 exits, struct nd_row *row)
{
	char name[ND_EXIT_NAME];

	nd_row_printf(row, "%s %u %%", nd_vcpu_exit_name(trace, slot, name, sizeof(name)),
		      (u32)nd_ratio(cause_count(trace, level, vcpu, slot), exits, 100));
}
