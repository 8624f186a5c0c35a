// SPDX-License-Identifier: GPL-2.0-only
/*
 * Steps of running a guest that failed, in words of no entry elsewhere. tools/digest/failure.c
 * finds lines for these entries that have none of their wordings, so that each says no more than
 * its step.
 */
#include "tools/log/catalogue/catalogue.h"

/* Found by their steps alone. */
static const struct nd_wording nowhere[] = { { NULL, NULL } };

#define NO_KIND(error, word) \
	{ error, word, NULL, \
	  "A kind of memory that this kernel lacks (guest_memfd).", \
	  "A newer kernel, or another VMM." }
#define NOT_ALLOWED(error, word) \
	{ error, word, NULL, \
	  "The VMM is not allowed to.", \
	  "The rights of the file or device behind the memory, SELinux; the kernel's log of that time." }

static const struct nd_clause failed_memory[] = {
	{ 17, NULL, NULL,
	  "Two pieces of its memory overlap: a bug of the VMM.",
	  "Another version of the VMM." },
	NO_KIND(22, NULL), NO_KIND(25, NULL),
	NOT_ALLOWED(13, NULL), NOT_ALLOWED(1, NULL),
	{ 0 }
};

#define NO_URING(error, word) \
	{ error, word, NULL, \
	  "io_uring is off (kernel.io_uring_disabled), or kept away by a container's seccomp.", \
	  "sysctl kernel.io_uring_disabled; aio=threads (QEMU, Kata: block_device_aio) goes without." }

static const struct nd_clause failed_aio[] = {
	NO_URING(1, NULL), NO_URING(38, NULL),
	{ 11, NULL, NULL,
	  "All of fs.aio-max-nr is in use, with many guests or disks.",
	  "sysctl fs.aio-nr fs.aio-max-nr, and the second one higher; aio=threads goes without." },
	{ 12, NULL, NULL,
	  "The limit of locked memory is reached.",
	  "ulimit -l; aio=threads (QEMU, Kata: block_device_aio) goes without." },
	{ 0 }
};

#define CID_TAKEN(word) \
	{ 0, word, \
	  "A VM could not get its number on vsock, the channel between a host and its guests. That is no fault of virtualization.", \
	  "Another VM has that CID, or a VMM that was left running.", \
	  "pgrep -a qemu for what is left; another guest-cid for this VM; a newer version of what starts it (LXD, Incus: they choose the CID)." }

static const struct nd_clause vsock_taken[] = {
	CID_TAKEN("ddress already in use"), CID_TAKEN("ddress in use"), { 0 }
};

