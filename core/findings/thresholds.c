// SPDX-License-Identifier: GPL-2.0-only
/*
 * Thresholds from which a figure of the exit accounting is a finding.
 */
#include "core/findings/thresholds.h"

#define NS_PER_SECOND	1000000000u

/*
 * Shares of time in the guest, measured where a second has 20 or 50 million instructions (Bochs,
 * Linux 6.12), KVM's own part and that of a hypervisor below left out. Guests with a timer that
 * kept up with it: 66 % at 1,000 Hz, 40 % at 2,000 Hz, 25.2 % at 2,500 Hz. Those that did not: 1.6 %
 * from 3,000 Hz on and 1.2 % at 20,000 Hz; a nested guest at 250 Hz 0.4 to 2.6 % as its hypervisor
 * sees it, 0.0 % from below. The handlers of a whole kernel take more than theirs, so that the limit
 * stands close to those that keep up. Loops of CPUID: 0.6 to 0.9 %.
 */
const struct nd_thresholds nd_default_thresholds = {
	.storm_per_second	= 500000,
	.starved_share		= 200,
	.ticked_share		= 2000,
	.idle_share		= 1000,
	.starved_ns		= NS_PER_SECOND,
	.stuck_ns		= 10ULL * NS_PER_SECOND,
	.woken			= 100,
	.unwoken		= 100,
	.multiplier		= 50,
	.multiplied		= 1000,
};
