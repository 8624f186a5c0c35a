// SPDX-License-Identifier: GPL-2.0-only
/* What insmod, modprobe and the kernel say of a module that was refused. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_advice arm_builtin = {
	.cause = "On Arm KVM is always a part of the kernel, if it has it at all, and needs EL2.",
	.remedy = "kvm-arm.mode=nested, nvhe, protected or none on the kernel's command line, then restart.",
};

static const struct nd_clause module_format[] = {
	{ 0, "version magic", NULL,
	  "Other headers, another version or configuration, or a kernel updated without a restart: the line shows both versions. On WSL2: the headers are not those of the running kernel.",
	  NULL },
	{ 0, "ELF header", NULL,
	  "The file is compressed in a way that this insmod or kernel does not unpack, or damaged.",
	  "Build it anew, or unpack it by hand (xz -d, zstd -d) and load that." },
	{ 0 }
};

/* kernel/module/main.c of Linux 6.12, simplify_symbols(): the kernel's own line has the name. */
static const struct nd_clause symbols[] = {
	{ 0, "_notifier_", NULL,
	  "The running kernel was built without KVM: notifiers such as preempt_notifier_... and user_return_notifier_... come into a kernel with it. The module is of another kernel.",
	  "A kernel that is built with CONFIG_KVM, and its own modules; for an appliance (a NAS) only its maker, or a build of one's own, has one." },
	{ 0, "(err ", NULL,
	  "The symbol is of a module that is not loaded (irq_bypass_...: irqbypass, kvm_...: kvm; insmod does not load what a module depends on), or the kernel was built without it, or the module is of another kernel.",
	  "modprobe in place of insmod; depmod -a; the kernel's whole package of modules. modinfo -F depends MODULE lists what has to come before." },
	{ 0 }
};

