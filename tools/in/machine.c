// SPDX-License-Identifier: GPL-2.0-only
/*
 * Room for a machine's facts.
 */
#include <stdarg.h>
#include <stdlib.h>

#include "core/entry/failure.h"
#include "core/exits/recorder.h"
#include "core/exits/trace.h"
#include "core/facts/regs.h"

#include "tools/in/machine.h"

static bool grow_cpus(struct nd_facts *facts)
{
	u32 max = facts->max_cpus ? facts->max_cpus * 2 : 8;

	if (facts->max_cpus >= ND_MAX_CPUS)
		return false;
	if (max > ND_MAX_CPUS)
		max = ND_MAX_CPUS;
	facts->cpus = nd_realloc(facts->cpus, max * sizeof(*facts->cpus));
	facts->max_cpus = max;
	return true;
}

static bool grow_params(struct nd_facts *facts)
{
	if (facts->max_params >= ND_MAX_PARAMS)
		return false;
	facts->params = nd_realloc(facts->params, ND_MAX_PARAMS * sizeof(*facts->params));
	facts->max_params = ND_MAX_PARAMS;
	return true;
}

static bool grow_host(struct nd_facts *facts)
{
	if (facts->max_host >= ND_MAX_HOST)
		return false;
	facts->host = nd_realloc(facts->host, ND_MAX_HOST * sizeof(*facts->host));
	facts->max_host = ND_MAX_HOST;
	return true;
}

static bool grow_stats(struct nd_facts *facts)
{
	u32 max = facts->max_stats ? facts->max_stats * 2 : 128;

	if (facts->max_stats >= ND_MAX_STATS)
		return false;
	facts->stats = nd_realloc(facts->stats, max * sizeof(*facts->stats));
	facts->max_stats = max;
	return true;
}

struct nd_cpu *nd_machine_add_cpu(struct nd_machine *machine, u32 id)
{
	struct nd_facts *facts = &machine->facts;
	struct nd_cpu *cpu = id < ND_MAX_CPUS ? nd_facts_cpu(facts, id) : NULL;

	if (!cpu && id < ND_MAX_CPUS && grow_cpus(facts))
		cpu = nd_facts_cpu(facts, id);
	return cpu;
}

struct nd_cpu *nd_machine_find_cpu(struct nd_machine *machine, u32 id)
{
	struct nd_facts *facts = &machine->facts;
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].id == id)
			return &facts->cpus[i];
	return NULL;
}

bool nd_machine_add_param(struct nd_machine *machine, const char *module, const char *name,
			  const char *value)
{
	struct nd_facts *facts = &machine->facts;
	struct nd_param *param;

	if (strlen(module) >= sizeof(param->module) || strlen(name) >= sizeof(param->name) ||
	    strlen(value) >= sizeof(param->value))
		return false;
	if (nd_facts_param(facts, module, name))
		return true;
	if (facts->nr_params == facts->max_params && !grow_params(facts))
		return false;
	param = &facts->params[facts->nr_params++];
	scnprintf(param->module, sizeof(param->module), "%s", module);
	scnprintf(param->name, sizeof(param->name), "%s", name);
	scnprintf(param->value, sizeof(param->value), "%s", value);
	return true;
}

void nd_machine_add_host(struct nd_machine *machine, const char *key, const char *fmt, ...)
{
	struct nd_facts *facts = &machine->facts;
	struct nd_host *host;
	va_list args;

	if (nd_facts_host(facts, key) || strlen(key) >= sizeof(host->key) ||
	    (facts->nr_host == facts->max_host && !grow_host(facts)))
		return;
	host = &facts->host[facts->nr_host++];
	scnprintf(host->key, sizeof(host->key), "%s", key);
	va_start(args, fmt);
	vscnprintf(host->value, sizeof(host->value), fmt, args);
	va_end(args);
}

bool nd_machine_add_stat(struct nd_machine *machine, const struct nd_stat *stat)
{
	struct nd_facts *facts = &machine->facts;

	if (facts->nr_stats == facts->max_stats && !grow_stats(facts))
		return false;
	facts->stats[facts->nr_stats++] = *stat;
	return true;
}

bool nd_machine_is_empty(const struct nd_machine *machine)
{
	const struct nd_facts *facts = &machine->facts;

	return !facts->nr_cpus && !facts->nr_params && !facts->release[0] &&
	       !facts->guest_type[0] && !facts->module_version[0];
}

