// SPDX-License-Identifier: GPL-2.0-only
/*
 * The CPUID leaves of Hyper-V, and of KVM, which can stand behind them, bit by bit.
 */
#include "core/caps/assistrows.h"
#include "core/caps/hvleaves.h"
#include "core/facts/hypervisor.h"

enum leaf_reg {
	LEAF_EAX,
	LEAF_EBX,
	LEAF_ECX,
	LEAF_EDX,
	LEAF_NR_REGS
};

static const char *const leaf_reg_names[LEAF_NR_REGS] = { "eax", "ebx", "ecx", "edx" };

/**
 * struct leaf_field - a bit, or a range of bits with a value, of a CPUID leaf
 * @reg:   register
 * @bit:   lowest bit
 * @width: bits
 * @id:    QEMU's name where it has one that stands for this bit, else ours: "x-..."
 * @label: what it is
 * @words: writes a value into words; NULL: a single bit is yes or no, other values are decimal
 */
struct leaf_field {
	u8 reg;
	u8 bit;
	u8 width;
	const char *id;
	const char *label;
	void (*words)(struct nd_row *row, u32 value);
};

/**
 * struct leaf_table - one CPUID leaf
 * @title:  what the specification calls it
 * @fields: known bits, by register and bit
 * @nr:     their number
 */
struct leaf_table {
	const char *title;
	const struct leaf_field *fields;
	unsigned int nr;
};

static void leaf_interface_describe(struct nd_row *row, u32 value)
{
	char text[5];
	u32 i;

	for (i = 0; i < 4; i++) {
		text[i] = value >> (i * 8);
		if (text[i] < ' ' || text[i] > '~')
			text[i] = '.';
	}
	text[4] = '\0';
	nd_row_printf(row, "%s", text);
}

static void leaf_spinlock_describe(struct nd_row *row, u32 value)
{
	if (value == ~0U)
		nd_row_printf(row, "never notify");
	else
		nd_row_printf(row, "%u", value);
}

/* 0 is how "not reported" is said. */
static void leaf_address_describe(struct nd_row *row, u32 value)
{
	if (value)
		nd_row_printf(row, "%u", value);
	else
		nd_row_printf(row, "not reported");
}

static void leaf_isolation_describe(struct nd_row *row, u32 value)
{
	static const char *const types[] = { "none", "VBS", "SEV-SNP", "TDX" };

	if (value < ARRAY_SIZE(types))
		nd_row_printf(row, "%s", types[value]);
	else
		nd_row_printf(row, "%u (unknown)", value);
}

static const struct leaf_field leaf_1_fields[] = {
	{ LEAF_EAX, 0, 32, "x-hv-interface", "Interface signature", leaf_interface_describe },
};

static const struct leaf_field leaf_2_fields[] = {
	{ LEAF_EAX, 0, 32, "x-hv-build", "Build number", NULL },
	{ LEAF_EBX, 0, 16, "x-hv-minor-version", "Minor version", NULL },
	{ LEAF_EBX, 16, 16, "x-hv-major-version", "Major version", NULL },
	{ LEAF_ECX, 0, 32, "x-hv-service-pack", "Service pack", NULL },
	{ LEAF_EDX, 0, 24, "x-hv-service-number", "Service number", NULL },
	{ LEAF_EDX, 24, 8, "x-hv-service-branch", "Service branch", NULL },
};

/*
 * Privileges, power management, features.
 *
 * - QEMU's hv-time stands for both clocks, EAX bits 1 and 9; its hv-frequencies for EAX bit 11
 *   and EDX bit 8. Each name is given to the one that guests prefer.
 * - TLFS calls EAX bit 12 and everything from bit 14 on reserved. Linux knows bit 15 and EBX
 *   bits 3 and 22; bit 12 is in the headers of Windows.
 * - TLFS gives ECX bits 4:0 as reserved; the headers of Windows have the deepest C-state and the
 *   HPET there. ECX bits 9 and 10 are Linux's.
 * - EDX bits 16, 22, 24, 25 and 27 to 31 are reserved in TLFS and named in the headers of
 *   Windows, 24 and 25 in Linux's too.
 * - EBX bits 13, 15 and 19 are reserved in today's TLFS; an older one has 13, the headers of
 *   Windows and of OpenVMM all three.
 * - EBX bit 12 is "debugging" in QEMU; TLFS and Linux have that in bit 11.
 */
