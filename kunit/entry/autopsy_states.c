// SPDX-License-Identifier: GPL-2.0-only
/*
 * States that pass all checks of a VM entry, and how a case changes them.
 */

/* How a case changes a field. */
enum case_op { CASE_END, CASE_IS, CASE_SET, CASE_CLEAR };

struct case_change {
	enum case_op op;
	u8 field;
	u64 value;
};

#define IS(f, v)	{ CASE_IS, ND_VMF_##f, v }
#define SET(f, v)	{ CASE_SET, ND_VMF_##f, v }
#define CLEAR(f, v)	{ CASE_CLEAR, ND_VMF_##f, v }
#define VMCB_IS(f, v)	{ CASE_IS, ND_VMCB_##f, v }
#define VMCB_SET(f, v)	{ CASE_SET, ND_VMCB_##f, v }
#define VMCB_CLEAR(f, v) { CASE_CLEAR, ND_VMCB_##f, v }

enum case_base { CASE_64, CASE_PAE, CASE_REAL, CASE_V86, CASE_SVM, CASE_NR_BASES };

/**
 * struct autopsy_case - one check fails
 * @base:    the state to change
 * @id:      the check
 * @also:    other checks that cannot but fail with it
 * @changes: what to change; the first field is what the check is about
 * @msr:     an entry of the VM-entry MSR-load area; @changes gives the count
 */
struct autopsy_case {
	enum case_base base;
	const char *id;
	u32 also;
	struct case_change changes[5];
	struct nd_vmstate_msr msr;
};

#define CASE(base, id, ...)	{ CASE_##base, id, 0, { __VA_ARGS__ }, { 0, 0 } }
#define CASE_ALSO(base, id, n, ...) { CASE_##base, id, n, { __VA_ARGS__ }, { 0, 0 } }

#define CASE_NONCANONICAL	0x0100000000000000ULL
#define CASE_BEYOND		0x0000010000000000ULL	/* the CPU of the tests has 39 bits */

