/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Estimates on what timers and interrupts cost guests, and waiting for them.
 */
#ifndef NESTDIAG_TIMERS_H
#define NESTDIAG_TIMERS_H

#include "core/facts/facts.h"

#define ND_FEWER_HZ	100	/* timer ticks a second that a guest could do with */

/**
 * struct nd_spared - exits that a change takes away from guests, those of nested guests left out
 * @exits:    that all of them had, but for those that wait
 * @spared:   of these, those that the change takes away
 * @spared_ns: time that these take, with entry and exit
 * @all_ns:   time that all of them take
 * @busy_ns:  time of vCPUs in which they did not wait; 0: not known
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

/** nd_advise_apicv() - what APICv would spare on Intel; false if nothing, or it was not counted */
bool nd_advise_apicv(const struct nd_facts *facts, struct nd_spared *spared);

/** nd_advise_hz() - what ND_FEWER_HZ ticks a second would spare guests whose vCPUs are busy; false as above */
bool nd_advise_hz(const struct nd_facts *facts, struct nd_spared *spared);

/**
 * struct nd_polled - what waiting by polling took, of all VMs that exist, since they began
 * @vain_ns:	polled, and then slept all the same
 * @success_ns:	polled until there was work
 * @successes:	how often the latter
 * @slept_ns:	slept
 * @sleeps_ns:	what it would take to sleep and wake up in place of the successes, as in the lab
 * @saved_ns:	CPU time that not polling would save: what was polled, less @sleeps_ns
 */
struct nd_polled {
	u64 vain_ns;
	u64 success_ns;
	u64 successes;
	u64 slept_ns;
	u64 sleeps_ns;
	u64 saved_ns;
};

/** nd_advise_poll() - by KVM's statistics; false if they could not be read, or nothing would be saved */
bool nd_advise_poll(const struct nd_facts *facts, struct nd_polled *polled);

#endif /* NESTDIAG_TIMERS_H */
