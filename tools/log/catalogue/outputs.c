// SPDX-License-Identifier: GPL-2.0-only
/*
 * What commands print that tell whether virtualization is there. tools/digest/output.c finds lines
 * for entries of lists and of single letters.
 */
#include "tools/log/catalogue/catalogue.h"

/* Found without a wording. */
static const struct nd_wording nowhere[] = { { NULL, NULL } };

#define IN_USE(error, word) \
	{ error, word, NULL, \
	  "The service is disabled, or the old one is in use and goes at a restart.", \
	  "Close what uses it, restart, install again. Or use Windows' own: Windows Hypervisor Platform." }

static const struct nd_clause service_refused[] = {
	{ 0, "577", NULL,
	  "No valid signature.",
	  "A version for this Windows (7: AEHD 1.7); or Windows' own: Windows Hypervisor Platform." },
	{ 0, "1275", NULL,
	  "Windows blocks this driver.",
	  "Use Windows' own: Windows Hypervisor Platform." },
	IN_USE(0, "1058"), IN_USE(0, "1072"),
	{ 0, "1060", NULL,
	  "It is not installed.",
	  "Install it; or use Windows' own: Windows Hypervisor Platform." },
	{ 0, " 31", NULL,
	  "It failed itself.",
	  NULL },
	{ 0, " 5", NULL,
	  "No administrator.",
	  "The same as administrator." },
	{ 0 }
};

#define EMULATOR_STOPPED(error, word) \
	{ error, word, "A driver by which an Android emulator uses VMX or SVM is stopped. WIN32_EXIT_CODE behind it has the error (1077: not started since the last boot).", \
	  "VMX or SVM is off, held by Hyper-V, or not exposed to this VM.", \
	  "sc start NAME as administrator shows why it does not start. VT-x or SVM on in the firmware, in a VM exposed below; beside Hyper-V: Windows Hypervisor Platform in its place." }
#define DRIVER_STOPPED(error, word) \
	{ error, word, NULL, \
	  "It was not started, or Windows refused it.", \
	  "sc start NAME as administrator shows why it does not start; sc qc NAME whether it is disabled." }
#define SERVICE_STOPPED(error, word) \
	{ error, word, NULL, \
	  "It is disabled, or the feature that it belongs to (Hyper-V, Virtual Machine Platform) is not complete.", \
	  "sc start NAME as administrator shows why it does not start; sc qc NAME whether it is disabled." }
#define NO_HYPERVISOR(error, word) \
	{ error, word, NULL, \
	  "It runs only with Windows' hypervisor, which does not run then.", \
	  "systeminfo: does a hypervisor run? bcdedit /set hypervisorlaunchtype auto; VT-x or SVM on in the firmware, in a VM exposed below; restart." }

