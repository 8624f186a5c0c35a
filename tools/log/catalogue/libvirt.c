// SPDX-License-Identifier: GPL-2.0-only
/* libvirt. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "libvirt-no-kvm",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt sees no usable KVM here.",
		.cause = "/dev/kvm is not there or QEMU cannot use it: no virtualization, module not loaded, or no permission.",
		.remedy = "nestdiag status; virt-host-validate; then restart libvirtd (or virtqemud), which remembers what it found.",
		.reference = "github.com/kubernetes/minikube/issues/2991",
		.wordings = ND_WORDINGS(
			{ "{any}could not find capabilities for domaintype=kvm{any}" },
			{ "{any}Domain requires KVM, but it is not available. Check that virtualization is enabled in the host BIOS, and host configuration is setup to load the kvm modules.{any}", "libvirt 9.0 to 11.3" },
			{ "Emulator '{any}' does not support virt type 'kvm'", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-cpu-mode",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt cannot give the guest that CPU mode, usually because there is no KVM to pass the host's CPU on.",
		.remedy = "As where KVM is missing: nestdiag status.",
		.wordings = ND_WORDINGS(
			{ "CPU mode '{word}' for {word} {word} domain on {word} host is not supported by hypervisor", "libvirt 11.3" }
		),
	},
	{
		.id = "libvirt-cpu-features",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's CPU is to have features that this host cannot give; the guest does not start. Where vmx or svm or a vmx-* feature is among them, nesting is what is missing.",
		.remedy = "nested=1 for kvm_intel or kvm_amd; host-passthrough; or take the feature out. nestdiag explain on its name says why it is missing here.",
		.wordings = ND_WORDINGS(
			{ "guest CPU doesn't match specification: {any}missing features: {any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any}", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-hyperv-feature",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest is to have a Hyper-V enlightenment that this host's KVM cannot give; for evmcs that means no nested=1 or no Intel CPU.",
		.remedy = "Take it out of <hyperv>, or load kvm_intel with nested=1.",
		.wordings = ND_WORDINGS(
			{ "host doesn't support hyperv {any}'{word}' feature", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-validate",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-host-validate found that KVM does not work here.",
		.remedy = "nestdiag check says why, also inside a VM.",
		.wordings = ND_WORDINGS(
			{ "{any}Host not compatible with KVM; HW virtualization CPU features not found. Only emulated CPUs are available; performance will be significantly limited{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Check that the 'kvm-intel' or 'kvm-amd' modules are loaded & the BIOS has enabled virtualization{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Check that CPU and firmware supports virtualization and kvm module is loaded{any}", "libvirt 9.0 to 11.3" }
		),
	},
};

const struct nd_catalogue nd_catalogue_libvirt = {
	"libvirt", messages, ARRAY_SIZE(messages)
};
