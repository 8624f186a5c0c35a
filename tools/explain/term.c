// SPDX-License-Identifier: GPL-2.0-only
/*
 * Words that reports, kernels and clouds use for nested virtualization, and what they mean for a
 * nested guest.
 */
#include "core/facts/hypervisor.h"
#include "core/features/offer.h"

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
	  "Version 1 has no fields for many features (APICv, posted interrupts, VMCS shadowing, preemption timer, PML, VM functions): KVM under Hyper-V cannot use them. VMCS shadowing and the preemption timer it emulates for its guests all the same; the others they lack. kvm_intel enlightened_vmcs=0 switches it off.", "nestdiag evmcs; Hyper-V TLFS" },
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
	{ "nestedVirtualization", "setting of WSL 2 in .wslconfig",
	  "Gives the virtual machine of WSL 2 VMX or SVM; true is the default on Windows 11 for x86, unless the policy AllowNestedVirtualization forbids it.",
	  "Required for KVM in WSL 2. It takes effect after wsl --shutdown.", "MicrosoftDocs/WSL, wsl-config.md" },
	{ "AllowNestedVirtualization", "policy of WSL 2",
	  "A policy of Windows by which an administrator forbids nestedVirtualization in WSL 2, whatever .wslconfig says.",
	  "Without VMX and SVM no KVM runs in WSL 2.", "microsoft/WSL, wslpolicies.h" },
	{ "mshv", "Microsoft Hypervisor, /dev/mshv",
	  "Linux's driver for guests of Hyper-V: with mshv_root a root or L1VH partition creates them through /dev/mshv.",
	  "Such guests run beside this machine, not nested in it: it has neither VMX nor SVM, and KVM runs no guests here.", "Linux, drivers/hv/Kconfig, MSHV_ROOT" },
	{ "L1VH", "level-1 virtual hypervisor",
	  "A partition of Hyper-V that may create partitions, without being root.",
	  "Its guests are siblings of it, not nested: each exit goes to Hyper-V alone.", "Linux, drivers/hv/hv_common.c" },
	{ "Rosetta", "x86 emulation of macOS",
	  "Runs x86 programs on Apple's processors, also in Linux VMs; CPUID calls the processor VirtualApple.",
	  "It has neither VMX nor SVM, and no setting brings them: no hypervisor for x86 runs there.", NULL },
	{ "Box64", "x86 emulation for Linux",
	  "Runs x86 programs on Arm, RISC-V and LoongArch; CPUID calls the processor \"Box64 on ...\".",
	  "It has neither VMX nor SVM: no hypervisor for x86 runs there.", NULL },
	{ "FEX-Emu", "x86 emulation for Linux",
	  "Runs x86 programs on Arm; leaf 0x40000000 of CPUID has the signature FEXIFEXIEMU.",
	  "It has neither VMX nor SVM: no hypervisor for x86 runs there.", "FEX-Emu/FEX, docs/CPUID.md" },
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
	{ "L0", "level 0",
	  "The hypervisor on the hardware itself.",
	  "It carries out VMX or SVM for all levels above: every exit of every level comes to it first.", NULL },
	{ "L1", "level 1",
	  "A guest of L0. If it runs guests, it is the guest hypervisor.",
	  "What L1 may use of VMX or SVM is what L0 exposes to it.", NULL },
	{ "L2", "level 2",
	  "A nested guest: a guest of the guest hypervisor L1.",
	  "Its exits go to L0, and from there to L1 if L1 asked for them.", NULL },
	{ "L3", "level 3",
	  "A guest of a nested guest.",
	  "Each level multiplies the exits of the one above; KVM does it, most others do not offer it.", NULL },
	{ "vmcs01", "KVM's VMCS for a guest hypervisor",
	  "The VMCS with which KVM runs L1.",
	  "In use while the guest hypervisor itself runs.", "Linux, arch/x86/kvm/vmx/nested.c" },
	{ "vmcs12", "a guest hypervisor's VMCS for its nested guest",
	  "What L1 wrote about L2, in memory of L1; KVM reads it at each entry.",
	  "KVM checks it as a processor would; a refused one is VMfail or an exit 33 for L1.", "Linux, arch/x86/kvm/vmx/nested.c" },
	{ "vmcs02", "KVM's VMCS for a nested guest",
	  "What KVM makes of vmcs12 and its own needs, and gives to the processor to run L2.",
	  "A failed entry of it is KVM's fault or the level below's: KVM checked vmcs12 before.", "Linux, arch/x86/kvm/vmx/nested.c" },
	{ "vmcb01", "KVM's VMCB for a guest hypervisor",
	  "The VMCB with which KVM runs L1 on AMD.",
	  "In use while the guest hypervisor itself runs.", "Linux, arch/x86/kvm/svm/nested.c" },
	{ "vmcb12", "a guest hypervisor's VMCB for its nested guest",
	  "What L1 wrote about L2; KVM copies and checks it at each VMRUN.",
	  "A refused one is exit code -1 for L1.", "Linux, arch/x86/kvm/svm/nested.c" },
	{ "vmcb02", "KVM's VMCB for a nested guest",
	  "What KVM makes of vmcb12 and its own needs to run L2.",
	  "A failed entry of it is KVM's fault or the level below's.", "Linux, arch/x86/kvm/svm/nested.c" },
	{ "VMXON", "the instruction that switches VMX on",
	  "Needs CR4.VMXE and an IA32_FEATURE_CONTROL that is locked with VMX on.",
	  "In a guest hypervisor it exits to KVM, which emulates it if nested=1 and the CPU model has vmx. #GP means that the register or CR4 does not allow it.", NULL },
	{ "SVMDIS", "VM_CR bit 4",
	  "SVM is disabled: EFER.SVME cannot be set.",
	  "Set by firmware, or by the level below: then no KVM here, and no nested guests.", "AMD APM volume 2" },
	{ "MSRPM", "MSR permission map",
	  "AMD: says which MSRs a guest may use without an exit; MSR bitmap on Intel.",
	  "For a nested guest KVM merges the guest hypervisor's map with its own: only what both let pass needs no exit.", NULL },
	{ "IOPM", "I/O permission map",
	  "AMD: says which ports a guest may use without an exit.",
	  "Of a nested guest KVM intercepts every port, and asks the guest hypervisor's map where an exit goes.", NULL },
	{ "SMM", "system management mode",
	  "The mode of firmware; KVM emulates it for guests (OVMF with secure boot).",
	  "Entering it while a nested guest runs leaves that one first; on nested hosts a source of failed entries. Firmware without SMM avoids it.", NULL },
	{ "KVM_CAP_NESTED_STATE", "KVM can save nested guests",
	  "KVM_GET_NESTED_STATE and KVM_SET_NESTED_STATE hand out and take back vmcs12 or vmcb12.",
	  "Without it a guest that runs nested guests cannot be saved or migrated.", "Documentation/virt/kvm/api.rst" },
	{ "KVM_GET_NESTED_STATE", "KVM's ioctl for the state of nesting",
	  "Hands out vmcs12 or vmcb12 and where the vCPU stands between L1 and L2.",
	  "Migration of a guest that runs nested guests depends on it.", "Documentation/virt/kvm/api.rst" },
	{ "KVM_SET_NESTED_STATE", "KVM's ioctl for the state of nesting",
	  "Takes back what KVM_GET_NESTED_STATE handed out.",
	  "EINVAL: the state is of a host with other capabilities, or nested=0 here.", "Documentation/virt/kvm/api.rst" },
	{ "HVF", "Hypervisor.framework",
	  "macOS' interface for hypervisors; QEMU, UTM and the Android emulator use it.",
	  "Its guests cannot nest on Intel; on Apple processors Linux guests can from the M3 on, with macOS 15. macOS guests have no Hypervisor.framework of their own.", NULL },
	{ "NVMM", "NetBSD's virtual machine monitor",
	  "The hypervisor of NetBSD and DragonFly BSD, used through QEMU (-accel nvmm).",
	  "Needs VMX with EPT or SVM with NPT from the level below. Its guests see no VMX or SVM.", NULL },
	{ "bhyve", "the hypervisor of FreeBSD and illumos",
	  "Uses VMX with EPT, or SVM with NPT, through the module vmm.",
	  "Needs them from the level below. Its guests see no VMX or SVM.", NULL },
	{ "TDX", "trust domain extensions",
	  "Intel: guests whose memory and state the host cannot read.",
	  "A TDX guest cannot run nested guests with VMX.", NULL },
	{ "SEV", "secure encrypted virtualization",
	  "AMD: guests with encrypted memory; SEV-ES also hides registers, SEV-SNP protects integrity.",
	  "KVM does not nest such guests: a guest hypervisor cannot be one, nor give SEV to its guests.", NULL },
	{ "SEV-SNP", "SEV with secure nested paging",
	  "AMD: encrypted guests whose page tables the host cannot exchange. \"Nested\" here means paging.",
	  "KVM does not nest such guests.", NULL },
	{ "VTL", "virtual trust level",
	  "Hyper-V: levels of one VM with their own memory protection; VBS runs Windows' secure kernel in VTL 1.",
	  "Not nesting, but it needs the hypervisor, so Windows with VBS in a VM needs virtualization from below.", NULL },
	{ "hv-evmcs", "flag of QEMU's -cpu",
	  "Offers the enlightened VMCS to a Windows guest.",
	  "For Hyper-V in that guest: fewer exits for VMCS accesses. Intel only, with nested=1.", NULL },
	{ "hv-emsr-bitmap", "flag of QEMU's -cpu",
	  "Offers the enlightened MSR bitmap to a guest hypervisor: it tells when it changed the MSR bitmap of its guest.",
	  "Fewer merges of MSR bitmaps when nested guests are entered. On Intel only together with hv-evmcs.", "Hyper-V TLFS" },
	{ "hv-tlbflush-direct", "flag of QEMU's -cpu",
	  "Offers the direct virtual flush to a guest hypervisor: its guest's hypercalls for TLB flushes go to the lowest hypervisor.",
	  "A nested Windows or Linux flushes its TLB without a trip to its own hypervisor.", "Hyper-V TLFS" },
	{ "hv-passthrough", "flag of QEMU's -cpu",
	  "Offers a guest all Hyper-V enlightenments that this KVM has.",
	  "Includes eVMCS, which takes features from a guest hypervisor that is not Hyper-V; not for migration.", NULL },
	{ "direct-virtual-flush", "Hyper-V's nested TLB flush",
	  "Hyper-V flushes the TLB of an L2 guest by L2's own hypercall, without a trip to L1.",
	  "KVM on Hyper-V uses it with eVMCS: cheaper TLB flushes of Windows and Linux as nested guests.", "Hyper-V TLFS" },
	{ "kvm-arm.mode", "parameter of the kernel's command line, Arm",
	  "nvhe, vhe, protected, nested or none: how KVM runs on Arm.",
	  "nested lets guests have EL2; it needs FEAT_NV2 and Linux 6.16 or later.", "Documentation/admin-guide/kernel-parameters.txt" },
	{ "NestedHWVirt", "setting in VBox.log",
	  "VirtualBox gives nested VT-x or AMD-V to this VM (--nested-hw-virt).",
	  "0: no guest can run in that VM.", NULL },
	{ "kvmclock", "KVM's clock for guests",
	  "A page in memory from which a guest reads the time without an exit.",
	  "A nested guest has the one of its own hypervisor, which is only as good as the clock of the levels below; the TSC is better where it is stable.", NULL },
	{ "hypervisor", "CPUID 1 ECX bit 31, a flag of /proc/cpuinfo",
	  "This machine is a VM.",
	  "KVM here runs nested: it needs vmx or svm from the level below.", NULL },
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

