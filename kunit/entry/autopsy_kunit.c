// SPDX-License-Identifier: GPL-2.0-only
/*
 * The checks of VM entries: states that pass all of them, and for each check one that fails it.
 */
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
	return nd_autopsy_rows(&autopsy_state, cpu, &emit);
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

static void autopsy_valid_states_pass(struct kunit *test)
{
	struct nd_autopsy sum;
	unsigned int base;

	for (base = 0; base < CASE_NR_BASES; base++) {
		autopsy_build(base);
		sum = autopsy_run(&autopsy_cpu);
		KUNIT_EXPECT_EQ_MSG(test, sum.failed, 0U, "state %u: %s", base,
				    autopsy_seen.words);
		KUNIT_EXPECT_EQ_MSG(test, sum.unchecked, 0U, "state %u: %s", base,
				    autopsy_seen.lacks);
		KUNIT_EXPECT_GT(test, sum.passed, 20U);
		KUNIT_EXPECT_EQ(test, autopsy_seen.failed, 0U);
	}
}

static void autopsy_each_case_fails_its_check(struct kunit *test)
{
	struct nd_autopsy sum;
	struct nd_row row;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(autopsy_cases); i++) {
		const struct autopsy_case *c = &autopsy_cases[i];

		autopsy_build_case(c);
		sum = autopsy_run(&autopsy_cpu);
		KUNIT_EXPECT_EQ_MSG(test, sum.failed, 1 + c->also, "case %u, %s: last is %s", i,
				    c->id, autopsy_seen.last_id ? autopsy_seen.last_id : "none");
		KUNIT_EXPECT_EQ(test, autopsy_seen.failed, sum.failed);
		KUNIT_EXPECT_EQ(test, autopsy_seen.first, 1U);
		KUNIT_EXPECT_STREQ_MSG(test, autopsy_seen.first_id ? autopsy_seen.first_id : "none",
				       c->id, "case %u", i);
		KUNIT_ASSERT_TRUE(test, nd_autopsy_first(&autopsy_state, &autopsy_cpu, &row));
		KUNIT_EXPECT_STREQ(test, row.id, c->id);
		KUNIT_EXPECT_STREQ(test, row.words, autopsy_seen.words);
		/* Neither cut nor without the values. */
		KUNIT_EXPECT_TRUE(test, strchr(row.words, '('));
		KUNIT_EXPECT_EQ_MSG(test, row.words[strlen(row.words) - 1], ')', "%s", row.words);
	}
}

/* What was not captured neither fails nor passes. */
static void autopsy_unknown_is_not_checked(struct kunit *test)
{
	struct nd_chk chk;
	unsigned int i, n;

	for (i = 0; i < ARRAY_SIZE(autopsy_cases); i++) {
		const struct autopsy_case *c = &autopsy_cases[i];
		const struct nd_entry_check *check;

		autopsy_build_case(c);
		check = autopsy_find(autopsy_state.isa, c->id);
		KUNIT_ASSERT_NOT_NULL(test, check);
		autopsy_state.known[c->changes[0].field] = 0;
		KUNIT_EXPECT_EQ_MSG(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu, check),
				    ND_CHECK_UNCHECKED, "case %u, %s", i, c->id);
		KUNIT_EXPECT_EQ(test, chk.lack, c->changes[0].field);
	}
	for (i = ND_ISA_VMX; i <= ND_ISA_SVM; i++) {
		struct nd_autopsy sum;

		nd_vmstate_init(&autopsy_state, i);
		for (n = 0; nd_check_at(i, n); n++)
			KUNIT_EXPECT_EQ(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu,
							 nd_check_at(i, n)), ND_CHECK_UNCHECKED);
		sum = autopsy_run(NULL);
		KUNIT_EXPECT_EQ(test, sum.unchecked, n);
		KUNIT_EXPECT_EQ(test, sum.passed + sum.failed, 0U);
		KUNIT_EXPECT_GT(test, autopsy_seen.unchecked, 0U);
	}
}

