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

static bool host_scan_dash(const struct nd_token *f)
{
	return nd_scan_is(f, "-");
}

/* PID-FD, as KVM names the directory of a VM; fd in the lower half. */
static bool host_scan_vm(const struct nd_token *f, u64 *vm)
{
	struct nd_token pid = *f, fd = *f;
	u64 number[2];

	for (pid.len = 0; pid.len < f->len && f->s[pid.len] != '-'; pid.len++)
		;
	if (pid.len + 1 >= f->len)
		return false;
	fd.s = f->s + pid.len + 1;
	fd.len = f->len - pid.len - 1;
	if (!nd_record_dec_u32(&pid, &number[0]) || number[0] == ND_STAT_SUM ||
	    !nd_record_dec_u32(&fd, &number[1]))
		return false;
	*vm = number[0] << 32 | number[1];
	return true;
}

static bool host_scan_stat_vm(const struct nd_token *f, u64 *vm)
{
	*vm = (u64)ND_STAT_SUM << 32;
	return host_scan_dash(f) || host_scan_vm(f, vm);
}

static bool host_scan_stat_vcpu(const struct nd_token *f, u64 *vcpu)
{
	*vcpu = ND_STAT_VM;
	return host_scan_dash(f) || (nd_record_dec_u32(f, vcpu) && *vcpu != ND_STAT_VM);
}

static const struct nd_field host_stat_vm = {
	host_scan_stat_vm, "VM is neither - nor PID-FD",
};

static const struct nd_field host_stat_vcpu = {
	host_scan_stat_vcpu, "vCPU is neither - nor a decimal number",
};

static const struct nd_field host_stat_value = {
	nd_record_dec, "value is not a decimal number",
};

/* All of one VM or vCPU stand together. */
static bool host_stat_twice(const struct nd_facts *facts, const struct nd_stat *stat)
{
	u32 i;

	for (i = facts->nr_stats; i-- > 0;) {
		const struct nd_stat *other = &facts->stats[i];

		if (other->pid != stat->pid || other->fd != stat->fd || other->vcpu != stat->vcpu)
			return false;
		if (!strcmp(other->name, stat->name))
			return true;
	}
	return false;
}

static enum nd_parsed take_stat(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;
	struct nd_stat stat = {
		.pid = f->num[0] >> 32, .fd = f->num[0], .vcpu = f->num[1], .value = f->num[3],
	};

	if (f->text[2].len == 0 || !nd_scan_text(&f->text[2], stat.name, sizeof(stat.name)))
		return nd_record_bad(p, "name is empty, too long or wrongly escaped");
	if (stat.pid == ND_STAT_SUM && stat.vcpu != ND_STAT_VM)
		return nd_record_bad(p, "a vCPU without its VM");
	if (host_stat_twice(facts, &stat))
		return nd_record_bad(p, "this statistic appears twice");
	if (facts->nr_stats == ND_MAX_STATS)
		return ND_PARSED_IGNORED;
	if (facts->nr_stats == facts->max_stats)
		return ND_PARSED_FULL;
	facts->stats[facts->nr_stats++] = stat;
	return ND_PARSED_OK;
}

static const struct nd_record host_records[] = {
	{ "param",	3, 3, NULL, take_param },
	{ "host",	2, 2, NULL, take_host },
	{ "kvm_stat",	4, 4, NULL, take_stat,
	  { &host_stat_vm, &host_stat_vcpu, NULL, &host_stat_value } },
	{ "price",	4, 4, NULL, take_cost,
	  { &host_cost_u32, &host_cost, &host_cost, &host_cost_u32 } },
};

const struct nd_record_family nd_host_family = { host_records, ARRAY_SIZE(host_records) };
