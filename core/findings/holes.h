/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Holes that a guest reaches through nested virtualization, and the kernels that have them.
 */
#ifndef NESTDIAG_HOLES_H
#define NESTDIAG_HOLES_H

#include "core/base/row.h"
#include "core/facts/facts.h"
#include "core/facts/kernel.h"

#define ND_HOLE_INTEL	BIT(0)	/* under kvm_intel */
#define ND_HOLE_AMD	BIT(1)	/* under kvm_amd */
#define ND_HOLE_ARM64	BIT(2)	/* KVM on Arm */
#define ND_HOLE_X86	(ND_HOLE_INTEL | ND_HOLE_AMD)
#define ND_HOLE_HOST	BIT(3)	/* reaches the host's kernel; without it the guest harms itself */
#define ND_HOLE_SHADOW	BIT(4)	/* in the shadow MMU; with ept=0 or npt=0 each guest reaches it */
#define ND_HOLE_HELPED	BIT(5)	/* reaches the host's kernel, but not from a guest alone */
#define ND_HOLE_PARTLY	BIT(6)	/* of series that are not listed nobody knows */
#define ND_HOLE_TIME	BIT(7)	/* costs the host time, and reaches nothing */

#define ND_HOLE_FIXES	10

/**
 * struct nd_hole - a hole
 * @id:     its CVE
 * @name:   what people call it, NULL if they have no name for it
 * @title:  subject of the commit that closes it
 * @flags:  ND_HOLE_
 * @needs:  what it takes to reach it
 * @harm:   what comes of it
 * @since:  ND_RELEASE() that brought it, 0 if that is not known
 * @fixed:  first release of each stable series with the fix; the last one is the mainline release,
 *	    and all later series have it, too. A series that is older and not listed has no fix.
 *	    With ND_HOLE_PARTLY that is not said, and the last one may be a stable release, of which
 *	    nothing follows for later series. Empty: the releases are not known
 * @commit: the commit upstream
 * @source: where the releases were read
 */
struct nd_hole {
	const char *id;
	const char *name;
	const char *title;
	u32 flags;
	const char *needs;
	const char *harm;
	u32 since;
	u32 fixed[ND_HOLE_FIXES];
	const char *commit;
	const char *source;
};

extern const struct nd_hole nd_holes[];
extern const unsigned int nd_nr_holes;

/**
 * enum nd_hole_state - does a kernel have a hole?
 * @ND_HOLE_UNKNOWN: its version does not tell
 * @ND_HOLE_NEVER:   it is older than the hole
 * @ND_HOLE_FIXED:   it has the fix
 * @ND_HOLE_OPEN:    it has the hole
 */
enum nd_hole_state {
	ND_HOLE_UNKNOWN,
	ND_HOLE_NEVER,
	ND_HOLE_FIXED,
	ND_HOLE_OPEN,
};

/** nd_hole_find() - the hole with that CVE or name, whatever the case; NULL if there is none */
const struct nd_hole *nd_hole_find(const char *word);

/** nd_hole_state() - has the kernel @id the hole? */
enum nd_hole_state nd_hole_state(const struct nd_hole *hole, const struct nd_kernel_id *id);

/** nd_hole_fix() - ND_RELEASE() of the fix in the kernel's own series, 0 if none is listed */
u32 nd_hole_fix(const struct nd_hole *hole, u32 release);

/** nd_hole_describe() - "CVE-2026-53359 (Januscape)", into @row's words */
void nd_hole_describe(const struct nd_hole *hole, struct nd_row *row);

/** nd_hole_release_describe() - "6.12.95", or "7.2", into @row's words */
void nd_hole_release_describe(u32 release, struct nd_row *row);

/** nd_hole_releases_describe() - "6.12.95, 6.18.38, 7.1.3 and 7.2", into @row's words */
void nd_hole_releases_describe(const struct nd_hole *hole, struct nd_row *row);

/**
 * nd_holes_describe() - what is known of a kernel's holes from guests to the host
 * @id:   the kernel
 * @who:  ND_HOLE_INTEL, ND_HOLE_AMD, ND_HOLE_ARM64: which KVM runs on it; ND_HOLE_SHADOW besides:
 *	  only holes in the shadow MMU
 * @row:  gets a sentence without a full stop in its words: the open holes, each with the release
 *	  that closes it; or that the known ones are closed; or why the version does not tell. NULL:
 *	  nobody wants it
 *
 * This is for everybody who speaks of a kernel's holes: the rule nested-exposed, remedies that
 * switch nesting on, and explanations of an oops, whose first line has the release and behind it,
 * on Debian, the package's version::
 *
 *	struct nd_kernel_id id;
 *
 *	nd_kernel_identify("6.1.0-56-amd64", "#1 SMP Debian 6.1.170-1", &id);
 *	nd_holes_describe(&id, ND_HOLE_X86, &row);
 *
 * Return: ND_HOLE_OPEN if one is open, else ND_HOLE_UNKNOWN if that is unknown of one, else
 * ND_HOLE_FIXED, or ND_HOLE_NEVER if none of the holes is as old as the kernel.
 */
enum nd_hole_state nd_holes_describe(const struct nd_kernel_id *id, u32 who, struct nd_row *row);

/**
 * nd_holes_before() - what to know before following advice that switches nesting on
 * @remedy: the advice; NULL for none
 * @id:     the kernel of the machine that is asked about, NULL if that is none
 * @row:    gets a sentence without a full stop in its words
 *
 * Advice of the catalogue may be meant for the host below, whose kernel nobody sees here: that one
 * is left to the reader.
 *
 * Return: whether the advice is one to switch nesting on.
 */
bool nd_holes_before(const char *remedy, const struct nd_kernel_id *id, struct nd_row *row);

/** nd_holes_settle() - the command that tells whether a kernel has the fixes; constant text */
const char *nd_holes_settle(const struct nd_kernel_id *id);

/** nd_holes_of() - nd_kernel_identify() of the machine's kernel */
void nd_holes_of(const struct nd_facts *facts, struct nd_kernel_id *id);

#endif /* NESTDIAG_HOLES_H */