static const struct nd_clause service_stopped[] = {
	EMULATOR_STOPPED(0, "aehd"), EMULATOR_STOPPED(0, "gvm"),
	EMULATOR_STOPPED(0, "IntelHaxm"),
	DRIVER_STOPPED(0, "vboxsup"), DRIVER_STOPPED(0, "vboxdrv"), DRIVER_STOPPED(0, "vmx86"),
	SERVICE_STOPPED(0, "vmcompute"), SERVICE_STOPPED(0, "vmms"),
	NO_HYPERVISOR(0, "HvHost"), NO_HYPERVISOR(0, "hvservice"),
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "output-cpu-none",
		.origin = "linux",
		.severity = ND_MSG_ERROR,
		.meaning = "This machine shows neither vmx nor svm among its CPU's flags: KVM cannot be used on it.",
		.cause = "In a VM (flag \"hypervisor\"): the hypervisor below does not expose them. On a physical machine: the firmware has virtualization off (newer Linux then takes the flag away), or the CPU has none. In a container the flags are those of its machine.",
		.remedy = "nestdiag check tells which. VM: nested virtualization on below and the whole CPU for it (KVM: nested=1, host-passthrough; Hyper-V: ExposeVirtualizationExtensions; VMware: vhv.enable; VirtualBox: --nested-hw-virt on; cloud: a size that nests). Machine: VT-x or SVM on in the firmware.",
		.reference = "github.com/kubevirt/kubevirt/issues/10508",
		.fold = true,
		.last = true,
		.arm = &nd_arm_no_kvm,
		.wordings = nowhere,
	},
	{
		.id = "output-cpu-flag",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "The command counted 0, which may say less than it seems to.",
		.cause = "Intel's flag is vmx, AMD's is svm: a count of one alone is 0 on the other's processors. And without -E grep takes \"(vmx|svm)\" for that very text, which stands nowhere. Only if the flag is this processor's, virtualization is off in the firmware, or not exposed to this VM.",
		.remedy = "grep -Ecw 'vmx|svm' /proc/cpuinfo, or nestdiag check. If that is 0: VT-x or SVM on in the firmware, in a VM exposed below.",
		.fold = true,
		.last = true,
		.arm = &nd_arm_no_kvm,
		.wordings = nowhere,
	},
	{
		.id = "output-cpu-none-guest",
		.origin = "linux",
		.severity = ND_MSG_ERROR,
		.meaning = "This machine is a VM, and the hypervisor below exposes neither vmx nor svm to it: KVM cannot be used here.",
		.cause = "Nested virtualization is off for this VM or on its host, its CPU model leaves the flag out (host-model on AMD, kvm64, qemu64), or the cloud's size or processor does not nest (Google Cloud: on Intel only; Azure: not with Trusted Launch or on every size; EC2: metal, and few newer sizes if it is switched on).",
		.remedy = "Below: KVM: nested=1 and host-passthrough; Hyper-V: ExposeVirtualizationExtensions; VMware: vhv.enable; VirtualBox: --nested-hw-virt on; cloud: a size that nests, nesting switched on.",
		.reference = "github.com/cirruslabs/cirrus-ci-docs/issues/1011",
		.fold = true,
		.last = true,
		.arm = &nd_arm_no_kvm,
		.wordings = nowhere,
	},
	{
		.id = "output-cpu",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "This machine's CPU has vmx or svm: it has virtualization, or if it is a VM, it is exposed to it.",
		.remedy = "If KVM cannot be used nevertheless: is its module loaded (modprobe kvm_intel or kvm_amd and its error), is there a /dev/kvm, and may this user open it? nestdiag check.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Virtualization: {any}VT-x", "util-linux 2.20 and later" },
			{ "Virtualization: {any}AMD-V", "util-linux 2.20 and later" },
			{ "Virtualisierung: {any}VT-x" },
			{ "Virtualisierung: {any}AMD-V" },
			{ "虚拟化：{any}VT-x" },
			{ "虚拟化：{any}AMD-V" }
		),
	},
	{
		.id = "output-nested-off",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM's parameter nested is off: guests of this machine get no virtualization of their own. Of this machine itself it says nothing.",
		.cause = "A file in /etc/modprobe.d, or the default of a kernel before 4.20 (kvm_intel).",
		.remedy = "With all guests off: modprobe -r kvm_intel && modprobe kvm_intel nested=1 (kvm_amd likewise), and options kvm_intel nested=1 in /etc/modprobe.d. The guests' CPU needs vmx or svm (host-passthrough).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "nested {any}= \"N\"", "sysfsutils 2.1" },
			{ "nested {any}= \"0\"", "sysfsutils 2.1" }
		),
	},
	{
		.id = "output-nested-on",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's parameter nested is on: a guest of this machine gets virtualization if its CPU has vmx or svm (host-passthrough). Whether this machine is itself a guest is another question.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "nested {any}= \"Y\"", "sysfsutils 2.1" },
			{ "nested {any}= \"1\"", "sysfsutils 2.1" }
		),
	},
	{
		.id = "output-slat-off",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM here works without nested paging (parameter ept, npt) or without unrestricted mode: it keeps shadow page tables or emulates real mode, which is slow, and several VMMs and all deeper levels need it.",
		.cause = "In a VM: the hypervisor below exposes VMX or SVM without it. Else it was switched off when the module was loaded, or the processor is too old.",
		.remedy = "nestdiag check says which; nested paging on below (KVM: ept=1, npt=1 and host-passthrough; VMware: Virtualize Intel VT-x/EPT), or the module without ept=0 or npt=0.",
		.fold = true,
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "output-parameter",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "A parameter of KVM as it is set; nestdiag explain NAME says what it does.",
		.last = true,
		.quiet = true,
		.wordings = nowhere,
	},
	{
		.id = "output-generic-cpu",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "This VM has one of QEMU's generic CPU models (kvm64, kvm32, qemu64): it has no vmx, and less than x86-64-v2 (SSE4.2, POPCNT), which systems of today are built for.",
		.cause = "The default of QEMU and of older Proxmox, oVirt or libvirt definitions. The physical processor has more.",
		.remedy = "Give the VM the host's CPU: -cpu host, host-passthrough (Proxmox: type host); for nesting also nested=1 of the host's KVM module. x86-64-v2-AES does for new systems, not for nesting.",
		.reference = "target/i386/cpu.c of QEMU",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Model name: {any}Common KVM processor{any}", "QEMU 0.12 to 10.0" },
			{ "Model name: {any}Common 32-bit KVM processor{any}", "QEMU 0.12 to 10.0" },
			{ "Model name: {any}QEMU Virtual CPU version{any}", "QEMU 0.12 to 10.0" },
			{ "model name{any}: Common KVM processor{any}", "QEMU 0.12 to 10.0" },
			{ "model name{any}: QEMU Virtual CPU version{any}", "QEMU 0.12 to 10.0" }
		),
	},
	{
		.id = "output-guest",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "This machine is itself a virtual machine; the word names the hypervisor below it.",
		.remedy = "Its own guests need virtualization exposed to it there; nestdiag status shows whether it is.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Hypervisor vendor: {any}", "util-linux 2.20 and later" },
			{ "Hypervisor-Anbieter: {any}" },
			{ "超管理器厂商：{any}" }
		),
	},
	{
		.id = "output-no-guest",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "No hypervisor is seen below this machine: by CPUID and DMI it is a physical one. What it needs for VMs is its own processor's and firmware's.",
		.remedy = "nestdiag status shows the levels.",
		.fold = true,
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "output-no-module",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "Nothing stands below the command: lsmod listed no module of KVM. None is loaded, or KVM is built into this kernel, which lsmod does not list.",
		.cause = "No vmx or svm on this machine (off in the firmware, or not exposed to this VM), so that the module was not loaded; or a kernel that comes without KVM.",
		.remedy = "ls -l /dev/kvm; modprobe kvm_intel (or kvm_amd) and its error; nestdiag check tells which. Off: VT-x or SVM on in the firmware, in a VM exposed below.",
		.fold = true,
		.last = true,
		.arm = &nd_arm_no_kvm,
		.wordings = nowhere,
	},
	{
		.id = "output-module",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's module for this processor is loaded: KVM can be used on this machine, if the user may open /dev/kvm.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "kvm_intel {any}  {n}" },
			{ "kvm_intel {any}  {n} {word}" },
			{ "kvm_amd {any}  {n}" },
			{ "kvm_amd {any}  {n} {word}" }
		),
	},
	{
		.id = "output-other",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of lscpu and lsmod beside those that tell something.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Virtualization type: {any}" },
			{ "kvm {any}  {n} kvm_intel" },
			{ "kvm {any}  {n} kvm_amd" },
			{ "irqbypass {any}  {n} kvm" },
			{ "ccp {any}  {n} kvm_amd" },
			{ "vmx flags{any}: vnmi {any}", "Linux 5.6 and later" }
		),
	},
	{
		.id = "service-stopped",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "A service or driver on which VMs depend is stopped. In sc query WIN32_EXIT_CODE behind it has the error (1077: not started since the last boot).",
		.cause = "It is disabled, was not started, or Windows refused it.",
		.remedy = "sc start NAME as administrator shows why it does not start; sc qc NAME whether it is disabled.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/92",
		.last = true,
		.fold = true,
		.clauses = service_stopped,
		.wordings = nowhere,
	},
	{
		.id = "output-paused",
		.origin = "virsh",
		.severity = ND_MSG_WARNING,
		.meaning = "virsh list shows a guest that does not run: paused, suspended or crashed.",
		.cause = "QEMU stopped it at an error of KVM (a failed VM entry, an internal error) or of its disk, which virsh domstate tells as the reason; or somebody suspended it.",
		.remedy = "virsh domstate NAME --reason; nestdiag dmesg on /var/log/libvirt/qemu/NAME.log.",
		.reference = "github.com/kubernetes/minikube/issues/3137",
		.last = true,
		.fold = true,
		.wordings = nowhere,
	},
	{
		.id = "service-refused",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows could not install, find, start or remove a service or driver on which VMs depend; the number is its error.",
		.cause = "What the number says.",
		.remedy = "net helpmsg NUMBER says it in words. Or use Windows' own: Windows Hypervisor Platform.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/28",
		.last = true,
		.fold = true,
		.clauses = service_refused,
		.wordings = nowhere,
	},
	{
		.id = "output-feature-off",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "A feature of Windows that has to do with virtualization is not installed.",
		.cause = "Hyper-V needs Microsoft-Hyper-V-All; WSL2 and Docker Desktop VirtualMachinePlatform; QEMU and emulators on WHPX HypervisorPlatform. VirtualBox, VMware, HAXM and AEHD rather want them all off.",
		.remedy = "As administrator: Enable-WindowsOptionalFeature -Online -FeatureName NAME -All, then restart Windows.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "output-feature",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "A feature of Windows that has to do with virtualization.",
		.last = true,
		.quiet = true,
		.wordings = nowhere,
	},
};

const struct nd_catalogue nd_catalogue_outputs = {
	"outputs", messages, ARRAY_SIZE(messages)
};
