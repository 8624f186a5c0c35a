/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What probes call when a launch may have failed; if it has not, nothing is done.
 */
#ifndef NESTDIAG_CAPTURE_H
#define NESTDIAG_CAPTURE_H

#include <linux/types.h>

#include "core/exits/account.h"

struct kvm_vcpu;

/**
 * nd_capture_exit() - after an exit of @vcpu, with number @id in its VM; NULL if it is not known
 */
void nd_capture_exit(const struct kvm_vcpu *vcpu, u32 id, u32 reason, enum nd_acct_level level);

/** nd_capture_refused() - KVM refused a nested entry with this message */
void nd_capture_refused(const char *text, u32 error);

/** nd_capture_userspace() - KVM_RUN returns with this KVM_EXIT_ reason, or this errno, if any */
void nd_capture_userspace(u32 reason, u32 error);

#endif /* NESTDIAG_CAPTURE_H */
