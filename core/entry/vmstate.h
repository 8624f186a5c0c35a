/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The state that a VM entry works on: the fields of a VMCS or VMCB that entry checks look at, as
 * far as they were captured. Filled by the module, by the dump parser, or by a test.
 */
#ifndef NESTDIAG_VMSTATE_H
#define NESTDIAG_VMSTATE_H

#include "core/exits/account.h"

struct nd_evmcs_field;

/* Fields of a VMCS, by the SDM's Appendix B. */
enum nd_vmf {
	/* First, because a VMREAD that fails changes it. */
	ND_VMF_INSTRUCTION_ERROR,
	/* controls */
	ND_VMF_PIN_CTLS,
	ND_VMF_PRIMARY_CTLS,
	ND_VMF_SECONDARY_CTLS,
	ND_VMF_TERTIARY_CTLS,
	ND_VMF_EXIT_CTLS,
	ND_VMF_EXIT2_CTLS,
	ND_VMF_ENTRY_CTLS,
	ND_VMF_EXCEPTION_BITMAP,
	ND_VMF_CR3_TARGET_COUNT,
	ND_VMF_IO_BITMAP_A,
	ND_VMF_IO_BITMAP_B,
	ND_VMF_MSR_BITMAP,
	ND_VMF_EXIT_MSR_STORE_ADDR,
	ND_VMF_EXIT_MSR_LOAD_ADDR,
	ND_VMF_ENTRY_MSR_LOAD_ADDR,
	ND_VMF_EXIT_MSR_STORE_COUNT,
	ND_VMF_EXIT_MSR_LOAD_COUNT,
	ND_VMF_ENTRY_MSR_LOAD_COUNT,
	ND_VMF_PML_ADDR,
	ND_VMF_TSC_OFFSET,
	ND_VMF_TSC_MULTIPLIER,
	ND_VMF_VAPIC_ADDR,
	ND_VMF_APIC_ACCESS_ADDR,
	ND_VMF_TPR_THRESHOLD,
	ND_VMF_POSTED_INTR_VECTOR,
	ND_VMF_POSTED_INTR_DESC,
	ND_VMF_VPID,
	ND_VMF_EPTP,
	ND_VMF_EPTP_LIST,
	ND_VMF_VMFUNC_CTLS,
	ND_VMF_VMREAD_BITMAP,
	ND_VMF_VMWRITE_BITMAP,
	ND_VMF_VE_INFO_ADDR,
	ND_VMF_SPPTP,
	ND_VMF_HLATP,
	ND_VMF_PID_TABLE,
	ND_VMF_PID_LAST,
	ND_VMF_ENTRY_INTR_INFO,
	ND_VMF_ENTRY_ERROR_CODE,
	ND_VMF_ENTRY_INSTR_LEN,
	ND_VMF_CR0_MASK,
	ND_VMF_CR4_MASK,
	ND_VMF_CR0_SHADOW,
	ND_VMF_CR4_SHADOW,
	/* host state */
	ND_VMF_HOST_CR0,
	ND_VMF_HOST_CR3,
	ND_VMF_HOST_CR4,
	ND_VMF_HOST_ES_SEL,
	ND_VMF_HOST_CS_SEL,
	ND_VMF_HOST_SS_SEL,
	ND_VMF_HOST_DS_SEL,
	ND_VMF_HOST_FS_SEL,
	ND_VMF_HOST_GS_SEL,
	ND_VMF_HOST_TR_SEL,
	ND_VMF_HOST_FS_BASE,
	ND_VMF_HOST_GS_BASE,
	ND_VMF_HOST_TR_BASE,
	ND_VMF_HOST_GDTR_BASE,
	ND_VMF_HOST_IDTR_BASE,
	ND_VMF_HOST_SYSENTER_CS,
	ND_VMF_HOST_SYSENTER_ESP,
	ND_VMF_HOST_SYSENTER_EIP,
	ND_VMF_HOST_PAT,
	ND_VMF_HOST_EFER,
	ND_VMF_HOST_PERF_GLOBAL_CTRL,
	ND_VMF_HOST_PKRS,
	ND_VMF_HOST_S_CET,
	ND_VMF_HOST_SSP,
	ND_VMF_HOST_SSP_TABLE,
	ND_VMF_HOST_RSP,
	ND_VMF_HOST_RIP,
	/* guest state */
	ND_VMF_CR0,
	ND_VMF_CR3,
	ND_VMF_CR4,
	ND_VMF_DR7,
	ND_VMF_RSP,
	ND_VMF_RIP,
	ND_VMF_RFLAGS,
	ND_VMF_ES_SEL,
	ND_VMF_CS_SEL,
	ND_VMF_SS_SEL,
	ND_VMF_DS_SEL,
	ND_VMF_FS_SEL,
	ND_VMF_GS_SEL,
	ND_VMF_LDTR_SEL,
	ND_VMF_TR_SEL,
	ND_VMF_ES_BASE,
	ND_VMF_CS_BASE,
	ND_VMF_SS_BASE,
	ND_VMF_DS_BASE,
	ND_VMF_FS_BASE,
	ND_VMF_GS_BASE,
	ND_VMF_LDTR_BASE,
	ND_VMF_TR_BASE,
	ND_VMF_ES_LIMIT,
	ND_VMF_CS_LIMIT,
	ND_VMF_SS_LIMIT,
	ND_VMF_DS_LIMIT,
	ND_VMF_FS_LIMIT,
	ND_VMF_GS_LIMIT,
	ND_VMF_LDTR_LIMIT,
	ND_VMF_TR_LIMIT,
	ND_VMF_ES_AR,
	ND_VMF_CS_AR,
	ND_VMF_SS_AR,
	ND_VMF_DS_AR,
	ND_VMF_FS_AR,
	ND_VMF_GS_AR,
	ND_VMF_LDTR_AR,
	ND_VMF_TR_AR,
	ND_VMF_GDTR_BASE,
	ND_VMF_IDTR_BASE,
	ND_VMF_GDTR_LIMIT,
	ND_VMF_IDTR_LIMIT,
	ND_VMF_DEBUGCTL,
	ND_VMF_SYSENTER_CS,
	ND_VMF_SYSENTER_ESP,
	ND_VMF_SYSENTER_EIP,
	ND_VMF_PAT,
	ND_VMF_EFER,
	ND_VMF_PERF_GLOBAL_CTRL,
	ND_VMF_BNDCFGS,
	ND_VMF_RTIT_CTL,
	ND_VMF_LBR_CTL,
	ND_VMF_PKRS,
	ND_VMF_UINV,
	ND_VMF_S_CET,
	ND_VMF_SSP,
	ND_VMF_SSP_TABLE,
	ND_VMF_ACTIVITY,
	ND_VMF_INTERRUPTIBILITY,
	ND_VMF_PENDING_DBG,
	ND_VMF_LINK_POINTER,
	ND_VMF_SMBASE,
	ND_VMF_PREEMPTION_TIMER,
	ND_VMF_INTR_STATUS,
	ND_VMF_PML_INDEX,
	ND_VMF_PDPTE0,
	ND_VMF_PDPTE1,
	ND_VMF_PDPTE2,
	ND_VMF_PDPTE3,
	/* read-only: what the last entry or exit left */
	ND_VMF_EXIT_REASON,
	ND_VMF_QUALIFICATION,
	ND_VMF_EXIT_INTR_INFO,
	ND_VMF_EXIT_INTR_ERROR,
	ND_VMF_IDT_INFO,
	ND_VMF_IDT_ERROR,
	/* in memory, where a field points to */
	ND_VMF_VTPR,
	ND_NR_VMF
};

