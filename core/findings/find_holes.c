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
	if (recorded || !nd_check_usable(c) ||
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

/* @way: what opens the way to holes of @who */
static enum nd_verdict holes_ask(struct nd_check *c, u32 who, const struct nd_row *way)
{
	enum nd_hole_state state;
	struct nd_kernel_id id;

	nd_holes_of(c->facts, &id);
	state = nd_holes_describe(&id, who, c->row);
	if (state != ND_HOLE_OPEN && state != ND_HOLE_UNKNOWN)
		return ND_PASSES;
	nd_row_printf(c->row, "; %s", way->words);
	if (state == ND_HOLE_OPEN)
		return ND_FIRES;
	c->cause = NULL;
	c->remedy = nd_holes_settle(&id);
	return ND_CANNOT_TELL;
}

static enum nd_verdict holes_nested(struct nd_check *c)
{
	enum nd_verdict verdict;
	struct nd_row way;
	u32 who;

	nd_row_init(&way, ND_ROW_NOTE, NULL, NULL, NULL);
	who = holes_ways(c->facts, &way);
	if (!who)
		return holes_no_way(c);
	verdict = holes_ask(c, who, &way);
	if (verdict != ND_FIRES)
		return verdict;
	if (holes_given(c->facts, c->row))
		c->severity = ND_ERROR;
	if (who & ND_HOLE_SHADOW)
		c->remedy = "a kernel with the fixes; until then ept=1 (kvm_intel) or npt=1 (kvm_amd), and nested=0";
	return ND_FIRES;
}

static enum nd_verdict holes_arm(struct nd_check *c)
{
	const char *mode = nd_facts_host(c->facts, "kvm_arm_mode");
	struct nd_row way;

	if (strcmp(c->facts->machine, "aarch64") || !mode || strcmp(mode, "nested"))
		return ND_NOT_ASKED;
	nd_row_init(&way, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&way, "kvm-arm.mode is nested");
	return holes_ask(c, ND_HOLE_ARM64, &way);
}

const struct nd_finding nd_holes_findings[] = {
	{ "nested-exposed", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "guests can reach known holes of this kernel", "Known holes from guests to the host are fixed",
	  "KVM's code for nesting had holes that lead from a guest to the host's kernel; a guest needs vmx or svm to get there",
	  "a kernel with the fixes; until then nested=0, or vmx and svm for trusted guests only",
	  "CVE records of kernel.org, 2026; nestdiag explain CVE-2026-53359", holes_nested },
	{ "arm-exposed", ND_WARNING, ND_WANTS_HOST,
	  "guests can reach known holes of this kernel (Arm)", "Known holes of nesting are fixed (Arm)",
	  "KVM's code for nesting on Arm had holes that a VMM with nested guests reaches",
	  "a kernel with the fixes; until then no kvm-arm.mode=nested",
	  "CVE records of kernel.org, 2026; nestdiag explain CVE-2026-46317", holes_arm },
	{ NULL, }
};
