// SPDX-License-Identifier: GPL-2.0-only
/*
 * Names of what hot spots are about, and who in a guest does that.
 *
 * Registers of the local APIC: Linux, arch/x86/include/asm/apicdef.h; as MSRs they are 0x800 and a
 * sixteenth of their offset. Hyper-V's calls and MSRs: include/asm-generic/hyperv-tlfs.h and
 * arch/x86/include/asm/hyperv-tlfs.h. KVM's calls: include/uapi/linux/kvm_para.h. Ports: those that
 * Linux reserves on every PC, arch/x86/kernel/setup.c, and the files that are named beside a row.
 * APICv: the comments of enum kvm_apicv_inhibit,
 * arch/x86/include/asm/kvm_host.h. All of Linux 6.12.
 */
#include "tools/hot/hotnames.h"
#include "tools/log/msrnames.h"

#define APIC_BASE	0xfee00000
#define IOAPIC_BASE	0xfec00000
#define APIC_MSRS	0x800

/**
 * struct name - a range, its name, and who uses it
 * @from: the first
 * @to:   the last
 * @name: NULL if it has one elsewhere
 * @who:  NULL if that is not known
 */
struct name {
	u64 from;
	u64 to;
	const char *name;
	const char *who;
};

#define TIMER	"the guest's timer: once a tick and more"
#define IPI	"the guest wakes or interrupts another vCPU"
#define EOI	"the guest has handled an interrupt"

/* By their offset from the APIC's page. */
static const struct name apic[] = {
	{ 0x20, 0x20, "APIC ID", NULL },
	{ 0x30, 0x30, "APIC LVR", NULL },
	{ 0x80, 0x80, "APIC TASKPRI", "the guest changes which interrupts it takes" },
	{ 0xa0, 0xa0, "APIC PROCPRI", NULL },
	{ 0xb0, 0xb0, "APIC EOI", EOI },
	{ 0xd0, 0xd0, "APIC LDR", NULL },
	{ 0xe0, 0xe0, "APIC DFR", NULL },
	{ 0xf0, 0xf0, "APIC SPIV", NULL },
	{ 0x100, 0x170, "APIC ISR", NULL },
	{ 0x180, 0x1f0, "APIC TMR", NULL },
	{ 0x200, 0x270, "APIC IRR", NULL },
	{ 0x280, 0x280, "APIC ESR", NULL },
	{ 0x2f0, 0x2f0, "APIC LVTCMCI", NULL },
	{ 0x300, 0x300, "APIC ICR", IPI },
	{ 0x310, 0x310, "APIC ICR2", IPI },
	{ 0x320, 0x320, "APIC LVTT", "the guest sets up its timer" },
	{ 0x330, 0x330, "APIC LVTTHMR", NULL },
	{ 0x340, 0x340, "APIC LVTPC", "the guest's performance counters" },
	{ 0x350, 0x350, "APIC LVT0", NULL },
	{ 0x360, 0x360, "APIC LVT1", NULL },
	{ 0x370, 0x370, "APIC LVTERR", NULL },
	{ 0x380, 0x380, "APIC TMICT", TIMER },
	{ 0x390, 0x390, "APIC TMCCT", "the guest reads what is left of its timer" },
	{ 0x3e0, 0x3e0, "APIC TDCR", NULL },
	{ 0x3f0, 0x3f0, "APIC SELF_IPI", "the guest interrupts its own vCPU" },
};

/* A name that nd_msr_name() knows is not repeated. */
static const struct name msrs[] = {
	{ 0x6e0, 0x6e0, NULL, TIMER },
	{ 0x40000020, 0x40000020, NULL, "the guest reads Hyper-V's clock, by an exit each time" },
	{ 0x40000070, 0x40000070, NULL, EOI },
	{ 0x40000071, 0x40000071, NULL, IPI },
	{ 0x40000072, 0x40000072, NULL, "the guest changes which interrupts it takes" },
	{ 0x40000084, 0x40000084, NULL, "the guest has taken a message of Hyper-V's SynIC" },
	{ 0x40000090, 0x4000009f, "HV_X64_MSR_SINT", NULL },
	{ 0x400000b0, 0x400000b7, "HV_X64_MSR_STIMER", TIMER ", by Hyper-V's synthetic timers" },
	{ 0x4b564d06, 0x4b564d06, "MSR_KVM_ASYNC_PF_INT", NULL },
	{ 0x4b564d07, 0x4b564d07, "MSR_KVM_ASYNC_PF_ACK", NULL },
	{ 0x4b564d08, 0x4b564d08, "MSR_KVM_MIGRATION_CONTROL", NULL },
};

