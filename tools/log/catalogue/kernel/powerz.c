// SPDX-License-Identifier: GPL-2.0-only
/* KVM on POWER and IBM Z. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "power-no-nesting",
		.origin = "kvm-hv",
		.severity = ND_MSG_ERROR,
		.meaning = "The hypervisor below gives this POWER guest no nested KVM.",
		.cause = "Under KVM: the machine has cap-nested-hv off, or kvm_hv nested=N. Under PowerVM: nesting (API v2) needs Power10 with firmware FW1060.10 or later, the LPAR set for KVM, and Linux 6.7 or later. rc is the hypercall's (-2: no such function).",
		.remedy = "KVM: -machine pseries,cap-nested-hv=on on POWER9 or later with a radix guest. PowerVM: enable KVM capability for the partition on the HMC. Else kvm_pr, or emulation.",
		.reference = "docs.kernel.org, KVM: Nested KVM on POWER",
		.wordings = ND_WORDINGS(
			{ "KVM-HV: Parent hypervisor does not support nesting (rc={n})" },
			{ "kvm-hv: Parent hypervisor does not support nesting (rc={n})" },
			{ "kvm-hv: nestedv2 get capabilities hcall failed, falling back to nestedv1 (rc={n})" }
		),
	},
	{
		.id = "power-nestedv2",
		.origin = "kvm-hv",
		.severity = ND_MSG_ERROR,
		.meaning = "The hypervisor below refused a request of KVM for a nested guest on POWER (interface NESTEDv2).",
		.cause = "The nested guest asks for a CPU level above that of this partition (Power11 in a partition that runs in compatibility mode of Power10), or a state that the hypervisor does not take.",
		.remedy = "The compatibility mode of this partition for the guest (QEMU: -machine pseries,max-cpu-compat=power10), or a newer kernel and QEMU.",
		.reference = "github.com/linuxppc/issues/issues/498",
		.wordings = ND_WORDINGS(
			{ "KVM-NESTEDv2: {any}" }
		),
	},
	{
		.id = "power-hv-init",
		.origin = "kvm-hv",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_hv could not be set up on this POWER machine.",
		.cause = "The partition may not flush the TLB itself (no TLBIE), or memory or a part of KVM could not be had.",
		.remedy = "dmesg | grep -i kvm-hv for the first of them; nestdiag check.",
		.wordings = ND_WORDINGS(
			{ "KVM-HV: Host does not support TLBIE" },
			{ "KVM-HV: {word} failed {n}" },
			{ "KVM-HV: Unable to register PMUs {n}" },
			{ "kvm-hv: failed to allocated nested partition table" }
		),
	},
	{
		.id = "power-qemu",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU cannot give nested KVM-HV to this POWER guest.",
		.cause = "Not with emulation before QEMU 7.1; only on POWER9 and later with a radix guest and the compatibility mode of POWER9; the host's kvm_hv has nested=N, or runs itself in an LPAR; or the two APIs (cap-nested-hv, cap-nested-papr) are both on.",
		.remedy = "-machine pseries,cap-nested-hv=on on a POWER9 host with kvm_hv nested=Y; else cap-nested-hv=off.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}No Nested KVM-HV support in {any}" },
			{ "{any}KVM implementation does not support Nested {any}" },
			{ "{any}KVM implementation does not support Nested-HV{any}" },
			{ "{any}Nested-HV only supported on {any}" },
			{ "{any}Nested-HV APIs are mutually exclusive{any}" },
			{ "{any}Error enabling Nested-HV with KVM{any}" },
			{ "Try appending -machine cap-nested-{any}" }
		),
	},
	{
		.id = "s390-nested-huge",
		.origin = "kvm-s390",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on IBM Z was loaded with both nested=1 and hpage=1, which this kernel does not have together.",
		.cause = "Huge pages of the host behind guests and nesting exclude each other in these versions.",
		.remedy = "options kvm nested=1 hpage=0 in /etc/modprobe.d, then load kvm again.",
		.wordings = ND_WORDINGS(
			{ "A KVM host that supports nesting cannot back its KVM guests with huge pages" }
		),
	},
	{
		.id = "s390-no-sie",
		.origin = "kvm-s390",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on IBM Z finds no SIE, the instruction that runs guests.",
		.cause = "This Linux is itself a guest, and the hypervisor below (z/VM, or KVM with nested=0) does not give it SIE; an LPAR always has it.",
		.remedy = "On the KVM host below: kvm nested=1, and the CPU model with sief2 (host-passthrough or host-model).",
		.wordings = ND_WORDINGS(
			{ "SIE is not available" }
		),
	},
};

const struct nd_catalogue nd_catalogue_powerz = {
	"powerz", messages, ARRAY_SIZE(messages)
};
