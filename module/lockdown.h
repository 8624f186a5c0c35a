/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_LOCKDOWN_H
#define NESTDIAG_LOCKDOWN_H

#include <linux/security.h>

/**
 * nd_locked_down() - is the kernel locked down for confidentiality, for the current task?
 *
 * What we would show is what KVM's trace events show, so the kernel is asked about these. It logs
 * each time that it says yes: ask only if there is something to keep back. A lockdown for integrity
 * is none of ours: it refuses writes to debugfs by itself.
 */
static inline bool nd_locked_down(void)
{
	return security_locked_down(LOCKDOWN_TRACEFS) != 0;
}

#endif /* NESTDIAG_LOCKDOWN_H */
