// SPDX-License-Identifier: GPL-2.0-only
/* VMMs written in Rust: Firecracker, Cloud Hypervisor, crosvm, Dragonball, uhyve. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause gvisor_memory[] = {
	{ 0, "out of slots", NULL,
	  "More memory regions than this KVM has slots for.",
	  NULL },
	{ 0, "invalid physical range", NULL,
	  "Memory regions that overlap or lie beyond what this KVM takes.",
	  NULL },
	{ 0, "MMU pages", NULL,
	  "The host's kernel had no page for KVM's tables (ENOSPC).",
	  NULL },
	{ 0 }
};

static const struct nd_clause hyperlight_no_hypervisor[] = {
	{ 0, "KVM error", NULL,
	  "No virtualization here or exposed to this VM, no /dev/kvm in this container, or no right to open it.",
	  "nestdiag check tells which; users: the group of the device. VT-x or SVM on in the firmware, in a VM exposed below." },
	{ 0, "MSHV error", NULL,
	  "No /dev/mshv here or in this container, or no right to open it.",
	  "ls -l /dev/mshv, and the group of the device." },
	{ 0, "Windows error", NULL,
	  "Windows' hypervisor does not run, or the feature Windows Hypervisor Platform is off.",
	  "Install that feature; systeminfo shows whether the hypervisor runs. VT-x or SVM on in the firmware, in a VM exposed below." },
	{ 0, "HVF error", NULL,
	  "Hypervisor.framework gave none: this macOS is a VM without it, or the program lacks the entitlement.",
	  "sysctl kern.hv_support kern.hv_vmm_present (1 and 0 are wanted); codesign -d --entitlements - PROGRAM." },
	{ 0 }
};

static const struct nd_clause openvmm_no_nesting[] = {
	{ 0, "the selected hypervisor does not", NULL,
	  "OpenVMM does not offer that with this hypervisor.",
	  "Another hypervisor of this host (Linux: KVM; Windows: WHP). The VM itself runs without nested_virt." },
	{ 0, "WHP", NULL,
	  "This Windows does not know the partition's property NestedVirtualization.",
	  "A newer build of Windows. The VM itself runs without nested_virt." },
	{ 0 }
};

static const struct nd_clause no_hypervisor[] = {
	{ 13, NULL, "Cloud Hypervisor may not open the device of the hypervisor: permission denied. The device is there.",
	  "This user is not in the device's group (kvm), or not since its last login; or a container, SELinux or AppArmor forbids it. Virtualization is not what is missing.",
	  "ls -l /dev/kvm /dev/mshv; sudo usermod -aG kvm USER, then a new login." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "propolis-exit",
		.origin = "propolis",
		.severity = ND_MSG_ERROR,
		.meaning = "Propolis (Oxide's VMM on illumos' bhyve) got an exit of a guest that it does not handle, or could not enter it; the fields of the line have the reason.",
		.cause = "The processor refused the state (VMX, SVM), the guest touched memory that is not there, or an exit that bhyve gives to nobody.",
		.remedy = "nestdiag explain \"exit reason N\" with the reason in the line; the diagnostics that follow have the guest's registers.",
		.reference = "bin/propolis-server/src/lib/vcpu_tasks.rs of github.com/oxidecomputer/propolis",
		.wordings = ND_WORDINGS(
			{ "{any}unclassified VMX exit on vCPU {n}" },
			{ "{any}unclassified SVM exit on vCPU {n}" },
			{ "{any}unhandled paging exit on vCPU {n}" },
			{ "{any}VM entry error Os {any}" }
		),
	},
	{
		.id = "propolis-restore",
		.origin = "propolis",
		.severity = ND_MSG_ERROR,
		.meaning = "Propolis could not give a virtual CPU its saved state back, as it restored a snapshot: illumos' bhyve refused a part of it. The VM had been made: virtualization is there.",
		.cause = "A value that this bhyve does not take on this kind of processor. Seen on Intel, where a vCPU was saved in an interrupt shadow (intr_shadow: true), which bhyve's VMX refuses and SVM takes: a defect, still open.",
		.remedy = "Take the snapshot again, and restore it on the same kind of processor; a Propolis that has it mended.",
		.reference = "github.com/oxidecomputer/propolis/issues/1013",
		.wordings = ND_WORDINGS(
			{ "{any}ailed to restore device state for bhyve-vcpu-{n}{any}" }
		),
	},
	{
		.id = "propolis-vmm",
		.origin = "propolis",
		.severity = ND_MSG_ERROR,
		.meaning = "Propolis did not get a VM from illumos' bhyve (/dev/vmmctl).",
		.cause = "The driver vmm is not there or did not attach (VT-x or SVM off, missing, or not exposed to this VM), the name is taken, no memory in the reservoir, or no permission.",
		.remedy = "dmesg on illumos: vmm says why it does not attach; ls -l /dev/vmm; VT-x or SVM on in the firmware, in a VM exposed below; rsrvrctl -q for the reservoir.",
		.reference = "bin/propolis-server/src/lib/initializer.rs of github.com/oxidecomputer/propolis",
		.wordings = ND_WORDINGS(
			{ "{any}failed to create kernel vmm builder{any}" },
			{ "{any}failed to finalize kernel vmm{any}" }
		),
	},
	{
		.id = "hyperlight-kvm-lacks",
		.origin = "hyperlight",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyperlight does not take the KVM that is there: it speaks another API, or lacks a capability that a sandbox needs; the line names it.",
		.cause = "A kernel that is too old (KVM_CAP_X86_MSR_FILTER came with Linux 5.10), or something else than KVM behind /dev/kvm.",
		.remedy = "A newer kernel on the host; nestdiag probe lists what KVM offers.",
		.reference = "src/hyperlight_host/src/hypervisor/virtual_machine/kvm of github.com/hyperlight-dev/hyperlight",
		.wordings = ND_WORDINGS(
			{ "{any}KVM does not have KVM_CAP_{word} capability" },
			{ "{any}KVM GET_API_VERSION returned {any}, expected 12" },
			{ "{any}KVM does not support KVM_CAP_X86_MSR_FILTER{any}" },
			{ "{any}KVM MSR filtering requires KVM_CAP_X86_MSR_FILTER" }
		),
	},
	{
		.id = "hyperlight-snapshot",
		.origin = "hyperlight",
		.severity = ND_MSG_ERROR,
		.meaning = "A snapshot of a Hyperlight sandbox was made on another hypervisor than the one here (KVM, mshv, WHP, HVF): it cannot be restored.",
		.remedy = "Make the snapshot anew on this machine, or restore it where it was made.",
		.reference = "src/hyperlight_host/src/sandbox/snapshot of github.com/hyperlight-dev/hyperlight",
		.wordings = ND_WORDINGS(
			{ "{any}snapshot hypervisor mismatch: {any}" }
		),
	},
	{
		.id = "hyperlight-exit",
		.origin = "hyperlight",
		.severity = ND_MSG_ERROR,
		.meaning = "A Hyperlight sandbox ended at an exit that Hyperlight does not handle; its name is in the line.",
		.cause = "The guest's function did what a sandbox has nothing for (a device, an MSR, a fault without a handler).",
		.remedy = "The guest's log and RUST_LOG=debug on the host; the same sandbox on another hypervisor to compare.",
		.reference = "src/hyperlight_host/src/hypervisor of github.com/hyperlight-dev/hyperlight",
		.wordings = ND_WORDINGS(
			{ "{any}Unknown KVM VCPU exit: {any}" },
			{ "{any}Unknown HVF vcpu exit {any}" },
			{ "{any}Unexpected VCPU exit: {any}" }
		),
	},
	{
		.id = "microsandbox-portal",
		.origin = "microsandbox",
		.severity = ND_MSG_ERROR,
		.meaning = "microsandbox's server never reached the program in its small VM: the VM did not start, or did not get that far.",
		.cause = "The line does not say which. Often /dev/kvm is not there or may not be opened, as in a container without --device /dev/kvm; or the guest starts too slowly in a VM in a VM.",
		.remedy = "nestdiag check and nestdiag probe, in the container too; the sandbox's own log (msb log).",
		.reference = "github.com/superradcompany/microsandbox/issues/309",
		.wordings = ND_WORDINGS(
			{ "{any}Failed to connect to portal after {n} retries{any}" }
		),
	},
	{
		.id = "cubesandbox-slow",
		.origin = "cubesandbox",
		.severity = ND_MSG_ERROR,
		.meaning = "CubeSandbox's shim gave up waiting for the program in its small VM. The VM may start all the same, only later.",
		.cause = "The guest starts slower than the shim's limit allows: in a VM in a VM each exit costs several. 'vm ready ... cost:' in the same log is the time that it took, in milliseconds.",
		.remedy = "A longer limit in a newer shim; nestdiag advise for what makes nested guests faster here; or a host that is no VM.",
		.reference = "github.com/TencentCloud/CubeSandbox/issues/94",
		.wordings = ND_WORDINGS(
			{ "{any}Create sandbox failed: Receive event timeout after {n}ms{any}" }
		),
	},
	{
		.id = "clh-debug-port",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_NOTE,
		.meaning = "A guest of Cloud Hypervisor wrote a code to the debug port (0x80): how far it has come. 0x40 and up is its kernel, 0x60 and up its programs.",
		.cause = "If nothing comes after it, the guest stopped there, or its console goes elsewhere.",
		.remedy = "console= of the guest's command line has to go with --console and --serial (hvc0, ttyS0).",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/5675",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}[Debug I/O port: {word} code {hex}] {any}" }
		),
	},
	{
		.id = "vmm-fail-entry",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest: KVM_EXIT_FAIL_ENTRY, with the number of the refusal and the CPU.",
		.cause = "Under another hypervisor usually its emulation of VMX or SVM, or controls that KVM sets and it rejects: one kernel of the guest hypervisor may work while the next fails (5.13 and 5.15 on Azure).",
		.remedy = "Try another kernel on this machine; nestdiag check and nestdiag probe. With the module loaded nestdiag failures names the check.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/4324",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}FailEntry({failentry}, {cpu}){any}", "kvm-ioctls 0.5 to 0.24" },
			{ "{any}hardware_entry_failure_reason: {failentry},{any}" },
			{ "{any}hardware_entry_failure_reason: {failentry} {any}" },
			{ "{any}hardware_entry_failure_reason {failentry}{any}" },
			{ "{any}vcpu hw run failure: {failentry}{any}", "crosvm of 2018 to 2025" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal: {failentry} on cpu {cpu}", "Firecracker 1.0 to 1.15" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal, reason {failentry}, cpu number {cpu}" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal: reason={failentry}, vcpu={cpu}", "libkrun 1.18" }
		),
	},
	{
		.id = "vmm-fail-entry-guest",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest (KVM_EXIT_FAIL_ENTRY): the guest's state, or an MSR that is loaded with it, is not one that it takes.",
		.cause = "A guest in real mode or with unusual segments where kvm_intel has unrestricted_guest=0 or ept=0 (below some hypervisors); a state that the VMM set up wrongly; the level below's emulation of VMX.",
		.remedy = "The state says which check: echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, repeat, then dmesg | nestdiag autopsy -. With the module loaded nestdiag failures names it.",
		.reference = "Intel SDM volume 3, \"Checks on Guest State Area\"",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}FailEntry({failguest}, {cpu}){any}", "kvm-ioctls 0.5 to 0.24" },
			{ "{any}hardware_entry_failure_reason: {failguest},{any}" },
			{ "{any}hardware_entry_failure_reason: {failguest} {any}" },
			{ "{any}hardware_entry_failure_reason {failguest}{any}" },
			{ "{any}vcpu hw run failure: {failguest}{any}", "crosvm of 2018 to 2025" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal: {failguest} on cpu {cpu}", "Firecracker 1.0 to 1.15" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal, reason {failguest}, cpu number {cpu}" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal: reason={failguest}, vcpu={cpu}", "libkrun 1.18" }
		),
	},
	{
		.id = "clh-nested-state",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_ERROR,
		.meaning = "Cloud Hypervisor could not read or give back the nested state of a vCPU, the part of a guest that runs guests of its own (KVM_GET_NESTED_STATE, KVM_SET_NESTED_STATE; both print \"get\"). A snapshot or migration failed.",
		.cause = "EINVAL: state that does not fit this host: nested=0 in its KVM module, another vendor, kernel or level below with fewer VMX or SVM features. ENOMEM, E2BIG: a buffer too small for it.",
		.remedy = "Restore on a host with the same CPU, kernel and nested=1; cat /sys/module/kvm_intel/parameters/nested; or take the snapshot while the guest runs no guests.",
		.wordings = ND_WORDINGS(
			{ "{any}Failed to {word} nested guest state{any}", "Cloud Hypervisor 53" }
		),
	},
	{
		.id = "clh-tsc-sync",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_WARNING,
		.meaning = "Cloud Hypervisor restored a guest and could not align the time stamp counters of its vCPUs. The guest runs on; its clock may be found unstable.",
		.cause = "KVM took or gave no TSC offset (KVM_VCPU_TSC_OFFSET, in Linux from 5.16 on).",
		.remedy = "In the guest: cat /sys/devices/system/clocksource/clocksource0/current_clocksource; a newer kernel on the host.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}ould not {near} vCPU TSC offset{any}", "Cloud Hypervisor 53" }
		),
	},
	{
		.id = "clh-build",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_ERROR,
		.meaning = "Cloud Hypervisor was built without the hypervisor that a feature needs. This machine's KVM was not asked.",
		.remedy = "cargo build --features kvm (or mshv), or the project's own release.",
		.wordings = ND_WORDINGS(
			{ "Feature '{word}' needs feature 'kvm' or 'mshv'", "Cloud Hypervisor 53" },
			{ "{any}iommufd is not supported without the kvm feature", "Cloud Hypervisor 53" }
		),
	},
	{
		.id = "firecracker-exit",
		.origin = "firecracker",
		.severity = ND_MSG_ERROR,
		.meaning = "Firecracker ended with an error. By the word in brackets: BadSyscall: its seccomp filter forbade a call; SIGBUS, SIGSEGV and others: that signal; BadConfiguration, ArgParsing: its JSON or options; GenericError: any other.",
		.cause = "Of GenericError the lines before it tell: a vCPU that KVM does not run, memory, a device.",
		.remedy = "nestdiag dmesg on all of Firecracker's log, at level Debug; nestdiag check, nestdiag probe.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}MicroVMStoppedWithError({word}", "Firecracker 1.16" }
		),
	},
	{
		.id = "vmm-fail-entry-zero",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest and left no number: KVM_EXIT_FAIL_ENTRY with 0, which is no VM-instruction error.",
		.cause = "VMfailInvalid has no number. Under Hyper-V (Azure, GitHub runners, WSL2) it also appears if Hyper-V refuses an entry; another program may succeed with other controls.",
		.remedy = "nestdiag probe tells whether any guest starts here. Try kvm_intel enlightened_vmcs=0, another kernel, or QEMU in its place; report it to the program with nestdiag snapshot.",
		.reference = "github.com/hermit-os/uhyve/issues/1150",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}FailEntry(0, {cpu}){any}", "kvm-ioctls 0.5 to 0.24" },
			{ "{any}hardware_entry_failure_reason: 0,{any}" },
			{ "{any}hardware_entry_failure_reason: 0 {any}" },
			{ "{any}hardware_entry_failure_reason: 0x0{any}" },
			{ "{any}vcpu hw run failure: 0x0{any}", "crosvm of 2018 to 2025" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal: 0 on cpu {cpu}", "Firecracker 1.0 to 1.15" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal, reason 0, cpu number {cpu}" },
			{ "Received KVM_EXIT_FAIL_ENTRY signal: reason=0, vcpu={cpu}", "libkrun 1.18" }
		),
	},
	{
		.id = "vmm-unexpected-exit",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest stopped with an exit that the program does not handle; its name stands behind the message.",
		.cause = "Shutdown is a triple fault of the guest, InternalError an instruction or event that KVM could not handle, SystemEvent a reset. In a VM it can also be what the level below emulates wrongly.",
		.remedy = "nestdiag explain EXIT describes the exit; nestdiag exits and nestdiag failures show what the processor reported.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Unexpected exit reason on vcpu run: {any}", "Cloud Hypervisor 20 to 50" },
			{ "Unexpected kvm exit received: {any}", "Firecracker 1.0 to 1.15" },
			{ "Received error signaling kvm exit: {any}", "Firecracker 1.0 to 1.15" },
			{ "{any}nhandled vmexit{any}" },
			{ "{any}nhandled vm exit{any}" },
			{ "{any}nhandled VM exit{any}" },
			{ "{any}nhandled VM Exit{any}" },
			{ "{any}nhandled VM-exit{any}" },
			{ "{any}nhandled VM-Exit{any}" },
			{ "{any}nhandled VMExit{any}" },
			{ "{any}nhandled VMEXIT{any}" },
			{ "{any}nhandled #VMEXIT{any}" },
			{ "{any}nhandled kvm exit{any}" },
			{ "{any}nhandled KVM exit{any}" },
			{ "{any}nhandled VCPU exit{any}" },
			{ "{any}nhandled vcpu exit{any}" },
			{ "{any}nhandled vCPU exit{any}" },
			{ "{any}nhandled exit @rip:{any}", "Propolis, standalone" },
			{ "{any}nhandled exit reason {exitnumber}" },
			{ "{any}nhandled exit (reason {exitnumber}){any}" },
			{ "{any}nexpected VM exit{any}" },
			{ "{any}nexpected exit from vcpu{any}" },
			{ "{any}vcpu_exit=Shutdown{any}" },
			{ "{any}unrecoverable_exception rip={hex} {any}" }
		),
	},
	{
		.id = "vmm-no-kvm",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The VMM could not open KVM.",
		.cause = "There is no /dev/kvm (no virtualization here or exposed to this VM, off in the firmware, KVM not loaded, or a container without the device), or this user or container may not open it.",
		.remedy = "nestdiag check tells which of them it is. On a machine: VT-x or SVM on in the firmware; in a VM the hypervisor below has to expose it. Rootless Podman: --group-add keep-groups; krun: setfacl -m u:USER:rw /dev/kvm, or a udev rule with MODE=\"0666\".",
		.reference = "github.com/firecracker-microvm/firecracker/issues/4132, github.com/containers/crun/issues/1894",
		.arm = &nd_arm_no_kvm,
		.clauses = nd_errors_open,
		.wordings = ND_WORDINGS(
			{ "{any}Error creating KVM object{any}(os error {oserror}){any}", "Firecracker 1.0 to 1.15" },
			{ "{any}Error creating the Kvm object: Error({oserror}){any}", "Firecracker 0.20 to 0.25" },
			{ "{any}Cannot create VMM.: Kvm(Error({oserror})){any}", "Firecracker 0.10 to 0.15" },
			{ "{any}Cannot open /dev/kvm. Error: {any}(os error {oserror}){any}", "Firecracker 0.14 to 0.19" },
			{ "{any}Error creating KVM object{any}", "Firecracker 1.0 to 1.15" },
			{ "cannot open kvm device: {any}", "Kata Containers 2 to 3" },
			{ "{any}unable to open /dev/kvm: {any}" },
			{ "{any}failed to open /dev/kvm: {any}", "crosvm" },
			{ "{any}KvmNew(Error({oserror})){any}" },
			{ "{any}Cannot create KVM object: {any}(os error {oserror}){any}", "Firecracker 0.15 to 0.19" },
			{ "{any}VmCreate(No such file or directory (os error {oserror})){any}", "Cloud Hypervisor 0.9" },
			{ "{any}VmCreate(Permission denied (os error {oserror})){any}", "Cloud Hypervisor 0.9" }
		),
	},
	{
		.id = "vmm-msr",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not take the value of an MSR that the VMM wanted the guest to have, or does not have that MSR.",
		.cause = "The state is of a machine with another CPU or kernel (a restored snapshot), a CPU template requests a feature that is missing here, or the hypervisor below does not provide that register to KVM.",
		.remedy = "Restore on an identical host; nestdiag diff of two snapshots shows the differences. Otherwise remove the register from the template.",
		.wordings = ND_WORDINGS(
			{ "{any}Some MSRs could not be set{any}", "Cloud Hypervisor 40 to 50" },
			{ "{any}Failed to set all KVM MSRs for this vCPU{any}", "Firecracker 1.0 to 1.15" },
			{ "{any}Failed to get KVM vcpu msr: {msr}{any}", "Firecracker 1.4 to 1.15" },
			{ "{any}Failed to set Msr entries{any}", "Cloud Hypervisor 20 to 50" },
			{ "{any}MSR rejected by host{any}: index {msr}{any}" }
		),
	},
	{
		.id = "clh-msr-not-saved",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM could not read an MSR that it lists, as Cloud Hypervisor saved the state of a virtual CPU. The MSR was left out and the rest saved: mostly harmless.",
		.cause = "KVM lists the register, and the guest's CPU (or the level below) does not have it.",
		.remedy = "Nothing, unless the restored guest goes wrong where it uses that register.",
		.reference = "hypervisor/src/kvm/mod.rs of Cloud Hypervisor",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Detected faulty MSR {msr} while getting MSRs{any}", "Cloud Hypervisor 20 to 50" }
		),
	},
	{
		.id = "clh-msr-vmx",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not take the value of a VMX capability register in the state that Cloud Hypervisor restores.",
		.cause = "The state is of a host whose VMX can do more or other things: another CPU, kernel, kvm_intel parameters (nested) or level below. Newer versions end the restore for it, older ones skip the register.",
		.remedy = "Restore on a host with the same CPU, kernel and kvm_intel parameters: nestdiag diff of two snapshots shows what differs. Or start the guest anew, or with nested=off on the CPU.",
		.reference = "hypervisor/src/kvm/mod.rs of Cloud Hypervisor",
		.wordings = ND_WORDINGS(
			{ "{any}Detected faulty MSR {vmxmsr} while setting MSRs{any}", "Cloud Hypervisor 20 to 50" },
			{ "{any}Unable to set feature MSR {vmxmsr}, MSR value={any}", "Cloud Hypervisor 50" }
		),
	},
	{
		.id = "clh-msr-pmu",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM did not take the value of a register of the performance counters that Cloud Hypervisor restores. It was skipped; the guest's counters may not work.",
		.cause = "KVM here has no performance counters to offer, or fewer than the host that the state is of: kvm enable_pmu=0, or a level below without a virtual PMU.",
		.remedy = "The virtual PMU on in the level below (VMware: vpmc.enable), or the same CPU and kernel as where the state was saved.",
		.reference = "hypervisor/src/kvm/mod.rs of Cloud Hypervisor",
		.wordings = ND_WORDINGS(
			{ "{any}Detected faulty MSR {pmumsr} while setting MSRs{any}", "Cloud Hypervisor 20 to 50" }
		),
	},
	{
		.id = "clh-msr",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM did not take the value of an MSR that Cloud Hypervisor restores. It was skipped, and the others set; \"Unable to set feature MSR\" behind it ends the restore.",
		.cause = "KVM here does not have the register or that bit: another CPU, kernel or level below than where the state was saved.",
		.remedy = "Restore on an identical host; nestdiag diff of two snapshots shows the differences. nestdiag explain REGISTER describes it.",
		.reference = "hypervisor/src/kvm/mod.rs of Cloud Hypervisor",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Detected faulty MSR {msr} while setting MSRs{any}", "Cloud Hypervisor 20 to 50" },
			{ "{any}Unable to set feature MSR {msr}, MSR value={any}", "Cloud Hypervisor 50" }
		),
	},
	{
		.id = "vmm-kvm-step",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "A step of setting the guest up failed in KVM; the number is the error of that ioctl.",
		.cause = "KVM here rejects it, usually because the CPU differs from the one that the state is from, or KVM is older than what the VMM asks for.",
		.remedy = "nestdiag probe does the same steps one by one and says which one fails.",
		.arm = &nd_arm_refused,
		.clauses = nd_errors_any,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to create VM: {any}(os error {steperror}){any}", "Firecracker 1.0 to 1.15" },
			{ "{any}Cannot open the VCPU file descriptor: {any}", "Firecracker 1.0 to 1.15" },
			{ "{any}Failed to set KVM vcpu {word}: {any}", "Firecracker 1.0 to 1.15" },
			{ "{any}Failed to set special registers: {any}(os error {steperror}){any}", "Cloud Hypervisor 20 to 50" },
			{ "{any}Failed to set Cpuid{any}", "Cloud Hypervisor 20 to 50" },
			{ "{any}Failed to set TSS address{any}", "Cloud Hypervisor 20 to 50" },
			{ "{any} creating VM: Kvm(Error({steperror})){any}" },
			{ "{any}Failed to get KVM vcpu {word}: {any}(os error {steperror}){any}" },
			{ "{any}Missing KVM capabilities: {any}" },
			{ "{any}Cannot read CPUID entries from KVM: {any}" },
			{ "{any}Unable to create KVM guest_memfd: {any}" }
		),
	},
	{
		.id = "vmm-capability",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM is there, but lacks something that this VMM needs; the line names it.",
		.cause = "Irqchip, on Arm: the host has no GIC that KVM can give to guests (the Raspberry Pi 3, or a device tree without its interrupt; Firecracker before 0.22 needs GICv3). Else an older kernel, or one built without that part.",
		.remedy = "A newer kernel and VMM; dmesg | grep -iE \"kvm|gic\" on Arm; a VMM that asks for less (QEMU with kernel-irqchip=off).",
		.reference = "github.com/firecracker-microvm/firecracker/issues/1186, github.com/firecracker-microvm/firecracker/issues/1196",
		.wordings = ND_WORDINGS(
			{ "{any}issing KVM capability: {any}" }
		),
	},
	{
		.id = "vmm-no-nested",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest was configured to run nested guests, but KVM here does not support that.",
		.cause = "kvm_intel or kvm_amd runs with nested=0, or this machine is itself a guest without virtualization.",
		.remedy = "nestdiag check says which; with no guest running: modprobe -r kvm_intel && modprobe kvm_intel nested=1",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}nested virtualization requested, but not supported by the host{any}", "crosvm of 2026" }
		),
	},
	{
		.id = "vmm-fail-entry-bare",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest (KVM_EXIT_FAIL_ENTRY); the program does not print the number that says why.",
		.cause = "Under another hypervisor usually its emulation of VMX or SVM (no unrestricted guest, no EPT), or controls that KVM sets and it rejects.",
		.remedy = "nestdiag probe tells whether any guest starts here, nestdiag check what the level below leaves out. With the module loaded nestdiag failures names the check.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/668",
		.follows = "vmm-fail-entry vmm-fail-entry-guest vmm-fail-entry-zero entry-failed entry-failed-zero",
		.wordings = ND_WORDINGS(
			{ "{any}Unexpected exit reason on vcpu run: FailEntry", "Firecracker 0.10 to 0.25" },
			{ "KVM_EXIT_FAIL_ENTRY" }
		),
	},
	{
		.id = "gvisor-kvm",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform could not be set up.",
		.cause = "No /dev/kvm, no permission for it, or a KVM that lacks what gVisor needs: below another hypervisor that is not reliable.",
		.remedy = "runsc --platform=systrap (or ptrace) needs no KVM; nestdiag check and nestdiag probe tell whether KVM works here.",
		.wordings = ND_WORDINGS(
			{ "{any}error opening KVM device file ({any}): {any}" },
			{ "{any}error creating new vCPU(id={n}): {any}" },
			{ "{any}error initializing vCPU(id={n}) state: {any}" },
			{ "{any}getting supported CPUID: {any}", "gVisor of August 2026" },
			{ "{any}getting VCPU mmap size: {any}", "gVisor of August 2026" }
		),
	},
	{
		.id = "gvisor-fail-entry",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform: the processor refused to run the Sentry's guest (KVM_EXIT_FAIL_ENTRY); the number is the refusal's. The crash at PC 0xabc that follows is gVisor's own; R11 there has the number again.",
		.cause = "The guest's state or a control is not one that the processor takes; in a VM usually the level below, which emulates VMX or SVM.",
		.remedy = "nestdiag probe starts guests of its own here; nestdiag failures, with the module loaded, names the check. runsc --platform=systrap needs no KVM.",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}unexpected fail_entry exit:  {hwerror}", "gVisor of August 2026" }
		),
	},
	{
		.id = "gvisor-exit",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform met an exit of its guest that it does not handle, and ends (after internal_error it tries again). shutdown is a triple fault; internal_error is KVM's own: 1 emulation failed, 2 an exception while one was delivered, 3 delivery of an event.",
		.cause = "A fault of gVisor, or of the level below if KVM runs in a VM: gVisor uses KVM in ways that other VMMs do not.",
		.remedy = "runsc --platform=systrap needs no KVM; the same on a machine without a hypervisor below tells whose fault it is. Report it with the lines \"FATAL: rip = \" to gVisor.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}unexpected internal_error exit:  {hex}", "gVisor of August 2026" },
			{ "{any}unexpected shutdown exit:  {hex}", "gVisor of August 2026" },
			{ "{any}unexpected exception exit:  {hex}", "gVisor of August 2026" },
			{ "{any}unexpected MMIO exit:  {hex}", "gVisor of August 2026" },
			{ "{any}unexpected I/O exit:  {hex}", "gVisor of August 2026" },
			{ "{any}unexpected hypercall exit:  {hex}", "gVisor of August 2026" },
			{ "{any}unexpected debug exit:  {hex}", "gVisor of August 2026" }
		),
	},
	{
		.id = "gvisor-throw",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "These are words of gVisor's Sentry: it ended, because KVM refused a request while it ran: to run its vCPU, inject an interrupt or NMI, or read and write its registers.",
		.cause = "KVM_RUN, KVM_INTERRUPT, KVM_NMI or KVM_SET_REGS returned an error that gVisor has no other way out of; below another hypervisor that is more frequent.",
		.remedy = "runsc --platform=systrap needs no KVM; runsc --debug, --strace and the stack behind the line for a report; nestdiag probe tells whether KVM works here.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "fatal error: run failed", "gVisor of August 2026" },
			{ "fatal error: run failed: ENOSYS", "gVisor of August 2026" },
			{ "fatal error: interrupt injection failed", "gVisor of August 2026" },
			{ "fatal error: NMI injection failed", "gVisor of August 2026" },
			{ "fatal error: {word} sErr injection failed", "gVisor of August 2026" },
			{ "fatal error: failed to {word} user registers", "gVisor of August 2026" },
			{ "fatal error: failed to swallow the bluepill", "gVisor of August 2026" }
		),
	},
	{
		.id = "gvisor-memory",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform could not give its guest more memory, or the host had none left for it.",
		.cause = "The words behind it say why.",
		.remedy = "free -m and the memory limit of the container; runsc --platform=systrap needs no KVM.",
		.fold = true,
		.clauses = gvisor_memory,
		.wordings = ND_WORDINGS(
			{ "fatal error: set memory region failed{any}", "gVisor of August 2026" },
			{ "{any}host out of MMU pages{any}", "gVisor of August 2026" }
		),
	},
	{
		.id = "gvisor-page-size",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform needs a kernel with pages of 4 KiB; this one has larger ones.",
		.remedy = "A kernel with 4 KiB pages (getconf PAGESIZE), or runsc --platform=systrap.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM platform does not support {word} page size", "gVisor of August 2026" }
		),
	},
	{
		.id = "gvisor-ras",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform needs an Arm CPU with the RAS extension, which this one, or the level below, does not have.",
		.remedy = "runsc --platform=systrap needs no KVM; else a machine from Armv8.2 on.",
		.wordings = ND_WORDINGS(
			{ "{any}No ARM64_HAS_RAS_EXTN feature in host{any}", "gVisor of August 2026" }
		),
	},
	{
		.id = "guest-triple-fault",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest took a triple fault, and its hypervisor gave up running it: on hardware this is a reset.",
		.cause = "The guest met an exception before it could handle one: a CPU feature or memory that it expects is missing; or below another hypervisor state is lost (SMM, control registers, AMD in a VM of ESXi). At a reboot it can be on purpose (reboot=t).",
		.remedy = "Compare on a machine without a hypervisor below; another firmware or kernel for the guest; -d int,cpu_reset of QEMU, or trace-cmd record -e kvm shows the last exits.",
		.reference = "github.com/cyberus-technology/cloud-hypervisor/pull/92",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}riple-fault{any}" },
			{ "Triple fault{any}" },
			{ "triple fault{any}" },
			{ "{any}guest {near}triple fault{any}" },
			{ "{any}Guest {near}triple fault{any}" },
			{ "{any}vcpu{any} triple fault{any}" },
			{ "{any}CPU {near}triple fault{any}" },
			{ "{any}VM {near}triple fault{any}" },
			{ "{any}riple fault - invoking HVM shutdown action {n}", "Xen 4.4 to 4.20" },
			{ "{any}ripleFault{any}" }
		),
	},
	{
		.id = "hyperlight-no-hypervisor",
		.origin = "hyperlight",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyperlight found no hypervisor that it can use: KVM or mshv on Linux, Windows Hypervisor Platform on Windows, HVF on a Mac.",
		.cause = "No virtualization here or exposed to this VM, no /dev/kvm or /dev/mshv in this container, or no right to open it; on Windows its hypervisor does not run, or the feature Windows Hypervisor Platform is off.",
		.remedy = "On Linux nestdiag check tells which; users: the group of the device. On Windows: install that feature; systeminfo shows whether the hypervisor runs. VT-x or SVM on in the firmware, in a VM exposed below.",
		.reference = "hyperlight-dev/hyperlight, src/hyperlight_host/src/error.rs",
		.arm = &nd_arm_no_kvm,
		.clauses = hyperlight_no_hypervisor,
		.wordings = ND_WORDINGS(
			{ "{any}o Hypervisor was found for Sandbox{any}" },
			{ "{any}Hypervisor is not available: KVM error: {any}" },
			{ "{any}Hypervisor is not available: MSHV error: {any}" },
			{ "{any}Hypervisor is not available: Windows error: {any}" },
			{ "{any}Hypervisor is not available: HVF error: {any}" },
			{ "{any}no hypervisor available to {word} snapshot" }
		),
	},
	{
		.id = "firecracker-seccomp",
		.origin = "firecracker",
		.severity = ND_MSG_ERROR,
		.meaning = "Firecracker's own filter (seccomp) stopped it at a system call that is not on its list; the number is the call's. KVM did not refuse anything.",
		.cause = "A build with another libc or toolchain than the release's, an own filter that lacks the call, or a path of the code that the list was not made for.",
		.remedy = "The binary of a release; ausyscall NUMBER names the call; report it. --no-seccomp to compare gives up that protection: on a machine of one's own only.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/5744",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Shutting down VM after intercepting a bad syscall ({n})." },
			{ "{any}Shutting down VM after intercepting signal 31, code {n}." }
		),
	},
	{
		.id = "firecracker-signal",
		.origin = "firecracker",
		.severity = ND_MSG_ERROR,
		.meaning = "Firecracker was ended by a signal of the kernel's: 7 and 11 mean memory that was not there, 4 an instruction that this CPU does not have.",
		.cause = "Memory of the guest that the machine could not give (no huge pages left, a snapshot's file that was cut), or a bug.",
		.remedy = "dmesg of that time; free -m, grep Huge /proc/meminfo; the size of the snapshot's memory file.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Shutting down VM after intercepting signal {n}, code {any}" }
		),
	},
	{
		.id = "ch-map-address",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_ERROR,
		.meaning = "Cloud Hypervisor was to map an address for a device's DMA that is none of the guest's memory.",
		.cause = "Seen as L1 with a virtual IOMMU (iommu=on) passed a VFIO device on to its own guest: the address was a BAR of that device, which VFIO in L1 maps as well.",
		.remedy = "A newer Cloud Hypervisor; compare without the VFIO device in the nested guest.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/6110",
		.wordings = ND_WORDINGS(
			{ "{any}failed to convert guest address {hex} into host user virtual address{any}" }
		),
	},
	{
		.id = "vmm-wrong-system",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM for Linux was started on another system or processor.",
		.cause = "Firecracker and its like use KVM, which only Linux has; the file is for another processor, or for Linux.",
		.remedy = "Run it on Linux, on a Mac in a Linux VM with nested virtualization (M3 or later); take the file for this processor.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/716",
		.wordings = ND_WORDINGS(
			{ "{any}exec format error: {any}firecracker{any}" },
			{ "{any}firecracker: cannot execute binary file{any}" }
		),
	},
	{
		.id = "firecracker-socket",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "Firecracker could not create the socket of its API. It did not come to KVM.",
		.cause = "A file of an earlier run is still there, another Firecracker uses it, or the folder is not there or not writable.",
		.remedy = "Remove the file if none uses it (ss -xlp), or give another path with --api-sock.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to open the API socket at: {any}" },
			{ "{any}FailedToBindSocket({any}" }
		),
	},
	{
		.id = "vmm-no-hypervisor",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "Cloud Hypervisor found no hypervisor that it can use: neither KVM nor Microsoft's (mshv).",
		.cause = "There is no /dev/kvm and no /dev/mshv, this user may not open them, or this build of the program has only the other one. /dev/mshv is there only in the root partition of Microsoft's hypervisor, or where it lets its guest make partitions (L1VH); an ordinary guest of Hyper-V has /dev/kvm at most.",
		.remedy = "ls -l /dev/kvm /dev/mshv; nestdiag check tells why KVM is missing. Build with --features kvm,mshv, or take a release.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/8217",
		.fold = true,
		.arm = &nd_arm_no_kvm,
		.clauses = no_hypervisor,
		.wordings = ND_WORDINGS(
			{ "Failed to open hypervisor interface (is hypervisor interface available?){any}", "Cloud Hypervisor 30 to 50" },
			{ "Failed to create the hypervisor{any}", "Cloud Hypervisor 20 to 50" },
			{ "Failed to check availability of the hypervisor{any}", "Cloud Hypervisor 40 to 50" },
			{ "{any}no supported hypervisor" },
			{ "{any}HypervisorCreate(no supported hypervisor{any}" }
		),
	},
	{
		.id = "vmm-memory-fault",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest used memory as private that is shared, or the other way round, or memory that is not there, and the VMM did not convert it (KVM_EXIT_MEMORY_FAULT; flag 8 is private).",
		.cause = "Memory of both kinds is that of confidential guests (SEV-SNP, TDX) with guest_memfd: the VMM, or the guest's firmware, does not follow KVM's newer interface.",
		.remedy = "A VMM and firmware for confidential guests that fit this kernel; an ordinary guest to compare.",
		.reference = "github.com/libkrun/libkrun/pull/243; Linux, Documentation/virt/kvm/api.rst",
		.wordings = ND_WORDINGS(
			{ "{any}nexpected exit reason on vcpu run: MemoryFault {any}" },
			{ "KVM_EXIT_MEMORY_FAULT: Unknown flag {hex}", "QEMU 10.0" },
			{ "{any}Convert non guest_memfd backed memory region {any}", "QEMU 10.0" }
		),
	},
	{
		.id = "mshv-hypercall",
		.origin = "mshv",
		.severity = ND_MSG_ERROR,
		.meaning = "Microsoft's hypervisor refused a hypercall of a VMM that runs on /dev/mshv.",
		.cause = "What the status says: a value, register or property that this version of the hypervisor, or this processor, does not have; a VMM, its library and a hypervisor that do not fit each other.",
		.remedy = "A VMM of the same age as the hypervisor; the same guest without the feature that the step belongs to.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/pull/7442",
		.wordings = ND_WORDINGS(
			{ "{any}ypercall {n} failed with 0x{hvstatus}{any}" }
		),
	},
	{
		.id = "vmm-seccomp",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "The VMM could not put its filter of system calls (seccomp) in place. It did not come to KVM yet.",
		.cause = "The kernel has no seccomp filters; or the program is run by an emulation of another processor that has none (Rosetta on a Mac, qemu-user), where there is no KVM for it either.",
		.remedy = "file on the program and uname -m: both for this processor. firecracker --no-seccomp shows what comes next.",
		.reference = "github.com/orbstack/orbstack/issues/248",
		.wordings = ND_WORDINGS(
			{ "{any}ailed to set the requested seccomp filters{any}" }
		),
	},
	{
		.id = "chv-migrate-socket",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "Cloud Hypervisor lost the other side while it migrated a guest: that one ended, or did not take the guest.",
		.cause = "The other side says why in its own output. Known are hosts with different CPUs (the state names registers or features that the receiver's does not have), different versions of the program, and a guest with other options there.",
		.remedy = "The output of cloud-hypervisor on the other host; nestdiag diff of snapshots of both hosts.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/6848",
		.wordings = ND_WORDINGS(
			{ "{any}igration failed: MigrateSocket({any}", "Cloud Hypervisor 20 to 50" }
		),
	},
	{
		.id = "firecracker-uffd",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest is not restored, because its VMM does not understand what the kernel answers about userfaultfd. That is no fault of virtualization.",
		.cause = "The kernel is newer than the VMM's library: it offers requests (UFFDIO_POISON since Linux 6.6) that the library refuses as flags that it does not know.",
		.remedy = "A newer Firecracker, or a kernel of the series that it was tested with.",
		.reference = "github.com/e2b-dev/infra/issues/208",
		.wordings = ND_WORDINGS(
			{ "{any}userfaultfd object: Unrecognized ioctl flags: {n}{any}", "Firecracker 1.1 to 1.7" }
		),
	},
	{
		.id = "vfio-no-region",
		.origin = "rust-vmm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A device that is given to a guest lacks one of the regions or interrupts that the program asks for in turn: index 8 is VGA's memory, which only graphics cards have.",
		.cause = "The program asks for all there can be and prints what is not there, as an error too.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/pull/4131",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Could not get region #8 info{any}", "vfio-ioctls 0.1" },
			{ "{any}Could not get VFIO IRQ info for index {n}{any}", "vfio-ioctls 0.1" }
		),
	},
	{
		.id = "chv-vfio-map",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "Cloud Hypervisor could not map the memory of a device that is passed through; the IOMMU itself let the device go.",
		.cause = "A region of the device that the kernel does not let a program map (part of it holds MSI-X tables, or it is smaller than a page), or the limit on locked memory. Another model of the device or another host works.",
		.remedy = "ulimit -l; the kernel's log of that time; a newer Cloud Hypervisor; the device without passthrough (a disk as virtio) to compare.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/7205",
		.wordings = ND_WORDINGS(
			{ "{any}VfioMapRegion({any}" }
		),
	},
	{
		.id = "vmm-disable-exits",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not switch off exits for HLT, MWAIT or PAUSE for a guest (KVM_CAP_X86_DISABLE_EXITS), and the VMM takes that for an error.",
		.cause = "EINVAL: this KVM, or the processor as the level below shows it, cannot let the guest execute them (PAUSE exits need not be there in a VM; MWAIT needs a stable APIC timer), or other guests exist already.",
		.remedy = "A newer VMM, which asks KVM first what it can switch off; QEMU: without -overcommit cpu-pm=on. The guest does not need it.",
		.reference = "github.com/hermit-os/uhyve/issues/1129",
		.wordings = ND_WORDINGS(
			{ "{any}nable to disable exi{any}rror({steperror}){any}", "uhyve 0.2 to 0.5" },
			{ "{any}kvm: guest stopping CPU not supported{any}", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "uhyve-x2apic",
		.origin = "uhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "uhyve does not start its guest: KVM did not take KVM_CAP_X2APIC_API with 32-bit ids.",
		.cause = "A KVM without it (before Linux 4.8), or one of another make that stands in for it.",
		.remedy = "uname -r; another kernel; nestdiag probe tells whether KVM here runs guests at all.",
		.wordings = ND_WORDINGS(
			{ "{any}Unable to enable x2apic support{any}", "uhyve 0.9" }
		),
	},
	{
		.id = "uhyve-internal",
		.origin = "uhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "uhyve stopped its guest: KVM_RUN returned an internal error of KVM. uhyve does not print which.",
		.cause = "Mostly an instruction that KVM had to emulate and does not know, or an exit in the middle of an exception. Below another hypervisor also what that one does not do right.",
		.remedy = "dmesg, and the trace event kvm:kvm_exit (perf trace -e kvm:*); the same without a hypervisor below; nestdiag exits.",
		.wordings = ND_WORDINGS(
			{ "{any}kvm_cpu.rs: InternalError", "uhyve 0.9" }
		),
	},
	{
		.id = "hermit-proxy",
		.origin = "hermit",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest of HermitCore or HermiTux stopped (KVM_EXIT_SHUTDOWN: a triple fault); the words behind the colon are of another error and mean nothing.",
		.cause = "KVM runs a guest, and it met an instruction or a page that is not there: a kernel that does not fit, a CPU without what it was compiled for, or a level below that nests incompletely.",
		.remedy = "The same without a hypervisor below; dmesg of the host; HERMIT_ISLE=qemu to compare.",
		.reference = "github.com/hermit-os/libhermit/issues/112",
		.wordings = ND_WORDINGS(
			{ "proxy: KVM: receive shutdown command{any}", "HermitCore 0.2" }
		),
	},
	{
		.id = "openhcl-vtl2",
		.origin = "openhcl",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenHCL, a paravisor of Microsoft's, did not start its guest: the hypervisor below refused to protect the paravisor's own memory (VTL 2).",
		.cause = "This hypervisor does not give the VM a virtual trust level for it (VSM), or not for all of that memory: seen on Windows on Arm in a preview, and where one of the two is newer than the other.",
		.remedy = "A build of Windows and of OpenHCL that go together; the VM without a paravisor. Nested virtualization has nothing to do with it.",
		.reference = "github.com/microsoft/openvmm/issues/3253",
		.wordings = ND_WORDINGS(
			{ "{any}failed to apply vtl2 protections{any}" }
		),
	},
	{
		.id = "openvmm-no-nesting",
		.origin = "openvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenVMM was asked for a VM in which VMs run (nested_virt), and the hypervisor of this host does not give that.",
		.cause = "The hypervisor of this host does not offer it: KVM gives guests no vmx or svm (nested=0 in its module).",
		.remedy = "Linux: cat /sys/module/kvm_*/parameters/nested, nestdiag check. Windows: a newer build. The VM itself runs without nested_virt.",
		.reference = "vmm_core/virt_whp/src/lib.rs, vmm_core/virt_kvm/src/arch/x86_64/mod.rs of github.com/microsoft/openvmm",
		.clauses = openvmm_no_nesting,
		.wordings = ND_WORDINGS(
			{ "{any}WHP does not support nested virtualization on this host" },
			{ "{any}nested virtualization was requested but the host does not support it" },
			{ "{any}the selected hypervisor does not support nested virtualization" }
		),
	},
	{
		.id = "openvmm-nesting-with",
		.origin = "openvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenVMM was asked for a VM in which VMs run (nested_virt) together with an option that does not go with it. The host is not at fault.",
		.cause = "With WHP nested_virt needs the APIC of the hypervisor, and goes with neither VTL 2 (a paravisor) nor isolation nor VMBus' ports of the SynIC.",
		.remedy = "Leave out nested_virt or the other option that the line names.",
		.reference = "vmm_core/virt_whp/src/lib.rs of github.com/microsoft/openvmm",
		.wordings = ND_WORDINGS(
			{ "{any}nested_virt requires the in-hypervisor APIC" },
			{ "{any}nested_virt is incompatible with {any}" },
			{ "{any}synic ports are not supported with nested virtualization on Windows" }
		),
	},
	{
		.id = "openvmm-feature",
		.origin = "openvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenVMM was asked for something that the hypervisor of this host does not offer; the line names it. Ordinary VMs may well run here.",
		.cause = "VTL 2 needs WHP or a Hyper-V below that emulates it; isolation (VBS, SNP, TDX) needs a host with it; the versions of the GIC and the ITS are those that the hypervisor emulates.",
		.remedy = "Leave out the option that the line names, or another hypervisor (--hypervisor).",
		.reference = "vmm_core of github.com/microsoft/openvmm",
		.wordings = ND_WORDINGS(
			{ "{any}vtl2 is not supported on this hypervisor" },
			{ "{any}isolation is not supported on this hypervisor" },
			{ "{any}WHP does not support {any} isolation" },
			{ "{any} does not support GICv2; only GICv3 is supported" },
			{ "{any}HVF does not support isolated partitions" },
			{ "{any}ITS requested but the hypervisor does not support it" },
			{ "{any}host does not support GICv2 or GICv3" },
			{ "{any}vpci is not supported by this hypervisor" }
		),
	},
	{
		.id = "openvmm-none",
		.origin = "openvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenVMM found no hypervisor that it can use on this machine.",
		.cause = "It looks for WHP on Windows, /dev/mshv and /dev/kvm on Linux, Hypervisor.framework on a Mac. Windows: the feature HypervisorPlatform is off. A VM: the hypervisor below exposes no virtualization.",
		.remedy = "Linux: nestdiag check. Windows: dism /online /enable-feature /featurename:HypervisorPlatform, restart.",
		.reference = "openvmm/openvmm_helpers/src/hypervisor.rs of github.com/microsoft/openvmm",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "no hypervisor available" }
		),
	},
	{
		.id = "openhcl-tsc",
		.origin = "openhcl",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenHCL stopped: the frequency of the TSC that the hypervisor names and the one that the processor names differ by too much.",
		.cause = "The hypervisor below scales or rounds the TSC of this VM; OpenHCL compares the two in VMs with hardware isolation.",
		.remedy = "Report both numbers with the host's build; another host to compare.",
		.reference = "openhcl/virt_mshv_vtl/src/lib.rs of github.com/microsoft/openvmm",
		.wordings = ND_WORDINGS(
			{ "{any}tsc frequency mismatch between hypervisor ({any}) and hardware {any}" }
		),
	},
	{
		.id = "gvisor-va48",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's KVM platform does not work with this Arm kernel: it was built with address spaces of less than 48 bits (3-level page tables).",
		.remedy = "A kernel with CONFIG_ARM64_VA_BITS_48, or runsc --platform=systrap, which needs no KVM.",
		.wordings = ND_WORDINGS(
			{ "{any}gVisor doesn't support 3-level page tables on KVM platform{any}", "gVisor of August 2026" }
		),
	},
};

const struct nd_catalogue nd_catalogue_rust_vmms = {
	"rust_vmms", messages, ARRAY_SIZE(messages)
};
