// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of exit accounting. Nanoseconds become ticks of the recorded clock again.
 */
#include "core/exits/trace.h"
#include "core/record/record.h"

/* Every record but the first needs the clock that the first one brings. */
static enum nd_parsed trace_ready(struct nd_parser *p)
{
	if (!p->facts->trace)
		return ND_PARSED_FULL;
	if (!p->facts->trace->tsc_khz)
		return nd_record_bad(p, "stands before the \"trace\" record, whose clock it needs");
	return ND_PARSED_OK;
}

/* Index of the word, by the function that gives words by index. */
static bool trace_word(const struct nd_token *f, const char *(*word)(u32 index), u32 *index)
{
	u32 i;

	for (i = 0; word(i); i++) {
		if (!nd_scan_is(f, word(i)))
			continue;
		*index = i;
		return true;
	}
	return false;
}

static enum nd_parsed trace_level(struct nd_parser *p, const struct nd_token *f, u32 *level)
{
	if (trace_word(f, nd_level_name, level))
		return ND_PARSED_OK;
	nd_record_bad(p, "level is neither guest nor nested");
	return ND_PARSED_BAD;
}

/* @n decimal numbers in a row. */
static enum nd_parsed trace_numbers(struct nd_parser *p, const struct nd_token *f, u64 *numbers,
				    u32 n)
{
	u32 i;

	for (i = 0; i < n; i++)
		if (!nd_scan_dec(&f[i], ~0ULL, &numbers[i]))
			return nd_record_bad(p, "a count or a time is not a decimal number");
	return ND_PARSED_OK;
}

/* A record that has nothing but @n numbers. */
static enum nd_parsed trace_plain(struct nd_parser *p, const struct nd_token *f, u64 *numbers,
				  u32 n)
{
	enum nd_parsed parsed = trace_ready(p);

	return parsed == ND_PARSED_OK ? trace_numbers(p, f, numbers, n) : parsed;
}

/* A level, and @n numbers behind it. */
static enum nd_parsed trace_leveled(struct nd_parser *p, const struct nd_token *f, u32 *level,
				    u64 *numbers, u32 n)
{
	enum nd_parsed parsed = trace_level(p, f, level);

	return parsed == ND_PARSED_OK ? trace_numbers(p, f + 1, numbers, n) : parsed;
}

/* A reason, and @n numbers behind it. */
static enum nd_parsed trace_reasoned(struct nd_parser *p, const struct nd_token *f, u32 *reason,
				     u64 *numbers, u32 n)
{
	if (!nd_scan_hex_u32(f, reason))
		return nd_record_bad(p, "reason is not a 32-bit number with 0x");
	return trace_numbers(p, f + 1, numbers, n);
}

static enum nd_parsed take_trace(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_trace *trace = p->facts->trace;
	enum nd_parsed parsed;
	u32 source, isa, khz;
	u64 numbers[2];

	if (!trace_word(&f[0], nd_source_word, &source))
		return nd_record_bad(p, "source is none of none, vmx, record, argument");
	parsed = trace_numbers(p, &f[1], numbers, ARRAY_SIZE(numbers));
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_dec_u32(&f[3], &khz) || !khz)
		return nd_record_bad(p, "clock is not a decimal number of kHz above 0");
	if (!trace_word(&f[4], nd_isa_word, &isa))
		return nd_record_bad(p, "ISA is none of unknown, vmx, svm");
	if (!trace)
		return ND_PARSED_FULL;
	if (trace->tsc_khz)
		return nd_record_bad(p, "is given twice");
	trace->source = source;
	trace->compared = numbers[0];
	trace->mismatched = numbers[1];
	trace->tsc_khz = khz;
	trace->isa = isa;
	/* Until their records come. */
	trace->unrecorded = ND_TRACE_NO_MISSED | BIT(ND_LEVEL_GUEST) | BIT(ND_LEVEL_NESTED);
	return ND_PARSED_OK;
}

