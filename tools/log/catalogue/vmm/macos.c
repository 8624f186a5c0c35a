// SPDX-License-Identifier: GPL-2.0-only
/* macOS: Hypervisor.framework, Virtualization.framework and what runs on them. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_advice hvf_arm = {
	.cause = "This macOS is itself a guest: macOS guests on Apple silicon get no virtualization (hosted runners there are such guests). Or the call asks for what this Mac or build lacks: EL2, ipa-granule-size (UTM 5.0 with its Vulkan driver).",
	.remedy = "sysctl kern.hv_support kern.hv_vmm_present: 1 and 0 are wanted. Run it on the Mac itself; leave out the setting that the line names (UTM: Vulkan driver off). Linux guests can nest on M3 and later with macOS 15.",
};

static const struct nd_advice hvf_no_vm_arm = {
	.cause = "This macOS is itself a guest: macOS guests on Apple silicon get no virtualization (hosted runners there are such guests). Or the program lacks the entitlement com.apple.security.hypervisor, or asks for what this Mac lacks (EL2 for its guest: M3 and macOS 15).",
	.remedy = "sysctl kern.hv_support kern.hv_vmm_present: 1 and 0 are wanted: else run it on the Mac itself. codesign -d --entitlements - PROGRAM shows whether it has the entitlement; a newer version of it.",
};

#define BAD_ARGUMENT(word) \
	{ 0, word, NULL, \
	  "A register, memory region or setting that this framework does not take: for a guest that is to nest (EL2), or from a program of another time.", \
	  "The guest without nested virtualization (virtualization=off); a newer version of the program, or of macOS." }
#define NO_RESOURCES(word) \
	{ 0, word, NULL, \
	  "Too many VMs, or too much memory for them.", \
	  "End other VMs; less memory and fewer CPUs for this one." }
#define BUSY(word) \
	{ 0, word, NULL, \
	  "This process has a VM already, or the owner of what is asked for is another.", \
	  "End the program and its VMs wholly, then start it again." }
#define NO_REASON(word) \
	{ 0, word, NULL, \
	  "The framework gives no reason. No Mac (a Hackintosh): it needs Intel's VT-x with EPT, or Apple silicon; AMD's processors have neither. In a VM: the level below. Else a guest whose set-up it does not take.", \
	  "sysctl kern.hv_support kern.hv_vmm_present (1 and 0 are wanted). On AMD or in a VM without it: emulation without HVF, or another machine. Else the guest without nested virtualization, a newer program." }
#define UNSUPPORTED(word) \
	{ 0, word, NULL, \
	  "This Mac, macOS or guest of one does not offer what was asked for.", \
	  "sysctl kern.hv_support kern.hv_vmm_present (1 and 0 are wanted): if this macOS is a VM, run it on the Mac itself (on Intel: or expose VT-x with EPT). Else update the program, or try it without nested virtualization for its guest." }
#define DENIED(word) \
	{ 0, word, NULL, \
	  "The program is not signed with the entitlement com.apple.security.hypervisor.", \
	  "Sign it with that entitlement (codesign --entitlements), or take a build that is." }

static const struct nd_clause hvf_codes[] = {
	BAD_ARGUMENT("HV_BAD_ARGUMENT"), BAD_ARGUMENT("0xfae94003"),
	NO_RESOURCES("HV_NO_RESOURCES"), NO_RESOURCES("0xfae94005"),
	BUSY("HV_BUSY"), BUSY("0xfae94002"), UNSUPPORTED("HV_UNSUPPORTED"),
	UNSUPPORTED("0xfae9400f"), DENIED("HV_DENIED"), DENIED("0xfae94007"),
	{ 0, "HV_NO_DEVICE", NULL,
	  "There is no VM: it was not made, or is gone.",
	  "The program's error before this one; a newer version of the program." },
	{ 0, "0xfae94006", NULL,
	  "There is no VM (HV_NO_DEVICE): it was not made, or is gone.",
	  "The program's error before this one; a newer version of the program." },
	NO_REASON("HV_ERROR"), NO_REASON("0xfae94001"),
	/* The same codes, as programs print them with a sign. */
	NO_REASON("-85377023"), BUSY("-85377022"), BAD_ARGUMENT("-85377021"),
	NO_RESOURCES("-85377019"), DENIED("-85377017"), UNSUPPORTED("-85377009"),
	{ 0 }
};

#define INTERNAL(error, word) \
	{ error, word, NULL, \
	  "An internal error: a guest newer than the host's macOS; files that an older macOS left; nobody logged in at the screen, from macOS 15 on; a research guest without csrutil allow-research-guests enable. In a macOS guest mostly: no VMs.", \
	  NULL }
