// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which hypervisor is below, by the interfaces that CPUID shows.
 */
#include "core/facts/emulator.h"
#include "core/facts/hypervisor.h"

#define CPUID_1_ECX_HYPERVISOR	BIT(31)
#define HV_INTERFACE		0x31237648u	/* "Hv#1" */
#define HV_HINT_EVMCS		BIT(14)		/* in 0x40000004 EAX */
#define HV_CREATE_PARTITIONS	BIT(0)		/* in 0x40000003 EBX, and the next two */
#define HV_CPU_MANAGEMENT	BIT(12)
#define HV_ISOLATION		BIT(22)
#define HV_PVM			0x004d5650u	/* "PVM" */

/**
 * struct hv_vendor - a vendor signature and whose it is
 * @signature: without the blanks and zeros around it: hypervisors pad it either way
 * @id:        our short word
 * @name:      name for people
 */
struct hv_vendor {
	const char *signature;
	const char *id;
	const char *name;
};

/* Each of them is in Linux, systemd, virt-what or NetBSD, or in its hypervisor's own source. */
static const struct hv_vendor hv_vendors[] = {
	{ "Microsoft Hv", "hyperv", "Microsoft Hyper-V" },
	{ "KVMKVMKVM", "kvm", "KVM" },
	{ "Linux KVM Hv", "kvm", "KVM with Hyper-V's interface" },
	{ "LKVMLKVMLKVM", "kvm", "KVM (kvmtool)" },
	{ "VMwareVMware", "vmware", "VMware" },
	{ "XenVMMXenVMM", "xen", "Xen" },
	{ "TCGTCGTCGTCG", "tcg", "QEMU without acceleration (TCG)" },
	{ "VBoxVBoxVBox", "virtualbox", "Oracle VirtualBox" },
	{ "prl hyperv", "parallels", "Parallels" },
	/* The same with the bytes of each register reversed. */
	{ "lrpepyh  vr", "parallels", "Parallels" },
	{ "ACRNACRNACRN", "acrn", "ACRN" },
	{ "bhyve bhyve", "bhyve", "bhyve" },
	{ "BHyVE BHyVE", "bhyve", "bhyve" },
	{ "QNXQVMBSQG", "qnx", "QNX Hypervisor" },
	{ "HAXMHAXMHAXM", "haxm", "Intel HAXM" },
	{ "Jailhouse", "jailhouse", "Jailhouse" },
	{ "EVMMEVMMEVMM", "kgt", "Intel Kernel Guard Technology" },
	{ "SRESRESRESRE", "sre", "Lockheed Martin hardened security" },
	{ "UnisysSpar64", "s-par", "Unisys s-Par" },
	{ "___ NVMM ___", "nvmm", "NetBSD NVMM" },
	{ "OpenBSDVMM58", "openbsd-vmm", "OpenBSD vmm" },
	{ "Apple VZ", "apple", "Apple Virtualization" },
	{ "FEXIFEXIEMU", "fex", "FEX-Emu" },
};

/*
 * The first processors of VIA leave ECX of leaf 1 as it was, which then is the same in the next
 * leaf that does, together with EBX. Where there are no extended leaves, that leaf may be answered
 * with the data of the highest one, which may be leaf 1.
 */
static bool hv_is_leftover(const struct nd_cpu *cpu, const struct nd_cpuid *leaf)
{
	const struct nd_cpuid *next = nd_cpu_leaf(cpu, 0x80000000, 0);

	return next && next->eax >= next->leaf && next->ebx == leaf->ebx && next->ecx == leaf->ecx;
}

bool nd_hv_announced(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, 1, 0);

	return leaf && (leaf->ecx & CPUID_1_ECX_HYPERVISOR) && !hv_is_leftover(cpu, leaf);
}

bool nd_hv_present(const struct nd_cpu *cpu)
{
	return nd_hv_announced(cpu) || (nd_cpu_leaf(cpu, 1, 0) && nd_emulator(cpu));
}