static enum nd_parsed take_tracepoint(struct nd_parser *p, const struct nd_token *f,
				      unsigned int n)
{
	struct nd_trace *trace = p->facts->trace;
	enum nd_parsed parsed = trace_ready(p);
	u32 name, state, i;
	u64 error;

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!trace_word(&f[1], nd_point_word, &state))
		return nd_record_bad(p, "state is none of absent, attached, off, failed");
	if (!nd_scan_dec(&f[2], 4095, &error))
		return nd_record_bad(p, "error is not a decimal number up to 4095");
	if (!trace_word(&f[0], nd_point_name, &name))
		return ND_PARSED_IGNORED;
	for (i = 0; i < trace->nr_points; i++)
		if (!strcmp(trace->points[i].name, nd_point_name(name)))
			return nd_record_bad(p, "tracepoint is given twice");
	trace->points[trace->nr_points++] =
		(struct nd_point){ nd_point_name(name), state, error };
	return ND_PARSED_OK;
}

static enum nd_parsed take_in_guest(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	u64 numbers[2];
	u32 level;

	if (parsed == ND_PARSED_OK)
		parsed = trace_leveled(p, f, &level, numbers, ARRAY_SIZE(numbers));
	if (parsed != ND_PARSED_OK)
		return parsed;
	trace->unrecorded &= ~BIT(level);
	trace->sum.guest[level] = nd_trace_ticks(trace, numbers[0]);
	trace->stay[level] = nd_trace_ticks(trace, numbers[1]);
	return ND_PARSED_OK;
}

static enum nd_parsed take_missed(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_trace *trace = p->facts->trace;
	u64 numbers[4];
	enum nd_parsed parsed = trace_plain(p, f, numbers, ARRAY_SIZE(numbers));

	if (parsed != ND_PARSED_OK)
		return parsed;
	trace->unrecorded &= ~ND_TRACE_NO_MISSED;
	trace->sum.no_exit = numbers[0];
	trace->sum.untabled = numbers[1];
	trace->sum.unread = numbers[2];
	trace->refusals_lost = numbers[3];
	return ND_PARSED_OK;
}

static bool trace_hist(const struct nd_token *f, u64 *hist)
{
	size_t start = 0, end;
	u32 nr;

	for (nr = 0; start <= f->len; nr++, start = end + 1) {
		for (end = start; end < f->len && f->s[end] != ','; end++)
			;
		if (nr == ND_HIST_BUCKETS ||
		    !nd_scan_digits(f->s + start, end - start, 10, &hist[nr]))
			return false;
	}
	return true;
}

/*
 * A reason's slot; ND_NO_SLOT where the slots for rare reasons are used up: a writer does not
 * have more than there are.
 */
static u32 trace_slot(struct nd_acct *acct, u32 reason)
{
	u32 slot = nd_acct_slot(acct, reason);

	return nd_acct_reason(acct, slot) == reason ? slot : ND_NO_SLOT;
}

static enum nd_parsed take_exits(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	struct nd_acct_cell cell = { 0 }, *to;
	u32 isa, level, reason, slot;
	u64 numbers[4];

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!trace_word(&f[0], nd_isa_word, &isa) || isa != trace->isa)
		return nd_record_bad(p, "ISA is not that of the \"trace\" record");
	parsed = trace_level(p, &f[1], &level);
	if (parsed != ND_PARSED_OK)
		return parsed;
	parsed = trace_reasoned(p, &f[2], &reason, numbers, ARRAY_SIZE(numbers));
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!trace_hist(&f[7], cell.hist))
		return nd_record_bad(p, "histogram is not up to %u decimal numbers with commas",
				     ND_HIST_BUCKETS);
	slot = trace_slot(&trace->sum, reason);
	if (slot == ND_NO_SLOT)
		return ND_PARSED_IGNORED;
	to = &trace->sum.cells[level][slot];
	if (to->count || to->timed)
		return nd_record_bad(p, "exits for reason 0x%x are given twice", reason);
	cell.count = numbers[0];
	cell.ticks = nd_trace_ticks(trace, numbers[1]);
	cell.max = nd_trace_ticks(trace, numbers[2]);
	cell.timed = numbers[3];
	*to = cell;
	return ND_PARSED_OK;
}

