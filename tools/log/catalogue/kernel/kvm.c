// SPDX-License-Identifier: GPL-2.0-only
/* KVM: what all of its modules share. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause posted_irq_route[] = {
	{ 0, "no route", NULL,
	  "The VMM gave that interrupt no route, or took it away.",
	  NULL },
	{ 0, "fails: -16", NULL,
	  "Another consumer has it already.",
	  NULL },
	{ 0 }
};

#define NEWER(error, word) \
	{ error, word, NULL, \
	  "This register may only be newer than this kernel's nesting. Else the guest's CPU is without vmx (its model, or nested=0), or KVM is AMD's.", \
	  NULL }

static const struct nd_clause guest_tries_vmx[] = {
	NEWER(0, "0x492"), NEWER(0, "0x493"),
	{ 0 }
};

/*
 * github.com/TritonDataCenter/illumos-joyent/issues/103, smartos-live/issues/695; "ignored":
 * kvm_msr_ignored_check() in arch/x86/kvm/x86.c of Linux 6.12.
 */
static const struct nd_clause msrs[] = {
	{ 0, "kern.info] unhandled ",
	  "A guest used an MSR that illumos' KVM (SmartOS) does not emulate, and nearly always the guest continues. As a guest starts these lines are normal.",
	  "Guests probe for hardware of all kinds; most of these registers have nothing to do with virtualization.",
	  "Nothing, while the guest runs well. If it freezes at that moment: another CPU type to compare (vmadm update UUID cpu_type=host)." },
	/* Older kernels' words for a write to it, with and without ignore_msrs. */
	{ 0, "0x11e", "A guest wrote to a register of an old cache (MSR 0x11e), which KVM ignores: it went on.",
	  NULL,
	  "To silence it: kvm.report_ignored_msrs=0." },
	{ 0, "ignored ",
	  "A guest used an MSR that KVM does not emulate; KVM ignored it, raised no exception, and the guest went on.",
	  "KVM's parameter ignore_msrs is on. Guests probe for hardware of all kinds; most of these registers have nothing to do with virtualization.",
	  "To silence it: kvm.report_ignored_msrs=0. A guest that crashes nevertheless has another reason, or needs what the register would have read." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "kvm-disabled-by-bios",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not load because the firmware, or a hypervisor below that emulates it, disabled virtualization.",
		.cause = "IA32_FEATURE_CONTROL (Intel) or VM_CR (AMD) does not allow it.",
		.remedy = "Enable VT-x or SVM in the firmware's setup and power-cycle. In a VM: fix the nested virtualization settings of the hypervisor below.",
		.reference = "github.com/platform9/express/issues/206",
		.wordings = ND_WORDINGS(
			{ "kvm: disabled by bios", "Linux 5.10" },
			{ "kvm: support for '{word}' disabled by bios", "Linux 6.1" }
		),
	},
	{
		.id = "kvm-no-hardware",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's module did not load: it found no virtualization of its vendor that it can use. Only running VMs here needs it: no boot or installation fails or hangs for that.",
		.cause = "The module is for the other vendor (kvm_intel built into the kernel says it on every AMD processor). Else the hypervisor below exposes none, the processor has none, or a firmware that has it off hides it; mostly Linux tells that as \"disabled by bios\".",
		.remedy = "AMD: modprobe kvm_amd, Intel: kvm_intel; if it loads, all is well. In a VM: expose it below, with the VM off (Hyper-V: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true; KVM: nested=1 and a CPU model with vmx or svm). Machine: VT-x or SVM on in the firmware.",
		.reference = "github.com/microsoft/WSL2-Linux-Kernel/issues/209",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "kvm: no hardware support", "Linux 5.10" },
			{ "kvm: no hardware support for '{word}'", "Linux 6.1" },
			{ "kmv: no hardware support for '{word}'" }
		),
	},
	{
		.id = "vmxon-faulted",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "VMXON faulted although the kernel found VMX enabled.",
		.cause = "0x5 (locked, VMX allowed): the register is right; CR0 or CR4 violate the FIXED registers, or a level below reports VMX and does not carry it out. 0x1 (locked, VMX off) and 0x0 (not locked) alone make VMXON fault.",
		.remedy = "Compare this CPU's registers with a machine where it works: nestdiag snapshot, nestdiag diff. In a VM the hypervisor below has to be fixed.",
		.reference = "github.com/cyberus-technology/cloud-hypervisor/pull/103",
		.wordings = ND_WORDINGS(
			{ "VMXON faulted, MSR_IA32_FEAT_CTL ({msr}) = {value}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "cpus-inconsistent",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "The VMX capability registers of that CPU differ from those of the first one, so KVM does not use the machine (or the CPU that came online).",
		.cause = "CPUs of different models or microcode, or a hypervisor below that gives its virtual CPUs different registers: also after a live migration to another kind of host, if a CPU is then plugged in.",
		.remedy = "nestdiag caps lists the registers that differ. Bring firmware and microcode to one version; under a hypervisor, keep the VM on hosts of one kind.",
		.wordings = ND_WORDINGS(
			{ "CPU {cpu} feature inconsistency!", "Linux 5.10 to 6.1" },
			{ "Inconsistent VMCS config on CPU {cpu}", "Linux 6.12" },
			{ "VMCS config on CPU {cpu} doesn't match reference config:{any}", "Linux 7.2" }
		),
	},
	{
		.id = "kvm-prerequisite",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refuses this CPU because a mandatory feature is missing.",
		.cause = "A CPU model of the hypervisor below that lacks common features (FXSR, NX), a PAT register whose first entry is not write-back, or a realtime kernel without a constant TSC.",
		.remedy = "Give the VM a fuller CPU model (host-passthrough).",
		.wordings = ND_WORDINGS(
			{ "inadequate fpu", "Linux 5.10 to 7.2" },
			{ "host PAT[0] is not WB", "Linux 6.1 to 7.2" },
			{ "RT requires X86_FEATURE_CONSTANT_TSC", "Linux 5.10 to 7.2" },
			{ "NX (Execute Disable) not supported", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "kvm-no-memory",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not get memory for its own structures.",
		.cause = "The machine is out of memory, or out of memory of the kind that KVM requested.",
		.wordings = ND_WORDINGS(
			{ "failed to allocate cache for x86 {word}", "Linux 5.10 to 7.2" },
			{ "failed to allocate percpu kvm_user_return_msrs", "Linux 5.10 to 6.12" },
			{ "failed to allocate vcpu's {word}", "Linux 5.10 to 7.2" },
			{ "failed to allocate userspace's fpu", "Linux 5.10" },
			{ "malloc apic regs error for vcpu {hex}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "virt-enable-failed",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not enable virtualization on that CPU: no VM can be created, or a CPU that was to come online is not used.",
		.cause = "On a machine: another hypervisor (VirtualBox, VMware) uses VMX or SVM, so CR4.VMXE or EFER.SVME was set, or that CPU differs from the others. In a VM: the level below reports VMX and refuses VMXON, or gives VMX or SVM to some virtual CPUs only.",
		.remedy = "Stop and unload the other hypervisor (vboxdrv, vmmon), then try again. In a VM: update the hypervisor below, give it the host's CPU (host-passthrough), and see what else dmesg says (VMXON faulted, disabled by bios).",
		.reference = "github.com/cappsule/nofear/issues/1",
		.arm = &nd_arm_no_kvm,
		.follows = "cpus-inconsistent",
		.wordings = ND_WORDINGS(
			{ "enabling virtualization on CPU{cpu} failed", "Linux 5.10 to 7.2" },
			{ "enabling virtualization on CPU{word} failed" }
		),
	},
	{
		.id = "virt-exit",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "KVM disables virtualization on all CPUs because the machine reboots or halts.",
		.wordings = ND_WORDINGS(
			{ "exiting hardware virtualization", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vendor-module-loaded",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "kvm_intel and kvm_amd were both loaded, or are both built into the kernel: one is in use already, so the other gives up. The one that is in use works.",
		.remedy = "None is needed. To be rid of the line: load only the one for this CPU's vendor, or build the other one as a module.",
		.reference = "github.com/clearlinux/distribution/issues/526",
		.wordings = ND_WORDINGS(
			{ "already loaded vendor module '{word}'", "Linux 6.1 to 7.2" },
			{ "already loaded the other module", "Linux 5.10" }
		),
	},
	{
		.id = "kvm-no-device",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "/dev/kvm could not be created.",
		.cause = "The name or number of the device is in use: a /dev/kvm of a module that was not unloaded cleanly.",
		.wordings = ND_WORDINGS(
			{ "misc device register failed", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "nx-removed",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest's CPU model has NX although the host does not; KVM removed it.",
		.wordings = ND_WORDINGS(
			{ "guest NX capability removed", "Linux 5.10" }
		),
	},
	{
		.id = "hyperv-unhandled-msr",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest used a register of Hyper-V's interface that this KVM does not have at all. A well-behaved guest continues without it.",
		.cause = "Windows, or a hypervisor in the guest, tries more registers than KVM has; no hv-* flag adds one that is missing. A newer kernel may have it.",
		.remedy = "If the guest misbehaves: a newer kernel.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Hyper-V unhandled wrmsr: {msr} data {hex}", "Linux 5.10" },
			{ "Hyper-V unhandled rdmsr: {msr}", "Linux 5.10" },
			{ "Hyper-V uhandled wrmsr: {msr} data {hex}", "Linux 4" },
			{ "HYPER-V unimplemented wrmsr: {msr} data {hex}" }
		),
	},
	{
		.id = "hyperv-xsaves-smp",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "A Windows guest with several CPUs has XSAVEC without XSAVES: it may hang while it boots.",
		.remedy = "Remove XSAVEC from the guest's CPU model, or add XSAVES.",
		.wordings = ND_WORDINGS(
			{ "Booting SMP Windows KVM VM with !XSAVES && XSAVEC. If it fails to boot try disabling XSAVEC in the VM config.", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "kvm-dump-hint",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "A VM entry failed just before, or a guest exited for a reason that KVM does not know. KVM can dump the whole state, but the parameter for it is not set.",
		.remedy = "With the module loaded nestdiag failures names the check. Otherwise echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs (kvm_amd: dump_invalid_vmcb), repeat, then dmesg | nestdiag autopsy -",
		.reference = "github.com/coconut-svsm/svsm/pull/1082",
		.wordings = ND_WORDINGS(
			{ "set kvm_intel.dump_invalid_vmcs=1 to dump internal KVM state.", "Linux 5.10 to 7.2" },
			{ "set kvm_amd.dump_invalid_vmcb=1 to dump internal KVM state.", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "unexpected-exit",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest exited for a reason that this KVM has no handler for; the guest is stopped.",
		.cause = "A control is set that KVM did not set: a hypervisor below that adds exits of its own, a patched kernel, or a CPU newer than the kernel.",
		.remedy = "Update the kernel; remove KVM patches; report it to the vendor of the hypervisor below.",
		.reference = "github.com/Scrut1ny/AutoVirt/issues/51",
		.wordings = ND_WORDINGS(
			{ "vmx: unexpected exit reason {exit}", "Linux 5.10 to 6.12" },
			{ "svm: unexpected exit reason {svmexit}", "Linux 5.10 to 6.12" },
			{ "unexpected exit reason {exit}", "Linux 7.2" }
		),
	},
	{
		.id = "guest-tries-vmx",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest read a VMX capability register that this KVM does not have for it: mostly a hypervisor in the guest, which looks for VT-x. It got an exception, or 0.",
		.cause = "The guest's CPU is without vmx (its model, or nested=0), or KVM is AMD's and the guest takes its CPU for Intel's.",
		.remedy = "If VMs shall run in that guest: on Intel kvm_intel nested=1 here and a CPU with vmx for the guest (host-passthrough), on AMD a CPU model with svm. Otherwise nothing.",
		.fold = true,
		.clauses = guest_tries_vmx,
		.wordings = ND_WORDINGS(
			{ "ignored rdmsr: {vmxmsr} data {hex}", "Linux 5.10 to 7.2" },
			{ "unhandled rdmsr: {vmxmsr}{any}" },
			{ "Unhandled RDMSR({vmxmsr})", "Linux 6.1 to 7.2" },
			{ "ignored rdmsr: {vmxmsr}" }
		),
	},
	{
		.id = "ignored-msr",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest used an MSR that KVM does not emulate; KVM ignored it or raised an exception, and nearly always the guest continues.",
		.cause = "Guests probe for hardware of all kinds; most of these registers have nothing to do with virtualization. macOS and some Windows do not expect the exception and crash at that moment.",
		.remedy = "To silence it: kvm.report_ignored_msrs=0. Only for a guest that crashes at it: kvm.ignore_msrs=1.",
		.reference = "github.com/virt-manager/virt-manager/issues/570",
		.fold = true,
		.last = true,
		.clauses = msrs,
		.wordings = ND_WORDINGS(
			{ "ignored rdmsr: {msr} data {hex}", "Linux 5.10 to 7.2" },
			{ "ignored wrmsr: {msr} data {hex}", "Linux 5.10 to 7.2" },
			{ "ignored wrmsr: {msr} data{any}" },
			{ "unhandled rdmsr: {msr}{any}", "Linux 2.6 to 4" },
			{ "unhandled wrmsr: {msr}{any}", "Linux 2.6 to 4" },
			{ "unhandled rdmsr {msr}" },
			{ "unhandled wrmsr {msr} data {hex}" },
			{ "Unhandled WRMSR({msr}) = {hex}", "Linux 6.1 to 7.2" },
			{ "Unhandled RDMSR({msr})", "Linux 6.1 to 7.2" },
			{ "{any}unhanded wrmsr: {msr} data {any}" },
			{ "ignored rdmsr: {msr}", "Linux 4" },
			{ "ignored rdmsr {msr}" },
			{ "ignored wrmsr {msr} data {hex}" }
		),
	},
	{
		.id = "cpuid-after-run",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A VMM set a virtual CPU's CPUID anew after it had run, which KVM of that time let pass with a warning.",
		.wordings = ND_WORDINGS(
			{ "KVM_SET_CPUID{any} KVM_RUN may cause guest instability{any}", "Linux 5.14 to 5.15" },
			{ "KVM_SET_CPUID{any} KVM_RUN starting with Linux 5.16{any}", "Linux 5.14 to 5.15" }
		),
	},
	{
		.id = "msr-nop",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest wrote an MSR that KVM knows but ignores.",
		.reference = "github.com/google/novm/issues/26",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{word}: MSR_IA32_DEBUGCTLMSR {hex}, nop", "Linux 5.10" },
			{ "{word}: MSR_IA32_DEBUGCTL {hex}, nop", "Linux 5.10" },
			{ "{word}: {word} {hex}, nop", "Linux 2.6.32 to 5.10" },
			{ "{word}: {word} in {word} {hex}, nop", "Linux 5.10 to 6.6" },
			{ "unimplemented perfctr {word}: {msr}{any}", "Linux 2.6.32 to 4.20" },
			{ "unimplemented {word} wrmsr: {hex}", "Linux 5.10" },
			{ "unimplemented wrmsr: {msr} data {hex}", "Linux 5.10" },
			{ "disabled perfctr wrmsr: {msr} data {hex}", "Linux 5.10" }
		),
	},
	{
		.id = "ignore-msrs-unsupported",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM silently emulates MSRs that do not exist; guests may hang without a visible reason.",
		.cause = "kvm.ignore_msrs=1 with report_ignored_msrs=0.",
		.remedy = "Set ignore_msrs=0, or at least report_ignored_msrs=1.",
		.wordings = ND_WORDINGS(
			{ "Running KVM with ignore_msrs=1 and report_ignored_msrs=0 is not a", "Linux 7.2" }
		),
	},
	{
		.id = "mwait-as-nop",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest executed MONITOR or MWAIT, and KVM treated it as a NOP.",
		.cause = "The guest's CPUID does not report them, or it does but KVM does not emulate them.",
		.wordings = ND_WORDINGS(
			{ "MONITOR instruction emulated as NOP!", "Linux 5.10 to 7.2" },
			{ "MWAIT instruction emulated as NOP!", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "emulating-exchange",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "KVM emulated a locked exchange on device memory as a plain write.",
		.wordings = ND_WORDINGS(
			{ "emulating exchange as write", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "unhandled-cr",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest accessed a control register in a way that KVM does not emulate.",
		.cause = "A control register that does not exist in this CPU, or an access that KVM does not implement.",
		.wordings = ND_WORDINGS(
			{ "unhandled control register: op {n} cr {n}", "Linux 5.10 to 7.2" },
			{ "unexpected cr {n}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "lapic-invalid",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest's local APIC is in a state that KVM does not expect.",
		.wordings = ND_WORDINGS(
			{ "Disabled LAPIC found during irq injection", "Linux 5.10 to 7.2" },
			{ "Dirty APIC map without an in-kernel local APIC", "Linux 6.1 to 7.2" },
			{ "Invalid local APIC state", "Linux 5.10 to 7.2" },
			{ "APIC base relocation is unsupported by KVM", "Linux 5.10" }
		),
	},
	{
		.id = "timer-limited",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest requested a timer that fires more often than KVM allows; KVM limits its rate.",
		.remedy = "kvm.min_timer_period_us sets the limit.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "requested {n} ns {word} timer period limited to {n} ns", "Linux 5.10 to 7.2" },
			{ "vcpu {n}: requested {n} ns lapic timer period limited to {n} ns", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "timer-restore",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "The saved state of a guest's timer is inconsistent; KVM corrected it.",
		.wordings = ND_WORDINGS(
			{ "vcpu {n}: requested lapic timer restore with starting count register {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "pmu-pin-ignored",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest programmed its performance counters to drive a pin, which KVM ignores.",
		.wordings = ND_WORDINGS(
			{ "kvm pmu: pin control bit is ignored", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "posted-irq-route",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM cannot hand an interrupt of a passed-through device to the guest directly (posted). It still comes by way of the host, which costs exits.",
		.cause = "The IOMMU's table could not be changed, or another consumer has the interrupt.",
		.clauses = posted_irq_route,
		.wordings = ND_WORDINGS(
			{ "no route for guest_irq {any}", "Linux 5.10 to 6.12" },
			{ "irq bypass consumer ({any}) {word} fails: {n}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "mmu-reserved-bits",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM found an invalid entry in the host page tables of a guest.",
		.cause = "A bug in KVM, faulty memory, or a hypervisor below with incorrect EPT or NPT emulation.",
		.remedy = "Update the kernel; test the memory.",
		.wordings = ND_WORDINGS(
			{ "{word}: reserved bits set on MMU-present spte, addr {hex}, hierarchy:", "Linux 6.1 to 7.2" },
			{ "{word}: detect reserved bits on spte, addr {hex}, dump hierarchy:", "Linux 5.10" }
		),
	},
	{
		.id = "mmu-fast-fault",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "Several CPUs accessed the same page of a guest at once; KVM took the slow path.",
		.wordings = ND_WORDINGS(
			{ "Fast #PF retrying more than 4 times.", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "far-call-tainted",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM emulated a far call of a guest that failed half-way; the guest's memory may be inconsistent.",
		.wordings = ND_WORDINGS(
			{ "faulting far call emulation tainted memory", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "debugfs-duplicate",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "Two VMs of one process have the same name in debugfs; only their statistics there are affected.",
		.wordings = ND_WORDINGS(
			{ "KVM: debugfs: duplicate directory {word}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "async-pf-unexpected",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "This guest got a notification about paged-out memory that it did not expect.",
		.wordings = ND_WORDINGS(
			{ "Unexpected async PF flags: {hex}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "unstable-tsc-vm",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "A VM with several CPUs was started on a host whose TSC is unstable; its own TSC will be unstable, too.",
		.cause = "In a VM that runs nested guests: the level below provides an unstable TSC.",
		.remedy = "Fix the clock of this level first: its clocksource should be tsc (or the hypervisor's).",
		.wordings = ND_WORDINGS(
			{ "SMP vm created on host with unstable TSC; guest TSC will not be reliable", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "tsc-below",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A program asked KVM for a guest's TSC that is slower than the CPU's, and without TSC scaling KVM refuses that. Guests that run keep their clock.",
		.cause = "A program that tries whether it is possible (gVisor before 2021) and does without; or a guest that is configured with such a frequency, or comes from a slower host: then its VMM says that it fails.",
		.remedy = "None is needed if nothing else fails. Else no TSC frequency for that guest, or a host with TSC scaling (vmx-tsc-scaling, tsc-scale).",
		.reference = "github.com/google/gvisor/pull/5737",
		.wordings = ND_WORDINGS(
			{ "user requested TSC rate below hardware speed", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "tsc-scaling",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest was configured with a TSC frequency that this host cannot provide exactly.",
		.cause = "No TSC scaling here (vmx-tsc-scaling, tsc-scale), or a frequency out of its range.",
		.wordings = ND_WORDINGS(
			{ "Invalid TSC scaling ratio - virtual-tsc-khz={n}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kvm-mmu-broken",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM found its page tables of a guest in an invalid state.",
		.cause = "A bug in KVM, faulty memory, or a hypervisor below with incorrect EPT or NPT emulation.",
		.remedy = "Update the kernel; test the memory; to continue with the older MMU: kvm.tdp_mmu=N.",
		.wordings = ND_WORDINGS(
			{ "Invalid SPTE change: cannot replace a present leaf", "Linux 5.10 to 7.2" },
			{ "Unexpected SPTE change! Nonpresent SPTEs", "Linux 5.10 to 7.2" },
			{ "gfn mismatch under {any}", "Linux 5.10 to 7.2" },
			{ "access mismatch under {any}", "Linux 6.1 to 7.2" },
			{ "Bad TDP root level = {n}", "Linux 6.1 to 7.2" },
			{ "SPTE {hex} (@ {word}) for gfn {hex} shadow-present at free", "Linux 6.12 to 7.2" },
			{ "spte = {hex}, level = {n}, rsvd bits = {hex}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "kvm-internal-bug",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM found itself in a state that should be impossible.",
		.cause = "A bug in KVM, or in the processor or hypervisor that it runs on.",
		.remedy = "Update the kernel; report it with the lines around it.",
		.wordings = ND_WORDINGS(
			{ "Guest {any}own{any} CR0.TS", "Linux 5.10 to 7.2" },
			{ "unhandled write to CR{n}", "Linux 5.10 to 7.2" },
			{ "unhandled read from CR{n}", "Linux 5.10 to 7.2" },
			{ "unhandled CR{n} write trap", "Linux 6.1 to 7.2" },
			{ "Missing field from shadow_read_only_field {field}", "Linux 5.10 to 7.2" },
			{ "Missing field from shadow_read_write_field {field}", "Linux 5.10 to 7.2" },
			{ "Invalid MSR {msr}, please adapt vmx_possible_passthrough_msrs[]", "Linux 5.10 to 6.12" }
		),
	},
	{
		.id = "guest-apic-odd",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "A guest used its interrupt controllers in a way that KVM does not emulate; this is mostly seen with tests and old systems.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "ioapic: wrong length {n}", "Linux 5.10 to 7.2" },
			{ "ioapic: Unsupported size {n}", "Linux 5.10 to 7.2" },
			{ "Local APIC read with len = {hex}, should be 1,2, or 4 instead", "Linux 5.10 to 7.2" },
			{ "TODO: unsupported delivery mode {hex}", "Linux 5.10 to 7.2" },
			{ "apic: phys broadcast and lowest prio", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "irq-sources",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM has no IRQ source ID left for a VM, or got an invalid one.",
		.cause = "The program that runs the guest creates too many.",
		.wordings = ND_WORDINGS(
			{ "exhaust{any} allocatable IRQ sources!", "Linux 5.10 to 6.12" },
			{ "IRQ source ID out of range!", "Linux 5.10 to 6.12" },
			{ "failed to shrink bus, removing it completely", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kvm-nx-thread",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "The thread that recovers a VM's huge pages is not in the VM's control group.",
		.wordings = ND_WORDINGS(
			{ "{word}: cgroup_attach_task_all failed with err {n}", "Linux 5.10 to 6.1" }
		),
	},
	{
		.id = "private-memory",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest with private memory caused an access to it that KVM would have to emulate, or used memory that it did not accept.",
		.cause = "A bug in the confidential guest or its firmware.",
		.wordings = ND_WORDINGS(
			{ "unexpected emulation request on private memory", "Linux 6.12 to 7.2" },
			{ "Guest access before accepting {hex} on vCPU {n}", "Linux 7.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_kvm = {
	"kvm", messages, ARRAY_SIZE(messages)
};