static const struct nd_clause confidential[] = {
	/* target/i386/sev.c of QEMU opens it; sev_mem_enc_ioctl() of Linux returns ENOTTY. */
	{ 0, "open /dev/sev", "QEMU could not open /dev/sev, the device of AMD's secure processor (PSP).",
	  "With \"No such file or directory\": the driver ccp is not loaded or found no SEV, which is off in the firmware or not in this processor. A VM has no such device.",
	  "dmesg | grep -iE \"ccp|sev\"; lsmod | grep ccp; on in the firmware (SEV, SMEE). Without the object sev-guest QEMU runs an ordinary guest, which needs none of it." },
	{ 0, "ret=-25", "KVM on this host has no SEV: it does not know the request (ENOTTY).",
	  "kvm_amd's parameter sev is off, or KVM switched it off: the firmware has it off, this kernel is built without it, or the processor has none (those of Intel have not). In a VM there is none.",
	  "cat /sys/module/kvm_amd/parameters/sev; dmesg | grep -iE \"ccp|sev\"; on in the firmware (SEV, SMEE). Without the object sev-guest QEMU runs an ordinary guest." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "failed-confidential",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "Something about a confidential guest failed: SEV, SEV-SNP or TDX.",
		.cause = "The host's firmware settings, its kernel or a QEMU or guest firmware that do not fit each other. Inside a VM there is no SEV and no TDX for guests of it, except where the cloud says so.",
		.remedy = "dmesg | grep -iE \"sev|tdx\" on the host; nestdiag features shows what KVM has of it; on a machine that is itself a VM use an ordinary guest.",
		.last = true,
		.clauses = confidential,
		.wordings = ND_WORDINGS(
			{ "{any}sev_{word}: failed to {any}" },
			{ "{any}sev_{word}: Failed to open /dev/sev{any}" },
			{ "{any}failed to encrypt pflash rom{any}" },
			{ "{any}failed to locate and/or save reset vector{any}" }
		),
	},
	{
		.id = "failed-agent",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program started a VM and did not reach what runs in the guest (its agent, over vsock).",
		.cause = "The guest did not boot, hangs or died: KVM here cannot run it (nested virtualization missing or broken below) or is too slow, or its kernel or image does not fit. Or it boots and has no agent, or the host has no vsock (module vhost_vsock).",
		.remedy = "The guest's console or log: does it boot? nestdiag check and nestdiag probe on this machine; nestdiag dmesg on the VMM's log; lsmod | grep vsock.",
		.last = true,
		.elsewhere = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-rosetta",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program did not get Rosetta, which runs programs for x86 on Macs with Apple silicon, in guests of Linux as well.",
		.cause = "Rosetta is not installed on the Mac; or, for a guest, its macOS is older than 13 or its processor is of Intel.",
		.remedy = "softwareupdate --install-rosetta, then start the VM again; or the VM without Rosetta.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}osetta is not installed{any}" },
			{ "{any}osetta not installed{any}" }
		),
	},
	{
		.id = "failed-vsock",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program could not use vsock, the channel between a host and its guests. That is no fault of the processor's virtualization.",
		.cause = "The module vhost_vsock is not loaded or not built; /dev/vhost-vsock is not in this container or not readable to this user; or another transport (of VMware, Hyper-V or virtio, because this machine is itself a guest) is in its place.",
		.remedy = "modprobe vhost_vsock; ls -l /dev/vhost-vsock; lsmod | grep vsock. Before Linux 5.5 only one transport can be loaded.",
		.reference = "github.com/crc-org/crc/issues/2130",
		.last = true,
		.clauses = vsock_taken,
		.wordings = ND_WORDINGS(
			{ "{any}nable to open vhost-vsock device{any}" }
		),
	},
	{
		.id = "failed-passthrough",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A device could not be given to a guest (VFIO).",
		.cause = "No IOMMU here: off in the firmware or on the kernel's command line, or this machine is a VM without a virtual IOMMU; a group with other devices in it; or the device is in use.",
		.remedy = "VT-d or AMD-Vi on in the firmware, Intel: intel_iommu=on; dmesg | grep -iE \"dmar|iommu\"; ls /sys/kernel/iommu_groups. In a VM the hypervisor below has to provide a virtual IOMMU (QEMU: -device intel-iommu with kernel-irqchip=split).",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}vfio {any}: failed to {any}" },
			{ "{any}PCI pass-through, IOMMU not present{any}", "Proxmox VE 6 to 9" }
		),
	},
	{
		.id = "failed-assertion",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM stopped at a check of its own, or crashed: it met something that it takes for impossible.",
		.cause = "A bug of that program; in a VM also an answer of the hypervisor below that the program does not expect, such as a register or a feature that is refused.",
		.remedy = "The lines before it; a newer version of the program; the same on a machine without a hypervisor below. Report it to the program with the function that the line names.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}qemu-{any}: Assertion `{any}' failed{any}" },
			{ "ERROR:{word}/{word}:{n}:{word}:{any}" },
			{ "Bail out! ERROR:{any}" }
		),
	},
	{
		.id = "failed-unwrap",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program ended because something that it asked for failed; what, stands in the line behind \"Err value\".",
		.cause = "The name there and the error of the system: a file or device that is missing or not permitted, or a request that the kernel does not have. If it names KVM or a VM: no virtualization here, or a level below that does not offer it.",
		.remedy = "strace -f PROGRAM shows the call that failed. nestdiag check for /dev/kvm.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-vmm-gone",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program could not talk to the VMM or the daemon that it uses: it does not run any more, or never started.",
		.cause = "The VMM ended at its start, for a reason that it wrote elsewhere: no usable KVM (in a VM no nested virtualization, in a container no /dev/kvm), an option or a register that was refused, no memory; or its socket is not readable to this user.",
		.remedy = "The VMM's own output: standard error, the container's log, journalctl, /var/log/libvirt/qemu; nestdiag dmesg on it. nestdiag check says whether KVM can be used.",
		.reference = "github.com/srl-labs/containerlab/issues/859",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}nable to connect to qemu monitor{any}" },
			{ "{any}cannot connect to the multipass socket{any}" },
			{ "{any}onitor socket did not show up{any}" },
			{ "{any}nable to read from monitor: {any}" }
		),
	},
	{
		.id = "failed-xml",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt did not take the definition of a guest: an element or attribute of its XML, which the line names.",
		.cause = "It does not go with the guest's type or CPU mode, or this libvirt or QEMU does not have it (they are older or newer than the program that wrote the XML).",
		.remedy = "virsh dumpxml NAME, virt-xml-validate; leave the named attribute out, or use the mode that the line asks for; virsh domcapabilities lists what is there.",
		.reference = "github.com/autotest/tp-libvirt/pull/5615",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "unsupported configuration: {any}", "libvirt 0.9 to 11" },
			{ "{any}virDomain{any} failed: XML error: {any}" },
			{ "{any}(domain_definition):{n}: {any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "failed-memory",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest's memory could not be set up.",
		.cause = "Not enough free memory here (of a guest hypervisor: its own size), no free huge pages, or a limit on locked memory or of a container.",
		.remedy = "free -m; a smaller guest or a larger L1; grep Huge /proc/meminfo; ulimit -l; the container's limit. The kernel's log of that time.",
		.last = true,
		.clauses = failed_memory,
		.wordings = ND_WORDINGS(
			{ "{any}cannot set up guest memory {any}" },
			{ "{any}unable to map backing store for guest RAM: {any}" }
		),
	},
	{
		.id = "failed-irq",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The interrupt controller of a guest could not be set up in the hypervisor.",
		.cause = "A model of it that this KVM, this processor or the level below does not have (on Arm: a GIC version), or a VMM and a kernel that do not fit. EFAULT as a guest is restored: guest memory in which tables of it are (GIC: ITS) is not in place.",
		.remedy = "On Arm gic-version=host; on x86 kernel-irqchip=split or off to compare; a newer kernel and VMM; nestdiag probe.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-restore",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest could not be migrated, saved or restored.",
		.cause = "Hosts that differ in CPU, microcode, kernel or VMM; nested virtualization in the guest, whose state does not fit or is not carried; a device or disk that cannot be moved. The line says which step.",
		.remedy = "A CPU model that both hosts have instead of host-passthrough; vmx or svm left out of guests that do not nest; no nested guest running meanwhile; nestdiag diff of snapshots of both hosts; or start the guest anew.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}ive {any}igration failure: {any}" },
			{ "load of migration failed: {any}", "QEMU 1 to 10.0" },
			{ "{any}migration {any}job: unexpectedly failed{any}" },
			{ "{any}Missing section footer for {any}" },
			{ "{any}Error -{n} while loading VM state{any}" }
		),
	},
	{
		.id = "failed-create-vcpu",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The hypervisor did not create a virtual CPU.",
		.cause = "More vCPUs or higher ids than it takes, no memory for it, a feature of the CPU (on Arm also a CPU model) that this host or the level below does not have; or the hypervisor cannot run guests here at all.",
		.remedy = "One vCPU and the host's CPU model to compare; nestdiag probe tries the same steps; nestdiag check.",
		.last = true,
		.arm = &nd_arm_refused,
		.clauses = nd_errors_step,
		.wordings = nowhere,
	},
	{
		.id = "failed-state",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The hypervisor did not take, or did not give, registers or CPUID of a virtual CPU.",
		.cause = "A feature or value that this CPU, this kernel or the level below does not have: a state from another host, a CPU model with more than the host, or a VMM that is older or newer than the kernel expects.",
		.remedy = "The host's CPU model, or a simpler one; a newer kernel and VMM. nestdiag features shows what this machine has, nestdiag probe which step fails.",
		.last = true,
		.arm = &nd_arm_refused,
		.clauses = nd_errors_step,
		.wordings = nowhere,
	},
	{
		.id = "failed-attribute",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The hypervisor did not take an attribute of a device or of a virtual CPU: on Arm mostly of the interrupt controller, the timer or the counters.",
		.cause = "This kernel, or this machine, does not have it, or it was set in the wrong order or twice: a VMM and a kernel that do not fit. In a VM, one that the level below does not give.",
		.remedy = "A newer kernel and VMM; the same guest with another model of the device.",
		.reference = "github.com/gem5/gem5/issues/612",
		.last = true,
		.clauses = nd_errors_step,
		.wordings = nowhere,
	},
	{
		.id = "failed-run",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A virtual CPU could not be run, or stopped in a way that the VMM does not handle.",
		.cause = "A VM entry that the processor or the level below refused, a triple fault of the guest, an instruction that is not emulated, or memory that is not there.",
		.remedy = "The kernel's log of that time has the reason: nestdiag dmesg, nestdiag autopsy for a dump of a VMCS or VMCB; with the module nestdiag failures. Compare on a machine without a hypervisor below.",
		.last = true,
		.arm = &nd_arm_refused,
		.wordings = nowhere,
	},
	{
		.id = "failed-build",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program or module that has to do with VMs could not be built from its source. That is no fault of virtualization.",
		.cause = "A header or library is not installed (linux/kvm.h: the kernel's headers; -lvirt: libvirt's development files), or the source is older or newer than what it is built against.",
		.remedy = "The first error of the build, above this line; the development package of what it names (linux-headers, linux-libc-dev, libvirt-dev), or a version of the source for this kernel.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-named",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "Something about a VM failed for a reason that the line itself names; it is no fault of virtualization.",
		.cause = "A name that is taken already, a quota, a lock of another task, no room on a disk, or a file, module or other machine that could not be fetched or reached.",
		.remedy = "What the line names.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-create-vm",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "No VM could be created, or the hypervisor could not be initialized.",
		.cause = "Another hypervisor holds VMX or SVM (error EBUSY), virtualization is off or not exposed to this VM, no permission, or a type of VM that it does not have; or what the rest of the line names (a disk, a network, a file).",
		.remedy = "nestdiag check, then nestdiag probe: it creates a VM step by step. Off: VT-x or SVM on in the firmware, in a VM exposed below. Stop other hypervisors (VirtualBox, VMware); on Windows systeminfo shows whether the hypervisor runs.",
		.last = true,
		.arm = &nd_arm_no_kvm,
		.clauses = nd_errors_create,
		.wordings = nowhere,
	},
	{
		.id = "failed-timeout",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM, or what runs it, did not answer in time.",
		.cause = "The guest runs without hardware virtualization (QEMU's TCG) and is slow, it is slow because of nesting, or it hangs; or the program that waits has a short limit, or waits for something else that the line names (a shutdown that the guest ignores, a lock).",
		.remedy = "Look at the guest's console. nestdiag check says whether KVM can be used here, nestdiag exits on the level below what costs the time; a longer limit if the guest does start.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to connect to VM ({any}) for {any}" }
		),
	},
	{
		.id = "failed-address",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program started a VM and did not learn its address: the guest did not boot so far, or its network does not tell.",
		.cause = "The guest does not boot or is slow (no KVM, or nested virtualization that is missing or weak below), its DHCP gets no answer, or it has no guest agent or tools to tell its address.",
		.remedy = "Look at the guest's console: does it boot? If not: nestdiag check, nestdiag dmesg on the VMM's log. If it does: DHCP and the virtual network; below VMware or Hyper-V also MAC address spoofing, promiscuous mode.",
		.last = true,
		.elsewhere = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-network",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The network of a VM could not be set up. That is no fault of the processor's virtualization.",
		.cause = "A bridge or tap device that is missing or not allowed, /dev/net/tun not in the container, or two networks with the same addresses. In a nested guest also a hypervisor below that drops frames with a MAC address that it does not know.",
		.remedy = "ip link; ls -l /dev/net/tun; virsh net-list --all. Below: NAT in L1, or promiscuous mode and forged transmits (VMware), MAC address spoofing (Hyper-V), which weaken the switch's checks.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}could not configure /dev/net/tun{any}" }
		),
	},
	{
		.id = "failed-image",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A disk image or a firmware file of a VM could not be used. That is no fault of virtualization.",
		.cause = "It is not there, not readable to the VMM's user (permissions, AppArmor, SELinux), in use by another VM, or of a format that was not expected. Invalid argument: mostly the storage below does not take the way of access (cache=none, aio=io_uring or native).",
		.remedy = "ls -lZ FILE as the VMM's user; qemu-img info FILE; stop the other VM that uses it.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to get \"{word}\" lock{any}" },
			{ "{any}ould not load PC BIOS '{any}'" },
			{ "{any}: Image is not in {word} format{any}", "QEMU 1 to 10.0" },
			{ "{any}QemuImg error: {any}", "packer-plugin-qemu 1.1" }
		),
	},
	{
		.id = "failed-aio",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM could not set up asynchronous access to a disk (io_uring or AIO of Linux). That is no fault of virtualization.",
		.cause = "It is off or not allowed here, a limit is reached, or this VMM was built without it.",
		.remedy = "sysctl kernel.io_uring_disabled fs.aio-nr fs.aio-max-nr; ulimit -l; aio=threads (QEMU, Kata: block_device_aio) goes without.",
		.reference = "github.com/kata-containers/kata-containers/issues/10314",
		.clauses = failed_aio,
		.wordings = ND_WORDINGS(
			{ "{any}failed to init linux io_uring ring{any}", "QEMU 5 to 10.0" },
			{ "{any}failed to create linux AIO context{any}", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "failed-pinning",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest's threads could not be tied to the CPUs that were asked for. That is no fault of virtualization.",
		.cause = "CPUs that this machine does not have, that are offline, or that a cpuset (systemd's AllowedCPUs, a container's or pod's CPUs, vfio-isolate) leaves out; without CAP_SYS_NICE also guests whose CPUs another has.",
		.remedy = "lscpu | grep -i list; cat /sys/fs/cgroup/machine.slice/cpuset.cpus.effective; vcpupin and emulatorpin in the guest's XML.",
		.reference = "github.com/spheenik/vfio-isolate/issues/6",
		.wordings = ND_WORDINGS(
			{ "{any}annot set CPU affinity on process {any}", "libvirt 0.7 to 11" },
			{ "{any}taskset: failed to set pid {n}'s affinity: {any}" }
		),
	},
	{
		.id = "failed-activate",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A virtio device did not work, or what serves it was not there.",
		.cause = "What serves the device ended or did not answer: virtiofsd or another vhost-user program, vhost of the kernel, a tap device. Or features or queues that the two do not both have.",
		.remedy = "The output of virtiofsd or the vhost-user program; start it anew with each start of the guest; the guest without that device to compare.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/7267",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror activating virtio devices: {any}", "Cloud Hypervisor 20 to 50" },
			{ "{any}ailed connecting the backend after trying for {any}", "Cloud Hypervisor 0.9 to 50" },
			{ "{any}VhostUserProtocol(SocketConnect({any}", "Cloud Hypervisor 0.9 to 50" }
		),
	},
	{
		.id = "failed-option",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM (QEMU, crosvm) did not take its command line: the option that the line names, or its value.",
		.cause = "A device, machine type, CPU model, option or property that this build does not have: it is older or newer than the program that started it, built without it, or of another architecture (a model of x86 on Arm).",
		.remedy = "QEMU: qemu-system-ARCH -machine help, -cpu help, -device help list what it has; crosvm run --help. Take the value from there, or update the VMM and the program that starts it together.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}'{any}' is not a valid device model name{any}" },
			{ "{any}unrecognized feature {word}" },
			{ "{any}: Option not supported for this target{any}", "QEMU 0.11 to 10.0" },
			{ "{any}Bus '{any}' does not support hotplugging{any}", "QEMU 0.12 to 10.0" },
			{ "{any}: drive with bus={n}, unit={n} (index={n}) exists", "QEMU 0.12 to 10.0" },
			{ "{any}Parameter {any} is not supported by this machine type{any}", "QEMU 4 to 10.0" }
		),
	},
	{
		.id = "failed-start",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program could not start a VM. The line itself has no reason, or one that is not in the catalogue.",
		.cause = "It stands behind the last colon, in the lines beside this one, or in the log of the VMM that the program runs (QEMU, VirtualBox, Hyper-V).",
		.remedy = "Those lines: nestdiag dmesg on them. nestdiag check tells whether KVM can be used here, nestdiag probe whether a small guest starts.",
		.last = true,
		.elsewhere = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-ended",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM ended with an error, which the rest of the line tells in the program's own words.",
		.cause = "Mostly its surroundings: a folder or file, the sandbox that it puts itself into, a device or right that it needs.",
		.remedy = "What the line names; crosvm run --disable-sandbox tells whether it is the sandbox; nestdiag check whether KVM can be used.",
		.reference = "github.com/termux/termux-packages/pull/29792",
		.last = true,
		.elsewhere = true,
		.wordings = nowhere,
	},
	{
		.id = "failed-kvm",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program reports that something failed with virtualization in it. Its words are not in the catalogue; of the answer only the error is certain.",
		.remedy = "On Linux nestdiag check tells whether KVM can be used, nestdiag probe which step of starting a guest fails; the log of that time for more.",
		.last = true,
		.elsewhere = true,
		.wordings = nowhere,
	},
};

const struct nd_catalogue nd_catalogue_failures = {
	"failures", messages, ARRAY_SIZE(messages)
};
