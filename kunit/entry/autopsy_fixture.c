// SPDX-License-Identifier: GPL-2.0-only
/*
 * States to dissect, a CPU to judge them by, and what the rows of an autopsy were.
 */
#include "kunit/entry/autopsy_states.c"
#include "kunit/entry/autopsy_cases.c"

static struct nd_cpu autopsy_cpu;
static struct nd_vmstate autopsy_state;

static void autopsy_reg(enum nd_reg reg, u64 value)
{
	autopsy_cpu.regs[reg].state = ND_OK;
	autopsy_cpu.regs[reg].value = value;
}

static void autopsy_leaf(u32 leaf, u32 subleaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	autopsy_cpu.cpuid[autopsy_cpu.nr_cpuid++] =
		(struct nd_cpuid){ leaf, subleaf, eax, ebx, ecx, edx };
}

/* 39 physical and 48 linear bits; nearly all controls, no LAM, no five levels, no shutdown. */
static void autopsy_build_cpu(void)
{
	memset(&autopsy_cpu, 0, sizeof(autopsy_cpu));
	autopsy_reg(ND_VMX_BASIC, 0x00da040000000004ULL & ~BIT_ULL(56));
	autopsy_reg(ND_VMX_PINBASED_CTLS, 0x000000ff00000016ULL);
	autopsy_reg(ND_VMX_PROCBASED_CTLS, 0xfffffffe0401e172ULL);
	autopsy_reg(ND_VMX_PROCBASED_CTLS2, 0xf7ffffff00000000ULL);
	autopsy_reg(ND_VMX_PROCBASED_CTLS3, 0xff);
	autopsy_reg(ND_VMX_EXIT_CTLS, 0xf7ffffff00036dffULL);
	autopsy_reg(ND_VMX_EXIT_CTLS2, 8);
	autopsy_reg(ND_VMX_ENTRY_CTLS, 0x00ffffff000011ffULL);
	autopsy_reg(ND_VMX_TRUE_PINBASED_CTLS, 0x000000ff00000016ULL);
	autopsy_reg(ND_VMX_TRUE_PROCBASED_CTLS, 0xfffffffe04006172ULL);
	autopsy_reg(ND_VMX_TRUE_EXIT_CTLS, 0xf7ffffff00036dfbULL);
	autopsy_reg(ND_VMX_TRUE_ENTRY_CTLS, 0x00ffffff000011fbULL);
	autopsy_reg(ND_VMX_MISC, 0x00040140);	/* HLT, wait-for-SIPI, 4 CR3 targets */
	autopsy_reg(ND_VMX_CR0_FIXED0, 0x80000021);
	autopsy_reg(ND_VMX_CR0_FIXED1, 0xffffffff);
	autopsy_reg(ND_VMX_CR4_FIXED0, 0x2000);
	autopsy_reg(ND_VMX_CR4_FIXED1, 0x00f77fff);
	autopsy_reg(ND_VMX_EPT_VPID_CAP, 0x00204040);	/* 4 levels, WB, A/D */
	autopsy_reg(ND_VMX_VMFUNC, 1);
	autopsy_leaf(7, 0, 1, 0, 0, 0);
	autopsy_leaf(7, 1, 0, 0, 0, 0);
	autopsy_leaf(10, 0, 0x07300804, 0, 0, 3);
	autopsy_leaf(0x80000001, 0, 0, 0, 0, 0x20000000);
	autopsy_leaf(0x80000008, 0, 0x3027, 0, 0, 0);
}

static void autopsy_apply(const struct case_change *change, unsigned int max)
{
	for (; max-- && change->op != CASE_END; change++) {
		u64 value = nd_vmstate_get(&autopsy_state, change->field);

		if (change->op == CASE_IS)
			value = change->value;
		else if (change->op == CASE_SET)
			value |= change->value;
		else
			value &= ~change->value;
		nd_vmstate_set(&autopsy_state, change->field, value);
	}
}

static void autopsy_build(enum case_base base)
{
	autopsy_build_cpu();
	nd_vmstate_init(&autopsy_state, base == CASE_SVM ? ND_ISA_SVM : ND_ISA_VMX);
	if (base != CASE_SVM)
		autopsy_apply(case_64, ~0U);
	autopsy_apply(case_bases[base], ~0U);
}

static void autopsy_build_case(const struct autopsy_case *c)
{
	autopsy_build(c->base);
	autopsy_apply(c->changes, ARRAY_SIZE(c->changes));
	if (c->msr.index) {
		autopsy_state.nr_msrs = 1;
		autopsy_state.msrs[0] = c->msr;
	}
}

/* What the rows of one autopsy were. */
struct autopsy_seen {
	unsigned int failed;
	unsigned int first;
	unsigned int unchecked;
	const char *first_id;
	const char *last_id;
	char words[ND_ROW_WORDS];
	char lacks[4 * ND_ROW_WORDS];
};

static struct autopsy_seen autopsy_seen;

static void autopsy_see(void *ctx, const struct nd_row *row)
{
	struct autopsy_seen *seen = ctx;

	if (row->kind == ND_ROW_UNCHECKED) {
		size_t used = strlen(seen->lacks);

		seen->unchecked++;
		scnprintf(seen->lacks + used, sizeof(seen->lacks) - used, "%s\n", row->words);
		return;
	}
	seen->failed++;
	seen->last_id = row->id;
	if (strcmp(row->state, "first"))
		return;
	seen->first++;
	seen->first_id = row->id;
	memcpy(seen->words, row->words, sizeof(seen->words));
}

static struct nd_autopsy autopsy_run(const struct nd_cpu *cpu)
{
	const struct nd_emit emit = { .row = autopsy_see, .ctx = &autopsy_seen };

	memset(&autopsy_seen, 0, sizeof(autopsy_seen));
	return nd_autopsy_rows(&autopsy_state, nd_suspects_state(&autopsy_state), cpu, &emit);
}

static const struct nd_entry_check *autopsy_find(enum nd_isa isa, const char *id)
{
	const struct nd_entry_check *check;
	unsigned int n;

	for (n = 0; (check = nd_check_at(isa, n)); n++)
		if (!strcmp(check->id, id))
			return check;
	return NULL;
}
