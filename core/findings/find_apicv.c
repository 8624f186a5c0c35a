// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on what keeps guests from interrupts without exits: APICv on Intel, AVIC on AMD.
 *
 * The reasons and their names: Linux 6.12, enum kvm_apicv_inhibit in
 * arch/x86/include/asm/kvm_host.h; who sets them: hyperv.c, i8254.c, lapic.c, x86.c and svm/ in
 * arch/x86/kvm. KVM keeps only those that its vendor module honors
 * (__kvm_set_or_clear_apicv_inhibit()).
 */
#include "core/findings/findings.h"

#define APICV_KEY	"apicv_inhibit."

/**
 * struct apicv_reason - a reason for which KVM inhibits it, and what helps
 * @name:   KVM's name of it
 * @cause:  who sets it
 * @remedy: NULL if there is none but what nestdiag hot tells
 */
static const struct apicv_reason {
	const char *name;
	const char *cause;
	const char *remedy;
} apicv_reasons[] = {
	{ "HYPERV", "the guest uses AutoEOI of Hyper-V's SynIC, for which KVM has to see each EOI",
	  "QEMU: hv-avic beside hv-synic tells the guest not to use AutoEOI; its interrupts then take fewer exits" },
	{ "PIT_REINJ", "user space lets KVM re-inject lost ticks of the PIT, for which it has to see EOIs",
	  "QEMU: -global kvm-pit.lost_tick_policy=discard; interrupts of the guest then take fewer exits" },
	{ "ABSENT", "user space has no interrupt controller in the kernel",
	  "QEMU: kernel-irqchip=on, or split, with -machine; interrupts of the guest then take fewer exits" },
	{ "BLOCKIRQ", "a debugger blocks interrupts of a vCPU (KVM_GUESTDBG_BLOCKIRQ)",
	  "end the debugger of that guest; its interrupts then take fewer exits" },
	{ "PHYSICAL_ID_ALIASED", "two vCPUs have the same APIC ID, as IDs above 255 can be without x2APIC",
	  NULL },
	{ "LOGICAL_ID_ALIASED", "the guest gave two vCPUs the same logical APIC ID", NULL },
	{ "APIC_ID_MODIFIED", "the guest, or who restored it, changed the APIC ID of a vCPU", NULL },
	{ "APIC_BASE_MODIFIED", "the guest moved its APIC to another address", NULL },
	{ "NESTED", "up to Linux 5.18 KVM inhibits AVIC of a VM whose CPU has svm",
	  "see \"nestdiag explain avic-off-nested\"" },
	{ "X2APIC", "this KVM has no AVIC for guests with x2APIC",
	  "QEMU: -cpu ...,-x2apic, or a later Linux on a CPU with x2AVIC; interrupts of the guest then take fewer exits" },
	{ "SEV", "AVIC does not work with SEV", NULL },
};

static const struct apicv_reason *apicv_find(const char *name)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(apicv_reasons); i++)
		if (!strcmp(apicv_reasons[i].name, name))
			return &apicv_reasons[i];
	return NULL;
}

static void apicv_describe(struct nd_check *c, const char *name, u64 of, u64 vms)
{
	const struct apicv_reason *reason = apicv_find(name);
	bool first = !c->row->words[0];

	nd_row_printf(c->row, "%s%s in %llu of %llu VM%s", first ? "" : ", ", name, of, vms,
		      vms == 1 ? "" : "s");
	if (!first || !reason)
		return;
	c->cause = reason->cause;
	if (reason->remedy)
		c->remedy = reason->remedy;
}

/* Off by its parameter, or because the processor lacks it, is an answer of nestdiag features. */
static bool apicv_is_on(const struct nd_facts *facts)
{
	return nd_param_is(facts, "kvm_intel", "enable_apicv", true) ||
	       nd_param_is(facts, "kvm_amd", "avic", true);
}

/*
 * IRQWIN comes and goes with each wait for an interrupt window, so that it says nothing if it is
 * seen at one moment.
 */
static enum nd_verdict apicv_inhibited(struct nd_check *c)
{
	const char *looked = nd_facts_host(c->facts, "apicv_vms");
	u64 vms, of;
	u32 i;

	/* Nobody looked: that takes nestdiag check --interval. */
	if (!apicv_is_on(c->facts) || !looked)
		return ND_NOT_ASKED;
	if (!nd_host_number(c->facts, "apicv_vms", &vms))
		return nd_cannot_tell(c, "see \"nestdiag hot apicv\"",
				      "what inhibits APICv or AVIC could not be read");
	if (!vms)
		return ND_NOT_ASKED;
	for (i = 0; i < c->facts->nr_host; i++) {
		const char *key = c->facts->host[i].key;

		if (strncmp(key, APICV_KEY, strlen(APICV_KEY)) ||
		    !strcmp(key + strlen(APICV_KEY), "IRQWIN"))
			continue;
		if (!nd_host_number(c->facts, key, &of) || !key[strlen(APICV_KEY)] || of > vms)
			return nd_cannot_tell(c, "see \"nestdiag hot apicv\"",
					      "a reason, or the number of VMs with it, could not be read");
		if (of)
			apicv_describe(c, key + strlen(APICV_KEY), of, vms);
	}
	return c->row->words[0] ? ND_FIRES : ND_PASSES;
}

const struct nd_finding nd_apicv_findings[] = {
	{ "apicv-inhibited", ND_NOTE, ND_WANTS_PARAMS | ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM inhibits APICv or AVIC of guests", "Nothing inhibits APICv or AVIC of VMs that ran",
	  "something about the guest, or what user space does with it, does not go together with it",
	  "see who sets it: nestdiag hot apicv; without it interrupts of the guest take fewer exits",
	  "Linux, arch/x86/include/asm/kvm_host.h: enum kvm_apicv_inhibit", apicv_inhibited },
	{ NULL, }
};
