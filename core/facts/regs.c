// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which registers there are, when each of them exists, and how one CPU's are gathered.
 */
#include "core/facts/facts.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"

#define CPUID_1_ECX_VMX			BIT(5)
#define CPUID_1_ECX_SMX			BIT(6)
#define CPUID_7_EBX_SGX			BIT(2)
#define CPUID_7_ECX_SGX_LC		BIT(30)
#define CPUID_80000001_ECX_SVM		BIT(2)
#define HV_PRIV_ACCESS_INTR_CTRL	BIT(4)	/* EOI, ICR, TPR and VP assist page */

/* An allowed-1 setting in a control capability register is in its high half. */
#define ALLOWED1(bit)			BIT_ULL((bit) + 32)

/*
 * What CPUID says of something: ND_OK that it is there, ND_ABSENT that it is not, ND_UNKNOWN if the
 * leaf was not recorded. A leaf beyond the highest one says no.
 */
static enum nd_state regs_cpuid_bit(const struct nd_cpu *cpu, u32 leaf, char reg, u32 mask)
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, leaf, 0);

	if (!l) {
		l = nd_cpu_leaf(cpu, leaf & 0xffff0000, 0);
		return l && l->eax < leaf ? ND_ABSENT : ND_UNKNOWN;
	}
	return (reg == 'a' ? l->eax : reg == 'b' ? l->ebx : l->ecx) & mask ? ND_OK : ND_ABSENT;
}

/* One of two is enough, and both have to be known to say no. */
static enum nd_state regs_either(enum nd_state a, enum nd_state b)
{
	if (a == ND_OK || b == ND_OK)
		return ND_OK;
	return a == ND_ABSENT && b == ND_ABSENT ? ND_ABSENT : ND_UNKNOWN;
}

static enum nd_state regs_has_vmx(const struct nd_cpu *cpu)
{
	return regs_cpuid_bit(cpu, 1, 'c', CPUID_1_ECX_VMX);
}

/* The SDM lists IA32_FEATURE_CONTROL as present when any of the features it controls is. */
static enum nd_state regs_has_feature_control(const struct nd_cpu *cpu)
{
	enum nd_state sgx = regs_either(regs_cpuid_bit(cpu, 7, 'b', CPUID_7_EBX_SGX),
					regs_cpuid_bit(cpu, 7, 'c', CPUID_7_ECX_SGX_LC));

	return regs_either(regs_cpuid_bit(cpu, 1, 'c', CPUID_1_ECX_VMX | CPUID_1_ECX_SMX), sgx);
}

static enum nd_state regs_has_assist(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 1, 0);

	if (nd_hv_is_hyperv(cpu))
		return regs_cpuid_bit(cpu, ND_HV_BASE + 3, 'a', HV_PRIV_ACCESS_INTR_CTRL);
	if (l && !nd_hv_present(cpu))
		return ND_ABSENT;
	return nd_cpu_leaf(cpu, ND_HV_BASE + 1, 0) ? ND_ABSENT : ND_UNKNOWN;
}

static enum nd_state regs_has_svm(const struct nd_cpu *cpu)
{
	return regs_cpuid_bit(cpu, 0x80000001, 'c', CPUID_80000001_ECX_SVM);
}

/**
 * struct reg_row - a register and what its existence depends on
 * @desc:   what everyone may know
 * @exists: what CPUID says
 * @owner:  if @mask is not 0: the register that says whether this one exists...
 * @mask:   ...by any of these bits
 */
struct reg_row {
	struct nd_reg_desc desc;
	enum nd_state (*exists)(const struct nd_cpu *cpu);
	enum nd_reg owner;
	u64 mask;
};

