/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The probes, declared as the table of prototypes has them.
 */
#ifndef NESTDIAG_PROBES_H
#define NESTDIAG_PROBES_H

#include <linux/types.h>

struct kvm_vcpu;

/* When a probe is needed: in any case; only to measure times; only without. */
enum nd_prototype_when {
	ND_ALWAYS,
	ND_TIMED,
	ND_UNTIMED,
};

#define ND_PROTOTYPE(_point, _probe, _when, ...)	void _probe(void *unused, __VA_ARGS__);
#include "module/kvm/prototypes.h"

#endif /* NESTDIAG_PROBES_H */
