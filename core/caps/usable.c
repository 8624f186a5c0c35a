// SPDX-License-Identifier: GPL-2.0-only
/*
 * Can hardware virtualization be used here, by CPUID and the register that can lock it off?
 */
#include "core/caps/generation.h"
#include "core/caps/usable.h"

#define USABLE_FC_LOCKED			BIT_ULL(0)
#define USABLE_FC_VMX_OUTSIDE_SMX	BIT_ULL(2)
#define USABLE_VM_CR_SVMDIS		BIT_ULL(4)
#define USABLE_VM_CR_LOCK		BIT_ULL(3)

enum nd_usable nd_vmx_usable(const struct nd_cpu *cpu)
{
	const struct nd_value *control = &cpu->regs[ND_FEATURE_CONTROL];
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 1, 0);

	if (l && !(l->ecx & BIT(5)))
		return ND_USABLE_NO_CPUID;
	if (control->state != ND_OK)
		return ND_USABLE_UNKNOWN;
	if (!(control->value & USABLE_FC_LOCKED))
		return l ? ND_USABLE_UNLOCKED : ND_USABLE_UNKNOWN;
	if (!(control->value & USABLE_FC_VMX_OUTSIDE_SMX))
		return ND_USABLE_LOCKED;
	/* Without CPUID, capability registers that could be read are as good a witness. */
	return l || cpu->regs[ND_VMX_BASIC].state == ND_OK ? ND_USABLE_YES : ND_USABLE_UNKNOWN;
}

enum nd_usable nd_svm_usable(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *max = nd_cpu_leaf(cpu, 0x80000000, 0);
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 0x80000001, 0);
	const struct nd_value *vm_cr = &cpu->regs[ND_VM_CR];

	/* Without the leaf: the processor says that it has none, or is of a maker of VMX. */
	if ((l && !(l->ecx & BIT(2))) || (!l && (max || nd_cpu_maker(cpu) == ND_MAKER_VMX)))
		return ND_USABLE_NO_CPUID;
	if (!l || vm_cr->state != ND_OK)
		return ND_USABLE_UNKNOWN;
	if (!(vm_cr->value & USABLE_VM_CR_SVMDIS))
		return ND_USABLE_YES;
	return vm_cr->value & USABLE_VM_CR_LOCK ? ND_USABLE_LOCKED : ND_USABLE_UNLOCKED;
}

enum nd_usable nd_usable_best(const struct nd_cpu *cpu)
{
	enum nd_usable vmx = nd_vmx_usable(cpu);
	enum nd_usable svm = nd_svm_usable(cpu);

	if (vmx == ND_USABLE_NO_CPUID)
		return svm;
	return vmx > svm || svm == ND_USABLE_NO_CPUID ? vmx : svm;
}

enum nd_otherwise nd_usable_otherwise(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	const char *open = nd_facts_host(facts, "kvm_open");

	if (nd_usable_best(cpu) != ND_USABLE_NO_CPUID)
		return ND_OTHERWISE_NONE;
	if (nd_host_has(facts, "modules", "kvm_pvm") || (open && !strcmp(open, "ok")))
		return ND_OTHERWISE_KVM;
	return nd_host_has(facts, "modules", "mshv_root") ? ND_OTHERWISE_MSHV : ND_OTHERWISE_NONE;
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