static enum nd_parsed take_nested(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_trace *trace = p->facts->trace;
	u64 numbers[2];
	enum nd_parsed parsed = trace_plain(p, f, numbers, ARRAY_SIZE(numbers));

	if (parsed != ND_PARSED_OK)
		return parsed;
	trace->sum.nested_entries = numbers[0];
	trace->sum.nested_exits = numbers[1];
	return ND_PARSED_OK;
}

static enum nd_parsed take_reflected(struct nd_parser *p, const struct nd_token *f,
				     unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	u32 reason, slot;
	u64 numbers[2];

	if (parsed == ND_PARSED_OK)
		parsed = trace_reasoned(p, f, &reason, numbers, ARRAY_SIZE(numbers));
	if (parsed != ND_PARSED_OK)
		return parsed;
	slot = trace_slot(&trace->sum, reason);
	if (slot == ND_NO_SLOT)
		return ND_PARSED_IGNORED;
	trace->sum.reflected[slot] = numbers[0];
	trace->sum.caused[slot] = numbers[1];
	return ND_PARSED_OK;
}

static enum nd_parsed take_userspace(struct nd_parser *p, const struct nd_token *f,
				     unsigned int n)
{
	u64 numbers[2];
	enum nd_parsed parsed = trace_plain(p, f, numbers, ARRAY_SIZE(numbers));

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (numbers[0] >= ND_NR_USERSPACE)
		return ND_PARSED_IGNORED;
	p->facts->trace->sum.userspace[numbers[0]] = numbers[1];
	return ND_PARSED_OK;
}

static struct nd_trace_cpu *trace_cpu(struct nd_trace *trace, u32 id)
{
	struct nd_trace_cpu *cpu;
	u32 i;

	for (i = trace->nr_cpus; i-- > 0;)
		if (trace->cpus[i].id == id)
			return &trace->cpus[i];
	if (trace->nr_cpus == trace->max_cpus)
		return NULL;
	cpu = &trace->cpus[trace->nr_cpus++];
	memset(cpu, 0, sizeof(*cpu));
	cpu->id = id;
	return cpu;
}

static enum nd_parsed take_exits_cpu(struct nd_parser *p, const struct nd_token *f,
				     unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	struct nd_trace_cpu *cpu;
	u64 id, numbers[5];
	u32 level;

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_dec(&f[0], ND_MAX_CPUS - 1, &id))
		return nd_record_bad(p, "CPU number is not a decimal number below %u",
				     ND_MAX_CPUS);
	parsed = trace_leveled(p, &f[1], &level, numbers, ARRAY_SIZE(numbers));
	if (parsed != ND_PARSED_OK)
		return parsed;
	cpu = trace_cpu(trace, id);
	if (!cpu)
		return ND_PARSED_FULL;
	cpu->exits[level].count = numbers[0];
	cpu->exits[level].timed = numbers[1];
	cpu->exits[level].ticks = nd_trace_ticks(trace, numbers[2]);
	cpu->exits[level].max = nd_trace_ticks(trace, numbers[3]);
	cpu->guest[level] = nd_trace_ticks(trace, numbers[4]);
	return ND_PARSED_OK;
}

/* Only reasons that have a slot of their own are written for a vCPU. */
static bool trace_vcpu_reason(const struct nd_trace *trace, const struct nd_token *f, u32 *slot)
{
	u32 reason;

	*slot = ND_SLOT_OTHER;
	if (nd_scan_is(f, "other"))
		return true;
	if (!nd_scan_hex_u32(f, &reason))
		return false;
	for (*slot = 0; *slot < ND_SLOT_OTHER; ++*slot)
		if (nd_acct_reason(&trace->sum, *slot) == reason)
			break;
	return true;
}

