/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What KVM gives to hypervisors in its guests.
 */
#ifndef NESTDIAG_TOOLS_OFFER_H
#define NESTDIAG_TOOLS_OFFER_H

#include "tools/in/machine.h"

/**
 * nd_live_offer() - record it as /dev/kvm tells; no guest is created, and KVM is not loaded for it
 */
void nd_live_offer(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_OFFER_H */