static const struct nd_clause missing[] = {
	{ 0, "microsoft-standard", NULL,
	  "A kernel of WSL 2: those of 4.19 were built without KVM; newer ones have it. Packages of the distribution bring no modules for it.",
	  "wsl --update; Windows 11 and nestedVirtualization=true in .wslconfig, then ls -l /dev/kvm; or a kernel of one's own with CONFIG_KVM (kernel= in .wslconfig)." },
	/* VHOST_VSOCK of its own is no option of KVM's. */
	{ 0, "vhost", NULL,
	  "In a container: the modules are on its host. Else /lib/modules holds nothing for \"uname -r\" (the kernel was updated and not started yet), the modules of vhost are in a package of their own (linux-modules-extra on clouds), or this kernel was built without them, as some of those for clouds. KVM itself may be well.",
	  "grep VHOST /boot/config-$(uname -r): =m is a module, =y needs none, \"not set\" another kernel: linux-modules-extra-$(uname -r), or the distribution's general one in place of that for clouds; restart into it. Container: modprobe on its host." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "module-key",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel refused a module because of its signature: there is none, or none by a key that this kernel trusts.",
		.cause = "Secure Boot (lockdown) or module.sig_enforce admits signed modules only. vboxdrv, vmmon, DKMS modules and nestdiag.ko are built on the machine: they need a key of its own, enrolled in the firmware. A key in MokList counts only if the distribution's kernel takes it.",
		.remedy = "mokutil --sb-state shows whether Secure Boot is on, modinfo -F signer MODULE who signed. Sign with a key that mokutil --import CERT has enrolled (nestdiag: make modules sign KEY= CERT=), or switch Secure Boot off, in a VM in the settings of its VMM.",
		.reference = "Documentation/admin-guide/module-signing.rst",
		.wordings = ND_WORDINGS(
			{ "{any}Key was rejected by service{any}" },
			{ "could not insert {any}: Required key not available" },
			{ "could not insert {any}: Key has expired" },
			{ "could not insert {any}: Key has been revoked" },
			{ "Loading of {any}module{any} is rejected" },
			{ "{word}: loading of {any}module{any} is rejected" },
			{ "Lockdown: {any}: unsigned module loading is restricted{any}" }
		),
	},
	{
		.id = "module-signer",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel checked a signature, mostly a module's, and does not trust the key. Where signatures are not enforced the module is loaded all the same.",
		.cause = "DKMS modules and others that were built on the machine are signed with a key of its own. Secure Boot (lockdown) and module.sig_enforce refuse them until that key is enrolled; another line then says \"rejected\".",
		.remedy = "lsmod shows whether the module is there. If not: mokutil --sb-state, and mokutil --import CERT for its key.",
		.reference = "Documentation/admin-guide/module-signing.rst",
		.fold = true,
		.follows = "module-key",
		.wordings = ND_WORDINGS(
			{ "PKCS#7 signature not signed with a trusted key" }
		),
	},
	{
		.id = "module-not-permitted",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel did not let this process insert a module.",
		.cause = "Not root; or a container, which has the kernel of its host; or lockdown of an unsigned module, or kernel.modules_disabled=1. The kernel's log names the last two.",
		.remedy = "As root on the machine itself: dmesg | tail for \"Lockdown\", sysctl kernel.modules_disabled (only a restart clears it), mokutil --sb-state.",
		.wordings = ND_WORDINGS(
			{ "could not insert {any}: Operation not permitted" },
			{ "can't insert {any}: Operation not permitted" }
		),
	},
	{
		.id = "module-format",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "A module was built for a kernel other than the running one.",
		.cause = "Other headers, another version or configuration, or a kernel updated without a restart. On WSL2: the headers are not those of the running kernel. \"version magic\" in the kernel's log shows both versions.",
		.remedy = "Build against the headers of \"uname -r\"; on WSL2 against the matching tag of the WSL2-Linux-Kernel sources. VirtualBox: vboxconfig; VMware: vmware-modconfig --console --install-all; DKMS: dkms autoinstall.",
		.reference = "github.com/microsoft/WSL2-Linux-Kernel/issues/78",
		.clauses = module_format,
		.wordings = ND_WORDINGS(
			{ "{any}insert{any}nvalid module format{any}" },
			{ "could not insert {any}: Exec format error" },
			{ "{any}version magic '{any}' should be '{any}'" },
			{ "{word}: disagrees about version of symbol {word}" },
			{ "{word}: no symbol version for {word}" },
			{ "{any}.gnu.linkonce.this_module section size must match {any}" },
			{ "{any}Invalid ELF header magic{any}" }
		),
	},
	{
		.id = "module-symbol",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "A module needs a function of the kernel or of another module that is not there.",
		.cause = "insmod does not load what a module depends on (kvm and irqbypass for kvm_intel and kvm_amd), or the kernel was built without it, or the module is of another kernel. Also printed if a parameter is not known.",
		.remedy = "modprobe in place of insmod; depmod -a; the names stand in the kernel's log. modinfo -F depends MODULE lists what has to come before.",
		.clauses = symbols,
		.wordings = ND_WORDINGS(
			{ "{word}: Unknown symbol {word} (err {n})" },
			{ "could not insert {any}: Unknown symbol in module, or unknown parameter (see dmesg)" },
			{ "can't insert {any}: unknown symbol in module{any}" }
		),
	},
	{
		.id = "module-parameter",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "A module does not have a parameter that it was given, or does not take its value.",
		.cause = "A line in /etc/modprobe.d or on the kernel's command line that is meant for another version: parameters come and go (modinfo -p MODULE lists those of this one). An unknown one is ignored, a bad value keeps the module from loading.",
		.remedy = "modinfo -p kvm_intel (or kvm_amd, kvm); nestdiag explain NAME says since which Linux a parameter exists. Correct the file in /etc/modprobe.d, rebuild the initramfs if it holds KVM.",
		.wordings = ND_WORDINGS(
			{ "kvm{any}: unknown parameter '{word}' ignored" },
			{ "kvm{any}: `{any}' invalid for parameter `{word}'" },
			{ "could not insert 'kvm{any}': Invalid argument" }
		),
	},
	{
		.id = "modprobe-no-device",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's module did not load: the machine has no virtualization that it can use.",
		.cause = "RISC-V: no hypervisor extension (H), or an SBI that is too old. On x86 the modules that refuse are kvm_intel and kvm_amd, with other words.",
		.remedy = "dmesg | grep -i kvm has the reason: nestdiag dmesg explains it. RISC-V: isa in /proc/cpuinfo shows the h or not; without it emulation (-accel tcg).",
		.reference = "Linux, arch/riscv/kvm/main.c",
		.wordings = ND_WORDINGS(
			{ "could not insert 'kvm': No such device" }
		),
	},
	{
		.id = "module-missing",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "There is no such module here for the running kernel, which in a container is that of its host.",
		.cause = "In a container: the modules are on its host, none is wanted here. Else /lib/modules holds nothing for \"uname -r\": the kernel was updated and not started yet, its modules are in a package of their own (linux-modules-extra on clouds), or KVM is built in or left out (WSL2, hosts of containers).",
		.remedy = "Container: modprobe on its host, and hand /dev/kvm in; if kvm-ok or nestdiag check can use that, nothing is missing. Else zgrep KVM /proc/config.gz or grep KVM /boot/config-$(uname -r): =y needs no module; restart into the installed kernel, or install its modules.",
		.fold = true,
		.last = true,
		.clauses = missing,
		.wordings = ND_WORDINGS(
			{ "Module kvm{any} not found{any}" },
			{ "Module kvm{any} not found." },
			{ "Module vboxdrv not found{any}" },
			{ "Module vmmon not found{any}" },
			{ "Module vhost{any} not found{any}" },
			{ "Module nestdiag not found{any}" },
			{ "{any}could not find module by name='kvm{any}'" },
			{ "{any}could not open moddep file {any}" }
		),
	},
	{
		.id = "module-in-use",
		.origin = "kmod",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's module cannot be unloaded: guests run, or another module uses it.",
		.cause = "nested and other parameters are read when the module is loaded, so changing them takes unloading it.",
		.remedy = "Shut down all guests (virsh list, qm list, fuser -v /dev/kvm), then modprobe -r kvm_intel (or kvm_amd) and load it again; or set the parameter in /etc/modprobe.d and restart.",
		.wordings = ND_WORDINGS(
			{ "Module kvm{any} is in use{any}" }
		),
	},
	{
		.id = "module-not-loaded",
		.origin = "kmod",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM's module of that name was to be unloaded and is not loaded.",
		.cause = "kvm_intel is for Intel processors, kvm_amd for AMD's; neither is loaded where the processor shows no virtualization.",
		.remedy = "lsmod | grep kvm shows which is; modprobe kvm_intel (kvm_amd) and its error tell why one is not.",
		.wordings = ND_WORDINGS(
			{ "Module kvm{any} is not currently loaded" },
			{ "Module kvm{any} does not exist in /proc/modules" }
		),
	},
	{
		.id = "module-taint",
		.origin = "kmod",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A module from outside the kernel's source was loaded. It works; bug reports show the mark.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{word}: loading out-of-tree module taints kernel{any}" },
			{ "{word}: module verification failed: signature and/or required key missing - tainting kernel" },
			{ "{word}: module license '{any}' taints kernel." }
		),
	},
	{
		.id = "vsock-busy",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "vhost_vsock cannot be loaded because another transport of vsock is in use.",
		.cause = "This machine is itself a guest that talks to its host by vsock (vmw_vsock_virtio_transport, hv_sock, vmci), and before Linux 5.5 there is room for one transport only.",
		.remedy = "lsmod | grep vsock; unload the guest's transport (with its agent stopped), or a kernel from 5.5 on. It concerns only VMMs that need vsock (LXD, Incus, Kata, Firecracker), not KVM.",
		.reference = "github.com/canonical/lxd/issues/7148",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "could not insert 'vhost_vsock': Device or resource busy{any}" }
		),
	},
	{
		.id = "module-busy",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM's module cannot be loaded because something else is in its place.",
		.cause = "The other vendor's module is loaded already, or another hypervisor (VirtualBox, VMware) holds VMX or SVM on some CPU.",
		.remedy = "lsmod | grep -E \"kvm|vboxdrv|vmmon\"; the kernel's log names the reason. End the other hypervisor's VMs and unload it (modprobe -r vboxdrv, or vmmon), or leave out the module of the other vendor.",
		.wordings = ND_WORDINGS(
			{ "could not insert 'kvm{any}': Device or resource busy" },
			{ "could not insert 'kvm{any}': File exists" }
		),
	},
	{
		.id = "module-builtin",
		.origin = "kmod",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM is part of this kernel and no module, so it cannot be unloaded. Whether it works here shows in /dev/kvm being there.",
		.cause = "A kernel built with CONFIG_KVM_INTEL=y or CONFIG_KVM_AMD=y, as that of WSL2 was. Files in /etc/modprobe.d have no effect on it.",
		.remedy = "Put its parameters on the kernel's command line and restart: kvm_intel.nested=1 (kvm_amd.nested=1). WSL2: kernelCommandLine=kvm_intel.nested=1 under [wsl2] in .wslconfig, then wsl --shutdown.",
		.reference = "github.com/microsoft/WSL/issues/4193",
		.arm = &arm_builtin,
		.wordings = ND_WORDINGS(
			{ "Module kvm{any} is builtin{any}" }
		),
	},
	{
		.id = "modprobe-config",
		.origin = "kmod",
		.severity = ND_MSG_WARNING,
		.meaning = "A line of a file in /etc/modprobe.d is no setting and has no effect.",
		.cause = "Such a file holds settings and no commands: modprobe in it is not one of its words.",
		.remedy = "options kvm_intel nested=1 (kvm_amd likewise) as the line, then load the module again or restart.",
		.reference = "github.com/microsoft/WSL/issues/4193",
		.wordings = ND_WORDINGS(
			{ "{any}kmod_config_parse: /{any}kvm{any} line {n}: ignoring bad line starting with '{any}'" }
		),
	},
	{
		.id = "module-parameter-absent",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "There is no such parameter: that module of KVM is not loaded, or has none of that name in this version. Guests run without the parameter nested, too: it is for those that shall run guests themselves.",
		.cause = "kvm_intel is for Intel processors and kvm_amd for AMD's; neither loads when the processor shows no vmx or svm (off in the firmware, or not exposed to this VM).",
		.remedy = "grep -oE -m1 'vmx|svm' /proc/cpuinfo; with vmx modprobe kvm_intel, with svm modprobe kvm_amd, and see its error. With neither: the firmware, or the hypervisor below. nestdiag check tells which. If it is loaded: modinfo -p MODULE.",
		.reference = "github.com/cockpit-project/cockpit/issues/5174",
		.wordings = ND_WORDINGS(
			{ "cat: {any}/sys/module/kvm_{word}/parameters/{word}: {any}" },
			{ "{any}open /sys/module/kvm_{word}/parameters/{word}: no such file{any}" }
		),
	},
	{
		.id = "lsmod-kvm-alone",
		.origin = "kmod",
		.severity = ND_MSG_WARNING,
		.meaning = "lsmod: kvm is loaded and nothing uses it: neither kvm_intel nor kvm_amd is there, so there is no /dev/kvm.",
		.cause = "No vmx or svm on this machine: off in the firmware, or not exposed to this VM; or the module of this processor was not loaded.",
		.remedy = "grep -oE -m1 'vmx|svm' /proc/cpuinfo; with vmx modprobe kvm_intel, with svm modprobe kvm_amd, and see its error. With neither: the firmware, or the hypervisor below.",
		.reference = "github.com/moking/cxl-test-tool/issues/2",
		.wordings = ND_WORDINGS(
			{ "kvm    {any}  0" }
		),
	},
	{
		.id = "pvm-refused",
		.origin = "pvm",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_pvm, KVM without VMX or SVM (not part of Linux itself), was not loaded; the error's reason stands in the kernel's log.",
		.cause = "A kernel without the patches that it needs, or whose address space leaves no room for it (\"vmap allocation ... failed\"; page table isolation or five levels of paging): not a lack of memory.",
		.remedy = "dmesg | tail; the kernel and module of the same tree of virt-pvm, its documentation for the boot parameters (pti=off and others: they take protection away).",
		.reference = "github.com/virt-pvm/linux/issues/7",
		.wordings = ND_WORDINGS(
			{ "{any}could not insert 'kvm_pvm': {any}" }
		),
	},
	{
		.id = "module-other-architecture",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_intel and kvm_amd are modules for x86; this kernel is for Arm, where KVM is built in and has no such module.",
		.cause = "A script or guide for x86. KVM on Arm needs EL2: on a machine its firmware gives it, in a VM only one with nested virtualization.",
		.remedy = "Leave the modprobe out; dmesg | grep -i kvm and ls /dev/kvm say whether there is KVM. In the cloud a bare-metal instance.",
		.reference = "github.com/firecracker-microvm/firecracker-demo/issues/4",
		.wordings = ND_WORDINGS(
			{ "{any}Module kvm_intel not found in directory {any}aarch64" },
			{ "{any}Module kvm_amd not found in directory {any}aarch64" },
			{ "{any}Module kvm_intel not found in directory {any}arm64" },
			{ "{any}Module kvm_amd not found in directory {any}arm64" }
		),
	},
};

const struct nd_catalogue nd_catalogue_kmod = {
	"kmod", messages, ARRAY_SIZE(messages)
};
