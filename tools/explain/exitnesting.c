// SPDX-License-Identifier: GPL-2.0-only
/*
 * What KVM does with an exit of a nested guest, as nested_vmx_reflect_vmexit() of Linux 6.12 and
 * 7.3 decides it, and nested_svm_exit_special() and nested_svm_intercept() on AMD.
 */
#include "core/exits/exits.h"

#include "tools/explain/exitnesting.h"

#define COSTS	"Each one handed on costs many more exits: the guest hypervisor's own work with its VMCS or VMCB, and the way back."

#define NESTED_ASKED \
	"From a nested guest it first comes to this KVM, which hands it on if the guest hypervisor asked for such exits. " COSTS

#define NESTED_ALWAYS \
	"From a nested guest it first comes to this KVM, which always hands it on to the guest hypervisor. " COSTS

#define NESTED_HERE \
	"From a nested guest, too, this KVM handles it itself, and the guest hypervisor learns of it only if it is meant for it."

#define NESTED_NEVER \
	"From a nested guest, too, this KVM handles it itself: it gives such exits to no guest hypervisor."

/* Reasons for which KVM has no case of its own. */
#define NESTED_OTHER \
	"KVM has no rule of its own for it: from a nested guest it goes on to the guest hypervisor."

#define NESTED_APIC \
	"From a nested guest it comes only because the guest hypervisor has the processor virtualize that guest's APIC, and goes on to it. " COSTS

#define NESTED_VMX \
	"The guest hypervisor works with VMX, which KVM emulates: this is nesting itself. If a nested guest uses VMX for guests of its own, it goes on to its guest hypervisor."

const char *nd_explain_vmx_nesting(u32 reason)
{
	switch (reason) {
	case 0:		/* EXCEPTION_NMI */
		return "From a nested guest this KVM keeps NMIs, and exceptions that it needs itself (page faults if it runs without EPT); others go on if the guest hypervisor asked for them. " COSTS;
	case 1:		/* EXTERNAL_INTERRUPT */
	case 52:	/* PREEMPTION_TIMER */
		return NESTED_HERE;
	case 2:		/* TRIPLE_FAULT */
		return "If a nested guest died of it, its guest hypervisor gets the exit. From a guest hypervisor itself: that whole guest is gone.";
	case 3 ... 6:	/* INIT_SIGNAL, SIPI_SIGNAL, OTHER_SMI */
	case 11:	/* GETSEC */
	case 17:	/* RSM */
	case 65:	/* PCONFIG */
	case 66:	/* SPP */
	case 69:	/* LOADIWKEY */
		return NESTED_OTHER;
	case 9:		/* TASK_SWITCH */
	case 13:	/* INVD */
	case 55:	/* XSETBV */
		return NESTED_ALWAYS;
	case 10:	/* CPUID */
		return "From a nested guest it first comes to this KVM, which always hands it on to the guest hypervisor (Linux 7.3 itself raises the fault, if CPUID faulting forbids it). " COSTS;
	case 18:	/* VMCALL */
		return "From a nested guest it goes on to the guest hypervisor, but for Hyper-V's hypercalls that flush the TLB, if the guest hypervisor left those to this KVM (direct virtual flush). " COSTS;
	case 23:	/* VMREAD */
	case 25:	/* VMWRITE */
		return "The guest hypervisor reads or writes its VMCS: with VMCS shadowing, or as eVMCS below Hyper-V, most of these need no exit. Many of them mean that neither is in use.";
	case 20:	/* VMLAUNCH */
	case 24:	/* VMRESUME */
		return NESTED_VMX " Each VMLAUNCH or VMRESUME is one entry of a nested guest.";
	case 19:	/* VMCLEAR */
	case 21 ... 22:	/* VMPTRLD, VMPTRST */
	case 26 ... 27:	/* VMOFF, VMON */
	case 50:	/* INVEPT */
	case 53:	/* INVVPID */
		return NESTED_VMX;
	case 33:	/* INVALID_STATE */
		return "If the entry of a nested guest failed, its guest hypervisor gets this exit. KVM checks control registers and some MSRs of the guest state before it tries, and leaves segments, RFLAGS and others to the processor: nestdiag failures names the check.";
	case 34:	/* MSR_LOAD_FAIL */
		return "KVM itself loads the MSRs in the guest hypervisor's VM-entry list. If it refuses one, the guest hypervisor gets this exit, with the place in the list as exit qualification.";
	case 41:	/* MCE_DURING_VMENTRY */
		return "This KVM keeps it, whichever guest was entered: the guest hypervisor does not get it, and the VMM gets KVM_EXIT_FAIL_ENTRY.";
	case 44:	/* APIC_ACCESS */
	case 45:	/* EOI_INDUCED */
	case 56:	/* APIC_WRITE */
		return NESTED_APIC;
	case 48:	/* EPT_VIOLATION */
		return "From a nested guest it comes to this KVM, which merges the guest hypervisor's EPT with its own. If the page is missing in the guest hypervisor's EPT, that one gets the exit: a nested guest that touches new memory costs both levels.";
	case 49:	/* EPT_MISCONFIG */
		return "A nested guest runs on page tables that this KVM made, so that it handles the exit itself: as a rule its own mark of an emulated device. If KVM finds the guest hypervisor's EPT misconfigured when it reads it, that one gets such an exit.";
	case 59:	/* VMFUNC */
		return "A nested guest's VMFUNC always exits to this KVM, which itself switches the EPT root if the guest hypervisor allows it; if not, that one gets the exit.";
	case 62:	/* PML_FULL */
		return "KVM switches page-modification logging off while a nested guest runs: the exit does not come from one. For a guest hypervisor that uses the log, KVM fills it in and hands on this exit when it is full.";
	case 63 ... 64:	/* XSAVES, XRSTORS */
		return "From a nested guest it comes only because of the guest hypervisor's XSS-exiting bitmap, and goes on to it.";
	case 74:	/* BUS_LOCK */
	case 75:	/* NOTIFY */
		return NESTED_NEVER;
	case 76 ... 77:	/* SEAMCALL, TDCALL */
		return "KVM gives TDX to no guest hypervisor; from a nested guest KVM of Linux 7.3 handles it itself, that of 6.12 hands it on.";
	default:
		return NESTED_ASKED;
	}
}