/* Fields of a VMCB, by the APM's Appendix B. */
enum nd_vmcb {
	/* control area */
	ND_VMCB_CR_INTERCEPTS,
	ND_VMCB_DR_INTERCEPTS,
	ND_VMCB_EXCEPTIONS,
	ND_VMCB_INTERCEPTS3,
	ND_VMCB_INTERCEPTS4,
	ND_VMCB_INTERCEPTS5,
	ND_VMCB_IOPM,
	ND_VMCB_MSRPM,
	ND_VMCB_TSC_OFFSET,
	ND_VMCB_ASID,
	ND_VMCB_TLB_CTL,
	ND_VMCB_INT_CTL,
	ND_VMCB_INT_VECTOR,
	ND_VMCB_INT_STATE,
	ND_VMCB_EXIT_CODE,
	ND_VMCB_EXIT_INFO1,
	ND_VMCB_EXIT_INFO2,
	ND_VMCB_EXIT_INT_INFO,
	ND_VMCB_EXIT_INT_ERROR,
	ND_VMCB_NESTED_CTL,
	ND_VMCB_AVIC_BAR,
	ND_VMCB_GHCB,
	ND_VMCB_EVENT_INJ,
	ND_VMCB_EVENT_INJ_ERROR,
	ND_VMCB_NCR3,
	ND_VMCB_VIRT_EXT,
	ND_VMCB_CLEAN,
	ND_VMCB_NEXT_RIP,
	ND_VMCB_AVIC_BACKING,
	ND_VMCB_AVIC_LOGICAL,
	ND_VMCB_AVIC_PHYSICAL,
	ND_VMCB_VMSA,
	/* state save area */
	ND_VMCB_ES_SEL,
	ND_VMCB_ES_ATTR,
	ND_VMCB_ES_LIMIT,
	ND_VMCB_ES_BASE,
	ND_VMCB_CS_SEL,
	ND_VMCB_CS_ATTR,
	ND_VMCB_CS_LIMIT,
	ND_VMCB_CS_BASE,
	ND_VMCB_SS_SEL,
	ND_VMCB_SS_ATTR,
	ND_VMCB_SS_LIMIT,
	ND_VMCB_SS_BASE,
	ND_VMCB_DS_SEL,
	ND_VMCB_DS_ATTR,
	ND_VMCB_DS_LIMIT,
	ND_VMCB_DS_BASE,
	ND_VMCB_FS_SEL,
	ND_VMCB_FS_ATTR,
	ND_VMCB_FS_LIMIT,
	ND_VMCB_FS_BASE,
	ND_VMCB_GS_SEL,
	ND_VMCB_GS_ATTR,
	ND_VMCB_GS_LIMIT,
	ND_VMCB_GS_BASE,
	ND_VMCB_GDTR_LIMIT,
	ND_VMCB_GDTR_BASE,
	ND_VMCB_LDTR_SEL,
	ND_VMCB_LDTR_ATTR,
	ND_VMCB_LDTR_LIMIT,
	ND_VMCB_LDTR_BASE,
	ND_VMCB_IDTR_LIMIT,
	ND_VMCB_IDTR_BASE,
	ND_VMCB_TR_SEL,
	ND_VMCB_TR_ATTR,
	ND_VMCB_TR_LIMIT,
	ND_VMCB_TR_BASE,
	ND_VMCB_CPL,
	ND_VMCB_EFER,
	ND_VMCB_CR4,
	ND_VMCB_CR3,
	ND_VMCB_CR0,
	ND_VMCB_DR7,
	ND_VMCB_DR6,
	ND_VMCB_RFLAGS,
	ND_VMCB_RIP,
	ND_VMCB_RSP,
	ND_VMCB_S_CET,
	ND_VMCB_SSP,
	ND_VMCB_SSP_TABLE,
	ND_VMCB_RAX,
	ND_VMCB_CR2,
	ND_VMCB_PAT,
	ND_VMCB_DBGCTL,
	ND_NR_VMCB
};

