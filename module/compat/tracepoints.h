/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The tracepoints of a module, on a kernel that may have been built without any.
 */
#ifndef NESTDIAG_COMPAT_TRACEPOINTS_H
#define NESTDIAG_COMPAT_TRACEPOINTS_H

#include <linux/module.h>
#include <linux/tracepoint.h>

#ifdef CONFIG_TRACEPOINTS

/** nd_tracepoints_of() - how many tracepoints @mod has */
static inline unsigned int nd_tracepoints_of(const struct module *mod)
{
	return mod->num_tracepoints;
}

/** nd_tracepoint_of() - number @i of @mod's tracepoints, below nd_tracepoints_of() */
static inline struct tracepoint *nd_tracepoint_of(const struct module *mod, unsigned int i)
{
	return tracepoint_ptr_deref(&mod->tracepoints_ptrs[i]);
}

#else

static inline unsigned int nd_tracepoints_of(const struct module *mod)
{
	return 0;
}

static inline struct tracepoint *nd_tracepoint_of(const struct module *mod, unsigned int i)
{
	return NULL;
}

#endif /* CONFIG_TRACEPOINTS */

#endif /* NESTDIAG_COMPAT_TRACEPOINTS_H */
