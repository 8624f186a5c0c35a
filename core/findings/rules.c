// SPDX-License-Identifier: GPL-2.0-only
/*
 * All rules, in the order in which they are asked.
 */
#include "core/findings/findings.h"

const struct nd_finding *const nd_rule_tables[] = {
	nd_virt_findings,
	nd_evmcs_findings,
	nd_regs_findings,
	nd_params_findings,
	nd_host_findings,
	nd_module_findings,
	nd_kernel_findings,
	nd_offer_findings,
	nd_holes_findings,
	nd_net_findings,
	nd_arch_findings,
	nd_stats_findings,
	nd_speed_findings,
	nd_apicv_findings,
	nd_exits_findings,
};

const unsigned int nd_nr_rule_tables = ARRAY_SIZE(nd_rule_tables);