const char *nd_explain_svm_nesting(u32 code)
{
	switch (code) {
	case 0x40 ... 0x5f: /* exceptions */
		return "From a nested guest this KVM keeps exceptions that it intercepts itself; the others come because the guest hypervisor asked for them, and go on to it. " COSTS;
	case 0x60:	/* interrupt */
	case 0x61:	/* nmi */
		return NESTED_HERE;
	case 0x7f:	/* shutdown */
		return "If a nested guest died of it, its guest hypervisor gets the exit if it asked for it, as hypervisors do. From a guest hypervisor itself: that whole guest is gone.";
	case 0x80:	/* vmrun */
	case 0x82 ... 0x85: /* vmload, vmsave, stgi, clgi */
		return "The guest hypervisor works with SVM, which KVM emulates: this is nesting itself. A VMRUN is one entry of a nested guest; virtual VMLOAD and VMSAVE, and virtual GIF, spare the others.";
	case 0x81:	/* hypercall */
		return "From a nested guest it goes on if the guest hypervisor asked for it, but for Hyper-V's hypercalls that flush the TLB, if it left those to this KVM (direct virtual flush). " COSTS;
	case 0x400:	/* npf */
		return "From a nested guest it comes to this KVM, which merges the guest hypervisor's nested page tables with its own. If the page is missing in the guest hypervisor's, that one gets the exit: a nested guest that touches new memory costs both levels.";
	case 0x401 ... 0x402: /* AVIC's */
		return "KVM gives AVIC to no guest hypervisor and does without it while a nested guest runs: it does not come from one.";
	case 0x403:	/* vmgexit, and what its GHCB asks for */
	case 0x80000001 ... 0x8000ffff:
		return "Only guests with encrypted registers (SEV-ES, SEV-SNP) make such requests, and KVM does not nest them: it does not come from a nested guest.";
	case ND_SVM_EXIT_ERR:
		return "If the entry of a nested guest failed, its guest hypervisor gets this exit code. KVM checks control registers, EFER, debug registers and some controls before it tries, and leaves the rest to the processor: nestdiag failures names the check.";
	default:
		return NESTED_ASKED;
	}
}

const char *nd_explain_user_nesting(u32 reason)
{
	switch (reason) {
	case 8:		/* SHUTDOWN */
		return "A triple fault of a nested guest goes to its guest hypervisor. This one is of the guest as a whole, which is gone with all of its nested guests.";
	case 9:		/* FAIL_ENTRY */
		return "If the entry of a nested guest is refused, its guest hypervisor is told, not the VMM (but for a machine check). This is an entry of the guest itself.";
	case 17:	/* INTERNAL_ERROR */
		return "KVM may have worked for the guest or for a nested guest of it: either way the VMM stops the guest as a whole, with all of its nested guests.";
	case 33:	/* X86_BUS_LOCK */
	case 37:	/* NOTIFY */
		return "It comes for nested guests, too: KVM gives such exits to no guest hypervisor.";
	case 32:	/* AP_RESET_HOLD */
	case 40:	/* TDX */
		return "Only encrypted guests make it, and those run no nested guests.";
	default:
		return "KVM hands an exit of a nested guest to its guest hypervisor first, if that asked for it. What is left, and what the guest itself does, goes to the VMM of this KVM: a guest hypervisor has VMMs of its own.";
	}
}
