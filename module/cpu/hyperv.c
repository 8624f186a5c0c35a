// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reader of Hyper-V's state in memory: VP assist page and enlightened VMCS.
 *
 * Both are shared with a hypervisor, and the pointer to the enlightened VMCS stays behind when its
 * owner is gone. So nothing found there is trusted: the page must be memory and in use, the copy
 * may fault, and what was copied says itself whether it is an enlightened VMCS.
 */
#include <linux/memory_hotplug.h>
#include <linux/mm.h>
#include <linux/uaccess.h>

#include <asm/hypervisor.h>
#include <asm/mshyperv.h>

#include "core/facts/assist.h"

#include "module/cpu/hyperv.h"

#define HYPERV_TRIES	3	/* the pointer may move between two looks at it */

static void hyperv_copy_assist(struct nd_cpu *cpu)
{
	struct hv_vp_assist_page *page = hv_get_vp_assist_page(cpu->id);
	struct nd_assist *assist = &cpu->assist;

	if (!page)
		assist->state = ND_ABSENT;
	else if (copy_from_kernel_nofault(assist->bytes, page, sizeof(assist->bytes)))
		assist->state = ND_FAULT;
	else
		assist->state = ND_OK;
}

static bool hyperv_copy_evmcs(struct nd_evmcs *evmcs, u64 gpa)
{
	return offset_in_page(gpa) <= PAGE_SIZE - ND_EVMCS_BYTES &&
	       !copy_from_kernel_nofault(evmcs->bytes, phys_to_virt(gpa), ND_EVMCS_BYTES);
}

/*
 * The CPU is not interrupted for it: what it does with its enlightened VMCS meanwhile may show in
 * part. If the pointer is the same afterwards, the copy is of the right one.
 */
static bool hyperv_look(struct nd_cpu *cpu)
{
	u64 gpa = nd_assist_current_vmcs(&cpu->assist);
	struct page *page = page_is_ram(PHYS_PFN(gpa)) ? pfn_to_online_page(PHYS_PFN(gpa)) : NULL;
	/*
	 * Only a look: the page may be freed right after,
	 * which the copy and its revision will tell.
	 */
	bool is_free = page && page_count(page) == 0;
	bool copied = page && !is_free && hyperv_copy_evmcs(&cpu->evmcs, gpa);
	u32 revision = 0;

	hyperv_copy_assist(cpu);
	if (cpu->assist.state != ND_OK || nd_assist_current_vmcs(&cpu->assist) != gpa)
		return false;
	if (copied)
		memcpy(&revision, cpu->evmcs.bytes, sizeof(revision));
	cpu->evmcs.gpa = gpa;
	cpu->evmcs.state = nd_evmcs_judge(&cpu->assist, page, is_free, copied, revision);
	return true;
}

static void hyperv_read_evmcs(struct nd_cpu *cpu)
{
	int tries;

	cpu->evmcs.state = ND_EVMCS_MOVING;
	for (tries = 0; tries < HYPERV_TRIES; tries++)
		if (hyperv_look(cpu))
			break;
	if (cpu->evmcs.state == ND_EVMCS_CURRENT)
		cpu->evmcs.parts = ND_EVMCS_ALL;
	else
		memset(cpu->evmcs.bytes, 0, sizeof(cpu->evmcs.bytes));
}

void nd_hyperv_read(struct nd_cpu *cpu)
{
	hyperv_copy_assist(cpu);
	cpu->assist.gpa = nd_assist_gpa(cpu);
	if (cpu->assist.state == ND_OK)
		hyperv_read_evmcs(cpu);
	else
		cpu->evmcs.state = cpu->assist.state == ND_ABSENT ? ND_EVMCS_NONE :
								    ND_EVMCS_UNKNOWN;
}

static const char *hyperv_guest_type(void)
{
#ifdef CONFIG_HYPERVISOR_GUEST
	switch (x86_hyper_type) {
	case X86_HYPER_NATIVE:		return "none";
	case X86_HYPER_VMWARE:		return "vmware";
	case X86_HYPER_MS_HYPERV:	return "ms-hyperv";
	case X86_HYPER_XEN_PV:		return "xen-pv";
	case X86_HYPER_XEN_HVM:		return "xen-hvm";
	case X86_HYPER_KVM:		return "kvm";
	case X86_HYPER_JAILHOUSE:	return "jailhouse";
	case X86_HYPER_ACRN:		return "acrn";
	default:			return "other";
	}
#else
	return "none";
#endif
}

void nd_hyperv_platform(struct nd_facts *facts)
{
	strscpy(facts->guest_type, hyperv_guest_type(), sizeof(facts->guest_type));
	strscpy(facts->hv_support, IS_ENABLED(CONFIG_HYPERV) ? "yes" : "no",
		sizeof(facts->hv_support));
}
