// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where am I: the processor, the hypervisor below, and the enlightened VMCS it may offer.
 */
#include "core/caps/hyperv.h"
#include "core/findings/status.h"

#define LEVEL_FC_LOCKED			BIT_ULL(0)
#define LEVEL_FC_VMX_OUTSIDE_SMX	BIT_ULL(2)
#define LEVEL_VM_CR_SVMDIS		BIT_ULL(4)
#define LEVEL_VM_CR_LOCK		BIT_ULL(3)

#define HV_PRIV_CREATE_PARTITIONS	BIT(0)	/* 0x40000003 EBX: only the root partition */
#define HV_HINT_NESTED			BIT(12)	/* 0x40000004 EAX: Hyper-V runs nested itself */

enum nd_usable nd_vmx_usable(const struct nd_cpu *cpu)
{
	const struct nd_value *control = &cpu->regs[ND_FEATURE_CONTROL];
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 1, 0);

	if (l && !(l->ecx & BIT(5)))
		return ND_USABLE_NO_CPUID;
	if (control->state != ND_OK)
		return ND_USABLE_UNKNOWN;
	if (!(control->value & LEVEL_FC_LOCKED))
		return l ? ND_USABLE_UNLOCKED : ND_USABLE_UNKNOWN;
	if (!(control->value & LEVEL_FC_VMX_OUTSIDE_SMX))
		return ND_USABLE_LOCKED;
	/* Without CPUID, capability registers that could be read are as good a witness. */
	return l || cpu->regs[ND_VMX_BASIC].state == ND_OK ? ND_USABLE_YES : ND_USABLE_UNKNOWN;
}

enum nd_usable nd_svm_usable(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *max = nd_cpu_leaf(cpu, 0x80000000, 0);
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 0x80000001, 0);
	const struct nd_value *vm_cr = &cpu->regs[ND_VM_CR];

	if ((l && !(l->ecx & BIT(2))) || (!l && max))
		return ND_USABLE_NO_CPUID;
	if (!l || vm_cr->state != ND_OK)
		return ND_USABLE_UNKNOWN;
	if (!(vm_cr->value & LEVEL_VM_CR_SVMDIS))
		return ND_USABLE_YES;
	return vm_cr->value & LEVEL_VM_CR_LOCK ? ND_USABLE_LOCKED : ND_USABLE_UNLOCKED;
}

enum nd_usable nd_usable_best(const struct nd_cpu *cpu)
{
	enum nd_usable vmx = nd_vmx_usable(cpu);
	enum nd_usable svm = nd_svm_usable(cpu);

	if (vmx == ND_USABLE_NO_CPUID)
		return svm;
	return vmx > svm || svm == ND_USABLE_NO_CPUID ? vmx : svm;
}

const char *nd_usable_word(enum nd_usable usable)
{
	static const char *const words[] = {
		[ND_USABLE_UNKNOWN]	= "unknown",
		[ND_USABLE_NO_CPUID]	= "absent",
		[ND_USABLE_LOCKED]	= "locked",
		[ND_USABLE_UNLOCKED]	= "unlocked",
		[ND_USABLE_YES]		= "usable",
	};

	return words[usable];
}

/* The signature to name first: KVM where it stands behind the leaves of another. */
static unsigned int level_main(const struct nd_signature *sig, unsigned int n)
{
	unsigned int i;

	for (i = 0; i < n; i++)
		if (!strcmp(sig[i].id, "kvm"))
			return i;
	return 0;
}

const char *nd_level_word(const struct nd_cpu *cpu)
{
	struct nd_signature sig[ND_HV_MAX_BASES];
	unsigned int n;

	if (!nd_cpu_leaf(cpu, 1, 0))
		return "unknown";
	if (!nd_hv_present(cpu))
		return "bare-metal";
	n = nd_hv_signatures(cpu, sig);
	return n ? sig[level_main(sig, n)].id : "unknown";
}

static bool level_hv_bit(const struct nd_cpu *cpu, u32 leaf, bool ebx, u32 mask)
{
	const struct nd_cpuid *l = nd_hv_is_hyperv(cpu) ? nd_cpu_leaf(cpu, leaf, 0) : NULL;

	return l && ((ebx ? l->ebx : l->eax) & mask);
}

void nd_level_words(const struct nd_cpu *cpu, struct nd_row *row)
{
	struct nd_signature sig[ND_HV_MAX_BASES];
	unsigned int i, n, front;

	if (!nd_cpu_leaf(cpu, 1, 0)) {
		nd_row_words(row, "not known: no CPUID in these facts");
		return;
	}
	if (!nd_hv_present(cpu)) {
		nd_row_words(row, "bare metal: no hypervisor announces itself");
		return;
	}
	n = nd_hv_signatures(cpu, sig);
	if (n == 0) {
		nd_row_words(row, "guest of a hypervisor that does not name itself");
		return;
	}
	front = level_main(sig, n);
	if (level_hv_bit(cpu, ND_HV_BASE + 3, true, HV_PRIV_CREATE_PARTITIONS))
		nd_row_words(row, "root partition of %s", sig[front].name);
	else
		nd_row_words(row, "guest of %s", sig[front].name);
	if (level_hv_bit(cpu, ND_HV_BASE + 4, false, HV_HINT_NESTED))
		nd_row_words(row, ", which itself runs nested");
	for (i = 0; i < n; i++)
		if (i != front)
			nd_row_words(row, ", which also shows the interface of %s", sig[i].name);
}