#define ND_VMF_IN_MEMORY	0xfffe	/* no field has it: its reserved bits are set */

/**
 * struct nd_vmf_desc - one field
 * @where: a VMCS field's encoding, a VMCB field's byte offset, or ND_VMF_IN_MEMORY
 * @width: bytes: 1, 2, 4 or 8; natural-width fields have 8
 * @id:    Linux's name in small letters, for scripts and records
 * @name:  the specification's, to be used in a sentence
 */
struct nd_vmf_desc {
	u16 where;
	u8 width;
	const char *id;
	const char *name;
};

extern const struct nd_vmf_desc nd_vmf_descs[ND_NR_VMF];
extern const struct nd_vmf_desc nd_vmcb_descs[ND_NR_VMCB];

#define ND_VMSTATE_MSRS	8	/* of the entry MSR-load area; KVM's has room for as many */
#define ND_VMCB_BYTES	0x678	/* of a VMCB, up to and with the last field that is looked at */

struct nd_vmstate_msr {
	u32 index;
	u64 value;
};

/**
 * struct nd_vmstate - a VMCS or VMCB, as far as it was captured
 * @isa:     ND_ISA_VMX: fields are enum nd_vmf; ND_ISA_SVM: they are enum nd_vmcb; else none
 * @nr_msrs: entries of @msrs that are known, from the first of the area on
 * @msrs:    the VM-entry MSR-load area
 * @value:   by field
 * @known:   by field: was it captured?
 *
 * Some 1.5 KiB: not for a kernel stack.
 */
