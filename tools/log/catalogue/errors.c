// SPDX-License-Identifier: GPL-2.0-only
/*
 * What an error of Linux means where KVM is opened or asked for a VM: man 2 open, and
 * kvm_dev_ioctl_create_vm() in virt/kvm/kvm_main.c of Linux 6.12 with what it calls.
 */
#include "tools/log/catalogue/catalogue.h"

#define NO_RIGHT \
	{ 13, NULL, "A program could not open /dev/kvm: permission denied. The device is there.", \
	  "This user is not in group kvm, or not since its last login; or it is a rootless container, which loses its user's groups, or one that runs as another user; or SELinux or AppArmor forbids it. Virtualization is not what is missing.", \
	  "ls -l /dev/kvm; sudo usermod -aG kvm USER, then a new login (a service: its user, and a restart). Docker: --group-add $(stat -c %g /dev/kvm); rootless Podman: --group-add keep-groups. Or a udev rule with KERNEL==\"kvm\", MODE=\"0666\"." }
#define NO_MODULE(number) \
	{ number, NULL, "The device /dev/kvm is there, and no module of KVM behind it.", \
	  "kvm_intel or kvm_amd is not loaded: virtualization is off in the firmware, or not exposed to this VM; or nobody loaded it. A container may have got the device all the same.", \
	  "modprobe kvm_intel (or kvm_amd), and dmesg | grep -i kvm: \"disabled by bios\" is the firmware's setting for VT-x or SVM, \"no hardware support\" or \"not supported\" in a VM the hypervisor below, which has to expose it." }
#define BUSY \
	{ 16, NULL, NULL, \
	  "Another hypervisor (VirtualBox, VMware) holds VMX or SVM on this machine, and KVM could not enable it.", \
	  "Stop its VMs, or unload it (vboxdrv, vmmon); dmesg | grep -i kvm shows \"enabling virtualization on CPU... failed\"." }
#define NO_MEMORY \
	{ 12, NULL, NULL, \
	  "The kernel has no memory for another VM, or a limit of a container or cgroup is reached. KVM is there and answers.", \
	  "free -m, and VMs that were left running (pgrep -a qemu); the limits of the container or service; dmesg | grep -i oom." }

#define NO_INTERFACE(number) \
	{ number, NULL, NULL, \
	  "The hypervisor of this kernel (KVM, or Hyper-V through /dev/mshv) does not have that request: it is older than what the VMM is made for, or another one.", \
	  "A newer kernel on this machine, or a VMM of the kernel's time, made for this hypervisor." }

const struct nd_clause nd_errors_open[] = {
	{ 2, NULL, "A program could not open /dev/kvm: there is no such file, so there is no KVM for it.",
	  "KVM's module is not loaded: no virtualization on this machine, off in the firmware, or not exposed to this VM; or a container that was not given the device.",
	  "modprobe kvm_intel (or kvm_amd) shows the reason; nestdiag check tells which it is. On a machine: VT-x or SVM on in the firmware. In a VM: enable nested virtualization in the hypervisor below; at a cloud take a size that nests. Containers: --device /dev/kvm." },
	NO_RIGHT,
	{ 1, NULL, "A program could not open /dev/kvm: operation not permitted.",
	  "Device rules of a container (cgroup), or a filter on system calls: a device node that was made by hand in a container is not enough. Of a service: DevicePolicy= of systemd.",
	  "docker run --device /dev/kvm (LXC: lxc.cgroup2.devices.allow = c 10:232 rwm; systemd: DeviceAllow=/dev/kvm rw)." },
	NO_MODULE(6), NO_MODULE(19), BUSY, NO_MEMORY,
	{ 0 }
};

const struct nd_clause nd_errors_create[] = {
	BUSY, NO_MEMORY,
	{ 22, NULL, NULL,
	  "KVM is there and does not make a VM of the kind that was asked for: a confidential one, another machine type, or an address space (IPA) that this machine does not have.",
	  "Leave that out; a VMM and a kernel that fit each other. nestdiag probe makes an ordinary VM step by step." },
	{ 0 }
};

/* Documentation/virt/kvm/api.rst of Linux 6.12, the errors of the requests to a vCPU. */
#define TOO_MANY \
	{ 7, NULL, NULL, \
	  "KVM has more CPUID leaves or MSRs to give than the program made room for: the program is older than this kernel or processor.", \
	  "A newer version of the VMM." }
#define NOT_THERE \
	{ 14, NULL, NULL, \
	  "The request names memory that is not there: of the program, or of the guest (a hole, or memory of a device).", \
	  "A newer VMM; the guest without devices that are passed through, to compare." }
#define NOT_TAKEN \
	{ 22, NULL, NULL, \
	  "KVM is there, and does not take that value: a CPUID feature, an MSR or another register that this processor, this kernel or in a VM the level below does not have, or a state from another host.", \
	  "The host's CPU model, or a simpler one; a VMM and a kernel of one time. nestdiag features shows what this machine has, nestdiag probe does the same steps one by one." }

const struct nd_clause nd_errors_step[] = {
	NO_MEMORY, TOO_MANY, NOT_THERE, NOT_TAKEN,
	NO_INTERFACE(25), NO_INTERFACE(38), NO_INTERFACE(95),
	{ 0 }
};

/* Also of making the VM. */
const struct nd_clause nd_errors_any[] = {
	BUSY, NO_MEMORY, TOO_MANY, NOT_THERE, NOT_TAKEN,
	NO_INTERFACE(25), NO_INTERFACE(38), NO_INTERFACE(95),
	{ 0 }
};
