// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading a snapshot: one table of record types, each with the function that takes its fields.
 */
#include <linux/nestdiag.h>

#include "core/facts/assist.h"
#include "core/facts/regs.h"
#include "core/record/record.h"

#define SNAP_FIELDS	16	/* more than any record has: what comes after is ignored */

enum nd_parsed nd_record_bad(struct nd_parser *p, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(p->why, sizeof(p->why), fmt, args);
	va_end(args);
	return ND_PARSED_BAD;
}

static enum nd_parsed snap_cpu(struct nd_parser *p, const struct nd_token *f,
			       struct nd_cpu **cpu)
{
	u64 id;

	if (!nd_scan_dec(f, ND_MAX_CPUS - 1, &id))
		return nd_record_bad(p, "CPU number is not a decimal number below %u", ND_MAX_CPUS);
	*cpu = nd_facts_cpu(p->facts, id);
	return *cpu ? ND_PARSED_OK : ND_PARSED_FULL;
}

static enum nd_parsed snap_twice(struct nd_parser *p, const struct nd_cpu *cpu)
{
	return nd_record_bad(p, "the record of CPU %u is given twice", cpu->id);
}

static enum nd_parsed take_module(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	u32 interface;

	if (!nd_scan_dec_u32(&f[1], &interface))
		return nd_record_bad(p, "interface version is not a decimal number");
	if (nd_facts_ring0(p->facts))
		return nd_record_bad(p, "the module is given twice");
	if (f[0].len == 0 ||
	    !nd_scan_text(&f[0], p->facts->module_version, sizeof(p->facts->module_version)))
		return nd_record_bad(p, "module version is empty, too long or wrongly escaped");
	return ND_PARSED_OK;
}

static enum nd_parsed take_kernel(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_facts *facts = p->facts;

	if (facts->release[0])
		return nd_record_bad(p, "the kernel is given twice");
	if (!nd_scan_text(&f[0], facts->release, sizeof(facts->release)))
		return nd_record_bad(p, "kernel release is too long or wrongly escaped");
	if (!nd_scan_text(&f[1], facts->machine, sizeof(facts->machine)))
		return nd_record_bad(p, "machine is too long or wrongly escaped");
	return ND_PARSED_OK;
}

static enum nd_parsed take_platform(struct nd_parser *p, const struct nd_token *f,
				    unsigned int n)
{
	struct nd_facts *facts = p->facts;

	if (facts->guest_type[0])
		return nd_record_bad(p, "the platform is given twice");
	if (!nd_scan_text(&f[0], facts->guest_type, sizeof(facts->guest_type)))
		return nd_record_bad(p, "guest type is too long or wrongly escaped");
	if (!nd_scan_is(&f[1], "yes") && !nd_scan_is(&f[1], "no"))
		return nd_record_bad(p, "Hyper-V support is neither yes nor no");
	nd_scan_text(&f[1], facts->hv_support, sizeof(facts->hv_support));
	return ND_PARSED_OK;
}

static enum nd_parsed take_cpu(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	u32 family, model, stepping, microcode;
	char vendor[sizeof(((struct nd_cpu *)NULL)->vendor)];
	enum nd_parsed parsed;
	struct nd_cpu *cpu;

	if (!nd_scan_text(&f[1], vendor, sizeof(vendor)))
		return nd_record_bad(p, "vendor is longer than 12 characters or wrongly escaped");
	if (!nd_scan_dec_u32(&f[2], &family) || !nd_scan_dec_u32(&f[3], &model) ||
	    !nd_scan_dec_u32(&f[4], &stepping))
		return nd_record_bad(p, "family, model or stepping is not a decimal number");
	if (!nd_scan_hex_u32(&f[5], &microcode))
		return nd_record_bad(p, "microcode revision is not a 32-bit number with 0x");
	parsed = snap_cpu(p, &f[0], &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->has_ident)
		return snap_twice(p, cpu);
	cpu->has_ident = true;
	memcpy(cpu->vendor, vendor, sizeof(cpu->vendor));
	cpu->family = family;
	cpu->model = model;
	cpu->stepping = stepping;
	cpu->microcode = microcode;
	return ND_PARSED_OK;
}

