// SPDX-License-Identifier: GPL-2.0-only
/* Linux outside of KVM: boot, modprobe, hangs and clocks, KVM's guest side. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_advice arm_stall = {
	"In guests: a virtual CPU that is not woken, or that gets no time from the host. Right after a resume from a snapshot or a pause: the clock jumped by the time in between (t= of the next line), which looks like a stall.",
	"Look at interrupt delivery and at the load of the level below. After a resume the first report can be ignored.",
};

static const struct nd_clause tsc_unstable[] = {
	{ 0, "KVM discovered backwards TSC", NULL,
	  "On this host a vCPU came to a CPU whose TSC was behind.",
	  NULL },
	{ 0, "cpufreq", NULL,
	  "A TSC whose rate goes with the CPU's.",
	  NULL },
	{ 0, "could not calculate TSC", NULL,
	  "There is nothing to measure it by.",
	  NULL },
	{ 0, "boot parameter", NULL,
	  "notsc or tsc=unstable was given.",
	  NULL },
	{ 0 }
};

#define ON_MSR(error, word) \
	{ error, word, NULL, \
	  "In a VM the hypervisor below raised it: it does not take an MSR, or a bit in it, that the CPU it shows lets the guest use. On a machine: a wrong value from the kernel.", \
	  "Update the hypervisor below, or let it show less: a CPU model without that feature; ignore_msrs=1 there. nestdiag explain says what a register (RCX in the trace) is." }

static const struct nd_clause privileged_fault[] = {
	{ 0, "<0f> 22", NULL,
	  "In a VM the hypervisor below raised it: it does not take a bit of a control register that the CPU it shows lets the guest use, such as in CR3 the bit of PCID that keeps the TLB. On a machine: a wrong value from the kernel.",
	  "Update the hypervisor below, or let it show less: a CPU model without that feature (for CR3 -pcid; on the guest's command line nopcid)." },
	ON_MSR(0, "<0f> 30"), ON_MSR(0, "<0f> 32"),
	{ 0, "<0f> 01 d1", NULL,
	  "In a VM the hypervisor below raised it: it does not take a bit in XCR0 that the CPU it shows lets the guest use. On a machine: a wrong value from the kernel.",
	  "Update the hypervisor below, or let it show less: a CPU model without that feature." },
	{ 0, "0f 38 82", NULL,
	  "In a VM the hypervisor below raised it: it does not take INVPCID as the CPU it shows lets the guest use it. On a machine: a wrong value from the kernel.",
	  "Update the hypervisor below, or let it show less: a CPU model without that feature." },
	{ 0 }
};

/* cs_watchdog_read() in kernel/time/clocksource.c of Linux 6.12. */
static const struct nd_clause clock_delay[] = {
	{ 0, "before success", "Reading the watchdog clock took long at first; it was read again, and the clocks were compared. Harmless if it is rare.",
	  NULL, NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "intel-gvt",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "Intel's GVT-g, which shares a graphics processor among guests, could not follow what a guest wrote into the page tables of its virtual GPU. That is no fault of the processor's virtualization.",
		.cause = "A bug of GVT-g, or a driver in the guest that is newer than it; reports of it are unsolved, and GVT-g is hardly developed any more.",
		.remedy = "An older graphics driver in the guest, or another kernel; the guest without the virtual GPU to compare.",
		.reference = "github.com/intel/gvt-linux/issues/120",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "gvt: vgpu {n}: fail: {any}", "Linux 4.10 to 7.2" },
			{ "gvt: guest page write error, gpa {hex}", "Linux 4.10 to 7.2" }
		),
	},
	{
		.id = "vmx-disabled-by-bios",
		.origin = "boot",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel found VMX disabled in IA32_FEATURE_CONTROL and removed it from the CPU's features: KVM cannot work.",
		.cause = "The firmware, or a hypervisor below that emulates it, locked the register without allowing VMX; \"outside TXT\" is what normal kernels need.",
		.remedy = "On bare metal: enable VT-x in the firmware's setup, then power-cycle (a reboot may not be enough). In a VM: the hypervisor below reports VMX in CPUID but locks it off in the register; fix its nested virtualization settings.",
		.reference = "nestdiag caps shows the register; Intel SDM, IA32_FEATURE_CONTROL",
		.wordings = ND_WORDINGS(
			{ "VMX ({word} TXT) disabled by BIOS", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "svm-disabled-by-bios",
		.origin = "boot",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel found SVM disabled in VM_CR and removed it from the CPU's features: KVM cannot work.",
		.cause = "The firmware, or a hypervisor below, set VM_CR.SVMDIS.",
		.remedy = "Enable SVM (AMD-V) in the firmware's setup, then power-cycle. In a VM: give it a CPU with svm.",
		.reference = "AMD APM volume 2, VM_CR",
		.wordings = ND_WORDINGS(
			{ "SVM disabled (by BIOS) in MSR_VM_CR", "Linux 6.12 to 7.2" },
			{ "SVM disabled (by BIOS) in MSR_VM_CR on CPU {n}" }
		),
	},
	{
		.id = "modprobe-not-supported",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_intel or kvm_amd refused to load: there is no virtualization, or it is disabled.",
		.cause = "No VMX or SVM, disabled by the firmware, or the module for the wrong vendor.",
		.remedy = "nestdiag status says which. On a machine: VT-x or SVM on in the firmware; kvm_amd on AMD, kvm_intel on Intel. In a VM: expose nested virtualization in the hypervisor below.",
		.reference = "github.com/canonical/multipass/issues/12",
		.wordings = ND_WORDINGS(
			{ "could not insert 'kvm_intel': Operation not supported" },
			{ "{any}Error inserting kvm_{word} ({any}): Operation not supported", "module-init-tools 3" },
			{ "{any}error inserting '{any}kvm-{any}': -1 Operation not supported", "module-init-tools 3" },
			{ "could not insert 'kvm_amd': Operation not supported" }
		),
	},
	{
		.id = "modprobe-io-error",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_intel refused to load, mostly because the CPU lacks a control that it cannot do without.",
		.cause = "Nearly always a hypervisor below whose VMX capability registers lack a required control or contradict each other. Also CPUs that differ, a PAT register whose first entry is not write-back, or (Linux 6.12 on) another hypervisor that holds VMX; the kernel's log says so.",
		.remedy = "nestdiag check names the control; expose more in the hypervisor below.",
		.reference = "github.com/NixOS/nixpkgs/issues/27930",
		.wordings = ND_WORDINGS(
			{ "could not insert 'kvm_intel': Input/output error" },
			{ "{any}Error inserting kvm_intel ({any}): Input/output error", "module-init-tools 3" }
		),
	},
	{
		.id = "modprobe-io-error-amd",
		.origin = "kmod",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_amd found virtualization and was refused all the same.",
		.cause = "From Linux 6.12 on KVM switches SVM on as it is loaded: another hypervisor (VirtualBox, VMware) holds it, or EFER.SVME is refused by a hypervisor below. Else a CPU without SVM among others that have it.",
		.remedy = "dmesg | grep -i kvm has the reason (\"enabling virtualization on CPU0 failed\"); lsmod | grep -E \"vboxdrv|vmmon\" and unload it.",
		.reference = "Linux 6.12, virt/kvm/kvm_main.c, kvm_enable_virtualization_cpu()",
		.wordings = ND_WORDINGS(
			{ "could not insert 'kvm_amd': Input/output error" }
		),
	},
	{
		.id = "sgx-no-virt",
		.origin = "boot",
		.severity = ND_MSG_HARMLESS,
		.meaning = "SGX is not available to guests, because there is no VMX. Nothing else is affected.",
		.wordings = ND_WORDINGS(
			{ "SGX virtualization disabled due to lack of VMX.", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "sgx-off",
		.origin = "boot",
		.severity = ND_MSG_HARMLESS,
		.meaning = "SGX is off or limited by the firmware, in a VM by the hypervisor below. It is another feature than VMX: KVM does not need it, and this line says nothing of virtualization.",
		.wordings = ND_WORDINGS(
			{ "SGX Launch Control is locked. Support SGX virtualization only.", "Linux 6.1 to 7.2" },
			{ "SGX Launch Control is locked. Disable SGX.", "Linux 6.1 to 7.2" },
			{ "SGX disabled by BIOS.", "Linux 6.1" },
			{ "SGX disabled by BIOS", "Linux 5.10" },
			{ "SGX disabled or unsupported by BIOS.", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "unchecked-syscfg",
		.origin = "boot",
		.severity = ND_MSG_WARNING,
		.meaning = "The kernel wrote SYS_CFG (0xC0010010) of an AMD processor, and the processor, or the hypervisor below, refused the value: what it was to switch on (SEV-SNP in __snp_enable, memory encryption, MTRR bits) stays off.",
		.cause = "On a machine: firmware that did not prepare it, or locked the register. In a VM: the hypervisor below does not emulate it; for the guest's boot that is harmless.",
		.remedy = "On a machine for SEV-SNP: the newest firmware of the board, its settings for SME, SNP and the RMP table, and a kernel of a release with SNP (Linux 6.11 and later).",
		.reference = "github.com/AMDESE/AMDSEV/issues/203",
		.wordings = ND_WORDINGS(
			{ "unchecked MSR access error: WRMSR to 0xc0010010 {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "unchecked-msr",
		.origin = "boot",
		.severity = ND_MSG_WARNING,
		.meaning = "This kernel used an MSR that its CPU, or the hypervisor below, does not have, or wrote a value that it does not take. It continues without it.",
		.cause = "In a VM: the hypervisor below reports a feature but does not emulate all of its registers.",
		.remedy = "Usually harmless; if it is a virtualization register, update the hypervisor below.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "unchecked MSR access error: RDMSR from {msr} at rIP: {any}", "Linux 5.10 to 7.2" },
			{ "unchecked MSR access error: WRMSR to {msr} (tried to write {any}) at rIP: {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "guest-hypervisor",
		.origin = "boot",
		.severity = ND_MSG_NOTE,
		.meaning = "The hypervisor that this kernel detected below it, by CPUID: the one that it uses, of several whose interfaces there may be.",
		.remedy = "nestdiag status shows all of them.",
		.wordings = ND_WORDINGS(
			{ "Hypervisor detected: {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "guest-pv",
		.origin = "kvm-guest",
		.severity = ND_MSG_HARMLESS,
		.meaning = "This guest of KVM enabled, or did not enable, one of KVM's paravirtual features.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "kvm-guest: PV spinlocks {any}", "Linux 5.10 to 7.2" },
			{ "host does not support poll control", "Linux 5.10 to 7.2" },
			{ "host upgrade recommended", "Linux 5.10 to 7.2" },
			{ "kvm-guest: setup PV {any}", "Linux 5.10 to 7.2" },
			{ "kvm-clock: {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "soft-lockup",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A CPU ran kernel code for so long that nothing else could run; the process in brackets is only what was running there. In a guest, the CPU may not have run at all: its virtual CPU may have been stopped.",
		.cause = "In a guest: its virtual CPU had no time (a busy host, an exit storm, a pause for a snapshot or migration), a lost interrupt, or QEMU emulates it without KVM (TCG), too slowly for this. Else, or also, a bug of that kernel.",
		.remedy = "A newer kernel: of this system, and of the level below, where that has helped. Measure: nestdiag exits and vcpus on the level below; the host's load; with TCG: KVM, or kernel.watchdog_thresh=60. In KVM's code: the trace to kvm@vger.kernel.org (Arm: kvmarm).",
		.reference = "github.com/kubevirt/kubevirt/issues/9539, github.com/systemd/systemd-centos-ci/issues/270",
		.wordings = ND_WORDINGS(
			{ "BUG: soft lockup - CPU#{cpu} stuck for {n}s!{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "hard-lockup",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A CPU took no interrupts for seconds. In a guest its virtual CPU may have been stopped instead.",
		.cause = "The same as for soft lockups; the watchdog needs a performance counter, which often works badly in nested guests.",
		.remedy = "In guests: raise watchdog_thresh, or set nmi_watchdog=0 (hard lockups then go unnoticed); measure the level below with nestdiag exits.",
		.wordings = ND_WORDINGS(
			{ "{any}Watchdog detected hard LOCKUP on cpu {cpu}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "rcu-expedited",
		.origin = "kernel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "An expedited grace period of RCU took longer than its limit, which can be as short as 20 ms: a few jiffies, as in this line, are no hang.",
		.cause = "A short limit (CONFIG_RCU_EXP_CPU_STALL_TIMEOUT, 20 ms on Android), which a CPU under load, or a virtual CPU without time for a moment, exceeds.",
		.remedy = "rcupdate.rcu_exp_cpu_stall_timeout=0 takes the limit of other stalls, 21 s or more.",
		.reference = "Documentation/RCU/stallwarn.rst",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "INFO: {word} detected expedited stalls on CPUs/tasks: {any} {few} jiffies {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "rcu-stall",
		.last = true,
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A CPU did not let RCU finish a grace period for seconds: it did not run, or ran without a pause.",
		.cause = "In guests: a virtual CPU that is not woken (the trace shows pv_native_safe_halt), or that gets no time from the host. Right after a resume from a snapshot or a pause: the clock jumped by the time in between (t= of the next line), which looks like a stall.",
		.remedy = "Look at interrupt delivery and at the load of the level below: nestdiag exits, nestdiag vcpus. After a resume: the VMM has to call KVM_KVMCLOCK_CTRL for each vCPU, or the first report can be ignored.",
		.reference = "github.com/VirtualBox/virtualbox/issues/776; Documentation/RCU/stallwarn.rst",
		.fold = true,
		.arm = &arm_stall,
		.wordings = ND_WORDINGS(
			{ "INFO: {word} self-detected stall on CPU", "Linux 5.10 to 7.2" },
			{ "INFO: {word} detected stalls on CPUs/tasks:", "Linux 5.10 to 7.2" },
			{ "INFO: {word} detected expedited stalls on CPUs/tasks: {any}", "Linux 5.10 to 7.2" },
			{ "{any}(t={n} jiffies g={any} q={any})", "Linux 5.0" }
		),
	},
	{
		.id = "iommu-fault",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "The IOMMU stopped a device's access to memory, or did not answer in time. It has nothing to do with VMX or SVM.",
		.cause = "With a device passed to a guest: its driver there, or what it did before a reset, uses memory that is not mapped for it. Else a driver or firmware whose tables lack a region; in a VM, the virtual IOMMU of the level below.",
		.remedy = "The device behind the number (lspci -s); its driver's and firmware's version; on a host without passthrough iommu=pt (its own devices are then not confined).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "DMAR: DRHD: handling fault status reg {hex}", "Linux 3.12 to 7.2" },
			{ "DMAR: [DMA {any}] Request device {any}", "Linux 4.12 to 7.2" },
			{ "AMD-Vi: Event logged [{any}", "Linux 2.6.27 to 7.2" },
			{ "AMD-Vi: Completion-Wait loop timed out{any}", "Linux 2.6.27 to 7.2" }
		),
	},
	{
		.id = "memory-failure",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The memory of this machine is damaged at an address that a VMM used; the kernel killed the VMM and its guest.",
		.cause = "A hardware error of a memory module (EDAC and mce lines name it); in a VM one that the level below passed on.",
		.remedy = "dmesg | grep -iE \"mce|edac\"; ras-mc-ctl --errors; replace the module.",
		.wordings = ND_WORDINGS(
			{ "Memory failure: {hex}: Killing qemu{any} due to hardware memory corruption", "Linux 3.2 to 7.2" }
		),
	},
	{
		.id = "vmm-trapped",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "A thread of a VMM crashed: a fault in the VMM or a library, not in the guest and not in KVM.",
		.cause = "A bug of that program or library, or memory or a processor that is not sound.",
		.remedy = "coredumpctl info shows where; the package's version; report it to the program named behind \"in\".",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "traps: CPU {n}/KVM[{n}] {any} ip:{any}", "Linux 2.6.25 to 7.2" },
			{ "traps: qemu-system{any}[{n}] {any} ip:{any}", "Linux 2.6.25 to 7.2" },
			{ "traps: qemu-kvm[{n}] {any} ip:{any}", "Linux 2.6.25 to 7.2" }
		),
	},
	{
		.id = "rcu-starved",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "RCU's own thread did not get to run, or its timer did not fire in time.",
		.cause = "In guests: virtual CPUs without time, or timer interrupts that are late or lost.",
		.remedy = "Measure the level below with nestdiag exits; look at its load and its clocksource.",
		.wordings = ND_WORDINGS(
			{ "{word} kthread starved for {n} jiffies! {any}", "Linux 5.10 to 7.2" },
			{ "{word} kthread timer wakeup didn't happen for {n} jiffies! {any}", "Linux 6.12 to 7.2" },
			{ "{any}Possible timer handling issue on cpu={cpu} timer-softirq={n}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "hung-task",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "A task waited for something for minutes.",
		.cause = "In guests: slow disks or networks, virtual CPUs without time, or a bug.",
		.wordings = ND_WORDINGS(
			{ "INFO: task {any} blocked{any} for more than {n} seconds.", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "workqueue-lockup",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "Work that the kernel queued was not started for a long time.",
		.cause = "In guests: a virtual CPU that did not get to run.",
		.wordings = ND_WORDINGS(
			{ "BUG: workqueue lockup - pool{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "nmi-too-long",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "An NMI handler took long. In a guest, every register access in it may be an exit.",
		.remedy = "perf's sampling rate may be lowered: kernel.perf_event_max_sample_rate.",
		.wordings = ND_WORDINGS(
			{ "INFO: NMI handler ({any}) took too long to run: {any} msecs", "Linux 5.10 to 7.2" },
			{ "perf: interrupt took too long ({n} > {n}), lowering {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "hrtimer-too-long",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "Timers kept a CPU in its timer interrupt for that long. In a guest each timer costs exits, and the CPU may have been stopped meanwhile.",
		.cause = "An exit storm, or a host without time for this guest.",
		.remedy = "nestdiag exits on the level below; many of MSR_WRITE (TSC deadline) and PREEMPTION_TIMER point to timers.",
		.wordings = ND_WORDINGS(
			{ "hrtimer: interrupt took {n} ns", "Linux 5.10 to 6.12" }
		),
	},
	{
		.id = "nmi-unknown",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "An NMI arrived that no handler claimed.",
		.cause = "In guests mostly an administrator's \"inject NMI\", a watchdog, or a counter's interrupt that came late.",
		.wordings = ND_WORDINGS(
			{ "Uhhuh. NMI received for unknown reason {hex} on CPU {cpu}.", "Linux 5.10 to 7.2" },
			{ "Dazed and confused, but trying to continue", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kernel-endbr",
		.origin = "kernel",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor's indirect branch tracking (IBT) stopped a jump to a function of the kernel's that is not marked for it.",
		.cause = "A module that was built without IBT: VirtualBox before 7.0, drivers from outside; or assembly of an early kernel that has IBT (5.18). Processors from Intel's 11th generation on have it, so an older one is not affected.",
		.remedy = "A newer kernel, and a newer version of the module whose function the line names. ibt=off on the kernel's command line goes without, and gives that protection up.",
		.reference = "github.com/cilium/cilium/pull/21803",
		.fault = true,
		.wordings = ND_WORDINGS(
			{ "Missing ENDBR: {any}", "Linux 5.18 to 7.2" }
		),
	},
	{
		.id = "clocksource-unstable",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "The kernel no longer trusts that clock, usually the TSC, because it disagrees with another; it uses another one. If that is hpet or acpi_pm, each read of it costs a guest an exit.",
		.cause = "In guests: the virtual CPU was stopped between two readings, or the level below has an unstable TSC itself.",
		.remedy = "Check the clocksource of the level below first; if its TSC is stable, boot this one with tsc=reliable.",
		.wordings = ND_WORDINGS(
			{ "timekeeping watchdog on CPU{cpu}: Marking clocksource '{word}' as unstable because the skew is too large:", "Linux 5.10 to 6.12" },
			{ "{any}timekeeping watchdog: Marking clocksource '{word}' as unstable{any}" },
			{ "{any}Clocksource {word} unstable (delta = {n} ns)" },
			{ "Marking clocksource {word} unstable due to {any} skew", "Linux 7.2" },
			{ "timekeeping watchdog on CPU{cpu}: {any}marking {any}unstable", "Linux 5.10 to 6.12" },
			{ "Marking TSC unstable due to clocksource watchdog", "Linux 5.10 to 7.2" },
			{ "Marking TSC unstable due to check_tsc_sync_source failed" },
			{ "Marking TSC unstable due to TSCs unsynchronized" },
			{ "{any}TSC found unstable after boot, most likely due to broken BIOS{any}" },
			{ "sched_clock: Marking unstable ({any})<-({any})", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "tsc-halts",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel does not take the TSC as its clock: it uses idle states in which a TSC may stop, and CPUID does not say that this one goes on (invariant TSC). That stops no guest and is no fault of virtualization.",
		.cause = "In a VM: the hypervisor below shows idle states (MWAIT, with QEMU by cpu-pm=on; or C2 and C3 of ACPI) and no invariant TSC. On a machine: an older or small processor (Core 2, early Atom).",
		.remedy = "See current_clocksource in /sys/devices/system/clocksource/clocksource0: hpet and acpi_pm cost a guest an exit for each read. Then give the VM invtsc (QEMU: -cpu MODEL,+invtsc; hinders migration) or no MWAIT. tsc=reliable does not help here.",
		.reference = "arch/x86/kernel/tsc.c, drivers/idle/intel_idle.c, drivers/acpi/processor_idle.c of Linux",
		.wordings = ND_WORDINGS(
			{ "Marking TSC unstable due to TSC halts in idle{any}" }
		),
	},
	{
		.id = "tsc-hyperv",
		.origin = "kernel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "Linux as a guest of Hyper-V does not take the TSC itself as its clock, because this Hyper-V does not promise one that is invariant. It takes Hyper-V's page for that (hyperv_clocksource_tsc_page).",
		.reference = "arch/x86/kernel/cpu/mshyperv.c of Linux",
		.wordings = ND_WORDINGS(
			{ "Marking TSC unstable due to running on Hyper-V" }
		),
	},
	{
		.id = "tsc-unstable",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "The kernel does not take the TSC as its clock, for the reason that the line names, but another one. If that is hpet or acpi_pm, each read of it costs a guest an exit.",
		.cause = "The reason that the line gives.",
		.remedy = "See current_clocksource in /sys/devices/system/clocksource/clocksource0. tsc=reliable changes nothing in these: it skips only the tests of one CPU's TSC against another's and the watchdog.",
		.reference = "arch/x86/kernel/tsc.c of Linux",
		.last = true,
		.clauses = tsc_unstable,
		.wordings = ND_WORDINGS(
			{ "Marking TSC unstable due to {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		/* The readings that the line before was judged by. */
		.id = "clocksource-readings",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "What two clocks showed at the same moments: wd of the one that watches, cs of the one that is watched.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}'{word}' wd_now: {hex} wd_last: {hex} mask: {hex}" },
			{ "{any}'{word}' wd_nsec: {n} wd_now: {hex} wd_last: {hex} mask: {hex}", "Linux 5.10 to 6.12" },
			{ "{any}'{word}' cs_now: {hex} cs_last: {hex} mask: {hex}" },
			{ "{any}'{word}' cs_nsec: {n} cs_now: {hex} cs_last: {hex} mask: {hex}", "Linux 5.10 to 6.12" }
		),
	},
	{
		.id = "clocksource-delay",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "Reading the watchdog clock took long, so one comparison was skipped. In guests that clock is emulated, and the CPU may be stopped during the reading.",
		.cause = "In a guest: the level below is busy, or emulating the clock is expensive for it. On a machine: a slow clock (HPET), system management mode, or load.",
		.fold = true,
		.clauses = clock_delay,
		.wordings = ND_WORDINGS(
			{ "wd-{any}-wd read-back delay of {any}, clock-skew test skipped!", "Linux 5.10 to 6.12" },
			{ "timekeeping watchdog on CPU{cpu}: {word} wd-wd read-back delay of {any}", "Linux 5.10 to 6.12" },
			{ "timekeeping watchdog on CPU{cpu}: {word} retried {n} times before success", "Linux 5.10 to 6.12" },
			{ "Long readout interval, skipping watchdog check: cs_nsec: {n} wd_nsec: {n}", "Linux 5.10 to 6.12" },
			{ "Watchdog {any} read timed out{any}", "Linux 7.2" }
		),
	},
	{
		.id = "tsc-warp",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "The TSCs of the CPUs disagree; the kernel does not use them as its clock.",
		.cause = "In guests: a hypervisor below that does not synchronize the TSCs of its virtual CPUs, or CPUs stopped during the test.",
		.remedy = "Update the hypervisor below; pin its virtual CPUs while this guest boots.",
		.wordings = ND_WORDINGS(
			{ "Measured {n} cycles TSC warp between CPUs, turning off TSC clock.", "Linux 5.10 to 7.2" },
			{ "TSC warped randomly between CPUs", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "tsc-no-reference",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel could not calibrate the TSC by the HPET or the ACPI timer either. If its log ends here or at \"Calibrating delay loop...\", it waits for timer interrupts that do not come.",
		.cause = "Those clocks are missing, or the CPU was stopped in each of the attempts: a nested guest whose reads of them go through two levels.",
		.remedy = "If it hangs there: a kernel that takes the frequency from its hypervisor (in a guest of Hyper-V nested on VMware 4.14 did, 4.9 hung), or boot it with lpj=N, as another kernel prints it there (lpj=).",
		.reference = "github.com/linuxkit/linuxkit/issues/3209, github.com/docker/for-win/issues/533",
		.wordings = ND_WORDINGS(
			{ "HPET/PMTIMER calibration failed{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "tsc-calibration",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel could not calibrate the TSC the fast way and tries other methods. Usual in guests.",
		.wordings = ND_WORDINGS(
			{ "Fast TSC calibration failed", "Linux 5.10 to 7.2" },
			{ "Unable to calibrate against PIT", "Linux 5.10 to 7.2" },
			{ "APIC calibration not consistent with PM-Timer: {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "split-lock",
		.origin = "kernel",
		.severity = ND_MSG_WARNING,
		.meaning = "A program, or a guest, made a locked access across two cache lines. Since Linux 5.19 the host lets a thread wait about 10 ms for each split lock, deliberately, and names it once. Why a guest hangs or stops, the line alone does not show.",
		.cause = "Old or careless code, often in Windows guests, firmware and games; one that does it all the time becomes slow. The name before the number is the thread: \"CPU 0/KVM\" and the like is a virtual CPU.",
		.remedy = "If it is slow, on the host: kernel.split_lock_mitigate=0 (Linux 6.2 and later), or boot with split_lock_detect=off. Then any guest can slow the whole machine down. Else look in the log of the VMM (journal, /var/log/libvirt/qemu).",
		.reference = "github.com/lf-edge/eve/pull/3611",
		.wordings = ND_WORDINGS(
			{ "#AC: {any} took a split_lock trap at address: {hex}", "Linux 5.10 to 7.2" },
			{ "#DB: {any} took a bus_lock trap at address: {hex}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "split-lock-mode",
		.origin = "kernel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "The way in which this kernel handles split locks.",
		.wordings = ND_WORDINGS(
			{ "{any}on user-space split_locks", "Linux 5.10 to 7.2" },
			{ "#DB: {any} on user-space bus_locks{any}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "kvm-guest-failed",
		.origin = "kvm-guest",
		.severity = ND_MSG_ERROR,
		.meaning = "This guest of KVM could not use one of KVM's paravirtual features that it was offered.",
		.cause = "The KVM below refused it, or is older or newer than it reports.",
		.wordings = ND_WORDINGS(
			{ "failed to send PV IPI: {n}", "Linux 5.10 to 7.2" },
			{ "kvm-guest: failed to install cpu hotplug callbacks", "Linux 5.10 to 7.2" },
			{ "kvmclock: set_memory_decrypted() failed. Disabling", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "clocksource-switched",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "The clock that the kernel uses from here on. \"tsc\" and a hypervisor's own cost no exits to read; \"hpet\" and \"acpi_pm\" cost a guest one each time.",
		.wordings = ND_WORDINGS(
			{ "Switched to clocksource {word}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "nmi-watchdog-off",
		.origin = "kernel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "The watchdog for hard lockups is off: it needs a performance counter, which guests seldom have.",
		.wordings = ND_WORDINGS(
			{ "{any}NMI not fully supported", "Linux 6.12 to 7.2" },
			{ "{any}ard watchdog permanently disabled", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "unchecked-xss",
		.origin = "boot",
		.severity = ND_MSG_WARNING,
		.meaning = "The kernel wrote IA32_XSS, which does not exist: a hypervisor below reports XSAVES but does not emulate IA32_XSS.",
		.cause = "The CPU model of this machine has XSAVES without its register.",
		.remedy = "Usually harmless for this kernel, which continues; guests of this machine cannot have XSAVES. Update the hypervisor below or remove xsaves from the CPU model.",
		.reference = "github.com/harvester/harvester/issues/3447",
		.wordings = ND_WORDINGS(
			{ "unchecked MSR access error: WRMSR to 0xda0 {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "no-virtual-pmu",
		.origin = "boot",
		.severity = ND_MSG_NOTE,
		.meaning = "This machine has no performance counters: the hypervisor below gives it no virtual PMU.",
		.cause = "VMware: vpmc.enable is off. KVM: enable_pmu=0, pmu=off, or a level below without counters.",
		.remedy = "Only needed for perf, and for guests that are given a PMU: a QEMU here may fail with \"failed to set MSR 0x38d\". Enable the virtual PMU below, or use pmu=off.",
		.wordings = ND_WORDINGS(
			{ "Performance Events: PMU not available due to virtualization, using software events only", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "no-long-mode",
		.origin = "boot",
		.severity = ND_MSG_ERROR,
		.meaning = "A 64-bit system was started on a CPU that is 32-bit to it.",
		.cause = "In a VM: its VMM has no VT-x or AMD-V to use (off in the firmware, held by Hyper-V, or this machine is a VM to which it is not exposed), or the VM is set to a 32-bit system or CPU model (qemu32, kvm32).",
		.remedy = "Set the guest's type to 64-bit, its CPU model to host. VirtualBox offers no 64-bit types without VT-x or AMD-V: enable it in the firmware, in a VM expose it in the hypervisor below.",
		.reference = "halcyonit.co.uk/your-cpu-does-not-support-long-mode-use-a-32bit-distribution",
		.wordings = ND_WORDINGS(
			{ "{any}CPU does not support long mode{any}" },
			{ "{any}CPU doesn't support long mode{any}" },
			{ "{any}equires an x86-64 CPU{any}but only detected {any}CPU{any}" },
			{ "{any}equires an x86-64 cpu{any}but only detected {any}cpu{any}" }
		),
	},
	{
		.id = "reserved-bit-fault",
		.origin = "boot",
		.severity = ND_MSG_ERROR,
		.meaning = "A CPU found a bit in a page table that it takes for reserved, so the kernel could not use that page.",
		.cause = "An address beyond the width that this CPU has, or a damaged page table. In a VM the width that CPUID reports can be larger than what the VMM or the level below can map; devices are put at the end of it.",
		.remedy = "Compare \"address sizes\" in /proc/cpuinfo of this machine and of the one below; give the guest the same width (QEMU: host-phys-bits=on) or a smaller one (phys-bits=N; Cloud Hypervisor: --cpus max_phys_bits=N).",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/456",
		.wordings = ND_WORDINGS(
			{ "#PF: error_code({hex}) - reserved bit violation" }
		),
	},
	{
		.id = "privileged-fault",
		.origin = "linux",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel had a fault at a privileged instruction (the bytes between < and >): one that writes a control register, or reads or writes an MSR.",
		.cause = "In a VM the hypervisor below raised it: it does not take a register, or a bit in it, that the CPU it shows lets the guest use. On a machine: a wrong value from the kernel.",
		.remedy = "Update the hypervisor below, or let it show less: a CPU model without that feature (for CR3 -pcid; on the guest's command line nopcid), ignore_msrs=1 for an MSR. nestdiag explain says what a register is.",
		.reference = "github.com/kubevirt/kubevirt/issues/940",
		.clauses = privileged_fault,
		.wordings = ND_WORDINGS(
			{ "Code: {any}<0f> 22 {any}" },
			{ "Code: {any}<0f> 30 {any}" },
			{ "Code: {any}<0f> 32 {any}" },
			{ "Code: {any}<0f> 01 d1 {any}" },
			{ "Code: {any}<66> 0f 38 82 {any}" }
		),
	},
	{
		.id = "depmod-no-directory",
		.origin = "linux",
		.severity = ND_MSG_ERROR,
		.meaning = "There are no modules for the running kernel here, so kvm_intel or kvm_amd cannot be loaded from here.",
		.cause = "In a container, or a docker build: the kernel and its modules are the machine's, and are loaded there. Else the kernel was updated and not started yet.",
		.remedy = "Load KVM on the machine itself (modprobe kvm_intel or kvm_amd) and hand the device in: docker run --device /dev/kvm. A docker build has no devices.",
		.reference = "github.com/boot2docker/boot2docker/issues/1138",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}depmod: ERROR: could not open directory /lib/modules/{any}" },
			{ "{any}depmod: FATAL: could not search modules: {any}" }
		),
	},
	{
		.id = "vmap-failed",
		.origin = "linux",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel found no free range of that size in its own address space (vmalloc). That is no lack of memory.",
		.cause = "A module that wants a large range: with a size of terabytes one like kvm_pvm, for which this kernel leaves too little room; on 32 bits any of a few hundred megabytes.",
		.remedy = "What asked for it stands in the lines beside. vmalloc= on the kernel's command line helps on 32 bits.",
		.reference = "mm/vmalloc.c of Linux",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}vmap allocation for size {n} failed{any}", "Linux 2.6.28 to 6.12" }
		),
	},
};

const struct nd_catalogue nd_catalogue_linux = {
	"linux", messages, ARRAY_SIZE(messages)
};
