// SPDX-License-Identifier: GPL-2.0-only
/* The hypervisors of the BSDs and of illumos: bhyve, and NVMM of NetBSD and DragonFly. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause bhyve_no_device[] = {
	{ 0, "Device not configured", NULL,
	  "The vmm module is loaded and found no VMX or SVM, or no EPT or NPT, on this machine or exposed to this VM.",
	  NULL },
	{ 0, "No such file", NULL,
	  "The module is not loaded.",
	  "kldload vmm, then dmesg | grep -iE 'vmx|svm' tells whether it found what it needs." },
	{ 0 }
};

#define NO_NVMM(error, word) \
	{ error, word, NULL, \
	  "The nvmm module is not loaded or found no VMX or SVM.", \
	  "modload nvmm, and see in dmesg what it says: VT-x or SVM on in the firmware, in a VM enable nested virtualization in the hypervisor below. Else -accel tcg." }
#define NVMM_DENIED(error, word) \
	{ error, word, NULL, \
	  "No permission on /dev/nvmm.", \
	  "ls -l /dev/nvmm, and run it as a user who may." }
#define NVMM_BUSY(error, word) \
	{ error, word, NULL, \
	  "Another hypervisor (HAXM) holds VMX.", \
	  "Stop the other hypervisor. Else -accel tcg." }
#define NVMM_OTHER(error, word) \
	{ error, word, NULL, \
	  "QEMU was built for another release of the system.", \
	  "A QEMU that is built for this release. Else -accel tcg." }

static const struct nd_clause nvmm_failed[] = {
	NO_NVMM(0, "error=2"), NO_NVMM(0, "error=6"), NO_NVMM(0, "Device not configured"),
	NO_NVMM(0, "No such file"),
	NVMM_DENIED(0, "error=13"), NVMM_DENIED(0, "Permission denied"),
	NVMM_BUSY(0, "error=16"), NVMM_BUSY(0, "Device busy"),
	NVMM_OTHER(0, "Unsupported version"), NVMM_OTHER(0, "Wrong state size"),
	{ 0 }
};

static const struct nd_clause bhyve_run[] = {
	{ 0, "errno 6", NULL,
	  "vmm found no virtualization that it can use (ENXIO).",
	  "dmesg | grep -iE \"vmx|svm\" says what is missing. On a machine: VT-x or SVM on in the firmware. In a VM: enable nested virtualization in the hypervisor below." },
	{ 0, "errno 22", NULL,
	  "A state that vmm does not take (EINVAL). Below another hypervisor: what that one exposes.",
	  "In a VM: the CPU type host below. sysctl hw.vmm." },
	{ 0 }
};

static const struct nd_clause bhyve_exited[] = {
	{ 0, "status 0", "bhyve ended: the guest rebooted.",
	  NULL,
	  NULL },
	{ 0, "status 1", "bhyve ended: the guest powered off.",
	  NULL,
	  NULL },
	{ 0, "status 2", "bhyve ended: the guest halted.",
	  NULL,
	  NULL },
	{ 0, "status 3", "bhyve ended by a triple fault of its guest.",
	  "The guest's system crashed.",
	  NULL },
	{ 0, "status 4", "bhyve ended by an error of its own.",
	  "At the start: more virtual CPUs than bhyve allows, no memory, or no virtualization for bhyve in this VM.",
	  NULL },
	{ 0, "status 71", "bhyve ended by an error of the system (sysexits).",
	  "At the start: more virtual CPUs than bhyve allows, no memory, or no virtualization for bhyve in this VM.",
	  NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "chyves-no-slat",
		.origin = "chyves",
		.severity = ND_MSG_ERROR,
		.meaning = "chyves found no RVI (AMD) or EPT (Intel) in FreeBSD's boot messages: bhyve needs one of them, and runs no guest here.",
		.cause = "A processor without; in a VM the hypervisor below exposes no virtualization, or exposes it without EPT or NPT.",
		.remedy = "Expose nested virtualization with EPT or NPT in the hypervisor below (VMware vhv.enable, KVM nested=1 and host CPU); grep -E 'VT-x|SVM' /var/run/dmesg.boot.",
		.reference = "github.com/chyves/chyves",
		.wordings = ND_WORDINGS(
			{ "{any}CPU lacks the basic feature to run bhyve{any}" }
		),
	},
	{
		.id = "hyperkit-exit",
		.origin = "hyperkit",
		.severity = ND_MSG_ERROR,
		.meaning = "xhyve or HyperKit (macOS; Docker Desktop of old) got an exit of the guest for which it has nothing, and ended. The VM had been created by then.",
		.cause = "An exit of Hypervisor.framework that its table of handlers lacks; in a macOS that is itself a VM also what the level below makes of it.",
		.remedy = "The number is bhyve's VM_EXITCODE. HyperKit is no longer developed: QEMU with hvf, or Virtualization.framework.",
		.reference = "src/hyperkit.c of github.com/moby/hyperkit",
		.wordings = ND_WORDINGS(
			{ "vcpu_loop: unexpected exitcode {hex}" }
		),
	},
	{
		.id = "bhyve-no-ppt",
		.origin = "bhyve",
		.severity = ND_MSG_WARNING,
		.meaning = "There is no device that bhyve could pass to a guest: none is attached to the driver ppt.",
		.cause = "No pptdevs for it in /boot/loader.conf, a wrong bus/slot/function there or in wifibox' configuration, the device taken by its own driver, or no VT-d or AMD-Vi.",
		.remedy = "pciconf -l | grep ppt; pptdevs=\"BUS/SLOT/FUNC\" and vmm_load=\"YES\" in loader.conf, reboot; or devctl set driver pciB:S:F ppt; VT-d in the firmware.",
		.reference = "github.com/pgj/freebsd-wifibox/issues/56",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}No bhyve PPT device could be found" },
			{ "{any}No PPT driver is attached due to lack of device" },
			{ "{any}No passthru device is configured" }
		),
	},
	{
		.id = "bhyve-msr",
		.origin = "bhyve",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest of bhyve used an MSR that bhyve does not have; without -w the guest gets an exception, and may hang or stop.",
		.cause = "Windows and newer guests use registers that bhyve does not emulate.",
		.remedy = "bhyve -w (ignore unknown MSRs); in managers the option of that name; update FreeBSD.",
		.reference = "github.com/AlchemillaHQ/Sylve/issues/60",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "wrmsr to register {hex}({hex}) on vcpu {n}" },
			{ "rdmsr to register {hex} on vcpu {n}" }
		),
	},
	{
		.id = "bhyve-no-vmx",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "bhyve found no VMX or SVM that it can use: its kernel module does not load.",
		.cause = "Disabled by the firmware, or FreeBSD runs in a VM to which the hypervisor below does not expose it (HAXM cannot, nor VirtualBox before 6.1, on AMD before 6.0).",
		.remedy = "Enable VT-x or SVM in the firmware and power-cycle; in a VM enable nested virtualization in the hypervisor below (KVM: nested=1 and CPU type host).",
		.reference = "github.com/intel/haxm/issues/479",
		.wordings = ND_WORDINGS(
			{ "vmx_init: processor does not support VMX operation", "FreeBSD 10 to 12" },
			{ "vmx_modinit: processor does not support VMX operation", "FreeBSD 13 to 15" },
			{ "vmx_init: VMX operation disabled by BIOS", "FreeBSD 10 to 12" },
			{ "vmx_modinit: VMX operation disabled by BIOS", "FreeBSD 13 to 15" },
			{ "SVM: not available.", "FreeBSD 11 to 15" },
			{ "SVM: disabled by BIOS.", "FreeBSD 11 to 15" }
		),
	},
	{
		.id = "bhyve-caps",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor has VMX or SVM, but not a part of it that bhyve needs; the line names it. bhyve's kernel module does not load; xhyve and HyperKit on macOS, which come from it, start no guest.",
		.cause = "A hypervisor below whose VMX or SVM is incomplete (no EPT or NPT, no exit decoding), or an old processor (before Nehalem, or without NRIP save). On macOS: a Hypervisor.framework that does not offer the control (OS X 10.10.2).",
		.remedy = "In a VM: expose more in the hypervisor below: the host's CPU, with EPT or NPT. macOS: a newer one, and a newer xhyve or HyperKit. Else another machine.",
		.follows = "xhyve-control",
		.wordings = ND_WORDINGS(
			{ "vmx_init: processor does not support desired {any}", "FreeBSD 10 to 12" },
			{ "vmx_modinit: processor does not support desired {any}", "FreeBSD 13 to 15" },
			{ "vmx_init: ept initialization failed ({n})", "FreeBSD 10 to 12" },
			{ "vmx_modinit: ept initialization failed ({n})", "FreeBSD 13 to 15" },
			{ "SVM: Nested Paging feature not available.", "FreeBSD 11 to 15" },
			{ "SVM: NRIP Save feature not available.", "FreeBSD 11 to 15" }
		),
	},
	{
		.id = "bhyve-no-device",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "bhyve could not make a VM: the vmm module is not there, or it is loaded and found no virtualization.",
		.cause = "The vmm module is not loaded, or found no VMX or SVM, or no EPT or NPT.",
		.remedy = "kldload vmm, then dmesg | grep -iE 'vmx|svm' says what is missing. In a VM: enable nested virtualization in the hypervisor below.",
		.reference = "github.com/pr1ntf/iohyve/issues/287",
		.follows = "bhyve-no-vmx bhyve-caps no-vmm-module",
		.clauses = bhyve_no_device,
		.wordings = ND_WORDINGS(
			{ "vm_create: Device not configured", "FreeBSD 10 to 15" },
			{ "vm_create: No such file or directory", "FreeBSD 10 to 15" },
			{ "vm_open: Device not configured", "FreeBSD 10 to 15" },
			{ "Cannot open /dev/vmmctl: {any}", "illumos" }
		),
	},
	{
		.id = "xhyve-control",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "xhyve or HyperKit asked macOS for a control of VMX, of which macOS says neither that it may be on nor off: this version of it knows no better, and starts no guest.",
		.cause = "cap_field 2 is the secondary controls (bit 14: VMCS shadowing, 16, 20: XSAVES). macOS after 10.15 and processors other than the author's tell of bits that older versions did not switch off.",
		.remedy = "The newest HyperKit, or a build of xhyve's current source; their successors: Virtualization.framework (vfkit, Lima with vz) or QEMU with HVF.",
		.reference = "github.com/machyve/xhyve/issues/203, github.com/moby/hyperkit/pull/263",
		.wordings = ND_WORDINGS(
			{ "vmx_set_ctlreg: cap_field: {n} bit: {n} unspecified {any}" }
		),
	},
	{
		.id = "bhyve-exit",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "bhyve, or xhyve or HyperKit on macOS, stopped a guest at an exit that it does not handle, or whose entry failed; the lines below it are the exit.",
		.cause = "exit_reason 33 or 34, or inst_error other than 0: the processor, or the hypervisor below, refused the guest's state or controls. Others: what the reason says.",
		.remedy = "nestdiag explain on exit_reason and inst_error; below another hypervisor, update it or give the VM the host's CPU.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "vm exit[{n}]", "FreeBSD 10 to 15" }
		),
	},
	{
		.id = "bhyve-exit-reason",
		.origin = "bhyve",
		.severity = ND_MSG_NOTE,
		.meaning = "The exit of bhyve's guest.",
		.wordings = ND_WORDINGS(
			{ "exit_reason{any}\t{exitnumber}{any}", "FreeBSD 10 to 15" },
			{ "exitcode{any}\t0x{svmexit}", "FreeBSD 11 to 15" },
			{ "inst_error{any}\t{failentry}", "FreeBSD 10 to 15" },
			{ "exit_reason{any} {exitnumber}{any}" },
			{ "inst_error{any} {failentry}" }
		),
	},
	{
		.id = "bhyve-emulate",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "bhyve, or xhyve and HyperKit on macOS, could not emulate an instruction with which the guest touched a device, and stopped it.",
		.cause = "An instruction that bhyve's emulator does not have (often of a newer guest), or a guest that jumped into nothing.",
		.remedy = "Update FreeBSD; on macOS use the newest HyperKit or another VMM (minikube: --driver=vfkit or qemu). The bytes in the line are the instruction.",
		.reference = "github.com/churchers/vm-bhyve/issues/261",
		.wordings = ND_WORDINGS(
			{ "Failed to emulate instruction [{any}] at {hex}", "FreeBSD 11 to 12" },
			{ "Failed to emulate instruction sequence [{any}] at {hex}", "FreeBSD 13 to 15" }
		),
	},
	{
		.id = "nvmm-disabled",
		.origin = "nvmm",
		.severity = ND_MSG_ERROR,
		.meaning = "NVMM (NetBSD, DragonFly) found no VMX or SVM that it can use; QEMU cannot use -accel nvmm.",
		.cause = "Disabled by the firmware, or the hypervisor below exposes only a part of VMX or SVM; the line names what is missing.",
		.remedy = "Enable VT-x or SVM in the firmware and power-cycle; in a VM enable nested virtualization in the hypervisor below, with EPT or NPT.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "NVMM: VMX disabled in BIOS", "NetBSD 9 to 10" },
			{ "NVMM: {any} not supported", "NetBSD 9 to 10" },
			{ "nvmm: VMX disabled in BIOS", "DragonFly 6" },
			{ "nvmm: {any} not supported", "DragonFly 6" }
		),
	},
	{
		.id = "nvmm-attached",
		.origin = "nvmm",
		.severity = ND_MSG_HARMLESS,
		.meaning = "NVMM found VMX or SVM that it can use: QEMU's -accel nvmm works for whoever may open /dev/nvmm.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "nvmm{n}: attached, using backend {any}", "NetBSD 9 to 10" },
			{ "nvmm: attached, using backend {any}", "DragonFly 6" }
		),
	},
	{
		.id = "nvmm-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU (or xhyve) could not use NVMM, the hypervisor of NetBSD and DragonFly; a number in the line is the errno there.",
		.cause = "NVMM is not there, not allowed, held by another hypervisor, or of another release than QEMU is made for.",
		.remedy = "modload nvmm, and see in dmesg what it says: VT-x or SVM on in the firmware, in a VM enable nested virtualization in the hypervisor below. ls -l /dev/nvmm; stop the other hypervisor. Otherwise -accel tcg.",
		.follows = "nvmm-disabled",
		.clauses = nvmm_failed,
		.wordings = ND_WORDINGS(
			{ "{any}NVMM: Initialization failed, error={n}{any}", "QEMU 6.0 to 10.0" },
			{ "{any}NVMM: No accelerator found, error={n}{any}", "xhyve for NVMM" },
			{ "failed to initialize nvmm: {any}", "QEMU 6.0 to 10.0" },
			{ "failed to initialize NVMM: {any}" },
			{ "{any}NVMM: Unable to fetch capability, error={n}{any}", "QEMU 6.0 to 10.0" },
			{ "{any}NVMM: Machine creation failed, error={n}{any}", "QEMU 6.0 to 10.0" },
			{ "{any}NVMM: Unsupported version {n}{any}", "QEMU 6.0 to 10.0" },
			{ "{any}NVMM: Wrong state size {n}{any}", "QEMU 6.0 to 10.0" }
		),
	},
	{
		.id = "nvmm-run",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "NVMM did not do what QEMU asked of it for the guest: a state or memory that it does not take, an instruction that it cannot emulate, or an entry that failed.",
		.cause = "A state that NVMM does not take, or a hypervisor below that refused the entry.",
		.remedy = "-accel tcg shows whether it is the guest; in a VM update the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "{any}NVMM: Failed to {any}, error={n}{any}", "QEMU 6.0 to 10.0" },
			{ "{any}NVMM: Unexpected VM exit code {any}", "QEMU 6.0 to 10.0" },
			{ "{any}NVMM: {any} Assist Failed {any}", "QEMU 10.0" },
			{ "{any}NVMM: Failed to execute a VCPU.", "QEMU 10.0" }
		),
	},
	{
		.id = "bhyve-run",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "bhyve could not run its guest: the vmm module refused.",
		.cause = "The number is the errno of the system. Below another hypervisor: what that one exposes.",
		.remedy = "dmesg | grep -iE \"vmx|svm\"; sysctl hw.vmm. In a VM: enable nested virtualization in the hypervisor below (CPU type host).",
		.clauses = bhyve_run,
		.wordings = ND_WORDINGS(
			{ "{any}vm_run error {n}, errno {n}{any}" }
		),
	},
	{
		.id = "bhyve-exited",
		.origin = "bhyve",
		.severity = ND_MSG_NOTE,
		.meaning = "bhyve ended, with a status of its own or of sysexits(3).",
		.cause = "At once after the start: nothing that boots (disk order, firmware), more virtual CPUs than bhyve allows, no memory, or no virtualization for bhyve in this VM.",
		.remedy = "Start it in the foreground (vm start -f) to see what it prints; vm-bhyve.log has the command line. nestdiag dmesg on the output of dmesg for what vmm said.",
		.reference = "bhyve(8); github.com/churchers/vm-bhyve/issues/192",
		.clauses = bhyve_exited,
		.wordings = ND_WORDINGS(
			{ "{any}bhyve exited with status {n}" }
		),
	},
	{
		.id = "bhyve-exit-bits",
		.origin = "bhyve",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of the exit of bhyve's guest that say nothing new.",
		.quiet = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "reason{any} VMX" },
			{ "reason{any}\tVMX" },
			{ "inst_error{any} 0" },
			{ "inst_error{any}\t0" }
		),
	},
	{
		.id = "nvmm-no-migration",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU on NVMM cannot migrate or save its guest.",
		.remedy = "Shut the guest down and start it on the other machine.",
		.wordings = ND_WORDINGS(
			{ "{any}NVMM: Migration not supported", "QEMU 10.0" }
		),
	},
	{
		.id = "nvmm-msr",
		.origin = "qemu",
		.severity = ND_MSG_HARMLESS,
		.meaning = "The guest used an MSR that QEMU on NVMM does not have; it was ignored.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}NVMM: Unexpected RDMSR {hex}, ignored", "QEMU 10.0" },
			{ "{any}NVMM: Unexpected WRMSR {hex} [val={hex}], ignored", "QEMU 10.0" }
		),
	},
	{
		.id = "bhyve-aborted",
		.origin = "freebsd",
		.severity = ND_MSG_ERROR,
		.meaning = "FreeBSD says that bhyve aborted (signal 6): it met something that it does not handle, and wrote before what.",
		.cause = "A processor without unrestricted guest mode (UG: Intel before Westmere) with UEFI, an instruction or exit that it cannot handle, or a configuration that it does not take. In a VM: what the hypervisor below does not give.",
		.remedy = "Run bhyve in the foreground (vm start -f, cbsd bhyverun.sh) for its last line; dmesg | grep -i VT-x lists UG among the features if the processor has it.",
		.reference = "github.com/cbsd/cbsd/issues/151",
		.elsewhere = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "pid {n} (bhyve), {any}exited on signal 6{any}", "FreeBSD 10 to 15" }
		),
	},
};

const struct nd_catalogue nd_catalogue_bhyve = {
	"bhyve", messages, ARRAY_SIZE(messages)
};
