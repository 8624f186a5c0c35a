// SPDX-License-Identifier: GPL-2.0-only
/*
 * VM exits, KVM's internal errors and exceptions in words. Basic exit reasons follow the SDM's
 * appendix on them, SVM's exit codes the APM's.
 */
#include "core/exits/exits.h"
#include "core/exits/exitwords.h"

static const char *const exitwords_vmx[ND_NR_VMX_EXITS] = {
	[0]	= "an exception that the hypervisor intercepts, or an NMI",
	[1]	= "a host interrupt arrived",
	[2]	= "a fault during delivery of a double fault: the guest shuts down",
	[3]	= "an INIT signal arrived",
	[4]	= "a start-up IPI arrived for a waiting processor",
	[5]	= "an SMI arrived immediately after an I/O instruction",
	[6]	= "an SMI arrived",
	[7]	= "the guest can take an interrupt now: the window that the hypervisor requested",
	[8]	= "the guest can take an NMI now: the window that the hypervisor requested",
	[9]	= "the guest made a hardware task switch",
	[10]	= "the guest executed CPUID",
	[11]	= "the guest executed GETSEC",
	[12]	= "the guest executed HLT: it is idle",
	[13]	= "the guest executed INVD",
	[14]	= "the guest executed INVLPG",
	[15]	= "the guest executed RDPMC",
	[16]	= "the guest executed RDTSC",
	[17]	= "the guest executed RSM in SMM",
	[18]	= "the guest made a hypercall with VMCALL",
	[19]	= "the guest hypervisor executed VMCLEAR",
	[20]	= "the guest hypervisor executed VMLAUNCH",
	[21]	= "the guest hypervisor executed VMPTRLD",
	[22]	= "the guest hypervisor executed VMPTRST",
	[23]	= "the guest hypervisor executed VMREAD",
	[24]	= "the guest hypervisor executed VMRESUME",
	[25]	= "the guest hypervisor executed VMWRITE",
	[26]	= "the guest hypervisor executed VMXOFF",
	[27]	= "the guest hypervisor executed VMXON",
	[28]	= "the guest accessed a control register",
	[29]	= "the guest accessed a debug register",
	[30]	= "the guest executed an I/O instruction",
	[31]	= "the guest executed RDMSR",
	[32]	= "the guest executed WRMSR",
	[33]	= "the VM entry failed: the guest state breaks a rule of the processor",
	[34]	= "the VM entry failed: an MSR of the VM-entry MSR-load area could not be loaded",
	[36]	= "the guest executed MWAIT",
	[37]	= "the guest executed one instruction under the monitor trap flag",
	[39]	= "the guest executed MONITOR",
	[40]	= "the guest executed PAUSE, or too many in a spin loop",
	[41]	= "the VM entry failed: a machine check happened during it",
	[43]	= "the guest lowered its task priority below the threshold",
	[44]	= "the guest accessed the APIC-access page",
	[45]	= "the guest signaled EOI for an interrupt that the hypervisor tracks",
	[46]	= "the guest executed LGDT, LIDT, SGDT or SIDT",
	[47]	= "the guest executed LLDT, LTR, SLDT or STR",
	[48]	= "the guest accessed memory that EPT does not map, or not for that kind of access",
	[49]	= "the guest accessed memory whose EPT entry is misconfigured; KVM does this deliberately for emulated devices",
	[50]	= "the guest hypervisor executed INVEPT",
	[51]	= "the guest executed RDTSCP",
	[52]	= "the VMX-preemption timer expired",
	[53]	= "the guest hypervisor executed INVVPID",
	[54]	= "the guest executed WBINVD or WBNOINVD",
	[55]	= "the guest executed XSETBV",
	[56]	= "the guest wrote to its virtual-APIC page, and the write needs emulation",
	[57]	= "the guest executed RDRAND",
	[58]	= "the guest executed INVPCID",
	[59]	= "the guest executed VMFUNC, and it failed or is not enabled",
	[60]	= "the guest executed ENCLS",
	[61]	= "the guest executed RDSEED",
	[62]	= "the page-modification log is full",
	[63]	= "the guest executed XSAVES",
	[64]	= "the guest executed XRSTORS",
	[65]	= "the guest executed PCONFIG",
	[66]	= "an access missed the sub-page permission table or found it misconfigured",
	[67]	= "the guest executed UMWAIT",
	[68]	= "the guest executed TPAUSE",
	[69]	= "the guest executed LOADIWKEY",
	[74]	= "the guest asserted a bus lock",
	[75]	= "the guest had no instruction boundary for longer than the notify window",
	[76]	= "the guest executed SEAMCALL",
	[77]	= "the guest executed TDCALL",
	[84]	= "the guest executed RDMSR with an immediate index",
	[85]	= "the guest executed WRMSRNS with an immediate index",
};