static const struct name ports[] = {
	{ 0x00, 0x1f, "DMA 1", NULL },
	{ 0x20, 0x21, "PIC 1", "a guest without an APIC, or at boot: interrupts" },
	{ 0x40, 0x43, "timer (PIT)", "a guest that has no better clock, or at boot" },
	{ 0x60, 0x60, "keyboard", NULL },
	{ 0x61, 0x61, "speaker and NMI", NULL },		/* kvm/i8254.h, mach_traps.h */
	{ 0x64, 0x64, "keyboard", NULL },
	{ 0x70, 0x71, "RTC", "the guest's clock or its CMOS" },	/* asm/mc146818rtc.h */
	{ 0x80, 0x80, "delay, POST", "a guest that waits for old hardware, or firmware at boot" },	/* kernel/io_delay.c */
	{ 0x81, 0x8f, "DMA page", NULL },
	{ 0xa0, 0xa1, "PIC 2", "a guest without an APIC, or at boot: interrupts" },
	{ 0xc0, 0xdf, "DMA 2", NULL },
	{ 0xed, 0xed, "delay", "a guest that waits for old hardware" },	/* kernel/io_delay.c */
	{ 0xf0, 0xff, "FPU", NULL },
	{ 0x2f8, 0x2ff, "serial 2", "the guest's console" },	/* asm/serial.h */
	{ 0x3f8, 0x3ff, "serial 1", "the guest's console" },
	{ 0x4d0, 0x4d1, "PIC ELCR", NULL },			/* kvm/i8259.c */
	{ 0x510, 0x51b, "fw_cfg", "firmware at boot" },		/* drivers/firmware/qemu_fw_cfg.c */
	{ 0xcf8, 0xcff, "PCI config", "the guest looks for PCI devices" },	/* x86/pci/direct.c */
};

static const struct name kvm_calls[] = {
	{ 1, 1, "VAPIC_POLL_IRQ", NULL },
	{ 2, 2, "MMU_OP", NULL },
	{ 3, 3, "FEATURES", NULL },
	{ 5, 5, "KICK_CPU", "a guest's vCPU gives up a lock on which another sleeps" },
	{ 9, 9, "CLOCK_PAIRING", NULL },
	{ 10, 10, "SEND_IPI", IPI },
	{ 11, 11, "SCHED_YIELD", "a guest's vCPU waits for one that was preempted" },
	{ 12, 12, "MAP_GPA_RANGE", NULL },
};

static const struct name hv_calls[] = {
	{ 0x02, 0x02, "FLUSH_VIRTUAL_ADDRESS_SPACE", "TLB flushes" },
	{ 0x03, 0x03, "FLUSH_VIRTUAL_ADDRESS_LIST", "TLB flushes" },
	{ 0x08, 0x08, "NOTIFY_LONG_SPIN_WAIT", "a guest's vCPU waits for a lock for long" },
	{ 0x0b, 0x0b, "SEND_IPI", IPI },
	{ 0x0f, 0x0f, "ENABLE_VP_VTL", NULL },
	{ 0x13, 0x13, "FLUSH_VIRTUAL_ADDRESS_SPACE_EX", "TLB flushes" },
	{ 0x14, 0x14, "FLUSH_VIRTUAL_ADDRESS_LIST_EX", "TLB flushes" },
	{ 0x15, 0x15, "SEND_IPI_EX", IPI },
	{ 0x50, 0x50, "GET_VP_REGISTERS", NULL },
	{ 0x51, 0x51, "SET_VP_REGISTERS", NULL },
	{ 0x5c, 0x5c, "POST_MESSAGE", NULL },
	{ 0x5d, 0x5d, "SIGNAL_EVENT", NULL },
	{ 0x69, 0x69, "POST_DEBUG_DATA", NULL },
	{ 0x6a, 0x6a, "RETRIEVE_DEBUG_DATA", NULL },
	{ 0x6b, 0x6b, "RESET_DEBUG_SESSION", NULL },
	{ 0xaf, 0xaf, "FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE", "a guest hypervisor changes memory of its guests" },
	{ 0xb0, 0xb0, "FLUSH_GUEST_PHYSICAL_ADDRESS_LIST", "a guest hypervisor changes memory of its guests" },
};

