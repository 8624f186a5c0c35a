// SPDX-License-Identifier: GPL-2.0-only
/*
 * Holes that a guest reaches through nested virtualization: which of them a kernel has.
 */
#include "core/findings/holes.h"

#define HOLES_TOLD	2	/* open ones with their names; the others are counted */

static char holes_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool holes_same(const char *a, const char *b)
{
	for (; *a && holes_lower(*a) == holes_lower(*b); a++)
		b++;
	return !*a && !*b;
}

const struct nd_hole *nd_hole_find(const char *word)
{
	u32 i;

	for (i = 0; i < nd_nr_holes; i++)
		if (holes_same(nd_holes[i].id, word) ||
		    (nd_holes[i].name && holes_same(nd_holes[i].name, word)))
			return &nd_holes[i];
	return NULL;
}

u32 nd_hole_fix(const struct nd_hole *hole, u32 release)
{
	u32 i, last = 0;

	for (i = 0; i < ND_HOLE_FIXES && hole->fixed[i]; i++) {
		last = hole->fixed[i];
		if (ND_RELEASE_SERIES(last) == ND_RELEASE_SERIES(release))
			return last;
	}
	/* What mainline has all later series have; of a stable release that does not follow. */
	return release > last && !((hole->flags & ND_HOLE_PARTLY) && (last & 0xffff)) ? last : 0;
}

enum nd_hole_state nd_hole_state(const struct nd_hole *hole, const struct nd_kernel_id *id)
{
	u32 fix;

	if (id->maker != ND_KERNEL_ORG && id->maker != ND_KERNEL_DEBIAN)
		return ND_HOLE_UNKNOWN;
	if (id->release < hole->since)
		return ND_HOLE_NEVER;
	fix = nd_hole_fix(hole, id->release);
	if (!hole->fixed[0] || (!fix && (hole->flags & ND_HOLE_PARTLY)))
		return ND_HOLE_UNKNOWN;
	return fix && id->release >= fix ? ND_HOLE_FIXED : ND_HOLE_OPEN;
}

void nd_hole_describe(const struct nd_hole *hole, struct nd_row *row)
{
	nd_row_printf(row, hole->name ? "%s (%s)" : "%s", hole->id, hole->name);
}

void nd_hole_release_describe(u32 release, struct nd_row *row)
{
	nd_row_printf(row, "%u.%u", release >> 24, release >> 16 & 0xff);
	/* Mainline is called 7.2; 2.6.36 was a release like it. */
	if (release & 0xffff)
		nd_row_printf(row, ".%u", release & 0xffff);
}

void nd_hole_releases_describe(const struct nd_hole *hole, struct nd_row *row)
{
	u32 i;

	for (i = 0; i < ND_HOLE_FIXES && hole->fixed[i]; i++) {
		bool last = i + 1 == ND_HOLE_FIXES || !hole->fixed[i + 1];

		nd_row_printf(row, "%s", !i ? "" : last ? " and " : ", ");
		nd_hole_release_describe(hole->fixed[i], row);
	}
}

static bool holes_concern(const struct nd_hole *hole, u32 who)
{
	return (hole->flags & ND_HOLE_HOST) &&
	       (hole->flags & who & (ND_HOLE_X86 | ND_HOLE_ARM64)) &&
	       (!(who & ND_HOLE_SHADOW) || (hole->flags & ND_HOLE_SHADOW));
}

static void holes_open_describe(const struct nd_kernel_id *id, u32 who, struct nd_row *row)
{
	u32 fix, i, n = 0;

	nd_row_printf(row, "%s has holes from guests to the host: ", id->name);
	for (i = 0; i < nd_nr_holes; i++) {
		const struct nd_hole *hole = &nd_holes[i];

		if (!holes_concern(hole, who) || nd_hole_state(hole, id) != ND_HOLE_OPEN)
			continue;
		if (n++ >= HOLES_TOLD)
			continue;
		nd_row_printf(row, "%s%s (%s%s", n > 1 ? ", " : "", hole->id,
			      hole->name ? hole->name : "", hole->name ? ", " : "");
		fix = nd_hole_fix(hole, id->release);
		nd_row_printf(row, fix ? "fixed in " : "no fix in ");
		nd_hole_release_describe(fix ? fix : id->release & ~0xffffU, row);
		nd_row_printf(row, ")");
	}
	if (n > HOLES_TOLD)
		nd_row_printf(row, " and %u more", n - HOLES_TOLD);
}

