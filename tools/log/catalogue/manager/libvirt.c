// SPDX-License-Identifier: GPL-2.0-only
/* libvirt. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause libvirt_cpu_unknown[] = {
	{ 0, "unknown host CPU", NULL,
	  "libvirt found no model for the host's CPU, as in VMs with odd CPUID and on other architectures.",
	  NULL },
	{ 0, "Unknown CPU model", NULL,
	  "libvirt, or this version of it, has no model of that name.",
	  NULL },
	{ 0 }
};

#define NO_UNIT(error, word) \
	{ error, word, NULL, \
	  "The package is missing, or this system has the newer virtqemud.", \
	  "systemctl status libvirtd virtqemud; install libvirt's daemon." }

static const struct nd_clause libvirt_service[] = {
	NO_UNIT(0, "could not be found"), NO_UNIT(0, "not found"),
	{ 0, "masked", NULL,
	  "The unit was switched off.",
	  "systemctl unmask libvirtd (or virtqemud), then start it." },
	{ 0 }
};

#define TYPE_KVM(error, word) \
	{ error, word, NULL, \
	  "libvirt sees no usable KVM.", \
	  "virsh capabilities and virsh domcapabilities; nestdiag check tells whether KVM can be used, and why not; systemctl restart libvirtd (or virtqemud), which asks QEMU anew." }

static const struct nd_clause virt_manager_no_type[] = {
	{ 0, "with machine", NULL,
	  "libvirt's QEMU does not have that machine type: it is another version than when the guest was made, or could not be asked (after an upgrade). Of type kvm also: libvirt sees no usable KVM.",
	  NULL },
	TYPE_KVM(0, "type kvm"), TYPE_KVM(0, "type 'kvm'"),
	{ 0 }
};

#define PAST_LIBVIRT(error, word) \
	{ error, word, NULL, \
	  "Options given to QEMU past libvirt.", \
	  NULL }

static const struct nd_clause libvirt_tainted[] = {
	{ 0, "host-cpu", NULL,
	  "CPU mode host-passthrough, which nesting commonly has.",
	  NULL },
	PAST_LIBVIRT(0, "custom-argv"), PAST_LIBVIRT(0, "custom-monitor"),
	PAST_LIBVIRT(0, "custom-hypervisor-feature"),
	{ 0, "high-privileges", NULL,
	  "QEMU runs as root.",
	  NULL },
	{ 0, "deprecated-config", NULL,
	  "A CPU or machine type that QEMU is about to drop.",
	  NULL },
	{ 0 }
};

static const struct nd_clause libvirt_status[] = {
	{ 0, "status 3", NULL,
	  "Paused right after the start: QEMU stopped the guest, as after an error of KVM (in a nested VM a refused entry), or because its disk is full.",
	  NULL },
	{ 0, "status 5", NULL,
	  "It ended (5 is shut off).",
	  "virsh domstate NAME --reason; the end of /var/log/libvirt/qemu/NAME.log (nestdiag dmesg on it)." },
	{ 0, "status 6", NULL,
	  "It crashed.",
	  "virsh domstate NAME --reason; the end of /var/log/libvirt/qemu/NAME.log (nestdiag dmesg on it)." },
	{ 0 }
};

static const struct nd_clause libvirt_cgroup[] = {
	{ 0, "operation 'set", NULL,
	  "A libvirt too old for cgroups of version 2.",
	  "A newer libvirt, or the system with cgroups of version 1." },
	{ 0, "devices", NULL,
	  "libvirtd runs in a container (LXC, LXD, Docker) that may not write to \"devices\".",
	  NULL },
	{ 0, "cpuset", NULL,
	  "CPUs that the guest is pinned to and that are not here; or libvirtd runs in a container that may not write there.",
	  "The pins of the guest (vcpupin, cpuset) to CPUs that there are. In a container: cgroup_controllers = [] in /etc/libvirt/qemu.conf and libvirtd restarted, or its cgroups delegated." },
	{ 0 }
};

static const struct nd_clause bridge[] = {
	{ 0, "MTU on 'virbr0'", NULL,
	  "The bridge of libvirt's network \"default\" is not there: that network is not started, or not defined.",
	  "virsh net-start default; virsh net-autostart default; virsh net-list --all. If it does not start: its error, and modprobe bridge tun." },
	{ 0 }
};

static const struct nd_clause no_emulator[] = {
	{ 0, "annot check QEMU binary", "libvirt does not find the QEMU that the guest's XML names.",
	  "An XML of another distribution or machine (its element emulator), or the package is not installed.",
	  "virsh edit GUEST: the path in emulator (virsh domcapabilities shows this host's); or install that QEMU." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "libvirt-no-kvm",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt sees no usable KVM here.",
		.cause = "/dev/kvm is not there or QEMU cannot use it: no virtualization, module not loaded, or no permission.",
		.remedy = "nestdiag status; virt-host-validate: VT-x or SVM on in the firmware, in a VM exposed below, modprobe kvm_intel or kvm_amd; then restart libvirtd (or virtqemud), which caches the result.",
		.reference = "github.com/kubernetes/minikube/issues/2991",
		.wordings = ND_WORDINGS(
			{ "{any}KVM is not supported by '{any}' on this host{any}", "libvirt 7.2 to 11.3" },
			{ "{any}could not find capabilities for domaintype=kvm{any}" },
			{ "{any}could not find capabilities for arch={word} domaintype=kvm{any}" },
			{ "{any}could not find capabilities for ostype={word}{any}domaintype=kvm{any}" },
			{ "{any}Domain requires KVM, but it is not available{any}", "libvirt 9.0 to 11.3" },
			{ "Emulator '{any}' does not support virt type 'kvm'", "libvirt 9.0 to 11.3" },
			{ "{any}PR_KVM_CAPABILITIES{any}" },
			{ "{any}could not find a {word} hypervisor with 'hvm' capabilities{any}" }
		),
	},
	{
		.id = "libvirt-same-host",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt takes the destination of a migration for the host on which the guest runs: both have the same host name or host UUID. CPUs and nesting are not the reason.",
		.cause = "Hosts that were cloned: they have the name, or the UUID (of the firmware, or host_uuid in libvirtd.conf), of the first.",
		.remedy = "hostname and virsh -c qemu:///system capabilities | grep uuid on both: give the clone others (hostnamectl, host_uuid), restart libvirtd (or virtqemud).",
		.reference = "src/qemu/qemu_migration_cookie.c of libvirt",
		.wordings = ND_WORDINGS(
			{ "{any}Attempt to migrate guest to the same host{any}", "libvirt 0.8 to 11.3" }
		),
	},
	{
		.id = "libvirt-cpu-mode",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt cannot provide that CPU mode to the guest, usually because there is no KVM to expose the host's CPU.",
		.cause = "host-passthrough and host-model need KVM; host-model and named models also a CPU that libvirt knows (not on Arm).",
		.remedy = "nestdiag status tells whether there is KVM. With KVM: host-passthrough.",
		.arm = &nd_arm_cpu_mode,
		.wordings = ND_WORDINGS(
			{ "CPU mode '{word}' for {word} kvm domain on {word} host is not supported by hypervisor", "libvirt 11.3" }
		),
	},
	{
		.id = "libvirt-cpu-features",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's CPU is configured with nesting (vmx, svm), which this host does not have; the guest does not start, or does not migrate here.",
		.cause = "They are off or hidden here (nested=0, a CPU model of the hypervisor below), new to another processor, or of the other vendor: svm is AMD's, vmx is Intel's.",
		.remedy = "nested=1 for kvm_intel or kvm_amd; or take the feature out. On a migration the hosts differ: a CPU model that both have, or these features disabled; host-passthrough only between identical hosts. nestdiag explain NAME says why it is missing here.",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}missing features: vmx", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: vmx,{any}", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: {any},vmx", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: {any},vmx,{any}", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: {any} vmx", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: {any} vmx,{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: vmx", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: vmx,{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any},vmx", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any},vmx,{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any} vmx", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any} vmx,{any}", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: {any}svm{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any}svm{any}", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-vmx-parts",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's CPU is configured with parts of VMX (vmx-*) that this host does not have; vmx itself is not among what is missing. The guest does not start, or does not migrate here.",
		.cause = "On a migration the hosts differ in processor, kernel, kvm_intel's parameters or level below. Else the configured model is of a newer processor, or one of those takes the part away here.",
		.remedy = "On a migration a CPU model that both have; else <feature policy='disable' name='vmx-...'/> for each that is named. nestdiag explain NAME says why one is missing here.",
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "{any}missing features: vmx-{any}", "libvirt 9.0 to 11.3" },
			{ "{any}missing features: {any},vmx-{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: vmx-{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any} vmx-{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Host CPU does not provide required features: {any},vmx-{any}", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-cpu-lacks",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's CPU is configured with features that this host does not have; the guest does not start, or does not migrate here. None of those that are named is one of nesting.",
		.cause = "A CPU model or list of features from another host: a newer processor, another vendor, microcode or a kernel parameter that takes a feature away (TSX), or in a VM the hypervisor below.",
		.remedy = "A model that this host has: virsh domcapabilities lists them (usable='yes'); host-model for a guest that stays here. For guests that migrate, a model that all hosts have: nestdiag baseline. host-passthrough only between identical hosts.",
		.reference = "github.com/Fmstrat/winapps/issues/42, github.com/OpenNebula/one/issues/1688",
		.last = true,
		.arm = &nd_arm_refused,
		.wordings = ND_WORDINGS(
			{ "guest CPU doesn't match specification: {any}missing features: {any}", "libvirt 9.0 to 11.3" },
			{ "{any}specification: missing features: {any}" },
			{ "{any}Host CPU does not provide required features: {any}", "libvirt 9.0 to 11.3" },
			{ "specification: {any}missing features: {any}" }
		),
	},
	{
		.id = "libvirt-feature-twice",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's XML names a CPU feature twice; libvirt takes none of it.",
		.cause = "vagrant-libvirt: nested = true adds vmx itself, so that cpu_feature must not.",
		.remedy = "Leave one of the two out.",
		.reference = "github.com/vagrant-libvirt/vagrant-libvirt/issues/866",
		.wordings = ND_WORDINGS(
			{ "{any}CPU feature '{word}' specified more than once{any}" }
		),
	},
	{
		.id = "nova-cpu",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "OpenStack compared the CPU of the guest with that of the host it is to move to, and this host has not all of it.",
		.cause = "The hosts' CPUs, kernels or settings differ: another generation, or vmx or svm on one of them only (nested=0, or a host that is itself a VM). A line after it names the features.",
		.remedy = "A cpu_model in nova.conf that all hosts have, instead of host-passthrough or host-model; nestdiag diff of two hosts' snapshots shows what differs. If the hosts are alike, nova's own comparison is too strict: skip_cpu_compare_on_dest in [workarounds] leaves it to libvirt.",
		.wordings = ND_WORDINGS(
			{ "{any}Unacceptable CPU info: CPU doesn't have compatib{any}" }
		),
	},
	{
		.id = "libvirt-hyperv-feature",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest is configured with a Hyper-V enlightenment that this host's KVM cannot provide; for evmcs this means that nested=1 is missing or the CPU is not from Intel.",
		.remedy = "Remove it from <hyperv>, or load kvm_intel with nested=1.",
		.wordings = ND_WORDINGS(
			{ "host doesn't support hyperv {any}'{word}' feature", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-validate",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-host-validate found no hardware virtualization, or no /dev/kvm that it can use: guests would be emulated.",
		.cause = "No vmx or svm here (off in the firmware, or not exposed to this VM), KVM's module is not loaded, or this user may not open /dev/kvm.",
		.remedy = "nestdiag check tells which. On a machine: VT-x or SVM on in the firmware. In a VM: expose virtualization in the hypervisor below. modprobe kvm_intel (or kvm_amd); group kvm for the user.",
		.fold = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}Host not compatible with KVM; HW virtualization CPU features not found. Only emulated CPUs are available; performance will be significantly limited{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Check that the 'kvm-intel' or 'kvm-amd' modules are loaded & the BIOS has enabled virtualization{any}", "libvirt 9.0 to 11.3" },
			{ "{any}Check that CPU and firmware supports virtualization and kvm module is loaded{any}", "libvirt 9.0 to 11.3" },
			{ "{word}: Checking for hardware virtualization{any}: FAIL (Only emulated{any}", "libvirt 9.0 to 11.3" },
			{ "{word}: Checking for hardware virtualization{any}: WARN (Only emulated{any}", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-validate-access",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-host-validate may not open /dev/kvm as the user that ran it. Whether the device is there stands in the line before.",
		.cause = "This user is not in group kvm, or not since its last login. QEMU of the system's libvirt runs as another user.",
		.remedy = "ls -l /dev/kvm; sudo usermod -aG kvm USER and a new login; sudo virt-host-validate for the system's libvirt. If there is no such device: nestdiag check.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{word}: Checking if device {any}/dev/kvm{any} is accessible {any}: FAIL{any}", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-validate-fail",
		.origin = "libvirt",
		.severity = ND_MSG_NOTE,
		.meaning = "virt-host-validate misses something that concerns devices, cgroups, the IOMMU or confidential guests: no reason for which KVM or nesting would not work.",
		.remedy = "Only if it is needed: what stands in brackets behind it.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{word}: Checking {any}: FAIL{any}", "libvirt 9.0 to 11.3" },
			{ "{word}: Checking {any}: WARN{any}", "libvirt 9.0 to 11.3" }
		),
	},
	{
		.id = "libvirt-no-hvm",
		.clauses = no_emulator,
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt has no emulator that can run a full virtual machine.",
		.cause = "QEMU for this architecture is not installed, libvirt found none that works when its daemon started, or there is no KVM and none without it.",
		.remedy = "Install QEMU, look at nestdiag check for KVM, then restart libvirtd (or virtqemud): virsh domcapabilities shows what it found.",
		.reference = "github.com/kubevirt/kubevirt/issues/580",
		.wordings = ND_WORDINGS(
			{ "{any}no supported architecture for os type 'hvm'{any}" },
			{ "{any}Unable to find any emulator to serve '{word}' architecture{any}" },
			{ "{any}Cannot check QEMU binary {any}" },
			{ "{any}Could not find any guests for architec{any}", "terraform-provider-libvirt 0.1 to 0.8" }
		),
	},
	{
		.id = "libvirt-affinity",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The machine is to be pinned to CPUs, but QEMU emulates its processor (type qemu, TCG): it does not run on KVM.",
		.cause = "virt_type=qemu in nova.conf, type='qemu' in the XML, or no KVM on this host.",
		.remedy = "nestdiag check for KVM; then virt_type=kvm (nova.conf), type='kvm' (XML).",
		.reference = "github.com/xx-sec/xx-sec/issues/5",
		.wordings = ND_WORDINGS(
			{ "{any}operation is not valid: cpu affinity is not supported{any}" }
		),
	},
	{
		.id = "libvirt-cpu-unknown",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt cannot give the guest the CPU that its XML asks for: the host's CPU is another one, or libvirt does not know it.",
		.cause = "A named model with features that this host lacks (in a VM: that the hypervisor below does not give it).",
		.remedy = "<cpu mode=\"host-passthrough\"/> takes the host's CPU as it is; virsh domcapabilities lists the usable models.",
		.last = true,
		.clauses = libvirt_cpu_unknown,
		.wordings = ND_WORDINGS(
			{ "{any}PU is incompatible with host CPU{any}" },
			{ "{any}internal error: Unknown CPU model {word}" }
		),
	},
	{
		.id = "qemu-feature-unknown",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU does not know a CPU feature that it was told to set.",
		.cause = "libvirt or the command line is newer (or older) than this QEMU, or uses another spelling of the name.",
		.remedy = "qemu-system-x86_64 -cpu help lists the names. Take the feature out of the XML, or use one version of both.",
		.wordings = ND_WORDINGS(
			{ "CPU feature {word} not found" }
		),
	},
	{
		.id = "libvirt-domain-gone",
		.origin = "libvirt",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A program asked libvirt about a domain that has ended or was freed meanwhile. The reason why it ended stands elsewhere: the end of its log in /var/log/libvirt/qemu.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}invalid domain pointer in virDomain{word}{any}" },
			{ "{any}Domain not found: no domain with matching {any}" },
			{ "{any}Requested operation is not valid: domain is not running{any}" }
		),
	},
	{
		.id = "libvirt-not-started",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt could not start a guest; the line behind this one says why.",
		.cause = "No usable KVM, a CPU model or feature that this host does not have, a network or disk that is missing, or QEMU that ended.",
		.remedy = "The next line, and /var/log/libvirt/qemu/NAME.log: nestdiag dmesg on both.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "error: Failed to start domain {any}" },
			{ "Error starting domain: {any}" },
			{ "{any}libvirtError: An error occurred, but the cause is unknown{any}" },
			{ "{any}An error occurred while trying to launch a defined domain with xml: {any}" },
			{ "error: Failed to create domain{any}" },
			{ "Failed to start domain: {any}", "vagrant-libvirt 0.12" },
			{ "{any}: starting domain: {any}", "minikube 1.38" },
			{ "{any}rror defining a guest with XML: {any}", "Nova 33" },
			{ "{any}rror launching a defined domain with XML: {any}", "Nova 33" }
		),
	},
	{
		.id = "libvirt-cpu-xml",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's XML lists CPU features without a CPU model to add them to.",
		.cause = "<feature> elements need <model> or mode=\"host-model\" or \"host-passthrough\".",
		.remedy = "mode=\"host-passthrough\" or \"host-model\", or a <model>; in vagrant-libvirt: cpu_mode.",
		.wordings = ND_WORDINGS(
			{ "{any}Non-empty feature list specified without CPU model{any}" }
		),
	},
	{
		.id = "qemu-reset-required",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU had stopped the guest after an error of KVM; it goes on only after a reset.",
		.cause = "The error itself (\"KVM: entry failed\", \"KVM internal error\", \"error: kvm run failed\") stands before, in /var/log/libvirt/qemu/NAME.log.",
		.remedy = "nestdiag dmesg on that log, then nestdiag probe.",
		.follows = "entry-failed-zero",
		.wordings = ND_WORDINGS(
			{ "{any}Resetting the Virtual Machine is required{any}" }
		),
	},
	{
		.id = "libvirt-daemon",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "A program does not reach libvirt's daemon. That says nothing of virtualization itself.",
		.cause = "libvirtd or virtqemud does not run or is not installed, or the user is not in group libvirt; in WSL2 and containers services are often not started.",
		.remedy = "systemctl start libvirtd (or virtqemud.socket); usermod -aG libvirt $USER, log in anew; in WSL2 systemd=true in /etc/wsl.conf.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}nable to connect to libvirt{any}" },
			{ "{any}failed to connect to the hypervisor{any}", "libvirt 0.8 to 11" },
			{ "{any}ailed to open a connection to the hypervisor{any}", "libvirt 0.8 to 11" },
			{ "{any}ailed to connect socket to '{any}libvirt{any}'{any}" },
			{ "{any}ailed opening libvirt connection{any}", "minikube 1.38" },
			{ "{any}ailed connecting to libvirt socket{any}", "minikube 1.38" },
			{ "{any}rror connecting to libvirt socket{any}", "minikube 1.38" },
			{ "{any}rror while connecting to Libvirt: {any}", "vagrant-libvirt 0.12" },
			{ "{any}annot connect to libvirt daemon: {any}", "KubeVirt 1.9" },
			{ "{any}found no active libvirtd systemd unit{any}", "CRC 2.62" },
			{ "{any}ailed to start libvirt service{any}", "CRC 2.62" },
			{ "{word} is not part of the libvirt group", "CRC 2.62" },
			{ "{any}active process is not part of the libvirt group", "CRC 2.62" },
			{ "{any}o active (running) libvirtd systemd unit could be found{any}", "CRC 2.62" },
			{ "{any}ou need to logout, re-login, and run crc setup again{any}", "CRC 2.62" },
			{ "{any}ailed to add user to libvirt group{any}", "CRC 2.62" },
			{ "{any}onnection to libvirt lost{any}", "KubeVirt 1.9" },
			{ "{any}onnection to libvirt failed: {any}", "Nova 33" },
			{ "{any}Failed to connect to libvirt: {any}", "Nova 33" }
		),
	},
	{
		.id = "libvirt-service",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt's daemon is not installed, or does not start. That says nothing of virtualization: it also starts where there is none.",
		.cause = "Its own log says why: a setting in /etc/libvirt, a certificate, a library, a socket or pid file that another has.",
		.remedy = "journalctl -u libvirtd -u virtqemud; systemctl status libvirtd virtqemud; libvirtd -v by hand.",
		.fold = true,
		.elsewhere = true,
		.clauses = libvirt_service,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to start libvirtd.service{any}" },
			{ "{any}ailed to start virtqemud.service{any}" },
			{ "{any}ailed to start virtqemud\"{any}", "KubeVirt 0.5 to 1.6" },
			{ "{any}ailed to start Virtualization daemon{any}" },
			{ "{any}Job for libvirtd.service failed{any}" },
			{ "{any}Job for virtqemud.service failed{any}" },
			{ "{any}libvirtd.service: Main process exited, code={any}" },
			{ "{any}libvirtd.service: Failed with result {any}" },
			{ "{any}virtqemud.service: Failed with result {any}" },
			{ "{any}Unit libvirtd.service could not be found{any}" },
			{ "{any}Unit libvirtd.service not found{any}" },
			{ "{any}irtualization service (libvirt) is not active{any}", "cockpit-machines of 2026" }
		),
	},
	{
		.id = "libvirt-network",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's network does not run. That is no fault of virtualization.",
		.cause = "libvirt's network is not started, its bridge is left over from before (File exists), or its range is in use: a nested libvirt has the same 192.168.122.0/24 as the one below and does not start it.",
		.remedy = "virsh net-start default, virsh net-autostart default; a bridge that is left over: ip link delete virbr0; in a guest give the network another range (virsh net-edit default).",
		.wordings = ND_WORDINGS(
			{ "{any}network '{word}' is not active{any}" },
			{ "{any}operation is not valid: network is not running{any}" },
			{ "{any}error creating bridge interface {word}: File exists{any}" },
			{ "{any}etwork is already in use by interface {word}{any}" },
			{ "{any}already in use by interface virbr{n}{any}" },
			{ "{any}libvirt network crc not found", "CRC 2.62" },
			{ "{any}libvirt 'crc' network definition is incorrect", "CRC 2.62" },
			{ "{any}libvirt crc network is not active", "CRC 2.62" }
		),
	},
	{
		.id = "libvirt-no-network",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt has no network of the name that the guest asks for. That is no fault of virtualization.",
		.cause = "It was never defined (the package with the default network is missing), was removed, or belongs to another connection: qemu:///system and qemu:///session have networks of their own.",
		.remedy = "virsh -c qemu:///system net-list --all; virsh net-define /usr/share/libvirt/networks/default.xml, net-start default, net-autostart default; or name one that is there (minikube: --kvm-network).",
		.reference = "github.com/kubernetes/minikube/issues/2412",
		.wordings = ND_WORDINGS(
			{ "{any}etwork not found: no network with matching {any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-bridge",
		.clauses = bridge,
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt could not set up the host's side of a guest's network: its bridge, tap device or firewall rules. That is no fault of virtualization.",
		.cause = "The bridge named does not exist; the kernel has no bridge, tun or iptables/nftables support (WSL's, a container's host), or the modules of the running kernel are gone after an update; no right to it (qemu:///session, a container without NET_ADMIN and /dev/net/tun); the firewall program is missing.",
		.remedy = "ip link show type bridge; modprobe bridge tun; reboot after an update of the kernel; containers: --device /dev/net/tun --cap-add NET_ADMIN; for a session type user instead of bridge; install iptables or nftables and set firewall_backend in /etc/libvirt/network.conf.",
		.wordings = ND_WORDINGS(
			{ "{any}nable to create bridge {word}: {any}", "libvirt 0.9 to 11" },
			{ "{any}annot get interface MTU on '{word}': {any}", "libvirt 0.9 to 11" },
			{ "{any}nable to add bridge {word} port {any}", "libvirt 0.9 to 11" },
			{ "{any}nable to create tap device {any}", "libvirt 0.9 to 11" },
			{ "{any}nable to open /dev/net/tun, is tun module loaded?{any}", "libvirt 0.9 to 11" },
			{ "{any}internal error: Failed to apply firewall rules {any}", "libvirt 1.2 to 11" },
			{ "{any}ailed to apply firewall command {any}", "libvirt 10.4 to 11" },
			{ "{any}Check the host setup: {any}accept_ra set to 2{any}", "libvirt 3.1 to 11" },
			{ "{any}not supported by the connection driver: virNetwork{any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-remote",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "A program does not get through to libvirt's daemon on another machine, or this one by way of the network. That says nothing of virtualization itself.",
		.cause = "The daemon does not listen there (TCP is off by default), a firewall is between, or SSH or TLS fail first: host key, user, certificate.",
		.remedy = "TCP: systemctl start libvirtd-tcp.socket (virtproxyd-tcp.socket) with listen and auth set in libvirtd.conf, port 16509 open; SSH: ssh USER@HOST virsh list has to work by itself; on this machine qemu:///system needs no network.",
		.reference = "github.com/crc-org/snc/issues/227",
		.wordings = ND_WORDINGS(
			{ "{any}nable to connect to server at '{any}': {any}", "libvirt 0.9 to 11" },
			{ "{any}Cannot recv data: {any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-auth",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt's daemon runs and does not let this user in. That says nothing of virtualization itself.",
		.cause = "The user is not in group libvirt and polkit could ask nobody for a password (SSH, a service, a container); or a password or a name for SASL is wrong.",
		.remedy = "sudo usermod -aG libvirt $USER, log in anew; or virsh as root. For guests of the user alone: qemu:///session.",
		.wordings = ND_WORDINGS(
			{ "{any}uthentication unavailable: no polkit agent available {any}", "libvirt 1.2 to 11" },
			{ "{any}uthentication failed: access denied by policy{any}", "libvirt 1.2 to 11" }
		),
	},
	{
		.id = "libvirt-domain-exists",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt has a guest of that name or UUID already. That is no fault of virtualization.",
		.cause = "One that was left by an earlier, failed start, or by another tool.",
		.remedy = "virsh list --all; virsh destroy NAME, virsh undefine NAME --nvram (its disk stays), or another name.",
		.wordings = ND_WORDINGS(
			{ "{any}omain '{word}' already exists with uuid {any}", "libvirt 0.9 to 11" },
			{ "{any}omain '{word}' is already defined with uuid {any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-firmware",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt found no UEFI firmware that fits the guest's definition. That is no fault of virtualization.",
		.cause = "No firmware is installed for that architecture, none with Secure Boot or without, as asked for, or its descriptions in /usr/share/qemu/firmware are missing (NixOS, containers).",
		.remedy = "Install OVMF or AAVMF (edk2-ovmf, ovmf, qemu-efi-aarch64); virsh domcapabilities lists what libvirt sees; leave secure-boot and enrolled-keys out of the definition, or take BIOS.",
		.wordings = ND_WORDINGS(
			{ "{any}nable to find any firmware to satisfy '{word}'{any}", "libvirt 5.2 to 11" },
			{ "{any}nable to find 'efi' firmware that is compatible with {any}", "libvirt 9 to 11" }
		),
	},
	{
		.id = "libvirt-swtpm",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "swtpm, which emulates a TPM for the guest, did not start. That is no fault of virtualization.",
		.cause = "It is not installed, may not write to its state (/var/lib/libvirt/swtpm, /var/log/swtpm: owner, SELinux, AppArmor), or the state is of another version or key.",
		.remedy = "/var/log/swtpm/libvirt/qemu/NAME-swtpm.log; install swtpm and swtpm-tools; or take the <tpm> out of the guest.",
		.wordings = ND_WORDINGS(
			{ "{any}swtpm died and reported: {any}", "libvirt 4.5 to 11" },
			{ "{any}ould not get process id of swtpm{any}", "libvirt 4.5 to 11" },
			{ "{any}ould not start 'swtpm{any}", "libvirt 4.5 to 11" },
			{ "{any}nable to find 'swtpm{any}", "libvirt 4.5 to 11" },
			{ "{any}swtpm died and reported:" },
			{ "{any}TPM version '{word}' is not supported{any}", "libvirt 4.5 to 11" }
		),
	},
	{
		.id = "libvirt-no-pool",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt has no storage pool or volume of that name, or the pool does not run. That is no fault of virtualization.",
		.cause = "It was never defined on this machine or connection, its folder is gone, or it was not started.",
		.remedy = "virsh pool-list --all; virsh pool-define-as default dir --target /var/lib/libvirt/images, pool-start default, pool-autostart default; vagrant: libvirt.storage_pool_name.",
		.wordings = ND_WORDINGS(
			{ "{any}torage pool not found: no storage pool with matching {any}", "libvirt 0.9 to 11" },
			{ "{any}torage pool '{word}' is not active{any}", "libvirt 0.9 to 11" },
			{ "{any}torage volume not found: no storage vol with matching {any}", "libvirt 0.9 to 11" }
		),
	},
	{
		/* docker-machine's drivers: the XML follows, and then the reason. */
		.id = "libvirt-define",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt refused the definition of a VM; why stands behind the XML that follows.",
		.cause = "\"could not find capabilities for domaintype=kvm\": there is no KVM. Else a name that is taken, or an element that this libvirt does not know.",
		.remedy = "The end of that message: nestdiag dmesg on it.",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror defining domain xml:{any}" }
		),
	},
	{
		.id = "virt-manager-no-type",
		.origin = "virt-manager",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-manager or virt-install does not find, in what libvirt says of this host, the kind of guest that is asked for (its type, machine or architecture).",
		.cause = "libvirt's QEMU for that architecture is missing, is another version than when the guest was made, or could not be asked (after an upgrade); KVM may be there.",
		.remedy = "virsh capabilities and virsh domcapabilities; systemctl restart libvirtd (or virtqemud), which asks QEMU anew; install the QEMU of that architecture. nestdiag check tells whether KVM can be used.",
		.reference = "github.com/virt-manager/virt-manager/issues/481",
		.clauses = virt_manager_no_type,
		.wordings = ND_WORDINGS(
			{ "{any}Host does not support virtualization type {any}" },
			{ "{any}Host does not support domain type {any}" },
			{ "{any}Host does not support any virtualization options{any}" }
		),
	},
	{
		.id = "libvirt-cpu-extra",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's CPU has features that its configuration does not list, so that libvirt does not start it or let it migrate here.",
		.cause = "The QEMU or kernel here gives the guest more than, or reports its features in another way than, those at which it was started. ht: QEMU since 10.0 reports it otherwise, and libvirt has to be new enough to know.",
		.remedy = "Update libvirt on the host where it fails; start the guest anew instead of migrating it; the same versions on all hosts.",
		.reference = "github.com/harvester/harvester/issues/11615",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}specification: extra features: {word}" }
		),
	},
	{
		.id = "libvirt-cpu-old",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's CPU model needs features that this host does not have; this libvirt does not say which.",
		.cause = "A model of a newer processor or of the other vendor; a feature that is off in the firmware (NX) or that the hypervisor below does not give.",
		.remedy = "virsh capabilities shows the model that libvirt takes this host for; a model that it has, or host-model; NX on in the firmware. nestdiag features for what concerns nesting.",
		.reference = "access.redhat.com/documentation, Red Hat Enterprise Linux 6: host configuration and guest installation",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}guest CPU is not compatible with host CPU{any}", "libvirt 0.9" }
		),
	},
	{
		.id = "virt-manager-no-hypervisor",
		.origin = "virt-manager",
		.severity = ND_MSG_ERROR,
		.meaning = "virt-manager finds no kind of guest that libvirt could run on this connection.",
		.cause = "QEMU, or libvirt's driver for it, is not installed; or it was installed after libvirt started.",
		.remedy = "Install qemu (qemu-system-x86 or qemu-full) and libvirt's QEMU driver, then systemctl restart libvirtd (or virtqemud); virsh capabilities lists the kinds of guests. Without KVM, QEMU's own emulation would still be offered.",
		.reference = "github.com/virt-manager/virt-manager/issues/286",
		.wordings = ND_WORDINGS(
			{ "{any}No hypervisor options were found for this connection{any}" }
		),
	},
	{
		.id = "libvirt-max-vcpus",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest's definition has more virtual CPUs, or a higher maximum of them, than its machine type takes.",
		.cause = "The limit stands in the line or is one of the machine type: i440fx (\"pc\") takes at most 255, q35 more; above 255 the guest needs an IOMMU with extended interrupt mode. Programs that offer all CPUs of a large host as the maximum (CloudStack) meet it.",
		.remedy = "A lower maximum (<vcpu current=...>); machine type q35 of a newer version; <iommu model='intel'><driver intremap='on' eim='on'/></iommu> with <ioapic driver='qemu'/>.",
		.reference = "github.com/apache/cloudstack/issues/13801",
		.wordings = ND_WORDINGS(
			{ "{any}more than {n} vCPUs require extended interrupt mode enabled on the iommu device{any}" },
			{ "{any}more than {n} vCPUs are only supported on q35-based machine types{any}" },
			{ "{any}Maximum CPUs greater than specified machine type limit {n}{any}" },
			{ "{any}nvalid SMP CPUs {n}. The {any}CPUs supported by machine '{word}' is {n}{any}" }
		),
	},
	{
		.id = "libvirt-tainted",
		.origin = "libvirt",
		.severity = ND_MSG_NOTE,
		.meaning = "libvirt notes that a guest is configured in a way that it does not answer for. That is no failure.",
		.cause = "What the line names behind \"tainted\".",
		.reference = "github.com/ocp-power-automation/ocp4-upi-kvm/issues/25",
		.last = true,
		.clauses = libvirt_tainted,
		.wordings = ND_WORDINGS(
			{ "{any}Domain id={n} name='{any}' uuid={word} is tainted: {any}" }
		),
	},
	{
		.id = "libvirt-no-capabilities",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt finds no hypervisor here that runs guests of this kind and architecture.",
		.cause = "On Xen (Qubes OS): no VT-x or SVM, so no HVM guests; off in the firmware, or Xen runs in a VM to which it is not exposed. With QEMU: the one for that architecture is not installed, or there is no /dev/kvm.",
		.remedy = "virsh capabilities lists what there is; xl info | grep virt_caps on Xen, nestdiag check on Linux. On a machine: VT-x or SVM on in the firmware. In a VM: expose virtualization in the hypervisor below.",
		.reference = "github.com/QubesOS/qubes-issues/issues/2981",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any} not find capabilities for arch={word}" },
			{ "{any}unknown OS type hvm{any}", "libvirt 0.9 to 11" },
			{ "{any}неизвестный тип ОС hvm{any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-lock",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt waited in vain for another request to the same VM to end: QEMU does not answer it. That is no fault of virtualization by itself.",
		.cause = "The name behind \"held by\" is the request that hangs. QEMU itself hangs: its disk or network storage does not answer, a vCPU or QEMU's main thread is stuck in the kernel, or the machine (a nested one above all) is too slow.",
		.remedy = "virsh qemu-monitor-command NAME --hmp info status; ps -o stat,wchan of the QEMU process (D: waits for a disk); the kernel's log for stuck tasks; with nested guests nestdiag exits and nestdiag vcpus.",
		.reference = "github.com/microsoft/WSL/issues/11564",
		.wordings = ND_WORDINGS(
			{ "{any}annot acquire state change lock{any}" }
		),
	},
	{
		.id = "libvirt-running",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "A program wanted to start a domain that libvirt has already: it runs, or is paused.",
		.cause = "Paused without having been asked to: QEMU stopped the guest, because KVM could not run it (internal error) or its disk is full or gives errors.",
		.remedy = "virsh domstate --reason NAME; /var/log/libvirt/qemu/NAME.log has KVM's and QEMU's words: nestdiag dmesg on it; free disk space. Then virsh destroy NAME and start again.",
		.reference = "github.com/crc-org/crc/issues/1213",
		.wordings = ND_WORDINGS(
			{ "{any}equested operation is not valid: domain is already running{any}" }
		),
	},
	{
		.id = "libvirt-status",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM that a program started is in a state of libvirt that it did not expect: 1 runs, 2 blocked, 3 paused, 4 shutting down, 5 shut off, 6 crashed, 7 suspended by itself.",
		.cause = "QEMU stopped the guest or ended; its own log says why.",
		.remedy = "virsh domstate NAME --reason; the end of /var/log/libvirt/qemu/NAME.log (nestdiag dmesg on it), df for the disk.",
		.reference = "github.com/crc-org/crc/issues/3140, 1213",
		.clauses = libvirt_status,
		.wordings = ND_WORDINGS(
			{ "{any}unexpected libvirt status {n}{any}", "crc" }
		),
	},
	{
		.id = "vm-no-address",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "A program started a VM and did not learn its address in time: the guest did not boot that far, or its network did not tell.",
		.cause = "In a nested VM the guest often hangs, crashes or is too slow below TCG or a level that lacks something. Else: libvirtd does not run or is not asked, no DHCP server (dnsmasq) on its network, or a firewall.",
		.remedy = "virsh list --all and the guest's console (virsh console NAME) tell whether it boots: then virsh net-dhcp-leases default, systemctl status libvirtd. If it does not: nestdiag dmesg on /var/log/libvirt/qemu/NAME.log, nestdiag probe.",
		.reference = "github.com/crc-org/crc/issues/3560, 2732",
		.wordings = ND_WORDINGS(
			{ "{any}Unable to determine VM's IP address, did it fail to boot?{any}", "crc" },
			{ "{any}Unable to detemine VM's IP address, did it fail to boot?{any}", "crc" }
		),
	},
	{
		.id = "libvirt-cpu-emulated",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "There is no KVM to expose the host's CPU: the guest is defined as an emulated one (domain type qemu).",
		.cause = "There is no usable /dev/kvm here, or the program fell back to emulation (useEmulation in KubeVirt, virt_type=qemu in nova).",
		.remedy = "nestdiag check tells whether KVM can be used. With KVM: type='kvm', emulation off. Without: a named CPU model, or mode custom with max.",
		.reference = "github.com/kubevirt/kubevirt/issues/13625",
		.wordings = ND_WORDINGS(
			{ "{any}CPU mode '{word}' for {word} qemu domain on {word} host is not supported by hypervisor{any}", "libvirt 6.0 to 11.3" }
		),
	},
	{
		.id = "virt-install-emulates",
		.origin = "libvirt",
		.severity = ND_MSG_WARNING,
		.meaning = "virt-install was told or found that libvirt offers no KVM, and goes on with emulation: the guest works and is slow.",
		.cause = "No usable /dev/kvm when libvirtd started, or a guest for another processor. An error that follows has another reason.",
		.remedy = "nestdiag check; then restart libvirtd (or virtqemud), which remembers what it found. --virt-type kvm makes it an error.",
		.reference = "github.com/oracle/oracle-linux/issues/145",
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration not available, using '{word}'{any}", "virt-install 0.4 to 4.1" }
		),
	},
	{
		.id = "libvirt-eof",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The connection to libvirt's daemon broke in the middle of a request. That alone is no fault of virtualization.",
		.cause = "libvirtd (virtqemud) crashed or was restarted, or with a connection over SSH the other side has no socket for this user (group libvirt) or no netcat that fits.",
		.remedy = "systemctl status libvirtd virtqemud; journalctl -u libvirtd -u virtqemud of that time; coredumpctl. virsh -c URI list tells whether the connection works at all.",
		.reference = "github.com/rancher/elemental/pull/93",
		.wordings = ND_WORDINGS(
			{ "{any}End of file while reading data: Input/output error{any}", "libvirt 0.9 to 11" },
			{ "{any}Disconnected from {word} due to end of file{any}", "libvirt 0.9 to 11" },
			{ "{any}End of file while reading data: {any}sock{any}", "libvirt 0.9 to 11" },
			{ "{any}读取数据时进入文件终点{any}" }
		),
	},
	{
		.id = "libvirt-no-reason",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A call of libvirt failed, and libvirt gave the program that asked no reason.",
		.cause = "The connection had ended, or the driver asked in another thread. In the case of the reference: a VM without what KVM needs.",
		.remedy = "virsh -c qemu:///system list --all and virt-host-validate as the same user; journalctl -u libvirtd (virtqemud); nestdiag check.",
		.reference = "github.com/kubernetes/minikube/issues/3867",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}virError(Code=0, Domain=0, Message='Missing error'){any}", "libvirt-go" }
		),
	},
	{
		.id = "machine-not-running",
		.origin = "docker-machine",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM was started and does not run any more: it is paused, shut off or crashed. The program only waited for its address.",
		.cause = "QEMU stopped it at an error of KVM, often in a machine that is itself a VM; or it ended by itself, or was suspended.",
		.remedy = "virsh list --all; virsh domstate NAME --reason; nestdiag dmesg on /var/log/libvirt/qemu/NAME.log; nestdiag probe.",
		.reference = "github.com/kubernetes/minikube/issues/3137",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}during machine start: host is not running{any}", "minikube 0.2 to 1.3" }
		),
	},
	{
		.id = "libvirt-other-definition",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest was to be migrated, restored or changed with a definition that its running self does not fit: the line names what differs.",
		.cause = "The XML that was given (virsh migrate --xml, a hook, a saved or edited one) has another device, address, CPU or size than the guest runs with, or the other libvirt fills in another default.",
		.remedy = "virsh dumpxml --migratable NAME as the XML on both sides; give CPU, machine type and addresses there as they are; otherwise shut the guest down and start it with the new definition.",
		.wordings = ND_WORDINGS(
			{ "unsupported configuration: Target {any} does not match source{any}", "libvirt 0.9 to 11" },
			{ "unsupported configuration: Target {any} doesn't match source{any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-no-vfio",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt does not give a PCI device to a guest, because this host can not do that: it sees no IOMMU groups, or no VFIO.",
		.cause = "VT-d or AMD-Vi is off in the firmware or on the kernel's command line (Intel: intel_iommu=on), the module vfio is not loaded or not in this kernel, or /dev/vfio is not in this container. If this host is a VM: it has no virtual IOMMU.",
		.remedy = "ls /sys/kernel/iommu_groups /dev/vfio; modprobe vfio-pci; dmesg | grep -iE \"dmar|iommu\". On a machine: VT-d or AMD-Vi on in the firmware. In a VM: QEMU below with -device intel-iommu,intremap=on and kernel-irqchip=split.",
		.reference = "github.com/BigAnteater/KVM-GPU-Passthrough/issues/19",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}support passthrough of host PCI devices{any}", "libvirt 1.1 to 11" },
			{ "{any}host doesn't support {word} PCI passthrough{any}", "libvirt 1.1 to 5" },
			{ "{any}pci backend driver 'default' is not supported{any}", "libvirt 1.1 to 11" }
		),
	},
	{
		.id = "libvirt-pci-reset",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt does not give a PCI device to a guest, because it cannot reset it.",
		.cause = "The device has no reset of its own (FLR, power management), and a reset of its bus would hit others that are not given to the same guest.",
		.remedy = "Give all devices behind that bridge to the guest, or take another slot; Qubes OS: the option no-strict-reset, if you trust every VM that has the device.",
		.reference = "github.com/QubesOS/qubes-issues/issues/7717",
		.wordings = ND_WORDINGS(
			{ "{any}to reset PCI device {any}: no FLR, PM reset or bus reset available{any}", "libvirt 0.9 to 11" },
			{ "{any}to reset PCI device {any}: Active {any}devices on bus{any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-cgroup",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt could not put a guest into a cgroup and so did not start it. That is no fault of the processor's virtualization.",
		.cause = "libvirtd runs in a container (LXC, LXD, Docker) that may not write there; or with another version of cgroups, or without the systemd that it expects.",
		.remedy = "In a container: cgroup_controllers = [] in /etc/libvirt/qemu.conf and libvirtd restarted, or a container with its cgroups delegated (privileged, nesting). /dev/kvm has to be passed in all the same.",
		.reference = "github.com/canonical/lxd/issues/2718",
		.clauses = libvirt_cgroup,
		.wordings = ND_WORDINGS(
			{ "{any}Unable to write to '/sys/fs/cgroup/{any}" },
			{ "{any}Failed to create controller {word} for group{any}" },
			{ "{any}: operation 'set{word}' not supported{any}", "libvirt 4.8 to 11" }
		),
	},
	{
		.id = "libvirt-second",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "Another daemon of libvirt holds the lock on this file: it was started twice. That is no fault of virtualization.",
		.cause = "libvirtd, or one of the daemons that replace it (virtqemud, virtnetworkd and others), runs already: by systemd, by another user's session or in a container that shares /run.",
		.remedy = "systemctl status libvirtd virtqemud; pgrep -a 'libvirtd|virt.*d'; use the one that runs (virsh list), or stop it first.",
		.reference = "src/util/virpidfile.c of libvirt",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to acquire pid file '{any}': Resource temporarily unavailable", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-driver",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "The daemon of libvirt ended at its start: one of its drivers could not be initialized.",
		.cause = "What the line names behind the last colon, or the line before it.",
		.remedy = "journalctl -u libvirtd -u virtqemud; libvirtd --verbose in a terminal.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Driver state initialization failed", "libvirt 0.9 to 11" },
			{ "{any}Initialization of {word} state driver failed: {any}", "libvirt 0.9 to 11" }
		),
	},
	{
		.id = "libvirt-no-exec",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt may not execute that program, so it cannot ask QEMU what it can do. That is no fault of virtualization.",
		.cause = "A profile of AppArmor or SELinux of libvirtd (of the host, if libvirt is in a container) does not have that path; else the file's permissions, or a file system that is mounted noexec.",
		.remedy = "dmesg | grep -i apparmor, ausearch -m avc. AppArmor: the path with PUx in /etc/apparmor.d/usr.sbin.libvirtd (without a profile of its own it then runs unconfined), apparmor_parser -r on it.",
		.reference = "github.com/kubevirt/kubevirt/issues/4303",
		.wordings = ND_WORDINGS(
			{ "{any}annot execute binary {any}: Permission denied" }
		),
	},
	{
		.id = "apparmor-denied",
		.origin = "apparmor",
		.severity = ND_MSG_WARNING,
		.meaning = "AppArmor forbade something to QEMU or libvirt: the line has the profile, the operation and the file. If a guest fails at the same time, this may be why; it is no fault of virtualization.",
		.cause = "The profile does not have that path: disks, firmware or sockets outside of the usual folders, another QEMU binary, or libvirt in a container under the host's profile. Many denials are harmless.",
		.remedy = "Give the profile the path (/etc/apparmor.d/local/, abstractions/libvirt-qemu) and reload it with apparmor_parser -r; or keep the file where libvirt expects it.",
		.reference = "github.com/kubevirt/kubevirt/issues/4303",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}apparmor=\"DENIED\"{any}profile=\"libvirt-{any}" },
			{ "{any}apparmor=\"DENIED\"{any}profile=\"{any}libvirtd\"{any}" },
			{ "{any}apparmor=\"DENIED\"{any}profile=\"virtqemud\"{any}" }
		),
	},
	{
		.id = "libvirt-apparmor",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt could not load the AppArmor profile of a guest and so did not start it. That is no fault of virtualization.",
		.cause = "libvirtd runs in a container that may not load profiles; apparmor_parser or the templates in /etc/apparmor.d/libvirt are missing or damaged; or virt-aa-helper did not understand a path of the guest.",
		.remedy = "journalctl -u libvirtd; dmesg | grep apparmor; reinstall libvirt-daemon-system and apparmor. In a container: security_driver = \"none\" in /etc/libvirt/qemu.conf, libvirtd restarted: then only the container confines QEMU.",
		.reference = "src/security/security_apparmor.c of libvirt",
		.wordings = ND_WORDINGS(
			{ "{any}annot load AppArmor profile '{any}'{any}" }
		),
	},
	{
		.id = "libvirt-virtiofsd",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt asked virtiofsd, which shares a folder with the guest, for what it can do, and got no answer. That is no fault of virtualization.",
		.cause = "A virtiofsd that libvirt does not know, or a wrapper in its place, older or newer than libvirt.",
		.remedy = "The virtiofsd of the same distribution; its path in <binary path=...> of the <filesystem>; or leave the shared folder out.",
		.reference = "github.com/SpaceinvaderOne/RetroNASinabox/issues/12",
		.wordings = ND_WORDINGS(
			{ "{any}virtiofsd --print-capabilities) unexpected {any}" }
		),
	},
	{
		.id = "guest-agent",
		.origin = "proxmox",
		.severity = ND_MSG_NOTE,
		.meaning = "The guest's agent (qemu-guest-agent) did not answer. Its system is still booting, hangs or has no agent, or the VM is stopped: paused, or at an error of KVM.",
		.remedy = "Does it run? Proxmox: qm status ID --verbose, libvirt: virsh domstate --reason. If it stopped, the journal or QEMU's log has the error: nestdiag dmesg on it. Else the VM's console; install and start qemu-guest-agent, or switch the option agent off.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}qmp command 'guest-{any}' failed{any}" },
			{ "{any}QEMU guest agent is not running{any}" },
			{ "{any}uest agent is not connected{any}" }
		),
	},
	{
		.id = "libvirt-no-binary",
		.origin = "libvirt",
		.severity = ND_MSG_ERROR,
		.meaning = "libvirt did not find the QEMU that a guest is to run on. That is no lack of virtualization.",
		.cause = "QEMU for this architecture is not installed or was removed (kvm, qemu-kvm, qemu-system-x86), or the guest's <emulator> names a path of another distribution.",
		.remedy = "Install it, restart libvirtd; virsh edit NAME for the path in <emulator>; virsh capabilities lists what libvirt found.",
		.wordings = ND_WORDINGS(
			{ "{any}Cannot find QEMU binary {any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_libvirt = {
	"libvirt", messages, ARRAY_SIZE(messages)
};