const char *nd_vmx_exit_words(u32 reason)
{
	reason &= ND_VMX_EXIT_BASIC;
	return reason < ND_NR_VMX_EXITS ? exitwords_vmx[reason] : NULL;
}

/**
 * struct exitwords_range - SVM exit codes that mean the same
 * @first: lowest code
 * @last:  highest
 * @words: what they mean
 */
struct exitwords_range {
	u32 first;
	u32 last;
	const char *words;
};

static const struct exitwords_range exitwords_svm[] = {
	{ 0x00, 0x0f, "the guest read a control register" },
	{ 0x10, 0x1f, "the guest wrote a control register" },
	{ 0x20, 0x2f, "the guest read a debug register" },
	{ 0x30, 0x3f, "the guest wrote a debug register" },
	{ 0x40, 0x5f, "an exception that the hypervisor intercepts" },
	{ 0x60, 0x60, "a host interrupt arrived" },
	{ 0x61, 0x61, "an NMI arrived" },
	{ 0x62, 0x62, "an SMI arrived" },
	{ 0x63, 0x63, "an INIT signal arrived" },
	{ 0x64, 0x64, "the guest can take an interrupt now: the window that the hypervisor requested" },
	{ 0x65, 0x65, "the guest changed CR0 beyond TS and MP" },
	{ 0x66, 0x69, "the guest read a descriptor-table register" },
	{ 0x6a, 0x6d, "the guest wrote a descriptor-table register" },
	{ 0x6e, 0x6e, "the guest executed RDTSC" },
	{ 0x6f, 0x6f, "the guest executed RDPMC" },
	{ 0x70, 0x70, "the guest executed PUSHF" },
	{ 0x71, 0x71, "the guest executed POPF" },
	{ 0x72, 0x72, "the guest executed CPUID" },
	{ 0x73, 0x73, "the guest executed RSM" },
	{ 0x74, 0x74, "the guest executed IRET" },
	{ 0x75, 0x75, "the guest executed INT n" },
	{ 0x76, 0x76, "the guest executed INVD" },
	{ 0x77, 0x77, "the guest executed PAUSE, or too many in a spin loop" },
	{ 0x78, 0x78, "the guest executed HLT: it is idle" },
	{ 0x79, 0x79, "the guest executed INVLPG" },
	{ 0x7a, 0x7a, "the guest executed INVLPGA" },
	{ 0x7b, 0x7b, "the guest executed an I/O instruction" },
	{ 0x7c, 0x7c, "the guest executed RDMSR or WRMSR" },
	{ 0x7d, 0x7d, "the guest made a hardware task switch" },
	{ 0x7e, 0x7e, "the processor froze on a floating-point error (FERR)" },
	{ 0x7f, 0x7f, "a triple fault: the guest shuts down" },
	{ 0x80, 0x80, "the guest hypervisor executed VMRUN" },
	{ 0x81, 0x81, "the guest made a hypercall with VMMCALL" },
	{ 0x82, 0x82, "the guest hypervisor executed VMLOAD" },
	{ 0x83, 0x83, "the guest hypervisor executed VMSAVE" },
	{ 0x84, 0x84, "the guest hypervisor executed STGI" },
	{ 0x85, 0x85, "the guest hypervisor executed CLGI" },
	{ 0x86, 0x86, "the guest executed SKINIT" },
	{ 0x87, 0x87, "the guest executed RDTSCP" },
	{ 0x88, 0x88, "the guest executed ICEBP" },
	{ 0x89, 0x89, "the guest executed WBINVD or WBNOINVD" },
	{ 0x8a, 0x8a, "the guest executed MONITOR" },
	{ 0x8b, 0x8c, "the guest executed MWAIT" },
	{ 0x8d, 0x8d, "the guest executed XSETBV" },
	{ 0x8e, 0x8e, "the guest executed RDPRU" },
	{ 0x8f, 0x8f, "the guest wrote EFER" },
	{ 0x90, 0x9f, "the guest wrote a control register" },
	{ 0xa2, 0xa2, "the guest executed INVPCID" },
	{ 0xa5, 0xa5, "the guest asserted a bus lock" },
	{ 0xa6, 0xa6, "the guest executed HLT with no interrupt pending" },
	{ 0x400, 0x400, "the guest accessed memory that nested paging does not map, or not for that kind of access" },
	{ 0x401, 0x401, "the guest sent an IPI that AVIC could not deliver" },
	{ 0x402, 0x402, "the guest accessed an APIC register that AVIC does not accelerate" },
	{ 0x403, 0x403, "the guest made a request through its GHCB" },
	{ ND_SVM_EXIT_ERR, ND_SVM_EXIT_ERR,
	  "VMRUN failed: the guest state or the controls break a rule of the processor" },
};