static void autopsy_open_questions_stay_open(struct kunit *test)
{
	struct nd_chk chk;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(autopsy_open_cases); i++) {
		const struct autopsy_case *c = &autopsy_open_cases[i];
		const struct nd_entry_check *check;

		autopsy_build_case(c);
		check = autopsy_find(autopsy_state.isa, c->id);
		KUNIT_ASSERT_NOT_NULL(test, check);
		KUNIT_EXPECT_EQ_MSG(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu, check),
				    ND_CHECK_UNCHECKED, "%s", c->id);
	}
}

static bool autopsy_has_case(const char *id)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(autopsy_cases); i++)
		if (!strcmp(autopsy_cases[i].id, id))
			return true;
	for (i = 0; i < ARRAY_SIZE(autopsy_open_cases); i++)
		if (!strcmp(autopsy_open_cases[i].id, id))
			return true;
	return false;
}

/* These cannot fail alone: another check always fails before them. */
static const char *const autopsy_never_first[] = {
	"ctl-eptp-ad",			/* see autopsy_capabilities_decide() */
	"guest-activity-smm",		/* entry to SMM is refused before; the case above counts it */
	"guest-rflags-vm",		/* virtual-8086 without PE or in IA-32e mode fails others */
	"guest-pending-dbg-rtm",	/* see autopsy_capabilities_decide() */
	"vmcb-efer-long-mode",
};

static void autopsy_each_check_has_a_case(struct kunit *test)
{
	const struct nd_entry_check *check, *other;
	unsigned int isa, n, m, i;

	for (isa = ND_ISA_VMX; isa <= ND_ISA_SVM; isa++) {
		for (n = 0; (check = nd_check_at(isa, n)); n++) {
			bool excused = false;

			for (i = 0; i < ARRAY_SIZE(autopsy_never_first); i++)
				excused |= !strcmp(autopsy_never_first[i], check->id);
			KUNIT_EXPECT_TRUE_MSG(test, autopsy_has_case(check->id) != excused, "%s",
					      check->id);
			for (m = 0; m < n; m++) {
				other = nd_check_at(isa, m);
				KUNIT_EXPECT_TRUE_MSG(test, strcmp(other->id, check->id), "%s",
						      check->id);
			}
			KUNIT_EXPECT_TRUE(test, check->field < nd_vmstate_nr(isa));
		}
	}
}

static enum nd_check_result autopsy_try(const char *id)
{
	struct nd_chk chk;

	return nd_chk_run(&chk, &autopsy_state, &autopsy_cpu,
			  autopsy_find(autopsy_state.isa, id));
}