static const struct case_change case_64[] = {
	IS(PIN_CTLS, 0x3f), IS(PRIMARY_CTLS, 0xb6a1e1fa), IS(SECONDARY_CTLS, 0xa2),
	IS(TERTIARY_CTLS, 0), IS(EXIT_CTLS, 0x2befff), IS(EXIT2_CTLS, 0), IS(ENTRY_CTLS, 0xd3ff),
	IS(CR3_TARGET_COUNT, 4), IS(IO_BITMAP_A, 0x1000), IS(IO_BITMAP_B, 0x2000),
	IS(MSR_BITMAP, 0x3000), IS(VAPIC_ADDR, 0x4000), IS(APIC_ACCESS_ADDR, 0xfee00000),
	IS(TPR_THRESHOLD, 0), IS(POSTED_INTR_VECTOR, 0xf2), IS(POSTED_INTR_DESC, 0x5040),
	IS(VPID, 1), IS(EPTP, 0x600005e), IS(EPTP_LIST, 0x7000), IS(VMFUNC_CTLS, 0),
	IS(PML_ADDR, 0x8000), IS(VMREAD_BITMAP, 0x9000), IS(VMWRITE_BITMAP, 0xa000),
	IS(VE_INFO_ADDR, 0xb000), IS(SPPTP, 0xc000), IS(HLATP, 0xd018), IS(PID_TABLE, 0xe000),
	IS(PID_LAST, 1), IS(TSC_MULTIPLIER, 1ULL << 48),
	IS(EXIT_MSR_STORE_COUNT, 0), IS(EXIT_MSR_LOAD_COUNT, 2), IS(ENTRY_MSR_LOAD_COUNT, 0),
	IS(EXIT_MSR_STORE_ADDR, 0), IS(EXIT_MSR_LOAD_ADDR, 0xf010), IS(ENTRY_MSR_LOAD_ADDR, 0),
	IS(ENTRY_INTR_INFO, 0), IS(ENTRY_ERROR_CODE, 0), IS(ENTRY_INSTR_LEN, 0),

	IS(HOST_CR0, 0x80050033), IS(HOST_CR3, 0x10000), IS(HOST_CR4, 0x26e0),
	IS(HOST_ES_SEL, 0), IS(HOST_CS_SEL, 0x10), IS(HOST_SS_SEL, 0x18), IS(HOST_DS_SEL, 0),
	IS(HOST_FS_SEL, 0), IS(HOST_GS_SEL, 0), IS(HOST_TR_SEL, 0x40),
	IS(HOST_FS_BASE, 0x7f0000000000), IS(HOST_GS_BASE, 0xffff888000000000),
	IS(HOST_TR_BASE, 0xfffffe0000003000), IS(HOST_GDTR_BASE, 0xfffffe0000001000),
	IS(HOST_IDTR_BASE, 0xfffffe0000000000), IS(HOST_SYSENTER_CS, 0x10),
	IS(HOST_SYSENTER_ESP, 0xfffffe0000002200), IS(HOST_SYSENTER_EIP, 0xffffffff81a00000),
	IS(HOST_PAT, 0x0407050600070106), IS(HOST_EFER, 0xd01), IS(HOST_PERF_GLOBAL_CTRL, 0),
	IS(HOST_PKRS, 0), IS(HOST_S_CET, 0), IS(HOST_SSP, 0), IS(HOST_SSP_TABLE, 0),
	IS(HOST_RSP, 0xffffc90000123000), IS(HOST_RIP, 0xffffffffc0123456),

	IS(CR0, 0x80050033), IS(CR3, 0x20000), IS(CR4, 0x26e0), IS(DR7, 0x400),
	IS(RSP, 0xffff800000001000), IS(RIP, 0xffff800000002000), IS(RFLAGS, 0x202),
	IS(ES_SEL, 0x18), IS(ES_BASE, 0), IS(ES_LIMIT, 0xffffffff), IS(ES_AR, 0xc093),
	IS(CS_SEL, 0x10), IS(CS_BASE, 0), IS(CS_LIMIT, 0xffffffff), IS(CS_AR, 0xa09b),
	IS(SS_SEL, 0x18), IS(SS_BASE, 0), IS(SS_LIMIT, 0xffffffff), IS(SS_AR, 0xc093),
	IS(DS_SEL, 0x18), IS(DS_BASE, 0), IS(DS_LIMIT, 0xffffffff), IS(DS_AR, 0xc093),
	IS(FS_SEL, 0), IS(FS_BASE, 0x7f0000001000), IS(FS_LIMIT, 0xffffffff), IS(FS_AR, 0x1c000),
	IS(GS_SEL, 0x18), IS(GS_BASE, 0xffff888000001000), IS(GS_LIMIT, 0xffffffff),
	IS(GS_AR, 0xc093),
	IS(LDTR_SEL, 0x28), IS(LDTR_BASE, 0xffff888000003000), IS(LDTR_LIMIT, 0xff),
	IS(LDTR_AR, 0x82),
	IS(TR_SEL, 0x40), IS(TR_BASE, 0xfffffe0000004000), IS(TR_LIMIT, 0x206f), IS(TR_AR, 0x8b),
	IS(GDTR_BASE, 0xfffffe0000005000), IS(GDTR_LIMIT, 0x7f),
	IS(IDTR_BASE, 0xfffffe0000006000), IS(IDTR_LIMIT, 0xfff),
	IS(DEBUGCTL, 0), IS(SYSENTER_CS, 0x10), IS(SYSENTER_ESP, 0xfffffe0000007000),
	IS(SYSENTER_EIP, 0xffffffff81a00000), IS(PAT, 0x0407050600070106), IS(EFER, 0xd01),
	IS(PERF_GLOBAL_CTRL, 0), IS(BNDCFGS, 0), IS(RTIT_CTL, 0), IS(LBR_CTL, 0), IS(PKRS, 0),
	IS(UINV, 0), IS(S_CET, 0), IS(SSP, 0), IS(SSP_TABLE, 0), IS(ACTIVITY, 0),
	IS(INTERRUPTIBILITY, 0), IS(PENDING_DBG, 0), IS(LINK_POINTER, ~0ULL), IS(SMBASE, 0),
	IS(PREEMPTION_TIMER, 0), IS(INTR_STATUS, 0), IS(PML_INDEX, 0),
	IS(PDPTE0, 0), IS(PDPTE1, 0), IS(PDPTE2, 0), IS(PDPTE3, 0),
	{ CASE_END, 0, 0 }
};

/* These three change the one above. */
static const struct case_change case_pae[] = {
	IS(SECONDARY_CTLS, 0x22), IS(ENTRY_CTLS, 0xd1ff), IS(CR0, 0x80010031), IS(CR4, 0x2020),
	IS(EFER, 0), IS(RIP, 0xc0100000), IS(RSP, 0xc0200000),
	IS(CS_SEL, 0x60), IS(CS_BASE, 0), IS(CS_LIMIT, 0xffffffff), IS(CS_AR, 0xc09b),
	IS(SS_SEL, 0x68), IS(SS_BASE, 0), IS(SS_LIMIT, 0xffffffff), IS(SS_AR, 0xc093),
	IS(FS_SEL, 0xd8), IS(FS_BASE, 0), IS(FS_LIMIT, 0xfffff), IS(FS_AR, 0x4093),
	IS(LDTR_SEL, 0), IS(LDTR_BASE, 0), IS(LDTR_LIMIT, 0), IS(LDTR_AR, 0x10000),
	IS(TR_SEL, 0x80), IS(TR_BASE, 0xc0300000), IS(TR_LIMIT, 0x206b), IS(TR_AR, 0x8b),
	IS(PDPTE0, 0x30001), IS(PDPTE1, 0), IS(PDPTE2, 0x7e6), IS(PDPTE3, 0x31019),
	{ CASE_END, 0, 0 }
};

