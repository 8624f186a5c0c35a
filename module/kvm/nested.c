// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes of nested guests: their exits, those handed to the guest hypervisor, their entries,
 * and the entries that KVM refused, which are rare enough for a lock.
 *
 * From Linux 7.0 on these probes may be preempted.
 */
#include <linux/jhash.h>
#include <linux/kvm_host.h>
#include <linux/uaccess.h>

#include "module/fail/capture.h"
#include "module/kvm/nested.h"
#include "module/kvm/probe.h"
#include "module/kvm/probes.h"

static DEFINE_RAW_SPINLOCK(nested_refusal_lock);
static struct nd_refusal nested_refusals[ND_MAX_REFUSALS];
static u32 nested_hashes[ND_MAX_REFUSALS];	/* of texts and errors, so that few are compared */
static u32 nested_nr_refusals;
static u64 nested_refusals_lost;

static struct nd_acct_cpu *nested_get(unsigned long *flags)
	__acquires(ACCT)
{
	preempt_disable_notrace();
	return nd_probe_acct_get(this_cpu_ptr(&nd_probe_cpus), flags);
}

static void nested_put(const struct nd_acct_cpu *acct, unsigned long flags)
	__releases(ACCT)
{
	nd_probe_acct_put(acct, flags);
	preempt_enable_notrace();
}

/* The vCPU that the current thread ran last on this CPU, if it is still known. */
static struct nd_acct_vcpu *nested_vcpu(void)
{
	const struct nd_probe_cpu *cpu = this_cpu_ptr(&nd_probe_cpus);

	return cpu->entry && READ_ONCE(cpu->entry->task) == current ? cpu->entry : NULL;
}

/* --- probes ----------------------------------------------------------------------------------- */

void nd_on_nested_exit(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	unsigned long flags = 0;
	struct nd_acct_cpu *acct = nested_get(&flags);

	acct->nested_exits++;
	nested_put(acct, flags);
}

/* The reason is never greater than 32 bits. */
void nd_on_inject(void *unused, u64 exit_code, u64 info1, u64 info2, u32 intr_info,
		  u32 error_code, u32 isa)
{
	unsigned long flags = 0;
	struct nd_acct_cpu *acct = nested_get(&flags);
	struct nd_acct_vcpu *entry = nested_vcpu();
	u32 reason = exit_code;

	acct->reflected[nd_acct_slot(acct, reason)]++;
	if (entry)
		nd_acct_vcpu_reflect(entry, reason);
	nested_put(acct, flags);
}

void nd_on_inject_u32(void *unused, u32 exit_code, u64 info1, u64 info2, u32 intr_info,
		      u32 error_code, u32 isa)
{
	nd_on_inject(unused, exit_code, info1, info2, intr_info, error_code, isa);
}

static void nested_enter(void)
{
	unsigned long flags = 0;
	struct nd_acct_cpu *acct = nested_get(&flags);
	struct nd_acct_vcpu *entry = nested_vcpu();

	acct->nested_entries++;
	if (entry)
		nd_acct_vcpu_resume(entry);
	nested_put(acct, flags);
}

void nd_on_nested_enter(void *unused, u64 rip, u64 vmcb, u64 nested_rip, u32 int_ctl,
			u32 event_inj, bool tdp_enabled, u64 guest_tdp_pgd, u64 guest_cr3,
			u32 isa)
{
	nested_enter();
}

void nd_on_nested_run(void *unused, u64 rip, u64 vmcb, u64 nested_rip, u32 int_ctl,
		      u32 event_inj, bool npt)
{
	nested_enter();
}

static void nested_count_refusal(const char *text, u32 error)
{
	u32 i, hash = jhash(text, strlen(text), error);
	unsigned long flags;

	raw_spin_lock_irqsave(&nested_refusal_lock, flags);
	for (i = 0; i < nested_nr_refusals; i++)
		if (nested_hashes[i] == hash && nested_refusals[i].error == error &&
		    !strcmp(nested_refusals[i].text, text))
			break;
	if (i == nested_nr_refusals && i < ND_MAX_REFUSALS) {
		nested_hashes[i] = hash;
		strscpy(nested_refusals[i].text, text, sizeof(nested_refusals[i].text));
		nested_refusals[i].error = error;
		nested_nr_refusals++;
	}
	if (i < ND_MAX_REFUSALS)
		nested_refusals[i].count++;
	else
		nested_refusals_lost++;
	raw_spin_unlock_irqrestore(&nested_refusal_lock, flags);
}

/* The text is KVM's and may go with it, so it is kept, and compared, by value. */
void nd_on_refused(void *unused, const char *text, u32 error)
{
	char copy[ND_REFUSAL_TEXT] = "";
	u32 i;

	for (i = 0; i < sizeof(copy) - 1; i++)
		if (copy_from_kernel_nofault(&copy[i], text + i, 1) || !copy[i])
			break;
	copy[i] = '\0';
	nested_count_refusal(copy, error);
	nd_capture_refused(copy, error);
}

/* --- reading and clearing --------------------------------------------------------------------- */

void nd_nested_read(struct nd_trace *trace)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&nested_refusal_lock, flags);
	trace->nr_refusals = nested_nr_refusals;
	memcpy(trace->refusals, nested_refusals, sizeof(nested_refusals));
	trace->refusals_lost = nested_refusals_lost;
	raw_spin_unlock_irqrestore(&nested_refusal_lock, flags);
}

void nd_nested_reset(void)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&nested_refusal_lock, flags);
	memset(nested_refusals, 0, sizeof(nested_refusals));
	nested_nr_refusals = 0;
	nested_refusals_lost = 0;
	raw_spin_unlock_irqrestore(&nested_refusal_lock, flags);
}
