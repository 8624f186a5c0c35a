// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on nested virtualization as a way from a guest to the host.
 */
#include "core/base/flag.h"
#include "core/exits/trace.h"
#include "core/findings/findings.h"
#include "core/findings/holes.h"

/* A KVM of this machine, and whether it lets guests reach what nesting is made of. */
static const struct {
	const char *module;
	const char *paging;	/* without it every guest runs on the shadow MMU */
	u32 who;
} holes_kvms[] = {
	{ "kvm_intel", "ept", ND_HOLE_INTEL },
	{ "kvm_amd", "npt", ND_HOLE_AMD },
};

/* Ways in: the words say what opens them. 0 if there is none. */
static u32 holes_ways(const struct nd_facts *facts, struct nd_row *row)
{
	const char *mode = nd_facts_host(facts, "kvm_arm_mode");
	u32 i;

	for (i = 0; i < ARRAY_SIZE(holes_kvms); i++) {
		const char *module = holes_kvms[i].module;

		if (nd_param_is(facts, module, "nested", true)) {
			nd_row_printf(row, "%s has nested=%s", module,
				      nd_facts_param(facts, module, "nested"));
			return holes_kvms[i].who;
		}
		if (nd_param_is(facts, module, holes_kvms[i].paging, false)) {
			nd_row_printf(row, "%s has %s=%s", module, holes_kvms[i].paging,
				      nd_facts_param(facts, module, holes_kvms[i].paging));
			return holes_kvms[i].who | ND_HOLE_SHADOW;
		}
	}
	if (nd_host_has(facts, "modules", "kvm_pvm")) {
		nd_row_printf(row, "kvm_pvm runs guests on the shadow MMU");
		return ND_HOLE_X86 | ND_HOLE_SHADOW;
	}
	if (mode && !strcmp(mode, "nested")) {
		nd_row_printf(row, "kvm-arm.mode is nested");
		return ND_HOLE_ARM64;
	}
	return 0;
}

/* No way in was found: is there none, or did nobody look? */
static enum nd_verdict holes_no_way(struct nd_check *c)
{
	bool recorded = false;
	const char *nested;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(holes_kvms); i++) {
		nested = nd_facts_param(c->facts, holes_kvms[i].module, "nested");
		if (nested && !nd_flag_is(nested, false))
			return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT,
					      "%s has nested=%s, which is neither on nor off",
					      holes_kvms[i].module, nested);
		recorded |= nested != NULL;
	}
	if (recorded || !nd_check_usable(c) || !nd_facts_x86(c->facts) ||
	    nd_facts_host(c->facts, "modules"))
		return ND_NOT_ASKED;
	return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "KVM's parameters were not recorded");
}

/* Does a guest have vmx or svm? What runs, or has run, nested guests has. */
static bool holes_given(const struct nd_facts *facts, struct nd_row *row)
{
	u64 runs = 0, guests = 0;

	if (facts->trace)
		runs = facts->trace->sum.nested_entries;
	if (!runs)
		nd_host_number(facts, "nested_runs", &runs);
	if (runs) {
		nd_row_printf(row, "; a guest runs nested guests (%llu entries)", runs);
		return true;
	}
	nd_host_number(facts, "guests_given", &guests);
	if (guests)
		nd_row_printf(row, "; %llu guest%s vmx or svm", guests,
			      guests == 1 ? " has" : "s have");
	return guests;
}

static enum nd_verdict holes_nested(struct nd_check *c)
{
	enum nd_hole_state state;
	struct nd_kernel_id id;
	struct nd_row way;
	u32 who;

	nd_row_init(&way, ND_ROW_NOTE, NULL, NULL, NULL);
	who = holes_ways(c->facts, &way);
	if (!who)
		return holes_no_way(c);
	nd_holes_of(c->facts, &id);
	state = nd_holes_describe(&id, who, c->row);
	if (state == ND_HOLE_UNKNOWN) {
		c->cause = NULL;
		c->remedy = nd_holes_settle(&id);
		nd_row_printf(c->row, "; %s", way.words);
		return ND_CANNOT_TELL;
	}
	if (state != ND_HOLE_OPEN)
		return ND_PASSES;
	nd_row_printf(c->row, "; %s", way.words);
	if (holes_given(c->facts, c->row))
		c->severity = ND_ERROR;
	if (who & ND_HOLE_SHADOW)
		c->remedy = "a kernel with the fixes; until then ept=1 (kvm_intel) or npt=1 (kvm_amd), and nested=0";
	else if (who & ND_HOLE_ARM64)
		c->remedy = "a kernel with the fixes; until then no kvm-arm.mode=nested";
	return ND_FIRES;
}

const struct nd_finding nd_holes_findings[] = {
	{ "nested-exposed", ND_WARNING, ND_WANTS_PARAMS,
	  "guests can reach known holes of this kernel", "Known holes from guests to the host are fixed",
	  "KVM's code for nesting had holes that lead from a guest to the host's kernel; a guest needs vmx or svm to get there",
	  "a kernel with the fixes; until then nested=0, or vmx and svm for trusted guests only",
	  "CVE records of kernel.org, 2026; nestdiag explain CVE-2026-53359", holes_nested },
	{ NULL, }
};
