// SPDX-License-Identifier: GPL-2.0-only
/*
 * How a machine without VMX or SVM comes by them.
 *
 * Conditions of clouds as their documentation has them in 2026: AWS, option NestedVirtualization of
 * the EC2 API; Google Cloud, "About nested virtualization"; Azure, the pages of its VM sizes; WSL,
 * "Advanced settings configuration". Partitions of Hyper-V: Linux, hv_identify_partition_type().
 */
#include "core/caps/generation.h"
#include "core/caps/level.h"
#include "core/facts/emulator.h"
#include "core/facts/hypervisor.h"
#include "core/findings/virtremedy.h"

/**
 * struct virtremedy_place - a place, by what is particular about it
 * @is:     is the machine there?
 * @remedy: what holds there
 * @id:     its short word, NULL if nobody asks by that
 */
struct virtremedy_place {
	bool (*is)(const struct nd_facts *facts, const struct nd_cpu *cpu);
	struct nd_virt_remedy remedy;
	const char *id;
};

static bool virtremedy_host_is(const struct nd_facts *facts, const char *key, const char *value)
{
	const char *is = nd_facts_host(facts, key);

	return is && !strcmp(is, value);
}

static bool virtremedy_is_root(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_partition(cpu) == ND_PARTITION_ROOT;
}

static bool virtremedy_is_l1vh(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_partition(cpu) == ND_PARTITION_L1VH;
}

static bool virtremedy_is_isolated(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_partition(cpu) == ND_PARTITION_ISOLATED;
}

static bool virtremedy_is_azure(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_present(cpu) && virtremedy_host_is(facts, "dmi_asset", ND_AZURE_ASSET);
}

static bool virtremedy_is_google(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_present(cpu) &&
	       virtremedy_host_is(facts, "dmi_product", "Google Compute Engine");
}

static bool virtremedy_is_google_amd(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return virtremedy_is_google(facts, cpu) && nd_cpu_maker(cpu) == ND_MAKER_SVM;
}

static bool virtremedy_is_aws(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_present(cpu) && virtremedy_host_is(facts, "dmi_vendor", "Amazon EC2");
}

/* EC2's firmware calls a machine by its instance type: "c8i.large", "r8i-flex.xlarge". */
static bool virtremedy_is_aws_8i(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	const char *type = nd_facts_host(facts, "dmi_product");

	return virtremedy_is_aws(facts, cpu) && type && strchr("cmr", type[0]) &&
	       !strncmp(type + 1, "8i", 2);
}

static bool virtremedy_is_wsl(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return !strcmp(nd_level_word(cpu), "hyperv") && strstr(facts->release, "WSL2");
}

static bool virtremedy_is_pvm(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_is_pvm(cpu);
}

static bool virtremedy_is_emulated(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_emulator_foreign(cpu);
}

/* A hypervisor that shows nobody's signature. */
static bool virtremedy_is_nameless(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_present(cpu) && !strcmp(nd_level_word(cpu), "unknown");
}

/* The first that fits. */
static const struct virtremedy_place virtremedy_places[] = {
	{ virtremedy_is_emulated, {
		"x86 is emulated here, and such an emulation has neither VMX nor SVM",
		"use a machine with an x86 processor; what KVM has here, nestdiag built for the real processor tells" } },
	{ virtremedy_is_root, {
		"Hyper-V keeps VMX and SVM for itself: its root partition has neither, and no setting changes that",
		"run guests through /dev/mshv (CONFIG_MSHV_ROOT, for example with Cloud Hypervisor); KVM works only if this machine boots without the hypervisor" } },
	{ virtremedy_is_l1vh, {
		"an L1VH partition has neither VMX nor SVM: the hypervisor below creates its guests beside it",
		"run guests through /dev/mshv (CONFIG_MSHV_ROOT): they are siblings of this machine, not nested in it" } },
	{ virtremedy_is_isolated, {
		"this is a confidential VM, and those get neither VMX nor SVM",
		"use a size or a VM that is not confidential" } },
	{ virtremedy_is_azure, {
		"this Azure VM size or security type does not expose it",
		"resize to an Azure VM size that is documented to support nested virtualization, with security type Standard; confidential and Arm sizes do not" }, "azure" },
	{ virtremedy_is_google_amd, {
		"Google Cloud nests on Intel processors only",
		"use a machine type with an Intel processor (not E2, not memory-optimized), and --enable-nested-virtualization" } },
	{ virtremedy_is_google, {
		"Google Cloud exposes it only if the instance asks for it",
		"enable it for the instance (--enable-nested-virtualization); E2 and memory-optimized machine types cannot" }, "google" },
	{ virtremedy_is_aws_8i, {
		"off by default for this instance type; managed node groups may drop the option without a word",
		"launch it with --cpu-options NestedVirtualization=enabled" } },
	{ virtremedy_is_aws, {
		"of virtualized instance types only the families C8i, M8i and R8i (also -flex) expose it",
		"launch a C8i, M8i or R8i instance with --cpu-options NestedVirtualization=enabled, or use a .metal instance" }, "aws" },
	{ virtremedy_is_wsl, {
		"WSL 2 exposes it on Windows 11 for x86 only, unless .wslconfig or the policy AllowNestedVirtualization forbids it",
		"in %UserProfile%\\.wslconfig of Windows 11: [wsl2] nestedVirtualization=true, then wsl --shutdown" }, "wsl" },
	{ virtremedy_is_pvm, {
		"this is a guest of PVM, which runs guests without VMX and SVM and has none to give",
		"use a host with hardware virtualization: kvm_intel or kvm_amd instead of kvm_pvm" } },
	{ virtremedy_is_nameless, { NULL, "have the hypervisor below expose VMX or SVM to this VM" } },
};

