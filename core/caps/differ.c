// SPDX-License-Identifier: GPL-2.0-only
/*
 * Registers that are not the same on every CPU.
 */
#include "core/caps/differ.h"
#include "core/facts/regs.h"

/* Did an earlier CPU than the one at @at have the same to say? */
static bool differ_is_repeat(const struct nd_facts *facts, enum nd_reg reg, u32 at)
{
	u32 i;

	for (i = 0; i < at; i++)
		if (nd_value_same(&facts->cpus[i].regs[reg], &facts->cpus[at].regs[reg]))
			return true;
	return false;
}

/* "0-3,8": the CPUs that agree with the one at @at. */
static void differ_cpus(const struct nd_facts *facts, enum nd_reg reg, u32 at,
			 struct nd_row *row)
{
	const struct nd_value *value = &facts->cpus[at].regs[reg];
	const char *gap = "";
	u32 i, last;

	for (i = at; i < facts->nr_cpus; i = last + 1) {
		last = i;
		if (!nd_value_same(value, &facts->cpus[i].regs[reg]))
			continue;
		while (last + 1 < facts->nr_cpus &&
		       facts->cpus[last + 1].id == facts->cpus[last].id + 1 &&
		       nd_value_same(value, &facts->cpus[last + 1].regs[reg]))
			last++;
		nd_row_printf(row, "%s%u", gap, facts->cpus[i].id);
		if (last > i)
			nd_row_printf(row, "-%u", facts->cpus[last].id);
		gap = ",";
	}
}

static void differ_value_row(const struct nd_facts *facts, enum nd_reg reg, u32 at,
			     const struct nd_emit *emit)
{
	const struct nd_value *value = &facts->cpus[at].regs[reg];
	const struct nd_reg_desc *desc = nd_reg_desc(reg);
	struct nd_row row;

	nd_row_init(&row, ND_ROW_DIFFER_VALUE, NULL, desc->name, nd_state_word(value->state));
	differ_cpus(facts, reg, at, &row);
	nd_row_hex(&row, "index", desc->index);
	if (value->state == ND_OK)
		nd_row_hex(&row, "value", value->value);
	nd_row_str(&row, "cpus", row.words);
	nd_emit_row(emit, &row);
}

static void differ_row(const struct nd_facts *facts, enum nd_reg reg, const struct nd_emit *emit)
{
	const struct nd_reg_desc *desc = nd_reg_desc(reg);
	const char *gap = "";
	struct nd_row row;
	u32 i;

	nd_row_init(&row, ND_ROW_DIFFER, NULL, desc->name, NULL);
	for (i = 0; i < facts->nr_cpus; i++) {
		const struct nd_value *value = &facts->cpus[i].regs[reg];

		if (value->state == ND_UNKNOWN || differ_is_repeat(facts, reg, i))
			continue;
		if (value->state == ND_OK)
			nd_row_printf(&row, "%s0x%016llx on CPU ", gap, value->value);
		else
			nd_row_printf(&row, "%s%s on CPU ", gap, nd_state_word(value->state));
		differ_cpus(facts, reg, i, &row);
		gap = "; ";
	}
	nd_emit_row(emit, &row);
	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].regs[reg].state != ND_UNKNOWN && !differ_is_repeat(facts, reg, i))
			differ_value_row(facts, reg, i, emit);
}

unsigned int nd_differ_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	unsigned int found = 0;
	u32 reg;

	for (reg = 0; reg < ND_NR_REGS; reg++) {
		if (!nd_facts_reg_differs(facts, reg))
			continue;
		if (emit)
			differ_row(facts, reg, emit);
		found++;
	}
	return found;
}
