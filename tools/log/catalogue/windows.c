// SPDX-License-Identifier: GPL-2.0-only
/* Windows and WSL. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "wsl-no-nesting",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL cannot provide nested virtualization to its VM on this machine.",
		.cause = "Windows 10, a build without nesting, or a CPU on which Hyper-V does not support nesting.",
		.remedy = "Use Windows 11 on a supported CPU; or set nestedVirtualization=false under [wsl2] in %UserProfile%\\.wslconfig to suppress the message.",
		.reference = "github.com/microsoft/WSL/issues/10106",
		.wordings = ND_WORDINGS(
			{ "wsl: Nested virtualization is not supported on this machine." },
			{ "{any}WSL_E_NESTED_NOT_SUPPORTED{any}" }
		),
	},
	{
		.id = "wsl-wrong-file",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "The setting for nested virtualization is in a file in which WSL does not look for it.",
		.remedy = "Put nestedVirtualization=true under [wsl2] into %UserProfile%\\.wslconfig on Windows, then wsl --shutdown. If KVM is a module: modprobe kvm_intel (systemd does this when it is enabled).",
		.reference = "github.com/microsoft/WSL/issues/13262",
		.wordings = ND_WORDINGS(
			{ "wsl: Unknown key 'wsl2.nestedVirtualization' in {any}" }
		),
	},
	{
		.id = "wsl-no-hypervisor",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows could not start a VM: no virtualization for it.",
		.cause = "If Windows is itself a guest: VMX is not exposed to it. On a physical machine: virtualization is disabled in the firmware, or the feature Virtual Machine Platform is.",
		.remedy = "Expose virtualization in the hypervisor below (nested=1, a CPU model with vmx), or enable it in firmware and Windows.",
		.reference = "github.com/microsoft/WSL/issues/6141",
		.wordings = ND_WORDINGS(
			{ "WslRegisterDistribution failed with error: 0x80370102" }
		),
	},
};

const struct nd_catalogue nd_catalogue_windows = {
	"windows", messages, ARRAY_SIZE(messages)
};
