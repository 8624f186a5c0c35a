// SPDX-License-Identifier: GPL-2.0-only
/*
 * Words that reports, kernels and clouds use for nested virtualization, and what they mean for a
 * nested guest.
 */
#include "tools/explain/term.h"

static const struct {
	const char *name;
	const char *title;
	const char *meaning;
	const char *nesting;
	const char *see;
} terms[] = {
	{ "eVMCS", "enlightened VMCS",
	  "The enlightened VMCS: a layout of the VMCS in memory that Hyper-V and KVM on it agree on, so that the guest hypervisor reads and writes it without VM exits.",
	  "Version 1 has no fields for many features (APICv, posted interrupts, VMCS shadowing, preemption timer, TSC scaling): KVM under Hyper-V cannot use them or give them to its guests. kvm_intel enlightened_vmcs=0 switches it off.", "nestdiag evmcs; Hyper-V TLFS" },
	{ "EPT", "extended page tables",
	  "Intel's second-level address translation: the processor maps guest-physical to host-physical addresses.",
	  "Without EPT from the level below, a hypervisor in a guest works on shadow page tables: each change of a page table is an exit, often several. Windows and VMware refuse to start without it.", "kvm_intel.ept" },
	{ "SLAT", "second-level address translation",
	  "The common name of EPT (Intel) and NPT or RVI (AMD).",
	  "A guest hypervisor without it is slow, or refuses to start (Hyper-V, VMware).", NULL },
	{ "RVI", "rapid virtualization indexing",
	  "AMD's, and VMware's, name of nested paging (NPT).",
	  "A guest hypervisor without it is slow, or refuses to start (VMware).", "kvm_amd.npt" },
	{ "HAP", "hardware assisted paging",
	  "Xen's name of EPT and NPT.",
	  "Xen gives nested HVM only to guests that run with HAP.", NULL },
	{ "APICv", "APIC virtualization",
	  "Intel's processor features that handle a virtual APIC without VM exits: APIC-register virtualization, virtual-interrupt delivery, posted interrupts.",
	  "Not available under eVMCS version 1, and KVM switches it off for a VM that uses Hyper-V's SynIC with AutoEOI. Without it, each interrupt of a nested guest costs exits on two levels.", "kvm_intel.enable_apicv" },
	{ "AVIC", "advanced virtual interrupt controller",
	  "AMD's processor feature that handles a virtual APIC without VM exits.",
	  "KVM inhibits it while a nested guest runs.", "kvm_amd.avic" },
	{ "SynIC", "synthetic interrupt controller",
	  "Hyper-V's paravirtual interrupt controller, which KVM emulates for Windows guests (hv-synic).",
	  "Guests that run Hyper-V themselves need it. Its AutoEOI inhibits APICv for that VM.", "Hyper-V TLFS" },
	{ "VBS", "virtualization-based security",
	  "Windows runs its own hypervisor and keeps secrets in a second, isolated kernel. Credential Guard and HVCI stand on it.",
	  "A Windows guest with VBS is a nested hypervisor: it needs VMX or SVM with EPT or NPT from the level below, and costs nested exits all the time. On a Windows host it holds VMX, so that VirtualBox and VMware cannot use it.", NULL },
	{ "HVCI", "hypervisor-protected code integrity",
	  "Memory integrity: VBS checks kernel code of Windows before it may execute.",
	  "Without MBEC or GMET from the level below, each switch between kernel and user mode may cost exits: slow.", "nestdiag explain MBEC" },
	{ "MBEC", "mode-based execute control",
	  "Intel: EPT execute permission separate for user and supervisor mode.",
	  "Windows guests with HVCI run without many exits only if they get it. KVM gives it to nested guests only in new kernels.", "kvm_intel.mbec" },
	{ "GMET", "guest mode execute trap",
	  "AMD: nested paging's execute permission separate for user and supervisor mode.",
	  "Windows guests with HVCI run without many exits only if they get it. KVM gives it to nested guests only in new kernels.", "kvm_amd.gmet" },
	{ "WSL2", "Windows Subsystem for Linux 2",
	  "A small Linux VM that Windows runs on its hypervisor.",
	  "KVM works in it on Windows 11 (nestedVirtualization=true in .wslconfig is the default there), not on Windows 10. If Windows itself is a guest, the level below has to expose virtualization.", "nestdiag explain \"wsl-no-nesting\"" },
	{ "vhv.enable", "VMware: expose virtualization to the guest",
	  "The VMware setting (in the .vmx file, or \"Expose hardware assisted virtualization to the guest OS\") that gives a VM VMX or SVM with EPT or RVI.",
	  "Required for any hypervisor in a VM of VMware. Performance counters need vpmc.enable = \"TRUE\" as well.", NULL },
	{ "vpmc.enable", "VMware: virtualize CPU performance counters",
	  "The VMware setting that gives a VM performance counters.",
	  "Without it, QEMU in such a VM may fail with \"failed to set MSR 0x38d\".", NULL },
	{ "ExposeVirtualizationExtensions", "Hyper-V: expose virtualization to the guest",
	  "The setting of a Hyper-V VM that gives it VMX or SVM: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true, with the VM off.",
	  "Required for any hypervisor in a VM of Hyper-V: WSL2, Hyper-V, KVM.", "learn.microsoft.com, nested virtualization" },
	{ "host-passthrough", "CPU mode of libvirt",
	  "The guest gets the host's CPU as KVM can give it (-cpu host of QEMU).",
	  "The mode to use for guests that run guests: it has vmx or svm and all that nesting needs. Migration works only between identical hosts.", NULL },
	{ "host-model", "CPU mode of libvirt",
	  "The guest gets the nearest named CPU model plus features.",
	  "May leave vmx or svm out, depending on libvirt's version and policy; then the guest cannot run guests.", NULL },
	{ "NEM", "native execution manager",
	  "VirtualBox on the host's own hypervisor: Hyper-V on Windows, KVM on Linux.",
	  "Slower than VMX or SVM used directly, and without nested virtualization for its guests in most versions.", NULL },
	{ "WHPX", "Windows Hypervisor Platform",
	  "The interface by which QEMU, VirtualBox and the Android emulator run guests on Windows' hypervisor.",
	  "It is there only if the hypervisor runs; a Windows guest needs virtualization exposed for it.", NULL },
	{ "HAXM", "Intel HAXM",
	  "A hypervisor for the Android emulator on Windows and macOS, no longer developed.",
	  "Under Hyper-V its VM entries fail with an invalid guest state; use WHPX.", NULL },
	{ "PVM", "pagetable virtual machine",
	  "A KVM (module kvm_pvm) that runs guests without VMX and SVM.",
	  "Runs VMs inside cloud instances that have no nested virtualization. Its guests cannot use VMX or SVM.", NULL },
	{ "VMCS", "virtual-machine control structure",
	  "Intel: the structure that holds guest state, host state and controls of a vCPU.",
	  "For a nested guest KVM merges the guest hypervisor's VMCS (vmcs12) into the one that the processor uses (vmcs02).", "Intel SDM volume 3" },
	{ "VMCB", "virtual-machine control block",
	  "AMD: the structure that holds guest state and controls of a vCPU.",
	  "For a nested guest KVM merges the guest hypervisor's VMCB into its own.", "AMD APM volume 2" },
	{ "VMfailInvalid", "a VMX instruction failed without a number",
	  "CF is set: there is no current VMCS, or the operand is invalid.",
	  "KVM reports a failed entry of this kind as hardware error 0; seen under Hyper-V.", "Intel SDM volume 3" },
	{ "VMfailValid", "a VMX instruction failed with a number",
	  "ZF is set, and the VM-instruction error field holds the number.",
	  "KVM reports it as a hardware error below 0x80000000.", "nestdiag explain \"insn-error 7\"" },
	{ "FailEntry", "a refused VM entry, as Rust VMMs print it",
	  "FailEntry(REASON, CPU) is KVM_EXIT_FAIL_ENTRY: REASON is an exit reason with bit 31, a VM-instruction error, 0, or SVM's -1.",
	  "nestdiag explain takes the whole line and decodes the number.", NULL },
	{ "EL2", "Arm exception level 2",
	  "The level at which a hypervisor runs on Arm.",
	  "A guest has it only if the VMM enables nested virtualization on a CPU with FEAT_NV2.", NULL },
	{ "FEAT_NV2", "Arm nested virtualization",
	  "The Arm CPU feature for guests that run at EL2.",
	  "Required for KVM inside a VM on Arm: Apple M3 and later, a few servers.", NULL },
	{ "EPERM", "error 1, Operation not permitted",
	  "On /dev/kvm or a KVM ioctl: a seccomp filter or security module forbids it.",
	  NULL, NULL },
	{ "ENOENT", "error 2, No such file or directory",
	  "On /dev/kvm: the device does not exist. KVM is not loaded, or this is a container without the device.",
	  "In a VM, mostly the level below does not expose virtualization: nestdiag check.", NULL },
	{ "ENXIO", "error 6, No such device or address",
	  "On /dev/kvm: the device node exists, but no module serves it.",
	  NULL, NULL },
	{ "E2BIG", "error 7, Argument list too long",
	  "On KVM_SET_CPUID2 or KVM_GET_MSRS: more entries than the program made room for.",
	  NULL, NULL },
	{ "ENOMEM", "error 12, Cannot allocate memory",
	  "KVM could not allocate memory.",
	  NULL, NULL },
	{ "EACCES", "error 13, Permission denied",
	  "On /dev/kvm: the user is not in group kvm.",
	  NULL, NULL },
	{ "EFAULT", "error 14, Bad address",
	  "On KVM_RUN: the guest used memory that its VMM does not have.",
	  NULL, NULL },
	{ "EBUSY", "error 16, Device or resource busy",
	  "On KVM_CREATE_VM: another hypervisor uses VMX or SVM.",
	  "VirtualBox or VMware and KVM cannot share VMX or SVM.", NULL },
	{ "ENODEV", "error 19, No such device",
	  "On /dev/kvm: no module serves the device.",
	  NULL, NULL },
	{ "EINVAL", "error 22, Invalid argument",
	  "A KVM ioctl: KVM does not accept the value, or does not have the interface. Often a CPU feature or MSR that is not available here.",
	  "A guest state saved on another host or level does not fit.", NULL },
	{ "ENOTTY", "error 25, Inappropriate ioctl for device",
	  "A KVM ioctl that this kernel does not have.",
	  NULL, NULL },
	{ "EOPNOTSUPP", "error 95, Operation not supported",
	  "On modprobe kvm_intel or kvm_amd: no VMX or SVM that can be used.",
	  "In a VM: the level below does not expose virtualization, or locks it off.", NULL },
};

void nd_explain_term(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_TERM))
		return;
	for (i = 0; i < ARRAY_SIZE(terms); i++) {
		char label[96];
		const struct nd_reading reading = {
			.sort = "term",
			.id = terms[i].name,
			.label = label,
			.meaning = terms[i].meaning,
			.nesting = terms[i].nesting,
			.reference = terms[i].see,
		};

		if (!nd_explain_is(e, terms[i].name))
			continue;
		scnprintf(label, sizeof(label), "%s, %s", terms[i].name, terms[i].title);
		nd_explain_add(e, &reading);
	}
}

void nd_explain_term_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(terms); i++)
		nd_strings_add(names, "%s", terms[i].name);
}
