// SPDX-License-Identifier: GPL-2.0-only
#include "tools/cmd/figures.h"
#include "tools/metrics/metrics.h"
#include "tools/out/file.h"

/* node_exporter must never read half a file. */
static enum nd_exit replace(const char *path, const struct nd_strings *lines)
{
	int err = nd_out_file_replace(path, lines->list, lines->nr);

	if (!err)
		return ND_EXIT_OK;
	nd_error("%s: %s", path, strerror(-err));
	return ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_machine *machine = call->machine;
	struct nd_strings lines = { 0 };
	enum nd_exit ret = ND_EXIT_OK;
	size_t i;

	/* Counters that only ever grow, which those of an interval do not. */
	if (call->args->pin)
		ret = nd_figures(call, false);
	if (call->failed)
		return ret;
	nd_metrics(&machine->facts, NESTDIAG_VERSION, &lines);
	if (call->args->textfile)
		ret = replace(call->args->textfile, &lines);
	else
		for (i = 0; i < lines.nr; i++)
			call->out->line(call->out, "metrics", lines.list[i]);
	nd_strings_free(&lines);
	return ret;
}

const struct nd_cmd nd_cmd_metrics = {
	.name = "metrics",
	.summary = "print everything as metrics for Prometheus",
	.details = "Prints in Prometheus' text format what was counted (exits by reason and level\n"
		   "with their times, nested guests, failed launches) and what is known (features,\n"
		   "findings, versions). docs/metrics.md describes each metric. No label names a\n"
		   "process, a VM or a vCPU, so their number is bounded.\n\n"
		   "--textfile replaces FILE in one step, for node_exporter's textfile collector,\n"
		   "which reads files whose names end in .prom. The timer nestdiag-metrics does that\n"
		   "every minute. With --pin, what \"nestdiag watch --pin NAME\" counts without the\n"
		   "module.\n\n"
		   "Exit status: 0 printed, whatever the findings are, 3 no facts, or FILE could not\n"
		   "be written.",
	.example = "nestdiag metrics --textfile /var/lib/prometheus/node-exporter/nestdiag.prom",
	.options = "TP",
	.run = run,
};