static const struct leaf_field leaf_3_fields[] = {
	{ LEAF_EAX, 0, 1, "hv-runtime", "AccessVpRunTimeReg", NULL },
	{ LEAF_EAX, 1, 1, "x-hv-time-ref-count", "AccessPartitionReferenceCounter", NULL },
	{ LEAF_EAX, 2, 1, "hv-synic", "AccessSynicRegs", NULL },
	{ LEAF_EAX, 3, 1, "hv-stimer", "AccessSyntheticTimerRegs", NULL },
	{ LEAF_EAX, 4, 1, "x-hv-access-intr-ctrl-regs", "AccessIntrCtrlRegs", NULL },
	{ LEAF_EAX, 5, 1, "x-hv-access-hypercall-msrs", "AccessHypercallMsrs", NULL },
	{ LEAF_EAX, 6, 1, "hv-vpindex", "AccessVpIndex", NULL },
	{ LEAF_EAX, 7, 1, "hv-reset", "AccessResetReg", NULL },
	{ LEAF_EAX, 8, 1, "x-hv-access-stats-reg", "AccessStatsReg", NULL },
	{ LEAF_EAX, 9, 1, "hv-time", "AccessPartitionReferenceTsc", NULL },
	{ LEAF_EAX, 10, 1, "x-hv-access-guest-idle-reg", "AccessGuestIdleReg", NULL },
	{ LEAF_EAX, 11, 1, "x-hv-access-frequency-regs", "AccessFrequencyRegs", NULL },
	{ LEAF_EAX, 12, 1, "x-hv-access-debug-regs", "AccessDebugRegs", NULL },
	{ LEAF_EAX, 13, 1, "hv-reenlightenment", "AccessReenlightenmentControls", NULL },
	{ LEAF_EAX, 15, 1, "x-hv-access-tsc-invariant", "AccessTscInvariantControls", NULL },
	{ LEAF_EBX, 0, 1, "x-hv-create-partitions", "CreatePartitions", NULL },
	{ LEAF_EBX, 1, 1, "x-hv-access-partition-id", "AccessPartitionId", NULL },
	{ LEAF_EBX, 2, 1, "x-hv-access-memory-pool", "AccessMemoryPool", NULL },
	{ LEAF_EBX, 3, 1, "x-hv-adjust-message-buffers", "AdjustMessageBuffers", NULL },
	{ LEAF_EBX, 4, 1, "x-hv-post-messages", "PostMessages", NULL },
	{ LEAF_EBX, 5, 1, "x-hv-signal-events", "SignalEvents", NULL },
	{ LEAF_EBX, 6, 1, "x-hv-create-port", "CreatePort", NULL },
	{ LEAF_EBX, 7, 1, "x-hv-connect-port", "ConnectPort", NULL },
	{ LEAF_EBX, 8, 1, "x-hv-access-stats", "AccessStats", NULL },
	{ LEAF_EBX, 11, 1, "x-hv-debugging", "Debugging", NULL },
	{ LEAF_EBX, 12, 1, "x-hv-cpu-management", "CpuManagement", NULL },
	{ LEAF_EBX, 13, 1, "x-hv-configure-profiler", "ConfigureProfiler", NULL },
	{ LEAF_EBX, 15, 1, "x-hv-extended-gva-ranges",
	  "EnableExtendedGvaRangesForFlushVirtualAddressList", NULL },
	{ LEAF_EBX, 16, 1, "x-hv-access-vsm", "AccessVSM", NULL },
	{ LEAF_EBX, 17, 1, "x-hv-access-vp-registers", "AccessVpRegisters", NULL },
	{ LEAF_EBX, 19, 1, "x-hv-fast-hypercall-output", "FastHypercallOutput", NULL },
	{ LEAF_EBX, 20, 1, "x-hv-extended-hypercalls", "EnableExtendedHypercalls", NULL },
	{ LEAF_EBX, 21, 1, "x-hv-start-virtual-processor", "StartVirtualProcessor", NULL },
	{ LEAF_EBX, 22, 1, "x-hv-isolation", "Isolation", NULL },
	{ LEAF_ECX, 0, 4, "x-hv-max-c-state", "Deepest supported C-state", NULL },
	{ LEAF_ECX, 4, 1, "x-hv-hpet-for-c3", "HPET needed for C3", NULL },
	{ LEAF_ECX, 5, 1, "x-hv-invariant-mperf", "Invariant MPERF", NULL },
	{ LEAF_ECX, 6, 1, "x-hv-supervisor-shadow-stack", "Supervisor shadow stack", NULL },
	{ LEAF_ECX, 7, 1, "x-hv-arch-pmu", "Architectural PMU", NULL },
	{ LEAF_ECX, 8, 1, "x-hv-exception-trap-intercept", "Exception trap intercept", NULL },
	{ LEAF_ECX, 9, 1, "x-hv-vp-dispatch-interrupt", "Interrupt injection on VP dispatch",
	  NULL },
	{ LEAF_ECX, 10, 1, "x-hv-vp-ghcb-root-mapping", "GHCB mapping by the root", NULL },
	{ LEAF_EDX, 0, 1, "x-hv-mwait", "MWAIT (deprecated)", NULL },
	{ LEAF_EDX, 1, 1, "x-hv-guest-debugging", "Guest debugging", NULL },
	{ LEAF_EDX, 2, 1, "x-hv-perf-monitor", "Performance monitor", NULL },
	{ LEAF_EDX, 3, 1, "x-hv-cpu-dynamic-partitioning",
	  "Physical CPU dynamic partitioning events", NULL },
	{ LEAF_EDX, 4, 1, "hv-xmm-input", "Hypercall input in XMM registers", NULL },
	{ LEAF_EDX, 5, 1, "x-hv-guest-idle", "Virtual guest idle state", NULL },
	{ LEAF_EDX, 6, 1, "x-hv-sleep-state", "Hypervisor sleep state", NULL },
	{ LEAF_EDX, 7, 1, "x-hv-numa-distance", "Query of NUMA distances", NULL },
	{ LEAF_EDX, 8, 1, "hv-frequencies", "Timer frequencies", NULL },
	{ LEAF_EDX, 9, 1, "x-hv-synthetic-mce", "Injection of synthetic machine checks", NULL },
	{ LEAF_EDX, 10, 1, "hv-crash", "Guest crash MSRs", NULL },
	{ LEAF_EDX, 11, 1, "hv-syndbg", "Debug MSRs", NULL },
	{ LEAF_EDX, 12, 1, "x-hv-npiep", "NPIEP", NULL },
	{ LEAF_EDX, 13, 1, "x-hv-disable-hypervisor", "DisableHypervisorAvailable", NULL },
	{ LEAF_EDX, 14, 1, "hv-tlbflush-ext",
	  "Extended GVA ranges for FlushVirtualAddressList", NULL },
	{ LEAF_EDX, 15, 1, "x-hv-xmm-output", "Hypercall output in XMM registers", NULL },
	{ LEAF_EDX, 16, 1, "x-hv-pasid-features", "PASID features (leaf 0x40000008)", NULL },
	{ LEAF_EDX, 17, 1, "x-hv-sint-polling", "SintPollingModeAvailable", NULL },
	{ LEAF_EDX, 18, 1, "x-hv-hypercall-msr-lock", "HypercallMsrLockAvailable", NULL },
	{ LEAF_EDX, 19, 1, "hv-stimer-direct", "Direct synthetic timers", NULL },
	{ LEAF_EDX, 20, 1, "x-hv-vsm-pat", "PAT register for VSM", NULL },
	{ LEAF_EDX, 21, 1, "x-hv-vsm-bndcfgs", "BNDCFGS register for VSM", NULL },
	{ LEAF_EDX, 22, 1, "x-hv-watchdog", "WatchdogTimerAvailable", NULL },
	{ LEAF_EDX, 23, 1, "x-hv-unhalted-timer", "Synthetic time unhalted timer", NULL },
	{ LEAF_EDX, 24, 1, "x-hv-device-domains", "DeviceDomainsAvailable", NULL },
	{ LEAF_EDX, 25, 1, "x-hv-s1-device-domains", "S1DeviceDomainsAvailable", NULL },
	{ LEAF_EDX, 26, 1, "x-hv-lbr", "Last branch records", NULL },
	{ LEAF_EDX, 27, 1, "x-hv-ipt", "IptAvailable", NULL },
	{ LEAF_EDX, 28, 1, "x-hv-cross-vtl-flush", "CrossVtlFlushAvailable", NULL },
	{ LEAF_EDX, 29, 1, "x-hv-idle-spec-ctrl", "IdleSpecCtrlAvailable", NULL },
	{ LEAF_EDX, 30, 1, "x-hv-translate-gva-flags", "TranslateGvaFlagsAvailable", NULL },
	{ LEAF_EDX, 31, 1, "x-hv-apic-eoi-intercept", "ApicEoiInterceptAvailable", NULL },
};

