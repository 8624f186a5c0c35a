/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Launches with one wrong field each.
 */
#ifndef LAB_LAUNCH_CASES_H
#define LAB_LAUNCH_CASES_H

#include <nestdiag/types.h>

/* How a field differs from that of the valid launch. */
enum change_how {
	CHANGE_NONE,
	CHANGE_SET,
	CHANGE_OR,
	CHANGE_CLEAR,
	CHANGE_POKE,	/* not a field: eight bytes of memory */
};

struct change {
	enum change_how how;
	u32 where;
	u64 value;
};

#define MAX_CHANGES	4

#define VTPR_OFFSET	0x80	/* in a virtual-APIC page */

/**
 * struct launch_case - a launch that must fail, and on what
 * @id:      its name
 * @ept:     the nested guest has EPT and is unrestricted. KVM then leaves the checks of segments
 *	     to the processor
 * @check:   the check that the autopsy has to name
 * @oracle:  what KVM's message or Bochs's log has to say, as an extended regular expression
 * @changes: what is wrong; the last one, where the others only make it matter
 */
struct launch_case {
	const char *id;
	bool ept;
	const char *check;
	const char *oracle;
	struct change changes[MAX_CHANGES];
};

/* End with an empty id. */
extern const struct launch_case vmx_cases[];
extern const struct launch_case svm_cases[];

#endif /* LAB_LAUNCH_CASES_H */