#define WRONG_STATE(error, word) \
	{ error, word, NULL, \
	  "The VM is in a state in which that can not be done.", \
	  "Stop or start the program anew: the VM has to be off, or to run, for what was asked. log show --predicate 'subsystem == \"com.apple.Virtualization\"' has more." }

static const struct nd_clause vz_error[] = {
	INTERNAL(0, "Code=1"), INTERNAL(0, "Internal Virtualization Error"),
	{ 0, "Code=2", NULL,
	  "The VM's configuration is not taken. In a macOS guest mostly: no VMs.",
	  NULL },
	WRONG_STATE(0, "Code=3"), WRONG_STATE(0, "Code=4"),
	{ 0, "Code=5", NULL,
	  "The VM's disk: its image could not be used.",
	  "Is the image there, whole, and used by no other VM? df for space. log show --predicate 'subsystem == \"com.apple.Virtualization\"' has more." },
	{ 0, "Code=6", NULL,
	  "Too many VMs run at the same time.",
	  "Stop other VMs." },
	{ 0, "Code=7", NULL,
	  "The VM's network.",
	  "log show --predicate 'subsystem == \"com.apple.Virtualization\"' has more; another network setting of the program to compare." },
	{ 0, "Code=-9", NULL,
	  "No key.",
	  NULL },
	{ 0 }
};

static const struct nd_clause vfkit_ended[] = {
	{ 0, "exit code 0", NULL,
	  "An image for Intel (...-amd64.raw) on an Apple processor.",
	  "podman machine rm and init, with a Podman for this processor (podman info: darwin/arm64)." },
	{ 0, "exit code 2", NULL,
	  "An option that krunkit or vfkit does not know: Podman and it are of versions that do not go together.",
	  "Update krunkit or vfkit beside Podman; or the other provider (libkrun or applehv)." },
	{ 0 }
};