/*
 * Recommendations.
 *
 * - Bit 8 is reserved in one of TLFS's own tables and x2APIC MSRs in the other.
 * - Bits 16 and 19 to 23 are reserved in TLFS; Linux knows 21, the headers of Windows all.
 */
static const struct leaf_field leaf_4_fields[] = {
	{ LEAF_EAX, 0, 1, "x-hv-as-switch", "Hypercall for address space switches", NULL },
	{ LEAF_EAX, 1, 1, "x-hv-local-tlbflush", "Hypercall for local TLB flushes", NULL },
	{ LEAF_EAX, 2, 1, "hv-tlbflush", "Hypercall for remote TLB flushes", NULL },
	{ LEAF_EAX, 3, 1, "hv-vapic", "MSRs for the APIC's EOI, ICR and TPR", NULL },
	{ LEAF_EAX, 4, 1, "x-hv-reset-recommended", "MSR for system reset", NULL },
	{ LEAF_EAX, 5, 1, "hv-relaxed", "Relaxed timing", NULL },
	{ LEAF_EAX, 6, 1, "x-hv-dma-remapping", "DMA remapping", NULL },
	{ LEAF_EAX, 7, 1, "x-hv-interrupt-remapping", "Interrupt remapping", NULL },
	{ LEAF_EAX, 8, 1, "x-hv-x2apic-msrs", "x2APIC MSRs", NULL },
	{ LEAF_EAX, 9, 1, "hv-avic", "No automatic EOI (deprecate AutoEOI)", NULL },
	{ LEAF_EAX, 10, 1, "hv-ipi", "Hypercall for IPIs (SyntheticClusterIpi)", NULL },
	{ LEAF_EAX, 11, 1, "x-hv-ex-processor-masks", "ExProcessorMasks interface", NULL },
	{ LEAF_EAX, 12, 1, "x-hv-nested", "Hyper-V is itself nested in Hyper-V", NULL },
	{ LEAF_EAX, 13, 1, "x-hv-int-for-mbec", "INT for MBEC system calls", NULL },
	{ LEAF_EAX, 14, 1, "hv-evmcs", "Enlightened VMCS for a nested hypervisor", NULL },
	{ LEAF_EAX, 15, 1, "x-hv-synced-timeline", "UseSyncedTimeline", NULL },
	{ LEAF_EAX, 16, 1, "x-hv-core-scheduler", "CoreSchedulerRequested", NULL },
	{ LEAF_EAX, 17, 1, "x-hv-direct-local-flush", "UseDirectLocalFlushEntire", NULL },
	{ LEAF_EAX, 18, 1, "hv-no-nonarch-coresharing", "NoNonArchitecturalCoreSharing", NULL },
	{ LEAF_EAX, 19, 1, "x-hv-use-x2apic", "UseX2Apic", NULL },
	{ LEAF_EAX, 20, 1, "x-hv-restore-time", "RestoreTimeOnResume", NULL },
	{ LEAF_EAX, 21, 1, "x-hv-mmio-hypercalls", "Hypercalls for MMIO access", NULL },
	{ LEAF_EAX, 22, 1, "x-hv-gpa-pinning", "UseGpaPinningHypercall", NULL },
	{ LEAF_EAX, 23, 1, "x-hv-wake-vps", "WakeVps", NULL },
	{ LEAF_EBX, 0, 32, "hv-spinlocks", "Spinlock retries before notifying the hypervisor",
	  leaf_spinlock_describe },
	{ LEAF_ECX, 0, 7, "x-hv-address-bits", "Implemented physical address bits",
	  leaf_address_describe },
};

