// SPDX-License-Identifier: GPL-2.0-only
/*
 * A valid VMCB for a guest in 64-bit mode: APM volume 2, chapter 15 and appendix B.
 */
#ifdef __x86_64__
#include "tools/probe/launch_vmcb.h"

#define EFER_SVME	0x1000ULL

/* Offset, bytes, value. What is not here is 0, which is as good. */
static const struct nd_patch vmcb_defaults[] = {
	{ 0x00c, 4, BIT(18) | BIT(24) | BIT(31) },	/* intercept CPUID, HLT, shutdown */
	{ 0x008, 4, 0xffffffff },			/* every exception */
	{ 0x010, 4, BIT(0) | BIT(1) },			/* VMRUN (it has to be), VMMCALL */
	{ 0x058, 4, 1 },				/* ASID */
	{ 0x400, 2, NG_DS },	{ 0x402, 2, 0xc93 },	{ 0x404, 4, 0xffffffff },	/* ES */
	{ 0x410, 2, NG_CS64 },	{ 0x412, 2, 0xa9b },	{ 0x414, 4, 0xffffffff },	/* CS */
	{ 0x420, 2, NG_DS },	{ 0x422, 2, 0xc93 },	{ 0x424, 4, 0xffffffff },	/* SS */
	{ 0x430, 2, NG_DS },	{ 0x432, 2, 0xc93 },	{ 0x434, 4, 0xffffffff },	/* DS */
	{ 0x464, 4, NG_CS32 + 7 },	{ 0x468, 8, NG_GDT },				/* GDTR */
	{ 0x484, 4, 32 * 16 - 1 },	{ 0x488, 8, NG_IDT },				/* IDTR */
	{ 0x490, 2, NG_TR },	{ 0x492, 2, 0x08b },	{ 0x494, 4, 0x67 },		/* TR */
	{ 0x498, 8, NG_TSS },
	{ 0x4d0, 8, ND_VM_EFER | EFER_SVME },
	{ 0x548, 8, ND_VM_CR4 },
	{ 0x550, 8, NG_PML4 },				/* CR3 */
	{ 0x558, 8, ND_VM_CR0 },
	{ 0x560, 8, 0x400 },				/* DR7 */
	{ 0x568, 8, 0xffff0ff0 },			/* DR6 */
	{ 0x570, 8, 0x2 },				/* RFLAGS */
	{ 0x5d8, 8, NG_L2_STACK },			/* RSP */
	{ 0x668, 8, 0x0007040600070406ULL },		/* PAT */
};

static void vmcb_put(u8 *vmcb, const struct nd_patch *p)
{
	u32 size = p->size ? p->size : 8;

	if (size <= 8 && p->where + size <= 0x1000)
		memcpy(vmcb + p->where, &p->value, size);
}

void nd_vmcb_prepare(struct nd_vm *vm, const struct nd_launch *launch)
{
	struct ng_page *page = (struct ng_page *)(vm->memory + NG_PAGE);
	const struct nd_patch rip = { 0x578, 8, nd_vm_address(ng_measure) };
	u8 *vmcb = vm->memory + NG_VMCB;
	u32 i;

	page->flags |= NG_SVM;
	page->vmcb_ptr = NG_VMCB;
	page->hsave_ptr = NG_HSAVE;
	for (i = 0; i < ARRAY_SIZE(vmcb_defaults); i++)
		vmcb_put(vmcb, &vmcb_defaults[i]);
	vmcb_put(vmcb, &rip);
	for (i = 0; i < launch->nr_patches; i++)
		vmcb_put(vmcb, &launch->patches[i]);
	for (i = 0; i < launch->nr_reads && i < NG_MAX_FIELDS; i++)
		page->reads[page->nr_reads++].encoding = launch->reads[i];
}

void nd_vmcb_read(struct nd_vm *vm)
{
	struct ng_page *page = (struct ng_page *)(vm->memory + NG_PAGE);
	u32 i;

	for (i = 0; i < page->nr_reads && i < NG_MAX_FIELDS; i++) {
		u32 where = page->reads[i].encoding;

		if (where + sizeof(u64) <= 0x1000)
			memcpy(&page->reads[i].value, vm->memory + NG_VMCB + where, sizeof(u64));
	}
}
#endif /* __x86_64__ */
