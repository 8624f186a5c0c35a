// SPDX-License-Identifier: GPL-2.0-only
/* Programs that need KVM and say that there is none. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "dosemu-kernel",
		.origin = "dosemu2",
		.severity = ND_MSG_WARNING,
		.meaning = "dosemu2 found KVM and does not use it: this kernel is on its list of those with a bug in KVM. It emulates the CPU instead.",
		.cause = "The kernel's version, which the line names. Virtualization is there and works for others.",
		.remedy = "Another kernel: an older one, or one behind the range in the line.",
		.wordings = ND_WORDINGS(
			{ "Usable KVM found but blacklisted kernel {any}" }
		),
	},
	{
		.id = "packer-qemu-ended",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU ended as Packer started it; Packer shows QEMU's own words only on request.",
		.cause = "No usable KVM (accelerator kvm is what it takes by itself), an option or a firmware file that is missing, or no display for headless = false.",
		.remedy = "PACKER_LOG=1 packer build FILE, and nestdiag dmesg on the lines with \"Qemu stderr\"; headless = true; nestdiag check. accelerator = \"tcg\" runs without KVM, slowly.",
		.reference = "github.com/tmatilai/packer-openbsd/pull/9",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror launching VM: Qemu failed to start{any}", "Packer 0.5 to 1.11" }
		),
	},
	{
		.id = "packer-halted",
		.origin = "packer",
		.severity = ND_MSG_NOTE,
		.meaning = "Packer gave up; the reason stands in the lines before it.",
		.follows = "packer-qemu-ended",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Build '{any}' errored{any}", "Packer 0.5 to 1.11" },
			{ "{any}failed to unlock port lockfile: {any}", "packer-plugin-sdk" },
			{ "{any}Started Qemu. Pid: {n}", "Packer 0.5 to 1.11" }
		),
	},
	{
		.id = "nova-uefi",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "nova cannot start an instance with UEFI: it found no UEFI firmware on the compute node. Virtualization is not the reason.",
		.cause = "The package with the firmware (ovmf, edk2-ovmf, qemu-efi-aarch64) is missing, or its files are at a place that this nova or libvirt does not look at. Arm guests always need it; others do by hw_firmware_type=uefi of their image.",
		.remedy = "Install it on the compute node; virsh domcapabilities | grep -A4 loader shows what libvirt has; or hw_firmware_type=bios.",
		.reference = "github.com/Xphobia/blog/issues/17",
		.wordings = ND_WORDINGS(
			{ "{any}UEFINotSupported: UEFI is not supported{any}" }
		),
	},
	{
		.id = "vagrant-vmware-utility",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "Vagrant's plugin for VMware does not get on with its service, the Vagrant VMware Utility. No VM was started yet.",
		.cause = "The service does not run, or it and the plugin are of versions that do not go together, or not with this VMware (previews of Fusion for Apple silicon).",
		.remedy = "macOS: launchctl list | grep vagrant, and start it anew; Linux: systemctl restart vagrant-vmware-utility; Windows: net start vagrant-vmware-utility; then update the utility, the plugin and VMware.",
		.reference = "github.com/hashicorp/vagrant/issues/12793, github.com/hashicorp/vagrant-vmware-desktop/issues/22",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Vagrant encountered an unexpected communications error with the{any}" },
			{ "{any}Vagrant VMware Utility driver. Please try to run the command{any}" }
		),
	},
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
		.id = "kvmok-no-cpu",
		.origin = "kvm-ok",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm-ok: /proc/cpuinfo shows neither vmx nor svm.",
		.cause = "On a machine: the CPU has none, or the firmware has it off. In a VM: the hypervisor below does not expose it. In WSL2: Windows 10 does not nest, Windows 11 does (on AMD from Windows 11 on); nestedVirtualization=true in .wslconfig.",
		.remedy = "nestdiag check tells which of these it is, and under whom this machine runs; nestdiag explain vmx, svm.",
		.reference = "github.com/microsoft/WSL/issues/4193",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}our CPU does not support KVM extensions{any}" }
		),
	},
	{
		.id = "kvmok-bios",
		.origin = "kvm-ok",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm-ok: the CPU has virtualization, and IA32_FEATURE_CONTROL or VM_CR does not let it be used.",
		.cause = "The firmware, or in a VM the hypervisor below that emulates it, locked it off.",
		.remedy = "Enable VT-x or SVM in the firmware and power-cycle; in a VM fix the hypervisor below. nestdiag caps shows the register.",
		.wordings = ND_WORDINGS(
			{ "KVM ({word}) is disabled by your BIOS{any}" },
			{ "KVM is disabled by your BIOS{any}" }
		),
	},
	{
		.id = "kvmok-no-device",
		.origin = "kvm-ok",
		.severity = ND_MSG_ERROR,
		.meaning = "There is no /dev/kvm.",
		.cause = "KVM's module is not loaded, did not load, or this is a container without the device. In a VM: nested virtualization is not enabled for it. In WSL2: nestedVirtualization is off, or Windows does not nest on this CPU (Windows 10 on AMD, most Arm).",
		.remedy = "modprobe kvm_intel (or kvm_amd) and see its error; nestdiag check says why it does not load.",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "/dev/kvm does not exist{any}" }
		),
	},
	{
		.id = "kvmok-no",
		.origin = "kvm-ok",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm-ok: KVM cannot be used on this machine.",
		.cause = "No vmx or svm, virtualization disabled by the firmware, or no /dev/kvm.",
		.remedy = "nestdiag check tells which of these it is.",
		.follows = "kvmok-no-cpu kvmok-bios kvmok-no-device",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration can NOT be used{any}" }
		),
	},
	{
		.id = "kvmok-yes",
		.origin = "kvm-ok",
		.severity = ND_MSG_NOTE,
		.meaning = "kvm-ok: KVM can be used on this machine. Whether its guests can run guests is another question: nestdiag status.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration can be used{any}" }
		),
	},
	{
		.id = "android-no-vmx",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator found no /dev/kvm, and a processor without vmx and svm: it cannot run an x86 image.",
		.cause = "Mostly it runs in a VM to which the hypervisor below exposes no virtualization: a cloud instance or CI runner that does not nest, VirtualBox, VMware, WSL2, or the VM of Docker Desktop (also below a container). On a physical machine: off in the firmware, for which Linux takes the flag away.",
		.remedy = "On a physical machine enable VT-x or SVM in the firmware. Else expose virtualization in the hypervisor below, or take a machine that nests (nestdiag check says what is missing); then containers need --device /dev/kvm. An arm image, or -accel off, works without it but is slow.",
		.reference = "github.com/docker-android-sdk/android-29/issues/1",
		.fold = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}KVM requires a CPU that supports vmx or svm{any}" }
		),
	},
	{
		.id = "android-no-device",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator found no /dev/kvm, although the processor has vmx or svm: it cannot run an x86 image.",
		.cause = "A container without the device; or kvm_intel or kvm_amd is not loaded, or did not load because virtualization is off in the firmware (dmesg says so).",
		.remedy = "In a container --device /dev/kvm; else modprobe kvm_intel or kvm_amd, and dmesg or nestdiag check say what is missing.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any} is not found: VT disabled in BIOS or KVM kernel module not loaded{any}" }
		),
	},
	{
		.id = "clab-no-virt",
		.origin = "containerlab",
		.severity = ND_MSG_ERROR,
		.meaning = "containerlab does not start a node that is a VM: /proc/cpuinfo here shows neither vmx nor svm.",
		.cause = "On a machine: the CPU has none, or the firmware has it off. In a VM: the hypervisor below does not expose it.",
		.remedy = "nestdiag check tells which it is. On a machine the firmware; in a VM expose virtualization below, with the VM off.",
		.wordings = ND_WORDINGS(
			{ "{any}CPU virtualization support is required for node {any}", "containerlab of 2026" }
		),
	},
	{
		.id = "clab-ssse3",
		.origin = "containerlab",
		.severity = ND_MSG_ERROR,
		.meaning = "containerlab does not start a node: its system needs SSSE3, and /proc/cpuinfo here does not show it.",
		.cause = "In a VM mostly its CPU model: kvm64 and qemu64 have no SSSE3. No fault of nesting.",
		.remedy = "Below: -cpu host, or <cpu mode=\"host-passthrough\">, or a model from Core 2 on; then grep ssse3 /proc/cpuinfo.",
		.wordings = ND_WORDINGS(
			{ "{any}SSSE3 CPU feature is required for node {any}", "containerlab of 2026" }
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
		.id = "gns3-qemu",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 cannot use the QEMU, the qemu-img or the disk image of a node. KVM was not asked.",
		.cause = "A path in the node's settings that is not there or that this user may not run or read, an image that qemu-img finds damaged, or a QEMU whose version GNS3 cannot read.",
		.remedy = "qemu-system-x86_64 --version and qemu-img check FILE as the user of gns3server; the node's path to QEMU; a fresh copy of the image.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Could not determine the Qemu{any}version for {any}", "GNS3 2.2" },
			{ "{any}Error while looking for the Qemu{any}version: {any}", "GNS3 2.2" },
			{ "{any}Qemu disk '{any}' does not exist", "GNS3 2.2" },
			{ "{any}QEMU binary path is not set", "GNS3 2.2" },
			{ "{any}Could not find qemu-img in {any}", "GNS3 2.2" },
			{ "{any}Qemu image {any} is corrupted{any}", "GNS3 2.2" },
			{ "{any}Qemu image {any} has leaked clusters{any}", "GNS3 2.2" },
			{ "{any}Error received while checking Qemu disk format{any}", "GNS3 2.2" },
			{ "{any}Invalid JSON data returned by qemu-img{any}", "GNS3 2.2" }
		),
	},
	{
		.id = "gns3-accel-binary",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 was told to accelerate a QEMU of an architecture for which it does not do so. Whether KVM can be used was not asked.",
		.cause = "A node whose QEMU is of another architecture, or under another name than those in the line.",
		.remedy = "A node with qemu-system-x86_64 (or one that the line names); else without -enable-kvm and require_kvm for that node.",
		.wordings = ND_WORDINGS(
			{ "{any}Hardware acceleration can only be used with the following Qemu executables: {any}", "GNS3 2.2" }
		),
	},
	{
		.id = "gns3-vm-files",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 cannot read or write a file of a VMware or VirtualBox VM, or the VM is not in the state that GNS3 needs. Virtualization was not asked.",
		.cause = "The VM was moved, removed or made by another user, it runs outside of GNS3, or a setting of its adapters does not let GNS3 connect them.",
		.remedy = "The VM's path in GNS3; power the VM off; \"Allow GNS3 to use any configured adapter\" in its settings.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Could not read VMware VMX file {any}", "GNS3 2.2" },
			{ "{any}Could not write VMware VMX file {any}", "GNS3 2.2" },
			{ "{any}VMware VM {any}could not find VMX file {any}", "GNS3 2.2" },
			{ "{any}vnet {word} not in VMX file", "GNS3 2.2" },
			{ "{any}VirtualBox VM '{any}' is not powered off (current state is {any}", "GNS3 2.2" }
		),
	},
	{
		.id = "nova-unsupported",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "nova refuses an instance or a setting: image, flavor or nova.conf ask for what nova's driver, libvirt or virt_type of this node does not have. The processor was not asked.",
		.cause = "virt_type (qemu, kvm, lxc, parallels) or a version that does not have the feature, or an image made for another hypervisor.",
		.remedy = "The property that the line names: openstack image show, flavor show; [libvirt] virt_type in nova.conf of the node; virsh version there.",
		.wordings = ND_WORDINGS(
			{ "{any}The instance requires a newer hypervisor version than has been provided{any}", "Nova 33" },
			{ "{any}The supplied hypervisor type of is invalid{any}", "Nova 33" },
			{ "{any} hypervisor does not support PCI devices", "Nova 33" },
			{ "{any}Volume size extension is not supported by the hypervisor{any}", "Nova 33" },
			{ "{any}the current libvirt hypervisor '{word}' does not support custom block size{any}", "Nova 33" },
			{ "{any}he current libvirt hypervisor {word} does not support reporting CPU traits{any}", "Nova 33" },
			{ "{any}vTPM support requires '[libvirt] virt_type' of {any}", "Nova 33" },
			{ "{any}vTPM support is configured but it's not supported by libvirt{any}", "Nova 33" },
			{ "{any}Running Nova with file_backed_memory and virt_type {word} is not supported{any}", "Nova 33" },
			{ "{any} configured in '[libvirt] swtpm_{word}' does not exist on this host{any}", "Nova 33" },
			{ "{any}The libvirt driver only works on Linux{any}", "Nova 33" }
		),
	},
	{
		.id = "nova-detach",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt or the guest did not let go of a device that nova wanted to detach. That is no fault of virtualization.",
		.cause = "The guest does not answer the request to unplug: it has not booted so far, or its kernel does not handle hot-unplug (acpiphp, pciehp), or something in it uses the device.",
		.remedy = "The guest's console; try again once it has booted; shut it down and detach then.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to detach device {any} from instance {any}", "Nova 33" },
			{ "{any}error while detaching device {any}", "Nova 33" },
			{ "{any}ibvirt failed to detach device {any}", "Nova 33" },
			{ "{any}DeviceRemovalFailedEvent received from libvirt{any}", "Nova 33" },
			{ "{any}Received DeviceRemovalFailedEvent from libvirt{any}", "Nova 33" }
		),
	},
	{
		.id = "crc-no-virt",
		.origin = "crc",
		.severity = ND_MSG_ERROR,
		.meaning = "CRC (OpenShift Local) says so if /proc/cpuinfo shows neither vmx nor svm, and does not set up.",
		.cause = "On a machine: the CPU has none, or the firmware has it off. In a VM: the hypervisor below does not expose it; a firmware of the VM itself has no such switch.",
		.remedy = "nestdiag check tells which it is. On a machine the firmware; in a VM expose virtualization below, with the VM off.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}virtualization is not available for your CPU", "CRC 2.62" }
		),
	},
	{
		.id = "crc-no-device",
		.origin = "crc",
		.severity = ND_MSG_ERROR,
		.meaning = "There is no /dev/kvm. CRC (OpenShift Local) says it so, and asks only if /proc/cpuinfo shows vmx or svm.",
		.cause = "KVM's module is not loaded, or refuses to load: off in the firmware, or held back by the level below; or a container without the device.",
		.remedy = "sudo modprobe kvm_intel (or kvm_amd), and its error in dmesg; nestdiag check.",
		.wordings = ND_WORDINGS(
			{ "{any}kvm kernel module is not loaded", "CRC 2.62" }
		),
	},

	{
		.id = "vagrant-vbox-setting",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "Vagrant could not set something of a VirtualBox VM: its name, adapters, disks, shared folders, or the VM's own files. That is no fault of virtualization.",
		.cause = "A VM of before with that name, or of another user; files that were moved; more adapters or disks than VirtualBox has; Guest Additions that are missing in the box.",
		.remedy = "What the text names; VBoxManage list vms as the user who made it; vagrant plugin install vagrant-vbguest for shared folders.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Vagrant was unable to mount VirtualBox shared folders{any}", "Vagrant 2.4" },
			{ "Vagrant is not able to mount VirtualBox shared folders on BSD-based{any}", "Vagrant 2.4" },
			{ "There is no available slots on the VirtualBox VM for the configured{any}", "Vagrant 2.4" },
			{ "The VirtualBox VM was created with a user that doesn't match the{any}", "Vagrant 2.4" },
			{ "The name of your virtual machine couldn't be set because VirtualBox{any}", "Vagrant 2.4" },
			{ "A VirtualBox machine with the name '{any}' already exists{any}", "Vagrant 2.4" },
			{ "Vagrant was unable to locate the configuration file for the requested{any}", "Vagrant 2.4" },
			{ "Your VM has become \"inaccessible.\"{any}", "Vagrant 2.4" },
			{ "Vagrant failed to determine the machine folder on this host from{any}", "Vagrant 2.4" },
			{ "VirtualBox only allows up to {n} disks to be attached to the{any}", "Vagrant 2.4" },
			{ "The IP address configured for the host-only network is not within the{any}", "Vagrant 2.4" }
		),
	},
	{
		.id = "driver-name",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program does not know the hypervisor or driver that it is told to use, by that name or on this system. Whether virtualization is there was not asked.",
		.cause = "A name that is misspelt, or of another system (applehv, hyperv, wsl, vz on Linux), or of a driver that this build does not have.",
		.remedy = "The setting: Podman: provider in containers.conf, CONTAINERS_MACHINE_PROVIDER; multipass get local.driver; Kata: [hypervisor.NAME] in configuration.toml; Lima: vmType.",
		.wordings = ND_WORDINGS(
			{ "{any}unsupported virtualization provider: {any}", "Podman 5" },
			{ "{any}Unsupported virtualization driver: {any}", "Multipass 1.16" },
			{ "{any}Invalid virtualization driver set in the environment{any}", "Multipass 1.16" },
			{ "{any}Unsupported hypervisor {word}", "Kata Containers 4.1" },
			{ "{any}hypervisor {word} not found in config{any}", "Kata Containers 4.1" },
			{ "{any}nknown or unsupported VM type: {any}", "Lima 2" },
			{ "{any}nknown VM type: {any}", "Podman 5" },
			{ "{any}nknown hypervisor type {word}", "Kata Containers 4.1" }
		),
	},
	{
		.id = "vlibvirt-nested-on",
		.origin = "vagrant",
		.severity = ND_MSG_NOTE,
		.meaning = "vagrant-libvirt puts vmx and svm into the guest's CPU (libvirt.nested = true), as optional: libvirt leaves out what the host cannot give.",
		.remedy = "In the guest: grep -cE \"vmx|svm\" /proc/cpuinfo. If it shows none: nested=1 of kvm_intel or kvm_amd on the host, and vagrant reload.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}nested mode enabled from unset by setting cpu {word} feature", "vagrant-libvirt 0.12" }
		),
	},
	{
		.id = "vlibvirt-nested-off",
		.origin = "vagrant",
		.severity = ND_MSG_NOTE,
		.meaning = "vagrant-libvirt takes vmx and svm out of the guest's CPU: libvirt.nested is not set, so no VM runs in this guest.",
		.cause = "libvirt.nested is false by default; what was set by hand in the XML is taken back at vagrant up.",
		.remedy = "libvirt.nested = true in the Vagrantfile (and libvirt.cpu_mode = \"host-passthrough\"), then vagrant reload.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}nested mode disabled for cpu by removing {word} feature", "vagrant-libvirt 0.12" }
		),
	},
	{
		.id = "minikube-kvm-msr",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube's advice behind a QEMU that ended because KVM did not take an MSR: it goes by that message, and does not know whether this is a VM.",
		.cause = "Seen where KVM itself runs in a VM and the level below lacks, or refuses, what QEMU sets; or with a QEMU before 3.1.",
		.remedy = "The line \"failed to set MSR\" names the register: nestdiag explain on it; another kernel or CPU model; --driver=docker needs no VM.",
		.reference = "github.com/kubernetes/minikube/issues/4277",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Upgrade to QEMU v3.1.0+, run 'virt-host-validate', or ensure that you are not running in a nested VM{any}", "minikube 1.38" }
		),
	},
	{
		.id = "gns3-no-kvm",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 cannot use KVM on the machine that its server runs on.",
		.cause = "There is no /dev/kvm: the GNS3 VM, or the cloud instance, has no virtualization exposed to it. On EC2 only metal instances and those that support nesting have it.",
		.remedy = "Expose virtualization to that VM, or set enable_kvm = false in gns3_server.conf and accept emulation. nestdiag check says what is missing.",
		.reference = "github.com/GNS3/gns3-server/issues/1815",
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration cannot be used{any}" }
		),
	},
	{
		.id = "lxd-no-kvm",
		.origin = "incus",
		.severity = ND_MSG_ERROR,
		.meaning = "Incus or LXD cannot run virtual machines here, only containers: there is no /dev/kvm.",
		.cause = "No virtualization on this machine or exposed to this VM, KVM not loaded, or the server runs in a container without the device.",
		.remedy = "nestdiag check tells which; in a VM expose virtualization in the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM support is missing{any}" }
		),
	},
	{
		.id = "firecracker-ended",
		.origin = "rust-vmm",
		.severity = ND_MSG_ERROR,
		.meaning = "Firecracker ended while the guest was started; its own log says why.",
		.cause = "Often there is no KVM, or this machine is a VM whose hypervisor gives it no nested virtualization, or one in which KVM cannot run a guest.",
		.remedy = "nestdiag check, then nestdiag probe; the last lines of Firecracker's log or console (FailEntry, os error).",
		.reference = "github.com/firecracker-microvm/firecracker-containerd/issues/535",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to start the VM: Put {any}/actions{any}: EOF{any}" },
			{ "{any}Put http://localhost/{any}dial unix {any}firecracker.sock: connect: {any}" }
		),
	},
	{
		.id = "runsc-ended",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "gVisor's sandbox ended; with --platform=kvm usually because KVM did not run its guest.",
		.cause = "gVisor uses KVM in ways that other VMMs do not; below another hypervisor (VirtualBox, VMware, nested KVM) that is not reliable.",
		.remedy = "runsc --platform=systrap (or ptrace) needs no KVM. To find the cause: nestdiag failures, and the kernel's log.",
		.reference = "github.com/google/gvisor/issues/5395",
		.wordings = ND_WORDINGS(
			{ "{any}waiting for sandbox to start: EOF{any}" },
			{ "{any}runsc did not terminate sucessfully{any}" },
			{ "{any}runsc did not terminate successfully{any}" },
			{ "panic: VCPU {n} is stuck:{any}" },
			{ "{any}pkg/sentry/platform/kvm.(*{any}" }
		),
	},
	{
		.id = "docker-hypervisor-check",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop found no virtualization on this Mac or PC.",
		.cause = "This macOS or Windows is itself a VM: macOS as a guest cannot nest; Windows needs virtualization exposed by the hypervisor below. On a PC: off in the firmware.",
		.remedy = "macOS: sysctl kern.hv_vmm_present (1: a VM); run Docker on the Mac itself, or in a Linux guest. Windows: expose virtualization, with the VM off.",
		.reference = "github.com/utmapp/UTM/issues/3405",
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor check failed{any}", "Docker Desktop 4" }
		),
	},
	{
		.id = "minikube-kvm-user",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube's kvm2 driver may not use libvirt or KVM: the user is in neither group.",
		.remedy = "sudo usermod -aG libvirt,kvm $USER, then log in anew; or minikube start --driver=docker.",
		.wordings = ND_WORDINGS(
			{ "{any}PR_KVM_USER_PERMISSION{any}", "minikube 1.14 to 1.35" },
			{ "{any}libvirt group membership check failed{any}", "minikube 1.14 to 1.35" }
		),
	},
	{
		.id = "vagrant-provider",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "Vagrant does not have the provider that it is told to use, or the hypervisor behind it is not installed or does not answer. That says nothing of the processor.",
		.cause = "The plugin is missing (vagrant-libvirt, vagrant-vmware-desktop), or VirtualBox, VMware or libvirt is not installed, not in PATH or its service does not run; in WSL2, VAGRANT_WSL_ENABLE_WINDOWS_ACCESS is not set.",
		.remedy = "vagrant plugin list, vagrant plugin install vagrant-libvirt; VBoxManage --version or virsh -c qemu:///system list by hand; vagrant up --provider=NAME.",
		.wordings = ND_WORDINGS(
			{ "{any}The provider '{word}' could not be found, but was requested to{any}", "Vagrant 1.1 to 2.4" },
			{ "{any}The provider '{word}' that was requested to back the machine{any}", "Vagrant 1.7 to 2.4" },
			{ "{any}No usable default provider could be found for your system{any}", "Vagrant 1.7 to 2.4" },
			{ "{any}VBoxManage not found{any}" },
			{ "{any}Vagrant could not detect VirtualBox! {any}" },
			{ "{any}VirtualBox is complaining that the installation is incomplete{any}" },
			{ "{any}The Hyper-V provider only works on Windows{any}" },
			{ "{any}The \"VBoxManage\" command or one of its dependencies could not{any}", "Vagrant 2.4" },
			{ "{any}There was an error running VBoxManage. This is usually a permissions{any}", "Vagrant 2.4" },
			{ "{any}Vagrant detected that VirtualBox appears installed on your system,{any}", "Vagrant 2.4" },
			{ "{any}Vagrant is unable to use the VirtualBox provider from the Windows Subsystem{any}", "Vagrant 2.4" },
			{ "{any}Vagrant was unable to determine the recommended name for your{any}", "Vagrant 2.4" },
			{ "{any}Vagrant has detected that you have a version of VirtualBox installed{any}", "Vagrant 2.4" },
			{ "{any}Vagrant detected you have VirtualBox 4.2.14 installed{any}", "Vagrant 2.4" }
		),
	},
	{
		.id = "minikube-driver-missing",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube (or docker-machine, crc) does not have the driver for that hypervisor: a program of its own, which is not in PATH. That says nothing of virtualization.",
		.cause = "docker-machine-driver-NAME was not downloaded (no network, a proxy) or not installed, or may not be executed.",
		.remedy = "A newer minikube gets kvm2's driver by itself; else put docker-machine-driver-kvm2 into PATH (chmod +x). Then virt-host-validate. --driver=docker needs none.",
		.reference = "github.com/kubernetes/minikube/issues/4833",
		.wordings = ND_WORDINGS(
			{ "{any}river \"{word}\" not found. Do you have the plugin binary {any}" },
			{ "{any}KVM2_NOT_FOUND{any}Driver \"kvm2\" not found{any}" }
		),
	},
	{
		.id = "minikube-root",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube refuses to run with that driver as root; nothing of virtualization was tried.",
		.remedy = "As a user in groups libvirt and kvm, without sudo (a container or CI that has root alone: --force, or --driver=none).",
		.reference = "github.com/kubernetes/minikube/issues/5801",
		.wordings = ND_WORDINGS(
			{ "{any}he \"{word}\" driver should not be used with root privileges{any}" },
			{ "{any}DRV_AS_ROOT{any}" }
		),
	},
	{
		.id = "minikube-kvm2-unhealthy",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube asked libvirt for what it can do with KVM (virsh domcapabilities --virttype kvm), and got no answer.",
		.cause = "libvirt sees no usable KVM (a VM without nested virtualization, no module, no permission); or virsh did not reach libvirtd: not running, the user not in group libvirt.",
		.remedy = "virsh -c qemu:///system domcapabilities --virttype kvm says which; nestdiag check, virt-host-validate; systemctl restart libvirtd (or virtqemud).",
		.reference = "github.com/kubernetes/minikube/issues/6794",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}virsh domcapabilities --virttype kvm failed{any}" },
			{ "{any}virsh domcapabilities --virttype kvm timed out{any}" }
		),
	},
	{
		.id = "minikube-no-virt",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube found no virtualization for its VM driver.",
		.cause = "Off in the firmware, not exposed to this VM, or held by another hypervisor.",
		.remedy = "nestdiag check tells which; or minikube start --driver=docker, which needs none.",
		.wordings = ND_WORDINGS(
			{ "{any}This computer doesn't have VT-X/AMD-v enabled{any}" },
			{ "{any}HOST_VIRT_UNAVAILABLE{any}" },
			{ "{any}HOST_VTX_DISABLED{any}" },
			{ "{any}HOST_VTX_UNAVAILABLE{any}" },
			{ "{any}HOST_SVM_DISABLED{any}" },
			{ "{any}VBOX_VTX_DISABLED{any}" },
			{ "{any}Try 'minikube start --no-vtx-check'{any}" },
			{ "{any}Virtualization support is disabled on your computer. If you are running minikube within a VM{any}", "minikube 1.38" },
			{ "{any}Your host does not support virtualization. If you are running minikube within a VM{any}", "minikube 1.38" }
		),
	},
	{
		.id = "libvirt-no-machine",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt has no machine of type kvm to offer: it sees no usable KVM.",
		.cause = "No /dev/kvm, no permission for it, or QEMU without KVM; libvirt looked when its daemon was started.",
		.remedy = "nestdiag check tells which; then systemctl restart libvirtd (or virtqemud).",
		.wordings = ND_WORDINGS(
			{ "{any}could not get preferred machine for {any} type=kvm{any}" }
		),
	},
	{
		.id = "kubevirt-no-kvm",
		.origin = "kubevirt",
		.severity = ND_MSG_ERROR,
		.meaning = "No node of the cluster, or not this one, has KVM for KubeVirt.",
		.cause = "The nodes are VMs without virtualization exposed, or KVM is not loaded there.",
		.remedy = "On a node: nestdiag check. For tests without KVM: useEmulation: true in the KubeVirt resource, which is slow.",
		.wordings = ND_WORDINGS(
			{ "{any}Insufficient devices.kubevirt.io/kvm{any}" },
			{ "devices.kubevirt.io/kvm:{any} 0" }
		),
	},
	{
		.id = "kubevirt-no-device",
		.origin = "kubevirt",
		.severity = ND_MSG_ERROR,
		.meaning = "No node of the cluster offers a device that KubeVirt needs for a VM's network; KVM is not what is missing.",
		.cause = "/dev/vhost-net or /dev/net/tun is not on the node: module vhost_net or tun is not loaded; or virt-handler does not run there, or could not register them with the kubelet.",
		.remedy = "On the node: modprobe vhost_net tun, and a file in /etc/modules-load.d; kubectl describe node | grep kubevirt; kubectl logs of virt-handler, which looks again by itself.",
		.reference = "github.com/kubevirt/kubevirt/issues/4992",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Insufficient devices.kubevirt.io/vhost-net{any}" },
			{ "{any}Insufficient devices.kubevirt.io/tun{any}" },
			{ "{any}device '/dev/vhost-net' is not present{any}" },
			{ "{any}device '/dev/net/tun' is not present{any}" }
		),
	},
	{
		.id = "kubevirt-device-plugin",
		.origin = "kubevirt",
		.severity = ND_MSG_ERROR,
		.meaning = "KubeVirt's virt-handler could not register a device with the kubelet, so the node offers none of it, though it may be there.",
		.cause = "The kubelet's socket is elsewhere: k3s, k0s, microk8s and others have another root than /var/lib/kubelet; or the kubelet does not answer.",
		.remedy = "ls /var/lib/kubelet/device-plugins/kubelet.sock on the node; link the distribution's folder there or start its kubelet with --root-dir=/var/lib/kubelet; then delete virt-handler's pod. ls -l /dev/kvm for KVM itself.",
		.reference = "github.com/kubevirt/kubevirt/issues/3017",
		.wordings = ND_WORDINGS(
			{ "{any}rror starting {word} device plugin{any}" },
			{ "{any}rror registering with device plugin manager{any}" }
		),
	},
	{
		.id = "kubevirt-mdev",
		.origin = "kubevirt",
		.severity = ND_MSG_HARMLESS,
		.meaning = "KubeVirt looked for mediated devices (virtual GPUs) and this node has none. VMs without one are not concerned.",
		.reference = "github.com/kubevirt/kubevirt/issues/10344",
		.wordings = ND_WORDINGS(
			{ "{any}failed to remove mdev types: {any}" },
			{ "{any}failed to read the content of /sys/bus/mdev/devices directory{any}" }
		),
	},
	{
		.id = "kata-nested-param",
		.origin = "kata",
		.severity = ND_MSG_NOTE,
		.meaning = "kata-check found a parameter of KVM other than it expects. For nested it is harmless for Kata itself: containers run as guests of this machine; only guests that run guests need it.",
		.cause = "nested=N stands in /etc/modprobe.d, or is the default of a kernel before 4.20.",
		.remedy = "Nothing to do for Kata. To let guests run guests: options kvm_intel nested=1 in /etc/modprobe.d, then reload the module.",
		.reference = "github.com/kata-containers/runtime/issues/358",
		.wordings = ND_WORDINGS(
			{ "{any}kernel module parameter has unexpected value{any}" }
		),
	},
	{
		.id = "no-dev-kvm",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program did not find /dev/kvm, or cannot open it.",
		.cause = "Not there: no virtualization on this machine or exposed to this VM, KVM not loaded, or a container without the device. Permission denied: the user is not in group kvm.",
		.remedy = "nestdiag check tells which of these it is. In a VM: enable nested virtualization in the hypervisor below. Containers: --device /dev/kvm; users: the group of the device.",
		.last = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}/dev/kvm{near}o such file or directory{any}" },
			{ "{any}/dev/kvm{near}doesn't exist{any}" },
			{ "{any}/dev/kvm{near}not found{any}" },
			{ "{any}/dev/kvm{near}not accessible{any}" },
			{ "{any}/dev/kvm{near}not present{any}" },
			{ "{any}/dev/kvm{near}not available{any}" },
			{ "{any}/dev/kvm is not a character device{any}" },
			{ "{any}/dev/kvm{near}(os error {oserror}){any}" }
		),
	},
	{
		.id = "dev-kvm-not-permitted",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program may not open /dev/kvm: operation not permitted. The device file is there; nested virtualization has nothing to do with it.",
		.cause = "A container's rules for devices do not have it: a file that was made or bound there (mknod, -v /dev/kvm) without the device being allowed. Or a sandbox (systemd's DeviceAllow=, seccomp, snap).",
		.remedy = "--device /dev/kvm in place of -v; LXC: lxc.cgroup2.devices.allow = c 10:232 rwm; Kubernetes: a device plugin or privileged; systemd: DeviceAllow=/dev/kvm rw.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}/dev/kvm{near}peration not permitted{any}" }
		),
	},
	{
		.id = "docker-socket",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "The command docker did not reach Docker's daemon, so nothing was started. KVM was not asked.",
		.cause = "Permission denied: the user is not in group docker, or not since its last login. Cannot connect: the daemon does not run; or the command asks another one (DOCKER_HOST, a context of Docker Desktop, which runs its daemon in a VM).",
		.remedy = "sudo docker ...; usermod -aG docker USER and a new login; systemctl status docker; docker context ls.",
		.reference = "client/errors.go of moby",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}while trying to connect to the Docker daemon socket{any}", "Docker 17 to 28" },
			{ "{any}while trying to connect to the docker API at {any}", "Docker 28 to 29" },
			{ "{any}annot connect to the Docker daemon at {any}", "Docker 1.13 to 29" }
		),
	},
	{
		.id = "virt-install-input",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-install or virt-manager did not take what it was given, before it made a VM. Virtualization was not asked.",
		.cause = "What the line names: more memory than this host has, an installation medium that is not there or of another processor, no --osinfo, a name that is taken.",
		.remedy = "free -m; ls -l of the medium; --osinfo detect=on,require=off; virsh list --all.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Requested memory {n} MiB exceeds {any}" },
			{ "{any}Couldn't find kernel for {any}" },
			{ "{any}Validating install media '{any}' failed: {any}" },
			{ "{any}OS name is required, but no value was{any}" },
			{ "{any}Guest name '{word}' is already in use{any}" }
		),
	},
	{
		.id = "vmm-not-installed",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program that runs or checks VMs is not installed here, or its package is not in this system's sources. Virtualization was not asked.",
		.cause = "The name differs between systems and releases (qemu-kvm, qemu-system-x86, kvm; libvirt-bin, libvirt-daemon-system), the list of packages is old, a repository is not enabled, or the program is not in PATH. RHEL's QEMU is /usr/libexec/qemu-kvm.",
		.remedy = "apt-get update, then qemu-system-x86 libvirt-daemon-system virtinst; dnf install qemu-kvm libvirt virt-install; cpu-checker has kvm-ok. nestdiag check tells whether there is virtualization.",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}nable to locate package qemu{any}" },
			{ "{any}nable to locate package libvirt{any}" },
			{ "{any}nable to locate package virt{any}" },
			{ "{any}nable to locate package kvm{any}" },
			{ "{any}Package 'qemu{any}' has no installation candidate{any}" },
			{ "{any}Package 'libvirt{any}' has no installation candidate{any}" },
			{ "{any}Package 'virt{any}' has no installation candidate{any}" },
			{ "{any}No package qemu{any} available{any}" },
			{ "{any}nable to find a match: {any}qemu{any}" },
			{ "{any}nable to find a match: {any}libvirt{any}" },
			{ "{any}qemu-{word}: command not found{any}" },
			{ "{any}ommand was not found or was not executable: virsh{any}", "MAAS 2 to 3" },
			{ "{any}command not found: qemu-{any}" },
			{ "{any}virsh: command not found{any}" },
			{ "{any}virt-{word}: command not found{any}" },
			{ "{any}kvm-ok: command not found{any}" },
			{ "{any}: kvm: not found{any}" },
			{ "{any}firecracker: command not found{any}" },
			{ "{any}Command 'qemu-{any}' not found, {any}" },
			{ "{any}Command 'virsh' not found, {any}" },
			{ "{any}Command 'virt-{any}' not found, {any}" },
			{ "{any}The program 'kvm-ok' is currently not installed{any}" },
			{ "{any}exec: \"qemu-{any}\": executable file not found in {any}" },
			{ "{any}No such file or directory: 'qemu-{any}'" },
			{ "{any}nable to find a satisfying virtiofsd{any}", "libvirt 6.2 to 11" },
			{ "{any}binary not installed \"containerd-shim-kata-v2\"{any}", "containerd 1.2 to 2" },
			{ "{any}libvirt cli virsh was not found in path", "CRC 2.62" },
			{ "{any}QEMU not found. Please make sure 'qemu-{any}", "Quickemu 4.9" },
			{ "ERROR! qemu-{word} not found.", "Quickemu 4.9" },
			{ "ERROR! qemu-img not found. {any}", "Quickemu 4.9" },
			{ "{any}ailed to find the QEMU binary for the architecture {any}", "Lima 2" },
			{ "{any}QEMU binary path {word} is not found in the path", "GNS3 2.2" },
			{ "{any}QEMU binary '{any}' is not {word}", "GNS3 2.2" },
			{ "{any}ailed creating Qemu driver: {any}", "packer-plugin-qemu 1.1" },
			{ "{any}kvm: command not found" },
			{ "{any}package qemu-kvm not found{any}" },
			{ "{any}rror {word} qemu version: {any}", "packer-plugin-qemu 1.1" }
		),
	},
	{
		.id = "vmm-library",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM or libvirt does not start, because a library that it needs is not there or is of another version. Virtualization was not asked.",
		.cause = "A program copied from another system or left from before an update; packages of two sources; LD_LIBRARY_PATH of a snap, AppImage or Nix.",
		.remedy = "ldd $(which PROGRAM) | grep -i \"not found\"; install the package anew; env -u LD_LIBRARY_PATH PROGRAM.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}qemu{any}: error while loading shared libraries: {any}" },
			{ "{any}vir{any}: error while loading shared libraries: {any}" },
			{ "{any}libvirt{near}.so{any}: cannot open shared object file{any}" },
			{ "{any}qemu{any}: symbol lookup error:{any}" },
			{ "{any}qemu{any}: undefined symbol: {any}" }
		),
	},
	{
		.id = "dev-kvm-denied",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program may not open /dev/kvm: permission denied. The device is there; nested virtualization has nothing to do with it.",
		.cause = "The user is not in the device's group (kvm), or not since its last login; on GitHub's runners the device is root's and group kvm's (0660); or a container or security policy (snap, AppArmor, SELinux) forbids it.",
		.remedy = "ls -l /dev/kvm; usermod -aG kvm USER, then log in again; for services the user that they run as. On a runner a udev rule with KERNEL==\"kvm\", MODE=\"0666\". Containers: --device /dev/kvm, and the group: --group-add.",
		.reference = "github.com/EranBoudjnah/CleanArchitectureForAndroid/issues/655",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}/dev/kvm{near}ermission denied{any}" },
			{ "{any}/dev/kvm{near}not readable{any}" },
			{ "{any}/dev/kvm{near}not writ{any}" },
			{ "{any}doesn't have permissions to use KVM{any}" },
			{ "{any}your user to the {near}kvm{near} group{any}" },
			{ "{any}user is not in the {near}kvm{near} group{any}" },
			{ "{any}not a member of {near}kvm{near} group{any}" },
			{ "{any}a member of the {near}kvm{near} group{any}" },
			{ "{any}yourself to the {near}kvm{near} group{any}" },
			{ "{any}your user to group {near}kvm{any}" },
			{ "You specified hardware acceleration but you don't have rights.{any}", "ops 0.1" }
		),
	},
	{
		.id = "android-no-kvm",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator cannot run an x86 image: there is no hypervisor that it can use (on Linux: KVM).",
		.cause = "Linux: the machine, VM or container that it runs in has no vmx or svm, no /dev/kvm, or the user is not in group kvm. Windows: no Windows Hypervisor Platform. The \"CPU acceleration status\" says which.",
		.remedy = "In a VM expose virtualization, in a container use --device /dev/kvm; nestdiag check says what is missing. An arm image, or -accel off, works without it but is slow.",
		.reference = "github.com/mindrunner/docker-android-sdk/issues/101",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}emulation currently requires hardware acceleration{any}" },
			{ "{any}Please ensure KVM is properly installed and usable{any}" },
			{ "{any}CPU Acceleration: DISABLED{any}" },
			{ "{any}missing the following feature(s) required for {any} emulation{any}" }
		),
	},
	{
		.id = "gns3-vm-no-kvm",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "The GNS3 VM has no KVM: nodes that need it do not start, others are emulated and slow.",
		.cause = "Nested virtualization is off for that VM, or the program that runs it cannot nest: VirtualBox before 6.1 (6.0 on AMD), and VMware or VirtualBox on a Windows with Hyper-V, WSL2 or memory integrity on.",
		.remedy = "VMware: Virtualize Intel VT-x/EPT; VirtualBox: VBoxManage modifyvm \"GNS3 VM\" --nested-hw-virt on. On Windows: bcdedit /set hypervisorlaunchtype off, memory integrity off, restart.",
		.reference = "github.com/GNS3/gns3-vm/issues/109",
		.wordings = ND_WORDINGS(
			{ "KVM support available: {any}alse" }
		),
	},
	{
		.id = "multipass-no-kvm",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass cannot run VMs here: its check for KVM failed or could not run.",
		.cause = "This machine is a VM without nested virtualization, it is off in the firmware, or another hypervisor holds it.",
		.remedy = "nestdiag check tells which; in a VM enable nested virtualization in the hypervisor below (Hyper-V: ExposeVirtualizationExtensions).",
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
		.cause = "FailedToStart: no such program for this machine (Multipass brings QEMU for its own architecture), or it may not be run. Crashed: QEMU was killed or failed; stopping an instance by force also kills it. \"timed out\": QEMU did not answer, as where it is emulated or waits.",
		.remedy = "QEMU's own lines before it, journalctl -u snap.multipass.multipassd (macOS: /Library/Logs/Multipass/multipassd.log); multipass launch -vvv; nestdiag check for KVM.",
		.reference = "github.com/canonical/multipass/issues/770, github.com/canonical/multipass/issues/2354",
		.elsewhere = true,
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
		.id = "gvisor-platform",
		.origin = "gvisor",
		.severity = ND_MSG_ERROR,
		.meaning = "This runsc has no platform of that name.",
		.cause = "It was built without it: a platform such as kvm is a part of the build, and some builds leave it out.",
		.remedy = "Take a release of runsc, or another platform: --platform=systrap, which needs no virtualization.",
		.reference = "github.com/google/gvisor/issues/10231",
		.wordings = ND_WORDINGS(
			{ "{any}unknown platform: kvm{any}" }
		),
	},
	{
		.id = "nix-kvm",
		.origin = "nix",
		.severity = ND_MSG_ERROR,
		.meaning = "Nix does not build this here: the build starts a VM (NixOS tests, disk images), and this machine does not have the feature kvm for Nix.",
		.cause = "Nix gives itself the feature where it can open /dev/kvm: there is none in a VM without nested virtualization (EC2, many CI runners), in a container without the device, on macOS; or system-features in nix.conf is set without it.",
		.remedy = "nestdiag check tells why there is no /dev/kvm. Where QEMU's emulation is fast enough: extra-system-features = kvm in nix.conf. Else a remote builder that has KVM.",
		.reference = "github.com/NixOS/nix/issues/2964",
		.wordings = ND_WORDINGS(
			{ "{any} with features {any}kvm{any} is required to build {any}" },
			{ "{any}equired system: '{word}' with features {any}kvm{any}" }
		),
	},
	{
		.id = "dev-kvm-rights",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The rights or the owner of /dev/kvm could not be changed. The device is there; nested virtualization has nothing to do with it.",
		.cause = "Not root; or root of a container that does not own the device (user namespaces, a missing capability, a read-only /dev).",
		.remedy = "Change them on the host (a udev rule with GROUP=\"kvm\", MODE=\"0660\" or 0666), or give the container the device's group: --device /dev/kvm --group-add.",
		.reference = "github.com/networkop/docker-topo/pull/25",
		.wordings = ND_WORDINGS(
			{ "{any}changing {word} of '/dev/kvm': {any}" }
		),
	},
	{
		.id = "libguestfs-appliance",
		.origin = "libguestfs",
		.severity = ND_MSG_ERROR,
		.meaning = "libguestfs (virt-customize, virt-builder, guestfish) could not run its appliance, a small VM of its own: it did not start, hung or crashed.",
		.cause = "In a VM mostly nesting: KVM is there, but guests of it crash or crawl below this hypervisor. Else: no memory or space in /tmp, a kernel that its user cannot read, QEMU missing.",
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
			{ "{any}supermin exited with error status {n}{any}" }
		),
	},
	{
		.id = "docker-hv-sock",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker's VM in Hyper-V was started, but did not answer, or showed no sign of life. That virtualization is missing, it does not say.",
		.cause = "The VM did not boot, or not in time (in a VM: nested, which is slow and depends on the level below): its console stands in the log beside \"Moby\". Or another program keeps from Hyper-V's sockets. Docker for Windows before WSL 2.",
		.remedy = "The last lines of \"Moby\" in the log; restart the service Hyper-V Virtual Machine Management; a newer Docker Desktop, which uses WSL 2.",
		.reference = "github.com/docker/for-win/issues/267",
		.wordings = ND_WORDINGS(
			{ "{any}hv-sock proxy (vsudd) is not reachable{any}" },
			{ "{any}No activity detected on VM, aborting{any}" }
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
		.id = "dev-kvm-not-device",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "/dev/kvm is there and is no device: a folder or file of that name was made in its place.",
		.cause = "Docker makes a folder on the host if -v /dev/kvm:/dev/kvm names something that does not exist: KVM is not there, or its module was not loaded then.",
		.remedy = "rmdir /dev/kvm (rm if it is a file), load KVM's module and see its error (modprobe kvm_intel or kvm_amd), then --device /dev/kvm in place of -v.",
		.reference = "github.com/sickcodes/Docker-OSX/issues/841, github.com/agoda-com/docker-emulator-android/issues/4",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}/dev/kvm{near}not a device node{any}" },
			{ "{any}/dev/kvm{near}s a directory{any}" }
		),
	},
	{
		.id = "android-accel-off",
		.origin = "android",
		.severity = ND_MSG_WARNING,
		.meaning = "The Android emulator runs without a hypervisor (-accel off, or none found): an x86 image boots in many minutes, or never within the time that is waited for.",
		.cause = "The option is given by who starts it: android-emulator-runner does so on Linux if the user may not open /dev/kvm. Until April 2024 GitHub's Linux runners had none.",
		.remedy = "Before the emulator: a udev rule with KERNEL==\"kvm\", MODE=\"0666\" (or group kvm), and then -accel on or auto; a macOS runner before 2024. nestdiag check tells whether there is KVM.",
		.reference = "github.com/ReactiveCircus/android-emulator-runner/issues/55",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}emulator{any} -accel off{any}" },
			{ "{any}emulation may not work without hardware acceleration{any}" }
		),
	},
	{
		.id = "cvd-host",
		.origin = "cuttlefish",
		.severity = ND_MSG_ERROR,
		.meaning = "Cuttlefish (launch_cvd) checked the user and the kernel and did not start: the user is not in a group that it needs, or the kernel is too old. KVM itself was not tried.",
		.cause = "The user is not in kvm and cvdnetwork and, of late, render (or is, and has not logged in since); in a container the groups and /dev/kvm, /dev/vhost-vsock and /dev/vhost-net have to be handed in.",
		.remedy = "sudo usermod -aG kvm,cvdnetwork,render $USER, log in anew; the packages cuttlefish-base and cuttlefish-user make the groups. id shows them.",
		.reference = "github.com/google/android-riscv64/issues/85",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "User must be a member of {word}" },
			{ "{any}Validation of user configuration failed{any}" }
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
		.id = "vjunos-nested",
		.origin = "juniper",
		.severity = ND_MSG_ERROR,
		.meaning = "vJunos, a router that starts a VM inside its own, found no VMX in its guest and shuts down.",
		.cause = "Its VM runs on a host without nested=1 or without the host's CPU model, or that host is itself a VM (cloud, Codespaces) to which no virtualization is exposed. It looks for Intel's VMX.",
		.remedy = "On the KVM host: kvm_intel nested=1 and -cpu host for this VM (grep vmx /proc/cpuinfo where QEMU runs); else a machine of metal, or a cloud's size that nests.",
		.reference = "github.com/srl-labs/containerlab/issues/3086",
		.wordings = ND_WORDINGS(
			{ "{any}Nested KVM (i.e. Nested VMX feature) is not enabled{any}", "vJunos" }
		),
	},
	{
		.id = "qemus-no-device",
		.origin = "qemus",
		.severity = ND_MSG_ERROR,
		.meaning = "A container that runs a VM (dockur/windows, qemus/qemu, virtual-dsm) sees no /dev/kvm.",
		.cause = "The device is not handed in; or containers of Docker Desktop run in a VM of its own, on Linux too (kernel \"linuxkit\"); or the machine has none: a VM or a cloud's size without nested virtualization, KVM not loaded, firmware off.",
		.remedy = "ls -l /dev/kvm outside: if it is there, devices: - /dev/kvm in the compose file, and Docker Engine or Podman instead of Docker Desktop (docker context ls). If not: nestdiag check. KVM=N emulates, slowly.",
		.reference = "github.com/dockur/windows/issues/856, 1577",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration {any}not {word} (device file missing){any}" },
			{ "{any}KVM acceleration {any}not {word} (/dev/kvm is missing){any}" },
			{ "{any}Please bind '/dev/kvm' as a volume{any}" }
		),
	},
	{
		.id = "qemus-no-access",
		.origin = "qemus",
		.severity = ND_MSG_ERROR,
		.meaning = "A container that runs a VM (dockur/windows, qemus/qemu) sees /dev/kvm and may not write to it. Nested virtualization has nothing to do with it.",
		.cause = "Rootless Podman or Docker with a user outside group kvm, a user namespace, SELinux or AppArmor, or a device cgroup that allows reading alone.",
		.remedy = "ls -l /dev/kvm outside; group_add: keep-groups (Podman) or the number of group kvm, privileged: true to compare; sudo docker for rootful.",
		.reference = "github.com/dockur/windows-arm/issues/220",
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration {any}not {word} (no write access){any}" },
			{ "{any}KVM acceleration {any}not {word} (/dev/kvm is unwriteable){any}" }
		),
	},
	{
		.id = "qemus-no-flags",
		.origin = "qemus",
		.severity = ND_MSG_ERROR,
		.meaning = "A container that runs a VM (dockur/windows, qemus/qemu) has /dev/kvm, and the processor shows neither vmx nor svm.",
		.cause = "A VM to which the hypervisor below does not expose them while kvm is loaded, or virtualization that is off in the firmware (Linux then takes the flag away).",
		.remedy = "grep -E 'vmx|svm' /proc/cpuinfo outside; nestdiag check. In a VM: nested virtualization below and the whole CPU for this VM.",
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration {any}not {word} (not enabled in BIOS){any}" },
			{ "{any}KVM acceleration {any}not {word} (vmx/svm disabled){any}" }
		),
	},
	{
		.id = "qemus-other-arch",
		.origin = "qemus",
		.severity = ND_MSG_WARNING,
		.meaning = "A container emulates a guest for another processor than this machine's: KVM cannot help, and the guest is slow.",
		.cause = "The image is for x64 on an Arm machine, or the other way round.",
		.remedy = "The image for this machine's processor: dockur/windows-arm on Arm, dockur/windows on x64.",
		.wordings = ND_WORDINGS(
			{ "{any}cannot provide KVM acceleration for {word} instructions{any}" }
		),
	},
	{
		.id = "qemus-hint",
		.origin = "qemus",
		.severity = ND_MSG_NOTE,
		.meaning = "A hint of the container that runs a VM; what it lacks stands in the line before.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}See the FAQ {any}KVM=N{any}" }
		),
	},
	{
		.id = "emulator-accel-ok",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "The Android emulator can use the virtualization that it names. What fails after that is something else.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/30",
		.wordings = ND_WORDINGS(
			{ "WHPX ({any}) is installed and usable." },
			{ "KVM (version {any}) is installed and usable." },
			{ "HAXM version {any} is installed and usable." },
			{ "AEHD (version {any}) is installed and usable." },
			{ "Hypervisor.Framework OS X Version {any}" }
		),
	},
	{
		.id = "vrnetlab-no-kvm",
		.origin = "vrnetlab",
		.severity = ND_MSG_WARNING,
		.meaning = "vrnetlab starts the router's VM without -enable-kvm: there is no /dev/kvm in its container, and QEMU emulates. The router takes very long to boot, or never gets ready.",
		.cause = "The machine is a VM or a cloud instance to which no virtualization is exposed, KVM is not loaded, or the container runs without --privileged or --device /dev/kvm.",
		.remedy = "ls -l /dev/kvm outside the container: if it is there, --privileged or --device /dev/kvm. If not: nestdiag check, and enable nested virtualization in the hypervisor below, or take a size that nests or bare metal.",
		.reference = "github.com/vrnetlab/vrnetlab/issues/228; common/vrnetlab.py",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}['qemu-system-x86_64', '-display', {any}", "vrnetlab" },
			{ "{any}joined cmd: qemu-system-x86_64 -display {any}", "vrnetlab" },
			{ "{any}qemu cmd: qemu-system-x86_64 -display {any}", "vrnetlab" }
		),
	},
	{
		.id = "eve-wrapper",
		.origin = "eve-ng",
		.severity = ND_MSG_ERROR,
		.meaning = "EVE-NG's (UNetLab's) wrapper says that the program of a node (QEMU, dynamips, IOL) ended; why, that program wrote before this line.",
		.cause = "QEMU at once after the start: no KVM in EVE's own VM (virtualization not exposed to it), an image or folder that is missing or of another name, permissions, or no memory.",
		.remedy = "wrapper.txt of the node, under /opt/unetlab/tmp; /opt/unetlab/wrappers/unl_wrapper -a fixpermissions; run QEMU's command from unl_wrapper.txt by hand; nestdiag check in EVE's VM.",
		.reference = "github.com/dainok/unetlab/issues/30",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror while reading data from the subprocess, killing it.", "UNetLab" }
		),
	},
	{
		.id = "docker-no-engine",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "The docker command found no engine to talk to: Docker Desktop, or its VM, does not run.",
		.cause = "It is not started or still starts; or its VM (WSL2, Hyper-V) did not come up, on a machine with virtualization off or in a VM to which none is exposed; or another context is set.",
		.remedy = "Docker Desktop's window or its log (%LOCALAPPDATA%\\Docker\\log) has the reason; wsl --status; docker context ls.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}open //./pipe/docker{any}: The system cannot find the file specified{any}" },
			{ "{any}pipe{any}dockerDesktop{any}: The system cannot find the file specified{any}" }
		),
	},
	{
		.id = "android-ended",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator ended while it started; Android Studio's window does not say why.",
		.cause = "No virtualization that it can use (a VM to which none is exposed, Hyper-V's in place of its driver), graphics (vulkan, OpenGL) that the machine or VM does not have, no room on the disk or too little memory, a library that is missing.",
		.remedy = "emulator -accel-check; emulator -avd NAME -verbose on a command line shows its own words; idea.log of Android Studio has them too. -gpu swiftshader_indirect in a VM.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}he emulator process for AVD {any} has terminated{any}" },
			{ "{any}he emulator process for AVD {any} was killed{any}" },
			{ "{any}mulator: Process finished with exit code {any}" }
		),
	},
	{
		.id = "vmm-not-whole",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM did not start because a part of its own installation is missing. That is no fault of virtualization.",
		.cause = "A library or program that is not installed, or of another distribution or architecture than it was built for.",
		.remedy = "Install the package that has the file which the line names, or the VMM of this distribution; ldd FILE lists what a program misses.",
		.wordings = ND_WORDINGS(
			{ "{any}PANIC: Missing emulator engine program for {any}" },
			{ "emulator: Could not launch '{any}': No such file or directory{any}" }
		),
	},
	{
		.id = "emulator-hardware-error",
		.origin = "android-emulator",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM told the Android emulator that the processor, or the level below, refused to enter the guest; the emulator ends itself for that. The crash and what adb says only follow.",
		.cause = "A state or control that the level below does not take: its nesting, or KVM's here, has a bug. It says nothing of a defective machine.",
		.remedy = "The kernel's log of this machine at that time (nestdiag dmesg) may have a dump of the VMCS; kvm_intel dump_invalid_vmcs=1 gives one; newer kernels on both levels; compare on bare metal.",
		.reference = "github.com/alcounit/selenosis/issues/14",
		.wordings = ND_WORDINGS(
			{ "{any}hardware error happened in KVM, aborting now{any}" }
		),
	},
	{
		.id = "sbx-no-connect",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "The small VM of a Docker sandbox was made, and the program in its guest did not report in time. That no VM could be made it does not say.",
		.cause = "The guest did not start, or too slowly, as in a VM in a VM; or a bug of this sbx. The line does not say which.",
		.remedy = "Update sbx; its daemon's log and the VM's console for how far the guest came.",
		.reference = "github.com/docker/sbx-releases/issues/179",
		.wordings = ND_WORDINGS(
			{ "{any}VM did not connect within {n}s{any}" }
		),
	},
	{
		.id = "qemu-too-old",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "This program does not work with the QEMU that is installed: it is too old for it, or for what was asked. KVM was not asked.",
		.cause = "The distribution's QEMU, or one that is found first in PATH.",
		.remedy = "qemu-system-x86_64 --version; a newer QEMU (backports, Homebrew), or an older release of the program, or without the option that needs it.",
		.wordings = ND_WORDINGS(
			{ "{any}QEMU {word} is too old, {any}", "Lima 2" },
			{ "{any}QEMU {word} or newer is required, detected {any}", "Quickemu 4.9" },
			{ "{any}Qemu version {word} or later is required{any}", "GNS3 2.2" },
			{ "{any}Nova requires QEMU version {word} or greater{any}", "Nova 33" },
			{ "{any}Nova requires libvirt version {word} or greater{any}", "Nova 33" },
			{ "{any}requires QEMU {word} or newer{any}", "Incus 7, Lima 2" },
			{ "{any}Either libvirt or QEMU version for compute service {any} are too old{any}", "Nova 33" },
			{ "{any}HAXM acceleration can only be enable for Qemu version {any}", "GNS3 2.2" },
			{ "{any}libvirt version {word} is installed, but {word} or higher is required{any}", "CRC 2.62" }
		),
	},
	{
		.id = "qemu-version-old-soon",
		.origin = "any",
		.severity = ND_MSG_WARNING,
		.meaning = "This program works with the QEMU or libvirt that is installed, and its next releases will not.",
		.cause = "The version is below the one that the program will require.",
		.remedy = "Update QEMU and libvirt before the program.",
		.wordings = ND_WORDINGS(
			{ "{any}Running Nova with a {word} version less than {any}", "Nova 33" }
		),
	},
	{
		.id = "gns3-dynamips",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "Dynamips, GNS3's emulator of Cisco routers, did not answer or did not start. GNS3 calls it a hypervisor; it uses no virtualization of the processor.",
		.cause = "The process ended (an IOS image that it does not take, a missing library), a firewall or another program has its port, or one of before still runs.",
		.remedy = "The log of dynamips in the project's folder; end old dynamips processes; dynamips --version; another IOS image.",
		.wordings = ND_WORDINGS(
			{ "{any}ouldn't connect to hypervisor on {any}", "GNS3 2.2" },
			{ "{any}Could not find free port for the Dynamips hypervisor{any}", "GNS3 2.2" },
			{ "{any}Dynamips hypervisor process has stopped{any}", "GNS3 2.2" },
			{ "{any}Dynamips hypervisor with PID={any} is still running", "GNS3 2.2" },
			{ "{any}Could not stop device hypervisor {any}", "GNS3 2.2" }
		),
	},
	{
		.id = "nova-flavor",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "nova refused an instance for its CPUs: flavor, image and configuration of the compute nodes do not fit together. Virtualization was not asked.",
		.cause = "Topology, pinning (hw:cpu_policy, resources:PCPU) or masks of CPUs that contradict each other, or more pinned CPUs than a node has.",
		.remedy = "openstack flavor show, image show: hw:cpu_* and hw_cpu_*; cpu_dedicated_set and cpu_shared_set in nova.conf of the node.",
		.wordings = ND_WORDINGS(
			{ "{any}Image vCPU topology {any}exceeds the limits of {any}", "Nova 33" },
			{ "{any}equested 'hw:emulator_threads_policy=isolate'{any}", "Nova 33" },
			{ "{any}ixed instance must have at least 1 pinned vCPU{any}", "Nova 33" },
			{ "{any}vCPU(s) mask is {any}not a subset of {any}", "Nova 33" },
			{ "{any}possible to use the 'resources:VCPU' or 'resources:PCPU'{any}", "Nova 33" },
			{ "{any}possible to specify both 'resources:VCPU'{any}", "Nova 33" },
			{ "{any}mismatch between the number of PCPUs requested{any}", "Nova 33" },
			{ "{any}The 'vcpu_pin_set' config option has been deprecated and cannot {any}", "Nova 33" },
			{ "{any}No CPUs available after parsing 'vcpu_pin_set'{any}", "Nova 33" }
		),
	},
	{
		.id = "nova-libvirt",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "nova-compute does not get on with libvirt on its node: it is not connected to it, or libvirt did not do what was asked.",
		.cause = "libvirtd or virtqemud is down, was restarted or is being updated, or in a container whose socket is not mounted; or what libvirt itself says at the end of the line.",
		.remedy = "systemctl status libvirtd virtqemud; virsh list on the node; nestdiag dmesg on libvirt's words and on /var/log/libvirt/qemu/INSTANCE.log.",
		.fold = true,
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to start libvirt guest", "Nova 33" },
			{ "{any}Error from libvirt while {any}", "Nova 33" },
			{ "{any}Error from libvirt during {any}", "Nova 33" }
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
		.cause = "The kernel refused PR_SCHED_CORE, which is asked only where it worked as the server started. ESRCH: QEMU ended meanwhile. ENODEV: no sibling threads (SMT) are online now.",
		.remedy = "incus info NAME --show-log if QEMU ended; restart the server after SMT was switched (cat /sys/devices/system/cpu/smt/active).",
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
		.id = "ops-no-qemu",
		.origin = "ops",
		.severity = ND_MSG_ERROR,
		.meaning = "OPS found no QEMU to run the unikernel with, or one that it cannot run. KVM was not asked.",
		.cause = "qemu-system is not installed, not in PATH, not executable for this user, or for another architecture.",
		.remedy = "Install qemu-system-x86 (macOS: brew install qemu); qemu-system-x86_64 --version as the same user; ops run --accel=false goes without KVM.",
		.wordings = ND_WORDINGS(
			{ "{any}o hypervisor found {near} $PATH{any}", "OPS 0.1.46" },
			{ "{any}no hypervisor found in PATH{any}", "OPS 0.1.46" },
			{ "{any}Cannot find QEMU (looks like it is not installed){any}", "OPS 0.1.46" },
			{ "{any}QEMU installed, but cannot be executed{any}", "OPS 0.1.46" }
		),
	},
	{
		.id = "minikube-kvm-arch",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "This minikube was built without its KVM driver for this architecture. KVM itself was not asked.",
		.cause = "The driver kvm2 needs libvirt's library at build time, and minikube has it for some architectures only; the line names what it was built for.",
		.remedy = "minikube start --driver=qemu2 or --driver=docker.",
		.reference = "github.com/kubernetes/minikube/issues/19959",
		.wordings = ND_WORDINGS(
			{ "{any}KVM is not supported on {any}, contributions are welcome", "minikube 1.38" },
			{ "{any}the kvm driver is not supported on {any}", "minikube 1.38" }
		),
	},
	{
		.id = "minikube-kvm-other",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube refuses a setting of its KVM driver, or a VM of before. KVM itself was not asked.",
		.cause = "A network named as minikube's own, an addon that only VMs of the driver kvm2 can have, or an old VM that got no address again.",
		.remedy = "Another name for --kvm-network; --driver=kvm2 for the addon; minikube delete, then start, for an old VM (it loses its contents).",
		.wordings = ND_WORDINGS(
			{ "{any}KVM network can't be named {any}", "minikube 1.38" },
			{ "{any}addon is only supported with the KVM driver{any}", "minikube 1.38" },
			{ "{any}The KVM driver is unable to resurrect this old VM{any}", "minikube 1.38" }
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
	{
		.id = "packer-accel",
		.origin = "packer",
		.severity = ND_MSG_ERROR,
		.meaning = "Packer does not know this accelerator of QEMU. Nothing was started.",
		.remedy = "accelerator = \"kvm\" (Linux), \"hvf\" (macOS), \"whpx\" (Windows) or \"tcg\"; or leave it out.",
		.wordings = ND_WORDINGS(
			{ "{any}invalid accelerator, only {any} are allowed", "packer-plugin-qemu 1.1" }
		),
	},
	{
		.id = "packer-accel-none",
		.origin = "packer",
		.severity = ND_MSG_WARNING,
		.meaning = "Packer starts QEMU without an accelerator: the guest is emulated, slowly. KVM was not tried.",
		.cause = "accelerator = \"none\" in the template.",
		.remedy = "Leave accelerator out, or set it to kvm, hvf or whpx; nestdiag check tells whether KVM can be used.",
		.wordings = ND_WORDINGS(
			{ "{any}The VM will be started with no hardware acceleration{any}", "packer-plugin-qemu 1.1" }
		),
	},
	{
		.id = "emulator-opengl",
		.origin = "android-emulator",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator found no OpenGL that it can use and ended. That is no fault of virtualization.",
		.cause = "A machine without a usable graphics driver: a VM, a session over the network, a server, a container.",
		.remedy = "emulator -gpu swiftshader_indirect (or off, in old ones: guest); or a VM with 3D acceleration.",
		.reference = "github.com/mseclab/nathan/issues/5",
		.wordings = ND_WORDINGS(
			{ "{any}Could not initialize OpenglES emulation{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_frontends = {
	"frontends", messages, ARRAY_SIZE(messages)
};