/* CPUID's name of the processor; it comes padded on either side. */
static void level_brand(const struct nd_cpu *cpu, char name[49])
{
	char *start = name;
	size_t len;
	u32 i;

	memset(name, 0, 49);
	for (i = 0; i < 3; i++) {
		const struct nd_cpuid *l = nd_cpu_leaf(cpu, 0x80000002 + i, 0);

		if (!l)
			break;
		memcpy(name + 16 * i, &l->eax, 4);
		memcpy(name + 16 * i + 4, &l->ebx, 4);
		memcpy(name + 16 * i + 8, &l->ecx, 4);
		memcpy(name + 16 * i + 12, &l->edx, 4);
	}
	for (len = 0; len < 48 && name[len]; len++)
		if (name[len] < ' ' || name[len] > '~')
			name[len] = '.';
	while (*start == ' ')
		start++;
	memmove(name, start, strlen(start) + 1);
	for (len = strlen(name); len > 0 && name[len - 1] == ' '; len--)
		name[len - 1] = '\0';
}

void nd_cpu_words(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	char brand[49];

	level_brand(cpu, brand);
	if (brand[0])
		nd_row_words(row, "%s, ", brand);
	if (cpu->has_ident)
		nd_row_words(row, "%s family %u model %u stepping %u, microcode 0x%x, ",
			     cpu->vendor, cpu->family, cpu->model, cpu->stepping, cpu->microcode);
	nd_row_words(row, "%u CPU%s", facts->nr_cpus, facts->nr_cpus == 1 ? "" : "s");
}

static bool level_lacks_assist(const struct nd_facts *facts)
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
	if (!strcmp(facts->hv_support, "no"))
		return ND_EVMCS_USE_NO_SUPPORT;
	if (*type && strcmp(type, "ms-hyperv"))
		return ND_EVMCS_USE_OTHER_GUEST;
	if (level_lacks_assist(facts))
		return ND_EVMCS_USE_NO_PAGE;
	if (param && !nd_facts_ring0(facts))
		return !strcmp(param, "Y") ? ND_EVMCS_USE_IN_USE : ND_EVMCS_USE_DECLINED;
	if (param)	/* loaded, and ring 0 saw no enlightened entry */
		return !strcmp(param, "Y") ? ND_EVMCS_USE_WAITING : ND_EVMCS_USE_DECLINED;
	return nd_facts_ring0(facts) ? ND_EVMCS_USE_WAITING : ND_EVMCS_USE_UNKNOWN;
}

const char *nd_evmcs_use_word(enum nd_evmcs_use use)
{
	static const char *const words[] = {
		[ND_EVMCS_USE_UNKNOWN]		= "unknown",
		[ND_EVMCS_USE_NOT_OFFERED]	= "not-offered",
		[ND_EVMCS_USE_IN_USE]		= "in-use",
		[ND_EVMCS_USE_WAITING]		= "waiting",
		[ND_EVMCS_USE_OTHER_GUEST]	= "other-guest",
		[ND_EVMCS_USE_NO_SUPPORT]	= "no-support",
		[ND_EVMCS_USE_NO_PAGE]		= "no-page",
		[ND_EVMCS_USE_DECLINED]		= "declined",
	};

	return words[use];
}

void nd_evmcs_words(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	unsigned int version = nd_hv_evmcs_offered(cpu);
	enum nd_evmcs_use use = nd_evmcs_use(facts, cpu);

	switch (use) {
	case ND_EVMCS_USE_NOT_OFFERED:
		nd_row_words(row, nd_hv_is_hyperv(cpu) ?
			     "not offered by the Hyper-V interface below" :
			     "not offered: there is no Hyper-V interface below");
		return;
	case ND_EVMCS_USE_IN_USE:
		nd_row_words(row, "version %u in use", version ? version : 1);
		if (nd_evmcs_in_use(facts) > 0)
			nd_row_words(row, " (VM entries are enlightened on %u of %u CPUs)",
				     nd_evmcs_in_use(facts), facts->nr_cpus);
		return;
	case ND_EVMCS_USE_UNKNOWN:
		if (version)
			nd_row_words(row, "version %u offered; whether it is in use, only ring 0 can tell: load the module", version);
		else
			nd_row_words(row, "not known: no CPUID in these facts");
		return;
	default:
		break;
	}
	nd_row_words(row, "version %u offered, not in use: ", version);
	if (use == ND_EVMCS_USE_OTHER_GUEST)
		nd_row_words(row, "Linux takes itself for a guest of \"%s\", not of Hyper-V",
			     facts->guest_type);
	else if (use == ND_EVMCS_USE_NO_SUPPORT)
		nd_row_words(row, "this kernel is built without Hyper-V guest support");
	else if (use == ND_EVMCS_USE_NO_PAGE)
		nd_row_words(row, "not every CPU has a VP assist page");
	else if (use == ND_EVMCS_USE_DECLINED)
		nd_row_words(row, "kvm_intel has enlightened_vmcs=N");
	else
		nd_row_words(row, "no guest has been started through it yet");
}
