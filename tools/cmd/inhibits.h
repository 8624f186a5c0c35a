/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What inhibits APICv or AVIC of VMs that run, as facts.
 */
#ifndef NESTDIAG_INHIBITS_H
#define NESTDIAG_INHIBITS_H

#include "tools/cmd/cmd.h"

/** nd_inhibits_look() - if --interval asks for counting: look at VMs for a moment, too, after it */
void nd_inhibits_look(struct nd_call *call);

#endif /* NESTDIAG_INHIBITS_H */