struct nd_vmstate {
	enum nd_isa isa;
	u32 nr_msrs;
	struct nd_vmstate_msr msrs[ND_VMSTATE_MSRS];
	u64 value[ND_NR_VMF];
	u8 known[ND_NR_VMF];
};

_Static_assert((int)ND_NR_VMCB <= (int)ND_NR_VMF, "one array holds either");
_Static_assert(sizeof(struct nd_vmstate) < 2048, "a ring of them stays small");

/** nd_vmstate_init() - nothing is known yet */
void nd_vmstate_init(struct nd_vmstate *state, enum nd_isa isa);

/** nd_vmstate_nr() - number of fields that a state of this kind can have, 0 for an unknown kind */
unsigned int nd_vmstate_nr(enum nd_isa isa);

/** nd_vmstate_desc() - the field's description, NULL if there is no such field */
const struct nd_vmf_desc *nd_vmstate_desc(enum nd_isa isa, unsigned int field);

/** nd_vmstate_find() - the field with that id, nd_vmstate_nr() if there is none */
unsigned int nd_vmstate_find(enum nd_isa isa, const char *id, size_t len);

/** nd_vmstate_known() - number of fields that were captured */
unsigned int nd_vmstate_known(const struct nd_vmstate *state);

/* What goes beyond the field's width is cut off; a field out of range is ignored. */
static inline void nd_vmstate_set(struct nd_vmstate *state, unsigned int field, u64 value)
{
	const struct nd_vmf_desc *desc = nd_vmstate_desc(state->isa, field);

	if (!desc)
		return;
	if (desc->width < 8)
		value &= BIT_ULL(desc->width * 8) - 1;
	state->value[field] = value;
	state->known[field] = 1;
}

static inline bool nd_vmstate_has(const struct nd_vmstate *state, unsigned int field)
{
	return field < ND_NR_VMF && state->known[field];
}

/* 0 if it was not captured. */
static inline u64 nd_vmstate_get(const struct nd_vmstate *state, unsigned int field)
{
	return nd_vmstate_has(state, field) ? state->value[field] : 0;
}

/** nd_vmf_evmcs() - the field's place in the enlightened VMCS, NULL if that has none */
const struct nd_evmcs_field *nd_vmf_evmcs(enum nd_vmf field);

/**
 * nd_vmstate_from_evmcs() - fill from a copy of an enlightened VMCS, version 1
 * @state: initialized, ND_ISA_VMX
 * @bytes: ND_EVMCS_BYTES
 */
void nd_vmstate_from_evmcs(struct nd_vmstate *state, const u8 *bytes);

/**
 * nd_vmstate_from_vmcb() - fill from a copy of a VMCB
 * @state: initialized, ND_ISA_SVM
 * @bytes: its start
 * @len:   how much of it; fields beyond stay unknown
 */
void nd_vmstate_from_vmcb(struct nd_vmstate *state, const u8 *bytes, size_t len);

#endif /* NESTDIAG_VMSTATE_H */
