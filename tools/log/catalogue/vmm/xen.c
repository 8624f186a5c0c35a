// SPDX-License-Identifier: GPL-2.0-only
/* Xen. */
#include "tools/log/catalogue/catalogue.h"

#define POOL(error, word) \
	{ error, word, NULL, \
	  "The pool of pages for these tables is used up: alternate tables (altp2m) and nested ones take more than a plain guest; or Xen has no memory left.", \
	  "A larger pool: shadow_memory= in the guest's configuration (XAPI: HVM-shadow-multiplier); xl info: free_memory." }
#define POD(error, word) \
	{ error, word, NULL, \
	  "The guest touched more memory than its target while it was to give the rest back (PoD).", \
	  "memory= and maxmem= alike in the guest's configuration; xl info: free_memory." }

static const struct nd_clause xen_p2m[] = {
	POOL(0, "rc -12"), POOL(0, "p2m: out of memory"), POOL(0, "p2m-pod: out of memory"),
	POD(0, "PoD memory"), POD(0, "p2m-pod"),
	{ 0 }
};

#define CONTROLS(error, word) \
	{ error, word, NULL, \
	  "Error 7: a control that the processor, or the level below, does not take. In a VM nearly always the VMX of the level below.", \
	  NULL }
#define HOST_STATE(error, word) \
	{ error, word, NULL, \
	  "Error 8: the host's state is not taken. In a VM nearly always the VMX of the level below.", \
	  NULL }
#define OTHER_VMCS(error, word) \
	{ error, word, NULL, \
	  "The VMCS is not what Xen takes it for (errors 4, 5, 11). In a VM nearly always the VMX of the level below.", \
	  NULL }

static const struct nd_clause xen_insn_error[] = {
	CONTROLS(0, "error: 0x7"), CONTROLS(0, "error: 7"),
	HOST_STATE(0, "error: 0x8"), HOST_STATE(0, "error: 8"),
	OTHER_VMCS(0, "error: 0x4"), OTHER_VMCS(0, "error: 0x5"), OTHER_VMCS(0, "error: 0xb"),
	OTHER_VMCS(0, "error: 4"), OTHER_VMCS(0, "error: 5"), OTHER_VMCS(0, "error: 11"),
	{ 0 }
};

#define NOT_EMULATED(error, word) \
	{ error, word, NULL, \
	  "An instruction or an access that Xen cannot emulate or that its device model (QEMU) did not answer. The line before this one says more.", \
	  NULL }
#define OWN_HANDLER(error, word) \
	{ error, word, NULL, \
	  "A paravirtualized guest that faults in its own handler. The line before this one says more.", \
	  NULL }

static const struct nd_clause xen_crash[] = {
	NOT_EMULATED(0, "emulate.c"), NOT_EMULATED(0, "io.c"),
	OWN_HANDLER(0, "entry.S"), OWN_HANDLER(0, "traps.c"),
	{ 0 }
};

#define QEMU_REFUSED(error, word) \
	{ error, word, NULL, \
	  "QEMU, the guest's device model, refused the device.", \
	  "The log of QEMU, /var/log/xen/qemu-dm-NAME.log or of the stubdomain; xl dmesg | grep -i iommu." }

static const struct nd_clause xen_pci_device[] = {
	{ 0, "support reset", NULL,
	  "A device that can not be reset.",
	  "xl pci-assignable-list; Qubes OS: the option no-strict-reset for a device without reset." },
	QEMU_REFUSED(0, "qemu refused"), QEMU_REFUSED(0, "rc -28"),
	{ 0, "rc -9", NULL,
	  "It timed out: QEMU or a stubdomain was not ready in time, or had too little memory.",
	  "The log of QEMU, /var/log/xen/qemu-dm-NAME.log or of the stubdomain." },
	{ 0 }
};

static const struct nd_clause xen_vmcx_memory[] = {
	{ 0, "err=-12", NULL,
	  "Xen's own heap has no page left for it (ENOMEM).",
	  NULL },
	{ 0 }
};

#define NOT_BUILT(error, word) \
	{ error, word, NULL, \
	  "It is not in this build, not for this kind of guest, or off on Xen's command line.", \
	  NULL }

static const struct nd_clause xen_config_refused[] = {
	{ 0, "HAP requested but", NULL,
	  "EPT or NPT is missing or off (hap=, a VM without it below).",
	  "Drop hap= from the domain's configuration, or give Xen EPT or NPT; xl info (virt_caps, xen_commandline) shows what it has." },
	{ 0, "IOMMU", NULL,
	  "There is no IOMMU, or it is off.",
	  "Drop passthrough= from the domain's configuration, or give Xen an IOMMU; xl info (virt_caps, xen_commandline) shows what it has." },
	NOT_BUILT(0, "Shadow paging"), NOT_BUILT(0, "altp2m"), NOT_BUILT(0, "vpmu"),
	NOT_BUILT(0, "vmtrace"),
	{ 0 }
};

