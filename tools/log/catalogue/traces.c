// SPDX-License-Identifier: GPL-2.0-only
/* Trace events of KVM and exits to user space. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "trace-exit",
		.origin = "trace",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's trace event of an exit: the guest exited for the reason named. A trace shows the sequence; the problem is usually at its end.",
		.remedy = "nestdiag exits counts exits of a running guest by reason; nestdiag explain REASON says what it is and what it costs a nested guest.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/5437",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "kvm_exit:{any}reason {exitname} {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "trace-nested",
		.origin = "trace",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's trace event of a nested guest: its entry, its exit, or why its entry was refused.",
		.remedy = "nestdiag nested counts them; kvm_nested_vmenter_failed names the check that failed.",
		.fold = true,
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
		.meaning = "A hypervisor could not enter its guest: VMLAUNCH or VMRESUME failed, or the processor refused the guest's state.",
		.cause = "A number up to 28 is a VM-instruction error (7: controls, 8: host state), 33 and 34 are exit reasons (guest state, MSR loading). The hypervisor's own bug; below another hypervisor also a control or state that the level below does not take (EPT, VPID, MSR bitmaps).",
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
			{ "{any}VM_INSTRUCTION_ERROR{any}" },
			{ "{any}VM-instruction error{any}" },
			{ "{any}VM instruction error{any}" },
			{ "EXIT_REASON_INVALID_GUEST_STATE" }
		),
	},
	{
		.id = "small-hypervisor",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A small hypervisor (Bareflank and its like) could not switch VMX on for itself.",
		.cause = "VT-x is off in the firmware, another hypervisor holds it (on Windows Hyper-V and memory integrity; on Linux KVM with a guest running), or the level below exposes VMX with registers that the program does not accept.",
		.remedy = "Its serial or debug output names the check; nestdiag check on Linux, nestdiag caps for the capability registers; systeminfo on Windows.",
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
		.remedy = "A newer kernel on the host, with vpid=1 and the host's CPU for this VM; nestdiag caps in the VM shows what IA32_VMX_EPT_VPID_CAP has.",
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
			{ "{any}vmxon has failed{any}" }
		),
	},
	{
		.id = "strace-kvm-run",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "A VMM is in KVM_RUN: a virtual CPU runs, or waits for an interrupt. The VMM itself does not hang.",
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
};

const struct nd_catalogue nd_catalogue_traces = {
	"traces", messages, ARRAY_SIZE(messages)
};
