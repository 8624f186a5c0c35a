// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/hvleaves.h"
#include "core/features/offer.h"

#include "tools/cmd/cmd.h"

/* --guest: not what the hypervisor below shows, but what KVM here can show to its guests. */
static enum nd_exit show_offer(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	struct nd_row row;

	if (!nd_cmd_offered(call))
		return ND_EXIT_UNKNOWN;
	if (nd_offer_hyperv(facts) != ND_BIT_YES) {
		call->failed = true;
		nd_error("KVM did not tell which leaves of Hyper-V it can show: that takes Linux 5.11 with KVM's emulation of Hyper-V (CONFIG_KVM_HYPERV)");
		return ND_EXIT_UNKNOWN;
	}
	nd_offer_row(facts, &row);
	nd_emit_row(&call->out->emit, &row);
	nd_emit_note(&call->out->emit,
		     "A guest sees of these what its VMM asks for (QEMU: -cpu ...,hv-passthrough for all).");
	nd_hyperv_offer_rows(facts, &call->out->emit);
	return ND_EXIT_OK;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_cpu *cpu = nd_facts_first(facts);

	call->out->list(call->out, ND_ROW_LEAF);
	call->out->list(call->out, ND_ROW_FEATURE);
	call->out->list(call->out, ND_ROW_ASSIST);
	if (nd_cmd_elsewhere(call) || !cpu)
		return ND_EXIT_UNKNOWN;
	if (call->args->guest)
		return show_offer(call);
	nd_hyperv_rows(facts, &call->out->emit);
	return nd_cpu_leaf(cpu, 1, 0) ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_hyperv = {
	.name = "hyperv",
	.summary = "show the hypervisor below: signatures, leaves, VP assist pages",
	.details = "Shows every hypervisor interface that CPUID reports, and decodes Hyper-V's\n"
		   "leaves and the VP assist page of each CPU.\n\n"
		   "With --guest: the leaves of Hyper-V that KVM here can show to its guests, as\n"
		   "/dev/kvm tells; a guest sees of them what its VMM asks for.\n\n"
		   "Exit status: 0 shown, even if CPUID reports no hypervisor, 3 CPUID leaf 1 is not\n"
		   "known, or with --guest KVM could not be asked.",
	.example = "nestdiag hyperv --json | jq -r '.features[] | select(.state == \"yes\").id'",
	.options = "G",
	.run = run,
};