static const struct leaf_field leaf_5_fields[] = {
	{ LEAF_EAX, 0, 32, "x-hv-max-vps", "Virtual processors supported", NULL },
	{ LEAF_EBX, 0, 32, "x-hv-max-lps", "Logical processors supported", NULL },
	{ LEAF_ECX, 0, 32, "x-hv-max-interrupt-vectors",
	  "Physical interrupt vectors for remapping", NULL },
};

/*
 * Hardware features in use. TLFS knows 24 as the watchdog table of ACPI; the headers of Windows
 * have x2APIC for children in 24, the watchdog in 25 and two more: not for us
 * to decide, so the specification wins and the others show as unknown.
 */
static const struct leaf_field leaf_6_fields[] = {
	{ LEAF_EAX, 0, 1, "x-hv-apic-overlay", "APIC overlay assist", NULL },
	{ LEAF_EAX, 1, 1, "x-hv-msr-bitmaps", "MSR bitmaps", NULL },
	{ LEAF_EAX, 2, 1, "x-hv-hw-perf-counters", "Architectural performance counters", NULL },
	{ LEAF_EAX, 3, 1, "x-hv-slat", "Second level address translation", NULL },
	{ LEAF_EAX, 4, 1, "x-hv-hw-dma-remapping", "DMA remapping in use", NULL },
	{ LEAF_EAX, 5, 1, "x-hv-hw-interrupt-remapping", "Interrupt remapping in use", NULL },
	{ LEAF_EAX, 6, 1, "x-hv-patrol-scrubber", "Memory patrol scrubber", NULL },
	{ LEAF_EAX, 7, 1, "x-hv-dma-protection", "DMA protection", NULL },
	{ LEAF_EAX, 8, 1, "x-hv-hpet-requested", "HPET requested", NULL },
	{ LEAF_EAX, 9, 1, "x-hv-stimers-volatile", "Synthetic timers are volatile", NULL },
	{ LEAF_EAX, 10, 4, "x-hv-level", "Hypervisor level of this guest, 0 if not nested", NULL },
	{ LEAF_EAX, 14, 1, "x-hv-physical-destination", "Physical destination mode required",
	  NULL },
	{ LEAF_EAX, 15, 1, "x-hv-vmfunc-alias-map", "VMFUNC for alias map switches", NULL },
	{ LEAF_EAX, 16, 1, "x-hv-memory-zeroing", "Hardware memory zeroing", NULL },
	{ LEAF_EAX, 17, 1, "x-hv-unrestricted-guest", "Unrestricted guest", NULL },
	{ LEAF_EAX, 18, 1, "x-hv-rdt-a", "Resource allocation (RDT-A, PQOS-A)", NULL },
	{ LEAF_EAX, 19, 1, "x-hv-rdt-m", "Resource monitoring (RDT-M, PQOS-M)", NULL },
	{ LEAF_EAX, 20, 1, "x-hv-guest-pmu", "Guest virtual PMU", NULL },
	{ LEAF_EAX, 21, 1, "x-hv-guest-lbr", "Guest virtual LBR", NULL },
	{ LEAF_EAX, 22, 1, "x-hv-guest-ipt", "Guest virtual IPT", NULL },
	{ LEAF_EAX, 23, 1, "x-hv-apic-emulation", "APIC emulation", NULL },
	{ LEAF_EAX, 24, 1, "x-hv-acpi-wdat", "ACPI WDAT in use by the hypervisor", NULL },
};

