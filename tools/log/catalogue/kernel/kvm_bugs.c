// SPDX-License-Identifier: GPL-2.0-only
/* Faults of the kernel's KVM code: BUG, WARNING, oops. */
#include "tools/log/catalogue/catalogue.h"

/* Found by their traces alone. */
static const struct nd_wording nowhere[] = { { NULL, NULL } };

static const struct nd_message messages[] = {
	{
		.id = "kvm-bug",
		.last = true,
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A fault of the kernel's own KVM code: a state that must not be, or an access to memory that is none or not its own. A guest that can cause it has found a security hole.",
		.cause = "A bug in this kernel, often in its support for nested guests; a level below with incorrect emulation can cause it as well.",
		.remedy = "Save the whole trace with the kernel version and report it to your distribution or kvm@vger.kernel.org (kvmarm on Arm). Try another kernel; an update of the same series first.",
		.reference = "github.com/ejc3/fcvm/issues/770",
		.fold = true,
		.fault = true,
		.wordings = ND_WORDINGS(
			{ "kernel BUG at arch/{word}/kvm/{any}", "Linux 5.10 to 7.2" },
			{ "kernel BUG at {any}virt/kvm/{any}", "Linux 5.10 to 7.2" },
			{ "pc : {word} [kvm]" },
			{ "pc : kvm_{word}" },
			{ "RIP: {hex}:{word} [kvm]", "Linux 5.10 to 7.2" },
			{ "RIP: {hex}:{word} [kvm_intel]", "Linux 5.10 to 7.2" },
			{ "RIP: {hex}:{word} [kvm_amd]", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kvm-bug-evmcs",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A fault of the kernel's own KVM code for Hyper-V's enlightened VMCS.",
		.cause = "A bug in this kernel that appears only under Hyper-V with the enlightened VMCS, or for guests that get it.",
		.remedy = "kvm_intel enlightened_vmcs=0 (on this machine, below Hyper-V), or no hv-evmcs for the guest, keeps out of that code. Save the trace with the kernel version and report it to kvm@vger.kernel.org.",
		.fault = true,
		.wordings = ND_WORDINGS(
			{ "RIP: {hex}:evmcs_{any}", "Linux 5.10 to 7.2" },
			{ "RIP: {hex}:nested_evmcs_{any}", "Linux 5.10 to 7.2" },
			{ "RIP: {hex}:{word}evmcs+{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kvm-warning",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "A warning of the kernel's own KVM code: it met a state that it does not expect. The guest mostly goes on.",
		.cause = "A bug in this kernel, or a guest or a level below with unexpected behavior.",
		.remedy = "Save the whole trace with the kernel version and report it to your distribution or kvm@vger.kernel.org (kvmarm on Arm). Try another kernel; an update of the same series first.",
		.fault = true,
		.follows = "vmxon-faulted sev-es-no-lbrv",
		.wordings = ND_WORDINGS(
			{ "WARNING: CPU: {cpu} PID: {n} at arch/{word}/kvm/{any}", "Linux 5.10 to 6.16" },
			{ "WARNING: arch/{word}/kvm/{any}", "Linux 6.17 to 7.2" },
			{ "WARNING: CPU: {cpu} PID: {n} at {any}virt/kvm/{any}", "Linux 5.10 to 6.16" }
		),
	},
	{
		.id = "hyperv-bug",
		.last = true,
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A fault in Linux' code for Hyper-V: the drivers of a guest (VMBus), or of a root partition (mshv). It is none of KVM's.",
		.cause = "A bug in this kernel, or Hyper-V did what it does not expect.",
		.remedy = "Save the whole trace with the kernel version and report it to your distribution or linux-hyperv@vger.kernel.org. Try another kernel; an update of the same series first.",
		.reference = "github.com/coreos/fedora-coreos-tracker/issues/1308",
		.fold = true,
		.fault = true,
		.wordings = ND_WORDINGS(
			{ "RIP: {hex}:{word} [hv_vmbus]", "Linux 5.10 to 7.2" },
			{ "RIP: {hex}:{word} [mshv_root]" },
			{ "RIP: {hex}:{word} [mshv_vtl]" },
			{ "pc : {word} [hv_vmbus]" },
			{ "kernel BUG at drivers/hv/{any}", "Linux 5.10 to 7.2" },
			{ "WARNING: CPU: {cpu} PID: {n} at drivers/hv/{any}", "Linux 5.10 to 6.16" },
			{ "WARNING: drivers/hv/{any}", "Linux 6.17 to 7.2" }
		),
	},
	{
		.id = "hypervisor-module-bug",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A fault in the kernel module of VirtualBox or VMware, which is not part of Linux. It is none of KVM's.",
		.cause = "A module that does not go with this kernel (newer than what VirtualBox or VMware was made for), or a bug of it; KVM loaded beside it.",
		.remedy = "The newest VirtualBox or VMware, its modules built anew (vboxconfig; vmware-modconfig --console --install-all), or an older kernel. Save the trace and report it there.",
		.last = true,
		.fault = true,
		.wordings = nowhere,
	},
	{
		.id = "pvm-bug",
		.origin = "pvm",
		.severity = ND_MSG_ERROR,
		.meaning = "A fault or warning of kvm_pvm, which runs guests without VMX or SVM and is not part of Linux itself.",
		.cause = "A bug of kvm_pvm, or a version of it that does not go with this kernel.",
		.remedy = "Save the whole trace with the kernel version and report it to virt-pvm rather than to kvm@vger.kernel.org; another version of it.",
		.reference = "github.com/virt-pvm/linux",
		.last = true,
		.fault = true,
		.wordings = nowhere,
	},
	{
		.id = "kvm-trace-part",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "Calls in the kernel's code that runs guests: part of a trace. Its first lines, which say what happened, are missing here.",
		.cause = "A BUG, a warning, a lockup or a hung task: only the head of the trace tells.",
		.remedy = "The kernel's log from some lines above \"Call Trace\" on: dmesg or journalctl -k, then nestdiag dmesg on it.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "illumos-kvm-panic",
		.origin = "illumos",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel of illumos panicked in its KVM module: the frames behind \"kvm:\" say where.",
		.cause = "A bug of that port of KVM; in has_svm, has_vmx or kvm_attach as the module looks for virtualization, in a VM also one whose level below shows it in part only.",
		.remedy = "Do not load kvm there (rem_drv kvm), or expose virtualization in the level below; illumos' bhyve is the maintained hypervisor.",
		.reference = "github.com/jclulow/illumos-kvm/issues/9",
		.wordings = ND_WORDINGS(
			{ "panicstack = {any}kvm:{word}+{hex} {any}" },
			{ "BAD TRAP: {any} occurred in module \"kvm\" {any}" },
			{ "panic[cpu{n}]/thread={any} file: kvm{any}.c, line: {n}" },
			{ "kvm: WARNING: mmu_pages_clear_parents: {any}" }
		),
	},
	{
		.id = "illumos-panic",
		.origin = "illumos",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel of illumos panicked; the module and the process (qemu-system: a guest of KVM) are named beside it.",
		.cause = "A bug in that module. Where it is unknown, the kernel called or jumped to an address that is none; a device that is passed to a guest, or a driver, can do that.",
		.remedy = "The stack below it, and the crash dump (savecore), to the maintainers of the module; illumos' bhyve in place of KVM.",
		.reference = "github.com/TritonDataCenter/illumos-kvm/issues/28",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "BAD TRAP: type={hex} ({any}" }
		),
	},
	{
		.id = "pvm-event",
		.origin = "pvm",
		.severity = ND_MSG_WARNING,
		.meaning = "kvm_pvm (KVM without VMX or SVM, not part of Linux itself) was to deliver an event to a guest that has not switched to PVM's mode.",
		.cause = "A guest's kernel without support for PVM, or a bug of kvm_pvm. A warning of KVM behind it comes from the same.",
		.remedy = "A guest's kernel built for PVM; report both to virt-pvm rather than to kvm@vger.kernel.org.",
		.reference = "github.com/virt-pvm/linux/issues/21",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Inject event in non-PVM mode" }
		),
	},
};

const struct nd_catalogue nd_catalogue_kvm_bugs = {
	"kvm_bugs", messages, ARRAY_SIZE(messages)
};