/* Flags for which KVM has to have something, and its bits in EAX of the leaf of nested features. */
static const struct {
	const char *name;
	u32 bits;
} flags[] = {
	{ "hv-evmcs", 0xff },
	{ "hv-tlbflush-direct", BIT(17) },
	{ "hv-emsr-bitmap", BIT(19) },
};

static void here_describe(const struct nd_explain *e, const char *name, struct nd_row *row)
{
	const struct nd_cpuid *nested = nd_cpu_leaf(&e->facts->offer, ND_HV_NESTED_LEAF, 0);
	u32 i;

	if (nd_offer_hyperv(e->facts) != ND_BIT_YES)
		return;
	for (i = 0; i < ARRAY_SIZE(flags); i++)
		if (!strcmp(flags[i].name, name))
			nd_row_printf(row, "KVM here %s it to guests whose VMM asks for it",
				      nested && (nested->eax & flags[i].bits) ? "can give" : "does not give");
}

void nd_explain_term(struct nd_explain *e)
{
	struct nd_row here;
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_TERM))
		return;
	for (i = 0; i < ARRAY_SIZE(terms); i++) {
		char label[96];
		struct nd_reading reading = {
			.sort = "term",
			.id = terms[i].name,
			.label = label,
			.meaning = terms[i].meaning,
			.nesting = terms[i].nesting ? terms[i].nesting :
				"The same on every level.",
			.reference = terms[i].see,
		};

		if (!nd_explain_is(e, terms[i].name))
			continue;
		scnprintf(label, sizeof(label), "%s, %s", terms[i].name, terms[i].title);
		nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
		here_describe(e, terms[i].name, &here);
		reading.here = *here.words ? here.words : NULL;
		nd_explain_add(e, &reading);
	}
}

void nd_explain_term_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(terms); i++)
		nd_strings_add(names, "%s", terms[i].name);
}