/*
 * Writes the vendor signature as text. A processor answers a leaf that it does not have with the
 * data of its highest one: what is no text with zeros behind it is no signature.
 */
static bool hv_signature_text(const struct nd_cpuid *leaf, char text[13])
{
	const u32 regs[3] = { leaf->ebx, leaf->ecx, leaf->edx };
	bool ended = false;
	u32 i;

	for (i = 0; i < 12; i++) {
		u8 c = regs[i / 4] >> (i % 4 * 8);

		if (c == '\0')
			ended = true;
		else if (ended || c < ' ' || c > '~')
			return false;
		text[i] = c;
	}
	text[12] = '\0';
	return text[0] != '\0';
}

static const struct hv_vendor *hv_vendor(const char *text)
{
	size_t len;
	u32 i;

	while (*text == ' ')
		text++;
	len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	for (i = 0; i < ARRAY_SIZE(hv_vendors); i++)
		if (strlen(hv_vendors[i].signature) == len &&
		    !memcmp(hv_vendors[i].signature, text, len))
			return &hv_vendors[i];
	return NULL;
}

static bool hv_interface_at(const struct nd_cpu *cpu, u32 base, struct nd_signature *sig)
{
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, base, 0);
	const struct hv_vendor *vendor;

	if (!leaf || !hv_signature_text(leaf, sig->signature))
		return false;
	vendor = hv_vendor(sig->signature);
	sig->base = base;
	sig->max = leaf->eax;
	/* Old KVM reports 0 and means one leaf; from an unknown vendor it means nothing. */
	if (sig->max == 0 && vendor)
		sig->max = base + 1;
	if (sig->max < base || sig->max >= base + ND_HV_STRIDE)
		return false;
	sig->name = vendor ? vendor->name : sig->signature;
	sig->id = vendor ? vendor->id : "unknown";
	return true;
}

unsigned int nd_hv_signatures(const struct nd_cpu *cpu, struct nd_signature *sig)
{
	unsigned int n = 0;
	u32 i;

	for (i = 0; i < ND_HV_MAX_BASES; i++)
		n += hv_interface_at(cpu, ND_HV_BASE + i * ND_HV_STRIDE, &sig[n]);
	return n;
}

bool nd_hv_is_hyperv(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, ND_HV_BASE + 1, 0);

	return leaf && leaf->eax == HV_INTERFACE;
}

enum nd_partition nd_hv_partition(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, ND_HV_BASE + 3, 0);

	if (!leaf || !nd_hv_is_hyperv(cpu))
		return ND_PARTITION_GUEST;
	if (leaf->ebx & HV_ISOLATION)
		return ND_PARTITION_ISOLATED;
	if (!(leaf->ebx & HV_CREATE_PARTITIONS))
		return ND_PARTITION_GUEST;
	return leaf->ebx & HV_CPU_MANAGEMENT ? ND_PARTITION_ROOT : ND_PARTITION_L1VH;
}

bool nd_hv_is_pvm(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, ND_HV_BASE + 2, 0);
	struct nd_signature sig;

	return leaf && leaf->ebx == HV_PVM && hv_interface_at(cpu, ND_HV_BASE, &sig) &&
	       !strcmp(sig.id, "kvm");
}

unsigned int nd_hv_evmcs_offered(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *base = nd_cpu_leaf(cpu, ND_HV_BASE, 0);
	const struct nd_cpuid *hints = nd_cpu_leaf(cpu, ND_HV_BASE + 4, 0);
	const struct nd_cpuid *nested = nd_cpu_leaf(cpu, ND_HV_NESTED_LEAF, 0);
	u8 low, high;

	if (!nd_hv_is_hyperv(cpu) || !hints || !nested || !(hints->eax & HV_HINT_EVMCS))
		return 0;
	if (base && base->eax < ND_HV_NESTED_LEAF)
		return 0;
	low = nested->eax;
	high = nested->eax >> 8;
	/* Linux asks for the lowest version only; 0 there is how "none" is said. */
	if (low == 0)
		return 0;
	return high > low ? high : low;
}
