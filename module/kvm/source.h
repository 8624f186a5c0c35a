/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_SOURCE_H
#define NESTDIAG_SOURCE_H

#include "core/exits/trace.h"

/** nd_source_off() - has the administrator asked for no exit accounting? */
bool nd_source_off(void);

/**
 * nd_source_attached() - the probe of kvm_exit is attached, or is about to be, or no longer is
 *
 * What was decided with that is in force on return.
 * Context: process context.
 */
void nd_source_attached(bool attached);

/** nd_source_vendor() - kvm_intel or kvm_amd has come, or goes; otherwise as above */
void nd_source_vendor(bool present);

/** nd_source_decide() - after nd_probe.changed(); otherwise as above */
void nd_source_decide(void);

/**
 * nd_source_forget() - forget what was found out about the KVM that was loaded
 *
 * Context: process context, no vCPU runs into a probe.
 */
void nd_source_forget(void);

/** nd_source_read() - where exit reasons come from, into @trace */
void nd_source_read(struct nd_trace *trace);

void nd_source_init(void);

/** nd_source_exit() - let go of KVM. Context: process context, no probe is attached */
void nd_source_exit(void);

#endif /* NESTDIAG_SOURCE_H */
