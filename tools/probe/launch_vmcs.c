// SPDX-License-Identifier: GPL-2.0-only
/*
 * A valid VMCS for a guest in 64-bit mode: SDM volume 3, chapter 25 (fields), 27 (checks),
 * appendices A (capabilities) and B (encodings).
 */
#ifdef __x86_64__
#include "tools/probe/launch_vmcs.h"

#define MSR_FEATURE_CONTROL	0x3a
#define FEATURE_CONTROL_VMX	0x5ULL	/* locked, VMX outside of SMX */
#define MSR_VMX_BASIC		0x480

#define CR4_VMXE		0x2000ULL
#define PAT_DEFAULT		0x0007040600070406ULL
#define AR_UNUSABLE		0x10000

/* Capabilities by number of the register less 0x480. */
enum {
	CAP_BASIC	= 0x0,
	CAP_PIN		= 0x1,
	CAP_PROC	= 0x2,
	CAP_EXIT	= 0x3,
	CAP_ENTRY	= 0x4,
	CAP_PROC2	= 0xb,
	CAP_TRUE_PIN	= 0xd,
	CAP_NR		= 0x12,
};

#define BASIC_TRUE_CTLS		BIT_ULL(55)

#define PIN_PREEMPTION_TIMER	BIT(6)
#define PROC_HLT_EXITING	BIT(7)
#define PROC_TPR_SHADOW		BIT(21)
#define PROC_IO_BITMAPS		BIT(25)
#define PROC_MSR_BITMAPS	BIT(28)
#define PROC_SECONDARY		BIT(31)
#define PROC2_APIC_ACCESSES	BIT(0)
#define PROC2_EPT		BIT(1)
#define PROC2_VPID		BIT(5)
#define EXIT_HOST_64		BIT(9)
#define EXIT_LOAD_PERF		BIT(12)
#define EXIT_LOAD_PAT		BIT(19)
#define EXIT_LOAD_EFER		BIT(21)
#define ENTRY_IA32E		BIT(9)
#define ENTRY_LOAD_PERF		BIT(13)
#define ENTRY_LOAD_PAT		BIT(14)
#define ENTRY_LOAD_EFER		BIT(15)

#define ENC_PIN			0x4000
#define ENC_PROC		0x4002
#define ENC_EXIT		0x400c
#define ENC_ENTRY		0x4012
#define ENC_PROC2		0x401e
#define ENC_HOST_RIP		0x6c16
#define ENC_GUEST_RIP		0x681e

/**
 * struct vmcs_control - a field of control bits
 * @encoding: the field
 * @cap:      the register with what is allowed
 * @wanted:   bits to set where they are allowed
 */
struct vmcs_control {
	u32 encoding;
	u32 cap;
	u32 wanted;
};

static const struct vmcs_control vmcs_controls[] = {
	{ ENC_PIN,   CAP_PIN,   0 },
	{ ENC_PROC,  CAP_PROC,  PROC_HLT_EXITING },
	{ ENC_EXIT,  CAP_EXIT,  EXIT_HOST_64 | EXIT_LOAD_PAT | EXIT_LOAD_EFER },
	{ ENC_ENTRY, CAP_ENTRY, ENTRY_IA32E | ENTRY_LOAD_PAT | ENTRY_LOAD_EFER },
	{ ENC_PROC2, CAP_PROC2, 0 },
};

/**
 * struct vmcs_default - a field and its value
 * @encoding: the field
 * @cap:      exists only if this register ...
 * @bit:      ... allows one of these bits; 0: always there
 * @value:    what it is
 */
struct vmcs_default {
	u32 encoding;
	u32 cap;
	u32 bit;
	u64 value;
};

