// SPDX-License-Identifier: GPL-2.0-only
/* VMMs on the Windows Hypervisor Platform. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause whpx_failed[] = {
	{ 0, "80370302", NULL,
	  "A property that this Windows or processor does not have (nested virtualization for the guest is one).",
	  "Leave that property out (nested virtualization, kernel-irqchip), update Windows and QEMU or the emulator. Emulation, slow: -accel tcg, for the Android emulator -accel off." },
	{ 0, "80370303", NULL,
	  "A property that is not there in the present configuration. In a Windows that is a guest, virtualization has to be exposed with all that the hypervisor needs.",
	  NULL },
	{ 0, "c0350005", NULL,
	  "The hypervisor does not take a value. In a Windows that is a guest, virtualization has to be exposed with all that the hypervisor needs.",
	  NULL },
	{ 0 }
};

#define NOT_TRANSLATED(error, word) \
	{ error, word, NULL, \
	  "The guest's address could not be translated (16, 32). With hr=c0350005 beside it: a build of Windows and this QEMU do not fit.", \
	  NULL }
#define NO_REGISTERS(error, word) \
	{ error, word, NULL, \
	  "Registers of the guest could not be read or set (64, 128). With hr=c0350005 beside it: a build of Windows and this QEMU do not fit.", \
	  NULL }

static const struct nd_clause whpx_emulate[] = {
	{ 0, "Status: 2", NULL,
	  "Windows' emulator does not know the instruction (2).",
	  NULL },
	{ 0, "Status: 4", NULL,
	  "QEMU's port did not answer (4).",
	  NULL },
	{ 0, "Status: 8", NULL,
	  "QEMU's device did not answer (8).",
	  NULL },
	NOT_TRANSLATED(0, "Status: 16"), NOT_TRANSLATED(0, "Status: 32"),
	NO_REGISTERS(0, "Status: 64"), NO_REGISTERS(0, "Status: 128"),
	{ 0 }
};

static const struct nd_clause whpx_exit[] = {
	{ 0, "code 4", NULL,
	  "The guest took an exception that it could not handle (triple fault). CPU models with features that WHPX does not pass on lead there.",
	  NULL },
	{ 0, "code 5", NULL,
	  "A register value that Windows' hypervisor does not take. CPU models with features that WHPX does not pass on lead there.",
	  NULL },
	{ 0, "code 6", NULL,
	  "A feature that Windows' hypervisor does not have. CPU models with features that WHPX does not pass on lead there.",
	  NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "whp-no-library",
		.origin = "whp",
		.severity = ND_MSG_ERROR,
		.meaning = "A program found no WinHvPlatform.dll: the library of the feature Windows Hypervisor Platform, which is a feature of its own beside Hyper-V.",
		.cause = "The feature is not installed; or the program is a 32-bit one: the library exists for 64 bits only.",
		.remedy = "optionalfeatures: Windows Hypervisor Platform, restart; or Enable-WindowsOptionalFeature -Online -FeatureName HypervisorPlatform. The 64-bit version of the program.",
		.reference = "github.com/otya128/winevdm/issues/784",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to load WinHvPlatform.dll{any}" },
			{ "{any}WinHvPlatform.dll{near}not found{any}" },
			{ "{any}WinHvPlatform.dll{near}missing{any}" }
		),
	},
	{
		.id = "whpx-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on Windows could not set up or run a guest on the Windows Hypervisor Platform; the line names the step and, if it has one, its code.",
		.cause = "Windows' hypervisor refused that step. In a Windows that is a guest, virtualization has to be exposed with all that the hypervisor needs.",
		.remedy = "Leave that property out (nested virtualization, kernel-irqchip), update Windows and QEMU or the emulator. Emulation, slow: -accel tcg, for the Android emulator -accel off.",
		.reference = "github.com/omacom/try-omarchy-windows/issues/19",
		.last = true,
		.clauses = whpx_failed,
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: Failed to {any}hr=8037{hcs}{any}", "QEMU 2.12 to 10.0" },
			{ "{any}WHPX: Failed to {any}hr=c035{hvstatus}{any}", "QEMU 2.12 to 10.0" },
			{ "{any}WHPX: Failed to {any}", "QEMU 2.12 to 10.0" },
			{ "{any}WHPX: kernel irqchip requested, but unavailable{any}", "QEMU 10.0" },
			{ "{any}WHPX: failed to unmap GPA range{any}", "QEMU 11" },
			{ "{any}WHPX: failed to map GPA range{any}", "QEMU 11" }
		),
	},
	{
		.id = "whpx-injection",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "An interrupt for a guest was lost on the Windows Hypervisor Platform: the guest hangs while it boots.",
		.cause = "The interrupt controller that the hypervisor emulates does not take it (c0350005); known of QEMU with kernel-irqchip on.",
		.remedy = "-accel whpx,kernel-irqchip=off",
		.reference = "github.com/Tech-FZ/EmuGUI/issues/72",
		.wordings = ND_WORDINGS(
			{ "whpx: injection failed, MSI ({hex}, {hex}) delivery: {any}lost (c035{hvstatus})", "QEMU 6.0 to 10.0" },
			{ "whpx: injection failed, MSI {any}", "QEMU 6.0 to 10.0" }
		),
	},
	{
		.id = "whpx-works",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU runs its guest on the Windows Hypervisor Platform.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Windows Hypervisor Platform accelerator is operational", "QEMU 2.12 to 10.0" },
			{ "WHPX: setting APIC emulation mode in the hypervisor", "QEMU 6.0 to 10.0" }
		),
	},
	{
		.id = "whp-refused",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "The Windows Hypervisor Platform is there, and refused a request of the VMM: the line names it.",
		.cause = "A property or an exit that this Windows, its hypervisor or this CPU does not have (E_INVALIDARG, 0x80070057: the parameter is incorrect); a VMM that is newer than Windows; or not enough memory.",
		.remedy = "Update Windows and the VMM, and report the line to the VMM's maintainers with winver. That virtualization is off it does not say; systeminfo shows whether the hypervisor runs.",
		.reference = "github.com/docker/desktop-feedback/issues/102",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}whp error, failed to {any}", "OpenVMM 2024 to 2026" },
			{ "{any}WHvCreatePartition failed{any}" },
			{ "{any}WHvSetPartitionProperty failed{any}" },
			{ "{any}WHvSetupPartition failed{any}" },
			{ "{any}WHvCreateVirtualProcessor failed{any}" },
			{ "{any}WHvMapGpaRange failed{any}" }
		),
	},
	{
		.id = "whpx-exit",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on WHPX met an exit of the guest that it does not handle, and stopped the guest.",
		.cause = "An exit that this QEMU has no handler for. CPU models with features that WHPX does not pass on lead there.",
		.remedy = "-cpu with fewer features (-cpu Nehalem or qemu64) and -accel whpx,kernel-irqchip=off; a newer QEMU.",
		.reference = "github.com/SerenityOS/serenity/issues/11484",
		.clauses = whpx_exit,
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: Unexpected VP exit code {n}{any}" },
			{ "{any}WHPX: Unexpected APIC exit that is not a INIT or SIPI", "QEMU 6.0" }
		),
	},
	{
		.id = "whpx-gave-up",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU or the Android emulator gave up on the Windows Hypervisor Platform; a line before it says why.",
		.cause = "Without such a line: the platform is not installed, or Windows' hypervisor does not run (off in the firmware, hypervisorlaunchtype off; in a VM: virtualization is not exposed to it).",
		.remedy = "optionalfeatures: Windows Hypervisor Platform; bcdedit /set hypervisorlaunchtype auto; VT-x or SVM on in the firmware, in a VM exposed; restart. systeminfo shows whether the hypervisor runs. Emulation, slow: -accel tcg, for the Android emulator -accel off.",
		.reference = "github.com/omacom/try-omarchy-windows/issues/19",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}failed to initialize whpx: {any}", "QEMU 10.0" },
			{ "{any}failed to initialize WHPX: {any}", "QEMU 2.12 to 9.2" },
			{ "{any}WHPX: Failed to exec a virtual processor{any}", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "whpx-emulate",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on the Windows Hypervisor Platform could not emulate an access of the guest to a device, and stopped the guest. The number has a bit for each cause.",
		.cause = "2: Windows' emulator does not know the instruction; 4: QEMU's port, 8: its device did not answer; 16, 32: the guest's address could not be translated; 64, 128: registers could not be read or set. With hr=c0350005 beside it: a build of Windows and this QEMU do not fit.",
		.remedy = "Update Windows and QEMU or the emulator (builds 21292 to 21301 of Windows broke it); -cpu with fewer features, -accel whpx,kernel-irqchip=off. Emulation, slow: -accel tcg, for the Android emulator -accel off.",
		.reference = "github.com/microsoft/WSL/issues/6471, github.com/kjliew/qemu-3dfx/issues/44",
		.fold = true,
		.clauses = whpx_emulate,
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: Failed to emulate {word} access with EmulatorReturnStatus: {n}", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "whpx-arm-irqchip",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on the Windows Hypervisor Platform does not start with kernel-irqchip=off on Arm: there Windows always has the interrupt controller.",
		.cause = "That option helps on x86 and was added for both, by hand or by the program that starts QEMU.",
		.remedy = "-accel whpx without kernel-irqchip=off.",
		.reference = "github.com/microsoft/quicksand/issues/34",
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: on Arm, only kernel-irqchip=on is currently supported{any}", "QEMU 11" },
			{ "{any}WHPX: split irqchip currently not supported{any}", "QEMU 6.0 to 11" }
		),
	},
	{
		.id = "whpx-arm-old",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This Windows on Arm has a Windows Hypervisor Platform that is older than what QEMU can use.",
		.remedy = "Windows 11 build 26100.3915 or later.",
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: host OS exposing pre-release WHPX implementation{any}", "QEMU 11" }
		),
	},
	{
		.id = "whp-call",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A call of a VMM to the Windows Hypervisor Platform failed; the line names the call, and behind HRESULT the code.",
		.cause = "The platform is there, and a partition was made before. What the code says; by itself the call does not tell whether nesting is the reason.",
		.remedy = "nestdiag explain CODE; the log of Hyper-V-Hypervisor in Event Viewer; update Windows and the VMM, and report the line with winver.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}WHv{word}VirtualProcessor failed: HRESULT {any}", "libkrun 1.18" },
			{ "{any}WHv{word}VirtualProcessorRegisters failed: HRESULT {any}", "libkrun 1.18" },
			{ "{any}WHvEmulator{word} failed: HRESULT {any}", "libkrun 1.18" },
			{ "{any}WHvGetCapability failed: HRESULT {any}", "libkrun 1.18" },
			{ "{any}WHvRequestInterrupt failed: HRESULT {any}", "libkrun 1.18" },
			{ "{any}WHvDeletePartition failed: HRESULT {any}", "libkrun 1.18" }
		),
	},
};

const struct nd_catalogue nd_catalogue_whp = {
	"whp", messages, ARRAY_SIZE(messages)
};
