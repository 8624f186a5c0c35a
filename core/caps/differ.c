// SPDX-License-Identifier: GPL-2.0-only
/*
 * Registers that are not the same on every CPU.
 */
#include "core/caps/differ.h"
#include "core/facts/cpulist.h"
#include "core/facts/regs.h"

static bool differ_same(const struct nd_cpu *a, const struct nd_cpu *b, u32 reg)
{
	return nd_value_same(&a->regs[reg], &b->regs[reg]);
}

static void differ_value_row(const struct nd_alike *alike, u32 at, const struct nd_emit *emit)
{
	const struct nd_value *value = &alike->facts->cpus[at].regs[alike->with];
	const struct nd_reg_desc *desc = nd_reg_desc(alike->with);
	struct nd_row row;

	nd_row_init(&row, ND_ROW_DIFFER_VALUE, NULL, desc->name, nd_state_word(value->state));
	nd_alike_describe(alike, at, &row);
	nd_row_hex(&row, "index", desc->index);
	if (value->state == ND_OK)
		nd_row_hex(&row, "value", value->value);
	nd_row_str(&row, "cpus", row.words);
	nd_emit_row(emit, &row);
}

static void differ_row(const struct nd_facts *facts, enum nd_reg reg, const struct nd_emit *emit)
{
	const struct nd_alike alike = { facts, differ_same, reg };
	const struct nd_reg_desc *desc = nd_reg_desc(reg);
	const char *gap = "";
	struct nd_row row;
	u32 i;

	nd_row_init(&row, ND_ROW_DIFFER, NULL, desc->name, NULL);
	for (i = 0; i < facts->nr_cpus; i++) {
		const struct nd_value *value = &facts->cpus[i].regs[reg];

		if (value->state == ND_UNKNOWN || nd_alike_repeats(&alike, i))
			continue;
		if (value->state == ND_OK)
			nd_row_printf(&row, "%s0x%016llx on CPU ", gap, value->value);
		else
			nd_row_printf(&row, "%s%s on CPU ", gap, nd_state_word(value->state));
		nd_alike_describe(&alike, i, &row);
		gap = "; ";
	}
	nd_emit_row(emit, &row);
	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].regs[reg].state != ND_UNKNOWN && !nd_alike_repeats(&alike, i))
			differ_value_row(&alike, i, emit);
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