static const struct nd_clause hv_support_off[] = {
	{ 0, "unknown oid", NULL,
	  "macOS before 10.10, which has no Hypervisor.framework, or a guest on Apple silicon (seen on hosted runners).",
	  "sysctl kern.hv_vmm_present (from macOS 11.3 on) tells whether it is a guest (1): then run VMs on the Mac itself." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "utm-apple-config",
		.origin = "utm",
		.severity = ND_MSG_ERROR,
		.meaning = "UTM cannot read this VM as one of Apple's Virtualization framework: its config.plist is of another backend or damaged. That says nothing of the Mac's virtualization.",
		.cause = "A VM of the backend QEMU, one that a newer UTM made, or a file that was edited.",
		.remedy = "Open it with the UTM that made it; make a new VM and attach its disk.",
		.reference = "Configuration/UTMAppleConfiguration.swift of github.com/utmapp/UTM",
		.wordings = ND_WORDINGS(
			{ "{any}This is not a valid Apple Virtualization configuration{any}" },
			{ "{any}Dies ist keine gültige Apple Virtualisierungs-Konfiguration{any}" },
			{ "{any}Esta no es una configuración válida de la Virtualización de Apple{any}" },
			{ "{any}Ceci n{any}est pas une configuration de virtualisation Apple valide{any}" },
			{ "{any}Questa non è una configurazione valida per la Virtualizzazione Apple{any}" },
			{ "{any}有効なApple仮想化構成ではありません{any}" },
			{ "{any}유효한 Apple 가상화 구성이 아닙니다{any}" },
			{ "{any}To nie jest prawidłowa konfiguracja Wirtualizacji Apple{any}" },
			{ "{any}Это недопустимая конфигурация Apple Virtualization{any}" },
			{ "{any}不是有效的 Apple 虛擬化設定{any}" },
			{ "{any}并非有效的 Apple 虚拟化配置{any}" },
			{ "{any}這不是有效的 Apple Virtualization 組態設定{any}" }
		),
	},
	{
		.id = "utm-ios",
		.origin = "utm",
		.severity = ND_MSG_ERROR,
		.meaning = "UTM cannot run VMs on this device as it is: iOS and iPadOS let no program make code (JIT) without a debugger or a jailbreak. Virtualization is not what is missing.",
		.remedy = "UTM SE (slow, without JIT), or one of the ways of getutm.app/install.",
		.reference = "Platform/Shared/VMWizardStartView.swift of github.com/utmapp/UTM",
		.wordings = ND_WORDINGS(
			{ "{any}getutm.app/install{any}" }
		),
	},
	{
		.id = "utm-ended",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU in UTM ended without a word of its own: it crashed or was ended, mostly before the guest ran.",
		.cause = "A version of UTM that does not go with this macOS (UTM 4.6.3 on macOS 12), or a setting of the VM that this QEMU does not take.",
		.remedy = "The crash report of QEMULauncher in Console has the reason; another version of UTM; a new VM with the same disk.",
		.reference = "github.com/utmapp/UTM/issues/6881, github.com/utmapp/UTM/issues/6898",
		.wordings = ND_WORDINGS(
			{ "{any}QEMU exited from an error: Unknown" }
		),
	},
	{
		.id = "hvf-unsupported",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Hypervisor.framework does not offer here what a program asked of it (HV_UNSUPPORTED is 0xfae9400f).",
		.cause = "This macOS is itself a guest: on Apple silicon such guests get no virtualization (hosted runners there), on an Intel Mac only if VT-x with EPT is exposed. Else a processor without EPT and unrestricted mode, or the call asks for what this Mac or build lacks: EL2, ipa-granule-size (UTM 5.0 with its Vulkan driver).",
		.remedy = "sysctl kern.hv_support kern.hv_vmm_present: 1 and 0 are wanted. Run it on the Mac itself; leave out the setting that the line names (UTM: Vulkan driver off). Linux guests can nest on M3 and later with macOS 15.",
		.reference = "github.com/utmapp/UTM/issues/7024, 7579",
		.arm = &hvf_arm,
		.wordings = ND_WORDINGS(
			{ "HVF error: HV_UNSUPPORTED", "QEMU 2.12 to 7.2" },
			{ "{any}Error: {any} = HV_UNSUPPORTED ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}: Error: HV_UNSUPPORTED", "QEMU 6.0 to 8.2" },
			{ "{any}hv_vm_create HV_UNSUPPORTED", "hyperkit 0.20180123 to 0.20210107" },
			{ "{any}vmx_init: processor not supported by Hypervisor.framework", "xhyve 0.2, hyperkit" },
			{ "{any}\"HV_UNSUPPORTED\"{any}" },
			{ "{any}HVF error: {any}HV_UNSUPPORTED{any}" }
		),
	},
	{
		.id = "hvf-no-vm",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Hypervisor.framework made no VM for a program, which does not tell the code that it got.",
		.cause = "This macOS is itself a guest: on Apple silicon such guests get no virtualization (hosted runners there), on an Intel Mac only if VT-x with EPT is exposed. Else the processor has no EPT (before 2010), the program lacks the entitlement com.apple.security.hypervisor, or it asks for what this Mac lacks.",
		.remedy = "sysctl kern.hv_support kern.hv_vmm_present: 1 and 0 are wanted: else run it on the Mac itself. codesign -d --entitlements - PROGRAM shows whether it has the entitlement; a newer version of it.",
		.reference = "github.com/containers/libkrun",
		.arm = &hvf_no_vm_arm,
		.wordings = ND_WORDINGS(
			{ "hv_vm_create failed" },
			{ "{any}Vm(VmSetup(VmCreate)){any}", "libkrun 1.9 to 1.15" }
		),
	},
	{
		.id = "macos-panic",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel of macOS panicked.",
		.cause = "If it came as a VM was started: two hypervisors that both use VMX (VirtualBox before 4.3.30 and 5.0 beside Hypervisor.framework; type 6, invalid opcode), or a bug of Hypervisor.framework. Else nothing that has to do with virtualization.",
		.remedy = "Stop other hypervisors first, update them and macOS; the panic report lists the kernel extensions in the backtrace (vboxdrv, AppleHV).",
		.reference = "github.com/machyve/xhyve/issues/5",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "panic(cpu {n} caller {hex}): {any}" }
		),
	},
	{
		.id = "lima-ended",
		.origin = "lima",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM of Lima or Colima ended while it started; the reason stands in its logs.",
		.cause = "No virtualization for it (macOS in a VM that has none; nesting asked for before the M3; on Linux and WSL2 no /dev/kvm that the user may open), a QEMU that crashed or is not signed, a VM type that this macOS lacks, or a disk that is locked or full.",
		.remedy = "~/.lima/NAME/ha.stderr.log and serial*.log (Colima: ~/.colima/_lima/colima): nestdiag dmesg on them; sysctl kern.hv_support kern.hv_vmm_present; the other type: --vm-type qemu or vz.",
		.reference = "github.com/abiosoft/colima/issues/925",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Running:false Degraded:{any} Exiting:true{any}" },
			{ "{any}Driver stopped due to error: {any}" },
			{ "{any}error starting vm: error at 'starting': {any}" },
			{ "{any}[hostagent] QEMU has exited{any}" },
			{ "{any}\"QEMU has exited\"{any}" },
			{ "{any}did not receive an event with the \"running\" status{any}" }
		),
	},
	{
		.id = "vz-host-old",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "This macOS is too old for the macOS guest: Virtualization.framework does not know the model of Mac that the VM asks for. That is no lack of virtualization.",
		.cause = "A VM of a newer macOS than the host's (seen with a guest of macOS 13 on a host of macOS 12).",
		.remedy = "Update the host's macOS, or take a VM of an older one.",
		.reference = "github.com/openai/tart/issues/469",
		.wordings = ND_WORDINGS(
			{ "{any}Unsupported \"hardwareModel\"{any}" },
			{ "{any}host macOS version is outdated to run this virtual machine{any}" }
		),
	},
	{
		.id = "lima-vz-version",
		.origin = "lima",
		.severity = ND_MSG_ERROR,
		.meaning = "Lima's vz driver (Virtualization.framework) is not to be had: it needs macOS 13, and a Lima that was built with it. The Mac's virtualization is not what is missing.",
		.cause = "An older macOS; or this Lima was built on or for an older one (the text itself advises to compile it anew).",
		.remedy = "sw_vers shows the macOS; brew uninstall lima && brew install lima (or --HEAD); or --vm-type qemu.",
		.reference = "github.com/abiosoft/colima/issues/524, 1250",
		.wordings = ND_WORDINGS(
			{ "{any}vz driver requires macOS {any}" },
			{ "{any}VZ driver requires macOS {any}" },
			{ "{any}driver 'vz' needs macOS {any}" }
		),
	},
	{
		.id = "hvf-denied",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Hypervisor.framework refused the program: HV_DENIED (0xfae94007).",
		.cause = "The program is not signed with the entitlement com.apple.security.hypervisor.",
		.remedy = "Sign it with that entitlement (codesign --entitlements), or take a build that is.",
		.wordings = ND_WORDINGS(
			{ "{any}is not properly signed with the {any}com.apple.security.hypervisor{any}", "Lima 0.14 to 1.2" },
			{ "{any}Could not access HVF. Is the executable signed with com.apple.security.hypervisor entitlement?{any}", "QEMU 7.0 to 10.0" },
			{ "HVF error: HV_DENIED" },
			{ "{any}Error: {any} = HV_DENIED ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}Error: HV_DENIED{any}", "QEMU 6.0 to 8.2" }
		),
	},
	{
		.id = "hvf-unknown",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Hypervisor.framework refused QEMU with a code that this QEMU has no name for.",
		.cause = "QEMU before 8.1 does not know HV_DENIED, the usual one: the program is not signed with com.apple.security.hypervisor (seen with Homebrew's 8.0.4 for Intel). qemu-system-x86_64 on a Mac with Apple silicon: Podman or QEMU for Intel is installed there, which runs under Rosetta without the framework.",
		.remedy = "On Apple silicon (uname -m: arm64) remove it and install the build for arm64. On Intel a newer QEMU, which names the code; sign it with that entitlement (codesign --entitlements), or take a build that is.",
		.reference = "github.com/podman-container-tools/podman/issues/19660, github.com/podman-container-tools/podman/issues/18922",
		.wordings = ND_WORDINGS(
			{ "{any}qemu-system-{word}: Unknown Error{any}", "QEMU 6.0 to 8.0" },
			{ "{any}-accel hvf: Unknown Error{any}" }
		),
	},
	{
		.id = "hvf-emulation",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU had to emulate an instruction of the guest (accel=hvf) that its emulator does not have; it skipped it and went on.",
		.cause = "The number in brackets is the guest's RIP. Real-mode code or a device's memory touched with a rare instruction, or a guest that ran into data. Seen at every start, in the firmware, on Macs where HAXM had been installed.",
		.remedy = "Update QEMU; the same guest on accel=tcg tells whether it is the guest. Uninstall HAXM and restart the Mac.",
		.reference = "github.com/intel/haxm/issues/112",
		.wordings = ND_WORDINGS(
			{ "Unimplemented handler ({hex}) for {n} ({any})", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "hvf-error",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "A call of Hypervisor.framework failed, and the program gave up.",
		.cause = "What the name behind it says.",
		.remedy = "nestdiag explain NAME; another version of the program.",
		.reference = "github.com/omacom/try-omarchy/issues/211",
		.clauses = hvf_codes,
		.wordings = ND_WORDINGS(
			{ "{any}Error: {any} = HV_ERROR ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}Error: {any} = HV_BUSY ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}Error: {any} = HV_BAD_ARGUMENT ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}Error: {any} = HV_NO_RESOURCES ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}Error: {any} = HV_NO_DEVICE ({hex}, at {any})", "QEMU 9.0 to 10.0" },
			{ "{any}: Error: HV_ERROR", "QEMU 6.0 to 8.2" },
			{ "{any}: Error: HV_BAD_ARGUMENT", "QEMU 6.0 to 8.2" },
			{ "{any}: Error: HV_NO_RESOURCES", "QEMU 6.0 to 8.2" },
			{ "{any}: Error: HV_BUSY", "QEMU 6.0 to 8.2" },
			{ "{any}hv_vm_create HV_ERROR{any}", "hyperkit 0.20180123 to 0.20210107" },
			{ "{any}hv_vm_create HV_B{word}", "hyperkit 0.20180123 to 0.20210107" },
			{ "{any}hv_vm_create HV_NO_RESOURCES", "hyperkit 0.20180123 to 0.20210107" },
			{ "HVF error: HV_ERROR" },
			{ "HVF error: HV_BUSY" },
			{ "HVF error: HV_NO_RESOURCES" },
			{ "{any}Error creating HVF VM instance{any}" },
			{ "{any}Error creating HVF vCPU instance{any}" },
			{ "{any}Error running HVF vCPU{any}" },
			{ "{any}Error setting up initial HVF vCPU registers{any}" }
		),
	},
	{
		.id = "hyperkit-unknown",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Hypervisor.framework created no VM for hyperkit, with a code that this hyperkit does not know.",
		.cause = "-85377023 (0xfae94001, HV_ERROR) and others from macOS 11 on: this hyperkit lacks the entitlement com.apple.security.hypervisor. On Apple silicon: hyperkit is a program for Intel Macs.",
		.remedy = "Update the program that brings hyperkit, or sign it with that entitlement (codesign --entitlements). On Apple silicon take a VMM that is made for it (vfkit, Lima, QEMU).",
		.reference = "github.com/moby/hyperkit/issues/300",
		.wordings = ND_WORDINGS(
			{ "{any}hv_vm_create unknown error {any}", "hyperkit 0.20180123 to 0.20210107" }
		),
	},
	{
		.id = "hv-support-off",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "macOS says that Hypervisor.framework cannot be used on this machine.",
		.cause = "This macOS is itself a guest to which no virtualization is given; or the Mac's processor has VT-x without EPT or unrestricted mode, as before Westmere (2010): nothing switches that on.",
		.remedy = "A guest (sysctl kern.hv_vmm_present: 1, from macOS 11.3 on; before: VMM in machdep.cpu.features): run VMs on the Mac itself; on an Intel Mac expose VT-x with EPT. An old processor: VirtualBox or other software without Hypervisor.framework, or a newer Mac.",
		.reference = "github.com/machine-drivers/docker-machine-driver-xhyve/issues/109, github.com/actions/runner-images/issues/9460, github.com/docker/for-mac/issues/2591",
		.clauses = hv_support_off,
		.wordings = ND_WORDINGS(
			{ "{any}kern.hv_support: 0" },
			{ "{any}kern.hv_support=0" },
			{ "sysctl: unknown oid 'kern.hv_support'{any}" },
			{ "{any}sysctl -a reports no hypervisor support{any}", "Docker 1.12 to 17.06" },
			{ "[ERROR]{any}virtualization kern.hv_support{any}", "Docker 1.12 to 17.06" }
		),
	},
	{
		.id = "hv-vmm-present",
		.origin = "macos",
		.severity = ND_MSG_NOTE,
		.meaning = "This macOS runs in a VM.",
		.remedy = "On Apple silicon it gets no virtualization of its own; on Intel only if the hypervisor below exposes VT-x with EPT.",
		.wordings = ND_WORDINGS(
			{ "{any}kern.hv_vmm_present: 1" },
			{ "{any}kern.hv_vmm_present=1" }
		),
	},
	{
		.id = "vz-unavailable",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Virtualization.framework cannot run VMs here: it sees no virtualization. Nearly always this macOS is itself a VM.",
		.cause = "On Apple silicon macOS as a guest gets no virtualization, whatever runs it (hosted runners there, Tart, UTM, Parallels, VMware). On an Intel Mac it has it if the hypervisor below exposes VT-x with EPT. Else a Mac of before 2010, or a computer that is none.",
		.remedy = "sysctl kern.hv_vmm_present tells (1: a VM). Run it on the Mac itself, or on a hosted runner with Linux or an Intel processor; in a VM on an Intel Mac expose VT-x with EPT below.",
		.reference = "github.com/lima-vm/lima/pull/1879",
		.wordings = ND_WORDINGS(
			{ "{any}irtualization is not available on this hardware{any}" }
		),
	},
	{
		.id = "vz-nested",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Virtualization.framework does not nest on this Mac, or not for this guest.",
		.cause = "Virtualization.framework nests on an M3 or later with macOS 15, and for Linux guests only: on Apple silicon a macOS guest gets no virtualization, on an Intel Mac this framework gives none to any guest.",
		.remedy = "Leave nestedVirtualization off, or use QEMU without KVM in the guest.",
		.wordings = ND_WORDINGS(
			{ "{any}ested virtualization is not supported on this device{any}" },
			{ "{any}ested virtualization requires macOS 15 or newer{any}" },
			{ "{any}Error enabling EL2 mode in HVF{any}" },
			{ "{any}cannot enable nested virtualization: {any}" },
			{ "{any}acOS virtual machines do not support nested virtualization{any}" }
		),
	},
	{
		.id = "vz-keychain",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "macOS could not make the key that it wants for a VM of macOS 15.2 or later, so Virtualization.framework does not start that VM. That is no lack of virtualization.",
		.cause = "The keychain of this user is locked or was never made: a session by SSH, a runner's service, a Mac in a cloud at whose screen nobody has logged in.",
		.remedy = "Log in once at the screen (Screen Sharing; automatic login for that user), or security unlock-keychain login.keychain in the session that starts the VM; on a Mac without one first security create-keychain, and login-keychain -s.",
		.reference = "github.com/openai/tart/issues/1025, 1075, 1137",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VZErrorDomain Code=-9 {any}" },
			{ "{any}SecKeyCreateRandomKey_ios failed{any}" },
			{ "{any}Failed to create new HostKey{any}" },
			{ "{any}nteraction is not allowed with the Security Server{any}" }
		),
	},
	{
		.id = "lima-no-hvf",
		.origin = "lima",
		.severity = ND_MSG_WARNING,
		.meaning = "Lima runs this VM in emulation, very slowly: macOS does not offer Hypervisor.framework here (kern.hv_support is not 1).",
		.cause = "This macOS is itself a guest of a hypervisor that exposes no virtualization to it (hosted runners with Apple processors are), or the Mac has none.",
		.remedy = "sysctl kern.hv_support kern.hv_vmm_present: 1 and 0 are wanted. Run it on the Mac itself; in a VM on an Intel Mac expose VT-x with EPT below.",
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor API (kern.hv_support) is not available. Disabling HVF{any}", "Lima 2" }
		),
	},
	{
		.id = "lima-entitlement",
		.origin = "lima",
		.severity = ND_MSG_WARNING,
		.meaning = "Lima found that this QEMU may not use Hypervisor.framework: it is not signed with the entitlement for it.",
		.cause = "A build of QEMU that was not signed with com.apple.security.hypervisor, or whose signature was lost.",
		.remedy = "Let Lima sign it (it asks), or codesign --entitlements by hand, or take Homebrew's QEMU; vmType: vz needs no QEMU.",
		.reference = "github.com/lima-vm/lima/issues/1742",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}QEMU binary {any} does not seem properly signed with the {any}", "Lima 2" },
			{ "{any}seems signed but lacking the {any} entitlement{any}", "Lima 2" },
			{ "{any}QEMU does not start up, you may have to sign the QEMU binary with the {any}", "Lima 2" }
		),
	},
	{
		.id = "vz-entitlement",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Virtualization.framework refused the program: its executable is not signed with the entitlement com.apple.security.virtualization. That is no lack of virtualization.",
		.cause = "A build without that signature (own builds, Nix, package managers other than the project's), or one that was changed after it was signed.",
		.remedy = "codesign --sign - --entitlements FILE.plist --force PROGRAM (of Lima and Colima: limactl), with that key true in FILE.plist; or take the project's own build.",
		.reference = "github.com/abiosoft/colima/issues/556, github.com/lucasgelfond/zerobrew/issues/340",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}doesn't have the \"com.apple.security.virtualization\" entitlement{any}" }
		),
	},
	{
		.id = "vz-error",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Apple's Virtualization.framework refused to create or start a VM; the words behind the code say why.",
		.cause = "What the words say. In a macOS guest mostly: no VMs.",
		.remedy = "sysctl kern.hv_support and kern.hv_vmm_present (1 and 0 are wanted); log show --predicate 'subsystem == \"com.apple.Virtualization\"' has more.",
		.last = true,
		.elsewhere = true,
		.clauses = vz_error,
		.wordings = ND_WORDINGS(
			{ "{any}VZErrorDomain Code={n}{any}" },
			{ "{any}Internal Virtualization Error.{any}" },
			{ "{any}An error occurred during installation. The virtual machine failed to start.{any}" }
		),
	},
	{
		.id = "hvf-mmio",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on Hypervisor.framework (Apple silicon) stopped: the guest touched a device with an instruction that the processor does not describe (no valid syndrome), and QEMU does not decode it.",
		.cause = "The guest uses a wide, paired or incrementing access to a device's registers or to memory that is not there; known of Windows guests, of firmware, and of drivers whose compiler merged accesses. It is no fault of nesting.",
		.remedy = "Another model of the device or display (ramfb, virtio), a newer QEMU and firmware; -accel tcg runs the guest, slowly.",
		.reference = "github.com/utmapp/UTM/issues/4176",
		.wordings = ND_WORDINGS(
			{ "{any}ssertion failed: (isv), function {any}" }
		),
	},
	{
		.id = "vfkit-ended",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "Podman's VM did not start: vfkit or krunkit, which runs it, ended at once and said its reason on its own output.",
		.cause = "Podman for Intel on an Apple processor (podman info: darwin/amd64), a macOS older than vfkit needs, a macOS that is itself a VM, no Rosetta where the machine wants it, or a disk left half made.",
		.remedy = "podman machine start --log-level debug shows vfkit's command: run it by hand and it says why. Install Podman for this processor; update krunkit or vfkit beside it; softwareupdate --install-rosetta; podman machine rm and init; the other provider (libkrun or applehv).",
		.reference = "github.com/podman-container-tools/podman/issues/22624, 27133",
		.elsewhere = true,
		.clauses = vfkit_ended,
		.wordings = ND_WORDINGS(
			{ "{any}vfkit exited unexpectedly with exit code {n}" },
			{ "{any}krunkit exited unexpectedly with exit code {n}" }
		),
	},
	{
		.id = "hvf-sdk",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This QEMU was built with an SDK of macOS that is older than its own code for the newer processors: it stops before the guest starts. That is no fault of virtualization here.",
		.cause = "QEMU 11.0 with an SDK before 15 (nixpkgs built it with 14.4), on macOS 15.2 and later, on every Apple processor.",
		.remedy = "Another build of QEMU (Homebrew), one made with an SDK of macOS 15, or an older QEMU.",
		.reference = "github.com/NixOS/nixpkgs/issues/532038",
		.wordings = ND_WORDINGS(
			{ "{any}ssertion failed: (HV_SYS_REG_SM{word} == KVMID_TO_HVF({any}" }
		),
	},
	{
		.id = "mac-no-vmx",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "This Mac's processor shows no VMX to macOS, so no VM can be run.",
		.cause = "With VMM among the features that the line lists, this macOS is a guest to which the hypervisor below does not expose VT-x. Without it: a processor that has none, or a computer that is no Mac and whose firmware has VT-x off.",
		.remedy = "In a VM: expose VT-x with EPT below, with the VM off. sysctl kern.hv_support kern.hv_vmm_present then says 1 and 1. No Mac: VT-x on in its firmware. Else another Mac.",
		.reference = "github.com/docker/for-mac/issues/1630",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}No VMX in machdep.cpu.features{any}", "Docker 1.12 to 17.06" },
			{ "[ERROR]{any}virtualization VT-X{any}", "Docker 1.12 to 17.06" }
		),
	},
	{
		.id = "lima-stale",
		.origin = "lima",
		.severity = ND_MSG_ERROR,
		.meaning = "Lima (Colima, Rancher Desktop) finds an instance half alive: its files name a process that runs, and its partner does not. That is no fault of virtualization.",
		.cause = "The machine was not shut down cleanly, or one of the two crashed; the number in an old file may since belong to another program.",
		.remedy = "limactl stop --force NAME (colima stop --force), then start; the disk stays. If it comes again at each start, ha.stderr.log and serial*.log of the instance say why it ends.",
		.reference = "github.com/lima-vm/lima/issues/3081",
		.wordings = ND_WORDINGS(
			{ "{any}driver is running but host agent is not{any}", "Lima 0.13 to 1.0" },
			{ "{any}host agent is running but driver is not{any}", "Lima 0.13 to 1.0" },
			{ "{any}qemu is running but host agent is not{any}", "Lima 0.8" },
			{ "{any}host agent is running but qemu is not{any}", "Lima 0.8" },
			{ "{any}errors inspecting instance: [{any}ha.sock{any}", "Lima" }
		),
	},
	{
		.id = "hyperkit-vpnkit",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "hyperkit was to use a socket of Docker Desktop for the VM's network, and it is not there. Virtualization was not tried.",
		.cause = "--hyperkit-vpnkit-sock=auto takes the socket of Docker Desktop, which does not run, is not installed, or has moved it.",
		.remedy = "Leave the option out, or name the socket that there is. hyperkit is for Intel Macs only and no longer developed: vfkit, QEMU or the docker driver.",
		.reference = "github.com/kubernetes/minikube/issues/10443",
		.wordings = ND_WORDINGS(
			{ "{any}new-ing Hyperkit: stat {any}" }
		),
	},
	{
		.id = "vz-limit",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "macOS runs no further VM with macOS in it: two macOS guests at once are the limit of its license, which Virtualization.framework enforces.",
		.cause = "Two run, of all programs together (Tart, UTM, Parallels, Orka); or one that has ended is still counted, which some releases do until the Mac restarts.",
		.remedy = "Stop another (ps ax | grep com.apple.Virtualization.VirtualMachine); if none runs, restart the Mac. Linux guests do not count.",
		.reference = "github.com/openai/tart/issues/1217, 445",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}number of VMs exceeds the system limit{any}", "Tart" },
			{ "{any}maximum supported number of active virtual machines has been reached{any}" }
		),
	},
	{
		.id = "krunkit-option",
		.origin = "krunkit",
		.severity = ND_MSG_ERROR,
		.meaning = "The program that runs the VM does not know an option that it was given. That is no fault of virtualization.",
		.cause = "krunkit or vfkit is older (or newer) than the program that starts it: Podman, minikube or Lima was updated and it was not.",
		.remedy = "brew upgrade krunkit vfkit (krunkit is in the tap slp/krun), or the installer of podman.io, which brings all of them; or the other provider (libkrun or applehv).",
		.reference = "github.com/podman-container-tools/podman/issues/29439",
		.wordings = ND_WORDINGS(
			{ "{any}unexpected argument '--{word}' found{any}" }
		),
	},
	{
		.id = "hvf-code",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "A call of macOS' Hypervisor.framework failed with this code.",
		.cause = "What its name says.",
		.remedy = "sysctl kern.hv_support kern.hv_vmm_present (1 and 0 are wanted): if this macOS is a VM, run it on the Mac itself (on Intel: or expose VT-x with EPT). Else update the program, or try it without nested virtualization for its guest.",
		.last = true,
		.fold = true,
		.clauses = hvf_codes,
		.wordings = ND_WORDINGS(
			{ "{any}HV_UNSUPPORTED{any}" }, { "{any}HV_DENIED{any}" },
			{ "{any}HV_BAD_ARGUMENT{any}" }, { "{any}HV_NO_RESOURCES{any}" },
			{ "{any}HV_NO_DEVICE{any}" }, { "{any}HV_BUSY{any}" }, { "{any}HV_ERROR{any}" },
			{ "{any}HV_ILLEGAL_GUEST_STATE{any}" },
			{ "{any}0xfae940{any}" }, { "{any}hv_{any} -853770{n}{any}" }, { "{any}hv_{any}=-853770{n}{any}" }
		),
	},
	{
		.id = "lima-chatter",
		.origin = "lima",
		.severity = ND_MSG_NOTE,
		.meaning = "Lima says which settings it does not use with this type of VM.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}Ignoring: vmType {word}: [{any}" },
			{ "{any}`vmType: vz` is experimental{any}" }
		),
	},
	{
		.id = "parallels-extension",
		.origin = "parallels",
		.severity = ND_MSG_ERROR,
		.meaning = "macOS does not let Parallels load its own hypervisor, a system extension: nobody has allowed it. That the Mac cannot run VMs this does not say.",
		.cause = "The extension was not approved since Parallels was installed, or cannot be: hosted runners and managed Macs allow none.",
		.remedy = "System Settings, Privacy & Security: allow it and restart. Or in the VM's settings the hypervisor of Apple in place of Parallels'.",
		.reference = "github.com/actions/runner-images/issues/10143",
		.wordings = ND_WORDINGS(
			{ "{any}allow the Parallels Hypervisor System Extension{any}" }
		),
	},
	{
		.id = "krunkit-nested",
		.origin = "krunkit",
		.severity = ND_MSG_WARNING,
		.meaning = "krunkit was asked for nested virtualization (--nested), and this Mac or its macOS does not have it: the VM starts without, or not at all.",
		.cause = "Hypervisor.framework says that EL2 is not supported for guests here (it needs an M3 or later and macOS 15), or refused it as the VM was created.",
		.remedy = "sysctl -n machdep.cpu.brand_string, sw_vers; leave out --nested. In the guest ls /dev/kvm tells whether it has it.",
		.wordings = ND_WORDINGS(
			{ "{any}nested virtualization is not supported on this host. -n,--nested argument ignored", "krunkit 1.2" },
			{ "{any}krun nested virtualization reported as supported, yet failed to enable", "krunkit 1.2" },
			{ "{any}nable to check nested virtualization is supported on this host", "krunkit 1.2" }
		),
	},
	{
		.id = "hvf-unhandled-exit",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU got an exit of the guest from Hypervisor.framework that it does not handle: the guest stops.",
		.cause = "An instruction or feature of the guest for which QEMU's HVF accelerator has nothing.",
		.remedy = "The first number is the guest's address, the second the VMX exit reason: nestdiag explain \"exit reason N\". -cpu without that feature, another QEMU, -accel tcg (Android emulator: -accel off).",
		.reference = "target/i386/hvf/hvf.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "{hex}: unhandled exit {exit}", "QEMU 6.0" }
		),
	},
};

const struct nd_catalogue nd_catalogue_macos = {
	"macos", messages, ARRAY_SIZE(messages)
};
