// SPDX-License-Identifier: GPL-2.0-only
/* Windows' host compute service, and containers of Windows. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "hcs-notification",
		.origin = "hcs",
		.severity = ND_MSG_ERROR,
		.meaning = "Containers of Windows (hcsshim, containerd, Docker): the host compute service did not report in time, its connection broke, or a container or its VM ended while something was waited for.",
		.cause = "The VM or container did not come up or end within the time, crashed, or the service vmcompute was restarted. In a Windows that is itself a VM the nesting below may be why; the line does not say it.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Compute-Operational; restart vmcompute; process isolation (--isolation=process) to compare.",
		.reference = "internal/hcs/errors.go of github.com/microsoft/hcsshim",
		.wordings = ND_WORDINGS(
			{ "{any}hcsshim: timeout waiting for notification{any}" },
			{ "{any}hcsshim: the handle {any}has {any}been closed{any}" },
			{ "{any}lost communication with compute service{any}" },
			{ "{any}hcs{any}unexpected container exit{any}" }
		),
	},
	{
		.id = "hcs-step",
		.origin = "hcs",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' host compute service (hcsshim: containerd, Docker, Kubernetes on Windows) failed at the step that stands behind hcs::; the words behind it are Windows' error.",
		.cause = "What that error says: a file or layer that is missing, a setting that this Windows does not take, no memory, a VM that ended. By itself it does not say whether virtualization is the reason.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Compute-Admin, and of Hyper-V-Worker; the same container with --isolation=process to compare.",
		.reference = "github.com/microsoft/hcsshim",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}hcs::{word} {word}: {any}" },
			{ "{any}hcsshim::{word} {word}: {any}" }
		),
	},
	{
		.id = "rancher-vsock",
		.origin = "rancher-desktop",
		.severity = ND_MSG_ERROR,
		.meaning = "Rancher Desktop's network does not reach its VM of WSL: the sockets between Windows and the VM (AF_VSOCK, Hyper-V sockets) do not connect.",
		.cause = "The distribution rancher-desktop does not run or ended, its vsock-peer did not start, or other VMs of Hyper-V are asked instead. WSL's VM itself may run: the line is no sign of missing virtualization.",
		.remedy = "wsl --list --verbose: does rancher-desktop run? wsl --shutdown and start Rancher Desktop again; wsl --update; its host-switch and vtunnel logs.",
		.reference = "src/go/networking/pkg/vsock/handshake_windows.go of github.com/rancher-sandbox/rancher-desktop",
		.wordings = ND_WORDINGS(
			{ "{any}could not find vsock-peer process on any hyper-v VM(s)" },
			{ "{any}looking for vsock-peer failed: {any}" },
			{ "{any}no running WSL VM found" },
			{ "{any}could not open registry key, is WSL VM running? {any}" },
			{ "{any}could not dial Hyper-V socket: {any}" },
			{ "{any}timed out dialing Hyper-V socket" }
		),
	},
	{
		.id = "hcs-not-available",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' host compute service (vmcompute), which starts the VMs of WSL2, Docker and containers, is not there or does not start. The code says nothing of the processor's virtualization; without a hypervisor it is 0x80370102.",
		.cause = "The feature Virtual Machine Platform is not enabled or was damaged by an update, or the service cannot start: seen with an exploit protection setting (control flow guard) of vmcompute.exe.",
		.remedy = "optionalfeatures: enable Virtual Machine Platform (off and on again if it is), restart; net start vmcompute and its error. Windows Security, Exploit protection, Program settings: remove the override of control flow guard of vmcompute.exe.",
		.reference = "github.com/microsoft/WSL/issues/8693, github.com/microsoft/WSL/issues/4951",
		.wordings = ND_WORDINGS(
			{ "{any}HCS_E_SERVICE_NOT_AVAILABLE{any}" },
			{ "{any}0x80370114{any}" },
			{ "{any}0X80370114{any}" },
			{ "{any}he operation could not be started because a required feature is not installed{any}" },
			{ "{any}op{any}ration n'a pas pu {any} car une fonctionnalit{any} requise n'est pas install{any}" },
			{ "{any}No se pudo iniciar la operaci{any} porque no se instal{any}" }
		),
	},
	{
		.id = "docker-no-containers",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker's daemon for Windows containers did not find Windows' host compute service, which comes with the feature Containers. Virtualization is not the reason.",
		.cause = "The feature is not installed, or this Windows has none: seen on Hyper-V Server 2019, and in containers.",
		.remedy = "Install-WindowsFeature Containers (Windows 10, 11: optionalfeatures, Containers), restart. Else an edition that has it. Linux containers with WSL2 do without.",
		.reference = "github.com/MicrosoftDocs/Virtualization-Documentation/issues/945, github.com/docker/for-win/issues/2020",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to load vmcompute.dll{any}" },
			{ "{any}required service is not installed, ensure the Containers feature is installed{any}" }
		),
	},
	{
		.id = "hcs-code",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' host compute service, which starts the VMs of WSL, Docker and containers, ended with this code.",
		.cause = "What the code says; by itself it does not say whether nesting is the reason.",
		.remedy = "Events of Hyper-V-Compute and Hyper-V-Hypervisor of the same time say more.",
		.reference = "learn.microsoft.com/virtualization/api/hcs/reference/hcshresult",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}0x8037{hcs}{any}" },
			{ "{any}0X8037{hcs}{any}" },
			{ "{any}HCS_E_{word}{any}" }
		),
	},
	{
		.id = "docker-no-virtualization",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop found no virtualization.",
		.cause = "Virtualization is off in the firmware; Windows' hypervisor does not run (Hyper-V or Virtual Machine Platform not installed, hypervisorlaunchtype off); or Docker Desktop runs in a VM to which the hypervisor below does not expose it.",
		.remedy = "Enable VT-x or SVM in the firmware; in a VM expose it in the hypervisor below. On Windows: wsl --install --no-distribution, bcdedit /set hypervisorlaunchtype auto.",
		.reference = "github.com/docker/for-win/issues/12085",
		.wordings = ND_WORDINGS(
			{ "{any}ardware assisted virtualization and data execution protection must be enabled in the BIOS{any}" },
			{ "{any}Docker Desktop is unable to detect a Hypervisor{any}" },
			{ "{any}irtualization support wasn't detected{any}" },
			{ "{any}irtualisation support wasn't detected{any}" }
		),
	},
	{
		.id = "docker-deploy",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop could not start its Linux in WSL.",
		.cause = "WSL cannot start a VM, usually because this Windows has no virtualization, or its disk cannot be set up; the rest of the line says which.",
		.remedy = "wsl --status, and try wsl by itself: its error code says more.",
		.reference = "github.com/docker/for-win/issues/11941",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "Failed to deploy distro {word} to {any}" },
			{ "{any}deploying WSL2 distributions: {any}" }
		),
	},
	{
		.id = "hcs-not-supported",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows refused to make a container that is to be a small VM (Hyper-V isolation): it does not have what that needs.",
		.cause = "Hyper-V is not installed, or only its management tools without the platform; or this Windows is a VM without exposed virtualization, or the image is for another version.",
		.remedy = "Features Microsoft-Hyper-V (with the platform) and Containers on, restart. In a VM: expose virtualization below first. Or --isolation=process with an image of the same version.",
		.reference = "github.com/moby/moby/issues/40720",
		.wordings = ND_WORDINGS(
			{ "{any}hcsshim::CreateComputeSystem {any}: The request is not supported{any}" }
		),
	},
	{
		.id = "docker-memory",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "This machine has not enough free memory for the VM of Docker Desktop. That is no lack of virtualization.",
		.remedy = "Less memory for the VM (Settings, Resources; .wslconfig), or fewer programs; a VM needs more of its host, fixed and not dynamic.",
		.wordings = ND_WORDINGS(
			{ "{any}ot enough memory to start Docker {any}" },
			{ "{any}start Docker Desktop but you don't have enough memory{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_hcs = {
	"hcs", messages, ARRAY_SIZE(messages)
};
