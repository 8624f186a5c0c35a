// SPDX-License-Identifier: GPL-2.0-only
/*
 * Machines with VMX, under a hypervisor and with an enlightened VMCS in use.
 */
#include "core/features/featurerows.h"
#include "core/features/features.h"
#include "core/findings/findings.h"

static struct nd_cpu status_test_cpus[3];
static struct nd_param status_test_params[4];
static struct nd_facts status_test_facts;

static int status_test_init(struct kunit *test)
{
	memset(status_test_cpus, 0, sizeof(status_test_cpus));
	memset(&status_test_facts, 0, sizeof(status_test_facts));
	status_test_facts.cpus = status_test_cpus;
	status_test_facts.nr_cpus = 1;
	status_test_facts.max_cpus = ARRAY_SIZE(status_test_cpus);
	status_test_facts.params = status_test_params;
	status_test_facts.max_params = ARRAY_SIZE(status_test_params);
	return 0;
}

static void status_test_leaf(struct nd_cpu *cpu, u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	cpu->cpuid[cpu->nr_cpuid++] = (struct nd_cpuid){ leaf, 0, eax, ebx, ecx, edx };
}

static void status_test_reg(struct nd_cpu *cpu, enum nd_reg reg, u64 value)
{
	cpu->regs[reg].value = value;
	cpu->regs[reg].state = ND_OK;
}

static void status_test_param(const char *module, const char *name, const char *value)
{
	struct nd_param *param = &status_test_params[status_test_facts.nr_params++];

	scnprintf(param->module, sizeof(param->module), "%s", module);
	scnprintf(param->name, sizeof(param->name), "%s", name);
	scnprintf(param->value, sizeof(param->value), "%s", value);
}

#define STATUS_VMX	BIT(5)
#define STATUS_HV	BIT(31)

/* An Intel CPU with VMX enabled and the registers of a Haswell; @ecx of leaf 1 beside VMX. */
static struct nd_cpu *status_test_intel(u32 ecx)
{
	struct nd_cpu *cpu = &status_test_cpus[0];

	status_test_leaf(cpu, 0, 0xd, 0x756e6547, 0x6c65746e, 0x49656e69);
	status_test_leaf(cpu, 1, 0x306c3, 0, STATUS_VMX | ecx, 0);
	status_test_leaf(cpu, 0x80000000, 0x80000008, 0, 0, 0);
	status_test_leaf(cpu, 0x80000001, 0, 0, 0x21, 0);
	status_test_reg(cpu, ND_FEATURE_CONTROL, 5);
	status_test_reg(cpu, ND_VMX_BASIC, 0x00da040000000012ULL);
	status_test_reg(cpu, ND_VMX_PINBASED_CTLS, 0x0000007f00000016ULL);
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS, 0xfff9fffe0401e172ULL);
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00007cff00000000ULL);
	return cpu;
}

/* The rest of that Haswell's registers, and KVM with nesting: then every rule can be answered. */
static void status_test_whole(struct nd_cpu *cpu)
{
	status_test_reg(cpu, ND_VMX_EXIT_CTLS, 0x007fffff00036dffULL);
	status_test_reg(cpu, ND_VMX_ENTRY_CTLS, 0x0000ffff000011ffULL);
	status_test_reg(cpu, ND_VMX_MISC, 0x300481e5);
	status_test_reg(cpu, ND_VMX_CR0_FIXED0, 0x80000021);
	status_test_reg(cpu, ND_VMX_CR0_FIXED1, 0xffffffff);
	status_test_reg(cpu, ND_VMX_CR4_FIXED0, 0x2000);
	status_test_reg(cpu, ND_VMX_CR4_FIXED1, 0x1767ff);
	status_test_reg(cpu, ND_VMX_VMCS_ENUM, 0x2a);
	status_test_reg(cpu, ND_VMX_EPT_VPID_CAP, 0x00000f0106334141ULL);
	status_test_reg(cpu, ND_VMX_TRUE_PINBASED_CTLS, cpu->regs[ND_VMX_PINBASED_CTLS].value);
	status_test_reg(cpu, ND_VMX_TRUE_PROCBASED_CTLS, 0xfff9fffe04006172ULL);
	status_test_reg(cpu, ND_VMX_TRUE_EXIT_CTLS, 0x007fffff00036dfbULL);
	status_test_reg(cpu, ND_VMX_TRUE_ENTRY_CTLS, 0x0000ffff000011fbULL);
	status_test_param("kvm_intel", "nested", "Y");
	scnprintf(status_test_facts.release, sizeof(status_test_facts.release), "6.12.117");
}

/* The same below Hyper-V, which offers eVMCS and takes away what version 1 cannot express. */
static struct nd_cpu *status_test_hyperv(void)
{
	struct nd_cpu *cpu = status_test_intel(STATUS_HV);

	status_test_leaf(cpu, 0x40000000, 0x4000000a, 0x7263694d, 0x666f736f, 0x76482074);
	status_test_leaf(cpu, 0x40000001, 0x31237648, 0, 0, 0);
	status_test_leaf(cpu, 0x40000003, 0x27e, 0x30, 0, 8);
	status_test_leaf(cpu, 0x40000004, 0x4028, 0xffffffff, 0, 0);
	status_test_leaf(cpu, 0x4000000a, 0x101, 0, 0, 0);
	status_test_reg(cpu, ND_VMX_PINBASED_CTLS, 0x0000003f00000016ULL);
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x000018fe00000000ULL);
	return cpu;
}

static void status_test_enlighten(struct nd_cpu *cpu)
{
	cpu->assist.state = ND_OK;
	cpu->assist.bytes[0x28] = 1;
}

static enum nd_culprit status_test_culprit(const char *id)
{
	const char *label;
	u32 i;

	for (i = 0; i < nd_nr_features; i++)
		if (!strcmp(nd_features[i].id, id))
			return nd_feature_culprit(&status_test_facts, &status_test_cpus[0],
						  &nd_features[i], &label);
	return ND_NR_CULPRITS;
}

/* The findings that fired, by id, each followed by a space. */
static char status_test_fired[200];

static void status_test_finding(void *ctx, const struct nd_row *row)
{
	size_t used = strlen(status_test_fired);

	scnprintf(status_test_fired + used, sizeof(status_test_fired) - used, "%s ", row->id);
}

static const char *status_test_findings(void)
{
	static const struct nd_emit emit = { .row = status_test_finding };

	status_test_fired[0] = '\0';
	nd_finding_rows(&status_test_facts, &status_test_cpus[0], &emit);
	return status_test_fired;
}