/* The same state, judged by another processor's capabilities. */
static void autopsy_capabilities_decide(struct kunit *test)
{
	autopsy_build(CASE_64);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-eptp-ad"), ND_CHECK_HOLDS);
	autopsy_reg(ND_VMX_EPT_VPID_CAP, 0x4040);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-eptp-ad"), ND_CHECK_FAILS);
	autopsy_cpu.regs[ND_VMX_EPT_VPID_CAP].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-eptp-ad"), ND_CHECK_UNCHECKED);

	/* RTM: a state of its own, whose reserved-bits check passes where the CPU has it. */
	autopsy_build(CASE_64);
	autopsy_cpu.cpuid[0].ebx = BIT(11);
	nd_vmstate_set(&autopsy_state, ND_VMF_PENDING_DBG, 0x11000);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-rtm"), ND_CHECK_HOLDS);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-reserved"), ND_CHECK_HOLDS);
	nd_vmstate_set(&autopsy_state, ND_VMF_PENDING_DBG, 0x10000);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-rtm"), ND_CHECK_FAILS);
	nd_vmstate_set(&autopsy_state, ND_VMF_PENDING_DBG, 0x11001);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-rtm"), ND_CHECK_FAILS);

	/* 57 linear bits. */
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_GS_BASE, 0xff11000000000000);
	nd_vmstate_set(&autopsy_state, ND_VMF_RIP, 0xff11000000000000);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-gs-base"), ND_CHECK_FAILS);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rip"), ND_CHECK_FAILS);
	autopsy_cpu.cpuid[4].eax = 0x3927;
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-gs-base"), ND_CHECK_HOLDS);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rip"), ND_CHECK_HOLDS);
	autopsy_cpu.nr_cpuid = 0;
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-gs-base"), ND_CHECK_UNCHECKED);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rip"), ND_CHECK_UNCHECKED);

	/* Error codes are free where IA32_VMX_BASIC[56] says so. */
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_INTR_INFO, 0x8000030d);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-event-deliver-error"), ND_CHECK_FAILS);
	autopsy_reg(ND_VMX_BASIC, BIT_ULL(56) | BIT_ULL(55));
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-event-deliver-error"), ND_CHECK_HOLDS);
	nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_INTR_INFO, 0x80000830);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-event-deliver-error"), ND_CHECK_FAILS);

	/* IA32_VMX_BASIC[48]: addresses have 32 bits. */
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_MSR_BITMAP, 1ULL << 32);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-msr-bitmap"), ND_CHECK_HOLDS);
	autopsy_reg(ND_VMX_BASIC, BIT_ULL(48));
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-msr-bitmap"), ND_CHECK_FAILS);

	/* No long mode; LAM. */
	autopsy_build(CASE_SVM);
	KUNIT_EXPECT_EQ(test, autopsy_try("vmcb-efer-long-mode"), ND_CHECK_HOLDS);
	autopsy_cpu.cpuid[3].edx = 0;
	KUNIT_EXPECT_EQ(test, autopsy_try("vmcb-efer-long-mode"), ND_CHECK_FAILS);
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_CR3, 1ULL << 62);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-cr3"), ND_CHECK_FAILS);
	autopsy_cpu.cpuid[1].eax = BIT(26);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-cr3"), ND_CHECK_HOLDS);
}

/* Without a CPU what it would decide stays open, and what no CPU allows still fails. */
static void autopsy_needs_no_cpu(struct kunit *test)
{
	struct nd_autopsy sum;

	autopsy_build(CASE_64);
	sum = autopsy_run(NULL);
	KUNIT_EXPECT_EQ(test, sum.failed, 0U);
	KUNIT_EXPECT_GT(test, sum.unchecked, 20U);
	KUNIT_EXPECT_GT(test, sum.passed, 100U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(autopsy_seen.lacks, "the physical-address width"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(autopsy_seen.lacks, "IA32_VMX_PINBASED_CTLS"));

	nd_vmstate_set(&autopsy_state, ND_VMF_CR4, 0x6c0);
	sum = autopsy_run(NULL);
	KUNIT_EXPECT_EQ(test, sum.failed, 2U);
	KUNIT_EXPECT_STREQ(test, autopsy_seen.first_id, "guest-cr4");
}

static void autopsy_vm86_needs_protected_mode(struct kunit *test)
{
	autopsy_build(CASE_V86);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rflags-vm"), ND_CHECK_HOLDS);
	nd_vmstate_set(&autopsy_state, ND_VMF_CR0, 0x80010030);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rflags-vm"), ND_CHECK_FAILS);
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_RFLAGS, 0x20202);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rflags-vm"), ND_CHECK_FAILS);
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_CTLS, 0xd7ff);
	nd_vmstate_set(&autopsy_state, ND_VMF_ACTIVITY, 3);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-activity-smm"), ND_CHECK_FAILS);
	nd_vmstate_set(&autopsy_state, ND_VMF_ACTIVITY, 0);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-activity-smm"), ND_CHECK_HOLDS);
}

