// SPDX-License-Identifier: GPL-2.0-only
/*
 * Room for a machine's facts, and reading them from a snapshot.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>

#include "core/entry/failure.h"
#include "core/exits/trace.h"
#include "core/facts/regs.h"
#include "core/record/reader.h"
#include "core/record/snapshot_read.h"

#include "tools/in/machine.h"
#include "tools/in/vboxlog.h"

#define EXCERPT		48	/* bytes of a bad line that its message shows */

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

bool nd_machine_is_empty(const struct nd_machine *machine)
{
	const struct nd_facts *facts = &machine->facts;

	return !facts->nr_cpus && !facts->nr_params && !facts->release[0] &&
	       !facts->guest_type[0] && !facts->module_version[0];
}

void nd_machine_free(struct nd_machine *machine)
{
	if (machine->facts.trace) {
		free(machine->facts.trace->vcpus);
		free(machine->facts.trace->cpus);
		free(machine->facts.trace);
	}
	free(machine->facts.failures);
	free(machine->facts.cpus);
	free(machine->facts.params);
	free(machine->facts.host);
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

static bool make_room(struct nd_facts *facts)
{
	bool grown = false;

	if (facts->nr_cpus == facts->max_cpus)
		grown |= grow_cpus(facts);
	if (facts->nr_params == facts->max_params)
		grown |= grow_params(facts);
	if (facts->nr_host == facts->max_host)
		grown |= grow_host(facts);
	/* Only if nothing else was full: else there were no figures of exits at all. */
	return grown || grow_trace(facts);
}

static void add_failures(struct nd_facts *facts)
{
	facts->failures = nd_realloc(NULL, sizeof(*facts->failures));
	memset(facts->failures, 0, sizeof(*facts->failures));
}

static enum nd_exit bad_line(struct nd_machine *m, const struct nd_parser *p, const char *text,
			     size_t len)
{
	char excerpt[EXCERPT * 2];
	char why[sizeof(p->why)];

	nd_text_escape(why, sizeof(why), p->why, strlen(p->why));
	nd_text_escape(excerpt, sizeof(excerpt), text, len < EXCERPT ? len : EXCERPT);
	snprintf(m->error, sizeof(m->error), "%.200s:%u: %s: \"%s%s\"", m->name, p->line, why,
		 excerpt, len > EXCERPT ? "..." : "");
	return ND_EXIT_USAGE;
}

static enum nd_exit take_line(struct nd_machine *m, struct nd_parser *p, const char *text,
			      size_t len)
{
	for (;;) {
		switch (nd_snapshot_parse(p, text, len)) {
		case ND_PARSED_BAD:
			return bad_line(m, p, text, len);
		case ND_PARSED_FULL:
			if (p->wants_failures) {
				add_failures(&m->facts);
				continue;
			}
			if (make_room(&m->facts))
				continue;
			snprintf(m->error, sizeof(m->error), "%.200s:%u: too many records", m->name,
				 p->line + 1);
			return ND_EXIT_USAGE;
		default:
			return ND_EXIT_OK;
		}
	}
}

static void note_unknown(struct nd_machine *m)
{
	if (m->ignored)
		nd_strings_add(&m->notes, "%s: %u record%s ignored that this version does not know",
			       m->name, m->ignored, m->ignored == 1 ? " was" : "s were");
	if (m->extra)
		nd_strings_add(&m->notes,
			       "%s: %u record%s fields that this version does not know", m->name,
			       m->extra, m->extra == 1 ? " has" : "s have");
}

static void settle(struct nd_machine *m)
{
	u32 i;

	for (i = 0; i < m->facts.nr_cpus; i++)
		nd_cpu_settle_msrs(&m->facts.cpus[i]);
}

/* A log of VirtualBox, of which the first line is at hand, in place of a snapshot. */
static enum nd_exit parse_vboxlog(struct nd_machine *m, struct nd_lines *lines, const char *text,
				  size_t len)
{
	struct nd_cpu *cpu = nd_machine_add_cpu(m, 0);
	enum nd_reg reg;
	u32 found = 0;
	u64 value;

	do {
		if (!cpu || !nd_vboxlog_register(text, len, &reg, &value))
			continue;
		cpu->regs[reg] = (struct nd_value){ value, ND_OK };
		found++;
	} while (nd_lines_next(lines, &text, &len) > 0);
	if (!found) {
		snprintf(m->error, sizeof(m->error),
			 "%.200s: a log of VirtualBox without the host's VMX registers", m->name);
		return ND_EXIT_USAGE;
	}
	settle(m);
	nd_strings_add(&m->notes,
		       "%s: %u VMX registers of VirtualBox's host; a VBox.log tells nothing else of it",
		       m->name, found);
	return ND_EXIT_OK;
}

enum nd_exit nd_machine_parse(struct nd_machine *m, struct nd_lines *lines, const char *name)
{
	struct nd_parser parser = { .facts = &m->facts };
	enum nd_exit ret = ND_EXIT_OK;
	const char *text;
	size_t len;
	int got;

	m->name = name;
	while ((got = nd_lines_next(lines, &text, &len)) > 0) {
		if (!parser.line && nd_vboxlog_begins(text, len))
			return parse_vboxlog(m, lines, text, len);
		ret = take_line(m, &parser, text, len);
		if (ret)
			return ret;
	}
	m->ignored = parser.ignored;
	m->extra = parser.extra;

	if (got == -EFBIG) {
		snprintf(m->error, sizeof(m->error), "%.200s: larger than any snapshot", name);
		return ND_EXIT_USAGE;
	}
	if (got < 0) {
		snprintf(m->error, sizeof(m->error), "%.200s: %s", name, strerror(-got));
		return ND_EXIT_UNKNOWN;
	}
	if (!parser.line) {
		snprintf(m->error, sizeof(m->error), "%.200s: empty, not a snapshot", name);
		return ND_EXIT_USAGE;
	}
	note_unknown(m);
	settle(m);
	return ND_EXIT_OK;
}

enum nd_exit nd_machine_load(struct nd_machine *m, const char *file)
{
	const char *name = strcmp(file, "-") ? file : "(standard input)";
	struct nd_lines lines;
	int err = nd_lines_user(&lines, file);
	enum nd_exit ret;

	if (err) {
		snprintf(m->error, sizeof(m->error), "%.200s: %s", name, strerror(-err));
		return ND_EXIT_UNKNOWN;
	}
	ret = nd_machine_parse(m, &lines, name);
	nd_lines_close(&lines);
	return ret;
}
