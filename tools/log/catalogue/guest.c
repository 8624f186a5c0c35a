// SPDX-License-Identifier: GPL-2.0-only
/*
 * What a guest says that its virtual machine does not serve as it should, or that lacks something.
 */
#include "tools/log/catalogue/catalogue.h"

/* Found by its trace alone. */
static const struct nd_wording nowhere[] = { { NULL, NULL } };

static const struct nd_clause guest_panic[] = {
	{ 0, "exitcode=0x00000004", NULL,
	  "An illegal instruction, in a guest mostly one that its CPU model lacks.",
	  "The lines before it. The host's CPU model, or one of x86-64-v2 or v3." },
	{ 0, "Not all CPUs", NULL,
	  "A CPU that does not run.",
	  "The lines before it." },
	{ 0 }
};

static const struct nd_clause guest_no_root[] = {
	{ 0, "unknown-block(0,0)", NULL,
	  "There is no such disk: the VMM gave none, it is called otherwise (vda, sda), or the kernel has no driver for it and no initrd with one.",
	  "The partitions listed before the panic show which disks there are. virtio_blk with virtio_pci or virtio_mmio built in, or in an initrd." },
	{ 0, "unknown-block(1,0)", NULL,
	  "No ramdisk was loaded.",
	  "Give the guest the initrd that its command line counts on." },
	{ 0, "unknown-block(", NULL,
	  "The disk is there, but its image is empty or damaged, has partitions (root=/dev/vda1), or a filesystem that the kernel lacks.",
	  "The partitions listed before the panic show what the disk has; root= for one of them; fsck on the image." },
	{ 0 }
};

#define ILLEGAL(error, word) \
	{ error, word, NULL, \
	  "An illegal instruction (SIGILL): the CPU model lacks one that the system was built for.", \
	  "The host's CPU model, or x86-64-v2 or v3." }
#define BAD_ACCESS(error, word) \
	{ error, word, NULL, \
	  "A bug, or a damaged image or memory; in a guest that just started under another VMM also its CPU model.", \
	  "The lines before it; the host's CPU model to compare." }

static const struct nd_clause guest_init_died[] = {
	ILLEGAL(0, "exitcode=0x00000004"), ILLEGAL(0, "exitcode=0x00000084"),
	BAD_ACCESS(0, "exitcode=0x0000000b"), BAD_ACCESS(0, "exitcode=0x0000008b"),
	BAD_ACCESS(0, "exitcode=0x00000007"), BAD_ACCESS(0, "exitcode=0x00000087"),
	{ 0 }
};

