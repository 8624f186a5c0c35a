// SPDX-License-Identifier: GPL-2.0-only
/*
 * Holes of nested virtualization: what they need and do, and whether this kernel has them.
 */
#include "core/findings/holes.h"

#include "tools/explain/hole.h"

bool nd_explain_is_cve(const char *text)
{
	return !strncasecmp(text, "CVE-", 4);
}

static void here_describe(const struct nd_explain *e, const struct nd_hole *hole,
			  struct nd_row *row)
{
	struct nd_kernel_id id;

	nd_holes_of(e->facts, &id);
	if (id.maker == ND_KERNEL_UNRECORDED)
		return;
	switch (nd_hole_state(hole, &id)) {
	case ND_HOLE_NEVER:
		nd_row_printf(row, "%s is older than the hole", id.name);
		break;
	case ND_HOLE_FIXED:
		nd_row_printf(row, "%s has the fix", id.name);
		break;
	case ND_HOLE_OPEN:
		nd_row_printf(row, "%s does not have the fix; nestdiag check --check nested-exposed tells whether guests reach it",
			      id.name);
		break;
	case ND_HOLE_UNKNOWN:
		nd_row_printf(row, "whether %s has the fix is not known: %s", id.name,
			      id.maker != ND_KERNEL_ORG && id.maker != ND_KERNEL_DEBIAN ?
			      nd_holes_settle(&id) :
			      "nestdiag does not know which releases of its series have it, so search their ChangeLogs for the subject");
		break;
	}
}

static void releases_describe(const struct nd_hole *hole, struct nd_row *row)
{
	if (!hole->fixed[0]) {
		nd_row_printf(row, "a release with the fix; which ones have it is not known to nestdiag");
		return;
	}
	nd_row_printf(row, "use Linux ");
	nd_hole_releases_describe(hole, row);
	nd_row_printf(row, ", or a later one of these series; %s",
		      hole->flags & ND_HOLE_PARTLY ? "which other ones have the fix is not known to nestdiag" :
						     "other series before the last have no fix");
}

static void meaning_describe(const struct nd_hole *hole, struct nd_row *row)
{
	static const struct {
		u32 flags;
		const char *whose;
	} kvms[] = {
		{ ND_HOLE_X86, "Intel and AMD" }, { ND_HOLE_INTEL, "Intel" }, { ND_HOLE_AMD, "AMD" },
	};
	const char *whose = "Arm";
	size_t i;

	for (i = 0; i < ARRAY_SIZE(kvms); i++) {
		if ((hole->flags & kvms[i].flags) == kvms[i].flags) {
			whose = kvms[i].whose;
			break;
		}
	}
	nd_row_printf(row, "KVM on %s, %s: %s", whose,
		      hole->flags & ND_HOLE_HOST ? "from a guest to the host" :
		      hole->flags & ND_HOLE_HELPED ? "to the host, but not from a guest alone" :
		      hole->flags & ND_HOLE_TIME ? "from a guest, at the cost of the host's time" :
						   "within a guest",
		      hole->harm);
}

void nd_explain_hole(struct nd_explain *e)
{
	struct nd_reading reading = { .sort = "hole" };
	const struct nd_hole *hole = nd_hole_find(e->word);
	struct nd_row label, meaning, nesting, here, remedy;
	struct nd_row cause;
	char reference[320];

	if (!hole || !nd_explain_wants(e, ND_EXPLAIN_HOLE))
		return;
	nd_row_init(&label, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_hole_describe(hole, &label);
	nd_row_init(&meaning, ND_ROW_NOTE, NULL, NULL, NULL);
	meaning_describe(hole, &meaning);
	nd_row_init(&nesting, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&nesting, "it is reached from %s", hole->needs);
	nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
	here_describe(e, hole, &here);
	nd_row_init(&remedy, ND_ROW_NOTE, NULL, NULL, NULL);
	releases_describe(hole, &remedy);
	nd_row_init(&cause, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&cause, "in Linux since ");
	if (hole->since)
		nd_hole_release_describe(hole->since, &cause);
	else
		nd_row_printf(&cause, "a release that is not known to nestdiag");
	scnprintf(reference, sizeof(reference), "%s; Linux, %s%s%s\"%s\"", hole->source,
		  hole->commit ? "commit " : "", hole->commit ? hole->commit : "",
		  hole->commit ? " " : "", hole->title);
	reading.id = hole->id;
	reading.label = label.words;
	reading.meaning = meaning.words;
	reading.cause = cause.words;
	reading.nesting = nesting.words;
	reading.here = here.words;
	reading.remedy = remedy.words;
	reading.reference = reference;
	nd_explain_add(e, &reading);
}

void nd_explain_hole_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < nd_nr_holes; i++) {
		nd_strings_add(names, "%s", nd_holes[i].id);
		if (nd_holes[i].name)
			nd_strings_add(names, "%s", nd_holes[i].name);
	}
}
