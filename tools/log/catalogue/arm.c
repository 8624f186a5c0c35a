// SPDX-License-Identifier: GPL-2.0-only
/* KVM and QEMU on Arm. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "arm-no-hyp",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM cannot run on this Arm machine: its kernel was started at EL1, and KVM needs EL2.",
		.cause = "This machine is a guest whose VMM did not give it EL2: nested virtualization is off there, or the host has none (FEAT_NV2: Apple M3 and later, a few servers). On bare metal the firmware started the kernel at EL1.",
		.remedy = "Enable nested virtualization in the VMM below (Virtualization.framework on M3 with macOS 15, QEMU -M virt,virtualization=on with KVM nested mode), or do without KVM.",
		.reference = "github.com/utmapp/UTM/issues/6700",
		.wordings = ND_WORDINGS(
			{ "HYP mode not available", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "arm-el1",
		.origin = "boot",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel was started at EL1: there is no EL2 for KVM. On a guest that is usual, unless nested virtualization was wanted.",
		.remedy = "If KVM is needed: nested virtualization in the VMM below has to provide EL2 to this machine.",
		.reference = "github.com/utmapp/UTM/issues/6700",
		.wordings = ND_WORDINGS(
			{ "CPU: All CPU(s) started at EL1", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "arm-el2",
		.origin = "boot",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel was started at EL2: KVM can run here.",
		.wordings = ND_WORDINGS(
			{ "CPU: All CPU(s) started at EL2", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "arm-kvm-up",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM runs on this Arm machine, in the mode that the line names.",
		.wordings = ND_WORDINGS(
			{ "{any}yp{any}mode initialized successfully", "Linux 5.10 to 6.12" },
			{ "VHE mode initialized successfully", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "arm-no-el2-for-guest",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was configured to provide EL2 to its guest (virtualization=on), but KVM or HVF here cannot: KVM_CAP_ARM_EL2 is 0.",
		.cause = "The CPU has no FEAT_NV2, the host kernel does not run KVM in nested mode, or this machine is itself a guest.",
		.remedy = "Leave virtualization=on out; the guest then runs without guests of its own. With FEAT_NV2 and a kernel that has it: boot the host with kvm-arm.mode=nested.",
		.reference = "github.com/lima-vm/lima/issues/4498",
		.wordings = ND_WORDINGS(
			{ "mach-virt: host kernel KVM does not support providing Virtualization extensions to the guest CPU", "QEMU 9 to 11" },
			{ "mach-virt: {word} does not support providing Virtualization extensions to the guest CPU", "QEMU 6 to 11" }
		),
	},
	{
		.id = "arm-vcpu-init",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on Arm rejected the CPU that QEMU configured for the guest.",
		.cause = "Without -cpu host QEMU takes a fixed model, which KVM refuses on another CPU; or a feature (sve, pmu, el2) is not there.",
		.remedy = "Use -cpu host with KVM on Arm.",
		.wordings = ND_WORDINGS(
			{ "qemu-system-aarch64: kvm_init_vcpu: kvm_arch_init_vcpu failed ({n}): Invalid argument" }
		),
	},
	{
		.id = "arm-kvm-off",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM is disabled on the kernel command line (kvm-arm.mode=none).",
		.cause = "kvm-arm.mode=none is set.",
		.remedy = "Take it off the kernel's command line and restart.",
		.wordings = ND_WORDINGS(
			{ "KVM disabled from command line", "Linux 6.0 to 7.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_arm = {
	"arm", messages, ARRAY_SIZE(messages)
};
