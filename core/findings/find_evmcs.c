// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on the enlightened VMCS: offered and not used, used and what it costs.
 */
#include "core/caps/evmcsuse.h"
#include "core/caps/usable.h"
#include "core/exits/nestedrows.h"
#include "core/facts/hypervisor.h"
#include "core/features/featurerows.h"
#include "core/features/features.h"
#include "core/findings/findings.h"

#define EVMCS_TLFS	"Hyper-V TLFS, Nested Virtualization, Enlightened VMCS"

/* Why one that is offered is not used, and what to do; in the words of nd_evmcs_use(). */
static const struct {
	enum nd_evmcs_use use;
	const char *evidence;
	const char *cause;
	const char *remedy;
} evmcs_reasons[] = {
	{ ND_EVMCS_USE_OTHER_GUEST, "Linux detected another hypervisor",
	  "the hypervisor below offers a second interface, and Linux chose that one",
	  "on QEMU: -cpu ...,kvm=off" },
	{ ND_EVMCS_USE_NO_SUPPORT, "this kernel lacks CONFIG_HYPERV",
	  "KVM asks Linux's Hyper-V support for the VP assist pages",
	  "use a kernel with CONFIG_HYPERV" },
	{ ND_EVMCS_USE_NO_PAGE, "a CPU has no VP assist page",
	  "kvm_intel needs one on every CPU that is online when it loads",
	  "look for Hyper-V messages in the boot log, then reload kvm_intel" },
	{ ND_EVMCS_USE_DECLINED, "kvm_intel runs with enlightened_vmcs=N",
	  "it was set so, or KVM fell back to it",
	  "reload kvm_intel with enlightened_vmcs=1" },
};

static enum nd_verdict evmcs_unused(struct nd_check *c)
{
	enum nd_evmcs_use use = nd_evmcs_use(c->facts, c->cpu);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(evmcs_reasons); i++) {
		if (evmcs_reasons[i].use != use)
			continue;
		nd_row_printf(c->row, "version %u is offered; %s", nd_hv_evmcs_offered(c->cpu),
			      evmcs_reasons[i].evidence);
		c->cause = evmcs_reasons[i].cause;
		c->remedy = evmcs_reasons[i].remedy;
		return ND_FIRES;
	}
	switch (use) {
	case ND_EVMCS_USE_IN_USE:
		return ND_PASSES;
	case ND_EVMCS_USE_WAITING:	/* for the first guest: nothing to ask before */
		return ND_NOT_ASKED;
	case ND_EVMCS_USE_UNKNOWN:
		if (nd_cpu_leaf(c->cpu, 1, 0))
			return nd_cannot_tell(c, ND_SETTLE_MODULE,
					      "version %u is offered; only the module can see whether it is used",
					      nd_hv_evmcs_offered(c->cpu));
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "CPUID was not recorded");
	default:
		return ND_NOT_ASKED;
	}
}

/* What it costs: features that guests or their hypervisors notice and it has no field for. */
static enum nd_verdict evmcs_costs(struct nd_check *c)
{
	const char *label, *gap = "no field for ";
	u32 i;

	if (nd_evmcs_use(c->facts, c->cpu) != ND_EVMCS_USE_IN_USE)
		return ND_NOT_ASKED;
	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];

		if (!(feature->flags & ND_FEATURE_NOTICED) ||
		    nd_feature_culprit(c->facts, c->cpu, feature, &label) != ND_CULPRIT_EVMCS)
			continue;
		nd_row_printf(c->row, "%s%s", gap, label);
		gap = ", ";
	}
	if (*gap != ',')
		nd_row_printf(c->row, "the capability registers, which show the features it removes, were not read");
	return ND_FIRES;
}

static enum nd_verdict evmcs_stale(struct nd_check *c)
{
	unsigned int n = 0, known = 0;
	u32 i;

	for (i = 0; i < c->facts->nr_cpus; i++) {
		enum nd_evmcs_state state = c->facts->cpus[i].evmcs.state;

		known += state != ND_EVMCS_UNKNOWN;
		n += state == ND_EVMCS_STALE || state == ND_EVMCS_NOT_RAM;
	}
	if (n) {
		nd_row_printf(c->row, "the VP assist page of %u CPU%s points to memory that holds no enlightened VMCS",
			      n, n == 1 ? "" : "s");
		return ND_FIRES;
	}
	if (!nd_hv_is_hyperv(c->cpu) || nd_vmx_usable(c->cpu) == ND_USABLE_NO_CPUID)
		return ND_NOT_ASKED;
	return known == c->facts->nr_cpus ? ND_PASSES :
	       nd_cannot_tell(c, ND_SETTLE_MODULE, "the VP assist pages of %u CPU%s were not read",
			      c->facts->nr_cpus - known, c->facts->nr_cpus - known == 1 ? "" : "s");
}

/*
 * Nested guests of this machine run while it is itself on an enlightened VMCS. Seen
 * from L0, these are level 3.
 */
static enum nd_verdict evmcs_deeper(struct nd_check *c)
{
	const char *nested = nd_facts_param(c->facts, "kvm_intel", "nested");
	struct nd_nested sum;

	if (nd_evmcs_use(c->facts, c->cpu) != ND_EVMCS_USE_IN_USE)
		return ND_NOT_ASKED;
	if (!c->facts->trace)	/* nobody counted exits */
		return ND_NOT_ASKED;
	sum = nd_nested_sum(c->facts->trace);
	if (!sum.ran) {
		if (nested && !nd_param_is(c->facts, "kvm_intel", "nested", true))
			return ND_NOT_ASKED;
		return ND_PASSES;
	}
	if (nd_trace_entries(c->facts->trace))
		nd_row_printf(c->row, "%llu nested entries and ", sum.entries);
	nd_row_printf(c->row, "%llu nested exits on an enlightened VMCS", sum.exits);
	return ND_FIRES;
}

const struct nd_finding nd_evmcs_findings[] = {
	{ "evmcs-unused", ND_WARNING, ND_WANTS_CPU,
	  "eVMCS is offered but not used", "eVMCS is used if it is offered",
	  NULL, NULL, EVMCS_TLFS, evmcs_unused },
	{ "evmcs-costs", ND_NOTE, ND_WANTS_CPU,
	  "eVMCS is in use and removes features", "eVMCS removes no feature",
	  "version 1 has no fields for them, so KVM disables them; VM entries and exits get cheaper in return",
	  "measure your guests with kvm_intel enlightened_vmcs=0 and =1",
	  EVMCS_TLFS "; Linux, arch/x86/kvm/vmx/hyperv_evmcs.h", evmcs_costs },
	{ "evmcs-stale", ND_WARNING, ND_WANTS_CPU,
	  "stale eVMCS pointer", "No eVMCS pointer is stale",
	  "KVM was unloaded or freed the VMCS, and the pointer remained",
	  "none needed: the next VM entry on that CPU replaces it", EVMCS_TLFS, evmcs_stale },
	{ "evmcs-deeper", ND_WARNING, ND_WANTS_CPU,
	  "nested guests run on eVMCS", "No nested guest runs on eVMCS",
	  "without VMCS shadowing each VMREAD and VMWRITE by a guest hypervisor is an exit, at every level",
	  "use one level less; or set kvm_intel enlightened_vmcs=0 here if the registers offer VMCS shadowing",
	  EVMCS_TLFS "; Linux, Running nested guests with KVM", evmcs_deeper },
	{ NULL, }
};
