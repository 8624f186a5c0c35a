// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of a CPU.
 */
#include "core/facts/assist.h"
#include "core/facts/regs.h"
#include "core/record/families.h"
#include "core/record/reader.h"

/* The bytes of a register, as CPUID's are written: 8 digits without 0x. */
static bool cpu_scan_digits8(const struct nd_token *f, u64 *value)
{
	return f->len == 8 && nd_scan_digits(f->s, 8, 16, value);
}

static const char *cpu_assist_word(u32 index)
{
	return index + ND_ABSENT <= ND_OK ? nd_state_word(index + ND_ABSENT) : NULL;
}

static bool cpu_scan_assist(const struct nd_token *f, u64 *state)
{
	bool found = nd_record_word(f, cpu_assist_word, state);

	*state += ND_ABSENT;
	return found;
}

static const char *cpu_evmcs_word(u32 index)
{
	return index + ND_EVMCS_NONE < ND_NR_EVMCS_STATES ?
	       nd_evmcs_state_word(index + ND_EVMCS_NONE) : NULL;
}

static bool cpu_scan_evmcs(const struct nd_token *f, u64 *state)
{
	bool found = nd_record_word(f, cpu_evmcs_word, state);

	*state += ND_EVMCS_NONE;
	return found;
}

static const struct nd_field cpu_ident = {
	nd_record_dec_u32, "family, model or stepping is not a decimal number",
};

static const struct nd_field cpu_microcode = {
	nd_record_hex_u32, "microcode revision is not a 32-bit number with 0x",
};

static const struct nd_field cpu_leaf = {
	nd_record_hex_u32, "leaf or subleaf is not a 32-bit number with 0x",
};

static const struct nd_field cpu_register = {
	cpu_scan_digits8, "a register is not 8 hexadecimal digits",
};

static const struct nd_field cpu_msr_index = {
	nd_record_hex_u32, "register index is not a 32-bit number with 0x",
};

static const struct nd_field cpu_address = {
	nd_record_hex, "address is not a number with 0x",
};

static const struct nd_field cpu_assist_state = {
	cpu_scan_assist, "state is not ok, fault or absent",
};

static const struct nd_field cpu_evmcs_state = {
	cpu_scan_evmcs, "unknown state of an enlightened VMCS",
};

/* The CPU that the record is of, once everything else in it is known to be well formed. */
static enum nd_parsed cpu_of(struct nd_parser *p, const struct nd_fields *f, struct nd_cpu **cpu)
{
	u64 id;

	if (!nd_scan_dec(&f->text[0], ND_MAX_CPUS - 1, &id))
		return nd_record_bad(p, "CPU number is not a decimal number below %u", ND_MAX_CPUS);
	*cpu = nd_facts_cpu(p->facts, id);
	return *cpu ? ND_PARSED_OK : ND_PARSED_FULL;
}

static enum nd_parsed cpu_twice(struct nd_parser *p, const struct nd_cpu *cpu)
{
	return nd_record_bad(p, "the record of CPU %u appears twice", cpu->id);
}

static enum nd_parsed take_cpu(struct nd_parser *p, const struct nd_fields *f)
{
	char vendor[sizeof(((struct nd_cpu *)NULL)->vendor)];
	enum nd_parsed parsed;
	struct nd_cpu *cpu;

	if (!nd_scan_text(&f->text[1], vendor, sizeof(vendor)))
		return nd_record_bad(p, "vendor is longer than 12 characters or wrongly escaped");
	parsed = cpu_of(p, f, &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->has_ident)
		return cpu_twice(p, cpu);
	cpu->has_ident = true;
	memcpy(cpu->vendor, vendor, sizeof(cpu->vendor));
	cpu->family = f->num[2];
	cpu->model = f->num[3];
	cpu->stepping = f->num[4];
	cpu->microcode = f->num[5];
	return ND_PARSED_OK;
}

/* @num: leaf, subleaf, and the registers */
static enum nd_parsed cpu_take_leaf(struct nd_parser *p, struct nd_cpu *cpu, const u64 *num)
{
	const struct nd_cpuid leaf = {
		.leaf = num[0], .subleaf = num[1],
		.eax = num[2], .ebx = num[3], .ecx = num[4], .edx = num[5],
	};

	if (nd_cpu_leaf(cpu, leaf.leaf, leaf.subleaf))
		return nd_record_bad(p, "leaf 0x%x/0x%x of CPU %u appears twice", leaf.leaf,
				     leaf.subleaf, cpu->id);
	if (cpu->nr_cpuid == ND_MAX_LEAVES)
		return ND_PARSED_IGNORED;
	cpu->cpuid[cpu->nr_cpuid++] = leaf;
	return ND_PARSED_OK;
}

static enum nd_parsed take_cpuid(struct nd_parser *p, const struct nd_fields *f)
{
	enum nd_parsed parsed;
	struct nd_cpu *cpu;

	parsed = cpu_of(p, f, &cpu);
	return parsed == ND_PARSED_OK ? cpu_take_leaf(p, cpu, &f->num[1]) : parsed;
}

static enum nd_parsed take_guest_cpuid(struct nd_parser *p, const struct nd_fields *f)
{
	return cpu_take_leaf(p, &p->facts->offer, &f->num[0]);
}