static const struct nd_clause guest_isa_level[] = {
	{ 0, "x86-64-v2", NULL,
	  "v2 needs SSSE3, SSE4.2 and POPCNT. In a VM the CPU model (qemu64, kvm64), or the hypervisor below, leaves them out, or the physical CPU has none.",
	  "Give the VM the host's CPU (-cpu host, host-passthrough, Proxmox: type host), or x86-64-v2-AES." },
	{ 0, "x86-64-v3", NULL,
	  "v3 needs AVX, AVX2, BMI1, BMI2, FMA and MOVBE beside v2. In a VM the CPU model (qemu64, kvm64, x86-64-v2-AES), or the hypervisor below, leaves them out, or the physical CPU has none.",
	  "Give the VM the host's CPU (-cpu host, host-passthrough, Proxmox: type host), or x86-64-v3, Haswell or EPYC and later. VirtualBox: not 7.2.8 (AVX was lost); with Hyper-V on the host 7.1.12 or later." },
	{ 0, "x86-64-v4", NULL,
	  "v4 needs AVX-512 beside v3. In a VM the CPU model, or the hypervisor below, leaves it out, or the physical CPU has none.",
	  "Give the VM the host's CPU (-cpu host, host-passthrough, Proxmox: type host), if that has AVX-512; else programs that are built for less." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "guest-no-pt",
		.origin = "guest",
		.severity = ND_MSG_WARNING,
		.meaning = "A program found no Intel Processor Trace (PT) in CPUID.",
		.cause = "In a VM: KVM gives it to a guest only with kvm_intel pt_mode=1, which most kernels do not allow; other hypervisors do not give it. On a machine: a processor before Broadwell.",
		.remedy = "Trace on the machine itself.",
		.reference = "github.com/andikleen/simple-pt",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "No PT support" }
		),
	},
	{
		.id = "guest-no-instructions",
		.origin = "guest",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest's system wants instructions that its CPU does not report. It is not virtualization that is missing.",
		.cause = "The CPU model of the VM is older than what the system was built for (-cpu Nehalem has no FSGSBASE, qemu64 hardly anything), or the hypervisor below leaves it out.",
		.remedy = "-cpu host or host-passthrough, or a newer model (Haswell, EPYC); or the system built without that option.",
		.reference = "github.com/seL4/seL4/issues/79",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{word} instructions not supported by the processor", "seL4 4 to 13" }
		),
	},
	{
		.id = "guest-no-pmu",
		.origin = "any",
		.severity = ND_MSG_WARNING,
		.meaning = "The processor's performance counters do not work here: perf has software events only, and rr cannot record.",
		.cause = "In a VM: the hypervisor below gives it no virtual PMU, or one that does not count all events (VirtualBox has none; VMware: vpmc.enable; Hyper-V: off by default; KVM: pmu=off, enable_pmu=0, or a CPU model that the kernel does not know). Guests of this machine then have none either.",
		.remedy = "KVM: host-passthrough and pmu on; VMware: vpmc.enable = \"TRUE\" with Hyper-V off on a Windows host; Hyper-V: Set-VMProcessor -Perfmon. perf stat -e instructions true shows whether they count.",
		.reference = "github.com/rr-debugger/rr/issues/3682",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}he hardware performance counter seems to not be working{any}", "rr 5" },
			{ "{any}PerfCounters.cc:{n}:start_counter() errno: 2 {any}", "rr 3 to 5" },
			{ "{any}PerfCounters.cc:{n}:get_cpu_microarch() errno: {any} unknown.{any}", "rr 3 to 5" },
			{ "{any}nable to open performance counter with 'perf_event_open'{any}", "rr 4 to 5" },
			{ "Performance Events: unsupported {any} no PMU driver, software events only.", "Linux 2.6.33 to 7.1" },
			{ "Performance Events: {any}no PMU driver, software events only.", "Linux 2.6.31 to 7.1" }
		),
	},
	{
		.id = "guest-apic-id",
		.origin = "kernel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A kernel found another APIC id in CPUID than in the firmware's table for one of its CPUs. It takes the table's; the CPU works.",
		.cause = "In a guest: a VMM whose CPUID does not follow its own numbering of the virtual CPUs.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/222",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}APIC id mismatch. Firmware: {any} APIC: {any}", "Linux 4.10 to 6.12" },
			{ "{any}APIC ID mismatch. Firmware: {any} APIC: {any}" },
			{ "{any}APIC ID mismatch. CPUID: {any} APIC: {any}", "Linux 6.13 to 7.2" }
		),
	},
	{
		.id = "guest-slow-job",
		.origin = "systemd",
		.severity = ND_MSG_WARNING,
		.meaning = "systemd has been waiting for a job for minutes.",
		.cause = "In a nested guest mostly the time that its disk or its network takes: many exits on two levels, slow storage below, or emulation without KVM. Else a service that waits for what does not come.",
		.remedy = "In a guest: nestdiag check on its host (is KVM used?), nestdiag exits and nested on the level below; a longer limit where it does get on.",
		.reference = "github.com/openshift/installer/issues/1791",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}A start job is running for {any}min {n}s / {any}", "systemd 209 to 257" }
		),
	},
	{
		.id = "guest-timer",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel found no timer interrupt that works while it booted.",
		.cause = "In a guest: interrupts came too late in the short time of that test, or its CPU did not run: emulation without KVM (TCG) on a busy machine, a nested guest whose timer costs several exits, or a VMM with an incomplete timer. A kernel that knows itself to be a guest of KVM leaves this test out.",
		.remedy = "Boot the guest with no_timer_check (else noapic); see whether it runs on KVM at all (nestdiag check); give the machine below less load or more CPUs.",
		.reference = "github.com/cirros-dev/cirros/issues/69, github.com/moby/hyperkit/pull/277",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}MP-BIOS bug: 8254 timer not connected to IO-APIC{any}" },
			{ "{any}IO-APIC + timer doesn't work!{any}" },
			{ "{any}APIC timer disabled due to verification failure{any}" },
			{ "{any}APIC frequency too slow, disabling apic timer{any}" }
		),
	},
	{
		.id = "guest-cpu-not-up",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A CPU did not start: the kernel goes on without it.",
		.cause = "In a guest: its virtual CPU got no time within the wait (an overcommitted or emulated machine, a nested one with slow exits), or the VMM or the level below lost the startup interrupt (INIT, SIPI).",
		.remedy = "One or two virtual CPUs to compare; less load below; nestdiag vcpus on the level below shows whether that vCPU runs at all.",
		.wordings = ND_WORDINGS(
			{ "{any}do_boot_cpu failed({n}) to wakeup CPU#{n}{any}" },
			{ "{any}CPU{n} failed to report alive state{any}" },
			{ "CPU{n}: failed to come online", "Linux 4.10 to 7.2" },
			{ "CPU{n} failed to come online", "Linux 3.10 to 7.2" },
			{ "{any}CPU{n}: Not responding{any}" }
		),
	},
	{
		.id = "guest-net-control",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's network driver (virtio_net) waited there, without sleeping, for the answer of its device: the VMM did not serve the device's control queue.",
		.cause = "Linux 6.5-rc4 and 5.15.0-89 of Ubuntu sent a request before they started the device, and Cloud Hypervisor answers only then; later kernels send it after. Else the VMM's device hangs or ended, or its thread gets no time.",
		.remedy = "An older or newer kernel in the guest; the VMM's log of that device (vhost-user: its back end); one queue for the device, or another type of it, to compare.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/5695, github.com/cloud-hypervisor/cloud-hypervisor/issues/5998",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "RIP: {hex}:virtnet_send_command+{any}" },
			{ "pc : virtnet_send_command+{any}" }
		),
	},
	{
		.id = "guest-no-pit",
		.origin = "illumos",
		.severity = ND_MSG_ERROR,
		.meaning = "illumos (SmartOS, OmniOS) panicked while it booted: it found no timer chip (i8254, PIT) to calibrate its delays by.",
		.cause = "The machine has none that works; Hyper-V emulates none in VMs of generation 2. It has nothing to do with nested virtualization.",
		.remedy = "A newer illumos, which may do without; else a VM with a PIT.",
		.reference = "github.com/TritonDataCenter/smartos-live/issues/976",
		.wordings = ND_WORDINGS(
			{ "{any}microfind: could not calibrate delay loop{any}" }
		),
	},
	{
		.id = "guest-interrupt-lost",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "A device did not answer in time, or its interrupt did not arrive.",
		.cause = "On a physical machine the device or its cable. In a guest: interrupts that the VMM or the level below lost or delayed, a virtual disk or network that waits for the host, or virtual CPUs without time.",
		.remedy = "In a guest compare with a virtio device and with kernel-irqchip=split; look at load and disk of the level below; nestdiag vcpus there tells missed wake-ups.",
		.last = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "ata{word}: lost interrupt ({any}" },
			{ "ata{word}: qc timeout {any}" },
			{ "hpet: Lost {n} RTC interrupts" },
			{ "NETDEV WATCHDOG: {any} transmit queue {n} timed out{any}" }
		),
	},
	{
		.id = "guest-panic",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel panicked, for the reason that the line gives.",
		.cause = "A bug or a fault of that kernel, or what the line says.",
		.remedy = "The lines before it.",
		.last = true,
		.clauses = guest_panic,
		.wordings = ND_WORDINGS(
			{ "Kernel panic - not syncing: {any}" }
		),
	},
	{
		.id = "guest-no-root",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A system found no root filesystem. In a guest that is its disk, its kernel or its command line; virtualization is well.",
		.cause = "Its disk is not there, or its image does not fit: unknown-block(...) in a line beside tells which.",
		.remedy = "The partitions listed before the panic show which disks there are. virtio_blk with virtio_pci or virtio_mmio built in, or in an initrd; fsck on the image.",
		.reference = "github.com/firecracker-microvm/firecracker/issues/4881, github.com/firecracker-microvm/firecracker/issues/5349",
		.fold = true,
		.clauses = guest_no_root,
		.wordings = ND_WORDINGS(
			{ "{any}Kernel panic - not syncing: VFS: Unable to mount root fs on {any}", "Linux 2.6 to 7.2" },
			{ "{any}VFS: Cannot open root device {any}: error -{n}", "Linux 2.6 to 7.2" },
			{ "{any}No filesystem could mount root, tried:{any}", "Linux 2.6 to 7.2" },
			{ "{any}Please append a correct \"root=\" boot option; here are the available partitions:", "Linux 2.6 to 7.2" }
		),
	},
	{
		.id = "guest-initrd-damaged",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A system could not unpack its initrd (initramfs), or not all of it. It goes on without, and panics if it then finds no root. If it boots all the same, nothing that it needs was lost.",
		.cause = "The file is damaged or cut off, is packed in a way that this kernel does not have, or does not fit into the guest's memory.",
		.remedy = "More memory for the guest to compare; unpack the file by hand (lsinitrd, zcat); make it anew.",
		.reference = "github.com/linuxkit/linuxkit/issues/3123",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "RAMDISK: EOF while reading compressed data{any}", "Linux 2.6 to 7.2" },
			{ "RAMDISK: error while reading compressed data{any}", "Linux 2.6 to 7.2" },
			{ "Initramfs unpacking failed: {any}", "Linux 2.6 to 7.2" }
		),
	},
	{
		.id = "guest-init-died",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The first process of a system (init, or what the initrd runs) ended, so its kernel panicked. How it ended is said above.",
		.cause = "With an exit status: init or its initrd gave up, nothing of virtualization. With a signal: a bug, or a damaged image.",
		.remedy = "The lines before it. init=/bin/sh shows what the image has; root= and the initrd fit the disk controller.",
		.clauses = guest_init_died,
		.wordings = ND_WORDINGS(
			{ "Kernel panic - not syncing: Attempted to kill init! exitcode={initexit}", "Linux 5.10 to 7.2" },
			{ "{any}end Kernel panic - not syncing: Attempted to kill init! exitcode={initexit} ]{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		/* The fault before it has its own answer. */
		.id = "guest-panic-fatal",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel panicked after a fault in it, which the lines before show.",
		.cause = "A bug of that kernel, damaged memory, or in a guest an instruction or register that the level below does not emulate.",
		.remedy = "The whole trace, from its first line: nestdiag dmesg on it.",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "Kernel panic - not syncing: Fatal exception{any}", "Linux 5.10 to 7.2" },
			{ "Kernel panic - not syncing: Oops: {any}", "Linux 6.1 to 7.2" }
		),
	},
	{
		/* tools/digest/fault.c finds it, where a trace names nothing of KVM. */
		.id = "kernel-fault",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel had a fault, and not in the code that runs guests. If it is a guest's, the guest crashed: its host and KVM may be well.",
		.cause = "A bug in that kernel or one of its modules, which the trace names, or damaged memory. In a guest also, but rarely, a level below that emulates an instruction wrongly or loses state on a resume or a migration.",
		.remedy = "Another kernel for that machine; the whole trace with its version to the maintainers of the function named. A guest: the same with one virtual CPU, and without a hypervisor below.",
		.reference = "github.com/NixOS/nixpkgs/issues/557576",
		.last = true,
		.wordings = nowhere,
	},
	{
		/* The same, of a warning that a virtual CPU's thread met. */
		.id = "kernel-warning",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "A warning of the kernel outside of its code for guests, which it met as the thread of a VMM ran.",
		.cause = "A bug of that kernel, often in how it manages memory that guests have. The guest mostly goes on.",
		.remedy = "The whole trace with the kernel's version to your distribution, or to the maintainers of the file named; another kernel.",
		.reference = "github.com/linuxppc/issues/issues/200",
		.last = true,
		.wordings = nowhere,
	},
	{
		/* The same, where all lines that say where it happened are missing. */
		.id = "kernel-fault-head",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel had a fault. The lines that say where, from \"RIP\" (\"pc\" on Arm) to the end of the trace, are missing here: it may be KVM's code or any other. If it is a guest's kernel, the guest crashed: its host may be well.",
		.cause = "A bug in that kernel or in one of its modules, or damaged memory. In a guest also, but rarely, a level below that emulates an instruction wrongly or loses state.",
		.remedy = "All lines from \"BUG\" or \"Oops\" to \"end trace\": journalctl -k -b -1, or dmesg; nestdiag dmesg on them. Of a kernel that died as it booted only a serial console has them, of a guest the log of its VMM.",
		.last = true,
		.wordings = nowhere,
	},
	{
		/* The same, where the processor was nowhere in the kernel's code. */
		.id = "kernel-fault-address",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel had a fault at an address that is no function of it or of its modules: it jumped to where no code is. If it is a guest's kernel, the guest crashed: its host and KVM may be well.",
		.cause = "A pointer to a function that was empty or overwritten: a bug in that kernel or in one of its modules, or damaged memory. In a guest also, but rarely, a level below that loses state.",
		.remedy = "The calls below \"Call Trace\", if any, show who jumped: report them with the kernel's version to the maintainers of that code. Another kernel for that machine; a guest also with one virtual CPU, and without a hypervisor below.",
		.reference = "github.com/docker/for-mac/issues/87",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "guest-isa-level",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The C library of this system, or a program or library, is built for a level of x86-64 that this CPU does not show, and does not start. VT-x, AMD-V and nesting have no part in that.",
		.cause = "v2 needs SSSE3, SSE4.2 and POPCNT; v3 also AVX, AVX2, BMI1, BMI2, FMA and MOVBE; v4 AVX-512. In a VM the CPU model, or the hypervisor below, leaves them out (qemu64, kvm64: v2; x86-64-v2-AES: v3), or the physical CPU has none.",
		.remedy = "Give the VM the host's CPU (-cpu host, host-passthrough, Proxmox: type host); v3: x86-64-v3, Haswell or EPYC and later. VirtualBox: not 7.2.8 (AVX was lost); with Hyper-V on the host 7.1.12 or later.",
		.reference = "github.com/VirtualBox/virtualbox/issues/642, github.com/VirtualBox/virtualbox/issues/36",
		.clauses = guest_isa_level,
		.wordings = ND_WORDINGS(
			{ "Fatal glibc error: CPU does not support x86-64-v{n}{any}" },
			{ "{any}CPU ISA level is lower than required{any}" }
		),
	},
	{
		.id = "guest-illegal-instruction",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program executed an instruction that this CPU does not take: one that it does not have, or one with which programs end themselves (ud2, on Arm udf: a failed check of a browser or of Rust).",
		.cause = "If it is new programs that start nowhere in a VM: a CPU model with less than the program was built for (qemu64 and kvm64 lack SSE4.2, POPCNT and AVX; x86-64-v2 of today's distributions needs the first two), or a hypervisor below that leaves them out.",
		.remedy = "Give the VM the host's CPU (-cpu host, host-passthrough, Proxmox: type host) or x86-64-v2-AES; nestdiag features on the host and grep flags /proc/cpuinfo in the VM show what is missing.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}llegal instruction (core dumped){any}" },
			{ "traps: {any} trap invalid opcode ip:{any}" },
			{ "{word}[{n}]: unhandled signal 4 code {hex} at {any}", "Linux 4.15 to 7.2" },
			{ "potentially unexpected fatal signal 4.", "Linux 2.6 to 7.2" }
		),
	},
	{
		.id = "kernel-alloc-failed",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "A kernel had no free memory at that moment for the program that the line names: order is how many pages in one piece, as a power of two.",
		.cause = "In a guest: it is too small, or its memory is just being added or taken away (balloon, virtio-mem). On a host: its guests have it all. An order above 3: memory in pieces, which is common and mostly harmless.",
		.remedy = "free -m there, /proc/buddyinfo for large orders; vm.min_free_kbytes higher; a larger guest, or fewer.",
		.reference = "github.com/neondatabase/autoscaling/issues/1391",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}: page allocation failure: order:{n}, mode:{any}", "Linux 4.10 to 7.2" },
			{ "{any}: page allocation failure. order:{n}, mode:{any}", "Linux 2.6 to 4.9" }
		),
	},
	{
		.id = "guest-no-boot",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "The firmware of a guest found nothing to boot from. The VM runs: virtualization is well.",
		.cause = "An empty disk or one for the other kind of firmware (BIOS or UEFI), an image that was not downloaded whole, of another processor or compressed, a CD that is not attached, or an order of devices that leaves it out.",
		.remedy = "qemu-img info FILE, file FILE; UEFI (OVMF) where the image needs it; attach the installation medium and put it first.",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "Boot failed: not a bootable disk" },
			{ "Boot failed: Could not read from CDROM (code {any}" },
			{ "No bootable device.{any}" },
			{ "Boot failed: could not read the boot disk" },
			{ "{any}No bootable medium found! System halted{any}" }
		),
	},
	{
		.id = "vmm-out-of-memory",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel ran out of memory and killed a VMM, and with it a guest.",
		.cause = "The guests' memory together is more than this machine has: of a guest hypervisor its own size counts; of a container its limit.",
		.remedy = "Smaller or fewer guests, or more memory for this machine; free -m; the memory limit of the service or container.",
		.wordings = ND_WORDINGS(
			{ "{any}illed process {n} (qemu-{any}" },
			{ "{any}oom-kill:{any},task=qemu-{any}" },
			{ "{any}illed process {n} (kvm){any}" },
			{ "{any}illed process {n} (firecracker){any}" },
			{ "{any}illed process {n} (cloud-hyperviso){any}" },
			{ "{any}illed process {n} (VBoxHeadless){any}" }
		),
	},
	{
		.id = "rcu-warning",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "RCU of this kernel found one of its CPUs in a state that it does not expect.",
		.cause = "In a guest often a virtual CPU that was not run for a long time, or an interrupt between CPUs that the hypervisor lost: seen under VirtualBox 7.2 with guests that hang while they boot. Else a bug of the kernel.",
		.remedy = "One virtual CPU to compare; another version of the hypervisor; lines on an RCU stall or a soft lockup near it say which CPU.",
		.reference = "github.com/VirtualBox/virtualbox/issues/861",
		.wordings = ND_WORDINGS(
			{ "{any}WARNING: {any} at kernel/rcu/{any}" }
		),
	},
	{
		.id = "guest-pxe",
		.origin = "guest",
		.severity = ND_MSG_NOTE,
		.meaning = "The firmware of a machine tried to boot over the network and found nothing there. A VM that shows this runs.",
		.cause = "No disk or ISO attached, an order of boot with the network first, an image for the other firmware (BIOS or UEFI), or a disk on a controller that this firmware does not know.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}PXE-E{word}: {any}" },
			{ "{any}PXE-M0F: Exiting {any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_guest = {
	"guest", messages, ARRAY_SIZE(messages)
};