/* The processor said which kind of check it was: one of that kind comes first. */
static void autopsy_reason_chooses_the_first(struct kunit *test)
{
	static const struct {
		u64 reason;
		u64 error;
		const char *first;
	} cases[] = {
		{ 0x80000021, 0, "guest-pat" },
		{ 0x80000022, 0, NULL },	/* none of that kind fails */
		{ 0x80000029, 0, "ctl-vpid" },	/* a machine check, not a check of state */
		{ 0, 7, "ctl-vpid" },
		{ 0, 8, "host-pat" },
		{ 0, 0, "ctl-vpid" },
		{ 0x30, 0, "ctl-vpid" },
	};
	struct nd_row row;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		autopsy_build(CASE_64);
		nd_vmstate_set(&autopsy_state, ND_VMF_VPID, 0);
		nd_vmstate_set(&autopsy_state, ND_VMF_HOST_PAT, 2);
		nd_vmstate_set(&autopsy_state, ND_VMF_PAT, 2);
		nd_vmstate_set(&autopsy_state, ND_VMF_EXIT_REASON, cases[i].reason);
		nd_vmstate_set(&autopsy_state, ND_VMF_INSTRUCTION_ERROR, cases[i].error);
		KUNIT_EXPECT_EQ(test, autopsy_run(&autopsy_cpu).failed, 3U);
		KUNIT_EXPECT_EQ(test, !!autopsy_seen.first, !!cases[i].first);
		KUNIT_EXPECT_EQ(test, nd_autopsy_first(&autopsy_state, &autopsy_cpu, &row),
				cases[i].first != NULL);
		if (cases[i].first)
			KUNIT_EXPECT_STREQ(test, autopsy_seen.first_id, cases[i].first);
	}
}

static void autopsy_words_have_values(struct kunit *test)
{
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_CR4, 0x2640);
	autopsy_run(&autopsy_cpu);
	KUNIT_EXPECT_STREQ(test, autopsy_seen.words,
			   "guest CR4.PAE is 0 while the IA-32e mode guest entry control is 1 (VM-entry controls 0xd3ff, guest CR4 0x2640)");
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_PIN_CTLS, 0x129);
	autopsy_run(&autopsy_cpu);
	KUNIT_EXPECT_STREQ(test, autopsy_seen.words,
			   "the processor does not allow these pin-based VM-execution controls: bit 1 must be 1, bit 2 must be 1, bit 4 must be 1, bit 8 must be 0 (pin-based VM-execution controls 0x129)");
}

static void vmstate_fields_are_told_apart(struct kunit *test)
{
	static const u8 widths[] = { 2, 8, 4, 8 };
	unsigned int isa, i, j;

	for (isa = ND_ISA_VMX; isa <= ND_ISA_SVM; isa++) {
		for (i = 0; i < nd_vmstate_nr(isa); i++) {
			const struct nd_vmf_desc *desc = nd_vmstate_desc(isa, i);

			KUNIT_EXPECT_EQ(test, nd_vmstate_find(isa, desc->id, strlen(desc->id)), i);
			KUNIT_EXPECT_TRUE(test, desc->width == 1 || desc->width == 2 ||
						desc->width == 4 || desc->width == 8);
			for (j = 0; j < i; j++)
				KUNIT_EXPECT_NE(test, nd_vmstate_desc(isa, j)->where, desc->where);
			/* A VMCS encoding says how wide the field is. */
			if (isa == ND_ISA_VMX)
				KUNIT_EXPECT_EQ(test, desc->width, widths[desc->where >> 13]);
		}
	}
	KUNIT_EXPECT_EQ(test, nd_vmstate_find(ND_ISA_VMX, "guest_cr", 8), (unsigned int)ND_NR_VMF);
	KUNIT_EXPECT_EQ(test, nd_vmstate_nr(ND_ISA_UNKNOWN), 0U);
	KUNIT_EXPECT_NULL(test, nd_vmstate_desc(ND_ISA_UNKNOWN, 0));
}