static const struct case_change case_real[] = {
	IS(ENTRY_CTLS, 0xd1ff), IS(CR0, 0x30), IS(CR4, 0x2000), IS(EFER, 0), IS(CR3, 0),
	IS(RIP, 0xfff0), IS(RSP, 0), IS(RFLAGS, 2),
	IS(ES_SEL, 0), IS(ES_BASE, 0), IS(ES_LIMIT, 0xffff), IS(ES_AR, 0x93),
	IS(DS_SEL, 0), IS(DS_BASE, 0), IS(DS_LIMIT, 0xffff), IS(DS_AR, 0x93),
	IS(CS_SEL, 0xf000), IS(CS_BASE, 0xffff0000), IS(CS_LIMIT, 0xffff), IS(CS_AR, 0x9b),
	IS(SS_SEL, 0), IS(SS_BASE, 0), IS(SS_LIMIT, 0xffff), IS(SS_AR, 0x93),
	IS(FS_SEL, 0), IS(FS_BASE, 0), IS(FS_LIMIT, 0xffff), IS(FS_AR, 0x93),
	IS(GS_SEL, 0), IS(GS_BASE, 0), IS(GS_LIMIT, 0xffff), IS(GS_AR, 0x93),
	IS(LDTR_SEL, 0), IS(LDTR_BASE, 0), IS(LDTR_LIMIT, 0xffff), IS(LDTR_AR, 0x82),
	IS(TR_SEL, 0), IS(TR_BASE, 0), IS(TR_LIMIT, 0xffff), IS(TR_AR, 0x83),
	{ CASE_END, 0, 0 }
};

static const struct case_change case_v86[] = {
	IS(SECONDARY_CTLS, 0x22), IS(ENTRY_CTLS, 0xd1ff), IS(CR0, 0x80010031), IS(CR4, 0x2000),
	IS(EFER, 0), IS(RIP, 0x100), IS(RSP, 0x200), IS(RFLAGS, 0x23202),
	IS(ES_SEL, 0x100), IS(ES_BASE, 0x1000), IS(ES_LIMIT, 0xffff), IS(ES_AR, 0xf3),
	IS(CS_SEL, 0x101), IS(CS_BASE, 0x1010), IS(CS_LIMIT, 0xffff), IS(CS_AR, 0xf3),
	IS(SS_SEL, 0x102), IS(SS_BASE, 0x1020), IS(SS_LIMIT, 0xffff), IS(SS_AR, 0xf3),
	IS(DS_SEL, 0x103), IS(DS_BASE, 0x1030), IS(DS_LIMIT, 0xffff), IS(DS_AR, 0xf3),
	IS(FS_SEL, 0x104), IS(FS_BASE, 0x1040), IS(FS_LIMIT, 0xffff), IS(FS_AR, 0xf3),
	IS(GS_SEL, 0x105), IS(GS_BASE, 0x1050), IS(GS_LIMIT, 0xffff), IS(GS_AR, 0xf3),
	IS(LDTR_SEL, 0), IS(LDTR_BASE, 0), IS(LDTR_LIMIT, 0), IS(LDTR_AR, 0x10000),
	IS(TR_SEL, 0x80), IS(TR_BASE, 0xc0300000), IS(TR_LIMIT, 0x206b), IS(TR_AR, 0x8b),
	{ CASE_END, 0, 0 }
};

static const struct case_change case_svm[] = {
	VMCB_IS(INTERCEPTS3, 0x3), VMCB_IS(INTERCEPTS4, 0x1), VMCB_IS(IOPM, 0x1000),
	VMCB_IS(MSRPM, 0x4000), VMCB_IS(ASID, 1), VMCB_IS(INT_CTL, 0x1000000),
	VMCB_IS(NESTED_CTL, 1), VMCB_IS(EVENT_INJ, 0), VMCB_IS(NCR3, 0x10000),
	VMCB_IS(CS_ATTR, 0x29b), VMCB_IS(EFER, 0x1d01), VMCB_IS(CR4, 0x6f0),
	VMCB_IS(CR3, 0x20018), VMCB_IS(CR0, 0x80050033), VMCB_IS(DR7, 0x400),
	VMCB_IS(DR6, 0xffff0ff0), VMCB_IS(PAT, 0x0007040600070406),
	{ CASE_END, 0, 0 }
};

static const struct case_change *const case_bases[CASE_NR_BASES] = {
	[CASE_64]	= case_64,
	[CASE_PAE]	= case_pae,
	[CASE_REAL]	= case_real,
	[CASE_V86]	= case_v86,
	[CASE_SVM]	= case_svm,
};
