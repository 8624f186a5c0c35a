// SPDX-License-Identifier: GPL-2.0-only
/*
 * Facts: finding one's way in what was read.
 */
#include "core/base/flag.h"
#include "core/facts/facts.h"

const struct nd_cpuid *nd_cpu_leaf(const struct nd_cpu *cpu, u32 leaf, u32 subleaf)
{
	u32 i;

	for (i = 0; i < cpu->nr_cpuid; i++)
		if (cpu->cpuid[i].leaf == leaf && cpu->cpuid[i].subleaf == subleaf)
			return &cpu->cpuid[i];
	return NULL;
}

struct nd_cpu *nd_facts_cpu(struct nd_facts *facts, u32 id)
{
	struct nd_cpu *cpu;
	u32 i;

	if (facts->last_cpu < facts->nr_cpus && facts->cpus[facts->last_cpu].id == id)
		return &facts->cpus[facts->last_cpu];
	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].id == id)
			break;
	if (i == facts->nr_cpus) {
		if (facts->nr_cpus == facts->max_cpus)
			return NULL;
		cpu = &facts->cpus[facts->nr_cpus++];
		memset(cpu, 0, sizeof(*cpu));
		cpu->id = id;
	}
	facts->last_cpu = i;
	return &facts->cpus[i];
}

static bool facts_has_registers(const struct nd_cpu *cpu)
{
	u32 reg;

	for (reg = 0; reg < ND_NR_REGS; reg++)
		if (cpu->regs[reg].state != ND_UNKNOWN)
			return true;
	return false;
}

const struct nd_cpu *nd_facts_first(const struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].nr_cpuid > 0 || facts_has_registers(&facts->cpus[i]))
			return &facts->cpus[i];
	return NULL;
}

bool nd_facts_offered(const struct nd_facts *facts)
{
	return facts->offer.nr_cpuid > 0 || facts_has_registers(&facts->offer);
}

const char *nd_facts_param(const struct nd_facts *facts, const char *module, const char *name)
{
	u32 i;

	for (i = 0; i < facts->nr_params; i++)
		if (!strcmp(facts->params[i].module, module) &&
		    !strcmp(facts->params[i].name, name))
			return facts->params[i].value;
	return NULL;
}

bool nd_param_is(const struct nd_facts *facts, const char *module, const char *name, bool on)
{
	return nd_flag_is(nd_facts_param(facts, module, name), on);
}

const char *nd_facts_host(const struct nd_facts *facts, const char *key)
{
	u32 i;

	for (i = 0; i < facts->nr_host; i++)
		if (!strcmp(facts->host[i].key, key))
			return facts->host[i].value;
	return NULL;
}

bool nd_host_has(const struct nd_facts *facts, const char *key, const char *word)
{
	const char *list = nd_facts_host(facts, key);
	size_t len = strlen(word);

	while (list && *list) {
		size_t n = strcspn(list, " ");

		if (n == len && !memcmp(list, word, len))
			return true;
		list += n + (list[n] == ' ');
	}
	return false;
}

/* Takes a decimal number off the text; at most @most. */
static bool facts_take_number(const char **text, u64 most, u64 *number)
{
	const char *s = *text;

	if (*s < '0' || *s > '9')
		return false;
	for (*number = 0; *s >= '0' && *s <= '9'; s++) {
		*number = *number * 10 + (*s - '0');
		if (*number > most)
			*number = most;
	}
	*text = s;
	return true;
}

bool nd_host_number(const struct nd_facts *facts, const char *key, u64 *number)
{
	const u64 most = 1ULL << 58;
	const char *value = nd_facts_host(facts, key);

	/* Of what is no number, or none that is counted, nothing is known. */
	return value && facts_take_number(&value, most, number) && *number < most &&
	       (!*value || *value == ' ');
}

bool nd_facts_stat(const struct nd_facts *facts, const char *name, u64 *value)
{
	u32 i;

	for (i = 0; i < facts->nr_stats; i++) {
		if (facts->stats[i].pid != ND_STAT_SUM || strcmp(facts->stats[i].name, name))
			continue;
		*value = facts->stats[i].value;
		return true;
	}
	return false;
}

u32 nd_kernel_version(const struct nd_facts *facts)
{
	const char *text = facts->release;
	u64 part[3] = { 0 };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(part); i++) {
		if (!facts_take_number(&text, 255, &part[i]))
			break;
		if (*text == '.')
			text++;
		else
			i = ARRAY_SIZE(part);
	}
	return ND_KERNEL((u32)part[0], (u32)part[1], (u32)part[2]);
}

bool nd_facts_reg_differs(const struct nd_facts *facts, enum nd_reg reg)
{
	const struct nd_value *first = NULL;
	u32 i;

	/* The VP assist page's register holds an address: each CPU has its own. */
	if (reg == ND_HV_VP_ASSIST_PAGE)
		return false;
	for (i = 0; i < facts->nr_cpus; i++) {
		const struct nd_value *value = &facts->cpus[i].regs[reg];

		if (value->state == ND_UNKNOWN)
			continue;
		if (!first)
			first = value;
		else if (!nd_value_same(first, value))
			return true;
	}
	return false;
}
