// SPDX-License-Identifier: GPL-2.0-only
/*
 * The state that a failed VM entry is judged by: the fields of the VMCS that is current on this
 * CPU, or of the enlightened one. Only read, and only after a failure.
 */
#include <linux/memory_hotplug.h>
#include <linux/mm.h>
#include <linux/sched/task_stack.h>
#include <linux/uaccess.h>

#include <asm/apicdef.h>
#include <asm/vmx.h>

#include "core/entry/vmexist.h"

#include "module/fail/state.h"
#include "module/kvm/vmcb.h"
#include "module/kvm/vmcs.h"

static bool state_exists[ND_NR_VMF];	/* VMREAD knows the field */

static enum nd_fail_evidence state_read_vmcs(struct nd_vmstate *state)
{
	unsigned long value;
	u32 i;

	/* First, because a VMREAD that fails would write it. */
	if (!nd_vmcs_read(nd_vmf_descs[ND_VMF_INSTRUCTION_ERROR].where, &value))
		return ND_EVIDENCE_FAULT;
	nd_vmstate_set(state, ND_VMF_INSTRUCTION_ERROR, value);
	for (i = 0; i < ND_NR_VMF; i++) {
		if (i == ND_VMF_INSTRUCTION_ERROR || !READ_ONCE(state_exists[i]))
			continue;
		if (nd_vmcs_read(nd_vmf_descs[i].where, &value))
			nd_vmstate_set(state, i, value);
		else
			WRITE_ONCE(state_exists[i], false);
	}
	return ND_EVIDENCE_VMCS;
}

/* Memory that KVM gave the processor, by its physical address. */
static bool state_read_memory(void *to, u64 gpa, size_t size)
{
	return offset_in_page(gpa) <= PAGE_SIZE - size && pfn_to_online_page(PHYS_PFN(gpa)) &&
	       !copy_from_kernel_nofault(to, phys_to_virt(gpa), size);
}

static enum nd_fail_evidence state_read_evmcs(struct nd_vmstate *state, u64 gpa, u8 *room)
{
	u32 revision;

	if (!gpa || !state_read_memory(room, gpa, ND_EVMCS_BYTES))
		return ND_EVIDENCE_FAULT;
	memcpy(&revision, room, sizeof(revision));
	if (revision != 1)
		return ND_EVIDENCE_FAULT;
	nd_vmstate_from_evmcs(state, room);
	return ND_EVIDENCE_EVMCS;
}

/*
 * The host's stack pointer is written at each entry: a VMCS with one on our stack is one that this
 * thread entered, or tried to.
 */
static bool state_is_our_stack(unsigned long rsp)
{
	return rsp - (unsigned long)task_stack_page(current) < THREAD_SIZE;
}

static bool state_is_ours(const struct nd_vmstate *state)
{
	return nd_vmstate_has(state, ND_VMF_HOST_RSP) &&
	       state_is_our_stack(nd_vmstate_get(state, ND_VMF_HOST_RSP));
}

static void state_take_vtpr(struct nd_vmstate *state)
{
	u64 page = nd_vmstate_get(state, ND_VMF_VAPIC_ADDR);
	u32 vtpr;

	/* Where the control is off, the address is what is left of an earlier entry. */
	if (nd_vmstate_get(state, ND_VMF_PRIMARY_CTLS) & CPU_BASED_TPR_SHADOW && page &&
	    !offset_in_page(page) && state_read_memory(&vtpr, page + APIC_TASKPRI, sizeof(vtpr)))
		nd_vmstate_set(state, ND_VMF_VTPR, vtpr);
}

/* The first registers to be loaded, from KVM's own area: if entries fail on it, it decides. */
static void state_take_msrs(struct nd_vmstate *state)
{
	u64 gpa = nd_vmstate_get(state, ND_VMF_ENTRY_MSR_LOAD_ADDR);
	u64 count = nd_vmstate_get(state, ND_VMF_ENTRY_MSR_LOAD_COUNT);
	struct {
		u32 index;
		u32 reserved;
		u64 value;
	} msr;

	for (; state->nr_msrs < min_t(u64, count, ND_VMSTATE_MSRS); gpa += sizeof(msr)) {
		if (gpa % sizeof(msr) || !state_read_memory(&msr, gpa, sizeof(msr)))
			return;
		state->msrs[state->nr_msrs].index = msr.index;
		state->msrs[state->nr_msrs].value = msr.value;
		state->nr_msrs++;
	}
}