/* Fields that the controls do not use have a value, too, so that a patch may switch them on. */
static const struct vmcs_default vmcs_defaults[] = {
	{ 0x0000, CAP_PROC2, PROC2_VPID, 0 },			/* VPID */
	{ 0x0800, 0, 0, NG_DS },				/* guest ES */
	{ 0x0802, 0, 0, NG_CS64 },				/* CS */
	{ 0x0804, 0, 0, NG_DS },				/* SS */
	{ 0x0806, 0, 0, NG_DS },				/* DS */
	{ 0x0808, 0, 0, 0 },					/* FS */
	{ 0x080a, 0, 0, 0 },					/* GS */
	{ 0x080c, 0, 0, 0 },					/* LDTR */
	{ 0x080e, 0, 0, NG_TR },				/* TR */
	{ 0x0c00, 0, 0, NG_DS },				/* host ES */
	{ 0x0c02, 0, 0, NG_CS64 },				/* CS */
	{ 0x0c04, 0, 0, NG_DS },				/* SS */
	{ 0x0c06, 0, 0, NG_DS },				/* DS */
	{ 0x0c08, 0, 0, 0 },					/* FS */
	{ 0x0c0a, 0, 0, 0 },					/* GS */
	{ 0x0c0c, 0, 0, NG_TR },				/* TR */
	{ 0x2000, CAP_PROC, PROC_IO_BITMAPS, NG_SPARE },	/* I/O bitmap A */
	{ 0x2002, CAP_PROC, PROC_IO_BITMAPS, NG_SPARE },	/* I/O bitmap B */
	{ 0x2004, CAP_PROC, PROC_MSR_BITMAPS, NG_SPARE },	/* MSR bitmaps */
	{ 0x2006, 0, 0, NG_STORE_MSRS },			/* VM-exit MSR-store */
	{ 0x2008, 0, 0, NG_EXIT_MSRS },				/* VM-exit MSR-load */
	{ 0x200a, 0, 0, NG_ENTRY_MSRS },			/* VM-entry MSR-load */
	{ 0x2010, 0, 0, 0 },					/* TSC offset */
	{ 0x2012, CAP_PROC, PROC_TPR_SHADOW, NG_SPARE },	/* virtual-APIC page */
	{ 0x2014, CAP_PROC2, PROC2_APIC_ACCESSES, NG_SPARE },	/* APIC-access page */
	{ 0x201a, CAP_PROC2, PROC2_EPT, 0 },			/* EPT pointer */
	{ 0x2800, 0, 0, ~0ULL },				/* VMCS link pointer */
	{ 0x2802, 0, 0, 0 },					/* guest IA32_DEBUGCTL */
	{ 0x2804, CAP_ENTRY, ENTRY_LOAD_PAT, PAT_DEFAULT },	/* IA32_PAT */
	{ 0x2806, CAP_ENTRY, ENTRY_LOAD_EFER, ND_VM_EFER },	/* IA32_EFER */
	{ 0x2808, CAP_ENTRY, ENTRY_LOAD_PERF, 0 },		/* IA32_PERF_GLOBAL_CTRL */
	{ 0x2c00, CAP_EXIT, EXIT_LOAD_PAT, PAT_DEFAULT },	/* host IA32_PAT */
	{ 0x2c02, CAP_EXIT, EXIT_LOAD_EFER, ND_VM_EFER },	/* IA32_EFER */
	{ 0x2c04, CAP_EXIT, EXIT_LOAD_PERF, 0 },		/* IA32_PERF_GLOBAL_CTRL */
	{ 0x4004, 0, 0, 0xffffffff },				/* exception bitmap */
	{ 0x4006, 0, 0, 0 },					/* page-fault error-code mask */
	{ 0x4008, 0, 0, 0 },					/* and match */
	{ 0x400a, 0, 0, 0 },					/* CR3-target count */
	{ 0x400e, 0, 0, 0 },					/* VM-exit MSR-store count */
	{ 0x4010, 0, 0, 0 },					/* VM-exit MSR-load count */
	{ 0x4014, 0, 0, 0 },					/* VM-entry MSR-load count */
	{ 0x4016, 0, 0, 0 },					/* VM-entry interruption info */
	{ 0x4018, 0, 0, 0 },					/* its error code */
	{ 0x401a, 0, 0, 0 },					/* its instruction length */
	{ 0x401c, CAP_PROC, PROC_TPR_SHADOW, 0 },		/* TPR threshold */
	{ 0x4800, 0, 0, 0xffffffff },				/* guest limits: ES */
	{ 0x4802, 0, 0, 0xffffffff },				/* CS */
	{ 0x4804, 0, 0, 0xffffffff },				/* SS */
	{ 0x4806, 0, 0, 0xffffffff },				/* DS */
	{ 0x4808, 0, 0, 0 },					/* FS */
	{ 0x480a, 0, 0, 0 },					/* GS */
	{ 0x480c, 0, 0, 0 },					/* LDTR */
	{ 0x480e, 0, 0, 0x67 },					/* TR */
	{ 0x4810, 0, 0, NG_CS32 + 7 },				/* GDTR */
	{ 0x4812, 0, 0, 32 * 16 - 1 },				/* IDTR */
	{ 0x4814, 0, 0, 0xc093 },				/* access rights: ES */
	{ 0x4816, 0, 0, 0xa09b },				/* CS: 64-bit code */
	{ 0x4818, 0, 0, 0xc093 },				/* SS */
	{ 0x481a, 0, 0, 0xc093 },				/* DS */
	{ 0x481c, 0, 0, AR_UNUSABLE },				/* FS */
	{ 0x481e, 0, 0, AR_UNUSABLE },				/* GS */
	{ 0x4820, 0, 0, AR_UNUSABLE },				/* LDTR */
	{ 0x4822, 0, 0, 0x8b },					/* TR: busy 64-bit TSS */
	{ 0x4824, 0, 0, 0 },					/* interruptibility */
	{ 0x4826, 0, 0, 0 },					/* activity */
	{ 0x482a, 0, 0, 0 },					/* IA32_SYSENTER_CS */
	{ 0x482e, CAP_PIN, PIN_PREEMPTION_TIMER, 0xffffffff },	/* preemption timer */
	{ 0x4c00, 0, 0, 0 },					/* host IA32_SYSENTER_CS */
	{ 0x6000, 0, 0, 0 },					/* CR0 mask */
	{ 0x6002, 0, 0, 0 },					/* CR4 mask */
	{ 0x6004, 0, 0, 0 },					/* CR0 shadow */
	{ 0x6006, 0, 0, 0 },					/* CR4 shadow */
	{ 0x6800, 0, 0, ND_VM_CR0 },				/* guest CR0 */
	{ 0x6802, 0, 0, NG_PML4 },				/* CR3 */
	{ 0x6804, 0, 0, ND_VM_CR4 | CR4_VMXE },			/* CR4 */
	{ 0x6806, 0, 0, 0 },					/* bases: ES */
	{ 0x6808, 0, 0, 0 },					/* CS */
	{ 0x680a, 0, 0, 0 },					/* SS */
	{ 0x680c, 0, 0, 0 },					/* DS */
	{ 0x680e, 0, 0, 0 },					/* FS */
	{ 0x6810, 0, 0, 0 },					/* GS */
	{ 0x6812, 0, 0, 0 },					/* LDTR */
	{ 0x6814, 0, 0, NG_TSS },				/* TR */
	{ 0x6816, 0, 0, NG_GDT },				/* GDTR */
	{ 0x6818, 0, 0, NG_IDT },				/* IDTR */
	{ 0x681a, 0, 0, 0x400 },				/* DR7 */
	{ 0x681c, 0, 0, NG_L2_STACK },				/* RSP */
	{ 0x6820, 0, 0, 0x2 },					/* RFLAGS */
	{ 0x6822, 0, 0, 0 },					/* pending debug exceptions */
	{ 0x6824, 0, 0, 0 },					/* IA32_SYSENTER_ESP */
	{ 0x6826, 0, 0, 0 },					/* IA32_SYSENTER_EIP */
	{ 0x6c00, 0, 0, ND_VM_CR0 },				/* host CR0 */
	{ 0x6c02, 0, 0, NG_PML4 },				/* CR3 */
	{ 0x6c04, 0, 0, ND_VM_CR4 | CR4_VMXE },			/* CR4 */
	{ 0x6c06, 0, 0, 0 },					/* FS base */
	{ 0x6c08, 0, 0, 0 },					/* GS base */
	{ 0x6c0a, 0, 0, NG_TSS },				/* TR base */
	{ 0x6c0c, 0, 0, NG_GDT },				/* GDTR base */
	{ 0x6c0e, 0, 0, NG_IDT },				/* IDTR base */
	{ 0x6c10, 0, 0, 0 },					/* IA32_SYSENTER_ESP */
	{ 0x6c12, 0, 0, 0 },					/* IA32_SYSENTER_EIP */
	{ 0x6c14, 0, 0, NG_STACK },				/* RSP */
};