/* A register's value stands as the design says, 16 digits; 0x before them does no harm. */
static bool cpu_scan_value(const struct nd_token *f, struct nd_value *value)
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

static enum nd_parsed cpu_take_msr(struct nd_parser *p, struct nd_cpu *cpu, u32 index,
				   const struct nd_value *value)
{
	enum nd_reg reg = nd_reg_by_index(index);
	struct nd_value *old;

	if (reg == ND_NR_REGS)
		return ND_PARSED_IGNORED;
	old = &cpu->regs[reg];
	if (old->state != ND_UNKNOWN && (old->state != value->state || old->value != value->value))
		return nd_record_bad(p, "MSR 0x%x of CPU %u appears twice, with different values",
				     index, cpu->id);
	*old = *value;
	return ND_PARSED_OK;
}

#define CPU_NO_VALUE	"value is not 16 hexadecimal digits, fault or absent"

static enum nd_parsed take_msr(struct nd_parser *p, const struct nd_fields *f)
{
	enum nd_parsed parsed;
	struct nd_value value;
	struct nd_cpu *cpu;

	if (!cpu_scan_value(&f->text[2], &value))
		return nd_record_bad(p, CPU_NO_VALUE);
	parsed = cpu_of(p, f, &cpu);
	return parsed == ND_PARSED_OK ? cpu_take_msr(p, cpu, f->num[1], &value) : parsed;
}

static enum nd_parsed take_guest_msr(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_value value;

	if (!cpu_scan_value(&f->text[1], &value))
		return nd_record_bad(p, CPU_NO_VALUE);
	return cpu_take_msr(p, &p->facts->offer, f->num[0], &value);
}

static enum nd_parsed take_assist(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_assist assist = { .gpa = f->num[1], .state = f->num[2] };
	enum nd_parsed parsed;
	struct nd_cpu *cpu;

	if (assist.state == ND_OK &&
	    (f->n < 4 || !nd_scan_bytes(&f->text[3], assist.bytes, sizeof(assist.bytes))))
		return nd_record_bad(p, "the page's start is not %u hexadecimal digits",
				     2 * ND_ASSIST_BYTES);
	parsed = cpu_of(p, f, &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->assist.state != ND_UNKNOWN)
		return cpu_twice(p, cpu);
	cpu->assist = assist;
	return ND_PARSED_OK;
}

static enum nd_parsed take_evmcs(struct nd_parser *p, const struct nd_fields *f)
{
	enum nd_parsed parsed;
	struct nd_cpu *cpu;

	parsed = cpu_of(p, f, &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->evmcs.state != ND_EVMCS_UNKNOWN)
		return cpu_twice(p, cpu);
	cpu->evmcs.gpa = f->num[1];
	cpu->evmcs.state = f->num[2];
	return ND_PARSED_OK;
}

static enum nd_parsed take_evmcs_data(struct nd_parser *p, const struct nd_fields *f)
{
	u8 bytes[ND_EVMCS_PART];
	enum nd_parsed parsed;
	struct nd_cpu *cpu;
	u64 offset;

	if (!nd_scan_hex(&f->text[1], ND_EVMCS_BYTES - ND_EVMCS_PART, &offset) ||
	    offset % ND_EVMCS_PART)
		return nd_record_bad(p, "offset is not a multiple of 0x%x with 0x up to 0x%x",
				     ND_EVMCS_PART, ND_EVMCS_BYTES - ND_EVMCS_PART);
	if (!nd_scan_bytes(&f->text[2], bytes, sizeof(bytes)))
		return nd_record_bad(p, "not %u hexadecimal digits", 2 * ND_EVMCS_PART);
	parsed = cpu_of(p, f, &cpu);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (cpu->evmcs.parts & BIT(offset / ND_EVMCS_PART))
		return cpu_twice(p, cpu);
	cpu->evmcs.parts |= BIT(offset / ND_EVMCS_PART);
	memcpy(cpu->evmcs.bytes + offset, bytes, sizeof(bytes));
	return ND_PARSED_OK;
}

static const struct nd_record cpu_records[] = {
	{ "cpu",	6, 6, NULL, take_cpu,
	  { NULL, NULL, &cpu_ident, &cpu_ident, &cpu_ident, &cpu_microcode } },
	{ "cpuid",	7, 7, NULL, take_cpuid,
	  { NULL, &cpu_leaf, &cpu_leaf, &cpu_register, &cpu_register, &cpu_register,
	    &cpu_register } },
	{ "msr",	3, 3, NULL, take_msr, { NULL, &cpu_msr_index } },
	{ "guest_cpuid", 6, 6, NULL, take_guest_cpuid,
	  { &cpu_leaf, &cpu_leaf, &cpu_register, &cpu_register, &cpu_register, &cpu_register } },
	{ "guest_msr",	2, 2, NULL, take_guest_msr, { &cpu_msr_index } },
	{ "assist",	3, 4, NULL, take_assist, { NULL, &cpu_address, &cpu_assist_state } },
	{ "evmcs",	3, 3, NULL, take_evmcs, { NULL, &cpu_address, &cpu_evmcs_state } },
	{ "evmcs_data",	3, 3, NULL, take_evmcs_data },
};

const struct nd_record_family nd_cpu_family = { cpu_records, ARRAY_SIZE(cpu_records) };