static enum nd_parsed take_vcpu(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	u32 pid, id, level, slot = ND_NO_SLOT;
	struct nd_acct_vcpu *vcpu;
	u64 numbers[4];
	bool in_guest;

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_dec_u32(&f[0], &pid) || !nd_scan_dec_u32(&f[1], &id))
		return nd_record_bad(p, "process or vCPU is not a decimal number");
	parsed = trace_level(p, &f[2], &level);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_is(&f[3], "none") && !trace_vcpu_reason(trace, &f[3], &slot))
		return nd_record_bad(p, "reason is neither none nor other nor a number with 0x");
	in_guest = nd_scan_is(&f[4], "guest");
	if (!in_guest && !nd_scan_is(&f[4], "host"))
		return nd_record_bad(p, "state is neither guest nor host");
	parsed = trace_numbers(p, &f[5], numbers, ARRAY_SIZE(numbers));
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (trace->nr_vcpus == ND_MAX_VCPUS)
		return ND_PARSED_IGNORED;
	if (trace->nr_vcpus == trace->max_vcpus)
		return ND_PARSED_FULL;
	vcpu = &trace->vcpus[trace->nr_vcpus++];
	memset(vcpu, 0, sizeof(*vcpu));
	vcpu->pid = pid;
	vcpu->id = id;
	vcpu->state = in_guest ? ND_VCPU_IN_GUEST : 0;
	nd_acct_vcpu_place(vcpu, level, slot);
	vcpu->exited = trace->now - nd_trace_ticks(trace, numbers[0]);
	vcpu->entered = trace->now - nd_trace_ticks(trace, numbers[1]);
	vcpu->guest = nd_trace_ticks(trace, numbers[2]);
	vcpu->host = nd_trace_ticks(trace, numbers[3]);
	return ND_PARSED_OK;
}

static enum nd_parsed take_vcpu_exits(struct nd_parser *p, const struct nd_token *f,
				      unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	struct nd_acct_vcpu *vcpu;
	u32 pid, id, level, slot;
	u64 count;

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_dec_u32(&f[0], &pid) || !nd_scan_dec_u32(&f[1], &id))
		return nd_record_bad(p, "process or vCPU is not a decimal number");
	parsed = trace_level(p, &f[2], &level);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!trace_vcpu_reason(trace, &f[3], &slot))
		return nd_record_bad(p, "reason is neither other nor a number with 0x");
	parsed = trace_numbers(p, &f[4], &count, 1);
	if (parsed != ND_PARSED_OK)
		return parsed;
	vcpu = trace->nr_vcpus ? &trace->vcpus[trace->nr_vcpus - 1] : NULL;
	if (vcpu && vcpu->pid == pid && vcpu->id == id) {
		vcpu->counts[level][slot] += count;
		return ND_PARSED_OK;
	}
	/* Those of a vCPU that found no room go the way of their vCPU. */
	if (trace->nr_vcpus == ND_MAX_VCPUS)
		return ND_PARSED_IGNORED;
	return nd_record_bad(p, "does not follow its \"vcpu\" record");
}

static enum nd_parsed take_refusal(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	enum nd_parsed parsed = trace_ready(p);
	struct nd_trace *trace = p->facts->trace;
	struct nd_refusal refusal;

	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_dec_u32(&f[0], &refusal.error))
		return nd_record_bad(p, "error is not a decimal number");
	parsed = trace_numbers(p, &f[1], &refusal.count, 1);
	if (parsed != ND_PARSED_OK)
		return parsed;
	if (!nd_scan_text(&f[2], refusal.text, sizeof(refusal.text)))
		return nd_record_bad(p, "message is too long or wrongly escaped");
	if (trace->nr_refusals == ND_MAX_REFUSALS)
		return ND_PARSED_IGNORED;
	trace->refusals[trace->nr_refusals++] = refusal;
	return ND_PARSED_OK;
}

const struct nd_record nd_trace_records[] = {
	{ "trace",	5, 5, take_trace },
	{ "tracepoint",	3, 3, take_tracepoint },
	{ "in_guest",	3, 3, take_in_guest },
	{ "missed",	4, 4, take_missed },
	{ "exits",	8, 8, take_exits },
	{ "nested",	2, 2, take_nested },
	{ "reflected",	3, 3, take_reflected },
	{ "userspace",	2, 2, take_userspace },
	{ "exits_cpu",	7, 7, take_exits_cpu },
	{ "vcpu",	9, 9, take_vcpu },
	{ "vcpu_exits",	5, 5, take_vcpu_exits },
	{ "refusal",	3, 3, take_refusal },
};

const u32 nd_nr_trace_records = ARRAY_SIZE(nd_trace_records);