static void holes_unknown_describe(const struct nd_kernel_id *id, u32 who, struct nd_row *row)
{
	static const char *const why[] = {
		[ND_KERNEL_UNRECORDED]	= "the kernel was not recorded",
		[ND_KERNEL_OTHER]	= "the version of %s does not tell which fixes of known holes it has",
		[ND_KERNEL_CANDIDATE]	= "%s is a release candidate, whose version does not tell which fixes of known holes it has",
		[ND_KERNEL_ORG]		= "%s: nestdiag does not know which releases of its series have the fix of ",
		[ND_KERNEL_DEBIAN]	= "%s: nestdiag does not know which releases of its series have the fix of ",
	};
	u32 i, n = 0;

	nd_row_printf(row, why[id->maker], id->name);
	if (id->maker != ND_KERNEL_ORG && id->maker != ND_KERNEL_DEBIAN)
		return;
	for (i = 0; i < nd_nr_holes; i++)
		if (holes_concern(&nd_holes[i], who) &&
		    nd_hole_state(&nd_holes[i], id) == ND_HOLE_UNKNOWN)
			nd_row_printf(row, "%s%s", n++ ? ", " : "", nd_holes[i].id);
	nd_row_printf(row, "; it has the fixes of the other known holes");
}

enum nd_hole_state nd_holes_describe(const struct nd_kernel_id *id, u32 who, struct nd_row *row)
{
	u32 count[ND_HOLE_OPEN + 1] = { 0 };
	u32 i;

	for (i = 0; i < nd_nr_holes; i++)
		if (holes_concern(&nd_holes[i], who))
			count[nd_hole_state(&nd_holes[i], id)]++;
	if (count[ND_HOLE_OPEN]) {
		holes_open_describe(id, who, row);
		return ND_HOLE_OPEN;
	}
	if (count[ND_HOLE_UNKNOWN]) {
		holes_unknown_describe(id, who, row);
		return ND_HOLE_UNKNOWN;
	}
	nd_row_printf(row, "%s has the fixes of the known holes from guests to the host", id->name);
	return count[ND_HOLE_FIXED] ? ND_HOLE_FIXED : ND_HOLE_NEVER;
}

bool nd_holes_before(const char *remedy, const struct nd_kernel_id *id, struct nd_row *row)
{
	if (!remedy || !strstr(remedy, "nested=1"))
		return false;
	nd_row_printf(row, "nested=1 lets guests reach KVM code in which holes from guest to host were fixed: check first that the kernel of that host has the fixes (nestdiag explain Januscape)");
	if (id && id->maker != ND_KERNEL_UNRECORDED) {
		nd_row_printf(row, "; ");
		nd_holes_describe(id, ND_HOLE_X86, row);
	}
	return true;
}

/* Those that reach the host from a guest on x86. */
#define HOLES_GREP	" | grep -E 'CVE-2026-(46113|53359|63807|64561|64562|68081|74516|80726|89932|98720)'"

const char *nd_holes_settle(const struct nd_kernel_id *id)
{
	static const char *const commands[] = {
		[ND_PACKAGES_UNKNOWN]	= "ask those who built this kernel for CVE-2026-53359, -46113, -64561 and -80726; nestdiag explain CVE-2026-53359 names the commit",
		[ND_PACKAGES_RPM]	= "rpm -q --changelog -f /lib/modules/$(uname -r)" HOLES_GREP,
		[ND_PACKAGES_DEB]	= "apt changelog linux-image-$(uname -r)" HOLES_GREP,
		[ND_PACKAGES_DEBIAN]	= "take a new snapshot with this version of nestdiag: /proc/version has the version of Debian's package",
	};

	switch (id->maker) {
	case ND_KERNEL_UNRECORDED:
		return "uname -r; cat /proc/version";
	case ND_KERNEL_OTHER:
		return commands[id->packages];
	case ND_KERNEL_DEBIAN:
		return commands[ND_PACKAGES_DEB];
	case ND_KERNEL_ORG:
		return "search kernel.org's ChangeLogs of this series for the subject that nestdiag explain shows of that CVE";
	case ND_KERNEL_CANDIDATE:
		break;
	}
	return commands[ND_PACKAGES_UNKNOWN];
}

void nd_holes_of(const struct nd_facts *facts, struct nd_kernel_id *id)
{
	nd_kernel_identify(facts->release, facts->proc_version, id);
}
