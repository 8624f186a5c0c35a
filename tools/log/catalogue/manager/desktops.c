// SPDX-License-Identifier: GPL-2.0-only
/* Managers of VMs for one machine: virt-manager, Boxes, quickemu, Incus, Multipass. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause incus_core_sched[] = {
	{ 0, "no such process", NULL,
	  "QEMU ended meanwhile. (The kernel's PR_SCHED_CORE is asked only where it worked as the server started.)",
	  "incus info NAME --show-log shows why QEMU ended." },
	{ 19, NULL, NULL,
	  "No sibling threads (SMT) are online now. (The kernel's PR_SCHED_CORE is asked only where it worked as the server started.)",
	  "Restart the server after SMT was switched (cat /sys/devices/system/cpu/smt/active)." },
	{ 0 }
};

static const struct nd_clause multipass_process[] = {
	{ 0, "FailedToStart", NULL,
	  "There is no such program for this machine (Multipass brings QEMU for its own architecture), or it may not be run.",
	  NULL },
	{ 0, "Crashed", NULL,
	  "QEMU was killed or failed; stopping an instance by force also kills it.",
	  NULL },
	{ 0, "timed out", NULL,
	  "QEMU did not answer, as where it is emulated or waits.",
	  NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "boxes-virsh",
		.origin = "boxes",
		.severity = ND_MSG_ERROR,
		.meaning = "GNOME Boxes could not ask libvirt what this machine can do, and so makes no VM.",
		.cause = "No virsh, or no libvirtd, in the package that Boxes came in (Flatpak, Snap, AppImage), or its libvirt does not start.",
		.remedy = "virsh capabilities inside of it (flatpak run --command=virsh org.gnome.Boxes capabilities) says what is wrong; the distribution's own package of gnome-boxes.",
		.reference = "github.com/flathub/org.gnome.Boxes/issues/85, github.com/ivan-hc/Boxes-appimage/issues/1",
		.wordings = ND_WORDINGS(
			{ "{any}Failed to execute: virsh capabilities" }
		),
	},
	{
		.id = "lxd-firmware",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "LXD cannot start the VM: it found no UEFI firmware for it. Virtualization was not asked.",
		.cause = "The files are not where LXD looks (its snap has its own; LXD_QEMU_FW_PATH names another folder), or not for this mode (security.secureboot, security.csm).",
		.remedy = "Install ovmf (qemu-efi-aarch64), or set LXD_QEMU_FW_PATH for the server; without a snap also check the package's paths.",
		.wordings = ND_WORDINGS(
			{ "{any}Could not find one of the required VM firmware files{any}", "LXD 6" },
			{ "{any}Cannot locate a VM UEFI firmware{any}", "LXD 6" }
		),
	},
	{
		.id = "lxd-no-kvm",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "Incus or LXD cannot run virtual machines here, only containers: there is no /dev/kvm.",
		.cause = "No virtualization on this machine or exposed to this VM, KVM not loaded, or the server runs in a container without the device.",
		.remedy = "nestdiag check tells which; VT-x or SVM on in the firmware, in a VM exposed by the hypervisor below; modprobe kvm_intel or kvm_amd; a container needs the device (lxc config device add NAME kvm unix-char path=/dev/kvm).",
		.wordings = ND_WORDINGS(
			{ "{any}KVM support is missing{any}" }
		),
	},
	{
		.id = "multipass-no-kvm",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass cannot run VMs here: its check for KVM failed or could not run.",
		.cause = "This machine is a VM without nested virtualization, it is off in the firmware, or another hypervisor holds it.",
		.remedy = "nestdiag check tells which; in a VM enable nested virtualization in the hypervisor below (Hyper-V: ExposeVirtualizationExtensions); on a machine VT-x or SVM in the firmware; stop the other hypervisor.",
		.reference = "github.com/canonical/multipass/issues/2360",
		.wordings = ND_WORDINGS(
			{ "{any}The check_kvm_support script failed to start{any}" },
			{ "launch failed: CPU does not support KVM extensions{any}" },
			{ "{any}KVM support is not enabled on this machine{any}" }
		),
	},
	{
		/* Qt's words for how a process of its ended. */
		.id = "multipass-process",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass could not start QEMU, or QEMU did not stay: the word says which.",
		.cause = "What QEMU's own lines before it say.",
		.remedy = "QEMU's own lines before it, journalctl -u snap.multipass.multipassd (macOS: /Library/Logs/Multipass/multipassd.log); multipass launch -vvv; nestdiag check for KVM.",
		.reference = "github.com/canonical/multipass/issues/770, github.com/canonical/multipass/issues/2354",
		.elsewhere = true,
		.clauses = multipass_process,
		.wordings = ND_WORDINGS(
			{ "{any}process error occurred FailedToStart{any}" },
			{ "{any}process error occurred Crashed program: qemu-{any}" },
			{ "{any}failed to start qemu instance: program: qemu-{any}" },
			{ "{any}emu quit unexpectedly with exit code {any}", "Multipass 1.16" },
			{ "{any}Qemu failed to start: {any}", "Multipass 1.16" },
			{ "{any}VM '{any}' failed to start, check logs for more details", "Multipass 1.17" }
		),
	},
	{
		.id = "incus-qemu",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "Incus or LXD cannot run virtual machines here, only containers.",
		.cause = "The reason stands behind the second colon, or in the server's log at its start: no /dev/kvm, no QEMU or firmware for it, no vhost_vsock module, or QEMU failed in a trial run (too old or too new, or KVM there and not working).",
		.remedy = "incus info (lxc info) | grep driver, and the server's log for \"Instance type not operational\"; nestdiag check and nestdiag probe for KVM itself.",
		.reference = "github.com/NixOS/nixpkgs/issues/140431, github.com/lxc/incus/issues/1573",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Instance type \"virtual-machine\" is not supported on this server{any}" },
			{ "{any}Instance type not operational{any}" },
			{ "{any}QEMU failed to run feature checks{any}" },
			{ "{any}Unable to run {any} during QEMU initialization{any}" },
			{ "{any}QEMU premature exit: {any}" },
			{ "{any}QEMU monitor connect error: {any}" },
			{ "{any}ailed getting version during QEMU initialization{any}", "Incus 7, LXD 6" },
			{ "{any}ailed getting QEMU version{any}", "Incus 7, LXD 6" },
			{ "{any}ailed getting CPU architecture during QEMU initialization{any}", "Incus 7, LXD 6" },
			{ "{any}QEMU failed running feature checks{any}", "LXD 6" },
			{ "{any}Cannot run feature checks during QEMU initialization{any}", "LXD 6" },
			{ "{any}QEMU version unavailable{any}", "LXD 6" }
		),
	},
	{
		.id = "lxd-qemu-ended",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU ended as Incus or LXD started it; its reason stands at the end of the line, or in the instance's log.",
		.cause = "Behind the last colon. Nothing but \"exit status 1\": mostly KVM that is missing or refuses the CPU model (a nested VM without vmx or svm), or an option that this QEMU does not have.",
		.remedy = "incus info --show-log NAME (lxc info --show-log NAME) has QEMU's own words: nestdiag dmesg on them; ps ax | grep qemu for a process that was left.",
		.reference = "github.com/canonical/lxd/issues/7962, github.com/zabbly/incus-ui-canonical/issues/31",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to run: forklimits {any}qemu-system-{any}" }
		),
	},
	{
		.id = "libguestfs-appliance",
		.origin = "libguestfs",
		.severity = ND_MSG_ERROR,
		.meaning = "libguestfs (virt-customize, virt-builder, guestfish) could not run its appliance, a small VM of its own: it did not start, hung or crashed.",
		.cause = "In a VM it may be nesting: KVM is there, but its guests crash or crawl below this hypervisor. Else: no memory or space in /tmp, a kernel that its user cannot read, QEMU missing.",
		.remedy = "libguestfs-test-tool, or LIBGUESTFS_DEBUG=1 LIBGUESTFS_TRACE=1, shows QEMU's and the appliance's messages: nestdiag dmesg on them. LIBGUESTFS_BACKEND_SETTINGS=force_tcg does without KVM.",
		.reference = "github.com/coreos/coreos-assembler/issues/198",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}appliance closed the connection unexpectedly{any}" },
			{ "{any}guestfs_launch failed{any}" },
			{ "{any}appliance launch timed out{any}" },
			{ "{any}This usually means the libguestfs appliance {any}" },
			{ "{any}This usually means the kernel or appliance hung during launch{any}" }
		),
	},
	{
		.id = "libguestfs-supermin",
		.origin = "libguestfs",
		.severity = ND_MSG_ERROR,
		.meaning = "libguestfs (virt-customize, virt-sysprep, guestfish) could not build its appliance, the small VM that it runs. It did not come to virtualization.",
		.cause = "Mostly the kernel: /boot/vmlinuz-* is readable by root alone (Ubuntu), or a container has none installed. Else no right to write in /var/tmp, no space, or tools (cpio, zstd) that are missing.",
		.remedy = "chmod +r /boot/vmlinuz-* or run it as root; in a container install a kernel package. LIBGUESTFS_DEBUG=1 LIBGUESTFS_TRACE=1 shows supermin's own words.",
		.reference = "github.com/vmunoz82/ise14/issues/4",
		.wordings = ND_WORDINGS(
			{ "{any}supermin exited with error status {n}{any}" },
			{ "{any}supermin: failed to find a suitable kernel{any}" },
			{ "{any}supermin: cp -p '{any}vmlinuz{any}' '{any}': command failed{any}" }
		),
	},
	{
		.id = "quickemu-msrs",
		.origin = "quickemu",
		.severity = ND_MSG_NOTE,
		.meaning = "Quickemu notes that KVM's parameter ignore_msrs is off. By itself it is harmless.",
		.cause = "Some macOS and Windows guests use registers that KVM does not have, and crash at them.",
		.remedy = "Only for such a guest: echo 1 >/sys/module/kvm/parameters/ignore_msrs.",
		.reference = "github.com/quickemu-project/quickemu/issues/162",
		.wordings = ND_WORDINGS(
			{ "{any}Ignoring unhandled Model-Specific Registers is disabled{any}" }
		),
	},
	{
		.id = "incus-no-qemu",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "Incus or LXD cannot run virtual machines here: as its server started it found no QEMU for this processor. KVM was not asked.",
		.cause = "qemu-system is not installed (some packages of Incus do not bring it), or was installed after the server started.",
		.remedy = "Install qemu-system-x86 (or that of this architecture) and OVMF, then restart the server (systemctl restart incus). incus info | grep driver has to name qemu.",
		.reference = "github.com/lxc/incus/issues/894",
		.wordings = ND_WORDINGS(
			{ "{any}QEMU command not available for CPU architecture{any}", "Incus 0.1 to 6" }
		),
	},
	{
		.id = "virtman-no-libvirt",
		.origin = "virt-manager",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-manager or virt-install found no libvirt to work with, or none with a hypervisor. Whether the processor has virtualization was not asked.",
		.cause = "libvirt's daemon or its QEMU driver is not installed or does not run.",
		.remedy = "Install qemu-system and libvirt-daemon-system (libvirt-daemon-driver-qemu), systemctl start libvirtd or virtqemud; virsh -c qemu:///system version.",
		.wordings = ND_WORDINGS(
			{ "{any}ould not detect a default hypervisor{any}", "virt-manager 5" }
		),
	},
	{
		.id = "virtman-kvm-missing",
		.origin = "virt-manager",
		.severity = ND_MSG_WARNING,
		.meaning = "virt-install or virt-manager found no KVM in what libvirt offers: guests run in emulation, slowly, or not at all.",
		.cause = "libvirt asked QEMU as its daemon started and /dev/kvm was not there, or not to be opened by it; or QEMU is built without KVM. In a VM: nested virtualization is not exposed to it.",
		.remedy = "nestdiag check for KVM; once /dev/kvm is there, restart libvirtd or virtqemud; virsh domcapabilities --virttype kvm.",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}KVM is not available. This may mean the KVM package is not installed{any}", "virt-manager 5" }
		),
	},
	{
		.id = "virtman-lacks",
		.origin = "virt-manager",
		.severity = ND_MSG_WARNING,
		.meaning = "The libvirt that virt-manager or virt-install is connected to does not offer what was asked. That is no fault of the processor's virtualization.",
		.cause = "An older libvirt or QEMU, a connection to a driver without it (session, remote, test, Xen, bhyve), or a firmware package that is missing.",
		.remedy = "virsh version and virsh domcapabilities of the same connection; qemu:///system in place of qemu:///session; for UEFI the package ovmf or edk2-ovmf.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}ibvirt version does not support {any}", "virt-manager 5" },
			{ "{any}ibvirt connection does not support {any}", "virt-manager 5" },
			{ "{any}ibvirt or hypervisor does not support UEFI{any}", "virt-manager 5" },
			{ "{any}Libvirt did not detect any UEFI/OVMF firmware{any}", "virt-manager 5" },
			{ "{any}Not supported for this hypervisor/libvirt{any}", "virt-manager 5" }
		),
	},
	{
		.id = "virtman-topology",
		.origin = "virt-manager",
		.severity = ND_MSG_ERROR,
		.meaning = "The sockets, dies, cores and threads that were asked for do not multiply to the number of vCPUs. Virtualization was not asked.",
		.remedy = "Change --vcpus or its sockets=, dies=, cores=, threads=, or leave them out.",
		.wordings = ND_WORDINGS(
			{ "{any}otal CPUs implied by topology {any}does not match vCPU count{any}", "virt-manager 5" }
		),
	},
	{
		.id = "virtman-search",
		.origin = "virt-manager",
		.severity = ND_MSG_WARNING,
		.meaning = "The user that QEMU runs as cannot reach a file of the guest: it may not enter one of the folders above it.",
		.cause = "Files below /root or a home folder that others may not enter.",
		.remedy = "Put it into /var/lib/libvirt/images, or setfacl -m u:USER:x on each folder that the line names.",
		.wordings = ND_WORDINGS(
			{ "{any}may not be accessible by the hypervisor. You will need to grant the {any}", "virt-manager 5" }
		),
	},
	{
		.id = "incus-vsock",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "Incus or LXD cannot run virtual machines here: its server has no vsock for VMs. /dev/kvm is there; it was asked before.",
		.cause = "The module vhost_vsock is not in this kernel, its package is missing (linux-modules-extra of clouds), or the server runs in a container that has no /dev/vsock.",
		.remedy = "modprobe vhost_vsock, and its error; ls -l /dev/vsock /dev/vhost-vsock; then restart the server. In a container: both devices from the host.",
		.wordings = ND_WORDINGS(
			{ "{any}vhost_vsock kernel module not loaded{any}", "Incus 7, LXD 6" },
			{ "{any}Vsock support is missing (no /dev/vsock){any}", "Incus 7, LXD 6" }
		),
	},
	{
		.id = "incus-core-sched",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "Incus or LXD started a VM and could not give its threads a core scheduling group of their own. KVM did not fail.",
		.cause = "The kernel refused PR_SCHED_CORE, which is asked only where it worked as the server started.",
		.remedy = "incus info NAME --show-log if QEMU ended; restart the server after SMT was switched (cat /sys/devices/system/cpu/smt/active).",
		.clauses = incus_core_sched,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to allocate new core scheduling domain for vCPU threads{any}", "Incus 7" },
			{ "{any}Failed allocating new core scheduling domain for vCPU threads{any}", "LXD 6" }
		),
	},
	{
		.id = "incus-vcpus",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU runs another number of vCPUs than the instance is configured with, so Incus or LXD does not pin them and stops the start.",
		.cause = "limits.cpu names CPUs or sockets that QEMU could not make vCPUs of, or its vCPUs did not come online in time.",
		.remedy = "incus config get NAME limits.cpu: a number in place of a list; raw.qemu must not set -smp; the instance's log.",
		.wordings = ND_WORDINGS(
			{ "{any}QEMU has less vCPUs than configured", "Incus 7" },
			{ "{any}QEMU has different count of vCPUs {any} than configured {any}", "LXD 6" }
		),
	},
	{
		.id = "quickemu-no-virt",
		.origin = "quickemu",
		.severity = ND_MSG_ERROR,
		.meaning = "quickemu does not start: /proc/cpuinfo shows neither vmx nor svm, and the vendor of the machine is not QEMU or VirtualBox, below which it would emulate.",
		.cause = "On a machine: the CPU has none, or the firmware has it off. In a VM of VMware, Hyper-V, Xen or a cloud: virtualization is not exposed to it.",
		.remedy = "nestdiag check tells which it is. On a machine the firmware; in a VM expose virtualization below, with the VM off.",
		.wordings = ND_WORDINGS(
			{ "ERROR! Intel VT-x support is required.", "Quickemu 4.9" },
			{ "ERROR! AMD SVM support is required.", "Quickemu 4.9" }
		),
	},
};

const struct nd_catalogue nd_catalogue_desktops = {
	"desktops", messages, ARRAY_SIZE(messages)
};