static void vmstate_takes_copies(struct kunit *test)
{
	static u8 page[ND_EVMCS_BYTES];
	unsigned int i;

	for (i = 0; i < sizeof(page); i++)
		page[i] = i;
	nd_vmstate_init(&autopsy_state, ND_ISA_VMX);
	nd_vmstate_from_evmcs(&autopsy_state, page);
	KUNIT_EXPECT_EQ(test, nd_vmstate_get(&autopsy_state, ND_VMF_PIN_CTLS), 0x5f5e5d5cULL);
	KUNIT_EXPECT_EQ(test, nd_vmstate_get(&autopsy_state, ND_VMF_CS_SEL), 0x8382ULL);
	KUNIT_EXPECT_EQ(test, nd_vmstate_get(&autopsy_state, ND_VMF_CR4), 0x3736353433323130ULL);
	KUNIT_EXPECT_TRUE(test, nd_vmstate_has(&autopsy_state, ND_VMF_VPID));
	/* Version 1 has none of these. */
	KUNIT_EXPECT_FALSE(test, nd_vmstate_has(&autopsy_state, ND_VMF_PML_ADDR));
	KUNIT_EXPECT_FALSE(test, nd_vmstate_has(&autopsy_state, ND_VMF_POSTED_INTR_DESC));
	KUNIT_EXPECT_NULL(test, nd_vmf_evmcs(ND_VMF_PML_ADDR));
	KUNIT_EXPECT_NULL(test, nd_vmf_evmcs(ND_NR_VMF));
	KUNIT_EXPECT_STREQ(test, nd_vmf_evmcs(ND_VMF_VPID)->name, "virtual_processor_id");

	nd_vmstate_init(&autopsy_state, ND_ISA_SVM);
	nd_vmstate_from_vmcb(&autopsy_state, page, 0x5e);
	KUNIT_EXPECT_EQ(test, nd_vmstate_get(&autopsy_state, ND_VMCB_ASID), 0x5b5a5958ULL);
	KUNIT_EXPECT_EQ(test, nd_vmstate_get(&autopsy_state, ND_VMCB_TLB_CTL), 0x5cULL);
	KUNIT_EXPECT_FALSE(test, nd_vmstate_has(&autopsy_state, ND_VMCB_INT_CTL));
	KUNIT_EXPECT_FALSE(test, nd_vmstate_has(&autopsy_state, ND_VMCB_EFER));
	nd_vmstate_set(&autopsy_state, ND_VMCB_CPL, 0x1ff);
	KUNIT_EXPECT_EQ(test, nd_vmstate_get(&autopsy_state, ND_VMCB_CPL), 0xffULL);
	nd_vmstate_set(&autopsy_state, ND_NR_VMCB, 1);
	KUNIT_EXPECT_FALSE(test, nd_vmstate_has(&autopsy_state, ND_NR_VMCB));
}

/* An unknown kind of state: nothing to say, and no crash. */
static void autopsy_of_nothing(struct kunit *test)
{
	struct nd_autopsy sum;

	nd_vmstate_init(&autopsy_state, ND_ISA_UNKNOWN);
	sum = autopsy_run(NULL);
	KUNIT_EXPECT_EQ(test, sum.passed + sum.failed + sum.unchecked, 0U);
}

static struct kunit_case autopsy_test_cases[] = {
	KUNIT_CASE(vmstate_fields_are_told_apart),
	KUNIT_CASE(vmstate_takes_copies),
	KUNIT_CASE(autopsy_valid_states_pass),
	KUNIT_CASE(autopsy_each_case_fails_its_check),
	KUNIT_CASE(autopsy_unknown_is_not_checked),
	KUNIT_CASE(autopsy_open_questions_stay_open),
	KUNIT_CASE(autopsy_each_check_has_a_case),
	KUNIT_CASE(autopsy_capabilities_decide),
	KUNIT_CASE(autopsy_needs_no_cpu),
	KUNIT_CASE(autopsy_vm86_needs_protected_mode),
	KUNIT_CASE(autopsy_reason_chooses_the_first),
	KUNIT_CASE(autopsy_words_have_values),
	KUNIT_CASE(autopsy_of_nothing),
	{}
};

static struct kunit_suite nestdiag_autopsy_suite = {
	.name = "nestdiag_autopsy",
	.test_cases = autopsy_test_cases,
};
