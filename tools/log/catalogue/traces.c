// SPDX-License-Identifier: GPL-2.0-only
/* Trace events of KVM and exits to user space. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause small_hypervisor_vmcs[] = {
	{ 0, "status 1", NULL,
	  "The VM-instruction error field has the reason: mostly the address of its region is not aligned or too wide, or the revision identifier is not that of IA32_VMX_BASIC.",
	  NULL },
	{ 0, "status 2", NULL,
	  "There was no current VMCS, so the processor gave no reason. Mostly the address of its region is not aligned or too wide, or the revision identifier is not that of IA32_VMX_BASIC.",
	  NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "trace-shutdown",
		.origin = "trace",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's trace event of an exit by a triple fault: the guest had an exception while a double fault was delivered, and stopped or was reset.",
		.cause = "The guest rebooted so on purpose, or jumped into nothing, or a level below did something that its CPU does not.",
		.remedy = "The exits before this line are what led there: trace-cmd record -e kvm -e kvmmmu shows them; kvm_inj_exception names the first exception.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/5437",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "kvm_exit:{any}reason TRIPLE_FAULT {any}", "Linux 5.10 to 7.2" },
			{ "kvm_exit:{any}reason shutdown {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "trace-refused",
		.origin = "trace",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's trace event of an entry that the processor refused: the guest, or its nested guest, was not entered.",
		.cause = "A guest state or controls that the processor does not take: by the guest hypervisor if it was a nested entry, by KVM, or by the level below, which emulates the check.",
		.remedy = "nestdiag failures with the module loaded names the check; or dump_invalid_vmcs=Y (kvm_amd: dump_invalid_vmcb=Y), repeat, dmesg | nestdiag autopsy -",
		.reference = "arch/x86/kvm/trace.h of Linux",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "kvm_exit:{any}reason {any} FAILED_VMENTRY {any}", "Linux 5.10 to 7.2" },
			{ "kvm_exit:{any}reason invalid_guest_state {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "trace-nested-refused",
		.origin = "trace",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's trace event of a nested entry that KVM refused by itself: what the guest hypervisor wrote into its VMCS or VMCB breaks the check that is named. It gets VMfail, or an exit with reason 33.",
		.cause = "A bug of the guest hypervisor; or a capability that it saw when it started and that KVM does not offer now (another host after a migration, another CPU model).",
		.remedy = "nestdiag failures with the module loaded shows the values; the guest hypervisor's version, and its CPU model on this host.",
		.reference = "arch/x86/kvm/vmx/nested.c of Linux",
		.apart = true,
		.wordings = ND_WORDINGS(
			{ "kvm_nested_vmenter_failed: {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "trace-exit",
		.origin = "trace",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's trace event of an exit: the guest exited for the reason named. A trace shows the sequence; the problem is usually at its end.",
		.remedy = "nestdiag exits counts exits of a running guest by reason; nestdiag explain REASON says what it is and what it costs a nested guest.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/5437",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "kvm_exit:{any}reason {exitname} {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kvm-stat-table",
		.origin = "kvm_stat",
		.severity = ND_MSG_NOTE,
		.meaning = "The table of kvm_stat or perf kvm stat: how often KVM's events came, or guests exited for each reason, and how long that took. By itself it says nothing of an error.",
		.cause = "The first rows come most often. %Total of kvm_stat is a share of all events, of which an exit fires several; perf's Time% is that until the next entry, of HLT the time that the guest slept.",
		.remedy = "nestdiag explain REASON (the name in the top row) says what causes it and what a nested guest pays for it; nestdiag exits counts and judges exits on that machine.",
		.reference = "tools/kvm/kvm_stat and tools/perf/builtin-kvm.c of Linux",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "kvm statistics - summary", "kvm_stat of Linux" },
			{ "kvm statistics - pid {any}", "kvm_stat of Linux" },
			{ "{any} Total %Total CurAvg/s", "kvm_stat of Linux" },
			{ "kvm_{any} {n} {n}.{n} {n}", "kvm_stat of Linux" },
			{ "kvm_{any} {n} {n}.{n}", "kvm_stat of Linux" },
			{ "Analyze events for {any}VCPU{any}", "perf of Linux 3.8 to 7.2" },
			{ "VM-EXIT Samples Samples% Time% {any}", "perf of Linux 3.8 to 7.2" },
			{ "{exitname} {n} {any}%{any}us ( +- {any}", "perf of Linux 3.8 to 7.2" }
		),
	},
	{
		.id = "trace-nested",
		.origin = "trace",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's trace event of a nested guest: its entry, its exit, or an event in it.",
		.remedy = "nestdiag nested counts them; kvm_nested_vmenter_failed, if it is there, names the check that refused an entry.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "kvm_nested_{word}:{any}", "Linux 5.10 to 7.2" },
			{ "kvm_nested_{word} {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "user-exit-shutdown",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_EXIT_SHUTDOWN: the guest had a triple fault: an exception during delivery of a double fault.",
		.cause = "The guest rebooted so on purpose, or jumped into nothing, or the level below did something that its CPU does not: where the same program works on the same hardware without that level, it is a defect of the level below (seen under ESXi, when paging was switched on).",
		.remedy = "Look at the last exits before it (trace-cmd record -e kvm); update the hypervisor below, or try another CPU model or firmware there.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/5437",
		.wordings = ND_WORDINGS(
			{ "{any}KVM_EXIT_SHUTDOWN{any}" }
		),
	},
	{
		.id = "user-exit-internal",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_EXIT_INTERNAL_ERROR: KVM itself could not go on with the guest. The suberror that says why is not in this line.",
		.cause = "Mostly an instruction that KVM has to emulate and cannot (suberror 1), an exception or exit while it delivered an event (2, 3); by the guest, by memory that is none, or in a VM by the level below.",
		.remedy = "Another VMM (QEMU) prints the suberror and the guest's registers; dmesg | nestdiag dmesg -; trace-cmd record -e kvm for the last exits.",
		.reference = "Documentation/virt/kvm/api.rst",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}KVM_EXIT_INTERNAL_ERROR{any}" }
		),
	},
	{
		.id = "user-exit-unknown",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM_EXIT_UNKNOWN: the guest exited for a reason that KVM does not know.",
		.cause = "hardware_exit_reason of struct kvm_run has its number, which not every VMM prints.",
		.remedy = "nestdiag explain \"exit reason NUMBER\" with the number from the VMM's log.",
		.reference = "Documentation/virt/kvm/api.rst",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}KVM_EXIT_UNKNOWN{any}" }
		),
	},
	{
		.id = "user-exit",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM returned to its user space with this exit; by itself that says nothing of an error.",
		.cause = "KVM_EXIT_FAIL_ENTRY is a refused entry, KVM_EXIT_INTERNAL_ERROR what KVM could not handle, the others are work for the VMM.",
		.reference = "Documentation/virt/kvm/api.rst",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}KVM_EXIT_{userexit}{any}" }
		),
	},
	{
		.id = "perf-kvm-unknown",
		.origin = "perf",
		.severity = ND_MSG_NOTE,
		.meaning = "perf kvm stat met exits that it has no name for: they are counted without one.",
		.cause = "perf is older than the kernel, or reads the trace of the other vendor; KVM on PVM has numbers of its own.",
		.remedy = "Take a perf of the running kernel; nestdiag exits names them.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "unknown kvm exit code:{any}", "perf of Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "hypervisor-entry-failed",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMX instruction of a hypervisor failed, mostly VMLAUNCH or VMRESUME, or the processor refused the guest's state. After either of those the guest was not entered.",
		.cause = "A number up to 28 is a VM-instruction error (7: controls, 8: host state), 33 and 34 are exit reasons (guest state, MSR loading). A bug of the hypervisor; in a VM also a control or state that the level below does not take.",
		.remedy = "nestdiag caps on the machine shows which controls the level below allows; nestdiag explain \"insn-error N\" and \"exit reason N\". Leave out secondary controls one by one.",
		.reference = "github.com/DarthTon/HyperBone/issues/14",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to enter VM, reason {exitnumber}{any}" },
			{ "{any}VMLAUNCH failed{any}" },
			{ "{any}vmlaunch failed{any}" },
			{ "{any}VMLAUNCH Error{any}" },
			{ "{any}VMRESUME failed{any}" },
			{ "{any}VMRESUME Error{any}" },
			{ "{any}VM_INSTRUCTION_ERROR content, return {n}{any}" },
			{ "{any}VM-instruction error {n}{any}" },
			{ "{any}VM-instruction error: {any}" },
			{ "{any}VM instruction error {n}{any}" },
			{ "{any}VM instruction error: {any}" },
			{ "EXIT_REASON_INVALID_GUEST_STATE" },
			{ "{any}unable to execute VMLAUNCH{any}" },
			{ "{any}in executing VMRESUME, status : {any}" }
		),
	},
	{
		.id = "hypervisor-guest-state",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor's VM entry failed: exit reason 33 with bit 31 (0x80000021, as a signed number -2147483615), the guest state is invalid. The guest was not entered.",
		.cause = "A rule of the SDM for the guest-state area is broken: segments against CR0 and the entry controls, RFLAGS (IF is 0 where an interrupt is injected), CR3, EFER, activity or interruptibility state. By the hypervisor itself; in a VM also by the level below, which emulates the check.",
		.remedy = "A dump of the VMCS by KVM, Xen or HAXM: nestdiag autopsy names the rule. Else compare the guest-state fields with SDM volume 3, \"Checks on the guest-state area\", one by one; the same on a machine without a level below.",
		.reference = "Intel SDM volume 3, chapter VM entries",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}reason -2147483615{any}" },
			{ "{any}reason: -2147483615{any}" },
			{ "{any}reason=-2147483615{any}" },
			{ "{any}exit reason 0x80000021{any}" },
			{ "{any}exit reason: 0x80000021{any}" },
			{ "{any}exit reason: 80000021{any}" },
			{ "{any}exit_reason: 0x80000021{any}" },
			{ "{any}exit_reason=0x80000021{any}" },
			{ "{any}exit reason: ffffffff00000021{any}" }
		),
	},
	{
		.id = "hypervisor-no-handler",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A small hypervisor gave up at an exit of its guest that it does not handle. VMX or SVM works: the exit came.",
		.cause = "Mostly a limit or defect of that program: an instruction that its emulation of devices does not decode, a register or feature that it does not know. The exit itself is normal.",
		.remedy = "The rest of the line names what it does not know: a guest that does without it, or a newer version. nestdiag explain REASON says what the exit is.",
		.reference = "github.com/mythril-hypervisor/mythril",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to handle vmexit{any}" },
			{ "{any}nsupported mmio instruction{any}" },
			{ "{any}nsupported MMIO instruction{any}" }
		),
	},
	{
		.id = "small-hypervisor",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A small hypervisor (Bareflank and its like) could not switch VMX on for itself.",
		.cause = "VT-x is off in the firmware, another hypervisor holds it (on Windows Hyper-V and memory integrity; on Linux KVM with a guest running), or the level below exposes VMX with registers that the program does not accept.",
		.remedy = "Its serial or debug output names the check; nestdiag check on Linux, nestdiag caps for the capability registers; systeminfo on Windows. VT-x on in the firmware; the other hypervisor off.",
		.reference = "github.com/Bareflank/hypervisor/issues/461, github.com/Bareflank/hypervisor/issues/101",
		.wordings = ND_WORDINGS(
			{ "{any}ioctl failed: `IOCTL_START_VMM`{any}" },
			{ "vmxon capabilities not supported:{any}" }
		),
	},
	{
		.id = "hypervisor-no-invvpid",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor needs the instruction INVVPID, and IA32_VMX_EPT_VPID_CAP does not report it. No guest was started.",
		.cause = "The level below exposes VMX without VPID, or the processor is older than Nehalem. KVM gives INVVPID to its guests from Linux 4.4 on, and only with kvm_intel vpid=1.",
		.remedy = "If KVM is below: a newer kernel there, with vpid=1 and the host's CPU for this VM. nestdiag caps in the VM shows what IA32_VMX_EPT_VPID_CAP has.",
		.reference = "github.com/cappsule/cappsule-hypervisor/issues/1",
		.wordings = ND_WORDINGS(
			{ "{any}invvpid is not supported{any}" }
		),
	},
	{
		.id = "hypervisor-vmxon-failed",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor could not switch VMX on: VMXON failed. No guest was started.",
		.cause = "Its VMXON region (address, revision identifier), CR0 or CR4 against the FIXED registers, IA32_FEATURE_CONTROL without VMX or not locked, VMX in use already; or a level below that reports VMX and does not carry it out.",
		.remedy = "nestdiag caps shows the FIXED registers and IA32_FEATURE_CONTROL of the machine; on Windows systeminfo shows whether another hypervisor runs.",
		.reference = "Hypervisor From Scratch, part 4; Intel SDM volume 3, VMXON",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}VMXON failed{any}" },
			{ "{any}vmxon has failed{any}" },
			{ "{any}executing vmxon instruction failed with status {any}" },
			{ "[hv] Failed to enter VMX operation." }
		),
	},
	{
		.id = "strace-kvm-run",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "A VMM is in KVM_RUN: a virtual CPU runs, or waits for an interrupt. That thread does not hang in the VMM's own code.",
		.remedy = "What the guest does then: nestdiag exits on this machine, or trace-cmd record -e kvm; no exits at all: it runs (or loops) in the guest, many of one kind: that kind is the clue.",
		.reference = "github.com/ubicloud/ubicloud/issues/811",
		.wordings = ND_WORDINGS(
			{ "{any}ioctl({n}, KVM_RUN" }
		),
	},
	{
		.id = "qemu-trace-shutdown",
		.origin = "trace",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's trace: KVM_RUN ended with exit 8, KVM_EXIT_SHUTDOWN: the guest had a triple fault.",
		.cause = "The guest rebooted so on purpose, or went wrong; or the level below did something that a CPU does not. The exits alone do not tell which.",
		.remedy = "The last exits before it: trace-cmd record -e kvm, or nestdiag failures with the module loaded; the guest's console; the same guest on a machine without a hypervisor below.",
		.reference = "linux/kvm.h",
		.wordings = ND_WORDINGS(
			{ "{any}kvm_run_exit cpu_index {n}, reason 8", "QEMU 2.0 to 10.0" }
		),
	},
	{
		.id = "qemu-trace-entry",
		.origin = "trace",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's trace: KVM_RUN ended with exit 9, KVM_EXIT_FAIL_ENTRY: the processor, or the level below, refused to run the guest.",
		.remedy = "QEMU prints the number behind it as \"hardware error\", and the kernel's log may have a dump: nestdiag dmesg, nestdiag autopsy.",
		.reference = "linux/kvm.h",
		.wordings = ND_WORDINGS(
			{ "{any}kvm_run_exit cpu_index {n}, reason 9", "QEMU 2.0 to 10.0" }
		),
	},
	{
		.id = "qemu-trace-internal",
		.origin = "trace",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's trace: KVM_RUN ended with exit 17, KVM_EXIT_INTERNAL_ERROR: something that KVM could not handle, mostly an instruction that it does not emulate.",
		.remedy = "QEMU prints the suberror behind it (\"KVM internal error. Suberror: N\"): nestdiag explain on that line.",
		.reference = "linux/kvm.h",
		.wordings = ND_WORDINGS(
			{ "{any}kvm_run_exit cpu_index {n}, reason 17", "QEMU 2.0 to 10.0" }
		),
	},
	{
		.id = "qemu-trace-exit",
		.origin = "trace",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU's trace: KVM_RUN ended so that QEMU does something for the guest: 2 is port I/O, 6 memory-mapped I/O, 5 a halt, 7 an interrupt that can be delivered, 10 a signal. By itself that is no error.",
		.reference = "linux/kvm.h",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}kvm_run_exit cpu_index {n}, reason {n}", "QEMU 2.0 to 10.0" }
		),
	},
	{
		.id = "small-hypervisor-goes",
		.origin = "any",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A hypervisor that is a driver (HyperDbg, Hypervisor From Scratch and their like) tells its progress: VMX was found, switched on, or off again at its end. That is no failure.",
		.wordings = ND_WORDINGS(
			{ "{any}VMX {word} turned off successfully{any}" },
			{ "{any}VMX terminated on logical core {n}" },
			{ "{any}VMX Terminated on logical core {n}" },
			{ "{any}Terminating VMX on logical core {n}" },
			{ "{any}VMX-Operation enabled successfully" },
			{ "vmx operation is supported by your processor" },
			{ "virtualization technology is vt-x" },
			{ "{any}HyperDbg VMM is running" },
			{ "{any}Hyper-V is {any}detected as the top-level hypervisor" },
			{ "{any}ou're not on {any}hypervisor anymore{any}" },
			{ "{any}Executing VMLAUNCH on logical core {n}" },
			{ "{any}All EPT features are present{any}" },
			{ "Your processor supports all EPT features" },
			{ "[hv] {word} VMX operation." },
			{ "Terminating VMX for the processor {n}." }
		),
	},
	{
		.id = "small-hypervisor-locked",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor that is a driver found IA32_FEATURE_CONTROL locked without VMX (outside SMX): it cannot switch VMX on.",
		.cause = "VT-x is off in the firmware of a physical machine; in a VM the hypervisor below gives the register so, mostly because virtualization is not exposed to this VM.",
		.remedy = "Physical machine: VT-x on in the firmware, then a cold start. VM: expose virtualization (VMware vhv.enable, KVM nested=1 and host CPU, Hyper-V ExposeVirtualizationExtensions).",
		.reference = "github.com/HyperDbg/HyperDbg, github.com/SinaKarvandi/Hypervisor-From-Scratch",
		.wordings = ND_WORDINGS(
			{ "{any}you should enable vt-x from BIOS{any}" },
			{ "{any}VMX locked off in BIOS{any}" },
			{ "{any}VMX feature is locked in BIOS{any}" },
			{ "[hv] VMX not enabled outside SMX{any}" },
			{ "VMX features are not enabled." }
		),
	},
	{
		.id = "small-hypervisor-ept",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor that is a driver needs parts of EPT or VPID that IA32_VMX_EPT_VPID_CAP (MSR 0x48C) does not report.",
		.cause = "Both: page walks of 4 levels, write-back. HyperDbg: pages of 2 MiB, MTRRs on. HyperPlatform: INVEPT and INVVPID of all types. A level below may expose VMX with less (no VPID, for one).",
		.remedy = "nestdiag caps in a Linux VM of the same kind shows what the register has there. Another hypervisor below, a newer kernel there (KVM: ept=1, vpid=1), or a physical machine.",
		.reference = "hyperhv/code/vmm/ept/Ept.c of github.com/HyperDbg/HyperDbg, HyperPlatform/ept.cpp of github.com/tandasat/HyperPlatform",
		.wordings = ND_WORDINGS(
			{ "{any}our processor doesn't support all EPT features{any}" },
			{ "EPT features are not fully supported." }
		),
	},
	{
		.id = "small-hypervisor-svm",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "SimpleSvm cannot run: the processor is not AMD's, CPUID has no SVM or no nested paging, or VM_CR.SVMDIS is set.",
		.cause = "SVM is off in the firmware (SVMDIS), or this is a VM to which the hypervisor below does not give SVM with nested paging.",
		.remedy = "SVM on in the firmware; in a VM expose it (VMware vhv.enable, KVM nested=1 and host CPU). systeminfo: does Windows' own hypervisor run? Then it holds SVM.",
		.reference = "SvIsSvmSupported() in SimpleSvm.cpp of github.com/tandasat/SimpleSvm",
		.wordings = ND_WORDINGS(
			{ "SVM is not fully supported on this processor." }
		),
	},
	{
		.id = "small-hypervisor-vmcs",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor that is a driver could not clear or load its VMCS (VMCLEAR, VMPTRLD): no guest was started.",
		.cause = "The address of its region is not aligned or too wide, or the revision identifier is not that of IA32_VMX_BASIC.",
		.remedy = "nestdiag caps (IA32_VMX_BASIC) and nestdiag explain \"insn-error N\". The same on a physical machine tells whether the level below is at fault.",
		.reference = "github.com/HyperDbg/HyperDbg, github.com/SinaKarvandi/Hypervisor-From-Scratch",
		.clauses = small_hypervisor_vmcs,
		.wordings = ND_WORDINGS(
			{ "{any}VMCS failed to clear{any}" },
			{ "{any}VMCS failed to load{any}" },
			{ "{any}ailed to clear vmcs{any}" },
			{ "{any}ailed to load vmcs{any}" },
			{ "[hv] Failed to load VMCS pointer." },
			{ "{any}VMCS failed with status {n}{any}" },
			{ "{any}Fail to setup VMCS{any}" }
		),
	},
	{
		.id = "small-hypervisor-ept-fault",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor that is a driver met an EPT violation or EPT misconfiguration that it does not expect: its own tables of the guest's memory are not as it means them to be there.",
		.cause = "It maps memory one to one from the MTRRs and hooks pages; a driver, a device or firmware memory that it did not map, or an entry with bits that this processor or the level below does not take.",
		.remedy = "The address in the line; without hooks to compare, and on another machine or hypervisor below. Report it to that hypervisor.",
		.reference = "github.com/HyperDbg/HyperDbg, github.com/SinaKarvandi/Hypervisor-From-Scratch",
		.wordings = ND_WORDINGS(
			{ "{any}nexpected EPT violation{any}" },
			{ "EPT Misconfiguration!" },
			{ "{any} field in the EPT paging structure was invalid{any}" },
			{ "{any}errors in handling EPT violation{any}" },
			{ "Unhandled EPT Misconfiguration: {any}" }
		),
	},
	{
		.id = "hyperdbg-nested-limit",
		.origin = "hyperdbg",
		.severity = ND_MSG_NOTE,
		.meaning = "HyperDbg wanted something that a VM mostly does not have: last branch records (LBR), SMIs, or a clock that no hypervisor disturbs. The hypervisor itself runs.",
		.cause = "The level below hides LBR from CPUID, or has no VMCS control for it; a VM has no firmware that takes its SMIs; another hypervisor stands between it and the clock.",
		.remedy = "The command on a physical machine, or leave it out.",
		.reference = "github.com/HyperDbg/HyperDbg",
		.wordings = ND_WORDINGS(
			{ "{any}LBR is not supported on {any}" },
			{ "{any}LBR is usually not supported (or is emulated) in nested {any}" },
			{ "{any}unable to trigger SMI, {any}" },
			{ "SMI count: 0 (for security reasons, {any}" },
			{ "{any}there is a hypervisor, on your system, it leads to wrong measurement {any}" }
		),
	},
	{
		.id = "hyperdbg-hook",
		.origin = "hyperdbg",
		.severity = ND_MSG_ERROR,
		.meaning = "HyperDbg could not place an EPT hook. Its hypervisor runs: EPT is there, and this is no sign of missing virtualization.",
		.cause = "Two hooks or monitors on one page, too many breakpoints on it, physical memory above 512 GiB, or no page left that was allocated for hooks.",
		.remedy = "Remove the other hook of that page (events), allocate more (prealloc), or a machine with less memory.",
		.reference = "github.com/HyperDbg/HyperDbg",
		.wordings = ND_WORDINGS(
			{ "{any}putting EPT hooks on physical address above {any}" },
			{ "{any}multiple EPT Hooks or Monitors on a single page{any}" },
			{ "{any}could not build the EPT hook{any}" },
			{ "{any}cannot allocate the pre-allocated pools for EPT hooks" }
		),
	},
	{
		.id = "hyperdbg-intel",
		.origin = "hyperdbg",
		.severity = ND_MSG_ERROR,
		.meaning = "HyperDbg runs on Intel's VT-x only, and CPUID names another vendor here, or it cannot be had.",
		.remedy = "A machine or VM with an Intel processor and VT-x.",
		.reference = "github.com/HyperDbg/HyperDbg",
		.wordings = ND_WORDINGS(
			{ "{any}not designed to run in a non-VT-x env{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_traces = {
	"traces", messages, ARRAY_SIZE(messages)
};
