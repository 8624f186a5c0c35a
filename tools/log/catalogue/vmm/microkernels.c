// SPDX-License-Identifier: GPL-2.0-only
/* Hypervisors of microkernels and partitions: NOVA, seL4, Jailhouse. */
#include "tools/log/catalogue/catalogue.h"

#define NO_HARDWARE(error, word) \
	{ error, word, NULL, \
	  "No VT-x, SVM or EL2, or hardware of the configuration is missing (an IOMMU).", \
	  "dmesg | tail and Jailhouse's console; jailhouse hardware check. On a machine: VT-x or SVM on in the firmware. In QEMU the machine of its demo (-machine q35,kernel_irqchip=split, -device intel-iommu, -cpu host)." }

static const struct nd_clause jailhouse_enable[] = {
	NO_HARDWARE(5, NULL), NO_HARDWARE(19, NULL),
	{ 16, NULL, NULL,
	  "It is on already, or KVM holds VMX.",
	  "rmmod kvm_intel kvm_amd; jailhouse disable first if it is on." },
	{ 22, NULL, NULL,
	  "No memory reserved (memmap=), or another version's configuration.",
	  "memmap= on the kernel's command line as the configuration has it; a configuration that was built for this Jailhouse; dmesg | tail." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "solo5-exit",
		.origin = "solo5",
		.severity = ND_MSG_ERROR,
		.meaning = "Solo5 (ukvm, hvt) stopped its unikernel at an exit that it does not handle, by the number of KVM's exit: 8 is a shutdown (triple fault), 9 a failed entry, 17 an internal error.",
		.cause = "A fault of the unikernel, or of the level below if KVM runs in a VM: the same on a machine without a hypervisor below tells.",
		.remedy = "nestdiag exits and nestdiag failures while it runs; nestdiag probe tells whether other guests start here.",
		.reference = "github.com/Solo5/solo5/issues/6",
		.wordings = ND_WORDINGS(
			{ "{any}KVM: unhandled exit: exit_reason={hex}{any}", "Solo5 0.2 to 0.9" },
			{ "{any}KVM: internal error exit: suberror={hex}", "Solo5 0.2 to 0.9" }
		),
	},
	{
		.id = "solo5-kvm-old",
		.origin = "solo5",
		.severity = ND_MSG_ERROR,
		.meaning = "Solo5 does not start its unikernel: /dev/kvm answers with another version of the API than 12, or without KVM_CAP_USER_MEMORY. Linux's KVM has both; what answers may be another program that stands in for it.",
		.remedy = "ls -l /dev/kvm and uname -a: a sandbox or an emulation of Linux in place of it? solo5-spt needs no KVM.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM: API version is {n}, solo5-hvt requires version 12", "Solo5 0.12" },
			{ "{any}KVM: host does not support KVM_CAP_USER_MEMORY", "Solo5 0.12" }
		),
	},
	{
		.id = "solo5-entry",
		.origin = "solo5",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run a unikernel (of Solo5: ukvm, hvt; or of HermitCore: proxy); the number is the refusal's.",
		.cause = "The state or a control is not one that the processor takes; in a VM usually the level below.",
		.remedy = "nestdiag probe starts guests of its own here; nestdiag failures, with the module loaded, names the check.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM: entry failure: hw_entry_failure_reason={hwerror}", "Solo5 0.2 to 0.9" }
		),
	},
	{
		.id = "nova-killed",
		.origin = "nova-kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The NOVA microhypervisor (Genode, Hedron) ended a thread or virtual CPU. \"#PF (kernel)\" is a page fault of NOVA itself.",
		.cause = "Under another hypervisor: its nested VMX or SVM does not do what the processor does (SVM of KVM has been seen to), or a fault of NOVA.",
		.remedy = "Try the other side: another kernel below, VMX in place of SVM, real hardware. Report it with the whole line to Genode; KVM's side: nestdiag failures and the kernel's log below.",
		.reference = "github.com/genodelabs/genode/issues/4391",
		.follows = "vbox-assertion",
		.wordings = ND_WORDINGS(
			{ "Killed EC:{any}" }
		),
	},
	{
		.id = "nova-double-fault",
		.origin = "nova-kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The NOVA microhypervisor stopped with a double fault of its own: its task gate was used.",
		.cause = "In a VM: a CPU model whose features NOVA does not ask for or does not get (seen with QEMU's default model and KVM, and with -cpu qemu64 it ran), or a fault of NOVA.",
		.remedy = "Another CPU model in QEMU (-cpu qemu64, -cpu host), or the same without KVM; real hardware for comparison.",
		.reference = "github.com/TUD-OS/NUL/issues/25",
		.wordings = ND_WORDINGS(
			{ "Task gate invoked" }
		),
	},
	{
		.id = "nova-entry",
		.origin = "nova-kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run a guest: the words are those of the NOVA microhypervisor (Genode, Hedron).",
		.cause = "A control or state that it does not accept; under another hypervisor its VMX differs from what its capability registers say.",
		.remedy = "nestdiag explain \"insn-error NUMBER\"; compare with real hardware, and report it to the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "VM entry failed with error {hwerror}" }
		),
	},
	{
		.id = "sel4-vmx",
		.origin = "sel4",
		.severity = ND_MSG_ERROR,
		.meaning = "seL4 cannot run guests on this machine: VT-x is missing, locked or lacks a feature.",
		.cause = "Not in this CPU, off in the firmware, or (in QEMU and other VMs) not exposed: QEMU without KVM has no VMX; a named CPU model lacks features.",
		.remedy = "In QEMU: -enable-kvm -cpu host (or MODEL,+vmx) with nested=1 for kvm_intel below. On a machine: VT-x on in the firmware. nestdiag caps and nestdiag features below show the register that is missing a bit.",
		.wordings = ND_WORDINGS(
			{ "vt-x: not supported" },
			{ "vt-x: feature locked" },
			{ "vt-x: lack of required features" },
			{ "vt-x: cores have inconsistent features" },
			{ "vt-x: vmxon failure" },
			{ "vt-x: Unsupported {word} control features {hex}" },
			{ "vt-x: CPU does not support 64-bit guests" },
			{ "vt-x: Expected {any}" }
		),
	},
	{
		.id = "sel4-vmx-slow",
		.origin = "sel4",
		.severity = ND_MSG_WARNING,
		.meaning = "seL4 runs guests without a feature of VT-x that makes them faster or easier to debug.",
		.cause = "Not in this CPU, or not exposed by the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "vt-x: VPIDs are not supported. Expect performance degradation" },
			{ "vt-x: Interrupt ack on exit not supported. Expect performance degradation" },
			{ "vt-x: Load IA32_PERF_GLOBAL_CONTROL not supported. {any}" }
		),
	},
	{
		.id = "uvmm-vbus",
		.origin = "uvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "uvmm, the VMM of L4Re, has no access to the host's interrupt controller (GIC), and gives its Arm guest none. The processor's virtualization is there.",
		.cause = "The configuration: the VM was started without a vbus that has the GIC's parts (GICC or GICD), or with a device tree or uvmm for another board.",
		.remedy = "Start it with the vbus and the device tree of that board (vmm.lua, io.cfg); a newer uvmm needs none for a GIC.",
		.reference = "github.com/kernkonzept/manifest/issues/2",
		.wordings = ND_WORDINGS(
			{ "{any}ARM GIC virtualization does not work without passing {any} via the vbus" }
		),
	},
	{
		.id = "uvmm-fault",
		.origin = "uvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest of uvmm, the VMM of L4Re, did something that uvmm does not handle: it is stopped or gets an exception.",
		.cause = "An access to a device that its device tree promises and uvmm does not have, or an instruction or register that uvmm does not emulate.",
		.remedy = "A device tree made for uvmm; the guest's system map with the address behind ip= tells where it was.",
		.reference = "github.com/kernkonzept/uvmm, server/src/arm/guest_arm.cc",
		.wordings = ND_WORDINGS(
			{ "{any}cannot handle VM memory access @ {hex} ip={hex} lr={hex}" },
			{ "{any}unknown trap: err={hex} ec={armclass} ip={hex} lr={hex}" }
		),
	},
	{
		.id = "jailhouse-no-virt",
		.origin = "jailhouse",
		.severity = ND_MSG_ERROR,
		.meaning = "Jailhouse found no VT-x or SVM that it can use.",
		.cause = "Not in this CPU, off in the firmware, or this is a VM to which the hypervisor below does not expose it.",
		.remedy = "On a machine: VT-x or SVM on in the firmware. In QEMU: -enable-kvm -cpu host with nested=1 below, and an emulated IOMMU. nestdiag check tells what is missing.",
		.wordings = ND_WORDINGS(
			{ "jailhouse: Missing or unsupported HVM technology" },
			{ "jailhouse: VT-x disabled by Firmware/BIOS" }
		),
	},
	{
		.id = "jailhouse-enable",
		.origin = "jailhouse",
		.severity = ND_MSG_ERROR,
		.meaning = "Jailhouse could not be switched on; the error of the request says why, the kernel's log and Jailhouse's own console say more.",
		.cause = "What the kernel's log and Jailhouse's own console say.",
		.remedy = "dmesg | tail and Jailhouse's console; rmmod kvm_intel kvm_amd; jailhouse hardware check; in QEMU the machine of its demo (-machine q35,kernel_irqchip=split, -device intel-iommu, -cpu host).",
		.clauses = jailhouse_enable,
		.wordings = ND_WORDINGS(
			{ "JAILHOUSE_ENABLE: {any}" },
			{ "jailhouse: request_firmware failed for {any}" },
			{ "jailhouse: Not a system configuration{any}" },
			{ "jailhouse: Configuration revision mismatch{any}" }
		),
	},
	{
		.id = "jailhouse-access",
		.origin = "jailhouse",
		.severity = ND_MSG_ERROR,
		.meaning = "A cell of Jailhouse accessed a port, memory or a device that its configuration does not give it, and its CPU is stopped (parked).",
		.cause = "A configuration made for another machine: under QEMU for another machine model, firmware or memory size; or a driver in the root cell for a device that is not listed.",
		.remedy = "Add the region that the address names (jailhouse config create makes one for the machine it runs on), or leave the driver out.",
		.wordings = ND_WORDINGS(
			{ "FATAL: Invalid PIO {word} port: {hex} size: {n}" },
			{ "FATAL: Invalid PIO {word}, port: {hex} size: {n}" },
			{ "FATAL: Invalid MMIO/RAM {word}, addr: {hex} size: {n}" }
		),
	},
	{
		.id = "jailhouse-entry",
		.origin = "jailhouse",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run a cell of Jailhouse.",
		.cause = "A control or state that it does not accept; under another hypervisor its emulation of VMX or SVM.",
		.remedy = "Decode the number; compare with real hardware. Below: nestdiag failures with the module loaded.",
		.wordings = ND_WORDINGS(
			{ "FATAL: vmlaunch failed, error {insn}" },
			{ "FATAL: vmresume failed, error {insn}" },
			{ "FATAL: VM-Entry failure, reason {exitnumber}" },
			{ "FATAL: VM-Entry failure, error {n}" },
			{ "FATAL: invept failed, error {insn}" }
		),
	},
	{
		.id = "acrn-address",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "ACRN stops: the processor has more physical address bits than this build of ACRN is made for. It is not virtualization that is missing.",
		.cause = "MAXIMUM_PA_WIDTH of the build is that of a certain board; a virtual CPU has other numbers (QEMU: 40, or the host's).",
		.remedy = "In QEMU -cpu host,phys-bits=39 (or the number that the line names); a newer ACRN, or one built for more.",
		.reference = "github.com/projectacrn/acrn-hypervisor/pull/5937",
		.wordings = ND_WORDINGS(
			{ "{any}physical-address width ({n}) over maximum physical-address width ({n})", "ACRN 1.0 to 3.3" }
		),
	},
	{
		.id = "acrn-iommu",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "An IOMMU did not answer ACRN within the time that ACRN waits.",
		.cause = "Below QEMU it is an emulated one, which is slower than ACRN of then waited (seen with 2.x). On a machine: its VT-d unit.",
		.remedy = "A newer ACRN, which waits longer.",
		.reference = "github.com/projectacrn/acrn-hypervisor/issues/5938",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}DMAR OP Timeout! @{any}", "ACRN 1.0 to 2.5" }
		),
	},
	{
		.id = "acrn-hardware",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "ACRN checks for the features of the processor that it requires, and stops at the first that is missing: the line names it.",
		.cause = "The processor does not have it; or ACRN runs in a VM, whose CPU model or hypervisor leaves it out. EPT, VMX, unrestricted guest and APICv come only with nested virtualization.",
		.remedy = "In a VM: the whole CPU (-cpu host, host-passthrough), nesting on; nestdiag features on Linux there lists what is exposed. Else a newer processor, or VMX enabled in the firmware.",
		.reference = "hypervisor/arch/x86/cpu_caps.c of ACRN",
		.follows = "acrn-address",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}detect_hardware_support, {any}", "ACRN 1.0 to 3.3" },
			{ "{any}PANIC: hardware not support!", "ACRN 1.0 to 3.3" },
			{ "{any}]:hardware not support!", "ACRN 1.0 to 3.3" },
			{ "{any}check_vmx_mmu_cap, {any} not support{any}" },
			{ "{any}check_essential_vmx_caps, {any}" }
		),
	},
	{
		.id = "acrn-exception",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "The ACRN hypervisor itself had an exception, and stops; its registers follow.",
		.cause = "A bug of that build of ACRN, or a machine that its configuration (scenario, board) was not made for; under another hypervisor its emulation of VMX.",
		.remedy = "A build for this very board; the address behind RIP with the map file of the build (acrn.map) to ACRN's maintainers.",
		.reference = "github.com/projectacrn/acrn-hypervisor/pull/2995",
		.wordings = ND_WORDINGS(
			{ "{any}= Unhandled exception: {vector} ({any}" }
		),
	},
	{
		.id = "jailhouse-exit",
		.origin = "jailhouse",
		.severity = ND_MSG_ERROR,
		.meaning = "A cell of Jailhouse did something that Jailhouse does not handle.",
		.cause = "An exit that does not happen on the hardware that Jailhouse was made for; under another hypervisor more of them are possible.",
		.remedy = "Read the exit that the line names; the cell's configuration, or Jailhouse itself, has to allow it.",
		.wordings = ND_WORDINGS(
			{ "FATAL: Unhandled VM-Exit, reason {exitnumber}" },
			{ "FATAL: Unexpected #VMEXIT, exitcode {svmexit}, {any}" },
			{ "Unhandled HYP {word} exit at {hex}" }
		),
	},
	{
		.id = "sel4-not-el2",
		.origin = "sel4",
		.severity = ND_MSG_ERROR,
		.meaning = "This seL4 was built as a hypervisor and needs EL2; the machine started it at EL1.",
		.cause = "The machine is a VM without EL2: QEMU was not asked for it, or its KVM has no nested virtualization for guests. On a board the firmware entered at EL1.",
		.remedy = "QEMU without KVM: -machine virt,virtualization=on. With KVM EL2 needs nested virtualization of the host (FEAT_NV2). Else a kernel built without hypervisor support.",
		.reference = "github.com/seL4/microkit/issues/413",
		.wordings = ND_WORDINGS(
			{ "{any}seL4 configured as a hypervisor, but not in EL2" }
		),
	},
	{
		.id = "acrn-vtd",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "ACRN's driver for VT-d (the IOMMU) met something that it takes for impossible and stopped. VMX is not involved.",
		.cause = "On QEMU a register of its emulated IOMMU that answers too late for ACRN's limit, now and then; on a machine a VT-d unit that does not do what it reports.",
		.remedy = "Start it again; a newer ACRN. On QEMU -device intel-iommu,intremap=on,caching-mode=on as ACRN's guide has it.",
		.reference = "github.com/projectacrn/acrn-hypervisor/issues/6295",
		.wordings = ND_WORDINGS(
			{ "{any}Assertion failed in file arch/x86/vtd.c,line {n}{any}", "ACRN 1.0 to 3.3" }
		),
	},
	{
		.id = "acrn-entry",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "The ACRN hypervisor could not enter a VM: VMLAUNCH or VMRESUME failed (err_inst is the VM-instruction error), or the processor refused the state (reason).",
		.cause = "A control or a state that this processor does not take; with another hypervisor below ACRN also what its VMX does not do.",
		.remedy = "nestdiag explain \"insn-error N\" for err_inst; 33 (0x80000021) is the guest's state. The same board without a hypervisor below.",
		.reference = "hypervisor/arch/x86/guest/vcpu.c of github.com/projectacrn/acrn-hypervisor",
		.wordings = ND_WORDINGS(
			{ "{any}vmentry fail reason={exit}" },
			{ "{any}vmexit fail err_inst={hex}" }
		),
	},
	{
		.id = "acrn-exit",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "The ACRN hypervisor stopped a VM at an exit that it does not handle; the reason and its qualification are in the lines.",
		.cause = "The guest used something that ACRN gives no VM, or took an exit of a feature that this VM does not have.",
		.remedy = "nestdiag explain \"exit reason N\" with the number; the guest's address in the line tells which instruction it was.",
		.reference = "hypervisor/arch/x86/guest/vmexit.c of github.com/projectacrn/acrn-hypervisor",
		.wordings = ND_WORDINGS(
			{ "{any}dispatch VM exit handler failed for reason {n}, ret = {any}" },
			{ "{any}Unhandled VM exit condition from guest at {hex}" }
		),
	},
	{
		.id = "acrn-nested",
		.origin = "acrn",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMX instruction of a hypervisor in a VM of ACRN failed: the first number is the kind (VMfailInvalid or VMfailValid), the second the VM-instruction error.",
		.cause = "That hypervisor gave an operand or a VMCS that ACRN's nested VMX does not take.",
		.remedy = "nestdiag explain \"insn-error N\" with the second number.",
		.reference = "hypervisor/arch/x86/guest/nested.c of github.com/projectacrn/acrn-hypervisor",
		.wordings = ND_WORDINGS(
			{ "{any}VMX failed: {n}/{n}" }
		),
	},
	{
		.id = "acrn-controls",
		.origin = "acrn",
		.severity = ND_MSG_NOTE,
		.meaning = "A VMX control that ACRN wants is not allowed on this processor; it goes on without: that line is no failure. \"full\" or \"request\" is what it wanted, \"current\" or \"get\" what it got.",
		.cause = "The processor does not have it; or, below another hypervisor, that one does not give it.",
		.remedy = "Where ACRN does not boot, look at the lines behind this one. nestdiag caps under Linux on the same machine shows which bits are allowed.",
		.reference = "hypervisor/arch/x86/guest/vmcs.c of github.com/projectacrn/acrn-hypervisor",
		.wordings = ND_WORDINGS(
			{ "{any}VMX ctrl {hex} not fully enabled: current capabilities are {any}" },
			{ "{any}VMX ctrl {vmxmsr} not fully enabled: request {hex} but get {given}", "ACRN 1.0 to 2.5" }
		),
	},
	{
		.id = "jailhouse-memory",
		.origin = "jailhouse",
		.severity = ND_MSG_ERROR,
		.meaning = "Jailhouse's driver did not get the memory or the file of its hypervisor. It has not looked at VT-x or SVM by then (or found it usable).",
		.cause = "Linux was not started with memory reserved for it (memmap=, device tree), the reservation is not where the system configuration has it, or the hypervisor's image is not in /lib/firmware.",
		.remedy = "jailhouse config create prints the memmap= that it wants; compare /proc/iomem and the configuration's hypervisor_memory; make install puts the image into /lib/firmware.",
		.reference = "driver/main.c of github.com/siemens/jailhouse",
		.wordings = ND_WORDINGS(
			{ "jailhouse: Missing hypervisor image {any}" },
			{ "jailhouse: request_mem_region failed for hypervisor {any}" },
			{ "jailhouse: Unable to map RAM reserved for hypervisor {any}" },
			{ "jailhouse: Unable to map hypervisor debug {any}" }
		),
	},
	{
		.id = "sel4-invocation",
		.origin = "sel4",
		.severity = ND_MSG_ERROR,
		.meaning = "seL4 refused a call on a virtual CPU or on page tables of a guest (EPT): the arguments are not right. Virtualization works, or there would be no virtual CPU.",
		.cause = "The program that runs the guest (VMM, microkit, CAmkES) asks for a field, an MSR or a mapping that seL4 does not give it, or in the wrong order.",
		.remedy = "The line names the call and the value; compare it with the release of the kernel that the VMM was written for.",
		.reference = "src/arch/x86/object/vcpu.c of github.com/seL4/seL4",
		.wordings = ND_WORDINGS(
			{ "{any}VCPU {word}: {near}nvalid field {any}" },
			{ "{any}VCPU {word}: Not enough arguments.{any}" },
			{ "{any}VCPU{word}Reg: Invalid field {hex}{any}" },
			{ "{any}VCPUAckVPPI: Invalid irq number{any}" },
			{ "{any}X86EPT{word}: {any}" },
			{ "{any}decodeSetEPTRoot: Invalid EPT cap{any}" },
			{ "{any}TCB SetEPTRoot: EPT PDPT is invalid{any}" }
		),
	},
	{
		.id = "sel4-entry",
		.origin = "sel4",
		.severity = ND_MSG_ERROR,
		.meaning = "seL4 could not run a guest: VMLAUNCH or VMRESUME failed, with the VM-instruction error in the line or without a current VMCS.",
		.cause = "The VMM left the VMCS in a state that the processor does not take; below another hypervisor also what its VMX does not do.",
		.remedy = "nestdiag explain \"insn-error N\" with the number; 7: controls, 8: host state.",
		.reference = "src/arch/x86/64/c_traps.c of github.com/seL4/seL4",
		.wordings = ND_WORDINGS(
			{ "{any}current VMCS pointer is not valid{any}" },
			{ "{any}vmlaunch/vmresume error {insn}{any}" }
		),
	},
	{
		.id = "microkit-vm",
		.origin = "microkit",
		.severity = ND_MSG_ERROR,
		.meaning = "Microkit (the tool or its monitor) stopped at a virtual machine of the system that is described to it.",
		.cause = "The description: a virtual_machine without vcpu, two with one id, a parent with children. Or a seL4 that was built without the hypervisor: then there are no virtual machines at all.",
		.remedy = "Correct the system description; a board and configuration of the SDK whose kernel is a hypervisor (Arm: EL2, x86: VT-x).",
		.reference = "github.com/seL4/microkit",
		.wordings = ND_WORDINGS(
			{ "{any}seL4 has not been built as a hypervisor, virtual machines are disabled" },
			{ "Error: missing 'vcpu' element on virtual_machine: {any}" },
			{ "Error: duplicate vcpu id {n} in virtual machine {any}" },
			{ "Error: duplicate id: {n} clashes with virtual machine vcpu id {any}" },
			{ "Error: It is not possible {any} with a bound vCPU {any}" }
		),
	},
	{
		.id = "microkit-vcpu-fault",
		.origin = "microkit",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest under seL4 took a trap that no one handles: Microkit's monitor got it, with the syndrome (ESR) of the virtual CPU.",
		.cause = "The VMM does not handle that kind of trap, or gave it on.",
		.remedy = "nestdiag explain with the ESR names its class; the VMM's fault handler has to take it.",
		.reference = "monitor/src/main.c of github.com/seL4/microkit",
		.wordings = ND_WORDINGS(
			{ "MON|ERROR: received vCPU fault with ESR: {any}" },
			{ "MON|ERROR: Unknown vCPU fault" }
		),
	},
	{
		.id = "solo5-fault",
		.origin = "solo5",
		.severity = ND_MSG_ERROR,
		.meaning = "Solo5's unikernel touched an address that it has no memory for (KVM_RUN ended with EFAULT). rip or pc is where.",
		.cause = "A bug of the unikernel: a null pointer, a stack that ran over, or too little memory (--mem).",
		.remedy = "addr2line -e UNIKERNEL ADDRESS; more --mem; --dumpcore.",
		.wordings = ND_WORDINGS(
			{ "{any}host/guest translation fault: {word}", "Solo5 0.12" }
		),
	},
	{
		.id = "solo5-tsc",
		.origin = "solo5",
		.severity = ND_MSG_ERROR,
		.meaning = "Solo5 does not start its unikernel: KVM does not tell the frequency of the time stamp counter, because this kernel takes the counter for unstable, or KVM has no such call.",
		.cause = "Linux marked the TSC unstable, which a hypervisor below can bring about, or KVM is older than KVM_CAP_GET_TSC_KHZ.",
		.remedy = "dmesg | grep -i tsc; cat /sys/devices/system/clocksource/clocksource0/current_clocksource. In a VM: a stable (invariant) TSC from below; solo5-spt needs no KVM.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM: host TSC is unstable, cannot continue", "Solo5 0.12" },
			{ "{any}KVM: host does not support KVM_CAP_GET_TSC_KHZ", "Solo5 0.12" }
		),
	},
};

const struct nd_catalogue nd_catalogue_microkernels = {
	"microkernels", messages, ARRAY_SIZE(messages)
};
