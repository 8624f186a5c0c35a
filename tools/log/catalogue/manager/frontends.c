// SPDX-License-Identifier: GPL-2.0-only
/* Programs that need KVM and say that there is none. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause docker_socket[] = {
	{ 13, NULL, NULL,
	  "The user is not in group docker, or not since its last login.",
	  "sudo docker ...; usermod -aG docker USER and a new login." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "dosemu-kernel",
		.origin = "dosemu2",
		.severity = ND_MSG_WARNING,
		.meaning = "dosemu2 found KVM and does not use it: this kernel is on its list of those with a bug in KVM. It emulates the CPU instead.",
		.cause = "The kernel's version, which the line names. Virtualization is there and works for others.",
		.remedy = "Another kernel: an older one, or one later than those in the line.",
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
		.id = "kvmok-no-cpu",
		.origin = "kvm-ok",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm-ok: /proc/cpuinfo shows neither vmx nor svm.",
		.cause = "On a machine: the CPU has none, or the firmware has it off. In a VM: the hypervisor below does not expose it. In WSL2: Windows 10 does not nest, Windows 11 does (on AMD from Windows 11 on); nestedVirtualization=true in .wslconfig.",
		.remedy = "nestdiag check tells which of these it is, and under whom this machine runs. VT-x or SVM on in the firmware; in a VM expose it below.",
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
		.remedy = "modprobe kvm_intel (or kvm_amd) and see its error; nestdiag check says why it does not load. In a VM: expose virtualization below. In a container: --device /dev/kvm.",
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
		.remedy = "nestdiag check tells which of these it is. On a machine: VT-x or SVM on in the firmware, then modprobe kvm_intel or kvm_amd. In a VM: expose virtualization below.",
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
		.remedy = "sudo modprobe kvm_intel (or kvm_amd), and its error in dmesg; nestdiag check. Off: VT-x or SVM on in the firmware; in a VM expose it below; a container needs --device /dev/kvm.",
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
		.elsewhere = true,
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
		.cause = "This macOS or Windows is itself a VM: macOS as a guest on Apple silicon gets no virtualization; on Intel, and Windows, only if the hypervisor below exposes it. On a PC also: off in the firmware.",
		.remedy = "macOS: sysctl kern.hv_vmm_present (1: a VM); run Docker on the Mac itself, or in a Linux guest. Windows in a VM: expose virtualization, with the VM off; on a PC enable VT-x or SVM in the firmware.",
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
		.meaning = "minikube asked libvirt for what it can do with KVM (virsh domcapabilities --virttype kvm), and that failed.",
		.cause = "libvirt sees no usable KVM (a VM without nested virtualization, no module, no permission); or virsh did not reach libvirtd: not running, the user not in group libvirt.",
		.remedy = "virsh -c qemu:///system domcapabilities --virttype kvm says which; nestdiag check, virt-host-validate; in a VM expose virtualization below; groups kvm and libvirt for the user; systemctl restart libvirtd (or virtqemud).",
		.reference = "github.com/kubernetes/minikube/issues/6794",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}virsh domcapabilities --virttype kvm failed{any}" },
			{ "{any}virsh domcapabilities --virttype kvm timed out{any}" }
		),
	},
	{
		.id = "minikube-no-virt",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube, or docker-machine, found no virtualization for its VM driver.",
		.cause = "Off in the firmware, not exposed to this VM, or held by another hypervisor.",
		.remedy = "On Linux nestdiag check tells which. On a machine: VT-x or SVM on in the firmware. In a VM: nested virtualization on in the hypervisor below. If it is on and Hyper-V hides it from that check: minikube --no-vtx-check (docker-machine: --virtualbox-no-vtx-check); minikube on Linux: --driver=docker needs none.",
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
		.remedy = "nestdiag check tells which: no KVM: VT-x or SVM on in the firmware, in a VM exposed below, modprobe kvm_intel or kvm_amd; the user that QEMU runs as in group kvm. Then systemctl restart libvirtd (or virtqemud).",
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
		.remedy = "On a node: nestdiag check; in a VM expose virtualization below, then modprobe kvm_intel or kvm_amd. For tests without KVM: useEmulation: true in the KubeVirt resource, which is slow.",
		.wordings = ND_WORDINGS(
			{ "{any}Insufficient devices.kubevirt.io/kvm{any}" },
			{ "devices.kubevirt.io/kvm:{any} 0" },
			{ "devices.kubevirt.io/kvm: \"0\"" }
		),
	},
	{
		.id = "kubevirt-kvm",
		.origin = "kubevirt",
		.severity = ND_MSG_NOTE,
		.meaning = "KubeVirt's device plugin announces KVM on a node: as capacity always a round number (1k), which is no count of VMs. Only what is allocatable can be used.",
		.quiet = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "devices.kubevirt.io/{word}: {any}" }
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
		.remedy = "nestdiag check tells which of these it is. On a machine: VT-x or SVM on in the firmware; modprobe kvm_intel or kvm_amd. In a VM: nested virtualization on in the hypervisor below. Containers: --device /dev/kvm; users: the group of the device.",
		.last = true,
		.arm = &nd_arm_no_kvm,
		.clauses = nd_errors_open,
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
		.cause = "The daemon does not run; or the command asks another one (DOCKER_HOST, a context of Docker Desktop, which runs its daemon in a VM).",
		.remedy = "systemctl status docker; docker context ls; DOCKER_HOST.",
		.reference = "client/errors.go of moby",
		.fold = true,
		.clauses = docker_socket,
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
		.remedy = "ls -l /dev/kvm; usermod -aG kvm USER, then log in again; for services the user that they run as. On a runner a udev rule with KERNEL==\"kvm\", MODE=\"0666\". Containers: --device /dev/kvm, with --user also --group-add $(stat -c %g /dev/kvm).",
		.reference = "github.com/EranBoudjnah/CleanArchitectureForAndroid/issues/655",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}/dev/kvm{near}ermission denied{any}" },
			{ "{any}/dev/kvm{near}not readable{any}" },
			{ "{any}/dev/kvm{near}not writ{any}" },
			{ "{any}doesn't have permissions to use KVM{any}" },
			{ "{any}dd your user to the {near}kvm{near} group{any}" },
			{ "{any}user is not in the {near}kvm{near} group{any}" },
			{ "{any}not a member of {near}kvm{near} group{any}" },
			{ "{any} be a member of the {near}kvm{near} group{any}" },
			{ "{any}yourself to the {near}kvm{near} group{any}" },
			{ "{any}your user to group {near}kvm{any}" },
			{ "You specified hardware acceleration but you don't have rights.{any}", "ops 0.1" }
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
		.meaning = "Nix does not build this here: the build starts a VM, and this machine is not of the system or has not the features that the line asks for; mostly it lacks the feature kvm for Nix.",
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
		.id = "docker-hv-sock",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker's VM in Hyper-V was started, but did not answer, or showed no sign of life. It does not say that virtualization is missing.",
		.cause = "The VM did not boot, or not in time (in a VM: nested, which is slow and depends on the level below): its console stands in the log beside \"Moby\". Or another program keeps Docker from Hyper-V's sockets. Docker for Windows before WSL 2.",
		.remedy = "The last lines of \"Moby\" in the log; restart the service Hyper-V Virtual Machine Management; a newer Docker Desktop, which uses WSL 2.",
		.reference = "github.com/docker/for-win/issues/267",
		.wordings = ND_WORDINGS(
			{ "{any}hv-sock proxy (vsudd) is not reachable{any}" },
			{ "{any}No activity detected on VM, aborting{any}" }
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
		.id = "qemus-no-device",
		.origin = "qemus",
		.severity = ND_MSG_ERROR,
		.meaning = "A container that runs a VM (dockur/windows, qemus/qemu, virtual-dsm) sees no /dev/kvm.",
		.cause = "The device is not handed in; or containers of Docker Desktop run in a VM of its own, on Linux too (kernel \"linuxkit\"); or the machine has none: a VM or a cloud's size without nested virtualization, KVM not loaded, firmware off.",
		.remedy = "ls -l /dev/kvm outside: if it is there, devices: - /dev/kvm in the compose file, and Docker Engine or Podman instead of Docker Desktop (docker context ls). If not: nestdiag check; VT-x or SVM on in the firmware, in a VM exposed. KVM=N emulates, slowly.",
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
		.cause = "A VM to which the hypervisor below does not expose them while kvm is loaded, or virtualization that is off in the firmware (newer Linux then takes the flag away).",
		.remedy = "grep -E 'vmx|svm' /proc/cpuinfo outside; nestdiag check. In a VM: nested virtualization below and the whole CPU for this VM. On a machine: VT-x or SVM on in the firmware.",
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
		.id = "docker-no-device",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker was asked to give /dev/kvm to a container (--device /dev/kvm), and the machine that its daemon runs on has none. (Docker Desktop's daemon runs in a small VM of its own.)",
		.cause = "No vmx or svm there: not exposed to that VM, or off in the firmware; or kvm_intel or kvm_amd is not loaded. On a Mac the VM of Docker nests on an M3 or later at most, and only if the program asks for it.",
		.remedy = "nestdiag check on that machine: VT-x or SVM on in its firmware, in a VM nested virtualization on in the hypervisor below; modprobe kvm_intel or kvm_amd. Without it the program has to do without KVM (emulation, slow).",
		.reference = "github.com/dockur/windows/issues/673",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}gathering device information while adding custom device \"/dev/kvm\": no such file{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_frontends = {
	"frontends", messages, ARRAY_SIZE(messages)
};