enum nd_fail_evidence nd_state_take(struct nd_vmstate *state, u8 *room)
{
	const struct hv_vp_assist_page *page;
	enum nd_fail_evidence evidence;
	unsigned long flags;

	local_irq_save(flags);
	page = nd_vmcs_enlightened();
	evidence = page ? state_read_evmcs(state, nd_vmcs_enlightened_gpa(page), room) :
			  state_read_vmcs(state);
	if ((evidence == ND_EVIDENCE_VMCS || evidence == ND_EVIDENCE_EVMCS) &&
	    !state_is_ours(state)) {
		nd_vmstate_init(state, ND_ISA_VMX);
		evidence = ND_EVIDENCE_OTHER;
	}
	state_take_vtpr(state);
	state_take_msrs(state);
	local_irq_restore(flags);
	return evidence;
}

/* __vmx_guest_state_valid(): segments, and what tells in which mode they are looked at. */
static bool state_is_asked(u32 field)
{
	return (field >= ND_VMF_ES_SEL && field <= ND_VMF_TR_AR) || field == ND_VMF_CR0 ||
	       field == ND_VMF_RFLAGS || field == ND_VMF_ENTRY_CTLS ||
	       field == ND_VMF_PRIMARY_CTLS || field == ND_VMF_SECONDARY_CTLS;
}

enum nd_fail_evidence nd_state_take_asked(struct nd_vmstate *state)
{
	unsigned long value, flags;
	u32 i;

	if (nd_vmcs_enlightened())
		return ND_EVIDENCE_NONE;
	local_irq_save(flags);
	for (i = 0; i < ND_NR_VMF; i++)
		if (state_is_asked(i) && READ_ONCE(state_exists[i]) &&
		    nd_vmcs_read(nd_vmf_descs[i].where, &value))
			nd_vmstate_set(state, i, value);
	local_irq_restore(flags);
	return nd_vmstate_known(state) ? ND_EVIDENCE_ASKED : ND_EVIDENCE_FAULT;
}

#define STATE_SEV_ES	BIT(2)	/* in nested_ctl: the guest's state is elsewhere, and encrypted */

/* By the exit code in it the copy is believed. */
enum nd_fail_evidence nd_state_take_vmcb(struct nd_vmstate *state, u8 *room,
					 const struct kvm_vcpu *vcpu, u32 reason)
{
	enum nd_fail_evidence evidence = ND_EVIDENCE_OTHER;
	const struct vmcb *vmcb = nd_vmcb_find(vcpu);

	if (!vmcb || copy_from_kernel_nofault(room, vmcb, ND_VMCB_BYTES))
		return ND_EVIDENCE_FAULT;
	nd_vmstate_from_vmcb(state, room, ND_VMCB_BYTES);
	if ((u32)nd_vmstate_get(state, ND_VMCB_EXIT_CODE) == reason)
		evidence = nd_vmstate_get(state, ND_VMCB_NESTED_CTL) & STATE_SEV_ES ?
			   ND_EVIDENCE_NONE : ND_EVIDENCE_VMCB;
	if (evidence != ND_EVIDENCE_VMCB)
		nd_vmstate_init(state, ND_ISA_SVM);
	return evidence;
}

bool nd_state_is_cheap(void)
{
	return nd_vmcs_enlightened();
}

bool nd_state_take_qualification(u32 reason, u64 *qual)
{
	unsigned long rsp, read, value, flags;
	bool known;

	local_irq_save(flags);
	known = nd_vmcs_read(nd_vmf_descs[ND_VMF_HOST_RSP].where, &rsp) &&
		state_is_our_stack(rsp) &&
		nd_vmcs_read(nd_vmf_descs[ND_VMF_EXIT_REASON].where, &read) &&
		(u32)read == reason &&
		nd_vmcs_read(nd_vmf_descs[ND_VMF_QUALIFICATION].where, &value);
	local_irq_restore(flags);
	if (known)
		*qual = value;
	return known;
}

void nd_state_init(const struct nd_cpu *cpu)
{
	u32 i;

	for (i = 0; i < ND_NR_VMF; i++)
		state_exists[i] = nd_vmf_exists(cpu, i);
}
