// SPDX-License-Identifier: GPL-2.0-only
/* KVM and QEMU on Arm. */
#include "tools/log/catalogue/catalogue.h"

const struct nd_advice nd_arm_no_kvm = {
	.cause = "On Arm KVM is built into the kernel and needs EL2. In a VM the VMM below gives it only with nested virtualization (FEAT_NV2: Apple M3 and later with macOS 15, a few servers); hosted Arm runners have none. Else: kvm-arm.mode=none, a container without the device, or, with \"Permission denied\", no permission for it.",
	.remedy = "dmesg | grep -i kvm says whether the kernel started at EL2. Enable nested virtualization in the VMM below, or run without KVM.",
};

/* riscv_kvm_init() in arch/riscv/kvm/main.c of Linux. */
const struct nd_advice nd_riscv_no_kvm = {
	.cause = "On RISC-V KVM is the module kvm and needs the hypervisor extension (H) of the processor, which few boards have, or which the VMM below has to give; and an SBI that is not too old. Else: the module is not loaded, a container without the device, or, with \"Permission denied\", no permission for it.",
	.remedy = "modprobe kvm; dmesg | grep -i kvm names what is missing; isa in /proc/cpuinfo shows the h or not. Without it: emulation (-accel tcg).",
};

const struct nd_advice nd_arm_cpu_mode = {
	.cause = "On Arm neither libvirt nor QEMU can name the host's CPU, so there is no host-model.",
	.remedy = "<cpu mode=\"host-passthrough\"/>; nova: cpu_mode=host-passthrough in section [libvirt].",
};

const struct nd_advice nd_arm_refused = {
	.cause = "KVM on Arm does not take this guest: a CPU model other than the host's, a feature (SVE, PMU, EL2) that the host or the level below does not have, a vCPU that came onto a core of another kind (big.LITTLE), or a level below with incomplete nesting.",
	.remedy = "Use the host's CPU (-cpu host), leave virtualization=on out, pin the VM to cores of one kind (taskset), and update kernel and VMM.",
};

#define CPU_ON_ABSENT(error, word) \
	{ error, word, NULL, \
	  "Not supported.", \
	  NULL }
#define CPU_ON_DENIED(error, word) \
	{ error, word, NULL, \
	  "Denied.", \
	  NULL }
#define CPU_ON_REFUSED(error, word) \
	{ error, word, NULL, \
	  "A refusal other than \"not supported\" and \"denied\", such as of a CPU that does not exist or runs already. In a VM: QEMU could not set up that virtual CPU; seen on cores of two kinds (big.LITTLE, RK3588), when its threads moved between them.", \
	  NULL }

static const struct nd_clause arm_psci_cpu_on[] = {
	CPU_ON_ABSENT(0, "(-95)"), CPU_ON_ABSENT(0, "boot: -95"),
	CPU_ON_DENIED(0, "(-1)"), CPU_ON_DENIED(0, "boot: -1"),
	CPU_ON_REFUSED(0, "(-22)"), CPU_ON_REFUSED(0, "boot: -22"),
	{ 0 }
};

#define NO_COUNTERS(error, word) \
	{ error, word, NULL, \
	  "The kernel has no driver for this processor's counters, or the level below gives this VM none.", \
	  "-cpu host,pmu=off does without counters. dmesg | grep -i pmu." }

