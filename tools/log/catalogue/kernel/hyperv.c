// SPDX-License-Identifier: GPL-2.0-only
/* Hyper-V, as Linux sees it from inside. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "hyperv-nested-features",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "The nested enlightenments that Hyper-V offers to this VM (CPUID 0x4000000A EAX). A value other than 0: nesting is enabled for this VM. 0: none of them is offered, as to a root partition.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: Nested features: {nested}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "hyperv-nested-below",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "This kernel runs under a Hyper-V that is itself nested: it is one level deeper than it appears.",
		.remedy = "Every exit costs more; nestdiag exits measures it.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: running on a nested hypervisor", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "hyperv-root",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "This Linux creates guests of Hyper-V through /dev/mshv: as the root partition, which manages the machine, or as L1VH, a VM that was given the right to. Hyper-V keeps the processor's virtualization to itself: those guests do not run on KVM.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: running as root partition", "Linux 6.1 to 7.2" },
			{ "Hyper-V: running as L1VH partition", "Linux 7.2" }
		),
	},
	{
		.id = "hyperv-mshv-off",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "This kernel is Hyper-V's managing partition and was built without CONFIG_MSHV_ROOT: it cannot run guests.",
		.remedy = "Use a kernel with CONFIG_MSHV_ROOT.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: CONFIG_MSHV_ROOT not enabled!", "Linux 7.2" }
		),
	},
	{
		.id = "hyperv-no-msrs",
		.origin = "hyperv",
		.severity = ND_MSG_WARNING,
		.meaning = "The hypervisor claims to be Hyper-V but lacks a register that Linux's Hyper-V support needs, so that support, including eVMCS, stays off.",
		.cause = "An incomplete emulation of Hyper-V: QEMU without hv-vpindex or hv-vapic and the like.",
		.remedy = "Give the VM a full set of hv-* flags, or none.",
		.wordings = ND_WORDINGS(
			{ "x86/hyperv: {word} MSR not available.", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "hyperv-no-reenlightenment",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "Hyper-V does not offer to notify a hypervisor in this VM of migration to a host with another TSC frequency.",
		.cause = "It is offered only if nesting is enabled for this VM, and not by every version.",
		.remedy = "It matters for nested guests that use the TSC page and are migrated with this VM; otherwise there is nothing to do.",
		.wordings = ND_WORDINGS(
			{ "reenlightenment support is unavailable", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "hyperv-ibt-off",
		.origin = "hyperv",
		.severity = ND_MSG_HARMLESS,
		.meaning = "Linux disabled indirect-branch tracking because of a bug in this Hyper-V.",
		.wordings = ND_WORDINGS(
			{ "Disabling IBT because of Hyper-V bug", "Linux 6.1 to 6.12" }
		),
	},
	{
		.id = "hyperv-no-invariant-tsc",
		.origin = "hyperv",
		.severity = ND_MSG_WARNING,
		.meaning = "Hyper-V reports that the TSC frequency may change: the clock of this VM and of its guests is slower to read and less stable.",
		.cause = "The host, or its migration settings, do not guarantee a constant frequency.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: Invariant TSC is unavailable", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "hyperv-privileges",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "Hyper-V's CPUID leaves 0x40000003 and 0x40000004 as numbers; nestdiag hyperv decodes them.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: features {hex}, hints {hex}, misc {hex}", "Linux 5.10" },
			{ "Hyper-V: privilege flags low {hex}, high {hex}, hints {hex}, misc {hex}", "Linux 6.1 to 6.12" },
			{ "Hyper-V: privilege flags low {hex}, high {hex}, ext {hex}, hints {hex}, misc {hex}", "Linux 7.2" }
		),
	},
	{
		.id = "hyperv-build",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "The version of the Hyper-V below.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V Host Build:{any}", "Linux 5.10" },
			{ "Hyper-V: {word} Build {any}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "hyperv-no-version",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "The hypervisor claims to be Hyper-V but does not report its version.",
		.cause = "An incomplete emulation of Hyper-V.",
		.wordings = ND_WORDINGS(
			{ "Could not detect Hyper-V version", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "hyperv-hypercall-failed",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V refused a hypercall that Linux makes while it boots.",
		.cause = "An incomplete emulation of Hyper-V, or a partition without the privilege.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: Extended query capabilities hypercall failed {hex}", "Linux 6.1 to 7.2" },
			{ "Failed to get partition ID: {any}", "Linux 6.1 to 6.12" },
			{ "Hyper-V: failed to get partition ID: {any}", "Linux 7.2" },
			{ "failed to get vp index from apic id {n}, status {hex}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "hyperv-vtl",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "This Linux runs next to a guest in one of Hyper-V's virtual trust levels.",
		.wordings = ND_WORDINGS(
			{ "Linux runs in Hyper-V Virtual Trust Level{any}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "hyperv-enlightened",
		.origin = "hyperv",
		.severity = ND_MSG_HARMLESS,
		.meaning = "Linux uses one of Hyper-V's enlightenments, as it should.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Hyper-V: Using enlightened APIC ({word} mode){any}", "Linux 5.10 to 7.2" },
			{ "Hyper-V: Using IPI hypercalls", "Linux 5.10 to 7.2" },
			{ "Hyper-V: Using ext hypercalls for IPI" },
			{ "Hyper-V: Using MSR based APIC access" },
			{ "clocksource: hyperv_clocksource_{any}: mask: {any}", "Linux 5.10 to 7.2" },
			{ "Hyper-V: Using hypercall for remote TLB flush", "Linux 5.10 to 7.2" },
			{ "Hyper-V: PV spinlocks {word}", "Linux 5.10 to 7.2" },
			{ "Hyper-V: LAPIC Timer Frequency: {hex}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmbus-connect-failed",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "VMBus, Hyper-V's channel to disks and network, could not be initialized.",
		.cause = "The hypervisor is not a real Hyper-V, or it and this kernel have no VMBus version in common.",
		.wordings = ND_WORDINGS(
			{ "hv_vmbus: Unable to connect to host", "Linux 5.10 to 7.2" },
			{ "hv_vmbus: Unable to initialize the hypervisor - {hex}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "hyperv-isolation",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "This VM is isolated from its host (confidential); such VMs cannot run nested guests.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V: Isolation Config: Group A {hex}, Group B {hex}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "hyperv-partition-failed",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypercall that manages virtual processors or memory of Hyper-V failed.",
		.cause = "Not enough memory in the managing partition, or a Hyper-V of another version.",
		.wordings = ND_WORDINGS(
			{ "Failed to deposit pages: {n}", "Linux 6.1 to 6.12" },
			{ "HVCALL_{word} failed for VP : {any}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "vmbus-version",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "The version of VMBus that Hyper-V and this kernel agreed on.",
		.wordings = ND_WORDINGS(
			{ "hv_vmbus: Vmbus version:{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmbus-version-wrong",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V's VMBus has a version that this kernel refuses for an isolated VM.",
		.cause = "A host that is too old for isolated VMs.",
		.wordings = ND_WORDINGS(
			{ "Invalid VMBus version {any} from the host supporting isolation", "Linux 6.1 to 7.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_hyperv = {
	"hyperv", messages, ARRAY_SIZE(messages)
};
