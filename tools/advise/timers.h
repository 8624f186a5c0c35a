/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Estimates on what timers and interrupts cost guests, and waiting for them.
 */
#ifndef NESTDIAG_TIMERS_H
#define NESTDIAG_TIMERS_H

#include "core/facts/facts.h"

#define ND_FEWER_HZ	100	/* timer ticks a second that a guest could do with */

/*
 * Instructions that a vCPU's thread takes to sleep and to wake up, by which not polling is dearer.
 * On an emulated CPU (Bochs) with a guest that waits 700 times a second, they were 8,100 (Linux
 * 6.12, 20 million instructions a second) and 5,300 (Linux 6.1, 50 million): this is the mean.
 */
#define ND_LAB_SLEEP	6700

/* All return NULL, or why there is no estimate, as those of advise.h do. */

/**
 * struct nd_spared - exits that a change takes away from guests, those of nested guests left out
 * @exits:    that all of them had, but for those that wait
 * @spared:   of these, those that the change takes away
 * @spared_ns: time that these take, with entry and exit
 * @all_ns:   time that all of them take
 * @busy_ns:  time of vCPUs in which they did not wait; 0: not known, or less than @all_ns
 * @rate:     with nd_advise_hz(): timers set by a vCPU in a second of @busy_ns
 */
struct nd_spared {
	u64 exits;
	u64 spared;
	u64 spared_ns;
	u64 all_ns;
	u64 busy_ns;
	u64 rate;
};

/** nd_advise_apicv() - what APICv would spare on Intel */
const char *nd_advise_apicv(const struct nd_facts *facts, struct nd_spared *spared);

/** nd_advise_hz() - what ND_FEWER_HZ ticks a second would spare guests whose vCPUs are busy */
const char *nd_advise_hz(const struct nd_facts *facts, struct nd_spared *spared);

/**
 * struct nd_polled - what waiting by polling took, of all VMs that exist, since they began
 * @vain_ns:	polled, and then slept all the same
 * @success_ns:	polled until there was work
 * @successes:	how often the latter
 * @slept_ns:	slept
 * @halted_ns:	polled or slept
 * @sleeps_ns:	ND_LAB_SLEEP for each success, a tick for each instruction
 * @saved_ns:	CPU time that not polling would save: what was polled, less @sleeps_ns
 */
struct nd_polled {
	u64 vain_ns;
	u64 success_ns;
	u64 successes;
	u64 slept_ns;
	u64 halted_ns;
	u64 sleeps_ns;
	u64 saved_ns;
};

/** nd_advise_poll() - what not polling would save, by KVM's statistics */
const char *nd_advise_poll(const struct nd_facts *facts, struct nd_polled *polled);

#endif /* NESTDIAG_TIMERS_H */