static const struct nd_clause xen_guest_type[] = {
	{ 0, "type hvm", NULL,
	  "VMX or SVM is missing: Xen runs no HVM guests then.",
	  "xl info | grep xen_caps; VT-x or SVM on in the firmware, in a VM exposed below. Else another type= in the domain's configuration." },
	{ 0, "x86_32p", NULL,
	  "32-bit PV guests are off in this Xen.",
	  "A 64-bit kernel for the domain, or another type= (hvm, pvh) in its configuration." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "xen-emulation",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen gave up on an instruction of an HVM guest that it had to emulate; CS:IP and its bytes are in the line.",
		.cause = "At f000: the guest's firmware. OVMF of the build OvmfPkgX64 has no part for Xen any more (since edk2-stable202108): it takes OvmfXen. Elsewhere a guest that ran into memory that is none, or an instruction that Xen does not emulate.",
		.remedy = "The firmware that belongs to Xen (OvmfXen: device_model's ovmf path, firmware=\"ovmf\"), or firmware=\"bios\"; xl dmesg for the lines around it.",
		.reference = "github.com/NixOS/nixpkgs/issues/373469, github.com/NixOS/nixpkgs/pull/521336",
		.wordings = ND_WORDINGS(
			{ "MMIO emulation failed ({n}): d{n}v{n} {any}", "Xen 4.11 to 4.20" },
			{ "Mem event emulation failed ({n}): d{n}v{n} {any}", "Xen 4.11 to 4.20" }
		),
	},
	{
		.id = "xapi-vcpus",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "XCP-ng or XenServer did not start a VM for its number of vCPUs: more than the host has CPUs, more than a VM may have, none, or no multiple of the cores of a socket.",
		.remedy = "xe vm-param-set uuid=… VCPUs-max= VCPUs-at-startup= platform:cores-per-socket=; xe host-cpu-info shows what the host has.",
		.reference = "ocaml/idl/datamodel_errors.ml of github.com/xapi-project/xen-api",
		.wordings = ND_WORDINGS(
			{ "{any}HOST_NOT_ENOUGH_PCPUS{any}" },
			{ "{any}VM_TOOMANY_VCPUS{any}" },
			{ "{any}VM_NO_VCPUS{any}" },
			{ "{any}VCPU_MAX_NOT_CORES_PER_SOCKET_MULTIPLE{any}" }
		),
	},
	{
		.id = "xapi-tools",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "XCP-ng or XenServer needs the guest's help for this (shutdown, suspend, migration), and the guest did not give it. The VM runs, so virtualization works.",
		.cause = "The guest tools (xe-guest-utilities, Windows' PV drivers) are not installed, too old, or hang.",
		.remedy = "Install or update the tools in the guest; xe vm-shutdown force=true, or a cold migration without them.",
		.reference = "ocaml/idl/datamodel_errors.ml of github.com/xapi-project/xen-api",
		.wordings = ND_WORDINGS(
			{ "{any}VM_MISSING_PV_DRIVERS{any}" },
			{ "{any}VM_OLD_PV_DRIVERS{any}" },
			{ "{any}VM_LACKS_FEATURE{any}" },
			{ "{any}VM_NON_SUSPENDABLE{any}" },
			{ "{any}VM_FAILED_SHUTDOWN_ACKNOWLEDGMENT{any}" },
			{ "{any}VM_FAILED_SUSPEND_ACKNOWLEDGMENT{any}" }
		),
	},
	{
		.id = "xapi-ended",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of XCP-ng or XenServer crashed or rebooted while an operation on it was under way.",
		.cause = "The guest's own kernel, or Xen ended the domain (a failed VM entry, a triple fault).",
		.remedy = "xl dmesg on the host at that time, and nestdiag dmesg on it; /var/log/xensource.log, /var/log/xen/hypervisor.log.",
		.reference = "ocaml/idl/datamodel_errors.ml of github.com/xapi-project/xen-api",
		.wordings = ND_WORDINGS(
			{ "VM_CRASHED: {any}" },
			{ "{any}VM_REBOOTED: {any}" }
		),
	},
	{
		.id = "xapi-xen-differs",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "The Xen that runs and the toolstack that was installed do not go together: no VM is started.",
		.cause = "An update was installed and the host not restarted since, or Xen and xapi come from different releases.",
		.remedy = "Restart the host; yum update and restart if it stays.",
		.reference = "ocaml/idl/datamodel_errors.ml of github.com/xapi-project/xen-api",
		.wordings = ND_WORDINGS(
			{ "{any}XEN_INCOMPATIBLE{any}" }
		),
	},
	{
		.id = "xen-on-hyperv",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen runs as a guest of Hyper-V and could not set up Hyper-V's interface (hypercall page, VP assist page): it stops, or a CPU stays off.",
		.cause = "Address space that is taken, or no memory for the page of a CPU.",
		.remedy = "Report it with the whole boot log; a Xen without CONFIG_HYPERV_GUEST, or the feature off on Hyper-V's side, to compare.",
		.reference = "xen/arch/x86/guest/hyperv/hyperv.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V hypercall percpu arg setup failed", "Xen 4.22-unstable" },
			{ "{any}Unable to reserve Hyper-V hypercall range", "Xen 4.22-unstable" },
			{ "{any}VP assist page setup failed", "Xen 4.22-unstable" },
			{ "CPU{cpu}: Failed to allocate hypercall input page", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-cpu-off",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "A CPU of the host stays off under Xen: VMX or SVM, or Xen's interface to the hypervisor below it, could not be set up on it as on the first one.",
		.cause = "The CPUs differ (firmware that enabled VT-x on some only, a hypervisor below), or no memory; the line before it has the reason.",
		.remedy = "The line before it; update firmware or the hypervisor below.",
		.reference = "xen/arch/x86/smpboot.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "CPU{cpu}: Failed to initialise HVM. Not coming online.", "Xen 4.22-unstable" },
			{ "CPU{cpu}: Failed to initialise hypervisor functions. Not coming online.", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-guest-type",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen does not run that kind of guest here: the kernel of the domain wants one (PV of 32 or 64 bits, PVH, HVM) that is not among those which this Xen supports.",
		.cause = "xen_caps lacks it: this Xen was built without, or VMX or SVM is missing (for HVM and PVH).",
		.remedy = "xl info | grep xen_caps; another type= in the domain's configuration or another kernel. In a VM: expose virtualization below for HVM and PVH.",
		.reference = "tools/libs/guest/xg_dom_boot.c of github.com/xen-project/xen",
		.clauses = xen_guest_type,
		.wordings = ND_WORDINGS(
			{ "{any}guest type {word} not supported by xen kernel, sorry", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-paging-mode",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen crashed a domain: another vCPU or dom0 changed the paging mode of a vCPU with shadow page tables while it ran.",
		.cause = "That happens with shadow paging only; hvm_vcpu states that a tool writes into a running domain.",
		.remedy = "hap=1 (EPT or NPT) in the domain's configuration; in a VM give Xen EPT or NPT.",
		.reference = "xen/arch/x86/mm/shadow of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}is changing this HVM vcpu's ({any}) paging mode while it is running", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-rmrr",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen refused to give a PCI device to a guest: its firmware keeps memory (RMRR) that this device shares with others. VT-x or SVM is not at fault.",
		.cause = "Devices of the chipset (USB controllers mostly) share a reserved region of the firmware; giving one away would open that memory to the guest.",
		.remedy = "Another device or slot, an add-in USB card; a newer XCP-ng (8.3 lifts it for most hardware).",
		.reference = "docs/compute.md of github.com/xcp-ng/xcp-ng-org",
		.wordings = ND_WORDINGS(
			{ "{any}t's disallowed to assign {word} with shared RMRR at {any}" }
		),
	},
	{
		.id = "xapi-device-pinned",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's NVMe disk keeps this VM of XCP-ng or XenServer from being suspended or migrated: Windows runs without its PV drivers.",
		.cause = "An update of Citrix' tools and a restart that was not complete switched the PV drivers off, so the emulated disk (nvme) is in use.",
		.remedy = "Install or repair the PV drivers in Windows and restart it completely; a cold migration until then.",
		.reference = "docs/troubleshooting/windows-pv-tools.md of github.com/xcp-ng/xcp-ng-org",
		.wordings = ND_WORDINGS(
			{ "{any}State blocked by non-migratable device '{word}/nvme'{any}" }
		),
	},
	{
		.id = "xen-event-type",
		.origin = "libvmi",
		.severity = ND_MSG_ERROR,
		.meaning = "LibVMI asked Xen for an event of a guest (single steps, breakpoints, writes of control registers or MSRs) that Xen does not offer for it.",
		.cause = "For single steps the processor lacks the monitor trap flag; a hypervisor below Xen often leaves it out (VirtualBox does). For others the guest is no HVM guest, or Xen is too old.",
		.remedy = "Xen on bare metal, or below it a hypervisor that exposes the monitor trap flag: MTF is bit 27 of the primary processor-based controls. xl dmesg lists what Xen uses of VMX.",
		.reference = "github.com/tklengyel/drakvuf/issues/1586",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}xen_{word} error: no system support for event type{any}" },
			{ "{any}Failed to register singlestep for vCPU {n}" }
		),
	},
	{
		.id = "xen-entry-failed",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen could not enter a guest: the processor rejected its state or its controls.",
		.cause = "Under another hypervisor, its VMX emulation; as the host of nested guests, Xen's own, which is limited.",
		.remedy = "Prefer KVM for nesting; update Xen.",
		.reference = "github.com/tklengyel/drakvuf/issues/388",
		.wordings = ND_WORDINGS(
			{ "{any}vmentry failure (reason {exit}): {any}" }
		),
	},
	{
		.id = "xen-domain-crash",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen killed a guest from its VMX or SVM code.",
		.cause = "The guest, or a hypervisor in it, used a feature of the processor that Xen, or its nested VMX or SVM, does not emulate; the function in the line and the line before it say which.",
		.reference = "github.com/xcp-ng/xcp/issues/562",
		.wordings = ND_WORDINGS(
			{ "{any}domain_crash called from {any}hvm/vmx/vmx.c{any}" },
			{ "{any}domain_crash called from {any}hvm/svm/svm.c{any}" },
			{ "domain_crash called from vmx.c:{n}", "Xen 4.4 to 4.10" },
			{ "domain_crash called from svm.c:{n}", "Xen 4.4 to 4.10" }
		),
	},
	{
		.id = "xen-p2m",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen could not enter a page into the table of a guest's memory (p2m, which becomes its EPT or NPT), and kills the guest if it cannot go on.",
		.cause = "rc -12: the pool of pages for these tables is used up: alternate tables (altp2m) and nested ones take more than a plain guest; or Xen has no memory left. PoD: the guest touched more memory than its target while it was to give the rest back.",
		.remedy = "A larger pool: shadow_memory= in the guest's configuration (XAPI: HVM-shadow-multiplier); with PoD memory= and maxmem= alike; xl info: free_memory.",
		.reference = "github.com/tklengyel/drakvuf/issues/1314",
		.fold = true,
		.clauses = xen_p2m,
		.wordings = ND_WORDINGS(
			{ "{any}failed to set entry for {hex} -> {hex} altp2m {n}, rc {any}", "Xen 4.14 to 4.19" },
			{ "{any}out of PoD memory!{any}" },
			{ "{any}p2m{near}out of memory{any}" },
			{ "{any}domain_crash called from {any}p2m.c:{n}" },
			{ "{any}domain_crash called from {any}p2m-pod.c:{n}" }
		),
	},
	{
		.id = "xen-l1tf",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "A paravirtualized (PV) guest wrote an entry of a page table that a processor with the flaw L1TF would read beyond. Xen runs such a guest with shadow page tables, and a Xen without them kills it (Crashing).",
		.cause = "A guest's kernel that does not write such entries as Xen wants them. Linux did so for KFENCE until January 2026 (8010000018200066 and the like).",
		.remedy = "Update the guest's kernel, or start it with kfence.sample_interval=0; run it as PVH or HVM; or build Xen with shadow paging.",
		.reference = "github.com/QubesOS/qubes-issues/issues/8593, Linux, commit b505f1944535",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}L1TF-vulnerable L{word} {hex} - {word}", "Xen 4.12 to 4.21" },
			{ "{any}domain_crash called from {any}/shadow.h:{n}", "Xen 4.12 to 4.21" }
		),
	},
	{
		.id = "xen-lbr",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest switched on the recording of branches (LBR), and Xen does not know these registers of this processor: it killed the guest.",
		.cause = "A processor that is newer than this Xen; nesting is not involved.",
		.remedy = "Update Xen or XCP-ng; or keep the guest's software from using it.",
		.reference = "github.com/xcp-ng/xcp/issues/565",
		.wordings = ND_WORDINGS(
			{ "{any}Unknown Host LBR MSRs" }
		),
	},
	{
		.id = "xen-no-hap",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen does not nest a guest that runs on shadow page tables: it needs hardware assisted paging (HAP: EPT or NPT).",
		.cause = "The CPU, or the hypervisor below, has no EPT or NPT, or hap=0 is set for the guest or for Xen.",
		.remedy = "Set hap=1 in the guest's configuration, start Xen without hap=0; in a VM expose EPT or NPT.",
		.reference = "github.com/vatesfr/xen-orchestra/issues/3743",
		.wordings = ND_WORDINGS(
			{ "{any}Shadow Paging and Nested Virtualisation are mutually exclusive{any}" },
			{ "{any}Nested virt not supported without HAP{any}", "Xen 4.14 to 4.21" },
			{ "HVM: Hardware Assisted Paging (HAP) not detected", "Xen 4.0 to 4.21" },
			{ "HVM: Hardware Assisted Paging (HAP) detected but disabled", "Xen 4.2 to 4.21" }
		),
	},
	{
		.id = "xen-no-nested",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen was asked for a guest that can run guests and does not have it.",
		.cause = "Xen or its build has no nested HVM for this CPU, or another option excludes it.",
		.remedy = "nestedhvm=1 together with hap=1, without altp2m; Xen calls nesting experimental, KVM is further.",
		.wordings = ND_WORDINGS(
			{ "{any}Nested virt requested but not available{any}", "Xen 4.14 to 4.21" },
			{ "{any}nestedhvm and altp2mhvm cannot be used together{any}" },
			{ "{any}Nested virt and altp2m are not supported together{any}" }
		),
	},
	{
		.id = "xen-firmware-off",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen found no VMX or SVM that it can use: it cannot run HVM guests.",
		.cause = "The firmware (also TXT, which allows VMX to a secure boot only), or the hypervisor below that emulates it.",
		.remedy = "Enable VT-x or SVM in the firmware, switch TXT off, power-cycle; in a VM expose virtualization.",
		.wordings = ND_WORDINGS(
			{ "CPU{cpu}: VMX disabled by BIOS", "Xen 4.0 to 4.21" },
			{ "CPU{cpu}: AMD SVM Extension is disabled in BIOS", "Xen 4.0 to 4.21" },
			{ "VMX: failed to initialise", "Xen 4.0 to 4.21" },
			{ "SVM: failed to initialise", "Xen 4.0 to 4.21" },
			{ "CPU{cpu}: unexpected VMXON failure", "Xen 4.0 to 4.21" },
			{ "CPU{cpu}: VMXON failed: perhaps because of TXT settings in your BIOS configuration?" },
			{ "{any}--> Disable TXT in your BIOS unless using a secure bootloader." },
			{ "CPU{cpu}: some settings of host CR0 are not allowed in VMX operation." },
			{ "{any}Attempt to create a HVM guest on a non-VT/AMDV platform." }
		),
	},
	{
		.id = "xen-vmx-lacks",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "The VMX of this machine has not all controls that Xen requires: Xen does not use it, and runs no HVM guests.",
		.cause = "In a VM: the hypervisor below exposes VMX without these controls. On a machine: a processor that is older than what this Xen is made for.",
		.remedy = "Another version of the hypervisor below, another hypervisor (KVM with host-passthrough), or Xen on the machine itself. nestdiag caps in dom0 shows all controls.",
		.reference = "xen/arch/x86/hvm/vmx/vmcs.c of Xen, adjust_vmx_controls()",
		.wordings = ND_WORDINGS(
			{ "VMX: CPU{cpu} has insufficient {word} Exec Control ({hex}; requires {needed})", "Xen 4.0 to 4.21" },
			{ "VMX: CPU{cpu} has insufficient {word} Control ({hex}; requires {needed})", "Xen 4.0 to 4.21" }
		),
	},
	{
		.id = "xen-vmx-caps",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "The VMX capability registers lack what Xen needs, or differ between CPUs.",
		.cause = "A hypervisor below whose VMX is incomplete, or CPUs of different kind or microcode.",
		.remedy = "nestdiag caps and nestdiag diff name the bits; expose more in the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "VMX: Capabilities fatally differ between CPU{cpu} and CPU0", "Xen 4.0 to 4.21" },
			{ "VMX {any}: saw {hex} expected {hex}", "Xen 4.22-unstable" },
			{ "VMX INS/OUTS Instruction Info: saw {n} expected {n}", "Xen 4.22-unstable" },
			{ "VMX: IPT capabilities differ between CPU{cpu} and BSP", "Xen 4.22-unstable" },
			{ "VMX: CPU{cpu} unexpected VMCS size {any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-nested-exit",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen's nested VMX or SVM met an exit of a nested guest that it does not handle.",
		.cause = "Nested HVM of Xen is experimental and does not have every exit.",
		.remedy = "Use KVM for nesting, or keep the guest hypervisor from that feature.",
		.wordings = ND_WORDINGS(
			{ "{any}Unhandled nested vmexit: reason {n}{any}", "Xen 4.14 to 4.21" },
			{ "{any}nestedsvm_check_intercepts() returned {any}", "Xen 4.2 to 4.21" },
			{ "{any}unexpected nestedhvm error {n}", "Xen 4.2 to 4.21" },
			{ "{any}vvmx.c:{any}Exception state {hex} not handled" },
			{ "{any}GUEST EPT translation error!:{n}" },
			{ "{any}VMCS sync too many fields {n}" },
			{ "{any}Unsupported EPT paging level: {n}" },
			{ "{any}Unsupported ept translation type!:{n}" },
			{ "{any}Double Fault on Nested Guest: {any}" },
			{ "{any}nestedsvm.c:{any}virtual vmcb invalid" },
			{ "{any}nestedsvm.c:{any}n2vmcb invalid" },
			{ "{any}nestedsvm.c:{any}failed, ret = {any}" },
			{ "{any}nestedsvm.c:{any}failed, rc: {n}" },
			{ "{any}nestedsvm.c:{any}inject VMEXIT(INVALID)" },
			{ "{any}nestedsvm.c:{any}VMEXIT: fatal error" },
			{ "{any}nsvm_vcpu_vmentry failed, injecting #UD" },
			{ "{any}VMRUN: mapping vmcb failed, injecting #GP" },
			{ "{any}unexpected nestedsvm_{word}() error", "Xen 4.22-unstable" },
			{ "{any}nestedsvm.c:{any}Illegal exitcode {hex}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-insn-error",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen could not enter a guest: VMLAUNCH or VMRESUME failed with the VM-instruction error that the line has, before the guest's state was looked at.",
		.cause = "The number says why. In a VM nearly always the VMX of the level below.",
		.remedy = "xl dmesg | nestdiag autopsy - if Xen dumped the VMCS; nestdiag caps in dom0 shows the controls; the same Xen on the machine itself.",
		.reference = "xen/arch/x86/hvm/vmx/vmcs.c, vm_resume_fail() and vm_launch_fail()",
		.clauses = xen_insn_error,
		.wordings = ND_WORDINGS(
			{ "{any}VMRESUME error: {hwerror}" },
			{ "{any}VMLAUNCH error: {hwerror}" }
		),
	},
	{
		.id = "xen-violation",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest accessed memory that Xen gives it no access to (an EPT violation, on AMD a nested page fault), and Xen killed it.",
		.cause = "gpa is the guest's address: beyond its memory, of a device that no one emulates, or of a page that was taken away. mfn of all ones: nothing is there. In a guest with a hypervisor in it also Xen's nested paging.",
		.remedy = "What lies at that address: the guest's memory map and PCI devices; the lines before it in xl dmesg. Without nestedhvm, or with KVM for nesting, if a hypervisor ran in it.",
		.reference = "xen/arch/x86/hvm/vmx/vmx.c, ept_handle_violation()",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}EPT violation {hex} ({any}) gpa {hex} mfn {hex} type {any}" },
			{ "{any}SVM violation gpa {hex}, mfn {hex}, type {any}" },
			{ "{word}  --- GLA {hex}" }
		),
	},
	{
		.id = "xen-crash",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen killed a guest; the file and line are those of Xen's code that did so.",
		.cause = "The line before this one says why.",
		.remedy = "xl dmesg from the first line about that domain; xl dmesg of a Xen of another version, or a debug build, says more.",
		.last = true,
		.clauses = xen_crash,
		.wordings = ND_WORDINGS(
			{ "{any}domain_crash called from {any}" },
			{ "{any}domain_crash_sync called from {any}" }
		),
	},
	{
		.id = "xen-dom0-down",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Dom0, the domain that runs the machine for Xen, crashed or was halted: Xen restarts or stops the whole machine.",
		.cause = "A panic of Dom0's kernel, or a fault in it that Xen could not deliver; with Xen as a guest also what the hypervisor below did to it.",
		.remedy = "The lines before it: Dom0's panic, or domain_crash. noreboot on Xen's command line keeps them on the screen, console=com1 sends them to a serial line.",
		.wordings = ND_WORDINGS(
			{ "{any}Hardware Dom{n} crashed: {any}", "Xen 4.6 to 4.21" },
			{ "{any}Hardware Dom{n} halted: {any}", "Xen 4.6 to 4.21" }
		),
	},
	{
		.id = "xen-unexpected-exit",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest of Xen exited for a reason that Xen has no handler for, and Xen killed it, or gave it an exception.",
		.cause = "A processor newer than this Xen, or a level below that reports exits which were not asked for.",
		.remedy = "A newer Xen; nestdiag explain \"exit reason N\" says what the guest did.",
		.reference = "xen/arch/x86/hvm/vmx/vmx.c, vmx_vmexit_handler()",
		.wordings = ND_WORDINGS(
			{ "{any}Unexpected vmexit: reason {exitnumber}" },
			{ "{any}Unexpected vmexit: reason {svmexit}, exitinfo1 {hex}, exitinfo2 {hex}" }
		),
	},
	{
		.id = "xen-msr",
		.origin = "xen",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest used an MSR that Xen does not emulate for it and got an exception, which the kernels of guests expect where they probe.",
		.cause = "Counters, power and temperature, features of newer processors: registers that a guest tries without asking CPUID. If the guest crashes at that very moment it relied on the register.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}RDMSR {msr} unimplemented" },
			{ "{any}WRMSR {msr} val {hex} unimplemented" }
		),
	},
	{
		.id = "xen-restore",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen does not take the saved state of a guest: it has a register or bits that this host does not have for it.",
		.cause = "A migration or a resume between hosts whose CPUs, microcode or versions of Xen differ, or after an update that took a feature away; \"rejected\" are the bits of it.",
		.remedy = "Start the guest anew on this host; pools of equal hosts, or their CPU features levelled (xl: cpuid=, XenServer: pool features).",
		.reference = "xen/arch/x86/hvm/hvm.c, hvm_load_cpu_ctxt()",
		.wordings = ND_WORDINGS(
			{ "HVM{n} restore: {any}" },
			{ "HVM{n}.{n} restore mismatch: {any}" },
			{ "HVM{n}.{n} restore: {any}" },
			{ "{word} HVM restore: bad {any}" },
			{ "HVM {word} load MSR {msr} with value {hex} failed" },
			{ "HVM {word} attempted load of unhandled MSR {msr}" },
			{ "HVM restore: dom{n} has no {any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-panic",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen itself panicked, and with it all domains; the line below says of what.",
		.cause = "\"Could not construct\" dom0: its kernel or memory. A trap or an assertion: a bug of Xen. As Xen starts in a VM: hardware that the level below emulates in part only (x2APIC, IOMMU, HPET, timers).",
		.remedy = "The lines from \"Panic\" to the end (console=vga,com1 noreboot); in a VM another machine type or CPU model below, x2apic=off, no IOMMU, one CPU; another version of Xen.",
		.reference = "xen/drivers/char/console.c, panic()",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "(XEN) {any}Panic on CPU {cpu}:{any}" }
		),
	},
	{
		/* What Xen found as it started. */
		.id = "xen-starts",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "Xen found virtualization of the processor and uses it for HVM guests.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "HVM: VMX enabled" },
			{ "HVM: SVM enabled" },
			{ "HVM: ASIDs enabled." },
			{ "HVM: Hardware Assisted Paging (HAP) detected" },
			{ "HVM: HAP page sizes: {any}" },
			{ "VMX: Supported advanced features:" },
			{ "SVM: Supported advanced features:" },
			{ "VMX: Disabling executable EPT superpages due to CVE-2018-12207" }
		),
	},
	{
		.id = "xen-vmcs-dump",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen printed the VMCS of a guest whose entry failed, or that it killed.",
		.remedy = "xl dmesg | nestdiag autopsy - applies the processor's checks to it and names the field if the dump is complete.",
		.reference = "github.com/tklengyel/drakvuf/issues/465",
		.fold = true,
		.dump = true,
		.wordings = ND_WORDINGS(
			{ "(XEN) *** {word} State ***", "Xen 4.4 to 4.21" },
			{ "(XEN) [{any}] *** {word} State ***", "Xen with console_timestamps=" },
			{ "(XEN) [{any}] ************* VMCS Area **************", "Xen with console_timestamps=" },
			{ "(XEN) [{any}] PinBased={hex} CPUBased={hex} SecondaryExec={hex}{any}", "Xen with console_timestamps=" },
			{ "(XEN) ************* VMCS Area **************", "Xen 4.0 to 4.21" },
			{ "(XEN) PinBased={hex} CPUBased={hex} SecondaryExec={hex}{any}", "Xen 4.4 to 4.21" }
		),
	},
	{
		.id = "xen-exit-reason",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "The exit reason in Xen's dump of a VMCS.",
		.cause = "With bit 31 the entry itself failed: 33 is an invalid guest state.",
		.remedy = "xl dmesg | nestdiag autopsy - reads the whole dump.",
		.reference = "github.com/tklengyel/drakvuf/issues/465",
		.wordings = ND_WORDINGS(
			{ "(XEN) {any}reason={exit} qualification={hex}" }
		),
	},
	{
		.id = "xen-no-iommu",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen was to hand a PCI device to a guest, and has no IOMMU for that.",
		.cause = "VT-d or AMD-Vi is off in the firmware. If Xen or Qubes OS is itself in a VM: that VM has no virtual IOMMU.",
		.remedy = "Enable VT-d or AMD-Vi in the firmware; xl dmesg | grep -i iommu says what Xen found. In a VM: QEMU -device intel-iommu,intremap=on with kernel-irqchip=split, VMware \"Virtualize IOMMU\"; Qubes: or virt_mode pv without devices.",
		.reference = "github.com/QubesOS/qubes-issues/issues/3684",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}cannot be assigned - no IOMMU?{any}" },
			{ "{any}VM_REQUIRES_IOMMU{any}" },
			{ "{any}HVM qube with PCI devices assigned - hardware does not support IOMMU{any}" }
		),
	},
	{
		.id = "xen-pci-device",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "A PCI device could not be given to a guest of Xen.",
		.cause = "No IOMMU (then xl dmesg or a line beside says so); a device that can not be reset, or that dom0's own driver or another guest holds; QEMU or a stubdomain that was not ready in time or had too little memory.",
		.remedy = "xl dmesg | grep -i iommu; xl pci-assignable-list; the log of QEMU, /var/log/xen/qemu-dm-NAME.log or of the stubdomain. Qubes OS: the option no-strict-reset for a device without reset.",
		.reference = "github.com/QubesOS/qubes-issues/issues/1659",
		.fold = true,
		.clauses = xen_pci_device,
		.wordings = ND_WORDINGS(
			{ "{any}libxl_device_pci_add failed{any}", "Xen 4.2 to 4.12" },
			{ "{any}libxl__device_pci_add {any}failed for PCI device {any}", "Xen 4.13 to 4.21" },
			{ "{any}domcreate_attach_{word}:{any}unable to add pci devices{any}", "Xen 4.2 to 4.21" },
			{ "{any}libxl__device_pci_reset: {any}support reset from sysfs for PCI device {any}", "Xen 4.2 to 4.21" },
			{ "{any}qemu refused to add device: {any}", "Xen 4.2 to 4.21" },
			{ "{any}libxl_qmp.c:{any}Could not open '/sys/bus/pci/devices/{any}", "Xen 4.13 to 4.21" },
			{ "{any}xenopsd internal error: {any}Cannot_add({any}" },
			{ "d{any}: assign ({any}) failed ({any})" }
		),
	},
	{
		.id = "xen-device-cleanup",
		.origin = "xen",
		.severity = ND_MSG_WARNING,
		.meaning = "Xen's tools could not take a device away from a guest, or a script for one failed. That is no fault of the processor's virtualization.",
		.cause = "Mostly the guest that served the device (a driver domain, Qubes OS: sys-net, sys-firewall) or that had it ended first, so this only follows what a line before says.",
		.remedy = "The first error in the log; xl list for guests that are left over; /var/log/xen/xen-hotplug.log for the script's own words.",
		.reference = "github.com/QubesOS/qubes-issues/issues/3263",
		.elsewhere = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}device_backend_callback:{any}unable to {word} device with path {any}", "Xen 4.2 to 4.21" },
			{ "{any}devices_destroy_cb:{any}libxl__devices_destroy failed{any}", "Xen 4.2 to 4.21" },
			{ "{any}device_hotplug_child_death_cb: {any}script: {any}", "Xen 4.2 to 4.21" },
			{ "{any}libxl_report_child_exitstatus: {any}exited with error status {n}", "Xen 4.2 to 4.21" },
			{ "{any}do_pci_remove: {any}irq={n}: {any}", "Xen 4.2 to 4.21" }
		),
	},
	{
		.id = "xen-no-domain",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen did not create a domain; the reason is in its log, xl dmesg, and in the lines of libxl before.",
		.cause = "No VT-x or SVM for HVM and PVH guests (Xen in a VM: not exposed from below), nestedhvm without hap, no IOMMU for a device, or too little memory.",
		.remedy = "libvirt, Qubes OS: tail /var/log/libvirt/libxl/libxl-driver.log; xl info | grep virt_caps shows hvm or not; xl dmesg. VT-x or SVM on in the firmware, in a VM exposed below.",
		.wordings = ND_WORDINGS(
			{ "{any}libxenlight failed to create new domain '{any}'{any}" },
			{ "{any}libxl__domain_make: {any}domain creation fail{any}" },
			{ "{any}cannot make domain: -{n}" }
		),
	},
	{
		.id = "xen-device-model",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "The device model of a guest of Xen (QEMU) did not start, or ended at once: xl created no guest. That is no sign of missing virtualization: Xen refuses an HVM guest without it earlier.",
		.cause = "QEMU's own words are in its log. Often a disk that is not there or may not be read only (IDE), a display that is not possible, or a QEMU without Xen that is not installed. The code is libxl's: -3 failed, -6 not valid, -9 timed out, -26 the connection to QEMU broke.",
		.remedy = "/var/log/xen/qemu-dm-NAME.log (a stubdomain: its console, /var/log/xen/console); install qemu-system-xen; xl -vvv create FILE.",
		.reference = "github.com/CERT-Polska/drakvuf-sandbox/issues/7",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}device model did not start: -{n}", "Xen 4.2 to 4.17" },
			{ "{any}spawn failed (rc=-{n})", "Xen 4.2 to 4.17" },
			{ "{any}Post DM startup configs failed, rc=-{n}", "Xen 4.14 to 4.17" },
			{ "{any}Error happened with the QMP connection to QEMU" },
			{ "{any}error on QMP socket: {any}" },
			{ "{any}Device Model already exited" },
			{ "{any}: Device Model not ready", "Xen 4.2 to 4.17" },
			{ "{any}lib/xen/bin/qemu-{word} is not executable: {any}" },
			{ "{any}libxl_dm.c:{any}QEMU did not start properly{any}", "Xen 4.22-unstable" },
			{ "{any}libxl_dm.c:{any}device model {any} is not executable", "Xen 4.22-unstable" },
			{ "{any}libxl_dm.c:{any}device model required but not running", "Xen 4.22-unstable" },
			{ "{any}libxl_dm.c:{any}Unexpected QEMU status: {any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-domain-removed",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "xl removed a guest that it could not create; the reason is in lines before.",
		.cause = "Lines of libxl before it say which step failed.",
		.remedy = "xl -vvv create FILE; xl dmesg; /var/log/xen.",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "libxl: error: {any}on-existant domain{any}", "Xen 4.2 to 4.17" },
			{ "libxl: error: {any}nable to destroy guest{any}", "Xen 4.2 to 4.17" },
			{ "libxl: error: {any}estruction of domain {any}failed", "Xen 4.2 to 4.17" },
			{ "{any}libxl: error: {any}annot (re-)build domain: {any}" }
		),
	},
	{
		.id = "xen-nested-option",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen was to give a guest nested virtualization, and does not or fails at it.",
		.cause = "nestedhvm=1 needs an HVM guest with hardware-assisted paging (hap=1, EPT or NPT). Xen calls it experimental, and XenServer and XCP-ng leave it out of some versions.",
		.remedy = "type=\"hvm\", hap=1, nestedhvm=1 and a CPU policy with vmx or svm; xl dmesg has the reason. Xen calls nested virtualization experimental; KVM or ESXi below are more reliable.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}nestedhvm{any}not {any}" },
			{ "{any}nestedhvm{any}equires {any}" },
			{ "{any}nestedhvm{any}fail{any}" },
			{ "{any}not enabling nested HVM{any}" },
			{ "{any}ested HVM{any}not {any}" },
			{ "{any}ested HVM{any}fail{any}" }
		),
	},
	{
		.id = "xen-altp2m",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen refused the alternate page tables (altp2m) that DRAKVUF and other introspection need for this guest.",
		.cause = "altp2m needs EPT on Intel, and altp2m=1 on Xen's command line. Xen that is itself a guest has EPT only if the hypervisor below exposes virtualization to it.",
		.remedy = "altp2m=1 on Xen's command line and altp2m=\"external\" for the domain, restart. xl dmesg shows at boot whether Xen has VMX and HAP. In a VM: nesting on below (VMware: vhv.enable).",
		.reference = "github.com/tklengyel/drakvuf/issues/1600, 1701",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to set HVM_PARAM_ALTP2M{any}" },
			{ "{any}xc_altp2m_{word} returned rc: -{any}" }
		),
	},
	{
		.id = "xapi-nested-mobile",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "XenServer or XCP-ng does not migrate, suspend or snapshot with memory a VM that uses nested virtualization.",
		.cause = "The VM has nested virtualization (platform:nested-virt, or a guest that switched VMX or SVM on), and its state is not carried.",
		.remedy = "Shut the VM down and start it on the other host; or xe vm-param-set uuid=ID platform:nested-virt=false with the VM off.",
		.reference = "github.com/xapi-project/xen-api, ocaml/idl/datamodel_errors.ml, 2026",
		.wordings = ND_WORDINGS(
			{ "{any}VM_IS_USING_NESTED_VIRT{any}" },
			{ "{any}peration is illegal because the VM is using nested virtualization{any}" }
		),
	},
	{
		.id = "xapi-cpu-differs",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of XenServer or XCP-ng cannot go on or move to this host: it was started on another kind of processor.",
		.cause = "Its CPU features are those of the host, or pool, on which it was started; this host's processor is of another vendor or lacks some of them. A pool's features are those that all its hosts have when the VM starts.",
		.remedy = "Shut the VM down and start it on this host or in this pool; xe pool-param-get param-name=cpu_info shows the pool's features. Hosts of two vendors cannot be in one pool.",
		.reference = "github.com/xapi-project/xen-api, ocaml/idl/datamodel_errors.ml, 2026",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VM_INCOMPATIBLE_WITH_THIS_HOST{any}" },
			{ "{any}VM is incompatible with the CPU features of this host{any}" },
			{ "{any}VM last booted on a host which had a CPU from a different vendor{any}" },
			{ "{any}VM last booted on a CPU with features this host's CPU does not have{any}" },
			{ "{any}VM_UNSAFE_BOOT{any}" }
		),
	},
	{
		.id = "xapi-old-host",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of XenServer or XCP-ng cannot move to this host: its software is older than that of the host on which the VM runs. That is no fault of the processor.",
		.cause = "A pool that is being upgraded, or hosts of two versions.",
		.remedy = "Upgrade this host first: a VM does not move to an older one.",
		.reference = "github.com/xapi-project/xen-api, ocaml/idl/datamodel_errors.ml, 2026",
		.wordings = ND_WORDINGS(
			{ "{any}VM_HOST_INCOMPATIBLE_V{word}{any}" },
			{ "{any}RESTORE_INCOMPATIBLE_VERSION{any}" }
		),
	},
	{
		.id = "xen-guest-memory",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen could not give a guest its memory.",
		.cause = "Not enough free on the host: dom0 or other guests have it. With a 32-bit PV guest: a Xen that does not run such guests (pv=no-32, or a processor with CET).",
		.remedy = "xl info | grep free_memory; dom0_mem= on Xen's command line, a smaller guest; a 64-bit or HVM guest instead of a 32-bit PV one.",
		.reference = "github.com/xcp-ng/xcp/issues/446",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}xc_dom_boot_mem_init: can't{any}", "Xen 4.2 to 4.21" },
			{ "{any}xc_dom_boot_mem_init failed: {any}", "Xen 4.2 to 4.21" },
			{ "{any}HOST_NOT_ENOUGH_FREE_MEMORY{any}" }
		),
	},
	{
		.id = "xapi-emulator",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A program that emulates devices for a VM of XenServer or XCP-ng (QEMU, or that of a virtual GPU) did not start or ended. That is no fault of the processor.",
		.cause = "QEMU did not take a device: a CD whose image is not there any more, a disk, a device that is passed through. \"QMP failure\" is that it ended before it answered.",
		.remedy = "On the host /var/log/daemon.log of that time, lines of qemu-dm: nestdiag dmesg on them. Eject the CD, detach what is passed through to compare.",
		.reference = "github.com/vatesfr/xen-orchestra/issues/6783",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}FAILED_TO_START_EMULATOR{any}" },
			{ "{any}An emulator required to run this VM failed to start{any}" }
		),
	},
	{
		.id = "xapi-storage",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A disk of a VM of XenServer or XCP-ng cannot be used. That is no fault of virtualization.",
		.cause = "Its storage repository is not connected, or another VM or operation has it; the words behind the code say which.",
		.remedy = "xe sr-list, xe pbd-list; /var/log/SMlog of that time.",
		.reference = "github.com/vatesfr/xen-orchestra/issues/6049",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}SR_BACKEND_FAILURE_{n}{any}" },
			{ "{any}VDI_NOT_AVAILABLE{any}" },
			{ "{any}VDI_IN_USE{any}" },
			{ "{any}VM_REQUIRES_VDI{any}" },
			{ "{any}VM_REQUIRES_SR{any}" }
		),
	},
	{
		.id = "xapi-guest-stopped",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of XenServer or XCP-ng crashed, stopped or restarted while something was done with it.",
		.cause = "The guest itself, or Xen that stopped it.",
		.remedy = "xl dmesg of that time: nestdiag dmesg on it; the guest's console.",
		.reference = "github.com/xapi-project/xen-api, ocaml/idl/datamodel_errors.ml, 2026",
		.elsewhere = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VM_CRASHED(OpaqueRef:{any}" },
			{ "{any}VM_HALTED(OpaqueRef:{any}" },
			{ "{any}VM_REBOOTED(OpaqueRef:{any}" },
			{ "\"code\": \"VM_CRASHED\"{any}" },
			{ "\"code\": \"VM_HALTED\"{any}" },
			{ "\"code\": \"VM_REBOOTED\"{any}" }
		),
	},
	{
		.id = "xapi-hvm-required",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of Xen (XenServer, XCP-ng) needs hardware virtualization (HVM) for this, and does not have it.",
		.cause = "The VM runs paravirtualized (PV), or the host has no VT-x or SVM: off in its firmware, or the host is itself a VM to which it is not exposed.",
		.remedy = "xl info | grep virt_caps shows hvm or not. On a machine: VT-x or SVM on in the firmware. In a VM: expose virtualization in the hypervisor below. Else start the VM as HVM.",
		.reference = "github.com/xapi-project/xen-api, ocaml/idl/datamodel_errors.ml, 2026",
		.wordings = ND_WORDINGS(
			{ "{any}VM_HVM_REQUIRED{any}" },
			{ "{any}FEATURE_REQUIRES_HVM{any}" },
			{ "{any}[HVM not supported]{any}" },
			{ "{any}HVM is required{any}" },
			{ "{any}VM requires HVM{any}" },
			{ "{any}oes not support HVM{any}" },
			{ "{any}oes not have HVM{any}" },
			{ "{any}HVM is not available{any}" },
			{ "{any}HVM guest support is unavailable{any}" },
			{ "{any}not capable of running HVM{any}" }
		),
	},
	{
		.id = "xapi-hosts-differ",
		.origin = "xapi",
		.severity = ND_MSG_ERROR,
		.meaning = "A host of XenServer or XCP-ng does not fit the pool that it is in or is to join.",
		.cause = "The words behind the code say what differs: the processor's vendor or features, the version, the edition; a processor that cannot have features masked.",
		.remedy = "xe host-cpu-info on both; hosts of one vendor and one version. Older processors of one pool set what its VMs get.",
		.reference = "github.com/xapi-project/xen-api, ocaml/idl/datamodel_errors.ml, 2026",
		.wordings = ND_WORDINGS(
			{ "{any}HOSTS_NOT_HOMOGENEOUS{any}" },
			{ "{any}HOSTS_NOT_COMPATIBLE{any}" },
			{ "{any}CPU_FEATURE_MASKING_NOT_SUPPORTED{any}" }
		),
	},
	{
		.id = "xen-vmcb-check",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen refused a VMCB with which a hypervisor in its guest wanted to run a nested guest: the line names the check that failed.",
		.cause = "That hypervisor wrote the VMCB (or Xen's merged copy of it): a bit that this guest's CPUID does not offer, or a value that the architecture forbids. Xen answers VMRUN with VMEXIT_INVALID.",
		.remedy = "Compare the value with the CPUID that Xen gives the guest (features masked or levelled away); nested SVM is experimental in Xen. guest_loglvl=all shows the whole line.",
		.reference = "xen/arch/x86/hvm/svm/vmcb.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{word}[{word}]: EFER: SVME bit not set ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: CR0: CD bit is zero and NW bit set ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: CR0: bits [63:32] are not zero ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: CR3: MBZ bits are set ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: CR4: invalid value {hex} (valid {hex}, rejected {hex})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: DR6: bits [63:32] are not zero ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: DR7: bits [63:32] are not zero ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: EFER: unknown bits are not zero ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: EFER: {any} ({hex})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: EFER_LME and CR0.PG are both set and CR4.PAE is zero", "Xen 4.22-unstable" },
			{ "{word}[{word}]: EFER_LME and CR0.PG are both set and CR0.PE is zero", "Xen 4.22-unstable" },
			{ "{word}[{word}]: EFER_LME, CR0.PG, CR4.PAE, CS.L and CS.D are all non-zero", "Xen 4.22-unstable" },
			{ "{word}[{word}]: GENERAL2_INTERCEPT: VMRUN intercept bit is clear ({any})", "Xen 4.22-unstable" },
			{ "{word}[{word}]: eventinj: MBZ bits are set ({any})", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-nested-memory",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen has no memory for the structures of a nested guest (its shadow VMCS or the bitmaps of it): nested VMX does not start in this guest.",
		.cause = "They are taken from Xen's own heap, and there is none left: dom0 or other guests hold it.",
		.remedy = "xl info (free_memory); less memory for dom0 (dom0_mem=) or for guests.",
		.reference = "xen/arch/x86/hvm/vmx/vvmx.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}nest: allocation for {any} failed", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-vmcx-memory",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen could not make the VMCS or VMCB of a vCPU: the guest is not created.",
		.cause = "Mostly that Xen's own heap has no page left for it; else the lines before it.",
		.remedy = "xl info (free_memory); less memory for dom0 (dom0_mem=) or for guests.",
		.reference = "xen/arch/x86/hvm/vmx/vmx.c of github.com/xen-project/xen",
		.clauses = xen_vmcx_memory,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to create VMCS for vcpu {n}: err={any}", "Xen 4.22-unstable" },
			{ "{any}Failed to create VMCB for vcpu {n}: err={any}", "Xen 4.22-unstable" },
			{ "Failed to create a new VMCB", "Xen 4.22-unstable" },
			{ "CPU{cpu}: Could not allocate host VMCS", "Xen 4.22-unstable" },
			{ "CPU{cpu}: Could not allocate virtual VMCS buffer{any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-vmx-basic",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen does not take the VMCS layout that IA32_VMX_BASIC (MSR 0x480) describes on this CPU: VMX stays unused, there are no HVM guests.",
		.cause = "Xen needs a VMCS of at most one page, of memory type write-back, with addresses above 4 GiB. Processors with 64 bits have that, so in a VM it is what the hypervisor below puts into the MSR.",
		.remedy = "nestdiag snapshot on the host of this VM and in it shows the MSR on both levels; report it to the hypervisor below.",
		.reference = "xen/arch/x86/hvm/vmx/vmcs.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "VMX: CPU{cpu} VMCS size is too big {any}", "Xen 4.22-unstable" },
			{ "VMX: CPU{cpu} limits VMX structure pointers to 32 bits", "Xen 4.22-unstable" },
			{ "VMX: CPU{cpu} has unexpected VMCS access type {n}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-no-hvm",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen was asked for a kind of guest that it cannot run here: HVM without VMX or SVM (or a Xen that was built without HVM), or PV with a Xen built without PV.",
		.remedy = "xl dmesg | grep -i hvm shows whether VMX or SVM is in use, xl info | grep xen_caps the kinds of guests. In a VM: expose virtualization in the hypervisor below, or a PV guest.",
		.reference = "xen/arch/x86/domain.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}domain.c:{n}: HVM support not available", "Xen 4.22-unstable" },
			{ "{any}domain.c:{n}: PV support not available", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-config-refused",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen refused to create a domain: its configuration asks for something that this Xen or this machine does not have. The line names it.",
		.cause = "What the line says.",
		.remedy = "Drop the option from the domain's configuration (hap=, altp2m=, passthrough=, vpmu=), or give Xen what it names; xl info (virt_caps, xen_commandline) shows what it has.",
		.reference = "arch_sanitise_domain_config() in xen/arch/x86/domain.c of github.com/xen-project/xen",
		.clauses = xen_config_refused,
		.wordings = ND_WORDINGS(
			{ "{any}HAP requested but not available", "Xen 4.22-unstable" },
			{ "{any}Shadow paging requested but not available", "Xen 4.22-unstable" },
			{ "{any}HAP requested for non-HVM guest", "Xen 4.22-unstable" },
			{ "{any}domain.c:{n}: IOMMU requested but not available", "Xen 4.22-unstable" },
			{ "{any}vpmu requested but cannot be enabled this way", "Xen 4.22-unstable" },
			{ "{any}vmtrace requested but not available", "Xen 4.22-unstable" },
			{ "{any}domain.c:{n}: altp2m is not supported", "Xen 4.22-unstable" },
			{ "{any}altp2m is only supported with HAP", "Xen 4.22-unstable" },
			{ "{any}domain.c:{n}: Requested vCPUs ({n}) exceeds max ({n})", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-iommu-off",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "Xen does not use an IOMMU: no PCI passthrough. Guests run without it; this is not the processor's virtualization.",
		.cause = "Off in the firmware (VT-d, AMD-Vi), off by iommu=off, no DMAR or IVRS table; in a VM the hypervisor below mostly gives none.",
		.remedy = "Only if devices are to be passed to guests: VT-d or AMD-Vi on in the firmware; xl dmesg | grep -i iommu.",
		.reference = "xen/drivers/passthrough/iommu.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "I/O virtualisation disabled", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-efer",
		.origin = "xen",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest of Xen wrote bits of EFER that its CPUID does not offer; Xen injects #GP. \"SVME without nested virt\": it tried to switch SVM on.",
		.cause = "The guest has no nested virtualization (nestedhvm=1 is missing, or Xen or the host lacks it), or the bit was levelled away from its CPUID.",
		.remedy = "nestedhvm=1 (xl: nestedhvm, with hap=1) if it is to run VMs; else the line shows a guest that did not look at its CPUID.",
		.reference = "xen/arch/x86/hvm/hvm.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{word} Invalid EFER update: {hex} -> {hex} - {any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-notify-exit",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest held the processor without an instruction window for longer than the notify window, and the VMCS was no longer valid then: Xen crashed the domain.",
		.cause = "EXIT_REASON_NOTIFY with the bit \"VM context invalid\". It guards the host against guests that block a CPU.",
		.remedy = "The guest's kernel or nested hypervisor at that address; vm-notify-window= on Xen's command line sets the window (it protects the host: keep it on).",
		.reference = "xen/arch/x86/hvm/vmx/vmx.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}invalid VM context after notify vmexit", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-vpmu",
		.origin = "xen",
		.severity = ND_MSG_WARNING,
		.meaning = "Xen gives a guest no virtual PMU: perf and other users of performance counters find none there. The guest runs.",
		.cause = "No memory for it, or a CPU whose counters Xen does not know; in a VM the hypervisor below may give none.",
		.remedy = "Nothing, unless the guest needs counters; vpmu= on Xen's command line (off by default: Xen warns that it may be unsafe).",
		.reference = "xen/arch/x86/cpu/vpmu.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "VPMU: Initialization failed for {any}", "Xen 4.22-unstable" },
			{ "VPMU: Unknown CPU vendor{any}", "Xen 4.22-unstable" },
			{ "{any}Failed to allocate VPMU resources for domain {n} vcpu {n}", "Xen 4.22-unstable" },
			{ "Insufficient memory for PMU, {any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-paging",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "This Xen has neither hardware assisted paging (EPT, NPT) nor shadow paging: it cannot run an HVM or PVH guest.",
		.cause = "The CPU, or the hypervisor below this VM, gives no EPT or NPT, and Xen was built without shadow paging.",
		.remedy = "In a VM: give it EPT or NPT in the hypervisor below (nested virtualization). Else a Xen with CONFIG_SHADOW_PAGING, or a PV guest. xl info | grep virt_caps.",
		.reference = "tools/libs/light/libxl_create.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}neither hap nor shadow paging available", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-xl-config",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "xl refused a domain's configuration: the line names the options that do not go together, or that this Xen does not have.",
		.remedy = "Change the configuration file of the domain as the line says; xl info | grep -E 'virt_caps|xen_caps' shows what this Xen has.",
		.reference = "tools/libs/light/libxl_create.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}libxl_create.c:{any}Cannot enable {any} at the same time", "Xen 4.22-unstable" },
			{ "{any}libxl_create.c:{any}passthrough not supported on this platform", "Xen 4.22-unstable" },
			{ "{any}libxl_create.c:{any}passthrough disabled but devices are specified", "Xen 4.22-unstable" },
			{ "{any}libxl_create.c:{any}vPMU not supported on this platform", "Xen 4.22-unstable" },
			{ "{any}libxl_create.c:{any}LLC coloring not enabled in the hypervisor", "Xen 4.22-unstable" },
			{ "{any}IOMMU required for device passthrough {any}", "Xen 4.22-unstable" },
			{ "{any}passthrough not yet supported for x86 PVH guests", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "xen-domain-build",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen's toolstack (xl, libxl) could not build a domain: memory, the kernel or the parameters of it. The domain had been created in Xen by then.",
		.cause = "Mostly too little free memory, or a kernel or firmware file that is not there or not of that kind. Parameters of a guest: refused by Xen.",
		.remedy = "The first error above it (xc: error, libxl: error) names the step, xl dmesg what Xen says of it; xl -vvv create; xl info | grep free_memory.",
		.reference = "tools/libs/light/libxl_dom.c of github.com/xen-project/xen",
		.wordings = ND_WORDINGS(
			{ "{any}libxl_dom.c:{any}hvm build set params failed", "Xen 4.22-unstable" },
			{ "{any}libxl_dom.c:{any}hvm build set xenstore values failed", "Xen 4.22-unstable" },
			{ "{any}libxl_dom.c:{any}hvm build vmemranges failed", "Xen 4.22-unstable" },
			{ "{any}libxl_dom.c:{any}Couldn't set max {any}", "Xen 4.22-unstable" },
			{ "{any}libxl_x86.c:{any}Couldn't set {word}{any}", "Xen 4.22-unstable" },
			{ "{any}libxl_cpuid.c:{any}Failed to apply CPUID policy{any}", "Xen 4.22-unstable" }
		),
	},
	{
		.id = "qubes-no-hvm",
		.origin = "qubes",
		.severity = ND_MSG_ERROR,
		.meaning = "Qubes OS cannot run HVM qubes on this machine: Xen offers no HVM guests (libvirt knows no os type hvm).",
		.cause = "VT-x or SVM is off in the firmware or missing; Qubes OS in a VM: the hypervisor below does not expose it. PV qubes run, and PVH and HVM do not.",
		.remedy = "Physical machine: VT-x, AMD-V on in the firmware. VM: nested virtualization in the hypervisor below. xl info | grep virt_caps.",
		.reference = "qubes/vm/qubesvm.py of github.com/QubesOS/qubes-core-admin",
		.wordings = ND_WORDINGS(
			{ "{any}HVM qubes are not supported on this machine{any}" }
		),
	},
	{
		.id = "libvmi-kvm-domain",
		.origin = "libvmi",
		.severity = ND_MSG_ERROR,
		.meaning = "LibVMI did not find the guest at libvirt (qemu:///system), or does not reach it. KVM is not missing.",
		.cause = "The name or id is not that of a running domain, it is of another user's libvirt (qemu:///session), or there is no permission for libvirt.",
		.remedy = "virsh -c qemu:///system list; run it as root.",
		.reference = "libvmi/driver/kvm/kvm_common.c of github.com/libvmi/libvmi",
		.wordings = ND_WORDINGS(
			{ "{any}--failed to find kvm domain" },
			{ "{any}--no connection to kvm hypervisor" },
			{ "{any}--requested kvm domain may not be running" }
		),
	},
	{
		.id = "libvmi-kvmi",
		.origin = "libvmi",
		.severity = ND_MSG_ERROR,
		.meaning = "LibVMI did not get through to KVM's introspection (KVMI): KVM runs, and its introspection is missing or refused the request.",
		.cause = "Linux and QEMU have no KVMI; it takes the kernel and the QEMU of the project KVM-VMI, and a guest that was started with an introspection socket.",
		.remedy = "uname -r: is it that kernel? The guest's introspection socket, as KVM-VMI's documents have it, and its path to LibVMI (kvmi socket).",
		.reference = "libvmi/driver/kvm/kvm.c of github.com/libvmi/libvmi",
		.wordings = ND_WORDINGS(
			{ "{any}--KVMI failed" },
			{ "{any}--KVMi Error: {any}" },
			{ "{any}Failed to get KVMi version" },
			{ "{any}: kvmi_{word} failed: {any}" },
			{ "{any}--kvmi need a socket path to be specified" }
		),
	},
	{
		.id = "libvmi-none",
		.origin = "libvmi",
		.severity = ND_MSG_ERROR,
		.meaning = "LibVMI found no hypervisor that it knows (Xen, KVM by libvirt), or none with a guest of that name.",
		.cause = "It was built without the driver of that hypervisor, runs in a guest instead of the host (dom0), or has no permission.",
		.remedy = "Run it in dom0 or on the KVM host, as root; cmake -DENABLE_XEN=ON or -DENABLE_KVM=ON when it is built.",
		.reference = "examples/event-example.c of github.com/libvmi/libvmi",
		.wordings = ND_WORDINGS(
			{ "{any}Failed to find a supported hypervisor with LibVMI{any}" }
		),
	},
	{
		.id = "xen-exp-nested",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "XenServer's experimental setting for nested virtualization: this HVM VM is given VMX or SVM.",
		.cause = "Xen's nested HVM is experimental: Hyper-V and KVM in such a VM often do not start their guests, or these crash.",
		.remedy = "If VMs in it do not start although this is on: another hypervisor below (KVM), or a machine of its own.",
		.reference = "github.com/docker/for-win/issues/12956",
		.wordings = ND_WORDINGS(
			{ "{any}exp-nested-hvm: true{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_xen = {
	"xen", messages, ARRAY_SIZE(messages)
};