/* TLFS has stopped to print this leaf and the next. EAX is in Linux, all in Windows' headers. */
static const struct leaf_field leaf_7_fields[] = {
	{ LEAF_EAX, 0, 1, "x-hv-start-logical-processor", "StartLogicalProcessor", NULL },
	{ LEAF_EAX, 1, 1, "x-hv-create-root-vp", "CreateRootVirtualProcessor", NULL },
	{ LEAF_EAX, 2, 1, "x-hv-perf-counter-sync", "PerformanceCounterSync", NULL },
	{ LEAF_EAX, 31, 1, "x-hv-reserved-identity", "ReservedIdentityBit", NULL },
	{ LEAF_EBX, 0, 1, "x-hv-power-management", "ProcessorPowerManagement", NULL },
	{ LEAF_EBX, 1, 1, "x-hv-mwait-idle-states", "MwaitIdleStates", NULL },
	{ LEAF_EBX, 2, 1, "x-hv-lp-idling", "LogicalProcessorIdling", NULL },
	{ LEAF_ECX, 0, 1, "x-hv-remap-guest-uncached", "RemapGuestUncached", NULL },
};

/* "SVM" is shared virtual memory here, not AMD's virtualization. */
static const struct leaf_field leaf_8_fields[] = {
	{ LEAF_EAX, 0, 1, "x-hv-svm", "Shared virtual memory", NULL },
	{ LEAF_EAX, 11, 21, "x-hv-max-pasid-space-pasids", "PASIDs in a PASID space, at most",
	  NULL },
	{ LEAF_EBX, 0, 32, "x-hv-max-pasid-spaces", "PASID spaces, at most", NULL },
	{ LEAF_ECX, 0, 32, "x-hv-max-prq-size", "Page request queue of a device, at most", NULL },
};

static const struct leaf_field leaf_9_fields[] = {
	{ LEAF_EAX, 2, 1, "x-hv-nested-synic", "AccessSynicRegs", NULL },
	{ LEAF_EAX, 4, 1, "x-hv-nested-intr-ctrl-regs", "AccessIntrCtrlRegs", NULL },
	{ LEAF_EAX, 5, 1, "x-hv-nested-hypercall-msrs", "AccessHypercallMsrs", NULL },
	{ LEAF_EAX, 6, 1, "x-hv-nested-vpindex", "AccessVpIndex", NULL },
	{ LEAF_EAX, 12, 1, "x-hv-nested-reenlightenment", "AccessReenlightenmentControls", NULL },
	{ LEAF_EDX, 4, 1, "x-hv-nested-xmm-input", "XmmRegistersForFastHypercallAvailable", NULL },
	{ LEAF_EDX, 15, 1, "x-hv-nested-xmm-output", "FastHypercallOutputAvailable", NULL },
	{ LEAF_EDX, 17, 1, "x-hv-nested-sint-polling", "SintPollingModeAvailable", NULL },
};

/* Bit 16 is reserved in TLFS; the headers of Windows have it as a deprecated form of bit 18. */
static const struct leaf_field leaf_a_fields[] = {
	{ LEAF_EAX, 0, 8, "x-hv-evmcs-low", "Enlightened VMCS version (low)", NULL },
	{ LEAF_EAX, 8, 8, "x-hv-evmcs-high", "Enlightened VMCS version (high)", NULL },
	{ LEAF_EAX, 17, 1, "hv-tlbflush-direct", "Direct virtual flush hypercalls", NULL },
	{ LEAF_EAX, 18, 1, "x-hv-guest-mapping-flush", "Flush of guest physical address space",
	  NULL },
	{ LEAF_EAX, 19, 1, "hv-emsr-bitmap", "Enlightened MSR bitmap", NULL },
	{ LEAF_EAX, 20, 1, "x-hv-combined-ve", "Virtualization exceptions as page faults", NULL },
	{ LEAF_EAX, 21, 1, "x-hv-nested-debugctl", "Non-zero IA32_DEBUGCTL of the guest", NULL },
	{ LEAF_EAX, 22, 1, "x-hv-enlightened-tlb", "Enlightened TLB (AMD)", NULL },
	{ LEAF_EBX, 0, 1, "x-hv-evmcs-perf-global-ctrl", "PERF_GLOBAL_CTRL in the enlightened VMCS",
	  NULL },
};

