// SPDX-License-Identifier: GPL-2.0-only
/*
 * Capabilities of KVM: what a VMM asks for with KVM_CHECK_EXTENSION and switches on with
 * KVM_ENABLE_CAP. Numbers from <linux/kvm.h>, words after Documentation/virt/kvm/api.rst and
 * what KVM of Linux 7.3 does.
 */
#include "tools/explain/capability.h"

#define HYPERV_GUEST \
	"A guest hypervisor that is Hyper-V (Windows with VBS or WSL2) uses it for itself; its nested guests have Hyper-V's."

static const struct {
	const char *name;
	u32 number;
	const char *meaning;
	const char *nesting;
} caps[] = {
	{ "KVM_CAP_NESTED_STATE", 157,
	  "KVM_GET_NESTED_STATE and KVM_SET_NESTED_STATE hand out and take back vmcs12 or vmcb12",
	  "Without it a guest that runs nested guests cannot be saved or migrated." },
	{ "KVM_CAP_HYPERV_ENLIGHTENED_VMCS", 163,
	  "KVM on Intel lets a vCPU use the enlightened VMCS; QEMU switches it on by hv-evmcs",
	  "For Hyper-V as a guest hypervisor: no exits for its VMREAD and VMWRITE. It then finds only the features that version 1 has fields for." },
	{ "KVM_CAP_HYPERV_DIRECT_TLBFLUSH", 175,
	  "KVM, itself on Hyper-V, lets Hyper-V answer a guest's hypercalls that flush the TLB",
	  "The guest is a nested guest to Hyper-V, and flushes without KVM. All of its hypercalls are then Hyper-V's: the VMM must not show it KVM's." },
	{ "KVM_CAP_HYPERV", 44,
	  "KVM has Hyper-V's basic interface for guests",
	  HYPERV_GUEST },
	{ "KVM_CAP_HYPERV_VAPIC", 45,
	  "a guest can use Hyper-V's MSRs of the local APIC (hv-vapic)",
	  HYPERV_GUEST },
	{ "KVM_CAP_HYPERV_TIME", 96,
	  "a guest can read the time from Hyper-V's reference counter and TSC page (hv-time)",
	  HYPERV_GUEST },
	{ "KVM_CAP_HYPERV_SYNIC", 123,
	  "a vCPU can have Hyper-V's synthetic interrupt controller; KVM clears its pages when the guest enables them",
	  "Hyper-V as a guest hypervisor needs the SynIC. APICv is inhibited as long as it uses AutoEOI." },
	{ "KVM_CAP_HYPERV_SYNIC2", 148,
	  "the same without the clearing of its pages (hv-synic)",
	  "Hyper-V as a guest hypervisor needs the SynIC. APICv is inhibited as long as it uses AutoEOI." },
	{ "KVM_CAP_HYPERV_VP_INDEX", 149,
	  "the VMM can set a vCPU's number for Hyper-V's interfaces (hv-vpindex)",
	  HYPERV_GUEST },
	{ "KVM_CAP_HYPERV_EVENTFD", 154,
	  "Hyper-V's signals from a guest arrive in the VMM by an eventfd, for devices on VMBus",
	  HYPERV_GUEST },
	{ "KVM_CAP_HYPERV_TLBFLUSH", 155,
	  "a guest can flush the TLBs of other vCPUs by a hypercall of Hyper-V (hv-tlbflush)",
	  "With hv-tlbflush-direct a nested guest's such hypercalls are KVM's matter, too, without its own hypervisor." },
	{ "KVM_CAP_HYPERV_SEND_IPI", 161,
	  "a guest can send IPIs by a hypercall of Hyper-V (hv-ipi)",
	  HYPERV_GUEST },
	{ "KVM_CAP_HYPERV_CPUID", 167,
	  "KVM_GET_SUPPORTED_HV_CPUID says for a vCPU which of Hyper-V's leaves KVM can show",
	  "From it the VMM learns which enlightenments of nesting (eVMCS, direct flush, MSR bitmap) a guest hypervisor can have." },
	{ "KVM_CAP_SYS_HYPERV_CPUID", 191,
	  "the same for /dev/kvm, before there is a VM",
	  "From it the VMM learns which enlightenments of nesting (eVMCS, direct flush, MSR bitmap) a guest hypervisor can have." },
	{ "KVM_CAP_HYPERV_ENFORCE_CPUID", 199,
	  "a guest gets of Hyper-V's interfaces only what its CPUID shows (hv-enforce-cpuid)",
	  "Direct flush and the like are then refused to a guest hypervisor whose CPUID does not show them." },
	{ "KVM_CAP_EXCEPTION_PAYLOAD", 164,
	  "CR2 and DR6 are not changed before the exit when a guest hypervisor intercepts a page fault or debug exception of its nested guest",
	  "It is for nesting: a VMM switches it on so that such an exception survives saving and migration." },
	{ "KVM_CAP_X86_BUS_LOCK_EXIT", 193,
	  "the VMM can have exits for bus locks of the guest",
	  "They come for nested guests, too: KVM gives them to no guest hypervisor." },
	{ "KVM_CAP_X86_NOTIFY_VMEXIT", 219,
	  "the VMM can have exits from a guest that opens no window for interrupts",
	  "They come for nested guests, too: KVM gives them to no guest hypervisor." },
	{ "KVM_CAP_EXIT_ON_EMULATION_FAILURE", 204,
	  "an instruction that KVM cannot emulate always stops the guest, with its bytes for the VMM",
	  "Without it a nested guest gets an invalid-opcode exception instead." },
	{ "KVM_CAP_PPC_NESTED_HV", 160,
	  "a guest of KVM on POWER can have guests (nested-HV, kvm_hv's parameter nested)",
	  "It is nesting on POWER: the VMM asks for it (QEMU: cap-nested-hv=on)." },
	{ "KVM_CAP_ARM_EL2", 240,
	  "a guest on Arm can have EL2",
	  "It is nesting on Arm: without it the VMM cannot give EL2 to a guest, and KVM in that does not start." },
	{ "KVM_CAP_ARM_EL2_E2H0", 241,
	  "a guest's EL2 on Arm can be one without the Virtualization Host Extensions (E2H=0)",
	  "A guest hypervisor on such an EL2 can run no nested guests with EL2 of their own." },
	{ "KVM_CAP_S390_VSIE_ESAMODE", 248,
	  "a nested guest on IBM Z can start in ESA mode",
	  "Without it, an operating system that starts in ESA mode runs as guest, not as nested guest." },
};

void nd_explain_capability(struct nd_explain *e)
{
	char label[96];
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_CAP) || e->number)
		return;
	for (i = 0; i < ARRAY_SIZE(caps); i++) {
		struct nd_reading reading = {
			.sort = "capability of KVM",
			.id = caps[i].name,
			.label = label,
			.meaning = caps[i].meaning,
			.nesting = caps[i].nesting,
			.reference = "Documentation/virt/kvm/api.rst",
		};

		if (!nd_explain_is(e, caps[i].name))
			continue;
		scnprintf(label, sizeof(label), "%s, %u", caps[i].name, caps[i].number);
		nd_explain_add(e, &reading);
	}
}

void nd_explain_capability_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(caps); i++)
		nd_strings_add(names, "%s", caps[i].name);
}
