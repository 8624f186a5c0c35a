// SPDX-License-Identifier: GPL-2.0-only
/*
 * States that pass all checks of a VM entry, and for each check changes that make it fail.
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

/* A valid event to inject is one of these, with changes. */
#define CASE_EVENT(type, vector, more)	\
	IS(ENTRY_INTR_INFO, 0x80000000ULL | (type) << 8 | (vector) | (more))

#define CASE_V86_BASE(id, r)	CASE(V86, "guest-" id "-v86-base", IS(r##_BASE, 0x1234))
#define CASE_V86_LIMIT(id, r)	CASE(V86, "guest-" id "-v86-limit", IS(r##_LIMIT, 0xfffe))
#define CASE_V86_AR(id, r)	CASE(V86, "guest-" id "-v86-ar", IS(r##_AR, 0x93))
/* FS is not usable in CASE_64; in CASE_PAE all are. */
#define CASE_S(id, r)		CASE(PAE, "guest-" id "-s", CLEAR(r##_AR, 0x10))
#define CASE_PRESENT(id, r)	CASE(PAE, "guest-" id "-present", CLEAR(r##_AR, 0x80))
#define CASE_RESERVED(id, r)	CASE(PAE, "guest-" id "-reserved", SET(r##_AR, 0x400))
#define CASE_GRANULARITY(id, r)						\
	CASE(PAE, "guest-" id "-granularity", SET(r##_AR, 0x8000), IS(r##_LIMIT, 0x1000))
#define CASE_BIG_LIMIT(id, r)						\
	CASE(PAE, "guest-" id "-granularity", CLEAR(r##_AR, 0x8000), IS(r##_LIMIT, 0x100000))
#define CASE_HIGH(id, r)	CASE(PAE, "guest-" id "-reserved-high", SET(r##_AR, 0x20000))
#define CASE_DATA_READ(id, r)	\
	CASE(PAE, "guest-" id "-type", SET(r##_AR, 0xb), CLEAR(r##_AR, 2))
#define CASE_DATA_TYPE(id, r)	CASE(PAE, "guest-" id "-type", CLEAR(r##_AR, 1))
#define CASE_DATA_DPL(id, r)	CASE(PAE, "guest-" id "-dpl", SET(r##_SEL, 3))
#define CASE_HOST_RPL(id, r)	CASE(64, "host-" id "-selector", SET(HOST_##r##_SEL, 3))
#define CASE_HOST_TI(id, r)	CASE(64, "host-" id "-selector", SET(HOST_##r##_SEL, 4))
#define CASE_HOST_BASE(id, r)	\
	CASE(64, "host-" id "-base", IS(HOST_##r##_BASE, CASE_NONCANONICAL))
#define CASE_HOST_BASE48(id, r)	\
	CASE(64, "host-" id "-base", IS(HOST_##r##_BASE, 0x0000800000000000))
#define CASE_PAGE_LOW(id, f, ...)	CASE(64, id, SET(f, 0x800), ##__VA_ARGS__)
#define CASE_PAGE_HIGH(id, f, ...)	CASE(64, id, SET(f, CASE_BEYOND), ##__VA_ARGS__)
#define CASE_LDTR(id, ...)	CASE(64, "guest-ldtr-" id, __VA_ARGS__)

static const struct autopsy_case autopsy_cases[] = {
	CASE(64, "ctl-pin-allowed", CLEAR(PIN_CTLS, 2)),
	CASE(64, "ctl-pin-allowed", SET(PIN_CTLS, 0x100)),
	CASE(64, "ctl-primary-allowed", CLEAR(PRIMARY_CTLS, 2)),
	CASE(64, "ctl-primary-allowed", SET(PRIMARY_CTLS, 1)),
	CASE(64, "ctl-secondary-allowed", SET(SECONDARY_CTLS, 1U << 27)),
	CASE(64, "ctl-tertiary-allowed", SET(TERTIARY_CTLS, 1U << 20),
	     SET(PRIMARY_CTLS, 1U << 17)),
	CASE(64, "ctl-cr3-target-count", IS(CR3_TARGET_COUNT, 5)),
	CASE_PAGE_LOW("ctl-io-bitmap-a", IO_BITMAP_A),
	CASE_PAGE_HIGH("ctl-io-bitmap-a", IO_BITMAP_A),
	CASE_PAGE_LOW("ctl-io-bitmap-b", IO_BITMAP_B),
	CASE_PAGE_HIGH("ctl-io-bitmap-b", IO_BITMAP_B),
	CASE_PAGE_LOW("ctl-msr-bitmap", MSR_BITMAP),
	CASE_PAGE_HIGH("ctl-msr-bitmap", MSR_BITMAP),
	CASE_PAGE_LOW("ctl-virtual-apic-addr", VAPIC_ADDR),
	CASE_PAGE_HIGH("ctl-virtual-apic-addr", VAPIC_ADDR),
	CASE(64, "ctl-tpr-threshold", IS(TPR_THRESHOLD, 0x10), SET(SECONDARY_CTLS, 1)),
	CASE(64, "ctl-virtual-nmis", CLEAR(PIN_CTLS, 8)),
	CASE(64, "ctl-nmi-window", CLEAR(PIN_CTLS, 0x20), SET(PRIMARY_CTLS, 1U << 22)),
	CASE_PAGE_LOW("ctl-apic-access-addr", APIC_ACCESS_ADDR, SET(SECONDARY_CTLS, 1)),
	CASE_PAGE_HIGH("ctl-apic-access-addr", APIC_ACCESS_ADDR, SET(SECONDARY_CTLS, 1)),
	CASE(64, "ctl-x2apic-tpr-shadow", SET(SECONDARY_CTLS, 1U << 4),
	     CLEAR(PRIMARY_CTLS, 1U << 21)),
	CASE(64, "ctl-apic-registers-tpr-shadow", SET(SECONDARY_CTLS, 1U << 8),
	     CLEAR(PRIMARY_CTLS, 1U << 21)),
	CASE(64, "ctl-vintr-tpr-shadow", SET(SECONDARY_CTLS, 1U << 9),
	     CLEAR(PRIMARY_CTLS, 1U << 21)),
	CASE(64, "ctl-x2apic-apic-accesses", SET(SECONDARY_CTLS, 1U << 4 | 1)),
	CASE(64, "ctl-vintr-ext-intr", SET(SECONDARY_CTLS, 1U << 9), CLEAR(PIN_CTLS, 1)),
	CASE(64, "ctl-posted-vintr", SET(PIN_CTLS, 0x80)),
	CASE(64, "ctl-posted-ack", CLEAR(EXIT_CTLS, 1U << 15), SET(PIN_CTLS, 0x80),
	     SET(SECONDARY_CTLS, 1U << 9)),
	CASE(64, "ctl-posted-vector", SET(POSTED_INTR_VECTOR, 0x100), SET(PIN_CTLS, 0x80),
	     SET(SECONDARY_CTLS, 1U << 9)),
	CASE(64, "ctl-posted-descriptor", SET(POSTED_INTR_DESC, 0x20), SET(PIN_CTLS, 0x80),
	     SET(SECONDARY_CTLS, 1U << 9)),
	CASE(64, "ctl-posted-descriptor", SET(POSTED_INTR_DESC, CASE_BEYOND), SET(PIN_CTLS, 0x80),
	     SET(SECONDARY_CTLS, 1U << 9)),
	CASE(64, "ctl-vpid", IS(VPID, 0)),
	CASE(64, "ctl-eptp-type", IS(EPTP, 0x600005c)),
	CASE(64, "ctl-eptp-type", IS(EPTP, 0x6000058)),	/* UC: not by this CPU */
	CASE(64, "ctl-eptp-levels", IS(EPTP, 0x6000056)),
	CASE(64, "ctl-eptp-levels", IS(EPTP, 0x6000066)),	/* 5: not by this CPU */
	CASE(64, "ctl-eptp-shadow-stack", SET(EPTP, 0x80)),
	CASE(64, "ctl-eptp-reserved", SET(EPTP, 0x100)),
	CASE(64, "ctl-eptp-reserved", SET(EPTP, CASE_BEYOND)),
	CASE_ALSO(64, "ctl-pml-ept", 1, SET(SECONDARY_CTLS, 1U << 17), CLEAR(SECONDARY_CTLS, 2)),
	CASE_PAGE_LOW("ctl-pml-addr", PML_ADDR, SET(SECONDARY_CTLS, 1U << 17)),
	CASE_PAGE_HIGH("ctl-pml-addr", PML_ADDR, SET(SECONDARY_CTLS, 1U << 17)),
	CASE(64, "ctl-unrestricted-ept", CLEAR(SECONDARY_CTLS, 2)),
	CASE_ALSO(64, "ctl-mbec-ept", 0, SET(SECONDARY_CTLS, 1U << 22),
		  CLEAR(SECONDARY_CTLS, 0x82)),
	CASE(64, "ctl-spp-ept", SET(SECONDARY_CTLS, 1U << 23), CLEAR(SECONDARY_CTLS, 0x82)),
	CASE_PAGE_LOW("ctl-spp-addr", SPPTP, SET(SECONDARY_CTLS, 1U << 23)),
	CASE_PAGE_HIGH("ctl-spp-addr", SPPTP, SET(SECONDARY_CTLS, 1U << 23)),
	CASE(64, "ctl-vmfunc", IS(VMFUNC_CTLS, 2), SET(SECONDARY_CTLS, 1U << 13)),
	CASE(64, "ctl-eptp-switching-ept", IS(VMFUNC_CTLS, 1),
	     CLEAR(SECONDARY_CTLS, 0x82), SET(SECONDARY_CTLS, 1U << 13)),
	CASE(64, "ctl-eptp-list", IS(EPTP_LIST, 0x7001), IS(VMFUNC_CTLS, 1),
	     SET(SECONDARY_CTLS, 1U << 13)),
	CASE(64, "ctl-eptp-list", IS(EPTP_LIST, CASE_BEYOND), IS(VMFUNC_CTLS, 1),
	     SET(SECONDARY_CTLS, 1U << 13)),
	CASE_PAGE_LOW("ctl-shadow-read-bitmap", VMREAD_BITMAP, SET(SECONDARY_CTLS, 1U << 14)),
	CASE_PAGE_HIGH("ctl-shadow-read-bitmap", VMREAD_BITMAP, SET(SECONDARY_CTLS, 1U << 14)),
	CASE_PAGE_LOW("ctl-shadow-write-bitmap", VMWRITE_BITMAP, SET(SECONDARY_CTLS, 1U << 14)),
	CASE_PAGE_HIGH("ctl-shadow-write-bitmap", VMWRITE_BITMAP, SET(SECONDARY_CTLS, 1U << 14)),
	CASE_PAGE_LOW("ctl-ve-info", VE_INFO_ADDR, SET(SECONDARY_CTLS, 1U << 18)),
	CASE_PAGE_HIGH("ctl-ve-info", VE_INFO_ADDR, SET(SECONDARY_CTLS, 1U << 18)),
	CASE(64, "ctl-pt-gpa-ept", SET(SECONDARY_CTLS, 1U << 24), SET(EXIT_CTLS, 1U << 25),
	     SET(ENTRY_CTLS, 1U << 18), CLEAR(SECONDARY_CTLS, 0x82)),
	CASE(64, "ctl-pt-gpa-entry", SET(SECONDARY_CTLS, 1U << 24), SET(EXIT_CTLS, 1U << 25)),
	CASE(64, "ctl-pt-gpa-exit", SET(SECONDARY_CTLS, 1U << 24), SET(ENTRY_CTLS, 1U << 18)),
	CASE(64, "ctl-tsc-multiplier", IS(TSC_MULTIPLIER, 0), SET(SECONDARY_CTLS, 1U << 25)),
	CASE(64, "ctl-hlatp", SET(HLATP, 4), SET(PRIMARY_CTLS, 1U << 17), SET(TERTIARY_CTLS, 2)),
	CASE(64, "ctl-hlatp", SET(HLATP, CASE_BEYOND), SET(PRIMARY_CTLS, 1U << 17),
	     SET(TERTIARY_CTLS, 2)),
	CASE(64, "ctl-pid-table", SET(PID_TABLE, 4), SET(PRIMARY_CTLS, 1U << 17),
	     SET(TERTIARY_CTLS, 0x10)),
	CASE(64, "ctl-pid-table", IS(PID_TABLE, 0x7ffffffff8), SET(PRIMARY_CTLS, 1U << 17),
	     SET(TERTIARY_CTLS, 0x10)),
	CASE(64, "ctl-exit-allowed", CLEAR(EXIT_CTLS, 1)),
	CASE(64, "ctl-exit-allowed", SET(EXIT_CTLS, 1U << 27)),
	CASE(64, "ctl-exit2-allowed", SET(EXIT2_CTLS, 1), SET(EXIT_CTLS, 1U << 31)),
	CASE(64, "ctl-save-preemption-timer", SET(EXIT_CTLS, 1U << 22)),
	CASE(64, "ctl-exit-msr-store", IS(EXIT_MSR_STORE_ADDR, 8), IS(EXIT_MSR_STORE_COUNT, 1)),
	CASE(64, "ctl-exit-msr-load", IS(EXIT_MSR_LOAD_ADDR, CASE_BEYOND)),
	CASE(64, "ctl-exit-msr-load", IS(EXIT_MSR_LOAD_ADDR, 0x7ffffffff0)),
	CASE(64, "ctl-entry-allowed", CLEAR(ENTRY_CTLS, 1)),
	CASE(64, "ctl-entry-allowed", SET(ENTRY_CTLS, 1U << 24)),
	CASE(64, "ctl-event-type", CASE_EVENT(1, 0x20, 0)),
	CASE(64, "ctl-event-vector", CASE_EVENT(2, 3, 0)),
	CASE(64, "ctl-event-vector", CASE_EVENT(3, 32, 0)),
	CASE(64, "ctl-event-vector", CASE_EVENT(7, 1, 0)),
	CASE(64, "ctl-event-deliver-error", CASE_EVENT(3, 13, 0)),
	CASE(64, "ctl-event-deliver-error", CASE_EVENT(3, 6, 0x800)),
	CASE(64, "ctl-event-deliver-error", CASE_EVENT(0, 0x20, 0x800)),
	CASE(REAL, "ctl-event-deliver-error", CASE_EVENT(3, 13, 0x800)),
	CASE(64, "ctl-event-reserved", CASE_EVENT(0, 0x20, 0x1000)),
	CASE(64, "ctl-event-error-code", IS(ENTRY_ERROR_CODE, 0x10000),
	     CASE_EVENT(3, 14, 0x800)),
	CASE(64, "ctl-event-length", IS(ENTRY_INSTR_LEN, 16), CASE_EVENT(4, 0x80, 0)),
	CASE(64, "ctl-event-length", IS(ENTRY_INSTR_LEN, 0), CASE_EVENT(6, 3, 0)),
	CASE(64, "ctl-entry-msr-load", IS(ENTRY_MSR_LOAD_ADDR, 0x1008),
	     IS(ENTRY_MSR_LOAD_COUNT, 1)),
	CASE_ALSO(64, "ctl-entry-smm", 1, SET(ENTRY_CTLS, 1U << 10)),
	CASE(64, "ctl-entry-dual-monitor", SET(ENTRY_CTLS, 1U << 11)),

	CASE(64, "host-cr0", CLEAR(HOST_CR0, 0x20)),
	CASE(64, "host-cr0", SET(HOST_CR0, 1ULL << 32)),
	CASE(64, "host-cr4", CLEAR(HOST_CR4, 0x2000)),
	CASE(64, "host-cr4", SET(HOST_CR4, 1U << 15)),
	CASE(64, "host-cet-wp", SET(HOST_CR4, 1U << 23), CLEAR(HOST_CR0, 1U << 16)),
	CASE(64, "host-cr3", SET(HOST_CR3, CASE_BEYOND)),
	CASE(64, "host-cr3", SET(HOST_CR3, 1ULL << 61)),	/* LAM: not by this CPU */
	CASE(64, "host-sysenter-esp", IS(HOST_SYSENTER_ESP, CASE_NONCANONICAL)),
	CASE(64, "host-sysenter-eip", IS(HOST_SYSENTER_EIP, CASE_NONCANONICAL)),
	CASE(64, "host-s-cet", IS(HOST_S_CET, 0x40), SET(EXIT_CTLS, 1U << 28)),
	CASE(64, "host-s-cet", IS(HOST_S_CET, 0xc00), SET(EXIT_CTLS, 1U << 28)),
	CASE(64, "host-s-cet", IS(HOST_S_CET, CASE_NONCANONICAL), SET(EXIT_CTLS, 1U << 28)),
	CASE(64, "host-ssp-table", IS(HOST_SSP_TABLE, CASE_NONCANONICAL),
	     SET(EXIT_CTLS, 1U << 28)),
	CASE(64, "host-ssp", IS(HOST_SSP, 2), SET(EXIT_CTLS, 1U << 28)),
	CASE(64, "host-ssp", IS(HOST_SSP, CASE_NONCANONICAL), SET(EXIT_CTLS, 1U << 28)),
	CASE(64, "host-perf-global-ctrl", IS(HOST_PERF_GLOBAL_CTRL, 0x100),
	     SET(EXIT_CTLS, 1U << 12)),
	CASE(64, "host-perf-global-ctrl", IS(HOST_PERF_GLOBAL_CTRL, 1ULL << 63),
	     SET(EXIT_CTLS, 1U << 12)),
	CASE(64, "host-pat", IS(HOST_PAT, 0x0407050600070102)),
	CASE(64, "host-pat", IS(HOST_PAT, 0x0807050600070106)),
	CASE(64, "host-efer-reserved", SET(HOST_EFER, 2)),
	CASE(64, "host-efer-lma", CLEAR(HOST_EFER, 0x400)),
	CASE(64, "host-efer-lme", CLEAR(HOST_EFER, 0x100)),
	CASE(64, "host-pkrs", IS(HOST_PKRS, 1ULL << 32), SET(EXIT_CTLS, 1U << 29)),
	CASE_HOST_RPL("cs", CS), CASE_HOST_TI("cs", CS),
	CASE_HOST_RPL("ss", SS), CASE_HOST_TI("ss", SS),
	CASE_HOST_RPL("ds", DS), CASE_HOST_TI("ds", DS),
	CASE_HOST_RPL("es", ES), CASE_HOST_TI("es", ES),
	CASE_HOST_RPL("fs", FS), CASE_HOST_TI("fs", FS),
	CASE_HOST_RPL("gs", GS), CASE_HOST_TI("gs", GS),
	CASE_HOST_RPL("tr", TR), CASE_HOST_TI("tr", TR),
	CASE(64, "host-cs-null", IS(HOST_CS_SEL, 0)),
	CASE(64, "host-tr-null", IS(HOST_TR_SEL, 0)),
	CASE(PAE, "host-ss-null", IS(HOST_SS_SEL, 0), CLEAR(EXIT_CTLS, 0x200),
	     IS(HOST_RIP, 0x1000), IS(HOST_EFER, 0)),
	CASE_HOST_BASE("fs", FS), CASE_HOST_BASE48("fs", FS),
	CASE_HOST_BASE("gs", GS), CASE_HOST_BASE48("gs", GS),
	CASE_HOST_BASE("gdtr", GDTR), CASE_HOST_BASE48("gdtr", GDTR),
	CASE_HOST_BASE("idtr", IDTR), CASE_HOST_BASE48("idtr", IDTR),
	CASE_HOST_BASE("tr", TR), CASE_HOST_BASE48("tr", TR),
	CASE(64, "host-ia32e-guest", CLEAR(EXIT_CTLS, 0x200), IS(HOST_RIP, 0x1000),
	     IS(HOST_EFER, 0)),
	CASE(PAE, "host-cr4-pcide", SET(HOST_CR4, 1U << 17), CLEAR(EXIT_CTLS, 0x200),
	     IS(HOST_RIP, 0x1000), IS(HOST_EFER, 0)),
	CASE(PAE, "host-rip-32", IS(HOST_RIP, 1ULL << 32), CLEAR(EXIT_CTLS, 0x200),
	     IS(HOST_EFER, 0)),
	CASE(64, "host-cr4-pae", CLEAR(HOST_CR4, 0x20)),
	CASE(64, "host-rip", IS(HOST_RIP, CASE_NONCANONICAL)),

	CASE(64, "guest-cr0", CLEAR(CR0, 0x20)),
	CASE(64, "guest-cr0", SET(CR0, 1ULL << 32)),
	CASE(PAE, "guest-cr0", CLEAR(CR0, 0x80000000)),
	CASE_ALSO(V86, "guest-cr0", 2, CLEAR(CR0, 1)),	/* and PG without PE, and RFLAGS.VM */
	CASE(REAL, "guest-cr0-pg-pe", SET(CR0, 0x80000000)),
	CASE(64, "guest-cr4", CLEAR(CR4, 0x2000)),
	CASE(64, "guest-cr4", SET(CR4, 1U << 15)),
	CASE(64, "guest-cet-wp", SET(CR4, 1U << 23), CLEAR(CR0, 1U << 16)),
	CASE(64, "guest-debugctl", IS(DEBUGCTL, 0x10000)),
	CASE(64, "guest-debugctl", IS(DEBUGCTL, 4)),	/* bus-lock detection: not by this CPU */
	CASE(64, "guest-cr0-pg", CLEAR(CR0, 0x80000000)),
	CASE(64, "guest-cr4-pae", CLEAR(CR4, 0x20)),
	CASE(PAE, "guest-cr4-pcide", SET(CR4, 1U << 17)),
	CASE(64, "guest-cr3", SET(CR3, CASE_BEYOND)),
	CASE(64, "guest-dr7", SET(DR7, 1ULL << 32)),
	CASE(64, "guest-sysenter-esp", IS(SYSENTER_ESP, CASE_NONCANONICAL)),
	CASE(64, "guest-sysenter-eip", IS(SYSENTER_EIP, CASE_NONCANONICAL)),
	CASE(64, "guest-s-cet", IS(S_CET, 0x40), SET(ENTRY_CTLS, 1U << 20)),
	CASE(64, "guest-ssp-table", IS(SSP_TABLE, CASE_NONCANONICAL), SET(ENTRY_CTLS, 1U << 20)),
	CASE(64, "guest-perf-global-ctrl", IS(PERF_GLOBAL_CTRL, 1ULL << 35),
	     SET(ENTRY_CTLS, 1U << 13)),
	CASE(64, "guest-pat", IS(PAT, 0x0307050600070106)),
	CASE(64, "guest-efer-reserved", SET(EFER, 1U << 12)),
	CASE_ALSO(64, "guest-efer-lma", 1, CLEAR(EFER, 0x400)),
	CASE(64, "guest-efer-lma", CLEAR(EFER, 0x500)),
	CASE(64, "guest-efer-lme", CLEAR(EFER, 0x100)),
	CASE(64, "guest-bndcfgs-reserved", IS(BNDCFGS, 4), SET(ENTRY_CTLS, 1U << 16)),
	CASE(64, "guest-bndcfgs", IS(BNDCFGS, CASE_NONCANONICAL), SET(ENTRY_CTLS, 1U << 16)),
	CASE(64, "guest-rtit-ctl-reserved", IS(RTIT_CTL, 1U << 16), SET(ENTRY_CTLS, 1U << 18)),
	CASE(64, "guest-lbr-ctl", IS(LBR_CTL, 0x10), SET(ENTRY_CTLS, 1U << 21)),
	CASE(64, "guest-pkrs", IS(PKRS, 1ULL << 32), SET(ENTRY_CTLS, 1U << 22)),
	CASE(64, "guest-uinv", IS(UINV, 0x100), SET(ENTRY_CTLS, 1U << 19)),

	CASE(64, "guest-tr-ti", SET(TR_SEL, 4)),
	CASE(64, "guest-ldtr-ti", SET(LDTR_SEL, 4)),
	CASE_ALSO(PAE, "guest-ss-rpl", 1, SET(SS_SEL, 1)),	/* and DPL is not RPL */
	CASE_V86_BASE("cs", CS), CASE_V86_BASE("ss", SS),
	CASE_V86_BASE("ds", DS), CASE_V86_BASE("es", ES),
	CASE_V86_BASE("fs", FS), CASE_V86_BASE("gs", GS),
	CASE_V86_LIMIT("cs", CS), CASE_V86_LIMIT("ss", SS),
	CASE_V86_LIMIT("ds", DS), CASE_V86_LIMIT("es", ES),
	CASE_V86_LIMIT("fs", FS), CASE_V86_LIMIT("gs", GS),
	CASE_V86_AR("cs", CS), CASE_V86_AR("ss", SS),
	CASE_V86_AR("ds", DS), CASE_V86_AR("es", ES),
	CASE_V86_AR("fs", FS), CASE_V86_AR("gs", GS),
	CASE(64, "guest-tr-base", IS(TR_BASE, CASE_NONCANONICAL)),
	CASE(64, "guest-fs-base", IS(FS_BASE, CASE_NONCANONICAL)),
	CASE(64, "guest-gs-base", IS(GS_BASE, CASE_NONCANONICAL)),
	CASE(64, "guest-ldtr-base", IS(LDTR_BASE, CASE_NONCANONICAL)),
	CASE(64, "guest-cs-base", IS(CS_BASE, 1ULL << 32)),
	CASE(64, "guest-ss-base", IS(SS_BASE, 1ULL << 32)),
	CASE(64, "guest-ds-base", IS(DS_BASE, 1ULL << 32)),
	CASE(64, "guest-es-base", IS(ES_BASE, 1ULL << 32)),
	CASE(PAE, "guest-cs-type", CLEAR(CS_AR, 8)),
	CASE(PAE, "guest-cs-type", CLEAR(CS_AR, 1)),
	CASE(REAL, "guest-cs-type", IS(CS_AR, 0x97)),
	CASE(64, "guest-ss-type", CLEAR(SS_AR, 2)),
	CASE(64, "guest-ss-type", CLEAR(SS_AR, 1)),
	CASE_DATA_TYPE("ds", DS), CASE_DATA_READ("ds", DS),
	CASE_DATA_TYPE("es", ES), CASE_DATA_READ("es", ES), CASE_DATA_TYPE("fs", FS),
	CASE_DATA_READ("fs", FS),
	CASE_DATA_TYPE("gs", GS), CASE_DATA_READ("gs", GS),
	CASE_S("cs", CS), CASE_S("ss", SS),
	CASE_S("ds", DS), CASE_S("es", ES),
	CASE_S("fs", FS), CASE_S("gs", GS),
	CASE(64, "guest-cs-dpl", SET(CS_AR, 0x60)),
	CASE(REAL, "guest-cs-dpl", IS(CS_AR, 0xf3)),
	CASE(REAL, "guest-cs-dpl", IS(CS_AR, 0xff)),
	CASE_ALSO(PAE, "guest-ss-dpl", 1, SET(SS_AR, 0x20), SET(CS_AR, 4), CLEAR(CS_SEL, 3),
		  CLEAR(SS_SEL, 3), SET(ACTIVITY, 1)),
	CASE(PAE, "guest-ss-dpl", SET(SS_AR, 0x20), SET(CS_AR, 4)),
	CASE(REAL, "guest-ss-dpl-real", SET(SS_AR, 0x60), IS(CS_AR, 0xfb)),
	CASE(64, "guest-ss-dpl-real", SET(SS_AR, 0x60), IS(CS_AR, 0xa093)),
	CASE_DATA_DPL("ds", DS), CASE_DATA_DPL("es", ES), CASE_DATA_DPL("fs", FS),
	CASE_DATA_DPL("gs", GS),
	CASE_PRESENT("cs", CS), CASE_PRESENT("ss", SS),
	CASE_PRESENT("ds", DS), CASE_PRESENT("es", ES),
	CASE_PRESENT("fs", FS), CASE_PRESENT("gs", GS),
	CASE_RESERVED("cs", CS), CASE_RESERVED("ss", SS),
	CASE_RESERVED("ds", DS), CASE_RESERVED("es", ES),
	CASE_RESERVED("fs", FS), CASE_RESERVED("gs", GS),
	CASE(64, "guest-cs-db", SET(CS_AR, 0x4000)),
	CASE_GRANULARITY("cs", CS), CASE_GRANULARITY("ss", SS),
	CASE_GRANULARITY("ds", DS), CASE_GRANULARITY("es", ES),
	CASE_GRANULARITY("fs", FS), CASE_GRANULARITY("gs", GS),
	CASE_BIG_LIMIT("cs", CS), CASE_BIG_LIMIT("ss", SS),
	CASE_BIG_LIMIT("ds", DS), CASE_BIG_LIMIT("es", ES),
	CASE_BIG_LIMIT("fs", FS), CASE_BIG_LIMIT("gs", GS),
	CASE_HIGH("cs", CS), CASE_HIGH("ss", SS),
	CASE_HIGH("ds", DS), CASE_HIGH("es", ES),
	CASE_HIGH("fs", FS), CASE_HIGH("gs", GS),
	CASE(64, "guest-tr-type", IS(TR_AR, 0x83)),
	CASE(PAE, "guest-tr-type", IS(TR_AR, 0x89)),
	CASE(64, "guest-tr-s", SET(TR_AR, 0x10)),
	CASE(64, "guest-tr-present", CLEAR(TR_AR, 0x80)),
	CASE(64, "guest-tr-reserved", SET(TR_AR, 0x100)),
	CASE(64, "guest-tr-granularity", SET(TR_AR, 0x8000)),
	CASE(64, "guest-tr-unusable", SET(TR_AR, 0x10000)),
	CASE(64, "guest-tr-reserved-high", SET(TR_AR, 0x80000000)),
	CASE_LDTR("type", IS(LDTR_AR, 0x83)),
	CASE_LDTR("s", SET(LDTR_AR, 0x10)),
	CASE_LDTR("present", CLEAR(LDTR_AR, 0x80)),
	CASE_LDTR("reserved", SET(LDTR_AR, 0x200)),
	CASE_LDTR("granularity", IS(LDTR_LIMIT, 0x100000)),
	CASE_LDTR("reserved-high", SET(LDTR_AR, 0x40000)),
	CASE(64, "guest-gdtr-base", IS(GDTR_BASE, CASE_NONCANONICAL)),
	CASE(64, "guest-idtr-base", IS(IDTR_BASE, CASE_NONCANONICAL)),
	CASE(64, "guest-gdtr-limit", IS(GDTR_LIMIT, 0x10000)),
	CASE(64, "guest-idtr-limit", IS(IDTR_LIMIT, 0x10000)),

	CASE(PAE, "guest-rip-32", IS(RIP, 1ULL << 32)),
	CASE(64, "guest-rip-32", IS(RIP, 1ULL << 32), IS(CS_AR, 0xc09b)),
	CASE(64, "guest-rip", IS(RIP, CASE_NONCANONICAL)),
	CASE(64, "guest-rflags-reserved", SET(RFLAGS, 8)),
	CASE(64, "guest-rflags-reserved", SET(RFLAGS, 1ULL << 22)),
	CASE(64, "guest-rflags-one", CLEAR(RFLAGS, 2)),
	CASE(64, "guest-rflags-if", CLEAR(RFLAGS, 0x200), CASE_EVENT(0, 0xd1, 0)),
	CASE(64, "guest-ssp", IS(SSP, 1), SET(ENTRY_CTLS, 1U << 20)),
	CASE(PAE, "guest-ssp", IS(SSP, 1ULL << 32), SET(ENTRY_CTLS, 1U << 20)),
	CASE(64, "guest-activity", IS(ACTIVITY, 4)),
	CASE(64, "guest-activity", IS(ACTIVITY, 2)),	/* shutdown: not by this CPU */
	CASE(PAE, "guest-activity-hlt-dpl", IS(ACTIVITY, 1), SET(SS_AR, 0x60), SET(SS_SEL, 3),
	     SET(CS_AR, 0x60), SET(CS_SEL, 3)),
	CASE(64, "guest-activity-blocking", IS(ACTIVITY, 1), IS(INTERRUPTIBILITY, 2)),
	CASE(64, "guest-activity-event", IS(ACTIVITY, 1), CASE_EVENT(3, 6, 0)),
	CASE(64, "guest-activity-event", IS(ACTIVITY, 3), CASE_EVENT(2, 2, 0)),
	CASE_ALSO(64, "ctl-entry-smm", 1, SET(ENTRY_CTLS, 1U << 10), IS(ACTIVITY, 3),
		  IS(INTERRUPTIBILITY, 4)),
	CASE(64, "guest-interruptibility-reserved", IS(INTERRUPTIBILITY, 0x20)),
	CASE(64, "guest-interruptibility-sti-mov-ss", IS(INTERRUPTIBILITY, 3)),
	CASE(64, "guest-interruptibility-sti-if", IS(INTERRUPTIBILITY, 1), IS(RFLAGS, 2)),
	CASE(64, "guest-interruptibility-intr", IS(INTERRUPTIBILITY, 1), CASE_EVENT(0, 0x20, 0)),
	CASE(64, "guest-interruptibility-nmi-mov-ss", IS(INTERRUPTIBILITY, 2),
	     CASE_EVENT(2, 2, 0)),
	CASE(64, "guest-interruptibility-smi", IS(INTERRUPTIBILITY, 4)),
	CASE(64, "guest-interruptibility-nmi-sti", IS(INTERRUPTIBILITY, 1), CASE_EVENT(2, 2, 0)),
	CASE(64, "guest-interruptibility-nmi-nmi", IS(INTERRUPTIBILITY, 8), CASE_EVENT(2, 2, 0)),
	CASE(64, "guest-interruptibility-enclave", IS(INTERRUPTIBILITY, 0x10)),
	CASE(64, "guest-interruptibility-enclave", IS(INTERRUPTIBILITY, 0x12)),
	CASE(64, "guest-pending-dbg-reserved", IS(PENDING_DBG, 0x10)),
	CASE(64, "guest-pending-dbg-reserved", IS(PENDING_DBG, 0x800)),
	CASE(64, "guest-pending-dbg-bs", SET(RFLAGS, 0x100), IS(INTERRUPTIBILITY, 1)),
	CASE(64, "guest-pending-dbg-bs", IS(PENDING_DBG, 0x4000), IS(ACTIVITY, 1)),
	CASE(64, "guest-link-pointer", IS(LINK_POINTER, 0x1001)),
	CASE(64, "guest-link-pointer", IS(LINK_POINTER, CASE_BEYOND)),
	CASE(PAE, "guest-pdpte0", SET(PDPTE0, 2)),
	CASE(PAE, "guest-pdpte1", IS(PDPTE1, 0x21)),
	CASE(PAE, "guest-pdpte2", IS(PDPTE2, 0x101)),
	CASE(PAE, "guest-pdpte3", SET(PDPTE3, CASE_BEYOND)),

	{ CASE_64, "msr-load-base", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0xc0000100, 0 } },
	{ CASE_64, "msr-load-base", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0xc0000101, 0 } },
	{ CASE_64, "msr-load-x2apic", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0x80b, 0 } },
	{ CASE_64, "msr-load-index", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0x79, 0 } },
	{ CASE_64, "msr-load-index", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0x9b, 0 } },
	{ CASE_64, "msr-load-value", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0x277, 2 } },
	{ CASE_64, "msr-load-value", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) },
	  { 0xc0000082, CASE_NONCANONICAL } },
	{ CASE_64, "msr-load-value", 0, { IS(ENTRY_MSR_LOAD_COUNT, 1) }, { 0xc0000080, 2 } },
	CASE(64, "msr-load-count", IS(ENTRY_MSR_LOAD_COUNT, 513)),

	CASE(SVM, "vmcb-efer-svme", VMCB_CLEAR(EFER, 0x1000)),
	CASE(SVM, "vmcb-cr0-cd-nw", VMCB_SET(CR0, 1U << 29)),
	CASE(SVM, "vmcb-cr0-high", VMCB_SET(CR0, 1ULL << 32)),
	CASE(SVM, "vmcb-cr3", VMCB_SET(CR3, CASE_BEYOND)),
	CASE(SVM, "vmcb-cr4", VMCB_SET(CR4, 1U << 19)),
	CASE(SVM, "vmcb-cr4", VMCB_SET(CR4, 1ULL << 40)),
	CASE(SVM, "vmcb-dr6-high", VMCB_SET(DR6, 1ULL << 32)),
	CASE(SVM, "vmcb-dr7-high", VMCB_SET(DR7, 1ULL << 63)),
	CASE(SVM, "vmcb-efer", VMCB_SET(EFER, 1U << 9)),
	CASE(SVM, "vmcb-cr4-pae", VMCB_CLEAR(CR4, 0x20)),
	CASE(SVM, "vmcb-cr0-pe", VMCB_CLEAR(CR0, 1)),
	CASE(SVM, "vmcb-cs-l-d", VMCB_SET(CS_ATTR, 0x400)),
	CASE(SVM, "vmcb-cet-wp", VMCB_SET(CR4, 1U << 23), VMCB_CLEAR(CR0, 1U << 16)),
	CASE(SVM, "vmcb-vmrun-intercept", VMCB_CLEAR(INTERCEPTS4, 1)),
	CASE(SVM, "vmcb-iopm", VMCB_IS(IOPM, 0x7fffffe000)),
	CASE(SVM, "vmcb-msrpm", VMCB_IS(MSRPM, 0x7ffffff000)),
	CASE(SVM, "vmcb-event-type", VMCB_IS(EVENT_INJ, 0x80000120)),
	CASE(SVM, "vmcb-event-type", VMCB_IS(EVENT_INJ, 0x80000520)),
	CASE(SVM, "vmcb-event-vector", VMCB_IS(EVENT_INJ, 0x80000302)),
	CASE(SVM, "vmcb-event-vector", VMCB_IS(EVENT_INJ, 0x80000320)),
	CASE(SVM, "vmcb-asid", VMCB_IS(ASID, 0)),
	CASE(SVM, "vmcb-ncr3", VMCB_SET(NCR3, CASE_BEYOND)),
	CASE(SVM, "vmcb-pat", VMCB_IS(PAT, 0x0007040600070403)),
	CASE(SVM, "vmcb-vnmi-intercept", VMCB_SET(INT_CTL, 1U << 26),
	     VMCB_CLEAR(INTERCEPTS3, 2)),
};

/* Checks that cannot be told from the state alone, and a state where they apply. */
static const struct autopsy_case autopsy_open_cases[] = {
	CASE(64, "ctl-tpr-threshold-vtpr", IS(TPR_THRESHOLD, 1)),
	CASE(64, "host-address-space-size", IS(HOST_RIP, 0x1000)),
	CASE(64, "guest-link-pointer-memory", IS(LINK_POINTER, 0x1000)),
	CASE(PAE, "guest-pdpte-memory", CLEAR(SECONDARY_CTLS, 2)),
	CASE(64, "guest-rtit-ctl", IS(RTIT_CTL, 1), SET(ENTRY_CTLS, 1U << 18)),
	CASE(64, "msr-load-value", IS(ENTRY_MSR_LOAD_COUNT, 9)),
};
