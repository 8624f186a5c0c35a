// SPDX-License-Identifier: GPL-2.0-only
/*
 * The list that makes a command known to the command line, to --help and to completion. All else
 * about it is its struct nd_cmd in tools/cmd/NAME.c.
 */
#include "tools/cli/commands.h"

extern const struct nd_cmd nd_cmd_status;
extern const struct nd_cmd nd_cmd_check;
extern const struct nd_cmd nd_cmd_caps;
extern const struct nd_cmd nd_cmd_features;
extern const struct nd_cmd nd_cmd_diff;
extern const struct nd_cmd nd_cmd_fleet;
extern const struct nd_cmd nd_cmd_baseline;
extern const struct nd_cmd nd_cmd_hyperv;
extern const struct nd_cmd nd_cmd_evmcs;
extern const struct nd_cmd nd_cmd_top;
extern const struct nd_cmd nd_cmd_exits;
extern const struct nd_cmd nd_cmd_nested;
extern const struct nd_cmd nd_cmd_vcpus;
extern const struct nd_cmd nd_cmd_advise;
extern const struct nd_cmd nd_cmd_hot;
extern const struct nd_cmd nd_cmd_failures;
extern const struct nd_cmd nd_cmd_watch;
extern const struct nd_cmd nd_cmd_autopsy;
extern const struct nd_cmd nd_cmd_dmesg;
extern const struct nd_cmd nd_cmd_explain;
extern const struct nd_cmd nd_cmd_metrics;
extern const struct nd_cmd nd_cmd_report;
extern const struct nd_cmd nd_cmd_snapshot;
extern const struct nd_cmd nd_cmd_probe;

const struct nd_cmd *const nd_cmds[] = {
	&nd_cmd_status,
	&nd_cmd_check,
	&nd_cmd_caps,
	&nd_cmd_features,
	&nd_cmd_diff,
	&nd_cmd_fleet,
	&nd_cmd_baseline,
	&nd_cmd_hyperv,
	&nd_cmd_evmcs,
	&nd_cmd_top,
	&nd_cmd_exits,
	&nd_cmd_nested,
	&nd_cmd_vcpus,
	&nd_cmd_advise,
	&nd_cmd_hot,
	&nd_cmd_failures,
	&nd_cmd_watch,
	&nd_cmd_autopsy,
	&nd_cmd_dmesg,
	&nd_cmd_explain,
	&nd_cmd_metrics,
	&nd_cmd_report,
	&nd_cmd_snapshot,
	&nd_cmd_probe,
	NULL
};
