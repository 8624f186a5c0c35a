/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The guests of `nestdiag probe`: where they lie in their memory, and the page by which they and
 * the tool speak. nestguest.S includes this, too.
 *
 * The largest of them is a hypervisor: it enables VMX, takes the VMCS fields from the page, enters
 * a guest of its own by them, handles that guest's CPUIDs and says how it ended. What is in the
 * fields is the tool's to choose (launch.h): the guest has no opinion.
 */
#ifndef NESTDIAG_TOOLS_NESTGUEST_H
#define NESTDIAG_TOOLS_NESTGUEST_H

/* Guest-physical addresses; linear ones are the same. */
#define NG_PML4		0x1000
#define NG_PDPT		0x2000
#define NG_PD		0x3000
#define NG_GDT		0x4000
#define NG_TSS		0x4800
#define NG_IDT		0x5000
#define NG_STACK	0x7000	/* grows down from here */
#define NG_L2_STACK	0x8000	/* that of the nested guest */
#define NG_CODE		0x8000	/* two pages */
#define NG_VMXON	0xa000
#define NG_VMCS		0xb000
#define NG_VMCB		0xc000
#define NG_HSAVE	0xd000
#define NG_ENTRY_MSRS	0xe000	/* VM-entry MSR-load area */
#define NG_EXIT_MSRS	0xe400	/* VM-exit MSR-load area */
#define NG_STORE_MSRS	0xe800	/* VM-exit MSR-store area */
#define NG_SPARE	0xf000	/* nothing uses it: for patches that need an address */
#define NG_PAGE		0x10000	/* struct ng_page */
#define NG_SAMPLES	0x18000	/* ticks of one CPUID each, 8 bytes */
#define NG_MEMORY	0x20000
#define NG_MAX_SAMPLES	4096

#define NG_PORT		0xe9	/* OUT of EAX here ends a round */

/* Selectors in NG_GDT. */
#define NG_CS64		0x08
#define NG_DS		0x10
#define NG_TR		0x18	/* 16 bytes */
#define NG_CS32		0x28

/* What the guests hand out, which proves that they ran in their mode. */
#define NG_SAID_REAL	0x4c414552
#define NG_SAID_PROT	0x544f5250
#define NG_SAID_LONG	0x474e4f4c
#define NG_SAID_ROUND	0x444e4f52	/* the CPUIDs of a round are measured */
#define NG_SAID_END	0x21444e45	/* the hypervisor is done, see the page */
#define NG_SAID_FAULT	0x544c4146	/* an exception, see the page */

/* ng_page.flags */
#define NG_NESTED	0x01	/* set by the hypervisor: the measuring code is in its guest */
#define NG_SVM		0x02	/* VMCB, not VMCS */
#define NG_SKIP_CLEAR	0x04	/* no VMCLEAR */
#define NG_SKIP_LOAD	0x08	/* no VMPTRLD: there is no current VMCS */
#define NG_RESUME	0x10	/* VMRESUME for the first entry */
#define NG_LAUNCH	0x20	/* VMLAUNCH for the entries after it, too */

/* ng_page.phase: the last thing begun. */
#define NG_PHASE_NONE	0
#define NG_PHASE_ENABLE	1	/* CR4.VMXE or EFER.SVME */
#define NG_PHASE_ON	2	/* VMXON, or VM_HSAVE_PA */
#define NG_PHASE_CLEAR	3	/* VMCLEAR */
#define NG_PHASE_LOAD	4	/* VMPTRLD */
#define NG_PHASE_WRITE	5	/* VMWRITEs */
#define NG_PHASE_LAUNCH	6	/* the first VMLAUNCH or VMRUN */
#define NG_PHASE_EXIT	7	/* the nested guest has exited, at least once */
#define NG_PHASE_RESUME	8	/* a later VMRESUME or VMRUN */
#define NG_PHASE_READ	9	/* VMREADs */
#define NG_PHASE_END	10
#define NG_NR_PHASES	11

/* How a VMX instruction ended: its flags. */
#define NG_SUCCEED	0
#define NG_FAIL_INVALID	1	/* CF: VMfailInvalid, no current VMCS */
#define NG_FAIL_VALID	2	/* ZF: VMfailValid, see the VM-instruction error */

