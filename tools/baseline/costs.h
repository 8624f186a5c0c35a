/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which hosts cost the pool which features.
 */
#ifndef NESTDIAG_TOOLS_COSTS_H
#define NESTDIAG_TOOLS_COSTS_H

#include "core/base/row.h"

#include "tools/baseline/baseline.h"

/** nd_pool_rows() - ND_ROW_POOLED for each feature that QEMU has a name for, and who lacks it */
void nd_pool_rows(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
		  const struct nd_emit *emit);

/**
 * nd_cost_rows() - ND_ROW_COST for each set of hosts without which features come back
 *
 * Fewest hosts first. A feature that no host gives costs nobody anything. Return: their number.
 */
u32 nd_cost_rows(const struct nd_baseline *baseline, const struct nd_emit *emit);

/**
 * nd_name_hosts() - the hosts whose answer for a feature is @bit, as far as fits, into @row's words
 */
void nd_name_hosts(const struct nd_baseline *baseline, const struct nd_feature *feature,
		   enum nd_bit bit, struct nd_row *row);

#endif /* NESTDIAG_TOOLS_COSTS_H */
