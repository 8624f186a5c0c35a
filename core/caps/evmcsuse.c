// SPDX-License-Identifier: GPL-2.0-only
/*
 * How this kernel uses the enlightened VMCS that is offered to it.
 */
#include "core/base/flag.h"
#include "core/caps/evmcsuse.h"
#include "core/caps/usable.h"
#include "core/facts/assist.h"
#include "core/facts/hypervisor.h"

static bool evmcs_lacks_assist(const struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].assist.state == ND_ABSENT)
			return true;
	return false;
}

enum nd_evmcs_use nd_evmcs_use(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	const char *param = nd_facts_param(facts, "kvm_intel", "enlightened_vmcs");
	const char *type = facts->guest_type;

	if (nd_evmcs_in_use(facts) > 0)
		return ND_EVMCS_USE_IN_USE;
	if (!nd_cpu_leaf(cpu, 1, 0))
		return ND_EVMCS_USE_UNKNOWN;
	if (nd_hv_evmcs_offered(cpu) == 0)
		return ND_EVMCS_USE_NOT_OFFERED;
	if (nd_vmx_usable(cpu) == ND_USABLE_NO_CPUID)
		return ND_EVMCS_USE_NO_VMX;
	if (!strcmp(facts->hv_support, "no"))
		return ND_EVMCS_USE_NO_SUPPORT;
	if (*type && strcmp(type, "ms-hyperv"))
		return ND_EVMCS_USE_OTHER_GUEST;
	if (evmcs_lacks_assist(facts))
		return ND_EVMCS_USE_NO_PAGE;
	if (param && !nd_facts_ring0(facts))
		return nd_flag_is(param, true) ? ND_EVMCS_USE_IN_USE : ND_EVMCS_USE_DECLINED;
	if (param)	/* loaded, and ring 0 saw no enlightened entry */
		return nd_flag_is(param, true) ? ND_EVMCS_USE_WAITING : ND_EVMCS_USE_DECLINED;
	return nd_facts_ring0(facts) ? ND_EVMCS_USE_WAITING : ND_EVMCS_USE_UNKNOWN;
}

const char *nd_evmcs_use_word(enum nd_evmcs_use use)
{
	static const char *const words[] = {
		[ND_EVMCS_USE_UNKNOWN]		= "unknown",
		[ND_EVMCS_USE_NOT_OFFERED]	= "not-offered",
		[ND_EVMCS_USE_IN_USE]		= "in-use",
		[ND_EVMCS_USE_WAITING]		= "waiting",
		[ND_EVMCS_USE_NO_VMX]		= "no-vmx",
		[ND_EVMCS_USE_OTHER_GUEST]	= "other-guest",
		[ND_EVMCS_USE_NO_SUPPORT]	= "no-support",
		[ND_EVMCS_USE_NO_PAGE]		= "no-page",
		[ND_EVMCS_USE_DECLINED]		= "declined",
	};

	return words[use];
}

void nd_evmcs_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	unsigned int version = nd_hv_evmcs_offered(cpu);
	enum nd_evmcs_use use = nd_evmcs_use(facts, cpu);

	switch (use) {
	case ND_EVMCS_USE_NOT_OFFERED:
		nd_row_printf(row, nd_hv_is_hyperv(cpu) ?
			      "not offered by the Hyper-V interface" :
			      "not offered: no Hyper-V interface");
		return;
	case ND_EVMCS_USE_IN_USE:
		nd_row_printf(row, "version %u in use", version ? version : 1);
		if (nd_evmcs_in_use(facts) > 0)
			nd_row_printf(row, " (VM entries are enlightened on %u of %u CPUs)",
				      nd_evmcs_in_use(facts), facts->nr_cpus);
		return;
	case ND_EVMCS_USE_UNKNOWN:
		if (version)
			nd_row_printf(row, "version %u offered; load the module to see whether it is in use", version);
		else
			nd_row_printf(row, "unknown: CPUID was not recorded");
		return;
	default:
		break;
	}
	nd_row_printf(row, "version %u offered, not in use: ", version);
	if (use == ND_EVMCS_USE_NO_VMX)
		nd_row_printf(row, "CPUID does not report VMX");
	else if (use == ND_EVMCS_USE_OTHER_GUEST)
		nd_row_printf(row, "Linux detected \"%s\", not Hyper-V",
			      facts->guest_type);
	else if (use == ND_EVMCS_USE_NO_SUPPORT)
		nd_row_printf(row, "this kernel is built without Hyper-V guest support");
	else if (use == ND_EVMCS_USE_NO_PAGE)
		nd_row_printf(row, "not every CPU has a VP assist page");
	else if (use == ND_EVMCS_USE_DECLINED)
		nd_row_printf(row, "kvm_intel has enlightened_vmcs=N");
	else
		nd_row_printf(row, "no guest has run on it yet");
}

void nd_evmcs_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	nd_row_init(row, ND_ROW_FACT, "evmcs", "eVMCS", NULL);
	nd_evmcs_describe(facts, cpu, row);
	nd_row_str(row, "use", nd_evmcs_use_word(nd_evmcs_use(facts, cpu)));
	if (nd_cpu_leaf(cpu, 1, 0))
		nd_row_dec(row, "evmcs_version", nd_hv_evmcs_offered(cpu));
}