/* Existence as the SDM's appendix on VMX capability reporting gives it, register by register. */
static const struct reg_row reg_rows[ND_NR_REGS] = {
	[ND_FEATURE_CONTROL] = {
		{ 0x3a, "feature_control", "IA32_FEATURE_CONTROL" },
		regs_has_feature_control },
	[ND_VMX_BASIC] = {
		{ 0x480, "vmx_basic", "IA32_VMX_BASIC" }, regs_has_vmx },
	[ND_VMX_PINBASED_CTLS] = {
		{ 0x481, "vmx_pinbased_ctls", "IA32_VMX_PINBASED_CTLS" }, regs_has_vmx },
	[ND_VMX_PROCBASED_CTLS] = {
		{ 0x482, "vmx_procbased_ctls", "IA32_VMX_PROCBASED_CTLS" }, regs_has_vmx },
	[ND_VMX_EXIT_CTLS] = {
		{ 0x483, "vmx_exit_ctls", "IA32_VMX_EXIT_CTLS" }, regs_has_vmx },
	[ND_VMX_ENTRY_CTLS] = {
		{ 0x484, "vmx_entry_ctls", "IA32_VMX_ENTRY_CTLS" }, regs_has_vmx },
	[ND_VMX_MISC] = {
		{ 0x485, "vmx_misc", "IA32_VMX_MISC" }, regs_has_vmx },
	[ND_VMX_CR0_FIXED0] = {
		{ 0x486, "vmx_cr0_fixed0", "IA32_VMX_CR0_FIXED0" }, regs_has_vmx },
	[ND_VMX_CR0_FIXED1] = {
		{ 0x487, "vmx_cr0_fixed1", "IA32_VMX_CR0_FIXED1" }, regs_has_vmx },
	[ND_VMX_CR4_FIXED0] = {
		{ 0x488, "vmx_cr4_fixed0", "IA32_VMX_CR4_FIXED0" }, regs_has_vmx },
	[ND_VMX_CR4_FIXED1] = {
		{ 0x489, "vmx_cr4_fixed1", "IA32_VMX_CR4_FIXED1" }, regs_has_vmx },
	[ND_VMX_VMCS_ENUM] = {
		{ 0x48a, "vmx_vmcs_enum", "IA32_VMX_VMCS_ENUM" }, regs_has_vmx },
	[ND_VMX_PROCBASED_CTLS2] = {	/* activate secondary controls */
		{ 0x48b, "vmx_procbased_ctls2", "IA32_VMX_PROCBASED_CTLS2" }, regs_has_vmx,
		ND_VMX_PROCBASED_CTLS, ALLOWED1(31) },
	[ND_VMX_EPT_VPID_CAP] = {	/* enable EPT, enable VPID */
		{ 0x48c, "vmx_ept_vpid_cap", "IA32_VMX_EPT_VPID_CAP" }, regs_has_vmx,
		ND_VMX_PROCBASED_CTLS2, ALLOWED1(1) | ALLOWED1(5) },
	[ND_VMX_TRUE_PINBASED_CTLS] = {
		{ 0x48d, "vmx_true_pinbased_ctls", "IA32_VMX_TRUE_PINBASED_CTLS" }, regs_has_vmx,
		ND_VMX_BASIC, BIT_ULL(55) },
	[ND_VMX_TRUE_PROCBASED_CTLS] = {
		{ 0x48e, "vmx_true_procbased_ctls", "IA32_VMX_TRUE_PROCBASED_CTLS" }, regs_has_vmx,
		ND_VMX_BASIC, BIT_ULL(55) },
	[ND_VMX_TRUE_EXIT_CTLS] = {
		{ 0x48f, "vmx_true_exit_ctls", "IA32_VMX_TRUE_EXIT_CTLS" }, regs_has_vmx,
		ND_VMX_BASIC, BIT_ULL(55) },
	[ND_VMX_TRUE_ENTRY_CTLS] = {
		{ 0x490, "vmx_true_entry_ctls", "IA32_VMX_TRUE_ENTRY_CTLS" }, regs_has_vmx,
		ND_VMX_BASIC, BIT_ULL(55) },
	[ND_VMX_VMFUNC] = {		/* enable VM functions */
		{ 0x491, "vmx_vmfunc", "IA32_VMX_VMFUNC" }, regs_has_vmx,
		ND_VMX_PROCBASED_CTLS2, ALLOWED1(13) },
	[ND_VMX_PROCBASED_CTLS3] = {	/* activate tertiary controls */
		{ 0x492, "vmx_procbased_ctls3", "IA32_VMX_PROCBASED_CTLS3" }, regs_has_vmx,
		ND_VMX_PROCBASED_CTLS, ALLOWED1(17) },
	[ND_VMX_EXIT_CTLS2] = {		/* activate secondary VM-exit controls */
		{ 0x493, "vmx_exit_ctls2", "IA32_VMX_EXIT_CTLS2" }, regs_has_vmx,
		ND_VMX_EXIT_CTLS, ALLOWED1(31) },
	[ND_HV_VP_ASSIST_PAGE] = {
		{ 0x40000073, "hv_vp_assist_page", "HV_X64_MSR_VP_ASSIST_PAGE" },
		regs_has_assist },
	[ND_VM_CR] = {
		{ 0xc0010114, "vm_cr", "VM_CR" }, regs_has_svm },
};

const struct nd_reg_desc *nd_reg_desc(enum nd_reg reg)
{
	return &reg_rows[reg].desc;
}

enum nd_reg nd_reg_by_index(u32 index)
{
	u32 reg;

	for (reg = 0; reg < ND_NR_REGS; reg++)
		if (reg_rows[reg].desc.index == index)
			break;
	return reg;
}