static enum nd_parsed take_cpuid(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_cpuid leaf;
	enum nd_parsed parsed;
	struct nd_cpu *cpu;
	u64 regs[4];
	u32 i;

	if (!nd_scan_hex_u32(&f[1], &leaf.leaf) || !nd_scan_hex_u32(&f[2], &leaf.subleaf))
		return nd_record_bad(p, "leaf or subleaf is not a 32-bit number with 0x");
	for (i = 0; i < 4; i++)
		if (f[3 + i].len != 8 || !nd_scan_digits(f[3 + i].s, 8, 16, &regs[i]))
			return nd_record_bad(p, "a register is not 8 hexadecimal digits");
	parsed = snap_cpu(p, &f[0], &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	leaf.eax = regs[0];
	leaf.ebx = regs[1];
	leaf.ecx = regs[2];
	leaf.edx = regs[3];
	if (nd_cpu_leaf(cpu, leaf.leaf, leaf.subleaf))
		return nd_record_bad(p, "leaf 0x%x/0x%x of CPU %u is given twice", leaf.leaf,
				     leaf.subleaf, cpu->id);
	if (cpu->nr_cpuid == ND_MAX_LEAVES)
		return ND_PARSED_IGNORED;
	cpu->cpuid[cpu->nr_cpuid++] = leaf;
	return ND_PARSED_OK;
}

/* A register's value stands as the design says, 16 digits; 0x before them does no harm. */
static bool snap_value(const struct nd_token *f, struct nd_value *value)
{
	struct nd_token bare = *f;

	value->value = 0;
	if (nd_scan_is(f, "fault")) {
		value->state = ND_FAULT;
		return true;
	}
	if (nd_scan_is(f, "absent")) {
		value->state = ND_ABSENT;
		return true;
	}
	if (f->len == 18 && !memcmp(f->s, "0x", 2)) {
		bare.s += 2;
		bare.len -= 2;
	}
	value->state = ND_OK;
	return bare.len == 16 && nd_scan_digits(bare.s, 16, 16, &value->value);
}

static enum nd_parsed take_msr(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_value value, *old;
	enum nd_parsed parsed;
	struct nd_cpu *cpu;
	enum nd_reg reg;
	u32 index;

	if (!nd_scan_hex_u32(&f[1], &index))
		return nd_record_bad(p, "register index is not a 32-bit number with 0x");
	if (!snap_value(&f[2], &value))
		return nd_record_bad(p, "value is neither 16 hexadecimal digits nor fault nor absent");
	parsed = snap_cpu(p, &f[0], &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	reg = nd_reg_by_index(index);
	if (reg == ND_NR_REGS)
		return ND_PARSED_IGNORED;
	old = &cpu->regs[reg];
	if (old->state != ND_UNKNOWN && (old->state != value.state || old->value != value.value))
		return nd_record_bad(p, "MSR 0x%x of CPU %u is given twice, with different values",
				     index, cpu->id);
	*old = value;
	return ND_PARSED_OK;
}

static enum nd_parsed take_assist(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_assist assist = { 0 };
	enum nd_parsed parsed;
	struct nd_cpu *cpu;

	if (!nd_scan_hex(&f[1], ~0ULL, &assist.gpa))
		return nd_record_bad(p, "address is not a number with 0x");
	if (nd_scan_is(&f[2], "ok"))
		assist.state = ND_OK;
	else if (nd_scan_is(&f[2], "fault"))
		assist.state = ND_FAULT;
	else if (nd_scan_is(&f[2], "absent"))
		assist.state = ND_ABSENT;
	else
		return nd_record_bad(p, "state is none of ok, fault, absent");
	if (assist.state == ND_OK &&
	    (n < 4 || !nd_scan_bytes(&f[3], assist.bytes, sizeof(assist.bytes))))
		return nd_record_bad(p, "the page's start is not %u hexadecimal digits",
				     2 * ND_ASSIST_BYTES);
	parsed = snap_cpu(p, &f[0], &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->assist.state != ND_UNKNOWN)
		return snap_twice(p, cpu);
	cpu->assist = assist;
	return ND_PARSED_OK;
}

static enum nd_parsed take_evmcs(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	enum nd_parsed parsed;
	struct nd_cpu *cpu;
	u32 state;
	u64 gpa;

	if (!nd_scan_hex(&f[1], ~0ULL, &gpa))
		return nd_record_bad(p, "address is not a number with 0x");
	for (state = ND_EVMCS_NONE; state < ND_NR_EVMCS_STATES; state++)
		if (nd_scan_is(&f[2], nd_evmcs_state_word(state)))
			break;
	if (state == ND_NR_EVMCS_STATES)
		return nd_record_bad(p, "unknown state of an enlightened VMCS");
	parsed = snap_cpu(p, &f[0], &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->evmcs.state != ND_EVMCS_UNKNOWN)
		return snap_twice(p, cpu);
	cpu->evmcs.gpa = gpa;
	cpu->evmcs.state = state;
	return ND_PARSED_OK;
}

static enum nd_parsed take_evmcs_data(struct nd_parser *p, const struct nd_token *f,
				      unsigned int n)
{
	u8 bytes[ND_EVMCS_PART];
	enum nd_parsed parsed;
	struct nd_cpu *cpu;
	u64 offset;

	if (!nd_scan_hex(&f[1], ND_EVMCS_BYTES - ND_EVMCS_PART, &offset) ||
	    offset % ND_EVMCS_PART)
		return nd_record_bad(p, "offset is not a multiple of 0x%x with 0x up to 0x%x",
				ND_EVMCS_PART, ND_EVMCS_BYTES - ND_EVMCS_PART);
	if (!nd_scan_bytes(&f[2], bytes, sizeof(bytes)))
		return nd_record_bad(p, "not %u hexadecimal digits", 2 * ND_EVMCS_PART);
	parsed = snap_cpu(p, &f[0], &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->evmcs.parts & BIT(offset / ND_EVMCS_PART))
		return snap_twice(p, cpu);
	cpu->evmcs.parts |= BIT(offset / ND_EVMCS_PART);
	memcpy(cpu->evmcs.bytes + offset, bytes, sizeof(bytes));
	return ND_PARSED_OK;
}

static enum nd_parsed take_param(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_facts *facts = p->facts;
	struct nd_param param;

	if (!nd_scan_text(&f[0], param.module, sizeof(param.module)) ||
	    !nd_scan_text(&f[1], param.name, sizeof(param.name)) ||
	    !nd_scan_text(&f[2], param.value, sizeof(param.value)))
		return nd_record_bad(p, "module, name or value is too long or wrongly escaped");
	if (nd_facts_param(facts, param.module, param.name))
		return nd_record_bad(p, "parameter is given twice");
	if (facts->nr_params == ND_MAX_PARAMS)
		return ND_PARSED_IGNORED;
	if (facts->nr_params == facts->max_params)
		return ND_PARSED_FULL;
	facts->params[facts->nr_params++] = param;
	return ND_PARSED_OK;
}

static enum nd_parsed take_price(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	u64 samples, min, median, khz;

	if (!nd_scan_dec(&f[0], ~0U, &samples) || !nd_scan_dec(&f[1], ~0ULL, &min) ||
	    !nd_scan_dec(&f[2], ~0ULL, &median) || !nd_scan_dec(&f[3], ~0U, &khz))
		return nd_record_bad(p, "samples, ticks or kHz are not decimal numbers");
	if (!samples || median < min)
		return nd_record_bad(p, "no samples, or a median below the least");
	if (p->facts->price.samples)
		return nd_record_bad(p, "the price is given twice");
	p->facts->price = (struct nd_price){ .samples = samples, .min = min, .median = median,
					     .tsc_khz = khz };
	return ND_PARSED_OK;
}

static enum nd_parsed take_host(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_facts *facts = p->facts;
	struct nd_host host;

	if (f[0].len == 0 || !nd_scan_text(&f[0], host.key, sizeof(host.key)) ||
	    !nd_scan_text(&f[1], host.value, sizeof(host.value)))
		return nd_record_bad(p, "key or value is empty, too long or wrongly escaped");
	if (nd_facts_host(facts, host.key))
		return nd_record_bad(p, "this fact of the host is given twice");
	if (facts->nr_host == ND_MAX_HOST)
		return ND_PARSED_IGNORED;
	if (facts->nr_host == facts->max_host)
		return ND_PARSED_FULL;
	facts->host[facts->nr_host++] = host;
	return ND_PARSED_OK;
}

static const struct nd_record snap_records[] = {
	{ "module",	2, 2, take_module },
	{ "kernel",	2, 2, take_kernel },
	{ "platform",	2, 2, take_platform },
	{ "cpu",		6, 6, take_cpu },
	{ "cpuid",	7, 7, take_cpuid },
	{ "msr",		3, 3, take_msr },
	{ "assist",	3, 4, take_assist },
	{ "evmcs",	3, 3, take_evmcs },
	{ "evmcs_data",	3, 3, take_evmcs_data },
	{ "param",	3, 3, take_param },
	{ "host",	2, 2, take_host },
	{ "price",	4, 4, take_price },
};

static enum nd_parsed snap_check_magic(struct nd_parser *p, const char *text, size_t len)
{
	static const char magic[] = NESTDIAG_SNAPSHOT_MAGIC " ";
	struct nd_token version = { text + sizeof(magic) - 1, len - (sizeof(magic) - 1) };
	u64 number;

	if (len < sizeof(magic) - 1 || memcmp(text, magic, sizeof(magic) - 1))
		return nd_record_bad(p, "not a snapshot: the first line is not \"%s%u\"", magic,
				     NESTDIAG_SNAPSHOT_VERSION);
	if (!nd_scan_dec(&version, ~0U, &number))
		return nd_record_bad(p, "the snapshot's version is not a decimal number");
	if (number != NESTDIAG_SNAPSHOT_VERSION)
		return nd_record_bad(p, "snapshot version %u, but only version %u is known here",
				     (u32)number, NESTDIAG_SNAPSHOT_VERSION);
	return ND_PARSED_OK;
}

static bool snap_is_record_name(const struct nd_token *f)
{
	size_t i;

	for (i = 0; i < f->len; i++)
		if (!(f->s[i] >= 'a' && f->s[i] <= 'z') && f->s[i] != '_' && f->s[i] != '-' &&
		    !(i > 0 && f->s[i] >= '0' && f->s[i] <= '9'))
			return false;
	return f->len > 0;
}

static const struct nd_record *snap_find(const struct nd_token *name,
					 const struct nd_record *records, u32 nr)
{
	u32 i;

	for (i = 0; i < nr; i++)
		if (nd_scan_is(name, records[i].name))
			return &records[i];
	return NULL;
}

static enum nd_parsed snap_take_record(struct nd_parser *p, const char *text, size_t len)
{
	struct nd_token fields[SNAP_FIELDS];
	const struct nd_record *record;
	unsigned int n, total, i;
	enum nd_parsed parsed;

	for (i = 0; i < len; i++)
		if (text[i] < 0x20 || text[i] > 0x7e)
			return nd_record_bad(p, "byte 0x%02x in column %u has no place in a record",
					     (u8)text[i], i + 1);
	n = nd_scan_split(text, len, fields, SNAP_FIELDS, &total);
	if (!snap_is_record_name(&fields[0]))
		return nd_record_bad(p, "does not start with the name of a record");
	record = snap_find(&fields[0], snap_records, ARRAY_SIZE(snap_records));
	if (!record)
		record = snap_find(&fields[0], nd_trace_records, nd_nr_trace_records);
	if (!record)
		record = snap_find(&fields[0], nd_failure_records, nd_nr_failure_records);
	if (!record)
		return ND_PARSED_IGNORED;
	if (total < record->min + 1U)
		return nd_record_bad(p, "\"%s\" needs %u fields, here are %u", record->name,
				     record->min, total - 1);
	parsed = record->take(p, fields + 1, n - 1);
	if (parsed == ND_PARSED_OK && total > record->max + 1U)
		p->extra++;
	return parsed;
}

enum nd_parsed nd_snapshot_parse(struct nd_parser *p, const char *text, size_t len)
{
	enum nd_parsed parsed;

	p->why[0] = '\0';
	if (len > 0 && text[len - 1] == '\r')	/* mailed through a system with other line ends */
		len--;
	if (p->line == 0)
		parsed = snap_check_magic(p, text, len);
	else if (len == 0 || text[0] == '#')
		parsed = ND_PARSED_SKIPPED;
	else
		parsed = snap_take_record(p, text, len);
	if (parsed == ND_PARSED_FULL)
		return parsed;
	p->line++;
	p->ignored += parsed == ND_PARSED_IGNORED;
	return parsed;
}
