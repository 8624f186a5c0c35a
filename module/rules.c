// SPDX-License-Identifier: GPL-2.0-only
/*
 * The rules that can fire in ring 0. The others need KVM's parameters or facts of the host, which
 * user space reads, or are notes, which no view of the module shows.
 */
#include "core/findings/findings.h"

const struct nd_finding *const nd_rule_tables[] = {
	nd_virt_findings,
	nd_evmcs_findings,
	nd_regs_findings,
	nd_kernel_findings,
};

const unsigned int nd_nr_rule_tables = ARRAY_SIZE(nd_rule_tables);