#define NG_MAX_FIELDS	512

/* Offsets in struct ng_page for nestguest.S; launch.c holds them against the struct. */
#define NG_FLAGS		0x000
#define NG_CPUIDS		0x004
#define NG_MAX_EXITS		0x008
#define NG_NR_WRITES		0x00c
#define NG_NR_READS		0x010
#define NG_PHASE		0x018
#define NG_RESULT		0x01c
#define NG_ERROR		0x020
#define NG_EXITS		0x024
#define NG_REASON		0x028
#define NG_QUALIFICATION	0x030
#define NG_INFO2		0x038
#define NG_VECTOR		0x040
#define NG_FAULT_ERROR		0x048
#define NG_FAULT_RIP		0x050
#define NG_VMXON_PTR		0x058
#define NG_VMCS_PTR		0x060
#define NG_VMCB_PTR		0x068
#define NG_HSAVE_PTR		0x070
#define NG_WRITES		0x080
#define NG_READS		(NG_WRITES + 16 * NG_MAX_FIELDS)

#ifndef __ASSEMBLER__
#include <nestdiag/types.h>

/**
 * struct ng_field - a field of the VMCS
 * @encoding: its number
 * @result:   NG_SUCCEED, or how VMWRITE or VMREAD of it failed
 * @value:    to write, or read
 */
struct ng_field {
	u32 encoding;
	u32 result;
	u64 value;
};

/**
 * struct ng_page - what the tool tells the guest, and the guest the tool
 * @flags:	in: NG_NESTED and so on
 * @cpuids:	in: how many CPUIDs the measuring code executes, at most NG_MAX_SAMPLES
 * @max_exits:	in: stop after so many exits of the nested guest
 * @nr_writes:	in: used entries of @writes
 * @nr_reads:	in: used entries of @reads
 * @reserved:	0
 * @phase:	out: NG_PHASE_*
 * @result:	out: how the VMX instruction of that phase ended
 * @error:	out: VM-instruction error after NG_FAIL_VALID
 * @exits:	out: exits of the nested guest
 * @reason:	out: reason of the last of them: 32 bits on VMX, 64 on SVM
 * @qualification: out: exit qualification, EXITINFO1 on SVM
 * @info2:	out: VM-exit interruption information, EXITINFO2 on SVM
 * @vector:	out: vector + 1 of an exception of the guest, 0 for none
 * @fault_error: out: its error code
 * @fault_rip:	out: where it was
 * @vmxon_ptr:	in: address of the VMXON region
 * @vmcs_ptr:	in: of the VMCS
 * @vmcb_ptr:	in: of the VMCB
 * @hsave_ptr:	in: of the host state-save area
 * @reserved2:	0
 * @writes:	in and out: fields to write, in this order
 * @reads:	in and out: fields to read after the last exit
 */
struct ng_page {
	u32 flags;
	u32 cpuids;
	u32 max_exits;
	u32 nr_writes;
	u32 nr_reads;
	u32 reserved;
	u32 phase;
	u32 result;
	u32 error;
	u32 exits;
	u64 reason;
	u64 qualification;
	u64 info2;
	u32 vector;
	u32 pad;
	u64 fault_error;
	u64 fault_rip;
	u64 vmxon_ptr;
	u64 vmcs_ptr;
	u64 vmcb_ptr;
	u64 hsave_ptr;
	u64 reserved2;
	struct ng_field writes[NG_MAX_FIELDS];
	struct ng_field reads[NG_MAX_FIELDS];
};

/* The code, to be copied to NG_CODE, and its entry points as they lie there. */
extern const u8 ng_code[];
extern const u8 ng_code_end[];
extern const u8 ng_real[];
extern const u8 ng_prot[];
extern const u8 ng_long[];
extern const u8 ng_measure[];
extern const u8 ng_vmx[];
extern const u8 ng_vmx_exit[];
extern const u8 ng_svm[];
extern const u8 ng_faults[];	/* a handler each NG_FAULT_STRIDE bytes, for vectors 0 to 31 */

#endif /* !__ASSEMBLER__ */

#define NG_FAULT_STRIDE	32

#endif /* NESTDIAG_TOOLS_NESTGUEST_H */
