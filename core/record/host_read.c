// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of the host around KVM.
 */
#include "core/record/families.h"
#include "core/record/reader.h"

static const struct nd_field host_cost = {
	nd_record_dec, "samples, ticks or kHz are not decimal numbers",
};

static const struct nd_field host_cost_u32 = {
	nd_record_dec_u32, "samples, ticks or kHz are not decimal numbers",
};

static enum nd_parsed take_param(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;
	struct nd_param param;

	if (!nd_scan_text(&f->text[0], param.module, sizeof(param.module)) ||
	    !nd_scan_text(&f->text[1], param.name, sizeof(param.name)) ||
	    !nd_scan_text(&f->text[2], param.value, sizeof(param.value)))
		return nd_record_bad(p, "module, name or value is too long or wrongly escaped");
	if (nd_facts_param(facts, param.module, param.name))
		return nd_record_bad(p, "parameter appears twice");
	if (facts->nr_params == ND_MAX_PARAMS)
		return ND_PARSED_IGNORED;
	if (facts->nr_params == facts->max_params)
		return ND_PARSED_FULL;
	facts->params[facts->nr_params++] = param;
	return ND_PARSED_OK;
}

static enum nd_parsed take_cost(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_cost cost = {
		.samples = f->num[0], .min = f->num[1], .median = f->num[2], .tsc_khz = f->num[3],
	};

	if (!cost.samples || cost.median < cost.min)
		return nd_record_bad(p, "no samples, or a median below the least");
	if (p->facts->cost.samples)
		return nd_record_bad(p, "the price appears twice");
	p->facts->cost = cost;
	return ND_PARSED_OK;
}

static enum nd_parsed take_host(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;
	struct nd_host host;

	if (f->text[0].len == 0 || !nd_scan_text(&f->text[0], host.key, sizeof(host.key)) ||
	    !nd_scan_text(&f->text[1], host.value, sizeof(host.value)))
		return nd_record_bad(p, "key or value is empty, too long or wrongly escaped");
	if (nd_facts_host(facts, host.key))
		return nd_record_bad(p, "this fact of the host appears twice");
	if (facts->nr_host == ND_MAX_HOST)
		return ND_PARSED_IGNORED;
	if (facts->nr_host == facts->max_host)
		return ND_PARSED_FULL;
	facts->host[facts->nr_host++] = host;
	return ND_PARSED_OK;
}

static const struct nd_record host_records[] = {
	{ "param",	3, 3, NULL, take_param },
	{ "host",	2, 2, NULL, take_host },
	{ "price",	4, 4, NULL, take_cost,
	  { &host_cost_u32, &host_cost, &host_cost, &host_cost_u32 } },
};

const struct nd_record_family nd_host_family = { host_records, ARRAY_SIZE(host_records) };