/* How to have a hypervisor expose it, by its signature's id, and by vendor where that matters. */
static const struct {
	const char *level;
	struct nd_virt_remedy remedy;
	enum nd_maker maker;
} virtremedy_levels[] = {
	{ "bare-metal", { NULL,
		"enable virtualization (VT-x, VMX) in the firmware setup, then power-cycle" },
		ND_MAKER_VMX },
	{ "bare-metal", { NULL,
		"enable virtualization (SVM, AMD-V) in the firmware setup, then power-cycle" },
		ND_MAKER_SVM },
	{ "bare-metal", { NULL,
		"enable virtualization (VT-x, VMX, SVM) in the firmware setup, then power-cycle" } },
	{ "hyperv", { NULL,
		"with this VM off, on the Hyper-V host: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true" } },
	{ "kvm", { NULL,
		"on the host, if its kernel has the fixes of known holes (nestdiag explain Januscape): options kvm_intel nested=1 in /etc/modprobe.d; and CPU model host-passthrough for this VM" },
		ND_MAKER_VMX },
	{ "kvm", { NULL,
		"on the host, if its kernel has the fixes of known holes (nestdiag explain Januscape): options kvm_amd nested=1 in /etc/modprobe.d; and CPU model host-passthrough for this VM" },
		ND_MAKER_SVM },
	{ "kvm", { NULL,
		"on the host, if its kernel has the fixes of known holes (nestdiag explain Januscape): options kvm_intel nested=1 (or kvm_amd) in /etc/modprobe.d; and CPU model host-passthrough for this VM" } },
	{ "vmware", { NULL, "with this VM off: vhv.enable = \"TRUE\" in its .vmx file" } },
	{ "virtualbox", { NULL, "with this VM off: VBoxManage modifyvm NAME --nested-hw-virt on" } },
	{ "qemu", { NULL,
		"run QEMU with -accel kvm, and CPU model host-passthrough for this VM" } },
	{ "xen", { NULL,
		"nestedhvm=1 in the configuration of this HVM domain; Xen's support of it is limited" } },
	{ "parallels", { NULL, "with this VM off: prlctl set NAME --nested-virt on" } },
	/* CPUID was not recorded. */
	{ "unknown", { NULL,
		"in a VM: have the hypervisor below expose VMX or SVM to it; on bare metal: enable virtualization in the firmware setup" } },
	{ "tcg", { NULL,
		"run QEMU with -accel kvm; TCG itself emulates SVM (-cpu EPYC,+svm), but no VMX" } },
};

const struct nd_virt_remedy *nd_virt_remedy_at(const char *id)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(virtremedy_places); i++)
		if (virtremedy_places[i].id && !strcmp(virtremedy_places[i].id, id))
			return &virtremedy_places[i].remedy;
	for (i = 0; i < ARRAY_SIZE(virtremedy_levels); i++)
		if (virtremedy_levels[i].maker == ND_MAKER_UNKNOWN &&
		    !strcmp(virtremedy_levels[i].level, id))
			return &virtremedy_levels[i].remedy;
	return NULL;
}

const struct nd_virt_remedy *nd_virt_remedy(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	static const struct nd_virt_remedy none;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(virtremedy_places); i++)
		if (virtremedy_places[i].is(facts, cpu))
			return &virtremedy_places[i].remedy;
	for (i = 0; i < ARRAY_SIZE(virtremedy_levels); i++)
		if (!strcmp(nd_level_word(cpu), virtremedy_levels[i].level) &&
		    (virtremedy_levels[i].maker == ND_MAKER_UNKNOWN ||
		     virtremedy_levels[i].maker == nd_cpu_maker(cpu)))
			return &virtremedy_levels[i].remedy;
	return &none;
}
