// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failed launches: what is taken down of them at the moment at which they show. Nothing here does
 * anything unless something failed.
 */
#include <linux/kvm_host.h>
#include <linux/uaccess.h>

#include "core/entry/nestedchecks.h"
#include "core/exits/exits.h"

#include "module/fail/capture.h"
#include "module/fail/ring.h"
#include "module/fail/state.h"
#include "module/kvm/recorder.h"
#include "module/kvm/table.h"

static_assert(ND_NR_RECORDINGS - ND_RECORDING_ENTRY == ND_NR_FAIL_KINDS);

/* What went before it is kept with it. */
static void capture_keep(const struct nd_acct_vcpu *entry, enum nd_fail_kind kind)
{
	nd_recorder_keep(entry, ND_RECORDING_ENTRY + kind);
}

/* What is known of the vCPU of which only the table's entry is at hand. */
static void capture_put_vcpu(struct nd_failure *failure, const struct nd_acct_vcpu *entry)
{
	if (!entry)
		return;
	failure->vcpu = entry->id;
	failure->has |= ND_FAIL_HAS_VCPU;
}

/* The fields of the VMCS that is current here, if it is this thread's. */
static void capture_take_state(struct nd_ring_slot *slot)
{
	struct nd_failure *failure = &slot->failure;

	if (failure->isa == ND_ISA_VMX &&
	    (failure->evidence != ND_EVIDENCE_RATE || nd_state_is_cheap()))
		failure->evidence = nd_state_take(&failure->state, slot->room);
}

/* Not with Trust Domains: their reasons have the bit, too, and another VMCS is current then. */
static void capture_take_exit(struct nd_ring_slot *slot)
{
	struct nd_failure *failure = &slot->failure;

	capture_take_state(slot);
	if (failure->evidence == ND_EVIDENCE_RATE &&
	    nd_state_take_qualification(failure->reason, &failure->qual))
		failure->has |= ND_FAIL_HAS_QUAL;
	if (failure->state.known[ND_VMF_EXIT_REASON] &&
	    nd_vmstate_get(&failure->state, ND_VMF_EXIT_REASON) != failure->reason) {
		nd_vmstate_init(&failure->state, failure->isa);
		failure->evidence = ND_EVIDENCE_OTHER;
	}
	if (failure->state.known[ND_VMF_QUALIFICATION]) {
		failure->qual = nd_vmstate_get(&failure->state, ND_VMF_QUALIFICATION);
		failure->has |= ND_FAIL_HAS_QUAL;
	}
}

void nd_capture_exit(const struct kvm_vcpu *vcpu, u32 id, u32 reason, enum nd_acct_level level)
{
	bool vmx = boot_cpu_has(X86_FEATURE_VMX);
	struct nd_ring_slot *slot;

	if (!(vmx ? nd_vmx_entry_failed(reason) : reason == ND_SVM_EXIT_ERR))
		return;
	if (vcpu)
		capture_keep(nd_table_current(), ND_FAIL_ENTRY);
	slot = nd_ring_claim(ND_FAIL_ENTRY, vmx);
	if (!slot)
		return;
	slot->failure.level = level;
	slot->failure.reason = reason;
	slot->failure.has |= ND_FAIL_HAS_REASON;
	if (vcpu) {
		slot->failure.vcpu = id;
		slot->failure.has |= ND_FAIL_HAS_VCPU;
	}
	if (vmx)
		capture_take_exit(slot);
	else if (vcpu)
		slot->failure.evidence = nd_state_take_vmcb(&slot->failure.state, slot->room, vcpu,
							    reason);
	nd_ring_publish(slot);
}

void nd_capture_refused(const char *text, u32 error)
{
	/* Only then the VMCS of the nested guest was entered; and then it is current, at least. */
	bool entered = nd_nested_by_cpu(text), asked = strstr(text, "vmx_guest_state_valid");
	const struct nd_acct_vcpu *entry = nd_table_current();
	struct nd_ring_slot *slot;

	if (entry && nd_ring_was_refused(entry->entered))
		return;
	capture_keep(entry, ND_FAIL_REFUSED);
	slot = nd_ring_claim(ND_FAIL_REFUSED, entered || asked);
	if (!slot)
		return;
	slot->entered = entry ? entry->entered : 0;
	slot->failure.level = ND_LEVEL_NESTED;
	slot->failure.error = error;
	slot->failure.has |= ND_FAIL_HAS_ERROR;
	strscpy(slot->failure.message, text, sizeof(slot->failure.message));
	capture_put_vcpu(&slot->failure, entry);
	if (entered)
		capture_take_state(slot);
	else if (asked && slot->failure.evidence != ND_EVIDENCE_RATE)
		slot->failure.evidence = nd_state_take_asked(&slot->failure.state);
	nd_ring_publish(slot);
}

