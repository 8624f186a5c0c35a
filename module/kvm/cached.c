// SPDX-License-Identifier: GPL-2.0-only
/*
 * KVM's own copy of the exit reason. kvm_intel reads the VMCS once at each exit, and keeps the
 * reason in struct vcpu_vmx before it fires kvm_exit; to read it there again costs no VMREAD, which
 * under a hypervisor that gives no shadow VMCS is an exit of its own. No header has the structure,
 * so the place is found by comparing.
 */
#include <linux/atomic.h>
#include <linux/kvm_host.h>
#include <linux/uaccess.h>

#include "module/kvm/cached.h"
#include "module/kvm/probe.h"

static struct nd_calibration cached_calibration;
static atomic_t cached_busy = ATOMIC_INIT(0);	/* a CPU is at it */
static atomic64_t cached_checked = ATOMIC64_INIT(0);
static bool cached_failed;

static bool cached_word(const struct kvm_vcpu *vcpu, u32 at, u32 *value)
{
	return !copy_from_kernel_nofault(value, (const void *)vcpu + at, sizeof(*value));
}

static u32 cached_at(u32 word)
{
	return sizeof(struct kvm_vcpu) + word * sizeof(u32);
}

/* One CPU at a time; the others' exits are as good another time. */
notrace void nd_cached_learn(const struct kvm_vcpu *vcpu, u32 reason)
{
	struct nd_calibration *calibration = &cached_calibration;
	u32 word, value;

	if (atomic_cmpxchg(&cached_busy, 0, 1))
		return;
	if (calibration->state == ND_CALIBRATED_NOT) {
		for (word = 0; nd_calibration_next(calibration, &word); word++)
			if (!cached_word(vcpu, cached_at(word), &value) || value != reason)
				nd_calibration_rule_out(calibration, word);
		word = 0;
		if (nd_calibration_exit(calibration, reason) == ND_CALIBRATED_FOUND &&
		    nd_calibration_next(calibration, &word))
			WRITE_ONCE(nd_probe.cached_at, cached_at(word));
		if (calibration->state != ND_CALIBRATED_NOT)
			nd_probe.changed();
	}
	atomic_set_release(&cached_busy, 0);
}

notrace bool nd_cached_read(const struct kvm_vcpu *vcpu, u32 *reason)
{
	u32 at = READ_ONCE(nd_probe.cached_at);

	return at && cached_word(vcpu, at, reason);
}

notrace void nd_cached_check(const struct kvm_vcpu *vcpu, u32 reason)
{
	u32 copy;

	if (nd_cached_read(vcpu, &copy) && copy == reason) {
		atomic64_inc(&cached_checked);
		return;
	}
	WRITE_ONCE(cached_failed, true);
	nd_probe.changed();
}

bool nd_cached_patient(void)
{
	return READ_ONCE(cached_calibration.exits) < ND_CALIBRATION_MOST;
}

bool nd_cached_failed(void)
{
	return READ_ONCE(cached_failed);
}

enum nd_calibrated nd_cached_state(u64 *exits)
{
	*exits = READ_ONCE(cached_calibration.exits) + atomic64_read(&cached_checked);
	return nd_cached_failed() ? ND_CALIBRATED_NOWHERE : READ_ONCE(cached_calibration.state);
}

void nd_cached_forget(void)
{
	memset(&cached_calibration, 0, sizeof(cached_calibration));
	atomic64_set(&cached_checked, 0);
	cached_failed = false;
	nd_probe.cached_at = 0;
}
