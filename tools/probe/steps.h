/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The launch test: what is tried, in what order, and what became of it.
 */
#ifndef NESTDIAG_TOOLS_STEPS_H
#define NESTDIAG_TOOLS_STEPS_H

#include "core/base/row.h"
#include <nestdiag/types.h>

#include "tools/probe/launched.h"
#include "tools/in/machine.h"

/* In this order; each needs those before it, but for the modes, of which any may fail alone. */
enum nd_probe_step {
	ND_PROBE_OPEN,
	ND_PROBE_API,
	ND_PROBE_CAPS,
	ND_PROBE_VM,
	ND_PROBE_MEMORY,
	ND_PROBE_VCPU,
	ND_PROBE_REAL,
	ND_PROBE_PROT,
	ND_PROBE_LONG,
	ND_PROBE_COST,
	ND_PROBE_NESTED,
	ND_PROBE_NESTED_COST,
	ND_NR_PROBE_STEPS
};

enum nd_probe_state {
	ND_PROBE_SKIPPED,
	ND_PROBE_OK,
	ND_PROBE_FAILED,
	ND_PROBE_TIMED_OUT,
};

#define ND_PROBE_WORDS	512

/**
 * struct nd_probe_end - what became of a step
 * @state: that
 * @error: errno, 0 if none belongs to it
 * @words: why, for people
 */
struct nd_probe_end {
	enum nd_probe_state state;
	int error;
	char words[ND_PROBE_WORDS];
};

#define ND_PROBE_CAPS_NR	11

/**
 * struct nd_probe - the whole test
 * @seconds:  time limit of a step
 * @nested:   nested guests, too
 * @machine:  facts from before the test
 * @kvm_fd:   /dev/kvm, or -errno
 * @end:      by step
 * @svm:      the nested guest is launched by VMRUN
 * @caps:     what KVM_CHECK_EXTENSION said, by index of nd_probe_caps[]; negative: errno
 * @cost:    that of a guest's exit
 * @nested_cost: that of a nested guest
 * @launched: of the last launch
 */
struct nd_probe {
	unsigned int seconds;
	bool nested;
	const struct nd_machine *machine;
	int kvm_fd;
	struct nd_probe_end end[ND_NR_PROBE_STEPS];
	bool svm;
	int caps[ND_PROBE_CAPS_NR];
	struct nd_cost cost;
	struct nd_cost nested_cost;
	struct nd_launched launched;
};

#endif /* NESTDIAG_TOOLS_STEPS_H */
