// SPDX-License-Identifier: GPL-2.0-only
#include "tools/explain/place.h"

#define NAMES	5

/**
 * struct place - where guests run
 * @names:   as people call it; the first is shown
 * @title:   what kind of thing it is
 * @meaning: how it runs guests
 * @nesting: how a guest there comes by VMX or SVM, or why it does not
 * @see:     where that stands
 */
static const struct place {
	const char *names[NAMES];
	const char *title;
	const char *meaning;
	const char *nesting;
	const char *see;
} places[] = {
	{ { "KVM" }, "Linux's hypervisor",
	  "The modules kvm and kvm_intel or kvm_amd; on Arm it is built into the kernel and needs EL2. Programs (VMMs) make guests through /dev/kvm.",
	  "A guest gets VMX or SVM if the module has nested=1 (the default since Linux 4.20; kvm_amd had it before) and the VMM gives it a CPU with vmx or svm. In a VM KVM itself needs that from the hypervisor below.", "nestdiag check; docs/places.md" },
	{ { "QEMU" }, "a VMM",
	  "Makes machines for guests and has an accelerator run them: kvm on Linux, whpx on Windows, hvf on macOS, or tcg, its own emulation.",
	  "A guest that runs guests wants -accel kvm and -cpu host, or a model with +vmx or +svm, and kvm_intel or kvm_amd nested=1 on the host.", "docs/places.md" },
	{ { "libvirt", "virsh", "virt-manager" }, "manager of QEMU's and other VMs",
	  "Describes each VM in XML and starts QEMU for it.",
	  "<cpu mode='host-passthrough'/>; host-model may leave vmx or svm out: then <feature policy='require' name='vmx'/> (svm on AMD). nested=1 on the host.", "docs/places.md" },
	{ { "Proxmox VE", "Proxmox", "PVE" }, "a distribution for KVM",
	  "Its VMs are guests of QEMU and KVM.",
	  "By default they get neither VMX nor SVM; the CPU type host has them: qm set VMID --cpu host, with the VM off and on again.", "docs/places.md" },
	{ { "VMware", "ESXi", "vSphere", "VMware Workstation", "VMware Fusion" }, "hypervisors of Broadcom",
	  "ESXi on servers; Workstation and Fusion on top of Windows, Linux or macOS.",
	  "\"Expose hardware assisted virtualization to the guest OS\", \"Virtualize Intel VT-x/EPT or AMD-V/RVI\", or vhv.enable = \"TRUE\" in the .vmx file, with the VM off. Workstation cannot while Hyper-V runs on its host, ESXi not with a passthrough device.", "docs/places.md" },
	{ { "Hyper-V" }, "Windows' hypervisor",
	  "It runs below Windows itself as soon as Hyper-V, WSL2, Windows Sandbox or virtualization-based security is on; other hypervisors on that Windows then have no VT-x or AMD-V of their own.",
	  "Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true, with the VM off. KVM in a guest may use its enlightened VMCS.", "docs/places.md" },
	{ { "VirtualBox", "VBox" }, "Oracle's hypervisor for desktops",
	  "Uses VT-x or AMD-V itself, or the host's hypervisor where that holds them (NEM; the turtle in its window).",
	  "VBoxManage modifyvm NAME --nested-hw-virt on. Not on Windows while Hyper-V runs.", "docs/places.md" },
	{ { "Xen" }, "a hypervisor",
	  "Runs below a first guest (dom0) that manages the others: paravirtualized (PV) or by VMX or SVM (HVM, PVH). XCP-ng, Citrix Hypervisor and Qubes OS are built on it.",
	  "nestedhvm=1 in the configuration of an HVM domain. Its support is limited; KVM's is further.", "docs/places.md" },
	{ { "AWS", "Amazon EC2", "EC2" }, "Amazon's cloud",
	  "Instances of newer types are guests of Nitro, a hypervisor based on KVM, of the oldest ones of Xen; .metal instances are whole machines.",
	  "All .metal instances; of the others C8i, M8i, R8i and their -flex types, on request: --cpu-options NestedVirtualization=enabled. No others nest.", "docs/places.md" },
	{ { "Google Cloud", "GCP", "GCE" }, "Google's cloud",
	  "Its instances are guests of KVM.",
	  "--enable-nested-virtualization, for Intel's machine types only and not E2; a policy of the organization may forbid it.", "docs/places.md" },
	{ { "Azure" }, "Microsoft's cloud",
	  "Its VMs are guests of Hyper-V.",
	  "Nothing is switched on: the size decides (Dsv7 and Dasv7 have it, confidential and Arm sizes do not), and the security type Standard.", "docs/places.md" },
	{ { "GitHub runner", "GitHub Actions", "GitHub-hosted runner" }, "hosted machines for CI",
	  "Each job gets a new VM, those of Linux and Windows on x86 from Azure; those with macOS are VMs, too.",
	  "Linux runners on x86 have had /dev/kvm since April 2024; a udev rule with KERNEL==\"kvm\", MODE=\"0666\" lets the runner's user open it. Linux on Arm has none. Runners with macOS can run VMs only if they are Intel's.", "github.com/ReactiveCircus/android-emulator-runner/issues/55" },
	{ { "Docker Desktop" }, "Docker in a VM",
	  "Runs its containers in a small VM of its own: on Windows by WSL2 or Hyper-V, on macOS by Apple's frameworks, on Linux by KVM.",
	  "In a VM it needs virtualization from the hypervisor below. Its containers have /dev/kvm only if that small VM nests, too.", NULL },
	{ { "Firecracker" }, "a VMM for small VMs",
	  "Uses KVM; made for functions and containers in VMs of their own.",
	  "It needs /dev/kvm, so in a VM nesting below. Its CPU templates T2 and C3 mask VMX for its guests, T2A masks SVM: those guests run no guests.", NULL },
	{ { "Cloud Hypervisor" }, "a VMM in Rust",
	  "Uses KVM, or mshv on Microsoft's hypervisor.",
	  "On x86 its guests get VMX or SVM if KVM offers it; --cpus nested=off (since v50) takes it from them.", NULL },
	{ { "Apple silicon", "M1", "M2", "M3", "M4" }, "Apple's processors",
	  "macOS runs guests there by Hypervisor.framework and Virtualization.framework; UTM, Lima, Colima, Tart and Parallels use them.",
	  "Linux guests can nest on an M3 and later with macOS 15, if the program asks for it; macOS as a guest cannot, on no Mac.", NULL },
	{ { "disabled by BIOS" }, "words of Linux and KVM",
	  "IA32_FEATURE_CONTROL (Intel) or VM_CR.SVMDIS (AMD) is locked so that virtualization cannot be used. On a machine its firmware did that.",
	  "In a VM no firmware setup is to blame: the hypervisor below emulates the register, and does not expose virtualization to this VM.", "nestdiag check tells which it is" },
};

static bool is_called(const struct place *place, const char *word)
{
	u32 i;

	for (i = 0; i < NAMES && place->names[i]; i++)
		if (nd_explain_same(word, place->names[i]))
			return true;
	return false;
}

bool nd_explain_is_place(const char *word)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(places); i++)
		if (is_called(&places[i], word))
			return true;
	return false;
}

void nd_explain_place(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_TERM))
		return;
	for (i = 0; i < ARRAY_SIZE(places); i++) {
		char label[96];
		struct nd_reading reading = {
			.sort = "term",
			.id = places[i].names[0],
			.label = label,
			.meaning = places[i].meaning,
			.nesting = places[i].nesting,
			.reference = places[i].see,
		};

		if (!is_called(&places[i], e->word))
			continue;
		scnprintf(label, sizeof(label), "%s, %s", places[i].names[0], places[i].title);
		nd_explain_add(e, &reading);
	}
}

void nd_explain_place_names(struct nd_strings *names)
{
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(places); i++)
		for (j = 0; j < NAMES && places[i].names[j]; j++)
			nd_strings_add(names, "%s", places[i].names[j]);
}
