/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What this process, and this kernel, allow: asked before anything is tried.
 */
#ifndef NESTDIAG_ALLOWED_H
#define NESTDIAG_ALLOWED_H

#include "core/exits/trace.h"

/**
 * nd_allowed_bpf() - may this process load programs for tracing? Else why not, ND_COUNTER_WHY bytes
 */
bool nd_allowed_bpf(char *why);

/** nd_allowed_tracefs() - may this process use tracefs? Else why not */
bool nd_allowed_tracefs(char *why);

/** nd_allowed_kvm() - is there a KVM to count exits of? Else what to do */
bool nd_allowed_kvm(char *why);

/** nd_allowed_isa() - what that KVM uses */
enum nd_isa nd_allowed_isa(void);

#endif /* NESTDIAG_ALLOWED_H */
