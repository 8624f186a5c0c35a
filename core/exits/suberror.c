// SPDX-License-Identifier: GPL-2.0-only
/*
 * Suberrors of KVM_EXIT_INTERNAL_ERROR, from Linux's uapi header <linux/kvm.h>.
 */
#include "core/exits/suberror.h"

static const struct {
	const char *name;
	const char *words;
} suberrors[] = {
	[1] = { "KVM_INTERNAL_ERROR_EMULATION",
		"KVM could not emulate an instruction of the guest" },
	[2] = { "KVM_INTERNAL_ERROR_SIMUL_EX",
		"an exception happened while an event was delivered to the guest" },
	[3] = { "KVM_INTERNAL_ERROR_DELIVERY_EV",
		"the guest exited for a reason that KVM does not expect while an event was delivered to it" },
	[4] = { "KVM_INTERNAL_ERROR_UNEXPECTED_EXIT_REASON",
		"the guest exited for a reason that KVM has no handler for" },
};

const char *nd_suberror_name(u64 suberror)
{
	return suberror < ARRAY_SIZE(suberrors) ? suberrors[suberror].name : NULL;
}

const char *nd_suberror_words(u64 suberror)
{
	return suberror < ARRAY_SIZE(suberrors) ? suberrors[suberror].words : NULL;
}
