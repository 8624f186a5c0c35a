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
		.id = "power-vsmt",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not give KVM on POWER the number of threads of a virtual core (VSMT) that this guest needs.",
		.cause = "A kernel of the host, or the KVM of a nested host, that takes no other value than its own (8 on POWER8 and 9 with SMT): before Linux 4.13, RHEL 7's, or KVM in a guest.",
		.remedy = "-machine pseries,vsmt=8 (libvirt: <qemu:commandline>); a newer kernel on the host; ppc64_cpu --smt=off there.",
		.reference = "github.com/openshift/os/issues/720",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to set KVM's VSMT mode to {n} (errno {n}){any}", "QEMU 2.10 to 10.1" },
			{ "{any}KVM seems to be too old to support VSMT{any}", "QEMU 2.10 to 10.1" }
		),
	},
	{
		/*
		 * Every capability of QEMU's hw/ppc/spapr_caps.c
		 * that KVM does not have ends in such a hint.
		 */
		.id = "power-cap",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's machine for POWER asks for a capability that KVM does not have here; the option behind \"try\" leaves it out.",
		.cause = "This processor, its firmware or kernel, or for a nested guest the hypervisor below does not have it (protection against Spectre: cap-cfpc, cap-sbbc, cap-ibs, cap-ccf-assist; cap-htm, cap-large-decr, cap-fwnmi); a newer QEMU asks for more.",
		.remedy = "-machine pseries,OPTION as the line says (libvirt: <qemu:commandline>, or an older machine type); newer firmware of the machine for the protections.",
		.reference = "github.com/os-autoinst/os-autoinst/pull/1554",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}equested {any} capability level not supported by {word}{any}" },
			{ "{any}KVM implementation does not support Transactional Memory{any}" },
			{ "{any}No large decrementer support{any}" },
			{ "{any}KVM implementation does not support large decrementer{any}" },
			{ "{any}(FWNMI) not supported by KVM{any}" },
			{ "{any}DAWR1 not supported by KVM{any}" },
			{ "{any}ry appending -machine cap-htm{any}" },
			{ "{any}ry appending -machine cap-cfpc{any}" },
			{ "{any}ry appending -machine cap-sbbc{any}" },
			{ "{any}ry appending -machine cap-ibs{any}" },
			{ "{any}ry appending -machine cap-ccf-assist{any}" },
			{ "{any}ry appending -machine cap-fwnmi{any}" },
			{ "{any}ry appending -machine cap-dawr1{any}" }
		),
	},
	{
		.id = "s390-guest-crashed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest of IBM Z stopped itself: its PSW is one that waits with interrupts disabled (or loops), which its boot loader or kernel loads on purpose. KVM is well.",
		.cause = "The low half of the PSW is the code of whoever stopped: zipl's boot loader below 0x10000 (no boot device, a damaged boot record), else a panic of the kernel.",
		.remedy = "The guest's console before it; zipl's codes are in its documentation; bootindex=1 for the device to boot from; a newer s390-tools in the guest.",
		.reference = "github.com/ibm-s390-linux/s390-tools/issues/88",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Guest crashed on cpu {n}: {any}" },
			{ "PSW: 0x0002000{hex} {hex}" }
		),
	},
	{
		.id = "s390-old-model",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel for IBM Z needs a newer processor than this guest has.",
		.cause = "QEMU's TCG emulates an old one unless told otherwise, and old versions of it no newer; with KVM a CPU model older than the host's.",
		.remedy = "KVM with -cpu host; with TCG -cpu max and a newer QEMU; or a kernel that is built for older machines.",
		.reference = "github.com/linuxkit/linuxkit/issues/2968",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "The Linux kernel requires more recent processor hardware" },
			{ "Missing facilities: {any}" },
			{ "Detected machine-type number: {n}" }
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
