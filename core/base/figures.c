// SPDX-License-Identifier: GPL-2.0-only
/*
 * Figures for people: shares, ratios and times, without floating point.
 */
#include "core/base/figures.h"

u64 nd_plus(u64 a, u64 b)
{
	return a > ~0ULL - b ? ~0ULL : a + b;
}

u64 nd_times(u64 a, u64 b)
{
	return b && a > ~0ULL / b ? ~0ULL : a * b;
}

u64 nd_ratio(u64 part, u64 whole, u32 scale)
{
	u64 rest;

	if (!whole)
		return 0;
	rest = part % whole;
	part /= whole;
	/*
	 * Both lose bits that do not show until the product
	 * fits; @whole, as the greater one, stays.
	 */
	while (rest > ~0ULL / scale) {
		rest >>= 1;
		whole >>= 1;
	}
	return nd_plus(nd_times(part, scale), rest * scale / whole);
}

const char *nd_share_text(u64 part, u64 whole, char *buf, size_t size)
{
	u64 share = nd_ratio(part, whole, 10000);

	if (whole)
		scnprintf(buf, size, "%llu.%02u %%", share / 100, (u32)(share % 100));
	else
		scnprintf(buf, size, "-");
	return buf;
}

const char *nd_ratio_text(u64 part, u64 whole, char *buf, size_t size)
{
	u64 ratio = nd_plus(nd_ratio(part, whole, 100), 5) / 10;

	if (whole)
		scnprintf(buf, size, "%llu.%u", ratio / 10, (u32)(ratio % 10));
	else
		scnprintf(buf, size, "-");
	return buf;
}

const char *nd_time_text(u64 ns, char *buf, size_t size)
{
	static const struct {
		u64 ns;
		const char *unit;
	} units[] = {
		{ 1000000000, "s" },
		{ 1000000, "ms" },
		{ 1000, "us" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(units); i++)
		if (ns >= units[i].ns)
			break;
	if (i == ARRAY_SIZE(units))
		scnprintf(buf, size, "%llu ns", ns);
	else
		scnprintf(buf, size, "%llu.%02u %s", ns / units[i].ns,
			  (u32)(ns % units[i].ns / (units[i].ns / 100)), units[i].unit);
	return buf;
}