/*
 * What is known of a register's existence before it is read: ND_OK means that it exists. If the
 * register that would say so could not be read, nothing is known, and nothing is guessed.
 */
static enum nd_state regs_existence(const struct nd_cpu *cpu, const struct reg_row *row)
{
	const struct nd_value *owner = &cpu->regs[row->owner];
	enum nd_state exists = row->exists(cpu);

	if (exists == ND_ABSENT || !row->mask)
		return exists;
	if (owner->state == ND_OK)
		return owner->value & row->mask ? exists : ND_ABSENT;
	return owner->state == ND_ABSENT ? ND_ABSENT : ND_UNKNOWN;
}

void nd_cpu_settle_msrs(struct nd_cpu *cpu)
{
	u32 reg;

	for (reg = 0; reg < ND_NR_REGS; reg++)
		if (cpu->regs[reg].state == ND_UNKNOWN &&
		    regs_existence(cpu, &reg_rows[reg]) == ND_ABSENT)
			cpu->regs[reg].state = ND_ABSENT;
}

void nd_cpu_gather_msrs(struct nd_cpu *cpu, const struct nd_reader *reader)
{
	u32 reg;

	for (reg = 0; reg < ND_NR_REGS; reg++) {
		struct nd_value *value = &cpu->regs[reg];

		value->value = 0;
		value->state = regs_existence(cpu, &reg_rows[reg]);
		/* A register that CPUID does not vouch for is not read. */
		if (value->state == ND_UNKNOWN && reg_rows[reg].exists(cpu) == ND_UNKNOWN)
			value->state = ND_ABSENT;
		if (value->state != ND_OK)
			continue;
		if (reader->rdmsr(reader->ctx, reg_rows[reg].desc.index, &value->value)) {
			value->value = 0;
			value->state = ND_FAULT;
		}
	}
}

/* Reads one leaf into the next free place, or into the last one if all are taken. */
static const struct nd_cpuid *regs_add_leaf(struct nd_cpu *cpu, const struct nd_reader *reader,
					    u32 leaf)
{
	u32 regs[4] = { 0 };
	struct nd_cpuid *l;

	if (cpu->nr_cpuid == ND_MAX_LEAVES)
		cpu->nr_cpuid--;
	l = &cpu->cpuid[cpu->nr_cpuid++];
	reader->cpuid(reader->ctx, leaf, 0, regs);
	*l = (struct nd_cpuid){
		.leaf = leaf, .eax = regs[0], .ebx = regs[1], .ecx = regs[2], .edx = regs[3],
	};
	return l;
}

/*
 * The leaves of one hypervisor interface. Old KVM reports 0 as its highest leaf and means one
 * more than the base. Reported but empty leaves after those in use are left out: Hyper-V's
 * debugger interface puts the maximum more than 100 leaves above the last one in use.
 */
static void regs_gather_interface(struct nd_cpu *cpu, const struct nd_reader *reader, u32 base)
{
	u32 max = regs_add_leaf(cpu, reader, base)->eax;
	const struct nd_cpuid *l;
	u32 leaf;

	if (max == 0)
		max = base + 1;
	if (max < base || max >= base + ND_HV_STRIDE)
		return;
	for (leaf = base + 1; leaf <= max && cpu->nr_cpuid < ND_MAX_LEAVES; leaf++) {
		l = regs_add_leaf(cpu, reader, leaf);
		if (leaf > base + 0x10 && !(l->eax | l->ebx | l->ecx | l->edx))
			cpu->nr_cpuid--;
	}
}

void nd_cpu_gather_cpuid(struct nd_cpu *cpu, const struct nd_reader *reader)
{
	u32 max, leaf, i;

	cpu->nr_cpuid = 0;
	max = regs_add_leaf(cpu, reader, 0)->eax;
	if (max >= 1)
		regs_add_leaf(cpu, reader, 1);
	if (max >= 7)
		regs_add_leaf(cpu, reader, 7);

	max = regs_add_leaf(cpu, reader, 0x80000000)->eax;
	if (max >= 0x80000001 && max <= 0x8000ffff) {
		for (leaf = 0x80000001; leaf <= 0x80000004 && leaf <= max; leaf++)
			regs_add_leaf(cpu, reader, leaf);	/* features and the CPU's name */
		if (max >= 0x80000008)
			regs_add_leaf(cpu, reader, 0x80000008);
		if (max >= 0x8000000a)
			regs_add_leaf(cpu, reader, 0x8000000a);
	}

	if (!nd_hv_present(cpu))
		return;
	for (i = 0; i < ND_HV_MAX_BASES; i++)
		regs_gather_interface(cpu, reader, ND_HV_BASE + i * ND_HV_STRIDE);
}
