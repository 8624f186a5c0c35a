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
#include <linux/smp.h>
#include <linux/uaccess.h>

#include <asm/hypervisor.h>
#include <asm/mshyperv.h>

#include "core/facts/assist.h"

#include "module/cpu/hyperv.h"

#define HYPERV_TRIES	3	/* the pointer may move between two looks at it */

static void hyperv_copy_assist(struct nd_assist *assist)
{
	struct hv_vp_assist_page *page = hv_get_vp_assist_page(smp_processor_id());

	if (!page)
		assist->state = ND_ABSENT;
	else if (copy_from_kernel_nofault(assist->bytes, page, sizeof(assist->bytes)))
		assist->state = ND_FAULT;
	else
		assist->state = ND_OK;
}

/* Runs on the CPU in question with interrupts off, as does all that touches its page. */
static void hyperv_read_assist(void *data)
{
	struct nd_cpu *cpu = data;

	hyperv_copy_assist(&cpu->assist);
}

/**
 * struct hyperv_look - one attempt to copy the current enlightened VMCS
 * @cpu:    the CPU; its assist page has been read
 * @gpa:    where the page pointed before
 * @moved:  it points elsewhere by now
 * @copied: the copy succeeded
 */
struct hyperv_look {
	struct nd_cpu *cpu;
	u64 gpa;
	bool moved;
	bool copied;
};

static void hyperv_copy_evmcs(void *data)
{
	struct hyperv_look *look = data;
	struct nd_cpu *cpu = look->cpu;

	hyperv_copy_assist(&cpu->assist);
	look->moved = cpu->assist.state != ND_OK ||
		      nd_assist_current_vmcs(&cpu->assist) != look->gpa;
	if (look->moved || offset_in_page(look->gpa) > PAGE_SIZE - ND_EVMCS_BYTES)
		return;
	look->copied = !copy_from_kernel_nofault(cpu->evmcs.bytes, phys_to_virt(look->gpa),
						 ND_EVMCS_BYTES);
}

static bool hyperv_look(struct nd_cpu *cpu)
{
	struct hyperv_look look = {
		.cpu = cpu,
		.gpa = nd_assist_current_vmcs(&cpu->assist),
	};
	/* Asked out here: the resource tree's lock must not be taken with interrupts off. */
	struct page *page = page_is_ram(PHYS_PFN(look.gpa)) ?
			    pfn_to_online_page(PHYS_PFN(look.gpa)) : NULL;
	/* Only a look: the page may be freed right after, which the copy and its revision will tell. */
	bool is_free = page && page_count(page) == 0;
	u32 revision = 0;

	if (page && !is_free) {
		if (smp_call_function_single(cpu->id, hyperv_copy_evmcs, &look, true) ||
		    look.moved)
			return false;
		memcpy(&revision, cpu->evmcs.bytes, sizeof(revision));
	}
	cpu->evmcs.gpa = look.gpa;
	cpu->evmcs.state = nd_evmcs_judge(&cpu->assist, page, is_free, look.copied, revision);
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
	if (smp_call_function_single(cpu->id, hyperv_read_assist, cpu, true))
		return;
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