/*
 * The register with the bits that may be 1 (upper half) and must be 1 (lower half). The first four
 * have a twin which tells those of the latter that may be 0 after all.
 */
static u64 vmcs_cap(const u64 *caps, u32 cap)
{
	if (cap >= CAP_PIN && cap <= CAP_ENTRY && (caps[CAP_BASIC] & BASIC_TRUE_CTLS))
		return caps[CAP_TRUE_PIN + cap - CAP_PIN];
	return caps[cap];
}

static bool vmcs_allows(const u64 *caps, u32 cap, u32 bits)
{
	if (cap == CAP_PROC2 && !vmcs_allows(caps, CAP_PROC, PROC_SECONDARY))
		return false;
	return (vmcs_cap(caps, cap) >> 32) & bits;
}

u32 nd_launch_fields(const u64 caps[18], struct ng_field *fields)
{
	u32 i, n = 0;

	for (i = 0; i < ARRAY_SIZE(vmcs_controls); i++) {
		const struct vmcs_control *c = &vmcs_controls[i];
		u64 cap = vmcs_cap(caps, c->cap);

		if (c->cap == CAP_PROC2 && !vmcs_allows(caps, CAP_PROC, PROC_SECONDARY))
			continue;
		fields[n++] = (struct ng_field){ .encoding = c->encoding,
						 .value = (c->wanted | (u32)cap) & (cap >> 32) };
	}
	for (i = 0; i < ARRAY_SIZE(vmcs_defaults); i++) {
		const struct vmcs_default *d = &vmcs_defaults[i];

		if (!d->bit || vmcs_allows(caps, d->cap, d->bit))
			fields[n++] = (struct ng_field){ .encoding = d->encoding,
							 .value = d->value };
	}
	fields[n++] = (struct ng_field){ .encoding = ENC_GUEST_RIP,
					 .value = nd_vm_address(ng_measure) };
	fields[n++] = (struct ng_field){ .encoding = ENC_HOST_RIP,
					 .value = nd_vm_address(ng_vmx_exit) };
	return n;
}