static const struct leaf_field leaf_c_fields[] = {
	{ LEAF_EAX, 0, 1, "x-hv-paravisor", "Paravisor", NULL },
	{ LEAF_EBX, 0, 4, "x-hv-isolation-type", "Isolation type", leaf_isolation_describe },
	{ LEAF_EBX, 5, 1, "x-hv-shared-gpa-boundary", "Shared GPA boundary active", NULL },
	{ LEAF_EBX, 6, 6, "x-hv-shared-gpa-bits", "Shared GPA boundary bits", NULL },
};

#define LEAF_TABLE(title, fields)	{ title, fields, ARRAY_SIZE(fields) }
#define LEAF_LAST_ALWAYS		0xa	/* those behind it are shown if there are any */

/* By distance from 0x40000000. */
static const struct leaf_table leaf_hyperv[] = {
	[0x1] = LEAF_TABLE("interface identification", leaf_1_fields),
	[0x2] = LEAF_TABLE("hypervisor system identity", leaf_2_fields),
	[0x3] = LEAF_TABLE("privileges and features", leaf_3_fields),
	[0x4] = LEAF_TABLE("implementation recommendations", leaf_4_fields),
	[0x5] = LEAF_TABLE("implementation limits", leaf_5_fields),
	[0x6] = LEAF_TABLE("hardware features in use", leaf_6_fields),
	[0x7] = LEAF_TABLE("CPU management features", leaf_7_fields),
	[0x8] = LEAF_TABLE("shared virtual memory features", leaf_8_fields),
	[0x9] = LEAF_TABLE("nested hypervisor features", leaf_9_fields),
	[0xa] = LEAF_TABLE("nested virtualization features", leaf_a_fields),
	[0xc] = LEAF_TABLE("isolation configuration", leaf_c_fields),
};

/* QEMU calls bits 0 and 3 both kvmclock; the second is the one that guests use. */
static const struct leaf_field leaf_kvm_fields[] = {
	{ LEAF_EAX, 0, 1, "x-kvmclock-old", "Clock source at the old MSRs", NULL },
	{ LEAF_EAX, 1, 1, "kvm-nopiodelay", "No delay on port I/O", NULL },
	{ LEAF_EAX, 2, 1, "kvm-mmu", "MMU operations (deprecated)", NULL },
	{ LEAF_EAX, 3, 1, "kvmclock", "Clock source", NULL },
	{ LEAF_EAX, 4, 1, "kvm-asyncpf", "Asynchronous page faults", NULL },
	{ LEAF_EAX, 5, 1, "kvm-steal-time", "Steal time", NULL },
	{ LEAF_EAX, 6, 1, "kvm-pv-eoi", "Paravirtual end of interrupt", NULL },
	{ LEAF_EAX, 7, 1, "kvm-pv-unhalt", "Paravirtual spinlocks (unhalt)", NULL },
	{ LEAF_EAX, 9, 1, "kvm-pv-tlb-flush", "Paravirtual TLB flush", NULL },
	{ LEAF_EAX, 10, 1, "kvm-asyncpf-vmexit", "Asynchronous page faults as VM exits", NULL },
	{ LEAF_EAX, 11, 1, "kvm-pv-ipi", "Paravirtual IPIs", NULL },
	{ LEAF_EAX, 12, 1, "kvm-poll-control", "Control of host-side polling", NULL },
	{ LEAF_EAX, 13, 1, "kvm-pv-sched-yield", "Paravirtual yield", NULL },
	{ LEAF_EAX, 14, 1, "kvm-asyncpf-int", "Asynchronous page faults by interrupt", NULL },
	{ LEAF_EAX, 15, 1, "kvm-msi-ext-dest-id", "Extended destination ids in MSIs", NULL },
	{ LEAF_EAX, 16, 1, "x-kvm-hc-map-gpa-range", "Hypercall to map a GPA range", NULL },
	{ LEAF_EAX, 17, 1, "x-kvm-migration-control", "Migration control", NULL },
	{ LEAF_EAX, 24, 1, "kvmclock-stable-bit", "Clock source is stable across CPUs", NULL },
	{ LEAF_EDX, 0, 1, "kvm-hint-dedicated", "Hint: CPUs are dedicated, never preempted", NULL },
};

static const struct leaf_table leaf_kvm = LEAF_TABLE("KVM features", leaf_kvm_fields);

