// SPDX-License-Identifier: GPL-2.0-only
/* The Android emulator and Cuttlefish. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "android-no-vmx",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator found no /dev/kvm, and a processor without vmx and svm: it cannot run an x86 image.",
		.cause = "Mostly it runs in a VM to which the hypervisor below exposes no virtualization: a cloud instance or CI runner that does not nest, VirtualBox, VMware, WSL2, or the VM of Docker Desktop (also below a container). Off in the firmware it mostly tells otherwise: it asks CPUID itself, which has the flag then, too.",
		.remedy = "Expose virtualization in the hypervisor below, or take a machine that nests (nestdiag check says what is missing); then containers need --device /dev/kvm. On a physical machine see the firmware all the same. An arm image, or -accel off, works without it but is slow.",
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
		.meaning = "The Android emulator found no /dev/kvm (on x86: although the processor has vmx or svm): it cannot run its image with KVM.",
		.cause = "A container without the device; or kvm_intel or kvm_amd is not loaded, or did not load because virtualization is off in the firmware (dmesg says so).",
		.remedy = "In a container --device /dev/kvm; else modprobe kvm_intel or kvm_amd, and dmesg or nestdiag check say what is missing; off: VT-x or SVM on in the firmware.",
		.fold = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any} is not found: VT disabled in BIOS or KVM kernel module not loaded{any}" }
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
		.id = "android-whpx-refused",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator sees Hyper-V running, and could not use the Windows Hypervisor Platform on it.",
		.cause = "Hyper-V or Windows Hypervisor Platform, which are two features of Windows, is not on, or not yet before a restart. \"Is available\" means only that this Windows is new enough.",
		.remedy = "Both on in \"Turn Windows features on or off\", restart; emulator-check accel shows what it finds then.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Hyper-V detected and Windows Hypervisor Platform is available{any}" }
		),
	},
	{
		.id = "android-windows-old",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator sees Hyper-V running, and this Windows is older than the Windows Hypervisor Platform with which it could run on top.",
		.cause = "That came with Windows 10 1803 (build 17134).",
		.remedy = "Windows 10 1803 or later with Hyper-V and Windows Hypervisor Platform on. Or bcdedit /set hypervisorlaunchtype off, restart (less protection, no WSL2), and the emulator's driver.",
		.reference = "CpuAccelerator.cpp of the Android emulator",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Hyper-V detected and Windows Hypervisor Platform is not available{any}" }
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
			{ "User must be a member of kvm" },
			{ "User must be a member of cvdnetwork" },
			{ "User must be a member of render" },
			{ "{any}Validation of user configuration failed{any}" }
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
		.id = "android-ended",
		.origin = "android",
		.severity = ND_MSG_ERROR,
		.meaning = "The Android emulator ended while it started, or (exit code 0) in good order. Android Studio's window does not say why.",
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
	{
		.id = "emulator-pipe",
		.origin = "android-emulator",
		.severity = ND_MSG_NOTE,
		.meaning = "A part of Android in the guest did not open one of its channels to the emulator (a QEMU pipe). By itself that is no failure.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}emulator: Failed to open the QEMU pipe '{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_android = {
	"android", messages, ARRAY_SIZE(messages)
};
