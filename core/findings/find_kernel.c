// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on the kernel itself: versions that are known to break nesting.
 */
#include "core/facts/kernel.h"
#include "core/findings/findings.h"

/*
 * Faults of certain kernels with nesting that are written down somewhere: releases of one series.
 */
static const struct {
	u32 from;
	u32 to;
	const char *words;
} kernel_faults[] = {
	{ ND_RELEASE(4, 19, 78), ND_RELEASE(4, 19, 78), "a backport broke nesting: VMs hang; 4.19.79 has the fix" },
};

/* A distribution's kernel shows a release of its series, not the one that it is made of. */
static enum nd_verdict kernel_fault(struct nd_check *c)
{
	struct nd_kernel_id id;
	u32 i;

	nd_kernel_identify(c->facts->release, c->facts->proc_version, &id);
	if (!id.release)
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, id.maker == ND_KERNEL_UNRECORDED ?
				      "the kernel was not recorded" : "%s is no version of Linux",
				      id.name);
	for (i = 0; i < ARRAY_SIZE(kernel_faults); i++) {
		if (ND_RELEASE_SERIES(id.release) != ND_RELEASE_SERIES(kernel_faults[i].from))
			continue;
		if (id.release > kernel_faults[i].to)
			continue;
		if (id.release < kernel_faults[i].from) {
			if (id.maker != ND_KERNEL_OTHER)
				continue;
			return nd_cannot_tell(c, "ask those who built it which stable release it holds",
					      "the version %s does not tell its fixes", id.name);
		}
		nd_row_printf(c->row, "Linux %s: %s", c->facts->release, kernel_faults[i].words);
		return ND_FIRES;
	}
	return ND_PASSES;
}

static enum nd_verdict kernel_migration(struct nd_check *c)
{
	u32 version = nd_kernel_version(c->facts);

	if (!nd_param_is(c->facts, "kvm_intel", "nested", true) || !version)
		return ND_NOT_ASKED;
	if (version >= ND_KERNEL(5, 3, 0))
		return ND_PASSES;
	nd_row_printf(c->row, "Linux %s", c->facts->release);
	return ND_FIRES;
}

const struct nd_finding nd_kernel_findings[] = {
	{ "kernel-fault", ND_WARNING, ND_WANTS_X86,
	  "this kernel is known to break nesting", "No bug of this kernel that breaks nesting is known",
	  NULL, "use a later kernel of the same series",
	  "Linux, stable log: eff3a54aae68", kernel_fault },
	{ "kernel-migration", ND_NOTE, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "this kernel cannot migrate guests that run nested guests", "Guests that run nested guests can migrate (kernel)",
	  "on Intel this takes Linux 5.3 and QEMU 4.2.0 or later", "use a later kernel, or shut down the nested guests first",
	  "Linux, Running nested guests with KVM, Live migration with nested KVM",
	  kernel_migration },
	{ NULL, }
};
