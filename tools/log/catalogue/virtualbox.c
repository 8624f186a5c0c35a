// SPDX-License-Identifier: GPL-2.0-only
/* VirtualBox. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "vbox-root-mode",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox found VMX or SVM in use by KVM.",
		.cause = "Since Linux 6.12 KVM enables virtualization when its module is loaded.",
		.remedy = "modprobe -r kvm_intel (or kvm_amd) before using VirtualBox, or boot with kvm.enable_virt_at_load=0. VirtualBox 7.2.10 and later can use KVM, and then need it set to 1.",
		.reference = "github.com/VirtualBox/virtualbox/issues/188, github.com/NixOS/nixpkgs/issues/363887",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VMX_IN_VMX_ROOT_MODE{any}" },
			{ "{any}VERR_SVM_IN_USE{any}" }
		),
	},
	{
		.id = "vbox-no-vmx",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox found no VMX for its guests.",
		.cause = "Virtualization is off in the firmware, Hyper-V holds it on a Windows host, or in a VM the hypervisor below does not expose it.",
		.remedy = "Enable VT-x; on Windows disable Hyper-V or use VirtualBox on top of it; in a VM expose nested virtualization in the hypervisor below.",
		.reference = "github.com/kubernetes/minikube/issues/5326",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VMX_NO_VMX{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_virtualbox = {
	"virtualbox", messages, ARRAY_SIZE(messages)
};