static const struct nd_clause arm_pmu[] = {
	{ 22, NULL, NULL,
	  "Mostly the interrupt controller; QEMU before 5.0 takes GICv2 if it is not told, and many machines have GICv3 alone.",
	  "-machine virt,gic-version=host (or max), or a newer QEMU; -cpu host,pmu=off does without counters." },
	NO_COUNTERS(19, NULL), NO_COUNTERS(6, NULL),
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "arm-el3",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This machine of QEMU has EL3 (secure firmware), which KVM cannot give a guest.",
		.remedy = "-machine virt without secure=on, or -accel tcg for a board with EL3.",
		.reference = "github.com/Xilinx/qemu/issues/63",
		.wordings = ND_WORDINGS(
			{ "{any}cpu_address_space_init: Assertion `asidx == 0 || !kvm_enabled()' failed{any}", "QEMU 2.6 to 9" },
			{ "{any}mach-virt: {word} does not support providing Security extensions (TrustZone) to the guest CPU{any}", "QEMU 7.0 to 10.0" }
		),
	},
	{
		.id = "arm-no-hyp",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM cannot run on this Arm machine: its kernel was started at EL1, and KVM needs EL2.",
		.cause = "This machine is a guest whose VMM did not give it EL2: nested virtualization is off there, or the host has none (FEAT_NV2: Apple M3 and later, a few servers). On bare metal the firmware started the kernel at EL1, often because it keeps a hypervisor of its own at EL2 (Gunyah on Qualcomm's boards).",
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
		.meaning = "The kernel was started at EL2, which KVM needs; whether KVM is in this kernel, and starts, other lines say.",
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
			{ "VHE+NV2 mode initialized successfully", NULL },
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
			{ "mach-virt: {word} does not support providing Virtualization extensions to the guest CPU", "QEMU 6 to 11" },
			{ "{word} does not support providing Virtualization extensions to the guest CPU" }
		),
	},
	{
		.id = "arm-vcpu-init",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on Arm rejected the CPU that QEMU configured for the guest.",
		.cause = "Without -cpu host QEMU takes a fixed or named model, which KVM refuses on another CPU. On boards with cores of two kinds (big.LITTLE: RK3399, RK3588) the virtual CPUs ran on both. Or a feature (SVE, PMU, EL2) is not there.",
		.remedy = "Use -cpu host (host-passthrough). On mixed cores pin QEMU to those of one kind: taskset, or vcpupin and emulatorpin in libvirt.",
		.reference = "github.com/unifreq/openwrt_packit/issues/127",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}qemu-system-aarch64: {any}kvm_init_vcpu: kvm_arch_init_vcpu failed ({n}): Invalid argument{any}", "QEMU 5.1 to 10.0" },
			{ "{any}qemu-system-aarch64: {any}kvm_init_vcpu failed: Invalid argument{any}", "QEMU 2.12" },
			{ "{any}KVM is not supported for this guest CPU type" }
		),
	},
	{
		.id = "arm-gic-cpus",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest was given more virtual CPUs than the interrupt controller of the machine virt serves; QEMU ends. 8 is the limit of GICv2. Virtualization is not the reason.",
		.cause = "gic-version=2, or none given with accel=hvf or tcg; a QEMU whose HVF has no GICv3. A limit above 100 is that of GICv3 and its memory map.",
		.remedy = "8 virtual CPUs or fewer; or -machine virt,gic-version=max (with KVM also host), a newer QEMU, or a VM type without QEMU (vz).",
		.reference = "github.com/rancher-sandbox/rancher-desktop/issues/2190",
		.wordings = ND_WORDINGS(
			{ "{any}Number of SMP CPUs requested ({n}) exceeds max CPUs supported by machine 'mach-virt' ({n}){any}", "QEMU 2.12 to 6.0" }
		),
	},
	{
		.id = "arm-psci-cpu-on",
		.origin = "boot",
		.severity = ND_MSG_ERROR,
		.meaning = "This Arm system could not start one of its CPUs: the firmware, in a VM the hypervisor, refused PSCI's CPU_ON. It goes on with the CPUs that it has.",
		.cause = "The firmware, in a VM the hypervisor, gave this error.",
		.remedy = "In a VM on mixed cores: pin QEMU to those of one kind (taskset; libvirt: vcpupin and emulatorpin). On a board: its firmware and device tree.",
		.reference = "gitlab.com/qemu-project/qemu/-/issues/1595",
		.fold = true,
		.follows = "arm-psci-cpu-on",
		.clauses = arm_psci_cpu_on,
		.wordings = ND_WORDINGS(
			{ "psci: failed to boot CPU{n} (-{n})" },
			{ "CPU{n}: failed to boot: -{n}" }
		),
	},
	{
		.id = "arm-gic-unknown",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was told to take the host's version of the interrupt controller (gic-version=host), and KVM told it none.",
		.cause = "A host whose GIC this kernel or this QEMU does not know (GICv4 with an older one), or that KVM cannot give to guests; or KVM is not in use.",
		.remedy = "gic-version=3 (or 2) given by number, where the host has that; a newer QEMU and kernel; dmesg | grep -i gic on the host.",
		.reference = "github.com/kata-containers/runtime/issues/614",
		.wordings = ND_WORDINGS(
			{ "{any}Unable to determine GIC version supported by host{any}", "QEMU 10.0" }
		),
	},
	{
		.id = "arm-cpu-unknown",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "This kernel's KVM does not know this Arm CPU, so there is no /dev/kvm. Where no VMs are to run that is harmless: it stops no boot.",
		.cause = "A 32-bit kernel on a 64-bit CPU: 32-bit KVM knew the Cortex-A7 and A15 alone, and went with Linux 5.7. Else a kernel that is older than the CPU.",
		.remedy = "Use a 64-bit kernel, or a newer one.",
		.reference = "github.com/raspberrypi/linux/issues/2299",
		.wordings = ND_WORDINGS(
			{ "Error, CPU {cpu} not supported!", "Linux 3.9 to 5.8" }
		),
	},
	{
		.id = "riscv-no-h",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM cannot run on this RISC-V machine.",
		.cause = "Its processor has no hypervisor extension (H), or the machine is a VM that was not given it; or its firmware (SBI) is older than 0.2 or has no RFENCE.",
		.remedy = "grep isa /proc/cpuinfo shows an h or not. QEMU: -cpu rv64,h=true; a newer OpenSBI.",
		.reference = "Linux, arch/riscv/kvm/main.c",
		.wordings = ND_WORDINGS(
			{ "hypervisor extension not available", "Linux 5.16 to 7.2" },
			{ "require SBI v0.2 or higher", "Linux 5.16 to 7.2" },
			{ "require SBI RFENCE extension", "Linux 5.16 to 7.2" }
		),
	},
	{
		.id = "riscv-kvm-up",
		.origin = "kvm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "KVM runs on this RISC-V machine.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "hypervisor extension available", "Linux 5.16 to 7.2" },
			{ "using Sv{word} G-stage page table format", "Linux 5.16 to 7.2" },
			{ "VMID {n} bits available", "Linux 5.16 to 7.2" },
			{ "AIA available with {n} guest external interrupts", "Linux 6.5 to 7.2" },
			{ "using SBI nested acceleration with {any}", "Linux 6.13 to 7.2" }
		),
	},
	{
		.id = "riscv-vcpu-init",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on RISC-V could not make a virtual CPU.",
		.cause = "The CPU has no hypervisor extension (H), or has a draft of it; or kernel and QEMU do not agree on its registers.",
		.remedy = "grep isa /proc/cpuinfo: an h after rv64ima is wanted. Without it run QEMU with -accel tcg.",
		.reference = "github.com/revyos/revyos/issues/52",
		.wordings = ND_WORDINGS(
			{ "{any}qemu-system-riscv64: {any}kvm_init_vcpu: {any} failed ({n}){any}", "QEMU 5.2 to 10.0" }
		),
	},
	{
		.id = "arm-gunyah",
		.origin = "gunyah",
		.severity = ND_MSG_NOTE,
		.meaning = "The Gunyah hypervisor started on this machine and keeps EL2: Linux is started at EL1 and has no KVM.",
		.remedy = "For KVM: firmware that starts Linux at EL2 without Gunyah (on some of Qualcomm's boards a device tree and boot option for that exist). Else guests run through Gunyah.",
		.reference = "github.com/qualcomm-linux/kernel/pull/1075",
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor cold boot, version: gunyah{any}" }
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
	{
		.id = "arm-gic",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The interrupt controller (GIC) that QEMU is to give the Arm guest is not one that KVM has here.",
		.cause = "KVM emulates GICv2 only on a GICv2 or a GICv3 with its interface, GICv3 only on a GICv3; security extensions never, virtualization extensions with nesting only. A kernel without KVM's GIC and without KVM_CAP_ARM_USER_IRQ (Linux 4.9 of the Jetson Nano) runs no guest.",
		.remedy = "-machine virt,gic-version=host; dmesg | grep -i gic on the host. Old boards: a newer kernel, or -accel tcg. More than 8 CPUs need GICv3.",
		.reference = "github.com/lattice0/jetson_nano_kvm/issues/5",
		.wordings = ND_WORDINGS(
			{ "{any}KVM with user space irqchip only works when the host kernel supports KVM_CAP_ARM_USER_IRQ{any}", "QEMU 10.0" },
			{ "{any}error creating in-kernel VGIC{any}", "QEMU 10.0" },
			{ "{any}error creating in-kernel ITS{any}", "QEMU 10.0" },
			{ "Perhaps the host CPU does not support GICv2?", "QEMU 10.0" },
			{ "{any}the in-kernel VGIC{any} does not implement the {word} extensions{any}", "QEMU 10.0" },
			{ "{any}does not support GICv{n} emulation{any}", "QEMU 10.0" },
			{ "{any}does not support in-kernel GICv{n} emulation{any}", "QEMU 6.0" },
			{ "{any}only supports in-kernel GICv2 emulation but more than 8 vcpus are requested{any}", "QEMU 6.0" },
			{ "{any}only supports GICv2 emulation but more than 8 vcpus are requested{any}", "QEMU 10.0" },
			{ "{any}Userspace GICv3 is not supported with KVM{any}", "QEMU 10.0" },
			{ "Failed to set device address: {any}", "QEMU 1.4 to 10.0" },
			{ "{any}KVM_SET_DEVICE_ATTR failed: No such device", "QEMU 2.1 to 2.12" }
		),
	},
	{
		.id = "arm-pmu",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not set up the performance counters (PMU) that QEMU is to give the Arm guest.",
		.cause = "The interrupt controller that the guest gets, or counters that this machine does not have.",
		.remedy = "-machine virt,gic-version=host (or max), or a newer QEMU; -cpu host,pmu=off does without counters. dmesg | grep -iE \"pmu|gic\".",
		.reference = "github.com/coreos/coreos-assembler/pull/432",
		.fold = true,
		.clauses = arm_pmu,
		.wordings = ND_WORDINGS(
			{ "{any}PMU: KVM_SET_DEVICE_ATTR: {any}", "QEMU 2.10 to 10.0" },
			{ "{any}failed to set irq for PMU", "QEMU 2.10 to 10.0" }
		),
	},
	{
		.id = "arm-guest-gic",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "Linux drives a GICv2, as its device tree or ACPI tables say, on a CPU that has the registers of a GICv3 switched on. Interrupts will not work, and mostly it does not boot.",
		.cause = "In a VM: the VMM describes another interrupt controller than the one that KVM emulates for it. On a board: its firmware, or the wrong device tree.",
		.remedy = "Describe the controller that is there: QEMU with KVM -machine virt,gic-version=host, other VMMs a machine with GICv3; on a board its own device tree.",
		.reference = "github.com/gem5/gem5/issues/1334",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "GICv3 system registers enabled, broken firmware!", "Linux 4.4 to 7.2" },
			{ "GIC CPU mask not found - kernel will fail to boot.", "Linux 3.15 to 7.2" }
		),
	},
	{
		.id = "arm-ipa",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The Arm guest was to have more address space than the hypervisor can give it here (its intermediate physical addresses, IPA).",
		.cause = "Apple's M1 has 36 bits, QEMU's machine asks for 40 or more where it is not told otherwise; or maxmem is too large. 32 bits on macOS: it has no virtualization, mostly because it is itself a guest (hosted runners).",
		.remedy = "A newer QEMU; -machine virt,highmem=off, a smaller maxmem. dmesg | grep -i ipa shows the limit.",
		.reference = "github.com/UbuntuAsahi/ubuntu-asahi/issues/51",
		.wordings = ND_WORDINGS(
			{ "{any}option values require an IPA range ({n} bits) larger than the one supported by the host ({n} bits){any}", "QEMU 10.0" },
			{ "{any}Addressing limited to {n} bits, but memory exceeds it by {n} bytes{any}", "QEMU 10.0" },
			{ "{any}VCPU supports less PA bits ({n}) than requested by the memory map ({n}){any}", "QEMU 10.0" },
			{ "{word} using unsupported default IPA limit, upgrade your VMM", "Linux 7.1" }
		),
	},
	{
		.id = "arm-cpu-part",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The Arm guest's CPU was configured with a feature that this host, or its KVM, does not have; the line names it.",
		.cause = "SVE and its vector lengths, pointer authentication, memory tagging (MTE), steal time, counters: the host's processor lacks it, its kernel is older, or this machine is itself a guest to which it is not given.",
		.remedy = "-cpu host without that property (sve=off, pauth=off, mte=off, pmu=off), or in libvirt without its <feature>.",
		.reference = "Linux, Documentation/virt/kvm/api.rst",
		.wordings = ND_WORDINGS(
			{ "{any}'pauth' feature not supported by {word} on this host{any}", "QEMU 10.0" },
			{ "{any}cannot enable sve{n}{any}", "QEMU 10.0" },
			{ "{any}cannot disable sve{n}{any}", "QEMU 10.0" },
			{ "{any}MTE requested, but not supported{any}", "QEMU 10.0" },
			{ "{any}'kvm-steal-time' cannot be enabled {any}", "QEMU 10.0" },
			{ "{any}does not support providing MTE to the guest CPU{any}", "QEMU 10.0" },
			{ "{any}failed to init PMU{any}", "QEMU 10.0" }
		),
	},
	{
		.id = "arm-kvm-boot",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "What KVM on an Arm machine says of itself while it starts.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "IPA Size Limit: {n} bits{any}", "Linux 7.1" },
			{ "vgic interrupt IRQ{n}", "Linux 7.1" },
			{ "vgic-v2@{hex}", "Linux 7.1" },
			{ "GIC system register CPU interface enabled", "Linux 7.1" },
			{ "GCIE {any}system register CPU interface", "Linux 7.1" },
			{ "disabling GICv2 emulation", "Linux 7.1" },
			{ "GICv3: no GICV resource entry", "Linux 7.1" },
			{ "GICv4{any} support {word}", "Linux 7.1" },
			{ "GICv3 sysreg trapping enabled ({any}, reduced performance)", "Linux 7.1" },
			{ "GICv3 with broken locally generated SEI", "Linux 7.1" },
			{ "nv: {n} {word} grained trap handlers", "Linux 7.1" },
			{ "Reserved {n} MiB at {hex}", "Linux 7.1" },
			{ "KVM: SVE vector length for guests limited to {n} bytes", "Linux 7.1" },
			{ "hyp trace clock off by {n}us", "Linux 7.1" }
		),
	},
	{
		.id = "arm-kvm-broken",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on this Arm machine could not start: a part of it cannot be set up at EL2. There is no /dev/kvm.",
		.cause = "Kernel and machine do not fit: a page size (16 or 64 KiB) that the processor does not have for guests, the place of the kernel in memory, no memory left; or a bug. If this machine is itself a guest: EL2 as the level below gives it.",
		.remedy = "A kernel with another page size (getconf PAGE_SIZE; 4 KiB goes everywhere) or a newer one; the line itself goes to kvmarm@lists.linux.dev.",
		.reference = "Linux, arch/arm64/kvm/arm.c, reset.c and mmu.c",
		.wordings = ND_WORDINGS(
			{ "error initializing Hyp mode: {n}", "Linux 7.1" },
			{ "Cannot map {any} section{any}", "Linux 7.1" },
			{ "Cannot map world-switch code", "Linux 7.1" },
			{ "Cannot map hyp {any}", "Linux 7.1" },
			{ "IDMAP intersecting with HYP VA, unable to continue", "Linux 7.1" },
			{ "Hyp mode page-table not allocated", "Linux 7.1" },
			{ "PAGE_SIZE not supported at Stage-2, giving up", "Linux 7.1" },
			{ "Unsupported value for TGRAN_2, giving up", "Linux 7.1" },
			{ "Error initializing system register tables", "Linux 7.1" },
			{ "Failed to initialize VMID allocator.", "Linux 7.1" },
			{ "Cannot initialise vector slots", "Linux 7.1" },
			{ "Failed to init hyp memory protection", "Linux 7.1" }
		),
	},
	{
		.id = "arm-pkvm",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "Protected KVM (pKVM), which hides guests' memory from the host, cannot run on this Arm machine as it is configured.",
		.cause = "kvm-arm.mode=protected on a machine that lacks something it needs: firmware with PSCI, a GICv3, memory that can be reserved, a kernel that does not use VHE.",
		.remedy = "kvm-arm.mode=nvhe or no such option on the kernel command line gives ordinary KVM.",
		.reference = "Linux, arch/arm64/kvm/pkvm.c and arm.c",
		.wordings = ND_WORDINGS(
			{ "Cannot initialize protected mode without PSCI", "Linux 7.1" },
			{ "Protected KVM not available with VHE", "Linux 7.1" },
			{ "Failed to finalize Hyp protection: {n}", "Linux 7.1" },
			{ "Failed to reserve hyp memory", "Linux 7.1" },
			{ "GICv2 not supported in protected mode", "Linux 7.1" },
			{ "GICv5-based guests are not supported with pKVM", "Linux 7.1" },
			{ "pKVM requires firmware support for {any}", "Linux 7.1" }
		),
	},
	{
		.id = "arm-vgic",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on this Arm machine cannot use a part of the interrupt controller (GIC): it gives guests none of that version, or a slower one.",
		.cause = "The firmware or device tree does not describe it (the maintenance interrupt, the regions GICH and GICV), or describes it in a way that KVM cannot use: boards whose vendor did not mean KVM; with nesting, a GICv3 or a GICv5 with its older interface is needed.",
		.remedy = "A newer firmware or device tree; dmesg | grep -iE \"gic|kvm\". QEMU: gic-version=host, or kernel-irqchip=off where the kernel has KVM_CAP_ARM_USER_IRQ.",
		.reference = "Linux, arch/arm64/kvm/vgic",
		.wordings = ND_WORDINGS(
			{ "No vgic maintenance irq", "Linux 7.1" },
			{ "GICH not present in the firmware table", "Linux 7.1" },
			{ "GICV region size/alignment is unsafe, using trapping (reduced performance)", "Linux 7.1" },
			{ "GICV physical address {hex} not page aligned", "Linux 7.1" },
			{ "CPU interface incapable of MMIO access", "Linux 7.1" },
			{ "Cannot register GICv{any} KVM device{any}", "Linux 7.1" },
			{ "Unable to initialize VGIC dynamic data structures", "Linux 7.1" },
			{ "Cannot map {word} into hyp", "Linux 7.1" },
			{ "NV support requires GICv3 or GICv5 with legacy support, giving up", "Linux 7.1" },
			{ "Nested GICv5 VMs are currently unsupported", "Linux 7.1" }
		),
	},
	{
		.id = "arm-timer",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on this Arm machine cannot use the processor's timer for guests.",
		.cause = "Firmware or device tree lack the virtual timer's interrupt or describe it wrongly; the timer of the host itself is not the architected one.",
		.remedy = "A newer firmware or device tree; dmesg | grep -iE \"timer|kvm\".",
		.reference = "Linux, arch/arm64/kvm/arch_timer.c",
		.wordings = ND_WORDINGS(
			{ "kvm_arch_timer: {any}", "Linux 7.1" }
		),
	},
	{
		.id = "arm-hyp-panic",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on Arm crashed in its own code at EL2: a fault of the kernel, not of the guest.",
		.cause = "A bug of that kernel or of the compiler that built it (options that put checks into EL2's code), firmware that took something away from EL2, or a level below whose nesting is incomplete.",
		.remedy = "Save the lines below it with the kernel version, and report them to kvmarm@lists.linux.dev or the distribution; another kernel, an update of the same series first.",
		.reference = "github.com/ClangBuiltLinux/linux/issues/1096",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Kernel panic - not syncing: HYP panic:{any}", "Linux 7.1" },
			{ "nVHE hyp panic at: {any}", "Linux 7.1" },
			{ "nVHE hyp BUG at: {any}", "Linux 7.1" },
			{ "nVHE hyp {any} at: {any}", "Linux 7.1" },
			{ "Invalid host exception to nVHE hyp!", "Linux 7.1" }
		),
	},
	{
		.id = "arm-erratum",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "On this Arm processor a guest whose kernel lacks the workaround of an erratum can stop the whole machine.",
		.remedy = "Run only guests whose kernels are known and current; the line before names the erratum.",
		.reference = "Linux, arch/arm64/kvm/arm.c",
		.wordings = ND_WORDINGS(
			{ "Guests without required CPU erratum workarounds can deadlock system!{any}", "Linux 7.1" }
		),
	},
	{
		.id = "arm-trap",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A hypervisor on Arm met an exception of a guest, or of its own, that it does not handle. The class says what was done; classes that end in CUR are faults of the level itself that reports it.",
		.cause = "SYS64: a register of an extension (SME, SVE, pointer authentication, PMU) that the CPU model shows and the hypervisor does not emulate. DABT, IABT: memory or a device that the guest does not have: another board's kernel or device tree. Nested, also what the level below reports otherwise than hardware.",
		.remedy = "Take the extension out of the CPU model or of the guest's kernel; a device tree of that VMM; nestdiag explain \"ESR 0x...\" decodes a syndrome. The address behind ELR or pc tells where it was.",
		.reference = "github.com/quic/gunyah-hypervisor/issues/14",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}nhandled trap from VM {n}, ESR_EL2 = {esr}, {any}", "Gunyah" },
			{ "{any}nknown exception class: esr: {esr}{any}", "Linux 7.1" },
			{ "{any}nsupported FSC: EC={armclass} {any}", "Linux 7.1" },
			{ "{any}nhandled trap (exception class {armclass}){any}" },
			{ "{any}no handler for abort ec = {armclass}{any}", "Bao" },
			{ "{any}cpu {n} exception - esr_el2: {esr}{any}" },
			{ "{any}traps.c:{n}:{word} HSR={esr} pc={any}", "Xen 4.4 to 4.19" },
			{ "{any}Hypervisor Trap. HSR={esr} {any}", "Xen 4.4 to 4.19" },
			{ "{any}nhandled HSR {esr}{any}" },
			{ "{any}_abort {any}, syndrome {esr}, pstate {hex}", "kvms" },
			{ "{any}nhandled HYP exception: {any}", "Jailhouse" },
			{ "{any}nhandled Exception from EL2{any}", "TF-A" },
			{ "{any}nhandled {any}exception{any}ESR_EL2{near}{esr}{any}" },
			{ "{any}nexpected exception{any}ESR_EL2{near}{esr}{any}" }
		),
	},
	{
		.id = "arm-sysreg",
		.origin = "kvm",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest on Arm used a system register that KVM does not emulate; Op0 to Op2 say which. The guest gets an undefined instruction, of which its kernel may die.",
		.cause = "A register of this make of processor (Op0 3, CRn 11 or 15), or of an extension that KVM does not offer: guests' kernels that look at the processor's name only, other systems than Linux, or a newer guest on an older KVM. Nested: EL2's registers where KVM gives the guest no EL2.",
		.remedy = "If the guest runs on: nothing. Else a newer kernel on the host, a guest's kernel without that driver, or a CPU model without the extension.",
		.reference = "Linux, arch/arm64/kvm/sys_regs.c",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Unsupported guest sys_reg access at: {hex} [{hex}]{any}", "Linux 4.1 to 7.1" },
			{ "Unsupported guest CP{n} access at: {hex} [{hex}]{any}", "Linux 4.1 to 7.1" },
			{ "Unsupported guest sys_reg access at: {hex}", "Linux 3.11 to 4.0" },
			{ "Unsupported guest access at: {hex}{any}" }
		),
	},
	{
		.id = "arm-trap-register",
		.origin = "any",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest on Arm read an ID register that its hypervisor does not know; it reads zero (RAZ), which says that the extension is not there.",
		.cause = "Kernels of guests read all ID registers as they boot, also those of newer processors.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}sysreg_read: unhandled TID{n} trap, ISS: {hex}. RAZ", "Gunyah" }
		),
	},
	{
		.id = "arm-vgicd",
		.origin = "xen",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest of Xen on Arm wrote a register of the interrupt controller that Xen does not emulate; Xen ignores it (old versions: the guest gets an abort).",
		.cause = "ICACTIVER while interrupts are off is written by every Linux guest; Xen takes zero there and complains of the rest.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}vGICD: unhandled word {any} to ICACTIVER{n}", "Xen 4.8 to 4.17" },
			{ "{any}vGICR: {near}unhandled word {any} to ICACTIVER{n}", "Xen 4.8 to 4.17" }
		),
	},
	{
		.id = "arm-mmio-syndrome",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on Arm ended a guest: it accessed a device's memory, or memory that is not there, with an instruction that KVM cannot emulate. KVM_RUN returns ENOSYS (\"kvm run failed Function not implemented\").",
		.cause = "The processor reports only of plain loads and stores of one register what they do; not of those of several registers or with write-back, nor of cache maintenance. A guest kernel or firmware that is made for another board, or one whose compiler chose such an instruction.",
		.remedy = "A kernel and firmware for the machine that the VMM emulates (QEMU -M virt, with the device tree that it makes); a newer version of the guest's firmware.",
		.wordings = ND_WORDINGS(
			{ "{any}oad/store instruction decoding not implemented{any}", "Linux 5.4" },
			{ "{any}ata abort outside memslots with no valid syndrome info{any}", "Linux 5.5 to 6.6" }
		),
	},
};

const struct nd_catalogue nd_catalogue_arm = {
	"arm", messages, ARRAY_SIZE(messages)
};
