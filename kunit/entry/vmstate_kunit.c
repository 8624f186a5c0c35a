// SPDX-License-Identifier: GPL-2.0-only
/*
 * A state as captured: which fields are known.
 */
#include <kunit/test.h>
#include "core/entry/vmstate.h"

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
			/*
			 * A VMCS encoding says how wide the field is; bit 0 asks for a high half.
			 */
			if (isa != ND_ISA_VMX) {
				KUNIT_EXPECT_EQ_MSG(test, desc->where % desc->width, 0U, "%s", desc->id);
				continue;
			}
			if (desc->where == ND_VMF_IN_MEMORY) {
				KUNIT_EXPECT_NULL(test, nd_vmf_evmcs(i));
				continue;
			}
			KUNIT_EXPECT_EQ(test, desc->width, widths[desc->where >> 13]);
			KUNIT_EXPECT_EQ_MSG(test, desc->where & 1, 0U, "%s", desc->id);
			/* The same field has the same encoding in the enlightened VMCS. */
			for (j = 0; j < nd_nr_evmcs_fields; j++)
				if (!strcmp(nd_evmcs_fields[j].name, desc->id))
					KUNIT_EXPECT_EQ_MSG(test, nd_evmcs_fields[j].encoding,
							    desc->where, "%s", desc->id);
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

static struct kunit_case vmstate_test_cases[] = {
	KUNIT_CASE(vmstate_fields_are_told_apart),
	KUNIT_CASE(vmstate_takes_copies),
	{}
};

static struct kunit_suite nestdiag_vmstate_suite = {
	.name = "nestdiag_vmstate",
	.test_cases = vmstate_test_cases,
};