/* An access to a page of the IO-APIC's or the APIC's. */
static const struct name pages[] = {
	{ IOAPIC_BASE, IOAPIC_BASE + 0xfff, "IO-APIC", "the guest sets up or ends interrupts of devices" },
};

static const struct {
	const char *name;
	const char *means;
} inhibits[] = {
	{ "DISABLED", "off by kvm_intel.enable_apicv or kvm_amd.avic, or this CPU does not have it" },
	{ "HYPERV", "the guest uses Hyper-V's AutoEOI" },
	{ "ABSENT", "user space has not created the interrupt controller in the kernel" },
	{ "BLOCKIRQ", "a debugger blocks interrupts (KVM_GUESTDBG_BLOCKIRQ)" },
	{ "PHYSICAL_ID_ALIASED", "two vCPUs have one APIC ID" },
	{ "APIC_ID_MODIFIED", "the guest changed an APIC ID" },
	{ "APIC_BASE_MODIFIED", "the guest moved its APIC's page" },
	{ "NESTED", "AVIC: a vCPU runs a nested guest" },
	{ "IRQWIN", "AVIC: KVM waits for an interrupt window" },
	{ "PIT_REINJ", "AVIC: the PIT re-injects lost ticks, which takes intercepted EOIs" },
	{ "SEV", "AVIC: SEV does not support it" },
	{ "LOGICAL_ID_ALIASED", "AVIC: two vCPUs have one logical ID" },
};

static const struct name *find(const struct name *names, size_t nr, u64 index)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (index >= names[i].from && index <= names[i].to)
			return &names[i];
	return NULL;
}

#define FIND(names, index)	find(names, ARRAY_SIZE(names), index)

static const struct name *name_of(const struct nd_hot_count *count)
{
	u64 index = count->index;

	switch (count->point) {
	case ND_HOT_KVM_MSR:
		if (index >= APIC_MSRS && index < APIC_MSRS + 0x40)
			return FIND(apic, (index - APIC_MSRS) << 4);
		return FIND(msrs, index);
	case ND_HOT_KVM_PIO:
		return FIND(ports, index);
	case ND_HOT_KVM_MMIO:
		if (index >= APIC_BASE && index < APIC_BASE + 0x1000)
			return FIND(apic, index - APIC_BASE);
		return FIND(pages, index);
	case ND_HOT_KVM_HYPERCALL:
		return FIND(kvm_calls, index);
	case ND_HOT_KVM_HV_HYPERCALL:
		return FIND(hv_calls, index);
	default:
		return NULL;
	}
}

/* Of a range of registers that are alike, which one it is. */
static void number(const struct nd_hot_count *count, const struct name *found, char *buf)
{
	static const char *const halves[] = { "CONFIG", "COUNT" };
	u64 i = count->index - found->from;

	if (count->point == ND_HOT_KVM_MSR && found->from == 0x40000090)
		snprintf(buf, ND_HOT_NAME, "%s%llu", found->name, i);
	else if (count->point == ND_HOT_KVM_MSR && found->from == 0x400000b0)
		snprintf(buf, ND_HOT_NAME, "%s%llu_%s", found->name, i / 2, halves[i % 2]);
	else
		snprintf(buf, ND_HOT_NAME, "%s", found->name);
}

const char *nd_hot_name(const struct nd_hot_count *count, char *buf)
{
	const struct name *found = name_of(count);
	const char *msr = count->point == ND_HOT_KVM_MSR ? nd_msr_name(count->index) : NULL;

	buf[0] = '\0';
	if (found && found->name)
		number(count, found, buf);
	else if (msr)
		snprintf(buf, ND_HOT_NAME, "%s", msr);
	return buf;
}

const char *nd_hot_asker(const struct nd_hot_count *count)
{
	const struct name *found = name_of(count);

	if (count->point == ND_HOT_KVM_FAST_MMIO)
		return "a device's doorbell in the kernel (ioeventfd)";
	return found ? found->who : NULL;
}

const char *nd_hot_inhibit(const char *name)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(inhibits); i++)
		if (!strcmp(inhibits[i].name, name))
			return inhibits[i].means;
	return NULL;
}