void nd_machine_drop_trace(struct nd_machine *machine)
{
	if (!machine->facts.trace)
		return;
	free(machine->facts.trace->vcpus);
	free(machine->facts.trace->cpus);
	free(machine->facts.trace);
	machine->facts.trace = NULL;
}

struct nd_failures *nd_machine_add_failures(struct nd_machine *machine)
{
	struct nd_facts *facts = &machine->facts;

	facts->failures = nd_realloc(facts->failures, sizeof(*facts->failures));
	memset(facts->failures, 0, sizeof(*facts->failures));
	return facts->failures;
}

void nd_machine_drop_recorder(struct nd_machine *machine)
{
	if (!machine->facts.recorder)
		return;
	free(machine->facts.recorder->recordings);
	free(machine->facts.recorder->exits);
	free(machine->facts.recorder);
	machine->facts.recorder = NULL;
}

void nd_machine_free(struct nd_machine *machine)
{
	nd_machine_drop_trace(machine);
	nd_machine_drop_recorder(machine);
	free(machine->facts.failures);
	free(machine->facts.cpus);
	free(machine->facts.params);
	free(machine->facts.host);
	free(machine->facts.stats);
	nd_strings_free(&machine->notes);
	nd_strings_free(&machine->comments);
	memset(machine, 0, sizeof(*machine));
}

static bool grow_vcpus(struct nd_trace *trace)
{
	u32 max = trace->max_vcpus ? trace->max_vcpus * 2 : 16;

	if (trace->max_vcpus >= ND_MAX_VCPUS)
		return false;
	trace->vcpus = nd_realloc(trace->vcpus, max * sizeof(*trace->vcpus));
	trace->max_vcpus = max;
	return true;
}

static bool grow_trace_cpus(struct nd_trace *trace)
{
	u32 max = trace->max_cpus ? trace->max_cpus * 2 : 8;

	if (trace->max_cpus >= ND_MAX_CPUS)
		return false;
	trace->cpus = nd_realloc(trace->cpus, max * sizeof(*trace->cpus));
	trace->max_cpus = max;
	return true;
}

static bool grow_trace(struct nd_facts *facts)
{
	struct nd_trace *trace = facts->trace;
	bool grown = false;

	if (!trace) {
		facts->trace = nd_realloc(NULL, sizeof(*facts->trace));
		memset(facts->trace, 0, sizeof(*facts->trace));
		return true;
	}
	if (trace->nr_vcpus == trace->max_vcpus)
		grown |= grow_vcpus(trace);
	if (trace->nr_cpus == trace->max_cpus)
		grown |= grow_trace_cpus(trace);
	return grown;
}

#define MOST_RECORDED	(1u << 24)	/* exits: some hundred MiB */

static bool grow_recorder(struct nd_facts *facts)
{
	struct nd_recorder *recorder = facts->recorder;
	bool grown = false;

	if (!recorder) {
		facts->recorder = nd_realloc(NULL, sizeof(*recorder));
		memset(facts->recorder, 0, sizeof(*recorder));
		return true;
	}
	if (!recorder->known)
		return false;
	if (recorder->nr == recorder->max && recorder->max < 2 * ND_MAX_VCPUS) {
		recorder->max = recorder->max ? recorder->max * 2 : 16;
		recorder->recordings = nd_realloc(recorder->recordings,
						  recorder->max * sizeof(*recorder->recordings));
		grown = true;
	}
	if (recorder->nr_exits == recorder->max_exits && recorder->max_exits < MOST_RECORDED) {
		recorder->max_exits = recorder->max_exits ? recorder->max_exits * 2 : 256;
		recorder->exits = nd_realloc(recorder->exits,
					     recorder->max_exits * sizeof(*recorder->exits));
		grown = true;
	}
	return grown;
}

bool nd_machine_make_room(struct nd_machine *machine)
{
	struct nd_facts *facts = &machine->facts;
	bool grown = false;

	if (facts->nr_cpus == facts->max_cpus)
		grown |= grow_cpus(facts);
	if (facts->nr_params == facts->max_params)
		grown |= grow_params(facts);
	if (facts->nr_host == facts->max_host)
		grown |= grow_host(facts);
	if (facts->nr_stats == facts->max_stats)
		grown |= grow_stats(facts);
	/* Only if nothing else was full: else there were no figures of exits at all. */
	if (!grown)
		grown = grow_trace(facts);
	return grow_recorder(facts) || grown;
}