void nd_vmcs_prepare(struct nd_vm *vm, const struct nd_launch *launch)
{
	struct ng_page *page = (struct ng_page *)(vm->memory + NG_PAGE);
	u64 caps[CAP_NR];
	u32 i, revision;

	for (i = 0; i < CAP_NR; i++)
		caps[i] = nd_vm_rdmsr(vm, MSR_VMX_BASIC + i);
	revision = caps[CAP_BASIC] & 0x7fffffff;
	memcpy(vm->memory + NG_VMXON, &revision, sizeof(revision));
	memcpy(vm->memory + NG_VMCS, &revision, sizeof(revision));
	nd_vm_set_msr(vm, MSR_FEATURE_CONTROL, FEATURE_CONTROL_VMX);

	page->vmxon_ptr = NG_VMXON;
	page->vmcs_ptr = NG_VMCS;
	page->nr_writes = nd_launch_fields(caps, page->writes);
	for (i = 0; i < launch->nr_patches && page->nr_writes < NG_MAX_FIELDS; i++)
		page->writes[page->nr_writes++] = (struct ng_field){
			.encoding = launch->patches[i].where,
			.value = launch->patches[i].value,
		};
	for (i = 0; i < launch->nr_reads && i < NG_MAX_FIELDS; i++)
		page->reads[page->nr_reads++].encoding = launch->reads[i];
}
#endif /* __x86_64__ */
