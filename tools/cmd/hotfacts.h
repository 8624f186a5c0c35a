/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Hot spots as facts: what inhibits APICv or AVIC of VMs
 * that run, and the MSR that most accesses are to.
 */
#ifndef NESTDIAG_HOTFACTS_H
#define NESTDIAG_HOTFACTS_H

#include "tools/cmd/cmd.h"

/**
 * nd_hotfacts_look() - if --interval asks for counting: look for hot spots for a moment after it
 */
void nd_hotfacts_look(struct nd_call *call);

#endif /* NESTDIAG_HOTFACTS_H */
