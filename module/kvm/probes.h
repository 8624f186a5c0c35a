/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The probes, declared as the table of prototypes has them.
 */
#ifndef NESTDIAG_PROBES_H
#define NESTDIAG_PROBES_H

#include <linux/types.h>

struct kvm_vcpu;

/**
 * enum nd_prototype_when - when a probe is needed
 * @ND_ALWAYS:	in any case
 * @ND_TIMES:	to measure times
 * @ND_UNTIMED:	without times
 * @ND_TIMED:	with times, and exits are not recorded
 * @ND_RECORDED: exits are recorded
 * @ND_RECORDED_VMCB: they are, and the processor has a VMCB
 */
enum nd_prototype_when {
	ND_ALWAYS,
	ND_TIMES,
	ND_UNTIMED,
	ND_TIMED,
	ND_RECORDED,
	ND_RECORDED_VMCB,
};

#define ND_PROTOTYPE(_point, _probe, _when, ...)	void _probe(void *unused, __VA_ARGS__);
#include "module/kvm/prototypes.h"

#endif /* NESTDIAG_PROBES_H */
