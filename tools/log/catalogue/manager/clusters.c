// SPDX-License-Identifier: GPL-2.0-only
/* Programs that run VMs for others: clusters, clouds, developers' tools. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause kata_vhost[] = {
	{ 0, "vhost_vsock", NULL,
	  "The kernel was built without it, or its package lacks it; a container may not load modules; or another transport is loaded, because this machine is itself a guest (VMware, Hyper-V, virtio).",
	  NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "hyperv-feature-missing",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "A program wants to run its VM on Hyper-V, and the feature, its service or its PowerShell module is missing or not running.",
		.cause = "Hyper-V is an optional feature of Windows Pro and Enterprise; Home has none. In a Windows that is a guest it installs only if virtualization is exposed to that guest.",
		.remedy = "As administrator: Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All, restart, Get-Service vmms. Then systeminfo tells whether the hypervisor runs. Or use another driver (--driver=docker, virtualbox).",
		.reference = "github.com/kubernetes/minikube/issues/8066",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}PROVIDER_HYPERV_{word}{any}" },
			{ "{any}PR_HYPERV_MODULE_NOT_INSTALLED{any}" },
			{ "{any}Hyper-V PowerShell Module is not available{any}" },
			{ "{any}hyperv does not appear to be installed{any}" },
			{ "{any}'hyperv' driver reported an issue{any}" },
			{ "{any}Enable-WindowsOptionalFeature{any}Hyper-V{any}" },
			{ "{any}Hyper-V not installed{any}" },
			{ "{any}Hyper-V management service not available{any}" },
			{ "{any}Hyper-V Virtual Machine Management service not running{any}" },
			{ "{any}Hyper-V cmdlets for PowerShell are not available{any}" }
		),
	},
	{
		.id = "hyperv-admin",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V does not take commands from this user.",
		.cause = "Not an administrator, no elevated PowerShell, or not in the group \"Hyper-V Administrators\".",
		.remedy = "Start the terminal as administrator, or add the user to \"Hyper-V Administrators\" and log in anew.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}PR_HYPERV_AS_ADMIN{any}" },
			{ "{any}PR_HYPERV_NEEDS_ESC{any}" },
			{ "{any}Hyper-v commands have to be run as an Administrator{any}" },
			{ "The Hyper-V provider requires that Vagrant be run with{any}" },
			{ "{any}in the 'Hyper-v Administrators' group{any}" },
			{ "{any}You do not have the required permission to complete this task. Contact the administrator of the authorization policy{any}" },
			{ "{any}hyperv machines require admin{any}" }
		),
	},
	{
		.id = "vbox-beside-hyperv",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox is to run its VM while Windows' hypervisor runs.",
		.cause = "Hyper-V, WSL2, virtualization-based security or memory integrity is on, so Windows itself is a guest of Hyper-V. VirtualBox before 6.0 does not run 64-bit guests there at all, later ones do so slowly, without nested virtualization.",
		.remedy = "Use Hyper-V as driver (minikube --driver=hyperv, Vagrant --provider=hyperv), or switch it off: bcdedit /set hypervisorlaunchtype off, memory integrity off, restart; WSL2 and Docker Desktop then do not run.",
		.reference = "github.com/kubernetes/minikube/issues/4783",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VirtualBox won't boot a 64bits VM when Hyper-V is activated{any}" },
			{ "{any}PR_VBOX_HYPERV_{word}{any}" },
			{ "{any}VM_BOOT_FAILED_HYPERV_ENABLED{any}" },
			{ "Hyper-V and VirtualBox cannot be used together{any}" }
		),
	},
	{
		.id = "minikube-provider",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube's, or minishift's, driver did not find the hypervisor that it uses, or found it not healthy.",
		.cause = "Not installed, not in PATH, its service does not run, or the user may not use it.",
		.remedy = "minikube start --driver=NAME --alsologtostderr -v=1 shows the command that failed; --driver=docker needs no virtualization.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}PROVIDER_{word}_NOT_FOUND{any}" },
			{ "{any}PROVIDER_{word}_NOT_RUNNING{any}" },
			{ "{any}PROVIDER_{word}_ERROR{any}" },
			{ "{any}PR_PRECREATE_EXIT_{n}{any}" },
			{ "{any}Checking if {any} is installed ... FAIL" },
			{ "{any}Checking if requested hypervisor {any} ... FAIL" },
			{ "{any}PR_VBOX_BLOCKED{any}" },
			{ "{any}PR_VBOX_80004005{any}" },
			{ "{any}PR_HYPERKIT_CRASHED{any}" },
			{ "{any}PR_HYPERKIT_VMNET_FRAMEWORK{any}" },
			{ "{any}VirtualBox is broken. {any}einstall VirtualBox{any}" },
			{ "{any}he hypervisor does not appear to be configured properly. Run 'minikube{any}" },
			{ "{any}Exiting due to DRV_{word}{any}" }
		),
	},
	{
		.id = "kvm-create-busy",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM could not create a VM because VMX or SVM is in use.",
		.cause = "VirtualBox or VMware runs a VM, or holds VMX or SVM with its module.",
		.remedy = "Stop and unload the other hypervisor (vboxdrv, vmmon), then try again.",
		.wordings = ND_WORDINGS(
			{ "{any}PR_KVM_CREATE_BUSY{any}" },
			{ "{any}Another hypervisor, such as {any}, is conflicting with KVM{any}" },
			{ "{any}reason=\"another hypervisor running\"{any}" }
		),
	},
	{
		.id = "minikube-libvirt",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube's kvm2 driver has trouble with libvirt, not with KVM.",
		.cause = "libvirt's network is missing or not built in, its socket is not there, or it may not read the image in the home directory.",
		.remedy = "systemctl status libvirtd, virsh net-list --all, virsh net-start default; virt-host-validate.",
		.wordings = ND_WORDINGS(
			{ "{any}PR_KVM_MISSING_NETWORK{any}" },
			{ "{any}PR_KVM_NET_XML{any}" },
			{ "{any}PR_KVM_SOCKET{any}" },
			{ "{any}PR_KVM_ISO_PERMISSION{any}" },
			{ "{any}GUEST_KVM2_NO_DOMAIN{any}" }
		),
	},
	{
		.id = "vagrant-vboxmanage",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox refused a command of Vagrant, minikube or another program; its reason is the text behind \"Stderr:\", and more of it stands in VBox.log.",
		.cause = "On starting a VM inside a VM or beside Hyper-V mostly VT-x or AMD-V, which is missing there or held by another hypervisor.",
		.remedy = "nestdiag dmesg on the text behind \"Stderr:\" and on VBox.log. In a VM expose nested virtualization in the hypervisor below.",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "There was an error while executing `VBoxManage`, a CLI used by Vagrant" },
			{ "{any}Unable to start the VM: {any}VBoxManage{any} startvm {any}" },
			{ "for controlling VirtualBox. The command and stderr is shown below." },
			{ "{any}There was an error while executing `VBoxManage`, a CLI used by Vagrant{any}" }
		),
	},
	{
		.id = "vagrant-state",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM ended while Vagrant waited for it to start.",
		.cause = "\"poweroff\", \"aborted\" or \"gurumeditation\": the VM could not run. In a VM without nested virtualization a 64-bit guest ends like this at once; VBox.log has the reason.",
		.remedy = "nestdiag dmesg VBox.log; start the VM from the GUI to see its screen. In a VM: expose nested virtualization, or a 32-bit box.",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "The guest machine entered an invalid state while waiting for it{any}" },
			{ "to boot. Valid states are '{any}'. The machine is in the{any}" },
			{ "'{word}' state. Please verify everything is configured{any}" }
		),
	},
	{
		.id = "migration-ended",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A manager reports that a migration failed, without the reason: that stands in the logs of the two hosts.",
		.cause = "At the very end (completion) mostly the target refused or lost the guest's state: a register or feature that its processor or KVM does not have, other versions of QEMU. Earlier: network, storage, time.",
		.remedy = "The target's log of that minute: journalctl, /var/log/libvirt/qemu/GUEST.log (Proxmox: its syslog; oVirt: vdsm.log on both); nestdiag dmesg on them; nestdiag baseline for CPUs that differ.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}migration status error: failed{any}", "Proxmox VE 4 to 9" },
			{ "{any}Failed to MigrateStatusVDS, error = {any}", "oVirt 4" },
			{ "{any}Migration failed due to an Error: Fatal error during migration{any}", "oVirt 4" }
		),
	},
	{
		.id = "harvester-virtualized",
		.origin = "harvester",
		.severity = ND_MSG_WARNING,
		.meaning = "Harvester's installer notes that this machine is itself a VM; the word in brackets is the hypervisor below (of systemd-detect-virt). It goes on; Harvester does not support that in production.",
		.cause = "Its VMs are nested guests then: they need virtualization that is exposed by that hypervisor.",
		.remedy = "ls -l /dev/kvm: if it is there, VMs can run, slower. Else expose virtualization below, with the VM off.",
		.wordings = ND_WORDINGS(
			{ "{any}ystem is virtualized ({word}) which is not supported in production{any}", "harvester-installer of 2026" }
		),
	},
	{
		.id = "harvester-setup-no-kvm",
		.origin = "harvester",
		.severity = ND_MSG_ERROR,
		.meaning = "Harvester's installer found no /dev/kvm: its VMs could not run.",
		.cause = "Virtualization is off in the firmware, or in a VM not exposed to it, or the kernel's module did not load.",
		.remedy = "On a machine the firmware; in a VM expose virtualization below, with the VM off. From a shell of the installer: dmesg | grep -i kvm.",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}Harvester requires hardware-assisted virtualization, but /dev/kvm does not exist{any}", "harvester-installer of 2026" }
		),
	},
	{
		.id = "kubevirt-pod-no-kvm",
		.origin = "kubevirt",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-launcher found no /dev/kvm in its pod, and KubeVirt is not set to emulate: the VM does not start.",
		.cause = "The node has no KVM (off in the firmware, or in a VM not exposed to it), or the pod did not get the device.",
		.remedy = "On the node: nestdiag check; VT-x or SVM on in its firmware, in a VM expose virtualization below. useEmulation: true in KubeVirt's developerConfiguration runs VMs without, slowly.",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}kvm not present and emulation is not allowed{any}", "KubeVirt 1.9" }
		),
	},
	{
		.id = "kubevirt-emulates",
		.origin = "kubevirt",
		.severity = ND_MSG_WARNING,
		.meaning = "virt-launcher found no /dev/kvm in its pod and runs the VM in emulation, slowly: useEmulation is set.",
		.cause = "The node has no KVM (off in the firmware, or in a VM not exposed to it), or the pod did not get the device.",
		.remedy = "On the node: nestdiag check; VT-x or SVM on in its firmware, in a VM expose virtualization below. Then useEmulation: false.",
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}kvm not present. Using software emulation{any}", "KubeVirt 1.9" }
		),
	},
	{
		.id = "kubevirt-libvirt",
		.origin = "kubevirt",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-launcher and the libvirt in its pod do not get on: the connection is lost, or libvirt did not do what was asked.",
		.cause = "libvirt or QEMU in the pod ended (out of memory, a crash), or libvirt refused the change; its words stand behind the colon or in lines near.",
		.remedy = "kubectl logs POD -c compute --previous, and nestdiag dmesg on it; kubectl describe pod POD for OOMKilled.",
		.fold = true,
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Listening to libvirt events failed, retrying{any}", "KubeVirt 1.9" },
			{ "{any}event callback with libvirt{any}", "KubeVirt 1.9" },
			{ "{any}libvirt failed to attach interface {any}", "KubeVirt 1.9" },
			{ "{any}libvirt failed to detach interface {any}", "KubeVirt 1.9" },
			{ "{any}ailed to generate libvirt domain from VMI spec{any}", "KubeVirt 1.9" }
		),
	},
	{
		.id = "crostini",
		.origin = "chromeos",
		.severity = ND_MSG_ERROR,
		.meaning = "The Linux environment of Chrome OS (Crostini) did not start. It is a container in a VM of crosvm; the number says which step failed: 5 is the VM itself.",
		.cause = "No VT-x or SVM, or off in the firmware (Chrome OS Flex, Brunch), a processor that Chrome OS deems unsafe for VMs, or Chrome OS in a VM without nested virtualization; the GPU's flags of crosvm; a full disk.",
		.remedy = "crosh: vmc start termina shows the error of crosvm; VT-x or SVM on in the firmware, in a VM exposed; chrome://flags#crostini-gpu-support off; nestdiag check in another Linux of the machine.",
		.reference = "github.com/sebanc/brunch/issues/1280",
		.wordings = ND_WORDINGS(
			{ "{any}Error starting crostini for terminal: {n}{any}" },
			{ "{any}Error starting penguin container: {n}{any}" }
		),
	},
	{
		.id = "guest-not-up",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM was started, and the system in it did not answer in time.",
		.cause = "It boots too slowly (emulation without KVM, a nested guest without EPT or NPT from below, few CPUs); hangs or crashes at boot (VirtualBox without VT-x or AMD-V, as in a VM that does not nest, boots no 64-bit system); or its network does not work.",
		.remedy = "Look at its console. nestdiag check tells whether KVM here has what it needs, nestdiag exits and nested what the guest spends its time on. Then raise the timeout.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{word}-{word}: timed out waiting for response", "Multipass 0.8 to 1.15" },
			{ "{any}ollowing errors occurred:{any}timed out waiting for response", "Multipass 0.8 to 1.15" },
			{ "{any}imed out waiting for initialization to complete{any}" },
			{ "{any}imed out waiting for instance to respond{any}" },
			{ "{any}Failed to connect to the CRC VM with SSH{any}" },
			{ "{any}Timed out while waiting for the machine to boot. This means that{any}" },
			{ "==> {word}: Timed out while waiting for the machine to boot.{any}" },
			{ "{any}Unable to start VM: {any}Maximum number of retries ({n}) exceeded{any}" },
			{ "{any}didn't return IP after {any}" },
			{ "{any}didn't return an IP after {n} seconds{any}" },
			{ "{any}create host timed out in {any} seconds{any}" },
			{ "{any}can't ssh into the instance{any}", "syzkaller" },
			{ "{any}machine did not transition into running state{any}" },
			{ "{any}Tried connecting to SSH but timed out{any}", "Ignite 0.5 to 0.10" },
			{ "{any}Timeout waiting for guest ready{any}", "BoxLite 0.5" },
			{ "Hyper-V failed to determine your machine's IP address within the{any}", "Vagrant 2.4" }
		),
	},
	{
		.id = "kata-agent",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "Kata started its VM, and the agent in the guest was not reached.",
		.cause = "The guest did not boot, or died: KVM here cannot run it (nested virtualization missing or broken below, or too slow), its kernel or image does not fit, or it has no memory: with virtiofs it lies in /dev/shm, which in a container has 64 MiB.",
		.remedy = "kata-runtime check, nestdiag check and nestdiag probe on the node; enable_debug and the guest's console in configuration.toml show how far it got; dial_timeout is the limit. In a container: mount -o remount,size=50% /dev/shm.",
		.reference = "github.com/kata-containers/kata-containers/issues/1486, 11861",
		.wordings = ND_WORDINGS(
			{ "{any}ailed to check if grpc server is working{any}" },
			{ "{any}vsock: failed to connect to {any}" },
			{ "{any}timed out connecting to {any}vsock {any}" },
			{ "{any}ailed to Check if grpc server is working{any}" },
			{ "{any}CreateContainerRequest timed out{any}" },
			{ "{any}expected:VsockServerReady, actual:VmShutdown{any}" }
		),
	},
	{
		.id = "kata-online",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "Kata gave its VM more CPUs or memory, and the guest's kernel did not bring them online in time.",
		.cause = "A guest that runs slowly (nested, emulated, an overloaded node) or has not finished booting; or a guest kernel without hotplug of CPUs and memory (ACPI).",
		.remedy = "default_vcpus as high as the pods need, so that none is plugged in (static_sandbox_resource_mgmt=true); Kata's own kernel; on a node that is a VM: nestdiag check, nestdiag exits on the level below.",
		.reference = "github.com/kata-containers/kata-containers/issues/1880",
		.wordings = ND_WORDINGS(
			{ "{any}failed to online {n} CPU(s) after {n} retries{any}" }
		),
	},
	{
		.id = "kata-vmm",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "A VMM (QEMU, Cloud Hypervisor), mostly one that Kata started, ended at once or never answered.",
		.cause = "Its own reason is in the lines beside this one, from qemu-system or cloud-hypervisor: no /dev/kvm, KVM that cannot run a guest, or an option that it does not know.",
		.remedy = "journalctl -t kata -t containerd for lines of the VMM; nestdiag check and nestdiag probe on the node.",
		.reference = "github.com/kata-containers/kata-containers/issues/13395",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}QMP not ready yet{any}" },
			{ "{any}timed out waiting for QMP ready{any}" },
			{ "{any}failed to launch qemu{any}" },
			{ "{any}failed to launch cloud-hypervisor{any}" },
			{ "{any}waiting vmm ready timeout {any}" }
		),
	},
	{
		.id = "nova-cpu-config",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "The CPU settings in section [libvirt] of nova.conf contradict each other or the host.",
		.cause = "cpu_model or cpu_models goes only with cpu_mode=custom and virt_type kvm or qemu; a named model has to be one that libvirt knows and the host can give.",
		.remedy = "For guests that run guests: cpu_mode=host-passthrough (or host-model) and no cpu_model or cpu_models. virsh domcapabilities lists the models that are usable; restart nova-compute.",
		.reference = "github.com/bloomberg/chef-bcpc/pull/1762",
		.wordings = ND_WORDINGS(
			{ "{any}A CPU model name should not be set when a host CPU model is requested{any}" },
			{ "{any}The cpu_models option is {any}cpu_mode{any}" },
			{ "{any}Config requested {word} explicit CPU model, but the current libvirt hypervisor {any}" },
			{ "{any}Configured CPU model: {any} is not correct{any}" },
			{ "{any}No CPU model match traits, models: {any}" }
		),
	},
	{
		.id = "nova-spawn",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "nova could not start an instance; the reason stands behind it, or is the last exception in nova-compute.log.",
		.cause = "\"No valid host was found\" is only the end of it: no compute node was left after those that failed, or that filters took out (memory, CPU traits such as COMPUTE_... or HW_CPU_X86_VMX).",
		.remedy = "nova-compute.log of the node: nestdiag dmesg on it. If compute nodes are VMs: nestdiag check there; virt_type=qemu works without KVM, slowly.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Instance failed to spawn{any}" },
			{ "{any}No valid host was found.{any}" }
		),
	},
	{
		.id = "nova-type",
		.origin = "nova",
		.severity = ND_MSG_ERROR,
		.meaning = "nova does not know that type of hypervisor, or this compute driver does not offer it.",
		.cause = "virt_type in nova.conf, or a property of the image (img_hv_type), names another one.",
		.remedy = "virt_type=kvm (or qemu without KVM) in section [libvirt]; remove img_hv_type from the image.",
		.wordings = ND_WORDINGS(
			{ "{any}Virtualization type '{word}' is not supported by this compute driver{any}" },
			{ "{any}Hypervisor virtualization type '{word}' is not recognised{any}" }
		),
	},
	{
		.id = "ovirt-host",
		.origin = "ovirt",
		.severity = ND_MSG_ERROR,
		.meaning = "oVirt or RHV cannot use a host: it has no virtualization, or not the CPU features that its cluster asks for.",
		.cause = "A nested host sees what the hypervisor below gives it: no vmx or svm, or a CPU model that lacks flags of the cluster's CPU type (the log lists them).",
		.remedy = "host-passthrough (or hostCPU) for the VM that is the host; or choose an older CPU type for the cluster. On the host: nestdiag check, nestdiag features.",
		.wordings = ND_WORDINGS(
			{ "{any}running without virtualization hardware acceleration{any}" },
			{ "{any}moved to Non-Operational state as host does not meet the cluster's minimum CPU level{any}" },
			{ "{any}ost CPU type is not supported in this cluster compatibility version{any}" },
			{ "{any}is missing the NX cpu flag{any}" },
			{ "{any}ost CPU does not match the Cluster CPU Type{any}" }
		),
	},
	{
		.id = "ec2-nesting",
		.origin = "cloud",
		.severity = ND_MSG_ERROR,
		.meaning = "Amazon EC2 made no instance with nested virtualization.",
		.cause = "Only Intel's 8th generation has it (C8i, M8i, R8i and their flex variants), besides metal instances, which need no option; and it has to be asked for.",
		.remedy = "aws ec2 run-instances --instance-type c8i.large --cpu-options NestedVirtualization=enabled; on a stopped one modify-instance-cpu-options. An older aws command does not know the option.",
		.reference = "Amazon EC2 API, CpuOptionsRequest",
		.wordings = ND_WORDINGS(
			{ "{any}when calling the {word} operation: {any}estedVirtualization{any}" },
			{ "{any}when calling the {word} operation: {any}ested virtualization{any}" },
			{ "{any}api error {word}: {any}estedVirtualization{any}" }
		),
	},
	{
		.id = "ec2-quota",
		.origin = "cloud",
		.severity = ND_MSG_ERROR,
		.meaning = "Amazon EC2 made no instance: the account's quota of vCPUs for that kind of instance is used up or too small. Virtualization is not at fault.",
		.cause = "Instances of a kind share one quota in a region, counted in vCPUs; metal instances have many (c5.metal 96).",
		.remedy = "Service Quotas, Amazon EC2: ask for more vCPUs of \"Running On-Demand\" instances of that kind; or stop others, or take a smaller one. C8i, M8i and R8i nest without being metal.",
		.reference = "Amazon EC2 API, error codes",
		.wordings = ND_WORDINGS(
			{ "{any}VcpuLimitExceeded{any}" }
		),
	},
	{
		.id = "terraform-aws-old",
		.origin = "terraform",
		.severity = ND_MSG_ERROR,
		.meaning = "This version of Terraform's provider for AWS does not know nested virtualization. EC2 was not asked.",
		.cause = "cpu_options has nested_virtualization since version 6.33 of the provider; a project is often pinned to 5.",
		.remedy = "required_providers with version \">= 6.33\", terraform init -upgrade.",
		.reference = "github.com/hashicorp/terraform-provider-aws/issues/47181",
		.wordings = ND_WORDINGS(
			{ "{any}n argument named \"nested_virtualization\" is not expected here{any}", "terraform-provider-aws to 6.32" }
		),
	},
	{
		.id = "gce-policy",
		.origin = "cloud",
		.severity = ND_MSG_ERROR,
		.meaning = "The organization's policy forbids nested virtualization on Google Cloud.",
		.cause = "Constraint compute.disableNestedVirtualization is enforced for the project.",
		.remedy = "Have an administrator lift it for the project (gcloud resource-manager org-policies), or use a bare-metal size.",
		.wordings = ND_WORDINGS(
			{ "{any}compute.disableNestedVirtualization{any}" }
		),
	},
	{
		.id = "gce-type",
		.origin = "cloud",
		.severity = ND_MSG_WARNING,
		.meaning = "This machine type of Google Cloud has no nested virtualization: no vmx or svm and no /dev/kvm in it, also if it is asked for.",
		.cause = "Google Cloud nests on Intel's processors only, and not on E2, whichever processor it is on. N2D, T2D, C2D and C3D are of AMD, T2A and C4A of Arm.",
		.remedy = "A type of Intel's, such as n1, n2, c2 or c3, created with --enable-nested-virtualization; or do without KVM.",
		.reference = "cloud.google.com, Compute Engine, nested virtualization overview; github.com/pulumi/pulumi/issues/8639",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}e2-standard-{n}{any}" },
			{ "{any}e2-highmem-{n}{any}" },
			{ "{any}e2-highcpu-{n}{any}" },
			{ "{any} e2-medium{any}" },
			{ "{any}/e2-medium{any}" },
			{ "{any}\"e2-medium{any}" },
			{ "{any}=e2-medium{any}" },
			{ "{any}n2d-standard-{n}{any}" },
			{ "{any}n2d-highmem-{n}{any}" },
			{ "{any}n2d-highcpu-{n}{any}" },
			{ "{any}t2d-standard-{n}{any}" },
			{ "{any}c2d-standard-{n}{any}" },
			{ "{any}c3d-standard-{n}{any}" },
			{ "{any}t2a-standard-{n}{any}" },
			{ "{any}c4a-standard-{n}{any}" }
		),
	},
	{
		.id = "nested-warned",
		.origin = "any",
		.severity = ND_MSG_WARNING,
		.meaning = "A program noticed that it runs in a VM and will run its own VM nested.",
		.cause = "Nested guests are slower, and some systems (macOS, Windows with Hyper-V) crash or hang in them, depending on the hypervisor below.",
		.remedy = "nestdiag status shows the levels and what KVM here does without; nestdiag check what to fix. If the guest crashes, the log of the VMM and the kernel's log tell more.",
		.reference = "github.com/dockur/macos/issues/259",
		.wordings = ND_WORDINGS(
			{ "{any}ested KVM virtualization detected{any}" },
			{ "{any}ested virtualization detected{any}" },
			{ "{any}unexpected clocksource: kvm-clock{any}" },
			{ "WARNING: you are running in a virtual machine.{any}" }
		),
	},
	{
		.id = "vm-refused",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "A program refuses to run because it noticed that it is in a VM. That is its decision, not a fault of virtualization.",
		.cause = "Anti-cheat and copy protection look for the hypervisor bit of CPUID, names of devices and slow CPUID. A Windows with Hyper-V, WSL2 or VBS is told apart from a guest by most of them.",
		.remedy = "Run it on the machine itself. Hiding the hypervisor breaks the enlightenments of guests and is against the terms of most such programs.",
		.wordings = ND_WORDINGS(
			{ "{any}annot run under Virtual Machine{any}" },
			{ "{any}annot run under a virtual machine{any}" },
			{ "{any}annot be run under a Virtual Machine{any}" },
			{ "{any}annot be run under a virtual machine{any}" },
			{ "{any}游戏不支持{any}虚拟机{any}" },
			{ "{any}不支持在虚拟机{any}运行{any}" },
			{ "Virtual machines are not supported" },
			{ "Virtual machines are not supported." }
		),
	},
	{
		.id = "emulator-vt",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "A program found no VT: the words are those of Android emulators (BlueStacks, LDPlayer, Nox, MEmu).",
		.cause = "VT-x or SVM is off in the firmware, held by Hyper-V, WSL2 or memory integrity, or this Windows is a VM to which it is not exposed.",
		.remedy = "Enable it in the firmware; choose the edition for Hyper-V, or bcdedit /set hypervisorlaunchtype off and memory integrity off, restart. In a VM expose virtualization.",
		.wordings = ND_WORDINGS(
			{ "{any}VT is not enabled on {any}" },
			{ "{any}VT is disabled{any}" },
			{ "{any}lease enable VT {any}" },
			{ "{any}未开启VT{any}" },
			{ "{any}VT未开启{any}" },
			{ "{any}VT n{any}o est{any} ativad{any}" },
			{ "{any}VT no est{any} activad{any}" },
			{ "{any}VT n'est pas activ{any}" },
			{ "{any}VT ist nicht aktiviert{any}" },
			{ "{any}(VT) не включена{any}" },
			{ "{any}VTが有効になってい{any}" },
			{ "{any}VT가 활성화되{any}" }
		),
	},
	{
		.id = "kata-vhost",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "kata-runtime check: a module that Kata needs for the guest's network or socket is not there: vhost, vhost_net or vhost_vsock, as the line says. It is none of KVM's.",
		.cause = "The kernel was built without it, or its package lacks it; or a container, which may not load modules.",
		.remedy = "On the machine itself: modprobe vhost vhost_net vhost_vsock and what it says; lsmod | grep vsock. If that is all, KVM is well: nestdiag check.",
		.reference = "github.com/kata-containers/kata-containers/issues/1327",
		.fold = true,
		.clauses = kata_vhost,
		.wordings = ND_WORDINGS(
			{ "{any}kernel property {any}not found{any}name=vhost{any}" }
		),
	},
	{
		.id = "kata-cpu-flag",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "kata-check: the processor of this machine does not show the flag that the line names (description, name). It is a feature of the CPU, not virtualization.",
		.cause = "On a node that is a VM: its CPU model (kvm64, qemu64) leaves it out. On a physical machine an older processor.",
		.remedy = "In the hypervisor below the host's CPU for this VM (-cpu host, host-passthrough), which brings vmx or svm with nesting on, too; then kata-runtime check again.",
		.reference = "github.com/ssst0n3/docker_archive/issues/35",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}CPU property not found{any}name=sse4_1{any}", "Kata 1.0 to 3" },
			{ "{any}CPU property not found{any}name=lm {any}", "Kata 1.0 to 3" }
		),
	},
	{
		.id = "kata-not-capable",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "kata-runtime check: this machine lacks something that Kata needs, named in this line or in those before.",
		.cause = "No vmx or svm, KVM's module or vhost not loaded, no /dev/kvm; on a node that is a VM: virtualization not exposed to it.",
		.remedy = "nestdiag check on the node; modprobe kvm_intel (or kvm_amd), vhost, vhost_net, vhost_vsock.",
		.fold = true,
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}not capable of running Kata Containers{any}" },
			{ "{any}CPU property not found{any}" },
			{ "{any}kernel property {any}not found{any}" }
		),
	},
	{
		.id = "vagrant-libvirt-xml",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "vagrant-libvirt and libvirt disagree on the XML of a domain. That is a fault of vagrant-libvirt, not of virtualization.",
		.cause = "libvirt writes some elements (an empty <cpu>, for instance) in another way than the plugin did, and the plugin takes that for a failure.",
		.remedy = "A newer vagrant-libvirt; or leave out the setting whose lines differ.",
		.reference = "github.com/vagrant-libvirt/vagrant-libvirt/issues/1563",
		.wordings = ND_WORDINGS(
			{ "{any}Libvirt failed to fully update the domain with the specified XML{any}" }
		),
	},
	{
		.id = "azure-disk-controller",
		.origin = "azure",
		.severity = ND_MSG_ERROR,
		.meaning = "Azure does not start a VM of this size from this image or disk: the size has another disk controller (NVMe) than the image is marked for (SCSI). Nested virtualization has nothing to do with it.",
		.cause = "Most sizes of version 6 and later have NVMe alone.",
		.remedy = "A size of version 5 or before, which has SCSI, or an image that is marked for NVMe.",
		.reference = "github.com/confidential-containers/cloud-api-adaptor/issues/2527",
		.wordings = ND_WORDINGS(
			{ "{any}The VM size '{any}' cannot boot with OS image or disk{any}" }
		),
	},
	{
		.id = "kata-passed-on",
		.origin = "kata",
		.severity = ND_MSG_NOTE,
		.meaning = "Kata passes on what Firecracker wrote to its log, each line as an error; most of them are none.",
		.quiet = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}msg=\"firecracker failed\" {any}contents=\"{any}" }
		),
	},
	{
		.id = "podman-machine-gone",
		.origin = "podman",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM of podman machine did not come up: nobody listens on the socket on which it reports that it is ready.",
		.cause = "QEMU ended at its start (no /dev/kvm, or no right to open it, in WSL2 or another VM; an option that it does not take), or the machine's state is stale.",
		.remedy = "podman machine start --log-level=debug shows QEMU's command line: run it by hand. ls -l /dev/kvm, nestdiag check. podman machine rm and init anew. In WSL2 podman needs no machine at all.",
		.wordings = ND_WORDINGS(
			{ "{any}dial unix {any}_ready.sock: connect: connection refused{any}" }
		),
	},
	{
		.id = "kubevirt-labeller",
		.origin = "kubevirt",
		.severity = ND_MSG_ERROR,
		.meaning = "KubeVirt's virt-handler could not ask KVM of its node what it can do, so the node gets no labels of Hyper-V's interfaces (hyperv.node.kubevirt.io).",
		.cause = "The node has no /dev/kvm, or virt-handler's pod may not open it; the error stands behind the colon.",
		.remedy = "On the node: nestdiag check, ls -l /dev/kvm; kubectl describe node | grep kvm: devices.kubevirt.io/kvm has to be above 0.",
		.wordings = ND_WORDINGS(
			{ "{any}something happened during opening kvm file: {any}", "KubeVirt 1.9" },
			{ "{any}something happened during populating kvm caps: {any}", "KubeVirt 1.9" }
		),
	},
	{
		.id = "kata-no-vmx",
		.origin = "kata",
		.severity = ND_MSG_ERROR,
		.meaning = "kata-check: the processor of this machine shows no vmx or svm: there is no hardware virtualization on it. Whether the module kvm is loaded does not matter then.",
		.cause = "On a node that is a VM or a cloud instance: it is not exposed to it. On a physical machine: off in the firmware.",
		.remedy = "Nested virtualization on in the hypervisor below, or an instance that has it (bare metal, or a type that nests); on a physical machine VT-x or SVM on in the firmware; then kata-runtime check again.",
		.reference = "github.com/kata-containers/runtime/issues/646",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}CPU property not found{any}name=vmx{any}", "Kata 1.0 to 3" },
			{ "{any}CPU property not found{any}name=svm{any}", "Kata 1.0 to 3" }
		),
	},
};

const struct nd_catalogue nd_catalogue_clusters = {
	"clusters", messages, ARRAY_SIZE(messages)
};