static u32 leaf_reg(const struct nd_cpuid *leaf, u32 reg)
{
	const u32 regs[LEAF_NR_REGS] = { leaf->eax, leaf->ebx, leaf->ecx, leaf->edx };

	return regs[reg];
}

static u32 leaf_mask(const struct leaf_field *field)
{
	return (field->width == 32 ? ~0U : (1U << field->width) - 1) << field->bit;
}

static void leaf_field_row(const struct nd_cpuid *leaf, const struct leaf_field *field,
			   struct nd_row *row, const struct nd_emit *emit)
{
	u32 value = (leaf_reg(leaf, field->reg) & leaf_mask(field)) >> field->bit;
	bool flag = field->width == 1;

	nd_row_init(row, ND_ROW_FEATURE, field->id, field->label,
		    !flag ? NULL : value ? "yes" : "no");
	if (field->words)
		field->words(row, value);
	else if (!flag)
		nd_row_printf(row, "%u", value);
	nd_row_hex(row, "leaf", leaf->leaf);
	nd_row_str(row, "register", leaf_reg_names[field->reg]);
	nd_row_dec(row, "bit", field->bit);
	if (!flag) {
		nd_row_dec(row, "width", field->width);
		nd_row_dec(row, "number", value);
	}
	if (field->words)
		nd_row_str(row, "decoded", row->words);
	nd_emit_row(emit, row);
}

static void leaf_unknown_rows(const struct nd_cpuid *leaf, u32 reg, u32 known, struct nd_row *row,
			      const struct nd_emit *emit)
{
	u32 unknown = leaf_reg(leaf, reg) & ~known;
	char label[32];
	u32 bit;

	for (bit = 0; bit < 32; bit++) {
		if (!(unknown & (1U << bit)))
			continue;
		scnprintf(label, sizeof(label), "%s bit %u (unknown)", leaf_reg_names[reg], bit);
		nd_row_init(row, ND_ROW_FEATURE, NULL, label, "yes");
		nd_row_hex(row, "leaf", leaf->leaf);
		nd_row_str(row, "register", leaf_reg_names[reg]);
		nd_row_dec(row, "bit", bit);
		nd_emit_row(emit, row);
	}
}

static void leaf_rows(const struct nd_cpuid *leaf, const struct leaf_table *table,
		      struct nd_row *row, const struct nd_emit *emit)
{
	char label[64];
	u32 reg, i;

	scnprintf(label, sizeof(label), "0x%08x: %s", leaf->leaf, table->title);
	nd_emit_section(emit, label);
	for (reg = 0; reg < LEAF_NR_REGS; reg++) {
		u32 known = 0;

		for (i = 0; i < table->nr; i++) {
			if (table->fields[i].reg != reg)
				continue;
			leaf_field_row(leaf, &table->fields[i], row, emit);
			known |= leaf_mask(&table->fields[i]);
		}
		leaf_unknown_rows(leaf, reg, known, row, emit);
	}
}

/* A row for a leaf that cannot be decoded, because it does not exist or was not recorded. */
static void leaf_missing_row(u32 leaf, const char *state, struct nd_row *row,
			     const struct nd_emit *emit)
{
	char label[16];

	scnprintf(label, sizeof(label), "0x%08x", leaf);
	nd_row_init(row, ND_ROW_LEAF, NULL, label, state);
	nd_row_printf(row, "%s", strcmp(state, "absent") ? "not recorded" :
		      "above the highest leaf");
	nd_row_hex(row, "leaf", leaf);
	nd_emit_row(emit, row);
}

static void leaf_hyperv_rows(const struct nd_cpu *cpu, struct nd_row *row,
			     const struct nd_emit *emit)
{
	u32 i;

	for (i = 1; i < ARRAY_SIZE(leaf_hyperv); i++) {
		const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, ND_HV_BASE + i, 0);

		if (leaf && leaf_hyperv[i].title)
			leaf_rows(leaf, &leaf_hyperv[i], row, emit);
	}
}

static void leaf_raw_rows(const struct nd_cpu *cpu, const char *title, struct nd_row *row,
			  const struct nd_emit *emit)
{
	char label[16];
	u32 i, n = 0;

	for (i = 0; i < cpu->nr_cpuid; i++) {
		const struct nd_cpuid *leaf = &cpu->cpuid[i];

		if (leaf->leaf >> 16 != ND_HV_BASE >> 16)
			continue;
		if (n++ == 0)
			nd_emit_section(emit, title);
		scnprintf(label, sizeof(label), "0x%08x", leaf->leaf);
		nd_row_init(row, ND_ROW_LEAF, NULL, label, nd_state_word(ND_OK));
		nd_row_printf(row, "eax=%08x ebx=%08x ecx=%08x edx=%08x", leaf->eax, leaf->ebx,
			      leaf->ecx, leaf->edx);
		nd_row_hex(row, "leaf", leaf->leaf);
		nd_row_hex(row, "eax", leaf->eax);
		nd_row_hex(row, "ebx", leaf->ebx);
		nd_row_hex(row, "ecx", leaf->ecx);
		nd_row_hex(row, "edx", leaf->edx);
		nd_emit_row(emit, row);
	}
}

