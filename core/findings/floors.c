// SPDX-License-Identifier: GPL-2.0-only
/*
 * How much a rule on figures has to have seen before it may say that all is in order.
 */
#include "core/base/figures.h"
#include "core/exits/nestedrows.h"
#include "core/findings/floors.h"
#include "core/findings/starved.h"

static enum nd_verdict floor_starved(const struct nd_judge *j, struct nd_check *c)
{
	char is[ND_FIGURE], least[ND_FIGURE];
	u64 exits, ns;

	if (nd_starved_enough(j, &exits, &ns))
		return ND_PASSES;
	if (exits >= j->limits->starved_exits && !ns)
		return nd_cannot_tell(c, "load the module with times=1", "exits were not timed");
	return nd_cannot_tell(c, "let guests run for longer",
			      "too little to judge: %llu exits within %s, of %llu within %s needed",
			      exits, nd_time_text(ns, is, sizeof(is)), j->limits->starved_exits,
			      nd_time_text(j->limits->starved_ns, least, sizeof(least)));
}

static enum nd_verdict floor_storm(const struct nd_judge *j, struct nd_check *c)
{
	const struct nd_trace *trace = j->trace;
	char least[ND_FIGURE];
	u32 i;

	for (i = 0; i < trace->nr_vcpus; i++)
		if (nd_trace_ns(trace, trace->vcpus[i].guest + trace->vcpus[i].host) >=
		    j->limits->storm_ns)
			return ND_PASSES;
	return nd_cannot_tell(c, "let guests run for longer",
			      "too little to judge: no vCPU was watched for %s",
			      nd_time_text(j->limits->storm_ns, least, sizeof(least)));
}

bool nd_floor_nested(const struct nd_judge *j, const struct nd_nested *nested)
{
	return nested->delivered >= j->limits->multiplied && nested->asked &&
	       nested->asked / 2 <= nested->delivered;
}

static enum nd_verdict floor_multiplier(const struct nd_judge *j, struct nd_check *c)
{
	struct nd_nested nested = nd_nested_sum(j->trace);

	if (!nested.exits)
		return ND_NOT_ASKED;
	if (nd_floor_nested(j, &nested))
		return ND_PASSES;
	if (nested.delivered < j->limits->multiplied)
		return nd_cannot_tell(c, "let nested guests run for longer",
				      "too little to judge: %llu of %llu reflected exits of nested guests",
				      nested.delivered, j->limits->multiplied);
	if (!nested.asked)
		return nd_cannot_tell(c, "see \"nestdiag exits\"",
				      "no exits of guest hypervisors were counted");
	return nd_cannot_tell(c, "see \"nestdiag failures\"",
			      "too little to judge: of %llu nested entries asked for, %llu led to an exit that was reflected",
			      nested.asked, nested.delivered);
}

static const struct {
	const char *id;
	enum nd_verdict (*check)(const struct nd_judge *j, struct nd_check *c);
} floors[] = {
	{ "guest-starved", floor_starved },
	{ "guest-exit-bound", floor_starved },
	{ "exit-storm", floor_storm },
	{ "nested-costly", floor_multiplier },
};

enum nd_verdict nd_floor_check(const struct nd_judge *j, struct nd_check *c)
{
	enum nd_verdict verdict = ND_PASSES;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(floors); i++)
		if (!strcmp(floors[i].id, c->finding->id))
			verdict = floors[i].check(j, c);
	/* It is early, which is no fault of the machine: nothing is kept from us. */
	if (verdict == ND_CANNOT_TELL)
		c->severity = ND_NOTE;
	return verdict;
}