const char *nd_svm_exit_words(u32 code)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(exitwords_svm); i++)
		if (code >= exitwords_svm[i].first && code <= exitwords_svm[i].last)
			return exitwords_svm[i].words;
	return NULL;
}

/* Linux's <linux/kvm.h> and Documentation/virt/kvm/api.rst. */
static const char *const exitwords_userspace[ND_NR_USERSPACE_EXITS] = {
	[0]	= "the guest exited for a reason that KVM does not know; hardware_exit_reason has its number",
	[1]	= "the guest met an exception that KVM did not expect; Linux 7.3 has it for TDX guests only",
	[2]	= "the guest accessed an I/O port that the VMM emulates",
	[3]	= "the guest made a hypercall that KVM leaves to the VMM",
	[4]	= "an event of debugging: the VMM debugs the guest",
	[5]	= "the guest executed HLT, and the VMM emulates its local APIC",
	[6]	= "the guest accessed memory that the VMM emulates, as a device's registers",
	[7]	= "the guest can take an interrupt now, for which the VMM waited",
	[8]	= "the guest shut down, on x86 by a triple fault",
	[9]	= "the processor refused to enter the guest; hardware_entry_failure_reason has its number",
	[10]	= "a signal for the thread interrupted it; the VMM may just run the vCPU again",
	[11]	= "the guest changed its task priority, and the VMM emulates its local APIC",
	[12]	= "the guest accessed its task priority, of which the VMM asked to be told",
	[16]	= "an NMI; KVM of Linux 7.3 does not return so on x86",
	[17]	= "KVM itself could not go on with the guest; the suberror says why",
	[24]	= "the guest asked for a reset or shutdown, or crashed, through an interface of KVM",
	[26]	= "the guest ended an interrupt of the I/O APIC that the VMM emulates",
	[27]	= "the guest used one of Hyper-V's interfaces that the VMM emulates",
	[29]	= "the guest read an MSR that the VMM handles",
	[30]	= "the guest wrote an MSR that the VMM handles",
	[31]	= "the ring of dirty pages is full: the VMM has to collect them",
	[32]	= "an encrypted guest parked a processor until it is started",
	[33]	= "the guest locked the bus, of which the VMM asked to be told",
	[34]	= "the guest made a hypercall of Xen that the VMM emulates",
	[37]	= "the guest opened no window for interrupts for too long, of which the VMM asked to be told",
	[39]	= "the guest accessed memory that the VMM has to make private or shared first, or that has an error",
	[40]	= "a TDX guest made a call that the VMM answers",
};

const char *nd_userspace_exit_words(u32 reason)
{
	return reason < ND_NR_USERSPACE_EXITS ? exitwords_userspace[reason] : NULL;
}

static const char *const exitwords_exceptions[32] = {
	[0]	= "#DE, divide error",
	[1]	= "#DB, debug",
	[2]	= "NMI",
	[3]	= "#BP, breakpoint",
	[4]	= "#OF, overflow",
	[5]	= "#BR, bound range exceeded",
	[6]	= "#UD, invalid opcode",
	[7]	= "#NM, device not available",
	[8]	= "#DF, double fault",
	[9]	= "coprocessor segment overrun",
	[10]	= "#TS, invalid TSS",
	[11]	= "#NP, segment not present",
	[12]	= "#SS, stack fault",
	[13]	= "#GP, general protection",
	[14]	= "#PF, page fault",
	[16]	= "#MF, floating-point error",
	[17]	= "#AC, alignment check",
	[18]	= "#MC, machine check",
	[19]	= "#XM, SIMD floating-point exception",
	[20]	= "#VE, virtualization exception",
	[21]	= "#CP, control protection",
	[28]	= "#HV, hypervisor injection",
	[29]	= "#VC, VMM communication",
	[30]	= "#SX, security exception",
};

const char *nd_exception_name(u32 vector)
{
	return vector < ARRAY_SIZE(exitwords_exceptions) ? exitwords_exceptions[vector] : NULL;
}