/* Those that are wanted of every Hyper-V, and were not read. */
static void leaf_missing_rows(const struct nd_cpu *cpu, struct nd_row *row,
			      const struct nd_emit *emit)
{
	const struct nd_cpuid *base = nd_cpu_leaf(cpu, ND_HV_BASE, 0);
	u32 i;

	for (i = 1; i <= LEAF_LAST_ALWAYS; i++)
		if (!nd_cpu_leaf(cpu, ND_HV_BASE + i, 0))
			leaf_missing_row(ND_HV_BASE + i,
					 nd_state_word(base && base->eax < ND_HV_BASE + i ?
						       ND_ABSENT : ND_UNKNOWN), row, emit);
}

/* KVM's features are one above the base of its interface, unless Hyper-V's leaves are there. */
static void leaf_kvm_rows(const struct nd_cpu *cpu, const struct nd_signature *sig,
			  struct nd_row *row, const struct nd_emit *emit)
{
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, sig->base + 1, 0);

	if (strcmp(sig->id, "kvm") || !leaf)
		return;
	if (sig->base == ND_HV_BASE && nd_hv_is_hyperv(cpu))
		return;
	leaf_rows(leaf, &leaf_kvm, row, emit);
}

static void leaf_signature_row(const struct nd_signature *sig, struct nd_row *row,
			       const struct nd_emit *emit)
{
	char label[40];

	scnprintf(label, sizeof(label), "Interface at 0x%08x", sig->base);
	nd_row_init(row, ND_ROW_FEATURE, NULL, label, NULL);
	nd_row_printf(row, "\"%s\": %s, leaves up to 0x%08x", sig->signature, sig->name, sig->max);
	nd_row_hex(row, "leaf", sig->base);
	nd_row_hex(row, "max_leaf", sig->max);
	nd_row_str(row, "signature", sig->signature);
	nd_row_str(row, "name", sig->name);
	nd_row_str(row, "hypervisor", sig->id);
	nd_emit_row(emit, row);
}

/* "no" needs the bit that says so; a snapshot without CPUID says nothing. */
static void leaf_present_row(const struct nd_cpu *cpu, unsigned int nr_signatures,
			     struct nd_row *row, const struct nd_emit *emit)
{
	bool known = cpu && nd_cpu_leaf(cpu, 1, 0);
	bool present = known && nd_hv_announced(cpu);

	nd_row_init(row, ND_ROW_FACT, "hypervisor_below", "Hypervisor",
		    present ? "yes" : known ? "no" : "unknown");
	if (!known)
		nd_row_printf(row, "CPUID was not recorded");
	else if (!present)
		nd_row_printf(row, "CPUID reports none");
	else if (!nr_signatures)
		nd_row_printf(row, "it does not say which");
	else if (nr_signatures == 1)
		nd_row_printf(row, "one interface");
	else
		nd_row_printf(row, "%u interfaces", nr_signatures);
	nd_row_dec(row, "interfaces", nr_signatures);
	nd_emit_row(emit, row);
}

static bool leaf_assist_recorded(const struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].assist.state == ND_OK || facts->cpus[i].assist.state == ND_FAULT)
			return true;
	return false;
}

void nd_hyperv_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	struct nd_signature sig[ND_HV_MAX_BASES];
	unsigned int n = cpu ? nd_hv_signatures(cpu, sig) : 0;
	struct nd_row row;
	unsigned int i;

	leaf_present_row(cpu, n, &row, emit);
	for (i = 0; i < n; i++)
		leaf_signature_row(&sig[i], &row, emit);
	if (cpu && nd_hv_is_hyperv(cpu))
		leaf_hyperv_rows(cpu, &row, emit);
	for (i = 0; i < n; i++)
		leaf_kvm_rows(cpu, &sig[i], &row, emit);
	if (cpu)
		leaf_raw_rows(cpu, "Hypervisor leaves as read", &row, emit);
	if (cpu && nd_hv_is_hyperv(cpu))
		leaf_missing_rows(cpu, &row, emit);
	if ((cpu && nd_hv_is_hyperv(cpu)) || leaf_assist_recorded(facts))
		nd_assist_rows(facts, emit);
}

bool nd_hyperv_offer_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_cpu *offer = &facts->offer;
	struct nd_row row;

	if (!nd_cpu_leaf(offer, ND_HV_BASE, 0))
		return false;
	leaf_hyperv_rows(offer, &row, emit);
	leaf_raw_rows(offer, "Leaves as KVM gives them", &row, emit);
	return true;
}