/**
 * struct capture_run - what KVM told user space
 * @known:    the rest is filled
 * @hardware: fail_entry.hardware_entry_failure_reason
 * @suberror: internal.suberror
 */
struct capture_run {
	bool known;
	u64 hardware;
	u32 suberror;
};

/*
 * From the page that KVM shares with user space. The vCPU of a table's entry may be gone, and its
 * memory another's: so everything is copied with care, and believed only if it repeats @reason.
 */
static void capture_read_run(struct capture_run *out, const struct nd_acct_vcpu *entry, u32 reason)
{
	const struct kvm_vcpu *vcpu = entry ? entry->key : NULL;
	struct kvm_run *run;
	u32 told;

	out->known = vcpu && !copy_from_kernel_nofault(&run, &vcpu->run, sizeof(run)) &&
		     !copy_from_kernel_nofault(&told, &run->exit_reason, sizeof(told)) &&
		     told == reason &&
		     !copy_from_kernel_nofault(&out->hardware,
					       &run->fail_entry.hardware_entry_failure_reason,
					       sizeof(out->hardware)) &&
		     !copy_from_kernel_nofault(&out->suberror, &run->internal.suberror,
					       sizeof(out->suberror));
}

static void capture_fail_entry(const struct nd_acct_vcpu *entry)
{
	bool vmx = boot_cpu_has(X86_FEATURE_VMX);
	struct nd_ring_slot *slot;
	struct capture_run run;
	bool exited;

	if (nd_ring_was_exit())
		return;
	capture_read_run(&run, entry, KVM_EXIT_FAIL_ENTRY);
	/* An exit that went unseen, or no exit at all. */
	exited = !vmx || (run.known && run.hardware & ND_VMX_EXIT_FAILED);
	capture_keep(entry, exited ? ND_FAIL_ENTRY : ND_FAIL_VMFAIL);
	slot = nd_ring_claim(exited ? ND_FAIL_ENTRY : ND_FAIL_VMFAIL, vmx);
	if (!slot)
		return;
	slot->returned = true;
	capture_put_vcpu(&slot->failure, entry);
	capture_take_state(slot);
	if (exited) {
		slot->failure.reason = run.hardware;
		slot->failure.has |= run.known ? ND_FAIL_HAS_REASON : 0;
	} else {
		slot->failure.error = run.known ? run.hardware :
			nd_vmstate_get(&slot->failure.state, ND_VMF_INSTRUCTION_ERROR);
		if (slot->failure.error)
			slot->failure.has |= ND_FAIL_HAS_ERROR;
	}
	nd_ring_publish(slot);
}

static void capture_ended(enum nd_fail_kind kind, u32 reason, u32 error,
			  const struct nd_acct_vcpu *entry)
{
	struct nd_ring_slot *slot = nd_ring_claim(kind, false);
	struct capture_run run = { 0 };

	capture_keep(entry, kind);
	if (!slot)
		return;
	capture_put_vcpu(&slot->failure, entry);
	slot->failure.level = ND_FAIL_LEVEL_UNKNOWN;
	if (entry) {
		slot->failure.level = nd_acct_vcpu_level(entry);
		if (nd_acct_vcpu_slot(entry) < ND_SLOT_SVM_HIGH) {
			slot->failure.reason = nd_acct_vcpu_slot(entry);
			slot->failure.has |= ND_FAIL_HAS_REASON;
		}
	}
	if (kind == ND_FAIL_INTERNAL) {
		capture_read_run(&run, entry, reason);
		error = run.suberror;
	}
	if (kind == ND_FAIL_RUN || (kind == ND_FAIL_INTERNAL && run.known)) {
		slot->failure.error = error;
		slot->failure.has |= ND_FAIL_HAS_ERROR;
	}
	nd_ring_publish(slot);
}

void nd_capture_userspace(u32 reason, u32 error)
{
	/* With an error the reason is that of an earlier return. */
	if (error) {
		if (nd_run_error(reason, error) == ND_RUN_FAILED)
			capture_ended(ND_FAIL_RUN, reason, error, nd_table_current());
		return;
	}
	switch (reason) {
	case KVM_EXIT_FAIL_ENTRY:
		capture_fail_entry(nd_table_current());
		break;
	case KVM_EXIT_SHUTDOWN:
		capture_ended(ND_FAIL_SHUTDOWN, reason, 0, nd_table_current());
		break;
	case KVM_EXIT_INTERNAL_ERROR:
		capture_ended(ND_FAIL_INTERNAL, reason, 0, nd_table_current());
		break;
	default:
		break;
	}
}
