// SPDX-License-Identifier: GPL-2.0-only
/* QEMU. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_advice arm_irqchip = {
	.cause = "On Arm: a GIC of a version that this host cannot give to guests, or a level below that gives none.",
	.remedy = "-machine virt,gic-version=host; dmesg | grep -i gic on the host; a newer kernel.",
};

static const struct nd_advice arm_kvm_init = {
	.cause = "No such file or device: no KVM here; on Arm it is built in and needs EL2, which a VM has only with nested virtualization (FEAT_NV2). Permission denied: not in its group. Invalid argument: KVM is there and does not take the machine: its address space (IPA), EL2 for the guest (virtualization=on).",
	.remedy = "dmesg | grep -i kvm says whether KVM started. Invalid argument: -machine virt,gic-version=host,highmem=off without virtualization=on to compare; a newer QEMU.",
};

static const struct nd_clause qemu_socket[] = {
	{ 13, NULL, NULL,
	  "QEMU's user, SELinux or AppArmor may not write in the folder of the path.",
	  "ls -ldZ of the folder that the line names, as QEMU's user; ausearch -m avc or dmesg | grep -i apparmor." },
	{ 2, NULL, NULL,
	  "The folder, or the helper's socket, is not there.",
	  "ls -ld of the folder that the line names; the helper (virtiofsd, swtpm) has to run before QEMU." },
	{ 0, "Address already in use", NULL,
	  "Another QEMU or program has it.",
	  "ss -xlp (ports: ss -tlp) for who has the socket; end that one, or take another." },
	{ 0, "Connection refused", NULL,
	  "Nobody listens there.",
	  "Start what is to listen (virtiofsd, swtpm, the other end), then QEMU; ss -xlp." },
	{ 0 }
};

static const struct nd_clause vfio_reset[] = {
	{ 0, "depends on group", NULL,
	  "It can only be reset together with others on its bus, functions of one card or devices behind one bridge, and the guest does not have all of them.",
	  NULL },
	{ 0, "no available reset", NULL,
	  "It has no way at all to be reset.",
	  "Restart the host before the device is used again, or leave it to one guest." },
	{ 0 }
};

static const struct nd_clause vhost_net_denied[] = {
	{ 1, NULL, NULL,
	  "The device rules (cgroup) of a container or sandbox, also for root.",
	  NULL },
	{ 13, NULL, NULL,
	  "This user is not in the device's group.",
	  "ls -l /dev/vhost-net, and a user in its group (mostly kvm); or use the network without vhost (Kata: disable_vhost_net = true)." },
	{ 0 }
};

#define BEYOND(error, word) \
	{ error, word, NULL, \
	  "An address that this IOMMU does not reach or reserves, as with a virtual IOMMU of fewer bits.", \
	  "aw-bits of the virtual IOMMU; host-phys-bits-limit of the guest's CPU." }
#define NOT_PINNED(error, word) \
	{ error, word, NULL, \
	  "Memory that cannot be pinned.", \
	  "Other memory for the guest (memory-backend-memfd)." }
#define TOO_MANY(error, word) \
	{ error, word, NULL, \
	  "Too many mappings at a time.", \
	  "dma_entry_limit of vfio_iommu_type1 higher." }
#define TWICE(error, word) \
	{ error, word, NULL, \
	  "It is mapped already.", \
	  NULL }

static const struct nd_clause vfio_dma_map[] = {
	BEYOND(22, NULL), BEYOND(0, "VFIO_MAP_DMA: -22"),
	NOT_PINNED(14, NULL), NOT_PINNED(0, "VFIO_MAP_DMA: -14"),
	TOO_MANY(28, NULL), TOO_MANY(0, "VFIO_MAP_DMA: -28"),
	TWICE(17, NULL), TWICE(0, "VFIO_MAP_DMA: -17"),
	{ 0 }
};

static const struct nd_clause vfio_interrupts[] = {
	{ 0, "No interrupt remapping", NULL,
	  "An old platform, remapping off in the firmware or by the kernel (nointremap, a BIOS with errors in it); in a VM a virtual IOMMU without it (intremap=off, no split irqchip).",
	  NULL },
	{ 0 }
};

#define OVERLAP(error, word) \
	{ error, word, NULL, \
	  "Two pieces overlap, a bug of QEMU or of a device.", \
	  "Another version of QEMU; the guest without passed-through devices, to compare." }
#define NOT_TAKEN(error, word) \
	{ error, word, NULL, \
	  "A piece at an address, or of a kind (guest_memfd), that this kernel does not take.", \
	  "The kernel that this QEMU is made for; another QEMU." }

static const struct nd_clause qemu_slots[] = {
	OVERLAP(17, NULL), OVERLAP(0, "-17"),
	{ 0, "no free slot", NULL,
	  "More devices and memory modules than KVM has slots for.",
	  "Fewer memory modules and passed-through devices." },
	NOT_TAKEN(22, NULL), NOT_TAKEN(0, "-22"),
	{ 0 }
};

static const struct nd_clause qemu_irqchip_required[] = {
	{ 0, "IRQ_XIVE", NULL,
	  "On POWER, KVM in a partition or in a guest has no XIVE to give, nor has Linux before 5.2.",
	  NULL },
	{ 0 }
};

#define BY_DRIVER(error, word) \
	{ error, word, NULL, \
	  "A driver or memory of the guest.", \
	  NULL }
#define BY_TIME(error, word) \
	{ error, word, NULL, \
	  "A CPU that did not answer or a clock that went wrong, in VMs mostly too much load below.", \
	  "The load of the level below: nestdiag exits and vcpus there; fewer vCPUs for the guest." }

static const struct nd_clause qemu_hv_crash[] = {
	BY_DRIVER(0, "(0x1e "), BY_DRIVER(0, "(0x3b "), BY_DRIVER(0, "(0x7e "),
	BY_DRIVER(0, "(0x50 "),
	BY_TIME(0, "(0x1ca "), BY_TIME(0, "(0x101 "), BY_TIME(0, "(0x133 "),
	{ 0, "(0x20001 ", NULL,
	  "Windows' own hypervisor in the guest.",
	  "Start the guest without Hyper-V and VBS in it to compare; take the features of the last change off again." },
	{ 0 }
};

static const struct nd_clause qemu_memory_error[] = {
	{ 0, "QEMU itself", NULL,
	  "A defective memory module; the kernel took the page away. It was memory of QEMU's own, so that it cannot go on.",
	  NULL },
	{ 0, "Guest MCE", NULL,
	  "A defective memory module; the kernel took the page away. It was memory of the guest, which gets the machine check.",
	  NULL },
	{ 0 }
};

static const struct nd_clause no_code[] = {
	{ 0, "<00> 00 00 00 00 00 00 00 00 00 00 00", NULL,
	  "The guest runs in memory without code: from its RIP on all bytes are 0 (Code=, behind <). It jumped to a wrong place, or ran on from one, and KVM gave up at what came of it.",
	  "Why it got there: a wrong or damaged firmware or image, memory that was not loaded. As OVMF starts several vCPUs: a defect of Linux 4.2 on the host (4.1, and 4.4 and later, are well); update that kernel, one vCPU to compare." },
	{ 0 }
};

#define DEAD(error, word) \
	{ error, word, NULL, \
	  "The VM is dead for KVM: the kernel's log of that moment says why.", \
	  "dmesg | grep -i kvm of that moment." }

static const struct nd_clause kvm_run_failed[] = {
	DEAD(1, NULL), DEAD(5, NULL),
	{ 0 }
};

static const struct nd_clause files[] = {
	{ 0, "podman-machine-default.ign: can't load", "QEMU cannot read the file for the first start (Ignition) of Podman's machine. That is no fault of virtualization.",
	  "A file of the machine was moved or deleted (the .ign of its first start).",
	  "podman machine rm, then podman machine init and start; what was in the machine is gone with it." },
	{ 2, NULL, "QEMU cannot read a file that the guest is started with: it is not there. That is no fault of virtualization.",
	  "Moved, renamed or deleted since the guest was set up, or its disk is not mounted; in a container or snap a folder that is not shared with it.",
	  "Put it back; or take it out of the guest: virsh change-media GUEST DEVICE --eject, virsh edit GUEST, or the devices in GNOME Boxes and virt-manager." },
	{ 13, NULL, "QEMU may not read a file that the guest is started with. That is no fault of virtualization.",
	  "The owner and mode of the file, or of a folder above it; AppArmor (libvirt's profile of the guest, which has to know the path, also that of a backing file) or SELinux.",
	  "ls -lZ FILE; namei -l FILE; dmesg | grep -iE \"apparmor|avc\" names a policy; restorecon -R on libvirt's folder. QEMU's user is libvirt-qemu, qemu or the one who started it." },
	{ 0 }
};

static const struct nd_message messages[] = {
	/* Versions of capabilities in this file: include/uapi/linux/kvm.h of Debian's kernels. */
	{
		.id = "qemu-dirty-ring",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "QEMU's ring of pages that a guest wrote (dirty-ring-size) is not to be had from KVM here, or not so large; without it QEMU uses bitmaps, or the option fails. KVM works.",
		.cause = "KVM_CAP_DIRTY_LOG_RING is missing (Linux 5.10 does not have it, 6.1 does), or the number is no power of 2 within KVM's limit.",
		.remedy = "Leave out dirty-ring-size, or a smaller power of 2 (1024); limits of dirty pages (dirty-limit) need it.",
		.reference = "accel/kvm/kvm-all.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}KVM dirty ring not available, using bitmap method{any}", "QEMU 8.2" },
			{ "{any}KVM dirty ring size {any} too big {any}", "QEMU 8.2" },
			{ "{any}Enabling of KVM dirty ring{any} failed: {any}", "QEMU 8.2" },
			{ "{any}requires KVM with accelerator property 'dirty-ring-size' set{any}", "QEMU 8.2" }
		),
	},
	{
		.id = "qemu-guest-memfd",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was asked for private memory of the guest (guest_memfd: TDX, SEV-SNP), and KVM of this kernel does not have it.",
		.cause = "A kernel before 6.8, or one without KVM_PRIVATE_MEM; confidential VMs need it, ordinary ones do not.",
		.remedy = "A newer kernel on the host; leave out the confidential guest's options to compare. In a VM confidential guests mostly cannot run.",
		.reference = "accel/kvm/kvm-all.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}KVM doesn't support guest memfd{any}", "QEMU 8.2" },
			{ "{any}KVM doesn't support PRIVATE memory attribute{any}", "QEMU 8.2" },
			{ "{any}KVM doesn't support KVM_CAP_USER_MEMORY2{any}", "QEMU 8.2" }
		),
	},
	{
		.id = "qemu-xen-guest",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was asked to emulate Xen for the guest by KVM (xen-version=), and something that it needs is missing: KVM's support, the machine, or the split interrupt controller.",
		.cause = "KVM was built without KVM_XEN, is too old (Linux 5.10 lacks what QEMU asks for, 6.1 has it), or kernel-irqchip is not split.",
		.remedy = "-accel kvm,xen-version=0x4000a,kernel-irqchip=split with -machine pc or q35; a kernel with CONFIG_KVM_XEN.",
		.reference = "target/i386/kvm/xen-emu.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}kvm: Xen HVM guest support not present or insufficient{any}", "QEMU 8.2" },
			{ "{any}kvm: Failed to enable Xen HVM support: {any}", "QEMU 8.2" },
			{ "{any}kvm: Xen support requires kernel-irqchip=split{any}", "QEMU 8.2" },
			{ "{any}kvm: Xen support only available in PC machine{any}", "QEMU 8.2" },
			{ "{any}kvm: Xen support not enabled in qemu{any}", "QEMU 8.2" }
		),
	},
	{
		.id = "qemu-riscv-kvm",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on RISC-V did not take a setting of QEMU: of its interrupt controller (AIA) or of an extension of the guest's CPU.",
		.cause = "The processor or this kernel's KVM lacks the extension, or the mode of AIA; aia= and riscv-aia= that do not go together.",
		.remedy = "-machine virt,aia=none; leave out the extension that the line names; -cpu host.",
		.reference = "target/riscv/kvm of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}KVM AIA: {any}fail{any}", "QEMU 8.2" },
			{ "{any}Invalid KVM AIA mode{any}", "QEMU 8.2" },
			{ "{any}extension {word} is not available with KVM", "QEMU 8.2" },
			{ "{any}KVM does not support disabling extension {word}", "QEMU 8.2" }
		),
	},
	{
		.id = "qemu-hyperv-unsupported",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was configured with a Hyper-V enlightenment that this host's KVM cannot provide.",
		.cause = "For hv-evmcs: kvm_intel without nested=1, an AMD host, or an old kernel. Others need a newer kernel, or another hv-* flag first: the one behind \"requires\" (hv-time for hv-stimer).",
		.remedy = "For hv-evmcs: load kvm_intel with nested=1, or drop hv-evmcs. Otherwise drop the named flag, or add the one that it needs.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V {any} is not supported by kernel", "QEMU 7.2 to 10.0" },
			{ "Hyper-V {any} requires Hyper-V {any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-evmcs-version",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's version of eVMCS is not the one that QEMU was configured to offer.",
		.remedy = "Drop hv-evmcs, or use QEMU and kernel of about the same age.",
		.wordings = ND_WORDINGS(
			{ "eVMCS version range [{n}..{n}] is not supported by kernel{any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "entry-failed-guest-state",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest: the guest state is invalid (exit reason 33 with bit 31, the VM entry failed).",
		.cause = "A guest in real mode or with unusual segments while kvm_intel has unrestricted_guest=0 (or ept=0) and emulate_invalid_guest_state=0; on Linux 5.15 also a bug of the TDP MMU on old hardware; under another hypervisor, its VMX emulation. SMM=1 in the registers: the guest was in SMM (secure boot).",
		.remedy = "Make sure that kvm_intel has unrestricted_guest=Y and ept=Y; update firmware, microcode and kernel (on 5.15: kvm.tdp_mmu=N). To find the field: nestdiag failures, with the module loaded; or echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, retry, then dmesg | nestdiag autopsy -",
		.reference = "github.com/dosemu2/dosemu2/issues/1274",
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error 0x80000021", "QEMU 7.2 to 10.0" },
			{ "{any}hardware_entry_failure_reason = 0x80000021{any}" },
			{ "kvm: unhandled exit 80000021", "qemu-kvm 0.9 to 1.1" },
			{ "kvm: vm entry failed with error 0x80000021", "qemu-kvm 0.12 to 1.1" },
			{ "{any}KVM: fail entry 0x80000021{any}", "Kontain 0.1" }
		),
	},
	{
		.id = "entry-failed-msr-load",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest: an MSR of the VM-entry MSR-load area could not be loaded (exit reason 34 with bit 31).",
		.cause = "A value that the MSR does not accept, or an MSR that the hypervisor below does not allow to be loaded this way.",
		.remedy = "The exit qualification is the number of the entry: nestdiag failures, with the module loaded; or echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, retry, then dmesg | nestdiag autopsy -",
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error 0x80000022", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "entry-failed-controls",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "VMLAUNCH failed with VM-instruction error 7: a VMX control has a setting that is not allowed.",
		.cause = "KVM only uses what the capability registers allow, so it is nearly always a hypervisor below that reports a control but rejects it.",
		.remedy = "With the module loaded nestdiag failures names the control; or echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, retry, then dmesg | nestdiag autopsy -. Or disable one feature of kvm_intel at a time (ept, unrestricted_guest, enable_apicv, preemption_timer, pml); update the hypervisor below.",
		.reference = "github.com/Linutronix/elbe/issues/294",
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error 0x7", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "entry-failed-host-state",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "VMLAUNCH failed with VM-instruction error 8: the processor rejects the host state to be loaded on VM exit.",
		.cause = "A bug in KVM, or in the hypervisor below that checks the state.",
		.remedy = "Update the kernel and the hypervisor below. To find the field: nestdiag failures, with the module loaded; or echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, retry, then dmesg | nestdiag autopsy -",
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error 0x8", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "entry-failed-svm",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "VMRUN failed (exit code -1): the processor found the guest's state or the controls invalid.",
		.cause = "Seen on Azure with firmware that uses SMM (OVMF with secure boot); otherwise a bug in KVM or the hypervisor below.",
		.remedy = "Use firmware without SMM and secure boot, or another CPU model than the host's; echo Y >/sys/module/kvm_amd/parameters/dump_invalid_vmcb lets KVM dump the state: retry, then dmesg | nestdiag autopsy -",
		.reference = "github.com/bootc-dev/bcvk/issues/145; AMD APM volume 2, VMRUN: canonicalization and consistency checks",
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error 0xffffffff", "QEMU 7.2 to 10.0" },
			{ "KVM: entry failed, hardware error 0xffffffffffffffff", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "entry-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest.",
		.cause = "The number is an exit reason if bit 31 is set, otherwise a VM-instruction error.",
		.remedy = "With the module loaded nestdiag failures names the check. Otherwise echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs (kvm_amd: dump_invalid_vmcb), repeat, then dmesg | nestdiag autopsy -",
		.last = true,
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error {hwerror}", "QEMU 7.2 to 10.0" },
			{ "{any}hardware_entry_failure_reason = {hwerror}{any}" }
		),
	},
	{
		.id = "qemu-unrestricted-hint",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU's general remark after hardware error 0x80000021; it says nothing about this case.",
		.cause = "QEMU prints it for any invalid guest state. CPUs since Westmere have unrestricted guest mode.",
		.wordings = ND_WORDINGS(
			{ "If you're running a guest on an Intel machine without unrestricted mode", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "suberror-emulation",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not emulate an instruction of the guest and stopped it (KVM_INTERNAL_ERROR_EMULATION).",
		.cause = "Most often the guest jumped into memory without code: check RIP and the Code bytes below; if they are sound code, it touched a device's memory (MMIO) with an instruction that KVM does not emulate. KVM emulates much more if unrestricted_guest or ept are off.",
		.remedy = "Find out why the guest jumped there (firmware, wrong image). Sound code: a newer kernel here, which emulates more; with AVX in it (c4 or c5 at the <>) a CPU model without avx, or another driver in the guest. On Intel make sure that kvm_intel has ept=Y and unrestricted_guest=Y.",
		.reference = "github.com/depenguin-me/depenguin-run/issues/102, github.com/tianocore/edk2/issues/6597",
		.clauses = no_code,
		.wordings = ND_WORDINGS(
			{ "KVM internal error. Suberror: 1", "QEMU 7.2 to 10.0" },
			{ "{any}INTERNAL_ERROR{any}suberror{near} {suberror1}{any}" },
			{ "{any}INTERNAL_ERROR{any}suberror={suberror1}{any}" },
			{ "{any}InternalError{any}suberror{near} {suberror1}{any}" },
			{ "{any}InternalError{any}suberror={suberror1}{any}" }
		),
	},
	{
		.id = "suberror-no-code",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU's dump of a guest's registers: where the guest goes on there is nothing but zeroes.",
		.quiet = true,
		.follows = "suberror-emulation",
		.wordings = ND_WORDINGS(
			{ "Code={any}<00> 00 00 00 00 00 00 00 00 00 00 00{any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "suberror-exception",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "An exception happened while KVM delivered an event to the guest, and KVM cannot continue (KVM_INTERNAL_ERROR_SIMUL_EX).",
		.cause = "extra data[0] is the event that was delivered, [1] the exception, [2] its error code. Mostly a bug in shadow paging, EPT or NPT, in KVM or the hypervisor below.",
		.remedy = "Update kernel and hypervisor below; kvm_intel ept=Y (without EPT paging is emulated); the same guest without a level below.",
		.reference = "github.com/jclulow/illumos-kvm/issues/6",
		.wordings = ND_WORDINGS(
			{ "KVM internal error. Suberror: 2", "QEMU 7.2 to 10.0" },
			{ "KVM internal error.Suberror: 2", "QEMU 0.12 to 1.0" },
			{ "{any}INTERNAL_ERROR{any}suberror{near} {suberror2}{any}" },
			{ "{any}INTERNAL_ERROR{any}suberror={suberror2}{any}" },
			{ "{any}InternalError{any}suberror{near} {suberror2}{any}" },
			{ "{any}InternalError{any}suberror={suberror2}{any}" }
		),
	},
	{
		.id = "suberror-delivery",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest exited for a reason that KVM does not expect during event delivery (KVM_INTERNAL_ERROR_DELIVERY_EV).",
		.cause = "extra data[0] is the event, [1] the exit reason, [2] the exit qualification. Often the guest's stack or interrupt table is in memory that is emulated or not mapped.",
		.remedy = "Find what is at the guest's stack and interrupt table (info registers: RSP, IDT, GDT) and whether it is memory: a guest that has gone astray, a slot that was taken away, or a bug below if the same guest runs elsewhere.",
		.wordings = ND_WORDINGS(
			{ "KVM internal error. Suberror: 3", "QEMU 7.2 to 10.0" },
			{ "{any}INTERNAL_ERROR{any}suberror{near} {suberror3}{any}" },
			{ "{any}INTERNAL_ERROR{any}suberror={suberror3}{any}" },
			{ "{any}InternalError{any}suberror{near} {suberror3}{any}" },
			{ "{any}InternalError{any}suberror={suberror3}{any}" }
		),
	},
	{
		.id = "suberror-unexpected-exit",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest exited for a reason that this KVM has no handler for (KVM_INTERNAL_ERROR_UNEXPECTED_EXIT_REASON).",
		.cause = "extra data[0] is the exit reason.",
		.remedy = "A newer kernel, or leave out the feature that exits so; the kernel's log names it too.",
		.wordings = ND_WORDINGS(
			{ "KVM internal error. Suberror: 4", "QEMU 7.2 to 10.0" },
			{ "{any}INTERNAL_ERROR{any}suberror{near} {suberror4}{any}" },
			{ "{any}INTERNAL_ERROR{any}suberror={suberror4}{any}" },
			{ "{any}InternalError{any}suberror{near} {suberror4}{any}" },
			{ "{any}InternalError{any}suberror={suberror4}{any}" }
		),
	},
	{
		.id = "suberror",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM stopped the guest for a reason of its own.",
		.cause = "The number is newer than this table; extra data below it may help.",
		.wordings = ND_WORDINGS(
			{ "KVM internal error. Suberror: {suberror}", "QEMU 7.2 to 10.0" },
			{ "{any}INTERNAL_ERROR{any}suberror{near} {suberror}{any}" },
			{ "{any}INTERNAL_ERROR{any}suberror={suberror}{any}" }
		),
	},
	{
		.id = "suberror-data",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "Data for the preceding internal error: how to read them depends on the suberror.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "extra data[{n}]: {hex}", "QEMU 7.2 to 10.0" },
			{ "emulation failure", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "notify-exit-valid",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest had no instruction boundary for longer than the notify window allows, and continued.",
		.cause = "A bug in the guest, an attack by it, or a window that is too short under another hypervisor.",
		.remedy = "QEMU's option notify-vmexit=run, internal-error or disable, and notify-window.",
		.wordings = ND_WORDINGS(
			{ "KVM: Encounter a notify exit with valid context in guest. There can be possible misbehaves in guest.", "QEMU 7.2" },
			{ "KVM: Encountered a notify exit with valid context in guest. The guest could be misbehaving.", "QEMU 10.0" }
		),
	},
	{
		.id = "notify-exit-invalid",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest had no instruction boundary for longer than the notify window allows, and its state is lost; it is stopped.",
		.cause = "A bug in the guest or an attack by it; QEMU stops the guest to keep the host responsive.",
		.wordings = ND_WORDINGS(
			{ "KVM internal error: Encounter{word} a notify exit with invalid context in guest.{any}", "QEMU 7.2 to 10.0" },
			{ "KVM internal error: Encounter a notify exit with invalid context in guest.{any}", "QEMU 7.2" }
		),
	},
	{
		.id = "kvm-run-efault",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_RUN failed with EFAULT: KVM could not reach memory of the guest.",
		.cause = "Memory in a file or device that cannot be mapped that way (also persistent memory and device memory), exhausted memory (huge pages), or private memory of a confidential guest.",
		.remedy = "See the kernel log; check the memory backend and that there are enough huge pages.",
		.wordings = ND_WORDINGS(
			{ "error: kvm run failed Bad address", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-already-runs",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A QEMU that has the same file for its process id still runs, so this one ended: mostly the same VM, which was not stopped.",
		.cause = "The program that starts it took it for stopped: it crashed, or the VM started slowly. Cannot open: no right to write there.",
		.remedy = "ps ax | grep qemu-system, and end that process; then start the VM again.",
		.reference = "github.com/podman-container-tools/podman/issues/16054, github.com/canonical/lxd/issues/7962",
		.wordings = ND_WORDINGS(
			{ "{any}cannot create PID file: Cannot lock pid file{any}", "QEMU 1 to 10.0" },
			{ "{any}annot create PID file: Cannot open pid file{any}", "QEMU 1 to 10.0" }
		),
	},
	{
		.id = "kvm-run-enomem",
		.origin = "kvm",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_RUN failed with ENOMEM: KVM had no memory for itself, or could not start its thread for huge pages.",
		.cause = "If the machine has memory free, and it fails at the start of some guests only: a bug of the kernel. A signal that came while that thread was started was told as ENOMEM (Linux 6.13, 6.12.15, Ubuntu's 6.8.0-58 and others of early 2025).",
		.remedy = "A kernel with the commit \"kvm: retry nx_huge_page_recovery_thread creation\" (6.14 and stable ones after it); until then start the guest again. Else free -m, and the kernel's log.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/5179, github.com/libkrun/libkrun/issues/314",
		.wordings = ND_WORDINGS(
			{ "error: kvm run failed Cannot allocate memory", "QEMU 7.2 to 10.0" },
			{ "{any}KVM_RUN failed: Cannot allocate memory{any}" },
			{ "{any}Failure during vcpu run: Out of memory{any}", "Firecracker 1" },
			{ "{any}Failure during vcpu run: Cannot allocate memory{any}" }
		),
	},
	{
		.id = "kvm-run-einval",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_RUN failed with EINVAL: KVM had no use for what the guest, or QEMU, asked of it, and the guest is stopped.",
		.cause = "With registers of almost all 0 in the dump below it: a guest with encrypted registers (SEV-ES, SEV-SNP) asked to be ended, which older kernels tell as EINVAL, or for something that this kernel does not know. Its firmware or kernel does not go with the host's.",
		.remedy = "The kernel's log of that moment: dmesg | grep -iE \"sev|vmgexit|kvm\" (\"guest requested termination\", \"vmgexit: ...\"). For SEV: OVMF, the guest's kernel, QEMU and the host's kernel of one release.",
		.reference = "github.com/AMDESE/AMDSEV/issues/138",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "error: kvm run failed Invalid argument", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "kvm-run-sev-term",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A confidential guest (SEV-ES, SEV-SNP) asked to be ended, and this QEMU does not know that exit (24, a system event).",
		.cause = "The guest's firmware or kernel found something missing: a feature of SEV-SNP or a version of its protocol that the host does not have. The kernel's log has the reason (\"guest requested termination: SET:CODE\"). Arm and RISC-V: another system event that QEMU does not know.",
		.remedy = "dmesg | grep -i \"requested termination\" on the host; OVMF, the guest's kernel and the host's kernel of one release.",
		.wordings = ND_WORDINGS(
			{ "KVM: unknown exit reason 24", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-socket",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not make or reach a socket or port: of its monitor, VNC, a port that is forwarded to the guest, the guest agent, or of a helper such as virtiofsd and swtpm. That is no fault of virtualization.",
		.cause = "It may not be made or reached, or another QEMU has it: the words behind, or a line beside, say which.",
		.remedy = "ls -ldZ of the folder that the line names, as QEMU's user; ausearch -m avc or dmesg | grep -i apparmor; ss -xlp for who has the socket.",
		.reference = "github.com/apache/cloudstack/pull/985",
		.fold = true,
		.clauses = qemu_socket,
		.wordings = ND_WORDINGS(
			{ "{any}qemu{any}: Failed to bind socket: {any}" },
			{ "{any}qemu{any}: Failed to connect to '{any}': {any}" },
			{ "{any}Could not set up host forwarding rule '{any}'{any}" },
			{ "{any}qemu{any}: Failed to find an available port: {any}" },
			{ "{any}qemu-{word}: Address already in use{any}" },
			{ "{any}qemu{any}: Failed to unlink socket {any}" },
			{ "{any}chardev: opening backend \"socket\" failed{any}" }
		),
	},
	{
		.id = "qemu-display",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not open a window for the guest's screen. That is no fault of virtualization.",
		.cause = "No desktop here (SSH, a container, a server, CI), DISPLAY or the right to it is missing (root, another user), or this QEMU was built without that display (qemu-system-gui is a package of its own).",
		.remedy = "-nographic or -display none with -serial mon:stdio; -display vnc=:1; install qemu-system-gui, or see -display help.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "gtk initialization failed" },
			{ "{any}Could not initialize SDL({any}" },
			{ "{any}Display '{word}' is not available, please see{any}" },
			{ "{any}isplay {word} is incompatible with the GL context{any}" },
			{ "{any}(X_GLXCreateNewContext)" }
		),
	},
	{
		.id = "qemu-pci-slot",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "Two devices of the VM are to be in one slot of its PCI bus, or no slot is left; the guest does not start. That is no fault of virtualization.",
		.cause = "An address in the domain's XML, or on the command line, that another device has got: often one that is added with qemu:commandline, which libvirt does not know of.",
		.remedy = "Another bus or slot for one of the two that the line names; for the device in qemu:commandline addr=0x1e or another high one.",
		.reference = "github.com/notAperson535/OneClick-macOS-Simple-KVM/issues/90",
		.wordings = ND_WORDINGS(
			{ "{any}PCI: slot {n} function {n} not available for {any}, in use by {any}", "QEMU 1 to 10.0" },
			{ "{any}PCI: slot {n} function {n} not available for {any}, reserved{any}", "QEMU 2 to 10.0" },
			{ "{any}PCI: slot {n} function 0 already occupied by {any}", "QEMU 2 to 10.0" },
			{ "{any}PCI: no slot/function available for {any}, all in use{any}", "QEMU 1 to 10.0" }
		),
	},
	{
		.id = "qemu-parameter-type",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A program gave QEMU's monitor a value of another type than this QEMU takes, such as text for a number.",
		.cause = "A QEMU that is newer than the program (LXD, Incus): QEMU 9.2 is strict with what was let pass before, such as core-id of a CPU that is added.",
		.remedy = "Update LXD or Incus, or go back one version of QEMU.",
		.reference = "github.com/canonical/lxd/issues/14916",
		.wordings = ND_WORDINGS(
			{ "{any}Failed to add device: Invalid parameter type for '{word}', expected: {word}" },
			{ "{any}QEMU command '{word}': Invalid parameter type for '{word}', expected: {word}" }
		),
	},
	{
		.id = "qemu-tcg-assert",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's emulation of the CPU (TCG) stopped at a check of its own. KVM has no part in that: the guest was emulated.",
		.cause = "A bug of that version of QEMU; gen_helper_in_func is known of that in UTM 4.6.0 and 4.6.1.",
		.remedy = "Another version of QEMU or UTM; or KVM, HVF or WHPX in place of emulation, for a guest of the host's architecture.",
		.reference = "github.com/utmapp/UTM/issues/6835",
		.wordings = ND_WORDINGS(
			{ "{any}ERROR:{any}/tcg/{any}", "QEMU 5 to 10.0" }
		),
	},
	{
		.id = "memory-lock",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The memory of a guest could not be locked in RAM: the limit on locked memory (RLIMIT_MEMLOCK) is smaller than the guest, or may not be raised. Devices that are passed through (VFIO) need all of it locked.",
		.cause = "QEMU as a user or in a container with the default limit (64 KiB to 8 MiB), a service with LimitMEMLOCK, or a libvirtd or a pod without CAP_SYS_RESOURCE, which may not raise it (\"cannot limit locked memory\"). Else the host has not as much memory.",
		.remedy = "ulimit -l (limits.d: memlock), LimitMEMLOCK=infinity in the service, docker run --ulimit memlock=-1 or --cap-add SYS_RESOURCE; libvirt: <memtune><hard_limit>; free -m.",
		.reference = "github.com/kubevirt/kubevirt/issues/8472, github.com/seapath/meta-seapath/issues/166",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "vfio_{word}: RLIMIT_MEMLOCK ({n}) exceeded", "Linux 3.6 to 7.2" },
			{ "vfio_{word}: Task {any} RLIMIT_MEMLOCK ({n}) exceeded", "Linux 4.13 to 7.2" },
			{ "{any}VFIO_MAP_DMA failed: Cannot allocate memory{any}" },
			{ "{any}vfio_dma_map({any}) = -12 (Cannot allocate memory){any}", "QEMU 4 to 10.0" },
			{ "{any}cannot limit locked memory of process {any}" },
			{ "{any}qemu-{word}: mlockall: Cannot allocate memory" },
			{ "{any}qemu-{word}: locking memory failed" }
		),
	},
	{
		.id = "vfio-not-viable",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A device that is to be passed to a guest shares its IOMMU group with others that the host still uses: VFIO takes a group as a whole only.",
		.cause = "Functions of one card (a graphics card's audio), or devices behind one root port or bridge without ACS, of which not all are bound to vfio-pci.",
		.remedy = "ls /sys/kernel/iommu_groups/N/devices, N the number of the line: bind all of them but bridges to vfio-pci (vfio-pci.ids=, driverctl); else another slot. pcie_acs_override splits groups without the protection.",
		.reference = "github.com/foxlet/vmra1n/issues/4, github.com/T-vK/MobilePassThrough/issues/10",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}vfio {any}: group {n} is not viable{any}", "QEMU 2 to 10.0" },
			{ "{any}ensure all devices within the iommu_group are bound to their vfio bus driver{any}", "QEMU 2 to 10.0" }
		),
	},
	{
		.id = "vfio-reset",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A device of a guest could not be reset: it keeps the state of its last use. The guest runs, the device often only until the guest restarts.",
		.cause = "\"depends on group\": it can only be reset together with others on its bus, functions of one card or devices behind one bridge, and the guest does not have all of them. \"no available reset mechanism\": it has none at all.",
		.remedy = "Give the guest all functions of the card; N in \"group N\" is seen in /sys/kernel/iommu_groups/N/devices; bind those to vfio-pci.",
		.reference = "hw/vfio/pci.c of QEMU",
		.fold = true,
		.clauses = vfio_reset,
		.wordings = ND_WORDINGS(
			{ "{any}vfio: Cannot reset device {any}, depends on group {n} which is not owned{any}", "QEMU 1.7 to 10.0" },
			{ "{any}vfio: Cannot reset device {any}, no available reset mechanism{any}", "QEMU 1.7 to 10.0" }
		),
	},
	{
		.id = "vfio-bar-taken",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A card that is passed to a guest shows nothing there: something of the host still uses its memory, so VFIO does not get it.",
		.cause = "The host's console on that card: the firmware's framebuffer (efifb, simplefb, BOOTFB), or a graphics driver that bound it before vfio-pci did.",
		.remedy = "grep -i -A3 FIRST-DIGITS /proc/iomem names the user; video=efifb:off or initcall_blacklist=sysfb_init on the kernel's command line; another card as the firmware's first; vfio-pci.ids= so that vfio-pci comes first.",
		.reference = "drivers/vfio/pci/vfio_pci_rdwr.c; drivers/pci/setup-res.c",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "vfio-pci {word}: BAR {n}: can't reserve {any}", "Linux 3.6 to 7.2" },
			{ "vfio-pci {word}: BAR {n} {any}: can't reserve{any}", "Linux 6.8 to 7.2" }
		),
	},
	{
		.id = "vhost-backend",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU and what serves a virtio device for it (vhost of the kernel, or a vhost-user program as virtiofsd, DPDK, SPDK) do not go on together. That is no fault of the processor's virtualization.",
		.cause = "The vhost-user program ended or refused a request (its own log says why), it cannot see the guest's memory, which has to be shared, or features or queues are wanted that it does not have, as iommu_platform=on.",
		.remedy = "The log of that program; -object memory-backend-memfd,share=on (libvirt: memoryBacking, access mode='shared'); the device without iommu_platform, or without vhost.",
		.reference = "github.com/virtio-win/kvm-guest-drivers-windows/issues/483",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Failed to set msg fds.{any}", "QEMU 2.1 to 10.0" },
			{ "Failed to read msg header. Read {any}", "QEMU 2.1 to 10.0" },
			{ "Failed to write msg. Wrote {any}", "QEMU 2.1 to 10.0" },
			{ "Received unexpected msg type{any}", "QEMU 2.1 to 10.0" },
			{ "vhost VQ {n} ring restore failed{any}", "QEMU 2.6 to 10.0" },
			{ "vhost_set_{word} failed{any}", "QEMU 2.6 to 10.0" },
			{ "vhost-backend-init failed{any}", "QEMU 2.6 to 10.0" },
			{ "vhost initialization failed{any}", "QEMU 2.6 to 10.0" },
			{ "{any}rror starting vhost: {n}", "QEMU 2 to 10.0" },
			{ "vhost lacks feature mask {any}", "QEMU 1.4 to 10.0" },
			{ "{any}libvhost-user: {any}", "QEMU 2.6 to 10.0" }
		),
	},
	{
		.id = "qemu-disk-error",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A disk of the guest had an I/O error on the host. By its settings QEMU then pauses the guest: virtualization works.",
		.cause = "\"No space left on device\": the host's file system or storage pool is full, mostly below images that grow. Else the storage itself, or a file that another process holds.",
		.remedy = "df -h and virsh domblkinfo; make room, then virsh resume NAME (QEMU monitor: cont). virsh domstate --reason shows I/O error.",
		.reference = "github.com/Qubinode/qubinode-installer/issues/26",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "block I/O error in device '{any}': {any}", "QEMU 0.14 to 10.0" }
		),
	},
	{
		.id = "qemu-audio",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This QEMU does not have the sound driver that it was given, and ends. That has nothing to do with virtualization.",
		.cause = "QEMU was built without it, or it is in a package of its own (qemu-system-gui, qemu-audio-pa); or QEMU_AUDIO_DRV has a name that this version does not know.",
		.remedy = "qemu-system-x86_64 -audiodev help lists them; -audiodev none,id=snd0 goes without sound; install that package.",
		.reference = "audio/audio.c of QEMU",
		.wordings = ND_WORDINGS(
			{ "{any}Unknown audio driver `{any}", "QEMU 4 to 10.0" },
			{ "{any}Unknown audio driver \"{any}", "QEMU 4 to 10.0" }
		),
	},
	{
		.id = "qemu-absurd-size",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU asked for memory of an absurd size: a negative number. It is not memory that is missing.",
		.cause = "A size that QEMU got from elsewhere is wrong. Seen with devices that are passed through (vfio-pci) and Linux 6.9.7 and 6.9.8.",
		.remedy = "Another kernel of the host; the guest without devices that are passed through, to compare.",
		.reference = "github.com/gentoo-zh/overlay/pull/4896",
		.wordings = ND_WORDINGS(
			{ "{any}gmem.c:{n}: failed to allocate 18446744{n} bytes", "GLib 2" }
		),
	},
	{
		.id = "vsock-cid",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM was given a number on vsock (guest-cid) that is none: it has to fit in 32 bits, 3 or more. That is no fault of virtualization.",
		.cause = "The program that starts the VM made it from the host's own CID, which is -1 (4294967295) where VMware's transport (vmw_vsock_vmci_transport) is loaded.",
		.remedy = "A newer version of that program (LXD, Incus); or modprobe -r vmw_vsock_vmci_transport on a host that is no VMware guest.",
		.reference = "github.com/canonical/lxd/issues/10300",
		.wordings = ND_WORDINGS(
			{ "{any}guest-cid property must be a 32-bit number{any}", "QEMU 2.12 to 10.0" },
			{ "{any}guest-cid property must be greater than 2{any}", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "vhost-net-denied",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program may not open /dev/vhost-net, which makes a guest's network fast; it is not KVM that is missing.",
		.cause = "Operation not permitted, also for root: the device rules (cgroup) of a container or sandbox. Permission denied: not in the device's group.",
		.remedy = "Allow the device (--device /dev/vhost-net; a newer runtime adds it by itself), or use the network without vhost (Kata: disable_vhost_net = true).",
		.reference = "github.com/kata-containers/runtime/issues/2438",
		.last = true,
		.clauses = vhost_net_denied,
		.wordings = ND_WORDINGS(
			{ "{any}/dev/vhost-net: operation not permitted{any}" },
			{ "{any}/dev/vhost-net: permission denied{any}" },
			{ "{any}/dev/vhost-net: Operation not permitted{any}" },
			{ "{any}/dev/vhost-net: Permission denied{any}" }
		),
	},
	{
		.id = "vhost-net-none",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "QEMU runs a guest's network without vhost of the kernel, or was told to use it and could not: slower, and no fault of the processor's virtualization.",
		.cause = "The module vhost_net is not loaded, /dev/vhost-net is not in this container or not allowed, or the kernel refused a request.",
		.remedy = "modprobe vhost_net; ls -l /dev/vhost-net; containers: --device /dev/vhost-net. vhost=off goes without.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "unable to start vhost net: {any}", "QEMU 0.13 to 10.0" },
			{ "{any}open vhost char device failed: {any}", "QEMU 2.7 to 10.0" },
			{ "{any}vhost-net requested but could not be initialized{any}", "QEMU 0.13 to 10.0" }
		),
	},
	{
		.id = "vfio-dma-map",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "Memory of a guest, or another device's, could not be mapped for the DMA of a device that is passed to it (VFIO).",
		.cause = "The error says why.",
		.remedy = "aw-bits of the virtual IOMMU, other memory for the guest (memory-backend-memfd), or dma_entry_limit of vfio_iommu_type1; dmesg of that time.",
		.reference = "Linux 6.12, drivers/vfio/vfio_iommu_type1.c; github.com/virtio-win/kvm-guest-drivers-windows/issues/573",
		.fold = true,
		.last = true,
		.clauses = vfio_dma_map,
		.wordings = ND_WORDINGS(
			{ "{any}vfio_dma_map({any}) = -{n}{any}", "QEMU 2 to 10.0" },
			{ "{any}VFIO_MAP_DMA failed: {any}", "QEMU 2 to 10.0" },
			{ "{any}VFIO_MAP_DMA: {n}", "QEMU 1.3 to 2" }
		),
	},
	{
		.id = "qemu-old-machine-file",
		.origin = "qemu",
		.severity = ND_MSG_HARMLESS,
		.meaning = "QEMU runs a machine type of QEMU 2.5 or older and gives its firmware a file that such machines did not know. The guest does not mind.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "warning: Unknown firmware file in legacy mode: {any}", "QEMU 2.6 to 10.0" }
		),
	},
	{
		.id = "qemu-slirp-packet",
		.origin = "qemu",
		.severity = ND_MSG_HARMLESS,
		.meaning = "QEMU's user network could not pass on a packet, as while the host's own network is down or the guest is reset.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Slirp: Failed to send packet, ret: {n}", "QEMU 4 to 10.0" },
			{ "{any}Slirp: external icmpv6 not supported yet", "QEMU 2.6 to 10.0" }
		),
	},
	{
		.id = "vfio-vgpu",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "NVIDIA's driver of the host did not start a virtual GPU (vGPU) for a guest; QEMU then fails with an input/output error.",
		.cause = "nvidia-vgpu-mgr does not run, or refused: a licence or profile that does not fit, a card without vGPU, memory of the card that is all in use, a driver that does not fit the kernel.",
		.remedy = "journalctl -u nvidia-vgpu-mgr -u nvidia-vgpud; nvidia-smi vgpu.",
		.reference = "github.com/DualCoder/vgpu_unlock/issues/95",
		.wordings = ND_WORDINGS(
			{ "{any}[nvidia-vgpu-vfio] {any}start failed. status: {hex}{any}" }
		),
	},
	{
		.id = "vfio-container",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "VFIO could not attach a device's group to the IOMMU: the kernel answered with an input/output error.",
		.cause = "A virtual device (mdev: Intel GVT-g, NVIDIA vGPU) whose driver did not open it or for whose parent the kernel's IOMMU does not work; or IOMMUs of this host that can not do the same (different sizes of addresses, no coherency).",
		.remedy = "dmesg at that time: dmesg | grep -iE \"dmar|vfio|gvt|mdev|iommu\". GVT-g: i915.enable_gvt=1 and intel_iommu=igfx_off or iommu=pt to compare.",
		.reference = "github.com/intel/gvt-linux/issues/171",
		.wordings = ND_WORDINGS(
			{ "{any}ailed to set iommu for container: Input/output error{any}", "QEMU 2 to 10.0" }
		),
	},
	{
		.id = "vfio-d3",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A device that was given to a guest does not wake up: it stays in the power state D3. Neither KVM nor the IOMMU is at fault.",
		.cause = "The device does not survive a reset or the end of a guest before (some graphics cards), or power management of the host keeps its slot asleep.",
		.remedy = "Power the host off and on; another slot; disable_idle_d3=1 for vfio_pci, pcie_port_pm=off; for AMD's graphics cards vendor-reset.",
		.wordings = ND_WORDINGS(
			{ "{any}nable to power on device, stuck in D{n}" },
			{ "{any}nable to change power state from D{any} to D{n}, device inaccessible", "Linux 5.18 to 7.2" },
			{ "{any}efused to change power state, currently in D{n}" }
		),
	},
	{
		.id = "vfio-no-group",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A device that is to be passed to a guest has no IOMMU group: no IOMMU is in use here.",
		.cause = "VT-d or AMD-Vi is off in the firmware or on the kernel's command line (Intel: intel_iommu=on); or this machine is a VM without a virtual IOMMU.",
		.remedy = "dmesg | grep -iE \"dmar|iommu|amd-vi\"; switch it on in the firmware. In a VM: a virtual IOMMU from below (QEMU: -device intel-iommu,intremap=on with kernel-irqchip=split).",
		.reference = "github.com/foxlet/macOS-Simple-KVM/issues/579",
		.wordings = ND_WORDINGS(
			{ "{any}vfio {any}: no iommu_group found: {any}", "QEMU 2 to 10.0" },
			{ "{any}vfio {any}: no iommu_group found", "QEMU 2 to 10.0" }
		),
	},
	{
		.id = "vfio-spaces",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "Two devices of one IOMMU group are passed to a guest that has an IOMMU of its own, which would give each its own address space. VFIO has one for the group.",
		.cause = "A virtual IOMMU in the guest (intel-iommu, Kata's enable_iommu), and a card with several functions.",
		.remedy = "Pass only the function that is needed, put both behind one pcie-pci-bridge, or leave out the guest's IOMMU.",
		.reference = "github.com/kata-containers/kata-containers/issues/10622",
		.wordings = ND_WORDINGS(
			{ "{any}group {n} used in multiple address spaces{any}", "QEMU 2 to 10.0" }
		),
	},
	{
		.id = "vfio-interrupts",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "VFIO does not pass the device: this machine has an IOMMU, but mostly no remapping of interrupts.",
		.cause = "An old platform, remapping off in the firmware or by the kernel (nointremap, a BIOS with errors in it); in a VM a virtual IOMMU without it (intremap=off, no split irqchip). \"Not permitted\" with remapping on: the firmware uses memory through the device (RMRR, old HP servers; see dmesg).",
		.remedy = "dmesg | grep -iE \"remapping|rmrr\"; VT-d or AMD-Vi on in the firmware, or an update of it; QEMU below: intel-iommu,intremap=on with kernel-irqchip=split. vfio_iommu_type1.allow_unsafe_interrupts=1 goes without: then a guest can forge interrupts to the host.",
		.reference = "drivers/vfio/vfio_iommu_type1.c",
		.fold = true,
		.clauses = vfio_interrupts,
		.wordings = ND_WORDINGS(
			{ "vfio_iommu_type1_attach_group: No interrupt remapping {any}", "Linux 3.6 to 7.2" },
			{ "{any}ailed to set iommu for container: Operation not permitted{any}", "QEMU 2 to 10.0" }
		),
	},
	{
		.id = "qemu-accel-twice",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was told twice which accelerator to use, and does not take that. KVM may well work.",
		.cause = "-accel (or -enable-kvm) beside -machine ...,accel=: an option of the user's beside what a program (libvirt, libguestfs, a script) writes itself.",
		.remedy = "One of the two only: for libvirt's guests nothing in qemu:commandline; an update of the program that starts QEMU.",
		.reference = "github.com/openshift/os/issues/999",
		.wordings = ND_WORDINGS(
			{ "{any}The -accel and \"-machine accel=\" options are incompatible{any}", "QEMU 5 to 10.0" }
		),
	},
	{
		.id = "qemu-arm-host-probe",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on Arm could not ask KVM what the host's CPU has (-cpu host): for that it makes a small VM with one CPU, and a step of that failed.",
		.cause = "KVM made no further VM or CPU: no memory, many VMs that start at once, a KVM that a guest or a kernel of one's own has broken (only a reboot helps), or a register that this kernel does not give.",
		.remedy = "Start it again; dmesg; nestdiag probe. A kernel of one's own: a release in its place.",
		.reference = "github.com/avocado-framework/avocado-vt/issues/3730",
		.wordings = ND_WORDINGS(
			{ "{any}Failed to retrieve host CPU features{any}", "QEMU 2 to 10.0" }
		),
	},
	{
		.id = "qemu-graphics-crash",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM crashed in the host's graphics driver (the file behind \"in\"), which draws the guest's screen. KVM and nesting have no part in that.",
		.cause = "A bug of that driver or of Mesa, which a display with OpenGL (gl=on, virgl, GVT-g's dmabuf) uses.",
		.remedy = "The VM without OpenGL (gl=off, another display); a newer or older Mesa or driver; coredumpctl info for a report to it.",
		.reference = "github.com/intel/gvt-linux/issues/100",
		.wordings = ND_WORDINGS(
			{ "qemu{any}segfault at {any} in {word}_dri.so[{any}" },
			{ "qemu{any}segfault at {any} in libgallium{any}" }
		),
	},
	{
		.id = "kvm-run-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_RUN returned an error, and the guest is stopped.",
		.cause = "The text or number after it is the error; the kernel's log of that moment may say more.",
		.reference = "github.com/GiantVM/QEMU/issues/4",
		.last = true,
		.arm = &nd_arm_refused,
		.clauses = kvm_run_failed,
		.wordings = ND_WORDINGS(
			{ "error: kvm run failed {any}", "QEMU 7.2 to 10.0" },
			{ "kvm_run returned -{n}", "qemu-kvm 0.9 to 1.1" }
		),
	},
	{
		.id = "qemu-unknown-exit",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM returned to QEMU with an exit that KVM itself does not know.",
		.cause = "Incompatible QEMU and kernel, or a bug in KVM; the number is the exit reason.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "KVM: unknown exit, hardware reason {exit}", "QEMU 7.2 to 10.0" },
			{ "KVM: unknown exit reason {n}", "QEMU 7.2 to 10.0" },
			{ "KVM: exception {vector} exit (error code {hex})", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-no-kvm",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not open /dev/kvm.",
		.cause = "There is no /dev/kvm: KVM's module is not loaded, as where there is no virtualization. Or this user or container may not open it. The words behind the line say which.",
		.remedy = "nestdiag status says whether virtualization works. In a VM: enable nested virtualization in the hypervisor below. If KVM is a module (x86): modprobe kvm_intel or kvm_amd shows its error. Containers: --device /dev/kvm.",
		.reference = "github.com/foxlet/macOS-Simple-KVM/issues/121",
		.last = true,
		.arm = &nd_arm_no_kvm,
		.clauses = nd_errors_open,
		.wordings = ND_WORDINGS(
			{ "Could not access KVM kernel module: {any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-fallback",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "QEMU could not use an accelerator and takes the next one: tcg emulates the guest, which is slow.",
		.cause = "The line before it says why.",
		.remedy = "One name only (-accel kvm; macOS: hvf, Windows: whpx) makes QEMU stop there instead.",
		.reference = "github.com/UbuntuAsahi/ubuntu-asahi/issues/51",
		.wordings = ND_WORDINGS(
			{ "{any}qemu-{word}: falling back to {word}" },
			{ "{any}Back to {word} accelerator{any}", "QEMU 1 to 2.8" }
		),
	},
	{
		.id = "qemu-kvm-denied",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU may not open /dev/kvm: Permission denied. The device is there; nested virtualization has nothing to do with it.",
		.cause = "This user is not in the device's group (kvm), or not since its last login; on GitHub's runners the device is root's and group kvm's (0660); or a container, snap or security policy (AppArmor, SELinux) forbids it.",
		.remedy = "ls -l /dev/kvm; usermod -aG kvm USER, then log in again; for services the user that runs QEMU. Container with --user: --group-add $(stat -c %g /dev/kvm). Runner: a udev rule with KERNEL==\"kvm\", MODE=\"0666\". dmesg | grep -i denied names a policy.",
		.reference = "github.com/danobi/vmtest/pull/38",
		.wordings = ND_WORDINGS(
			{ "Could not access KVM kernel module: Permission denied", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-create-vm",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused to make a VM.",
		.cause = "What the error behind it says: no memory for it, a machine type or VM type that this host cannot run, or another hypervisor (VirtualBox, VMware) that holds VMX or SVM.",
		.remedy = "nestdiag probe makes an ordinary VM step by step. If another hypervisor runs: stop and unload it (vboxdrv, vmmon).",
		.reference = "github.com/kubernetes/minikube/issues/4913",
		.arm = &nd_arm_refused,
		.clauses = nd_errors_create,
		.wordings = ND_WORDINGS(
			{ "ioctl(KVM_CREATE_VM) failed: {n} {any}", "QEMU 7.2" },
			{ "ioctl(KVM_CREATE_VM) failed: {any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-kvm-init",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not start KVM.",
		.cause = "KVM is not there (no VMX or SVM on this machine or in this VM, off in the firmware, not loaded), not allowed to this user, or does not take the machine: the error behind it says which.",
		.remedy = "nestdiag check says which. On a machine: VT-x or SVM on in the firmware, then modprobe kvm_intel or kvm_amd; in a VM exposed below. Group kvm for the user.",
		.reference = "github.com/quickemu-project/quickemu/issues/13",
		.last = true,
		.follows = "qemu-no-kvm qemu-kvm-denied qemu-kvm-version qemu-create-vm failed-confidential qemu-sev-failed qemu-sev-cbitpos qemu-sev-context sev-snp-memory qemu-tdx-kernel",
		.arm = &arm_kvm_init,
		.clauses = nd_errors_open,
		.wordings = ND_WORDINGS(
			{ "failed to initialize KVM: {any}" },
			{ "failed to initialize kvm: {any}", "QEMU 10.0" }
		),
	},
	{
		.id = "qemu-sev-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A step of starting a confidential guest failed: KVM or AMD's secure processor refused it.",
		.cause = "With a status (fw_error): what that says. With fw_error=0 the kernel refused: SEV or SEV-SNP is off in kvm_amd or the firmware, QEMU is made for another kernel (SNP changed before it came into Linux 6.11 and QEMU 9.1), or SNP with its firmware in -drive if=pflash.",
		.remedy = "QEMU, kernel and OVMF of one release, -bios for SNP; dmesg | grep -iE \"sev|ccp\"; cat /sys/module/kvm_amd/parameters/sev_snp; off: SEV or SEV-SNP on in the firmware, kvm_amd sev_snp=1.",
		.reference = "github.com/AMDESE/AMDSEV/issues/216, github.com/AMDESE/AMDSEV/issues/223",
		.wordings = ND_WORDINGS(
			{ "{any}: {any} ret=-{steperror} fw_error={psp} {any}", "QEMU 7.2 to 10.0" },
			{ "{any}: {any} ret = -{steperror} fw_error={psp} {any}" },
			{ "{any}: LAUNCH_START ret={n} fw_error={psp} {any}", "QEMU 7.2 to 10.0" },
			{ "{any}: failed to get platform status ret={n}{any}fw_error='{psp}:{any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-sev-cbitpos",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The command line gives the SEV guest a position of the encryption bit (cbitpos), or a number of address bits that encryption takes (reduced-phys-bits), that does not fit this host.",
		.cause = "Both are the processor's: CPUID 0x8000001F. A 0 is a value that was not given.",
		.remedy = "Give the host's number: -object sev-guest or sev-snp-guest,cbitpos=HOST,reduced-phys-bits=1; virsh domcapabilities shows both under sev.",
		.reference = "github.com/AMDESE/linux-svsm/issues/9",
		.wordings = ND_WORDINGS(
			{ "{any}cbitpos check failed, host '{n}' requested '{n}'{any}", "QEMU 2.12 to 9.0" },
			{ "{any}reduced_phys_bits check failed,{any} requested '{n}'{any}", "QEMU 2.12 to 9.0" }
		),
	},
	{
		.id = "qemu-sev-context",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not start the confidential guest that it was asked for.",
		.cause = "KVM or AMD's secure processor refused a step, which a line before tells.",
		.remedy = "dmesg | grep -iE \"sev|ccp\" on the host.",
		.follows = "qemu-sev-failed",
		.wordings = ND_WORDINGS(
			{ "{any}: failed to create encryption context", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-tdx-memory",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not copy the firmware of a TDX guest into its private memory, or measure it there.",
		.cause = "A firmware that is not made for TDX (TDVF: OVMF of the build IntelTdx), or does not go with this QEMU and kernel; a QEMU of one's own beside a kernel with another version of the patches.",
		.remedy = "OVMF, QEMU and kernel of one release; dmesg | grep -i -e tdx -e seamcall has the TDX module's status.",
		.reference = "github.com/canonical/tdx/issues/21, github.com/canonical/tdx/issues/319",
		.wordings = ND_WORDINGS(
			{ "{any}KVM_TDX_INIT_MEM_REGION failed{any}" }
		),
	},
	{
		.id = "qemu-tdx-kernel",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU asked KVM for TDX in a way that this kernel does not have.",
		.cause = "A QEMU that is made for another kernel: the interface for TDX changed before it came into Linux 6.16 and QEMU 10.1. Or TDX is off in kvm_intel.",
		.remedy = "QEMU and kernel of one release; cat /sys/module/kvm_intel/parameters/tdx; dmesg | grep -i tdx.",
		.reference = "github.com/canonical/tdx/issues/114",
		.wordings = ND_WORDINGS(
			{ "{any}KVM_TDX_{word} failed: {any}" }
		),
	},
	{
		.id = "qemu-kvm-version",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU asked KVM for the version of its interface and did not get 12, which every KVM since Linux 2.6.22 answers: what is behind /dev/kvm is not the kernel's KVM.",
		.cause = "Function not implemented: QEMU itself runs under emulation of another processor (qemu-user, binfmt_misc), as in a build for aarch64 on an x86 machine, and there is no KVM in that. Else a sandbox (gVisor), or another file in that place.",
		.remedy = "uname -m on the machine itself: build and run for its architecture, or leave KVM out (-accel tcg, accel=kvm:tcg). ls -l /dev/kvm has to show 10, 232.",
		.reference = "github.com/NixOS/nixpkgs/issues/151157",
		.wordings = ND_WORDINGS(
			{ "kvm version too old", "QEMU 7.2 to 10.0" },
			{ "kvm version not supported", "QEMU 7.2 to 10.0" },
			{ "failed to initialize kvm: Function not implemented", "QEMU 10.0" },
			{ "failed to initialize KVM: Function not implemented" }
		),
	},
	{
		.id = "qemu-cpu-model",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU does not know a CPU model of the name that it was given.",
		.cause = "A QEMU older than the model (or than its version, -v4), or of another architecture, where models have other names. \"host\" is there only in a QEMU that was built with KVM (HVF on macOS), for the host's own architecture. Empty (''): -cpu begins with a comma, or got a setting without a model.",
		.remedy = "qemu-system-ARCH -cpu help lists the models. -cpu max where it emulates; -cpu host with the QEMU of the host's architecture and its accelerator (-accel kvm, on macOS hvf).",
		.reference = "hw/core/cpu-common.c of QEMU, parse_cpu_option()",
		.wordings = ND_WORDINGS(
			{ "unable to find CPU model '{any}'" },
			{ "Unable to find CPU definition: {any}" },
			{ "Unable to find x86 CPU definition{any}" }
		),
	},
	{
		.id = "qemu-stray-argument",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU took a piece of its command line for the name of a disk image.",
		.cause = "A blank within an option (-cpu host ,+vmx): what follows it has no dash, and QEMU takes such a word for a disk.",
		.remedy = "Write the option as one word (-cpu host,+vmx); in Proxmox look at args: of qm config VMID, or set the CPU type to host instead.",
		.reference = "github.com/ivanhao/pvetools/issues/60",
		.wordings = ND_WORDINGS(
			{ "{any}: ,{any}: Could not open ',{any}'{any}" },
			{ "{any}: +{word}: Could not open '+{any}'{any}" },
			{ "{any}: accel={any}: Could not open 'accel={any}'{any}" }
		),
	},
	{
		.id = "qemu-kvm-too-old",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This kernel's KVM and QEMU are incompatible.",
		.remedy = "Update the older of the two.",
		.wordings = ND_WORDINGS(
			{ "kvm does not support KVM_CAP_{any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-user-signal",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A program for another processor crashed under QEMU's user mode (qemu-user, binfmt), as in a container of another architecture. There is no VM and no KVM in it.",
		.cause = "An instruction, system call or memory layout that this QEMU does not emulate as the program needs it (JITs, Go's and .NET's runtimes, threads), or a fault of the program.",
		.remedy = "A newer QEMU (docker run --privileged tonistiigi/binfmt --install all), on macOS Rosetta; or build on a machine of that architecture, or in a whole VM.",
		.reference = "linux-user/signal.c of QEMU",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "qemu: uncaught target signal {n} ({any}) - {any}", "QEMU 0.15 to 10.1" },
			{ "{any}qemu: uncaught target signal {n} ({any}) - {any}" },
			{ "qemu-user: uncaught target signal {n} ({any}) - {any}" }
		),
	},
	{
		.id = "qemu-feature-alone",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "QEMU was asked for a feature of the guest's CPU without another that it depends on, and leaves it out (with enforce: does not start).",
		.cause = "A CPU model or list of flags that takes the other one away: npt and nrip-save hang on svm, vmx-* on vmx or on the CPU's own feature of that name.",
		.remedy = "Ask for the other feature, too (+svm, +vmx), or leave this one out; -cpu host or a named model has what fits together.",
		.reference = "target/i386/cpu.c of QEMU, x86_cpu_expand_features()",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}his feature depends on other features that were not requested: {any}", "QEMU 5.0 to 10.1" }
		),
	},
	{
		.id = "qemu-tcg-feature",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "QEMU does not run on KVM at all but emulates the CPU (TCG), and cannot provide that feature to the guest. TCG never emulates VMX.",
		.remedy = "Add -accel kvm (or -enable-kvm; macOS: hvf, Windows: whpx); if KVM fails, see nestdiag status.",
		.reference = "github.com/chillancezen/ZeldaOS.x86_64/issues/2",
		.wordings = ND_WORDINGS(
			{ "TCG doesn't support requested feature: {word} [bit {n}]", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-no-vmx",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "The guest was configured with virtualization (vmx or svm), but this host's KVM does not provide it: the guest will not be able to run nested guests.",
		.cause = "kvm_intel or kvm_amd without nested=1, or no virtualization on this level; or it is the other vendor's: vmx is Intel's, svm AMD's (QEMU's model qemu64 has svm).",
		.remedy = "options kvm_intel nested=1 (or kvm_amd) in /etc/modprobe.d, then reload the module. The other vendor's: take it off, -cpu host or MODEL,-svm; a guest that needs no nesting runs well with the warning.",
		.wordings = ND_WORDINGS(
			{ "host doesn't support requested feature: CPUID.01H:ECX.vmx [bit 5]", "QEMU 7.2 to 10.0" },
			{ "host doesn't support requested feature: CPUID.80000001H:ECX.svm [bit 2]", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-vmx-feature",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "The guest's CPU model has a VMX feature that this host's KVM cannot provide; the guest starts without it.",
		.cause = "The CPU, the hypervisor below or eVMCS lacks the bit, or a kvm_intel parameter disabled it. With vmx-intr-exit among them KVM gives guests no VMX at all: nested=0, or it has none here.",
		.remedy = "Use -cpu host (host-passthrough), or leave that vmx-* feature out. nestdiag explain NAME says why it is missing here.",
		.reference = "github.com/virt-manager/virt-manager/issues/234",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "host doesn't support requested feature: MSR({vmxmsr}H).{word} [bit {n}]", "QEMU 7.2 to 10.0" },
			{ "host doesn't support requested feature: MSR({vmxmsr}H) [bit {n}]", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-cpu-feature",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "The guest's CPU model has a feature that this host does not have; the guest starts without it. A hypervisor in the guest needs vmx or svm, and some need npt, or EPT among vmx-*, as well.",
		.remedy = "Use -cpu host, or a model that matches this CPU.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "host doesn't support requested feature: {word} [bit {n}]", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-cpu-enforce",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest does not start: its CPU model must be complete (\"enforce\"), but this host lacks some of its features, which the preceding lines name.",
		.remedy = "Leave out \"enforce\" or those features; for vmx features see the preceding lines.",
		.wordings = ND_WORDINGS(
			{ "Host doesn't support requested features", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-set-vmx-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM rejected the value that QEMU tried to set for a VMX capability register of the guest; the guest does not start.",
		.cause = "Migration or restore: the hosts differ (CPU, kernel, level below). Else QEMU or kernel is much older than the other (0x480 to 0: the kernel), or hv-evmcs, hv-passthrough or the level below takes a bit.",
		.remedy = "Migration: a CPU model that both hosts have, without vmx if the guest does not nest. Else update QEMU (5.0 or later) and kernel, or leave out vmx, the vmx-* feature or hv-evmcs.",
		.reference = "github.com/canonical/multipass/issues/2603, github.com/kubevirt/kubevirt/issues/5068",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {vmxmsr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-get-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM has no such MSR for QEMU to read; the guest does not start.",
		/* Commit 27bd5fdc24c0 ("KVM: SEV-ES: Prevent MSR access post VMSA encryption"). */
		.cause = "Incompatible QEMU and kernel, or a hypervisor below without the MSR. Of a guest whose registers are encrypted (SEV-ES, SEV-SNP) newer kernels let QEMU read none; the first that it asks for is 0x174.",
		.remedy = "Update QEMU together with the kernel.",
		.wordings = ND_WORDINGS(
			{ "error: failed to get MSR {msr}", "QEMU 7.2 to 10.0" },
			{ "KVM get MSR (index={msr}) feature failed, {any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-msr-assert",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU aborted because KVM did not accept an MSR; its error message names the register.",
		.cause = "Below VMware mostly a register of the performance counters (0x38d, 0x345: no virtual PMU there), else a VMX capability register (0x480 to 0x491) or 0xe1 on an older kernel.",
		.remedy = "The line \"failed to set MSR\" of the same log says which register: nestdiag explain on it. Below VMware switch the virtual performance counters on (vpmc.enable), or start the guest with -cpu ...,pmu=off.",
		.reference = "github.com/canonical/multipass/issues/2603",
		.follows = "qemu-set-vmx-msr qemu-set-pmu-msr qemu-set-umwait-msr qemu-set-tsc-ratio-msr qemu-set-spec-ctrl-msr qemu-set-xss-msr qemu-set-hyperv-msr qemu-set-kvm-msr qemu-set-pvm-msr qemu-set-trace-msr qemu-set-msr qemu-set-arch-cap-msr",
		.wordings = ND_WORDINGS(
			{ "{any}kvm_buf_set_msrs: Assertion {any}" },
			{ "{any}kvm_put_msrs: Assertion {any}", "QEMU 2.9 to 2.12" },
			{ "{any}Assertion failed: ret == cpu->kvm_msr_buf->nmsrs {any}" }
		),
	},
	{
		.id = "qemu-nested-state",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The state of a nested guest could not be moved into or out of KVM (migration, snapshot).",
		.cause = "The other side has a CPU, kernel or hypervisor with different VMX or SVM features.",
		.remedy = "Migrate guests with nested guests only between hosts with the same CPU and kernel; nestdiag diff of two snapshots shows the differences.",
		.wordings = ND_WORDINGS(
			{ "Failed to {word} nested state{any}", "QEMU 10.0" }
		),
	},
	{
		.id = "qemu-nested-migration",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest that has vmx cannot be migrated or saved by this QEMU.",
		.cause = "QEMU before 4.2, or a kernel without KVM_CAP_NESTED_STATE.",
		.remedy = "Use QEMU 4.2 and Linux 5.3 or later on both sides; or remove vmx from the guest's CPU.",
		.reference = "github.com/kata-containers/runtime/issues/1747; Documentation/virt/kvm/x86/running-nested-guests.rst",
		.wordings = ND_WORDINGS(
			{ "{any}Nested VMX virtualization does not support live migration yet{any}" }
		),
	},
	{
		.id = "qemu-notify-unsupported",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was configured with an option that this host's KVM does not support.",
		.cause = "An older kernel, or a CPU or hypervisor below without the feature.",
		.remedy = "Drop the option (notify-vmexit, bus-lock-ratelimit).",
		.wordings = ND_WORDINGS(
			{ "kvm: bus lock detection unsupported", "QEMU 7.2 to 10.0" },
			{ "kvm: Failed to enable {any} cap: {any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-tsc-mismatch",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "The guest was given a TSC frequency other than the host's, and TSC scaling is not available. With tsc-frequency it does not start; a guest that was migrated or loaded goes on with the host's, and its TSC runs at another rate.",
		.cause = "A guest migrated or configured with tsc-frequency, on a CPU or under a hypervisor without TSC scaling (vmx-tsc-scaling, tsc-scale). A difference of a few kHz, as between two boots of one host, does no harm to a loaded guest.",
		.remedy = "Drop tsc-frequency, or use a host with that frequency.",
		.wordings = ND_WORDINGS(
			{ "TSC frequency mismatch between VM ({n} kHz) and host ({n} kHz), and TSC scaling unavailable", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-many-cpus",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "The guest has more virtual CPUs than KVM recommends, on x86 with kernels of today: than this host has CPUs. That is a warning only: the guest starts.",
		.cause = "The host is overcommitted by this guest alone: its virtual CPUs wait for each other, and it can be slow.",
		.remedy = "No more virtual CPUs (-smp, and maxcpus= for those that can be added) than the host has CPUs.",
		.reference = "github.com/canonical/tdx/issues/77",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Number of {word} cpus requested ({n}) exceeds the recommended cpus supported by KVM ({n})", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-too-many-cpus",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest was given more virtual CPUs than KVM here can make for one VM; QEMU ends.",
		.remedy = "Fewer virtual CPUs: -smp, and maxcpus= for those that can be added.",
		.wordings = ND_WORDINGS(
			{ "Number of {word} cpus requested ({n}) exceeds the maximum cpus supported by KVM ({n})", "QEMU 6.0 to 10.0" }
		),
	},
	{
		.id = "qemu-phys-bits",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "The guest's physical-address width differs from the host's. If the host's is smaller, memory at high addresses fails.",
		.remedy = "Set host-phys-bits=on.",
		.wordings = ND_WORDINGS(
			{ "Host physical bits ({n}) does not match phys-bits property ({n})", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-phys-bits-low",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's physical addresses have too few bits for the memory and the 64-bit PCI window that QEMU gives it: it does not start.",
		.cause = "A CPU of the host, or of this VM, with 36 to 39 bits (Core processors; the level below shows few), or host-phys-bits=on with much memory.",
		.remedy = "Less memory or maxmem; phys-bits=40 or more if the host has them; -cpu host,host-phys-bits=on on a host with more; without EPT or NPT from below no more than the host's.",
		.reference = "hw/i386/pc.c of QEMU, pc_memory_init()",
		.wordings = ND_WORDINGS(
			{ "{any}Address space limit {hex} < {hex} phys-bits too low ({n}){any}", "QEMU 7.2 to 10.1" }
		),
	},
	{
		.id = "qemu-injection-lost",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "An interrupt could not be delivered to the guest and is lost.",
		.cause = "KVM rejected it: a bug, or a virtual CPU in a state that does not accept it.",
		.wordings = ND_WORDINGS(
			{ "KVM: injection failed, {any} lost ({any})", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-vcpu-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not create a virtual CPU of the VM.",
		.cause = "Out of memory, too many CPUs, or different CPUs in the host.",
		.remedy = "See the kernel's log.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "kvm_init_vcpu: {any} failed ({n}){any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-host-needs-kvm",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest is configured with the host's CPU model, which only KVM can provide (on macOS HVF), but QEMU does not run on KVM (HVF).",
		.cause = "-accel kvm (hvf) is missing, or it did not start and QEMU fell back to emulation.",
		.remedy = "Add -accel kvm (macOS: -accel hvf); if KVM fails, see nestdiag status. Without them use -cpu max.",
		.wordings = ND_WORDINGS(
			{ "CPU model '{word}' requires KVM{any}", "QEMU 7.2 to 10.0" },
			{ "{any}-cpu host requires KVM{any}" },
			{ "The 'host' CPU type can only be used with {any}", "QEMU 10.0" }
		),
	},
	{
		.id = "qemu-no-smm",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The machine was asked for System Management Mode (smm=on), which this KVM, or another accelerator than KVM and TCG, does not have.",
		.cause = "A kernel built without it (CONFIG_KVM_SMM), or Xen or HVF as QEMU's accelerator.",
		.remedy = "-machine smm=off, with firmware without secure boot.",
		.wordings = ND_WORDINGS(
			{ "System Management Mode not supported by this hypervisor.", "QEMU 7.2" }
		),
	},
	{
		.id = "qemu-hyperv-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM rejected a part of Hyper-V's interface that QEMU was configured to offer.",
		.cause = "An old kernel, or hv-* flags that need others first.",
		.remedy = "Drop the flag, or update the kernel.",
		.wordings = ND_WORDINGS(
			{ "failed to {any} HyperV SynIC{any}", "QEMU 7.2 to 10.0" },
			{ "kernel doesn't allow setting HyperV VP_INDEX", "QEMU 7.2 to 10.0" },
			{ "kernel's vp_index != QEMU's vp_index", "QEMU 7.2 to 10.0" },
			{ "failed to enable KVM_CAP_HYPERV_ENFORCE_CPUID: {any}", "QEMU 7.2 to 10.0" },
			{ "VMBus requires usable Hyper-V SynIC and VP_INDEX", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-hyperv-slow",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "A part of Hyper-V's interface is emulated in QEMU instead of in the kernel: slower.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V event signaling is not supported by this kernel; using slower userspace hypercall processing", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-hyperv-no-migration",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "The guest cannot be migrated because it gets all Hyper-V flags that this host has.",
		.remedy = "List the hv-* flags explicitly.",
		.wordings = ND_WORDINGS(
			{ "'hv-passthrough' CPU flag prevents migration, use explicit set of hv-* flags instead", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-no-migration",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "The guest cannot be migrated because its CPU has an invariant TSC.",
		.remedy = "Remove invtsc, or also set tsc-frequency.",
		.wordings = ND_WORDINGS(
			{ "{any}State blocked by non-migratable CPU device (invtsc flag){any}", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-irqchip",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not create the VM's interrupt controllers, or not those needed for that many CPUs.",
		.remedy = "kernel-irqchip=split or on, and a newer kernel; fewer than 256 CPUs without x2APIC.",
		.arm = &arm_irqchip,
		.wordings = ND_WORDINGS(
			{ "{any}ernel irqchip failed: {any}", "QEMU 7.2 to 10.0" },
			{ "Split IRQ chip mode not supported.", "QEMU 7.2 to 10.0" },
			{ "current -smp configuration requires kernel irqchip and X2APIC API support.", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "entry-failed-zero",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run the guest and left no number: hardware error 0 is no VM-instruction error.",
		.cause = "VMfailInvalid has no number. Under Hyper-V (Azure, GitHub runners, WSL2) it also appears if Hyper-V refuses an entry.",
		.remedy = "nestdiag probe tells whether any guest starts here. Try kvm_intel enlightened_vmcs=0 and another kernel; the dump of the VMCS goes to nestdiag autopsy.",
		.reference = "github.com/coconut-svsm/svsm/issues/1081",
		.wordings = ND_WORDINGS(
			{ "KVM: entry failed, hardware error 0x0", "QEMU 7.2 to 10.0" }
		),
	},
	{
		.id = "qemu-set-pmu-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused the value of a register of the performance counters.",
		.cause = "KVM has no performance counters to offer, or fewer than the guest or its saved state has: under VMware without \"virtualize CPU performance counters\" (vpmc.enable), under another hypervisor without a virtual PMU, on Intel's processors with two kinds of cores, or with kvm enable_pmu=0.",
		.remedy = "Switch the virtual PMU on in the hypervisor below (VMware: vpmc.enable = \"TRUE\"), or start the guest without one: -cpu ...,pmu=off, in libvirt <pmu state='off'/>.",
		.reference = "github.com/kubernetes/minikube/issues/2968",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {pmumsr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-umwait-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused IA32_UMWAIT_CONTROL, which belongs to UMWAIT and TPAUSE (WAITPKG).",
		.cause = "This kernel lists the register as one to save though the CPU has no WAITPKG; newer ones, and later updates of old ones, do not. It does so where reading it works: the level below runs KVM with ignore_msrs=1, or another hypervisor that lets unknown registers pass.",
		.remedy = "Update the kernel of this machine; kvm.ignore_msrs=0 on the level below; until then an older QEMU, which does not ask for the register, or one that leaves it out.",
		.reference = "github.com/GNS3/gns3-server/issues/1812, bugzilla.kernel.org/show_bug.cgi?id=206877",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR 0xe1 to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-tsc-ratio-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused TSC_RATIO, the register with which AMD's processors scale the TSC of a nested guest.",
		.cause = "A fault of two that do not fit each other: QEMU 7.0 sets the register in every guest, KVM up to Linux 5.17 takes it only where this CPU can scale the TSC.",
		.remedy = "Linux 5.18 or later, or QEMU 6.2.",
		.reference = "bugzilla.kernel.org/show_bug.cgi?id=216017, bugs.debian.org/1010026",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR 0xc0000104 to {value}", "QEMU 7.0" }
		),
	},
	{
		.id = "qemu-set-spec-ctrl-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused IA32_SPEC_CTRL, the control of speculation.",
		.cause = "The guest was given a CPU with spec-ctrl, ssbd or stibp that KVM here does not have: microcode or the hypervisor below is older than on the host that the state comes from.",
		.remedy = "Update microcode and the hypervisor below, or leave these features out of the guest's CPU.",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR 0x48 to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-xss-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused IA32_XSS, the list of states that XSAVES saves.",
		.cause = "The guest has XSAVES, or a state of it, that KVM here does not emulate: a hypervisor below that reports XSAVES without the register.",
		.remedy = "Leave it out of the guest's CPU: -cpu ...,-xsaves; update the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR 0xda0 to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-hyperv-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused a synthetic register of Hyper-V that the guest was to have.",
		.cause = "An hv-* feature is set without another that it needs (hv-stimer without hv-time, hv-synic without hv-vpindex), or this kernel does not have it.",
		.remedy = "Give the guest the whole set: hv-passthrough, or in libvirt <hyperv mode='passthrough'/>; or leave the feature out.",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {hvmsr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-kvm-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused a register of its own paravirtual interface (clock, steal time, asynchronous page faults).",
		.cause = "The guest's CPU has a kvm-* feature that KVM here does not have: the state comes from another kernel.",
		.remedy = "Leave that feature out of the guest's CPU (kvmclock, kvm-asyncpf, kvm-steal-time, kvm-pv-eoi), or run on the kernel that the state comes from.",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {kvmmsr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-pvm-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused a register of PVM, the KVM that runs guests without VMX and SVM.",
		.cause = "QEMU, or the state, is made for a kernel with kvm_pvm, and this one has none or another version.",
		.remedy = "Run it on the kernel with PVM that it was made for, with the QEMU that belongs to it.",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {pvmmsr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-trace-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused a register of Processor Trace or of the last branch records.",
		.cause = "The guest was given intel-pt or lbr, and KVM does not have it: kvm_intel runs with pt_mode=0, or the hypervisor below does not expose it.",
		.remedy = "Leave intel-pt, arch-lbr and lbr-fmt out of the guest's CPU (-cpu MODEL,-intel-pt).",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {tracemsr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-set-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused the value that QEMU wanted a register of the guest to have.",
		.cause = "KVM here does not have the register or that bit: the CPU, the hypervisor below or the kernel is another than the guest's CPU model or its saved state is made for.",
		.remedy = "Remove the feature that the register belongs to from the guest's CPU model; update kernel and QEMU together. nestdiag explain REGISTER describes it.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "failed to set MSR {msr} to {value}", "QEMU 2.11 to 10.0" }
		),
	},
	{
		.id = "qemu-no-accel",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This QEMU has no accelerator of that name.",
		.cause = "Built without it (kvm is for Linux, hvf for macOS, whpx for Windows), or for another architecture than the host's (qemu-system-x86_64 has no hvf on Apple silicon); or its module (qemu-system-modules) is not installed.",
		.remedy = "qemu-system-x86_64 -accel help lists those that it has. Use the QEMU of the host's architecture, and the build for it of the program that starts it (Podman, Lima).",
		.wordings = ND_WORDINGS(
			{ "{any}invalid accelerator {word}" },
			{ "{any}-machine {any}: no accelerator found{any}" },
			{ "{any}-machine {any}: No accelerator found{any}" }
		),
	},
	{
		.id = "qemu-exited",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU ended while it started a VM; it says why in its own output.",
		.cause = "No usable KVM, an option that this QEMU does not know, a missing file, or not enough memory.",
		.remedy = "The lines of qemu-system beside this one: nestdiag dmesg on them; else start QEMU by hand with the command from the log.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}QEMU exited with code {n}{any}" },
			{ "stopping swtpm instance (pid {n}) due to QEMU startup error", "Proxmox VE 7 to 9" },
			{ "{any}QEMU has already exited{any}" },
			{ "{any}ailed to read from qemu: EOF{any}", "syzkaller" },
			{ "{any}qemu exited unexpectedly{any}" },
			{ "{any}exiting QMP loop, command cancelled{any}" },
			{ "{any}qemu unexpectedly closed the monitor{any}" },
			{ "{any}process exited while connecting to monitor{any}" },
			{ "{any}QEMU process has stopped, return code: {any}", "GNS3 2" }
		),
	},
	{
		.id = "kvm-api-version",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM answered with another version of its interface than 12, which all kernels since 2.6.22 have: what answers is not Linux's KVM as the program knows it.",
		.cause = "A kernel older than 2.6.22, another system's emulation of /dev/kvm, or a file or device of another number at /dev/kvm.",
		.remedy = "ls -l /dev/kvm: c, 10, 232; uname -r.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}KVM API version {n} is unsupported{any}" },
			{ "{any}xpected KVM API {near}ersion 12{any}" },
			{ "{any}KVM_GET_API_VERSION {n}, expected 12{any}" }
		),
	},
	{
		.id = "qemu-killed",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The VMM did not end by itself: it was killed (signal 9, which shells report as 137).",
		.cause = "The kernel did it for lack of memory, which its log says; or a limit of its container; or the program that had started it, as it was told to stop and did not.",
		.remedy = "dmesg | grep -i \"out of memory\"; free -m against the memory of all guests; without such a line look at what hangs.",
		.reference = "github.com/GNS3/gns3-server/issues/1639",
		.wordings = ND_WORDINGS(
			{ "{any}QEMU process has stopped, return code: -9{any}", "GNS3 2" },
			{ "{any}qemu{any}: signal: killed{any}" },
			{ "{any}firecracker exited: signal: killed{any}" },
			{ "VM exited with {word} 137{any}" },
			{ "VM exited with {word} {word} 137{any}" },
			{ "{any}qemu{any} exited with {word} 137{any}" },
			{ "{any}qemu{any} exited with {word} {word} 137{any}" }
		),
	},
	{
		.id = "kvm-ioctl-failed",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A request of a VMM to KVM failed: the ioctl that the line names.",
		.cause = "The error behind it says why: a value or feature that this KVM does not take, no permission, or an older kernel.",
		.remedy = "nestdiag explain EINVAL (or the error that is named); nestdiag check, nestdiag probe; the kernel's log of that time.",
		.last = true,
		.clauses = nd_errors_any,
		.wordings = ND_WORDINGS(
			{ "{any}Kvm(Error({steperror})){any}" }
		),
	},
	{
		.id = "qemu-machine-type",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This QEMU does not have the machine type that the guest was defined with. That is no fault of virtualization.",
		.cause = "A guest made by a newer QEMU, or by another distribution's (pc-q35-rhel9.4.0, pc-q35-noble); a type removed since; one of another architecture (q35 and pc are x86's). The QEMU that libvirt starts counts.",
		.remedy = "QEMU's -machine help, virsh domcapabilities: the list; virsh edit NAME: machine='q35' or another that is there; for Arm machine='virt'.",
		.reference = "github.com/foxlet/macOS-Simple-KVM/issues/49",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}-machine {any}nsupported machine type{any}" },
			{ "{any}onnecting to monitor: Supported machines are:{any}", "QEMU before 2.8" },
			{ "Use -machine help to list supported machines{any}" },
			{ "{any}does not support machine type '{word}'{any}" }
		),
	},
	{
		.id = "qemu-other-machine",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU did not take a migrated or saved guest: this QEMU was started with another machine than the one that sent or saved it. That is no fault of the processor.",
		.cause = "The line names what differs: a device or its ROM, a size of memory, the machine type, or a version of a device that is newer on the other side.",
		.remedy = "The same command line on both sides, devices plugged in later included, with a versioned machine type (pc-q35-9.0, not q35); the newer QEMU as the receiver; the same ROM files (romfile= leaves one out).",
		.reference = "github.com/sandia-minimega/minimega/issues/847",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Unknown ramblock \"{any}\", cannot accept migration" },
			{ "{any}Unknown savevm section or instance '{any}' {n}{any}" },
			{ "{any}ength mismatch: {word}: {hex} in != {hex}{any}" },
			{ "{any}Size mismatch: {word}: {hex} != {hex}{any}" },
			{ "{any}savevm: unsupported version {n} for '{any}' v{n}" },
			{ "{any}Machine type received is '{word}' and local is '{word}'" },
			{ "{any}Mismatched RAM page size {any}" },
			{ "{any}: incoming version_id {n} is too new for local version_id {n}" },
			{ "{any}qemu-{word}: Configuration section missing" },
			{ "kvm: Configuration section missing" },
			{ "{any}get_pci_config_device: Bad config data: {any}" }
		),
	},
	{
		.id = "qemu-load-end",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not restore a device of a migrated or saved guest.",
		.cause = "The state does not fit this QEMU or this host; a line before may say what of it.",
		.remedy = "The same QEMU, machine type and command line on both sides; else start the guest anew.",
		.last = true,
		.elsewhere = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}error while loading state for instance {hex} of device '{any}'{any}" },
			{ "{any}error while loading state section id {n}{any}" }
		),
	},
	{
		.id = "qemu-load-cpu",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU could not restore a virtual CPU: of a migration, a snapshot or a saved guest.",
		.cause = "Registers or nested state (of a guest that runs guests) do not fit this host: other CPU, microcode, kernel or QEMU, nested=0 here, or VMX registers that the level below gives in another way.",
		.remedy = "Start the guest anew instead of restoring it; migrate between hosts of one kind, with no nested guest running. The line before names the register or ioctl.",
		.wordings = ND_WORDINGS(
			{ "{any}error while loading state for instance {hex} of device 'cpu'{any}" },
			{ "{any}ailed to load cpu{any}nested_state{any}" }
		),
	},
	{
		.id = "qemu-file",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU cannot read a file that the guest is started with. That is no fault of virtualization.",
		.cause = "It is not there, or not readable to QEMU's user: file permissions, AppArmor (libvirt's profile of the guest) or SELinux.",
		.remedy = "sudo -u libvirt-qemu head -c1 FILE; dmesg | grep -iE \"apparmor|avc\"; keep it in /var/lib/libvirt/images.",
		.reference = "github.com/dmacvicar/terraform-provider-libvirt/issues/142",
		.last = true,
		.clauses = files,
		.wordings = ND_WORDINGS(
			{ "{any}qemu-{any}: can't load {any}" },
			{ "{any}qemu-{any}: Could not open '{any}': {any}" },
			{ "{any}qemu{any}: could not load kernel '{any}" },
			{ "{any}qemu{any}: could not load initrd '{any}" },
			{ "{any}qemu{any}: could not open kernel file '{any}" },
			{ "{any}ailed to find romfile \"{any}\"{any}", "QEMU 1.3 to 10.1" },
			{ "{any}qemu{any}: could not read the initrd file '{any}" }
		),
	},
	{
		.id = "qemu-registers",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not take, or did not give, the registers of a virtual CPU; QEMU stops.",
		.cause = "A state that this KVM does not take: of a guest whose system set registers wrongly (one that is being written), of a saved guest or a migration from another CPU or kernel, or of a CPU model with more than KVM has here (XCRS: AVX-512 and its like). Nesting is the cause only if the level below lacks that feature.",
		.remedy = "The dump of registers below it; the same guest with -accel tcg and -d int; the host's CPU model. A newer kernel and QEMU.",
		.reference = "github.com/maxdev1/ghost/issues/46",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to put registers after {word}: {any}", "QEMU 10.0" },
			{ "{any}Putting registers after init: {any}", "QEMU 10.0" },
			{ "{any}Restoring resisters after reset: {any}", "QEMU 10.0" },
			{ "{any}ailed to get registers: {any}", "QEMU 10.0" },
			{ "{any}ailed to synchronize CPU state: {any}", "QEMU 10.0" }
		),
	},
	{
		.id = "qemu-slots",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not take a piece of the guest's memory (a memory slot). That is no fault of nesting by itself.",
		.cause = "Pieces that overlap, too many of them, or one at an address or of a kind that this kernel does not take.",
		.remedy = "Fewer memory modules and passed-through devices; another QEMU; the kernel that this QEMU is made for.",
		.reference = "github.com/oracle/qemu/issues/9",
		.clauses = qemu_slots,
		.wordings = ND_WORDINGS(
			{ "{any}KVM_SET_USER_MEMORY_REGION{any} failed, slot={n}, start={hex}, size={hex}{any}", "QEMU 10.0" },
			{ "{any}kvm_alloc_slot: no free slot available", "QEMU 10.0" },
			{ "{any}kvm_set_phys_mem: error {word} slot: {any}", "QEMU 10.0" }
		),
	},
	{
		.id = "qemu-set-arch-cap-msr",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM refused IA32_ARCH_CAPABILITIES, in which a processor says which speculation flaws it does not have.",
		.cause = "The value has bits that KVM here does not know or that the hypervisor below does not give it: a kernel older than QEMU's CPU model, or a level below that changed. On AMD, also with 0: an old KVM that lists the register and refuses it.",
		.remedy = "Leave it out of the guest's CPU: -cpu ...,-arch-capabilities, in libvirt <feature policy='disable' name='arch-capabilities'/>; or a newer kernel.",
		.reference = "github.com/asterinas/asterinas/issues/2980",
		.wordings = ND_WORDINGS(
			{ "failed to set MSR 0x10a to {value}", "QEMU 10.0" }
		),
	},
	{
		.id = "qemu-virtio-features",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A virtio device of the destination does not offer all that the guest uses of it, so its state was not taken.",
		.cause = "vhost of a host kernel that is older or newer there, another QEMU or machine type, or other options of the device (vhost, offloads, number of queues). It is no difference of the CPUs.",
		.remedy = "The same kernel, QEMU and device options on both sides; a guest that is shut down and started anew takes what is there.",
		.reference = "github.com/kubevirt/kubevirt/issues/16386",
		.wordings = ND_WORDINGS(
			{ "{any}Features {hex} unsupported. Allowed features: {hex}{any}" },
			{ "{any}Failed to load virtio-{word}:virtio{any}" }
		),
	},
	{
		.id = "qemu-irqchip-required",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU was told to use KVM's interrupt controller (kernel-irqchip=on), and this KVM has none of the kind that the guest needs.",
		.cause = "A kernel that is too old or built without it.",
		.remedy = "Leave kernel-irqchip=on out: QEMU then takes another controller (XICS) or emulates it. Kata Containers: a version after that pull request.",
		.reference = "github.com/kata-containers/kata-containers/pull/13848",
		.clauses = qemu_irqchip_required,
		.wordings = ND_WORDINGS(
			{ "{any}kernel_irqchip requested but unavailable: {any}" },
			{ "{any}KVM is incompatible with ic-mode={any}kernel-irqchip={any}" }
		),
	},
	{
		.id = "kvm-run-enosys",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM_RUN failed with ENOSYS, and the guest is stopped.",
		.cause = "On Arm: the guest accessed a device's memory, or memory that is not there, with an instruction that KVM cannot emulate, since the processor does not report what it does. Mostly a kernel or firmware for another board than the one that QEMU emulates.",
		.remedy = "The kernel's log (\"no valid syndrome info\", \"load/store instruction decoding not implemented\"); a guest kernel and firmware for that machine type (-M virt).",
		.reference = "github.com/raspiduino/a6lte-kvm/issues/9",
		.wordings = ND_WORDINGS(
			{ "error: kvm run failed Function not implemented" }
		),
	},
	{
		.id = "qemu-ended-by-signal",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU was told to end by another process (its number stands there): it did not crash.",
		.cause = "Who started it gave up waiting, the machine shut down, or somebody ended the guest.",
		.remedy = "The lines before it, of the program that started QEMU, say why it gave up.",
		.wordings = ND_WORDINGS(
			{ "{any}terminating on signal {n} from pid {n} ({any})", "QEMU 2.6 to 10.0" }
		),
	},
	{
		.id = "tcg-mprotect",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU may not make memory executable, which its emulation (TCG) needs: it did not get as far as hardware virtualization, or has none.",
		.cause = "A sandbox, a hardened system (SELinux, PaX) or, on macOS, a program without the entitlement for JIT forbids it; the same sandbox often hides the hypervisor.",
		.remedy = "Start it outside the sandbox, or give the program what it needs (com.apple.security.cs.allow-jit and com.apple.security.hypervisor; execmem of SELinux).",
		.reference = "github.com/kaeawc/auto-mobile/pull/4978",
		.wordings = ND_WORDINGS(
			{ "{any}qemu_mprotect__osdep: mprotect failed: {any}", "QEMU 2.6 to 10" }
		),
	},
	{
		.id = "edk2-start-failed",
		.origin = "edk2",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest runs, and its UEFI firmware could not start what boots the guest. That is no fault of the processor's virtualization.",
		.cause = "QEMU's firmware (EDK2) of 2023 fails so with the boot program (shim) of most images for Arm; seen on Apple's M3. Else the boot program or the disk is damaged, or for another architecture.",
		.remedy = "Update QEMU, or Lima, Rancher Desktop or Colima (Lima 0.19.1); or use the VM type vz: limactl create --vm-type=vz, colima start --vm-type vz. Else another image.",
		.reference = "github.com/lima-vm/lima/issues/1996",
		.wordings = ND_WORDINGS(
			{ "Error: Image at {hex} start failed: {any}" },
			{ "ASSERT [ArmCpuDxe] {any}DefaultExceptionHandler.c({n}): {any}" },
			{ "Instruction abort: Translation fault, {any} level" }
		),
	},
	{
		.id = "edk2-nothing-boots",
		.origin = "edk2",
		.severity = ND_MSG_NOTE,
		.meaning = "The guest runs, and its UEFI firmware found no disk to boot from, so it tries the network. That is no fault of the processor's virtualization.",
		.cause = "The disk is empty, not attached, damaged, for a BIOS or for another architecture (an x86 image on an Arm Mac), or the firmware has no driver for its controller.",
		.remedy = "Check the image (qemu-img info, its architecture and size) and that it is attached; download it anew; boot by BIOS instead of UEFI if it is made for that.",
		.reference = "github.com/lima-vm/lima/issues/1040",
		.wordings = ND_WORDINGS(
			{ ">>Start PXE over IPv{any}" },
			{ "{any}BdsDxe: No bootable option or device was found{any}" }
		),
	},
	{
		.id = "efi-stub-align",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "The firmware loaded the guest's kernel at an address that it should not. The kernel moves itself and goes on.",
		.cause = "An older firmware (EDK2, or the boot program GRUB) below a kernel for Arm. Where the guest hangs afterwards, it was the kernel of that image.",
		.remedy = "Another image, or an older or newer one, shows it: limactl delete and create. Update QEMU for a newer EDK2.",
		.reference = "github.com/lima-vm/lima/issues/712",
		.wordings = ND_WORDINGS(
			{ "EFI stub: ERROR: FIRMWARE BUG: kernel image not aligned on {any} boundary" }
		),
	},
	{
		.id = "qemu-crash-parameters",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU stopped a guest that crashed; the numbers are what Windows told of it (all 0: nothing).",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "HV crash parameters: (0 0 0 0 0)" }
		),
	},
	{
		.id = "qemu-hv-crash",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's Windows crashed and told QEMU so (hv-crash): the first number is the code of its blue screen, in hexadecimal.",
		.cause = "That code says what it was.",
		.remedy = "Look the code up (bug check); take the features of the last change off again.",
		.last = true,
		.clauses = qemu_hv_crash,
		.wordings = ND_WORDINGS(
			{ "HV crash parameters: ({any})" }
		),
	},
	{
		.id = "qemu-nested-unsaved",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU cannot save or migrate a guest that may have switched VMX on: KVM of this host gives it no state of the nested guest. The migration or snapshot ends here.",
		.cause = "The kernel lacks KVM_CAP_NESTED_STATE or exception payloads (KVM_CAP_EXCEPTION_PAYLOAD), and the guest may run VMs of its own.",
		.remedy = "A newer kernel on the host; a CPU model without vmx for guests that are to migrate; or end the nested guests and their hypervisor first.",
		.reference = "target/i386/machine.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}Guest maybe enabled nested virtualization but kernel does not support {any}", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-kvm-lacks",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM works, but the KVM of this kernel lacks something that the machine or the option needs; the line names it.",
		.cause = "An old kernel on the host, another kind of KVM (PowerPC: HV or PR), or a capability that is there on other hosts only.",
		.remedy = "Leave out the device or option that the line names, or another kernel on the host; nestdiag probe lists what KVM offers.",
		.reference = "accel/kvm, hw/i386, hw/ppc of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}KVM is missing capability {word} {any}", "QEMU 6.0" },
			{ "{any}pflash with kvm requires KVM readonly memory support", "QEMU 6.0" },
			{ "{any}host lacks kvm mmu notifiers, -mem-path unsupported", "QEMU 6.0" },
			{ "{any}Using KVM without synchronous MMU, balloon unavailable", "QEMU 6.0" },
			{ "{any}KVM: Host kernel doesn't have level irq capability", "QEMU 6.0" },
			{ "{any}KVM and IRQ_XICS capability must be present for in-kernel XICS", "QEMU 6.0" },
			{ "{any}Unable to open fd for {word} HPT {word} KVM: {any}", "QEMU 6.0" },
			{ "{any}kvm error: missing PVR setting capability", "QEMU 6.0" },
			{ "{any}requires a host kernel with KVM_CAP_{any}", "QEMU 6.0" },
			{ "{any}This KVM version does not support {any}", "QEMU 6.0" },
			{ "{any}KVM doesn't support CPU models", "QEMU 6.0" },
			{ "{any}SGX is not enabled in KVM{any}", "QEMU 8.2" }
		),
	},
	{
		.id = "qemu-eventfd-slow",
		.origin = "qemu",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM takes no eventfds for MMIO here, so each access of the guest to a device's doorbell goes through QEMU: slower, not broken.",
		.cause = "KVM here has no ioeventfds, or QEMU does not use them (its interrupt controller is not in the kernel).",
		.remedy = "Leave out kernel-irqchip=off; a newer kernel on the host.",
		.reference = "softmmu/memory.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}Using eventfd without MMIO binding in KVM{any}", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-eim",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's IOMMU for the guest (intel-iommu) was asked for interrupts of x2APIC (eim=on), and the interrupt controller does not go with it. KVM is there.",
		.cause = "eim=on needs kernel-irqchip=split, and KVM's X2APIC_API (Linux 4.7).",
		.remedy = "-machine kernel-irqchip=split, or -device intel-iommu,eim=off (up to 255 CPUs).",
		.reference = "hw/i386/intel_iommu.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}eim=on requires {any}", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-icount",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "-icount counts instructions of QEMU's emulation (TCG), so it does not go with KVM, WHPX or HVF.",
		.remedy = "Leave out -icount, or run it with -accel tcg.",
		.reference = "github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}-icount is not allowed with hardware virtualization", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-mce-caps",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The machine check banks or LMCE that the guest's CPU was asked for are not in KVM of this host.",
		.cause = "A guest that comes from another host (migration), or a CPU model with lmce=on on a processor without; in a VM the level below may give fewer.",
		.remedy = "lmce=off in -cpu; a CPU model that both hosts have.",
		.reference = "target/i386/kvm/kvm.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}kvm: Unsupported MCE bank count {any}", "QEMU 6.0" },
			{ "{any}kvm: LMCE not supported", "QEMU 6.0" },
			{ "{any}KVM_X86_SETUP_MCE: {any}", "QEMU 6.0" },
			{ "{any}kvm_get_mce_cap_supported: {any}", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-memory-error",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The memory of this host has an error (a machine check): QEMU got it for memory of the guest, or of its own. Virtualization is not at fault.",
		.cause = "A defective memory module; the kernel took the page away. Memory of QEMU's own: it cannot go on; of the guest: the guest gets the machine check.",
		.remedy = "The kernel's log (mce:, Memory failure:, EDAC) names the module; replace it.",
		.reference = "target/i386/kvm/kvm.c of github.com/qemu/qemu",
		.clauses = qemu_memory_error,
		.wordings = ND_WORDINGS(
			{ "{any}Hardware memory error at addr {any}for memory used by QEMU itself{any}", "QEMU 6.0" },
			{ "{any}Guest MCE Memory Error at QEMU addr {any}", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-s390-cpu",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM on IBM Z did not take a CPU model or its features from QEMU, or does not tell its own.",
		.cause = "The model or a feature is not on this machine or not offered by the level below (LPAR, z/VM, KVM); an old kernel.",
		.remedy = "-cpu host, or virsh domcapabilities for models that are usable here; leave out the features that the line names.",
		.reference = "target/s390x/kvm.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}KVM: Error configuring {any}: {any}", "QEMU 6.0" },
			{ "{any}KVM: Error querying {any}: {any}", "QEMU 6.0" },
			{ "{any}KVM: host CPU model could not be identified", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-ppc-mmu",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest of POWER expects page sizes, segments or translation of its MMU that KVM of this host does not have.",
		.cause = "KVM PR, an older POWER below, or backing memory of small pages; a guest that was started with another capability (cap-hpt-max-page-size) elsewhere.",
		.remedy = "-machine pseries,cap-hpt-max-page-size=64k, or memory of large pages on the host (hugetlbfs) for 16 MiB.",
		.reference = "target/ppc/kvm.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}KVM doesn't support for base page shift {n}", "QEMU 6.0" },
			{ "{any}KVM doesn't support page shift {any}", "QEMU 6.0" },
			{ "{any}KVM does not support 1TiB segments which guest expects", "QEMU 6.0" },
			{ "{any}KVM only supports {n} SLB entries, but guest needs {n}", "QEMU 6.0" },
			{ "{any}KVM uses {word} encoding {hex} for page shift {any}, but guest expects {hex}", "QEMU 6.0" },
			{ "{any}KVM can't supply 64kiB CI pages, which guest expects", "QEMU 6.0" },
			{ "{any}KVM doesn't expose the MMU features it supports", "QEMU 6.0" },
			{ "{any}KVM failed to provide the MMU features it supports", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-no-sve",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "The CPU of the guest was asked for a feature that KVM on this Arm host does not give it; the line names it.",
		.cause = "The processor or the kernel lacks it (SVE, PMU, 32-bit EL1), or a level below hides it.",
		.remedy = "Leave the property out of -cpu (sve=off, pmu=off, aarch64=on).",
		.reference = "target/arm/cpu64.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}'pmu' feature not supported by KVM on this host", "QEMU 6.0" },
			{ "{any}'sve' feature not supported by KVM on this host", "QEMU 6.0" },
			{ "{any}feature cannot be disabled unless KVM is enabled and 32-bit EL1 is supported", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-dirty-log",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM did not give QEMU the list of pages that a guest wrote, or did not reset it: a migration or the display stops there.",
		.remedy = "The error of Linux in the line; the kernel's log of that time. Seen together with other failures the first of them counts.",
		.reference = "accel/kvm/kvm-all.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{any}ioctl KVM_GET_DIRTY_LOG failed: {any}", "QEMU 6.0" },
			{ "{any}KVM_CLEAR_DIRTY_LOG failed, slot={any}", "QEMU 6.0" },
			{ "{any}kvm log clear failed: mr={any}", "QEMU 6.0" }
		),
	},
};

const struct nd_catalogue nd_catalogue_qemu = {
	"qemu", messages, ARRAY_SIZE(messages)
};
