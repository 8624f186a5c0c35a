/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a change would gain, and whether a guest one level deeper would run: estimates, made of what
 * was counted on the machine and of what was measured in the lab.
 */
#ifndef NESTDIAG_ADVISE_H
#define NESTDIAG_ADVISE_H

#include "core/base/row.h"
#include "core/exits/nestedrows.h"
#include "core/facts/facts.h"

#include "tools/advise/price.h"

/**
 * enum nd_change - what spares guest hypervisors exits for VMREAD and VMWRITE
 * @ND_CHANGE_SHADOWING: VMCS shadowing, for the fields that the processor shadows
 * @ND_CHANGE_EVMCS:	 the enlightened VMCS, for all
 */
enum nd_change {
	ND_CHANGE_SHADOWING,
	ND_CHANGE_EVMCS,
	ND_NR_CHANGES
};

/**
 * struct nd_gain - what is left with such a change
 * @exits:    for VMREAD and VMWRITE, as counted
 * @asked:    nested entries that were asked for
 * @left:     of @exits, in thousandths
 * @now:      exits of hypervisors for one nested exit that they got, in thousandths
 * @then:     what that becomes
 * @each_ns:  time that handling one of @exits takes
 * @stay_ns:  time that entry and exit take, the shortest stay in a guest; 0: not known
 * @saved_ns: time that those take which the change removes
 * @all_ns:   time that all exits took, without waiting
 */
struct nd_gain {
	u64 exits;
	u64 asked;
	u64 left;
	u64 now;
	u64 then;
	u64 each_ns;
	u64 stay_ns;
	u64 saved_ns;
	u64 all_ns;
};

/*
 * An estimate is made of a trace, so facts without one are none to ask about. Return: NULL, or a
 * sentence on why there is no estimate; it is empty if the change does not apply to this kind of
 * machine.
 */

/** nd_advise_gain() - what a change gains that spares guest hypervisors exits */
const char *nd_advise_gain(const struct nd_facts *facts, enum nd_change change,
			   struct nd_gain *gain);

/** enum nd_runs - does a guest get anywhere? */
enum nd_runs {
	ND_RUNS,
	ND_CRAWLS,
	ND_HANGS,
};

/**
 * struct nd_deeper - a guest one level deeper than those that were seen
 * @guest:    an exit of a guest, with what the hypervisor below needs for the stay in the guest
 * @nested:   one of a nested guest, with what its hypervisor exits for meanwhile; no exits: none
 *            was seen
 * @ratio:    how many times as much an exit costs one level deeper, in thousandths
 * @from_lab: that is what was measured in the lab, and not here
 * @shadowed: likewise, with VMCS shadowing
 * @few:      nested exits that were counted, and are too few to tell
 * @of_ticks: @guest is an exit by which guests are ticked, and not one on average
 * @with_below: prices have what the hypervisor below needs for a stay in the guest
 * @ns:       what an exit of the guest one level deeper will cost
 * @share:    of a CPU that its timer will take, in 1/10000
 * @runs:     what becomes of it
 */
struct nd_deeper {
	struct nd_price guest;
	struct nd_price nested;
	u64 ratio;
	bool from_lab;
	bool shadowed;
	u64 few;
	bool of_ticks;
	bool with_below;
	u64 ns;
	u64 share;
	enum nd_runs runs;
};

/** nd_advise_deeper() - does a guest one level deeper get anywhere? */
const char *nd_advise_deeper(const struct nd_facts *facts, struct nd_deeper *deeper);

#endif /* NESTDIAG_ADVISE_H */
