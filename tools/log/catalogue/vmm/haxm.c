// SPDX-License-Identifier: GPL-2.0-only
/* HAXM. */
#include "tools/log/catalogue/catalogue.h"

#define ENTRY_FAILED(error, word) \
	{ error, word, NULL, \
	  "The entry itself failed. HAXM below another hypervisor (Hyper-V), whose emulation of VMX does not take the state; reports of it are unsolved.", \
	  NULL }

static const struct nd_clause haxm_exit_reason[] = {
	ENTRY_FAILED(0, "80000021"), ENTRY_FAILED(0, "80000022"),
	{ 0 }
};

#define NO_RIGHT(error, word) \
	{ error, word, NULL, \
	  "This user may not open the driver.", \
	  "Windows: as administrator, or install the driver anew. Linux: ls -l /dev/kvm, group kvm." }

static const struct nd_clause emulator_accel_device[] = {
	NO_RIGHT(0, "ACCESS_DENIED"), NO_RIGHT(0, "permission"),
	{ 0, "KVM version", NULL,
	  "KVM's device could not be opened, or did not answer.",
	  "ls -l /dev/kvm, group kvm, nestdiag check. On a machine: VT-x or SVM on in the firmware; in a VM exposed below." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "haxm-no-vt",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM, the hypervisor that the Android emulator used on Windows and macOS, found no VMX or NX that it can use.",
		.cause = "Off in the firmware; held by Hyper-V; a processor of AMD (HAXM is for Intel's alone); or this is a VM to which the hypervisor below does not expose it.",
		.remedy = "Off: enable VT-x and execute disable in the firmware, WHPX needs them as well. Held: use the emulator with Hyper-V (WHPX); AEHD, and HAXM (no longer developed), need Hyper-V off: less protection. In a VM expose VT-x below.",
		.wordings = ND_WORDINGS(
			{ "{any}VT is not supported in the system, HAXM exits{any}", "HAXM 7" },
			{ "{any}VT is not enabled in the system, HAXM does not function{any}", "HAXM 7" },
			{ "{any}NX is not supported in the system, HAXM exits{any}", "HAXM 7" },
			{ "{any}NX is not enabled in the system, HAXM does not function{any}", "HAXM 7" },
			{ "{any}Unknown reason happens to VT init, HAXM exit{any}", "HAXM 7" },
			{ "{any}Virtualization Technology (VT-x) is not turned on{any}" },
			{ "{any}does not support {any}irtualization {any}(VT-{word} or it is being exclusively used by Hyper-V. {any}" },
			{ "{any}does not support {any}irtualization {any}(VT-{word} or it is being exclusively used by HYPER-V. {any}" },
			{ "{any}irtuali{any}HAXM cannot be installed{any}" },
			{ "{any}irtuali{any}haxm cannot be installed{any}" },
			{ "{any}VT or NX is not enabled, can not setup VM!{any}" },
			{ "{any}EM64T is not supported in the system, HAXM exits{any}" },
			{ "VTX feature is not enabled, HAX driver will not work.", "QEMU 6.0" },
			{ "NX feature is not enabled, HAX driver will not work.", "QEMU 6.0" }
		),
	},
	{
		.id = "haxm-vmfail",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused a VM entry of HAXM.",
		.cause = "Mostly HAXM below another hypervisor (Hyper-V), which does not take its controls or state; on a machine without one a guest that HAXM has no emulation for, or a bug of it.",
		.remedy = "Use the emulator with WHPX or HVF instead of HAXM, which is no longer developed.",
		.reference = "github.com/intel/haxm/issues/306",
		.wordings = ND_WORDINGS(
			{ "{any}VMfailValid. Prev exit: {exit}. Error code: {insn}{any}", "HAXM 7" },
			{ "{any}VMfailInvalid. Prev exit: {exit} no error code{any}", "HAXM 7" },
			{ "{any}VM entry failed: RIP={hex}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-exit-reason",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM printed the VMCS of its guest after it gave it up; this line is the exit reason. With bit 31 the entry itself failed: 33 is an invalid guest state.",
		.cause = "An ordinary exit that HAXM could not handle, or what the guest did next; several vCPUs are a known weakness of HAXM.",
		.remedy = "nestdiag autopsy reads these lines. One vCPU to compare; use WHPX, HVF or NVMM instead of HAXM, which is no longer developed.",
		.reference = "github.com/intel/haxm/issues/306",
		.clauses = haxm_exit_reason,
		.wordings = ND_WORDINGS(
			{ "4402 VM_EXIT_INFO_REASON: {exit}", "HAXM 7" },
			{ "{any}exit_reason.raw 80000021, cpu {any}", "HAXM 7" },
			{ "{any}exit_reason.raw 80000022, cpu {any}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-panic",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM gave a guest's CPU up; lines before it say why, and the VMCS that it dumps is the guest's state.",
		.cause = "Most often the processor, or the hypervisor below HAXM (Hyper-V), refused the guest's state.",
		.remedy = "nestdiag autopsy reads the dump. In a VM use the emulator with Hyper-V (WHPX) instead of HAXM; HAXM is no longer developed.",
		.reference = "github.com/intel/haxm/issues/306",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}haxm_error: vcpu has panicked, id:{n}{any}", "HAXM 7" },
			{ "{any}haxm_panic: vcpu->tr:{hex}{any}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-unhandled",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM gave a guest up at an exit that it has no code for. The processor and nesting are well.",
		.cause = "The guest did what HAXM does not emulate: a task switch (systems of the time of DOS and of Windows XP), an exit of a feature that HAXM does not use.",
		.remedy = "Another accelerator (WHPX, HVF, NVMM, KVM), or another system in the guest. HAXM is no longer developed.",
		.reference = "github.com/intel/haxm/pull/152",
		.wordings = ND_WORDINGS(
			{ "{any}Unhandled vmx vmexit reason:{exitnumber}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-vmcs",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM could not switch VMX on for its guest or take its VMCS (VMXON, VMPTRLD), or give it back (VMCLEAR, VMXOFF). The lines log_... behind it say which.",
		.cause = "Another hypervisor of the same system holds VMX (log_host_cr4_vmxe: 1 is that CR4.VMXE was set): VirtualBox, VMware. Or what came before: a guest that HAXM had given up.",
		.remedy = "End the other hypervisors; or use WHPX on Windows and HVF on macOS, which share the processor. HAXM is no longer developed.",
		.reference = "github.com/intel/haxm/issues/415",
		.wordings = ND_WORDINGS(
			{ "{any}load_vmcs failed {any}: {hex}", "HAXM 7" },
			{ "{any}put_vmcs failed {any}: {hex}", "HAXM 7" },
			{ "{any}put_vmcs() failed in {any}, {hex}", "HAXM 7" },
			{ "{any}put_vmcs() fail before vmexit. {hex}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-memory",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM gave a guest up because of its memory: an entry of its page tables (EPT) that should not be there, or none where one should be.",
		.cause = "A bug of HAXM, or of the hypervisor below that emulates EPT for it.",
		.remedy = "Another accelerator (WHPX, HVF, NVMM, KVM); not in a VM. HAXM is no longer developed.",
		.wordings = ND_WORDINGS(
			{ "{any}Unexpected EPT misconfiguration: gpa={hex}", "HAXM 7" },
			{ "{any}haxm_panic: Incorrect EPT setting", "HAXM 7" },
			{ "{any}ept_handle_access_violation() returned -{n}.", "HAXM 7" },
			{ "{any}Page fault shouldn't happen when EPT is enabled.", "HAXM 7" }
		),
	},
	{
		.id = "haxm-instruction",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM stopped a guest at an instruction that it cannot emulate: its bytes stand behind instr. The processor and nesting are well.",
		.cause = "HAXM emulates few of the instructions that use memory of devices; the guest's system uses another one.",
		.remedy = "Another system or driver in the guest, or another accelerator: WHPX, HVF, NVMM, KVM. HAXM is no longer developed.",
		.reference = "github.com/intel/haxm/issues/175",
		.follows = "haxm-panic",
		.wordings = ND_WORDINGS(
			{ "{any}em_decode_insn() failed: vcpu_id={n}, {any}", "HAXM 7" },
			{ "{any}em_emulate_insn() failed: vcpu_id={n}, {any}", "HAXM 7" },
			{ "{any}mmio_fetch_instruction() failed: vcpu_id={n}, {any}", "HAXM 7" }
		),
	},
	{
		.id = "aehd-not-started",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android Emulator hypervisor driver (AEHD, before: gvm) could not start: it found no VMX or SVM that is free.",
		.cause = "Hyper-V, WSL2, virtualization-based security or another hypervisor of Windows holds it; or it is off in the firmware, or this Windows is a VM without nested virtualization.",
		.remedy = "Off in the firmware: enable VT-x or SVM there, Windows Hypervisor Platform needs it as well. In a VM expose virtualization. Held: use the emulator with Windows Hypervisor Platform; or Hyper-V and memory integrity off (bcdedit /set hypervisorlaunchtype off, restart), which leaves Windows less protected.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/53",
		.wordings = ND_WORDINGS(
			{ "{any}StartService FAILED with error 4294967201{any}" },
			{ "{any}StartService: error: 4294967201{any}" },
			{ "WIN32_EXIT_CODE    : 4294967201 {any}" },
			{ "{any}StartService{any}4294967201{any}" },
			{ "{any}4294967201{any}StartService{any}" }
		),
	},
	{
		.id = "aehd-install",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android Emulator hypervisor driver (AEHD, before: gvm) could not be installed. This line does not say why.",
		.cause = "Mostly 4294967201, in a line of [SC] before it: VMX or SVM is held by Hyper-V, WSL2 or memory integrity, is off, or not exposed to this VM. Else another error of Windows, or silent_install.bat is missing.",
		.remedy = "Run silent_install.bat as administrator and read its lines; sc query aehd. Held: use the emulator with Windows Hypervisor Platform. Off: VT-x or SVM on in the firmware, or exposed to this VM; both need it.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/19",
		.follows = "aehd-not-started service-refused",
		.wordings = ND_WORDINGS(
			{ "{any}Emulator Hypervisor Driver{any}installation failed{any}" }
		),
	},
	{
		.id = "aehd-service",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "The service of the Android Emulator hypervisor driver (AEHD, before: gvm). The emulator can use it if its STATE is RUNNING.",
		.cause = "STOPPED with another WIN32_EXIT_CODE than 0 (31, 4294967201): the driver could not start. Hyper-V, WSL2, memory integrity or another hypervisor holds VMX or SVM, it is off in the firmware, or this Windows is a VM without nested virtualization.",
		.remedy = "Off in the firmware: enable VT-x or SVM there, Windows Hypervisor Platform needs it as well. In a VM expose virtualization. Held: the emulator with Windows Hypervisor Platform; or switch those off (bcdedit /set hypervisorlaunchtype off, restart; Windows is less protected) and sc start aehd.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/92",
		.wordings = ND_WORDINGS(
			{ "SERVICE_NAME: aehd" },
			{ "SERVICE_NAME: gvm" }
		),
	},
	{
		.id = "haxm-check-vendor",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: not an Intel CPU, and HAXM is for Intel's alone. Its lines about VMX and EPT then say nothing of AMD-V.",
		.remedy = "Use the emulator on the Windows Hypervisor Platform (WHPX) or with AEHD, which take AMD-V, too. HAXM is no longer developed.",
		.reference = "github.com/intel/haxm/issues/389",
		.wordings = ND_WORDINGS(
			{ "CPU vendor {any}-  {word}", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-intel64",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: CPUID shows no 64-bit mode (Intel 64), which HAXM needs.",
		.cause = "A 32-bit processor, or a VM with a 32-bit CPU model.",
		.remedy = "Another processor; in a VM the host's CPU model.",
		.wordings = ND_WORDINGS(
			{ "Intel64 supported {any}-  No", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-vmx",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: CPUID shows no VMX.",
		.cause = "With \"Hyper-V disabled - No\" beside it: Windows' hypervisor hides it, and the line says nothing of the processor or firmware. Without: not an Intel CPU, one without VT-x, or a VM to which the hypervisor below does not expose it.",
		.remedy = "In a VM: expose virtualization in the hypervisor below. Beside Hyper-V: the emulator on the Windows Hypervisor Platform (WHPX). HAXM is no longer developed; WHPX and AEHD need VMX or SVM as well.",
		.reference = "github.com/intel/haxm/issues/385",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "VMX supported {any}-  No", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-off",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: Windows says that virtualization is not enabled in the firmware.",
		.cause = "With \"VMX supported * Yes\" and \"Hyper-V disabled * Yes\": VT-x is off in the firmware; in a VM, the VM's own does not enable it. With \"Hyper-V disabled - No\": Windows' hypervisor has it, and the line says nothing of the firmware.",
		.remedy = "Enable VT-x (Intel Virtualization Technology) in the firmware's setup and switch the machine off and on.",
		.reference = "github.com/intel/haxm/issues/441",
		.elsewhere = true,
		.follows = "haxm-check-vmx",
		.wordings = ND_WORDINGS(
			{ "VMX enabled {any}-  No", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-ept",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: no EPT, which HAXM needs.",
		.cause = "EPT no alone: the CPU, or the hypervisor below, has none. With \"Hyper-V disabled - No\": Windows' hypervisor hides it.",
		.remedy = "HAXM is no longer developed, and the Windows Hypervisor Platform needs EPT as well: another processor; in a VM EPT exposed by the hypervisor below.",
		.reference = "github.com/intel/haxm/issues/466",
		.elsewhere = true,
		.follows = "haxm-check-vmx haxm-check-off",
		.wordings = ND_WORDINGS(
			{ "EPT supported {any}-  No", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-nx",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: execute disable (NX, XD) is missing or off, and HAXM does not run without it.",
		.cause = "Off in the firmware, off in Windows (bcdedit: nx AlwaysOff), or a VM's CPU model without it.",
		.remedy = "Enable execute disable in the firmware's setup; in a VM a CPU model with nx.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "NX supported {any}-  No", "HAXM 7.6 to 7.8" },
			{ "NX enabled {any}-  No", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-hyperv",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: Windows runs on its own hypervisor. Windows' hypervisor holds VMX and hides VMX and EPT from HAXM; that \"VMX supported\" or \"EPT supported\" is No follows from it.",
		.cause = "Hyper-V, WSL2, Virtual Machine Platform, Windows Sandbox, Credential Guard or virtualization-based security (memory integrity; msinfo32 shows it).",
		.remedy = "HAXM is no longer developed: use the emulator on the Windows Hypervisor Platform (WHPX). Else all of these off (bcdedit /set hypervisorlaunchtype off; less protection), restart.",
		.reference = "github.com/intel/haxm/issues/385, github.com/leecher1337/ntvdmx64/issues/312",
		.wordings = ND_WORDINGS(
			{ "Hyper-V disabled {any}-  No", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-os",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: this version of the system is too old for HAXM. That is no lack of virtualization: the other lines tell of it.",
		.cause = "It wants Windows 7 with Service Pack 1 (6.1.7601) or later, or macOS 10.10 or later.",
		.remedy = "Install the service pack, or a newer system. HAXM is no longer developed.",
		.reference = "github.com/intel/haxm/issues/368",
		.wordings = ND_WORDINGS(
			{ "OS version {any}-  Windows {any}", "HAXM 7.6 to 7.8" },
			{ "OS version {any}-  macOS {any}", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-arch",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: this Windows is for another processor than x86, and HAXM is for Intel's alone.",
		.remedy = "On Arm the emulator needs an image for Arm. HAXM cannot be used.",
		.wordings = ND_WORDINGS(
			{ "OS architecture {any}-  {word}", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-busy",
		.origin = "haxm",
		.severity = ND_MSG_WARNING,
		.meaning = "HAXM's checktool: HAXM is installed and in use, by as many guests as the line says; so it cannot be replaced now. That is no lack of virtualization.",
		.remedy = "End the emulators and other guests that use HAXM, then try again.",
		.wordings = ND_WORDINGS(
			{ "Guest unoccupied {any}-  No. {n} guest(s)", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check-mac",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool on macOS: kern.hv_support is not 1, so Hypervisor.framework cannot be used here.",
		.cause = "macOS is itself a VM without nested virtualization, or this Mac's processor lacks what the framework needs.",
		.remedy = "In a VM: expose virtualization in the hypervisor below.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "VMX enabled {any}-  Unknown", "HAXM 7.6 to 7.8" },
			{ "EPT supported {any}-  Unknown", "HAXM 7.6 to 7.8" },
			{ "NX enabled {any}-  Unknown", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "haxm-check",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM's checktool: something that HAXM needs is not there. This line does not say what: those before it with \"-\" do.",
		.cause = "\"Hyper-V disabled - No\": Windows' hypervisor holds VMX. \"VMX enabled - No\" alone: off in the firmware. \"VMX supported - No\" alone: no Intel CPU with VT-x, or a VM without it. \"OS version -\": too old a system.",
		.remedy = "checktool.exe --verbose lists them all. Off: VT-x on in the firmware, which any successor needs. HAXM is no longer developed: use the emulator on the Windows Hypervisor Platform (WHPX) or AEHD.",
		.reference = "github.com/intel/haxm/issues/385",
		.elsewhere = true,
		.follows = "haxm-check-vendor haxm-check-intel64 haxm-check-vmx haxm-check-off haxm-check-ept haxm-check-nx haxm-check-hyperv haxm-check-os haxm-check-arch haxm-check-busy haxm-check-mac",
		.wordings = ND_WORDINGS(
			{ "The system requirements are not satisfied.", "HAXM 7.6 to 7.8" }
		),
	},
	{
		.id = "emulator-whpx",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "The Android emulator found no HAXM, and can use the Windows Hypervisor Platform instead: nothing is missing. What fails after that is something else.",
		.reference = "github.com/intel/haxm/issues/105",
		.wordings = ND_WORDINGS(
			{ "HAXM is not installed, but Windows Hypervisor Platform is available." }
		),
	},
	{
		.id = "haxm-no-device",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU or the Android emulator could not use HAXM.",
		.cause = "HAXM is not installed or did not load: it needs an Intel CPU with VMX and EPT, and no Hyper-V beside it; in a VM virtualization has to be exposed.",
		.remedy = "HAXM is no longer developed, and QEMU dropped it in 8.2: use -accel whpx on Windows, hvf on macOS; they too need VT-x on in the firmware, in a VM exposed below.",
		.reference = "github.com/xqemu/xqemu/issues/292",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}HAXM is not installed", "Android emulator" },
			{ "{any}HAXM is not installed on {any}", "Android emulator" },
			{ "{any}HAXM is not installed.{any}" },
			{ "{any}HAXM is not installed!{any}" },
			{ "Failed to open the HAX device!", "QEMU 2.9 to 8.1" },
			{ "Open HAX device failed", "QEMU 2.9 to 8.1" },
			{ "Failed to get Hax capability:{any}", "QEMU 2.9 to 8.1" },
			{ "{any}failed to initialize HAX: {any}", "QEMU 2.9 to 8.1" },
			{ "{any}failed to initialize hax: {any}", "QEMU 4.2 to 8.1" },
			{ "HAX is not working and emulator runs in emulation mode", "Android emulator 25 to 30" },
			{ "emulator: Failed to open the HAX device!{any}" },
			{ "{any}HAXM acceleration support is not installed on this host{any}" },
			{ "{any}Intel HAXM service is not running on this host{any}" },
			{ "{any}HAXM installation failed{any}" },
			{ "{any}Unable to open HAXM device: {any}" },
			{ "{any}HAX kernel module is not installed{any}" }
		),
	},
	{
		.id = "haxm-shutdown",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest of HAXM stopped with a triple fault.",
		.cause = "An instruction or state that HAXM does not emulate, CPU features that it does not have, or a hypervisor below.",
		.remedy = "A CPU model with fewer features; HAXM's log (DebugView) has the registers. HAXM is no longer developed: WHPX on Windows, HVF on macOS.",
		.wordings = ND_WORDINGS(
			{ "VCPU shutdown request{any}" },
			{ "vCPU shutdown" },
			{ "{any}haxm_panic: Triple fault", "HAXM 7" }
		),
	},
	{
		.id = "emulator-no-whpx",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator on Windows found no hypervisor that it can use: neither the Windows Hypervisor Platform nor its own driver (AEHD).",
		.cause = "Neither is installed, virtualization is off in the firmware, or this Windows is a VM to which the hypervisor below does not expose it.",
		.remedy = "VT-x or SVM on in the firmware; optionalfeatures: Windows Hypervisor Platform, restart; emulator-check accel tells what it finds. In a VM: expose virtualization below, with the VM off. AEHD is only for a Windows without Hyper-V.",
		.reference = "github.com/kil0bit-kb/kb-android-emulator/issues/1",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}mulator hypervisor driver is not installed{any}" },
			{ "{any}AEHD is not installed{any}" },
			{ "{any}Could not load library{any}WinHvPlatform.dll{any}" },
			{ "{any}Could not load library function 'WHvGetCapability'{any}" },
			{ "{any}This system does not support CPU acceleration{any}" }
		),
	},
	{
		.id = "emulator-in-vm",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "A check finds that this system is itself a VM; the words are those of the Android emulator's (emulator-check).",
		.cause = "An emulator is nested here: it needs VMX or SVM from the hypervisor below, which emulator-check cpu-info tells as \"Virtualization is supported\".",
		.remedy = "If that is missing: expose virtualization to this VM in the hypervisor below, with the VM off. Then Windows Hypervisor Platform or AEHD.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Running in a guest Hyper-V VM, Hyper-V is not supported" },
			{ "Running in a guest VM, Hyper-V is not supported" },
			{ "Inside a VM" }
		),
	},
	{
		.id = "emulator-hyperv-on",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "A check finds that Windows runs on its own hypervisor; the words are those of the Android emulator's (emulator-check).",
		.cause = "Hyper-V, WSL2, Virtual Machine Platform or memory integrity started it, also where the feature Hyper-V itself is not installed. HAXM and AEHD cannot be used beside it.",
		.remedy = "Windows Hypervisor Platform (optionalfeatures, restart). For HAXM or AEHD: bcdedit /set hypervisorlaunchtype off, memory integrity off, restart (Windows is less protected then).",
		.reference = "github.com/intel/haxm/issues/105",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Hyper-V is enabled" },
			{ "Hyper-V Root Partition" }
		),
	},
	{
		.id = "emulator-accel-version",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator does not take the version of what it is to run its VMs on: HAXM, KVM, or macOS.",
		.cause = "HAXM older than 6.0.1, or of 7.8, which the emulator cannot use; KVM's interface other than 12; macOS older than 10.10.",
		.remedy = "HAXM 7.6.5, or rather another: it is no longer developed. On Windows that is Windows Hypervisor Platform or AEHD, on macOS its own Hypervisor.framework.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.wordings = ND_WORDINGS(
			{ "{any}HAXM must be updated (version {any}" },
			{ "{any}HAXM (version {any} is not compatible with the android emulator{any}" },
			{ "{any}KVM version too old: {any}" },
			{ "{any}HAX version ({any} is too old{any}" },
			{ "{any}HAX API version too old: {any}" },
			{ "{any}Hypervisor.Framework is only supported{any}" }
		),
	},
	{
		.id = "haxm-deprecated",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "The Android emulator runs on HAXM, which is no longer developed. This is no failure.",
		.remedy = "For the next time: Windows Hypervisor Platform, or AEHD on a Windows without Hyper-V.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.wordings = ND_WORDINGS(
			{ "{any}HAXM is deprecated and not supported by Intel{any}" }
		),
	},
	{
		.id = "emulator-accel-device",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator found the driver of HAXM, AEHD or KVM, but could not open it or it did not answer.",
		.cause = "The driver is there and did not start: VMX or SVM is off, held by Hyper-V or another hypervisor, or not exposed to this VM; or this user may not open it.",
		.remedy = "Windows: sc query aehd (or intelhaxm): STATE has to be RUNNING. Held by Hyper-V: Windows Hypervisor Platform; off: VT-x or SVM on in the firmware, in a VM exposed. Linux: ls -l /dev/kvm, group kvm, nestdiag check. macOS: Hypervisor.framework.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.clauses = emulator_accel_device,
		.wordings = ND_WORDINGS(
			{ "{any}Opening HAX kernel module failed: {any}" },
			{ "{any}Could not extract HAX {any}" },
			{ "{any}Could not extract AEHD version: {any}" },
			{ "{any}Could not extract KVM version: {any}" },
			{ "{any}Opening Android Emulator hypervisor driver failed: {any}" },
			{ "{any}Unable to open AEHD device: {any}" },
			{ "{any}permission to use HAX (/dev/HAX){any}" },
			{ "{any}Could not open /dev/HAX: {any}" }
		),
	},
	{
		.id = "haxm-firmware",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM reports that VT, or NX, is disabled; it runs no guest.",
		.cause = "Off in the firmware; in a VM in the firmware or the settings of that VM.",
		.remedy = "Enable Intel VT-x (or execute disable, NX) in the firmware. In a VM expose virtualization in the hypervisor below.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.wordings = ND_WORDINGS(
			{ "{any}VT feature disabled in BIOS/UEFI{any}" },
			{ "{any}NX feature disabled in BIOS/UEFI{any}" }
		),
	},
	{
		.id = "emulator-no-snapshots",
		.origin = "android",
		.severity = ND_MSG_WARNING,
		.meaning = "The Android emulator takes this CPU for one without EPT and unrestricted guest, and switches its snapshots (Quick Boot) off. It runs without them.",
		.cause = "It goes by CPUID's POPCNT, AES and PCLMULQDQ: an old CPU, or a VM whose CPU model does not have them.",
		.remedy = "In a VM: a CPU model with them (KVM: host-passthrough, or Westmere and newer).",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.wordings = ND_WORDINGS(
			{ "{any}Quick Boot / Snapshots not supported on this machine{any}" }
		),
	},
	{
		.id = "dbvm-unsupported",
		.origin = "cheatengine",
		.severity = ND_MSG_ERROR,
		.meaning = "Cheat Engine's hypervisor (DBVM) cannot run here: CPUID shows it neither VMX nor SVM.",
		.cause = "Another hypervisor runs below this Windows and hides them: Hyper-V, memory integrity, virtualization-based security, an antivirus program's, or that of a VM. Or the processor has none that is on.",
		.remedy = "Memory integrity and Hyper-V off, bcdedit /set hypervisorlaunchtype off, restart (that gives up their protection); VT-x or SVM on in the firmware. In a VM expose virtualization.",
		.reference = "github.com/cheat-engine/cheat-engine/issues/721",
		.wordings = ND_WORDINGS(
			{ "{any}our cpu must be able to run dbvm to use this function{any}" },
			{ "{any}our system does not support dbvm{any}" },
			{ "{any}our system DOES NOT support DBVM{any}" }
		),
	},
	{
		.id = "haxm-invalid-state",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor, or the hypervisor below, refused the state of HAXM's guest at a VM entry (exit reason 33, invalid guest state).",
		.cause = "A guest that does what HAXM has no emulation for on this processor (no unrestricted guest), or HAXM below another hypervisor (Hyper-V).",
		.remedy = "Use WHPX or AEHD instead of HAXM, which is no longer developed; nestdiag autopsy reads the VMCS in this log.",
		.reference = "github.com/intel/haxm/issues/415",
		.wordings = ND_WORDINGS(
			{ "{any}exit_invalid_guest_state(): the vmexit counter is {n}.{any}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-first",
		.origin = "haxm",
		.severity = ND_MSG_NOTE,
		.meaning = "HAXM began to run a guest.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}vcpu_execute(): This is the first time of invoking ioctl(HAX_VCPU_IOCTL_RUN).{any}", "HAXM 7" },
			{ "{any}vcpu_vmexit_handler(): The first vmexit reason is {n}.{any}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-ept-caps",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM does not take the EPT of this machine: IA32_VMX_EPT_VPID_CAP reports no write-back memory or no INVEPT of all contexts.",
		.cause = "Processors with EPT have both, so it is a hypervisor below this Windows, Mac or Linux that exposes VMX with less.",
		.remedy = "Another hypervisor below, or a newer one; HAXM itself is no longer developed: WHPX, AEHD or KVM in its place.",
		.reference = "core/ept.c of github.com/intel/haxm",
		.wordings = ND_WORDINGS(
			{ "{any}Broken host EPT support detected (caps={hex}){any}" }
		),
	},
	{
		.id = "qemu-hax-ug",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's HAX accelerator needs Unrestricted Guest, and HAXM reports a processor without it: no VM starts.",
		.cause = "A processor before Westmere; or this is a VM, and the hypervisor below exposes VMX without it (it needs EPT there).",
		.remedy = "EPT with Unrestricted Guest in the hypervisor below (KVM: ept=1, unrestricted_guest=1); or WHPX, TCG in place of HAXM.",
		.reference = "target/i386/hax/hax-all.c of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "UG mode is not supported by the hardware.", "QEMU 6.0" }
		),
	},
	{
		.id = "qemu-hax-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU's HAX accelerator did not get a VM or a virtual CPU from HAXM's driver, or got an exit that it does not know.",
		.cause = "The driver runs and refuses: versions that do not go together, no memory within its limit, or VT-x that something else holds by then.",
		.remedy = "HAXM's own log (DebugView, /var/log/system.log, dmesg) has its reason; HAXM is no longer developed: WHPX, HVF or KVM in its place.",
		.reference = "target/i386/hax of github.com/qemu/qemu",
		.wordings = ND_WORDINGS(
			{ "Failed to create HAX VM", "QEMU 6.0" },
			{ "Failed to create HAX vcpu", "QEMU 6.0" },
			{ "Unknown VMX exit {any} from guest", "QEMU 6.0" },
			{ "Unknown exit {any} from HAX", "QEMU 6.0" },
			{ "HAX: unsupported MMIO emulation", "QEMU 6.0" },
			{ "HAX: unimplemented real mode emulation", "QEMU 6.0" },
			{ "Incompatible {any}HAX {any}version {any}", "QEMU 6.0" },
			{ "The VM memory needed exceeds the driver limit.", "QEMU 6.0" }
		),
	},
};

const struct nd_catalogue nd_catalogue_haxm = {
	"haxm", messages, ARRAY_SIZE(messages)
};
